"""A campus for a test: a strict Slack, the bot beside it in a process of its own, and what the people there do."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Unpack

from bot.demo.watching import Audience, Posted
from bot.domain.availability import Availability
from bot.domain.message import Topic
from bot.domain.people import Contact
from bot.rehearsal import Stage
from bot.rehearsal.cast import BOT
from bot.rehearsal.conditions import Options
from bot.rehearsal.people.watching import PATIENCE
from bot.rehearsal.wire import Delivery, Json, Mode
from bot.rehearsal.workspace import Message
from bot.settings import Settings
from bot.shipped import shipped
from bot.slack.views.brief import CALLBACK as BRIEF
from bot.slack.views.brief import TEXT
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import YES
from bot.storage.sqlite import SqliteStore
from bot.wiring import read_catalogue
from tests.journeys.process import BotProcess, free_port

MANIFEST = json.loads(shipped("manifest.json").read_text(encoding="utf-8"))
MENTION = f"<@{BOT}>"
EXPERT, SECOND_EXPERT = "U0EXPERT", "U0EXPERT2"
#: No test of a shared campus waits for room that another one has taken.
_ROOM = 100_000


class Campus:
    """The stage and the bot of one test, with the verbs that tests have in common."""

    def __init__(self, stage: Stage, process: BotProcess) -> None:
        self.stage, self.process = stage, process
        self.audience = Audience(stage)
        self.store = SqliteStore(process.database)
        #: What a test provokes and may therefore stand among the problems or in the log.
        self.awaited: tuple[str, ...] = ()

    def link(self, *accounts: str | None) -> None:
        """Let these accounts answer, in turn, for the experts of the catalogue; None for no account at all."""
        catalogue = read_catalogue(Settings.from_environment({}))
        with self.store.unit() as unit:
            experts = [expert.id for each in catalogue.infrastructures for expert in each.experts]
            for expert, account in zip(experts, cycle(accounts or (EXPERT,)), strict=False):
                unit.contacts.unlink(expert)
                unit.availabilities.save(Availability(expert, open_requests=_ROOM))
                if account:
                    unit.contacts.link(Contact(expert, slack=account))

    def answers_for(self, entry: str, account: str | None) -> None:
        """Let an account, or nobody, answer for everybody who answers for an entry."""
        catalogue = read_catalogue(Settings.from_environment({}))
        with self.store.unit() as unit:
            for expert in catalogue.experts_for(entry):
                unit.contacts.unlink(expert.id)
                unit.availabilities.save(Availability(expert.id, open_requests=_ROOM))
                if account:
                    unit.contacts.link(Contact(expert.id, slack=account))

    def restart(self) -> None:
        """Kill the bot and start it again."""
        self.stage.down = True
        self.process.kill()
        self.process.start()
        self.stage.down = False

    def mention(self, text: str, user: str = "company", channel: str = "needs") -> Posted:
        """Ask in a channel; the answer in the thread."""
        asked = self.stage.say(user, channel, f"{MENTION} {text}")
        return self.reply(asked["ts"], channel)

    def message(self, text: str, user: str = "company") -> Posted:
        """Ask in the direct message; the answer there."""
        asked = self.stage.say(user, "bot", text)
        return self.audience.in_conversation([self.id_of(user)], asked["ts"])

    def reply(self, after: str, channel: str = "needs") -> Posted:
        """The bot's next message in a channel."""
        return self.audience.in_channel(channel, after)

    def direct(self, after: str, user: str = "company") -> Posted:
        """The bot's next direct message to somebody."""
        return self.audience.in_conversation([self.id_of(user)], after)

    def modal(self, callback: str, user: str = "company", patience: float = PATIENCE) -> Json:
        """The form of this kind that stands open before somebody."""
        screens, person = self.stage.slack.world.screens, self.id_of(user)

        def top() -> Json | None:
            view = screens.top(person)
            return view if view["callback_id"] == callback else None

        found = self.stage.until(top, patience, f"a form {callback} for {user}")
        assert found is not None
        return found

    def approve(self, answer: Posted, brief: str, user: str = "company") -> None:
        """Press the first "Introduce me" of an answer, and approve this brief."""
        self.stage.click(user, INTRODUCE, answer.message)
        self.modal(BRIEF, user)
        self.stage.submit(user, {TEXT: brief})

    def agree(self, after: str, user: str = "expert") -> Posted:
        """Have the expert who is asked since then say yes; the request, as it stood before."""
        request = self.tells(Topic.REQUEST, after)
        self.stage.click(user, YES, request.message)
        return request

    def meet(self, answer: Posted, brief: str) -> Posted:
        """Approve the first match, and have the expert say yes; the first post of the thread that opens."""
        self.approve(answer, brief)
        self.agree(answer.message["ts"])
        return self.audience.in_group(answer.message["ts"])

    def tells(self, topic: Topic, after: str) -> Posted:
        """The bot's next message about something, wherever it stands."""

        def look() -> Posted:
            for channel, messages in self.stage.messages.items():
                for each in messages:
                    if each["ts"] > after and key_of(each).startswith(f"{topic}:"):
                        return Posted(self.stage.channels[channel], each)
            raise LookupError(topic)

        return self.stage.until(look, what=f"a message about {topic}")

    def card(self, topic: Topic, about: str) -> Message:
        """The bot's newest message of a topic about a need or an introduction, as it stands now."""
        wanted = f"{topic}:{about}"
        everything = [each for messages in self.stage.messages.values() for each in messages]
        found = [each for each in everything if key_of(each).partition("#")[0] == wanted]
        if not found:
            raise LookupError(wanted)
        return max(found, key=lambda each: each["ts"])

    def whisper(self, after: str, user: str) -> Message:
        """The bot's next message that only this person sees."""
        everything = self.stage.slack.world.workspace

        def look() -> Message | None:
            new = [each for each in everything.ephemerals if each["to"] == self.id_of(user) and each["ts"] > after]
            return new[0] if new else None

        found = self.stage.until(look, what=f"a whisper to {user}")
        assert found is not None
        return found

    def settled(self, patience: float = PATIENCE) -> None:
        """Wait until nothing is left to work on or to send."""

        def is_idle() -> bool:
            with self.store.unit() as unit:
                rows = unit.inbox.db.query(
                    "select 1 from inbox where state in ('waiting', 'taken')"
                    " union all select 1 from outbox where state in ('queued', 'sending')"
                )
                return not list(rows)

        self.stage.until(is_idle, patience, "the record to settle")

    def awake(self, patience: float = PATIENCE) -> None:
        """Wait until there is a bot that hears what people do."""
        world = self.stage.slack.world
        if world.conditions.mode == "socket":
            self.stage.until(lambda: world.sockets.sockets, patience, "a bot")

    def redeliver(self, delivery: Delivery, times: int) -> None:
        """Send something to the bot again, as it was."""
        transport = self.stage.slack.world.courier.transport
        for attempt in range(1, times + 1):
            sent = transport.send(delivery["kind"], delivery["payload"], attempt)
            asyncio.run_coroutine_threadsafe(sent, self.stage._loop).result()

    def awaits(self, line: str) -> bool:
        """Whether a test provoked this problem or line of the log."""
        return any(each in line for each in self.awaited)

    def now(self) -> str:
        """A timestamp later than all that stands here so far."""
        return f"{time.time():.6f}"

    def id_of(self, user: str) -> str:
        """The account behind a handle."""
        return self.stage.slack.person(user).id

    def keys(self) -> Counter[str]:
        """How often each message of the bot stands in Slack, by the key in its metadata."""
        everything = [each for messages in self.stage.messages.values() for each in messages]
        return Counter(key_of(each) for each in everything if each["user"] == BOT)

    def posted_since(self, after: str) -> list[Message]:
        """Everything the bot has posted since then, in order; but for the announcement, which every need has."""
        everything = [each for messages in self.stage.messages.values() for each in messages]
        new = [each for each in everything if each["user"] == BOT and each["ts"] > after]
        told = [each for each in new if not key_of(each).startswith(f"{Topic.NEED}:")]
        return sorted(told, key=lambda each: each["ts"])


def key_of(message: Message) -> str:
    """The key that the bot put into a message's metadata; empty for everybody else's messages."""
    payload = message.get("metadata", {}).get("event_payload", {})
    return str(payload.get("key", ""))


@contextmanager
def opened(
    folder: Path, mode: Mode, kind: Callable[..., Stage] = Stage, /, **options: Unpack[Options]
) -> Iterator[Campus]:
    """A campus with a running bot, until the block ends; `kind` and `options` say in which Slack it is."""
    with kind(**{"manifest": _manifest(mode), "mode": mode, **options}) as stage:
        port = free_port()
        stage.request_url = f"http://127.0.0.1:{port}/slack/events"
        process = BotProcess(folder, {**stage.env(), "PORT": str(port)})
        process.start()
        try:
            yield Campus(stage, process)
        finally:
            stage.down = True
            code = process.stop()
        assert code == 0


def _manifest(mode: Mode) -> Json:
    settings = {**MANIFEST["settings"], "socket_mode_enabled": mode == "socket"}
    return {**MANIFEST, "settings": settings}


Opens = Callable[[Mode], Campus]
