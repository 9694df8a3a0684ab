"""Somebody has their data erased: what is under way ends, words and accounts go, events stay without content."""

from collections.abc import Sequence

from bot.desk.consequences import hand_over
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.desk.withdraw import withdraw_need
from bot.domain.event import ERASED
from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionEvent
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.telling import CHANGED_FROM
from bot.storage.ports import Arrival, Json

KIND = "erase"


def erasing(user: str) -> Json:
    """The body of an arrival of this kind; whose wish it is has been asked twice where it was written down."""
    return {"user": user}


def erase(desk: Desk, arrival: Arrival) -> None:
    """Erase a person, as a company and as an expert; afterwards nothing on record leads to them."""
    user, now = arrival.body["user"], desk.now()
    with desk.store.unit() as unit:
        ledger = Ledger(unit, now, desk.rules)
        for need in unit.needs.of_asker(user):
            withdraw_need(ledger, need, user)
        _let_go_as_expert(ledger, user)
        needs = unit.needs.erase(user, ERASED)
        unit.introductions.erase(needs)
        unit.introductions.forget_account(user, ERASED)
        unit.private.erase(user, ERASED, needs)
        unit.enquiries.erase(user, ERASED, needs)
        unit.corrections.erase(user, ERASED, needs)
        unit.triage.forget_account(user)
        unit.events.erase(user, ERASED, needs)
        _wipe_cards(ledger, needs)
        unit.contacts.forget_account(user)
        unit.availabilities.forget_account(user)
        unit.inbox.finish(arrival.id, now)
        unit.inbox.erase(user, needs, arrival.id + 1, now)


def _wipe_cards(ledger: Ledger, needs: Sequence[str]) -> None:
    """What others were told holds the company's words, also when all is long over."""
    for introduction in [each for need in needs for each in ledger.unit.introductions.of_need(need)]:
        ledger.update_cards(introduction, CHANGED_FROM, mark=ERASED)
    for need in needs:
        ledger.log(need, None, KIND, ERASED)


def _let_go_as_expert(ledger: Ledger, user: str) -> None:
    """What an expert had on their desk goes to the advisors."""
    for introduction in ledger.unit.introductions.of_expert(user):
        if introduction.may(IntroductionEvent.OUT_OF_REACH):
            hand_over(ledger, introduction, ByHand.OUT_OF_REACH, Hurdle(Side.EXPERT, Reach.UNLINKED))
