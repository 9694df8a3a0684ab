"""The modal in which an advisor closes a need and says how it ended."""

from bot.domain.need import Need
from bot.domain.triage import Outcome
from bot.slack.blocks import Json, choice_of, field_of, label, modal, note, option, text_input
from bot.slack.views.desk.about import About
from bot.slack.views.desk.quoting import which_need
from bot.slack.wording.desk import triage as wording

CALLBACK = "desk_close_as"
OUTCOME, WORDS = "desk_close_outcome", "desk_close_words"

_LONGEST = 1000


def ending_modal(need: Need, about: About) -> Json:
    """How it ended, and words that only advisors read."""
    language = about.language
    outcomes = [option(said.in_(language), outcome) for outcome, said in wording.OUTCOMES.items()]
    words = text_input(
        WORDS, wording.CLOSE_WORDS.in_(language), wording.ONLY_ADVISORS_READ.in_(language), {"max_length": _LONGEST}
    )
    return modal(
        wording.CLOSE.in_(language),
        wording.CANCEL.in_(language),
        [
            which_need(need),
            field_of(OUTCOME, wording.OUTCOME_LABEL.in_(language), choice_of("radio_buttons", outcomes)),
            {**words, "optional": True},
            note(wording.CLOSE_HINT.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.CLOSE.in_(language)),
    )


def outcome_of(value: str | None) -> Outcome:
    """The outcome behind an option; one from an earlier version counts as another way."""
    try:
        return Outcome(value or "")
    except ValueError:
        return Outcome.OTHER
