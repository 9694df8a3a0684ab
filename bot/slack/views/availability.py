"""How an expert wants to be asked: the modal in which they say so, and the lines that tell it."""

from datetime import time

from bot.domain.availability import Availability
from bot.domain.opening_hours import OpeningHours
from bot.slack.blocks import Block, Json, choice_of, field_of, label, modal, note, option, section, ticks
from bot.slack.views.campus import Campus
from bot.slack.views.choice import Subject
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import title
from bot.slack.wording import availability as wording
from bot.slack.wording.said import Said

CALLBACK = "availability"
PAUSE, CAP, DEPUTY = "availability_pause", "availability_cap", "availability_deputy"
NO_DEPUTY = "availability_no_deputy"
DAYS, OPENS, CLOSES = "availability_days", "availability_opens", "availability_closes"
AT_ONCE = "availability_at_once"
#: The options of the last field, and what each means.
AS_CATALOGUE, FIRST, DIRECTLY = "as_catalogue", "ask_first", "at_once"
MEANS = {AS_CATALOGUE: None, FIRST: False, DIRECTLY: True}

_HIGHEST_CAP = 10
_OPENS, _CLOSES = time(9), time(17)


def availability_modal(wishes: Availability, campus: Campus, language: str) -> Json:
    """Everything that an expert can wish, as it is now; the deputy only where that is a Slack account."""
    hours = wishes.hours
    deputy: Json = {"type": "users_select"}
    if wishes.deputy and "/" not in wishes.deputy:
        deputy["initial_user"] = wishes.deputy
    pause: Json = {"type": "datepicker"}
    if wishes.is_away(campus.rules.today(campus.now)) and wishes.paused_until:
        pause["initial_date"] = wishes.paused_until.isoformat()
    caps = [option(str(number), str(number)) for number in range(1, max(_HIGHEST_CAP, wishes.open_requests) + 1)]
    cap = choice_of("static_select", caps, str(wishes.open_requests))
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        [
            section(title(entry_facts(campus.catalogue, wishes.expert, language))),
            field_of(PAUSE, wording.PAUSE_LABEL.in_(language), pause, optional=True),
            note(wording.PAUSE_HINT.in_(language)),
            field_of(CAP, wording.CAP_LABEL.in_(language), cap),
            field_of(DEPUTY, wording.DEPUTY_LABEL.in_(language), deputy, optional=True),
            *_no_deputy(wishes, campus, language),
            *_hours(hours, language),
            field_of(AT_ONCE, wording.AT_ONCE_LABEL.in_(language), _at_once(wishes, language)),
        ],
        callback_id=CALLBACK,
        private_metadata=Subject(wishes.expert, language).packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def told(wishes: Availability, campus: Campus, language: str) -> list[str]:
    """The wishes in short sentences."""
    away = wishes.paused_until if wishes.is_away(campus.rules.today(campus.now)) else None
    said = [
        wording.paused_until(campus.day(away, language)) if away else wording.NOT_PAUSED,
        wording.cap(wishes.open_requests),
        _hours_told(wishes.hours),
        wording.INTRODUCED_AT_ONCE if _is_at_once(wishes, campus) else wording.ASKED_FIRST,
    ]
    return [each.in_(language) for each in said]


def _no_deputy(wishes: Availability, campus: Campus, language: str) -> list[Block]:
    """The box that takes a deputy away: a menu of accounts cannot be emptied, and holds no role of the catalogue."""
    if wishes.deputy is None:
        return []
    by_role = [note(wording.deputy_by_role(entry_facts(campus.catalogue, wishes.deputy, language).title).in_(language))]
    box = ticks([option(wording.NO_DEPUTY.in_(language), NO_DEPUTY)])
    field = field_of(NO_DEPUTY, wording.NO_DEPUTY_LABEL.in_(language), box, optional=True)
    return [*(by_role if "/" in wishes.deputy else []), field]


def _hours(hours: OpeningHours | None, language: str) -> list[Block]:
    boxes = [option(said.in_(language), str(day)) for day, said in enumerate(wording.WEEKDAYS)]
    ticked = [str(day) for day in hours.weekdays] if hours else []
    opens, closes = (hours.opens, hours.closes) if hours else (_OPENS, _CLOSES)
    return [
        field_of(DAYS, wording.DAYS_LABEL.in_(language), ticks(boxes, ticked), optional=True),
        field_of(OPENS, wording.OPENS_LABEL.in_(language), _clock(opens)),
        field_of(CLOSES, wording.CLOSES_LABEL.in_(language), _clock(closes)),
        note(wording.HOURS_HINT.in_(language)),
    ]


def _clock(at: time) -> Json:
    return {"type": "timepicker", "initial_time": f"{at:%H:%M}"}


def _at_once(wishes: Availability, language: str) -> Json:
    options = [
        option(wording.AS_CATALOGUE.in_(language), AS_CATALOGUE),
        option(wording.ASK_FIRST.in_(language), FIRST),
        option(wording.AT_ONCE.in_(language), DIRECTLY),
    ]
    chosen = next(value for value, meaning in MEANS.items() if meaning is wishes.at_once)
    return choice_of("radio_buttons", options, chosen)


def _hours_told(hours: OpeningHours | None) -> Said:
    if hours is None:
        return wording.CAMPUS_HOURS
    days = [wording.WEEKDAYS[day] for day in sorted(hours.weekdays)]
    names = Said(", ".join(day.en for day in days), ", ".join(day.sv.lower() for day in days).capitalize())
    return wording.hours(names, f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}")


def _is_at_once(wishes: Availability, campus: Campus) -> bool:
    if wishes.at_once is not None:
        return wishes.at_once
    unit = wishes.expert.partition("/")[0]
    return any(each.id == unit and each.introductions == "at_once" for each in campus.catalogue.infrastructures)
