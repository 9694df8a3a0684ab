"""Short notes to a company about one of its introductions, and that something broke."""

from bot.domain.introduction import Decline
from bot.domain.need import Need
from bot.domain.showing import ForCompany, Progress
from bot.slack.blocks import Markup, Posting, bullets, cut, escape, fallback, joined, note, section, words
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts, who_is_asked
from bot.slack.views.progress import named
from bot.slack.wording import company_notes as wording
from bot.slack.wording.decline import TOLD
from bot.slack.wording.reach import with_advisor
from bot.slack.wording.said import Said

_LONGEST = 200


def thread_opened_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Where the introduction goes on and with whom, in roles."""
    language = shown.need.spoken
    facts = entry_facts(campus.catalogue, about.entry, language)
    text = wording.THREAD_OPENED.in_(language)
    people = [who_is_asked(about.asked, facts)] + ([wording.AN_ADVISOR] if about.has_advisor else [])
    names = [person.in_(language) for person in people]
    blocks = [words(text), bullets(escape(name) for name in names)]
    return Posting(fallback(f"{text} {', '.join(names)}"), blocks)


def introduced_by_hand_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Yes, and an advisor brings them together."""
    return _note(shown.need, about, wording.INTRODUCED_BY_HAND, campus)


def not_before_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """Yes, but not before a date."""
    day = campus.day(about.not_before or campus.rules.today(campus.now), shown.need.spoken)
    return _note(shown.need, about, wording.not_before(day), campus)


def said_no_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """No, why in our words, and what happens next."""
    said = wording.said_no(TOLD[about.decline or Decline.OTHER])
    return _note(shown.need, about, said, campus, _what_follows(shown))


def no_answer_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """No answer in time, without blame; the next choice is asked, or else an advisor would have it."""
    return _note(shown.need, about, wording.NO_ANSWER, campus, wording.NEXT_IS_ASKED)


def advisor_answers_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """An advisor goes on in place of the bot, and why."""
    facts = entry_facts(campus.catalogue, about.entry, shown.need.spoken)
    said = with_advisor(about.by_hand, about.hurdle, who_is_asked(about.asked, facts))
    return _note(shown.need, about, said, campus, wording.NOTHING_TO_DO)


def ended_by_advisor_posting(shown: ForCompany, about: Progress, campus: Campus) -> Posting:
    """An advisor closed it."""
    return _note(shown.need, about, wording.ENDED_BY_ADVISOR, campus)


def need_ended_posting(need: Need) -> Posting:
    """An advisor closed the whole need."""
    text = wording.NEED_ENDED_BY_ADVISOR.in_(need.spoken)
    return Posting(fallback(text), [words(text), note(wording.your_words(cut(need.text, _LONGEST)).in_(need.spoken))])


def apology_posting(need: Need) -> Posting:
    """Something broke; the need's id is the reference that advisors and logs know as well."""
    text = wording.apology(need.id).in_(need.spoken)
    return Posting(fallback(text), [words(text)])


def _what_follows(shown: ForCompany) -> Said:
    """What happens to the need after one of its introductions ended with a no."""
    others = any(not each.is_over for each in shown.progress)
    return wording.OTHERS_GO_ON if others else wording.ADVISOR_GOES_ON


def _note(need: Need, about: Progress, said: Said, campus: Campus, follows: Said | None = None) -> Posting:
    language = need.spoken
    text: Markup = joined(named(about, campus, language), escape(said.in_(language)), by="\n")
    name = entry_facts(campus.catalogue, about.entry, language).name
    blocks = [section(text), *([note(follows.in_(language))] if follows else [])]
    return Posting(fallback(f"{name}: {said.in_(language)}"), blocks)
