"""Going places: opening the app's Home or its messages, and looking at a channel with the agent open."""

from bot.rehearsal.cast import HOME
from bot.rehearsal.people.acting import Acting
from bot.rehearsal.wire import Json


class Visiting(Acting):
    """People open the app."""

    async def open_home(self, user: str, tab: str = "home", viewing: str | None = None) -> None:
        """Open one of the app's tabs; "messages" is how a person opens an agent's direct message."""
        person = self.person(user)
        if not self.is_offered(person, "App Home"):
            return
        channel = self.place("bot", user)
        event: Json = {"type": "app_home_opened", "user": person.id, "channel": channel.id, "tab": tab}
        if tab == "home" and person.id in self.world.screens.homes:
            event["view"] = self.world.screens.homes[person.id]
        if viewing:
            event["context"] = self._context(viewing)
        self.line(person, f"opens the app's {tab} tab")
        await self.world.events.tell(event, channel)

    async def look_at(self, user: str, viewing: str) -> None:
        """Go to another channel with the agent open."""
        person, channel = self.person(user), self.place("bot", user)
        self.line(person, f"looks at {self.world.workspace.where(self.place(viewing))}")
        context = {"user": person.id, "channel": channel.id, "context": self._context(viewing)}
        await self.world.events.tell({"type": "app_context_changed", **context}, channel)

    def _context(self, viewing: str) -> Json:
        entity = {"type": "slack#/types/channel_id", "value": self.place(viewing).id, "team_id": HOME}
        return {"entities": [entity]}
