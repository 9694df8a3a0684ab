"""An introduction: one chosen match on its way to a thread where people meet. Pure values; no I/O."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.lifecycle import INTRODUCTION, IntroductionEvent, IntroductionState, advance
from bot.domain.people import Reach


@dataclass(frozen=True)
class Introduction:
    """One match of a need that the company chose, with the brief that it approved.

    Attributes:
        entry: the chosen service or expert, an id of the catalogue.
        expert: the expert of the catalogue who answers for it; None when it has none.
        expert_user: the Slack account that is asked; None until one is known to be reachable.
        advisor: the Slack account of the advisor who takes part or answers; None when there is none.
        brief: exactly the words that the company approved.
        hurdle: why the bot cannot open the thread itself.
        thread: (channel, timestamp) of the introduction thread's first post.
    """

    id: str
    need: str
    entry: str
    expert: str | None
    expert_user: str | None
    advisor: str | None
    brief: str
    approved_at: datetime
    state: IntroductionState = IntroductionState.APPROVED
    hurdle: Reach | None = None
    thread: tuple[str, str] | None = None

    def opened(self, channel: str, ts: str) -> "Introduction":
        """This introduction once its thread stands in Slack.

        Raises:
            IllegalStep: it is not waiting to be opened.
        """
        state = advance(INTRODUCTION, self.state, IntroductionEvent.OPENED)
        return replace(self, state=state, thread=(channel, ts))

    def handed_over(self, hurdle: Reach) -> "Introduction":
        """This introduction once an advisor must make it by hand.

        Raises:
            IllegalStep: it is not waiting to be opened.
        """
        state = advance(INTRODUCTION, self.state, IntroductionEvent.OUT_OF_REACH)
        return replace(self, state=state, hurdle=hurdle)


def introduction_id(need: str, entry: str) -> str:
    """The one id that a match of a need can have as an introduction, so that choosing twice is one choice."""
    return f"{need}/{entry}"
