"""The bot beside a strict Slack, with a record in a file and workers that take a step when they are told to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Unpack

from slack_bolt import BoltRequest, BoltResponse

from bot.desk.ports import Desk
from bot.domain.people import Contact
from bot.rehearsal import Stage
from bot.rehearsal.conditions import Options
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message
from bot.slack.app import Access, Listening, SignedHttp, SocketMode, answering_client, build_app, posting_client
from bot.slack.delivery import Delivery
from bot.slack.directory import SlackDirectory
from bot.slack.outbox import Outgoing
from bot.slack.reception import Reception
from bot.storage.sqlite import SqliteStore
from bot.workers import work_once
from tests.slack.answers import JOINER, WORKSHOP, WordMatcher, language_of

MANIFEST = json.loads((Path(__file__).parents[2] / "manifest.json").read_text(encoding="utf-8"))
ADVISORS = "C0ADVISE"


class Clock:
    """The time, as far ahead as a test moves it."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def move(self, **step: float) -> None:
        self.ahead += timedelta(**step)


class Rig:
    """Everything that `lotsen run` puts together, without threads of its own."""

    def __init__(self, stage: Stage, folder: Path, advisors: str | None = ADVISORS) -> None:
        env = stage.env()
        self.stage, self.clock, self.matcher, self.woken = stage, Clock(), WordMatcher(), 0
        self.access = Access(
            env["SLACK_BOT_TOKEN"], env["SLACK_SIGNING_SECRET"], env["SLACK_APP_TOKEN"], env["SLACK_API_URL"]
        )
        self.store = SqliteStore(folder / "record.db")
        self.directory = SlackDirectory(answering_client(self.access), advisors)
        self.desk = Desk(self.store, WORKSHOP, self.matcher, self.directory, self.clock)
        self.delivery = Delivery(posting_client(self.access), advisors)
        self.outgoing = Outgoing(self.store, WORKSHOP, self.delivery, self.clock)
        self.reception = Reception(self.desk, language_of, self.directory.locale, self._wake)
        self.app = build_app(self.access, self.reception)

    def _wake(self) -> None:
        self.woken += 1

    def work(self) -> None:
        """Let the workers do all that is due."""
        while work_once(self.desk) or self.outgoing.send_once():
            pass

    def dispatch(self, body: Json, headers: dict[str, str] | None = None) -> BoltResponse:
        """Hand a payload to the app as Socket Mode does."""
        return self.app.dispatch(BoltRequest(body=body, mode="socket_mode", headers=headers))

    def link(self, expert: str = JOINER, slack: str | None = "U0EXPERT", email: str | None = None) -> None:
        with self.store.unit() as unit:
            unit.contacts.link(Contact(expert, slack, email))

    def restart(self) -> None:
        """What happens to the queues when a process starts after another was killed."""
        with self.store.unit() as unit:
            unit.inbox.recover()
            unit.outbox.recover()

    def asks(self, text: str, user: str = "company", channel: str = "needs") -> Message:
        """Somebody mentions the bot; returns its answer."""
        self.asks_only(text, user, channel)
        return self.stage.last(channel, bot=True)

    def asks_only(self, text: str, user: str = "company", channel: str = "needs") -> None:
        """Somebody mentions the bot, and what is due is done, which need not be an answer."""
        self.stage.say(user, channel, f"<@U0BOT> {text}")
        self.work()

    def approves(self, message: Message, user: str = "company", brief: str = "Forty chair backs in oak.") -> None:
        """The first match of a message is chosen and its brief approved."""
        self.stage.click(user, "introduce", message)
        self.modal_of(user)
        self.stage.submit(user, {"brief_text": brief})

    def chooses(self, message: Message, user: str = "company", brief: str = "Forty chair backs in oak.") -> None:
        """As `approves`, and all that follows is done."""
        self.approves(message, user, brief)
        self.work()

    def modal_of(self, user: str) -> Json:
        """The modal that the bot opens for somebody."""
        return self.stage.until(lambda: self.stage.slack.world.screens.top(f"U0{user.upper()}"), what="a modal")

    def posted(self, channel: str | None = None) -> list[Message]:
        """All that the bot posted, oldest first."""
        everything = self.stage.messages
        places = [channel] if channel else list(everything)
        return [each for place in places for each in everything.get(place, []) if each["user"] == "U0BOT"]

    def outbox_states(self) -> dict[str, str]:
        with self.store.unit() as unit:
            return {
                row["key"]: row["state"] for row in unit.outbox.db.query("select key, state from outbox order by id")
            }


@contextmanager
def listening(rig: Rig, way: Listening) -> Iterator[Rig]:
    way.start()
    try:
        yield rig
    finally:
        way.stop()


@contextmanager
def over_http(folder: Path, **options: Unpack[Options]) -> Iterator[Rig]:
    with Stage(**{"manifest": MANIFEST, "mode": "http", "request_url": "http://127.0.0.1:9/", **options}) as stage:
        rig = Rig(stage, folder)
        way = SignedHttp(rig.app, 0)
        stage.request_url = f"http://127.0.0.1:{way.port}/slack/events"
        with listening(rig, way):
            yield rig


@contextmanager
def over_socket(folder: Path, **options: Unpack[Options]) -> Iterator[Rig]:
    with Stage(**{"manifest": MANIFEST, **options}) as stage:
        rig = Rig(stage, folder)
        with listening(rig, SocketMode(rig.app, rig.access)):
            yield rig
