import pytest

from bot.domain.secrets.smiles import SMILES
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dissolve CC(=O)Nc1ccc(F)cc1, please", ["CC(=O)Nc1ccc(F)cc1"]),
        ("(C1CCN(CC1)C=O)", ["C1CCN(CC1)C=O"]),
        ("SMILES: CCO", ["CCO"]),
        ("[NH3+]CC(=O)[O-].[Na+].CC", ["[NH3+]CC(=O)[O-].[Na+].CC"]),
    ],
)
def test_marks_smiles(text: str, words: list[str]) -> None:
    assert marked(SMILES, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "CONCISION",
        "spoons",
        "CO2 and H2O",
        "CCO alone",
        "B16F10 cells",
        "C57BL/6",
        "COOH",
        "C1CC(CC",
        "C)CCCCC(C",
    ],
)
def test_leaves_what_only_looks_like_smiles(text: str) -> None:
    assert marked(SMILES, text) == []
