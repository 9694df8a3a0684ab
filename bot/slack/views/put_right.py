"""Putting right what was read as a hard limit: the button beside it, its modal, what replaces the old answer."""

from bot.domain.limits import Limit, read_in, ruled_out_in
from bot.domain.need import Need
from bot.slack.blocks import (
    LONGEST_TYPED,
    MOST_CHECKBOXES,
    Block,
    Json,
    Posting,
    button,
    fallback,
    field_of,
    label,
    modal,
    option,
    text_input,
    ticks,
    words,
    words_beside,
)
from bot.slack.wording import answer as answer_wording
from bot.slack.wording import put_right as wording
from bot.slack.wording.limits import limit_value, ruled_out, stated
from matcher.answer import Answer

#: The button in an answer.
CHANGE = "put_right_open"
CALLBACK = "put_right"
#: The field with the words; errors are shown at it.
TEXT = "put_right_text"
#: The fields with the boxes, each with the number of its first box behind it.
MUSTS = "put_right_musts"


def limits_read(need: Need, answer: Answer) -> list[Block]:
    """What was read as a must and what was taken out, with the button that changes it; nothing without either."""
    said = [
        (answer_wording.i_read, stated(read_in(answer), ruled_out_in(answer))),
        (wording.taken_out, stated(answer.left_out, ())),
    ]
    told = ((line, limits.in_(need.spoken)) for line, limits in said)
    lines = [line(limits).in_(need.spoken) for line, limits in told if limits]
    change = button(CHANGE, wording.CHANGE.in_(need.spoken), need.id)
    return [words_beside("\n".join(lines), change)] if lines else []


def put_right_modal(need: Need, answer: Answer) -> Json:
    """The need's own words to be edited, and a box for each value that was read, ticked unless it was taken out."""
    language = need.spoken
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [*_boxes(answer, language), _words(need)],
        callback_id=CALLBACK,
        private_metadata=need.id,
        submit=label(wording.SUBMIT.in_(language)),
    )


def holds_all_words(need: Need) -> bool:
    """Whether the field shows the words of a need; those of a longer one stay, and only more can be typed."""
    return len(need.text) <= LONGEST_TYPED


def unticked(answer: Answer, ticked: tuple[str, ...]) -> tuple[Limit, ...]:
    """What is not meant, when just these boxes are ticked."""
    return tuple(limit for number, limit in enumerate(_offered(answer)) if str(number) not in ticked)


def put_right_posting(need: Need) -> Posting:
    """In the place of an answer that was put right, without its buttons."""
    text = wording.PUT_RIGHT.in_(need.spoken)
    return Posting(fallback(text), [words(text)])


def _words(need: Need) -> Block:
    language = need.spoken
    typed: Json = {"max_length": LONGEST_TYPED}
    if holds_all_words(need):
        typed["initial_value"] = need.text
        return text_input(TEXT, wording.TEXT_LABEL.in_(language), wording.TEXT_HINT.in_(language), typed)
    field = text_input(TEXT, wording.MORE_LABEL.in_(language), wording.MORE_HINT.in_(language), typed)
    return {**field, "optional": True}


def _boxes(answer: Answer, language: str) -> list[Block]:
    """As many fields as Slack needs for the boxes."""
    musts, without = read_in(answer), ruled_out_in(answer)
    said = [limit_value(*limit) for limit in musts] + [ruled_out(*limit) for limit in without]
    ticked = [str(number) for number in range(len(said))]
    said += [limit_value(*limit) for limit in answer.left_out]
    boxes = [option(each.in_(language), str(number)) for number, each in enumerate(said)]
    title = wording.MUSTS_LABEL.in_(language)
    return [
        field_of(f"{MUSTS}_{start}", title, ticks(boxes[start : start + MOST_CHECKBOXES], ticked), optional=True)
        for start in range(0, len(boxes), MOST_CHECKBOXES)
    ]


def _offered(answer: Answer) -> tuple[Limit, ...]:
    """The values in the order of their boxes."""
    return (*read_in(answer), *ruled_out_in(answer), *answer.left_out)
