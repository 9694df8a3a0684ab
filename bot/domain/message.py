"""What leaves for Slack, as values: who is told what about which case. The words and blocks live in `slack/views`."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a message is about; each topic has one view."""

    ANSWER = "answer"  #: to the company, where it asked: the matches, or why there are none
    UNMATCHED_NEED = "unmatched_need"  #: to the advisors: a need that nobody here fits
    INTRODUCTION = "introduction"  #: to company, expert and advisor: the first post of their thread
    REQUEST_BY_HAND = "request_by_hand"  #: to the advisors: an introduction that they must make
    THREAD_OPENED = "thread_opened"  #: to the company, where it asked: where the introduction thread is
    ADVISOR_ANSWERS = "advisor_answers"  #: to the company, where it asked: an advisor will answer, and why
    APOLOGY = "apology"  #: to the company, where it asked: something broke; the text is kept
    BREAKDOWN = "breakdown"  #: to the advisors: something broke, with its reference


class Audience(StrEnum):
    """Who reads a message."""

    COMPANY = "company"
    ADVISORS = "advisors"
    GROUP = "group"


AUDIENCE = {
    Topic.ANSWER: Audience.COMPANY,
    Topic.UNMATCHED_NEED: Audience.ADVISORS,
    Topic.INTRODUCTION: Audience.GROUP,
    Topic.REQUEST_BY_HAND: Audience.ADVISORS,
    Topic.THREAD_OPENED: Audience.COMPANY,
    Topic.ADVISOR_ANSWERS: Audience.COMPANY,
    Topic.APOLOGY: Audience.COMPANY,
    Topic.BREAKDOWN: Audience.ADVISORS,
}


@dataclass(frozen=True)
class Message:
    """One thing to tell, once.

    Attributes:
        need: the need that it is about; every message is about one.
        introduction: the introduction that it is about, when it is about one.
    """

    topic: Topic
    need: str
    introduction: str | None = None

    @property
    def key(self) -> str:
        """The same thing is told once: this key is unique in the outbox, and stands in the message's metadata."""
        return f"{self.topic}:{self.introduction or self.need}"

    @property
    def audience(self) -> Audience:
        """Who reads it."""
        return AUDIENCE[self.topic]
