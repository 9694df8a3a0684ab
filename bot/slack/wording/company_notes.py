"""Short notes to a company: what became of one of its introductions, and that something broke."""

from bot.slack.wording.said import Said

THREAD_OPENED = Said(
    "Your introduction has started. You find it among your direct messages, as a group message with:",
    "Er introduktion har börjat. Ni hittar den bland era direktmeddelanden, som ett gruppmeddelande med:",
)
AN_ADVISOR = Said("an innovation advisor", "en innovationsrådgivare")
INTRODUCED_BY_HAND = Said(
    "They said yes. An innovation advisor brings you together and writes to you.",
    "De har sagt ja. En innovationsrådgivare för er samman och hör av sig till er.",
)
NOTHING_TO_DO = Said("You need not do anything.", "Ni behöver inte göra något.")
NEXT_IS_ASKED = Said(
    "The next one that you approved is asked now.",
    "Nästa som ni har godkänt blir tillfrågad nu.",
)
ADVISOR_GOES_ON = Said(
    "An innovation advisor knows, and helps you on.", "En innovationsrådgivare vet om det och hjälper er vidare."
)
OTHERS_GO_ON = Said("What else you approved goes on.", "Det andra som ni har godkänt går vidare.")
NO_ANSWER = Said("There was no answer in time.", "Det kom inget svar i tid.")
ENDED_BY_ADVISOR = Said(
    "An innovation advisor has closed this introduction. Ask me whenever you want to go on.",
    "En innovationsrådgivare har avslutat den här introduktionen. Fråga mig när ni vill gå vidare.",
)
NEED_ENDED_BY_ADVISOR = Said(
    "An innovation advisor has closed this need. Ask me whenever you want to go on.",
    "En innovationsrådgivare har avslutat det här behovet. Fråga mig när ni vill gå vidare.",
)


def your_words(need: str) -> Said:
    """Which need it is about."""
    return Said(f"You wrote: “{need}”", f"Ni skrev: ”{need}”")


def expert_at(role: str | None, unit: str) -> Said:
    """An expert in a sentence; also one whose role is not known.

    A Swedish role stands without an article in the catalogue, so it cannot be part of the sentence.
    """
    if role is None:
        return Said(f"the person who answers at {unit}", f"den som svarar på {unit}")
    return Said(f"the {role} at {unit}", f"den som svarar på {unit} ({role})")


def deputy_at(role: str | None, unit: str) -> Said:
    """Whoever stands in for an expert, in a sentence; `role` is None when it may be one of several."""
    if role is None:
        return Said(f"a deputy at {unit}", f"en ersättare på {unit}")
    expert = expert_at(role, unit)
    return Said(f"a deputy of {expert.en}", f"en ersättare för {expert.sv}")


def colleague_at(unit: str) -> Said:
    """Somebody whom an expert named, in a sentence."""
    return Said(f"a colleague at {unit}", f"en kollega på {unit}")


def not_before(day: str) -> Said:
    """Yes, but not before a date."""
    return Said(
        f"They say yes, but not before {day}. I introduce you then.",
        f"De säger ja, men inte före {day}. Då introducerar jag er.",
    )


def said_no(why: Said) -> Said:
    """A no, with its reason in our words."""
    return Said(
        f"Thank you for asking. The answer is no this time: {why.en}.",
        f"Tack för att ni frågade. Svaret är nej den här gången: {why.sv}.",
    )


def apology(reference: str) -> Said:
    """Something broke; nothing is lost and somebody knows."""
    return Said(
        f"Something went wrong on my side. Your text is kept, and an innovation advisor has been told."
        f" Reference: {reference}",
        f"Något gick fel hos mig. Er text finns kvar, och en innovationsrådgivare har fått veta det."
        f" Referens: {reference}",
    )
