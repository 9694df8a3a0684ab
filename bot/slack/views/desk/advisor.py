"""Who looks at a need's page: an advisor with their language, on a campus at a moment. No blocks are made here."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.event import ERASED
from bot.slack.blocks import Markup, escape, mention
from bot.slack.views.campus import Campus
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.wording.desk import case as wording
from bot.slack.wording.said import Said


@dataclass(frozen=True)
class Advisor:
    """The reader of a page."""

    user: str
    language: str
    campus: Campus

    def reads(self, said: Said) -> str:
        """A sentence in their language."""
        return said.in_(self.language)

    def sees(self, said: Said) -> Markup:
        """The same, safe to stand beside markup."""
        return escape(self.reads(said))

    def time(self, at: datetime) -> str:
        """A moment in words."""
        return self.campus.time(at, self.language)

    def names(self, user: str) -> Markup:
        """An account as Slack shows it; a word for somebody whose data is erased."""
        return self.sees(wording.ERASED) if user == ERASED else mention(user)

    def facts(self, entry: str) -> EntryFacts:
        """What is known of a service or expert."""
        return entry_facts(self.campus.catalogue, entry, self.language)
