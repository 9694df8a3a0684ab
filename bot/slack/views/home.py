"""The Home tab for everybody who opens it: a company, an expert, an advisor; and the prompts of the direct message."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.availability import Availability
from bot.domain.card import Card
from bot.domain.catalogue import Catalogue
from bot.domain.showing import Asked, ForCompany, ForExpert
from bot.slack.blocks import (
    Block,
    Json,
    actions,
    beside,
    bullets,
    button,
    divider,
    escape,
    header,
    joined,
    note,
    words,
)
from bot.slack.views.availability import told
from bot.slack.views.campus import Campus
from bot.slack.views.entry import entry_facts, who_is_asked
from bot.slack.views.match import title
from bot.slack.views.own_data import is_open, need_with_progress, own_data_buttons
from bot.slack.wording import home as wording
from bot.slack.wording.said import Said

ASK = "home_ask"
SET_AVAILABILITY = "home_set_availability"

#: Slack takes 100 blocks; a need has at most 11, the advisors' desk 30, and everything else at most 35.
_MOST_NEEDS, _MOST_NEEDS_OF_ADVISOR = 5, 2
_MOST_SEEN, _MOST_ROLES, _MOST_REQUESTS = 10, 5, 10


@dataclass(frozen=True)
class Reader:
    """What somebody has sent to others: one card of a need, to whom, and whether they know who wrote it."""

    card: Card
    asked: Asked
    by_expert: bool
    knows_who: bool
    need: str


@dataclass(frozen=True)
class AdvisorsDesk:
    """What advisors see before all else, made by `views.desk`; `metadata` is what they look at there."""

    blocks: Sequence[Block]
    metadata: str


@dataclass(frozen=True)
class Visitor:
    """Whoever opens the Home tab, in all parts that they play.

    Attributes:
        needs: newest first.
        roles: their wishes as the experts that they are.
        requests: what waits for their answer as an expert.
        desk: for advisors only.
        notice: what they just did here.
    """

    language: str
    needs: Sequence[ForCompany] = ()
    readers: Sequence[Reader] = ()
    roles: Sequence[Availability] = ()
    requests: Sequence[ForExpert] = ()
    desk: AdvisorsDesk | None = None
    notice: Said | None = None


def home_view(visitor: Visitor, campus: Campus) -> Json:
    """What Lotsen does, what is under way for this person, and what they can do about it."""
    language = visitor.language
    is_new = not visitor.needs and visitor.desk is None
    return {
        "type": "home",
        "private_metadata": visitor.desk.metadata if visitor.desk else "",
        "blocks": [
            *([words(visitor.notice.in_(language)), divider()] if visitor.notice else []),
            *(visitor.desk.blocks if visitor.desk else ()),
            header(wording.TITLE.in_(language)),
            *([words("\n".join(each.in_(language) for each in wording.WHAT_IT_DOES))] if is_new else []),
            actions(button(ASK, wording.ASK.in_(language), ASK, primary=True)),
            *(_expert(visitor, campus) if visitor.roles or visitor.requests else ()),
            *_needs(visitor, campus),
            *_about_me(visitor, campus.catalogue),
            header(wording.OTHER_WAYS_TITLE.in_(language)),
            bullets(escape(each.in_(language)) for each in wording.OTHER_WAYS),
            header(wording.YOUR_WORDS_TITLE.in_(language)),
            words(wording.YOUR_WORDS.in_(language)),
        ],
    }


def prompts(language: str) -> list[dict[str, str]]:
    """Needs to begin with, as Slack's suggested prompts."""
    return [{"title": title.in_(language), "message": text.in_(language)} for title, text in wording.PROMPTS]


def _needs(visitor: Visitor, campus: Campus) -> list[Block]:
    language = visitor.language
    heading = [divider(), header(wording.YOUR_NEEDS_TITLE.in_(language))]
    if not visitor.needs:
        return [*heading, note(wording.NO_NEEDS.in_(language))]
    ordered = sorted(visitor.needs, key=lambda each: not is_open(each.need))
    most = _MOST_NEEDS_OF_ADVISOR if visitor.desk else _MOST_NEEDS
    shown = [block for each in ordered[:most] for block in need_with_progress(each, campus)]
    older = [note(wording.OLDER.in_(language))] if len(ordered) > most else []
    return [*heading, *shown, *older]


def _about_me(visitor: Visitor, catalogue: Catalogue) -> list[Block]:
    language = visitor.language
    lines = [_reader(each, catalogue, language) for each in visitor.readers if each.by_expert][-_MOST_SEEN:]
    read = [bullets(escape(line) for line in lines)] if lines else [words(wording.ABOUT_ME_NOBODY.in_(language))]
    return [
        divider(),
        header(wording.ABOUT_ME_TITLE.in_(language)),
        *read,
        note(wording.ABOUT_ME_ADVISORS.in_(language)),
        header(wording.MY_DATA_TITLE.in_(language)),
        own_data_buttons(language),
        divider(),
    ]


def _reader(seen: Reader, catalogue: Catalogue, language: str) -> str:
    """Who has read what; the same expert may know the company by one need and not by another."""
    facts = entry_facts(catalogue, seen.card.entry, language)
    who = who_is_asked(seen.asked, facts)
    said = wording.knows_you(who) if seen.knows_who else wording.has_read(who, named=seen.card.company is not None)
    return f"{seen.need}: {said.as_sentence().in_(language)}"


def _expert(visitor: Visitor, campus: Campus) -> list[Block]:
    language = visitor.language
    waiting = [each for each in visitor.requests if each.can_be_answered][:_MOST_REQUESTS]
    lines = [_request(each, campus, language) for each in waiting]
    requests = (
        [words(wording.OPEN_REQUESTS.in_(language)), bullets(escape(line) for line in lines)]
        if lines
        else [words(wording.NO_REQUESTS.in_(language))]
    )
    roles = [_role(each, campus, language) for each in visitor.roles[:_MOST_ROLES]]
    return [divider(), header(wording.EXPERT_TITLE.in_(language)), *requests, *roles]


def _request(shown: ForExpert, campus: Campus, language: str) -> str:
    name = entry_facts(campus.catalogue, shown.card.entry, language).title
    return wording.answered_by(name, campus.by(shown.due_at, language)).in_(language) if shown.due_at else name


def _role(wishes: Availability, campus: Campus, language: str) -> Block:
    facts = entry_facts(campus.catalogue, wishes.expert, language)
    lines = joined(*(escape(line) for line in told(wishes, campus, language)))
    change = button(SET_AVAILABILITY, wording.CHANGE.in_(language), wishes.expert, about=facts.name)
    return beside(joined(title(facts), lines, by="\n"), change)
