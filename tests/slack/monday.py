"""A Monday morning before and after two advisors have worked through it, and what everybody could read of it."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.queue import Pile
from bot.rehearsal.wire import Json
from bot.slack.views.desk.digest import FIGURE
from bot.slack.views.desk.look import CALLBACK as QUEUE
from bot.slack.views.desk.opening import OPEN
from bot.slack.views.desk.queue import LATER, PILE, PILES
from tests.journeys.campus import key_of
from tests.slack.looking import top
from tests.slack.morning import Advisor
from tests.slack.rig import Rig
from tests.slack.weekend import Weekend


@dataclass
class Monday:
    """The record before and after the morning.

    Attributes:
        states: of all needs and introductions at eight.
        listed: the needs behind each figure of the digest, by pile.
    """

    rig: Rig
    weekend: Weekend
    states: set[str]
    digest: str
    listed: dict[Pile, list[str]]
    advisors: tuple[Advisor, Advisor]

    def events(self, story: str) -> list[tuple[str, str]]:
        """What has happened to a need since eight, and by whom."""
        with self.rig.store.unit() as unit:
            events = unit.events.of_need(self.weekend.needs[story])
        return [(event.actor, event.name) for event in events if event.at >= self.rig.clock.at]


def states_of(rig: Rig) -> set[str]:
    """Every state that a need or an introduction is in."""
    with rig.store.unit() as unit:
        rows = unit.needs.db.query("select 'need ' || state as s from needs union select state from introductions")
        return {row["s"] for row in rows}


def visit(rig: Rig, user: str) -> None:
    """Somebody opens Home, and it stands there anew."""
    account = f"U0{user.upper()}"
    before = rig.stage.homes.get(account, {}).get("hash")
    rig.stage.open_home(user)
    rig.stage.until(lambda: rig.stage.homes[account]["hash"] != before, what=f"the Home tab of {user}")


def behind_figure(rig: Rig, pile: Pile, weekend: Weekend) -> list[str]:
    """The stories in the list that a figure of the digest opens, page by page."""
    opened(rig, "advisor", lambda: rig.stage.click("advisor", f"{FIGURE}_{pile}"))
    return stories_in(rig, weekend, "advisor")


def in_pile(rig: Rig, pile: Pile, weekend: Weekend, user: str) -> list[str]:
    """The stories in a pile as an advisor pages through it after the command."""
    opened(rig, user, lambda: rig.stage.slash(user, "bot", "/lotsen", "desk"))
    turn(rig, user, f"{PILE}_{pile}")
    return stories_in(rig, weekend, user)


def opened(rig: Rig, user: str, do: Callable[[], object]) -> None:
    """Have somebody do what opens the queue, and wait until it stands before them."""
    before = set(rig.stage.slack.world.screens.views)
    do()
    rig.stage.until(lambda: rig.modal_of(user, QUEUE)["id"] not in before, what="the queue")


def stories_in(rig: Rig, weekend: Weekend, user: str) -> list[str]:
    """The stories that the queue lists, from the page that is shown on."""
    found = lines(top(rig, user))
    while LATER in str(top(rig, user)):
        turn(rig, user, LATER)
        found += lines(top(rig, user))
    by_need = {need: story for story, need in weekend.needs.items()}
    return [by_need[need] for need in found]


def turn(rig: Rig, user: str, action: str) -> None:
    """A press on the queue, and another page of it."""
    before = top(rig, user)["hash"]
    rig.stage.click(user, action, modal=True)
    rig.stage.until(lambda: top(rig, user)["hash"] != before, what="another page")


def lines(view: Json) -> list[str]:
    """The needs that a view of the queue lists."""
    accessories = [block.get("accessory", {}) for block in view["blocks"]]
    return [each["value"] for each in accessories if each.get("action_id") == OPEN]


def counted(rig: Rig, user: str) -> dict[Pile, int]:
    """The count on each button of Home."""
    buttons = [each for block in rig.stage.homes[f"U0{user.upper()}"]["blocks"] for each in block.get("elements", ())]
    named = {str(each.get("action_id")): str(each.get("text")) for each in buttons}
    return {pile: int("".join(re.findall(r"\d+", named[f"{PILE}_{pile}"]))) for pile in PILES}


def told(rig: Rig) -> Counter[str]:
    """How often each message stands in Slack, by its key."""
    return Counter(key for each in rig.posted() if (key := key_of(each)))


def whispers_to(rig: Rig, user: str) -> list[str]:
    """What only one person saw."""
    whispers = rig.stage.slack.world.workspace.ephemerals
    return [each["text"] for each in whispers if each["to"] == f"U0{user.upper()}"]


def read_by(rig: Rig, user: str) -> str:
    """All that somebody could ever read: each message as it was posted and changed, each whisper, each view."""
    account, world = f"U0{user.upper()}", rig.stage.slack.world
    shared = {channel.id for channel in world.workspace.channels.values() if channel.shared}
    read: list[object] = [each for each in world.workspace.ephemerals if each["to"] == account]
    for call in rig.stage.calls:
        args, view = call["args"], (call.get("result") or {}).get("view", {})
        place = world.workspace.channels.get(str(args.get("channel")))
        if place and account in place.members and (place.id not in shared or user == "partner"):
            read.append(args)
        if world.screens.owners.get(view.get("id", "")) == account:
            read.append(args)
    return json.dumps(read, ensure_ascii=False)
