"""Buttons and menus: clicking them in messages, modals and App Homes, and typing into external selects."""

from bot.rehearsal.block_kit.rendering import label
from bot.rehearsal.cast import BOT, Person
from bot.rehearsal.people.forms import Choice, chosen, filled, locate
from bot.rehearsal.people.watching import Watching, has_element
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message


class Pressing(Watching):
    """People click what the bot shows them."""

    async def click(
        self,
        user: str,
        action: str,
        message: Message | None = None,
        *,
        home: bool = False,
        modal: bool = False,
        option: Choice | None = None,
    ) -> Json | None:
        """Click a button, or pick `option` in a menu, found by label, action_id or value.

        It stands in `message` or else in the newest message they see that has it, in their App Home, or in their top
        modal.
        """
        person = self.person(user)
        payload = self.interaction(person, "block_actions")
        if home or modal:
            view = self.world.screens.homes[person.id] if home else self.world.screens.top(person.id)
            block, element = locate(view["blocks"], action)
            payload.update(_view_container(view))
        else:
            found = self._before(person, action, message)
            block, element = locate(found.get("blocks"), action)
            payload.update(self._message_container(person, found))
        used = {"block_id": block["block_id"], "action_ts": payload["action_ts"]}
        payload["actions"] = [{**used, **_used(element, option)}]
        self._tell_click(person, element, option)
        return await self.interact(payload, f"click {element.get('action_id')}")

    def _message_container(self, person: Person, message: Message) -> Json:
        place, whispered = self._standing_in(message), "to" in message
        channel = self.world.workspace.channels[place]
        container: Json = {
            "type": "message",
            "message_ts": message["ts"],
            "channel_id": channel.id,
            "is_ephemeral": whispered,
        }
        if message.get("thread_ts"):
            container["thread_ts"] = message["thread_ts"]
        return {
            "channel": {"id": channel.id, "name": channel.payload_name},
            "response_url": self.response_url(person, channel, message["ts"]),
            "state": {"values": {}},
            "container": container,
            **({} if whispered else {"message": dict(message)}),
        }

    def _before(self, person: Person, action: str, message: Message | None) -> Message:
        """Find what the person clicks in as it stands now; nobody can click in what is gone or hidden from them."""
        seen = [
            each
            for each in self.seen_by(person.id)
            if (each["ts"] == message["ts"] if message else each["user"] == BOT and has_element(each, action))
        ]
        if not seen:
            raise LookupError(f"@{person.name} sees no {action!r}")
        return max(seen, key=lambda each: each["ts"])

    def _standing_in(self, message: Message) -> str:
        return next(channel for each, channel in self.everything() if each is message)

    def _tell_click(self, person: Person, element: Json, option: Choice | None) -> None:
        picked = f" = {option}" if option else ""
        self.line(person, f"clicks [{label(element.get('text')) or element.get('action_id')}]{picked}")
        if element.get("url"):
            self.world.transcript.line(f"   (the button opens {element['url']})")

    async def suggest(self, user: str, action_id: str, query: str) -> Json:
        """Type into an external select of the top modal; returns the options the bot offers."""
        person = self.person(user)
        view = self.world.screens.top(person.id)
        block, _ = locate(view["blocks"], action_id)
        payload = {
            **self.interaction(person, "block_suggestion"),
            "action_id": action_id,
            "block_id": block["block_id"],
            "value": query,
            "view": view,
            "container": {"type": "view", "view_id": view["id"]},
        }
        answer = await self.interact(payload, f"suggest {action_id}") or {}
        offered = ", ".join(label(option["text"]) for option in answer.get("options", []))
        self.line(person, f"types {query!r}: {offered}")
        return answer


def _view_container(view: Json) -> Json:
    state = filled(view["blocks"], {})[0]
    shown = {**view, "state": {"values": state}}
    return {"view": shown, "container": {"type": "view", "view_id": view["id"]}}


def _used(element: Json, option: Choice | None) -> Json:
    """Tell what a click on this element sends."""
    named = {"type": element["type"], "action_id": element.get("action_id", "")}
    if element["type"] == "button":
        return {**named, "text": element["text"], "value": element.get("value", "")}
    if element["type"] == "feedback_buttons":
        return {**named, "value": element["positive_button"]["value"] if option is None else option}
    return {**named, **chosen(element, option)}
