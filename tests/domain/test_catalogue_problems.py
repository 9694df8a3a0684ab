"""What a person reads when a catalogue is wrong."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.catalogue import Catalogue, CatalogueInvalid
from bot.domain.catalogue_problems import found

WORKSHOP = Path(__file__).parents[1] / "data/workshop-catalogue"
Documents = dict[str, Any]


@pytest.fixture
def documents() -> Documents:
    return {file.name: yaml.safe_load(file.read_text("utf-8")) for file in WORKSHOP.glob("*.yaml")}


def problems(documents: Documents) -> list[str]:
    with pytest.raises(CatalogueInvalid) as caught:
        Catalogue.from_documents(documents)
    assert str(caught.value).split("\n") == [str(problem) for problem in caught.value.problems]
    return [str(problem) for problem in caught.value.problems]


def test_names_every_problem_of_every_file_in_one_run(documents: Documents) -> None:
    del documents["dye-garden.yaml"]["services"][0]["asks"]["sv"]
    documents["dye-garden.yaml"]["confidence"] = "sure"
    documents["timber-workshop.yaml"]["experts"][0]["answers_for"].append("carving")
    documents["timber-workshop.yaml"]["colour"] = "brown"
    assert [line.split(", wanted")[0] for line in problems(documents)] == [
        "dye-garden.yaml: services[0].asks.sv: found nothing",
        'dye-garden.yaml: confidence: found "sure"',
        'timber-workshop.yaml: experts[0].answers_for[2]: found "carving"',
        "timber-workshop.yaml: colour: found an unknown key",
    ]


def _without_example(unit: Documents) -> None:
    unit["services"][0]["asks"]["sv"] = []


def _without_swedish(unit: Documents) -> None:
    del unit["name"]["sv"]


def _with_blank_summary(unit: Documents) -> None:
    unit["summary"]["en"] = "  "


def _with_shouted_id(unit: Documents) -> None:
    unit["services"][0]["id"] = "Plant Dyeing"
    unit["experts"] = []


def _with_impossible_date(unit: Documents) -> None:
    unit["confirmed"] = "2026-02-31"


def _with_time_of_day(unit: Documents) -> None:
    unit["confirmed"] = datetime(2026, 2, 3, 4, 5)  # noqa: DTZ001 - YAML reads it without a zone


def _with_half_a_link(unit: Documents) -> None:
    unit["webpage"] = "www.example.com"


def _with_broken_source(unit: Documents) -> None:
    unit["sources"] = ["a report", "https://[example.com/"]


def _with_address_of_a_person(unit: Documents) -> None:
    unit["experts"][0]["role"]["en"] = "dyer, dyer@example.com"


def _with_mistyped_key(unit: Documents) -> None:
    unit["sumary"] = unit["summary"]


def _with_key_that_is_no_text(unit: Documents) -> None:
    unit["host"][7] = "seven"


def _with_unknown_level(unit: Documents) -> None:
    unit["limits"] = {"biosafety": 5}


def _with_a_service_that_is_no_mapping(unit: Documents) -> None:
    unit["services"].append("weaving")


def _with_limits_that_are_no_mapping(unit: Documents) -> None:
    unit["limits"] = ["GMP"]


def _with_one_id_twice(unit: Documents) -> None:
    unit["experts"][1]["id"] = "plant-dyeing"


def _with_text_for_a_list(unit: Documents) -> None:
    unit["aliases"] = "the garden"


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (_without_example, "services[0].asks.sv: found nothing, wanted at least one example need"),
        (_without_swedish, "name.sv: found nothing, wanted a name in English (en) and Swedish (sv)"),
        (_with_blank_summary, "summary.en: found nothing, wanted some words, not an empty text"),
        (
            _with_shouted_id,
            (
                'services[0].id: found "Plant Dyeing", wanted an id of small letters a-z, digits and single hyphens, '
                "such as cell-sorting"
            ),
        ),
        (_with_impossible_date, 'confirmed: found "2026-02-31", wanted a real date such as 2026-05-31'),
        (_with_time_of_day, "confirmed: found a date, wanted a date such as 2026-05-31"),
        (
            _with_half_a_link,
            'webpage: found "www.example.com", wanted a web address that starts with https:// or http://',
        ),
        (
            _with_broken_source,
            'sources[1]: found "https://[example.com/", wanted a web address that starts with https:// or http://',
        ),
        (
            _with_address_of_a_person,
            (
                'experts[0].role.en: found "dyer, dyer@example.com", wanted no e-mail address: a catalogue names '
                "roles, persons are linked by the installation"
            ),
        ),
        (_with_mistyped_key, "sumary: found an unknown key, wanted summary, or no such key"),
        (_with_key_that_is_no_text, "host[7]: found an unknown key, wanted one of: en, sv"),
        (
            _with_unknown_level,
            "limits.biosafety: found a number, wanted the highest biosafety level named, 1 to 4, or null",
        ),
        (
            _with_a_service_that_is_no_mapping,
            'services[1]: found "weaving", wanted a mapping with id, name, shows, does_not, you_bring, asks',
        ),
        (
            _with_limits_that_are_no_mapping,
            (
                "limits: found a list, wanted a mapping with some of: quality, subjects, species, biosafety, "
                "on_campus, living"
            ),
        ),
        (
            _with_one_id_twice,
            'experts[1].id: found "plant-dyeing", wanted an id of its own: services[0].id has this one',
        ),
        (_with_text_for_a_list, 'aliases: found "the garden", wanted a list of other names'),
    ],
)
def test_says_what_stands_there_and_what_is_wanted(
    documents: Documents, spoil: Callable[[Documents], None], line: str
) -> None:
    spoil(documents["dye-garden.yaml"])
    assert problems(documents) == [f"dye-garden.yaml: {line}"]


def test_a_file_is_named_after_its_unit(documents: Documents) -> None:
    documents["garden.yaml"] = documents.pop("dye-garden.yaml")
    assert problems(documents) == ['garden.yaml: id: found "dye-garden", wanted the name of the file, "garden"']


def test_two_files_cannot_be_the_same_unit(documents: Documents) -> None:
    documents["zoo.yaml"] = documents["dye-garden.yaml"]
    assert 'zoo.yaml: id: found "dye-garden", wanted an id of its own: dye-garden.yaml has this one' in problems(
        documents
    )


def test_a_file_that_holds_no_mapping_is_one_problem_of_the_whole_file(documents: Documents) -> None:
    documents["empty.yaml"] = None
    (line,) = problems(documents)
    assert line.startswith("empty.yaml: found nothing, wanted a mapping with id, kind, name")


def test_a_key_within_something_unknown_has_no_known_neighbours(documents: Documents) -> None:
    documents["dye-garden.yaml"]["qqqqqq"] = {"a": 1}
    assert problems(documents)[0].startswith("dye-garden.yaml: qqqqqq: found an unknown key, wanted one of: id, kind")


def test_takes_yes_without_quotes_as_the_word(documents: Documents) -> None:
    documents["dye-garden.yaml"]["open_to_companies"]["value"] = True
    unit = Catalogue.from_documents(documents).infrastructure("dye-garden")
    assert unit.open_to_companies.value == "yes"


def test_folds_long_sentences_into_one_line(documents: Documents) -> None:
    documents["dye-garden.yaml"]["summary"]["en"] = "Plants\n  and colours.\n"
    assert Catalogue.from_documents(documents).infrastructure("dye-garden").summary.en == "Plants and colours."


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        ({}, "a mapping"),
        (b"x", "something unreadable"),
        ("x" * 70, '"' + "x" * 59 + '…"'),
        ("two\nlines\x07", '"two lines�"'),
    ],
)
def test_shows_any_value_short_and_on_one_line(value: object, words: str) -> None:
    assert found(value) == words
