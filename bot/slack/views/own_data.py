"""What somebody sees of their own needs and data after a text command or a button, where nobody else sees it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.lifecycle import IntroductionState, NeedEvent
from bot.domain.need import Need
from bot.domain.showing import ForCompany
from bot.slack.blocks import (
    Block,
    Json,
    Posting,
    actions,
    button,
    cut,
    divider,
    escape,
    fallback,
    note,
    piece_of_file,
    question,
    section,
    words,
)
from bot.slack.views.campus import Campus
from bot.slack.views.progress import need_blocks, progress_blocks
from bot.slack.wording import own_data as wording

EXPORT, ERASE = "own_data_export", "own_data_erase"

#: A reply to a command takes 50 blocks.
_MOST_NEEDS, _MOST_INTRODUCTIONS = 4, 4
_LONGEST_NEED = 200
#: What one preformatted block holds well, and how many of them a message.
_BLOCK, _BLOCKS = 2900, 3


def status_posting(needs: Sequence[ForCompany], campus: Campus, language: str) -> Posting:
    """A person's open needs with every introduction; those that are over only when nothing is open."""
    if not needs:
        text = wording.NO_NEEDS.in_(language)
        return Posting(fallback(text), [words(text)])
    text = wording.YOUR_NEEDS.in_(language)
    ordered = sorted(needs, key=lambda each: not is_open(each.need))[:_MOST_NEEDS]
    blocks = [block for each in ordered for block in (divider(), *need_with_progress(each, campus))]
    return Posting(fallback(text), [words(text), *blocks])


def need_with_progress(shown: ForCompany, campus: Campus) -> list[Block]:
    """One need in its own words, and how its introductions stand."""
    need = shown.need
    text = wording.need(need.id, cut(" ".join(need.text.split()), _LONGEST_NEED)).in_(need.spoken)
    if not is_open(need):
        # That the need is closed says it of its introductions too.
        ended = tuple(each for each in shown.progress if each.state is not IntroductionState.CLOSED)
        shown = replace(shown, progress=ended)
    if not shown.progress:
        told = [note(wording.NEED_STATES[need.state].in_(need.spoken))]
        return [section(escape(text)), *told, *(need_blocks(need) if is_open(need) else [])]
    return [section(escape(text)), *progress_blocks(shown, campus, _MOST_INTRODUCTIONS)]


def is_open(need: Need) -> bool:
    """Whether a need can still be taken back."""
    return need.may(NeedEvent.WITHDRAWN)


def withdraw_posting(needs: Sequence[ForCompany], language: str) -> Posting:
    """The open needs, each with the button that takes it back."""
    waiting = [each.need for each in needs if is_open(each.need)]
    text = (wording.WHICH_ONE if waiting else wording.NO_NEEDS).in_(language)
    lines = [
        block
        for need in waiting[: 2 * _MOST_NEEDS]
        for block in (
            section(escape(wording.need(need.id, cut(" ".join(need.text.split()), _LONGEST_NEED)).in_(language))),
            *need_blocks(need),
        )
    ]
    return Posting(fallback(text), [words(text), *lines])


def erase_posting(language: str) -> Posting:
    """What erasing means, and the button."""
    text = wording.CONFIRM_ERASE.in_(language)
    return Posting(fallback(text), [words(text), note(wording.SURE.in_(language)), actions(erase_button(language))])


def own_data_buttons(language: str) -> Block:
    """Export, and erase."""
    return actions(button(EXPORT, wording.EXPORT.in_(language), EXPORT), erase_button(language))


def erase_button(language: str) -> Json:
    """The button that erases a person, after asking once more."""
    ask = question(
        wording.CONFIRM_ERASE_TITLE.in_(language),
        wording.CONFIRM_ERASE.in_(language),
        wording.YES_ERASE.in_(language),
        wording.NO_KEEP.in_(language),
    )
    return button(ERASE, wording.ERASE.in_(language), ERASE, confirm=ask)


def export_postings(everything: Json, language: str) -> list[Posting]:
    """Everything about a person as JSON, over as many messages as it takes; put together, the parts are the file."""
    text = json.dumps(everything, ensure_ascii=False, indent=1)
    pieces = [piece_of_file(piece) for piece in _pieces(text)]
    pages = [pieces[start : start + _BLOCKS] for start in range(0, len(pieces), _BLOCKS)]
    titles = [wording.export_part(number, len(pages)).in_(language) for number in range(1, len(pages) + 1)]
    return [Posting(fallback(said), [words(said), *page]) for said, page in zip(titles, pages, strict=True)]


def _pieces(text: str) -> Iterator[str]:
    """The text cut at the ends of lines, and within a line only where that is too long by itself."""
    piece = ""
    for line in text.splitlines(keepends=True):
        if piece and len(piece) + len(line) > _BLOCK:
            yield piece
            piece = ""
        piece += line
        while len(piece) > _BLOCK:
            yield piece[:_BLOCK]
            piece = piece[_BLOCK:]
    if piece:
        yield piece
