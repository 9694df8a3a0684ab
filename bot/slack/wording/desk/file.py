"""An advisor writes a need down for a company, which is asked before anybody looks for help with it."""

from bot.slack.wording.said import Said

FILE = Said("File a need for a company", "Lägg in ett behov åt ett företag")
TITLE = Said("File for a company", "Lägg in åt ett företag")
SUBMIT = Said("Ask the company", "Fråga företaget")
CANCEL = Said("Cancel", "Avbryt")
CLOSE = Said("Close", "Stäng")
ASKED_FIRST = Said(
    "The company reads these words first, in a direct message from me. Until it says yes nothing is looked up, and"
    " nobody but you knows of it.",
    "Företaget får först läsa de här orden, i ett direktmeddelande från mig. Innan det har sagt ja letar jag inte efter"
    " något, och ingen utom du känner till det.",
)
COMPANY_LABEL = Said("Whose need it is", "Vems behov det är")
COMPANY_HINT = Said("Somebody at the company, in this Slack.", "Någon på företaget, i den här Slack-arbetsytan.")
TEXT_LABEL = Said("What they need, in their own words", "Vad de behöver, med deras egna ord")
TEXT_HINT = Said(
    "In English or Swedish; the company is answered in the language of these words.",
    "På svenska eller engelska; företaget får svar på samma språk som de här orden.",
)
LEAVE_OUT = Said(
    "Leave out what you would not want the company to read.",
    "Utelämna det som du inte vill att företaget läser.",
)
CUT = Said(
    "The message was longer than this field holds, so only its beginning stands here.",
    "Meddelandet var längre än fältet rymmer, så här står bara början.",
)
NO_WORDS = Said(
    "Please write in words what the company needs; one sentence is enough.",
    "Skriv med ord vad företaget behöver; en mening räcker.",
)
YOURSELF = Said(
    "This is you. If you have a need of your own, write to me directly.",
    "Det här är du. Har du ett eget behov, skriv direkt till mig.",
)
OUT_OF_REACH = Said(
    "I cannot write to this account, so I cannot ask for a yes. Choose somebody else at the company.",
    "Jag kan inte skriva till det här kontot, och därför inte fråga om lov. Välj någon annan på företaget.",
)
DONE = Said(
    "I am asking the company now. If it says yes, the need comes to the advisor channel like any other; if it does not,"
    " I tell you in a direct message.",
    "Jag frågar företaget nu. Säger det ja kommer behovet till rådgivarkanalen som alla andra; gör det inte det får du"
    " veta det i ett direktmeddelande.",
)
