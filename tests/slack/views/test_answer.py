from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.views.answer import (
    OPTION,
    SEE_ALL,
    SKIP,
    answer_posting,
    chosen_posting,
    lines,
    option_of,
    skipped_posting,
)
from bot.slack.views.choice import Choice, Picked
from bot.slack.views.choose import CHOOSE
from bot.slack.views.match import INTRODUCE
from bot.slack.views.put_right import CHANGE
from matcher.answer import Answer, Match, Part, Reason
from tests.slack.answers import (
    ASKS_BACK,
    DYEING,
    FOUND,
    HOSTILE,
    MILLING,
    MISSED,
    NO_NEED,
    PARTS,
    PRIVATE,
    PUBLIC,
    VAGUE,
    WORKSHOP,
    a_need,
    dyeing,
    joiner,
    milling,
    strength,
)
from tests.slack.checking import identifiers, shown


def answered(answer: Answer, **more: object) -> str:
    need = a_need(answer, **more)
    assert need.answer is not None
    return shown(answer_posting(need, need.answer, WORKSHOP))


def test_a_match_says_what_it_is_who_answers_why_and_how_sure() -> None:
    text = answered(FOUND)

    assert "*Computer-controlled milling of wood* — Timber Workshop  ·  Good match" in text
    assert "Because you wrote “forty chair backs in oak”, and they help with needs like “We need forty" in text
    assert "Who answers: master joiner · Confirmed by the host 2026-03-14 · Open to companies" in text


def test_a_match_in_swedish_has_no_english_in_it() -> None:
    text = answered(FOUND, language="sv")

    assert "Datorstyrd fräsning av trä" in text
    assert "Den som svarar: snickarmästare · Bekräftat av verksamheten 2026-03-14 · Öppet för företag" in text
    assert "Sätt oss i kontakt" in text
    assert "Who answers" not in text


def test_what_no_host_has_confirmed_says_so() -> None:
    text = answered(replace(FOUND, matches=FOUND.matches[3:]))

    assert "Not yet confirmed by the host · Not yet known whether open to companies" in text


def test_words_of_the_need_that_met_several_things_are_quoted_once() -> None:
    reasons = (Reason("in oak", "routing along a drawn line"), Reason("in oak", "five axes"))
    text = answered(replace(FOUND, matches=(replace(milling, reasons=reasons),)))

    assert "Because you wrote “in oak”, and they offer “routing along a drawn line” and “five axes”" in text
    assert text.count("in oak") == 1


def test_the_own_words_of_an_entry_come_before_the_needs_of_others() -> None:
    reasons = (Reason("in oak", "We need forty identical chair"), Reason("oak", "five axes"))
    text = answered(replace(FOUND, matches=(replace(milling, reasons=reasons),)))

    assert "Because you wrote “oak”, and they offer “five axes”" in text
    assert "needs like" not in text


def test_each_infrastructure_has_one_line_however_much_of_it_matches() -> None:
    assert [match.id for _, match in lines(FOUND)] == [MILLING, DYEING]


def test_what_a_match_shows_anyway_is_not_repeated_as_a_reason() -> None:
    shows = WORKSHOP.entry(MILLING).shows.en  # type: ignore[union-attr] - a service, which shows something
    reasons = (Reason("in oak", shows), Reason("in oak", "routing"))

    assert answered(replace(FOUND, matches=(replace(milling, reasons=reasons),))).count(shows) == 1


def test_the_only_reason_is_told_even_when_the_match_shows_it_anyway() -> None:
    reasons = (Reason("milling", "computer-controlled milling of wood"),)

    assert "Because you wrote “milling”" in answered(replace(FOUND, matches=(replace(milling, reasons=reasons),)))


def test_a_limit_that_is_not_met_is_said() -> None:
    text = answered(replace(FOUND, matches=FOUND.matches[1:]))

    assert "Mind the quality level: you ask for GMP, they offer research grade" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Note: you asked for work on samples, but here the work is on people."),
        ("sv", "Obs: ni frågar om arbete på prover, men här arbetar man med människor."),
    ],
)
def test_work_on_something_else_is_said_in_a_sentence_of_its_own(language: str, said: str) -> None:
    match = replace(strength, caveats=(("subjects", "samples", "humans"),))

    assert said in answered(replace(FOUND, matches=(match,)), language=language)


def test_at_most_three_matches_are_shown_and_the_rest_is_a_button() -> None:
    houses = [replace(milling, id=f"house-{n}/x", infrastructure=f"house-{n}") for n in range(5)]
    many = replace(FOUND, matches=tuple(houses))

    posting = answer_posting(a_need(many), many, WORKSHOP)

    assert list(identifiers(posting.blocks)) == [CHANGE] + [INTRODUCE] * 3 + [SEE_ALL, CHOOSE]


def test_a_single_match_leaves_nothing_to_choose() -> None:
    one = replace(FOUND, matches=FOUND.matches[:1])

    assert list(identifiers(answer_posting(a_need(one), one, WORKSHOP).blocks)) == [CHANGE, INTRODUCE, SEE_ALL]


def test_a_button_carries_need_and_entry() -> None:
    button = answer_posting(a_need(FOUND), FOUND, WORKSHOP).blocks[6]["elements"][0]

    assert Choice.unpacked(button["value"]) == Choice("N7", MILLING)


@pytest.mark.parametrize("answer", [FOUND, MISSED, ASKS_BACK])
def test_limits_that_were_read_are_told_and_can_be_put_right(answer: Answer) -> None:
    read = replace(answer, limits={"quality": "GMP", "subjects": "cells, humans"})

    (told,) = [block for block in answer_posting(a_need(read), read, WORKSHOP).blocks if CHANGE in str(block)]

    assert told["text"]["text"] == "I read: GMP, cells, people"
    assert (told["accessory"]["value"], told["accessory"]["text"]["text"]) == ("N7", "Not right? Change it")


@pytest.mark.parametrize(
    ("language", "limits", "said"),
    [
        ("en", {"subjects": "cells"}, "I read: cells, not animals, not GMP"),
        ("sv", {}, "Jag har uppfattat: inte djur, inte GMP"),
    ],
)
def test_what_was_read_as_ruled_out_is_told_too(language: str, limits: dict[str, str], said: str) -> None:
    read = replace(FOUND, limits=limits, ruled_out={"subjects": "animals", "quality": "GMP"})

    assert said in answered(read, language=language)


def test_what_was_taken_out_is_told_and_can_be_put_back() -> None:
    without = replace(FOUND, limits={}, left_out=(("quality", "GMP"),))

    text = answered(without, language="sv")

    assert "Ni har tagit bort: GMP" in text
    assert "Jag har uppfattat" not in text
    assert CHANGE in identifiers(answer_posting(a_need(without), without, WORKSHOP).blocks)


def test_where_nothing_was_read_there_is_nothing_to_put_right() -> None:
    assert CHANGE not in identifiers(answer_posting(a_need(PARTS), PARTS, WORKSHOP).blocks)


def test_the_best_of_each_part_comes_first() -> None:
    assert [(part, match.id) for part, match in lines(PARTS)] == [
        ("mill forty chair backs", MILLING),
        ("dye the cushions red", DYEING),
    ]
    assert "For “dye the cushions red”" in answered(PARTS)


def test_words_that_stand_above_a_match_are_not_quoted_again() -> None:
    part = "mill forty chair backs"
    served = replace(milling, reasons=(Reason(part, "five axes"), Reason("in oak.", "routing")))

    text = answered(replace(PARTS, parts=(Part(part, (served,)), PARTS.parts[1])))

    assert f"For “{part}”" in text
    assert "Because they offer “five axes”\nBecause you wrote “in oak”, and they offer “routing”" in text


def test_nothing_fits_says_what_is_missing_what_is_near_and_who_answers() -> None:
    text = answered(MISSED)

    assert "What I could not find here: titanium, welding" in text
    assert "Mind the quality level: you ask for GMP" in text
    assert "Another way: Metal is milled at the shipyard." in text
    assert "An innovation advisor has your need now" in text


def test_each_near_miss_has_a_reason_and_each_unit_one_line() -> None:
    near = (joiner, replace(milling, caveats=()), strength, replace(dyeing, id="dye-garden/dyer", kind="expert"))

    text = answered(replace(MISSED, matches=near))

    milled = "*Computer-controlled milling of wood* — Timber Workshop\n   "
    assert f"{milled}{WORKSHOP.entry(MILLING).does_not.en}" in text  # type: ignore[union-attr] - a service
    assert "joiner" not in text
    assert "Strength" not in text
    assert "Dye Garden" not in text


def test_an_unmet_limit_is_why_a_near_miss_does_not_fit_also_of_an_expert() -> None:
    guarded = replace(joiner, caveats=strength.caveats)

    service, expert = answered(MISSED), answered(replace(MISSED, matches=(joiner, guarded)))

    assert "— Timber Workshop\n   Mind the quality level: you ask for GMP, they offer research grade" in service
    assert "Master joiner* — Timber Workshop\n   Mind the quality level" in expert


def test_near_misses_without_a_reason_are_not_told() -> None:
    assert "Nearest" not in answered(replace(MISSED, matches=(joiner,)))


def test_a_greeting_gets_a_friendly_line_with_an_example() -> None:
    assert "For example: “We want to see" in answered(NO_NEED)


def test_a_question_has_its_options_and_a_way_past_it() -> None:
    posting = answer_posting(a_need(ASKS_BACK), ASKS_BACK, WORKSHOP)

    assert "What is it made of?" in shown(posting)
    assert list(identifiers(posting.blocks)) == [CHANGE, f"{OPTION}_0", f"{OPTION}_1", SKIP]


@pytest.mark.parametrize(
    ("place", "words"), [(PRIVATE, "Reply in this thread."), (PUBLIC, "Reply in this thread and mention me again.")]
)
def test_a_vague_need_is_asked_for_more_where_it_will_be_heard(place: object, words: str) -> None:
    assert words in answered(VAGUE, place=place)


@pytest.mark.parametrize(
    ("answer", "heading"),
    [
        (replace(FOUND, chosen=MILLING, asked=1), "This is what you chose."),
        (replace(FOUND, asked=2), "These come closest to what you need."),
        (replace(FOUND, asked=2, matches=FOUND.matches[1:]), "I am not sure that these fit"),
        (replace(FOUND, asked=1, matches=FOUND.matches[1:]), "These come closest to what you need."),
    ],
)
def test_what_stands_above_matches_says_how_they_came_about(answer: Answer, heading: str) -> None:
    assert heading in answered(answer)


def test_of_an_answer_with_a_choice_only_that_is_shown_and_the_rest_is_behind_the_button() -> None:
    text = answered(replace(FOUND, chosen=MILLING, asked=1))

    assert "Computer-controlled milling" in text
    assert text.count("Introduce me") == 1
    assert "See all" in text


def test_skipping_shows_the_nearest_and_choosing_takes_the_buttons_away() -> None:
    need = a_need(ASKS_BACK)

    assert "Computer-controlled milling" in shown(skipped_posting(need, ASKS_BACK, WORKSHOP))
    assert list(identifiers(chosen_posting(need, "Wood").blocks)) == []


def test_skipping_with_nothing_near_says_so() -> None:
    empty = replace(ASKS_BACK, matches=())

    assert "nothing near it" in shown(skipped_posting(a_need(empty), empty, WORKSHOP))


@pytest.mark.parametrize("number", [-1, 2, 9])
def test_an_option_that_was_never_offered_is_none(number: int) -> None:
    assert option_of(a_need(ASKS_BACK), Picked("N7", number)) is None
    assert option_of(None, Picked("N7", 0)) is None


def test_a_need_with_nothing_near_it_is_told_in_few_words() -> None:
    assert "Nearest" not in answered(replace(MISSED, matches=(), missing=()))


@pytest.mark.parametrize("matches", [(), (dyeing,)], ids=["nothing", "a possible match"])
def test_a_part_that_nothing_serves_for_sure_takes_no_line(matches: tuple[Match, ...]) -> None:
    unsure = replace(PARTS, parts=(PARTS.parts[0], Part("weld titanium", matches)))

    assert [part for part, _ in lines(unsure)] == [None] * len(lines(unsure))
    assert "You ask for several things" not in answered(unsure)


@pytest.mark.parametrize("answer", [FOUND, MISSED, NO_NEED, VAGUE, ASKS_BACK])
@pytest.mark.parametrize(
    ("place", "words"),
    [(PRIVATE, "Nobody but you and the innovation advisors sees this."), (PUBLIC, "Others in this channel")],
)
def test_every_answer_says_who_can_read_it(answer: Answer, place: object, words: str) -> None:
    assert words in answered(answer, place=place)


def test_an_unknown_language_gets_english_and_a_word_about_it() -> None:
    assert "I read English and Swedish best" in answered(FOUND, language="other")


def test_an_entry_that_left_the_catalogue_does_not_break_the_answer() -> None:
    gone = replace(FOUND, matches=(replace(milling, id="gone/away"),))

    assert "gone/away" in answered(gone)


@given(st.text(max_size=300), st.text(max_size=300))
def test_words_of_need_and_entry_are_never_markup(need: str, entry: str) -> None:
    hostile = replace(milling, reasons=(Reason(HOSTILE + need, entry + HOSTILE), Reason(entry, need)))
    answer = replace(MISSED, outcome="matches", matches=(hostile,) * 3, missing=(need,), limits={need: entry})

    assert shown(answer_posting(a_need(answer), answer, WORKSHOP))
