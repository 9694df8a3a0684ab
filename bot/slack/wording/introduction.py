"""The first post of an introduction thread."""

from bot.slack.wording.said import Said

HEADING = Said("An introduction", "En introduktion")
OPENING = Said(
    "A company and an expert meet here. This is what the company needs, in its own words:",
    "Här möts ett företag och en expert. Det här behöver företaget, med egna ord:",
)
WHO = Said("Who is who", "Vilka ni är")
COMPANY = Said("the company that asks", "företaget som frågar")
ADVISOR = Said("innovation advisor, who helps you both along", "innovationsrådgivare, som hjälper er båda vidare")
AGENDA_TITLE = Said("Twenty minutes to begin with", "Tjugo minuter till att börja med")
AGENDA = (
    Said(
        "5 minutes: the company says what it wants to achieve, and by when",
        "5 minuter: företaget berättar vad det vill uppnå, och till när",
    ),
    Said(
        "7 minutes: the expert says what can be done here, and what cannot",
        "7 minuter: experten berättar vad som går att göra här, och vad som inte går",
    ),
    Said(
        "5 minutes: what must be in place first, such as samples, permits and agreements",
        "5 minuter: vad som måste finnas på plats först, till exempel prover, tillstånd och avtal",
    ),
    Said("3 minutes: the next step, who takes it and when", "3 minuter: nästa steg, vem som tar det och när"),
)
FIRST_STEP_TITLE = Said("First step: preparation", "Första steget: förberedelse")
#: No published guide lists what preparation holds; what stands here is what every host asks for first.
FIRST_STEP = Said(
    "Agree on what the company needs answered, and on what may be told to whom. Nothing secret needs to be said before"
    " there is an agreement on confidentiality.",
    "Kom överens om vad företaget behöver få svar på, och om vad som får berättas för vem. Inget hemligt behöver sägas"
    " innan det finns ett avtal om sekretess.",
)
SUGGEST_TIMES = Said(
    "A good start: the company suggests two or three times here in the thread.",
    "En bra början: företaget föreslår två eller tre tider här i tråden.",
)


def named_company(name: str) -> Said:
    """The company by the name that it chose to show."""
    return Said(f"{name}, the company that asks", f"{name}, företaget som frågar")


def role_at(role: str, unit: str) -> Said:
    """An expert as people should know them in the thread."""
    return Said(f"{role}, {unit}", f"{role}, {unit}")


def about(match: str) -> Said:
    """The match as a notification; it names neither company nor brief."""
    return Said(f"An introduction about {match}", f"En introduktion om {match}")


def prepare(you_bring: str) -> Said:
    """What the company has with it."""
    return Said(f"The company brings: {you_bring}", f"Företaget tar med: {you_bring}")
