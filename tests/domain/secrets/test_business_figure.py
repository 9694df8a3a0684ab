import pytest

from bot.domain.secrets.business_figure import BUSINESS_FIGURE
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("sales were 18 MSEK", ["18 MSEK"]),
        ("Försäljningen gick från 800 tkr till 2,3 Mkr", ["800 tkr", "2,3 Mkr"]),
        ("Our revenue grew from €1.2m to €3.1m", ["€1.2m", "€3.1m"]),
        ("EBITDA is still -4.2 MSEK", ["-4.2 MSEK"]),
        ("bruttomarginalen är 64 %", ["64 %"]),
        ("we sold 3,400 helmets", ["3,400"]),
        ("Vi levererar 9 000 plåster i månaden", ["9 000"]),
        ("1,100 paying customers", ["1,100"]),
        ("they got 40 Mkr for it", ["40 Mkr"]),
    ],
)
def test_marks_what_a_company_keeps_to_itself(text: str, figures: list[str]) -> None:
    assert marked(BUSINESS_FIGURE, text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Rent: is 12 000 SEK a month realistic?",
        "a grant of 2 million SEK from Vinnova",
        "Vi har budget på 150 000 kr",
        "10 million cells in a tube",
        "en tjänst på 60 %",
    ],
)
def test_leaves_prices_budgets_and_counts(text: str) -> None:
    assert marked(BUSINESS_FIGURE, text) == []
