"""Choosing several matches of a need: the boxes below the list of all matches, and the short modal of its own."""

from bot.domain.catalogue import Catalogue
from bot.domain.need import Need
from bot.slack.blocks import MOST_CHECKBOXES, Block, Json, field_of, label, modal, note, option, ticks, words
from bot.slack.views.entry import entry_facts
from bot.slack.wording import answer as answer_wording
from bot.slack.wording import choose as wording
from matcher.answer import Answer

CALLBACK = "choose"
EMPTY_CALLBACK = "choose_nothing"
#: The button in an answer.
CHOOSE = "choose_several"
#: The field with the boxes.
CHOSEN = "chosen"


def choose_modal(need: Need, answer: Answer, catalogue: Catalogue) -> Json:
    """The matches as boxes to tick, ten at most."""
    return framed(need, wording.TITLE.in_(need.spoken), [], answer, catalogue)


def framed(need: Need, title: str, blocks: list[Block], answer: Answer, catalogue: Catalogue) -> Json:
    """A modal that ends with the boxes; without a match it says so, and has nothing to send."""
    language, close = need.spoken, answer_wording.CLOSE.in_(need.spoken)
    if not answer.matches:
        return modal(title, close, [words(answer_wording.NOTHING_NEAR.in_(language))], callback_id=EMPTY_CALLBACK)
    return modal(
        title,
        close,
        [*blocks, *_boxes(answer, catalogue, language)],
        callback_id=CALLBACK,
        private_metadata=need.id,
        submit=label(wording.CONTINUE.in_(language)),
    )


def entries_chosen(answer: Answer, ticked: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the entries whose boxes were ticked."""
    return tuple(match.id for number, match in enumerate(answer.matches) if str(number) in ticked)


def _boxes(answer: Answer, catalogue: Catalogue, language: str) -> list[Block]:
    facts = [entry_facts(catalogue, match.id, language) for match in answer.matches[:MOST_CHECKBOXES]]
    boxes = [option(each.title, str(number)) for number, each in enumerate(facts)]
    return [field_of(CHOSEN, wording.LABEL.in_(language), ticks(boxes)), note(wording.HINT.in_(language))]
