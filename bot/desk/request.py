"""A company chooses a match and approves its brief: the introduction is recorded and set on its way."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.desk.deliver import hand_over
from bot.desk.ports import Desk
from bot.domain.catalogue import Expert, NotInCatalogue
from bot.domain.event import LOTSEN, Event
from bot.domain.introduction import Introduction, introduction_id
from bot.domain.message import Message, Topic
from bot.domain.people import Contact, Reach
from bot.storage.ports import Arrival, Json, Unit

KIND = "request"


@dataclass(frozen=True)
class Answerer:
    """Who of the catalogue answers for a match, and how the bot can reach them."""

    expert: str | None
    user: str | None
    reach: Reach


def requesting(need: str, entry: str, brief: str, user: str) -> Json:
    """The body of an arrival of this kind."""
    return {"need": need, "entry": entry, "brief": brief, "user": user}


def may_choose(desk: Desk, need: str, user: str) -> bool:
    """Whether this person may choose among the matches of a need: only who asked, and only while it is on record."""
    with desk.store.unit() as unit:
        try:
            return unit.needs.get(need).asker.user == user
        except KeyError:
            return False


def request(desk: Desk, arrival: Arrival) -> None:
    """Start the introduction in an arrival, once however often it is asked for.

    A choice that the person may not make is given up and nobody is told: that is said where the button is pressed.
    """
    body = arrival.body
    if not may_choose(desk, body["need"], body["user"]):
        with desk.store.unit() as unit:
            unit.inbox.give_up(arrival.id, "not theirs to choose", desk.now())
        return
    answerer, advisor = _sought(desk, body["entry"], body["user"])
    introduction = _approved(arrival, answerer, advisor)
    now = desk.now()
    with desk.store.unit() as unit:
        if _added(unit, introduction, body["user"]):
            if answerer.reach is Reach.REACHABLE:
                unit.outbox.put(Message(Topic.INTRODUCTION, introduction.need, introduction.id), now)
            else:
                hand_over(unit, introduction, answerer.reach, now)
        unit.inbox.finish(arrival.id, now)


def hand_over_unopened(desk: Desk, arrival: Arrival, error: str) -> None:
    """Give a choice that could not be worked on to the advisors: the company approved it, so it goes on by hand."""
    body = arrival.body
    theirs = may_choose(desk, body["need"], body["user"])
    expert = next((expert.id for expert in _experts(desk, body["entry"])), None)
    introduction = _approved(arrival, Answerer(expert, None, Reach.REFUSED), None)
    now = desk.now()
    with desk.store.unit() as unit:
        if theirs and _added(unit, introduction, body["user"]):
            unit.events.add([Event(now, introduction.need, introduction.id, LOTSEN, "broke", error)])
            hand_over(unit, introduction, Reach.REFUSED, now)
        unit.inbox.give_up(arrival.id, error, now)


def least_busy(advisors: Sequence[str], busy: Mapping[str, int], besides: Collection[str | None]) -> str | None:
    """The advisor with the fewest introductions; the first of equals, so that the choice can be repeated."""
    free = [advisor for advisor in advisors if advisor not in besides]
    return min(free, key=lambda advisor: busy.get(advisor, 0), default=None)


def _approved(arrival: Arrival, answerer: Answerer, advisor: str | None) -> Introduction:
    body = arrival.body
    return Introduction(
        id=introduction_id(body["need"], body["entry"]),
        need=body["need"],
        entry=body["entry"],
        expert=answerer.expert,
        expert_user=answerer.user,
        advisor=advisor,
        brief=body["brief"],
        approved_at=arrival.received_at,
    )


def _added(unit: Unit, introduction: Introduction, asker: str) -> bool:
    """Add the introduction with the consent to it; False when this match was chosen before."""
    if not unit.introductions.add(introduction):
        return False
    kept = {"brief": introduction.brief, "entry": introduction.entry}
    unit.events.add([Event(introduction.approved_at, introduction.need, introduction.id, asker, "approved", kept=kept)])
    return True


def _sought(desk: Desk, entry: str, asker: str) -> tuple[Answerer, str | None]:
    """Who answers for a match and which advisor takes part; out of reach also when the asker is."""
    with desk.store.unit() as unit:
        contacts = {contact.expert: contact for contact in unit.contacts.all()}
        busy = unit.introductions.count_by_advisor()
    answerer = _answerer(desk, entry, contacts)
    advisor = least_busy(desk.directory.advisors(), busy, besides={asker, answerer.user})
    asker_reach = desk.directory.reach(asker)
    return (answerer if asker_reach is Reach.REACHABLE else replace(answerer, reach=asker_reach)), advisor


def _answerer(desk: Desk, entry: str, contacts: Mapping[str, Contact]) -> Answerer:
    """The first expert of a match who can be reached; else the first linked one; else the first of all."""
    candidates = [_reached(desk, expert.id, contacts.get(expert.id)) for expert in _experts(desk, entry)]
    reachable = [c for c in candidates if c.reach is Reach.REACHABLE]
    linked = [c for c in candidates if c.reach is not Reach.UNLINKED]
    return next(iter(reachable + linked + candidates), Answerer(None, None, Reach.UNLINKED))


def _experts(desk: Desk, entry: str) -> Sequence[Expert]:
    """Who answers for an entry; nobody when the catalogue has lost it since the need was answered."""
    try:
        return desk.catalogue.experts_for(entry)
    except NotInCatalogue:
        return ()


def _reached(desk: Desk, expert: str, contact: Contact | None) -> Answerer:
    if contact is None:
        return Answerer(expert, None, Reach.UNLINKED)
    user = contact.slack
    if user is None and contact.email is not None:
        user = desk.directory.user_with_email(contact.email)
    if user is None:
        return Answerer(expert, None, Reach.NOT_IN_SLACK)
    return Answerer(expert, user, desk.directory.reach(user))
