"""What listeners work with: they write arrivals down here, look a need up, and know which language to speak.

The use cases themselves run on workers, from what was written down.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk import ask, request
from bot.desk.ports import Desk
from bot.domain.catalogue import Catalogue
from bot.domain.introduction import introduction_id
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.slack.views.choice import Choice
from bot.storage.ports import Json


@dataclass(frozen=True)
class Reception:
    """The desk as seen from Slack.

    Attributes:
        language_of: "sv" or "en" for a text.
        locale_of: "sv" or "en" for a person, from their Slack settings.
        wake: tells the workers that there is something to do.
    """

    desk: Desk
    language_of: Callable[[str], str]
    locale_of: Callable[[str], str]
    wake: Callable[[], None]

    @property
    def catalogue(self) -> Catalogue:
        """The campus's catalogue, for views that are shown at once."""
        return self.desk.catalogue

    def write_need(self, key: str, person: Person, text: str, door: Door, place: Place) -> None:
        """Write a need down, once for its key; it is safe when this returns."""
        self._write(key, ask.KIND, ask.asking(person, text, door, place))

    def write_request(self, choice: Choice, brief: str, user: str) -> None:
        """Write down that a match was chosen and its brief approved, once for match and person."""
        key = f"request:{choice.need}:{choice.entry}:{user}"
        self._write(key, request.KIND, request.requesting(choice.need, choice.entry, brief, user))

    def need_of(self, need: str, user: str) -> Need | None:
        """The need, if this person asked it; None for everybody else and for a need that is not known."""
        with self.desk.store.unit() as unit:
            try:
                found = unit.needs.get(need)
            except KeyError:
                return None
        return found if found.asker.user == user else None

    def is_chosen(self, choice: Choice) -> bool:
        """Whether this match was chosen before."""
        wanted = introduction_id(choice.need, choice.entry)
        with self.desk.store.unit() as unit:
            return any(each.id == wanted for each in unit.introductions.of_need(choice.need))

    def _write(self, key: str, kind: str, body: Json) -> None:
        with self.desk.store.unit() as unit:
            unit.inbox.write(key, kind, body, self.desk.now())
        self.wake()
