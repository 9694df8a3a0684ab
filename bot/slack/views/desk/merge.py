"""The modal in which an advisor says that two needs ask for the same, and the needs found for its menu."""

from collections.abc import Sequence

from bot.domain.case import Beside
from bot.domain.need import Need
from bot.slack.blocks import Json, field_of, label, modal, note, option, prompt
from bot.slack.views.desk.about import About
from bot.slack.views.desk.quoting import which_need
from bot.slack.wording.desk import triage as wording

CALLBACK = "desk_merge_with"
INTO = "desk_merge_into"

#: Slack takes a hundred; nobody reads more than these.
_MOST = 30


def merge_modal(need: Need, about: About) -> Json:
    """The other need, and what becomes of the two."""
    language = about.language
    menu: Json = {
        "type": "external_select",
        "min_query_length": 0,
        "placeholder": prompt(wording.MERGE_SEARCH.in_(language)),
    }
    return modal(
        wording.MERGE.in_(language),
        wording.CANCEL.in_(language),
        [
            which_need(need),
            field_of(INTO, wording.MERGE_INTO.in_(language), menu),
            note(wording.MERGE_HINT.in_(language)),
            note(wording.MERGE_WALL.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.LINK.in_(language)),
    )


def candidates(found: Sequence[Beside]) -> list[Json]:
    """Needs as options of the menu, each once."""
    each = {need.id: option(f"{need.id}: {' '.join(need.text.split())}", need.id) for need in found}
    return list(each.values())[:_MOST]
