"""Short notes to a company where it asked: the thread is open, an advisor answers, something broke."""

from bot.domain.people import Reach
from bot.slack.wording.said import Said

THREAD_OPENED = Said(
    "Your introduction has started. You find it among your direct messages, as a group message with:",
    "Er introduktion har börjat. Ni hittar den bland era direktmeddelanden, som ett gruppmeddelande med:",
)
AN_ADVISOR = Said("an innovation advisor", "en innovationsrådgivare")
ADVISOR_ANSWERS = Said(
    "An innovation advisor has your brief, makes the introduction by hand and answers you.",
    "En innovationsrådgivare har er text, ordnar introduktionen för hand och svarar er.",
)


def expert_at(role: str | None, unit: str) -> Said:
    """An expert in a sentence; also one whose role is not known."""
    if role is None:
        return Said(f"the person who answers at {unit}", f"den som svarar på {unit}")
    return Said(f"the {role} at {unit}", f"{role} på {unit}")


def why_by_hand(hurdle: Reach | None, expert: Said) -> Said:
    """Why the bot could not bring the two together itself."""
    match hurdle:
        case Reach.ELSEWHERE:
            return Said(
                f"You and {expert.en} are in different Slack workspaces, and I cannot open a conversation across them.",
                f"Ni och {expert.sv} finns i olika Slack-arbetsytor, och jag kan inte öppna ett samtal mellan dem.",
            )
        case Reach.DEACTIVATED:
            return Said(
                f"The Slack account that I have for {expert.en} is closed.",
                f"Det Slack-konto som jag har för {expert.sv} är avslutat.",
            )
        case Reach.REFUSED:
            return Said(
                f"Slack did not let me open a conversation with {expert.en}.",
                f"Slack lät mig inte öppna ett samtal med {expert.sv}.",
            )
        case Reach.UNLINKED | Reach.NOT_IN_SLACK | Reach.REACHABLE | None:
            return Said(
                f"I cannot reach {expert.en} here in Slack.",
                f"Jag når inte {expert.sv} här i Slack.",
            )


def apology(reference: str) -> Said:
    """Something broke; nothing is lost and somebody knows."""
    return Said(
        f"Something went wrong on my side. Your text is kept, and an innovation advisor has been told."
        f" Reference: {reference}",
        f"Något gick fel hos mig. Er text finns kvar, och en innovationsrådgivare har fått veta det."
        f" Referens: {reference}",
    )
