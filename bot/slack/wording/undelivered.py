"""Which message could not be delivered, and to whom: by its kind and in roles, since nobody knows it by its topic."""

from bot.domain.message import UPDATES, Topic
from bot.slack.wording.said import Said

_ERASURE = Said("the erasing of words that were told before", "raderingen av ord som redan hade berättats")

#: Every message but those that bring another one up to date.
KINDS: dict[Topic, Said] = {
    Topic.ANSWER: Said("the answer to the company", "svaret till företaget"),
    Topic.APOLOGY: Said(
        "the word to the company that something broke", "beskedet till företaget att något gick sönder"
    ),
    Topic.PROGRESS: Said("the company's list of its introductions", "företagets lista över sina introduktioner"),
    Topic.THREAD_OPENED: Said(
        "the word to the company that its introduction has started",
        "beskedet till företaget att introduktionen har börjat",
    ),
    Topic.INTRODUCED_BY_HAND: Said(
        "the word to the company that the expert said yes", "beskedet till företaget att experten har sagt ja"
    ),
    Topic.NOT_BEFORE: Said(
        "the word to the company from which date the expert can", "beskedet till företaget om när experten kan"
    ),
    Topic.SAID_NO: Said("the expert's no to the company", "expertens nej till företaget"),
    Topic.NO_ANSWER: Said(
        "the word to the company that no answer came in time", "beskedet till företaget att inget svar kom i tid"
    ),
    Topic.SUGGESTION: Said("a suggestion to the company", "ett förslag till företaget"),
    Topic.UNDECIDED: Said("the reminder to the company of a suggestion", "påminnelsen till företaget om ett förslag"),
    Topic.ADVISOR_ANSWERS: Said(
        "the word to the company that an advisor goes on", "beskedet till företaget att en rådgivare tar vid"
    ),
    Topic.ENDED_BY_ADVISOR: Said(
        "the word to the company that an advisor closed it", "beskedet till företaget att en rådgivare har avslutat"
    ),
    Topic.DID_YOU_MEET: Said(
        "the question to the company whether they met", "frågan till företaget om de har träffats"
    ),
    Topic.COMPANY_QUESTIONS: Said("the two questions to the company", "de två frågorna till företaget"),
    Topic.ADVISOR_SUGGESTS: Said("an advisor's matches to the company", "en rådgivares träffar till företaget"),
    Topic.ENQUIRY: Said("an advisor's question to the company", "en rådgivares fråga till företaget"),
    Topic.ANSWER_RECEIVED: Said("the thanks to the company for its answer", "tacket till företaget för svaret"),
    Topic.REFERRED: Said(
        "an advisor's word to the company that nobody here can help",
        "en rådgivares besked till företaget att ingen här kan hjälpa till",
    ),
    Topic.MERGED: Said(
        "the word to the company in which need it goes on", "beskedet till företaget om i vilket behov det går vidare"
    ),
    Topic.CONSENT: Said(
        "the question to the company whether it wants help", "frågan till företaget om det vill ha hjälp"
    ),
    Topic.REQUEST: Said("the request to the expert", "förfrågan till experten"),
    Topic.REMINDER: Said("the reminder to the expert", "påminnelsen till experten"),
    Topic.HOW_TO_ASK: Said(
        "the question to the expert how they want to be asked", "frågan till experten om hur de vill bli tillfrågade"
    ),
    Topic.EXPERT_QUESTIONS: Said("the two questions to the expert", "de två frågorna till experten"),
    Topic.NEED: Said("the need to the advisors", "behovet till rådgivarna"),
    Topic.NEED_ENDED: Said(
        "the word to the advisors that a need was withdrawn",
        "beskedet till rådgivarna att ett behov har tagits tillbaka",
    ),
    Topic.REQUEST_BY_HAND: Said(
        "an introduction for the advisors to make by hand", "en introduktion för rådgivarna att göra för hand"
    ),
    Topic.BY_HAND_WAITS: Said(
        "the word to the advisors that an introduction waits for them",
        "beskedet till rådgivarna att en introduktion väntar på dem",
    ),
    Topic.LATE: Said("the warning to the advisors of a late answer", "varningen till rådgivarna om ett sent svar"),
    Topic.NOTHING_LEFT: Said(
        "the word to the advisors that nobody is left to ask", "beskedet till rådgivarna att ingen återstår att fråga"
    ),
    Topic.PRIVATE_WORDS: Said("words for advisors only", "ord bara för rådgivare"),
    Topic.ENQUIRY_ANSWERED: Said("the company's answer to the advisors", "företagets svar till rådgivarna"),
    Topic.BREAKDOWN: Said(
        "the word to the advisors that something broke", "beskedet till rådgivarna att något gick sönder"
    ),
    Topic.UNDELIVERABLE: Said(
        "the word to the advisors that a message could not be delivered",
        "beskedet till rådgivarna att ett meddelande inte gick att leverera",
    ),
    Topic.HANDED_OVER: Said(
        "a need that one advisor handed to another", "ett behov som en rådgivare har lämnat till en annan"
    ),
    Topic.CONSENT_REFUSED: Said(
        "the word to an advisor that the company does not want help",
        "beskedet till en rådgivare att företaget inte vill ha hjälp",
    ),
    Topic.INTRODUCTION: Said(
        "the introduction of company, expert and advisor", "introduktionen av företag, expert och rådgivare"
    ),
    Topic.ADVISOR_CHANGED: Said(
        "the word to company and expert that another advisor takes part",
        "beskedet till företag och expert att en annan rådgivare är med",
    ),
    Topic.CHECK_BACK: Said(
        "the question to company and expert whether they met", "frågan till företag och expert om de har träffats"
    ),
    Topic.THREAD_ENDED: Said(
        "the word to company and expert that it is closed", "beskedet till företag och expert att det är avslutat"
    ),
    Topic.ERASED_FOR_EXPERT: _ERASURE,
    Topic.ERASED_FOR_ADVISORS: _ERASURE,
    Topic.ERASED_FOR_ADVISOR: _ERASURE,
    Topic.ERASED_FOR_GROUP: _ERASURE,
    Topic.SET_FREE: Said(
        "the word to the advisors that needs have nobody any more", "beskedet till rådgivarna att behov saknar någon"
    ),
    Topic.DIGEST: Said("the week's figures to the advisors", "veckans siffror till rådgivarna"),
    Topic.LABELS_DUE: Said("the week's corrections to the advisors", "veckans rättelser till rådgivarna"),
}


def undelivered(topic: Topic) -> Said:
    """What could not be delivered."""
    what = KINDS[UPDATES.get(topic, topic)]
    if topic in UPDATES:
        what = Said(f"what is new in {what.en}", f"det som är nytt i {what.sv}")
    return Said(f"A message could not be delivered: {what.en}.", f"Ett meddelande gick inte att leverera: {what.sv}.")


def try_again(parcel: int, error: str) -> Said:
    """Why, in Slack's own word, and how to have it tried again."""
    return Said(
        f"Error: {error}. “lotsen outbox retry {parcel}” tries again, and “lotsen outbox drop {parcel}” gives it up.",
        f"Fel: {error}. ”lotsen outbox retry {parcel}” försöker igen, och ”lotsen outbox drop {parcel}” ger upp det.",
    )
