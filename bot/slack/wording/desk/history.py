"""What has happened to a need and its introductions, one short line an event."""

from collections.abc import Mapping
from typing import Final

from bot.domain.introduction import ByHand, Decline, Wait
from bot.domain.limits import named_in
from bot.domain.people import Reach
from bot.domain.triage import NoMatch, Outcome
from bot.slack.wording.limits import limit_value
from bot.slack.wording.said import Said

LOTSEN = Said("I", "Jag")
YOU = Said("You", "Du")

#: What an advisor tells that an expert told them.
HEARD_NO = Said("heard a no", "fick ett nej")

#: Events that mean another thing of a need than of an introduction.
OF_NEED: Final[Mapping[str, Said]] = {
    "asked": Said("asked", "frågade"),
    "taken_over": Said("took it over", "tog över det"),
}
#: Events of a need and of its introductions, in the words of the log.
EVENTS: Final[Mapping[str, Said]] = {
    # Of a need.
    "matches": Said("answered with matches", "svarade med träffar"),
    "nothing_fits": Said("answered that nothing fits", "svarade att inget passar"),
    "unclear": Said("asked a question back", "frågade tillbaka"),
    "not_a_need": Said("found that it asked for nothing", "såg att det inte var något behov"),
    "filed": Said("wrote it down for the company", "skrev ned det åt företaget"),
    "consented": Said("agreed that help is looked for", "gick med på att jag letar efter hjälp"),
    "put_right": Said("put it right, in a new need", "rättade det, i ett nytt behov"),
    "said_more": Said("said more, in a new need", "berättade mer, i ett nytt behov"),
    "corrected": Said("changed the matches", "ändrade träffarna"),
    "referred": Said("told the company that nobody here can help", "svarade företaget att ingen här kan hjälpa till"),
    "merged": Said("put it together with another need", "förde ihop det med ett annat behov"),
    "withdrawn": Said("took it back", "tog tillbaka det"),
    "closed": Said("closed it", "avslutade det"),
    # Of the advisors' side.
    "taken": Said("took it", "tog det"),
    "stays_with": Said("left it with whoever had the last one", "lät det stanna hos den som hade det förra"),
    "handed_over": Said("handed it over", "lämnade över det"),
    "given_back": Said("gave it back", "lämnade tillbaka det"),
    "set_free": Said(
        "made it free, as whoever had it is no longer an advisor",
        "gjorde det ledigt, då den som hade det inte längre är rådgivare",
    ),
    "snoozed": Said("put it to rest", "lät det vila"),
    "woken": Said("woke it", "väckte det"),
    "linked": Said("linked it with another need", "kopplade ihop det med ett annat behov"),
    "note": Said("wrote a note", "skrev en anteckning"),
    "erased": Said("had everything erased", "lät radera allt"),
    "enquired": Said("asked the company a question", "ställde en fråga till företaget"),
    "enquiry_answered": Said("answered the advisor", "svarade på rådgivarens fråga"),
    # Of an introduction.
    "approved": Said("approved the brief", "godkände texten"),
    "proposed": Said("suggested it", "föreslog den"),
    "suggested": Said("suggested it", "föreslog den"),
    "waits": Said("let it wait", "lät den vänta"),
    "called": Said("let it have its turn", "lät den få sin tur"),
    "asked": Said("asked the expert", "frågade experten"),
    "at_once": Said("opened it without asking, as they wish", "öppnade utan att fråga, som de vill ha det"),
    "accepted": Said("said yes", "sa ja"),
    "postponed": Said("said yes, but not before a date", "sa ja, men inte före ett datum"),
    "resumed": Said("went on, as the date had come", "gick vidare, då datumet var inne"),
    "redirected": Said("named somebody else", "hänvisade till någon annan"),
    "declined": Said("said no", "sa nej"),
    "expired": Said("had no answer in time", "fick inget svar i tid"),
    "unanswered": Said("had no answer and nobody else to ask", "fick inget svar och hade ingen mer att fråga"),
    "no_turn": Said("could not ask in time", "kunde inte fråga i tid"),
    "out_of_reach": Said("could not reach them", "kunde inte nå dem"),
    "taken_over": Said("took it over, to ask in person", "tog över den, för att fråga personligen"),
    "accepted_by_hand": Said("heard a yes", "fick ett ja"),
    "opened": Said("opened the conversation", "öppnade samtalet"),
    "advisor_changed": Said("wanted another advisor", "ville ha en annan rådgivare"),
    "met": Said("said that they have met", "sa att de har träffats"),
    "reminded": Said("reminded the expert", "påminde experten"),
    "late": Said("warned the advisors", "varnade rådgivarna"),
    "asked_whether_met": Said("asked both whether they have met", "frågade båda om de har träffats"),
    "waits_for_advisor": Said("reminded the advisors", "påminde rådgivarna"),
    "feedback": Said("answered the two questions", "besvarade de två frågorna"),
    "broke": Said("could not do it", "kunde inte göra det"),
    # Of a correction.
    "label_approved": Said(
        "chose the change as an example to learn from", "valde ändringen som ett exempel att lära av"
    ),
    "label_left_out": Said("left the change out of the examples", "lät bli att ta ändringen som exempel"),
}

#: Why, in the words of the log.
REASONS: Final[Mapping[str, Said]] = {
    "useful": Said("useful", "till nytta"),
    "not_useful": Said("of no use", "inte till nytta"),
    Decline.NO_TIME: Said("no time", "ingen tid"),
    Decline.NOT_OUR_FIELD: Said("outside the field", "utanför området"),
    Decline.NOT_POSSIBLE: Said("not possible", "inte möjligt"),
    Decline.NOT_OPEN: Said("not open to companies", "inte öppet för företag"),
    Decline.TOO_LITTLE: Said("too little to go on", "för lite att gå på"),
    Decline.OTHER: Said("another reason", "en annan anledning"),
    Wait.NEXT: Said("only if the others say no", "bara om de andra säger nej"),
    Wait.CAP: Said("they have enough at the moment", "de har fullt upp just nu"),
    Wait.PAUSED: Said("they are away", "de är borta"),
    Wait.HOURS: Said("outside their hours", "utanför deras arbetstid"),
    ByHand.OUT_OF_REACH: Said("out of reach", "gick inte att nå"),
    ByHand.OWN_REQUEST: Said("they asked it themselves", "de frågade själva"),
    ByHand.NO_ANSWER: Said("no answer in time", "inget svar i tid"),
    ByHand.NO_TURN: Said("no turn in time", "de hann inte tillfrågas"),
    ByHand.TAKEN_OVER: Said("taken over", "övertagen"),
    ByHand.BROKE: Said("a fault of ours", "ett fel hos oss"),
    ByHand.BOTH_AGREED: Said("both said yes", "båda har sagt ja"),
    Reach.UNLINKED: Said("no account is linked", "inget konto är kopplat"),
    Reach.NOT_IN_SLACK: Said("not in Slack", "finns inte i Slack"),
    Reach.DEACTIVATED: Said("the account is closed", "kontot är avslutat"),
    Reach.ELSEWHERE: Said("in another workspace", "i en annan arbetsyta"),
    Reach.REFUSED: Said("Slack refused", "Slack nekade"),
    Reach.UNTRIED: Said("it could not be tried", "det gick inte att prova"),
    Outcome.INTRODUCED: Said("introduced", "introducerade"),
    Outcome.HELPED_OTHERWISE: Said("helped in another way", "hjälp på annat sätt"),
    Outcome.NOTHING_HERE: Said("nothing here fits", "inget här passar"),
    Outcome.NOT_NOW: Said("not now", "inte nu"),
    Outcome.DUPLICATE: Said("the same as another", "samma som ett annat"),
    NoMatch.NO_CAPACITY: Said("no capacity", "ingen kapacitet"),
    NoMatch.BETTER_ELSEWHERE: Said("better elsewhere", "bättre någon annanstans"),
    NoMatch.NOT_RESEARCH: Said("an ordinary purchase", "ett vanligt köp"),
}


def event(name: str, *, of_need: bool) -> Said:
    """What somebody did; an event without words here keeps the log's own."""
    if of_need and name in OF_NEED:
        return OF_NEED[name]
    plain = name.replace("_", " ")
    return EVENTS.get(name, Said(plain, plain))


def reason(name: str) -> Said:
    """Why; a reason without words here keeps the log's own."""
    limits = named_in(name)
    if limits:
        named = [limit_value(*limit) for limit in limits]
        return not_meant(Said(", ".join(each.en for each in named), ", ".join(each.sv for each in named)))
    plain = name.replace("_", " ")
    return REASONS.get(name, Said(plain, plain))


def not_meant(limits: Said) -> Said:
    """What the company had not meant as a must."""
    return Said(f"not meant: {limits.en}", f"inte menat: {limits.sv}")


def told(what: Said, why: Said | None) -> Said:
    """An event with its reason in brackets."""
    return what if why is None else Said(f"{what.en} ({why.en})", f"{what.sv} ({why.sv})")
