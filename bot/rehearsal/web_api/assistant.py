"""assistant.* and agents.*: the status line, suggested prompts and agent sessions of the agent experience."""

from bot.rehearsal.web_api.access import joined
from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World

_MOST_PROMPTS, _MOST_LOADING_MESSAGES = 4, 10
_SESSION_STATES = {"active", "processing", "suspended", "closed"}


def _session(world: World, a: Arguments) -> Json:
    return world.session(joined(world, a["channel_id"]).id, a.get("thread_ts") or None)


def set_status(world: World, a: Arguments) -> None:
    """assistant.threads.setStatus: shown until the bot posts in the thread, or clears it with an empty one."""
    session = _session(world, a)
    if len(a.get("loading_messages") or []) > _MOST_LOADING_MESSAGES:
        raise RefusedError("invalid_arguments")
    session.pop("status", None)
    if a["status"]:
        session["status"] = a["status"]
        world.transcript.line(f"   (status: {a['status']})")


def set_suggested_prompts(world: World, a: Arguments) -> None:
    """assistant.threads.setSuggestedPrompts: one to four."""
    prompts = a["prompts"]
    if not 1 <= len(prompts) <= _MOST_PROMPTS:
        world.transcript.problem(f"suggested prompts must be 1 to {_MOST_PROMPTS}")
        raise RefusedError("invalid_arguments")
    _session(world, a)["prompts"] = prompts
    world.transcript.line("suggested prompts: " + " ".join(f"[{prompt['title']}]" for prompt in prompts))


def set_session(world: World, a: Arguments) -> Json:
    """agents.sessions.setStatus: what the agent is doing in a thread, and the thread's title."""
    if a["status"] not in _SESSION_STATES:
        raise RefusedError("invalid_arguments")
    session = _session(world, a)
    session["session"], session["title"] = a["status"], a.get("title") or session.get("title")
    world.transcript.line(f"   (agent session: {a['status']})")
    return {"agent_status": a["status"], "title": session["title"]}


METHODS: Methods = {
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setSuggestedPrompts": set_suggested_prompts,
    "agents.sessions.setStatus": set_session,
}
