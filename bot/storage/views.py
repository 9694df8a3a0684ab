"""The record as people read it, in Datasette and with `lotsen needs`: the views that a step of `migrations` makes.

They belong to that step and are never edited. A later step that changes what they read drops them and makes its own.
"""
# ruff: noqa: S608 - statements are put together from our own words only

from collections.abc import Mapping
from typing import Final

# By which events a state is reached from another one; a state's time is that of the first.
_NEED_REACHED: Final[Mapping[str, str]] = {
    "filed": "'filed'",
    "consented": "'consented'",
    "matched": "'matches', 'corrected'",
    "unmatched": "'nothing_fits'",
    "unclear": "'unclear'",
    "no_need": "'not_a_need'",
    "withdrawn": "'withdrawn'",
    "closed": "'closed', 'referred', 'merged', 'said_more'",
}
_INTRODUCTION_REACHED: Final[Mapping[str, str]] = {
    "proposed": "'proposed'",
    "approved": "'approved'",
    "asked": "'asked'",
    "postponed": "'postponed'",
    "accepted": "'accepted', 'at_once', 'resumed'",
    "with_advisor": "'unanswered', 'no_turn', 'out_of_reach', 'taken_over'",
    "introduced": "'opened', 'accepted_by_hand'",
    "met": "'met'",
    "declined": "'declined'",
    "redirected": "'redirected'",
    "expired": "'expired'",
    "withdrawn": "'withdrawn'",
    "closed": "'closed'",
}


def _times(reached: Mapping[str, str], whose: str) -> str:
    # The plus keeps SQLite from looking through all events of a name where those of one need are few.
    first = "(select min(at) from events where {whose} and +name in ({names})) as {state}_at"
    return ", ".join(first.format(whose=whose, names=names, state=state) for state, names in reached.items())


_NEED_CASES: Final = f"""
    select n.id, n.rowid as number, n.state, t.advisor, t.outcome,
        (select name from events where need = n.id order by at desc, id desc limit 1) as last_event,
        (select max(at) from events where need = n.id) as last_at,
        (select min(due_at) from introductions
            where need = n.id and state in ('approved', 'asked', 'with_advisor')) as due_at,
        n.asked_at, {_times(_NEED_REACHED, "need = n.id and introduction is null")},
        t.taken_at, t.acted_at, t.snoozed_until, t.same_as,
        n.language, n.door, n.private, n.user, n.team, n.filed_by, n.infrastructures,
        (select count(*) from introductions where need = n.id) as introductions, n.text
    from needs n left join triage t on t.need = n.id
"""
_INTRODUCTION_TIMES: Final = f"""
    select i.id, i.need, i.entry, substr(i.entry, 1, instr(i.entry, '/') - 1) as infrastructure, i.state, i.advisor,
        i.due_at, i.created_at, {_times(_INTRODUCTION_REACHED, "need = i.need and introduction = i.id")},
        i.not_before, i.waits, i.waits_until, i.decline, i.by_hand, i.hurdle, i.hurdle_of,
        (select json_group_object(kind, due_at) from clocks where introduction = i.id) as clocks,
        i.expert, i.expert_user, i.suggested_by, i.proposed_by,
        json_extract(i.card, '$.brief') as brief, json_extract(i.card, '$.company') as company
    from introductions i
"""
# Moments are texts of one form, so that the order of the texts is the order of time.
_BREAKING_PROMISES: Final = """
    select id, need, entry, infrastructure, state, advisor, expert_user, due_at,
        round((julianday(due_at) - julianday('now')) * 24, 1) as hours_left
    from introduction_times
    where state in ('approved', 'asked', 'with_advisor') and due_at < strftime('%Y-%m-%dT%H:%M:%f', 'now', '+1 day')
"""
# Small numbers tell of single companies. For the same reason there are no sums that one could subtract from.
_OUTCOMES: Final = """
    select infrastructure, outcome,
        case when count(*) < 5 then 'fewer than five' else cast(count(*) as text) end as introductions
    from (
        select infrastructure,
            case
                when met_at is not null then 'met'
                when introduced_at is not null then 'introduced'
                when state in ('declined', 'redirected', 'expired', 'withdrawn', 'closed') then state
                else 'under way'
            end as outcome
        from introduction_times
    )
    group by infrastructure, outcome
"""

#: By name, those first that others read.
VIEWS: Final[Mapping[str, str]] = {
    "need_cases": _NEED_CASES,
    "introduction_times": _INTRODUCTION_TIMES,
    "breaking_promises": _BREAKING_PROMISES,
    "outcomes_by_infrastructure": _OUTCOMES,
}
