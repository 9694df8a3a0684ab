"""What an app's manifest declares, and remarks on manifests that would disappoint. Not the scopes methods need."""

from collections.abc import Iterator

from bot.rehearsal.wire import Json, Mode

#: The reference for manifests gives this limit for `agent_description`.
_LONGEST_DESCRIPTION = 300


class Manifest:
    """A manifest, or none: without one everything counts as declared."""

    def __init__(self, raw: Json | None) -> None:
        self.given = raw is not None
        raw = raw or {}
        self.features: Json = raw.get("features", {})
        self.settings: Json = raw.get("settings", {})
        self.scopes: list[str] = raw.get("oauth_config", {}).get("scopes", {}).get("bot", [])

    @property
    def events(self) -> list[str]:
        """The events the app subscribes to."""
        return list(self.settings.get("event_subscriptions", {}).get("bot_events", []))

    @property
    def commands(self) -> list[str]:
        """The slash commands, each with its slash."""
        return [each["command"] for each in self.features.get("slash_commands", [])]

    @property
    def shortcuts(self) -> list[tuple[str, str]]:
        """The shortcuts as pairs of callback_id and type."""
        return [(each["callback_id"], each["type"]) for each in self.features.get("shortcuts", [])]

    def subscribes(self, event: Json) -> bool:
        """Tell whether this event is to be delivered; messages are subscribed to by kind of channel."""
        name = event["type"]
        if name == "message":
            kinds = {"im": "im", "mpim": "mpim", "group": "groups"}
            name = "message." + kinds.get(event.get("channel_type", ""), "channels")
        return not self.given or name in self.events

    def remarks(self, mode: Mode) -> Iterator[str]:
        """Yield what Slack would accept but people would stumble over."""
        yield from self._remarks_on_agent()
        if not self.settings.get("interactivity", {}).get("is_enabled"):
            yield "interactivity is off: buttons, modals and shortcuts will not arrive"
        if (mode == "socket") != bool(self.settings.get("socket_mode_enabled")):
            yield f"socket_mode_enabled is {self.settings.get('socket_mode_enabled')} but the mode is {mode}"
        for command in self.features.get("slash_commands", []):
            if not command.get("should_escape"):
                yield f"{command['command']} lacks should_escape: people and channels arrive as plain words"

    def _remarks_on_agent(self) -> Iterator[str]:
        agent = self.features.get("agent_view")
        if "assistant_view" in self.features:
            yield "assistant_view is the legacy experience; new apps can only use agent_view"
        if agent is not None and not {"app_home_opened", "message.im"} <= set(self.events):
            yield "agent_view needs the events app_home_opened and message.im"
        if len((agent or {}).get("agent_description", "")) > _LONGEST_DESCRIPTION:
            yield f"agent_description is longer than {_LONGEST_DESCRIPTION} characters"
        writes = agent is not None or "message.im" in self.events
        if writes and not self.features.get("app_home", {}).get("messages_tab_enabled"):
            yield "app_home.messages_tab_enabled is off, so nobody can write to the bot"
