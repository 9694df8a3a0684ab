from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.encoders import SentenceTransformerEncoder
from matcher.engine import assemble
from matcher.evaluation.ablation import ablate
from matcher.evaluation.judging import FUSION, LOTSEN, Judge, Judgement
from matcher.evaluation.misses import misses
from matcher.evaluation.tables import section
from matcher.evaluation.units import Units
from matcher.features import GRADED
from matcher.fitting import fit
from matcher.knowledge import Experience
from matcher.labels import LabelledNeed, LabelledPart
from matcher.plots import draw
from matcher.study import Study
from tests.matcher.lessons import DATA, lessons, study

NOBODY = [LabelledNeed(f"x{n}", "en", ("nothing",), f"submarine number {n}", "nothing_fits", {}) for n in range(6)]
CHAT = [LabelledNeed(f"c{n}", "sv", ("no-need",), f"tack och hej {n}", "not_a_need", {}) for n in range(6)]
VAGUE = [LabelledNeed(f"u{n}", "en", ("unclear",), f"some help number {n}", "unclear", {}) for n in range(6)]
NEEDS = [*lessons(), *NOBODY, *CHAT, *VAGUE]
BOTH = LabelledNeed(
    "both", "en", ("parts",), "We need forty oak chair backs. A red colour for wool that stays in sunlight.", "matches",
    {"wood/milling": 3, "dye/dyeing": 3},
    parts=(LabelledPart("chair backs", {"wood/milling": 3}), LabelledPart("red wool", {"dye/dyeing": 3})),
)  # fmt: skip
FRESH = [BOTH, LabelledNeed("one", "en", ("plain",), "How do mice learn and move?", "matches", {"mice/behaviour": 3})]


def quiet(_: str) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def learned(encoder: SentenceTransformerEncoder, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The workshop with a fusion fitted on the lessons."""
    fresh = study(encoder, tmp_path_factory.mktemp("cache"))
    experience = Experience(tuple(NEEDS), fit(fresh.prepare(NEEDS), np.arange(len(NEEDS))))
    matcher = assemble(fresh.matcher.scorer.corpus.entries, fresh.keeper, DATA, experience)
    return Study(matcher, fresh.keeper, experience, DATA)


@pytest.fixture(scope="module")
def judge(learned: Study) -> Judge:
    return Judge(learned, quiet)


def judgement(units: Units, wanted: str, order: Sequence[str], **more: object) -> Judgement:
    need = LabelledNeed("n", "en", ("plain",), "a need", "matches", {wanted: 3})
    ranked = tuple(units.names.index(name) for name in order)
    judged = Judgement(need, units.grades(need.relevant), {FUSION: ranked}, "matches", 0.9, 0.8)
    return replace(judged, **more)  # type: ignore[arg-type]


def test_a_unit_has_the_best_grade_of_its_entries(judge: Judge) -> None:
    grades = judge.units.grades({"wood/milling": 1, "wood/painting": 3, "dye/dyer": 2})

    assert dict(zip(judge.units.names, grades, strict=True)) == {"wood": 3, "dye": 2, "mice": 0, "clean": 0}


def test_units_stand_in_the_order_of_their_best_service(judge: Judge) -> None:
    scores = np.array([0.1, 0.5, 0.2, 0.3, 0.9, 0.0], dtype=np.float32)

    assert [judge.units.names[unit] for unit in judge.units.order(scores)] == ["mice", "wood", "dye", "clean"]


def test_a_need_that_was_learned_from_is_judged_by_what_others_teach(judge: Judge) -> None:
    odd = NEEDS[0]

    judged = judge.by_folds([odd])[0]

    assert judge.has_learned(odd)
    assert LOTSEN not in judged.orders
    assert FUSION in judged.orders


def test_a_need_that_is_kept_apart_was_not_learned_though_it_says_the_same(judge: Judge) -> None:
    assert judge.has_learned(replace(NEEDS[0], id="from another file"))
    assert not judge.has_learned(replace(NEEDS[0], split="test"))


def test_every_method_ranks_every_need(judge: Judge) -> None:
    judged = judge.by_folds(NEEDS)

    assert [j.need for j in judged] == NEEDS
    assert len({tuple(sorted(j.orders)) for j in judged}) == 1


def test_fresh_needs_get_the_whole_answer_and_their_parts_are_looked_for(judge: Judge) -> None:
    both, one = judge.by_matcher(FRESH)

    assert not judge.has_learned(BOTH)
    assert (len(both.parts), one.parts) == (2, ())
    assert both.orders[LOTSEN]


def test_silence_confusion_and_pairs_count_what_was_said(judge: Judge) -> None:
    units = judge.units
    right = judgement(units, "wood/milling", ["wood", "dye"])
    pair = [replace(right, need=replace(right.need, id=str(n), pair="p")) for n in range(2)]
    spoken = replace(right, need=NOBODY[0], grades=units.grades({}))

    found = section("by hand", [*pair, right, spoken, replace(spoken, outcome="nothing_fits")], units)

    assert found.silence["all"].silent is not None
    assert found.silence["all"].silent.value == 0.5
    assert found.confusion == {"matches": {"matches": 3}, "nothing_fits": {"matches": 1, "nothing_fits": 1}}
    assert found.pairs is not None
    assert found.pairs.value == 1


def test_half_a_pair_is_no_pair(judge: Judge) -> None:
    right = judgement(judge.units, "wood/milling", ["wood"])
    wrong = replace(right, orders={FUSION: (1,)})
    pair = [replace(j, need=replace(j.need, pair="p")) for j in (right, wrong)]

    found = section("by hand", pair, judge.units)

    assert found.pairs is not None
    assert found.pairs.value == 0


def test_the_surest_mistake_comes_first_and_says_what_led_to_it(judge: Judge) -> None:
    right = judgement(judge.units, "wood/milling", ["wood", "dye"])
    wrong = judgement(judge.units, "wood/milling", ["dye", "wood"], because=(("words", 1.5),))
    surer = replace(wrong, confidence=0.95)

    first, second = misses([right, wrong, surer], judge.units, 10)

    assert (first.surety, second.surety) == (0.95, 0.8)
    assert (first.wanted, first.got) == ("wood", "dye")
    assert first.why == "the right one stands in place 2; led by words +1.5"


def test_wrong_silence_is_a_mistake_too(judge: Judge) -> None:
    silent = judgement(judge.units, "wood/milling", ["wood"], outcome="nothing_fits", matching=0.1)

    (miss,) = misses([silent], judge.units, 10)

    assert (miss.got, miss.surety) == ("nothing_fits", 0.9)


@pytest.mark.slow
def test_switching_off_what_carries_the_ranking_costs_most(judge: Judge) -> None:
    added = ablate(judge.prepared, judge.units, quiet)

    assert set(added) == {*GRADED, "limits"}
    assert max(added, key=lambda signal: added[signal]["en"].ndcg.value) == "precedents"


def test_needs_that_nobody_serves_have_no_rankings_to_draw(judge: Judge, tmp_path: Path) -> None:
    figures = section("by folds", judge.by_folds(NOBODY), judge.units)

    assert [file.name for file in draw({"x": figures}, tmp_path)] == ["x-reliability.png", "x-confusion.png"]


def test_pictures_are_drawn_for_each_section(judge: Judge, tmp_path: Path) -> None:
    figures = section("by folds", judge.by_folds(NEEDS), judge.units)

    written = draw({"learned": figures}, tmp_path / "pictures")

    assert [file.name for file in written] == [
        "learned-reliability.png",
        "learned-confusion.png",
        "learned-methods.png",
    ]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in written)
