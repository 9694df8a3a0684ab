"""The brief's modal for a need: which cards stand in it, and what was entered. How it looks is in `views.brief`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.approve import card_for
from bot.desk.propose import draft_of
from bot.domain.brief import draft
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState, NeedEvent
from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.forms import text_in, ticked
from bot.slack.reception import Reception
from bot.slack.views.brief import LATER, NAME, TEXT, Draft, Form, brief_modal, over_modal, under_way_modal


@dataclass(frozen=True)
class Entered:
    """What stands in an open brief."""

    form: Form
    draft: Draft


def new_brief(reception: Reception, need: Need, entries: Sequence[str]) -> Json:
    """The brief for the matches that a company chose; those chosen before are left out, and suggestions approved."""
    if not need.may(NeedEvent.WITHDRAWN):
        return over_modal(need, entries[0], reception.catalogue)
    before = reception.introductions_of(need.id)
    fresh = tuple(entry for entry in entries if entry not in before)
    if fresh:
        return shown(reception, need, Entered(Form(need.id, fresh), Draft(draft(need.text))))
    suggested = [before[entry] for entry in entries if before[entry].state is IntroductionState.PROPOSED]
    if suggested:
        return suggested_brief(reception, need, suggested[0].id)
    return under_way_modal(need, entries[0], reception.catalogue)


def suggested_brief(reception: Reception, need: Need, proposal: str) -> Json:
    """The brief for whom an expert or an advisor suggested."""
    found = reception.introduction(proposal)
    if found is None or found.state is not IntroductionState.PROPOSED:
        return under_way_modal(need, found.entry if found else proposal, reception.catalogue)
    asked = reception.introduction(found.proposed_by or "")
    card = asked.card if asked else None
    name = card.company if card else None
    text = _advisors_words(reception, found) or (card.brief if card else draft(need.text))
    form = Form(need.id, (found.entry,), proposal, colleague=found.expert_user is not None, named=name is not None)
    return shown(reception, need, Entered(form, Draft(text, name or "")))


def shown(reception: Reception, need: Need, entered: Entered) -> Json:
    """The modal with what was entered, and the very cards that come of it."""
    form, text = entered.form, entered.draft.text
    company = entered.draft.company if form.named else None
    cards = [card_for(need, entry, text, company) for entry in form.entries]
    return brief_modal(need, form, entered.draft, cards, reception.catalogue)


def read(view: Json) -> Entered:
    """What stands in an open brief, from the payload of whatever was done in it."""
    form = Form.unpacked(view["private_metadata"])
    later = tuple(form.entries[int(number)] for number in ticked(view, LATER))
    return Entered(form, Draft(text_in(view, TEXT), text_in(view, NAME), later))


def _advisors_words(reception: Reception, proposal: Introduction) -> str | None:
    """The brief that comes with an advisor's suggestion; an expert's comes with what the company approved before."""
    with reception.desk.store.reading() as unit:
        return draft_of(unit, proposal)
