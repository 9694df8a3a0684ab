"""What is said about one match: how well it fits, why, who answers, and what is known of its host."""

from datetime import date

from bot.slack.wording.said import Said
from matcher.answer import Level

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
    "unknown": Said("Not yet known whether open to companies", "Inte känt än om det är öppet för företag"),
}


def because(need: str, met: Said) -> Said:
    """Why it was chosen: words of the company beside what met them, said with the functions below."""
    return Said(f"Because you wrote “{need}” and {met.en}", f"För att ni skrev ”{need}” och {met.sv}")


def both(first: Said, second: Said) -> Said:
    """Two things that met the same words."""
    return Said(f"{first.en}, and {second.en}", f"{first.sv}, och {second.sv}")


def offers(entry: str) -> Said:
    """Words of the service that met the need."""
    return Said(f"they offer “{entry}”", f"de erbjuder ”{entry}”")


def know(entry: str) -> Said:
    """Words of the expert that met the need."""
    return Said(f"they know “{entry}”", f"de kan ”{entry}”")


def helps_with(example: str) -> Said:
    """A need of somebody else, which the host gives as an example."""
    return Said(f"they help with needs like “{example}”", f"de hjälper till med behov som ”{example}”")


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
