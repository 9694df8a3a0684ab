"""What is found while somebody types into the search of the desk."""

from collections.abc import Iterable

from bot.domain.case import Beside
from bot.slack.blocks import Json, option
from bot.slack.views.campus import Campus
from bot.slack.views.desk import when
from bot.slack.wording.desk.case import STATES


def found_options(found: Iterable[Beside], campus: Campus, language: str) -> list[Json]:
    """The needs by their number and first words, and in small how each stands and how old it is."""
    return [
        option(
            f"{each.id} {' '.join(each.text.split())}",
            each.id,
            f"{STATES[each.state].in_(language)} · {when.asked(each.asked_at, campus, language)}",
        )
        for each in found
    ]
