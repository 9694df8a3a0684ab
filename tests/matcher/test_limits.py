from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from matcher.limits import NAMES, LimitReader, ReadLimits

SHIPPED = Path(__file__).parents[2] / "data/limits.yaml"
READER = LimitReader(yaml.safe_load(SHIPPED.read_text("utf-8")))

WANTED = [
    ("Our cells must be made under GMP", "quality", "GMP"),
    ("Vi behöver odla celler enligt GMP", "quality", "GMP"),
    ("a batch to be given to patients", "quality", "GMP"),
    ("test our compound in rats", "subjects", "animals"),
    ("Prova vårt ämne på råttor", "subjects", "animals"),
    ("prova vart amne pa rattor", "subjects", "animals"),
    ("mouse behaviour", "species", "small animals"),
    ("Vi vill operera grisar", "species", "large animals"),
    ("healthy volunteers", "subjects", "humans"),
    ("friska frivilliga", "subjects", "humans"),
    ("HEK293 cells", "subjects", "cells"),
    ("biopsies from the gut", "subjects", "samples"),
    ("provrör med serum", "subjects", "samples"),
    ("the helmet prototype", "subjects", "devices"),
    ("film living cells", "living", "living"),
    ("levande celler", "living", "living"),
    ("paraffin sections", "living", "fixed"),
    ("formalinfixerad vävnad", "living", "fixed"),
    ("a BSL-3 laboratory", "biosafety", "3"),
    ("tuberkulos i labb", "biosafety", "3"),
    ("lentivirus production", "biosafety", "2"),
    ("live Ebola virus in space suits", "biosafety", "4"),
    ("ett labb på högsta skyddsnivå", "biosafety", "4"),
    ("skyddsnivå 2", "biosafety", "2"),
    ("it must be in Flemingsberg", "place", "on campus"),
    ("på gångavstånd", "place", "on campus"),
    ("Make our cells so that children can be infused with them", "quality", "GMP"),
    ("Tillverka våra celler till sjuka barn", "quality", "GMP"),
    ("Make a few vials of mRNA for our dishes", "quality", "research"),
    ("Odla fram celler till ett musförsök", "quality", "research"),
    ("Look at the blood, the doctor is waiting", "use", "clinical"),
    ("Läkaren vill ha provsvar på blodet", "use", "clinical"),
    ("Measure the serum for a paper", "use", "research"),
    ("Mät proteiner i blodet för en artikel", "use", "research"),
    ("We test it on nurses", "species", "people"),
    ("Vi provar på sjuksköterskor och pensionärer", "species", "people"),
    ("in live rats", "species", "small animals"),
]
RULED_OUT = [
    ("people, no animals", "subjects", "animals"),
    ("helst inga djur", "subjects", "animals"),
    ("we don’t need GMP", "quality", "GMP"),
    ("Det behöver inte vara GMP", "quality", "GMP"),
    ("samples but nothing living", "living", "living"),
    ("inte levande celler", "living", "living"),
    ("prov utan grisar", "species", "large animals"),
    ("without biosafety level 3", "biosafety", "3"),
]


@pytest.mark.parametrize(("need", "limit", "value"), WANTED)
def test_reads_what_a_need_demands(need: str, limit: str, value: str) -> None:
    limits = READER.read(need)

    assert value in limits.wants(limit)
    assert limits.rules_out(limit) == frozenset()


@pytest.mark.parametrize(("need", "limit", "value"), RULED_OUT)
def test_reads_what_a_need_rules_out(need: str, limit: str, value: str) -> None:
    limits = READER.read(need)

    assert value in limits.rules_out(limit)
    assert value not in limits.wants(limit)


def test_swedish_not_this_but_that_keeps_the_two_apart() -> None:
    limits = READER.read("inte på möss, utan på grisar")

    assert (limits.wants("species"), limits.rules_out("species")) == ({"large animals"}, {"small animals"})


@pytest.mark.parametrize(
    "need",
    [
        "blood from patients",
        "prover från patienter",
        "mouse brain slices",
        "first cells, before any patient",
        "people come next year",
        "as wide as a grown man's, for patients later on",
        "möss kommer senare",
    ],
)
def test_who_is_only_mentioned_takes_no_part(need: str) -> None:
    assert READER.read(need).wants("species") == frozenset()


@pytest.mark.parametrize(
    "need", ["The rats are done, now people", "Mice won't do: people", "Möss duger inte: människor"]
)
def test_what_is_behind_a_company_or_will_not_do_is_ruled_out(need: str) -> None:
    limits = READER.read(need)

    assert (limits.wants("species"), limits.rules_out("species")) == ({"people"}, {"small animals"})


def test_who_is_named_only_to_say_what_comes_first_is_no_subject() -> None:
    assert READER.read("Before we try it on people we want it on animals").wants("subjects") == {"animals"}


def test_what_is_ruled_out_is_told_as_sharply_as_what_is_wanted() -> None:
    limits = READER.read("People, and no mice, no GMP")

    assert limits.told == {"species": {"people"}}
    assert limits.told_ruled_out == {"species": {"small animals"}, "quality": {"GMP"}}


def test_where_something_is_made_whoever_is_named_is_who_gets_it() -> None:
    assert READER.read("Make stem cells for children").wanted.keys() & {"quality", "species"} == {"quality"}


def test_who_may_act_on_an_answer_is_read_where_something_is_analysed() -> None:
    assert READER.read("The doctor is waiting for a robot").wants("use") == frozenset()


def test_words_of_one_language_are_not_read_in_the_other() -> None:
    reader = LimitReader({"subjects": {"humans": ["en:men"]}})

    assert [bool(reader.read("men", language).wanted) for language in ("en", "sv", "other", None)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_subject_that_the_species_say_more_sharply_is_told_once() -> None:
    limits = READER.read("We try the cells on pensioners")

    assert limits.wanted == {"subjects": {"humans", "cells"}, "species": {"people"}}
    assert limits.told == {"subjects": {"cells"}, "species": {"people"}}


@pytest.mark.parametrize(
    ("left_out", "wanted"),
    [
        ((), {"subjects": {"animals"}, "species": {"small animals", "large animals"}}),
        ((("species", "small animals"),), {"subjects": {"animals"}, "species": {"large animals"}}),
        ((("species", "small animals"), ("species", "large animals")), {}),
        ((("quality", "GMP"),), {"subjects": {"animals"}, "species": {"small animals", "large animals"}}),
    ],
)
def test_what_is_not_meant_is_left_out(left_out: tuple[tuple[str, str], ...], wanted: dict[str, set[str]]) -> None:
    assert READER.read("rats and pigs").without(left_out).wanted == wanted


def test_what_is_left_out_is_not_ruled_out_either() -> None:
    limits = READER.read("no animals, people")

    assert ("subjects", "animals") in limits.stated
    assert ("subjects", "animals") not in limits.without([("subjects", "animals")]).stated


def test_what_is_asked_for_elsewhere_is_not_ruled_out() -> None:
    limits = READER.read("No animals today. Later we want animals.")

    assert (limits.wants("subjects"), limits.rules_out("subjects")) == ({"animals"}, frozenset())


@pytest.mark.parametrize("need", ["", "Hello everybody!", "the excellent ratio of piglets-r-us", "🙂", "gmpx"])
def test_reads_no_limit_where_none_is(need: str) -> None:
    limits = READER.read(need)

    assert not any(
        limits.wants(name) or limits.rules_out(name) for name in ("quality", "species", "biosafety", "place")
    )


def test_a_word_without_a_star_is_met_whole_and_one_with_a_star_in_any_ending() -> None:
    reader = LimitReader({"living": {"fixed": ["ice", "frozen*"]}})

    assert [bool(reader.read(text).wanted) for text in ("ice", "iced", "frozen-ish", "frozenness", "unfrozen")] == [
        True,
        False,
        True,
        True,
        False,
    ]


def test_a_phrase_that_begins_with_a_negation_says_what_it_says() -> None:
    assert LimitReader({"living": {"fixed": ["nothing alive"]}}).read("nothing alive").wants("living") == {"fixed"}


def test_a_number_among_the_words_is_a_word() -> None:
    assert LimitReader({"biosafety": {"3": [3]}}).read("level 3").wants("biosafety") == {"3"}


def test_refuses_a_limit_that_nobody_asks_about() -> None:
    with pytest.raises(ValueError, match="found the limit 'colour', wanted one of subjects, "):
        LimitReader({"colour": {"red": ["red"]}})


def test_refuses_a_value_that_its_limit_does_not_have() -> None:
    with pytest.raises(ValueError, match="living: found 'half', wanted one of living, fixed"):
        LimitReader({"living": {"half": ["half"]}})


def test_limits_with_other_words_are_kept_under_another_key() -> None:
    one, other = (LimitReader({"living": {"fixed": [word]}}) for word in ("ice", "frost"))

    assert one.key != other.key


def test_the_shipped_words_are_written_as_they_are_read() -> None:
    said = [
        str(word).removeprefix("en:").removeprefix("sv:")
        for values in yaml.safe_load(SHIPPED.read_text("utf-8")).values()
        for v in values.values()
        for word in v
    ]

    assert [word for word in said if set(word) & set("åäöé") or word != word.lower()] == []


@given(st.text())
def test_any_text_has_limits_of_the_known_names(text: str) -> None:
    limits = READER.read(text)

    assert isinstance(limits, ReadLimits)
    assert {*limits.wanted, *limits.unwanted} <= set(NAMES)
    assert not any(limits.wants(name) & limits.rules_out(name) for name in NAMES)
