import pytest

from bot.domain.correction import Correction
from bot.domain.lifecycle import NeedState
from bot.rehearsal.wire import Json
from bot.slack.views.desk.correction import CALLBACK, CORRECT, PLACES, REASON
from bot.slack.views.desk.entries import NOTHING
from tests.slack.advising import opens
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING, STRENGTH
from tests.slack.rig import Rig

WHY = "They want cushions and not backs."
FIRST, SECOND, THIRD, FOURTH, FIFTH = PLACES


def corrects(rig: Rig, values: dict[str, str], why: str = WHY, user: str = "advisor") -> Json:
    """An advisor fills the places; what is said wrong about them, by block."""
    opens(rig, CORRECT, CALLBACK, user=user)
    acknowledged = rig.stage.submit(user, {**values, REASON: why}) or {}
    rig.work()
    errors: Json = acknowledged.get("errors", {})
    return errors


def corrections(rig: Rig) -> list[Correction]:
    with rig.store.unit() as unit:
        return list(unit.corrections.of_need("N1"))


def answered(rig: Rig) -> list[str]:
    with rig.store.unit() as unit:
        answer = unit.needs.get("N1").answer
    return [match.id for match in answer.matches] if answer else []


def test_what_an_advisor_puts_first_takes_the_place_of_the_answer_and_is_told_to_the_company(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")

    corrects(rig, {FIRST: DYEING, SECOND: STRENGTH, THIRD: MILLING, FOURTH: NOTHING})

    (changed,) = rig.posted("C0NEEDS")
    assert changed["ts"] == answer["ts"]
    assert answered(rig) == [DYEING, STRENGTH, MILLING]
    assert "An innovation advisor has read your need, and suggests these." in str(changed["blocks"])
    assert "Dyeing cloth with plants" in rig.direct("company")[-1]["text"]


def test_the_reason_is_kept_for_the_advisors_and_no_company_reads_it(rig: Rig) -> None:
    rig.asks("a chair of oak")

    corrects(rig, {FIRST: DYEING, FOURTH: NOTHING})

    (kept,) = corrections(rig)
    assert (kept.reason, kept.advisor, kept.approved) == (WHY, "U0ADVISOR", None)
    assert kept.before[0] == MILLING
    assert "cushions" not in rig.stage.visible_to("company")


def test_matches_can_be_put_in_another_order_than_the_one_in_which_they_stand(rig: Rig) -> None:
    rig.asks("a chair of oak")

    assert corrects(rig, {FIRST: STRENGTH, SECOND: MILLING}) == {}
    assert answered(rig) == [STRENGTH, MILLING, JOINER, DYEING]


def test_leaving_out_the_last_is_a_correction_too(rig: Rig) -> None:
    rig.asks("a chair of oak")

    assert corrects(rig, {THIRD: NOTHING, FOURTH: NOTHING}) == {}
    assert answered(rig) == [MILLING, STRENGTH]


def test_a_need_that_nothing_fits_is_matched_by_what_an_advisor_finds(rig: Rig) -> None:
    rig.asks("a rocket")

    corrects(rig, {FIRST: DYEING}, "They also dye rocket covers.")

    with rig.store.unit() as unit:
        assert unit.needs.get("N1").state is NeedState.MATCHED
    assert "Introduce me" in str(rig.posted("C0NEEDS")[-1]["blocks"])


def test_a_company_chooses_among_what_was_suggested(rig: Rig) -> None:
    rig.link(GARDENER, "U0EXPERT2")
    rig.asks("a rocket")
    corrects(rig, {FIRST: DYEING}, "They also dye rocket covers.")

    rig.stage.click("company", "see_all", rig.direct("company")[-1])
    rig.modal_of("company", "choose")
    rig.stage.click("company", "introduce", modal=True)
    rig.modal_of("company", "brief")
    rig.stage.submit("company", {"brief_text": "A cover for our rocket."})
    rig.work()

    assert "A cover for our rocket." in str(rig.direct("expert2"))


@pytest.mark.parametrize(
    ("values", "why", "block", "said"),
    [
        ({}, WHY, FIRST, "They stand in this order now."),
        ({SECOND: MILLING}, WHY, SECOND, "This one stands in a place above."),
        ({FIRST: DYEING, FOURTH: NOTHING}, "Better so", REASON, "in three words or more"),
        ({FIRST: DYEING, FOURTH: NOTHING}, "… … … …", REASON, "in three words or more"),
    ],
)
def test_what_corrects_nothing_or_says_not_why_is_not_sent(
    rig: Rig, values: dict[str, str], why: str, block: str, said: str
) -> None:
    rig.asks("a chair of oak")

    errors = corrects(rig, values, why)

    assert said in errors[block]
    assert corrections(rig) == []


def test_a_company_that_asked_in_swedish_reads_swedish(rig: Rig) -> None:
    rig.asks("vi behöver en chair")

    corrects(rig, {FIRST: DYEING, FOURTH: NOTHING})

    assert "En innovationsrådgivare har läst ert behov och föreslår de här." in rig.stage.visible_to("company")
    assert "Växtfärgning av tyg" in rig.direct("company")[-1]["text"]


def test_of_two_advisors_who_correct_at_once_both_are_kept_and_the_last_stands(rig: Rig) -> None:
    rig.asks("a chair of oak")
    opens(rig, CORRECT, CALLBACK)
    opens(rig, CORRECT, CALLBACK, user="advisor2")

    rig.stage.submit("advisor", {FIRST: DYEING, FOURTH: NOTHING, REASON: WHY})
    rig.stage.submit("advisor2", {FIRST: JOINER, THIRD: NOTHING, REASON: WHY})
    rig.work()

    assert answered(rig) == [JOINER, STRENGTH, DYEING]
    assert [each.advisor for each in corrections(rig)] == ["U0ADVISOR", "U0ADVISOR2"]


def test_a_correction_delivered_twice_is_one(rig: Rig) -> None:
    rig.asks("a chair of oak")
    opens(rig, CORRECT, CALLBACK)
    rig.stage.submit("advisor", {FIRST: DYEING, FOURTH: NOTHING, REASON: WHY})
    again = rig.stage.deliveries[-1]["payload"]

    rig.dispatch(again)
    rig.work()

    assert len(corrections(rig)) == 1


def test_a_need_that_is_over_has_no_matches_to_change(rig: Rig) -> None:
    rig.asks("a chair of oak")
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    rig.work()

    opens(rig, CORRECT, "")

    assert "its matches cannot be changed" in rig.stage.visible_to("advisor")


def test_the_catalogue_is_found_in_every_place_and_only_the_first_must_hold_something(rig: Rig) -> None:
    rig.asks("a chair of oak")
    opens(rig, CORRECT, CALLBACK)

    offered = {place: rig.stage.suggest("advisor", place, "")["options"] for place in PLACES}

    assert [options[0]["value"] == NOTHING for options in offered.values()] == [False, True, True, True, True]
    assert [each["value"] for each in rig.stage.suggest("advisor", FIFTH, "krapp")["options"]] == [GARDENER]
