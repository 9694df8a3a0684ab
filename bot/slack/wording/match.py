"""What is said about one match: how well it fits, why, who answers, and what is known of its host."""

from datetime import date

from bot.slack.wording.said import Said
from matcher.answer import Kind, Level

INTRODUCE_ME = Said("Introduce me", "Sätt oss i kontakt")
SEE_ALL = Said("See all", "Visa alla")
NOBODY_NAMED = Said(
    "Who answers: an innovation advisor finds the right person",
    "Den som svarar: en innovationsrådgivare tar reda på vem",
)
UNCONFIRMED = Said("Not yet confirmed by the host", "Inte bekräftat av verksamheten än")

LEVELS: dict[Level, Said] = {
    "strong": Said("Good match", "Stämmer bra"),
    "possible": Said("Possible", "Möjlig"),
}

OPENNESS: dict[str, Said] = {
    "yes": Said("Open to companies", "Öppet för företag"),
    "limited": Said("Open to companies to some extent", "Öppet för företag i viss mån"),
    "unknown": Said("Open to companies? Ask them", "Öppet för företag? Fråga dem"),
}


def because(need: str, entry: str, kind: Kind) -> Said:
    """Why it was chosen: words of the company beside words of the service or the expert."""
    if kind == "expert":
        return Said(
            f"Because you wrote “{need}” and they know “{entry}”",
            f"För att ni skrev ”{need}” och de kan ”{entry}”",
        )
    return Said(
        f"Because you wrote “{need}” and they offer “{entry}”",
        f"För att ni skrev ”{need}” och de erbjuder ”{entry}”",
    )


def knows(things: str) -> Said:
    """What an expert can be asked about, as the one line of what the match shows."""
    return Said(f"Knows: {things}", f"Kan: {things}")


def who_answers(role: str) -> Said:
    """The expert behind a service, by role."""
    return Said(f"Who answers: {role}", f"Den som svarar: {role}")


def confirmed(day: date) -> Said:
    """When the host last said that the entry is right."""
    return Said(f"Confirmed by the host {day.isoformat()}", f"Bekräftat av verksamheten {day.isoformat()}")


def caveat(limit: Said, wanted: Said, offered: Said) -> Said:
    """A limit that the match does not meet."""
    return Said(
        f"Mind the {limit.en}: you ask for {wanted.en}, they offer {offered.en}",
        f"Tänk på {limit.sv}: ni söker {wanted.sv}, de erbjuder {offered.sv}",
    )
