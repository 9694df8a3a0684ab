"""The matches on a need's page: how sure, why, and the part that each signal had in the score."""

from collections.abc import Iterator, Sequence

from bot.domain.case import Case
from bot.slack.blocks import Block, cut, escape, joined, note, section, words
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.match import title
from bot.slack.wording.desk import case as wording
from bot.slack.wording.desk import score as score_wording
from bot.slack.wording.limits import limit_name, limit_value
from bot.slack.wording.match import LEVELS, these
from matcher.answer import Match, Reason, Share

_LONGEST_QUOTE = 140
#: How many reasons and signals are told on the page, and where all of it is read.
_BRIEFLY, _IN_FULL = (2, 4), (5, 30)
_MOST_CAVEATS = 4
#: Less than this changes no order, and reads as nothing.
_LEAST = 0.05


def match_items(case: Case, advisor: Advisor, *, in_full: bool) -> list[list[Block]]:
    """Every match, best first, briefly or with all that is known of its score."""
    most = _IN_FULL if in_full else _BRIEFLY
    return [_match(number, match, most, advisor) for number, match in enumerate(_matches(case), 1)]


def explained(case: Case, advisor: Advisor) -> list[Block]:
    """What the points mean, where there are any."""
    scored = any(match.shares for match in _matches(case))
    return [note(advisor.reads(score_wording.EXPLAINED))] if scored else []


def _matches(case: Case) -> Sequence[Match]:
    return case.need.answer.matches if case.need.answer else ()


def _match(number: int, match: Match, most: tuple[int, int], advisor: Advisor) -> list[Block]:
    reasons, shares = most
    why = [
        *_reasons(match.reasons[:reasons], advisor),
        *(_caveat(each, advisor) for each in match.caveats[:_MOST_CAVEATS]),
        *_score(match.shares, shares, advisor),
    ]
    place = joined(escape(f"{number}."), title(advisor.facts(match.id)))
    head = joined(place, escape(_how_sure(match, advisor)), by="\n")
    # Quotes of the need and of the catalogue stay plain, so that no sign in them grows when it is escaped.
    return [section(head), *([words("\n".join(why))] if why else [])]


def _how_sure(match: Match, advisor: Advisor) -> str:
    """A match that no score speaks for was put there by an advisor."""
    if not match.confidence:
        return advisor.reads(wording.BY_ADVISOR)
    return f"{advisor.reads(LEVELS[match.level])}, {advisor.reads(score_wording.sure(round(100 * match.confidence)))}"


def _reasons(reasons: Sequence[Reason], advisor: Advisor) -> Iterator[str]:
    """Each piece of the need once, with all that it met."""
    met: dict[str, list[str]] = {}
    for reason in reasons:
        met.setdefault(_quoted(reason.need), []).append(_quoted(reason.entry))
    for need, entries in met.items():
        yield advisor.reads(wording.because(need, these(*entries)))


def _caveat(caveat: tuple[str, str, str], advisor: Advisor) -> str:
    limit, wanted, offered = caveat
    said = wording.caveat(limit_name(limit), limit_value(limit, wanted), limit_value(limit, offered))
    return cut(advisor.reads(said), 2 * _LONGEST_QUOTE)


def _score(shares: Sequence[Share], most: int, advisor: Advisor) -> Iterator[str]:
    """The signals that moved the score most, those for the match before those against it, and the sum of all others."""
    ordered = sorted(shares, key=lambda share: -abs(share.points))
    named = [share for share in ordered[:most] if abs(share.points) >= _LEAST]
    rest = sum(share.points for share in ordered[len(named) :])
    parts = [(score_wording.signal(each.signal), each.points) for each in named]
    parts += [(score_wording.THE_REST, rest)] if abs(rest) >= _LEAST else []
    for says, sign in ((score_wording.speaks_for, 1), (score_wording.speaks_against, -1)):
        told = [advisor.reads(score_wording.part(what, points)) for what, points in parts if points * sign > 0]
        if told:
            yield advisor.reads(says("; ".join(told)))


def _quoted(text: str) -> str:
    return cut(" ".join(text.split()), _LONGEST_QUOTE).rstrip(" .,;:")
