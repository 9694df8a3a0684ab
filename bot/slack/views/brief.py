"""The modal in which a company approves its brief, and the one that says the introduction is under way."""

from bot.domain.catalogue import Catalogue
from bot.domain.need import Need
from bot.slack.blocks import Json, cut, label, modal, note, section, text_input, words
from bot.slack.views.choice import Choice
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.views.match import title
from bot.slack.wording import brief as wording
from bot.slack.wording.answer import CLOSE
from bot.slack.wording.said import Said

CALLBACK = "brief"
UNDER_WAY_CALLBACK = "under_way"
#: Block and action of the field; errors are shown at the block.
TEXT = "brief_text"

# An expert reads a brief in a minute; longer needs are cut for the company to edit.
_LONGEST_START = 1200
LEAST, MOST = 10, 3000


def brief_modal(need: Need, entry: str, catalogue: Catalogue) -> Json:
    """The brief to edit and approve, with who will see it."""
    language = need.spoken
    facts = entry_facts(catalogue, entry, language)
    field: Json = {"min_length": LEAST, "max_length": MOST}
    start = cut(need.text.strip(), _LONGEST_START)
    if start:
        field["initial_value"] = start
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            section(title(facts)),
            words(_readers(facts).in_(language)),
            text_input(TEXT, wording.LABEL.in_(language), wording.HINT.in_(language), field),
            note(wording.MAY_BECOME_PUBLIC.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=Choice(need.id, entry).packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def under_way_modal(need: Need, entry: str, catalogue: Catalogue) -> Json:
    """Nothing to approve any more: this match was chosen before."""
    facts = entry_facts(catalogue, entry, need.spoken)
    return modal(
        wording.TITLE.in_(need.spoken),
        CLOSE.in_(need.spoken),
        [section(title(facts)), words(wording.UNDER_WAY.in_(need.spoken))],
        callback_id=UNDER_WAY_CALLBACK,
    )


def _readers(facts: EntryFacts) -> Said:
    if facts.role is None:
        return wording.who_reads_unnamed(facts.unit)
    return wording.who_reads(facts.role, facts.unit)
