"""What somebody entered into a modal, field by field, whatever block the field stands in. Pure."""

from datetime import date, time

from bot.slack.blocks import Json
from bot.slack.incoming import typed


def entered(view: Json, field: str) -> Json:
    """The state of a field; empty when the modal has no such field."""
    for block in view["state"]["values"].values():
        if field in block:
            found: Json = block[field]
            return found
    return {}


def block_of(view: Json, field: str) -> str:
    """The block in which a field stands, at which an error about it is shown."""
    return next(str(block) for block, fields in view["state"]["values"].items() if field in fields)


def text_in(view: Json, field: str) -> str:
    """Typed words, made plain."""
    return typed(str(entered(view, field).get("value") or ""))


def picked(view: Json, field: str) -> str | None:
    """The value of the one option that was chosen."""
    option = entered(view, field).get("selected_option")
    return str(option["value"]) if option else None


def ticked(view: Json, field: str) -> tuple[str, ...]:
    """The values of all boxes that are ticked."""
    return tuple(str(option["value"]) for option in entered(view, field).get("selected_options") or ())


def ticked_among(view: Json, fields: str) -> tuple[str, ...]:
    """The same of several fields whose names begin alike."""
    named = [field for block in view["state"]["values"].values() for field in block if field.startswith(fields)]
    return tuple(value for field in named for value in ticked(view, field))


def day_in(view: Json, field: str) -> date | None:
    """The date that was chosen."""
    chosen = entered(view, field).get("selected_date")
    return date.fromisoformat(chosen) if chosen else None


def time_in(view: Json, field: str) -> time | None:
    """The time of day that was chosen."""
    chosen = entered(view, field).get("selected_time")
    return time.fromisoformat(chosen) if chosen else None


def number_in(view: Json, field: str) -> int | None:
    """The whole number that was typed; none for anything else."""
    value = str(entered(view, field).get("value") or "").strip()
    return int(value) if value.isdecimal() else None


def people_in(view: Json, field: str) -> tuple[str, ...]:
    """The Slack accounts that were chosen, where several can be."""
    return tuple(entered(view, field).get("selected_users") or ())


def person_in(view: Json, field: str) -> str | None:
    """The Slack account that was chosen."""
    return entered(view, field).get("selected_user") or None
