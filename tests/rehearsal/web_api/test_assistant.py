"""Status, prompts and agent sessions."""

from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.calling import refusal


def test_a_status_is_gone_once_the_bot_answers(client: WebClient, stage: Stage) -> None:
    root = stage.say("company", "needs", "x")["ts"]
    client.assistant_threads_setStatus(channel_id="C0NEEDS", thread_ts=root, status="is reading")
    client.chat_postMessage(channel="C0NEEDS", thread_ts=root, text="Read.")

    assert stage.final_checks() == []


def test_a_status_left_on_is_a_problem(client: WebClient, stage: Stage) -> None:
    root = stage.say("company", "needs", "x")["ts"]
    client.assistant_threads_setStatus(channel_id="C0NEEDS", thread_ts=root, status="is reading")

    assert stage.final_checks() == ["status 'is reading' left on in #needs"]


def test_prompts_are_one_to_four(client: WebClient, stage: Stage) -> None:
    im = client.conversations_open(users="U0COMPANY")["channel"]["id"]
    prompts = [{"title": "Measure", "message": "I need to measure"}]
    client.assistant_threads_setSuggestedPrompts(channel_id=im, prompts=prompts)

    assert stage.lines[-1] == "suggested prompts: [Measure]"
    assert (
        refusal(client.assistant_threads_setSuggestedPrompts, channel_id=im, prompts=prompts * 5) == "invalid_arguments"
    )


def test_an_agent_session_keeps_its_title(client: WebClient, stage: Stage) -> None:
    root = stage.say("company", "needs", "x")["ts"]
    where = {"channel_id": "C0NEEDS", "thread_ts": root}
    client.api_call("agents.sessions.setStatus", params={**where, "status": "processing", "title": "A need"})
    answer = client.api_call("agents.sessions.setStatus", params={**where, "status": "closed"})

    assert answer["title"] == "A need"
    assert (
        refusal(client.api_call, api_method="agents.sessions.setStatus", params={**where, "status": "odd"})
        == "invalid_arguments"
    )
