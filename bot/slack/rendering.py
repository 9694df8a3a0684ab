"""From a message of the outbox and what can be shown of it to what is posted, one view a topic.

What can be shown is `desk.show`'s, and a value of its own for each audience; where it goes is in `delivery`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.introduction import Introduction
from bot.domain.message import Message, Topic
from bot.domain.private_words import PrivateWords
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForDesk, ForExpert, ForGroup, Progress, Shown
from bot.slack.blocks import Posting
from bot.slack.views import advisors, company_notes, follow, request
from bot.slack.views.answer import answer_posting, corrected_posting
from bot.slack.views.by_hand import by_hand_posting, by_hand_waits_posting
from bot.slack.views.campus import Campus
from bot.slack.views.consent import consent_posting
from bot.slack.views.corrected import advisor_suggests_posting
from bot.slack.views.desk.announcement import need_posting
from bot.slack.views.desk.consent_refused import consent_refused_posting
from bot.slack.views.desk.digest import digest_posting
from bot.slack.views.desk.enquiry import answered_posting
from bot.slack.views.desk.handed_over import handed_over_posting
from bot.slack.views.desk.labels import labels_posting
from bot.slack.views.desk.set_free import set_free_posting
from bot.slack.views.enquiry import answer_received_posting, enquiry_posting
from bot.slack.views.erased import erased_of_many_posting, erased_posting
from bot.slack.views.feedback import questions_posting
from bot.slack.views.how_to_ask import how_to_ask_posting
from bot.slack.views.introduction import introduction_posting
from bot.slack.views.late import late_posting
from bot.slack.views.progress import progress_posting
from bot.slack.views.put_right import put_right_posting
from bot.slack.views.referred import merged_posting, referred_posting
from bot.slack.views.suggestion import suggestion_changed_posting, suggestion_posting


class Incomplete(LookupError):
    """A message is about something that its case does not have."""


def render(message: Message, shown: Shown, campus: Campus) -> Posting:
    """The message as people see it.

    Raises:
        Incomplete: an answer without an answer, or a message about an introduction without one.
    """
    match shown:
        case ForCompany():
            return _for_company(message.topic, shown, campus)
        case ForExpert():
            return _EXPERT[message.topic](shown, campus)
        case ForGroup():
            return _GROUP[message.topic](shown, campus)
        case ForAdvisors():
            return _for_advisors(message, shown, campus)
        case ForAdvisor():
            return _ADVISOR[message.topic](shown.about, campus)
        case ForDesk():
            return _DESK[message.topic](shown, campus)


def _for_company(topic: Topic, shown: ForCompany, campus: Campus) -> Posting:
    if topic in _COMPANY:
        return _COMPANY[topic](shown, campus)
    if shown.about is None and topic is Topic.ENDED_BY_ADVISOR:
        return company_notes.need_ended_posting(shown.need)
    if shown.about is None:
        raise Incomplete(f"{topic} about {shown.need.id} has no introduction")
    return _ABOUT_ONE[topic](shown, shown.about, campus)


def _answer(shown: ForCompany, campus: Campus) -> Posting:
    if shown.need.answer is None:
        raise Incomplete(f"{shown.need.id} has no answer")
    return answer_posting(shown.need, shown.need.answer, campus.catalogue)


def _corrected(shown: ForCompany, campus: Campus) -> Posting:
    if shown.need.answer is None:
        raise Incomplete(f"{shown.need.id} has no answer")
    return corrected_posting(shown.need, shown.need.answer, campus.catalogue)


def _referred(shown: ForCompany, _campus: Campus) -> Posting:
    if shown.referral is None:
        raise Incomplete(f"{shown.need.id} was not answered by an advisor")
    return referred_posting(shown.need, shown.referral)


def _enquiry(shown: ForCompany, _campus: Campus) -> Posting:
    if shown.enquiry is None:
        raise Incomplete(f"{shown.need.id} was asked nothing")
    return enquiry_posting(shown.need, shown.enquiry)


def _enquiry_answered(shown: ForAdvisors, _campus: Campus) -> Posting:
    if not shown.enquiries:
        raise Incomplete(f"{shown.need.id} was asked nothing")
    return answered_posting(shown.need, shown.enquiries[-1])


def _for_advisors(message: Message, shown: ForAdvisors, campus: Campus) -> Posting:
    if message.topic in _ADVISORS:
        return _ADVISORS[message.topic](shown, campus)
    if message.topic is Topic.PRIVATE_WORDS:
        return advisors.private_words_posting(shown, _words_of(message, shown))
    if shown.introduction is None:
        raise Incomplete(f"{message.topic} about {shown.need.id} has no introduction")
    return _BY_ADVISORS[message.topic](shown, shown.introduction, campus)


def _words_of(message: Message, shown: ForAdvisors) -> PrivateWords:
    """Which words a message tells: the first about its introduction, or as many as its mark counts."""
    if message.mark:
        return shown.private_words[int(message.mark) - 1]
    first = next((each for each in shown.private_words if each.introduction == message.introduction), None)
    if first is None:
        raise Incomplete(f"{message.key} has no words")
    return first


def _undeliverable(shown: ForAdvisors, _campus: Campus) -> Posting:
    if shown.undeliverable is None:
        raise Incomplete(f"nothing about {shown.need.id} is undeliverable")
    return advisors.undeliverable_posting(shown.need, shown.undeliverable)


def _company_questions(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    return questions_posting(about.id, about.entry, shown.need.spoken, campus)


def _expert_questions(shown: ForExpert, campus: Campus) -> Posting:
    return questions_posting(shown.introduction, shown.card.entry, shown.card.language, campus)


_COMPANY: Final[Mapping[Topic, Callable[[ForCompany, Campus], Posting]]] = {
    Topic.ANSWER: _answer,
    Topic.APOLOGY: lambda shown, _: company_notes.apology_posting(shown.need),
    Topic.PROGRESS: progress_posting,
    Topic.PROGRESS_CHANGED: progress_posting,
    Topic.ANSWER_CHANGED: _corrected,
    Topic.ANSWER_PUT_RIGHT: lambda shown, _: put_right_posting(shown.need),
    Topic.ADVISOR_SUGGESTS: lambda shown, campus: advisor_suggests_posting(shown.need, campus.catalogue),
    Topic.ENQUIRY: _enquiry,
    Topic.ENQUIRY_CHANGED: _enquiry,
    Topic.ANSWER_RECEIVED: lambda shown, _: answer_received_posting(shown.need),
    Topic.REFERRED: _referred,
    Topic.MERGED: lambda shown, _: merged_posting(shown),
    Topic.CONSENT: lambda shown, _: consent_posting(shown),
    Topic.CONSENT_CHANGED: lambda shown, _: consent_posting(shown),
}
_ABOUT_ONE: Final[Mapping[Topic, Callable[[ForCompany, Progress, Campus], Posting]]] = {
    Topic.THREAD_OPENED: company_notes.thread_opened_posting,
    Topic.INTRODUCED_BY_HAND: company_notes.introduced_by_hand_posting,
    Topic.NOT_BEFORE: company_notes.not_before_posting,
    Topic.SAID_NO: company_notes.said_no_posting,
    Topic.NO_ANSWER: company_notes.no_answer_posting,
    Topic.SUGGESTION: suggestion_posting,
    Topic.SUGGESTION_CHANGED: suggestion_changed_posting,
    Topic.ADVISOR_ANSWERS: company_notes.advisor_answers_posting,
    Topic.ENDED_BY_ADVISOR: company_notes.ended_by_advisor_posting,
    Topic.DID_YOU_MEET: follow.did_you_meet_posting,
    Topic.COMPANY_QUESTIONS: _company_questions,
}
_EXPERT: Final[Mapping[Topic, Callable[[ForExpert, Campus], Posting]]] = {
    Topic.REQUEST: request.request_posting,
    Topic.REQUEST_CHANGED: request.request_changed_posting,
    Topic.REMINDER: request.reminder_posting,
    Topic.HOW_TO_ASK: lambda shown, _: how_to_ask_posting(shown),
    Topic.EXPERT_QUESTIONS: _expert_questions,
    Topic.ERASED_FOR_EXPERT: lambda shown, _: erased_posting(shown.card.language),
}
_GROUP: Final[Mapping[Topic, Callable[[ForGroup, Campus], Posting]]] = {
    Topic.INTRODUCTION: introduction_posting,
    Topic.INTRODUCTION_CHANGED: introduction_posting,
    Topic.ADVISOR_CHANGED: lambda shown, _: follow.advisor_changed_posting(shown),
    Topic.CHECK_BACK: lambda shown, _: follow.check_back_posting(shown),
    Topic.THREAD_ENDED: lambda shown, _: follow.thread_ended_posting(shown),
    Topic.ERASED_FOR_GROUP: lambda shown, _: erased_posting(shown.card.language),
}
_ADVISORS: Final[Mapping[Topic, Callable[[ForAdvisors, Campus], Posting]]] = {
    Topic.NEED: need_posting,
    Topic.NEED_CHANGED: need_posting,
    Topic.NEED_ENDED: lambda shown, _: advisors.need_ended_posting(shown.need),
    Topic.NOTHING_LEFT: advisors.nothing_left_posting,
    Topic.BREAKDOWN: lambda shown, _: advisors.breakdown_posting(shown.need),
    Topic.UNDELIVERABLE: _undeliverable,
    Topic.ENQUIRY_ANSWERED: _enquiry_answered,
    Topic.ERASED_FOR_ADVISORS: lambda shown, _: erased_posting(shown.need.spoken),
}
#: What one of the advisors is told in a direct message.
_ADVISOR: Final[Mapping[Topic, Callable[[ForAdvisors, Campus], Posting]]] = {
    Topic.HANDED_OVER: lambda shown, _: handed_over_posting(shown),
    Topic.CONSENT_REFUSED: lambda shown, _: consent_refused_posting(shown.need),
    Topic.ERASED_FOR_ADVISOR: lambda shown, _: erased_posting(shown.need.spoken),
}
#: What the advisors are told that is about no single need.
_DESK: Final[Mapping[Topic, Callable[[ForDesk, Campus], Posting]]] = {
    Topic.DIGEST: digest_posting,
    Topic.LABELS_DUE: labels_posting,
    Topic.LABELS_CHANGED: labels_posting,
    Topic.SET_FREE: lambda shown, _: set_free_posting(shown),
    Topic.ERASED_FOR_ADVISORS: lambda *_: erased_of_many_posting(),
}
_BY_ADVISORS: Final[Mapping[Topic, Callable[[ForAdvisors, Introduction, Campus], Posting]]] = {
    Topic.REQUEST_BY_HAND: by_hand_posting,
    Topic.REQUEST_BY_HAND_CHANGED: by_hand_posting,
    Topic.BY_HAND_WAITS: by_hand_waits_posting,
    Topic.LATE: late_posting,
    Topic.LATE_CHANGED: late_posting,
}
