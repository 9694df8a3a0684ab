"""What can be asked of a catalogue, on the shipped one and on one of another field."""

from pathlib import Path

import pytest

from bot.catalogue_files import read_catalogue
from bot.domain.catalogue import Catalogue, NotInCatalogue, Text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def campus() -> Catalogue:
    return read_catalogue(ROOT / "data/catalogue")


@pytest.fixture(scope="module")
def workshop() -> Catalogue:
    return read_catalogue(ROOT / "tests/data/workshop-catalogue")


def test_ships_thirty_infrastructures_and_four_expert_environments(campus: Catalogue) -> None:
    kinds = [unit.kind for unit in campus.infrastructures]
    assert kinds.count("infrastructure") == 30
    assert kinds.count("expert_environment") == 4


def test_every_shipped_service_has_somebody_who_answers_for_it(campus: Catalogue) -> None:
    assert all(campus.experts_for(entry) for entry in campus.entry_ids)


def test_nothing_shipped_claims_to_be_confirmed(campus: Catalogue) -> None:
    assert {unit.confirmed for unit in campus.infrastructures} == {None}


def test_every_shipped_unit_that_lacks_sources_says_so(campus: Catalogue) -> None:
    unsourced = [unit for unit in campus.infrastructures if not unit.sources]
    assert all(unit.confidence == "low" and unit.caveat for unit in unsourced)


def test_shipped_species_stand_only_where_animals_do(campus: Catalogue) -> None:
    limits = [campus.limits(entry) for entry in campus.entry_ids]
    assert all("animals" in limit.subjects for limit in limits if limit.species)


def test_only_microbiology_in_the_hospital_laboratory_is_of_biosafety_level_three(campus: Catalogue) -> None:
    levels = {
        service.id: campus.limits(service.id).biosafety for service in campus.infrastructure("kul-huddinge").services
    }
    assert [entry for entry, level in levels.items() if level == 3] == ["kul-huddinge/clinical-microbiology"]


def test_two_catalogues_live_side_by_side(campus: Catalogue, workshop: Catalogue) -> None:
    assert workshop.service("timber-workshop/cnc-milling").name.en == "Computer-controlled milling of wood"
    assert not set(campus.entry_ids) & set(workshop.entry_ids)


def test_lists_services_before_experts_within_a_unit(workshop: Catalogue) -> None:
    assert workshop.entry_ids == (
        "dye-garden/plant-dyeing",
        "dye-garden/head-gardener",
        "dye-garden/dyer",
        "timber-workshop/cnc-milling",
        "timber-workshop/strength-test",
        "timber-workshop/master-joiner",
    )


def test_names_the_experts_for_a_service_in_the_order_of_the_file(workshop: Catalogue) -> None:
    experts = workshop.experts_for("dye-garden/plant-dyeing")
    assert [expert.id for expert in experts] == ["dye-garden/head-gardener", "dye-garden/dyer"]


def test_an_expert_answers_for_itself(workshop: Catalogue) -> None:
    assert workshop.experts_for("dye-garden/dyer") == (workshop.expert("dye-garden/dyer"),)


def test_leaves_out_experts_who_answer_for_other_services(campus: Catalogue) -> None:
    experts = campus.experts_for("pkl/preclinical-imaging")
    assert [expert.id for expert in experts] == ["pkl/director"]


def test_finds_the_unit_of_an_entry(workshop: Catalogue) -> None:
    assert workshop.infrastructure_of("dye-garden/dyer").name.sv == "Färgträdgården"


def test_a_service_keeps_the_limits_it_does_not_change(workshop: Catalogue) -> None:
    changed = workshop.limits("timber-workshop/strength-test")
    assert (changed.quality, changed.subjects) == ("research", ("devices", "samples"))
    assert changed.living is False


def test_an_expert_has_the_limits_of_the_unit(workshop: Catalogue) -> None:
    assert workshop.limits("timber-workshop/master-joiner") == workshop.infrastructure("timber-workshop").limits


def test_a_unit_that_states_no_limits_excludes_nothing(workshop: Catalogue) -> None:
    limits = workshop.limits("dye-garden/plant-dyeing")
    assert (limits.quality, limits.subjects, limits.on_campus) == ("none", (), "unknown")


def test_asks_before_introducing_unless_the_unit_says_otherwise(workshop: Catalogue) -> None:
    assert workshop.infrastructure("dye-garden").introductions == "ask_first"
    assert workshop.infrastructure("timber-workshop").introductions == "at_once"


@pytest.mark.parametrize(("language", "words"), [("sv", "trä"), ("en", "wood"), ("other", "wood")])
def test_speaks_english_to_those_whose_language_it_lacks(language: str, words: str) -> None:
    assert Text(en="wood", sv="trä").in_(language) == words


def test_an_unknown_id_is_named_with_ids_like_it(workshop: Catalogue) -> None:
    with pytest.raises(NotInCatalogue, match=r"no dye-garden/dyr; did you mean .*dye-garden/dyer"):
        workshop.entry("dye-garden/dyr")


def test_an_id_like_no_other_gets_no_suggestion(workshop: Catalogue) -> None:
    with pytest.raises(NotInCatalogue) as caught:
        workshop.infrastructure("zzz")
    assert str(caught.value) == "the catalogue has no zzz"


def test_a_service_is_no_expert_and_an_expert_no_service(workshop: Catalogue) -> None:
    with pytest.raises(NotInCatalogue):
        workshop.expert("dye-garden/plant-dyeing")
    with pytest.raises(NotInCatalogue):
        workshop.service("dye-garden/dyer")
