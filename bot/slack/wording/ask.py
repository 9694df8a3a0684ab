"""The modal in which a need is written, and what is said right after asking: receipts, help, and faults."""

from bot.slack.wording.said import Said

TITLE = Said("What do you need?", "Vad behöver ni?")
LABEL = Said("Your need, in your own words", "Ert behov, med egna ord")
HINT = Said(
    "For example: We want to see whether our coating harms living cells. We have ten samples and six weeks.",
    "Till exempel: Vi vill se om vår ytbeläggning skadar levande celler. Vi har tio prover och sex veckor på oss.",
)
SUBMIT = Said("Ask", "Fråga")
CANCEL = Said("Cancel", "Avbryt")
NO_WORDS = Said(
    "Please write in words what you want to find out or make; one sentence is enough.",
    "Skriv med ord vad ni vill ta reda på eller göra; en mening räcker.",
)
RECEIVED_TITLE = Said("Thank you", "Tack")
RECEIVED = Said(
    "I am looking. The answer comes to you alone, as a direct message from me.",
    "Jag letar. Svaret kommer bara till dig, som ett direktmeddelande från mig.",
)
HELP = Said(
    "Write /lotsen and what you need, in your own words, in English or Swedish. /lotsen alone opens a form."
    " You can also write to me directly, or mention me in a channel where others may read along."
    " /lotsen status shows your needs, /lotsen withdraw N1 takes one back, /lotsen export gives you your data, and"
    " /lotsen erase deletes it.",
    "Skriv /lotsen och vad ni behöver, med egna ord, på svenska eller engelska. Bara /lotsen öppnar ett formulär."
    " Ni kan också skriva direkt till mig, eller nämna mig i en kanal där andra får läsa med."
    " /lotsen status visar era behov, /lotsen återta N1 tar tillbaka ett, /lotsen exportera ger er era uppgifter, och"
    " /lotsen radera tar bort dem.",
)
DESK_HELP = Said(
    "For you as an advisor: /lotsen desk opens the desk; it also stands on the Home tab of this app.",
    "För dig som rådgivare: /lotsen bord öppnar rådgivarnas bord; det finns också på fliken Hem i den här appen.",
)
NOT_YOURS = Said(
    "Only the person who asked can use these buttons. If you have a need of your own, write to me or use /lotsen.",
    "Bara den som frågade kan använda knapparna. Har du ett eget behov, skriv till mig eller använd /lotsen.",
)
OUTDATED = Said(
    "This button no longer works. Ask once more and you get a new answer.",
    "Den här knappen fungerar inte längre. Fråga en gång till så får du ett nytt svar.",
)


def fault(reference: str) -> Said:
    """When something breaks while a person waits."""
    return Said(
        f"Something went wrong on my side. Please try again in a moment. Reference: {reference}",
        f"Något gick fel hos mig. Försök gärna igen om en stund. Referens: {reference}",
    )
