"""Who may act on an introduction or a need, and the frame around every use case that somebody presses a button for."""

import logging
from collections.abc import Callable, Collection
from datetime import datetime
from enum import StrEnum

from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.introduction import Introduction
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.storage.ports import Arrival, Json, Unit

log = logging.getLogger(__name__)


class Role(StrEnum):
    """The part that somebody plays in an introduction."""

    COMPANY = "company"
    EXPERT = "expert"
    ADVISOR = "advisor"


Work = Callable[[Ledger, Introduction, Json], None]
NeedWork = Callable[[Ledger, Need, Json], None]
DeskWork = Callable[[Ledger, Json], None]


def acting(introduction: str, user: str, **more: object) -> Json:
    """The body of an arrival in which somebody acts on an introduction."""
    return {"introduction": introduction, "user": user, **more}


def plays(desk: Desk, introduction: str, user: str, roles: Collection[Role]) -> bool:
    """Whether somebody plays one of these parts in an introduction; nobody does in one that is not known."""
    with desk.store.reading() as unit:
        try:
            found = unit.introductions.get(introduction)
        except KeyError:
            return False
        asker = unit.needs.get(found.need).asker.user
    if (Role.COMPANY in roles and user == asker) or (Role.EXPERT in roles and user == found.expert_user):
        return True
    return Role.ADVISOR in roles and is_advisor(desk, user)


def is_advisor(desk: Desk, user: str) -> bool:
    """Whether somebody is in the advisor channel; may ask Slack."""
    return user in desk.directory.advisors()


def act(desk: Desk, arrival: Arrival, roles: Collection[Role], work: Work) -> None:
    """Do a piece of work in one transaction, if whoever asks for it may.

    What they may not do is given up and nobody is told: that is said where the button is pressed.
    """
    body = arrival.body
    allowed = plays(desk, body["introduction"], body["user"], roles)
    by_advisor = Role.ADVISOR in roles and is_advisor(desk, body["user"])
    now = desk.now()
    with desk.store.unit() as unit:
        if not allowed:
            unit.inbox.give_up(arrival.id, "not theirs to do", now)
            return
        introduction = unit.introductions.get(body["introduction"])
        if by_advisor:
            unit.triage.acted(introduction.need, now)
        work(Ledger(unit, now, desk.rules), introduction, body)
        unit.inbox.finish(arrival.id, now)


def advise(desk: Desk, arrival: Arrival, work: NeedWork) -> None:
    """Do an advisor's piece of work on a need in one transaction, and keep that an advisor acted on it.

    What anybody else asks for is given up, with a line in the log: it takes a forged click to ask for it.
    """
    body = arrival.body
    allowed = is_advisor(desk, body["user"])
    now = desk.now()
    with desk.store.unit() as unit:
        need = readable(unit, body["need"], body["user"]) if allowed else None
        if need is None:
            refuse(unit, arrival, now)
            return
        unit.triage.acted(need.id, now)
        work(Ledger(unit, now, desk.rules), need, body)
        unit.inbox.finish(arrival.id, now)


def advise_at_large(desk: Desk, arrival: Arrival, work: DeskWork) -> None:
    """The same for what is about no need that is on record yet."""
    allowed = is_advisor(desk, arrival.body["user"])
    now = desk.now()
    with desk.store.unit() as unit:
        if not allowed:
            refuse(unit, arrival, now)
            return
        work(Ledger(unit, now, desk.rules), arrival.body)
        unit.inbox.finish(arrival.id, now)


def theirs(unit: Unit, body: Json) -> Need | None:
    """The need that an arrival is about, if it came from who asked it."""
    try:
        need = unit.needs.get(body["need"])
    except KeyError:
        return None
    return need if need.asker.user == body["user"] else None


def readable(unit: Unit, need: str, advisor: str) -> Need | None:
    """A need that an advisor may know of; None where there is none, or not for them."""
    try:
        found = unit.needs.get(need)
    except KeyError:
        return None
    return found if found.may_be_read_by(advisor) else None


def refuse(unit: Unit, arrival: Arrival, now: datetime, why: str = "not theirs to do") -> None:
    """Give up what it takes a forged click to ask for, with a line in the log."""
    log.warning("refused: arrival %s (%s) of %s", arrival.id, arrival.kind, arrival.body["user"])
    unit.inbox.give_up(arrival.id, why, now)


def tell_advisors(desk: Desk, arrival: Arrival, error: str) -> None:
    """What somebody asked for could not be done, however often it was tried: advisors are told of the case."""
    with desk.store.unit() as unit:
        need, introduction = _case(unit.introductions.get, arrival.body)
        ledger = Ledger(unit, desk.now(), desk.rules)
        if need is not None:
            ledger.log(need, introduction, "broke", reason=error)
            ledger.tell(Message(Topic.BREAKDOWN, need, introduction), mark=str(arrival.id))
        unit.inbox.give_up(arrival.id, error, desk.now())


def _case(get: Callable[[str], Introduction], body: Json) -> tuple[str | None, str | None]:
    introduction = body.get("introduction")
    if introduction is None:
        return body.get("need"), None
    try:
        return get(introduction).need, introduction
    except KeyError:
        return None, None
