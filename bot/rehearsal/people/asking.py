"""Slash commands and shortcuts: asking the app for something without talking to it."""

from bot.rehearsal.cast import APP, HOME
from bot.rehearsal.people.acting import Acting
from bot.rehearsal.web_api.response_url import respond
from bot.rehearsal.workspace import Message


class Asking(Acting):
    """People use what the app adds to Slack's menus."""

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> None:
        """Run a slash command; what the bot acknowledges it with is shown to the person."""
        person, place = self.person(user), self.place(channel, user)
        if not self.is_offered(person, command):
            return
        if self.world.manifest.given and command not in self.world.manifest.commands:
            self.world.transcript.problem(f"{command} is not in the manifest {self.world.manifest.commands}")
            return
        self.world.tell(place, None, f"@{person.name} runs {command} {text}".rstrip())
        path, hook = self.world.hooks.issue(person.id, place.id)
        payload = {
            "token": "x",
            "team_id": HOME,
            "team_domain": "research-network",
            "channel_id": place.id,
            "channel_name": place.payload_name,
            "user_id": person.id,
            "user_name": person.name,
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self.world.base + path,
            "trigger_id": self.world.screens.trigger(person.id),
        }
        answer = await self.world.courier.deliver("slash_commands", payload, f"command {command}")
        if answer and (answer.get("text") or answer.get("blocks")):
            respond(self.world, hook, answer)

    async def shortcut(self, user: str, callback_id: str) -> None:
        """Use a global shortcut."""
        person = self.person(user)
        if not self.is_offered(person, "shortcut"):
            return
        self._check_declared(callback_id, "global")
        self.line(person, f"uses the shortcut {callback_id}")
        payload = {**self.interaction(person, "shortcut"), "callback_id": callback_id}
        await self.interact(payload, f"shortcut {callback_id}")

    async def message_shortcut(self, user: str, channel: str, message: Message, callback_id: str) -> None:
        """Use a message shortcut on somebody's message."""
        person, place = self.person(user), self.place(channel, user)
        if not self.is_offered(person, "shortcut"):
            return
        self._check_declared(callback_id, "message")
        self.line(person, f"uses the message shortcut {callback_id} on {message['text'][:60]!r}")
        payload = {
            **self.interaction(person, "message_action"),
            "callback_id": callback_id,
            "message_ts": message["ts"],
            "message": dict(message),
            "channel": {"id": place.id, "name": place.payload_name},
            "response_url": self.response_url(person, place, message["ts"]),
        }
        await self.interact(payload, f"message shortcut {callback_id}")

    def _check_declared(self, callback_id: str, kind: str) -> None:
        manifest = self.world.manifest
        if manifest.given and (callback_id, kind) not in manifest.shortcuts:
            self.world.transcript.problem(f"{kind} shortcut {callback_id} is not in the manifest {manifest.shortcuts}")
