import numpy as np
import pytest

from matcher.corpus import Corpus
from matcher.entries import Entry
from matcher.naming import FEW_WORDS, Named, Naming
from tests.matcher.workshop import chunks, entry

UNIT = (chunks("group", "Ship Laboratory, Harbour", "Builds ships."), chunks("aliases", "SHIP, Shipyard of the town"))
MODELS = entry("ship/models", "Ship models", chunks("techniques", "FEM simulation, CNC-fräs"), *UNIT)
TANKS = entry("ship/tanks", "Towing tanks", chunks("synonyms", "PET bottles"), *UNIT)
HEAD = entry("ship/head", "facility head", kind="expert")
KILN = entry("kiln-house/kiln", "Firing of clay", chunks("group", "Kiln"), chunks("aliases", "KILN"))
HEAT = entry("kiln-house/head", "facility head", kind="expert")
ENTRIES = (MODELS, TANKS, HEAD, KILN, HEAT)
NAMING = Naming(Corpus(ENTRIES, np.zeros((sum(len(each.chunks) for each in ENTRIES), 1), np.float32)))


def told(rows: frozenset[int]) -> list[Entry]:
    return [ENTRIES[row] for row in sorted(rows)]


@pytest.mark.parametrize(
    "text",
    [
        "SHIP",
        "Can we meet SHIP?",
        "Kan ni ringa SHIPs personal",
        "hej SHIP-gruppen",
        "tell me of ship",  # the id, which is spelt like a name
        "who works at the ship laboratory",
        "The shipyard of the town, please",
    ],
)
def test_a_unit_is_called_by_its_names_and_its_id(text: str) -> None:
    assert told(NAMING.read(text).rest) == [MODELS, TANKS, HEAD]


@pytest.mark.parametrize(
    "text", ["", "hello", "Ship", "the clay came by train", "the facility head says hello", "kiln"]
)
def test_other_words_name_nothing(text: str) -> None:
    assert not NAMING.read(text)


def test_an_id_with_a_hyphen_is_a_name() -> None:
    assert told(NAMING.read("kiln-house?").rest) == [KILN, HEAT]


def test_a_service_is_called_by_its_name_in_any_inflection_and_before_its_unit() -> None:
    named = NAMING.read("towing tank of SHIP")

    assert (told(named.first), told(named.rest)) == ([TANKS], [MODELS, HEAD])


def test_an_experts_role_counts_beside_the_name_of_the_unit() -> None:
    named = NAMING.read("Can we speak to the facility head of SHIP?")

    assert told(named.first) == [HEAD]
    assert named.is_one_of(NAMING.corpus)


@pytest.mark.parametrize(
    ("text", "alone"), [("SHIP", True), ("SHIP, KILN!", True), ("SHIP please", False), ("", False)]
)
def test_a_text_may_be_nothing_but_names(text: str, alone: bool) -> None:  # noqa: FBT001 - a case
    assert NAMING.read(text).alone is alone


@pytest.mark.parametrize(("text", "one"), [("KILN", True), ("Ship models", True), ("SHIP", False), ("hello", False)])
def test_one_service_is_one_of_them_and_so_is_a_unit_that_has_one(text: str, one: bool) -> None:  # noqa: FBT001 - a case
    assert NAMING.read(text).is_one_of(NAMING.corpus) is one


@pytest.mark.parametrize(
    ("text", "named"),
    [("hej har ni PET", [TANKS]), ("CNC?", [MODELS]), ("pet", []), ("SHIP", []), ("PET " * (FEW_WORDS + 1), [])],
)
def test_abbreviations_name_services_where_little_else_is_said(text: str, named: list[Entry]) -> None:
    assert told(NAMING.read_abbreviations(text).first) == named


def test_what_is_named_comes_before_the_others_in_their_order() -> None:
    assert Named(frozenset({2}), frozenset({0, 3})).before_others([4, 3, 2, 1, 0]) == [2, 3, 0, 4, 1]
