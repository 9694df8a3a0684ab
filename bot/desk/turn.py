"""Whose turn it is: an approved introduction is asked, opened at once, kept waiting or given to the advisors.

The deciding is `bot.domain.turn`'s, and what it decides on comes from `answerers`: Slack is asked before the
transaction, and the requests that experts already have are counted within it, so that no two take the last room.
"""

from dataclasses import replace

from bot.desk.answerers import Advisors, answerers
from bot.desk.consequences import hand_over, take
from bot.desk.ledger import TURN, Done, Ledger
from bot.desk.ports import Desk
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.turn import Ask, Candidate, Later, Question, turn
from bot.storage.ports import Arrival

KIND = TURN


def take_turn(desk: Desk, arrival: Arrival) -> None:
    """Ask the expert of an approved introduction if it is its turn, and else say what it waits for."""
    with desk.store.unit() as unit:
        introduction = unit.introductions.get(arrival.body["introduction"])
        need = unit.needs.get(introduction.need)
        busy = unit.introductions.count_by_advisor()
    if not _waits_for_turn(introduction):
        with desk.store.unit() as unit:
            unit.inbox.finish(arrival.id, desk.now())
        return
    question, advisors = answerers(desk, need, introduction), Advisors(desk.directory.advisors(), busy)
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        introduction = unit.introductions.get(introduction.id)
        if _waits_for_turn(introduction):
            _decide(ledger, introduction, question, advisors)
        unit.inbox.finish(arrival.id, desk.now())


def hand_over_unasked(desk: Desk, arrival: Arrival, error: str) -> None:
    """Give an introduction whose turn could not be worked out to the advisors."""
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        introduction = unit.introductions.get(arrival.body["introduction"])
        if _waits_for_turn(introduction):
            ledger.log(introduction.need, introduction.id, "broke", reason=error)
            hand_over(ledger, introduction, ByHand.BROKE)
        unit.inbox.give_up(arrival.id, error, desk.now())


def _waits_for_turn(introduction: Introduction) -> bool:
    return introduction.state is IntroductionState.APPROVED and not introduction.is_next_choice


def _decide(ledger: Ledger, introduction: Introduction, question: Question, advisors: Advisors) -> None:
    open_requests = ledger.unit.introductions.open_requests()
    counted = [replace(each, open_requests=open_requests.get(each.user or "", 0)) for each in question.candidates]
    decided = turn(replace(question, candidates=counted), ledger.now)
    who = decided.candidate
    taken_by = ledger.unit.triage.get(introduction.need).advisor
    advisor = advisors.taking_part(taken_by, besides={question.asker.user, who.user if who else None})
    introduction = replace(introduction, advisor=advisor)
    match decided:
        case Ask(candidate):
            _ask(ledger, introduction, candidate)
        case Later():
            _wait(ledger, introduction, decided)
        case _:
            known = replace(introduction, expert=who.expert, expert_user=who.user) if who else introduction
            hand_over(ledger, known, decided.why, decided.hurdle)


def _ask(ledger: Ledger, introduction: Introduction, candidate: Candidate) -> None:
    user = candidate.user or ""
    if candidate.at_once:
        opened = introduction.opened_at_once(candidate.expert, user)
        take(ledger, introduction, opened, Done(IntroductionEvent.AT_ONCE))
    else:
        asked = introduction.asked(candidate.expert, user, ledger.rules.promise(ledger.now))
        take(ledger, introduction, asked, Done(IntroductionEvent.ASKED))


def _wait(ledger: Ledger, introduction: Introduction, later: Later) -> None:
    """Logged and told once for as long as the reason stays the same."""
    if (introduction.waits, introduction.waits_until) != (later.why, later.until):
        waiting = introduction.waiting(later.why, later.until)
        ledger.step(introduction, waiting, Done(IntroductionEvent.WAITS, reason=later.why))
