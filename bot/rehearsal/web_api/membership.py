"""conversations.* for changing: opening, creating, inviting, leaving, archiving, topics. Reading is `conversations`."""

import re

from bot.rehearsal.cast import BOT, HOME, Channel
from bot.rehearsal.web_api.access import joined, open_direct, visible
from bot.rehearsal.web_api.conversations import described
from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World

_LONGEST_NAME, _LONGEST_TOPIC = 80, 250
#: Small letters (accented ones too), digits, hyphens and underscores.
_NAME = re.compile(r"[a-z0-9_\-\u00e0-\u024f]+")


def open_conversation(world: World, a: Arguments) -> Json:
    """conversations.open: a direct message for one person, a group message for up to eight."""
    channel = joined(world, a["channel"]) if a.get("channel") else open_direct(world, a.names("users"))
    told = described(channel)
    return {"channel": told if a.flag("return_im") or channel.kind == "mpim" else {"id": channel.id}}


def create(world: World, a: Arguments) -> Json:
    """conversations.create: the bot is the first member."""
    name = a["name"]
    if len(name) > _LONGEST_NAME:
        raise RefusedError("invalid_name_maxlength")
    if not _NAME.fullmatch(name):
        raise RefusedError("invalid_name_specials")
    if any(channel.name == name for channel in world.workspace.channels.values()):
        raise RefusedError("name_taken")
    channel = Channel(world.workspace.new_id("C"), name, [BOT], private=a.flag("is_private"))
    world.workspace.channels[channel.id] = channel
    world.transcript.line(f"@bot creates #{name}{' (private)' if channel.private else ''}")
    return {"channel": described(channel)}


def invite(world: World, a: Arguments) -> Json:
    """conversations.invite: all or nobody."""
    channel, users = joined(world, a["channel"]), a.names("users")
    for user in users:
        _check_guest(world, channel, user)
    channel.members += users
    world.tell(channel, None, f"@bot invites {', '.join(map(world.workspace.who, users))}")
    for user in users:
        _tell_joined(world, channel, user)
    return {"channel": described(channel)}


def _check_guest(world: World, channel: Channel, user: str) -> None:
    person = world.workspace.users.get(user)
    if user == BOT:
        raise RefusedError("cant_invite_self")
    if not person:
        raise RefusedError("user_not_found")
    if user in channel.members:
        raise RefusedError("already_in_channel")
    if person.guest:
        raise RefusedError("ura_max_channels")
    if person.team != HOME and not channel.shared:
        raise RefusedError("user_team_not_in_channel")


def _tell_joined(world: World, channel: Channel, user: str) -> None:
    letter = "G" if channel.private else "C"
    joining = {"user": user, "channel": channel.id, "channel_type": letter, "team": HOME, "inviter": BOT}
    world.events.tell_later({"type": "member_joined_channel", **joining}, channel)


def join(world: World, a: Arguments) -> Json:
    """conversations.join: public channels only."""
    channel = visible(world, a["channel"])
    if BOT not in channel.members:
        channel.members.append(BOT)
    return {"channel": described(channel)}


def kick(world: World, a: Arguments) -> None:
    """conversations.kick: somebody who is in the channel."""
    channel = joined(world, a["channel"])
    if a["user"] not in channel.members:
        raise RefusedError("not_in_channel")
    channel.members.remove(a["user"])


def leave(world: World, a: Arguments) -> None:
    """conversations.leave: the bot goes."""
    joined(world, a["channel"]).members.remove(BOT)


def archive(world: World, a: Arguments) -> None:
    """conversations.archive: nothing can be posted there any more."""
    joined(world, a["channel"]).archived = True


def set_topic(world: World, a: Arguments) -> Json:
    """conversations.setTopic: the line on top of a channel."""
    channel = joined(world, a["channel"])
    channel.topic = _short(a["topic"])
    return {"channel": described(channel)}


def set_purpose(world: World, a: Arguments) -> Json:
    """conversations.setPurpose: the description of a channel."""
    channel = joined(world, a["channel"])
    channel.purpose = _short(a["purpose"])
    return {"channel": described(channel)}


def _short(text: str) -> str:
    if len(text) > _LONGEST_TOPIC:
        raise RefusedError("too_long")
    return text


METHODS: Methods = {
    "conversations.open": open_conversation,
    "conversations.create": create,
    "conversations.invite": invite,
    "conversations.join": join,
    "conversations.kick": kick,
    "conversations.leave": leave,
    "conversations.archive": archive,
    "conversations.setTopic": set_topic,
    "conversations.setPurpose": set_purpose,
}
