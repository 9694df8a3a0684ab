from bot.domain.queue import Pile
from bot.domain.showing import ForDesk
from bot.slack.views.desk.digest import FIGURE, digest_posting
from tests.slack.answers import CAMPUS, NOON
from tests.slack.checking import identifiers, shown
from tests.slack.queues import COUNTS


def test_the_digest_says_each_figure_in_both_languages() -> None:
    text = shown(digest_posting(ForDesk(NOON.date(), COUNTS), CAMPUS))

    assert "# On the desk, Monday 2 March · På bordet, måndag 2 mars" in text
    assert "*23* needs wait for an advisor\n*23* behov väntar på en rådgivare  [Show · Visa]" in text
    assert "*1* need with an answer due today or earlier" in text


def test_each_figure_opens_its_list_the_most_urgent_first_and_what_is_nought_has_no_button() -> None:
    posting = digest_posting(ForDesk(NOON.date(), COUNTS), CAMPUS)

    assert list(identifiers(posting.blocks)) == [
        f"{FIGURE}_{pile}" for pile in (Pile.BREAKS_TODAY, Pile.WAITING, Pile.NEW, Pile.WENT_WELL)
    ]


def test_a_quiet_week_begins_quietly() -> None:
    text = shown(digest_posting(ForDesk(NOON.date(), dict.fromkeys(Pile, 0)), CAMPUS))

    assert "A quiet start: nothing is new" in text
    assert "En lugn start: inget är nytt" in text


def test_a_thousand_of_each_is_one_that_slack_takes() -> None:
    text = shown(digest_posting(ForDesk(NOON.date(), dict.fromkeys(Pile, 5000)), CAMPUS))

    assert "*5000* needs where nothing has happened for some time" in text
