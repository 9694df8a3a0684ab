"""Which bot scopes a method needs; where Slack asks by kind of channel, so does this. Checked only with a manifest.

From the "Required scopes" of each page under docs.slack.dev/reference/methods.
"""

from bot.rehearsal.cast import BOT, Sort
from bot.rehearsal.web_api.conversations import sorts_asked
from bot.rehearsal.wire import Arguments, RefusedError
from bot.rehearsal.world import World

#: Any one of these is enough.
_BY_METHOD: dict[str, list[str]] = {
    "chat.postMessage": ["chat:write"],
    "chat.update": ["chat:write"],
    "chat.delete": ["chat:write"],
    "chat.postEphemeral": ["chat:write"],
    "chat.scheduleMessage": ["chat:write"],
    "chat.deleteScheduledMessage": ["chat:write"],
    "conversations.join": ["channels:join"],
    "users.info": ["users:read"],
    "users.list": ["users:read"],
    "users.lookupByEmail": ["users:read.email"],
    "users.profile.get": ["users.profile:read"],
    "reactions.add": ["reactions:write"],
    "reactions.remove": ["reactions:write"],
    "reactions.get": ["reactions:read"],
    "team.info": ["team:read"],
    "assistant.threads.setStatus": ["assistant:write", "chat:write"],
    "assistant.threads.setSuggestedPrompts": ["assistant:write"],
    "agents.sessions.setStatus": ["chat:write"],
}

Family = dict[Sort, list[str]]


def _family(right: str) -> Family:
    prefixes: dict[Sort, str] = {
        "public_channel": "channels",
        "private_channel": "groups",
        "im": "im",
        "mpim": "mpim",
    }
    return {sort: [f"{prefix}:{right}"] for sort, prefix in prefixes.items()}


_READ, _HISTORY = _family("read"), _family("history")
_MANAGE: Family = {**_family("write"), "public_channel": ["channels:manage"]}
_INVITE: Family = {
    **_MANAGE,
    "public_channel": ["channels:manage", "channels:write.invites"],
    "private_channel": ["groups:write", "groups:write.invites"],
}
_TOPIC: Family = {
    "public_channel": ["channels:manage", "channels:write.topic"],
    "private_channel": ["groups:write", "groups:write.topic"],
    "im": ["im:write", "im:write.topic"],
    "mpim": ["mpim:write", "mpim:write.topic"],
}

_BY_KIND: dict[str, Family] = {
    "conversations.list": _READ,
    "conversations.info": _READ,
    "conversations.members": _READ,
    "users.conversations": _READ,
    "conversations.history": _HISTORY,
    "conversations.replies": _HISTORY,
    "conversations.open": _MANAGE,
    "conversations.create": _MANAGE,
    "conversations.kick": _MANAGE,
    "conversations.leave": _MANAGE,
    "conversations.archive": _MANAGE,
    "conversations.invite": _INVITE,
    "conversations.setTopic": _TOPIC,
    "conversations.setPurpose": _TOPIC,
}


def check_scopes(world: World, method: str, a: Arguments) -> None:
    """Refuse a call for which the manifest asks too little, and report it."""
    if not world.manifest.given:
        return
    if method in _BY_METHOD:
        _need(world, method, _BY_METHOD[method])
    elif method in _BY_KIND:
        family = _BY_KIND[method]
        _need(world, method, [scope for scopes in family.values() for scope in scopes])
        for sort in _sorts(world, method, a):
            _need(world, f"{method} ({sort})", family[sort])


def _need(world: World, what: str, any_of: list[str]) -> None:
    granted = world.manifest.scopes
    if not set(granted) & set(any_of):
        world.transcript.problem(f"{what} needs one of the scopes {any_of}; the manifest has none of them")
        raise RefusedError("missing_scope", needed=",".join(any_of), provided=",".join(sorted(granted)))


def _sorts(world: World, method: str, a: Arguments) -> list[Sort]:
    """Tell which kinds of channels this call is about; unknown channels are left to the method to refuse."""
    if method in ("conversations.list", "users.conversations"):
        asked = sorts_asked(a)
        return [sort for sort in _READ if sort in asked]
    if method == "conversations.create":
        return ["private_channel" if a.flag("is_private") else "public_channel"]
    if method == "conversations.open" and not a.get("channel"):
        return ["mpim" if len([user for user in a.names("users") if user != BOT]) > 1 else "im"]
    channel = world.workspace.named(str(a["channel"]).lstrip("#"))
    return [channel.sort] if channel else []
