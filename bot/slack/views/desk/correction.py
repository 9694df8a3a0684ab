"""The modal in which an advisor orders or replaces the matches of a need, with a reason that only advisors read."""

from collections.abc import Sequence

from bot.domain.catalogue import Catalogue
from bot.domain.correction import PLACES as MOST
from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.slack.blocks import Block, Json, button, field_of, label, modal, text_input, words
from bot.slack.views.desk.about import About
from bot.slack.views.desk.entries import MENU, entry_menu
from bot.slack.views.desk.quoting import their_words
from bot.slack.wording.desk import correction as wording

CORRECT = "desk_correct"
CALLBACK = "desk_correct_matches"
REASON = "desk_correct_reason"
#: The menus, best place first.
PLACES = tuple(f"{MENU}_{number}" for number in range(1, MOST + 1))

_LONGEST_REASON = 1000


def correct_button(need: str, language: str) -> Json:
    """Opens the modal."""
    return button(CORRECT, wording.CORRECT.in_(language), need)


def correction_modal(need: Need, about: About, catalogue: Catalogue) -> Json:
    """A menu for each place, with the matches as they are ranked now, and the reason."""
    language = about.language
    reason = text_input(
        REASON, wording.REASON_LABEL.in_(language), wording.REASON_HINT.in_(language), {"max_length": _LONGEST_REASON}
    )
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            *their_words(need, language),
            words(wording.COMPANY_READS.in_(language)),
            *_places(in_place(need), catalogue, language),
            reason,
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def in_place(need: Need) -> tuple[str, ...]:
    """The entries that the company has before it now; the nearest misses of a need that nothing fits are none."""
    if need.answer is None or need.state is not NeedState.MATCHED:
        return ()
    return tuple(match.id for match in need.answer.matches)[: len(PLACES)]


def _places(entries: Sequence[str], catalogue: Catalogue, language: str) -> list[Block]:
    return [
        field_of(
            field,
            wording.place(number).in_(language),
            entry_menu(catalogue, entries[number - 1] if number <= len(entries) else None, language),
            optional=number > 1,
        )
        for number, field in enumerate(PLACES, 1)
    ]
