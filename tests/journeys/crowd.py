"""Many companies at once: a workspace for them, the introductions that are open already, and the minute when all ask.

What the minute came to is `load`'s.
"""

import itertools
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.desk import approve
from bot.domain.availability import Availability
from bot.domain.clock import ClockKind
from bot.domain.message import Topic
from bot.domain.people import Contact
from bot.rehearsal.cast import CAST, Cast, Person
from bot.settings import Settings
from bot.storage.rows import written
from bot.wiring import read_catalogue
from tests.journeys.campus import MENTION, Campus

_ROOM = 100_000
_PATIENCE = 900.0
#: As many as may wait for their acknowledgement at the same time.
_FINGERS = 40
#: Of five companies one asks in the channel that all share, one by the command, three in their direct messages.
_DOORS = ("mention", "command", "direct", "direct", "direct")


@dataclass(frozen=True)
class Asked:
    """One need of the minute: by its mark in the text, through which door, and when."""

    mark: str
    door: str
    at: float


def workspace(companies: int) -> Cast:
    """The usual one, with this many companies and an account for each expert of the catalogue."""
    firms = tuple(_person(f"firm{number:03}") for number in range(companies))
    heads = tuple(_person(f"head{number:02}") for number in range(len(_experts())))
    needs, *others = CAST.channels
    shared = replace(needs, members=[*needs.members, *(firm.id for firm in firms)])
    return Cast(CAST.teams, (*CAST.people, *firms, *heads), (shared, *others))


def _person(role: str) -> Person:
    return Person(f"U0{role.upper()}", role, role.capitalize(), f"{role}@example.com")


def _experts() -> list[str]:
    catalogue = read_catalogue(Settings.from_environment({}))
    return [expert.id for each in catalogue.infrastructures for expert in each.experts]


def _texts() -> list[str]:
    """What companies ask, as the catalogue's hosts put it; not two after each other from the same place."""
    units = read_catalogue(Settings.from_environment({})).infrastructures
    asks = [[ask for service in each.services for ask in (*service.asks.en, *service.asks.sv)] for each in units]
    return [ask for together in itertools.zip_longest(*asks) for ask in together if ask]


class Crowd:
    """All the companies of a campus."""

    def __init__(self, campus: Campus, companies: int) -> None:
        self.campus, self._stage = campus, campus.stage
        self._firms = [f"firm{number:03}" for number in range(companies)]
        self._marks, self._texts = itertools.count(1), itertools.cycle(_texts())
        with campus.store.unit() as unit:
            for number, expert in enumerate(_experts()):
                unit.contacts.link(Contact(expert, slack=f"U0HEAD{number:02}"))
                unit.availabilities.save(Availability(expert, open_requests=_ROOM))

    def opens(self, introductions: int) -> None:
        """The companies have asked before, and this many introductions wait for their expert."""
        asked = [self._asks(firm, "direct") for firm in self._firms]
        self.campus.settled(_PATIENCE)
        each, more = divmod(introductions, len(asked))
        for number, need in enumerate(asked):
            self._approves(need, each + (number < more))
        self.campus.settled(_PATIENCE)

    def falls_due(self, kind: ClockKind, most: int) -> int:
        """So many clocks of a kind ring now, all at once; how many there were."""
        with self.campus.store.unit() as unit:
            sql = "select rowid from clocks where kind = ? order by due_at limit ?"
            rows = [row["rowid"] for row in unit.clocks.db.query(sql, [kind, most])]
            for row in rows:
                now = written(datetime.now(UTC))
                unit.clocks.db.execute("update clocks set due_at = ? where rowid = ?", [now, row])
        return len(rows)

    def all_ask(self, seconds: float) -> list[Asked]:
        """Each company asks once, evenly over so many seconds; what they asked, once all of it has been heard."""
        begin, gap = time.monotonic(), seconds / len(self._firms)

        def ask(number: int, firm: str) -> Asked:
            time.sleep(max(0.0, begin + number * gap - time.monotonic()))
            return self._asks(firm, _DOORS[number % len(_DOORS)])

        with ThreadPoolExecutor(_FINGERS) as fingers:
            return list(fingers.map(ask, range(len(self._firms)), self._firms))

    def _asks(self, firm: str, door: str) -> Asked:
        mark = f"No {next(self._marks):04}"
        text, at = f"{next(self._texts)} {mark}.", time.time()
        match door:
            case "mention":
                self._stage.say(firm, "needs", f"{MENTION} {text}")
            case "command":
                self._stage.slash(firm, "needs", "/lotsen", text)
            case _:
                self._stage.say(firm, "bot", text)
        return Asked(mark, door, at)

    def _approves(self, asked: Asked, number: int) -> None:
        """The company has chosen its best matches; this is written down as its form would."""
        with self.campus.store.unit() as unit:
            (row,) = unit.needs.db.query("select id from needs where text like ?", [f"%{asked.mark}.%"])
            need = unit.needs.get(row["id"])
            entries = [match.id for match in need.answer.matches[:number]] if need.answer else []
            choices = [approve.Choice(entry) for entry in entries]
            body = approve.approving(need.id, need.asker.user, choices, need.text)
            unit.inbox.write(f"approve:{need.id}", approve.KIND, body, datetime.now(UTC))

    def answered(self, asked: Sequence[Asked]) -> dict[str, float]:
        """How many seconds each answer took, by the mark of its need."""
        with self.campus.store.unit() as unit:
            rows = list(unit.needs.db.query("select id, text from needs"))
        needs = {each.mark: row["id"] for each in asked for row in rows if f"{each.mark}." in row["text"]}
        times = {}
        for each in asked:
            if each.mark in needs:
                times[each.mark] = float(self.campus.card(Topic.ANSWER, needs[each.mark])["ts"]) - each.at
        return times
