"""What the advisors read when one of them has left. It is about no single need, and so it is said in both languages."""

from bot.slack.wording.said import Said


def free_again(number: int) -> Said:
    """How many needs nobody has any more."""
    one = number == 1
    return Said(
        f"{number} {'need is' if one else 'needs are'} free again, since whoever had {'it' if one else 'them'} is not"
        f" in this channel any more. {'It stands' if one else 'They stand'} under “New”.",
        f"{number} behov är {'ledigt' if one else 'lediga'} igen, eftersom den som hade {'det' if one else 'dem'} inte"
        f" längre är med i kanalen. {'Det' if one else 'De'} finns under ”Nya”.",
    )
