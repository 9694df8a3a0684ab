import pytest

from bot.domain.secrets.inchi import INCHI
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("InChI=1S/CH4/h1H4.", ["InChI=1S/CH4/h1H4"]),
        ("key QWMZTRLPKXNVBD-UHFFFAOYSA-N here", ["QWMZTRLPKXNVBD-UHFFFAOYSA-N"]),
        ("(InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3)", ["InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3)"]),
    ],
)
def test_marks_inchis(text: str, words: list[str]) -> None:
    assert marked(INCHI, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "the InChI of it",
        "GMP-GLP-GCP",
    ],
)
def test_leaves_what_only_looks_like_inchi(text: str) -> None:
    assert marked(INCHI, text) == []
