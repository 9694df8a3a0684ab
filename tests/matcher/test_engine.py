"""The whole matcher on a small catalogue: real signals, a real if tiny encoder, a fusion with weights set by hand."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue_files import read_catalogue
from matcher.answer import Answer, Match, Outcome
from matcher.building import Keeper
from matcher.context import MOST_QUESTIONS, Context
from matcher.encoders import ModelUnavailable, SentenceTransformerEncoder
from matcher.engine import TOP, Matcher, assemble, build
from matcher.entries import Entry, EntryLimits
from matcher.fusion import OUTCOMES, Fusion, Linear
from matcher.knowledge import Experience
from matcher.labels import LabelsInvalid
from matcher.limits import NAMES, LimitReader
from matcher.parts import pieces
from matcher.question import ASKS, WHICH
from tests.matcher.workshop import CATALOGUE, CELLS, DYEING, DYER, JOINER, MICE, MILLING, PAINTING, STRENGTH, chunks

DATA = Path(__file__).parents[2] / "data"
WORKSHOP = Path(__file__).parents[1] / "data/workshop-catalogue"
WEIGHTS = {"meaning": 0.5, "best two sentences": 0.5, "words": 2, "characters": 1, "characters of pieces": 2}
LIMITS = {"species conflicts": -2, "quality agrees": 1, "subjects ruled out": -2}
NEEDS = [
    "Who can mill a wooden wheel for our cart?",
    "How much load can furniture carry?",
    "Vem kan färga ull med växter?",
    "Mordants for silk",
    "Our cells must be made under GMP. Then we want to see how mice learn and move.",
    "",
    "🙂",
]

Ask = Callable[..., Answer]


def fusion(outcome: Outcome) -> Fusion:
    """One that always says the same of a need as a whole."""
    return Fusion(
        scale="scaled",
        ranking=Linear(-1, WEIGHTS | LIMITS),
        outcomes={name: Linear(4 if name == outcome else 0, {}) for name in OUTCOMES},
        answers_above=0.5,
        confidence=Linear(0, {"logit": 1, "behind": -0.5}),
        strong_above=0.7,
    )


@pytest.fixture(scope="module")
def keeper(encoder: SentenceTransformerEncoder, tmp_path_factory: pytest.TempPathFactory) -> Keeper:
    return Keeper(encoder, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def matcher(keeper: Keeper) -> Matcher:
    return assemble(CATALOGUE, keeper, DATA, Experience((), fusion("matches")))


@pytest.fixture
def saying(keeper: Keeper) -> Callable[[Outcome], Matcher]:
    return lambda outcome: assemble(CATALOGUE, keeper, DATA, Experience((), fusion(outcome)))


def ids(matches: tuple[Match, ...]) -> list[str]:
    return [match.id for match in matches]


@pytest.mark.parametrize(
    ("need", "first"),
    [
        ("Who can mill a wooden wheel for our cart?", MILLING),
        ("How much load can our chair carry before it breaks?", STRENGTH),
        ("We want our table painted red", PAINTING),
        ("Vem kan färga ull med växter?", DYEING),
        ("vem kan farga ull med vaxter", DYEING),
        ("Does our compound calm a mouse?", MICE),
        ("Lugnar vårt ämne möss?", MICE),
        ("odla celler enligt GMP", CELLS),
    ],
)
def test_the_service_that_does_it_is_first(matcher: Matcher, need: str, first: Entry) -> None:
    assert matcher.answer(need).matches[0].id == first.id


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("need", NEEDS)
def test_the_nearest_are_always_there(saying: Callable[[Outcome], Matcher], outcome: Outcome, need: str) -> None:
    answer = saying(outcome).answer(need)

    assert answer.outcome == outcome
    assert sorted(ids(answer.matches)) == sorted(entry.id for entry in CATALOGUE)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_answer_says_only_what_belongs_to_its_outcome(
    saying: Callable[[Outcome], Matcher], outcome: Outcome
) -> None:
    answer = saying(outcome).answer("Our cells must be made under GMP. Then an xylophone must be tuned by somebody")

    assert bool(answer.parts) <= (outcome == "matches")
    assert (answer.question is not None) == (outcome == "unclear")
    assert ("xylophone" in answer.missing) == (outcome == "nothing_fits")
    assert any(match.level == "strong" for match in answer.matches) <= (outcome == "matches")


@pytest.mark.parametrize("top", [0, 1, 3, TOP])
def test_no_more_matches_than_asked_for(matcher: Matcher, top: int) -> None:
    answer = matcher.answer("mill oak", top=top)

    assert ids(answer.matches) == ids(matcher.answer("mill oak").matches)[:top]


def test_an_expert_is_found_by_own_words(matcher: Matcher) -> None:
    found = ids(matcher.answer("Who knows about mordants for silk?").matches)

    assert found[0] == "dye/dyer"


def test_an_expert_is_found_by_the_services_answered_for(matcher: Matcher) -> None:
    found = ids(matcher.answer("Who can mill a wheel for a cart?").matches)

    assert found.index("wood/milling") < found.index("wood/joiner") < found.index("dye/dyer")


def test_parts_are_served_by_turns(matcher: Matcher) -> None:
    answer = matcher.answer("We want to see how mice learn and move. After that our cells are made under GMP.")

    assert [part.matches[0].id for part in answer.parts] == ["mice/behaviour", "clean/cells"]
    assert {match.infrastructure for match in answer.matches[:2]} == {"mice", "clean"}


def test_a_need_for_one_thing_has_no_parts(matcher: Matcher) -> None:
    assert matcher.answer("We need forty chair backs. They should be milled of oak.").parts == ()


def test_a_limit_that_is_read_is_told_and_what_does_not_meet_it_gets_a_caveat(matcher: Matcher) -> None:
    answer = matcher.answer("Behaviour of pigs")

    [mice] = [match for match in answer.matches if match.id == "mice/behaviour"]
    assert answer.limits["species"] == "large animals"
    assert ("species", "large animals", "small animals") in mice.caveats


def test_what_a_part_names_by_the_way_gives_no_caveat_where_the_whole_asks_for_what_is_offered(
    matcher: Matcher,
) -> None:
    answer = matcher.answer(
        "Does our compound calm a pig that is behaving badly? We have mice. Then we want our table painted red."
    )

    [mice] = [match for match in answer.matches if match.id == "mice/behaviour"]

    assert answer.limits["species"] == "large animals, small animals"
    assert [caveat for caveat in mice.caveats if caveat[0] == "species"] == []


LIMITED = [
    "Behaviour of pigs",
    "Our cells must be made under GMP. Then we want to see how mice learn and move.",
    "Vi vill odla celler enligt GMP, inte på möss",
    "Does our compound calm a mouse?",
]


def said_in(matcher: Matcher, *texts: str) -> set[tuple[str, str]]:
    """Everything that texts say of limits, whether they ask for it or rule it out."""
    return {stated for query in matcher.reader.read(texts) for stated in query.limits.stated}


def deaf(matcher: Matcher) -> Matcher:
    """The same matcher, but for the words that say a limit: it knows none."""
    return replace(matcher, reader=replace(matcher.reader, limits=LimitReader({})))


def test_a_limit_that_was_not_meant_is_not_told_and_nothing_gets_a_caveat_for_it(matcher: Matcher) -> None:
    answer = matcher.answer("Behaviour of pigs", Context(without=[("species", "large animals")]))

    assert answer.limits == {}
    assert answer.left_out == (("species", "large animals"),)
    assert not [caveat for match in answer.matches for caveat in match.caveats if caveat[0] == "species"]


def test_one_of_several_values_of_a_limit_can_be_left_out(matcher: Matcher) -> None:
    answer = matcher.answer("Do our cells calm pigs?", Context(without=[("subjects", "cells")]))

    assert answer.limits == {"species": "large animals"}


@pytest.mark.parametrize("outcome", ["matches", "nothing_fits"])
@pytest.mark.parametrize("need", LIMITED)
def test_without_all_that_it_says_of_limits_a_need_is_ranked_as_if_no_word_said_one(
    saying: Callable[[Outcome], Matcher], outcome: Outcome, need: str
) -> None:
    matcher = saying(outcome)

    answer = matcher.answer(need, Context(without=said_in(matcher, need, *pieces(need))))

    assert answer.left_out
    assert replace(answer, left_out=()) == deaf(matcher).answer(need)


def test_a_limit_that_was_not_meant_moves_the_ranking_no_more(matcher: Matcher) -> None:
    need, mice = "Behaviour of pigs", "mice/behaviour"
    before, after = matcher.answer(need), matcher.answer(need, Context(without=[("species", "large animals")]))
    signals = {match.id: match.signals for match in after.matches}[mice]
    conflicting = {match.id: match.signals for match in before.matches}[mice]

    assert (conflicting["species large animals conflicts"], any(" conflicts" in name for name in signals)) == (1, False)
    assert ids(after.matches).index(mice) <= ids(before.matches).index(mice)


def test_nothing_is_asked_about_a_limit_that_was_put_right(keeper: Keeper) -> None:
    name = {"en": "Early cells", "sv": "Tidiga celler"}
    of_cells = replace(CELLS, id="dye/cells", group="dye", name=name, limits=EntryLimits(quality="pre-GMP"))
    matcher = assemble((CELLS, of_cells), keeper, DATA, Experience((), fusion("unclear")))
    open_to_ask = matcher.answer("Our cells must be made").question

    answer = matcher.answer("Our cells must be made under GMP", Context(without=[("quality", "GMP")]))

    assert open_to_ask is not None
    assert answer.question is not None
    assert open_to_ask.text == ASKS["quality"] != answer.question.text


def test_what_a_clean_room_makes_for_research_is_asked_about_as_a_grade(keeper: Keeper) -> None:
    early = replace(CELLS, id="clean/early", limits=EntryLimits(quality="research"))
    matcher = assemble((CELLS, early), keeper, DATA, Experience((), fusion("unclear")))

    asked = matcher.answer("Our cells must be made").question

    assert asked is not None
    assert asked.text == ASKS["quality"]
    assert {option.label["en"] for option in asked.options} == {"Patients (GMP)", "Research"}


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("chosen", [DYEING, MICE])
def test_what_was_chosen_leads_and_is_neither_asked_about_nor_dismissed(
    saying: Callable[[Outcome], Matcher], outcome: Outcome, chosen: Entry
) -> None:
    need = "Our cells must be made under GMP. Then we want to see how mice learn and move."
    usual = [id_ for id_ in ids(saying("nothing_fits").answer(need).matches) if id_ != chosen.id]

    answer = saying(outcome).answer(need, Context(chosen=chosen.id))

    assert (answer.outcome, answer.question, answer.chosen) == ("matches", None, chosen.id)
    assert ids(answer.matches) == [chosen.id, *usual]
    assert all(reason.need in need for match in answer.matches for reason in match.reasons)


def test_what_was_chosen_and_has_left_the_catalogue_counts_for_nothing(matcher: Matcher) -> None:
    assert matcher.answer(NEEDS[0], Context(chosen="gone/away")) == matcher.answer(NEEDS[0])


def test_nothing_is_asked_a_third_time(saying: Callable[[Outcome], Matcher]) -> None:
    unclear = saying("unclear")

    asked = [unclear.answer("Something of wood", Context(asked=count)) for count in range(MOST_QUESTIONS + 2)]

    assert [answer.outcome for answer in asked] == ["unclear", "unclear", "matches", "matches"]
    assert [answer.question is not None for answer in asked] == [True, True, False, False]
    assert {match.level for answer in asked for match in answer.matches} == {"possible"}


def test_an_option_that_is_an_entry_names_it_and_adds_no_words(saying: Callable[[Outcome], Matcher]) -> None:
    question = saying("unclear").answer("Furniture of wood").question

    assert question is not None
    assert question.text == WHICH
    assert {option.adds for option in question.options} == {""}
    assert len({str(option.entry).partition("/")[0] for option in question.options}) == len(question.options)


def test_experts_are_options_only_where_their_unit_has_no_service(keeper: Keeper) -> None:
    alone = replace(
        DYER, chunks=chunks("head", "dyer, Dye Garden") + chunks("head", "färgare, Färgerier", language="sv")
    )
    matcher = assemble((MILLING, JOINER, alone), keeper, DATA, Experience((), fusion("unclear")))

    question = matcher.answer("choice of wood, joints without glue, and mordants").question

    assert question is not None
    assert {option.entry for option in question.options} == {MILLING.id, DYER.id}
    assert {"en": "dyer, Dye Garden", "sv": "färgare, Färgerier"} in [option.label for option in question.options]


def test_one_entry_is_nothing_to_choose_from(keeper: Keeper) -> None:
    matcher = assemble((MILLING, JOINER), keeper, DATA, Experience((), fusion("unclear")))

    answer = matcher.answer("choice of wood")

    assert (answer.outcome, answer.question) == ("unclear", None)


@pytest.mark.parametrize("outcome", ["not_a_need", "unclear"])
def test_a_text_that_names_a_unit_is_asked_which_of_its_services(keeper: Keeper, outcome: Outcome) -> None:
    named = [replace(each, chunks=each.chunks + chunks("aliases", "WOOD")) for each in (MILLING, STRENGTH, PAINTING)]
    matcher = assemble((DYEING, MICE, *named), keeper, DATA, Experience((), fusion(outcome)))

    answer = matcher.answer("Could you call WOOD for us?")

    assert answer.outcome == "unclear"
    assert answer.question is not None
    assert {option.entry for option in answer.question.options} == {each.id for each in named}
    assert {match.infrastructure for match in answer.matches[:3]} == {"wood"}


@pytest.mark.parametrize("outcome", ["not_a_need", "unclear"])
def test_a_text_that_names_one_service_is_shown_it(saying: Callable[[Outcome], Matcher], outcome: Outcome) -> None:
    answer = saying(outcome).answer("painting of furniture")

    assert answer.outcome == "matches"
    assert answer.matches[0].id == PAINTING.id


def test_names_change_nothing_where_a_need_is_answered_or_nothing_fits(saying: Callable[[Outcome], Matcher]) -> None:
    need = "After the behaviour of mice we need a rocket"

    assert saying("matches").answer(need).outcome == "matches"
    assert saying("nothing_fits").answer(need).outcome == "nothing_fits"
    assert saying("nothing_fits").answer("Behaviour of mice").outcome == "matches"


def test_an_abbreviation_alone_is_no_greeting(keeper: Keeper) -> None:
    matcher = assemble((MILLING, DYEING), keeper, DATA, Experience((), fusion("not_a_need")))

    answers = [matcher.answer(need) for need in ("hello, do you have CNC", "hello, do you have time")]

    assert [answer.outcome for answer in answers] == ["matches", "not_a_need"]


@settings(max_examples=25, deadline=None)
@given(
    need=st.sampled_from(NEEDS + LIMITED),
    without=st.sets(st.tuples(st.sampled_from([*NAMES, "size"]), st.sampled_from(["GMP", "mouse", "huge", ""]))),
)
def test_what_is_left_out_is_never_asked_for_and_what_the_need_does_not_say_changes_nothing(
    matcher: Matcher, need: str, without: set[tuple[str, str]]
) -> None:
    said = said_in(matcher, need)

    answer = matcher.answer(need, Context(without=without))

    assert set(answer.left_out) == said & without
    assert not {(limit, value) for limit, values in answer.limits.items() for value in values.split(", ")} & without
    assert said & without or answer == matcher.answer(need)


def test_names_are_in_the_language_of_the_need(matcher: Matcher) -> None:
    swedish, english, other = (
        matcher.answer(need) for need in ("Vem kan fräsa ek?", "Who mills oak?", "Кто может фрезеровать дуб?")
    )

    assert (swedish.language, english.language, other.language) == ("sv", "en", "other")
    assert [answer.matches[0].name.endswith("(sv)") for answer in (swedish, english, other)] == [True, False, False]


@pytest.mark.parametrize("text", ["Vem kan fräsa ek?", "Vem kan\x00 fräsa ek?", "\ud800 Vem kan fräsa ek?"])
def test_tells_the_language_of_any_text(matcher: Matcher, text: str) -> None:
    assert matcher.language_of(text) == "sv"


def test_a_need_that_does_not_tell_its_language_is_answered_as_the_hint_says(matcher: Matcher) -> None:
    plain, hinted = matcher.answer("MRI"), matcher.answer("MRI", Context(hint=lambda: "sv"))

    assert (plain.language, hinted.language, matcher.language_of("MRI", lambda: "sv")) == ("en", "sv", "sv")
    assert hinted.matches[0].name.endswith("(sv)")


def test_signals_of_a_match_are_told(matcher: Matcher) -> None:
    first = matcher.answer("mill oak wood").matches[0]

    assert set(first.signals) >= {"meaning", "words", "characters"}
    assert all(first.signals.values())


@pytest.mark.parametrize("need", NEEDS)
def test_confidence_falls_with_the_score_of_services(matcher: Matcher, need: str) -> None:
    scored = matcher.scorer.score(matcher.reader.read([need])[0])
    rows = {entry.id: row for row, entry in enumerate(CATALOGUE)}
    matches = [match for match in matcher.answer(need).matches if not matcher.answer(need).parts]

    by_score = sorted(matches, key=lambda match: -scored.logits[rows[match.id]])
    confidences = [match.confidence for match in by_score]
    assert confidences == sorted(confidences, reverse=True)


@pytest.mark.parametrize(
    "need",
    [
        "We want to mill oak wheels. " * 750,
        "ö" * 20_000,
        "-".join(["oak"] * 5_000),
        " ".join(f"({n}) we also need part {n} of red oak;" for n in range(500)),
        "\n".join(f"- mill wheel number {n}" for n in range(500)),
        " \t" * 10_000,
        "x" + " \t" * 10_000 + "y",
        "\n" * 20_000,
        "\x00\x07\x1b[31m mill\u200b oak \u202e",
        "\ud800 mill oak",
        "Кто может фрезеровать дуб? 我们需要木轮 نبحث عن خشب mill oak ek å",
        "no oak and no wool or red cloth " * 1_000,
        "﷽" * 10_000,
        "<!channel> <@U012AB3CD> <https://example.com|mill oak>",
        "e\u0301" * 10_000,
    ],
    ids=range(15),
)
def test_any_text_is_answered_with_bounded_work(matcher: Matcher, need: str) -> None:
    answer = matcher.answer(need)

    assert len(answer.matches) == len(CATALOGUE)
    assert len(json.dumps(answer.to_json())) < 60_000


@settings(max_examples=25, deadline=None)
@given(need=st.text(st.one_of(st.characters(), st.sampled_from("mill oak.\n,-")), max_size=120))
def test_any_answer_comes_back_from_json(matcher: Matcher, need: str) -> None:
    answer = matcher.answer(need)

    assert Answer.from_json(json.loads(json.dumps(answer.to_json()))) == answer


def test_needs_leave_nothing_behind(matcher: Matcher) -> None:
    alone = {need: matcher.answer(need) for need in NEEDS}

    assert {need: matcher.answer(need) for need in reversed(NEEDS)} == alone


def test_two_threads_at_once_give_the_same_answers(matcher: Matcher) -> None:
    alone = [matcher.answer(need) for need in NEEDS * 4]

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(matcher.answer, NEEDS * 4)) == alone


def score(matcher: Matcher, need: str, identifier: str) -> float:
    """An entry's score by the signals as they are: on a scale set by the best entry, that one could never fall."""
    row = [entry.id for entry in matcher.scorer.corpus.entries].index(identifier)
    raw = matcher.scorer.raw(matcher.reader.read([need])[0])
    return float(matcher.scorer.fusion.ranking.of_rows(raw)[row])


FAITHFUL = pytest.mark.parametrize(
    "need",
    [
        "Who can mill a wooden wheel for our cart?",
        "How much load can furniture carry before it breaks?",
        "We want our table painted red",
        "Vem kan färga ull med växter?",
        "Does our compound calm a mouse?",
        "Hello! We are a small company. Our cells must be made under GMP. Thanks!",
    ],
)


def without(identifier: str, *texts: str) -> list[Entry]:
    """The catalogue, one of its entries without some of its texts."""
    return [
        replace(e, chunks=tuple(c for c in e.chunks if e.id != identifier or c.text not in texts)) for e in CATALOGUE
    ]


@FAITHFUL
@pytest.mark.parametrize("most", [1, 2])
def test_without_what_the_reasons_name_the_score_falls(matcher: Matcher, keeper: Keeper, need: str, most: int) -> None:
    first = matcher.answer(need).matches[0]
    named = [reason.entry for reason in first.reasons[:most]]

    poorer = assemble(without(first.id, *named), keeper, DATA, Experience((), fusion("matches")))

    assert len(poorer.scorer.corpus.chunks) < len(matcher.scorer.corpus.chunks)
    assert score(poorer, need, first.id) < score(matcher, need, first.id)


def test_reasons_are_words_of_the_need_beside_words_of_the_entry(matcher: Matcher) -> None:
    need = "Hello! We want wheels milled out of oak. Thanks!"

    first = matcher.answer(need).matches[0]

    assert all(reason.need in need for reason in first.reasons)
    assert all(reason.entry in MILLING.texts("head", "shows", "ask", "techniques") for reason in first.reasons)


def test_a_reason_quotes_what_was_written_with_what_it_rules_out(matcher: Matcher) -> None:
    need = "We need forty chair backs, not by hand, milled of oak"

    assert any(reason.need == need for match in matcher.answer(need).matches for reason in match.reasons)


@pytest.mark.parametrize(
    ("need", "found"),
    [
        ("1. mill oak\n2. dye wool", ["mill oak", "dye wool"]),
        ("mill oak", []),
        (
            "Vi vill dels fräsa ek till stolar, dels färga tio tyger röda",
            ["Vi vill dels fräsa ek till stolar", "färga tio tyger röda"],
        ),
    ],
)
def test_items_of_a_list_may_be_short(need: str, found: list[str]) -> None:
    assert pieces(need) == found


def test_an_entry_without_words_in_the_askers_language_has_no_reasons(keeper: Keeper) -> None:
    swedish = replace(DYEING, chunks=chunks("shows", "Färgar ull", language="sv"))
    matcher = assemble((swedish, MILLING), keeper, DATA, Experience((), fusion("matches")))

    [dyeing] = [match for match in matcher.answer("Who can mill oak?").matches if match.id == "dye/dyeing"]

    assert dyeing.reasons == ()


@pytest.mark.parametrize("need", NEEDS)
def test_a_catalogue_that_is_narrowed_down_first_is_matched_as_a_whole_one(
    matcher: Matcher, keeper: Keeper, need: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.building.LARGE", 3)
    large = assemble(CATALOGUE, keeper, DATA, Experience((), fusion("matches")))

    assert large.scorer.corpus.outline is not None
    assert large.answer(need) == matcher.answer(need)


def test_one_entry_is_a_catalogue(keeper: Keeper) -> None:
    matcher = assemble((MILLING,), keeper, DATA, Experience((), fusion("unclear")))

    assert ids(matcher.answer("help").matches) == ["wood/milling"]


def test_a_catalogue_of_another_field_is_matched_as_it_comes(model_folder: Path, tmp_path: Path) -> None:
    entries = read_catalogue(WORKSHOP).entries()
    matcher = build(entries, model=str(model_folder), cache=tmp_path, data=DATA, home=tmp_path)

    found = ids(matcher.answer("We need forty identical chair backs cut out of oak").matches)

    assert found[0] == "timber-workshop/cnc-milling"
    assert len(found) == len(entries)


def test_a_model_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        build(CATALOGUE, model=str(tmp_path / "nowhere"), cache=tmp_path, data=DATA, home=tmp_path)


def test_faulty_labels_are_told_before_the_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "needs").mkdir()
    (tmp_path / "needs" / "a.jsonl").write_text("{}\n")
    (tmp_path / "fusion.json").write_text(json.dumps(fusion("matches").to_json()))

    with pytest.raises(LabelsInvalid):
        build(CATALOGUE, model=str(tmp_path / "nowhere"), cache=tmp_path, data=DATA, home=tmp_path)
