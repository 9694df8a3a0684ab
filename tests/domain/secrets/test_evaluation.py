import pytest

from bot.domain.secrets import KINDS, Secret, find_secrets
from bot.domain.secrets.evaluation import Evaluation, Label, Labelled, Score, Slip, evaluate
from tests.domain.secrets.labelled_sentences import labelled_sentences

# Slightly under what was measured when the rules were last changed: precision, recall.
FLOORS = {
    "chemical_structure": (0.95, 0.95),
    "company": (0.95, 0.93),
    "compound_code": (0.95, 0.90),
    "email": (1.0, 1.0),
    "figure": (0.95, 0.92),
    "nucleotide_sequence": (0.95, 0.95),
    "patient": (0.95, 0.95),
    "person": (0.93, 0.93),
    "personal_number": (1.0, 1.0),
    "phone": (1.0, 1.0),
    "protein_sequence": (0.95, 0.95),
}
KNOWN_MISSES = {
    ("en-after-008", "person"),  # a single name at the beginning of a sentence
    ("sv-after-002", "person"),  # a single name behind "in", which stands before places more often
    ("en-after-039", "company"),  # a single name that could be a person's, and is marked as one
    ("sv-after-038", "company"),
    ("en-last-013", "compound_code"),  # a digit within the letters, as cell lines have
    ("sv-last-013", "compound_code"),
    ("en-figure-001", "figure"),  # a result told without any word that results have
    ("sv-figure-001", "figure"),
    ("en-figure-010", "figure"),
}
TEXT = "ring Abc Def nu"
LABELLED = Labelled("one", "sv", TEXT, (Label("person", 5, 12),))


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    return evaluate(labelled_sentences(), find_secrets)


def judged(*places: tuple[int, int], kind: str = "person") -> Evaluation:
    marks = [Secret(start, end, kind, TEXT[start:end], "[namn]") for start, end in places]
    return evaluate([LABELLED], lambda _text, _language: marks)


@pytest.mark.parametrize("kind", KINDS)
def test_finds_enough_of_each_kind_and_marks_little_else(measured: Evaluation, kind: str) -> None:
    score = measured.kinds[kind]
    precision, recall = FLOORS[kind]

    assert score.precision >= precision
    assert score.recall >= recall


def test_finds_enough_of_all_kinds_together(measured: Evaluation) -> None:
    assert measured.overall.precision >= 0.98
    assert measured.overall.recall >= 0.96


def test_misses_nothing_but_what_is_known_to_be_missed(measured: Evaluation) -> None:
    assert {(slip.id, slip.kind) for slip in measured.missed} <= KNOWN_MISSES


def test_a_mark_over_the_whole_secret_finds_it() -> None:
    assert judged((5, 12)).kinds == {"person": Score(labelled=1, covered=1, found=1, right=1)}


def test_half_a_name_left_standing_is_a_miss() -> None:
    assert judged((5, 8)).missed == (Slip("one", "person", "Abc Def"),)


def test_a_mark_of_another_kind_is_a_miss_and_needless() -> None:
    evaluation = judged((5, 12), kind="company")

    assert (len(evaluation.missed), len(evaluation.needless)) == (1, 1)


def test_marking_everything_is_not_right() -> None:
    assert judged((0, 15)).overall.precision == 0


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    overall = evaluate([], find_secrets).overall

    assert (overall.precision, overall.recall) == (1.0, 1.0)
