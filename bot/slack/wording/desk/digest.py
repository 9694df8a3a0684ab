"""The digest of the week. It is about no single need whose language it could speak, and so it is said in both."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.queue import Pile
from bot.slack.wording.said import Said

SHOW = Said("Show", "Visa")
QUIET = Said(
    "A quiet start: nothing is new, nothing waits, and no promise runs out.",
    "En lugn start: inget är nytt, inget väntar och inget löfte går ut.",
)
AS_IT_STANDS = Said(
    "Each button shows the list as it stands when you press it.",
    "Varje knapp visar listan som den ser ut när du trycker.",
)


def heading(day: Said) -> Said:
    """Above the figures."""
    return Said(f"On the desk, {day.en}", f"På bordet, {day.sv}")


def new(number: int) -> Said:
    """Nobody has taken them."""
    one = number == 1
    return Said(
        f"new {'need' if one else 'needs'} that nobody has taken yet",
        f"{'nytt' if one else 'nya'} behov som ingen har tagit än",
    )


def waiting(number: int) -> Said:
    """The next step is an advisor's."""
    return Said(f"{'need waits' if number == 1 else 'needs wait'} for an advisor", "behov väntar på en rådgivare")


def breaks_today(number: int) -> Said:
    """A promise ends."""
    return Said(
        f"{'need' if number == 1 else 'needs'} with an answer due today or earlier",
        "behov med svar utlovat senast i dag",
    )


def stuck(number: int) -> Said:
    """Nothing happens."""
    needs = "need" if number == 1 else "needs"
    return Said(f"{needs} where nothing has happened for some time", "behov där inget har hänt på ett tag")


def went_well(number: int) -> Said:
    """The good news, last."""
    return Said(
        f"{'need' if number == 1 else 'needs'} went well in the last seven days",
        "behov gick bra de senaste sju dagarna",
    )


#: What stands behind each figure, the most pressing first.
FIGURES: Final[Mapping[Pile, Callable[[int], Said]]] = {
    Pile.BREAKS_TODAY: breaks_today,
    Pile.WAITING: waiting,
    Pile.NEW: new,
    Pile.STUCK: stuck,
    Pile.WENT_WELL: went_well,
}
