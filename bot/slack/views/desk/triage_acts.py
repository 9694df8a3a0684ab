"""What an advisor can do with a need as a whole, as buttons of its page; only what makes sense as it stands."""

from bot.domain.case import Case
from bot.domain.lifecycle import NeedEvent
from bot.slack.blocks import Json, button, question
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.opening import take_button
from bot.slack.wording.desk import triage as wording

#: Their values are the need's id. Taking is in `opening`, since it stands in other places as well.
GIVE_BACK, TAKE_OVER, WAKE = "desk_give_back", "desk_take_over", "desk_wake"
HAND_OVER, SNOOZE, NOTE = "desk_hand_over", "desk_snooze", "desk_note"
NO_MATCH, MERGE, CLOSE = "desk_no_match", "desk_merge", "desk_close"


def triage_buttons(case: Case, advisor: Advisor) -> list[Json]:
    """Who sees to it, when, and what is to be remembered."""
    need = case.need.id
    note = button(NOTE, advisor.reads(wording.NOTE), need)
    if not case.need.is_open:
        return [note]
    return [
        _taking_button(case, advisor),
        button(HAND_OVER, advisor.reads(wording.HAND_OVER), need),
        _rest_button(case, advisor),
        note,
    ]


def ending_buttons(case: Case, advisor: Advisor) -> list[Json]:
    """The ways in which a need ends, or goes on in another."""
    need = case.need
    if not need.is_open:
        return []
    refer = [button(NO_MATCH, advisor.reads(wording.NO_MATCH), need.id)] if need.may(NeedEvent.REFERRED) else []
    merge = button(MERGE, advisor.reads(wording.MERGE), need.id)
    return [*refer, merge, button(CLOSE, advisor.reads(wording.CLOSE), need.id)]


def is_asleep(case: Case, advisor: Advisor) -> bool:
    """Whether it is out of sight until a day to come."""
    until, campus = case.triage.snoozed_until, advisor.campus
    return until is not None and until > campus.rules.today(campus.now)


def _taking_button(case: Case, advisor: Advisor) -> Json:
    """What is free is taken, what is one's own given back, and what another has taken over, after being asked."""
    need, holder = case.need.id, case.triage.advisor
    if holder is None:
        return take_button(need, advisor.language)
    if holder == advisor.user:
        return button(GIVE_BACK, advisor.reads(wording.GIVE_BACK), need)
    label = advisor.reads(wording.TAKE_OVER)
    title, text, back = (
        advisor.reads(said) for said in (wording.TAKE_OVER_TITLE, wording.TAKE_OVER_SURE, wording.BACK)
    )
    return button(TAKE_OVER, label, need, confirm=question(title, text, label, back))


def _rest_button(case: Case, advisor: Advisor) -> Json:
    if is_asleep(case, advisor):
        return button(WAKE, advisor.reads(wording.WAKE), case.need.id)
    return button(SNOOZE, advisor.reads(wording.SNOOZE), case.need.id)
