"""What an advisor sends from these modals: to whom, until when, a note, how it ended."""

from slack_bolt import App, Args

from bot.desk import notes, triage
from bot.desk.case import case_of
from bot.slack.forms import day_in, person_in, picked, text_in
from bot.slack.incoming import has_words
from bot.slack.listeners.desk.acts import Faults, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk import ending, hand_over, noting, rest
from bot.slack.views.desk.about import About
from bot.slack.wording.desk import triage as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send_to(args: Args, about: About) -> Written | Faults:
        view, user = args.payload, sender(args.body).user
        to = person_in(view, hand_over.TO) or ""
        fault = _unfit(reception, about.need, user, to)
        if fault is not None:
            return Faults({hand_over.TO: fault})
        body = triage.handing_over(about.need, user, to, text_in(view, hand_over.WORDS))
        return Written(triage.KIND, body)

    def send_rest(args: Args, about: About) -> Written | Faults:
        day, today = day_in(args.payload, rest.DAY), reception.desk.rules.today(reception.desk.now())
        if day is None or day <= today:
            return Faults({rest.DAY: wording.PAST_DAY})
        return Written(triage.KIND, triage.snoozing(about.need, sender(args.body).user, day))

    def send_note(args: Args, about: About) -> Written | Faults:
        said = text_in(args.payload, noting.WORDS)
        if not has_words(said):
            return Faults({noting.WORDS: wording.NO_WORDS})
        return Written(notes.KIND, notes.noting(about.need, sender(args.body).user, said))

    def send_ending(args: Args, about: About) -> Written:
        view, user = args.payload, sender(args.body).user
        outcome = ending.outcome_of(picked(view, ending.OUTCOME))
        return Written(triage.KIND, triage.concluding(about.need, user, outcome, text_in(view, ending.WORDS)))

    submits(app, reception, hand_over.CALLBACK, send_to)
    submits(app, reception, rest.CALLBACK, send_rest)
    submits(app, reception, noting.CALLBACK, send_note)
    submits(app, reception, ending.CALLBACK, send_ending)


def _unfit(reception: Reception, need: str, user: str, to: str) -> Said | None:
    """Why somebody cannot be given a need."""
    if to not in reception.desk.directory.advisors():
        return wording.NO_ADVISOR
    case = case_of(reception.desk, need, user)
    return wording.HAS_IT_ALREADY if case is not None and case.triage.advisor == to else None
