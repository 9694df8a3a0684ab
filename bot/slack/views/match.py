"""One match as a few lines with its button; the same in the answer and in the list of all matches."""

from collections.abc import Iterable

from bot.domain.catalogue import Catalogue
from bot.slack.blocks import Block, Markup, actions, bold, button, cut, escape, joined, note, section, words
from bot.slack.views.choice import Choice
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording import match as wording
from bot.slack.wording.limits import limit_name, limit_value
from bot.slack.wording.said import Said
from matcher.answer import Match, Reason

INTRODUCE = "introduce"

_REASONS = 2
# Enough of the company's words to know them again; they are quoted once a match.
_LONGEST_OF_NEED = 100
_LONGEST_OF_ENTRY = 160


def match_blocks(need: str, match: Match, catalogue: Catalogue, language: str, above: str | None = None) -> list[Block]:
    """What the match is, why it was chosen, what is known of it, and the button to be introduced.

    `above` are words of the need that stand above it already.
    """
    facts = entry_facts(catalogue, match.id, language)
    why = "\n".join(each.in_(language) for each in _reasons(match, facts, above))
    unmet = "\n".join(caveats(match, language))
    introduce = button(
        INTRODUCE, wording.INTRODUCE_ME.in_(language), Choice(need, match.id).packed(), about=facts.name, primary=True
    )
    return [
        section(_head(match, facts, language)),
        *(words(said) for said in (why, unmet) if said),
        note(_known(match, facts, language)),
        actions(introduce),
    ]


def title(facts: EntryFacts) -> Markup:
    """An entry's name in bold, with its unit."""
    return joined(bold(facts.name), escape(f"— {facts.unit}"))


def _head(match: Match, facts: EntryFacts, language: str) -> Markup:
    # An advisor may put one before a company that the matcher did not rank, and then nobody has measured it.
    level = escape(wording.LEVELS[match.level].in_(language)) if match.confidence > 0 else Markup("")
    return joined(joined(title(facts), level, by="  ·  "), escape(facts.shows), by="\n")


def _known(match: Match, facts: EntryFacts, language: str) -> str:
    confirmed = wording.confirmed(facts.confirmed) if facts.confirmed else wording.UNCONFIRMED
    answers = wording.who_answers(facts.role) if facts.role else wording.NOBODY_NAMED
    said = [confirmed, wording.OPENNESS[facts.openness]]
    # An expert who matches answers for themselves; saying so again would only lengthen the line.
    said = said if match.kind == "expert" else [answers, *said]
    return " · ".join(each.in_(language) for each in said)


def _reasons(match: Match, facts: EntryFacts, above: str | None) -> list[Said]:
    """Why it was chosen, one sentence for each piece of the need, however much of the entry met it."""
    # What stands above it anyway explains nothing, unless there is nothing else that does.
    telling = [reason for reason in match.reasons if not _is_shown(reason.entry, facts)] or match.reasons[:1]
    own = [reason for reason in telling if not _is_example(reason, facts)]
    met: dict[str, list[str]] = {}
    for reason in (own or telling)[:_REASONS]:
        met.setdefault(_quoted(reason.need, _LONGEST_OF_NEED), []).append(_quoted(reason.entry, _LONGEST_OF_ENTRY))
    said = wording.know if match.kind == "expert" else wording.offers if own else wording.helps_with
    return [_because(need, said(wording.these(*things)), above) for need, things in met.items()]


def _because(need: str, met: Said, above: str | None) -> Said:
    """A reason; words that were quoted just above it are not quoted again."""
    if above is not None and _begins_one_of(need, (above,)):
        return wording.because_of_that(met)
    return wording.because(need, met)


def _is_example(reason: Reason, facts: EntryFacts) -> bool:
    """Whether it is a need of somebody else that was met, and not a word of the entry's own."""
    return _begins_one_of(reason.entry, facts.asks)


def _is_shown(text: str, facts: EntryFacts) -> bool:
    """Whether a match says this already, in its title or in its first line."""
    return _begins_one_of(text, (facts.name, facts.unit, facts.shows, f"{facts.role}, {facts.unit}"))


def _begins_one_of(text: str, whole: Iterable[str]) -> bool:
    """Whether a text, which may have been cut, is one of these."""
    beginning = text.removesuffix("…").strip().casefold()
    return any(" ".join(each.split()).casefold().startswith(beginning) for each in whole)


def caveats(match: Match, language: str) -> list[str]:
    """The limits of the need that a match does not meet, each in a sentence."""
    return [_caveat(*caveat).in_(language) for caveat in match.caveats]


def _caveat(limit: str, wanted: str, offered: str) -> Said:
    asks, offers = limit_value(limit, wanted), limit_value(limit, offered)
    if limit == "subjects":
        return wording.caveat_about_subject(asks, offers)
    return wording.caveat(limit_name(limit), asks, offers)


def _quoted(text: str, longest: int) -> str:
    """Words within a sentence of ours, without the stop that ended theirs."""
    return cut(" ".join(text.split()), longest).rstrip(" .,;:")
