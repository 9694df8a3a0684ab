"""What an advisor heard from an expert by other ways than Slack: yes and no on a need's page, and why not."""

import json
from dataclasses import asdict, dataclass

from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.slack.blocks import Block, Json, actions, button, section
from bot.slack.views.by_hand import close_button
from bot.slack.views.choice import Subject
from bot.slack.views.decline import decline_modal
from bot.slack.views.entry import EntryFacts
from bot.slack.views.match import title
from bot.slack.wording import advisors as wording

#: Their values are the introduction's id.
YES, NO, CLOSE = "desk_heard_yes", "desk_heard_no", "desk_heard_close"
CALLBACK = "desk_heard_no_because"


@dataclass(frozen=True)
class Heard:
    """What the modal carries along; its first three are those of `About`."""

    need: str
    language: str
    beneath: str
    introduction: str

    def packed(self) -> str:
        """As the private metadata of the modal."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Heard":
        """What `packed` wrote."""
        return cls(**json.loads(value))


def heard_buttons(introduction: Introduction, language: str) -> list[Block]:
    """Yes and no, for as long as an advisor has to ask; that they are introduced, where both said yes."""
    if introduction.state is not IntroductionState.WITH_ADVISOR:
        return []
    if introduction.by_hand is ByHand.BOTH_AGREED:
        introduced = button(YES, wording.THEY_ARE_INTRODUCED.in_(language), introduction.id)
        return [actions(introduced, close_button(CLOSE, introduction.id, language))]
    yes = button(YES, wording.THEY_SAID_YES.in_(language), introduction.id)
    return [actions(yes, button(NO, wording.THEY_SAID_NO.in_(language), introduction.id))]


def heard_no_modal(heard: Heard, facts: EntryFacts) -> Json:
    """The reasons that an expert would choose from, under the match that they are about."""
    frame = decline_modal(Subject(heard.introduction, heard.language), CALLBACK)
    return {**frame, "blocks": [section(title(facts)), *frame["blocks"]], "private_metadata": heard.packed()}
