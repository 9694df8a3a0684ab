"""An advisor puts an introduction before the company, in a brief of their own; or makes an approved one by hand."""

from collections.abc import Iterable
from functools import partial

from bot.desk.acting import advise
from bot.desk.by_hand import take_over
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.brief import check
from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction, introduction_id
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.storage.ports import Arrival, Json, Unit

KIND = "propose"

_PROPOSED = "proposed"


def proposing(need: str, user: str, entry: str, brief: str) -> Json:
    """The body of an arrival: a service or expert, and the brief that the company is to approve for it."""
    return {"need": need, "user": user, "entry": entry, "brief": brief}


def introducing_by_hand(need: str, user: str, entry: str) -> Json:
    """The body of an arrival: an advisor asks in person, with the card that the company approved."""
    return {"need": need, "user": user, "entry": entry, "brief": None}


def can_propose(need: Need, introductions: Iterable[Introduction], entry: str) -> bool:
    """Whether an advisor may put an entry before the company: while it can still choose, and one at a time."""
    return need.is_open and need.answer is not None and all(each.is_over for each in _to(entry, introductions))


def can_introduce(introductions: Iterable[Introduction], entry: str) -> Introduction | None:
    """What an advisor may take in hand: an introduction to the entry whose card the company approved; else None."""
    taken_over = IntroductionEvent.TAKEN_OVER
    return next((each for each in introductions if each.entry == entry and each.may(taken_over)), None)


def propose(desk: Desk, arrival: Arrival) -> None:
    """Put it before the company, or take it in hand; what cannot be any more changes nothing."""
    by_hand = arrival.body["brief"] is None
    advise(desk, arrival, _introduce if by_hand else partial(_propose, desk.catalogue))


def draft_of(unit: Unit, introduction: Introduction) -> str | None:
    """The brief that an advisor proposed an introduction with; None for what no advisor proposed.

    It is no card: that is only what the company approved, in these words or in its own.
    """
    events = [each for each in unit.events.of_need(introduction.need) if each.introduction == introduction.id]
    return next((each.kept.get("brief") for each in events if each.name == _PROPOSED), None)


def _propose(catalogue: Catalogue, ledger: Ledger, need: Need, body: Json) -> None:
    entry, brief = body["entry"], body["brief"].strip()
    introductions = ledger.unit.introductions.of_need(need.id)
    is_known = entry in catalogue.entry_ids
    if not is_known or check(brief) is not None or not can_propose(need, introductions, entry):
        return
    proposal = Introduction(
        id=introduction_id(need.id, entry, len(_to(entry, introductions))),
        need=need.id,
        entry=entry,
        card=None,
        created_at=ledger.now,
        state=IntroductionState.PROPOSED,
        suggested_by=body["user"],
    )
    ledger.begin(proposal, _PROPOSED, body["user"], {"brief": brief})
    ledger.tell(Message(Topic.SUGGESTION, need.id, proposal.id))


def _to(entry: str, introductions: Iterable[Introduction]) -> list[Introduction]:
    return [each for each in introductions if each.entry == entry]


def _introduce(ledger: Ledger, need: Need, body: Json) -> None:
    approved = can_introduce(ledger.unit.introductions.of_need(need.id), body["entry"])
    if approved is not None:
        take_over(ledger, approved, body["user"])
