"""An advisor has answered a company itself: nobody here can help, or its need goes on in another of its own."""

from bot.slack.wording.said import Said

ANSWERS = Said("An innovation advisor answers", "En innovationsrådgivare svarar")


def goes_on(reference: str) -> Said:
    """Two needs of one company, put together."""
    return Said(
        f"You have asked for the same thing in another need, so an innovation advisor has put the two together. It goes"
        f" on in need {reference}; nothing is lost.",
        f"Ni har frågat om samma sak i ett annat behov, så en innovationsrådgivare har fört ihop de två. Det går vidare"
        f" i behov {reference}; inget går förlorat.",
    )
