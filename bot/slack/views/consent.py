"""A company is asked whether help may be looked for with what an advisor wrote down for it."""

from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.domain.showing import ForCompany
from bot.slack.blocks import Block, Posting, actions, bold, button, fallback, note, people_words, section, words
from bot.slack.wording import consent as wording

YES, NO = "consent_yes", "consent_no"


def consent_posting(shown: ForCompany) -> Posting:
    """The words, what a yes means, and the two buttons; once the company has said, what it said."""
    need, language = shown.need, shown.need.spoken
    text, written = wording.HEADING.in_(language), _written(need)
    if need.state is not NeedState.FILED:
        said = _outcome(need)
        return Posting(fallback(said), [*written, note(said)])
    return Posting(
        fallback(text),
        [
            section(bold(text)),
            *written,
            words(wording.WHAT_YES_MEANS.in_(language)),
            note(wording.WHO_KNOWS.in_(language)),
            actions(
                button(YES, wording.YES.in_(language), need.id, primary=True),
                button(NO, wording.NO.in_(language), need.id),
            ),
        ],
    )


def _written(need: Need) -> list[Block]:
    return [words(wording.WRITTEN_FOR_YOU.in_(need.spoken)), people_words(need.text)]


def _outcome(need: Need) -> str:
    match need.state:
        case NeedState.WITHDRAWN if need.answer is None:
            said = wording.SAID_NO
        case NeedState.CLOSED if need.answer is None:
            said = wording.CLOSED
        case _:
            said = wording.SAID_YES
    return said.in_(need.spoken)
