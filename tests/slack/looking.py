"""Advisors looking at their desk, for tests: a record full of needs, the Home tab and the modal as they stand."""

from collections.abc import Callable
from datetime import timedelta

from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.triage import Triage
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.wire import Json
from bot.slack.views.desk.look import CALLBACK
from tests.slack.answers import FOUND
from tests.slack.rig import MONDAY, Rig

PLACE = Place("C0NEEDS", "1.1", private=False)
COMPANY = Person("T0HOME", "U0COMPANY")


def fill(rig: Rig, number: int, text: str = "A chair of oak", first: int = 1) -> None:
    """So many answered needs of a company, numbered from the first; the later the younger."""
    with rig.store.unit() as unit:
        for n in range(first, first + number):
            asked_at = MONDAY - timedelta(minutes=10_000 - n)
            unit.needs.add(Need(f"N{n}", COMPANY, f"{text} {n}", Door.MENTION, PLACE, asked_at).answered(FOUND))


def take(rig: Rig, need: str, advisor: str) -> None:
    """An advisor has a need."""
    with rig.store.unit() as unit:
        unit.triage.save(Triage(need, advisor=advisor, taken_at=MONDAY, acted_at=MONDAY), was=None)


def home(rig: Rig, user: str = "advisor") -> Json:
    """The Home tab as it stands."""
    return rig.stage.homes[f"U0{user.upper()}"]


def open_home(rig: Rig, user: str = "advisor") -> str:
    """What somebody reads on the Home tab that they open."""
    before = rig.stage.homes.get(f"U0{user.upper()}", {}).get("hash")
    rig.stage.open_home(user)
    return render(rig.stage.until(lambda: _other(home(rig, user), before), what="the Home tab")["blocks"])


def open_desk(rig: Rig) -> str:
    """What an advisor reads after the command."""
    rig.stage.slash("advisor", "needs", "/lotsen", "desk")
    return render(rig.modal_of("advisor", CALLBACK)["blocks"])


def top(rig: Rig, user: str = "advisor") -> Json:
    """The modal that somebody has before them."""
    view: Json = rig.stage.slack.world.screens.top(f"U0{user.upper()}")
    return view


def after(rig: Rig, view: Callable[[], Json], do: Callable[[], object]) -> str:
    """What a view shows once something that somebody does has changed it."""
    before = view()["hash"]
    do()
    return render(rig.stage.until(lambda: _other(view(), before), what="another view")["blocks"])


def in_home(rig: Rig, action: str) -> str:
    """What Home shows after a press there."""
    return after(rig, lambda: home(rig), lambda: rig.stage.click("advisor", action, home=True))


def in_modal(rig: Rig, action: str) -> str:
    """What the modal shows after a press there."""
    return after(rig, lambda: top(rig), lambda: rig.stage.click("advisor", action, modal=True))


def _other(view: Json, before: str | None) -> Json | None:
    return view if view["hash"] != before else None
