"""Where a message can go, best first, decided from its topic and from what is shown of its case. Nobody is asked."""

from dataclasses import dataclass

from bot.domain.message import AUDIENCE, Audience, Message, Topic
from bot.domain.need import Need
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForDesk, ForExpert, ForGroup, Shown
from bot.storage.ports import Unit

_TO_ADVISORS = tuple(topic for topic, audience in AUDIENCE.items() if audience is Audience.ADVISORS)


@dataclass(frozen=True)
class Spot:
    """A place in Slack: a channel, and the message to stand under."""

    channel: str
    thread: str | None = None


@dataclass(frozen=True)
class Conversation:
    """A direct or group message with these people, which has to be opened."""

    people: tuple[str, ...]


@dataclass(frozen=True)
class Whisper:
    """A message that one person alone sees in a channel where others are; Slack keeps no record of it."""

    spot: Spot
    person: str


@dataclass(frozen=True)
class AdvisorChannel:
    """The channel of the advisors, which only a setting knows."""

    thread: str | None = None


Place = Spot | Conversation | Whisper | AdvisorChannel


def places_for(message: Message, shown: Shown, advisor_thread: str | None) -> list[Place]:
    """Where a message can go; the second is for when the first refuses for good."""
    match shown:
        case ForCompany():
            return _to_company(message, shown.need)
        case ForExpert():
            return [Conversation((shown.user,))]
        case ForGroup():
            return [_to_group(message, shown)]
        case ForAdvisor():
            return [Conversation((shown.user,))]
        case ForDesk():
            return [AdvisorChannel()]
        case ForAdvisors():
            # Under what was said of the need before; else, when that was deleted, as a message of its own.
            alone: list[Place] = [AdvisorChannel()]
            is_first = message.topic is Topic.NEED or advisor_thread is None
            return alone if is_first else [AdvisorChannel(advisor_thread), *alone]


def advisor_thread(unit: Unit, need: str) -> str | None:
    """The message about a need in the advisor channel that all others stand under: its own, else the oldest."""
    announced = unit.outbox.place_of(Message(Topic.NEED, need).key)
    if announced is not None:
        return announced[1]
    introductions = [None, *(each.id for each in unit.introductions.of_need(need))]
    messages = [Message(topic, need, introduction) for topic in _TO_ADVISORS for introduction in introductions]
    places = [place for message in messages if (place := unit.outbox.place_of(message.key))]
    return min((ts for _, ts in places), key=float, default=None)


def _to_company(message: Message, need: Need) -> list[Place]:
    """What is for the asker alone never stands where others read; where the asker can be whispered to, that is next."""
    direct = Conversation((need.asker.user,))
    if not need.place.channel:
        return [direct]
    asked = Spot(need.place.channel, need.place.thread)
    if need.place.private or not message.is_private:
        return [asked, direct]
    return [direct, Whisper(asked, need.asker.user)]


def _to_group(message: Message, shown: ForGroup) -> Place:
    if message.topic is Topic.INTRODUCTION or shown.thread is None:
        people = (shown.company and shown.company.user, shown.expert_user, shown.advisor)
        return Conversation(tuple(dict.fromkeys(user for user in people if user)))
    return Spot(*shown.thread)
