"""What follows an introduction: its buttons, the one check-back, and the lines that end a thread."""

from bot.domain.lifecycle import IntroductionState
from bot.domain.showing import ForCompany, ForGroup, Progress
from bot.slack.blocks import Json, Posting, actions, button, fallback, question, section, words
from bot.slack.views.campus import Campus
from bot.slack.views.progress import named
from bot.slack.wording import follow as wording

MET, NOT_YET, CHANGE_ADVISOR, CLOSE = "follow_met", "follow_not_yet", "follow_change_advisor", "follow_close"


def thread_buttons(shown: ForGroup) -> list[Json]:
    """What those in a thread can do; nothing once it is over."""
    language, about = shown.card.language, shown.introduction
    if shown.state not in {IntroductionState.ACCEPTED, IntroductionState.INTRODUCED, IntroductionState.MET}:
        return []
    met = [] if shown.state is IntroductionState.MET else [_met(about, language)]
    return [actions(*met, _change_advisor(about, language), _close(about, language))]


def check_back_posting(shown: ForGroup) -> Posting:
    """Did you meet? Asked in the thread."""
    return _did_you_meet(shown.introduction, shown.card.language, [])


def did_you_meet_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Did you meet? Asked of a company that an advisor introduced by hand."""
    language = shown.need.spoken
    return _did_you_meet(about.id, language, [section(named(about, campus, language))])


def advisor_changed_posting(shown: ForGroup) -> Posting:
    """In the old thread: it goes on in another one."""
    text = wording.ADVISOR_CHANGED.in_(shown.card.language)
    return Posting(fallback(text), [words(text)])


def thread_ended_posting(shown: ForGroup) -> Posting:
    """Closed, or taken back by the company."""
    withdrawn = shown.state is IntroductionState.WITHDRAWN
    text = (wording.THREAD_WITHDRAWN if withdrawn else wording.THREAD_CLOSED).in_(shown.card.language)
    return Posting(fallback(text), [words(text)])


def _did_you_meet(about: str, language: str, before: list[Json]) -> Posting:
    text = wording.DID_YOU_MEET.in_(language)
    not_yet = button(NOT_YET, wording.NOT_YET.in_(language), about)
    buttons = actions(_met(about, language), not_yet, _close(about, language))
    return Posting(fallback(text), [*before, words(text), buttons])


def _met(about: str, language: str) -> Json:
    return button(MET, wording.MET.in_(language), about, primary=True)


def _close(about: str, language: str) -> Json:
    ask = question(
        wording.CONFIRM_CLOSE_TITLE.in_(language),
        wording.CONFIRM_CLOSE.in_(language),
        wording.YES_CLOSE.in_(language),
        wording.NO_BACK.in_(language),
    )
    return button(CLOSE, wording.CLOSE.in_(language), about, confirm=ask)


def _change_advisor(about: str, language: str) -> Json:
    text = f"{wording.CONFIRM_ADVISOR.in_(language)} {wording.NO_OTHER_ADVISOR.in_(language)}"
    ask = question(
        wording.CONFIRM_ADVISOR_TITLE.in_(language),
        text,
        wording.YES_CHANGE.in_(language),
        wording.NO_BACK.in_(language),
    )
    return button(CHANGE_ADVISOR, wording.CHANGE_ADVISOR.in_(language), about, confirm=ask)
