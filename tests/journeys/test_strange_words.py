import html

import pytest

from bot.domain.message import Topic
from bot.rehearsal.block_kit.rendering import render
from bot.slack.views import ask, brief
from bot.slack.views.match import INTRODUCE
from tests.journeys.campus import MENTION, Campus
from tests.slack.checking import interpreted

pytestmark = pytest.mark.slow

NEED = "We want to see what our new coating does to living cells over two or three days."
SENTENCE = "Living cells shall be watched for three days while our coating lies on them. "
LONG = (SENTENCE * 300)[:20_000]
OVERRIDE = "\u202e"

#: What people may type or paste, as Slack stores it, around a need that can be answered.
HOSTILE = {
    "everybody": f"<!channel> <!here> <!everyone> {NEED}",
    "a group": f"<!subteam^S0GROUP> {NEED}",
    "a person": f"<@U0EXPERT2> {NEED}",
    "a link with another label": f"{NEED} <https://example.com/elsewhere|https://example.org>",
    "a channel": f"<#C0ADVISE|advisors> {NEED}",
    "right to left": f"{OVERRIDE}{NEED}\u202c",
    "markup": f"*{NEED}* _`~> &lt;!channel&gt; &lt;@U0EXPERT2&gt; :tada:",
    "half a character": f"{NEED} \ud83d",
    "nothing visible": f"\u200b\u2060{NEED}\x00\x07",
}
#: What must not be in anything that Slack reads as markup, and in nothing that people read.
NOTIFYING = ("<!", "<@U0EXPERT2", "<https", "<#C0ADVISE")

each_way_to_be_hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))


@each_way_to_be_hostile
def test_strange_words_around_a_need_do_not_keep_it_from_being_answered(socket_campus: Campus, text: str) -> None:
    found = socket_campus.mention(text)

    assert "These come closest" in render(found.blocks)


@each_way_to_be_hostile
def test_what_a_company_types_notifies_nobody_on_its_whole_way(socket_campus: Campus, text: str) -> None:
    socket_campus.link()
    found = socket_campus.message(text)

    group = socket_campus.meet(found, html.unescape(text))

    request = socket_campus.tells(Topic.REQUEST, found.message["ts"])
    progress = socket_campus.tells(Topic.PROGRESS, found.message["ts"])
    way = (found, progress, request, group)
    read = [said for each in way for said in (each.message["text"], *interpreted(each.blocks))]
    assert [(bad, each) for bad in NOTIFYING for each in read if bad in each] == []
    assert [each.blocks for each in way if OVERRIDE in str(each.blocks)] == []


@each_way_to_be_hostile
def test_what_a_company_types_notifies_nobody_among_the_advisors(socket_campus: Campus, text: str) -> None:
    socket_campus.link(None)
    found = socket_campus.message(text)

    socket_campus.approve(found, html.unescape(text))

    asked_at = found.message["thread_ts"]
    told = [socket_campus.tells(topic, asked_at) for topic in (Topic.NEED, Topic.REQUEST_BY_HAND)]
    read = [text for each in told for text in (each.message["text"], *interpreted(each.blocks))]
    assert [(bad, each) for bad in NOTIFYING for each in read if bad in each] == []
    assert [each.blocks for each in told if OVERRIDE in str(each.blocks)] == []


def test_a_need_of_20_kb_is_answered_and_its_brief_can_be_approved(campus: Campus) -> None:
    campus.link()
    found = campus.message(LONG)

    campus.stage.click("company", INTRODUCE, found.message)
    shown = campus.modal(brief.CALLBACK)
    campus.stage.submit("company")

    assert SENTENCE.strip() in render(campus.tells(Topic.REQUEST, found.message["ts"]).blocks)
    assert len(render(shown["blocks"])) < 2500


@pytest.mark.parametrize(
    "text", ["", ":tada: :wave:", "🎉🎉🎉", "?!", "<@U0EXPERT2>", "<!channel>", "https://example.com"]
)
def test_a_message_without_a_need_gets_one_friendly_line(campus: Campus, text: str) -> None:
    found = campus.mention(text)
    campus.settled()

    assert "I help companies find" in render(found.blocks)
    assert campus.posted_since(found.message["ts"]) == []


def test_a_form_without_words_is_sent_back_with_a_hint(campus: Campus) -> None:
    campus.stage.slash("company2", "needs", "/lotsen")
    campus.modal(ask.CALLBACK, "company2")

    answer = campus.stage.submit("company2", {ask.TEXT: "🎉 :tada: ..."})

    assert answer is not None
    assert answer["errors"][ask.TEXT].startswith("Please write in words")


def test_a_message_that_is_only_a_mention_and_spaces_is_answered_in_its_thread(campus: Campus) -> None:
    asked = campus.stage.say("company", "needs", f"{MENTION}   ")

    assert campus.reply(asked["ts"]).message["thread_ts"] == asked["ts"]
