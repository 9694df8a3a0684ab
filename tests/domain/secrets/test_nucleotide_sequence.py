import pytest

from bot.domain.secrets.nucleotide_sequence import NUCLEOTIDE_SEQUENCE
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("guide GACCTGTTAGCATCGGATCA now", ["GACCTGTTAGCATCGGATCA"]),
        ("5'-TTGACCGG-3' only", ["TTGACCGG"]),
        ("primer ATGCCGTT", ["ATGCCGTT"]),
        ("ATG GCT AAA CTG GTT", ["ATG GCT AAA CTG GTT"]),
        ("atgaccgttacggatt", ["atgaccgttacggatt"]),
    ],
)
def test_marks_nucleotide_sequences(text: str, words: list[str]) -> None:
    assert marked(NUCLEOTIDE_SEQUENCE, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "GAATTC and TATA",
        "CAG CAT",
        "BACKGROUND",
        "VHDSRKMWYBVHDS",
        "a tag cut",
    ],
)
def test_leaves_what_only_looks_like_nucleotide_sequence(text: str) -> None:
    assert marked(NUCLEOTIDE_SEQUENCE, text) == []
