import pytest

from bot.domain.lifecycle import NeedState
from bot.slack.views.ask import RECEIVED_CALLBACK
from tests.slack.answers import HOSTILE
from tests.slack.rig import Rig


def dm_of(rig: Rig, user: str) -> list[str]:
    """What the bot wrote to somebody directly."""
    return [
        message["text"] for message in rig.posted(rig.stage.slack.world.workspace.direct([f"U0{user.upper()}"])[0].id)
    ]


def test_a_mention_is_answered_in_its_thread(rig: Rig) -> None:
    asked = rig.stage.say("company", "needs", "<@U0BOT> a chair of oak")
    rig.work()

    answer = rig.stage.last("needs", bot=True, contains="milling of wood")
    assert answer["thread_ts"] == asked["ts"]
    assert rig.matcher.asked == ["a chair of oak"]


def test_a_mention_in_swedish_is_answered_in_swedish(rig: Rig) -> None:
    assert "Närmast det ni behöver" in rig.asks("vi behöver en chair")["text"]


@pytest.mark.parametrize("text", ["", ":wave: :wave:", "🙂🙂", "!!"])
def test_a_mention_without_words_is_answered_all_the_same(rig: Rig, text: str) -> None:
    assert "I help companies" in rig.asks(text)["text"]


def test_a_direct_message_is_answered_in_a_thread_of_its_own(rig: Rig) -> None:
    asked = rig.stage.say("company", "bot", "a chair of oak")
    rig.work()

    answer = rig.stage.last("bot", "company", bot=True, contains="milling")
    assert answer["thread_ts"] == asked["ts"]
    assert "Nobody but you and the innovation advisors sees this." in rig.stage.visible_to("company")


def test_an_edit_of_a_direct_message_asks_nothing_new(rig: Rig) -> None:
    asked = rig.stage.say("company", "bot", "a chair of oak")

    rig.stage.edit("company", "bot", asked["ts"], "a chair of birch")
    rig.work()

    assert rig.matcher.asked == ["a chair of oak"]


def test_a_command_is_answered_in_private(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "a chair of oak")
    rig.work()

    assert "Closest to what you need" in dm_of(rig, "company")[0]
    assert rig.posted("C0NEEDS") == []
    assert "The answer comes to you alone" in rig.stage.visible_to("company")
    assert "chair" not in rig.stage.visible_to("company2")


def test_a_command_says_in_swedish_where_the_answer_comes(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "vi behöver en chair")

    assert "Svaret kommer bara till dig, som ett direktmeddelande" in rig.stage.visible_to("company")


@pytest.mark.parametrize(
    ("locale", "received", "answered"),
    [
        ("en-GB", "The answer comes to you alone", "Tell me in your own words"),
        ("sv-SE", "Svaret kommer bara till dig", "Berätta med egna ord"),
    ],
)
def test_words_that_do_not_tell_are_answered_in_the_language_of_their_askers_slack(
    rig: Rig, locale: str, received: str, answered: str
) -> None:
    rig.stage.slack.world.workspace.users["U0COMPANY"].locale = locale

    rig.stage.slash("company", "needs", "/lotsen", "GMP")
    rig.work()

    assert received in rig.stage.visible_to("company")
    assert answered in rig.stage.visible_to("company")


@pytest.mark.parametrize(("word", "said"), [("help", "Write /lotsen"), ("hjälp", "Skriv /lotsen"), ("HELP", "Write")])
def test_a_command_for_help_is_helped_at_once(rig: Rig, word: str, said: str) -> None:
    rig.stage.slash("company", "needs", "/lotsen", word)
    rig.work()

    rig.stage.expect(said, "needs")
    assert rig.matcher.asked == []


def test_a_command_without_words_opens_the_modal_and_its_need_is_answered(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen")
    rig.modal_of("company")

    rig.stage.submit("company", {"need_text": "a chair of oak"})
    rig.work()

    assert rig.modal_of("company")["callback_id"] == RECEIVED_CALLBACK
    assert "Closest to what you need" in dm_of(rig, "company")[0]


@pytest.mark.parametrize("text", ["  ", "🙂", "12 !"])
def test_a_modal_without_words_says_what_is_wanted(rig: Rig, text: str) -> None:
    rig.stage.slash("company", "needs", "/lotsen")
    rig.modal_of("company")

    answer = rig.stage.submit("company", {"need_text": text})

    assert answer is not None
    assert "in words" in answer["errors"]["need_text"]


def test_the_shortcut_asks_for_whoever_used_it(rig: Rig) -> None:
    message = rig.stage.say("company2", "needs", "a chair of oak")

    rig.stage.message_shortcut("company", "needs", message, "find_help")
    rig.work()

    assert "Closest to what you need" in dm_of(rig, "company")[0]
    rig.stage.expect("The answer comes to you alone", "needs")
    assert "milling" not in rig.stage.visible_to("company2")


def test_the_home_tab_has_a_button_that_opens_the_modal(rig: Rig) -> None:
    rig.stage.open_home("company")
    rig.stage.until(lambda: rig.stage.homes["U0COMPANY"], what="the Home tab")

    rig.stage.click("company", "home_ask", home=True)

    assert rig.modal_of("company")["private_metadata"] == "home"


def test_opening_the_messages_offers_needs_to_begin_with(rig: Rig) -> None:
    rig.stage.open_home("company", "messages")

    call = rig.stage.until(
        lambda: next((c for c in rig.stage.calls if c["method"].endswith("setSuggestedPrompts")), None)
    )
    assert len(call["args"]["prompts"]) == 3


def test_somebody_of_another_workspace_is_answered_where_they_ask(rig: Rig) -> None:
    answer = rig.asks("a chair of oak", "partner", "partner-connect")

    assert "Closest to what you need" in answer["text"]
    with rig.store.unit() as unit:
        assert unit.needs.get("N1").asker.team == "T0PARTNER"


def test_a_question_back_is_answered_by_a_button(rig: Rig) -> None:
    question = rig.asks("a thing")

    rig.stage.click("company", "Wood", question)
    rig.work()

    assert rig.matcher.asked[-1] == "a thing\nchair of oak"
    rig.stage.expect("You chose: Wood", "needs")
    rig.stage.expect("Closest to what you need", "needs")


@pytest.mark.parametrize("private", [False, True])
def test_an_option_that_is_a_service_is_answered_with_matches(rig: Rig, private: bool) -> None:  # noqa: FBT001 - a case
    if private:
        rig.stage.slash("company", "needs", "/lotsen", "a thing")
        rig.work()
        question = rig.stage.last("bot", "company", bot=True)
    else:
        question = rig.asks("a thing")

    rig.stage.click("company", "Dyeing with plants", question)
    rig.work()

    assert rig.matcher.asked == ["a thing", "a thing"]
    rig.stage.expect("This is what you chose", "bot" if private else "needs", "company")
    with rig.store.unit() as unit:
        assert [need.state for need in unit.needs.of_asker("U0COMPANY")] == [NeedState.CLOSED, NeedState.MATCHED]


def test_skipping_a_question_shows_what_is_nearest(rig: Rig) -> None:
    question = rig.asks("a thing")

    rig.stage.click("company", "Skip", question)

    rig.stage.expect("The nearest matches, going by what you wrote", "needs")


def test_a_reply_to_a_vague_need_is_read_together_with_it(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "stuff")
    rig.work()
    answer = rig.stage.last("bot", "company", bot=True)

    rig.stage.say("company", "bot", "a chair", thread_ts=answer["ts"])
    rig.work()

    assert rig.matcher.asked[-1] == "stuff\na chair"
    assert rig.stage.last("bot", "company", bot=True)["thread_ts"] == answer["ts"]


@pytest.mark.parametrize("deliver", ["say", "slash"])
def test_hostile_words_reach_the_matcher_plain_and_notify_nobody(rig: Rig, deliver: str) -> None:
    text = f"rocket {HOSTILE} نحتاج خلايا rocket"
    if deliver == "say":
        rig.asks(text)
    else:
        rig.stage.slash("company", "needs", "/lotsen", text)
        rig.work()

    assert "<" not in rig.matcher.asked[0]
    assert "نحتاج خلايا" in rig.matcher.asked[0]
    assert len(rig.posted(channel="C0ADVISE")) == 1


def test_a_need_of_twenty_kilobytes_is_kept_whole(rig: Rig) -> None:
    rig.asks("oak " * 5000 + "rocket")

    assert len(rig.matcher.asked[0]) == 20_006
    assert len(rig.posted(channel="C0ADVISE")) == 1


def test_everything_delivered_twice_is_done_once(rig: Rig) -> None:
    rig.stage.duplicate = True

    rig.asks("a chair of oak")

    assert len(rig.matcher.asked) == 1
    assert len(rig.posted("C0NEEDS")) == 1


def test_each_arrival_wakes_the_workers(rig: Rig) -> None:
    rig.stage.say("company", "needs", "<@U0BOT> a chair")
    rig.stage.slash("company", "needs", "/lotsen", "a chair")

    assert rig.woken == 2


def test_what_is_not_meant_for_the_bot_is_not_answered(rig: Rig) -> None:
    rig.stage.say("company", "needs", "a chair of oak, for anybody")
    rig.work()

    assert rig.matcher.asked == []


@pytest.mark.parametrize(("kind", "more"), [("app_mention", {}), ("message", {"channel_type": "im"})])
def test_another_bot_is_not_answered(rig: Rig, kind: str, more: dict[str, str]) -> None:
    event = {"type": kind, "user": "U1", "bot_id": "B1", "channel": "C0NEEDS", "ts": "1.1", "text": "a chair", **more}

    assert rig.dispatch({"type": "event_callback", "team_id": "T0HOME", "event": event}).status == 200
    assert not rig.woken


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast", "me_message"])
def test_every_way_of_writing_directly_is_answered(rig: Rig, subtype: str) -> None:
    event = {
        "type": "message",
        "subtype": subtype,
        "channel_type": "im",
        "user": "U0COMPANY",
        "channel": "D1",
        "ts": "1.1",
    }

    rig.dispatch({"type": "event_callback", "team_id": "T0HOME", "event": event})

    assert rig.woken == 1
