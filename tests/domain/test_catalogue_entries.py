"""What the matcher gets from a catalogue."""

from pathlib import Path

import pytest

from bot.catalogue_files import read_catalogue
from matcher.entries import Entry

WORKSHOP = Path(__file__).parents[1] / "data/workshop-catalogue"


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in read_catalogue(WORKSHOP).entries()}


def test_every_example_need_is_a_piece_of_its_own(entries: dict[str, Entry]) -> None:
    asks = [
        (chunk.language, chunk.text) for chunk in entries["timber-workshop/cnc-milling"].chunks if chunk.field == "ask"
    ]
    assert asks[0] == ("en", "We need forty identical chair backs in oak")
    assert [language for language, _ in asks] == ["en", "en", "sv", "sv"]


def test_everyday_words_form_one_piece_for_each_language(entries: dict[str, Entry]) -> None:
    assert entries["timber-workshop/cnc-milling"].texts("synonyms") == (
        "wood cutting, router work",
        "träfräsning, utskärning",
    )


def test_a_service_carries_the_name_summary_and_other_names_of_its_unit(entries: dict[str, Entry]) -> None:
    entry = entries["timber-workshop/cnc-milling"]
    assert entry.texts("group")[:2] == ("Timber Workshop", "Träverkstaden")
    assert entry.texts("aliases") == ("the wood shop, TW",)


def test_says_nothing_where_the_file_says_nothing(entries: dict[str, Entry]) -> None:
    assert entries["dye-garden/plant-dyeing"].texts("aliases", "techniques", "synonyms") == ()


def test_an_expert_is_the_role_at_the_unit_and_each_thing_it_knows(entries: dict[str, Entry]) -> None:
    expert = entries["timber-workshop/master-joiner"]
    assert expert.texts("head") == ("master joiner, Timber Workshop", "snickarmästare, Träverkstaden")
    assert expert.texts("knows")[:2] == ("choice of wood", "joints without screws")


def test_an_expert_answers_for_services_by_their_full_ids(entries: dict[str, Entry]) -> None:
    answers_for = entries["dye-garden/dyer"].answers_for
    assert answers_for == ("dye-garden/plant-dyeing",)
    assert set(answers_for) < set(entries)


def test_limits_are_those_of_the_service(entries: dict[str, Entry]) -> None:
    limits = entries["timber-workshop/strength-test"].limits
    assert (limits.quality, limits.on_campus, limits.living) == ("research", True, False)


def test_what_is_unknown_or_either_becomes_none(entries: dict[str, Entry]) -> None:
    limits = entries["dye-garden/plant-dyeing"].limits
    assert (limits.biosafety, limits.on_campus, limits.living) == (None, None, None)


def test_has_a_name_in_each_language(entries: dict[str, Entry]) -> None:
    assert entries["dye-garden/dyer"].name == {"en": "dyer", "sv": "färgare"}
