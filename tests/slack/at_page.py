"""Advisors on a need's page, for tests: open it, press on it, send what lies upon it, and read what it says then."""

from bot.domain.triage import Triage
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.people.forms import Choice
from bot.rehearsal.wire import Json
from bot.slack.views.desk.case import CALLBACK
from bot.slack.views.desk.opening import OPEN
from tests.slack.advising import pressing
from tests.slack.rig import Rig


def turns_to(rig: Rig, need: str = "N1", user: str = "advisor") -> str:
    """An advisor opens a need's page; what it says."""
    before = set(rig.stage.slack.world.screens.views)
    rig.dispatch(pressing(rig, user, OPEN, need))
    rig.stage.until(lambda: rig.modal_of(user, CALLBACK)["id"] not in before, what=f"the page of {need}")
    return render(rig.modal_of(user, CALLBACK)["blocks"])


def press(rig: Rig, action: str, user: str = "advisor") -> str:
    """A button of the page, and what the page says afterwards."""
    before = rig.modal_of(user, CALLBACK)["hash"]
    rig.stage.click(user, action, modal=True)
    return changed(rig, before, user)


def fill(rig: Rig, action: str, callback: str, values: dict[str, Choice], user: str = "advisor") -> str:
    """A modal upon the page, filled and sent, and what the page says afterwards."""
    before = rig.modal_of(user, CALLBACK)["hash"]
    assert upon(rig, action, callback, values, user) in (None, {})
    return changed(rig, before, user)


def upon(rig: Rig, action: str, callback: str, values: dict[str, Choice], user: str = "advisor") -> Json | None:
    """A modal upon the page, filled and sent; what it was acknowledged with."""
    rig.stage.click(user, action, modal=True)
    rig.modal_of(user, callback)
    return rig.stage.submit(user, values)


def changed(rig: Rig, before: str, user: str = "advisor") -> str:
    """What the page says once it is another than before."""
    rig.stage.until(lambda: rig.modal_of(user, CALLBACK)["hash"] != before, what="the page as it stands now")
    return render(rig.modal_of(user, CALLBACK)["blocks"])


def new(page: str) -> str:
    """What stands on top of a page: what is new, and what is said."""
    return page.partition("\n---\n")[0]


def triage_of(rig: Rig, need: str = "N1") -> Triage:
    with rig.store.unit() as unit:
        return unit.triage.get(need)


def events_of(rig: Rig, need: str = "N1") -> list[str]:
    with rig.store.unit() as unit:
        return [event.name for event in unit.events.of_need(need)]
