import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from slack_bolt import BoltRequest, BoltResponse

from bot.domain.availability import Availability
from bot.domain.introduction import Wait
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import AUDIENCE, Audience, Message, Topic
from bot.domain.need import Door
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.domain.showing import Shown, Undeliverable
from bot.rehearsal.wire import Json
from bot.slack.listeners.outdated_action import handle_outdated_action
from bot.slack.rendering import render
from bot.slack.views import (
    all_matches,
    answer,
    ask,
    availability,
    brief,
    choose,
    decline,
    feedback,
    home,
    how_to_ask,
    not_before,
    own_data,
    redirect,
)
from bot.slack.views.choice import Subject
from tests.slack.answers import (
    ASKS_BACK,
    CAMPUS,
    DYEING,
    FOUND,
    JOINER,
    MILLING,
    MISSED,
    NO_NEED,
    NOON,
    WORKSHOP,
    a_card,
    a_need,
    an_introduction,
    to_advisors,
    to_company,
    to_expert,
    to_group,
)
from tests.slack.checking import identifiers
from tests.slack.rig import Rig

ABOUT = Subject(f"N7/{MILLING}", "en")
WISHES = Availability(JOINER)
#: Modals without a submit button send nothing.
SILENT = {ask.RECEIVED_CALLBACK, brief.UNDER_WAY_CALLBACK, choose.EMPTY_CALLBACK}
#: Menus in modals: their choice comes with the modal, or asks for options.
MENUS = {redirect.SERVICE, redirect.COLLEAGUE, choose.CHOSEN, brief.LATER, feedback.USEFUL, decline.REASON}


def shown_for(topic: Topic) -> Shown:
    """What a message of a topic may be made from, in a state in which it has its buttons."""
    match AUDIENCE[topic]:
        case Audience.COMPANY if topic in {Topic.SUGGESTION, Topic.SUGGESTION_CHANGED}:
            return to_company(an_introduction(state=IntroductionState.PROPOSED))
        case Audience.COMPANY:
            return to_company(an_introduction())
        case Audience.EXPERT:
            return to_expert()
        case Audience.GROUP:
            return to_group()
        case Audience.ADVISORS if topic in {Topic.LATE, Topic.LATE_CHANGED}:
            return to_advisors(an_introduction())
        case Audience.ADVISORS:
            said = Confidential("Good.")
            words = PrivateWords(NOON, "N7", f"N7/{MILLING}", "U0EXPERT", About.FEEDBACK, said, useful=True)
            return to_advisors(private_words=(words,), undeliverable=Undeliverable(3, Topic.REQUEST, "user_disabled"))


def postings() -> Iterator[list[Json]]:
    """Every message, as it leaves through the outbox."""
    for topic in Topic:
        message = Message(topic, "N7", f"N7/{MILLING}")
        yield render(message, shown_for(topic), CAMPUS).blocks


def modals() -> Iterator[Json]:
    """Every modal, and the Home tab of somebody who is company, expert and advisor in one."""
    found, form = a_need(FOUND), brief.Form("N7", (MILLING, DYEING), named=True)
    cards = [a_card(MILLING), a_card(DYEING)]
    yield brief.brief_modal(found, form, brief.Draft("Write to joiner@example.com", "Chairs"), cards, WORKSHOP)
    yield from (brief.under_way_modal(found, MILLING, WORKSHOP), brief.over_modal(found, MILLING, WORKSHOP))
    yield from (all_matches.all_matches_modal(found, FOUND, WORKSHOP), choose.choose_modal(found, FOUND, WORKSHOP))
    yield choose.choose_modal(a_need(NO_NEED), NO_NEED, WORKSHOP)
    yield from (ask.ask_modal(Door.HOME, "en"), ask.received_modal("en"))
    yield from (not_before.not_before_modal(ABOUT, date(2026, 3, 2)), redirect.redirect_modal(ABOUT))
    yield from (decline.decline_modal(ABOUT, each) for each in (decline.CALLBACK, decline.BY_HAND_CALLBACK))
    yield from (how_to_ask.contact_modal(ABOUT), how_to_ask.description_modal(ABOUT), feedback.feedback_modal(ABOUT))
    yield availability.availability_modal(WISHES, CAMPUS, "en")
    yield home.home_view(home.Visitor("en", [to_company(an_introduction())], (), [WISHES], [to_expert()]), CAMPUS)


def emitted() -> set[str]:
    """Every identifier that any view emits and that Slack sends back by itself."""
    asks_back = a_need(ASKS_BACK)
    next_choice = to_company(an_introduction(state=IntroductionState.APPROVED, waits=Wait.NEXT))
    views: list[object] = [
        *postings(),
        *modals(),
        answer.answer_posting(asks_back, ASKS_BACK, WORKSHOP).blocks,
        answer.answer_posting(a_need(MISSED), MISSED, WORKSHOP).blocks,
        own_data.erase_posting("en").blocks,
        own_data.need_with_progress(next_choice, CAMPUS),
        own_data.withdraw_posting([to_company()], "en").blocks,
    ]
    return set(identifiers(views)) - MENUS


def fields() -> set[str]:
    """The fields of all modals, whose values come with the modal."""
    return {block["block_id"] for view in modals() for block in view["blocks"] if block["type"] == "input"}


def payload(identifier: str, callbacks: set[str]) -> Json:
    """What Slack sends when the thing with this identifier is used."""
    who = {"user": {"id": "U0COMPANY", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}
    if identifier in callbacks:
        return {"type": "view_submission", "view": {"type": "modal", "callback_id": identifier}, **who}
    actions = [{"type": "button", "action_id": identifier, "block_id": "b", "value": "{}"}]
    return {"type": "block_actions", "actions": actions, **who}


@pytest.fixture
def takers(rig: Rig) -> dict[str, str]:
    """For each identifier, the module of the first listener that takes it."""
    callbacks = {view["callback_id"] for view in modals() if "callback_id" in view}
    sent_alone = emitted() - SILENT - (fields() - {brief.SHOW_NAME})
    found = {}
    for identifier in sorted(sent_alone):
        request = BoltRequest(body=payload(identifier, callbacks), mode="socket_mode")
        taken = (each for each in rig.app._listeners if each.matches(req=request, resp=BoltResponse(status=200)))
        found[identifier] = next(taken).ack_function.__module__.rpartition(".")[2]
    return found


def test_every_identifier_that_a_view_emits_is_taken_by_a_listener_of_its_own(takers: dict[str, str]) -> None:
    module = handle_outdated_action.__module__.rpartition(".")[2]

    assert [identifier for identifier, taker in takers.items() if taker == module] == []


def test_every_listener_for_a_button_or_modal_is_used_by_a_view(takers: dict[str, str], rig: Rig) -> None:
    modules = {each.ack_function.__module__.rpartition(".")[2] for each in rig.app._listeners}
    expected = {name for name in modules if re.search(r"_(actions?|submission)$", name)} - {"outdated_action"}

    assert set(takers.values()) == expected


def test_the_menu_that_asks_for_options_is_answered(rig: Rig) -> None:
    body = {"type": "block_suggestion", "action_id": redirect.SERVICE, "block_id": "b", "value": ""}
    request = BoltRequest(body={**body, "user": {"id": "U1"}, "team": {"id": "T0HOME"}}, mode="socket_mode")

    taken = [each for each in rig.app._listeners if each.matches(req=request, resp=BoltResponse(status=200))]

    assert [each.ack_function.__module__.rpartition(".")[2] for each in taken] == ["redirect_options"]


def test_every_topic_has_a_view() -> None:
    assert len(list(postings())) == len(Topic)


def test_a_thread_that_is_over_has_no_buttons() -> None:
    closed = an_introduction(state=IntroductionState.CLOSED, thread=("G1", "1.1"))

    blocks = render(Message(Topic.INTRODUCTION_CHANGED, "N7", closed.id), to_group(closed), CAMPUS).blocks

    assert list(identifiers(blocks)) == []


def test_a_need_that_is_over_can_not_be_taken_back() -> None:
    over = replace(a_need(FOUND), state="withdrawn")

    assert list(identifiers(own_data.need_with_progress(to_company(need=over), CAMPUS))) == []
