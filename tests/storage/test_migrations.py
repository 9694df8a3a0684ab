import json
from pathlib import Path

from sqlite_utils import Database

from bot.domain.card import Card
from bot.domain.clock import Rules
from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Message, Topic
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.queue import Filters, Pile, glance
from bot.storage.migrations import migrations
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need

CASES = {
    "needs": "id team user text door channel thread private asked_at language state answer filed_by infrastructures",
    "introductions": "id need entry expert expert_user advisor created_at state hurdle channel ts card step"
    " waits waits_until due_at not_before decline by_hand hurdle_of suggested_by proposed_by",
    "events": "id at need introduction actor name reason kept",
    "contacts": "expert slack email",
}
FIRST_CASES = CASES | {
    "needs": "id team user text door channel thread private asked_at language state answer",
    "introductions": "id need entry expert expert_user advisor brief approved_at state hurdle channel ts",
}
KEPT_BESIDE = {
    "clocks": "introduction kind due_at",
    "availabilities": "expert open_requests paused_until deputy hours at_once unanswered",
    "private_words": "id at need introduction author about words useful",
}
OF_ADVISORS = {
    "triage": "need advisor taken_at acted_at snoozed_until outcome same_as",
    "enquiries": "id need asked_by asked_at question answer answered_at",
    "corrections": "id need advisor at before after reason approved decided_by decided_at",
}
QUEUES = {
    "inbox": "id key kind body received_at due_at state attempts error done_at",
    "outbox": "id key topic need introduction created_at due_at state attempts channel ts error done_at mark lane",
}


def shape(path: Path) -> dict[str, str]:
    db = Database(path)
    names = [name for name in db.table_names() if not name.startswith(("_", "sqlite_", "needs_fts"))]
    found = {name: " ".join(column.name for column in db.table(name).columns) for name in names}
    db.close()
    return found


def test_an_empty_file_gets_all_tables(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "record.db")

    assert shape(tmp_path / "record.db") == CASES | QUEUES | KEPT_BESIDE | OF_ADVISORS


def test_the_first_shape_knew_cases_only(tmp_path: Path) -> None:
    db = Database(tmp_path / "record.db")
    migrations.apply(db, stop_before="m002_inbox_and_outbox")
    db.close()

    assert shape(tmp_path / "record.db") == FIRST_CASES


def test_the_first_shape_with_data_becomes_todays_and_keeps_it(tmp_path: Path) -> None:
    fill_first_shape(tmp_path / "record.db")

    store = SqliteStore(tmp_path / "record.db")

    assert shape(tmp_path / "record.db") == CASES | QUEUES | KEPT_BESIDE | OF_ADVISORS
    with store.unit() as unit:
        assert unit.needs.get("N1") == a_need()
        assert [event.name for event in unit.events.of_need("N1")] == ["asked"]
        assert [contact.slack for contact in unit.contacts.all()] == ["UFIRST"]


def test_todays_shape_is_left_alone(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "record.db")
    with store.unit() as unit:
        unit.needs.add(a_need())

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        assert unit.needs.get("N1") == a_need()


def test_keys_are_unique_in_both_queues(tmp_path: Path) -> None:
    db = Database(SqliteStore(tmp_path / "record.db").path)
    unique = {name: [i.columns for i in db.table(name).indexes if i.unique] for name in QUEUES}
    db.close()

    assert unique == {"inbox": [["key"]], "outbox": [["key"]]}


def test_cases_hang_together_by_foreign_keys(tmp_path: Path) -> None:
    db = Database(SqliteStore(tmp_path / "record.db").path)
    tables = [*CASES, *QUEUES, *KEPT_BESIDE, *OF_ADVISORS]
    found = {(key.table, key.column, key.other_table) for name in tables for key in db.table(name).foreign_keys}
    db.close()

    assert found == {
        ("introductions", "need", "needs"),
        ("introductions", "proposed_by", "introductions"),
        ("events", "need", "needs"),
        ("events", "introduction", "introductions"),
        ("outbox", "need", "needs"),
        ("outbox", "introduction", "introductions"),
        ("clocks", "introduction", "introductions"),
        ("private_words", "need", "needs"),
        ("private_words", "introduction", "introductions"),
        ("triage", "need", "needs"),
        ("triage", "same_as", "needs"),
        ("enquiries", "need", "needs"),
        ("corrections", "need", "needs"),
    }


def test_introductions_of_the_second_shape_go_on_where_they_were(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db")

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        opening, by_hand = unit.introductions.of_need("N1")
        parcel = unit.outbox.take(MORNING)
    assert (opening.state, opening.card) == (IntroductionState.ACCEPTED, Card("a/b", 'Say "å"', "sv"))
    assert (by_hand.by_hand, by_hand.hurdle) == (ByHand.OUT_OF_REACH, Hurdle(Side.EXPERT, Reach.UNLINKED))
    assert parcel is not None
    assert parcel.message == Message(Topic.INTRODUCTION, "N1", "N1/a/b")


def test_an_arrivals_number_is_not_used_again(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db")
    store = SqliteStore(tmp_path / "record.db")

    with store._transaction() as db:
        assert [row["key"] for row in db.query("select key from inbox")] == ["first"]
        db.execute("delete from inbox")
    with store.unit() as unit:
        unit.inbox.write("second", "ask", {}, MORNING)
        arrival = unit.inbox.take(MORNING)
    assert arrival is not None
    assert arrival.id == 8


def test_needs_of_an_older_shape_are_found_by_their_words_and_by_their_infrastructures(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db")

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        (line,) = unit.queue.page(
            Pile.ALL, Filters(infrastructure="mill"), glance(Rules(), "UADVISOR", MORNING), 0
        ).lines
        assert [found.id for found in unit.queue.search("oa", 5)] == ["N1"]
    assert line.infrastructures == ("joinery", "mill")


def test_what_told_of_an_unmatched_need_becomes_the_message_of_that_need(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db", topic="unmatched_need")

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        assert unit.outbox.has(Message(Topic.NEED, "N1").key)


def test_a_message_may_be_about_no_need(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db")

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        assert unit.outbox.put(Message(Topic.DIGEST, None, mark="2026-03-02"), MORNING)
        assert [held.message.need for held in unit.outbox.held()] == ["N1", None]


def test_who_proposed_an_introduction_is_kept_where_the_record_knows_them(tmp_path: Path) -> None:
    fill_second_shape(tmp_path / "record.db")
    db = Database(tmp_path / "record.db")
    migrations.apply(db, stop_before="m007_to_be_read")
    db.execute("update introductions set proposed_by = case id when 'N1/a/b' then 'N1/a/c' else 'N9/a/b' end")
    db.conn.commit()
    db.close()

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        assert [each.proposed_by for each in unit.introductions.of_need("N1")] == ["N1/a/c", None]


def fill_second_shape(path: Path, topic: str = "introduction") -> None:
    """Rows as the second shape held them: an introduction on its way to a thread, one by hand, and both queues."""
    db = Database(path)
    migrations.apply(db, stop_before="m003_asked_first")
    at = MORNING.isoformat(timespec="microseconds")
    matches = [{"infrastructure": unit} for unit in ("joinery", "mill", "joinery", "forge")]
    answer = json.dumps({"language": "sv", "outcome": "matches", "matches": matches})
    need = ["N1", "T1", "UCOMPANY", "oak", "mention", "C1", "100.1", 0, at, "sv", "matched", answer]
    db.execute("insert into needs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", need)
    for row in (
        ["N1/a/b", "N1", "a/b", "a/x", "UFIRST", None, 'Say "å"', at, "approved", None, None, None],
        ["N1/a/c", "N1", "a/c", "a/x", None, None, "Oak", at, "with_advisor", "unlinked", None, None],
    ):
        db.execute("insert into introductions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    inbox = [7, "first", "ask", "{}", at, at, "done", 1, None, at]
    db.execute("insert into inbox values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", inbox)
    outbox = [1, f"{topic}:N1/a/b", topic, "N1", "N1/a/b", at, at, "queued", 0, None, None, None, None]
    db.execute("insert into outbox values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", outbox)
    db.conn.commit()
    db.close()


def fill_first_shape(path: Path) -> None:
    """Rows as the first shape held them, written without any code of today."""
    db = Database(path)
    migrations.apply(db, stop_before="m002_inbox_and_outbox")
    at = MORNING.isoformat()
    need = ["N1", "T1", "UCOMPANY", "oak", "mention", "C1", "100.1", 0, at, "en", "asked", None]
    db.execute("insert into needs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", need)
    db.execute("insert into events values (1, ?, 'N1', null, 'UCOMPANY', 'asked', '', '{}')", [at])
    db.execute("insert into contacts values ('joinery/first', 'UFIRST', null)")
    db.conn.commit()
    db.close()
