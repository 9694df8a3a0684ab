"""What the advisors are told in their channel, and the e-mail they can send."""

from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionState
from bot.domain.need import Door
from bot.domain.people import Reach, Side
from bot.slack.wording.said import Said

WHO_ASKED = Said("Who asked", "Vem som frågade")
ERASED = Said("erased", "raderat")
WHERE = Said("Where", "Var")
IN_PRIVATE = Said("in private", "privat")
IN_THEIR_WORDS = Said("In their words", "Med deras ord")
NEAREST = Said("Nearest, and why they do not fit", "Närmast, och varför de inte passar")
NOTHING_NEAR = Said("Nothing in the catalogue comes near.", "Inget i katalogen kommer i närheten.")
THEY_WERE_TOLD = Said(
    "The company has been told that an advisor answers.",
    "Företaget har fått veta att en rådgivare svarar.",
)
FOR = Said("For", "Till")
MATCH = Said("Match", "Träff")
EXPERT = Said("Expert", "Expert")
NOBODY_NAMED = Said("nobody is named in the catalogue", "ingen är namngiven i katalogen")
ACCOUNT = Said("Slack account", "Slack-konto")
EMAIL = Said("E-mail", "E-post")
NOT_LINKED = Said("not linked", "inte kopplad")
WHY = Said("Why by hand", "Varför för hand")
APPROVED_BRIEF = Said("The brief that the company approved", "Texten som företaget har godkänt")
READY_EMAIL = Said("Ready to send, in English and in Swedish", "Färdigt att skicka, på engelska och på svenska")

DOORS: dict[Door, Said] = {
    Door.MENTION: Said("a mention", "ett omnämnande"),
    Door.DIRECT_MESSAGE: Said("a direct message", "ett direktmeddelande"),
    Door.COMMAND: Said("/lotsen", "/lotsen"),
    Door.SHORTCUT: Said("the message shortcut", "meddelandegenvägen"),
    Door.HOME: Said("the Home tab", "fliken Hem"),
    Door.ADVISOR: Said("written down by an advisor", "nedskrivet av en rådgivare"),
}

HURDLES: dict[tuple[Side, Reach], Said] = {
    (Side.EXPERT, Reach.UNLINKED): Said("no account is linked to the expert", "inget konto är kopplat till experten"),
    (Side.EXPERT, Reach.NOT_IN_SLACK): Said("nobody here has the expert's address", "ingen här har expertens adress"),
    (Side.EXPERT, Reach.DEACTIVATED): Said("the expert's account is closed", "expertens konto är avslutat"),
    (Side.EXPERT, Reach.ELSEWHERE): Said("the expert is in another workspace", "experten finns i en annan arbetsyta"),
    (Side.EXPERT, Reach.REFUSED): Said(
        "Slack does not let me write to the expert", "Slack låter mig inte skriva till experten"
    ),
    (Side.COMPANY, Reach.DEACTIVATED): Said("the company's account is closed", "företagets konto är avslutat"),
    (Side.COMPANY, Reach.ELSEWHERE): Said(
        "the company is in another workspace", "företaget finns i en annan arbetsyta"
    ),
    (Side.COMPANY, Reach.REFUSED): Said(
        "Slack does not let me write to the company", "Slack låter mig inte skriva till företaget"
    ),
}
NOT_REACHED = Said("they could not be reached in Slack", "de gick inte att nå i Slack")
BY_HAND: dict[ByHand, Said] = {
    ByHand.OUT_OF_REACH: NOT_REACHED,
    ByHand.OWN_REQUEST: Said(
        "whoever asked is the one who would be asked", "den som frågade är den som skulle bli tillfrågad"
    ),
    ByHand.NO_ANSWER: Said("no answer within the promise", "inget svar inom utlovad tid"),
    ByHand.NO_TURN: Said(
        "the expert could not be asked within the promise", "experten gick inte att fråga inom utlovad tid"
    ),
    ByHand.TAKEN_OVER: Said("an advisor took it over", "en rådgivare tog över den"),
    ByHand.BROKE: Said("something went wrong on my side", "något gick fel hos mig"),
    ByHand.BOTH_AGREED: Said(
        "their conversation could not be opened in Slack", "deras samtal gick inte att öppna i Slack"
    ),
}
STATES: dict[IntroductionState, Said] = {
    IntroductionState.PROPOSED: Said("suggested; the company decides", "föreslagen; företaget bestämmer"),
    IntroductionState.APPROVED: Said("waits for its turn", "väntar på sin tur"),
    IntroductionState.ASKED: Said("asked", "tillfrågad"),
    IntroductionState.POSTPONED: Said("yes, but not before a date", "ja, men inte före ett datum"),
    IntroductionState.ACCEPTED: Said("yes; the conversation is being opened", "ja; samtalet öppnas"),
    IntroductionState.INTRODUCED: Said("introduced", "introducerade"),
    IntroductionState.WITH_ADVISOR: Said("with the advisors", "hos rådgivarna"),
    IntroductionState.MET: Said("they have met", "de har träffats"),
    IntroductionState.DECLINED: Said("no", "nej"),
    IntroductionState.REDIRECTED: Said("somebody else was named", "någon annan nämndes"),
    IntroductionState.EXPIRED: Said("no answer; the next was asked", "inget svar; nästa blev tillfrågad"),
    IntroductionState.WITHDRAWN: Said("withdrawn by the company", "tillbakadragen av företaget"),
    IntroductionState.CLOSED: Said("closed", "avslutad"),
}
THEY_SAID_YES = Said("They said yes", "De sa ja")
THEY_SAID_NO = Said("They said no", "De sa nej")
THEY_ARE_INTRODUCED = Said("They are introduced", "De är introducerade")
CLOSE = Said("Close", "Avsluta")
CONFIRM_CLOSE_TITLE = Said("Close this introduction?", "Avsluta introduktionen?")
CONFIRM_CLOSE = Said(
    "Both of them read that it is closed, and nobody is introduced.",
    "Båda får läsa att den är avslutad, och ingen blir introducerad.",
)
TAKE_OVER = Said("Take over", "Ta över")
CLOSE_NEED = Said("Close the need", "Avsluta behovet")
CONFIRM_NEED_TITLE = Said("Close this need?", "Avsluta behovet?")
CONFIRM_NEED = Said(
    "The company is told, and whatever is under way ends.", "Företaget får veta det, och allt som är på gång avslutas."
)
YES_CLOSE = Said("Close", "Avsluta")
NO_BACK = Said("Back", "Tillbaka")
COMPANY_NAME = Said("Company", "Företag")
NOT_SHOWN = Said("not shown to the expert", "visas inte för experten")
STANDS = Said("It stands", "Läget")
PROMISED = Said("The company was promised an answer", "Företaget är lovat ett svar")
WAITS_FOR_YOU = Said(
    "It has waited for an advisor as long as the company was promised an answer.",
    "Den har väntat på en rådgivare lika länge som företaget blev lovat ett svar.",
)
PUT_TOGETHER = Said(
    "Bring the two together yourself, by e-mail for instance; the company has been told that you write.",
    "För samman de två själv, till exempel med e-post; företaget har fått veta att du hör av dig.",
)
SAID_AFTER_NO = Said("The expert said no and adds", "Experten sa nej och tillägger")
SAID_BY_EXPERT = Said("An expert writes about contact or description", "En expert skriver om kontakt eller beskrivning")
SAID_AFTERWARDS = Said("After an introduction", "Efter en introduktion")
NOTE = Said("A note", "En anteckning")
WAS_USEFUL = Said("useful: yes", "till nytta: ja")
NOT_USEFUL = Said("useful: no", "till nytta: nej")
ONLY_ADVISORS = Said("Neither side can read this.", "Ingen av parterna kan läsa det här.")


def by_hand(reference: str) -> Said:
    """Heading of an introduction that an advisor has to make."""
    return Said(
        f"An introduction to make by hand: need {reference}", f"En introduktion att göra för hand: behov {reference}"
    )


def both_agreed(reference: str) -> Said:
    """The same where nobody has to be asked any more."""
    return Said(
        f"Both said yes; bring them together: need {reference}",
        f"Båda har sagt ja; för dem samman: behov {reference}",
    )


def need_ended(reference: str) -> Said:
    """The company took back a need that the advisors had heard of."""
    return Said(
        f"The company has withdrawn need {reference}. Nothing is left to do.",
        f"Företaget har tagit tillbaka behov {reference}. Inget återstår att göra.",
    )


def late(reference: str) -> Said:
    """Three quarters of a promise are over."""
    return Said(f"No answer yet: need {reference}", f"Inget svar än: behov {reference}")


def late_changed(reference: str) -> Said:
    """The warning has served."""
    return Said(f"No longer waiting: need {reference}", f"Väntar inte längre: behov {reference}")


def by_hand_waits(reference: str) -> Said:
    """A case that waits for an advisor."""
    return Said(
        f"Still waiting for an advisor: need {reference}", f"Väntar fortfarande på en rådgivare: behov {reference}"
    )


def nothing_left(reference: str) -> Said:
    """The last introduction of a need ended without a meeting."""
    return Said(
        f"Nobody is left to ask: need {reference}. The company has been told that an advisor helps it on.",
        f"Det finns ingen kvar att fråga: behov {reference}. Företaget har fått veta att en rådgivare hjälper det"
        " vidare.",
    )


def private_words(reference: str) -> Said:
    """Heading of words that only advisors may read."""
    return Said(f"For advisors only: need {reference}", f"Bara för rådgivare: behov {reference}")


def breakdown(reference: str) -> Said:
    """Something broke around a need; the company may be without an answer."""
    return Said(
        f"Something broke around need {reference}, and the company may be without an answer. Reference: {reference}",
        f"Något gick sönder kring behov {reference}, och företaget kan vara utan svar. Referens: {reference}",
    )
