"""Everything one rehearsal consists of, in one place, for the methods of the bot and the verbs of the people."""

import secrets
from dataclasses import dataclass, field

from bot.rehearsal.cast import Channel
from bot.rehearsal.conditions import Conditions
from bot.rehearsal.delivery import Courier
from bot.rehearsal.events import Events
from bot.rehearsal.faults import Faults, PostingLimit
from bot.rehearsal.hooks import Hooks
from bot.rehearsal.manifest import Manifest
from bot.rehearsal.screens import Screens
from bot.rehearsal.signed_http import SignedHttp
from bot.rehearsal.socket_mode import SocketMode
from bot.rehearsal.transcript import Transcript
from bot.rehearsal.wire import Call, Json
from bot.rehearsal.workspace import Workspace


@dataclass(frozen=True)
class Keys:
    """What the bot has to show, and what it checks Slack's signature with; made anew for each rehearsal."""

    bot_token: str = field(default_factory=lambda: "xoxb-" + secrets.token_hex(8))
    app_token: str = field(default_factory=lambda: "xapp-" + secrets.token_hex(8))
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))


class World:
    """The parts of a rehearsal, put together."""

    def __init__(self, conditions: Conditions, transcript: Transcript) -> None:
        self.conditions, self.transcript = conditions, transcript
        self.keys = Keys()
        #: Where this Slack listens; known once it has started.
        self.base = ""
        self.manifest = Manifest(conditions.manifest)
        self.workspace = Workspace(conditions.cast)
        self.screens = Screens(self.workspace, transcript, conditions.trigger_ttl)
        self.hooks, self.faults = Hooks(), Faults()
        self.posting_limit = PostingLimit(on=conditions.one_message_a_second)
        self.calls: list[Call] = []
        #: The "is thinking" lines and agent sessions, by channel and thread.
        self.sessions: dict[tuple[str, str | None], Json] = {}
        self.sockets = SocketMode(transcript, conditions.ack_limit)
        self.http = SignedHttp(conditions.request_url, self.keys.signing_secret, conditions.ack_limit)
        transport = self.sockets if conditions.mode == "socket" else self.http
        self.courier = Courier(transport, transcript, conditions)
        self.events = Events(self.workspace, self.manifest, self.courier)

    def session(self, channel: str, thread_ts: str | None) -> Json:
        """Give what is known of a thread beyond its messages."""
        return self.sessions.setdefault((channel, thread_ts), {})

    def tell(self, channel: Channel, thread_ts: str | None, text: str) -> None:
        """Add a line about something said or done in a channel."""
        thread = " (in thread)" if thread_ts else ""
        self.transcript.line(f"{self.workspace.where(channel)}{thread} {text}")
