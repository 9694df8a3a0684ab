"""An expert names somebody else: a service of the catalogue, or a colleague."""

from bot.slack.wording.said import Said

TITLE = Said("Not us, try…", "Inte vi, fråga…")
SUBMIT = Said("Send", "Skicka")
CANCEL = Said("Cancel", "Avbryt")
COMPANY_DECIDES = Said(
    "The company is asked before anybody else hears of it.",
    "Företaget tillfrågas innan någon annan får veta något.",
)
SERVICE_LABEL = Said("A service or expert of the campus", "En tjänst eller expert på campus")
SERVICE_HINT = Said("Type some letters of its name.", "Skriv några bokstäver i namnet.")
COLLEAGUE_LABEL = Said("Or a colleague, for the same question", "Eller en kollega, för samma fråga")
ONE_OF_THEM = Said("Choose a service, or a colleague.", "Välj en tjänst, eller en kollega.")
NOT_BOTH = Said("Choose one of the two, please.", "Välj en av de två.")
NO_COLLEAGUE = Said(
    "I can only ask somebody who works on the campus and whom I can write to here. Choose another colleague, or write"
    " to an innovation advisor instead.",
    "Jag kan bara fråga någon som arbetar på campus och som jag kan skriva till här. Välj en annan kollega, eller skriv"
    " till en innovationsrådgivare i stället.",
)
SOMEBODY_ELSE = Said("Choose somebody other than yourself.", "Välj någon annan än dig själv.")
