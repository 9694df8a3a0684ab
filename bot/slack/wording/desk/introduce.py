"""An advisor makes an introduction in person, which takes what the company has approved."""

from bot.slack.wording.said import Said

INTRODUCE = Said("Introduce by hand", "Introducera själv")
TITLE = Said("Introduce by hand", "Introducera själv")
SUBMIT = Said("I take it", "Jag tar den")
CANCEL = Said("Cancel", "Avbryt")
LABEL = Said("Which of those that the company has approved", "Vilken av dem som företaget har godkänt")
WHAT_HAPPENS = Said(
    "You ask them yourself, by e-mail or telephone. The request comes to the advisor channel with the approved text and"
    " a ready e-mail, and the company is told that an advisor asks.",
    "Du frågar dem själv, via e-post eller telefon. Förfrågan kommer till rådgivarkanalen med den godkända texten och"
    " ett färdigt e-brev, och företaget får veta att en rådgivare frågar.",
)
NOTHING_APPROVED = Said(
    "The company has not approved anything that is open now, and without its yes nobody is told of it. Suggest a text"
    " first: once the company approves it, the introduction can be yours.",
    "Företaget har inte godkänt något som är öppet nu, och utan dess ja får ingen veta något. Föreslå en text först:"
    " när företaget har godkänt den kan du ta introduktionen.",
)
