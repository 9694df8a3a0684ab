"""Saying, editing, reacting, seen from what the bot is sent."""

import pytest

from bot.rehearsal import Stage
from bot.rehearsal.people.acting import ImpossibleError
from tests.rehearsal.calling import events, sent


def test_a_mention_arrives_as_message_and_as_mention(stage: Stage) -> None:
    stage.say("company", "needs", "<@U0BOT> help")

    assert sorted(events(stage)) == ["app_mention", "message"]


def test_a_direct_message_names_its_kind(stage: Stage) -> None:
    stage.say("company", "bot", "help")

    assert events(stage) == ["message"]
    assert sent(stage)["event"]["channel_type"] == "im"


def test_the_bot_hears_nothing_where_it_is_no_member(stage: Stage) -> None:
    stage.say("company", "hall", "psst")

    assert stage.deliveries == []


def test_a_person_of_another_workspace_is_marked(stage: Stage) -> None:
    stage.say("partner", "partner-connect", "hello")

    assert sent(stage)["event"]["user_team"] == "T0PARTNER"
    assert sent(stage)["is_ext_shared_channel"]


def test_nobody_speaks_where_they_are_no_member(stage: Stage) -> None:
    with pytest.raises(ImpossibleError, match="@expert2 is not in #needs"):
        stage.say("expert2", "needs", "hello")
    with pytest.raises(ImpossibleError, match="user_not_visible"):
        stage.say("partner", "bot", "hello")


@pytest.mark.parametrize("verb", ["person", "channel"])
def test_unknown_names_are_said(stage: Stage, verb: str) -> None:
    who, where = ("nobody", "needs") if verb == "person" else ("company", "nowhere")
    with pytest.raises(LookupError, match="called 'no"):
        stage.say(who, where, "hello")


def test_an_edit_carries_both_texts(stage: Stage) -> None:
    said = stage.say("company", "needs", "before")
    stage.edit("company", "needs", said["ts"], "after")

    event = sent(stage)["event"]
    assert event["subtype"] == "message_changed"
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("before", "after")


def test_a_reaction_names_the_message(stage: Stage) -> None:
    said = stage.say("company", "needs", "x")
    stage.react("expert", "needs", said["ts"], "eyes")

    assert sent(stage)["event"]["item"]["ts"] == said["ts"]
