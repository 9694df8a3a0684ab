import pytest

from bot.domain.secrets.numbered_patient import NUMBERED_PATIENT
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patient nr 7, född 1960, med ALS", "Patient nr 7, född 1960, med ALS"),
        ("patient 7 has EGFR L858R and", "patient 7 has EGFR L858R"),
        ("in patient no. 12, born in 1951, we", "patient no. 12, born in 1951"),
        ("patienten 3, 54 år, fick", "patienten 3, 54 år"),
        ("patient #4 with lung cancer died", "patient #4 with lung cancer"),
        ("patient 9 har c.123A>G.", "patient 9 har c.123A>G"),
        ("Patient 2 fick diagnosen ALS", "Patient 2 fick diagnosen ALS"),
    ],
)
def test_marks_one_patient_with_what_tells_who_it_is(text: str, words: str) -> None:
    assert marked(NUMBERED_PATIENT, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "patient 12 drops out",
        "patients 7 to 9 with ALS",
        "each patient 7 days",
        "patient 3 has MRI tomorrow",
        "patient 5% with ALS",
        "patient 7 came. Born in 1960, the method",
        "12 patienter med ALS",
    ],
)
def test_leaves_numbers_that_tell_of_nobody(text: str) -> None:
    assert marked(NUMBERED_PATIENT, text) == []
