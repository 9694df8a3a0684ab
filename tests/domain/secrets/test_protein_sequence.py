import pytest

from bot.domain.secrets.protein_sequence import PROTEIN_SEQUENCE
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("binder MKTLLVAQWERNDSHGPY", ["MKTLLVAQWERNDSHGPY"]),
        ("peptide CRWPKDNS", ["CRWPKDNS"]),
        ("Ac-RRWKIVVIRWRR-NH2", ["Ac-RRWKIVVIRWRR-NH2"]),
        ("Gly-Trp-Lys-Asp-Phe", ["Gly-Trp-Lys-Asp-Phe"]),
        ("MKWVTFISLLFLF SSAYSRGVFR", ["MKWVTFISLLFLF SSAYSRGVFR"]),
    ],
)
def test_marks_protein_sequences(text: str, words: list[str]) -> None:
    assert marked(PROTEIN_SEQUENCE, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "MANAGEMENT AND CHARACTERISTICS",
        "a PEPTIDE LIBRARY",
        "CRWPKDNS alone",
        "LÄKEMEDELSVERKET",
        "His-tag and Gly-Ser",
    ],
)
def test_leaves_what_only_looks_like_protein_sequence(text: str) -> None:
    assert marked(PROTEIN_SEQUENCE, text) == []
