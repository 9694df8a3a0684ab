"""How much longer it takes to build what advisors look at when very many needs are open.

`python -m tests.slack.scale` prints, for each view, its blocks, its bytes, and the time to build it as a ratio to the
same with fifty open needs; `--open 50000` asks it of another number. No test looks at a time.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.desk import queue
from bot.desk.ports import Desk
from bot.domain.clock import Rules
from bot.domain.event import Event
from bot.domain.introduction import introduction_id
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Person
from bot.domain.queue import Pile
from bot.domain.triage import Triage
from bot.rehearsal.wire import Json
from bot.slack.casework import page_of
from bot.slack.looking import modal_of
from bot.slack.reception import Reception
from bot.slack.views.desk.beneath import Turned
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.search import found_options
from bot.slack.visiting import home_of
from bot.storage.ports import Unit
from bot.storage.sqlite import SqliteStore
from tests.slack.answers import (
    FOUND,
    HOSTILE,
    MILLING,
    MISSED,
    WORKSHOP,
    WordMatcher,
    a_need,
    an_introduction,
    language_of,
)
from tests.stand_ins import Villagers

ADVISOR, FEW, MANY = "U0ADVISOR", 50, 5_000
#: Each view is built so often; the shortest time counts, as all others hold what else the machine did.
_TIMES = 5
#: What companies write is long, holds whatever they like, and mostly words that others use as well.
_HOW_MANY_WORDS, _VOCABULARY, _COMPANIES = 60, 4_000, 300
_STATES: Final = (IntroductionState.WITH_ADVISOR, IntroductionState.ASKED, IntroductionState.INTRODUCED)


def fill(unit: Unit, number: int, now: datetime) -> None:
    """So many open needs of the last months: answered or not, taken or not, with an introduction or none."""
    chance = random.Random(number)
    for n in range(number):
        at = now - timedelta(minutes=10 * (number - n))
        asker = Person("T0HOME", f"U0C{n % _COMPANIES}")
        need = a_need(MISSED if n % 5 == 0 else FOUND, text=f"We need a chair, {HOSTILE} {_words(chance)}")
        unit.needs.add(replace(need, id=f"N{n + 1}", asked_at=at, asker=asker))
        unit.events.add([Event(at, f"N{n + 1}", None, "U0COMPANY", name) for name in ("asked", "matches")])
        if n % 3 == 0:
            unit.triage.save(Triage(f"N{n + 1}", advisor=ADVISOR, taken_at=at, acted_at=at), was=None)
        if n % 2 == 0:
            known = {"id": introduction_id(f"N{n + 1}", MILLING), "need": f"N{n + 1}", "due_at": at + timedelta(days=2)}
            unit.introductions.add(replace(an_introduction(state=_STATES[n % 3]), **known))


def _words(chance: random.Random) -> str:
    """A need's words, of which few are common and most are rare, as in any language."""
    return " ".join(f"word{int(_VOCABULARY ** chance.random())}" for _ in range(_HOW_MANY_WORDS))


def views(reception: Reception) -> dict[str, Callable[[], Json]]:
    """What advisors look at, by name; each call builds it anew."""
    desk = reception.desk
    piles = {f"modal, {pile}": Look(pile) for pile in Pile}

    def search() -> Json:
        return {"blocks": found_options(queue.search(desk, "chair"), reception.campus(), "en")}

    return {
        "Home": lambda: home_of(reception, ADVISOR, Look()),
        **{name: lambda look=look: modal_of(reception, ADVISOR, look) for name, look in piles.items()},
        "modal, last page": lambda: modal_of(reception, ADVISOR, Look(Pile.ALL, offset=10**6)),
        "a need's page": lambda: page_of(reception, ADVISOR, Turned("N1")) or {},
        "search": search,
    }


def office(folder: Path, number: int) -> Reception:
    """A desk with so many open needs."""
    store, rules, now = SqliteStore(folder / "record.db"), Rules(digest=None), datetime.now().astimezone()
    with store.unit() as unit:
        fill(unit, number, now)
    desk = Desk(store, WORKSHOP, WordMatcher(), Villagers([ADVISOR]), lambda: now, rules)
    return Reception(desk, language_of, lambda _: "en", lambda: None, lambda _: False)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open", type=int, default=MANY)
    number: int = parser.parse_args(arguments).open
    with tempfile.TemporaryDirectory(prefix="lotsen-scale-") as folder:
        few, many = (views(office(Path(folder) / str(each), each)) for each in (FEW, number))
        sys.stdout.write(f"{number} open needs, beside {FEW}\n{'':20}{'blocks':>7}{'bytes':>8}{'ms':>8}{'ratio':>7}\n")
        for name, build in many.items():
            view, seconds = build(), _shortest(build)
            size = len(json.dumps(view).encode())
            sys.stdout.write(
                f"{name:20}{len(view['blocks']):7}{size:8}{seconds * 1000:8.1f}{seconds / _shortest(few[name]):7.2f}\n"
            )
    return 0


def _shortest(build: Callable[[], Json]) -> float:
    times = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        build()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
