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
UNCONFIRMED = Said("Not yet confirmed by the host", "Ännu inte bekräftat av verksamheten")

LEVELS: dict[Level, Said] = {
    "strong": Said("Good match", "Stämmer bra"),
    "possible": Said("Possible", "Möjlig"),
}

OPENNESS: dict[str, Said] = {
    "yes": Said("Open to companies", "Öppet för företag"),
    "limited": Said("Open to companies to some extent", "Öppet för företag i viss mån"),
    "unknown": Said("Not yet known whether open to companies", "Oklart om de tar emot företag"),
}


def because(need: str, met: Said) -> Said:
    """Why it was chosen: words of the company beside what met them, said with the functions below."""
    return Said(f"Because you wrote “{need}”, and {met.en}", f"Eftersom ni skrev ”{need}” och {met.sv}")


def because_of_that(met: Said) -> Said:
    """Why it was chosen, under words of the company that are quoted already."""
    return Said(f"Because {met.en}", f"Eftersom {met.sv}")


def these(*entries: str) -> Said:
    """Words of an entry that met the same words of a need."""
    return Said(" and ".join(f"“{each}”" for each in entries), " och ".join(f"”{each}”" for each in entries))


def offers(things: Said) -> Said:
    """Words of the service that met the need."""
    return Said(f"they offer {things.en}", f"de erbjuder {things.sv}")


def know(things: Said) -> Said:
    """Words of the expert that met the need."""
    return Said(f"they know {things.en}", f"de kan {things.sv}")


def helps_with(examples: Said) -> Said:
    """Needs of others, which the host gives as examples."""
    return Said(f"they help with needs like {examples.en}", f"de hjälper till med behov som {examples.sv}")


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
    """A limit that the match does not meet; `caveat_about_subject` says that of what work is done on."""
    return Said(
        f"Mind the {limit.en}: you ask for {wanted.en}, they offer {offered.en}",
        f"Tänk på {limit.sv}: ni söker {wanted.sv}, de erbjuder {offered.sv}",
    )


def caveat_about_subject(wanted: Said, offered: Said) -> Said:
    """The same when the work is done on something else than was asked for."""
    return Said(
        f"Note: you asked for work on {wanted.en}, but here the work is on {offered.en}.",
        f"Obs: ni frågar om arbete på {wanted.sv}, men här arbetar man med {offered.sv}.",
    )
