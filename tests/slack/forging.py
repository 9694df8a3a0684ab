"""Everything that advisors can do in Slack, put before somebody else, who uses it all; and what came of it.

What there is to do is taken from the views themselves, so that nothing new can be forgotten.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from bot.domain.message import Audience
from bot.rehearsal.block_kit.blocks import parts
from bot.rehearsal.block_kit.naming import named
from bot.rehearsal.cast import BOT
from bot.rehearsal.people.forms import Choice
from bot.rehearsal.wire import Json
from bot.slack.listeners.lotsen_command import COMMAND
from bot.slack.views.desk import file, merge, opening
from bot.slack.wording.desk.gate import ADVISORS_ONLY
from tests.slack.answers import DYEING
from tests.slack.everything import home_of_advisor, home_of_nobody, modals_of_advisors, postings, postings_to_introduce
from tests.slack.rig import Rig

#: What is chosen from a menu whose options come from the bot, or from a calendar; elsewhere it is an entry.
_CHOSEN = {merge.INTO: "N1", opening.SEARCH: "N1"}
#: What is entered where a modal asks for something and proposes nothing, by the type of the field.
_ENTERED: dict[str, Choice] = {
    "plain_text_input": "Forty red cushions, all of them washable.",
    "users_select": "U0ADVISOR2",
    "datepicker": "2024-04-01",
}

#: What somebody does, and what it is answered with.
Act = Callable[[Rig, str], Json | None]


class Lines(logging.Handler):
    """What the bot logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.said.append(record.getMessage())


@contextmanager
def logged() -> Iterator[Lines]:
    """What the bot logs from now on."""
    lines, log = Lines(), logging.getLogger("bot")
    log.addHandler(lines)
    try:
        yield lines
    finally:
        log.removeHandler(lines)


@dataclass(frozen=True)
class Use:
    """One thing that can be used: what Slack calls it, and how somebody uses it.

    Attributes:
        is_told: whether somebody who may not is told so; Slack has no room for it in a menu and in what is closed.
    """

    named: str
    do: Act
    is_told: bool = True

    def is_offered(self, user: str) -> bool:
        """Whether Slack has it for somebody: in another workspace there are no commands and no shortcuts."""
        return user != "partner" or self.named not in {COMMAND, file.SHORTCUT}


def everything_of_advisors() -> list[Use]:
    """Each button, menu and modal that is made for advisors, once for each kind of place; and the ways to the desk."""
    return list({(use.do.__name__, use.named): use for use in _uses()}.values())


def _uses() -> Iterator[Use]:
    for blocks in (*postings(Audience.ADVISORS, Audience.ADVISOR), *postings_to_introduce()):
        yield from (Use(action, _in_message(action, blocks)) for action in pressable(blocks))
    for view in modals_of_advisors():
        yield from (Use(action, _in_modal(action, view)) for action in pressable(view["blocks"]))
        yield from (Use(action, _typing(action, view), is_told=False) for action in _menus(view["blocks"]))
        yield from [Use(view["callback_id"], _sending(view))] if view.get("submit") else []
        yield from [Use(view["callback_id"], _closing(view), is_told=False)] if view.get("notify_on_close") else []
    home, of_all = home_of_advisor(), set(pressable(home_of_nobody()["blocks"]))
    yield from (Use(action, _in_home(action, home)) for action in pressable(home["blocks"]) if action not in of_all)
    yield Use(COMMAND, _at_command)
    yield Use(file.SHORTCUT, _on_message)


def pressable(blocks: list[Json]) -> Iterator[str]:
    """What Slack tells of as soon as it is used, by its identifier."""
    for block in blocks:
        if block["type"] != "input" or block.get("dispatch_action"):
            yield from (part["action_id"] for part in parts(block) if part.get("action_id"))


def told(rig: Rig, user: str) -> set[str]:
    """What tells somebody that something is for the advisors: each view and each whisper, as it stands now."""
    person, world = rig.stage.slack.person(user).id, rig.stage.slack.world
    views = {view["hash"]: view for key, view in world.screens.views.items() if world.screens.owners[key] == person}
    whispers = {each["ts"]: each for each in world.workspace.ephemerals if each["to"] == person}
    return {key for key, said in {**views, **whispers}.items() if ADVISORS_ONLY.en in str(said)}


def dump(rig: Rig) -> list[str]:
    """The whole record."""
    with closing(sqlite3.connect(rig.store.path)) as connection:
        return list(connection.iterdump())


def _in_message(action: str, blocks: list[Json]) -> Act:
    def in_message(rig: Rig, user: str) -> None:
        world = rig.stage.slack.world
        place = rig.stage.slack.place("partner-connect" if user == "partner" else "needs")
        content = {"text": "x", "blocks": named(blocks, world.workspace.new_id)}
        message = rig.stage._look(lambda: world.workspace.post(place, BOT, content))
        rig.stage.click(user, action, message, option=_CHOSEN.get(action))

    return in_message


def _in_modal(action: str, view: Json) -> Act:
    def in_modal(rig: Rig, user: str) -> None:
        _open(rig, user, view)
        rig.stage.click(user, action, modal=True, option=_CHOSEN.get(action))

    return in_modal


def _in_home(action: str, view: Json) -> Act:
    def in_home(rig: Rig, user: str) -> None:
        screens, person = rig.stage.slack.world.screens, rig.stage.slack.person(user).id
        rig.stage._look(lambda: screens.publish(person, view))
        rig.stage.click(user, action, home=True, option=_CHOSEN.get(action))

    return in_home


def _typing(action: str, view: Json) -> Act:
    def type_in(rig: Rig, user: str) -> Json:
        _open(rig, user, view)
        return rig.stage.suggest(user, action, "c")

    return type_in


def _sending(view: Json) -> Act:
    def send(rig: Rig, user: str) -> None:
        _open(rig, user, view)
        rig.stage.submit(user, dict(_entered(view["blocks"])))

    return send


def _closing(view: Json) -> Act:
    def close(rig: Rig, user: str) -> None:
        _open(rig, user, view)
        rig.stage.close(user)

    return close


def _at_command(rig: Rig, user: str) -> None:
    rig.stage.slash(user, "needs", COMMAND, "desk")


def _on_message(rig: Rig, user: str) -> None:
    message = rig.stage.slack.messages["C0NEEDS"][0]
    rig.stage.message_shortcut(user, "needs", message, file.SHORTCUT)


def _open(rig: Rig, user: str, view: Json) -> None:
    """Have a modal stand before somebody, as if it were left from a day on which they were an advisor."""
    screens, person = rig.stage.slack.world.screens, rig.stage.slack.person(user).id
    rig.stage._look(lambda: screens.open(person, view))


def _menus(blocks: list[Json]) -> Iterator[str]:
    elements = (part for block in blocks for part in parts(block))
    return (each["action_id"] for each in elements if each.get("type") == "external_select")


def _entered(blocks: list[Json]) -> Iterator[tuple[str, Choice]]:
    """Something for each field of a modal."""
    for block in blocks:
        element = block.get("element") or {}
        match element.get("type"):
            case "external_select":
                yield element["action_id"], _CHOSEN.get(element["action_id"], DYEING)
            case "radio_buttons" | "static_select":
                yield element["action_id"], element["options"][0]["value"]
            case kind if kind in _ENTERED:
                yield element["action_id"], _ENTERED[kind]
