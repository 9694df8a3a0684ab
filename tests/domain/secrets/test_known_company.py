import pytest

from bot.domain.secrets import find_secrets
from bot.domain.secrets.known_company import KNOWN_COMPANY
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vi jämför med AstraZeneca och Pfizer.", ["AstraZeneca", "Pfizer"]),
        ("We are a spin-off of Getinge and Elekta", ["Getinge", "Elekta"]),
        ("Novartis does the same.", ["Novartis"]),
        ("bättre än Elektas, och Pfizer's", ["Elektas", "Pfizer's"]),
        ("like astrazeneca, only PFIZER", ["astrazeneca", "PFIZER"]),
        ("a Novo Nordisk-like pen, ABB:s motor", ["Novo Nordisk", "ABB:s"]),
        ("Johnson & Johnson, Bristol-Myers Squibb", ["Johnson & Johnson", "Bristol-Myers Squibb"]),
    ],
)
def test_marks_well_known_companies_wherever_they_stand(text: str, names: list[str]) -> None:
    assert marked(KNOWN_COMPANY, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "a Novo Nordisk Foundation grant",
        "bidrag från Novo Nordiskfonden",
        "Att de stryker med",
        "biogen metan",
        "Moderna metoder",
        "Illumina reads under a Zeiss",
        "mail it@pfizer.com, see https://pfizer.com",
        "Pfizering",
        "yara, saab and neste in small letters",
    ],
)
def test_leaves_words_instruments_addresses_and_who_funds_research(text: str) -> None:
    assert marked(KNOWN_COMPANY, text) == []


@pytest.mark.parametrize("text", ["compare with Pfizer", "bättre än Elektas", "Pfizer AB", "our partner Roche"])
def test_a_company_is_marked_as_one_and_not_as_a_person(text: str) -> None:
    assert [secret.kind for secret in find_secrets(text, "en")] == ["company"]


def test_a_company_whose_name_a_person_bears_is_a_person_behind_a_first_name() -> None:
    (secret,) = find_secrets("ask Zorvem Ericsson about it", "en")

    assert (secret.kind, secret.text) == ("person", "Zorvem Ericsson")
