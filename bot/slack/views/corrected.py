"""A company hears that an advisor has put other matches before it. The changed answer itself is in `answer`."""

from bot.domain.catalogue import Catalogue
from bot.domain.correction import PLACES
from bot.domain.need import Need
from bot.slack.blocks import Posting, actions, bullets, button, escape, fallback, joined, note, words
from bot.slack.views.answer import SEE_ALL
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import title
from bot.slack.wording import corrected as wording


def advisor_suggests_posting(need: Need, catalogue: Catalogue) -> Posting:
    """What is suggested now, and the button that shows it with all that is known of it."""
    language = need.spoken
    matches = need.answer.matches if need.answer else ()
    facts = [entry_facts(catalogue, match.id, language) for match in matches[:PLACES]]
    text = wording.LOOKED.in_(language)
    lines = (joined(title(each), escape(each.shows), by="\n   ") for each in facts)
    blocks = [words(text), bullets(lines), note(wording.YOURS_TO_CHOOSE.in_(language))]
    show = actions(button(SEE_ALL, wording.SHOW.in_(language), need.id, primary=True))
    return Posting(fallback(f"{text} {', '.join(each.name for each in facts)}"), [*blocks, show])
