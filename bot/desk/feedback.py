"""The two questions after closing, and what an expert says on contact or description; for advisors only."""

from bot.desk.acting import Role, act, acting
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.desk.reply import keep_private
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.private_words import About
from bot.storage.ports import Arrival, Json, Unit

KIND = "feedback"

_BOTH_SIDES = frozenset({Role.COMPANY, Role.EXPERT})


def answering(introduction: str, user: str, words: str, *, useful: bool) -> Json:
    """The body of an arrival: was it useful, and is there anything we should know."""
    return acting(introduction, user, useful=useful, words=words)


def saying(introduction: str, user: str, words: str) -> Json:
    """The body of an arrival: what an expert says on their contact or description when asked kindly."""
    return acting(introduction, user, useful=None, words=words)


def has_answered(desk: Desk, introduction: Introduction, user: str) -> bool:
    """Whether somebody has answered the two questions."""
    with desk.store.reading() as unit:
        return _has_answered(unit, introduction, user)


def keep_feedback(desk: Desk, arrival: Arrival) -> None:
    """Keep the words for the advisors; each side answers the two questions once."""
    act(desk, arrival, _BOTH_SIDES, _keep)


def _keep(ledger: Ledger, introduction: Introduction, body: Json) -> None:
    user, useful, words = body["user"], body["useful"], body["words"].strip()
    if useful is None:
        keep_private(ledger, introduction, user, About.EXPERT_SAYS, words)
        return
    if introduction.state is not IntroductionState.CLOSED or _has_answered(ledger.unit, introduction, user):
        return
    ledger.log(introduction.need, introduction.id, "feedback", user, "useful" if useful else "not_useful")
    keep_private(ledger, introduction, user, About.FEEDBACK, words, useful=useful)


def _has_answered(unit: Unit, introduction: Introduction, user: str) -> bool:
    said = unit.private.of_need(introduction.need)
    return any((each.introduction, each.author, each.about) == (introduction.id, user, About.FEEDBACK) for each in said)
