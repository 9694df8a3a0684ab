"""Who answers for a match, who stands in for them, and which advisor takes part.

Slack is asked here, and so never within a transaction.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from bot.desk.availability import belongs_to
from bot.desk.ports import Desk, Directory
from bot.domain.availability import Availability
from bot.domain.catalogue import Catalogue, Expert, NotInCatalogue
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.domain.people import Contact, Reach
from bot.domain.turn import Asker, Candidate, Question

#: How somebody is asked of whom the record knows nothing but their account.
_NO_EXPERT: Final = ""


@dataclass(frozen=True)
class Advisors:
    """The advisors, and how many introductions each has."""

    there: Sequence[str]
    busy: Mapping[str, int]

    def taking_part(self, taken_by: str | None, besides: Collection[str | None]) -> str | None:
        """Who has taken the need, while they are an advisor and none of the sides; else the least busy."""
        has_it = taken_by in self.there and taken_by not in besides
        return taken_by if has_it else self.least_busy(besides)

    def least_busy(self, besides: Collection[str | None]) -> str | None:
        """The advisor with the fewest introductions; the first of equals, so that the choice can be repeated."""
        free = [advisor for advisor in self.there if advisor not in besides]
        return min(free, key=lambda advisor: self.busy.get(advisor, 0), default=None)


@dataclass(frozen=True)
class _Linked:
    """What the record knows of experts, and Slack of their accounts."""

    contacts: Mapping[str, Contact]
    availabilities: Mapping[str, Availability]
    directory: Directory

    def candidate(self, expert: str, *, at_once: bool) -> Candidate:
        user, reach = self._reached(self.contacts.get(expert))
        return Candidate(expert, user, reach, self.availabilities[expert], at_once=at_once)

    def account(self, user: str, *, at_once: bool = False) -> Candidate:
        """Somebody known by account: the wishes of every expert whose account it is hold for them as well."""
        theirs = [each.expert for each in self.contacts.values() if belongs_to(each, user, self.directory)]
        wishes = [self.availabilities[expert] for expert in theirs] or [Availability(_NO_EXPERT)]
        availability = reduce(Availability.within, wishes)
        return Candidate(next(iter(theirs), None), user, self.directory.reach(user), availability, at_once=at_once)

    def _reached(self, contact: Contact | None) -> tuple[str | None, Reach]:
        if contact is None:
            return None, Reach.UNLINKED
        user = contact.slack
        if user is None and contact.email is not None:
            user = self.directory.user_with_email(contact.email)
        return user, Reach.NOT_IN_SLACK if user is None else self.directory.reach(user)


def answerers(desk: Desk, need: Need, introduction: Introduction) -> Question:
    """Everything that decides about a turn, but for the requests that experts have at the moment."""
    asker = Asker(need.asker.user, desk.directory.reach(need.asker.user))
    linked = _linked(desk)
    if introduction.proposed_by is not None and introduction.expert_user is not None:
        return Question(asker, [linked.account(introduction.expert_user)], desk.rules)
    experts = experts_of(desk.catalogue, introduction.entry)
    at_once = bool(experts) and _opens_at_once(desk.catalogue, introduction.entry)
    candidates = [each for expert in experts for each in _with_deputy(linked, expert.id, at_once=at_once)]
    return Question(asker, candidates, desk.rules)


def experts_of(catalogue: Catalogue, entry: str) -> Sequence[Expert]:
    """Who answers for an entry; nobody when the catalogue has lost it since the need was answered."""
    try:
        return catalogue.experts_for(entry)
    except NotInCatalogue:
        return ()


def _linked(desk: Desk) -> _Linked:
    known = [expert.id for unit in desk.catalogue.infrastructures for expert in unit.experts]
    with desk.store.unit() as unit:
        contacts = {contact.expert: contact for contact in unit.contacts.all()}
        availabilities = {expert: unit.availabilities.get(expert) for expert in (*known, *contacts)}
    return _Linked(contacts, availabilities, desk.directory)


def _with_deputy(linked: _Linked, expert: str, *, at_once: bool) -> Iterator[Candidate]:
    """The expert, and behind them whoever stands in; a deputy's own deputy is asked nothing."""
    availability = linked.availabilities[expert]
    at_once = at_once if availability.at_once is None else availability.at_once
    yield linked.candidate(expert, at_once=at_once)
    deputy = availability.deputy
    if deputy is not None:
        is_expert = deputy in linked.availabilities
        yield linked.candidate(deputy, at_once=at_once) if is_expert else linked.account(deputy, at_once=at_once)


def _opens_at_once(catalogue: Catalogue, entry: str) -> bool:
    return catalogue.infrastructure_of(entry).introductions == "at_once"
