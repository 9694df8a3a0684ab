from dataclasses import replace

import pytest

from bot.desk.correct import KIND, correcting
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.domain.correction import Correction
from bot.domain.lifecycle import NEED, NeedEvent, NeedState
from bot.domain.message import Topic
from bot.domain.need import Need
from bot.domain.showing import ForCompany
from bot.storage.ports import Json
from matcher.answer import Match, Part
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

WHY = "They carve, and do not dry."
CARVED = correcting("N1", ADVISOR, [CARVING, DRYING], WHY)


@pytest.fixture
def play() -> Play:
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked()
    return play


def need_of(play: Play) -> Need:
    with play.store.unit() as unit:
        return unit.needs.get("N1")


def matches(play: Play) -> list[str]:
    answer = need_of(play).answer
    return [match.id for match in answer.matches] if answer else []


def corrections(play: Play) -> list[Correction]:
    with play.store.unit() as unit:
        return list(unit.corrections.of_need("N1"))


def test_the_advisors_matches_take_the_place_of_the_matchers(play: Play) -> None:
    play.happens(KIND, CARVED)

    need = need_of(play)
    assert need.answer is not None
    assert (need.state, need.answer.outcome) == (NeedState.MATCHED, "matches")
    assert need.answer.matches == (
        Match("service", CARVING, "joinery", "carving name", 0.0, "possible"),
        Match("service", DRYING, "joinery", "Drying of timber", 0.9, "strong"),
    )


def test_nothing_of_the_answer_before_is_left_beside_them(play: Play) -> None:
    with play.store.unit() as unit:
        need = unit.needs.get("N1")
        assert need.answer is not None
        parts = (Part("oak", need.answer.matches), Part("pine", ()))
        unit.needs.save(replace(need, answer=replace(need.answer, parts=parts, missing=("oak",))), was=need.state)
    play.happens(KIND, correcting("N1", ADVISOR, [FIRST], WHY))

    answer = need_of(play).answer
    assert answer is not None
    assert (matches(play), answer.parts, answer.missing) == ([FIRST], (), ())


def test_the_answer_is_changed_where_it_stands_and_the_asker_alone_is_told(play: Play) -> None:
    play.happens(KIND, CARVED)

    assert play.slack.topics(COMPANY) == [Topic.ANSWER, Topic.ANSWER_CHANGED, Topic.ADVISOR_SUGGESTS]
    value = play.slack.posts["answer:N1"].value
    assert isinstance(value, ForCompany)
    assert value.need == need_of(play)


def test_what_was_before_and_why_is_kept_for_the_advisors(play: Play) -> None:
    play.happens(KIND, CARVED)

    kept = Correction("N1/1", "N1", ADVISOR, play.clock(), (DRYING,), (CARVING, DRYING), WHY)
    assert corrections(play) == [kept]
    assert not any(WHY in repr(post.value) for post in play.slack.seen)


def test_the_introductions_that_are_under_way_go_on(play: Play) -> None:
    play.approved("N1", DRYING)
    play.happens(KIND, correcting("N1", ADVISOR, [CARVING], WHY))

    assert play.state(f"N1/{DRYING}") == "asked"


@pytest.mark.parametrize("state", NeedState)
def test_only_an_answer_can_be_corrected(play: Play, state: NeedState) -> None:
    with play.store.unit() as unit:
        need = unit.needs.get("N1")
        unit.needs.save(replace(need, state=state), was=need.state)
    play.happens(KIND, CARVED)

    assert bool(corrections(play)) == (NeedEvent.CORRECTED in NEED[state])


def test_the_nearest_misses_become_matches_when_an_advisor_says_so(play: Play) -> None:
    play.asked(text="moon")
    play.happens(KIND, correcting("N2", ADVISOR, [DRYING], WHY))

    with play.store.unit() as unit:
        assert unit.needs.get("N2").state is NeedState.MATCHED


def test_a_need_that_was_unclear_is_announced_once_it_has_matches(play: Play) -> None:
    play.asked(text="a thing")
    assert "need:N2" not in play.slack.posts
    play.happens(KIND, correcting("N2", ADVISOR, [DRYING], WHY))

    assert "need:N2" in play.slack.posts


@pytest.mark.parametrize(
    "body",
    [
        correcting("N1", ADVISOR, [], WHY),
        correcting("N1", ADVISOR, ["joinery/gone"], WHY),
        correcting("N1", ADVISOR, [CARVING], "much better"),
        correcting("N1", ADVISOR, [DRYING], WHY),
    ],
)
def test_what_corrects_nothing_or_says_not_why_changes_nothing(play: Play, body: Json) -> None:
    play.happens(KIND, body)

    assert (matches(play), corrections(play)) == ([DRYING], [])


def test_leaving_out_the_last_ones_is_a_correction(play: Play) -> None:
    play.happens(KIND, CARVED)
    play.happens(KIND, correcting("N1", ADVISOR, [CARVING], "It is dry already."))

    assert matches(play) == [CARVING]


def test_what_the_catalogue_does_not_have_and_what_is_named_twice_is_passed_over(play: Play) -> None:
    play.happens(KIND, correcting("N1", ADVISOR, [CARVING, "joinery/gone", CARVING, NOBODYS], WHY))

    assert matches(play) == [CARVING, NOBODYS]


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "USTRANGER"])
def test_nobody_but_an_advisor_corrects(play: Play, user: str) -> None:
    play.happens(KIND, correcting("N1", user, [CARVING], WHY))

    assert (matches(play), play.inbox_states()[-1]) == ([DRYING], "given_up")


def test_of_two_corrections_at_once_the_later_holds_and_both_are_kept(play: Play) -> None:
    play.write(KIND, CARVED)
    play.write(KIND, correcting("N1", OTHER_ADVISOR, [NOBODYS], "Nobody answers for these."))
    play.settle()

    assert matches(play) == [NOBODYS]
    assert [each.before for each in corrections(play)] == [(DRYING,), (CARVING, DRYING)]


def test_the_same_correction_twice_is_one(play: Play) -> None:
    play.write(KIND, CARVED)
    play.write(KIND, CARVED)
    play.settle()

    assert len(corrections(play)) == 1
    assert play.slack.topics(COMPANY).count(Topic.ADVISOR_SUGGESTS) == 1


def test_what_was_erased_is_corrected_no_more(play: Play) -> None:
    play.happens(ERASE, erasing(COMPANY))
    play.happens(KIND, CARVED)

    assert (need_of(play).answer, corrections(play)) == (None, [])
