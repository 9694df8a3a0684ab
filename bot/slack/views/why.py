"""Why a card comes to somebody: words of the brief beside words of their own, told the same way to both sides."""

from bot.domain.card import Card
from bot.slack.blocks import cut
from bot.slack.views.entry import EntryFacts
from bot.slack.wording.match import these
from bot.slack.wording.said import Said

_LONGEST = 160


def why_pairs(card: Card, facts: EntryFacts) -> list[tuple[str, Said]]:
    """Each piece of the brief once, with all that it met; an entry's own words before the needs of others."""
    own = [why for why in card.why if not _is_example(why.entry, facts)]
    met: dict[str, list[str]] = {}
    for why in own or card.why:
        met.setdefault(_quoted(why.brief), []).append(_quoted(why.entry))
    return [(brief, these(*entries)) for brief, entries in met.items()]


def _is_example(text: str, facts: EntryFacts) -> bool:
    beginning = text.removesuffix("…").strip().casefold()
    return any(" ".join(each.split()).casefold().startswith(beginning) for each in facts.asks)


def _quoted(text: str) -> str:
    return cut(" ".join(text.split()), _LONGEST)
