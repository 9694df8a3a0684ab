"""The bot beside a strict Slack, with a record in a file and workers that take a step when they are told to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Unpack

from slack_bolt import BoltRequest, BoltResponse

from bot.clock import ring_once
from bot.desk.ports import Desk
from bot.domain.availability import Availability
from bot.domain.clock import ClockKind, Rules
from bot.domain.introduction import Introduction
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
from tests.patience import PATIENT
from tests.slack.answers import JOINER, WORKSHOP, WordMatcher, language_of

MANIFEST = json.loads((Path(__file__).parents[2] / "manifest.json").read_text(encoding="utf-8"))
ADVISORS = "C0ADVISE"


#: A Monday at ten on the campus. It lies before all that the rehearsal Slack's own clock can say, so that what was
#: posted "since" is always found.
MONDAY = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)


#: Most tests are about no morning.
NO_DIGEST = Rules(digest=None)


class Clock:
    """The time, which stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def move(self, **step: float) -> None:
        self.at += timedelta(**step)


class Rig:
    """Everything that `lotsen run` puts together, without threads of its own."""

    def __init__(
        self,
        stage: Stage,
        folder: Path,
        advisors: str | None = ADVISORS,
        *,
        rules: Rules = NO_DIGEST,
        patience: float = 0,
    ) -> None:
        env = stage.env()
        self.stage, self.clock, self.matcher, self.woken = stage, Clock(), WordMatcher(), 0
        #: Whether what is written down is worked on before whoever wrote it is answered.
        self.at_once = False
        self.access = Access(
            env["SLACK_BOT_TOKEN"], env["SLACK_SIGNING_SECRET"], env["SLACK_APP_TOKEN"], env["SLACK_API_URL"]
        )
        self.store = SqliteStore(folder / "record.db")
        self.directory = SlackDirectory(answering_client(self.access), advisors)
        self.desk = Desk(self.store, WORKSHOP, self.matcher, self.directory, self.clock, rules)
        self.delivery = Delivery(posting_client(self.access), advisors)
        self.outgoing = Outgoing(self.desk, self.delivery)
        self.reception = Reception(
            self.desk, language_of, self.directory.locale, self._wake, self.directory.members_changed, patience
        )
        self.app = build_app(self.access, self.reception)

    def _wake(self) -> None:
        self.woken += 1
        while self.at_once and work_once(self.desk):
            pass

    def work(self) -> None:
        """Let the workers do all that is due."""
        while work_once(self.desk) or ring_once(self.desk) or self.outgoing.send_once():
            pass

    def later(self, **step: float) -> None:
        """Some time passes, and all that is due then is done."""
        self.clock.move(**step)
        self.work()

    def until_rung(self, kind: ClockKind) -> None:
        """Time passes until the clock of a kind that is due first has rung, and all that is due until then is done."""
        with self.store.unit() as unit:
            rows = list(unit.clocks.db.query("select due_at from clocks where kind = ? order by due_at", [kind]))
        self.clock.at = max(self.clock.at, datetime.fromisoformat(rows[0]["due_at"]))
        self.work()

    def dispatch(self, body: Json, headers: dict[str, str] | None = None) -> BoltResponse:
        """Hand a payload to the app as Socket Mode does."""
        return self.app.dispatch(BoltRequest(body=body, mode="socket_mode", headers=headers))

    def link(self, expert: str = JOINER, slack: str | None = "U0EXPERT", email: str | None = None) -> None:
        with self.store.unit() as unit:
            unit.contacts.link(Contact(expert, slack, email))

    def wishes(self, expert: str, **wishes: Any) -> None:
        """How an expert wants to be asked."""
        with self.store.unit() as unit:
            unit.availabilities.save(Availability(expert, **wishes))

    def introduction(self, entry: str) -> Introduction:
        """The newest introduction to an entry, as it stands on record."""
        newest = "select id from introductions where entry = ? order by rowid desc limit 1"
        with self.store.unit() as unit:
            (row,) = unit.introductions.db.query(newest, [entry])
            return unit.introductions.get(row["id"])

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

    def approves(self, message: Message, user: str = "company", text: str = "Forty chair backs in oak.") -> None:
        """The first match of a message is chosen and its brief approved."""
        self.stage.click(user, "introduce", message)
        self.modal_of(user, "brief")
        self.stage.submit(user, {"brief_text": text})

    def chooses(self, message: Message, user: str = "company", text: str = "Forty chair backs in oak.") -> None:
        """As `approves`, and all that follows is done."""
        self.approves(message, user, text)
        self.work()

    def chooses_several(self, message: Message, numbers: list[str], later: list[str] | None = None) -> None:
        """Several matches of a message are ticked, and one brief approved for all of them."""
        self.stage.click("company", "choose_several", message)
        self.modal_of("company", "choose")
        self.stage.submit("company", {"chosen": numbers})
        self.modal_of("company", "brief")
        self.stage.submit(
            "company", {"brief_text": "Forty chair backs in oak.", **({"brief_later": later} if later else {})}
        )
        self.work()

    def chooses_dyeing(self) -> None:
        """A company asks, and chooses the service that is asked first by itself."""
        self.chooses_several(self.asks("a chair of oak"), ["3"])

    @staticmethod
    def day(ahead: int) -> date:
        """A day after the Monday on which everything begins."""
        return (MONDAY + timedelta(days=ahead)).date()

    def says_yes(self, expert: str) -> None:
        """An expert says yes to the newest request, and all that follows is done."""
        self.stage.click(expert, "reply_yes")
        self.work()

    def declines(self, expert: str, reason: str = "no_time", words: str = "") -> None:
        """An expert says no to the newest request, and all that follows is done."""
        self.stage.click(expert, "reply_no")
        self.modal_of(expert, "decline")
        self.stage.submit(expert, {"decline_reason": reason, "decline_words": words})
        self.work()

    def asks_first(self) -> None:
        """The expert of wood work is linked, and wants to be asked before an introduction."""
        self.link()
        self.wishes(JOINER, at_once=False)

    def modal_of(self, user: str, callback: str | None = None) -> Json:
        """The modal that the bot opens for somebody, and the one with a callback when that is said."""

        def top() -> Json | None:
            view: Json = self.stage.slack.world.screens.top(f"U0{user.upper()}")
            return view if callback in (None, view["callback_id"]) else None

        found = self.stage.until(top, what=f"a modal {callback or ''}")
        assert found is not None
        return found

    def direct(self, user: str) -> list[Message]:
        """What the bot wrote to somebody directly, as it stands now."""
        return self.posted(self.stage.slack.world.workspace.direct([f"U0{user.upper()}"])[0].id)

    def groups(self) -> list[list[Message]]:
        """What the bot wrote in each group message."""
        channels = self.stage.channels.values()
        return [self.posted(channel.id) for channel in channels if channel.kind == "mpim"]

    def posted(self, channel: str | None = None) -> list[Message]:
        """All that the bot posted, oldest first."""
        everything = self.stage.messages
        places = [channel] if channel else list(everything)
        return [each for place in places for each in everything.get(place, []) if each["user"] == "U0BOT"]

    def told_advisors(self) -> list[Message]:
        """What the bot posted to the advisors under its announcements, oldest first."""
        return [each for each in self.posted(ADVISORS) if each.get("thread_ts", each["ts"]) != each["ts"]]

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
        # What a listener does after it has acknowledged may still speak with Slack, which ends next.
        rig.app.listener_runner.listener_executor.shutdown()


@contextmanager
def over_http(
    folder: Path, *, rules: Rules = NO_DIGEST, patience: float = 0, **options: Unpack[Options]
) -> Iterator[Rig]:
    with Stage(
        **{"manifest": MANIFEST, "mode": "http", "request_url": "http://127.0.0.1:9/", **PATIENT, **options}
    ) as stage:
        rig = Rig(stage, folder, rules=rules, patience=patience)
        way = SignedHttp(rig.app, 0)
        stage.request_url = f"http://127.0.0.1:{way.port}/slack/events"
        with listening(rig, way):
            yield rig


@contextmanager
def over_socket(folder: Path, **options: Unpack[Options]) -> Iterator[Rig]:
    with Stage(**{"manifest": MANIFEST, **PATIENT, **options}) as stage:
        rig = Rig(stage, folder)
        with listening(rig, SocketMode(rig.app, rig.access)):
            yield rig
