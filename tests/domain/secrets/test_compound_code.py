import pytest

from bot.domain.secrets.compound_code import COMPOUND_CODE
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ABX-1432 binds", ["ABX-1432"]),
        ("give LTN2207 now", ["LTN2207"]),
        ("our lead candidate QV-07", ["QV-07"]),
        ("antikroppen heter HZM 301", ["HZM 301"]),
        ("compound 17b and förening nr 4a", ["17b", "4a"]),
        ("Substans 12c binds", ["12c"]),
        ("the drug (internal name KN-8)", ["KN-8"]),
    ],
)
def test_marks_compound_codes(text: str, words: list[str]) -> None:
    assert marked(COMPOUND_CODE, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "ISO 13485, EN-1078 and IEC62304",
        "HEK293, MCF-7 and RPMI-1640",
        "QV-07 alone",
        "antibodies against CD163",
        "PEG-2000",
        "SARS-CoV-2",
        "an antibody CD163",
        "UN3373",
        "compound 17",
        "compounds 3D printed",
        "two compounds, 17b",
    ],
)
def test_leaves_what_only_looks_like_compound_code(text: str) -> None:
    assert marked(COMPOUND_CODE, text) == []
