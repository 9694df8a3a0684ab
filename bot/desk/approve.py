"""A company chooses matches and approves the card: each becomes an introduction that is asked, or waits as the next."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.desk.acting import theirs
from bot.desk.consequences import call_next, hand_over
from bot.desk.ledger import Done, Ledger
from bot.desk.ports import Desk
from bot.domain.brief import check
from bot.domain.card import Card, reasons_shown
from bot.domain.introduction import ByHand, Introduction, Wait, introduction_id
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.need import Need
from bot.storage.ports import Arrival, Json, Unit

KIND = "approve"


@dataclass(frozen=True)
class Choice:
    """One match among those that a company approves together.

    Attributes:
        as_next: ask it only when the others say no.
        introduction: the id of an expert's proposal, when that is what is approved.
    """

    entry: str
    as_next: bool = False
    introduction: str | None = None


def approving(need: str, user: str, choices: Sequence[Choice], brief: str, company: str | None = None) -> Json:
    """The body of an arrival of this kind; `company` is the name as typed, and None when it is not to be shown."""
    return {
        "need": need,
        "user": user,
        "choices": [asdict(choice) for choice in choices],
        "brief": brief,
        "company": company,
    }


def card_for(need: Need, entry: str, brief: str, company: str | None = None) -> Card:
    """The very card that an expert will see; what a company is shown before it approves is made here as well."""
    match = need.match_of(entry)
    why = reasons_shown(brief, match.reasons) if match else ()
    return Card(entry, brief, need.spoken, (company or "").strip() or None, why)


def may_choose(desk: Desk, need: str, user: str) -> bool:
    """Whether this person may choose among the matches of a need: only who asked, and only while it is not over."""
    with desk.store.reading() as unit:
        return _their_need(unit, need, user) is not None


def approve(desk: Desk, arrival: Arrival) -> None:
    """Start the introductions in an arrival, each once however often it is asked for.

    A choice that the person may not make, or a brief that is none, is given up and nobody is told: that is said where
    the button is pressed.
    """
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        need = _their_need(unit, arrival.body["need"], arrival.body["user"])
        if need is None or check(arrival.body["brief"]) is not None:
            unit.inbox.give_up(arrival.id, "not theirs to choose, or no brief", ledger.now)
            return
        ledger.take_turn_later(_approved(ledger, need, arrival.body))
        unit.inbox.finish(arrival.id, ledger.now)


def hand_over_unapproved(desk: Desk, arrival: Arrival, error: str) -> None:
    """Give choices that could not be worked on to the advisors: the company approved them, so they go on by hand."""
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        need = _their_need(unit, arrival.body["need"], arrival.body["user"])
        for introduction in _approved(ledger, need, arrival.body) if need else ():
            ledger.log(introduction.need, introduction.id, "broke", reason=error)
            hand_over(ledger, introduction, ByHand.BROKE)
        unit.inbox.give_up(arrival.id, error, ledger.now)


def _approved(ledger: Ledger, need: Need, body: Json) -> list[Introduction]:
    """Record what was approved; those whose turn it may be."""
    begun = [each for raw in body["choices"] if (each := _begun(ledger, need, Choice(**raw), body))]
    waiting = [each for each in begun if each.is_next_choice]
    if waiting and len(waiting) == len(begun):
        # Perhaps there is nothing that they would have to wait for.
        call_next(ledger, waiting[0])
    return [each for each in begun if not each.is_next_choice]


def _begun(ledger: Ledger, need: Need, choice: Choice, body: Json) -> Introduction | None:
    """The introduction of one choice; None when it was chosen before."""
    card = card_for(need, choice.entry, body["brief"], body["company"])
    kept = {"card": json.dumps(card.to_json(), ensure_ascii=False)}
    if choice.introduction is not None:
        return _proposal_approved(ledger, need, choice.introduction, card, Done(_APPROVED, body["user"], kept=kept))
    introduction = Introduction(
        id=introduction_id(need.id, choice.entry),
        need=need.id,
        entry=choice.entry,
        card=card,
        created_at=ledger.now,
        waits=Wait.NEXT if choice.as_next else None,
        due_at=None if choice.as_next else ledger.rules.promise(ledger.now),
    )
    return introduction if ledger.begin(introduction, _APPROVED, body["user"], kept) else None


def _proposal_approved(ledger: Ledger, need: Need, proposal: str, card: Card, done: Done) -> Introduction | None:
    before = next((each for each in ledger.unit.introductions.of_need(need.id) if each.id == proposal), None)
    if before is None or before.state is not IntroductionState.PROPOSED or before.entry != card.entry:
        return None
    after = before.approved(card, ledger.rules.promise(ledger.now))
    return after if ledger.step(before, after, done) else None


def _their_need(unit: Unit, need: str, user: str) -> Need | None:
    """The need, if this person asked it and may choose among its matches now."""
    found = theirs(unit, {"need": need, "user": user})
    return found if found is not None and found.answer is not None and found.is_open else None


_APPROVED = IntroductionEvent.APPROVED
