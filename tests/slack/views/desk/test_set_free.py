import pytest

from bot.domain.showing import ForDesk
from bot.slack.views.desk.set_free import set_free_posting
from tests.slack.answers import NOON
from tests.slack.checking import shown


@pytest.mark.parametrize(
    ("number", "english", "swedish"),
    [
        (
            1,
            "1 need is free again, since whoever had it is not in this channel any more. It stands",
            "1 behov är ledigt",
        ),
        (
            3,
            "3 needs are free again, since whoever had them is not in this channel any more. They",
            "3 behov är lediga",
        ),
    ],
)
def test_the_advisors_read_in_both_languages_how_many_needs_are_free(number: int, english: str, swedish: str) -> None:
    text = shown(set_free_posting(ForDesk(NOON.date(), freed=number)))

    assert english in text
    assert swedish in text
