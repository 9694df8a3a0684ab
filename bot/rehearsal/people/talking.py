"""Saying, editing, reacting."""

import asyncio
import uuid

from bot.rehearsal.cast import BOT
from bot.rehearsal.people.acting import Acting, ImpossibleError
from bot.rehearsal.workspace import Message


class Talking(Acting):
    """People write messages."""

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Post as a person. `text` is what Slack stores: `<@U0BOT>` for a mention; typed `<`, `>`, `&` escaped."""
        person, place = self.person(user), self.place(channel, user)
        if person.id not in place.members:
            raise ImpossibleError(f"@{person.name} is not in {self.world.workspace.where(place)}")
        message = self.world.workspace.post(
            place, person.id, {"text": text, "client_msg_id": str(uuid.uuid4())}, thread_ts
        )
        self.world.tell(place, thread_ts, f"@{person.name}: {text}")
        event = self.world.events.of_message(place, message)
        tellings = [self.world.events.tell(event, place)]
        if f"<@{BOT}" in text and place.kind != "im":
            mention = {key: value for key, value in event.items() if key != "channel_type"}
            tellings.append(self.world.events.tell({**mention, "type": "app_mention"}, place))
        await asyncio.gather(*tellings)
        return message

    async def edit(self, user: str, channel: str, ts: str, text: str) -> Message:
        """Change what a person wrote before."""
        person, place = self.person(user), self.place(channel, user)
        message = self.message_at(place, ts)
        before = message.copy()
        message["text"] = text
        message["edited"] = {"user": person.id, "ts": self.world.workspace.new_ts()}
        self.world.tell(place, message.get("thread_ts"), f"@{person.name} edits: {text}")
        await self.world.events.tell(self.world.events.of_change(place, message, before), place)
        return message

    async def react(self, user: str, channel: str, ts: str, name: str) -> None:
        """Add a reaction to a message."""
        person, place = self.person(user), self.place(channel, user)
        message = self.message_at(place, ts)
        reactions = message.setdefault("reactions", [])
        reactions.append({"name": name, "users": [person.id], "count": 1})
        self.world.tell(place, message.get("thread_ts"), f"@{person.name} reacts :{name}:")
        item = {"type": "message", "channel": place.id, "ts": ts}
        reaction = {"user": person.id, "reaction": name, "item_user": message["user"], "item": item}
        await self.world.events.tell({"type": "reaction_added", **reaction}, place)
