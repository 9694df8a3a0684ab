"""Modals: submitting and closing them, and what the bot's answer does to them."""

from collections.abc import Mapping

from bot.rehearsal.block_kit.rendering import label
from bot.rehearsal.cast import HOME
from bot.rehearsal.people.acting import Acting
from bot.rehearsal.people.forms import Choice, filled
from bot.rehearsal.wire import Json


class Submitting(Acting):
    """People fill in what the bot opened for them."""

    async def submit(self, user: str, values: Mapping[str, Choice] | None = None) -> Json | None:
        """Send the person's top modal; fields are named by action_id, block_id or label, typed text goes in raw.

        Returns what the bot acknowledged it with, or `{"blocked": label}` when a required field is empty.
        """
        person = self.person(user)
        view = self.world.screens.top(person.id)
        state, missing = filled(view["blocks"], values or {})
        if missing:
            self.world.transcript.line(f"   (Slack stops the submission: {missing!r} is required)")
            return {"blocked": missing}
        submitted = {**view, "state": {"values": state}}
        payload = {**self.interaction(person, "view_submission"), "view": submitted, "response_urls": []}
        if person.team != HOME:
            # only view.app_installed_team_id names our workspace: https://github.com/slackapi/bolt-js/issues/1614
            payload["team"] = {"id": person.team, "domain": "partner"}
        self.line(person, f"submits {label(view.get('title'))!r}: {dict(values or {})}")
        answer = await self.interact(payload, f"submit {view['callback_id']}")
        self._react(person.id, view, answer or {})
        return answer

    def _react(self, user: str, view: Json, answer: Json) -> None:
        match answer.get("response_action"):
            case "errors":
                self._show_errors(view, answer["errors"])
            case "update":
                self.world.screens.replace(view, answer["view"])
            case "push":
                self.world.screens.push(user, answer["view"])
            case "clear":
                self.world.screens.stacks[user].clear()
            case _:
                self.world.screens.drop(user, view)

    def _show_errors(self, view: Json, errors: Json) -> None:
        unknown = set(errors) - {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
        if unknown:
            self.world.transcript.problem(f"errors for blocks that are not inputs of this view: {unknown}")
        self.world.transcript.line("   (the modal shows errors: " + "; ".join(errors.values()) + ")")

    async def close(self, user: str) -> None:
        """Close the person's top modal; the bot hears of it only if it asked to."""
        person = self.person(user)
        view = self.world.screens.top(person.id)
        self.world.screens.drop(person.id, view)
        self.line(person, f"closes {label(view.get('title'))!r}")
        if view.get("notify_on_close"):
            payload = {**self.interaction(person, "view_closed"), "view": view, "is_cleared": False}
            payload.pop("trigger_id")
            await self.interact(payload, f"close {view['callback_id']}")
