"""chat.*: posting, updating, deleting, whispering. Messages for later are in `scheduling`."""

from bot.rehearsal.block_kit.rendering import shown
from bot.rehearsal.cast import BOT, Channel
from bot.rehearsal.web_api.access import existing, joined, own, visible
from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.web_api.posting import compose, whisper
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World


def post_message(world: World, a: Arguments) -> Json:
    """chat.postMessage: what the bot writes also comes back to it as an event."""
    channel, thread_ts = joined(world, a["channel"]), a.get("thread_ts") or None
    content = compose(world, a, f"chat.postMessage to {world.workspace.where(channel)}")
    if thread_ts and not world.workspace.find(channel.id, thread_ts):
        raise RefusedError("thread_not_found")
    world.posting_limit.take(channel.id)
    message = world.workspace.post(channel, BOT, content, thread_ts)
    world.session(channel.id, thread_ts).pop("status", None)
    world.tell(channel, thread_ts, f"@bot: {shown(message)}")
    if world.conditions.echo:
        world.events.tell_later(world.events.of_message(channel, message), channel)
    return {"channel": channel.id, "ts": message["ts"], "message": message.copy()}


def update(world: World, a: Arguments) -> Json:
    """chat.update: blocks stay only when neither blocks nor text is given."""
    channel, message = own(world, a, "cant_update_message")
    before = message.copy()
    kept = None if "text" in a else message.get("blocks")
    wanted = {"text": message["text"], **a, "blocks": a.get("blocks", kept)}
    world.workspace.rewrite(message, compose(world, wanted, "chat.update"))
    message["edited"] = {"user": BOT, "ts": world.workspace.new_ts()}
    world.tell(channel, message.get("thread_ts"), f"@bot edits: {shown(message)}")
    _echo_change(world, channel, message, before)
    return {"channel": channel.id, "ts": message["ts"], "text": message["text"], "message": message.copy()}


def _echo_change(world: World, channel: Channel, message: Message, before: Message) -> None:
    if world.conditions.echo:
        world.events.tell_later(world.events.of_change(channel, message, before), channel)


def delete(world: World, a: Arguments) -> Json:
    """chat.delete: only the bot's own messages."""
    channel, message = own(world, a, "cant_delete_message")
    world.workspace.messages[channel.id].remove(message)
    world.tell(channel, message.get("thread_ts"), f"@bot deletes: {message['text'][:80]}")
    return {"channel": channel.id, "ts": message["ts"]}


def post_ephemeral(world: World, a: Arguments) -> Json:
    """chat.postEphemeral: only to somebody who is in the channel."""
    channel = joined(world, a["channel"])
    if a["user"] not in channel.members:
        raise RefusedError("user_not_in_channel")
    content = compose(world, a, "chat.postEphemeral")
    return {"message_ts": whisper(world, channel, a["user"], content, a.get("thread_ts"))["ts"]}


def get_permalink(world: World, a: Arguments) -> Json:
    """chat.getPermalink: also where the bot is no member."""
    channel = visible(world, a["channel"])
    message = existing(world, channel, a["message_ts"])
    place = f"{channel.id}/p{message['ts'].replace('.', '')}"
    return {"channel": channel.id, "permalink": f"https://research-network.example.com/archives/{place}"}


METHODS: Methods = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
