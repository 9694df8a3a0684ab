"""Events: what Slack tells the bot about, and the envelope it comes in. How it gets there is `delivery`."""

import time

from bot.rehearsal.background import Background
from bot.rehearsal.cast import APP, BOT, HOME, Channel
from bot.rehearsal.delivery import Courier
from bot.rehearsal.manifest import Manifest
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message, Workspace

#: What of a message stands in the event about it.
_TOLD = ("user", "text", "ts", "thread_ts", "blocks", "team", "bot_id", "app_id", "client_msg_id")


class Events:
    """Tells the bot what it subscribed to, where it is a member."""

    def __init__(self, workspace: Workspace, manifest: Manifest, courier: Courier) -> None:
        self._workspace, self._manifest, self._courier = workspace, manifest, courier
        self._background = Background()

    async def tell(self, event: Json, channel: Channel) -> None:
        """Deliver an event that happened in a channel, unless the bot may not know of it."""
        event.setdefault("event_ts", self._workspace.new_ts())
        concerns = BOT in channel.members or event["type"] == "app_home_opened"
        if not (concerns and self._manifest.subscribes(event)):
            return
        bot = {"enterprise_id": None, "team_id": HOME, "user_id": BOT, "is_bot": True}
        payload = {
            "token": "x",
            "team_id": HOME,
            "context_team_id": HOME,
            "context_enterprise_id": None,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": self._workspace.new_id("Ev"),
            "event_time": int(time.time()),
            "authorizations": [{**bot, "is_enterprise_install": False}],
            "is_ext_shared_channel": channel.shared,
            "event_context": "4-rehearsal",
        }
        subtype = "." + event["subtype"] if event.get("subtype") else ""
        await self._courier.deliver("events_api", payload, event["type"] + subtype)

    def tell_later(self, event: Json, channel: Channel) -> None:
        """Deliver an event that the bot itself caused, after its call has been answered."""
        self._background.spawn(self.tell(event, channel))

    def of_message(self, channel: Channel, message: Message) -> Json:
        """Make the event about a new message; people of other workspaces are marked as such."""
        team = self._workspace.users[message["user"]].team
        foreign = {"user_team": team, "source_team": team} if team != HOME else {}
        told = {key: value for key, value in message.items() if key in _TOLD}
        where = {"channel": channel.id, "channel_type": channel.event_type}
        return {"type": "message", **where, "event_ts": message["ts"], **foreign, **told}

    def of_change(self, channel: Channel, message: Message, before: Message) -> Json:
        """Make the event about an edited message."""
        return {
            "type": "message",
            "subtype": "message_changed",
            "hidden": True,
            "channel": channel.id,
            "channel_type": channel.event_type,
            "ts": self._workspace.new_ts(),
            "message": dict(message),
            "previous_message": dict(before),
        }

    async def stop(self) -> None:
        """Give up what has not been told yet."""
        await self._background.stop()
