"""What an advisor hears when a need that they wrote down for a company goes no further."""

from bot.slack.wording.said import Said

COMPANY = Said("It was for", "Det gällde")


def said_no(reference: str) -> Said:
    """The company does not want it."""
    return Said(
        f"The company said no to what you wrote down for it (need {reference}). Nothing was looked up, and you need not"
        " do anything.",
        f"Företaget har tackat nej till det du lade in åt det (behov {reference}). Jag har inte letat efter något, och"
        " du behöver inte göra något.",
    )


def not_reached(reference: str) -> Said:
    """The company was never asked."""
    return Said(
        f"I could not write to the company about what you wrote down for it (need {reference}), so it has not been"
        " asked. File it again, if need be for somebody else there, and close this one.",
        f"Jag kunde inte skriva till företaget om det du lade in åt det (behov {reference}), så det har inte"
        " fått frågan. Lägg in det igen, vid behov åt någon annan där, och avsluta det här.",
    )
