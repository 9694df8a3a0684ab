"""The advisors' desk of a running bot, from the announcement of a need to its end, in both languages."""

from dataclasses import dataclass

import pytest

from bot.demo.watching import Posted
from bot.domain.message import Topic
from bot.rehearsal.block_kit.rendering import render, shown
from bot.slack.views import brief, consent, enquiry, suggestion
from bot.slack.views.desk import brief as suggested
from bot.slack.views.desk import correction, ending, file, hand_over, heard, introduce, no_match, noting
from bot.slack.views.desk import enquiry as asking
from bot.slack.views.desk.asked import REFRESH
from bot.slack.views.desk.triage_acts import CLOSE, HAND_OVER, NO_MATCH, NOTE
from tests.journeys.at_desk import AtDesk
from tests.journeys.campus import Campus
from tests.journeys.test_whole_path import ENGLISH, SWEDISH

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Words:
    """What is said in one language, and by which advisor.

    Attributes:
        reads: sentences that the company reads on the way, in order.
    """

    advisor: str
    locale: str
    need: str
    nothing_fits: str
    question: str
    answer: str
    note: str
    reason: str
    text: str
    reads: tuple[str, ...]
    referral: tuple[str, str]
    consent: tuple[str, str]


IN_ENGLISH = Words(
    "advisor",
    "en-GB",
    ENGLISH,
    "We need a wind tunnel to test whole car bodies at 200 km/h.",
    "How many samples are there?",
    "Ten a week, from three suppliers.",
    "They were here in May and were pleased.",
    "They need live imaging first of all.",
    "We want to watch living cells on a new coating for three days, ten samples a week.",
    (
        "An innovation advisor has read your need and suggests, best first:",
        "An innovation advisor has a question for you",
        "Thank you. The innovation advisors have your answer.",
        "An innovation advisor suggests that you ask",
        "It is asked in person.",
        "They said yes.",
        "An innovation advisor has closed this need.",
    ),
    ("An innovation advisor answers", "it cannot be done here, for technical or legal reasons."),
    ("May I look for help with this?", "You said yes. My answer comes here."),
)
IN_SWEDISH = Words(
    "advisor2",
    "sv-SE",
    SWEDISH,
    "Vi behöver en vindtunnel för att prova hela bilkarosser i 200 km/h.",
    "Hur mycket blod rör det sig om?",
    "Tio prov i veckan, från tre leverantörer.",
    "De var här i maj och var nöjda.",
    "De behöver sortera levande celler först.",
    "Vi vill sortera ovanliga immunceller ur blod, tio prov i veckan.",
    (
        "En innovationsrådgivare har läst ert behov och föreslår, det bästa först:",
        "En innovationsrådgivare har en fråga till er",
        "Tack. Innovationsrådgivarna har fått ert svar.",
        "En innovationsrådgivare föreslår att ni frågar",
        "Frågan ställs personligen.",
        "De har sagt ja.",
        "En innovationsrådgivare har avslutat det här behovet.",
    ),
    ("En innovationsrådgivare svarar", "det går inte att göra här, av tekniska eller juridiska skäl."),
    ("Får jag leta efter hjälp med det här?", "Ni har sagt ja. Mitt svar kommer här."),
)
both_languages = pytest.mark.parametrize("words", [IN_ENGLISH, IN_SWEDISH], ids=["english", "swedish"])


def at_desk(campus: Campus, words: Words) -> AtDesk:
    """The advisor whose Slack speaks the language of these words."""
    campus.link()
    campus.stage.users[campus.id_of(words.advisor)].locale = words.locale
    return AtDesk(campus, words.advisor)


def corrects(desk: AtDesk, campus: Campus, words: Words) -> None:
    """The advisor puts the second match first."""
    first, second, *_ = correction.PLACES
    places = [
        each["element"] for each in desk.starts(correction.CORRECT, correction.CALLBACK)["blocks"] if "element" in each
    ]
    before = [each["initial_option"]["value"] for each in places if "initial_option" in each]
    campus.stage.submit(words.advisor, {first: before[1], second: before[0], correction.REASON: words.reason})
    campus.settled()


def is_asked(desk: AtDesk, campus: Campus, words: Words, after: str) -> None:
    """The advisor asks the company a question, and the company answers it."""
    desk.sends(asking.ASK, asking.CALLBACK, {asking.QUESTION: words.question})
    campus.stage.click("company", enquiry.ANSWER, campus.tells(Topic.ENQUIRY, after).message)
    campus.modal(enquiry.CALLBACK)
    campus.stage.submit("company", {enquiry.TEXT: words.answer})
    campus.settled()


def is_introduced(desk: AtDesk, campus: Campus, words: Words, after: str) -> None:
    """The advisor suggests an introduction, the company approves, and the advisor asks the expert, who says yes."""
    desk.sends(suggested.EDIT, suggested.CALLBACK, {suggested.TEXT: words.text})
    campus.stage.click("company", suggestion.APPROVE, campus.tells(Topic.SUGGESTION, after).message)
    campus.modal(brief.CALLBACK)
    campus.stage.submit("company")
    campus.tells(Topic.REQUEST, after)
    campus.settled()
    desk.presses(REFRESH)
    desk.sends(introduce.INTRODUCE, introduce.CALLBACK, {})
    desk.presses(heard.YES)


def read_since(campus: Campus, after: str, user: str) -> str:
    """All that the bot wrote to somebody since then, as it stands now."""
    own = campus.stage.slack.place("bot", user).id
    return "\n".join(shown(each) for each in campus.stage.messages[own] if each["ts"] > after)


@both_languages
def test_an_advisor_leads_a_need_from_its_announcement_to_its_end(socket_campus: Campus, words: Words) -> None:
    desk, start = at_desk(socket_campus, words), socket_campus.now()
    found: Posted = socket_campus.mention(words.need)
    announced = desk.hears(start)

    desk.takes(announced)
    desk.opens(announced)
    page = desk.sends(NOTE, noting.CALLBACK, {noting.WORDS: words.note})
    corrects(desk, socket_campus, words)
    is_asked(desk, socket_campus, words, found.message["ts"])
    is_introduced(desk, socket_campus, words, found.message["ts"])
    desk.sends(CLOSE, ending.CALLBACK, {ending.OUTCOME: "introduced", ending.WORDS: words.note})

    read = read_since(socket_campus, start, "company")
    assert [each for each in words.reads if each not in read] == []
    assert words.text in read_since(socket_campus, start, "expert")
    assert words.note in page
    assert not any(words.note in read_since(socket_campus, start, each) for each in ("company", "expert"))


@both_languages
def test_a_need_is_handed_over_with_a_word(socket_campus: Campus, words: Words) -> None:
    desk, start = at_desk(socket_campus, words), socket_campus.now()
    other = "advisor2" if words.advisor == "advisor" else "advisor"
    socket_campus.message(words.need)
    desk.opens(desk.hears(start))

    desk.sends(HAND_OVER, hand_over.CALLBACK, {hand_over.TO: f"U0{other.upper()}", hand_over.WORDS: words.note})

    told = socket_campus.tells(Topic.HANDED_OVER, start)
    assert words.note in render(told.blocks)
    assert words.need in render(told.blocks)
    assert set(told.channel.members) == {f"U0{other.upper()}", "U0BOT"}


@both_languages
def test_a_company_reads_that_nobody_here_can_help_in_its_own_language(socket_campus: Campus, words: Words) -> None:
    desk, start = at_desk(socket_campus, words), socket_campus.now()
    socket_campus.message(words.nothing_fits, "company2")
    desk.opens(desk.hears(start))
    desk.starts(NO_MATCH, no_match.CALLBACK)
    desk.chooses(no_match.REASON, "not_possible")

    socket_campus.stage.submit(words.advisor)

    told = render(socket_campus.tells(Topic.REFERRED, start).blocks)
    assert [each for each in words.referral if each not in told] == []


@both_languages
def test_a_need_that_an_advisor_wrote_down_waits_for_its_company(socket_campus: Campus, words: Words) -> None:
    desk = at_desk(socket_campus, words)
    said = socket_campus.stage.say("company", "needs", words.need)
    start, stage = said["ts"], socket_campus.stage
    # The other advisor is in no public channel.
    stage.message_shortcut("advisor", "needs", said, file.SHORTCUT)
    socket_campus.modal(file.CALLBACK, "advisor")
    stage.submit("advisor", {file.COMPANY: "U0COMPANY2", file.TEXT: words.need})
    asked = socket_campus.tells(Topic.CONSENT, start)
    socket_campus.settled()
    assert words.consent[0] in render(asked.blocks)
    assert [each["ts"] for each in socket_campus.posted_since(start)] == [asked.message["ts"]]

    stage.click("company2", consent.YES, asked.message)

    assert words.need in render(desk.hears(start).blocks)
    socket_campus.settled()
    assert words.consent[1] in read_since(socket_campus, start, "company2")
