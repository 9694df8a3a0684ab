"""The rehearsal Slack as the audience sees it: names for ids, and the next thing that appears."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.rehearsal import Stage
from bot.rehearsal.cast import BOT, Channel
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message

#: A slow machine may need a while for its first answer; nobody waits longer than this for a broken one.
PATIENCE = 60.0


@dataclass(frozen=True)
class Posted:
    """A message of the bot, and where it stands."""

    channel: Channel
    message: Message

    @property
    def blocks(self) -> list[Json]:
        """What it shows; empty when it is only text."""
        return self.message.get("blocks") or []


@dataclass(frozen=True)
class Audience:
    """Watches a stage."""

    stage: Stage

    def name(self, slack_id: str) -> str:
        """How a person or a channel is called."""
        if slack_id == BOT:
            return "Lotsen"
        channels, users = self.stage.slack.channels, self.stage.slack.users
        if slack_id in channels:
            return channels[slack_id].name
        return users[slack_id].real_name if slack_id in users else slack_id

    def others_in(self, channel: Channel) -> str:
        """Who is in a conversation with the bot, as one phrase."""
        *first, last = [self.name(member) for member in channel.members if member != BOT]
        return f"{', '.join(first)} and {last}" if first else last

    def in_channel(self, name: str, after: str) -> Posted:
        """The bot's next message in a channel, later than a timestamp."""
        return self._next(lambda channel: channel.name == name, after, f"an answer in #{name}")

    def in_conversation(self, people: Collection[str], after: str) -> Posted:
        """The bot's next direct or group message to exactly these people."""
        members = {*people, BOT}
        return self._next(
            lambda channel: channel.kind != "channel" and members == set(channel.members), after, "a direct message"
        )

    def in_group(self, after: str) -> Posted:
        """The bot's next message in any group message."""
        return self._next(lambda channel: channel.kind == "mpim", after, "an introduction thread")

    def modal_of(self, user: str) -> Json:
        """The form that stands open before somebody."""

        def top() -> Json:
            slack = self.stage.slack
            return slack.world.screens.top(slack.person(user).id)

        return self.stage.until(top, PATIENCE, f"a form for {user}")

    def _next(self, fits: Callable[[Channel], bool], after: str, what: str) -> Posted:
        def look() -> Posted:
            channels = self.stage.slack.channels
            for channel, messages in self.stage.messages.items():
                new = [each for each in messages if each["user"] == BOT and each["ts"] > after]
                if new and fits(channels[channel]):
                    return Posted(channels[channel], new[0])
            raise LookupError(what)

        return self.stage.until(look, PATIENCE, what)
