"""After three requests without an answer: what an expert is kindly asked."""

from bot.slack.wording.said import Said

ASK = Said(
    "Three requests in a row have stayed without an answer from you. That is no reproach: perhaps the time is wrong, or"
    " the questions, or they reach the wrong person. What would help?",
    "Tre frågor i rad har blivit utan svar från dig. Det är ingen förebråelse: kanske är det fel tid, fel frågor, eller"
    " så når de fel person. Vad skulle hjälpa?",
)
PAUSE = Said("Pause", "Pausa")
CHANGE_CONTACT = Said("Somebody else should be asked", "Någon annan bör få frågorna")
CORRECT = Said("Correct the description", "Rätta beskrivningen")
NOTHING = Said(
    "If everything is right as it is, you need not do anything.",
    "Om allt är rätt som det är behöver du inte göra något.",
)
TITLE = Said("Tell the advisors", "Berätta för rådgivarna")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
CONTACT_LABEL = Said("Who should be asked instead?", "Vem bör få frågorna i stället?")
DESCRIPTION_LABEL = Said("What should be described differently?", "Vad bör beskrivas annorlunda?")
HINT = Said("Only the innovation advisors read this.", "Det här läser bara innovationsrådgivarna.")
NO_WORDS = Said("Please write a few words.", "Skriv några ord.")
