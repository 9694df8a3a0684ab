"""The modal that narrows the queue: the one in the desk's modal below it, or the one on the Home tab."""

from collections.abc import Mapping
from typing import Final

from bot.domain.catalogue import Catalogue
from bot.domain.lifecycle import NEED, NeedState
from bot.domain.queue import NOBODY
from bot.slack.blocks import Block, Json, choice_of, field_of, label, menu_of, modal, option, ticks, words
from bot.slack.views.campus import Campus
from bot.slack.views.desk.line import unit_name
from bot.slack.views.desk.look import Look
from bot.slack.wording.desk import filters as wording
from bot.slack.wording.desk.case import STATES
from bot.slack.wording.said import Said
from matcher.answer import Language

CALLBACK = "desk_filters"
WORDS, UNIT, LANGUAGE, STATE = "desk_words", "desk_unit", "desk_language", "desk_state"
ADVISOR, FREE, AGE = "desk_advisor", "desk_free", "desk_age"

#: A menu cannot be emptied again once something is chosen in it, so that "any" has to be a choice.
ANY = "any"
#: More words than these say no more about which need is meant, and they travel with the view.
LONGEST_WORDS = 200
#: Ten years in days; no need is older.
OLDEST = 3650

#: The languages that a need can have, by the value of the menu.
LANGUAGE_OF: Final[Mapping[str, Language]] = {"sv": "sv", "en": "en", "other": "other"}

_OPEN = tuple(state for state in NeedState if NEED[state])


def filters_modal(look: Look, campus: Campus, language: str) -> Json:
    """Every filter as it stands, each free to be left empty."""
    filters = look.filters
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            words(wording.INTRODUCTION.in_(language)),
            _words(filters.words, language),
            _units(filters.infrastructure, campus.catalogue, language),
            _menu(STATE, wording.STATE_LABEL, {state: STATES[state] for state in _OPEN}, filters.state, language),
            _menu(LANGUAGE, wording.LANGUAGE_LABEL, wording.LANGUAGES, filters.language, language),
            *_holder(filters.advisor, language),
            _age(filters.older_than_days, language),
        ],
        callback_id=CALLBACK,
        private_metadata=look.packed(campus.rules.today(campus.now)),
        submit=label(wording.SUBMIT.in_(language)),
    )


def _words(text: str, language: str) -> Block:
    typed: Json = {"type": "plain_text_input", "max_length": LONGEST_WORDS}
    return _optional(WORDS, wording.WORDS_LABEL, {**typed, **({"initial_value": text} if text else {})}, language)


def _units(chosen: str | None, catalogue: Catalogue, language: str) -> Block:
    names = {unit.id: unit_name(catalogue, unit.id, language) for unit in catalogue.infrastructures}
    by_name = sorted(names, key=lambda unit: names[unit].casefold())
    options = [option(wording.ANY.in_(language), ANY), *(option(names[unit], unit) for unit in by_name)]
    return _optional(UNIT, wording.UNIT_LABEL, menu_of(options, chosen or ANY), language)


def _menu(field: str, name: Said, choices: dict[str, Said], chosen: str | None, language: str) -> Block:
    options = [option(said.in_(language), value) for value, said in {ANY: wording.ANY, **choices}.items()]
    return _optional(field, name, choice_of("static_select", options, chosen or ANY), language)


def _holder(advisor: str | None, language: str) -> list[Block]:
    """An advisor, or the word that it is nobody."""
    people: Json = {"type": "multi_users_select", "max_selected_items": 1}
    first: Json = {"initial_users": [advisor]} if advisor else {}
    free = ticks([option(wording.ONLY_FREE.in_(language), FREE)], [FREE] if advisor == NOBODY else [])
    return [
        _optional(ADVISOR, wording.ADVISOR_LABEL, {**people, **first}, language),
        _optional(FREE, wording.FREE_LABEL, free, language),
    ]


def _age(days: int | None, language: str) -> Block:
    number: Json = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": str(OLDEST),
    }
    return _optional(
        AGE, wording.AGE_LABEL, {**number, **({"initial_value": str(days)} if days is not None else {})}, language
    )


def _optional(field: str, name: Said, element: Json, language: str) -> Block:
    return field_of(field, name.in_(language), element, optional=True)
