"""What people have open: modals, one upon another, and App Homes; and the triggers that let a bot open them."""

import json
import time
import uuid
from dataclasses import dataclass

from bot.rehearsal.block_kit.naming import named
from bot.rehearsal.block_kit.rendering import label, render
from bot.rehearsal.block_kit.views import check_view
from bot.rehearsal.cast import APP, BOT_ID, HOME
from bot.rehearsal.transcript import Transcript
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.workspace import Workspace

#: Slack refuses larger views.
_MOST_BYTES = 250_000


@dataclass
class Trigger:
    """The right to open one view for one person, for a few seconds."""

    user: str
    given: float
    used: bool = False


class Screens:
    """Everybody's screens. `homes` and `stacks` are keyed by user, `views` by view id."""

    def __init__(self, workspace: Workspace, transcript: Transcript, trigger_ttl: float) -> None:
        self.views: dict[str, Json] = {}
        self.owners: dict[str, str] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, Json] = {}
        self._triggers: dict[str, Trigger] = {}
        self._workspace, self._transcript, self._trigger_ttl = workspace, transcript, trigger_ttl

    def trigger(self, user: str) -> str:
        """Hand out a trigger_id for something this person just did."""
        key = f"{time.time():.0f}.{uuid.uuid4().hex}"
        self._triggers[key] = Trigger(user, time.monotonic())
        return key

    def exchange(self, a: Arguments) -> str:
        """Use up a trigger_id; returns whose it was."""
        trigger = self._triggers.get(a.get("trigger_id") or a.get("interactivity_pointer") or "")
        if not trigger:
            raise RefusedError("invalid_trigger_id")
        if trigger.used:
            raise RefusedError("exchanged_trigger_id")
        age = time.monotonic() - trigger.given
        if age > self._trigger_ttl:
            self._transcript.problem(f"trigger_id used {age:.1f}s after it was given (limit {self._trigger_ttl}s)")
            raise RefusedError("expired_trigger_id")
        trigger.used = True
        return trigger.user

    def top(self, user: str) -> Json:
        """Give the modal a person has in front of them."""
        stack = self.stacks.get(user)
        if not stack:
            raise LookupError(f"{self._workspace.who(user)} has no open modal")
        return self.views[stack[-1]]

    def is_open(self, view: Json) -> bool:
        """Tell whether anybody still has this view, as a modal or as App Home."""
        owner = self.owners[view["id"]]
        homes = [home["id"] for home in self.homes.values()]
        return view["id"] in [*self.stacks.get(owner, []), *homes]

    def open(self, user: str, raw: Json) -> Json:
        """Show a modal of its own; one that was open is gone."""
        view = self._show(user, raw, {})
        self.stacks[user] = [view["id"]]
        return view

    def push(self, user: str, raw: Json) -> Json:
        """Show a modal on top of the one that is open."""
        stack = self.stacks[user]
        view = self._show(user, raw, {"previous_view_id": stack[-1], "root_view_id": stack[0]})
        stack.append(view["id"])
        return view

    def replace(self, old: Json, raw: Json) -> Json:
        """Show other content in the same view."""
        kept = {key: old[key] for key in ("id", "previous_view_id", "root_view_id")}
        view = self._show(self.owners[old["id"]], raw, kept)
        if view["type"] == "home":
            self.homes[self.owners[view["id"]]] = view
        return view

    def drop(self, user: str, view: Json) -> None:
        """Take a modal off; the bot may have replaced the whole stack in the meantime."""
        self.stacks[user] = [each for each in self.stacks[user] if each != view["id"]]

    def publish(self, user: str, raw: Json) -> Json:
        """Show an App Home, which keeps its id for good."""
        old = self.homes.get(user)
        self.homes[user] = view = self.replace(old, raw) if old else self._show(user, raw, {})
        return view

    def _show(self, user: str, raw: Json, place: Json) -> Json:
        self._check(raw)
        new_id = place.get("id") or self._workspace.new_id("V")
        view: Json = {
            "private_metadata": "",
            "callback_id": "",
            **raw,
            "id": new_id,
            "team_id": HOME,
            "app_id": APP,
            "bot_id": BOT_ID,
            "app_installed_team_id": HOME,
            "root_view_id": new_id,
            "previous_view_id": None,
            "hash": f"{time.time():.0f}.{uuid.uuid4().hex[:8]}",
            "state": {"values": {}},
            "blocks": named(raw["blocks"], self._workspace.new_id),
            **place,
        }
        self.views[new_id], self.owners[new_id] = view, user
        self._tell(user, view)
        return view

    def _check(self, raw: Json) -> None:
        errors = check_view(raw)
        if errors:
            self._transcript.problem(f"view {raw.get('callback_id')}: {errors}")
            messages = ["[ERROR] " + error for error in errors]
            raise RefusedError("invalid_arguments", errors=errors, response_metadata={"messages": messages})
        if len(json.dumps(raw)) > _MOST_BYTES:
            raise RefusedError("view_too_large")

    def _tell(self, user: str, view: Json) -> None:
        name = "modal" if view["type"] == "modal" else "App Home"
        title = f": {label(view['title'])}" if view.get("title") else ""
        submit = f"\n[{label(view['submit'])}]" if view.get("submit") else ""
        who = self._workspace.who(user)
        self._transcript.line(f"{name} for {who}{title}\n{render(view['blocks'])}{submit}")
