"""Everything on record about one person, as JSON: what they asked and said, and what became of it.

What others wrote about them for advisors only is not theirs, and is not here.
"""

from bot.desk.availability import experts_of_account
from bot.desk.ports import Desk
from bot.domain.availability import Availability
from bot.domain.enquiry import Enquiry
from bot.domain.event import LOTSEN, Event
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.domain.triage import AMONG_ADVISORS
from bot.storage.ports import Json, Unit


def export(desk: Desk, user: str) -> Json:
    """One object that can be written down as it is."""
    experts = experts_of_account(desk, user)
    with desk.store.reading() as unit:
        return {
            "account": user,
            "needs": [_need(unit, need, user) for need in unit.needs.of_asker(user)],
            "asked_as_expert": [_as_expert(each) for each in unit.introductions.of_expert(user)],
            "expert": [_availability(unit.availabilities.get(expert)) for expert in experts],
            "said_to_advisors": [
                {
                    "at": each.at.isoformat(),
                    "introduction": each.introduction,
                    "about": each.about,
                    "useful": each.useful,
                    "words": each.words.for_advisors(),
                }
                for each in unit.private.of_author(user)
            ],
        }


def _need(unit: Unit, need: Need, user: str) -> Json:
    return {
        "id": need.id,
        "asked_at": need.asked_at.isoformat(),
        "text": need.text,
        "language": need.language,
        "door": need.door,
        "place": {"channel": need.place.channel, "thread": need.place.thread, "private": need.place.private},
        "state": need.state,
        "answer": need.answer.to_json() if need.answer else None,
        "introductions": [_introduction(each) for each in unit.introductions.of_need(need.id)],
        "questions_by_advisors": [_enquiry(each) for each in unit.enquiries.of_need(need.id)],
        "events": [_event(each, user) for each in unit.events.of_need(need.id) if each.name not in AMONG_ADVISORS],
    }


def _introduction(introduction: Introduction) -> Json:
    return {
        "id": introduction.id,
        "entry": introduction.entry,
        "state": introduction.state,
        "card": introduction.card.to_json() if introduction.card else None,
        "answer_due": introduction.due_at.isoformat() if introduction.due_at else None,
        "not_before": introduction.not_before.isoformat() if introduction.not_before else None,
        "declined_because": introduction.decline,
    }


def _enquiry(enquiry: Enquiry) -> Json:
    return {
        "asked_at": enquiry.asked_at.isoformat(),
        "question": enquiry.question,
        "answered_at": enquiry.answered_at.isoformat() if enquiry.answered_at else None,
        "answer": enquiry.answer,
    }


def _event(event: Event, user: str) -> Json:
    """Others who acted are told apart from the person, and not named."""
    actor = event.actor if event.actor in {user, LOTSEN} else "somebody else"
    kept = dict(event.kept)
    return {"at": event.at.isoformat(), "what": event.name, "by": actor, "reason": event.reason, "kept": kept}


def _as_expert(introduction: Introduction) -> Json:
    """What was put before an expert is the company's, so that it stands here by its number only."""
    return {"introduction": introduction.id, "entry": introduction.entry, "state": introduction.state}


def _availability(availability: Availability) -> Json:
    return {
        "expert": availability.expert,
        "open_requests": availability.open_requests,
        "paused_until": availability.paused_until.isoformat() if availability.paused_until else None,
        "deputy": availability.deputy,
        "hours": str(availability.hours) if availability.hours else None,
        "at_once": availability.at_once,
    }
