"""The digest in the advisor channel: a sentence for each figure above nought, and a button that opens its list.

What presses most comes first, and its button stands out.
"""

from bot.domain.queue import Pile
from bot.domain.showing import ForDesk
from bot.slack.blocks import Block, Posting, beside, bold, button, escape, fallback, header, joined, note, words
from bot.slack.views.campus import Campus
from bot.slack.wording.desk import digest as wording
from bot.slack.wording.said import Said

#: With the pile's name behind it; the value is the pile.
FIGURE = "desk_figure"


def digest_posting(shown: ForDesk, campus: Campus) -> Posting:
    """How the desk stands on a morning."""
    day = Said(campus.day(shown.day, "en"), campus.day(shown.day, "sv"))
    heading = wording.heading(day)
    figures = [
        _figure(pile, number, said(number))
        for pile, said in wording.FIGURES.items()
        if (number := shown.counts.get(pile, 0))
    ]
    body = [*figures, note(*wording.AS_IT_STANDS)] if figures else [words("\n".join(wording.QUIET))]
    return Posting(fallback(" · ".join(heading)), [header(" · ".join(heading)), *body])


def _figure(pile: Pile, number: int, said: Said) -> Block:
    """The figure in bold before what it counts, in both languages."""
    lines = joined(*(joined(bold(str(number)), escape(text)) for text in said), by="\n")
    presses = pile is Pile.BREAKS_TODAY
    return beside(
        lines,
        button(f"{FIGURE}_{pile}", " · ".join(wording.SHOW), pile, about=f"{number} {said.en}", primary=presses),
    )
