"""What listeners work with: they write arrivals down here, look a case up, and know which language to speak.

The use cases themselves run on workers, from what was written down.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from bot.desk import acting, ask
from bot.desk.acting import Role
from bot.desk.ports import Desk
from bot.domain.catalogue import Catalogue
from bot.domain.enquiry import Enquiry
from bot.domain.introduction import Introduction
from bot.domain.limits import Limit
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.slack.views.campus import Campus
from bot.storage.ports import Json
from matcher.answer import Language, Option
from matcher.context import Hint


@dataclass(frozen=True)
class Reception:
    """The desk as seen from Slack.

    Attributes:
        language_of: the language of a text, and where it does not tell, what the hint says.
        locale_of: "sv" or "en" for a person, from their Slack settings.
        wake: tells the workers that there is something to do.
        patience: for how many seconds a listener waits for the workers, when what is shown next depends on them.
        members_changed: tells the directory that somebody came to a channel or left it; whether it is the advisors'.
    """

    desk: Desk
    language_of: Callable[[str, Hint], Language]
    locale_of: Callable[[str], Language]
    wake: Callable[[], None]
    members_changed: Callable[[str], bool]
    patience: float = 2.0

    @property
    def catalogue(self) -> Catalogue:
        """The campus's catalogue, for views that are shown at once."""
        return self.desk.catalogue

    def campus(self) -> Campus:
        """The campus at this moment, for views that are shown at once."""
        return Campus(self.desk.catalogue, self.desk.rules, self.desk.now())

    def write_need(self, key: str, person: Person, text: str, door: Door, place: Place) -> None:
        """Write a need down, once for its key; it is safe when this returns."""
        self.write(key, ask.KIND, ask.asking(person, text, door, place))

    def write_again(
        self, key: str, need: Need, text: str, without: Iterable[Limit], instead_of: str | None = None
    ) -> None:
        """Write down the same person's need in other words, from the same door, to be answered at the same place."""
        body = ask.asking(need.asker, text, need.door, need.place, without=without, instead_of=instead_of)
        self.write(key, ask.KIND, body)

    def write_choice(self, key: str, need: Need, option: Option) -> None:
        """Write down which option of a need's question its company pressed."""
        self.write(key, ask.KIND, ask.choosing(need, option))

    def write(self, key: str, kind: str, body: Json) -> None:
        """Write anything down that a use case works on, once for its key; it is safe when this returns."""
        with self.desk.store.unit() as unit:
            unit.inbox.write(key, kind, body, self.desk.now())
        self.wake()

    def need_of(self, need: str, user: str) -> Need | None:
        """The need, if this person asked it; None for everybody else and for a need that is not known."""
        with self.desk.store.reading() as unit:
            try:
                found = unit.needs.get(need)
            except KeyError:
                return None
        return found if found.asker.user == user else None

    def introductions_of(self, need: str) -> dict[str, Introduction]:
        """The introductions of a need by entry; of several for one entry the open one, else the newest."""
        with self.desk.store.reading() as unit:
            found = unit.introductions.of_need(need)
        return {each.entry: each for each in sorted(found, key=lambda each: not each.is_over)}

    def open_enquiry(self, need: str) -> Enquiry | None:
        """The question of an advisor that waits for the company's answer; nothing does once the need is over."""
        with self.desk.store.reading() as unit:
            return unit.enquiries.open_of(need) if unit.needs.get(need).is_open else None

    def introduction(self, introduction: str) -> Introduction | None:
        """An introduction; None for one that is not known."""
        with self.desk.store.reading() as unit:
            try:
                return unit.introductions.get(introduction)
            except KeyError:
                return None

    def plays(self, introduction: str, user: str, roles: Collection[Role]) -> bool:
        """Whether somebody plays one of these parts in an introduction; Slack may be asked who the advisors are."""
        return acting.plays(self.desk, introduction, user, roles)

    def spoken_by(self, user: str, text: str) -> Language:
        """The language to answer somebody's text in: "sv" for Swedish, "en" for everything else."""
        return "sv" if self.language_of(text, lambda: self.locale_of(user)) == "sv" else "en"

    def language_in(self, introduction: Introduction) -> str:
        """The language that an introduction is spoken about in: that of its need."""
        with self.desk.store.reading() as unit:
            return unit.needs.get(introduction.need).spoken
