"""The modal in which an expert names another service or a colleague, and the services found by what is typed."""

from bot.domain.catalogue import Catalogue
from bot.slack.blocks import Json, field_of, label, modal, note, option, words
from bot.slack.views.choice import Subject
from bot.slack.views.entry import entry_facts
from bot.slack.wording import redirect as wording

CALLBACK = "redirect"
#: The menu of services, whose options are asked for while somebody types, and the menu of colleagues.
SERVICE, COLLEAGUE = "redirect_service", "redirect_colleague"

#: Slack takes a hundred; nobody reads more than these.
_MOST = 30
_LONGEST_VALUE = 150


def redirect_modal(about: Subject) -> Json:
    """A service of the catalogue, or a colleague."""
    language = about.language
    services: Json = {"type": "external_select", "min_query_length": 0}
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            words(wording.COMPANY_DECIDES.in_(language)),
            field_of(SERVICE, wording.SERVICE_LABEL.in_(language), services, optional=True),
            note(wording.SERVICE_HINT.in_(language)),
            field_of(COLLEAGUE, wording.COLLEAGUE_LABEL.in_(language), {"type": "users_select"}, optional=True),
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def services_like(typed: str, catalogue: Catalogue, language: str) -> list[Json]:
    """Services and experts in whose name or unit every typed word stands, as options."""
    wanted = typed.casefold().split()
    titles = ((entry, entry_facts(catalogue, entry, language).title) for entry in catalogue.entry_ids)
    found = [(entry, title) for entry, title in titles if all(word in title.casefold() for word in wanted)]
    return [option(title, entry) for entry, title in found if len(entry) <= _LONGEST_VALUE][:_MOST]
