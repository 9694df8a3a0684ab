import pytest

from bot.domain.secrets.patient_details import PATIENT_DETAILS
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "a 47-year-old woman with glioma, operated in Huddinge in March 2024, said",
            ["a 47-year-old woman with glioma, operated in Huddinge in March 2024"],
        ),
        ("en flicka på 9 år med astma i Umeå som", ["en flicka på 9 år med astma i Umeå"]),
        ("a boy aged 7 from Lund since 2019 plays", ["a boy aged 7 from Lund since 2019"]),
        (
            "en sex månader gammal pojke som opererades för hjärtfel",
            ["en sex månader gammal pojke som opererades för hjärtfel"],
        ),
    ],
)
def test_marks_patient_details(text: str, words: list[str]) -> None:
    assert marked(PATIENT_DETAILS, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "a 70-year-old can open it",
        "patients aged 55 to 75",
        "en 70-åring",
        "a boy aged 7 from Lund",
        "12 patienter med ALS",
    ],
)
def test_leaves_what_only_looks_like_patient_details(text: str) -> None:
    assert marked(PATIENT_DETAILS, text) == []
