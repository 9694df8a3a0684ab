"""Where the bot's calls come in: reads them, checks token and scopes, answers. What each does is in the families."""

import asyncio
import json
import time
from typing import Any

from aiohttp import web

from bot.rehearsal.faults import Fault
from bot.rehearsal.web_api.registry import METHODS
from bot.rehearsal.web_api.response_url import respond
from bot.rehearsal.web_api.scopes import check_scopes
from bot.rehearsal.wire import Arguments, Call, Json, MissingArgumentError, RefusedError
from bot.rehearsal.world import World

#: Arguments that are JSON but come as text when the call is a form.
_STRUCTURED = ("blocks", "attachments", "view", "metadata", "prompts", "loading_messages")


async def answer_call(world: World, request: web.Request) -> web.Response:
    """Answer one Web API call and keep it in `calls`."""
    method, args = request.match_info["method"], Arguments(await _arguments(request))
    call: Call = {"at": time.monotonic(), "method": method, "args": args}
    world.calls.append(call)
    fault = world.faults.next_for(method)
    if fault:
        call["fault"] = fault.error or str(fault.status)
    if fault and fault.fails:
        answer = _failed(world, method, fault)
    else:
        answer = _answered(world, call, args, _token(request, args))
    if fault:
        # Slack has done by then what it was asked: whoever has hung up finds it there.
        await asyncio.sleep(fault.delay)
    return answer


async def answer_hook(world: World, request: web.Request) -> web.Response:
    """Answer a post to a response URL."""
    hook = world.hooks.redeem(request.match_info["id"])
    if not hook:
        world.transcript.problem("a response_url was used more than 5 times or after 30 minutes")
        return web.json_response({"ok": False, "error": "expired_url"}, status=404)
    try:
        respond(world, hook, await request.json())
    except RefusedError as refusal:
        return web.json_response(refusal.body, status=400)
    return web.Response(text="ok")


async def _arguments(request: web.Request) -> Json:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        # slack_sdk sends parameters in the query together with an empty JSON body
        args.update(json.loads(await request.text() or "{}"))
    elif request.method == "POST":
        args.update(await request.post())
    return args


def _token(request: web.Request, args: Arguments) -> str:
    header = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    return header or str(args.pop("token", ""))


def _failed(world: World, method: str, fault: Fault) -> web.Response:
    world.transcript.line(f"(fault: {method} -> {fault.status} {fault.error})")
    body = {"ok": False, "error": fault.error or "ratelimited"}
    return web.json_response(body, status=fault.status, headers=fault.headers)


def _answered(world: World, call: Call, args: Arguments, token: str) -> web.Response:
    body, status, headers = _answer(world, call["method"], args, token)
    call["result"] = body
    world.transcript.changed.set()
    return web.json_response(body, status=status, headers=headers)


def _answer(world: World, method: str, args: Arguments, token: str) -> tuple[Json, int, dict[str, str]]:
    scopes = {"x-oauth-scopes": ",".join(world.manifest.scopes if world.manifest.given else ["chat:write"])}
    try:
        _parse(args)
        _check_token(world, method, token)
        check_scopes(world, method, args)
        return {"ok": True, **_run(world, method, args)}, 200, scopes
    except RefusedError as refusal:
        world.transcript.line(f"({method} -> {refusal})")
        return refusal.body, refusal.status, {**scopes, **refusal.headers}
    except MissingArgumentError as missing:
        world.transcript.problem(f"{method} without {missing}")
        messages = [f"missing required field: {missing}"]
        body = {"ok": False, "error": "invalid_arguments", "response_metadata": {"messages": messages}}
        return body, 200, scopes


def _parse(args: Arguments) -> None:
    for name in _STRUCTURED:
        if isinstance(args.get(name), str):
            args[name] = _parsed(name, args[name])


def _parsed(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise RefusedError("invalid_" + name) from None


def _check_token(world: World, method: str, token: str) -> None:
    if method == "apps.connections.open":
        if token == world.keys.bot_token:
            raise RefusedError("not_allowed_token_type")
        wanted = world.keys.app_token
    else:
        wanted = world.keys.bot_token
    if token != wanted and method != "api.test":
        raise RefusedError("invalid_auth" if token else "not_authed")


def _run(world: World, method: str, args: Arguments) -> Json:
    handler = METHODS.get(method)
    if not handler:
        world.transcript.problem(f"the rehearsal has no method {method}")
        raise RefusedError("unknown_method")
    return handler(world, args) or {}
