"""Short notes to a company where it asked."""

from bot.domain.catalogue import Catalogue
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.slack.blocks import Posting, bullets, escape, fallback, joined, section, words
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import title
from bot.slack.wording import company_notes as wording


def thread_opened_posting(need: Need, introduction: Introduction, catalogue: Catalogue) -> Posting:
    """Where the introduction goes on and with whom: roles only, since others may read along where the company asked."""
    language = need.spoken
    facts = entry_facts(catalogue, introduction.entry, language)
    text = wording.THREAD_OPENED.in_(language)
    people = [wording.expert_at(facts.role, facts.unit)] + ([wording.AN_ADVISOR] if introduction.advisor else [])
    names = [person.in_(language) for person in people]
    blocks = [words(text), bullets(escape(name) for name in names)]
    return Posting(fallback(f"{text} {', '.join(names)}"), blocks)


def advisor_answers_posting(need: Need, introduction: Introduction, catalogue: Catalogue) -> Posting:
    """An advisor makes the introduction by hand, and why."""
    language = need.spoken
    facts = entry_facts(catalogue, introduction.entry, language)
    expert = wording.expert_at(facts.role, facts.unit)
    why = wording.why_by_hand(introduction.hurdle, expert).in_(language)
    text = wording.ADVISOR_ANSWERS.in_(language)
    blocks = [section(joined(title(facts), escape(why), by="\n")), words(text)]
    return Posting(fallback(f"{why} {text}"), blocks)


def apology_posting(need: Need) -> Posting:
    """Something broke; the need's id is the reference that advisors and logs know as well."""
    text = wording.apology(need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text)])
