"""Who may act on an introduction, and the frame around every use case that somebody presses a button for."""

from collections.abc import Callable, Collection
from enum import StrEnum

from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.introduction import Introduction
from bot.domain.message import Message, Topic
from bot.storage.ports import Arrival, Json


class Role(StrEnum):
    """The part that somebody plays in an introduction."""

    COMPANY = "company"
    EXPERT = "expert"
    ADVISOR = "advisor"


Work = Callable[[Ledger, Introduction, Json], None]


def acting(introduction: str, user: str, **more: object) -> Json:
    """The body of an arrival in which somebody acts on an introduction."""
    return {"introduction": introduction, "user": user, **more}


def plays(desk: Desk, introduction: str, user: str, roles: Collection[Role]) -> bool:
    """Whether somebody plays one of these parts in an introduction; nobody does in one that is not known."""
    with desk.store.unit() as unit:
        try:
            found = unit.introductions.get(introduction)
        except KeyError:
            return False
        asker = unit.needs.get(found.need).asker.user
    if (Role.COMPANY in roles and user == asker) or (Role.EXPERT in roles and user == found.expert_user):
        return True
    return Role.ADVISOR in roles and user in desk.directory.advisors()


def act(desk: Desk, arrival: Arrival, roles: Collection[Role], work: Work) -> None:
    """Do a piece of work in one transaction, if whoever asks for it may.

    What they may not do is given up and nobody is told: that is said where the button is pressed.
    """
    body = arrival.body
    allowed = plays(desk, body["introduction"], body["user"], roles)
    with desk.store.unit() as unit:
        if not allowed:
            unit.inbox.give_up(arrival.id, "not theirs to do", desk.now())
            return
        work(Ledger(unit, desk.now(), desk.rules), unit.introductions.get(body["introduction"]), body)
        unit.inbox.finish(arrival.id, desk.now())


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
