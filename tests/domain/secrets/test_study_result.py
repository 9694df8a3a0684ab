import pytest

from bot.domain.secrets.study_result import STUDY_RESULT
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("an IC50 of 3.4 nM in cells", ["3.4 nM"]),
        ("p = 0.012 and a hazard ratio of 0.58", ["0.012", "0.58"]),
        ("Svullnaden minskade med 41 procent", ["41 procent"]),
        ("In our pilot 14 of 22 patients responded", ["14 of 22"]),
        ("Treated mice lived 34 days against 21", ["34 days", "21"]),
        ("Våra patienter sov 39 minuter längre", ["39 minuter"]),
        ("Loading is 62 mg/g, unpublished", ["62 mg/g"]),
        ("We saw a 12-fold rise", ["12-fold"]),
    ],
)
def test_marks_what_somebody_has_measured(text: str, figures: list[str]) -> None:
    assert marked(STUDY_RESULT, text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Can you detect a 15% reduction?",
        "Vårt mål är att minska smärtan med 30 %",
        "We treated the surface with 70% ethanol",
        "About 8% of Swedes have diabetes",
        "The IC50 will be measured by you",
        "MIC + 20 substances",
        "our catheter is 2.4 mm wide",
    ],
)
def test_leaves_wishes_and_working_conditions(text: str) -> None:
    assert marked(STUDY_RESULT, text) == []
