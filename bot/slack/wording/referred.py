"""An advisor has answered a company itself: nobody here can help, or its need goes on in another of its own."""

from bot.slack.wording.said import Said

ANSWERS = Said("An innovation advisor answers", "En innovationsrådgivare svarar")


def goes_on(reference: str) -> Said:
    """Two needs of one company, put together."""
    return Said(
        f"You have asked for the same before, so an innovation advisor has put the two together. It goes on in need"
        f" {reference}; nothing is lost.",
        f"Ni har frågat om samma sak tidigare, så en innovationsrådgivare har fört ihop de två. Det går vidare i behov"
        f" {reference}; inget går förlorat.",
    )
