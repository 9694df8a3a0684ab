"""The buttons of the acts that change what a company is offered or asked, as they stand on a need's page."""

from collections.abc import Sequence

from bot.domain.enquiry import Enquiry
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import NeedEvent
from bot.domain.need import Need
from bot.domain.telling import UNDER_WAY
from bot.slack.blocks import Json
from bot.slack.views.desk.brief import brief_button
from bot.slack.views.desk.correction import correct_button
from bot.slack.views.desk.enquiry import enquire_button
from bot.slack.views.desk.introduce import introduce_button, to_take


def act_buttons(
    need: Need, introductions: Sequence[Introduction], enquiries: Sequence[Enquiry], language: str
) -> list[Json]:
    """Those that can do something now."""
    buttons = []
    if need.may(NeedEvent.CORRECTED):
        buttons += [correct_button(need.id, language), brief_button(need.id, language)]
    if need.state in UNDER_WAY and not any(each.is_open for each in enquiries):
        buttons.append(enquire_button(need.id, language))
    if to_take(introductions):
        buttons.append(introduce_button(need.id, language))
    return buttons
