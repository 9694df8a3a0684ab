"""An advisor says that nobody here can help: the modal, and the drafted answer that the company reads."""

from typing import Final

from bot.domain.triage import NoMatch
from bot.slack.wording.said import Said

TITLE = Said("Nobody here can help", "Ingen här kan hjälpa")
SUBMIT = Said("Send and close", "Skicka och avsluta")
CANCEL = Said("Cancel", "Avbryt")
WHY = Said("Why can nobody here help?", "Varför kan ingen här hjälpa till?")
DOOR = Said("A door elsewhere", "En annan väg")
NO_DOOR = Said("None", "Ingen")
TEXT_LABEL = Said("What the company reads", "Det som företaget läser")
TEXT_HINT = Said(
    "The draft follows what you choose above, until you write in it yourself.",
    "Utkastet följer det du väljer ovan, tills du själv skriver i det.",
)
IN_SWEDISH = Said(
    "The company writes Swedish, so the answer is in Swedish.", "Företaget skriver på svenska, så svaret är på svenska."
)
IN_ENGLISH = Said(
    "The company writes English, so the answer is in English.",
    "Företaget skriver på engelska, så svaret är på engelska.",
)
CLOSES = Said(
    "The company gets this text, the need is closed, and whatever is under way ends.",
    "Företaget får den här texten. Behovet avslutas, och därmed allt som är på gång.",
)
NO_WORDS = Said("Please write what the company is to read.", "Skriv det som företaget ska läsa.")
OVER = Said(
    "This need is over, or not yet answered, so there is nothing to send.",
    "Behovet är avslutat eller inte besvarat än, så det finns inget att skicka.",
)

REASONS: Final[dict[NoMatch, Said]] = {
    NoMatch.NOT_OUR_FIELD: Said("Nobody here works with it", "Ingen här arbetar med det"),
    NoMatch.NOT_POSSIBLE: Said("Not possible, technically or legally", "Inte möjligt, tekniskt eller juridiskt"),
    NoMatch.NOT_OPEN: Said("Those who could are not open to companies", "De som skulle kunna tar inte emot företag"),
    NoMatch.NO_CAPACITY: Said("Those who could have no room for it", "De som skulle kunna har inte utrymme"),
    NoMatch.BETTER_ELSEWHERE: Said("Others do it better elsewhere", "Andra gör det bättre någon annanstans"),
    NoMatch.NOT_RESEARCH: Said("An ordinary purchase, not research", "Ett vanligt köp, inte forskning"),
    NoMatch.OTHER: Said("Another reason", "En annan anledning"),
}
#: The same in a sentence to the company.
_TOLD: Final[dict[NoMatch, Said]] = {
    NoMatch.NOT_OUR_FIELD: Said("nobody here works with it", "ingen här arbetar med det"),
    NoMatch.NOT_POSSIBLE: Said(
        "it cannot be done here, for technical or legal reasons",
        "det går inte att göra här, av tekniska eller juridiska skäl",
    ),
    NoMatch.NOT_OPEN: Said(
        "those who could help cannot take in companies at present",
        "de som skulle kunna hjälpa till har inte möjlighet att ta emot företag just nu",
    ),
    NoMatch.NO_CAPACITY: Said(
        "those who could help have no room for it at present",
        "de som skulle kunna hjälpa till har inte utrymme för det just nu",
    ),
    NoMatch.BETTER_ELSEWHERE: Said(
        "others do this every day and can help you better than we can",
        "andra gör det här varje dag och kan hjälpa er bättre än vi",
    ),
    NoMatch.NOT_RESEARCH: Said(
        "it is something that can be bought as an ordinary service",
        "det är något som går att köpa som en vanlig tjänst",
    ),
    NoMatch.OTHER: Said("we cannot help you with it this time", "vi kan inte hjälpa er med det den här gången"),
}


def draft(why: NoMatch, door: Said | None) -> Said:
    """The answer to a company, to begin with; `door` is a sentence of the catalogue about a way elsewhere."""
    told = _TOLD[why]
    paragraphs = [
        Said(
            "Thank you for turning to us. We have gone through everything that the research infrastructures here"
            f" offer, and {told.en}.",
            "Tack för att ni vände er till oss. Vi har gått igenom allt som forskningsinfrastrukturerna här"
            f" erbjuder, och {told.sv}.",
        ),
        *([Said(f"Another way: {door.en}", f"En annan väg: {door.sv}")] if door else []),
        Said(
            "You are welcome to write again, about this or about something else.",
            "Ni är välkomna att skriva igen, om det här eller om något annat.",
        ),
    ]
    return Said("\n\n".join(each.en for each in paragraphs), "\n\n".join(each.sv for each in paragraphs))
