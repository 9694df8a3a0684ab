"""An advisor at the desk of a running bot: the announcement of a need, its page, and what lies upon the page."""

from bot.demo.watching import Posted
from bot.domain.message import Topic
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.people.forms import Choice
from bot.rehearsal.wire import Json
from bot.slack.views.desk.asked import REFRESH
from bot.slack.views.desk.case import CALLBACK as PAGE
from bot.slack.views.desk.opening import OPEN, TAKE
from bot.slack.wording.desk.case import WRITTEN_DOWN
from tests.journeys.campus import Campus, key_of


class AtDesk:
    """What one advisor does, and reads afterwards."""

    def __init__(self, campus: Campus, user: str) -> None:
        self._campus, self._stage, self._user = campus, campus.stage, user

    def hears(self, after: str) -> Posted:
        """The announcement of the first need since then."""
        return self._campus.tells(Topic.NEED, after)

    def takes(self, announced: Posted) -> None:
        """Press Take on it, and have that done."""
        self._stage.click(self._user, TAKE, announced.message)
        self._campus.settled()

    def opens(self, announced: Posted) -> str:
        """Open its page; what that says."""
        need = key_of(announced.message).partition(":")[2]
        self._stage.click(self._user, OPEN, announced.message)
        self._stage.until(lambda: f" {need}" in str(self._page()["title"]), what=f"the page of {need}")
        return render(self._page()["blocks"])

    def presses(self, action: str) -> str:
        """A button of the page, and all that it brings about; what the page says then."""
        before = self._page()["hash"]
        self._stage.click(self._user, action, modal=True)
        return self._changed(before)

    def sends(self, action: str, callback: str, values: dict[str, Choice]) -> str:
        """A modal upon the page, filled and sent, and all that it brings about; what the page says then."""
        before = self._page()["hash"]
        form = self.starts(action, callback)
        answer = self._stage.submit(self._user, values)
        assert not answer, (form["callback_id"], answer)
        return self._changed(before)

    def starts(self, action: str, callback: str) -> Json:
        """A modal upon the page."""
        self._stage.click(self._user, action, modal=True)
        return self._campus.modal(callback, self._user)

    def chooses(self, action: str, option: str) -> None:
        """An option in the modal that lies uppermost, which the bot shows anew."""
        before = self._top()["hash"]
        self._stage.click(self._user, action, modal=True, option=option)
        self._stage.until(lambda: self._top()["hash"] != before, what="the modal as it stands now")

    def _top(self) -> Json:
        view: Json = self._stage.slack.world.screens.top(self._campus.id_of(self._user))
        return view

    def _page(self) -> Json:
        return self._campus.modal(PAGE, self._user)

    def _changed(self, before: str) -> str:
        self._stage.until(lambda: self._page()["hash"] != before, what="the page as it stands now")
        # The next step may overtake what this one tells, and what is overtaken is rightly told to nobody.
        self._campus.settled()
        page = self._page()
        if any(said in render(page["blocks"]) for said in (WRITTEN_DOWN.en, WRITTEN_DOWN.sv)):
            # The bot did not wait for its workers as long as they needed.
            self._stage.click(self._user, REFRESH, modal=True)
            self._stage.until(lambda: self._page()["hash"] != page["hash"], what="the page once more")
        return render(self._page()["blocks"])
