"""The workspace: who is there, which channels there are, what stands in them. It changes, but checks no rules."""

import itertools
import time
from dataclasses import replace
from typing import Literal, NotRequired, TypedDict

from bot.rehearsal.cast import APP, BOT, BOT_ID, Cast, Channel, Person
from bot.rehearsal.wire import Json


class Content(TypedDict):
    """What somebody writes, before it has a time and a place."""

    text: str
    blocks: NotRequired[list[Json]]
    metadata: NotRequired[Json]
    client_msg_id: NotRequired[str]


class Message(Content):
    """A message as Slack shows it; whispers also name their channel and the one person who sees them."""

    type: Literal["message"]
    ts: str
    user: str
    team: str
    thread_ts: NotRequired[str]
    reply_count: NotRequired[int]
    latest_reply: NotRequired[str]
    edited: NotRequired[Json]
    reactions: NotRequired[list[Json]]
    bot_id: NotRequired[str]
    app_id: NotRequired[str]
    channel: NotRequired[str]
    to: NotRequired[str]


class Workspace:
    """People, channels, messages and whispers, with ids and timestamps that never repeat."""

    def __init__(self, cast: Cast) -> None:
        self.teams = dict(cast.teams)
        self.users: dict[str, Person] = {person.id: replace(person) for person in cast.people}
        self.users[BOT] = Person(BOT, "bot", "Bot", bot=True)
        self.channels: dict[str, Channel] = {
            channel.id: replace(channel, members=list(channel.members)) for channel in cast.channels
        }
        self.messages: dict[str, list[Message]] = {}
        self.ephemerals: list[Message] = []
        self.scheduled: dict[str, Json] = {}
        self._count = itertools.count(1)
        self._last_ts = 0.0

    def new_id(self, prefix: str) -> str:
        """Give a fresh id that, as Slack's, tells its kind by the first letter."""
        return f"{prefix}{next(self._count):06d}R"

    def new_ts(self) -> str:
        """Give a timestamp later than all before; it is what identifies a message in its channel."""
        self._last_ts = max(time.time(), self._last_ts + 0.000001)
        return f"{self._last_ts:.6f}"

    def who(self, user: str) -> str:
        """Name a person as in the transcript."""
        person = self.users.get(user)
        return "@" + (person.name if person else user)

    def where(self, channel: Channel) -> str:
        """Name a channel as in the transcript; direct messages are named by the people in them."""
        if channel.kind == "channel":
            return "#" + channel.name
        people = ", ".join(self.who(member) for member in channel.members if member != BOT)
        return ("DM with " if channel.kind == "im" else "group DM ") + people

    def person(self, name: str) -> Person:
        """Find a person by id or handle."""
        for person in self.users.values():
            if name in (person.id, person.name):
                return person
        raise LookupError(f"nobody is called {name!r}")

    def named(self, name: str) -> Channel | None:
        """Find a channel by id or name, whether the bot may see it or not."""
        everywhere = self.channels.values()
        return self.channels.get(name) or next((each for each in everywhere if each.name == name), None)

    def find(self, channel: str, ts: str) -> Message | None:
        """Find a message where it stands."""
        return next((each for each in self.messages.get(channel, []) if each["ts"] == ts), None)

    def met_bot(self, user: str) -> bool:
        """Tell whether this person shares any channel with the bot."""
        return any({user, BOT} <= set(channel.members) for channel in self.channels.values())

    def post(self, channel: Channel, user: str, content: Content, thread_ts: str | None = None) -> Message:
        """Put a message where everyone in the channel sees it, and count it in its thread."""
        message = self._written(user, content, thread_ts)
        self.messages.setdefault(channel.id, []).append(message)
        root = self.find(channel.id, thread_ts) if thread_ts else None
        if root:
            root["thread_ts"] = root["ts"]
            root["reply_count"] = root.get("reply_count", 0) + 1
            root["latest_reply"] = message["ts"]
        return message

    def whisper(self, channel: Channel, user: str, content: Content, thread_ts: str | None = None) -> Message:
        """Show a message of the bot to one person only."""
        message = self._written(BOT, content, thread_ts)
        message["channel"], message["to"] = channel.id, user
        self.ephemerals.append(message)
        return message

    def rewrite(self, message: Message, content: Content) -> None:
        """Give a message other content; metadata stays unless the content brings some."""
        message["text"] = content["text"]
        if "blocks" in content:
            message["blocks"] = content["blocks"]
        if "metadata" in content:
            message["metadata"] = content["metadata"]

    def _written(self, user: str, content: Content, thread_ts: str | None) -> Message:
        team = self.users[user].team
        message: Message = {"type": "message", "ts": self.new_ts(), "user": user, "team": team, "text": ""}
        self.rewrite(message, content)
        if "client_msg_id" in content:
            message["client_msg_id"] = content["client_msg_id"]
        if user == BOT:
            message["bot_id"], message["app_id"] = BOT_ID, APP
        if thread_ts:
            message["thread_ts"] = thread_ts
        return message

    def direct(self, users: list[str]) -> tuple[Channel, bool]:
        """Give the (group) direct message of the bot with these people, and whether it had to be opened."""
        members = sorted({*users, BOT})
        for channel in self.channels.values():
            if channel.kind != "channel" and sorted(channel.members) == members:
                return channel, False
        if len(users) == 1:
            opened = Channel(self.new_id("D"), "", members, kind="im")
        else:
            names = "--".join(self.users[user].name for user in members)
            opened = Channel(self.new_id("G"), f"mpdm-{names}-1", members, kind="mpim")
        self.channels[opened.id] = opened
        return opened, True
