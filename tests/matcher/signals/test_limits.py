import numpy as np
import pytest

from matcher.corpus import Corpus
from matcher.entries import EntryLimits
from matcher.limits import NAMES, VALUES, ReadLimits
from matcher.query import Query
from matcher.signals.limits import Agreement, offered, offers_of
from tests.matcher.workshop import CATALOGUE, entry

MOUSE = EntryLimits(subjects=("animals",), species=("mouse",))
PIG = EntryLimits(subjects=("animals", "samples"), species=("minipig",))
ANY_ANIMAL = EntryLimits(subjects=("animals",))
NOTHING = EntryLimits()


def score(
    limits: EntryLimits, wanted: dict[str, set[str]], unwanted: dict[str, set[str]] | None = None
) -> dict[str, float]:
    """What is not 0 of an entry's scores for a need, but for what nobody asked about."""
    read = ReadLimits(
        {name: frozenset(values) for name, values in wanted.items()},
        {name: frozenset(values) for name, values in (unwanted or {}).items()},
    )
    corpus = Corpus((entry("a/b", "name", limits=limits),), np.zeros((1, 2), np.float32))
    query = Query("", "en", "", "", ("",), read, np.zeros((2, 2), np.float32))
    scores = Agreement(corpus).scores(query, np.array([0]))
    return {name: float(values[0]) for name, values in scores.items() if values[0] and "unasked" not in name}


@pytest.mark.parametrize(
    ("limits", "limit", "values"),
    [
        (NOTHING, "species", set()),
        (MOUSE, "species", {"small animals"}),
        (PIG, "species", {"large animals"}),
        (EntryLimits(species=("rat", "sheep")), "species", {"small animals", "large animals"}),
        (ANY_ANIMAL, "species", {"small animals", "large animals"}),
        (EntryLimits(subjects=("humans", "devices")), "species", {"people"}),
        (EntryLimits(subjects=("devices",)), "species", {"people", "no animals"}),
        (EntryLimits(subjects=("samples",)), "species", set()),
        (EntryLimits(quality="GMP"), "quality", {"GMP"}),
        (EntryLimits(quality="none"), "quality", set()),
        (EntryLimits(living=True), "living", {"living"}),
        (EntryLimits(living=False), "living", {"fixed"}),
        (NOTHING, "living", set()),
        (EntryLimits(biosafety=3), "biosafety", {"2", "3"}),
        (EntryLimits(biosafety=1), "biosafety", set()),
        (EntryLimits(on_campus=True), "place", {"on campus"}),
        (EntryLimits(on_campus=False), "place", {"elsewhere"}),
        (NOTHING, "place", set()),
        (EntryLimits(quality="pre-GMP"), "quality", {"research"}),
        (EntryLimits(quality="research"), "quality", set()),
        (EntryLimits(quality="research"), "use", {"research"}),
        (EntryLimits(quality="clinical", subjects=("samples",)), "use", {"clinical"}),
        (EntryLimits(quality="clinical", subjects=("humans",)), "use", {"care"}),
        (EntryLimits(quality="GMP"), "use", set()),
        (EntryLimits(subjects=("cells",)), "subjects", {"cells"}),
    ],
)
def test_an_entry_offers_what_it_states(limits: EntryLimits, limit: str, values: set[str]) -> None:
    assert offered(limits)[limit] == values


@pytest.mark.parametrize(
    ("grade", "offer"), [("GMP", {"GMP"}), ("pre-GMP", {"research"}), ("research", {"research"}), ("clinical", set())]
)
def test_a_unit_that_makes_products_offers_a_grade_of_products(grade: str, offer: set[str]) -> None:
    assert offered(EntryLimits(quality=grade), makes=True)["quality"] == offer


def test_what_another_entry_of_a_unit_makes_says_what_research_means_there() -> None:
    corpus = Corpus(
        (
            entry("maker/cells", "cells", limits=EntryLimits(quality="pre-GMP")),
            entry("maker/rna", "rna", limits=EntryLimits(quality="research")),
            entry("camera/pictures", "pictures", limits=EntryLimits(quality="research")),
        ),
        np.zeros((3, 2), np.float32),
    )

    offers, kinds = offers_of(corpus)

    assert [offers[kind]["quality"] for kind in kinds] == [{"research"}, {"research"}, frozenset()]


@pytest.mark.parametrize("entry_", CATALOGUE, ids=lambda e: e.id)
def test_every_limit_that_is_read_has_an_offer(entry_: object) -> None:
    assert set(offered(entry_.limits)) == set(NAMES)


@pytest.mark.parametrize(
    ("limits", "wanted", "unwanted", "scores"),
    [
        (MOUSE, {"species": {"small animals"}}, {}, {"species small animals agrees": 1}),
        (MOUSE, {"species": {"small animals", "large animals"}}, {}, {"species small animals agrees": 1}),
        (PIG, {"species": {"small animals"}}, {}, {"species small animals conflicts": 1}),
        (NOTHING, {"species": {"small animals"}}, {}, {}),
        (MOUSE, {}, {"subjects": {"animals"}}, {"subjects animals ruled out": 1}),
        (PIG, {}, {"subjects": {"animals"}}, {}),
        (EntryLimits(biosafety=2), {"biosafety": {"3"}}, {}, {"biosafety 3 conflicts": 1}),
        (EntryLimits(biosafety=3), {"biosafety": {"2"}}, {}, {"biosafety 2 agrees": 1}),
        (EntryLimits(biosafety=3), {"biosafety": {"4"}}, {}, {"biosafety 4 conflicts": 1}),
        (EntryLimits(biosafety=4), {"biosafety": {"4"}}, {}, {"biosafety 4 agrees": 1}),
        (
            EntryLimits(living=False),
            {"living": {"living"}},
            {"living": {"fixed"}},
            {"living living conflicts": 1, "living fixed ruled out": 1},
        ),
    ],
)
def test_limits_agree_conflict_or_are_ruled_out(
    limits: EntryLimits, wanted: dict[str, set[str]], unwanted: dict[str, set[str]], scores: dict[str, float]
) -> None:
    assert score(limits, wanted, unwanted) == scores


def test_an_offer_that_nobody_asked_for_is_told() -> None:
    corpus = Corpus(CATALOGUE, np.zeros((0, 2), np.float32))
    query = Query("", "en", "", "", ("",), ReadLimits({"subjects": frozenset({"cells"})}), np.zeros((2, 2), np.float32))

    scores = Agreement(corpus).scores(query, np.array([7, 0]))

    assert scores["quality GMP unasked"].tolist() == [1, 0]
    assert not any(scores[f"subjects {value} unasked"].any() for value in VALUES["subjects"])
