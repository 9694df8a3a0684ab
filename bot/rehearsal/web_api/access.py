"""Which channels and people the bot reaches. What it does there is up to each method."""

from bot.rehearsal.cast import BOT, HOME, Channel
from bot.rehearsal.wire import Arguments, RefusedError
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World

#: A group message holds the bot and this many people.
_MOST_PEOPLE = 8


def visible(world: World, reference: str) -> Channel:
    """Find a channel the bot can know of: by id, by name, or by the person whose direct message it is."""
    name = reference.lstrip("#")
    if name in world.workspace.users:
        return _direct(world, name)
    channel = world.workspace.named(name)
    if not channel or (channel.sort != "public_channel" and BOT not in channel.members):
        raise RefusedError("channel_not_found")
    if channel.archived:
        raise RefusedError("is_archived")
    return channel


def joined(world: World, reference: str) -> Channel:
    """Find a channel the bot is a member of."""
    channel = visible(world, reference)
    if BOT not in channel.members:
        raise RefusedError("not_in_channel")
    return channel


def _direct(world: World, user: str) -> Channel:
    try:
        return open_direct(world, [user])
    except RefusedError:
        raise RefusedError("channel_not_found") from None


def open_direct(world: World, users: list[str]) -> Channel:
    """Give the bot's direct message with a person, or its group message with several."""
    people = [user for user in users if user and user != BOT]
    if not people:
        raise RefusedError("users_list_not_supplied")
    if len(people) > _MOST_PEOPLE:
        raise RefusedError("too_many_users")
    for user in people:
        _check_person(world, user)
    channel, opened = world.workspace.direct(people)
    if opened and channel.kind == "mpim":
        world.transcript.line(f"@bot opens a group DM with {', '.join(map(world.workspace.who, people))}")
    return channel


def _check_person(world: World, user: str) -> None:
    person = world.workspace.users.get(user)
    if not person:
        raise RefusedError("user_not_found")
    if person.deleted:
        raise RefusedError("user_disabled")
    if person.team != HOME and not (world.conditions.external_dm and world.workspace.met_bot(user)):
        raise RefusedError("user_not_visible")


def existing(world: World, channel: Channel, ts: str) -> Message:
    """Find a message in a channel."""
    message = world.workspace.find(channel.id, ts)
    if not message:
        raise RefusedError("message_not_found")
    return message


def own(world: World, a: Arguments, refusal: str) -> tuple[Channel, Message]:
    """Find a message that the bot itself wrote; only those can it change or delete."""
    channel = joined(world, a["channel"])
    message = existing(world, channel, a["ts"])
    if message["user"] != BOT:
        raise RefusedError(refusal)
    return channel, message
