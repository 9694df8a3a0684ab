"""From a message of the outbox and its case to what is posted, one view a topic. Where it goes is in `delivery`."""

from dataclasses import dataclass

from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.people import Contact
from bot.slack.blocks import Posting
from bot.slack.views.advisors import breakdown_posting, by_hand_posting, unmatched_posting
from bot.slack.views.answer import answer_posting
from bot.slack.views.company_notes import advisor_answers_posting, apology_posting, thread_opened_posting
from bot.slack.views.introduction import introduction_posting
from bot.storage.ports import Unit


class Incomplete(LookupError):
    """A message is about something that its case does not have."""


@dataclass(frozen=True)
class Case:
    """Everything that a message tells of.

    Attributes:
        contact: the expert's account and address, for advisors.
        advisor_thread: the first message about the need in the advisor channel.
    """

    need: Need
    introduction: Introduction | None = None
    contact: Contact | None = None
    advisor_thread: str | None = None


def load_case(unit: Unit, message: Message) -> Case:
    """Gather what a message tells of, as it stands now."""
    need = unit.needs.get(message.need)
    introduction = unit.introductions.get(message.introduction) if message.introduction else None
    contact = unit.contacts.get(introduction.expert) if introduction and introduction.expert else None
    return Case(need, introduction, contact, _advisor_thread(unit, message.need))


def render(message: Message, case: Case, catalogue: Catalogue) -> Posting:
    """The message as people see it.

    Raises:
        Incomplete: an answer without an answer, or a message about an introduction without one.
    """
    match message.topic:
        case Topic.ANSWER:
            if case.need.answer is None:
                raise Incomplete(f"{case.need.id} has no answer")
            return answer_posting(case.need, case.need.answer, catalogue)
        case Topic.UNMATCHED_NEED:
            return unmatched_posting(case.need, catalogue)
        case Topic.APOLOGY:
            return apology_posting(case.need)
        case Topic.BREAKDOWN:
            return breakdown_posting(case.need)
        case _:
            return _about_introduction(message.topic, case, catalogue)


def _about_introduction(topic: Topic, case: Case, catalogue: Catalogue) -> Posting:
    if case.introduction is None:
        raise Incomplete(f"{topic} about {case.need.id} has no introduction")
    match topic:
        case Topic.INTRODUCTION:
            return introduction_posting(case.need, case.introduction, catalogue)
        case Topic.THREAD_OPENED:
            return thread_opened_posting(case.need, case.introduction, catalogue)
        case Topic.ADVISOR_ANSWERS:
            return advisor_answers_posting(case.need, case.introduction, catalogue)
        case _:
            return by_hand_posting(case.need, case.introduction, case.contact, catalogue)


def _advisor_thread(unit: Unit, need: str) -> str | None:
    """The oldest message about the need in the advisor channel, which all later ones stand under."""
    introductions = [each.id for each in unit.introductions.of_need(need)]
    messages = [
        Message(Topic.UNMATCHED_NEED, need),
        Message(Topic.BREAKDOWN, need),
        *(Message(Topic.REQUEST_BY_HAND, need, each) for each in introductions),
        *(Message(Topic.BREAKDOWN, need, each) for each in introductions),
    ]
    places = [place for message in messages if (place := unit.outbox.place_of(message.key))]
    return min((ts for _, ts in places), key=float, default=None)
