"""What Home and the text commands show: a company's needs and who may see what of them, an expert's requests."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.availability import experts_of_account
from bot.desk.ports import Desk
from bot.domain.availability import Availability
from bot.domain.card import Card
from bot.domain.introduction import Introduction
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.showing import Asked, ForCompany, ForExpert, asked_of, for_company, for_expert
from bot.domain.telling import TOGETHER
from bot.storage.ports import Unit


@dataclass(frozen=True)
class Seen:
    """What an expert can see of a company in one introduction; the advisors see all of it.

    Attributes:
        asked: who that expert is, or who was asked in their place.
        by_expert: whether they have read the card.
        knows_who: whether they know who asks.
    """

    need: str
    introduction: str
    card: Card
    asked: Asked
    by_expert: bool
    knows_who: bool


@dataclass(frozen=True)
class ExpertDesk:
    """An expert's own page: how they are asked, and the requests that wait for them or go on."""

    wishes: tuple[Availability, ...]
    requests: tuple[ForExpert, ...]


def needs_of(desk: Desk, user: str) -> Sequence[ForCompany]:
    """A person's needs with all introductions, newest first."""
    with desk.store.reading() as unit:
        needs = unit.needs.of_asker(user)
        return [for_company(need, unit.introductions.of_need(need.id), None) for need in reversed(needs)]


def seen_by_others(desk: Desk, user: str) -> Sequence[Seen]:
    """What others may see of a person's needs, introduction by introduction."""
    with desk.store.reading() as unit:
        return [
            _seen(unit, need, each, each.card)
            for need in unit.needs.of_asker(user)
            for each in unit.introductions.of_need(need.id)
            if each.card is not None
        ]


def desk_of_expert(desk: Desk, user: str) -> ExpertDesk:
    """What an account has to answer and to follow, and the wishes of the experts that it is; asks Slack."""
    experts = experts_of_account(desk, user)
    with desk.store.reading() as unit:
        wishes = tuple(unit.availabilities.get(expert) for expert in experts)
        askers = {each.need: unit.needs.get(each.need).asker for each in unit.introductions.of_expert(user)}
        going_on = [each for each in unit.introductions.of_expert(user) if _was_asked(unit, each)]
        requests = [for_expert(each, askers[each.need], None) for each in going_on]
    return ExpertDesk(wishes, tuple(request for request in requests if request is not None))


def _was_asked(unit: Unit, introduction: Introduction) -> bool:
    """Only what the expert has heard of stands on their page."""
    if not (introduction.can_be_answered or introduction.state in TOGETHER):
        return False
    topics = (Topic.REQUEST, Topic.INTRODUCTION)
    return any(unit.outbox.has(Message(topic, introduction.need, introduction.id).key) for topic in topics)


def _seen(unit: Unit, need: Need, introduction: Introduction, card: Card) -> Seen:
    request = Message(Topic.REQUEST, need.id, introduction.id)
    return Seen(
        need=need.id,
        introduction=introduction.id,
        card=card,
        asked=asked_of(introduction),
        by_expert=unit.outbox.has(request.key) or introduction.state in TOGETHER,
        knows_who=introduction.thread is not None or introduction.state in TOGETHER,
    )
