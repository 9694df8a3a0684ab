"""A whole case as lines for who looks after the server: everything on record of one need, notes for advisors too."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from textwrap import indent
from typing import Final

from bot.domain.case import Beside, Case
from bot.domain.introduction import Introduction
from matcher.answer import Match

_INWARDS: Final = "  "


def case_lines(case: Case) -> Iterator[str]:
    """Section by section; one without anything in it is left out."""
    need = case.need
    yield f"Need {need.id}: {need.state}. All times are in UTC."
    for title, section in _SECTIONS.items():
        lines = list(section(case))
        if lines:
            yield f"\n{title}"
            yield indent("\n".join(lines), _INWARDS)


def _asked(case: Case) -> Iterator[str]:
    need = case.need
    yield f"{_at(need.asked_at)}, by {need.asker.user} of {need.asker.team}, language {need.language}"
    where = need.place.channel or "a direct message"
    yield f"door {need.door}, in {where}{', seen by nobody else' if need.place.private else ''}"
    if need.filed_by:
        yield f"written down by {need.filed_by}"


def _words(case: Case) -> Iterator[str]:
    yield case.need.text or "(erased)"


def _triage(case: Case) -> Iterator[str]:
    triage = case.triage
    if triage.advisor:
        yield f"taken by {triage.advisor}{_since(triage.taken_at)}"
    if triage.acted_at:
        yield f"an advisor last acted on it at {_at(triage.acted_at)}"
    if triage.snoozed_until:
        yield f"snoozed until {triage.snoozed_until}"
    if triage.outcome:
        yield f"outcome: {triage.outcome}"


def _read(case: Case) -> Iterator[str]:
    answer = case.need.answer
    if answer is None:
        return
    yield from (f"{limit}: {value}" for limit, value in answer.limits.items())
    yield from (f"{limit}: not {value}" for limit, value in answer.ruled_out.items())
    yield from (f"part: {part.text} ({', '.join(each.id for each in part.matches)})" for part in answer.parts)
    if answer.missing:
        yield f"not found in the catalogue: {', '.join(answer.missing)}"
    if answer.question:
        yield f"asked back: {answer.question.text['en']}"


def _matches(case: Case) -> Iterator[str]:
    for match in case.need.answer.matches if case.need.answer else ():
        yield f"{match.id} ({match.name}): {match.level}, {match.confidence:.0%}"
        yield from _inwards(_reasons(match))


def _reasons(match: Match) -> Iterator[str]:
    yield from (f"“{reason.need}” meets “{reason.entry}”" for reason in match.reasons)
    yield from (f"not met: {limit} {wanted} (here: {offered})" for limit, wanted, offered in match.caveats)
    if match.shares:
        yield "score: " + ", ".join(f"{share.signal} {share.points:+.2f}" for share in match.shares)


def _introductions(case: Case) -> Iterator[str]:
    for each in case.introductions:
        yield f"{each.id}: {each.state}"
        yield from _inwards(_introduction(each))
        if each.id in case.contacts:
            contact = case.contacts[each.id]
            yield f"{_INWARDS}contact: {' and '.join(filter(None, (contact.slack, contact.email)))}"
        yield from (f"{_INWARDS}rings at {_at(clock.due_at)}: {clock.kind}" for clock in case.clocks.get(each.id, ()))


def _introduction(introduction: Introduction) -> Iterator[str]:
    known = {
        "expert": introduction.expert,
        "account": introduction.expert_user,
        "advisor": introduction.advisor,
        "proposed by": introduction.proposed_by,
        "suggested by": introduction.suggested_by,
        "waits for": introduction.waits,
        "waits until": introduction.waits_until and _at(introduction.waits_until),
        "promised by": introduction.due_at and _at(introduction.due_at),
        "not before": introduction.not_before,
        "declined because": introduction.decline,
        "by hand because": introduction.by_hand,
        "hurdle": introduction.hurdle and f"{introduction.hurdle.reach} ({introduction.hurdle.whose})",
        "thread": introduction.thread and " ".join(introduction.thread),
        "brief": introduction.card and introduction.card.brief,
        "shown as": introduction.card and introduction.card.company,
    }
    yield from (f"{name}: {value}" for name, value in known.items() if value)


def _enquiries(case: Case) -> Iterator[str]:
    for each in case.enquiries:
        yield f"{_at(each.asked_at)} {each.asked_by}: {each.question}"
        answered = each.answered_at and f"{_at(each.answered_at)}: {each.answer}"
        yield f"{_INWARDS}{answered or 'no answer yet'}"


def _corrections(case: Case) -> Iterator[str]:
    decisions = {None: "not decided yet", True: "a label", False: "left out"}
    for each in case.corrections:
        yield f"{_at(each.at)} {each.advisor}: {', '.join(each.after)} ({decisions[each.approved]})"
        yield f"{_INWARDS}{each.reason}"


def _notes(case: Case) -> Iterator[str]:
    for each in case.private_words:
        about = each.about if each.introduction is None else f"{each.about} of {each.introduction}"
        yield f"{_at(each.at)} {each.author}, {about}: {each.words.for_advisors()}"


def _history(case: Case) -> Iterator[str]:
    for each in case.events:
        what = each.name if each.introduction is None else f"{each.name} {each.introduction}"
        yield f"{_at(each.at)} {what}, by {each.actor}{f' ({each.reason})' if each.reason else ''}"
        yield from _inwards(f"{name}: {words}" for name, words in each.kept.items())


def _beside(needs: Iterable[Beside]) -> Iterator[str]:
    for each in needs:
        yield f"{each.id}, {each.state}, {_at(each.asked_at)}: {each.text}"


_SECTIONS: Final[dict[str, Callable[[Case], Iterable[str]]]] = {
    "Asked": _asked,
    "In its own words": _words,
    "With the advisors": _triage,
    "Read from it": _read,
    "Matches": _matches,
    "Introductions": _introductions,
    "Questions to the company": _enquiries,
    "Corrections": _corrections,
    "For advisors only": _notes,
    "What has happened": _history,
    "Linked by an advisor": lambda case: _beside(case.same),
    "Earlier needs of the same company": lambda case: _beside(case.earlier),
    "Much the same, from others": lambda case: _beside(case.near),
}


def _inwards(lines: Iterable[str]) -> Iterator[str]:
    return (indent(line, _INWARDS) for line in lines)


def _since(at: datetime | None) -> str:
    return f" since {_at(at)}" if at else ""


def _at(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"
