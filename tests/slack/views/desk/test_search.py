from bot.domain.case import Beside
from bot.domain.lifecycle import NeedState
from bot.slack.views.desk.search import found_options
from tests.slack.answers import CAMPUS, HOSTILE, NOON
from tests.slack.queues import DAY


def test_what_is_found_is_told_with_its_number_its_state_and_its_age() -> None:
    found = Beside("N7", "Forty  chair\nbacks", NeedState.CLOSED, NOON - 12 * DAY)
    (option,) = found_options([found], CAMPUS, "sv")

    assert (option["text"]["text"], option["value"]) == ("N7 Forty chair backs", "N7")
    assert option["description"]["text"] == "Avslutat · Inkom för 12 dagar sedan"


def test_the_longest_words_fit_into_an_option() -> None:
    (option,) = found_options([Beside("N7", HOSTILE * 900, NeedState.FILED, NOON)], CAMPUS, "en")

    assert len(option["text"]["text"]) <= 75
    assert len(option["description"]["text"]) <= 75
    assert option["text"]["type"] == "plain_text"
