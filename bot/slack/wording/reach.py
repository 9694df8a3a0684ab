"""Why an advisor goes on in place of the bot, as a company reads it."""

from bot.domain.introduction import ByHand
from bot.domain.people import Hurdle, Reach, Side
from bot.slack.wording.said import Said


def with_advisor(by_hand: ByHand | None, hurdle: Hurdle | None, expert: Said) -> Said:
    """Why an advisor has it, and what they do with it; `expert` names who is asked, in a sentence."""
    if by_hand is ByHand.BOTH_AGREED:
        return _both_agreed(hurdle)
    why = _why(by_hand, hurdle, expert)
    return Said(
        f"{why.en} An innovation advisor asks them and answers you.",
        f"{why.sv} En innovationsrådgivare frågar dem och svarar er.",
    )


def _both_agreed(hurdle: Hurdle | None) -> Said:
    match hurdle:
        case Hurdle(Side.EXPERT, Reach.DEACTIVATED):
            why = Said("Their Slack account has been closed", "Deras Slack-konto har avslutats")
        case Hurdle(Side.COMPANY, Reach.DEACTIVATED):
            why = Said("Your Slack account has been closed", "Ert Slack-konto har avslutats")
        case Hurdle(_, Reach.ELSEWHERE):
            why = Said("You are in different Slack workspaces", "Ni finns i olika Slack-arbetsytor")
        case Hurdle(_, Reach.UNTRIED):
            why = Said("I could not open your conversation", "Jag kunde inte öppna ert samtal")
        case _:
            why = Said("Slack did not let me open your conversation", "Slack lät mig inte öppna ert samtal")
    return Said(
        f"They said yes. {why.en}, so an innovation advisor brings you together.",
        f"De har sagt ja. {why.sv}, så en innovationsrådgivare för er samman.",
    )


def _why(by_hand: ByHand | None, hurdle: Hurdle | None, expert: Said) -> Said:
    match by_hand:
        case ByHand.OUT_OF_REACH:
            return _out_of_reach(hurdle, expert)
        case ByHand.OWN_REQUEST:
            return Said(
                "You would have been asked yourselves.",
                "Ni skulle själva ha blivit tillfrågade.",
            )
        case ByHand.NO_ANSWER:
            return Said(
                f"There was no answer in time from {expert.en}.",
                f"Det kom inget svar i tid från {expert.sv}.",
            )
        case ByHand.NO_TURN:
            return Said(
                f"It was not possible to ask {expert.en} in time.",
                f"Det gick inte att fråga {expert.sv} i tid.",
            )
        case ByHand.BROKE:
            return Said("Something went wrong on my side.", "Något gick fel hos mig.")
        case _:
            return Said("It is asked in person.", "Frågan ställs personligen.")


def _out_of_reach(hurdle: Hurdle | None, expert: Said) -> Said:
    if hurdle is None:
        return _cannot_reach(expert)
    if hurdle.whose is Side.COMPANY:
        return _company_out_of_reach(hurdle.reach, expert)
    match hurdle.reach:
        case Reach.ELSEWHERE:
            return Said(
                f"I cannot write to {expert.en}, who is in another Slack workspace.",
                f"Jag kan inte skriva till {expert.sv}, som finns i en annan Slack-arbetsyta.",
            )
        case Reach.DEACTIVATED:
            return Said(
                f"The Slack account that I have for {expert.en} is closed.",
                f"Det Slack-konto som jag har för {expert.sv} är avslutat.",
            )
        case Reach.REFUSED:
            return Said(f"Slack did not let me write to {expert.en}.", f"Slack lät mig inte skriva till {expert.sv}.")
        case Reach.UNTRIED | Reach.UNLINKED | Reach.NOT_IN_SLACK | Reach.REACHABLE:
            return _cannot_reach(expert)


def _cannot_reach(expert: Said) -> Said:
    return Said(f"I cannot reach {expert.en} here in Slack.", f"Jag når inte {expert.sv} här i Slack.")


def _company_out_of_reach(reach: Reach, expert: Said) -> Said:
    if reach is Reach.ELSEWHERE:
        return Said(
            f"You and {expert.en} are in different Slack workspaces, and I cannot open a conversation across them.",
            f"Ni och {expert.sv} finns i olika Slack-arbetsytor, och jag kan inte öppna ett samtal mellan dem.",
        )
    return Said(
        f"Slack did not let me open a conversation between you and {expert.en}.",
        f"Slack lät mig inte öppna ett samtal mellan er och {expert.sv}.",
    )
