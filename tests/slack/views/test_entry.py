import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.catalogue_values import Text
from bot.domain.showing import Asked
from bot.slack.views.entry import EntryFacts, entry_facts, who_is_asked
from bot.slack.wording.said import Said
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING, WORKSHOP

DYER = "dye-garden/dyer"
JOINER_SAID = Said("the master joiner at Timber Workshop", "den som svarar på Timber Workshop (master joiner)")


def said(asked: Asked, entry: str = MILLING) -> Said:
    return who_is_asked(asked, entry_facts(WORKSHOP, entry, "en"))


@pytest.mark.parametrize("asked", [Asked(), Asked(JOINER, is_chosen=True)])
def test_the_expert_is_named_by_role_also_before_anybody_was_chosen(asked: Asked) -> None:
    assert said(asked) == JOINER_SAID


@pytest.mark.parametrize("asked", [Asked(None, is_chosen=True), Asked(GARDENER, is_chosen=True)])
def test_whoever_else_was_chosen_stands_in_for_the_expert(asked: Asked) -> None:
    assert said(asked) == Said(
        "a deputy of the master joiner at Timber Workshop",
        "en ersättare för den som svarar på Timber Workshop (master joiner)",
    )


def test_a_colleague_is_a_colleague_whatever_role_they_have() -> None:
    assert said(Asked(JOINER, is_chosen=True, is_colleague=True)).en == "a colleague at Timber Workshop"


def test_the_second_expert_of_an_entry_is_named_by_their_own_role() -> None:
    assert said(Asked(DYER, is_chosen=True), DYEING).en == "the dyer at Dye Garden"
    assert said(Asked(), DYEING).en == "the head gardener at Dye Garden"


def test_of_several_experts_none_is_named_as_the_one_who_is_stood_in_for() -> None:
    assert said(Asked(JOINER, is_chosen=True), DYEING).en == "a deputy at Dye Garden"


def test_where_nobody_is_named_somebody_answers() -> None:
    assert said(Asked(None, is_chosen=True), "gone/away").en == "the person who answers at gone"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("master joiner", "Master joiner"),
        ("head, workshop", "Head, workshop"),
        ("ägare av verkstaden", "Ägare av verkstaden"),
        ("mRNA for research", "mRNA for research"),
        ("p53 in cells", "p53 in cells"),
        ("c-kit in cells", "c-kit in cells"),
        ("Milling", "Milling"),
    ],
)
def test_a_title_begins_with_a_capital_unless_its_first_word_has_a_spelling_of_its_own(name: str, title: str) -> None:
    assert facts_of_service_named(name).name == title


def facts_of_service_named(name: str) -> EntryFacts:
    unit = WORKSHOP.infrastructure_of(MILLING)
    services = [each.model_copy(update={"name": Text(en=name, sv=name)}) for each in unit.services]
    catalogue = Catalogue([unit.model_copy(update={"services": services})])
    return entry_facts(catalogue, MILLING, "en")
