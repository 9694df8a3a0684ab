"""The modal in which an advisor says that nobody here can help, with the answer that the company will read."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import islice

from bot.domain.catalogue import Catalogue, Elsewhere
from bot.domain.catalogue_values import is_link
from bot.domain.need import Need
from bot.domain.triage import NoMatch
from bot.slack.blocks import (
    LONGEST_TYPED,
    Block,
    Json,
    choice_of,
    cut,
    field_of,
    label,
    modal,
    note,
    option,
    text_input,
)
from bot.slack.views.desk.quoting import their_words
from bot.slack.wording.desk import no_match as wording
from bot.slack.wording.said import Said

CALLBACK = "desk_no_match_send"
#: Fields by their action ids. The text's block is another one each time a draft is written into it, or Slack would
#: keep what stood there.
REASON, DOOR, TEXT = "desk_no_match_reason", "desk_no_match_door", "desk_no_match_text"

#: The option of the menu for no door at all.
NOWHERE = "none"

#: A door of matches further down, or of those that are hardly any, is no door for this need.
_NEAREST, _NEAR_ENOUGH = 3, 0.1
_MOST_DOORS = 99
_LONGEST_DOOR = 600


@dataclass(frozen=True)
class Form:
    """What the modal carries along; its first three are those of `About`.

    Attributes:
        version: how often a draft was written into the text's field.
    """

    need: str
    language: str
    beneath: str = ""
    version: int = 0

    def packed(self) -> str:
        """As the private metadata of the modal."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Form":
        """What `packed` wrote."""
        return cls(**json.loads(value))


@dataclass(frozen=True)
class Referral:
    """What stands in the fields; `door` is the option of the menu."""

    why: NoMatch | None
    door: str
    text: str


def first_referral(need: Need, catalogue: Catalogue) -> Referral:
    """What stands there at the beginning: no reason, the nearest door if one is near, and a draft for that."""
    doors = doors_for(need, catalogue)
    nearest = need.answer.matches[:_NEAREST] if need.answer else ()
    units = {match.infrastructure for match in nearest if match.confidence >= _NEAR_ENOUGH}
    door = next((each for each in doors if each.partition(":")[0] in units), NOWHERE)
    return Referral(None, door, drafted(need, catalogue, None, door))


def drafted(need: Need, catalogue: Catalogue, why: NoMatch | None, door: str) -> str:
    """The draft for a reason and a door, in the company's language."""
    return _draft(need, why or NoMatch.OTHER, doors_for(need, catalogue).get(door))


def is_a_draft(text: str, need: Need, catalogue: Catalogue) -> bool:
    """Whether nobody has written in the text, so that another draft may take its place."""
    doors = [None, *doors_for(need, catalogue).values()]
    plain = " ".join(text.split())
    return not plain or any(" ".join(_draft(need, why, door).split()) == plain for why in NoMatch for door in doors)


def doors_for(need: Need, catalogue: Catalogue) -> Mapping[str, Elsewhere]:
    """Every door that the catalogue knows, those of the best matches first."""
    near = list(dict.fromkeys(match.infrastructure for match in need.answer.matches)) if need.answer else []
    units = sorted(catalogue.infrastructures, key=lambda unit: near.index(unit.id) if unit.id in near else len(near))
    doors = ((f"{unit.id}:{number}", door) for unit in units for number, door in enumerate(unit.elsewhere))
    return dict(islice(doors, _MOST_DOORS))


def no_match_modal(need: Need, form: Form, referral: Referral, catalogue: Catalogue) -> Json:
    """The words, the reason, the door, and the answer."""
    language = form.language
    spoken = wording.IN_SWEDISH if need.spoken == "sv" else wording.IN_ENGLISH
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            *their_words(need, language),
            _reasons(referral.why, language),
            _door_menu(need, referral.door, catalogue, language),
            _text_field(form, referral.text),
            note(spoken.in_(language), wording.CLOSES.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=form.packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def reason_of(value: str | None) -> NoMatch | None:
    """The reason behind an option; None where none was chosen, or one of an earlier version."""
    try:
        return NoMatch(value or "")
    except ValueError:
        return None


def _draft(need: Need, why: NoMatch, door: Elsewhere | None) -> str:
    said = Said(_sentence(door, "en"), _sentence(door, "sv")) if door else None
    return wording.draft(why, said).in_(need.spoken)


def _sentence(door: Elsewhere, language: str) -> str:
    """What the catalogue says of a door, and where that can be read."""
    text = cut(door.text.in_(language), _LONGEST_DOOR)
    ended = text if text.endswith((".", "!", "?", "…")) else f"{text}."
    return f"{ended} {door.source}" if is_link(door.source) else ended


def _reasons(chosen: NoMatch | None, language: str) -> Block:
    reasons = [option(said.in_(language), reason) for reason, said in wording.REASONS.items()]
    field = field_of(REASON, wording.WHY.in_(language), choice_of("radio_buttons", reasons, chosen))
    return {**field, "dispatch_action": True}


def _door_menu(need: Need, chosen: str, catalogue: Catalogue, language: str) -> Block:
    doors = [option(door.text.in_(language), value) for value, door in doors_for(need, catalogue).items()]
    doors.insert(0, option(wording.NO_DOOR.in_(language), NOWHERE))
    menu = choice_of("static_select", doors, chosen)
    return {**field_of(DOOR, wording.DOOR.in_(language), menu), "dispatch_action": True}


def _text_field(form: Form, text: str) -> Block:
    element: Json = {"action_id": TEXT, "max_length": LONGEST_TYPED}
    if text.strip():
        element["initial_value"] = cut(text, LONGEST_TYPED)
    block = f"{TEXT}_{form.version}"
    return text_input(block, wording.TEXT_LABEL.in_(form.language), wording.TEXT_HINT.in_(form.language), element)
