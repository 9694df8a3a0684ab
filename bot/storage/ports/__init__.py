"""What the use cases ask of the record: small protocols, whose docstrings are the contract. Nothing is stored here.

* `queues`: what came in and what goes out; `cases`: needs, introductions, events, contacts.
* `keeping`: clocks, experts' wishes, words for advisors only; `unit`: one transaction over all of it.
* `desk`: triage, enquiries, corrections, and the needs in piles.
"""

from bot.storage.ports.cases import Contacts, Events, Introductions, Needs
from bot.storage.ports.desk import Corrections, Enquiries, Queue, Triages
from bot.storage.ports.keeping import Availabilities, Clocks, Private
from bot.storage.ports.queues import Arrival, Held, Inbox, Json, Outbox, Parcel
from bot.storage.ports.unit import Store, Unit

__all__ = [
    "Arrival",
    "Availabilities",
    "Clocks",
    "Contacts",
    "Corrections",
    "Enquiries",
    "Events",
    "Held",
    "Inbox",
    "Introductions",
    "Json",
    "Needs",
    "Outbox",
    "Parcel",
    "Private",
    "Queue",
    "Store",
    "Triages",
    "Unit",
]
