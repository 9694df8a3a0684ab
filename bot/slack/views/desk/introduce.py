"""The modal in which an advisor takes an introduction that the company has approved into their own hands."""

from collections.abc import Sequence

from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent
from bot.slack.blocks import Json, button, choice_of, field_of, label, modal, option, words
from bot.slack.views.desk.about import About
from bot.slack.views.entry import entry_facts
from bot.slack.wording.advisors import STATES
from bot.slack.wording.desk import introduce as wording

INTRODUCE = "desk_introduce"
CALLBACK = "desk_introduce_take"
WHICH = "desk_introduce_which"

#: What radio buttons take.
_MOST, _LONGEST_VALUE = 10, 150


def introduce_button(need: str, language: str) -> Json:
    """Opens the modal."""
    return button(INTRODUCE, wording.INTRODUCE.in_(language), need)


def to_take(introductions: Sequence[Introduction]) -> list[Introduction]:
    """Those that the company approved and that are on their way without an advisor."""
    return [each for each in introductions if each.may(IntroductionEvent.TAKEN_OVER)]


def introduce_modal(introductions: Sequence[Introduction], about: About, catalogue: Catalogue) -> Json:
    """Which of those that can be taken, with where each stands; the first is chosen from the start."""
    language = about.language
    options = [
        option(entry_facts(catalogue, each.entry, language).title, each.entry, STATES[each.state].in_(language))
        for each in introductions
        if len(each.entry) <= _LONGEST_VALUE
    ][:_MOST]
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            field_of(WHICH, wording.LABEL.in_(language), choice_of("radio_buttons", options, introductions[0].entry)),
            words(wording.WHAT_HAPPENS.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )
