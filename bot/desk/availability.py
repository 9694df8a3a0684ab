"""An expert says how they want to be asked: how many at a time, when, not before a date, and who stands in."""

from datetime import date

from bot.desk.ledger import Ledger
from bot.desk.ports import Desk, Directory
from bot.domain.availability import Availability
from bot.domain.opening_hours import OpeningHours
from bot.domain.people import Contact
from bot.storage.ports import Arrival, Json

KIND = "availability"


def setting(availability: Availability, user: str) -> Json:
    """The body of an arrival of this kind."""
    return {
        "user": user,
        "expert": availability.expert,
        "open_requests": availability.open_requests,
        "paused_until": availability.paused_until and availability.paused_until.isoformat(),
        "deputy": availability.deputy,
        "hours": availability.hours and str(availability.hours),
        "at_once": availability.at_once,
    }


def experts_of_account(desk: Desk, user: str) -> list[str]:
    """Which experts of the catalogue an account is, by link or by address; asks Slack for addresses."""
    with desk.store.reading() as unit:
        contacts = unit.contacts.all()
    return [contact.expert for contact in contacts if belongs_to(contact, user, desk.directory)]


def belongs_to(contact: Contact, user: str, directory: Directory) -> bool:
    """Whether an expert is linked to an account, or to its address."""
    if contact.slack is not None:
        return contact.slack == user
    return contact.email is not None and directory.has_address(user, contact.email)


def set_availability(desk: Desk, arrival: Arrival) -> None:
    """Keep an expert's wishes, and let those who wait for them have another look; also by an advisor's hand."""
    body = arrival.body
    allowed = body["expert"] in experts_of_account(desk, body["user"]) or body["user"] in desk.directory.advisors()
    with desk.store.unit() as unit:
        if not allowed:
            unit.inbox.give_up(arrival.id, "not theirs to set", desk.now())
            return
        ledger = Ledger(unit, desk.now(), desk.rules)
        # Whoever says how they want to be asked is no longer silent, so that counting begins anew.
        unit.availabilities.save(_wished(body))
        # As their deputy or by account somebody may be asked for any unit.
        ledger.take_turn_later(each for each in unit.introductions.waiting() if each.waits)
        unit.inbox.finish(arrival.id, desk.now())


def _wished(body: Json) -> Availability:
    return Availability(
        expert=body["expert"],
        open_requests=body["open_requests"],
        paused_until=body["paused_until"] and date.fromisoformat(body["paused_until"]),
        deputy=body["deputy"],
        hours=body["hours"] and OpeningHours.parse(body["hours"]),
        at_once=body["at_once"],
    )
