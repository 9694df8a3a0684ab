"""reactions.*: the bot's own reactions to messages. Those of people are in `people.talking`."""

from bot.rehearsal.cast import BOT
from bot.rehearsal.web_api.access import existing, joined
from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World


def add(world: World, a: Arguments) -> None:
    """reactions.add: each name once."""
    channel = joined(world, a["channel"])
    message = existing(world, channel, a["timestamp"])
    reactions = message.setdefault("reactions", [])
    reaction = next((each for each in reactions if each["name"] == a["name"]), None)
    if reaction and BOT in reaction["users"]:
        raise RefusedError("already_reacted")
    if not reaction:
        reaction = {"name": a["name"], "users": [], "count": 0}
        reactions.append(reaction)
    reaction["users"].append(BOT)
    reaction["count"] += 1
    world.tell(channel, message.get("thread_ts"), f"@bot reacts :{a['name']}: to {message['text'][:60]!r}")


def remove(world: World, a: Arguments) -> None:
    """reactions.remove: only the bot's own."""
    message = existing(world, joined(world, a["channel"]), a["timestamp"])
    for reaction in message.get("reactions", []):
        if reaction["name"] == a["name"] and BOT in reaction["users"]:
            reaction["users"].remove(BOT)
            reaction["count"] -= 1
            message["reactions"] = [each for each in message["reactions"] if each["count"]]
            return
    raise RefusedError("no_reaction")


def get(world: World, a: Arguments) -> Json:
    """reactions.get: the message with its reactions."""
    return {"type": "message", "message": existing(world, joined(world, a["channel"]), a["timestamp"])}


METHODS: Methods = {"reactions.add": add, "reactions.remove": remove, "reactions.get": get}
