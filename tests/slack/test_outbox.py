from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.message import Message, Topic
from bot.domain.people import Hurdle, Reach, Side
from bot.slack.outbox import Outgoing
from bot.workers import work_once
from tests.slack.answers import FOUND, MILLING, a_need
from tests.slack.rig import ADVISORS, Rig, over_http


class Dying(Outgoing):
    """An outbox whose process dies after Slack took a message and before that was recorded."""

    def _record_sent(self, *_: object) -> None:
        raise SystemExit


def dies_after_posting(rig: Rig) -> None:
    """One message is posted, and the process dies before it is recorded."""
    with pytest.raises(SystemExit):
        Dying(rig.desk, rig.delivery).send_once()


def has_asked(rig: Rig, text: str = "a chair of oak") -> None:
    """A need was asked and worked on, and nothing was sent yet."""
    rig.stage.say("company", "needs", f"<@U0BOT> {text}")
    work_once(rig.desk)


def works_later(rig: Rig, **later: float) -> None:
    rig.clock.move(**later)
    rig.work()


def test_a_kill_between_posting_and_recording_posts_nothing_twice(rig: Rig) -> None:
    has_asked(rig)
    dies_after_posting(rig)

    rig.restart()
    rig.work()

    assert len(rig.posted("C0NEEDS")) == 1
    assert rig.outbox_states() == {"answer:N1": "sent", "need:N1": "sent"}


@pytest.mark.parametrize("text", ["a chair of oak", "a rocket"])
def test_a_kill_at_every_message_of_a_journey_posts_each_once(rig: Rig, text: str) -> None:
    rig.link()
    has_asked(rig, text)
    while "queued" in rig.outbox_states().values():
        dies_after_posting(rig)
        rig.restart()
        rig.outgoing.send_once()

    assert len(rig.posted()) == len(rig.outbox_states())


def test_a_kill_after_the_first_post_of_an_introduction_opens_one_thread(rig: Rig) -> None:
    rig.link()
    rig.approves(rig.asks("a chair of oak"))
    while not rig.groups():
        while work_once(rig.desk):
            pass
        dies_after_posting(rig)
        rig.restart()
        rig.outgoing.send_once()

    rig.work()

    assert rig.introduction(MILLING).state == "introduced"
    assert [len(thread) for thread in rig.groups()] == [1]


def test_a_kill_before_posting_posts_once_afterwards(rig: Rig) -> None:
    has_asked(rig)
    with rig.store.unit() as unit:
        unit.outbox.take(rig.clock())

    rig.restart()
    rig.work()

    assert len(rig.posted("C0NEEDS")) == 1


def test_an_answer_that_slack_took_before_it_failed_is_found_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    post = rig.delivery._post
    monkeypatch.setattr(rig.delivery, "_post", lambda *args: (post(*args), fail())[0])
    rig.asks_only("a chair of oak")
    monkeypatch.undo()

    works_later(rig, seconds=10)

    assert len(rig.posted("C0NEEDS")) == 1
    assert rig.outbox_states() == {"answer:N1": "sent", "need:N1": "sent"}


def fail() -> None:
    raise TimeoutError


def test_the_message_is_found_among_many(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.slack.delivery._PAGE", 2)
    has_asked(rig, "a rocket")
    rig.outgoing.send_once()
    dies_after_posting(rig)
    for _ in range(5):
        rig.stage.say("advisor", "advisors", "something else")

    rig.restart()
    rig.work()

    assert len(rig.posted(ADVISORS)) == 1


def test_slack_asking_for_a_pause_is_left_alone_for_that_long(rig: Rig) -> None:
    rig.stage.fault("chat.postMessage", status=429, retry_after=30)
    rig.asks_only("a chair of oak")

    works_later(rig, seconds=20)
    assert rig.posted("C0NEEDS") == []

    works_later(rig, seconds=11)
    assert len(rig.posted("C0NEEDS")) == 1


def test_a_pause_holds_for_the_whole_channel(rig: Rig) -> None:
    rig.stage.fault("chat.postMessage", status=429, retry_after=30)
    rig.asks_only("a chair of oak")

    rig.asks_only("a chair of birch")

    posted = [call["args"]["channel"] for call in rig.stage.calls if call["method"] == "chat.postMessage"]
    assert posted.count("C0NEEDS") == 1


@pytest.mark.parametrize("fault", [{"status": 503}, {"error": "internal_error"}, {"error": "token_revoked"}])
def test_a_passing_fault_is_tried_again(rig: Rig, fault: dict[str, object]) -> None:
    rig.stage.fault("chat.postMessage", 2, **fault)

    rig.asks_only("a chair of oak")
    works_later(rig, seconds=5)
    works_later(rig, seconds=10)

    assert len(rig.posted("C0NEEDS")) == 1


def test_an_answer_that_cannot_stand_in_its_channel_comes_directly(rig: Rig) -> None:
    rig.stage.fault("chat.postMessage", error="restricted_action")

    rig.asks_only("a chair of oak")

    assert "Closest to what you need" in rig.stage.last("bot", "company", bot=True)["text"]


def test_what_can_reach_nobody_is_told_to_the_advisors(rig: Rig) -> None:
    rig.stage.fault("chat.postMessage", 2, error="is_archived")

    rig.asks_only("a chair of oak")

    states = {"answer:N1": "undeliverable", "need:N1": "sent", "undeliverable:N1#1": "sent"}
    assert rig.outbox_states() == states
    assert "“lotsen outbox retry 1” tries again" in rig.told_advisors()[0]["text"]


def test_what_advisors_must_know_is_kept_and_logged_until_their_channel_works(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    has_asked(rig, "a rocket")
    rig.outgoing.send_once()
    rig.stage.fault("chat.postMessage", error="not_in_channel")

    rig.work()
    assert "ADVISORS NOT TOLD" in caplog.text

    works_later(rig, minutes=6)
    assert len(rig.posted(ADVISORS)) == 1


def test_without_an_advisor_channel_it_is_logged_and_kept(
    rig: Rig, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    alone = Rig(rig.stage, tmp_path / "alone", advisors=None)
    with alone.store.unit() as unit:
        unit.needs.add(replace(a_need(FOUND), id="N1"))
        unit.outbox.put(Message(Topic.BREAKDOWN, "N1"), alone.clock())

    alone.work()

    assert "no_advisor_channel" in caplog.text
    assert alone.outbox_states() == {"breakdown:N1": "queued"}


def test_a_deleted_advisor_thread_is_begun_anew(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.chooses(answer)
    with rig.store.unit() as unit:
        unit.outbox.put(Message(Topic.BREAKDOWN, "N1"), rig.clock())
    rig.stage.fault("chat.postMessage", error="thread_not_found")

    rig.work()

    assert "thread_ts" not in rig.posted(ADVISORS)[-1]


def test_a_message_that_cannot_be_made_is_given_up_after_some_tries(rig: Rig) -> None:
    rig.asks("a chair of oak")
    with rig.store.unit() as unit:
        unit.outbox.put(Message(Topic.THREAD_OPENED, "N1"), rig.clock())
        unit.outbox.put(Message(Topic.REQUEST_BY_HAND, "N1"), rig.clock())

    for _ in range(12):
        works_later(rig, minutes=6)

    assert rig.outbox_states()["thread_opened:N1"] == "undeliverable"
    assert len(rig.told_advisors()) == 2


def test_an_update_that_slack_took_before_the_process_died_is_made_again_and_changes_nothing(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.click("expert", "reply_yes")
    while "queued" in rig.outbox_states().values() or work_once(rig.desk):
        dies_after_posting(rig)
        rig.restart()
        rig.outgoing.send_once()
        rig.work()

    assert len([m for m in rig.direct("company") if "Your introductions" in m["text"]]) == 1
    assert len(rig.direct("expert")) == 1


def test_a_message_that_was_deleted_is_not_brought_up_to_date(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.fault("chat.update", 9, error="message_not_found")

    rig.says_yes("expert")

    assert "undeliverable" not in rig.outbox_states().values()
    assert rig.introduction(MILLING).state == "introduced"


def test_an_update_that_we_made_wrong_is_told_to_the_advisors(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.fault("chat.update", error="invalid_blocks")

    rig.declines("expert")

    assert any("could not be delivered" in message["text"] for message in rig.posted(ADVISORS))


@pytest.mark.parametrize("times", [1, 2])
def test_an_announcement_that_we_made_wrong_holds_up_nothing(rig: Rig, times: int) -> None:
    rig.link(slack="U0GONE")
    has_asked(rig)
    rig.outgoing.send_once()
    rig.stage.fault("chat.postMessage", times, error="invalid_blocks")
    rig.work()

    rig.chooses(rig.stage.last("needs", bot=True))

    assert "request_by_hand" in "".join(rig.outbox_states())
    assert len(rig.posted(ADVISORS)) == 3 - times


def test_a_need_has_one_announcement_that_is_changed_as_it_moves(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    before = str(rig.posted(ADVISORS))
    rig.says_yes("expert")

    assert len(rig.posted(ADVISORS)) == 1
    assert str(rig.posted(ADVISORS)) != before


def test_what_is_for_the_asker_alone_is_whispered_where_it_cannot_be_written_directly(rig: Rig) -> None:
    rig.asks_first()
    answer = rig.asks("a chair of oak")
    rig.approves(answer)
    rig.stage.fault("conversations.open", error="messages_tab_disabled")

    rig.work()

    assert "Asked. You will have an answer" in rig.stage.visible_to("company")
    assert "Asked. You will have an answer" not in rig.stage.visible_to("company2")


def test_a_group_that_cannot_be_opened_names_the_side_on_which_that_lies(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.slack.users["U0COMPANY"].deleted = True

    rig.says_yes("expert")

    hurdle = rig.introduction(MILLING).hurdle
    assert hurdle == Hurdle(Side.COMPANY, Reach.DEACTIVATED)


def test_what_has_been_overtaken_is_not_told(rig: Rig) -> None:
    rig.asks_first()
    rig.approves(rig.asks("a chair of oak"))
    while work_once(rig.desk):
        pass
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    while work_once(rig.desk):
        pass

    rig.work()

    assert rig.outbox_states()[f"request:N1/{MILLING}"] == "dropped"
    assert rig.direct("expert") == []


def test_a_matcher_that_breaks_leaves_the_company_an_apology_and_the_advisors_its_words(rig: Rig) -> None:
    rig.matcher.broken = True
    rig.asks_only("a chair of oak")

    for _ in range(3):
        works_later(rig, minutes=1)

    assert "Reference: N1" in rig.stage.last("needs", bot=True)["text"]
    assert "a chair of oak" in str(rig.posted(ADVISORS)[0]["blocks"])


def test_nothing_to_send_is_nothing_done(rig: Rig) -> None:
    assert not rig.outgoing.send_once()


def test_no_message_unfurls_and_each_has_its_key(rig: Rig) -> None:
    rig.asks("a chair of oak")

    call, _ = (call["args"] for call in rig.stage.calls if call["method"] == "chat.postMessage")
    assert call["metadata"] == {"event_type": "lotsen_message", "event_payload": {"key": "answer:N1"}}
    assert str(call["unfurl_links"]).lower() in ("0", "false")


def test_messages_within_a_second_wait_for_each_other(tmp_path: Path) -> None:
    with over_http(tmp_path, one_message_a_second=True) as rig:
        for text in ("a chair", "both a chair"):
            rig.asks_only(text)
        rig.stage.until(lambda: later(rig) and len(rig.posted("C0NEEDS")) == 2, what="both answers")


def later(rig: Rig) -> bool:
    rig.clock.move(seconds=2)
    rig.work()
    return True
