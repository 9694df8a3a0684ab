"""One match as a few lines with its button; the same in the answer and in the list of all matches."""

from bot.domain.catalogue import Catalogue
from bot.slack.blocks import Block, Markup, actions, bold, button, cut, escape, joined, note, section, words
from bot.slack.views.choice import Choice
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording import match as wording
from bot.slack.wording.limits import limit_name, limit_value
from matcher.answer import Match

INTRODUCE = "introduce"

_REASONS = 2
_LONGEST_REASON = 160


def match_blocks(need: str, match: Match, catalogue: Catalogue, language: str) -> list[Block]:
    """What the match is, why it was chosen, what is known of it, and the button to be introduced."""
    facts = entry_facts(catalogue, match.id, language)
    why = [
        wording.because(_quoted(reason.need), _quoted(reason.entry), match.kind).in_(language)
        for reason in match.reasons[:_REASONS]
    ]
    introduce = button(
        INTRODUCE, wording.INTRODUCE_ME.in_(language), Choice(need, match.id).packed(), about=facts.name, primary=True
    )
    return [
        section(_head(match, facts, language)),
        *([words("\n".join(why))] if why else []),
        note("\n".join([_known(match, facts, language), *_caveats(match, language)])),
        actions(introduce),
    ]


def title(facts: EntryFacts) -> Markup:
    """An entry's name in bold, with its unit."""
    return joined(bold(facts.name), escape(f"— {facts.unit}"))


def _head(match: Match, facts: EntryFacts, language: str) -> Markup:
    level = escape(wording.LEVELS[match.level].in_(language))
    return joined(joined(title(facts), level, by="  ·  "), escape(facts.shows), by="\n")


def _known(match: Match, facts: EntryFacts, language: str) -> str:
    confirmed = wording.confirmed(facts.confirmed) if facts.confirmed else wording.UNCONFIRMED
    answers = wording.who_answers(facts.role) if facts.role else wording.NOBODY_NAMED
    said = [confirmed, wording.OPENNESS[facts.openness]]
    # An expert who matches answers for themselves; saying so again would only lengthen the line.
    said = said if match.kind == "expert" else [answers, *said]
    return " · ".join(each.in_(language) for each in said)


def _caveats(match: Match, language: str) -> list[str]:
    return [
        wording.caveat(limit_name(limit), limit_value(limit, wanted), limit_value(limit, offered)).in_(language)
        for limit, wanted, offered in match.caveats
    ]


def _quoted(text: str) -> str:
    return cut(" ".join(text.split()), _LONGEST_REASON)
