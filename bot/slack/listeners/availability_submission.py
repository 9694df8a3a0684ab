"""An expert's wishes, as entered."""

from datetime import time

from slack_bolt import App, Args

from bot.desk import availability
from bot.domain.availability import OPEN_REQUESTS, Availability
from bot.domain.opening_hours import OpeningHours
from bot.slack.blocks import Json
from bot.slack.forms import day_in, person_in, picked, ticked, time_in
from bot.slack.reception import Reception
from bot.slack.views import availability as form
from bot.slack.views.choice import Subject
from bot.slack.wording import availability as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_wishes(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about = Subject.unpacked(view["private_metadata"])
        faults = _faults(view, user, reception)
        if faults:
            said = {field: fault.in_(about.language) for field, fault in faults.items()}
            args.ack(response_action="errors", errors=said)
            return
        with reception.desk.store.reading() as unit:
            before = unit.availabilities.get(about.id)
        wishes = _wishes(view, before)
        key = f"availability:{view['id']}:{view['hash']}"
        reception.write(key, availability.KIND, availability.setting(wishes, user))
        args.ack()

    app.view(form.CALLBACK)(handle_wishes)


def _faults(view: Json, user: str, reception: Reception) -> dict[str, Said]:
    """What cannot be kept as it is, by the field at which it is said."""
    faults: dict[str, Said] = {}
    pause = day_in(view, form.PAUSE)
    if pause is not None and pause <= reception.desk.rules.today(reception.desk.now()):
        faults[form.PAUSE] = wording.PAST_DAY
    opens, closes = _day(view)
    if opens >= closes:
        faults[form.CLOSES] = wording.OPENS_FIRST
    if person_in(view, form.DEPUTY) == user:
        faults[form.DEPUTY] = wording.NOT_YOURSELF
    return faults


def _wishes(view: Json, before: Availability) -> Availability:
    days = frozenset(int(day) for day in ticked(view, form.DAYS))
    return Availability(
        expert=before.expert,
        open_requests=int(picked(view, form.CAP) or OPEN_REQUESTS),
        paused_until=day_in(view, form.PAUSE),
        deputy=_deputy(view, before.deputy),
        hours=OpeningHours(days, *_day(view)) if days else None,
        at_once=form.MEANS[picked(view, form.AT_ONCE) or form.AS_CATALOGUE],
    )


def _deputy(view: Json, before: str | None) -> str | None:
    """A deputy who is a role of the catalogue cannot stand in a menu of accounts, and stays until taken away."""
    if ticked(view, form.NO_DEPUTY):
        return None
    by_role = before if before and "/" in before else None
    return person_in(view, form.DEPUTY) or by_role


def _day(view: Json) -> tuple[time, time]:
    usual = OpeningHours()
    return time_in(view, form.OPENS) or usual.opens, time_in(view, form.CLOSES) or usual.closes
