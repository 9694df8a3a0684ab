"""conversations.* for reading: which channels there are, who is in them, what was said. Changing is `membership`."""

from bot.rehearsal.cast import BOT, HOME, PARTNER, Channel
from bot.rehearsal.web_api.access import joined, visible
from bot.rehearsal.web_api.method import Methods, page
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World


def described(channel: Channel) -> Json:
    """Describe a channel as Slack's conversation object does."""
    described: Json = {
        "id": channel.id,
        "name": channel.name,
        "is_channel": channel.kind == "channel",
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_group": channel.private,
        "is_private": channel.sort != "public_channel",
        "is_member": BOT in channel.members,
        "is_archived": channel.archived,
        "is_shared": channel.shared,
        "is_ext_shared": channel.shared,
        "is_org_shared": False,
        "num_members": len(channel.members),
        "context_team_id": HOME,
        "shared_team_ids": [HOME, PARTNER] if channel.shared else [HOME],
        "topic": {"value": channel.topic},
        "purpose": {"value": channel.purpose},
    }
    if channel.kind == "im":
        described["user"] = next(member for member in channel.members if member != BOT)
    return described


def sorts_asked(a: Arguments) -> list[str]:
    """Give the kinds of channels a listing asks for: public ones, unless `types` says otherwise."""
    return a.names("types") if a.get("types") else ["public_channel"]


def list_channels(world: World, a: Arguments) -> Json:
    """conversations.list: private channels only where the bot is a member."""
    wanted = sorts_asked(a)
    known = [
        described(channel)
        for channel in world.workspace.channels.values()
        if channel.sort in wanted and (channel.sort == "public_channel" or BOT in channel.members)
    ]
    return page(known, a, "channels")


def list_of_user(world: World, a: Arguments) -> Json:
    """users.conversations: the channels somebody is in, and without `user` the bot's own."""
    user, wanted = a.get("user") or BOT, sorts_asked(a)
    shared = [
        described(channel)
        for channel in world.workspace.channels.values()
        if channel.sort in wanted and user in channel.members
        if channel.sort == "public_channel" or BOT in channel.members
    ]
    return page(shared, a, "channels")


def info(world: World, a: Arguments) -> Json:
    """conversations.info: also where the bot is no member, if the channel is public."""
    return {"channel": described(visible(world, a["channel"]))}


def members(world: World, a: Arguments) -> Json:
    """conversations.members: everyone, the bot included."""
    return page(visible(world, a["channel"]).members, a, "members")


def history(world: World, a: Arguments) -> Json:
    """conversations.history: newest first, without the replies in threads."""
    channel = joined(world, a["channel"])
    roots = [each for each in _said(world, channel, a) if each.get("thread_ts") in (None, each["ts"])]
    return page(_told(roots[::-1], a), a, "messages")


def replies(world: World, a: Arguments) -> Json:
    """conversations.replies: a thread from its beginning."""
    channel, root = joined(world, a["channel"]), a["ts"]
    if not world.workspace.find(channel.id, root):
        raise RefusedError("thread_not_found")
    thread = [each for each in _said(world, channel, a) if root in (each["ts"], each.get("thread_ts"))]
    return page(_told(thread, a), a, "messages")


def _said(world: World, channel: Channel, a: Arguments) -> list[Message]:
    oldest, latest = a.number("oldest", 0), a.number("latest", float("inf"))
    messages = world.workspace.messages.get(channel.id, [])
    return [message for message in messages if oldest <= float(message["ts"]) <= latest]


def _told(messages: list[Message], a: Arguments) -> list[Json]:
    """Leave out metadata unless the bot asked for it, as Slack does."""
    hidden = set() if a.flag("include_all_metadata") else {"metadata"}
    return [{key: value for key, value in each.items() if key not in hidden} for each in messages]


METHODS: Methods = {
    "conversations.list": list_channels,
    "conversations.info": info,
    "conversations.members": members,
    "conversations.history": history,
    "conversations.replies": replies,
    "users.conversations": list_of_user,
}
