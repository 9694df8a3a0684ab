"""Advisors at their desk, for tests: pressing the buttons of a need's page, and what people forge."""

from bot.rehearsal.wire import Json
from tests.slack.rig import Rig

#: Everybody who is no advisor, in the home workspace and outside it.
STRANGERS = ("company", "company2", "expert", "guest", "partner")


def pressing(rig: Rig, user: str, action: str, value: str) -> Json:
    """The payload of a button, wherever it stands; its trigger is good for one modal."""
    slack = rig.stage.slack
    payload = slack.interaction(slack.person(user), "block_actions")
    press = {"type": "button", "block_id": "b", "action_id": action, "value": value}
    return {**payload, "actions": [{**press, "action_ts": payload["action_ts"]}]}


def opens(rig: Rig, action: str, callback: str, need: str = "N1", user: str = "advisor") -> Json:
    """An advisor presses a button of a need, and gets a modal."""
    rig.dispatch(pressing(rig, user, action, need))
    return rig.modal_of(user, callback)


def submitting(rig: Rig, user: str, view: Json, values: Json) -> Json:
    """The payload of a modal that somebody else had open; `values` are elements by block and action."""
    slack = rig.stage.slack
    sent = {**view, "state": {"values": values}}
    return {**slack.interaction(slack.person(user), "view_submission"), "view": sent, "response_urls": []}


def state_of(rig: Rig) -> dict[str, list[Json]]:
    """All that is on record, but for the queue of what came in."""
    with rig.store.unit() as unit:
        db = unit.needs.db
        tables = ("needs", "introductions", "events", "outbox", "triage", "enquiries", "corrections", "private_words")
        return {table: list(db.query(f"select * from {table}")) for table in tables}
