"""The menu in which an advisor finds any service or expert of the catalogue, and what is found by what they type.

All of it is in memory, so that Slack has the options long before it stops waiting.
"""

from collections.abc import Iterator

from bot.domain.catalogue import Catalogue, Expert
from bot.domain.catalogue_unit import Infrastructure
from bot.slack.blocks import Json, option, prompt
from bot.slack.views.entry import entry_facts
from bot.slack.wording.desk import entries as wording

#: What the action ids of all such menus begin with: one listener answers them.
MENU = "desk_entry"
#: The value of the option that leaves a place empty: a menu in which something was chosen cannot be cleared everywhere.
NOTHING = "-"

#: Slack takes a hundred options, of which one may leave the place empty.
_MOST = 99
_LONGEST_VALUE = 150


def entry_menu(catalogue: Catalogue, chosen: str | None, language: str) -> Json:
    """The menu, with an entry chosen from the start when there is one."""
    element: Json = {
        "type": "external_select",
        "min_query_length": 0,
        "placeholder": prompt(wording.TYPE.in_(language)),
    }
    if chosen is None or len(chosen) > _LONGEST_VALUE:
        return element
    return {**element, "initial_option": option(entry_facts(catalogue, chosen, language).title, chosen)}


def entries_like(typed: str, catalogue: Catalogue, language: str) -> list[Json]:
    """Entries in which every typed word stands, in either language; those that are called so come first."""
    wanted = typed.casefold().split()
    titles = {entry: entry_facts(catalogue, entry, language).title for entry in catalogue.entry_ids}
    named = [entry for entry, title in titles.items() if _all_in(wanted, title)]
    known = (entry for entry in titles if _all_in(wanted, " ".join(_words_of(entry, catalogue))))
    found = list(dict.fromkeys([*named, *known]))
    return [option(titles[entry], entry) for entry in found if len(entry) <= _LONGEST_VALUE][:_MOST]


def nothing_option(language: str) -> Json:
    """The option that leaves a place empty."""
    return option(wording.NOTHING.in_(language), NOTHING)


def _all_in(wanted: list[str], text: str) -> bool:
    text = text.casefold()
    return all(word in text for word in wanted)


def _words_of(entry: str, catalogue: Catalogue) -> Iterator[str]:
    """What somebody may remember of an entry: names and everyday words in both languages, techniques, knowledge."""
    chosen, unit = catalogue.entry(entry), catalogue.infrastructure_of(entry)
    yield from _names_of(unit)
    for language in ("en", "sv"):
        if isinstance(chosen, Expert):
            yield from (chosen.role.in_(language), *chosen.knows.in_(language))
        else:
            yield from (chosen.name.in_(language), *chosen.synonyms.in_(language))
    if not isinstance(chosen, Expert):
        yield from chosen.techniques


def _names_of(unit: Infrastructure) -> Iterator[str]:
    yield from (unit.id, unit.name.en, unit.name.sv, *unit.aliases)
