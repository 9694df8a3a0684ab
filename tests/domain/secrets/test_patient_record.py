import pytest

from bot.domain.secrets.patient_record import PATIENT_RECORD
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("patient ID 20-0147", ["20-0147"]),
        ("journalnummer: 00482113", ["00482113"]),
        ("Deltagare SE-03-011 slutade", ["SE-03-011"]),
        ("the tube labelled PAT-00391", ["PAT-00391"]),
    ],
)
def test_marks_patient_records(text: str, words: list[str]) -> None:
    assert marked(PATIENT_RECORD, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "patient 12",
        "patients 200",
        "in patient 2024",
        "12 patients, 400 samples",
    ],
)
def test_leaves_what_only_looks_like_patient_record(text: str) -> None:
    assert marked(PATIENT_RECORD, text) == []
