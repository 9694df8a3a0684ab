"""What every verb stands on: finding people and channels, and the payload all interactions share."""

from bot.rehearsal.cast import APP, HOME, Channel, Person
from bot.rehearsal.web_api.access import open_direct
from bot.rehearsal.wire import Json, RefusedError
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World


class ImpossibleError(AssertionError):
    """Somebody is told to do what Slack would not let them: the script is wrong, not the bot."""


class Acting:
    """A world in which people act. People and channels are given by id or name, the own bot DM as "bot"."""

    def __init__(self, world: World) -> None:
        self.world = world

    def person(self, name: str) -> Person:
        """Find a person."""
        return self.world.workspace.person(name)

    def place(self, name: str, user: str | None = None) -> Channel:
        """Find a channel; "bot" is this person's direct message with the bot."""
        if name == "bot" and user:
            try:
                return open_direct(self.world, [self.person(user).id])
            except RefusedError as refusal:
                raise ImpossibleError(f"{user} has no direct message with the bot: {refusal}") from refusal
        channel = self.world.workspace.named(name)
        if not channel:
            raise LookupError(f"no channel is called {name!r}")
        return channel

    def message_at(self, channel: Channel, ts: str) -> Message:
        """Find the message a person means."""
        message = self.world.workspace.find(channel.id, ts)
        if not message:
            raise LookupError(f"no message {ts} in {self.world.workspace.where(channel)}")
        return message

    def line(self, person: Person, text: str) -> None:
        """Tell in the transcript what a person did."""
        self.world.transcript.line(f"@{person.name} {text}")

    def interaction(self, person: Person, kind: str) -> Json:
        """Make the part of a payload that all interactions share, with a fresh trigger_id."""
        return {
            "type": kind,
            "token": "x",
            "action_ts": self.world.workspace.new_ts(),
            "api_app_id": APP,
            "is_enterprise_install": False,
            "enterprise": None,
            "team": {"id": HOME, "domain": "research-network"},
            "trigger_id": self.world.screens.trigger(person.id),
            "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team},
        }

    def response_url(self, person: Person, channel: Channel, ts: str | None = None) -> str:
        """Make a response URL for what this person just did."""
        return self.world.base + self.world.hooks.issue(person.id, channel.id, ts)[0]

    def is_offered(self, person: Person, what: str) -> bool:
        """Tell whether Slack offers this at all: commands, shortcuts and App Home stay in the home workspace.

        See https://github.com/slackapi/bolt-python/issues/767.
        """
        if person.team != HOME:
            self.line(person, f"is of another workspace: Slack offers no {what} there")
        return person.team == HOME

    async def interact(self, payload: Json, what: str) -> Json | None:
        """Send an interaction; returns what the bot acknowledged it with."""
        return await self.world.courier.deliver("interactive", payload, what)
