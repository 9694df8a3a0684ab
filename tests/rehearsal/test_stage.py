"""Two ways in: a thread of its own, or inside an event loop."""

import asyncio

from bot.rehearsal import Slack, Stage


def test_leaving_the_stage_ends_the_retries_that_wait() -> None:
    with Stage(mode="http", request_url="http://127.0.0.1:9/", retry_delays=(60,)) as stage:
        stage.say("company", "needs", "hello")

    assert [len(each["tries"]) for each in stage.slack.deliveries] == [1]


def test_inside_an_event_loop_the_verbs_are_awaited() -> None:
    async def rehearse() -> list[str]:
        slack = await Slack(echo=False).start()
        try:
            await slack.say("company", "hall", "hello")
            return slack.lines
        finally:
            await slack.stop()

    assert asyncio.run(rehearse()) == ["#hall @company: hello"]


def test_each_stage_begins_anew() -> None:
    with Stage() as first, Stage() as second:
        first.say("company", "hall", "hello")
        first.slack.users["U0COMPANY"].deleted = True

        assert second.lines == []
        assert not second.slack.users["U0COMPANY"].deleted


def test_a_stage_tells_where_it_is_and_how_it_is_set() -> None:
    with Stage(mode="http") as stage:
        stage.request_url, stage.duplicate, stage.down = "http://127.0.0.1:9/", True, True

        assert (stage.request_url, stage.duplicate, stage.down) == ("http://127.0.0.1:9/", True, True)
        assert stage.env()["SLACK_API_URL"].startswith("http://127.0.0.1:")


def test_what_stands_where_can_be_read() -> None:
    with Stage(echo=False) as stage:
        stage.say("company", "hall", "hello")

        assert [each["text"] for each in stage.messages["C0HALL"]] == ["hello"]
        assert (stage.channels["C0HALL"].name, stage.users["U0EXPERT"].name) == ("hall", "expert")
