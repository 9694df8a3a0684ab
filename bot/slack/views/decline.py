"""The modal in which a no gets its reason: by the expert, or by an advisor who heard it from the expert."""

from bot.domain.introduction import Decline
from bot.slack.blocks import Json, choice_of, field_of, label, modal, option, text_input
from bot.slack.views.choice import Subject
from bot.slack.wording import decline as wording

CALLBACK = "decline"
BY_HAND_CALLBACK = "decline_by_hand"
REASON, WORDS = "decline_reason", "decline_words"

_MOST = 1000


def decline_modal(about: Subject, callback: str) -> Json:
    """The short list, and words that only advisors read; `callback` says who answers."""
    language = about.language
    reasons = [option(said.in_(language), reason) for reason, said in wording.REASONS.items()]
    typed = text_input(
        WORDS, wording.WORDS_LABEL.in_(language), wording.WORDS_HINT.in_(language), {"max_length": _MOST}
    )
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            field_of(REASON, wording.REASON_LABEL.in_(language), choice_of("radio_buttons", reasons)),
            {**typed, "optional": True},
        ],
        callback_id=callback,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def reason_of(value: str | None) -> Decline:
    """The reason behind an option; one from an earlier version counts as another reason."""
    try:
        return Decline(value or "")
    except ValueError:
        return Decline.OTHER
