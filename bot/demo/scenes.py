"""What happens in the demonstration, scene by scene: who writes what, who presses what. Nothing is printed here."""

import html
from dataclasses import dataclass

from bot.demo.page import Page
from bot.demo.watching import Audience
from bot.domain.catalogue import Catalogue
from bot.domain.people import Contact
from bot.rehearsal import Stage
from bot.rehearsal.cast import BOT
from bot.slack.views.brief import TEXT
from bot.slack.views.by_hand import SAID_YES
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import YES
from bot.storage.ports import Store

ENGLISH = "We want to see what our new coating does to living cells over two or three days."
SWEDISH = "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt."


@dataclass(frozen=True)
class Theatre:
    """What the scenes are played with."""

    stage: Stage
    page: Page
    audience: Audience
    store: Store
    catalogue: Catalogue

    def link_everybody(self, account: str) -> None:
        """Let one account answer for every expert of the catalogue."""
        with self.store.unit() as unit:
            for expert in self._experts():
                unit.contacts.link(Contact(expert, slack=account))

    def unlink_everybody(self) -> None:
        """Let no expert be in Slack."""
        with self.store.unit() as unit:
            for expert in self._experts():
                unit.contacts.unlink(expert)

    def _experts(self) -> list[str]:
        return [expert.id for unit in self.catalogue.infrastructures for expert in unit.experts]


def asks_in_a_channel(theatre: Theatre) -> None:
    """A need in English, from question to introduction thread, by way of an expert who is asked first."""
    stage, page, audience = theatre.stage, theatre.page, theatre.audience
    expert = stage.slack.person("expert").id
    theatre.link_everybody(expert)
    page.title("1. A company asks in a channel")
    page.aside("In this scene one account answers for every expert of the catalogue.")

    text = f"<@{BOT}> {ENGLISH}"
    page.speech("Company", "in #needs", text)
    asked = stage.say("company", "needs", text)
    answer = audience.in_channel("needs", asked["ts"])
    page.message("in the thread", answer.blocks, answer.message["text"])
    announced = audience.in_channel("advisors", asked["ts"])
    page.message("to the innovation advisors, in their own channel", announced.blocks, "")

    page.deed("Company", "presses the first “Introduce me”.")
    stage.click("company", INTRODUCE, answer.message)
    page.modal("Company", audience.modal_of("company"))
    page.deed("Company", "adds “We have ten samples.” and approves. Only now does anybody else hear of it.")
    stage.submit("company", {TEXT: f"{ENGLISH} We have ten samples."})

    request = audience.in_conversation([expert], asked["ts"])
    page.message("in a direct message to the expert, who does not read who asks", request.blocks, "")
    progress = audience.in_conversation([stage.slack.person("company").id], asked["ts"])
    page.message("in a direct message to the company", progress.blocks, "")

    page.deed("Expert", "presses “Yes”.")
    stage.click("expert", YES, request.message)
    opened = audience.in_group(asked["ts"])
    page.message(f"in a group message with {audience.others_in(opened.channel)}", opened.blocks, "")


def asks_in_private(theatre: Theatre) -> None:
    """A need in Swedish, asked by an advisor because the expert is not in Slack."""
    stage, page, audience = theatre.stage, theatre.page, theatre.audience
    theatre.unlink_everybody()
    page.title("2. Another company asks in private, in Swedish, and the expert is not in Slack")

    page.speech("Second Company", "as a command that nobody else sees", f"/lotsen {SWEDISH}")
    start = _now(stage)
    stage.slash("company2", "needs", "/lotsen", SWEDISH)
    company = stage.slack.person("company2").id
    answer = audience.in_conversation([company], start)
    page.message("in a direct message", answer.blocks, answer.message["text"])

    page.deed("Second Company", "presses the first button, reads the form and approves.")
    stage.click("company2", INTRODUCE, answer.message)
    page.modal("Second Company", audience.modal_of("company2"))
    stage.submit("company2", {TEXT: SWEDISH})

    announced = audience.in_channel("advisors", start)
    request = audience.in_channel("advisors", announced.message["ts"])
    page.message("in #advisors, below the announcement of the need", request.blocks, "")
    page.deed("Advisor", "sends the e-mail, hears a yes, and presses the button for it.")
    before = _now(stage)
    stage.click("advisor", SAID_YES, request.message)
    told = audience.in_conversation([company], before)
    page.message("in the direct message", told.blocks, told.message["text"])


def asks_for_oneself(theatre: Theatre, need: str) -> None:
    """A need that the person at the terminal typed."""
    stage, page, audience = theatre.stage, theatre.page, theatre.audience
    company = stage.slack.person("company").id
    # As Slack's own clients do it; what a person types is never markup.
    asked = stage.say("company", "bot", html.escape(need, quote=False))
    answer = audience.in_conversation([company], asked["ts"])
    page.message("in a direct message", answer.blocks, answer.message["text"])


def _now(stage: Stage) -> str:
    """A timestamp later than everything that stands in the Slack so far."""
    return max((each["ts"] for messages in stage.messages.values() for each in messages), default="0")
