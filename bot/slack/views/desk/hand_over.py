"""The modal in which an advisor gives a need to another, with a word to them."""

from bot.domain.need import Need
from bot.slack.blocks import Json, field_of, label, modal, text_input
from bot.slack.views.desk.about import About
from bot.slack.views.desk.quoting import which_need
from bot.slack.wording.desk import triage as wording

CALLBACK = "desk_hand_over_to"
TO, WORDS = "desk_hand_over_user", "desk_hand_over_words"

_LONGEST = 1000


def hand_over_modal(need: Need, about: About) -> Json:
    """To whom, and what they should know."""
    language = about.language
    to = field_of(TO, wording.HAND_OVER_TO.in_(language), {"type": "users_select"})
    hint = {"type": "plain_text", "text": wording.HAND_OVER_HINT.in_(language), "emoji": False}
    words = text_input(
        WORDS, wording.A_WORD.in_(language), wording.ONLY_ADVISORS_READ.in_(language), {"max_length": _LONGEST}
    )
    return modal(
        wording.HAND_OVER.in_(language),
        wording.CANCEL.in_(language),
        [which_need(need), {**to, "hint": hint}, {**words, "optional": True}],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.HAND_OVER.in_(language)),
    )
