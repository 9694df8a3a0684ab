"""chat.scheduleMessage and its kin. Scheduled messages are kept, never sent: a rehearsal ends before they are due."""

import time

from bot.rehearsal.web_api.access import joined
from bot.rehearsal.web_api.method import Methods, page
from bot.rehearsal.web_api.posting import compose
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World

#: Slack takes messages for at most 120 days ahead.
_FARTHEST = 120 * 86_400


def schedule_message(world: World, a: Arguments) -> Json:
    """chat.scheduleMessage: between now and 120 days ahead."""
    channel, post_at, now = joined(world, a["channel"]), int(a.number("post_at", 0)), time.time()
    if post_at <= now:
        raise RefusedError("time_in_past")
    if post_at > now + _FARTHEST:
        raise RefusedError("time_too_far")
    content = compose(world, a, "chat.scheduleMessage")
    key = world.workspace.new_id("Q")
    world.workspace.scheduled[key] = {"id": key, "channel_id": channel.id, "post_at": post_at, **content}
    world.tell(channel, a.get("thread_ts"), f"@bot schedules for +{post_at - now:.0f}s: {content['text']}")
    return {"channel": channel.id, "scheduled_message_id": key, "post_at": post_at}


def delete_scheduled_message(world: World, a: Arguments) -> None:
    """chat.deleteScheduledMessage: once."""
    if not world.workspace.scheduled.pop(a["scheduled_message_id"], None):
        raise RefusedError("invalid_scheduled_message_id")


def list_scheduled(world: World, a: Arguments) -> Json:
    """chat.scheduledMessages.list: everything the bot has scheduled."""
    return page(list(world.workspace.scheduled.values()), a, "scheduled_messages")


METHODS: Methods = {
    "chat.scheduleMessage": schedule_message,
    "chat.deleteScheduledMessage": delete_scheduled_message,
    "chat.scheduledMessages.list": list_scheduled,
}
