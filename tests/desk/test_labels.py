import json
from datetime import date, timedelta

import pytest

from bot.desk.correct import KIND as CORRECT
from bot.desk.correct import correcting
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.labels import KIND, deciding, export_labels
from bot.domain.message import Message, Topic
from bot.domain.showing import ForDesk
from bot.storage.ports import Json
from matcher.labels import parse_labels
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

WHY = "They carve, and do not dry."
SECRET = "Dry oak for us, and write to orders@example.com."


@pytest.fixture
def play() -> Play:
    """A correction that nobody has decided about."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked(text=SECRET)
    play.happens(CORRECT, correcting("N1", ADVISOR, [CARVING, DRYING], WHY))
    return play


def approved(play: Play, correction: str = "N1/1") -> None:
    play.happens(KIND, deciding(correction, OTHER_ADVISOR, approved=True))


def lines(play: Play) -> list[str]:
    with play.store.unit() as unit:
        return list(export_labels(unit, play.desk.catalogue))


def labels(play: Play) -> list[Json]:
    return [json.loads(line) for line in lines(play)]


def test_a_correction_becomes_a_label_once_it_is_approved(play: Play) -> None:
    assert labels(play) == []
    approved(play)

    (label,) = labels(play)
    assert (label["id"], label["outcome"], label["relevant"]) == ("N1", "matches", {CARVING: 3, DRYING: 2})
    assert label["note"] == WHY


def test_what_looks_secret_is_in_no_label(play: Play) -> None:
    play.happens(CORRECT, correcting("N1", ADVISOR, [DRYING, CARVING], "As orders@example.com told us."))
    approved(play, "N1/2")

    assert "orders" not in "".join(lines(play))
    assert labels(play)[0]["need"].startswith("Dry oak for us")


def test_labels_are_read_as_labelled_needs_are(play: Play) -> None:
    approved(play)

    (need,) = parse_labels("corrected.jsonl", lines(play), play.desk.catalogue.entry_ids)
    assert (need.family, need.split, need.style) == ("N1", "fit", ("corrected",))


def test_what_is_left_out_is_no_label(play: Play) -> None:
    play.happens(KIND, deciding("N1/1", ADVISOR, approved=False))
    approved(play)

    assert lines(play) == []


def test_of_two_who_decide_at_once_the_first_ones_word_holds(play: Play) -> None:
    play.write(KIND, deciding("N1/1", ADVISOR, approved=True))
    play.write(KIND, deciding("N1/1", OTHER_ADVISOR, approved=False))
    play.settle()

    assert len(lines(play)) == 1
    assert play.happened("N1")[-1] == "label_approved"


def test_a_need_that_was_corrected_twice_is_one_label_as_it_was_in_the_end(play: Play) -> None:
    play.happens(CORRECT, correcting("N1", ADVISOR, [NOBODYS], "Nobody answers for these."))
    approved(play)
    approved(play, "N1/2")

    assert [label["relevant"] for label in labels(play)] == [{NOBODYS: 3}]


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "USTRANGER"])
def test_nobody_but_an_advisor_decides(play: Play, user: str) -> None:
    play.happens(KIND, deciding("N1/1", user, approved=True))

    assert (lines(play), play.inbox_states()[-1]) == ([], "given_up")


def test_a_correction_that_is_not_there_is_decided_by_nobody(play: Play) -> None:
    approved(play, "N9/1")

    assert (lines(play), play.inbox_states()[-1]) == ([], "done")


def test_the_company_hears_nothing_of_it(play: Play) -> None:
    told = play.slack.topics(COMPANY)
    approved(play)

    assert play.slack.topics(COMPANY) == told
    assert Topic.LABELS_CHANGED not in play.slack.topics(ADVISOR)


def test_what_was_erased_is_no_label_whoever_approved_it(play: Play) -> None:
    approved(play)
    play.happens(ERASE, erasing(COMPANY))

    assert lines(play) == []


def test_what_the_catalogue_lost_is_left_out_of_the_labels(play: Play) -> None:
    approved(play)
    with play.store.unit() as unit:
        without = type(play.desk.catalogue)(())

        assert list(export_labels(unit, without)) == []


def listed(play: Play, after: int) -> str:
    """The weekly list is told some days later; its key."""
    play.clock.at += timedelta(days=after)
    message = Message(Topic.LABELS_DUE, None, mark=play.desk.rules.today(play.clock()).isoformat())
    with play.store.unit() as unit:
        unit.outbox.put(message, play.clock())
    play.settle()
    return message.key


def now_at(play: Play, key: str) -> Topic:
    """What stands in the place of a list; the newest stands under the key that is updated."""
    return play.slack.posts[key].message.topic


def test_erasing_empties_old_lists_of_corrections_and_brings_the_newest_up_to_date(play: Play) -> None:
    other = play.asked(text="pine", user="UOTHERCOMPANY")
    play.happens(CORRECT, correcting(other, ADVISOR, [CARVING, DRYING], WHY))
    old, newest = listed(play, 7), listed(play, 7)
    play.happens(ERASE, erasing(COMPANY))

    assert now_at(play, old) is Topic.ERASED_FOR_ADVISORS
    assert now_at(play, newest) is Topic.LABELS_DUE
    left = play.slack.value(Topic.LABELS_CHANGED)
    assert isinstance(left, ForDesk)
    assert [need.id for _, need in left.corrections] == [other]


def test_what_takes_the_place_of_an_old_list_shows_no_correction(play: Play) -> None:
    old = listed(play, 7)
    listed(play, 7)
    play.happens(ERASE, erasing(COMPANY))

    assert play.slack.posts[old].value == ForDesk(date(2026, 3, 16))


def test_lists_that_never_showed_what_is_erased_stay_as_they_were(play: Play) -> None:
    other = play.asked(text="pine", user="UOTHERCOMPANY")
    lists = [listed(play, 7), listed(play, 7)]
    approved(play)
    lists += [listed(play, 7), listed(play, 7)]
    play.happens(CORRECT, correcting(other, ADVISOR, [CARVING, DRYING], WHY))
    told = len(play.slack.seen)
    play.happens(ERASE, erasing("UOTHERCOMPANY"))
    assert Topic.ERASED_FOR_ADVISORS not in {post.message.topic for post in play.slack.seen[told:]}

    play.happens(ERASE, erasing(COMPANY))
    assert [play.slack.posts[key].message.erases for key in lists] == [True, True, False, False]


def test_two_who_are_erased_on_one_day_are_both_taken_out_of_the_list(play: Play) -> None:
    other = play.asked(text="pine", user="UOTHERCOMPANY")
    play.happens(CORRECT, correcting(other, ADVISOR, [CARVING, DRYING], WHY))
    week = play.slack.posts[listed(play, 7)].value
    assert isinstance(week, ForDesk)
    assert len(week.corrections) == 2
    for user in (COMPANY, "UOTHERCOMPANY"):
        play.happens(ERASE, erasing(user))

    left = play.slack.value(Topic.LABELS_CHANGED)
    assert isinstance(left, ForDesk)
    assert left.corrections == ()
