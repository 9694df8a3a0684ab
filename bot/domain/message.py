"""What leaves for Slack, as values: who is told what about which case. The words and blocks live in `slack/views`.

A message holds ids only. What a view gets to tell is one of the values in `showing`, chosen by the audience.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Audience(StrEnum):
    """Who reads a message."""

    COMPANY = "company"
    EXPERT = "expert"
    ADVISORS = "advisors"
    ADVISOR = "advisor"  #: one of them, in a direct message
    GROUP = "group"  #: company, expert and advisor in their thread


class Topic(StrEnum):
    """What a message is about; each topic has one view."""

    # To the company.
    ANSWER = "answer"  #: the matches, or why there are none
    ANSWER_CHANGED = "answer_changed"  #: the same once an advisor has corrected it
    ANSWER_PUT_RIGHT = "answer_put_right"  #: in its place: the company put it right, and has a new answer
    APOLOGY = "apology"  #: something broke; the text is kept
    PROGRESS = "progress"  #: its introductions side by side, with what happens next
    PROGRESS_CHANGED = "progress_changed"
    THREAD_OPENED = "thread_opened"  #: yes, and where the introduction thread is
    INTRODUCED_BY_HAND = "introduced_by_hand"  #: yes, and an advisor brings them together
    NOT_BEFORE = "not_before"  #: yes, but not before a date
    SAID_NO = "said_no"  #: no, and why, in our words
    NO_ANSWER = "no_answer"  #: no answer in time, and who is asked now
    SUGGESTION = "suggestion"  #: "not us, try…": whom the expert names; the company decides
    SUGGESTION_CHANGED = "suggestion_changed"
    ADVISOR_ANSWERS = "advisor_answers"  #: an advisor asks by other ways than Slack, and why
    ENDED_BY_ADVISOR = "ended_by_advisor"  #: an advisor closed it
    DID_YOU_MEET = "did_you_meet"  #: the one check-back, where there is no thread
    COMPANY_QUESTIONS = "company_questions"  #: the two questions after closing
    ADVISOR_SUGGESTS = "advisor_suggests"  #: an advisor has corrected the answer
    ENQUIRY = "enquiry"  #: the one question of an advisor
    ENQUIRY_CHANGED = "enquiry_changed"  #: the same once it was answered, or the need is over
    ANSWER_RECEIVED = "answer_received"  #: thank you, the advisors have it
    REFERRED = "referred"  #: nobody here can help; an advisor's answer, with a door elsewhere
    MERGED = "merged"  #: the company asked for the same in another need, where it goes on
    CONSENT = "consent"  #: an advisor wrote a need down for the company: shall we look for help?
    CONSENT_CHANGED = "consent_changed"  #: the same once the company has said

    # To the expert.
    REQUEST = "request"  #: the card with its four answers
    REQUEST_CHANGED = "request_changed"  #: the card once it was answered, withdrawn or ran out
    REMINDER = "reminder"  #: the one reminder
    HOW_TO_ASK = "how_to_ask"  #: after three without an answer: pause, change contact, correct the description?
    EXPERT_QUESTIONS = "expert_questions"  #: the two questions after closing

    # To the advisors.
    NEED = "need"  #: a need as it stands, one message for each, which all others about it stand under
    NEED_CHANGED = "need_changed"
    NEED_ENDED = "need_ended"  #: the company withdrew a need that they had heard of
    REQUEST_BY_HAND = "request_by_hand"  #: an introduction that they must make
    REQUEST_BY_HAND_CHANGED = "request_by_hand_changed"  #: the same once it went on
    BY_HAND_WAITS = "by_hand_waits"  #: one that has waited for them as long as the promise was
    LATE = "late"  #: three quarters of the promise are over without an answer
    LATE_CHANGED = "late_changed"
    NOTHING_LEFT = "nothing_left"  #: the last introduction of a need ended without a meeting
    PRIVATE_WORDS = "private_words"  #: somebody answered the two questions, or said more to a no
    ENQUIRY_ANSWERED = "enquiry_answered"  #: what the company answered to an advisor's question
    BREAKDOWN = "breakdown"  #: something broke, with its reference
    UNDELIVERABLE = "undeliverable"  #: a message that could not be delivered
    DIGEST = "digest"  #: the week's figures; about no need
    LABELS_DUE = "labels_due"  #: the week's corrections, to be approved as labels; about no need
    LABELS_CHANGED = "labels_changed"
    SET_FREE = "set_free"  #: needs that somebody had who is not an advisor any more; about no single need

    # To one advisor.
    HANDED_OVER = "handed_over"  #: another advisor gave them a need
    CONSENT_REFUSED = "consent_refused"  #: the company does not want what they wrote down, or could not be asked

    # To company, expert and advisor.
    INTRODUCTION = "introduction"  #: the first post of their thread
    INTRODUCTION_CHANGED = "introduction_changed"
    ADVISOR_CHANGED = "advisor_changed"  #: in the old thread: it goes on in another with another advisor
    CHECK_BACK = "check_back"  #: did you meet?
    THREAD_ENDED = "thread_ended"  #: closed, or withdrawn

    # In the place of any message that showed words which have been erased.
    ERASED_FOR_EXPERT = "erased_for_expert"
    ERASED_FOR_ADVISORS = "erased_for_advisors"
    ERASED_FOR_ADVISOR = "erased_for_advisor"
    ERASED_FOR_GROUP = "erased_for_group"


AUDIENCE: Final = {
    Topic.ANSWER: Audience.COMPANY,
    Topic.ANSWER_CHANGED: Audience.COMPANY,
    Topic.ANSWER_PUT_RIGHT: Audience.COMPANY,
    Topic.APOLOGY: Audience.COMPANY,
    Topic.PROGRESS: Audience.COMPANY,
    Topic.PROGRESS_CHANGED: Audience.COMPANY,
    Topic.THREAD_OPENED: Audience.COMPANY,
    Topic.INTRODUCED_BY_HAND: Audience.COMPANY,
    Topic.NOT_BEFORE: Audience.COMPANY,
    Topic.SAID_NO: Audience.COMPANY,
    Topic.NO_ANSWER: Audience.COMPANY,
    Topic.SUGGESTION: Audience.COMPANY,
    Topic.SUGGESTION_CHANGED: Audience.COMPANY,
    Topic.ADVISOR_ANSWERS: Audience.COMPANY,
    Topic.ENDED_BY_ADVISOR: Audience.COMPANY,
    Topic.DID_YOU_MEET: Audience.COMPANY,
    Topic.COMPANY_QUESTIONS: Audience.COMPANY,
    Topic.ADVISOR_SUGGESTS: Audience.COMPANY,
    Topic.ENQUIRY: Audience.COMPANY,
    Topic.ENQUIRY_CHANGED: Audience.COMPANY,
    Topic.ANSWER_RECEIVED: Audience.COMPANY,
    Topic.REFERRED: Audience.COMPANY,
    Topic.MERGED: Audience.COMPANY,
    Topic.CONSENT: Audience.COMPANY,
    Topic.CONSENT_CHANGED: Audience.COMPANY,
    Topic.REQUEST: Audience.EXPERT,
    Topic.REQUEST_CHANGED: Audience.EXPERT,
    Topic.REMINDER: Audience.EXPERT,
    Topic.HOW_TO_ASK: Audience.EXPERT,
    Topic.EXPERT_QUESTIONS: Audience.EXPERT,
    Topic.NEED: Audience.ADVISORS,
    Topic.NEED_CHANGED: Audience.ADVISORS,
    Topic.NEED_ENDED: Audience.ADVISORS,
    Topic.REQUEST_BY_HAND: Audience.ADVISORS,
    Topic.REQUEST_BY_HAND_CHANGED: Audience.ADVISORS,
    Topic.BY_HAND_WAITS: Audience.ADVISORS,
    Topic.LATE: Audience.ADVISORS,
    Topic.LATE_CHANGED: Audience.ADVISORS,
    Topic.NOTHING_LEFT: Audience.ADVISORS,
    Topic.PRIVATE_WORDS: Audience.ADVISORS,
    Topic.ENQUIRY_ANSWERED: Audience.ADVISORS,
    Topic.BREAKDOWN: Audience.ADVISORS,
    Topic.UNDELIVERABLE: Audience.ADVISORS,
    Topic.DIGEST: Audience.ADVISORS,
    Topic.LABELS_DUE: Audience.ADVISORS,
    Topic.LABELS_CHANGED: Audience.ADVISORS,
    Topic.SET_FREE: Audience.ADVISORS,
    Topic.HANDED_OVER: Audience.ADVISOR,
    Topic.CONSENT_REFUSED: Audience.ADVISOR,
    Topic.INTRODUCTION: Audience.GROUP,
    Topic.INTRODUCTION_CHANGED: Audience.GROUP,
    Topic.ADVISOR_CHANGED: Audience.GROUP,
    Topic.CHECK_BACK: Audience.GROUP,
    Topic.THREAD_ENDED: Audience.GROUP,
    Topic.ERASED_FOR_EXPERT: Audience.EXPERT,
    Topic.ERASED_FOR_ADVISORS: Audience.ADVISORS,
    Topic.ERASED_FOR_ADVISOR: Audience.ADVISOR,
    Topic.ERASED_FOR_GROUP: Audience.GROUP,
}

#: Topics that take the place of an earlier message of the same case instead of standing beside it.
UPDATES: Final = {
    Topic.ANSWER_CHANGED: Topic.ANSWER,
    Topic.ANSWER_PUT_RIGHT: Topic.ANSWER,
    Topic.ENQUIRY_CHANGED: Topic.ENQUIRY,
    Topic.CONSENT_CHANGED: Topic.CONSENT,
    Topic.NEED_CHANGED: Topic.NEED,
    Topic.LABELS_CHANGED: Topic.LABELS_DUE,
    Topic.PROGRESS_CHANGED: Topic.PROGRESS,
    Topic.SUGGESTION_CHANGED: Topic.SUGGESTION,
    Topic.REQUEST_CHANGED: Topic.REQUEST,
    Topic.REQUEST_BY_HAND_CHANGED: Topic.REQUEST_BY_HAND,
    Topic.LATE_CHANGED: Topic.LATE,
    Topic.INTRODUCTION_CHANGED: Topic.INTRODUCTION,
}

#: What takes the place of one message for good, whose key is its mark.
ERASURES: Final = {
    Audience.EXPERT: Topic.ERASED_FOR_EXPERT,
    Audience.ADVISORS: Topic.ERASED_FOR_ADVISORS,
    Audience.ADVISOR: Topic.ERASED_FOR_ADVISOR,
    Audience.GROUP: Topic.ERASED_FOR_GROUP,
}

#: What stands where the need was asked, also in a shared channel. All else that a company is told goes to the asker
#: alone: who said no and why is nobody else's business, however public the question was.
_WHERE_IT_WAS_ASKED: Final = frozenset({Topic.ANSWER, Topic.ANSWER_CHANGED, Topic.ANSWER_PUT_RIGHT, Topic.APOLOGY})


@dataclass(frozen=True)
class Message:
    """One thing to tell, once.

    Attributes:
        need: the need that it is about; None for what tells of many, such as the digest.
        introduction: the introduction that it is about, when it is about one.
        mark: tells messages of one topic about one case apart, when there are several: a step's number, a day; what
            erases another message has that message's key.
    """

    topic: Topic
    need: str | None
    introduction: str | None = None
    mark: str = ""

    @property
    def key(self) -> str:
        """The same thing is told once: this key is unique in the outbox, and stands in the message's metadata."""
        return self._key(self.topic) + (f"#{self.mark}" if self.mark else "")

    @property
    def audience(self) -> Audience:
        """Who reads it."""
        return AUDIENCE[self.topic]

    @property
    def updates(self) -> str | None:
        """The key of the earlier message whose place it takes; None for a message of its own.

        Where that message came more than once, as an introduction with another advisor does, the newest is meant; what
        erases means just the one.
        """
        if self.erases:
            return self.mark
        earlier = UPDATES.get(self.topic)
        return self._key(earlier) if earlier else None

    @property
    def erases(self) -> bool:
        """Whether it takes the place of a message whose words have been erased."""
        return self.topic in ERASURES.values()

    @property
    def lane(self) -> str:
        """What leaves in the order in which it was written; one lane never waits for another.

        Each audience of a need has its own, and each expert and each thread, so that an advisor channel that is
        broken holds up advisors only. What is about no need shares one.
        """
        whose = self.introduction if self.audience in {Audience.EXPERT, Audience.GROUP} else None
        return f"{self.audience}:{whose or self.need or ''}"

    @property
    def is_private(self) -> bool:
        """Whether a company reads it alone; else it stands where the need was asked."""
        return self.topic not in _WHERE_IT_WAS_ASKED

    def _key(self, topic: Topic) -> str:
        about = self.introduction or self.need
        return f"{topic}:{about}" if about else str(topic)
