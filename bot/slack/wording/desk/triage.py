"""What an advisor does with a need as a whole: the buttons of its page, and their modals."""

from typing import Final

from bot.domain.triage import Outcome
from bot.slack.wording.said import Said

GIVE_BACK = Said("Give back", "Lämna tillbaka")
TAKE_OVER = Said("Take over", "Ta över")
TAKE_OVER_TITLE = Said("Take it over?", "Ta över det?")
TAKE_OVER_SURE = Said(
    "Another advisor has it. They see in the channel that you have it from now on; a word to them is kind.",
    "En annan rådgivare har det. I kanalen syns att du har det från och med nu; säg gärna till.",
)
BACK = Said("Back", "Tillbaka")
HAND_OVER = Said("Hand over", "Lämna över")
SNOOZE = Said("Snooze", "Låt vila")
WAKE = Said("Wake it now", "Väck nu")
NOTE = Said("Add a note", "Skriv en anteckning")
NO_MATCH = Said("Nobody here can help", "Ingen här kan hjälpa")
MERGE = Said("Same as another", "Samma som ett annat")
CLOSE = Said("Close the need", "Avsluta behovet")
CANCEL = Said("Cancel", "Avbryt")
OVER = Said(
    "This need is over, so there is nothing left to do with it.",
    "Behovet är avslutat, så det finns inget kvar att göra.",
)
TAKEN_BEFORE = Said(
    "Another advisor has taken it. On its page you can take it over.",
    "En annan rådgivare har tagit det. Du kan ta över det på behovets sida.",
)

HAND_OVER_TO = Said("To whom?", "Till vem?")
HAND_OVER_HINT = Said(
    "Another advisor of the channel, who gets a direct message at once.",
    "En annan rådgivare i kanalen, som genast får ett direktmeddelande.",
)
A_WORD = Said("A word to them", "Något att skicka med")
ONLY_ADVISORS_READ = Said("Only advisors read it.", "Bara rådgivare läser det.")
NO_ADVISOR = Said("Only somebody in the advisors' channel can have it.", "Bara någon i rådgivarnas kanal kan få det.")
HAS_IT_ALREADY = Said("They have it already.", "Den personen har det redan.")

REST_UNTIL = Said("Until which day?", "Till vilken dag?")
REST_HINT = Said(
    "Until then it stands in “Mine” and “All” only. Promises and reminders go on as before.",
    "Till dess finns det bara under ”Mina” och ”Alla”. Löften och påminnelser fortsätter som vanligt.",
)
PAST_DAY = Said("Choose a day that is still to come.", "Välj en dag framåt i tiden.")

NOTE_LABEL = Said("Note", "Anteckning")
NOTE_HINT = Said(
    "Only advisors read it. No company and no expert can ever see it.",
    "Bara rådgivare läser den. Inget företag och ingen expert kan se den.",
)
NO_WORDS = Said("Please write a few words.", "Skriv några ord.")
SAVE = Said("Save", "Spara")

OUTCOME_LABEL = Said("How did it end?", "Hur slutade det?")
OUTCOMES: Final[dict[Outcome, Said]] = {
    Outcome.INTRODUCED: Said("They were introduced", "De blev introducerade"),
    Outcome.HELPED_OTHERWISE: Said("We helped in another way", "Vi hjälpte till på annat sätt"),
    Outcome.NOTHING_HERE: Said("Nothing here fits", "Inget här passar"),
    Outcome.NO_ANSWER: Said("The company no longer answers", "Företaget svarar inte längre"),
    Outcome.NOT_NOW: Said("The company does not want it now", "Företaget vill inte just nu"),
    Outcome.OTHER: Said("Another way", "På annat sätt"),
}
CLOSE_WORDS = Said("Anything to remember?", "Något att komma ihåg?")
CLOSE_HINT = Said(
    "The company is told that its need is closed, and nothing of this. Whatever is under way ends.",
    "Företaget får veta att behovet är avslutat, men inget av det här. Allt som är på gång avslutas.",
)

MERGE_INTO = Said("Which need asks for the same?", "Vilket behov gäller samma sak?")
MERGE_SEARCH = Said("Type words or a number", "Skriv ord eller nummer")
MERGE_HINT = Said(
    "From the same company: this need is closed, and the company is told that it goes on in the other; while somebody"
    " is asked or introduced under it, both go on, side by side.",
    "Från samma företag: det här behovet avslutas, och företaget får veta att det går vidare i det andra; medan någon"
    " är tillfrågad eller introducerad under det går båda vidare, ihopkopplade.",
)
MERGE_WALL = Said(
    "From two companies: both go on, side by side for advisors only. Neither company hears of it.",
    "Från två företag: båda går vidare, ihopkopplade bara för rådgivare. Inget av företagen får veta något.",
)
LINK = Said("Put them together", "För ihop dem")
ITSELF = Said("That is this need itself.", "Det är det här behovet.")
OTHER_IS_OVER = Said(
    "That need of the same company is over, so nothing can go on there.",
    "Det behovet från samma företag är avslutat, så inget kan gå vidare där.",
)
GONE = Said("There is no such need.", "Det behovet finns inte.")
