import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.card import Why
from bot.domain.introduction import ByHand, Decline, Introduction, Wait
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.message import UPDATES, Message, Topic
from bot.domain.people import Contact, Hurdle, Person, Reach, Side
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.domain.showing import Asked, Undeliverable, for_expert
from bot.slack.blocks import Posting
from bot.slack.rendering import Incomplete, render
from bot.slack.views import advisors, company_notes
from bot.slack.views.by_hand import by_hand_posting
from bot.slack.views.follow import advisor_changed_posting, thread_ended_posting
from bot.slack.views.home import ASK, Reader, Visitor, home_view, prompts
from bot.slack.views.introduction import introduction_posting
from bot.slack.views.late import late_posting
from bot.slack.views.own_data import export_postings, need_with_progress, status_posting
from bot.slack.views.progress import progress_posting
from bot.slack.views.request import NO, NOT_BEFORE, NOT_US, YES, request_changed_posting, request_posting
from bot.slack.wording.undelivered import undelivered
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    GARDENER,
    HOSTILE,
    JOINER,
    MILLING,
    MISSED,
    NOON,
    WEDNESDAY,
    WORKSHOP,
    a_card,
    a_need,
    an_introduction,
    to_advisors,
    to_company,
    to_expert,
    to_group,
)
from tests.slack.checking import identifiers, shown, shown_view
from tests.slack.everything import shown_for

CONTACT = Contact(JOINER, slack="U0EXPERT", email="joiner@example.com")
STATES = list(IntroductionState)
THE_JOINER = Asked(JOINER, is_chosen=True)


def nine_choices() -> list[Introduction]:
    """Introductions that take the most room: each has two buttons."""
    waiting = an_introduction(state=IntroductionState.APPROVED, waits=Wait.NEXT)
    return [replace(waiting, id=f"N7/{n}") for n in range(9)]


def by_hand(introduction: Introduction | None = None, contact: Contact | None = CONTACT) -> Posting:
    told = to_advisors(introduction, contact=contact)
    assert told.introduction is not None
    return by_hand_posting(told, told.introduction, CAMPUS)


def with_advisor(**more: object) -> Introduction:
    known = {"state": IntroductionState.WITH_ADVISOR, "by_hand": ByHand.OUT_OF_REACH, **more}
    return an_introduction(**known)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("topic", Topic)
def test_every_message_is_one_that_slack_takes(topic: Topic, language: str) -> None:
    what = shown_for(topic)
    what = replace(what, need=replace(what.need, language=language)) if hasattr(what, "need") else what

    assert shown(render(Message(topic, "N7", f"N7/{MILLING}"), what, CAMPUS))


@pytest.mark.parametrize("topic", [Topic.SAID_NO, Topic.REQUEST_BY_HAND, Topic.ANSWER, Topic.UNDELIVERABLE])
def test_a_message_about_nothing_is_incomplete(topic: Topic) -> None:
    nothing = to_company(need=replace(a_need(FOUND), answer=None))
    for_advisors = replace(to_advisors(), introduction=None)

    with pytest.raises(Incomplete):
        render(Message(topic, "N7"), for_advisors if "by_hand" in topic or "undel" in topic else nothing, CAMPUS)


def test_the_card_is_shown_with_its_words_its_reasons_and_its_four_answers() -> None:
    card = a_card(why=(Why("in oak", "choice of wood"),))
    posting = request_posting(to_expert(an_introduction(card=card)), CAMPUS)
    text = shown(posting)

    assert "Forty chair backs in oak." in text
    assert "They write “in oak”, and this matches your description: “choice of wood”" in text
    assert "The company was promised an answer by Wednesday 4 March, 13:00." in text
    assert list(identifiers(posting.blocks)) == [YES, NOT_BEFORE, NOT_US, NO]


def test_what_met_the_same_words_stands_in_one_line_and_own_words_come_first() -> None:
    example = "We need forty identical chair backs in oak"
    card = a_card(why=(Why("in oak", example), Why("in oak", "five axes"), Why("in oak", "routing")))
    text = shown(request_posting(to_expert(an_introduction(card=card)), CAMPUS))

    assert "They write “in oak”, and this matches your description: “five axes” and “routing”" in text
    assert example not in text


def test_a_card_names_the_company_only_when_that_chose_so() -> None:
    named = an_introduction(card=a_card(company="Chair Makers"))

    assert "From Chair Makers." in shown(request_posting(to_expert(named), CAMPUS))
    assert "From a company." in shown(request_posting(to_expert(), CAMPUS))


def test_the_notification_of_a_request_tells_nothing_of_the_brief() -> None:
    assert "oak" not in request_posting(to_expert(), CAMPUS).text


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_card_tells_what_became_of_it_in_every_state(state: IntroductionState, language: str) -> None:
    day, card = date(2026, 5, 4), a_card(language=language)
    expert = to_expert(an_introduction(card=card, state=state, not_before=day, by_hand=ByHand.NO_ANSWER))
    posting = request_changed_posting(expert, CAMPUS)

    assert shown(posting)
    assert bool(list(identifiers(posting.blocks))) == expert.can_be_answered


def test_a_yes_by_hand_does_not_promise_a_group_message() -> None:
    introduced = an_introduction(state=IntroductionState.INTRODUCED)

    assert "An innovation advisor brings you together." in shown(request_changed_posting(to_expert(introduced), CAMPUS))


def test_an_erased_card_says_so() -> None:
    erased = an_introduction(card=a_card(brief=""), state=IntroductionState.WITHDRAWN)

    assert "has had its words erased" in shown(request_changed_posting(to_expert(erased), CAMPUS))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_company_reads_where_each_introduction_stands(state: IntroductionState, language: str) -> None:
    introduction = an_introduction(
        state=state, not_before=date(2026, 5, 4), decline=Decline.NO_TIME, by_hand=ByHand.NO_ANSWER
    )

    posting = progress_posting(to_company(introduction, need=a_need(FOUND, language=language)), CAMPUS)

    assert "U0EXPERT" not in shown(posting)


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        (Wait.NEXT, "Asked only if the others say no."),
        (Wait.CAP, "asked as soon as they have room. You will have an answer by Wednesday 4 March, 13:00."),
        (Wait.PAUSED, "They are away until Wednesday 4 March. You will have an answer by Wednesday 4 March, 13:00."),
        (Wait.HOURS, "They are asked when they are at work."),
        (None, "Approved, and about to be asked."),
    ],
)
def test_a_company_reads_what_an_introduction_waits_for(waits: Wait | None, said: str) -> None:
    waiting = an_introduction(state=IntroductionState.APPROVED, waits=waits, waits_until=WEDNESDAY)

    assert said in shown(progress_posting(to_company(waiting), CAMPUS))


def test_a_company_reads_a_no_in_words_of_our_own() -> None:
    declined = an_introduction(state=IntroductionState.DECLINED, decline=Decline.NOT_OUR_FIELD)
    text = shown(company_notes.said_no_posting(to_company(declined), to_company(declined).progress[0], CAMPUS))

    assert "The answer is no this time: your question lies outside what they do." in text
    assert "An innovation advisor knows, and helps you on." in text


def test_a_company_with_others_under_way_reads_that_these_go_on() -> None:
    declined = an_introduction(state=IntroductionState.DECLINED, decline=Decline.OTHER)
    told = to_company(declined, an_introduction(DYEING))

    assert "What else you approved goes on." in shown(company_notes.said_no_posting(told, told.progress[0], CAMPUS))


def test_a_long_list_of_introductions_leaves_out_the_oldest() -> None:
    many = [replace(each, id=f"N7/{n}", entry=f"house/{n}") for n, each in enumerate(nine_choices() * 7)]

    text = shown(progress_posting(to_company(*many), CAMPUS))

    assert "Older ones are not shown here." in text
    assert "house/62" in text


def test_a_colleague_is_told_apart_and_not_named() -> None:
    asked = an_introduction(state=IntroductionState.REDIRECTED)
    colleague = replace(
        asked, id=f"{asked.id}/colleague", state=IntroductionState.PROPOSED, proposed_by=asked.id, card=None
    )

    text = shown(progress_posting(to_company(asked, colleague), CAMPUS))

    assert "(a colleague there)" in text


def test_a_short_word_about_introductions_counts_them_rightly() -> None:
    over = [an_introduction(entry, state=IntroductionState.CLOSED) for entry in (MILLING, DYEING)]
    need = a_need(FOUND, language="sv")

    assert progress_posting(to_company(over[0], need=need), CAMPUS).text.endswith("0 på gång, 1 avslutad")
    assert progress_posting(to_company(*over, need=need), CAMPUS).text.endswith("0 på gång, 2 avslutade")


def test_who_named_somebody_else_is_told_as_whoever_was_asked_about_it() -> None:
    service = an_introduction(state=IntroductionState.REDIRECTED)
    expert = an_introduction(JOINER, state=IntroductionState.REDIRECTED)

    assert suggested_by(service).startswith(
        "Those who answer for Computer-controlled milling of wood — Timber Workshop cannot take it, but would suggest"
    )
    assert suggested_by(expert).startswith("The master joiner at Timber Workshop cannot take it, but would suggest")


def suggested_by(asked: Introduction) -> str:
    proposal = replace(
        an_introduction(DYEING, state=IntroductionState.PROPOSED, proposed_by=asked.id), card=None, expert=None
    )
    return render(Message(Topic.SUGGESTION, "N7", proposal.id), to_company(proposal, asked), CAMPUS).text


def test_a_suggestion_that_was_decided_has_no_buttons() -> None:
    asked = an_introduction(state=IntroductionState.REDIRECTED)
    left = an_introduction(DYEING, state=IntroductionState.WITHDRAWN, proposed_by=asked.id)
    left = replace(left, card=None)
    message = Message(Topic.SUGGESTION_CHANGED, "N7", left.id)

    posting = render(message, to_company(left, asked), CAMPUS)

    assert "You left this suggestion." in shown(posting)
    assert list(identifiers(posting.blocks)) == []


def test_the_thread_begins_with_brief_people_agenda_first_step_and_what_to_bring() -> None:
    text = shown(introduction_posting(to_group(), CAMPUS))

    assert "Forty chair backs in oak." in text
    assert "<@U0COMPANY> — the company that asks" in text
    assert "<@U0EXPERT> — master joiner, Timber Workshop" in text
    assert "<@U0ADVISOR> — innovation advisor" in text
    assert "5 minutes: the company says" in text
    assert "First step: preparation" in text
    assert "The company brings: A drawing and the material." in text
    assert "[We have met]  [Change advisor]  [Close]" in text


def test_the_thread_without_an_advisor_names_two_people() -> None:
    alone = an_introduction(state=IntroductionState.ACCEPTED, advisor=None)

    assert shown(introduction_posting(to_group(alone), CAMPUS)).count("<@") == 2


def test_the_thread_names_a_company_that_chose_so_and_speaks_its_language() -> None:
    card = a_card(language="sv", company="Stolmakarna")
    text = shown(introduction_posting(to_group(an_introduction(card=card, state=IntroductionState.ACCEPTED)), CAMPUS))

    assert "Stolmakarna, företaget som frågar" in text
    assert "snickarmästare, Träverkstaden" in text


def test_an_expert_who_was_chosen_brings_nothing_of_the_company() -> None:
    chosen = an_introduction(JOINER, state=IntroductionState.ACCEPTED)

    assert "brings" not in shown(introduction_posting(to_group(chosen), CAMPUS))


def test_the_notification_of_a_thread_tells_nothing_of_the_brief() -> None:
    assert "oak" not in introduction_posting(to_group(), CAMPUS).text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (IntroductionState.MET, "You have met."),
        (IntroductionState.CLOSED, "is closed"),
        (IntroductionState.WITHDRAWN, "taken this introduction back"),
    ],
)
def test_the_thread_tells_how_it_stands(state: IntroductionState, said: str) -> None:
    over = to_group(an_introduction(state=state, thread=("G1", "1.1")))

    assert said in shown(introduction_posting(over, CAMPUS))


def test_the_end_of_a_thread_says_who_ended_it() -> None:
    withdrawn = to_group(an_introduction(state=IntroductionState.WITHDRAWN, thread=("G1", "1.1")))

    assert "The company has taken" in shown(thread_ended_posting(withdrawn))
    assert "Another advisor" in shown(advisor_changed_posting(withdrawn))


def test_a_request_by_hand_has_everything_that_is_needed() -> None:
    text = shown(by_hand(with_advisor(hurdle=Hurdle(Side.EXPERT, Reach.UNLINKED))))

    for needed in ("<@U0COMPANY>", "master joiner", "<@U0EXPERT>", "joiner@example.com", "oak.", "For: <@U0ADVISOR>"):
        assert needed in text
    assert "Why by hand: no account is linked to the expert" in text
    assert "[They said yes]  [They said no]" in text


def test_the_ready_emails_are_in_both_languages_and_name_the_company_only_when_it_chose_so() -> None:
    def emails(introduction: Introduction) -> list[str]:
        return [block["elements"][0]["elements"][0]["text"] for block in by_hand(introduction).blocks[-3:-1]]

    english, swedish = emails(with_advisor())
    assert english.startswith("Subject: A company asks about Computer-controlled milling of wood")
    assert swedish.startswith("Ämne: Ett företag frågar om Datorstyrd fräsning av trä")
    assert "Chair Makers has asked for help" in emails(with_advisor(card=a_card(company="Chair Makers")))[0]


@pytest.mark.parametrize(
    ("hurdle", "why"),
    [
        (Hurdle(Side.COMPANY, Reach.DEACTIVATED), "the company's account is closed"),
        (Hurdle(Side.EXPERT, Reach.REFUSED), "their conversation could not be opened in Slack"),
        (Hurdle(Side.EXPERT, Reach.UNTRIED), "their conversation could not be opened in Slack"),
    ],
)
def test_where_both_agreed_an_advisor_introduces_instead_of_asking(hurdle: Hurdle, why: str) -> None:
    text = shown(by_hand(with_advisor(by_hand=ByHand.BOTH_AGREED, hurdle=hurdle)))

    assert "Both said yes; bring them together: need N7" in text
    assert f"Why by hand: {why}" in text
    assert "introduce you: the company that asked, and the master joiner at Timber Workshop" in text
    assert "May we introduce you?" not in text
    assert "[They are introduced]  [Close]" in text


def test_those_who_were_introduced_after_both_agreed_need_not_be_brought_together() -> None:
    went_on = an_introduction(state=IntroductionState.INTRODUCED, by_hand=ByHand.BOTH_AGREED)

    assert "Bring the two together yourself" not in shown(by_hand(went_on))


def test_a_request_by_hand_that_went_on_has_no_buttons_and_no_email() -> None:
    posting = by_hand(an_introduction(state=IntroductionState.INTRODUCED))

    assert "Bring the two together yourself" in shown(posting)
    assert "Subject:" not in shown(posting)
    assert list(identifiers(posting.blocks)) == []


def test_an_expert_without_a_contact_is_said_to_be_not_linked() -> None:
    text = shown(by_hand(with_advisor(entry="gone/away", expert_user=None, expert=None), contact=None))

    assert "Slack account: not linked" in text
    assert "nobody is named in the catalogue" in text


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("reach", Reach)
@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("why", [ByHand.OUT_OF_REACH, ByHand.BOTH_AGREED])
def test_every_hurdle_has_words_for_advisors_and_for_the_company(
    side: Side, reach: Reach, language: str, why: ByHand
) -> None:
    handed = with_advisor(hurdle=Hurdle(side, reach), by_hand=why)
    told = to_company(handed, need=a_need(FOUND, language=language))

    assert shown(by_hand(handed))
    assert shown(company_notes.advisor_answers_posting(told, told.progress[0], CAMPUS))


def test_a_late_answer_can_be_taken_over_until_it_is_there() -> None:
    told = to_advisors()
    waits, answered = an_introduction(), an_introduction(state=IntroductionState.DECLINED)

    unasked = an_introduction(state=IntroductionState.APPROVED, expert_user=None, due_at=None)

    assert "[Take over]" in shown(late_posting(told, waits, CAMPUS))
    assert "No longer waiting" in shown(late_posting(told, unasked, CAMPUS))
    assert "No longer waiting" in shown(late_posting(told, answered, CAMPUS))


def test_words_for_advisors_are_told_with_what_they_are_about() -> None:
    def words(about: About, *, useful: bool | None, said: str = "They were kind.") -> str:
        told = PrivateWords(NOON, "N7", None, "U0EXPERT", about, Confidential(said), useful=useful)
        return shown(advisors.private_words_posting(to_advisors(), told))

    assert "useful: no" in words(About.FEEDBACK, useful=False)
    assert "They were kind." in words(About.DECLINE, useful=None)
    assert "Neither side can read this." in words(About.FEEDBACK, useful=True, said="")


def test_of_several_words_a_message_tells_its_own() -> None:
    first, second = (
        PrivateWords(NOON, "N7", f"N7/{MILLING}", "U0EXPERT", About.DECLINE, Confidential(said)) for said in ("a", "b")
    )
    told = to_advisors(private_words=(first, second))

    assert "b" in shown(render(Message(Topic.PRIVATE_WORDS, "N7", f"N7/{MILLING}", "2"), told, CAMPUS))
    with pytest.raises(Incomplete):
        render(Message(Topic.PRIVATE_WORDS, "N7", "N7/other"), told, CAMPUS)


def test_what_is_undeliverable_says_how_to_try_again() -> None:
    told = shown(advisors.undeliverable_posting(a_need(FOUND), Undeliverable(3, Topic.HOW_TO_ASK, "user_disabled")))

    assert "could not be delivered: the question to the expert how they want to be asked." in told
    assert "Error: user_disabled. “lotsen outbox retry 3” tries again" in told


@pytest.mark.parametrize("topic", Topic)
def test_no_message_that_is_undeliverable_is_called_by_its_topic(topic: Topic) -> None:
    told = undelivered(topic)

    assert "_" not in told.en
    assert ("what is new in" in told.en) is (topic in UPDATES)


def test_a_breakdown_has_a_reference_and_the_words_that_were_kept() -> None:
    text = shown(advisors.breakdown_posting(a_need(FOUND, text="Forty chairs")))

    assert "Reference: N7" in text
    assert "Forty chairs" in text


def test_the_company_reads_who_is_in_the_thread_without_anybody_being_notified() -> None:
    told = to_company(an_introduction())
    text = shown(company_notes.thread_opened_posting(told, told.progress[0], CAMPUS))

    assert "the master joiner at Timber Workshop" in text
    assert "<@" not in text


def test_an_apology_has_a_reference() -> None:
    assert "Referens: N7" in shown(company_notes.apology_posting(a_need(FOUND, language="sv")))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_home_tab_of_a_newcomer_has_a_button_to_ask(language: str) -> None:
    view = home_view(Visitor(language), CAMPUS)

    assert shown_view(view)
    assert next(iter(identifiers(view))) == ASK
    assert 1 <= len(prompts(language)) <= 4


def test_the_home_tab_tells_what_others_may_see() -> None:
    gardener = Asked(GARDENER, is_chosen=True)
    readers = [
        Reader(a_card(), THE_JOINER, by_expert=True, knows_who=False, need="N7"),
        Reader(a_card(DYEING, company="Chair Makers"), gardener, by_expert=True, knows_who=False, need="N7"),
        Reader(a_card("gone/away"), THE_JOINER, by_expert=True, knows_who=True, need="N8"),
        Reader(a_card(JOINER), THE_JOINER, by_expert=False, knows_who=False, need="N7"),
    ]
    text = shown_view(home_view(Visitor("en", readers=readers), CAMPUS))

    assert "N7: The master joiner at Timber Workshop has your text, without your name." in text
    assert "The head gardener at Dye Garden has your text, with your name." in text
    assert "N8: The person who answers at gone knows who you are." in text
    assert text.count("has your text") == 2


def test_the_fullest_home_tab_is_one_that_slack_takes() -> None:
    needs = [to_company(*nine_choices())] * 30
    readers = [Reader(a_card(), THE_JOINER, by_expert=True, knows_who=False, need="N7")] * 50
    visitor = Visitor("sv", needs, readers, requests=[to_expert()] * 50)

    assert "Äldre: /lotsen exportera." in shown_view(home_view(visitor, CAMPUS))


def test_a_status_with_the_most_of_everything_is_one_that_slack_takes() -> None:
    needs = [to_company(*nine_choices())] * 30

    assert shown(status_posting(needs, CAMPUS, "en"))
    assert "no needs" in shown(status_posting([], CAMPUS, "en"))


@pytest.mark.parametrize("state", NeedState)
def test_a_need_without_introductions_says_how_it_stands(state: NeedState) -> None:
    need = replace(a_need(FOUND), state=state)

    assert len(need_with_progress(to_company(need=need), CAMPUS)) >= 2


def test_of_a_need_that_is_over_only_what_ended_otherwise_is_told() -> None:
    over = replace(a_need(FOUND), state=NeedState.CLOSED)
    closed = an_introduction(state=IntroductionState.CLOSED)
    declined = an_introduction(DYEING, state=IntroductionState.DECLINED)

    told = shown(status_posting([to_company(closed, declined, need=over)], CAMPUS, "en"))

    assert "Dye Garden\nNo: " in told
    assert "Timber Workshop" not in told


@given(st.dictionaries(st.text(max_size=50), st.text(max_size=9000), max_size=3))
def test_an_export_put_together_is_what_was_exported(everything: dict[str, str]) -> None:
    pages = export_postings({"all": everything}, "en")
    parts = [block["elements"][0]["elements"][0]["text"] for page in pages for block in page.blocks[1:]]

    assert all(shown(page) and len(page.blocks) <= 4 for page in pages)
    assert json.loads("".join(parts)) == {"all": everything}


def test_a_line_that_is_too_long_for_a_block_is_exported_in_pieces() -> None:
    pages = export_postings({"text": "word" * 5000}, "sv")

    assert len(pages) > 1
    assert "Dina uppgifter, del 1 av" in pages[0].text
    assert all(shown(page) for page in pages)


def hostile() -> Introduction:
    return an_introduction(card=a_card(brief=HOSTILE, company=HOSTILE, why=(Why(HOSTILE, HOSTILE),)))


def test_hostile_words_are_shown_and_do_nothing() -> None:
    need, introduction = a_need(MISSED, text=HOSTILE), hostile()
    asker = Person("T0HOME", "U0COMPANY")

    assert "<!channel>" in shown(by_hand(replace(introduction, state=IntroductionState.WITH_ADVISOR)))
    expert = for_expert(introduction, asker, None)
    assert expert is not None
    assert "<!channel>" in shown(request_posting(expert, CAMPUS))
    assert shown(introduction_posting(to_group(replace(introduction, state=IntroductionState.MET)), CAMPUS))
    assert shown(progress_posting(to_company(introduction, need=need), CAMPUS))


def test_the_longest_need_fits_into_every_message() -> None:
    need = a_need(MISSED, text="ordinary words " * 1400)

    assert shown(advisors.breakdown_posting(need))
    assert shown(progress_posting(to_company(need=need), CAMPUS))


def test_the_catalogue_of_the_workshop_is_the_one_shown() -> None:
    assert CAMPUS.catalogue is WORKSHOP
