"""A need's page for advisors: everything that is known of it, and what can be done. The parts are made beside it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.case import Case
from bot.slack.blocks import (
    Block,
    Json,
    actions,
    bold,
    button,
    divider,
    modal,
    note,
    people_words,
    section,
    words,
    words_beside,
)
from bot.slack.views.desk.acts import act_buttons
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.asked import asked_blocks, read_button
from bot.slack.views.desk.beneath import Turned, Whole
from bot.slack.views.desk.history import hidden, newest, news
from bot.slack.views.desk.kept import correction_items, enquiry_items, note_items, referral
from bot.slack.views.desk.kin import kin_blocks, number_of_kin
from bot.slack.views.desk.opening import OPEN
from bot.slack.views.desk.ranking import explained, match_items
from bot.slack.views.desk.triage_acts import ending_buttons, triage_buttons
from bot.slack.views.desk.under_way import introductions_to_answer
from bot.slack.wording.answer import CLOSE
from bot.slack.wording.desk import case as wording
from bot.slack.wording.said import Said

CALLBACK = "desk_case"

#: How much of each stands on the page: with everything at its most it is three quarters of what Slack takes.
_INTRODUCTIONS, _MATCHES, _ENQUIRIES, _CORRECTIONS, _NOTES, _KIN = 4, 3, 1, 1, 2, 3

Item = list[Block]


def case_page(case: Case, turned: Turned, advisor: Advisor, said: Said | None = None) -> Json:
    """The page; on top what is new since it was last shown, after a word about what was just pressed."""
    blocks = [
        *_on_top(case, turned, advisor, said),
        *asked_blocks(case, advisor),
        *_acts(case, advisor),
        *_introductions(case, advisor),
        *_referral(case, advisor),
        *_notes(case, advisor),
        *_enquiries(case, advisor),
        *_matches(case, advisor),
        *_corrections(case, advisor),
        *_kin(case, advisor),
        *_history(case, advisor),
    ]
    return modal(
        advisor.reads(wording.title(case.need.id)),
        advisor.reads(CLOSE),
        blocks,
        callback_id=CALLBACK,
        private_metadata=replace(turned, seen=len(case.events)).packed(),
        notify_on_close=bool(turned.look),
    )


def _on_top(case: Case, turned: Turned, advisor: Advisor, said: Said | None) -> list[Block]:
    back = [actions(button(OPEN, advisor.reads(wording.back(turned.back)), turned.back))] if turned.back else []
    told = [words(advisor.reads(said))] if said else []
    new = news(case, turned.seen, advisor) if turned.seen is not None else []
    heading = [section(bold(advisor.reads(wording.NEW)))] if new else []
    blocks = [*back, *told, *heading, *new]
    return [*blocks, divider()] if blocks else []


def _acts(case: Case, advisor: Advisor) -> list[Block]:
    """Three rows: who sees to it, what is done for the company, how it ends."""
    rows = (
        triage_buttons(case, advisor),
        act_buttons(case.need, case.introductions, case.enquiries, advisor.language),
        ending_buttons(case, advisor),
    )
    return [actions(*row) for row in rows if row]


def _introductions(case: Case, advisor: Advisor) -> list[Block]:
    if case.introductions:
        items = introductions_to_answer(case, advisor)
        return _listed(case, wording.INTRODUCTIONS, items, (_INTRODUCTIONS, Whole.INTRODUCTIONS), advisor)
    return [divider(), note(advisor.reads(wording.NO_INTRODUCTIONS))] if case.need.is_open else []


def _matches(case: Case, advisor: Advisor) -> list[Block]:
    answer = case.need.answer
    if answer is None:
        return []
    heading = wording.NEAREST if answer.outcome == "nothing_fits" else wording.MATCHES
    if not answer.matches:
        return [*_heading(heading, advisor), note(advisor.reads(wording.NO_MATCHES))]
    items = match_items(case, advisor, in_full=False)
    # In full there is more to read of each match, also of those that stand here.
    shown = [block for item in items[:_MATCHES] for block in item]
    more = _more(case, min(_MATCHES, len(items)), len(items), Whole.MATCHES, advisor)
    return [*_heading(heading, advisor), *shown, more, *explained(case, advisor)]


def _enquiries(case: Case, advisor: Advisor) -> list[Block]:
    items = enquiry_items(case, advisor, in_full=False)
    return _listed(case, wording.ENQUIRIES, items, (_ENQUIRIES, Whole.ENQUIRIES), advisor) if items else []


def _referral(case: Case, advisor: Advisor) -> list[Block]:
    told = referral(case)
    return [*_heading(wording.REFERRAL, advisor), people_words(told)] if told else []


def _corrections(case: Case, advisor: Advisor) -> list[Block]:
    items = correction_items(case, advisor)
    return _listed(case, wording.CORRECTIONS, items, (_CORRECTIONS, Whole.CORRECTIONS), advisor) if items else []


def _notes(case: Case, advisor: Advisor) -> list[Block]:
    items = note_items(case, advisor, in_full=False)
    private = note(advisor.reads(wording.NEITHER_READS))
    return [*_listed(case, wording.NOTES, items, (_NOTES, Whole.NOTES), advisor), private] if items else []


def _history(case: Case, advisor: Advisor) -> list[Block]:
    heading, left_out = _heading(wording.HISTORY, advisor), hidden(case)
    total = len(case.events)
    more = [_more(case, total - left_out, total, Whole.HISTORY, advisor)] if left_out else []
    return [*heading, *newest(case, advisor), *more] if total else []


def _kin(case: Case, advisor: Advisor) -> list[Block]:
    blocks = kin_blocks(case, advisor, _KIN)
    shown, total = sum("accessory" in block for block in blocks), number_of_kin(case)
    more = [_more(case, shown, total, Whole.KIN, advisor)] if shown < total else []
    return [divider(), *blocks, *more] if blocks else []


def _listed(
    case: Case, heading: Said, items: Sequence[Item], shown: tuple[int, Whole], advisor: Advisor
) -> list[Block]:
    """The first few of a list under its heading, and the way to all of it; `shown` says how many, and what it is."""
    most, what = shown
    blocks = [block for item in items[:most] for block in item]
    more = [_more(case, most, len(items), what, advisor)] if len(items) > most else []
    return [*_heading(heading, advisor), *blocks, *more]


def _more(case: Case, shown: int, total: int, what: Whole, advisor: Advisor) -> Block:
    label = read_button(case.need.id, what, wording.SHOW_ALL, advisor)
    return words_beside(advisor.reads(wording.some_of(shown, total)), label)


def _heading(said: Said, advisor: Advisor) -> list[Block]:
    return [divider(), section(bold(advisor.reads(said)))]
