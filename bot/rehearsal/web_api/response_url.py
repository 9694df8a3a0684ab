"""Answers to a response URL: whispering, posting, replacing or deleting what somebody used."""

from bot.rehearsal.block_kit.rendering import shown
from bot.rehearsal.cast import BOT, Channel
from bot.rehearsal.hooks import Hook
from bot.rehearsal.web_api.posting import compose, whisper
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World


def respond(world: World, hook: Hook, body: Json) -> None:
    """Do what an answer asks for; without a target or other wish it is a whisper to the person."""
    channel = world.workspace.channels[hook.channel]
    target = _target(world, hook)
    if body.get("delete_original") and target:
        _delete(world, channel, target)
        return
    content = compose(world, body, "response_url")
    if body.get("replace_original") and target:
        world.workspace.rewrite(target, content)
        world.tell(channel, target.get("thread_ts"), f"@bot replaces: {shown(target)}")
    elif body.get("response_type") == "in_channel":
        message = world.workspace.post(channel, BOT, content, body.get("thread_ts"))
        world.tell(channel, message.get("thread_ts"), f"@bot: {shown(message)}")
    else:
        whisper(world, channel, hook.user, content, body.get("thread_ts"))


def _target(world: World, hook: Hook) -> Message | None:
    if not hook.ts:
        return None
    whispers = (each for each in world.workspace.ephemerals if each["ts"] == hook.ts)
    return world.workspace.find(hook.channel, hook.ts) or next(whispers, None)


def _delete(world: World, channel: Channel, target: Message) -> None:
    whispers = world.workspace.ephemerals
    (whispers if target in whispers else world.workspace.messages[channel.id]).remove(target)
    world.tell(channel, target.get("thread_ts"), f"@bot removes: {target['text'][:80]}")
