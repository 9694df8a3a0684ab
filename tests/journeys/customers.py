"""People who ask, choose and answer while the bot comes and goes, and what Slack knows the bot has taken of it."""

import itertools
import random
import re
import threading
import time
from collections import Counter
from contextlib import suppress

from bot.domain.introduction import introduction_id
from bot.domain.message import Topic
from bot.rehearsal import Stage
from bot.rehearsal.people.watching import WaitedInVainError
from bot.rehearsal.wire import Delivery
from bot.rehearsal.workspace import Message
from bot.slack.views import brief
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import YES
from tests.journeys.campus import MENTION, Campus, key_of

NEEDS = (
    "We want to see what our new coating does to living cells over two or three days.",
    "We need to sort living immune cells of a rare kind out of blood.",
    "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt.",
    "Our company wants to see the surface of an implant in an electron microscope.",
)
DOORS = ("mention", "direct", "command")
_MARK = re.compile(r"No \d{4}")
#: How long somebody waits for an answer before asking something else, and for a form before pressing once more.
_PATIENCE, _FORM = 10.0, 2.0
_PRESSES = 5
_CHOOSES = 0.7
_LONGEST_PAUSE = 0.3


class Customer:
    """One person, who asks, waits for the answer, and mostly chooses the first match."""

    def __init__(self, campus: Campus, name: str, numbers: "itertools.count[int]", chance: random.Random) -> None:
        self._campus, self._stage, self._name = campus, campus.stage, name
        self._numbers, self._chance = numbers, chance

    def live(self, over: threading.Event) -> None:
        """Ask and choose until it is over."""
        while not over.is_set():
            with suppress(WaitedInVainError):
                answer = self._answer_to_a_need()
                if self._chance.random() < _CHOOSES:
                    self._choose(answer)
            time.sleep(self._chance.uniform(0, _LONGEST_PAUSE))

    def _answer_to_a_need(self) -> Message:
        """Ask through one of the doors, and wait for the answer."""
        text = f"{self._chance.choice(NEEDS)} No {next(self._numbers):04}."
        door, start = self._chance.choice(DOORS), self._campus.now()
        if door == "mention":
            return self._answer(self._stage.say(self._name, "needs", f"{MENTION} {text}")["ts"], start)
        if door == "direct":
            return self._answer(self._stage.say(self._name, "bot", text)["ts"], start)
        self._stage.slash(self._name, "bot", "/lotsen", text)
        return self._answer(None, start)

    def _answer(self, thread: str | None, after: str) -> Message:
        """The answer in a thread, or the one that stands alone in the person's direct message."""
        own = self._stage.slack.place("bot", self._name).id

        def look() -> Message:
            for channel, messages in self._stage.messages.items():
                for each in messages:
                    placed = each.get("thread_ts") == thread if thread else channel == own and "thread_ts" not in each
                    if placed and each["ts"] > after and key_of(each).startswith(f"{Topic.ANSWER}:"):
                        return each
            raise LookupError(thread)

        return self._stage.until(look, _PATIENCE, "an answer")

    def _choose(self, answer: Message) -> None:
        """Press the first button until its form opens, and approve what stands in it."""
        for _ in range(_PRESSES):
            self._stage.click(self._name, INTRODUCE, answer)
            with suppress(WaitedInVainError):
                self._campus.modal(brief.CALLBACK, self._name, _FORM)
                self._stage.submit(self._name)
                return


class Expert:
    """The one person who answers for everybody, and says yes to every request."""

    def __init__(self, campus: Campus) -> None:
        self._stage = campus.stage

    def live(self, over: threading.Event) -> None:
        """Answer until it is over."""
        while not over.is_set():
            self.answer()
            time.sleep(_LONGEST_PAUSE)

    def answer(self) -> int:
        """Press "Yes" wherever it still can be pressed, once more where nothing came of it; how often."""
        direct = self._stage.slack.place("bot", "expert").id
        asked = [each for each in self._stage.messages.get(direct, []) if _has_yes(each)]
        for request in asked:
            self._stage.click("expert", YES, request)
        return len(asked)


def _has_yes(message: Message) -> bool:
    elements = [each for block in message.get("blocks") or [] for each in block.get("elements", [])]
    return any(each.get("action_id") == YES for each in elements)


def needs_taken(stage: Stage) -> set[str]:
    """The marks of the needs that the bot has acknowledged, in whichever way they reached it."""
    return {mark for each in stage.deliveries if each["acked"] for mark in _MARK.findall(_asked(each))}


def needs_given_up(stage: Stage) -> int:
    """How many messages Slack has stopped telling the bot about, since it never acknowledged them."""
    return sum(not each["acked"] for each in stage.deliveries if each["kind"] == "events_api" and _asked(each))


def choices_taken(stage: Stage) -> set[str]:
    """The introductions whose approval the bot has acknowledged, by id."""
    packed = [each["payload"]["view"]["private_metadata"] for each in stage.deliveries if _is_approval(each)]
    forms = [brief.Form.unpacked(each) for each in packed]
    return {introduction_id(form.need, entry) for form in forms for entry in form.entries}


def times_answered(campus: Campus) -> Counter[str]:
    """How often each need was answered, by its mark, over all that the record and Slack hold."""
    keys = campus.keys()
    with campus.store.unit() as unit:
        rows = list(unit.needs.db.query("select id, text from needs"))
    answered: Counter[str] = Counter()
    for row in rows:
        for mark in _MARK.findall(row["text"]):
            answered[mark] += keys[f"{Topic.ANSWER}:{row['id']}"]
    return answered


def _asked(delivery: Delivery) -> str:
    payload = delivery["payload"]
    event = payload.get("event") or payload
    return str(event.get("text") or "") if event.get("user") != "U0BOT" else ""


def _is_approval(delivery: Delivery) -> bool:
    return delivery["acked"] and delivery["what"] == f"submit {brief.CALLBACK}"
