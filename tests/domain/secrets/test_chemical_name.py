import pytest

from bot.domain.secrets.chemical_name import CHEMICAL_NAME
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2-(4-isobutylphenyl)-3-oxopropanoic acid here", ["2-(4-isobutylphenyl)-3-oxopropanoic acid"]),
        (
            "(see 4-(3-kloro-5-metylfenyl)-1H-pyrazol-3-karboxamid)",
            ["4-(3-kloro-5-metylfenyl)-1H-pyrazol-3-karboxamid"],
        ),
    ],
)
def test_marks_chemical_names(text: str, words: list[str]) -> None:
    assert marked(CHEMICAL_NAME, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "2-propanol and 4-hydroxytamoxifen",
        "3-D-printed and 2-photon-microscopy",
        "a 5-step method with amino acids",
    ],
)
def test_leaves_what_only_looks_like_chemical_name(text: str) -> None:
    assert marked(CHEMICAL_NAME, text) == []
