"""A no: the short list that an expert chooses from, and what the company reads of it."""

from bot.domain.introduction import Decline
from bot.slack.wording.said import Said

TITLE = Said("No, thank you", "Nej tack")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
REASON_LABEL = Said("Why not? The company reads this, kindly put", "Varför inte? Företaget läser det, vänligt uttryckt")
WORDS_LABEL = Said("Anything to add? Only the innovation advisors read it", "Något mer? Det läser bara rådgivarna")
WORDS_HINT = Said("You may leave this empty.", "Du kan lämna det här tomt.")

#: What the expert, or an advisor for them, chooses.
REASONS: dict[Decline, Said] = {
    Decline.NO_TIME: Said("No time now", "Ingen tid just nu"),
    Decline.NOT_OUR_FIELD: Said("Not our field", "Inte vårt område"),
    Decline.NOT_POSSIBLE: Said("Not possible, technically or legally", "Inte möjligt, tekniskt eller juridiskt"),
    Decline.NOT_OPEN: Said("Not open to companies now", "Inte öppet för företag just nu"),
    Decline.TOO_LITTLE: Said("Too little to go on", "För lite att gå på"),
    Decline.OTHER: Said("Another reason", "En annan anledning"),
}

#: What the company reads of it.
TOLD: dict[Decline, Said] = {
    Decline.NO_TIME: Said("they have no time for it now", "de har inte tid med det just nu"),
    Decline.NOT_OUR_FIELD: Said(
        "your question lies outside what they do", "er fråga ligger utanför det som de arbetar med"
    ),
    Decline.NOT_POSSIBLE: Said(
        "it cannot be done there, for technical or legal reasons",
        "det går inte att göra där, av tekniska eller juridiska skäl",
    ),
    Decline.NOT_OPEN: Said(
        "they cannot take in companies at present", "de har inte möjlighet att ta emot företag för närvarande"
    ),
    Decline.TOO_LITTLE: Said(
        "the text told them too little to judge, and you are welcome to say more",
        "texten sa för lite för att de skulle kunna bedöma det, och ni får gärna berätta mer",
    ),
    Decline.OTHER: Said("they cannot help with it this time", "de kan inte hjälpa till den här gången"),
}
