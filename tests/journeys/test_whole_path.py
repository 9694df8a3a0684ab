import pytest

from bot.domain.introduction import Decline
from bot.domain.message import Topic
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.cast import BOT
from bot.slack.listeners.find_help_shortcut import CALLBACK as FIND_HELP
from bot.slack.views import answer, ask, brief, choose, decline, home, put_right
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import NO
from tests.journeys.campus import MENTION, Campus, key_of

pytestmark = pytest.mark.slow

ENGLISH = "We want to see what our new coating does to living cells over two or three days."
SWEDISH = "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt."
FOUND = {ENGLISH: "These come closest to what you need.", SWEDISH: "De här ligger närmast det ni behöver."}
TAKEN_OUT = {ENGLISH: "You took out: ", SWEDISH: "Ni har tagit bort: "}
REPLACED = {ENGLISH: "You put this right.", SWEDISH: "Ni har rättat det här."}
RECEIVED = {ENGLISH: "I am looking.", SWEDISH: "Jag letar."}

both_languages = pytest.mark.parametrize("need", [ENGLISH, SWEDISH], ids=["english", "swedish"])


@both_languages
def test_a_mention_becomes_an_introduction_of_company_expert_and_advisor(campus: Campus, need: str) -> None:
    campus.link()
    found = campus.mention(need)

    opened = campus.meet(found, f"{need} 10 + 2")

    assert {"U0COMPANY", "U0EXPERT"} < set(opened.channel.members)
    assert f"{need} 10 + 2" in render(opened.blocks)
    told = campus.tells(Topic.THREAD_OPENED, found.message["ts"])
    assert set(told.channel.members) == {"U0COMPANY", BOT}


@both_languages
def test_an_expert_is_asked_with_the_approved_brief_and_without_the_company(campus: Campus, need: str) -> None:
    campus.link()
    found = campus.mention(need)

    campus.approve(found, f"{need} 10 + 2")

    request = campus.tells(Topic.REQUEST, found.message["ts"])
    assert set(request.channel.members) == {"U0EXPERT", BOT}
    assert f"{need} 10 + 2" in render(request.blocks)
    assert "U0COMPANY" not in str(request.blocks)


def test_no_thread_opens_before_the_expert_has_answered(campus: Campus) -> None:
    campus.link()
    found = campus.message(ENGLISH)

    campus.approve(found, ENGLISH)
    campus.tells(Topic.REQUEST, found.message["ts"])
    campus.settled()

    posted = [key_of(each).partition(":")[0] for each in campus.posted_since(found.message["ts"])]
    assert sorted(posted) == [Topic.PROGRESS, Topic.REQUEST]


def test_a_no_is_told_to_the_company_with_its_reason(campus: Campus) -> None:
    campus.link()
    found = campus.message(ENGLISH)
    campus.approve(found, ENGLISH)
    request = campus.tells(Topic.REQUEST, found.message["ts"])
    campus.stage.click("expert", NO, request.message)
    campus.modal(decline.CALLBACK, "expert")

    campus.stage.submit("expert", {decline.REASON: Decline.NO_TIME})

    told = campus.tells(Topic.SAID_NO, found.message["ts"])
    assert "The answer is no this time" in render(told.blocks)


@both_languages
def test_a_mention_is_answered_in_its_thread_and_in_its_language(campus: Campus, need: str) -> None:
    found = campus.mention(need)

    assert render(found.blocks).startswith(FOUND[need])
    assert render(found.blocks).count("Introduce me") + render(found.blocks).count("Sätt oss i kontakt") == 3


@both_languages
def test_a_direct_message_is_answered_in_its_thread(campus: Campus, need: str) -> None:
    asked = campus.stage.say("company", "bot", need)

    found = campus.direct(asked["ts"])

    assert found.message["thread_ts"] == asked["ts"]
    assert render(found.blocks).startswith(FOUND[need])


@both_languages
def test_a_command_with_words_is_answered_in_private(campus: Campus, need: str) -> None:
    start = campus.now()

    campus.stage.slash("company2", "needs", "/lotsen", need)

    assert campus.whisper(start, "company2")["text"].startswith(RECEIVED[need])
    assert render(campus.direct(start, "company2").blocks).startswith(FOUND[need])


@both_languages
def test_a_command_alone_opens_a_form_that_is_answered_in_private(campus: Campus, need: str) -> None:
    start = campus.now()
    campus.stage.slash("company2", "needs", "/lotsen")
    campus.modal(ask.CALLBACK, "company2")

    campus.stage.submit("company2", {ask.TEXT: need})

    assert RECEIVED[need] in render(campus.modal(ask.RECEIVED_CALLBACK, "company2")["blocks"])
    assert render(campus.direct(start, "company2").blocks).startswith(FOUND[need])


@both_languages
def test_the_button_of_the_home_tab_opens_the_form(campus: Campus, need: str) -> None:
    start, guest = campus.now(), campus.id_of("guest")
    campus.stage.open_home("guest")
    campus.stage.until(lambda: campus.stage.homes.get(guest), what="the Home tab")
    campus.stage.click("guest", home.ASK, home=True)
    campus.modal(ask.CALLBACK, "guest")

    campus.stage.submit("guest", {ask.TEXT: need})

    assert render(campus.direct(start, "guest").blocks).startswith(FOUND[need])


@both_languages
def test_the_shortcut_on_somebodys_message_is_answered_in_private(campus: Campus, need: str) -> None:
    said = campus.stage.say("company", "needs", need)

    campus.stage.message_shortcut("expert", "needs", said, FIND_HELP)

    assert campus.whisper(said["ts"], "expert")["text"].startswith(RECEIVED[need])
    assert render(campus.direct(said["ts"], "expert").blocks).startswith(FOUND[need])


@both_languages
def test_all_matches_are_shown_and_an_introduction_can_start_from_there(campus: Campus, need: str) -> None:
    campus.link()
    found = campus.message(need)
    campus.stage.click("company", answer.SEE_ALL, found.message)
    shown = campus.modal(choose.CALLBACK)

    campus.stage.click("company", INTRODUCE, modal=True)
    campus.modal(brief.CALLBACK)
    campus.stage.submit("company")

    assert sum(block["type"] == "actions" for block in shown["blocks"]) > 3
    assert need in render(campus.tells(Topic.REQUEST, found.message["ts"]).blocks)


@both_languages
def test_an_expert_without_an_account_makes_it_the_advisors_task(campus: Campus, need: str) -> None:
    campus.link(None)
    found = campus.message(need)

    campus.approve(found, need)

    request = render(campus.tells(Topic.REQUEST_BY_HAND, found.message["ts"]).blocks)
    assert need in request
    assert "@U0COMPANY" in request
    told = campus.tells(Topic.ADVISOR_ANSWERS, found.message["ts"])
    assert {"innovation", "innovationsrådgivare"} & set(render(told.blocks).split())


def test_an_expert_whose_account_is_closed_makes_it_the_advisors_task(campus: Campus) -> None:
    campus.link("U0GONE")
    found = campus.message(ENGLISH)

    campus.approve(found, ENGLISH)

    assert "account is closed" in render(campus.tells(Topic.REQUEST_BY_HAND, found.message["ts"]).blocks)
    assert "is closed" in render(campus.tells(Topic.ADVISOR_ANSWERS, found.message["ts"]).blocks)


@both_languages
def test_a_company_of_another_workspace_is_introduced_by_an_advisor(campus: Campus, need: str) -> None:
    campus.link()
    found = campus.mention(need, "partner", "partner-connect")

    campus.approve(found, need, "partner")

    assert need in render(campus.tells(Topic.REQUEST_BY_HAND, found.message["ts"]).blocks)
    where = campus.whisper(found.message["ts"], "partner")
    told = str(campus.whisper(where["ts"], "partner"))
    assert "workspaces" in told or "arbetsytor" in told


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ("We need a wind tunnel to test whole car bodies at 200 km/h.", "nothing fits well enough"),
        ("Vi behöver en vindtunnel för att prova hela bilkarosser i 200 km/h.", "inget passar tillräckligt bra"),
    ],
)
def test_a_need_that_nothing_fits_is_told_so_and_reaches_the_advisors(campus: Campus, need: str, said: str) -> None:
    found = campus.mention(need)

    assert said in render(found.blocks)
    # Each channel has its own queue: the advisors may hear of it before the company does.
    assert need in render(campus.tells(Topic.NEED, found.message["thread_ts"]).blocks)


@pytest.mark.parametrize(
    ("text", "said"), [("hello there!", "I help companies find"), ("Hej på dig!", "Jag hjälper företag att hitta")]
)
def test_a_greeting_gets_a_friendly_line_and_reaches_nobody_else(campus: Campus, text: str, said: str) -> None:
    found = campus.message(text)
    campus.settled()

    assert said in render(found.blocks)
    assert campus.posted_since(found.message["ts"]) == []


@pytest.mark.parametrize("word", ["cells", "celler"])
def test_an_option_of_a_question_asks_again_with_more_words(campus: Campus, word: str) -> None:
    asked = campus.stage.say("company", "needs", f"{MENTION} {word}")
    question = campus.reply(asked["ts"])
    first = next(block["elements"][0] for block in question.blocks if block["type"] == "actions")

    campus.stage.click("company", first["action_id"], question.message)

    second = campus.reply(question.message["ts"])
    assert second.message["thread_ts"] == asked["ts"]
    told = first["text"]["text"]
    campus.stage.until(
        lambda: told in render(campus.stage.last("needs", contains="You chose|Ni valde")["blocks"]), what="the choice"
    )


@both_languages
def test_what_was_read_as_a_must_is_put_right_and_answered_anew_in_its_thread(socket_campus: Campus, need: str) -> None:
    first = socket_campus.mention(need)
    socket_campus.stage.click("company", put_right.CHANGE, first.message)
    view = socket_campus.modal(put_right.CALLBACK)
    boxes = [block["block_id"] for block in view["blocks"] if block["block_id"].startswith(put_right.MUSTS)]

    socket_campus.stage.submit("company", dict.fromkeys(boxes, ()))

    second = socket_campus.reply(first.message["ts"])
    assert second.message["thread_ts"] == first.message["thread_ts"]
    assert TAKEN_OUT[need] in render(second.blocks)
    socket_campus.settled()
    assert REPLACED[need] in str(socket_campus.card(Topic.ANSWER, key_of(first.message).partition(":")[2])["blocks"])
