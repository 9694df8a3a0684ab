"""What a company reads when an advisor wrote a need down for it, before anybody looks for help."""

from bot.slack.wording.said import Said

HEADING = Said("May I look for help with this?", "Får jag leta efter hjälp med det här?")
WRITTEN_FOR_YOU = Said(
    "An innovation advisor has written this down for you:", "En innovationsrådgivare har skrivit ner det här åt er:"
)
WHAT_YES_MEANS = Said(
    "If you say yes, I look for services and experts here on campus and show you what I find. Nobody is asked before"
    " you have read and approved what they will see.",
    "Säger ni ja letar jag bland tjänster och experter här på campus och visar er vad jag hittar. Ingen blir tillfrågad"
    " innan ni har läst och godkänt det som de får se.",
)
WHO_KNOWS = Said(
    "Until you say yes, only that advisor knows of it.",
    "Tills ni säger ja är det bara den rådgivaren som känner till det.",
)
YES = Said("Yes, please look", "Ja, leta gärna")
NO = Said("No, thank you", "Nej tack")
SAID_YES = Said("You said yes. My answer comes here.", "Ni har sagt ja. Mitt svar kommer här.")
SAID_NO = Said(
    "You said no, so I look for nothing. You are welcome to ask me yourselves whenever you like.",
    "Ni har sagt nej, så jag letar inte. Ni är välkomna att fråga mig själva när ni vill.",
)
CLOSED = Said(
    "An innovation advisor has closed this. You need not do anything.",
    "En innovationsrådgivare har avslutat det här. Ni behöver inte göra något.",
)
DECIDED = Said(
    "This has been decided already, or is closed. Thank you all the same.",
    "Det här är redan avgjort, eller avslutat. Tack ändå.",
)
