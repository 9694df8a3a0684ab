import random

import pytest

from bot.domain.secrets.person_name import PERSON_NAME
from tests.domain.secrets.marking import marked
from tests.domain.secrets.stand_in_people import first, last

FIRST, LAST = first(random.Random(1)), last(random.Random(2))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"call {FIRST} {LAST} now", f"{FIRST} {LAST}"),
        (f"{FIRST} {LAST} was here", f"{FIRST} {LAST}"),
        (f"Dr {LAST} said", LAST),
        (f"Hälsningar\n{FIRST}", FIRST),
        (f"{FIRST} and I will come", FIRST),
        (f"then {FIRST}-{FIRST} von {LAST} left", f"{FIRST}-{FIRST} von {LAST}"),
        (f"a letter from {FIRST} K. {LAST}", f"{FIRST} K. {LAST}"),
        (f"skicka en kopia till {LAST}", LAST),
        (f"Överläkare {FIRST} {LAST} vet", f"{FIRST} {LAST}"),
        (f"{FIRST} på {LAST} har proverna", FIRST),
        (f"{FIRST} at {LAST} Medical knows it", FIRST),
        (f"{FIRST} från {LAST} skickade dem", FIRST),
        (f"Our {FIRST} {LAST}", f"{FIRST} {LAST}"),
    ],
)
def test_marks_names_of_persons(text: str, name: str) -> None:
    assert marked(PERSON_NAME, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Karolinska Institutet in Huddinge",
        "a Western Blot on Monday",
        "Everybody at Horizon Europe",
        "Överläkare Professor",
        f"we move to {LAST}",
        f"{LAST} runs well",
        f"{FIRST} Hospital is full",
        "Plåstret säger ifrån",
        f"Sensorn från {LAST} har fel",
        f"Mätning på {LAST} kan göras",
        f"Software from {LAST} is slow",
        "Analys på Biomedicum är dyr",
    ],
)
def test_leaves_places_institutions_and_methods(text: str) -> None:
    assert marked(PERSON_NAME, text) == []
