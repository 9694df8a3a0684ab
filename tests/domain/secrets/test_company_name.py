import random

import pytest

from bot.domain.secrets.company_name import COMPANY_NAME
from tests.domain.secrets.marking import marked
from tests.domain.secrets.stand_in_people import brand

ONE, OTHER = brand(random.Random(1)), brand(random.Random(2))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Our {ONE} AB sells", [f"{ONE} AB"]),
        (f"Leverantören {ONE} AB (publ)", [f"{ONE} AB (publ)"]),
        (f"via AB {ONE} nu", [f"AB {ONE}"]),
        (f"with {ONE} & {OTHER} GmbH and {OTHER} Ltd.", [f"{ONE} & {OTHER} GmbH", f"{OTHER} Ltd."]),
        (f"the competitor {ONE} filed", [ONE]),
        (f"vår partner som heter {ONE}", [ONE]),
        (f"sekretessavtal med {ONE}", [ONE]),
        (f"{ONE} Therapeutics said", [f"{ONE} Therapeutics"]),
    ],
)
def test_marks_names_of_companies(text: str, names: list[str]) -> None:
    assert marked(COMPANY_NAME, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "our partner KTH",
        "vår partner Karolinska Institutet",
        "the supplier HEK293",
        "our partner hospital",
        "Karolinska Institutet AB",
        "a customer in Uppsala",
    ],
)
def test_leaves_public_bodies_codes_and_roles(text: str) -> None:
    assert marked(COMPANY_NAME, text) == []
