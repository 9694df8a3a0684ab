"""An advisor sends a need on behalf of a company, which is asked before anything else happens."""

from slack_bolt import App, Args

from bot.desk import file
from bot.domain.people import Person, Reach
from bot.slack.forms import person_in, text_in
from bot.slack.incoming import has_words
from bot.slack.listeners.desk.acts import Faults, submits
from bot.slack.listeners.pressing import Written
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.file import CALLBACK, COMPANY, TEXT
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk import file as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def send(args: Args, _about: About) -> Written | Faults:
        advisor, company, text = sender(args.body), person_in(args.payload, COMPANY), text_in(args.payload, TEXT)
        faults = _faults(reception, advisor.user, company, text)
        if company is None or faults:
            return Faults(faults)
        # Whoever I can write to is of the advisor's own workspace, or of the same organisation.
        person = Person(advisor.team, company)
        # Where the words do not tell, it is the company that is spoken to.
        language = reception.spoken_by(company, text)
        return Written(file.KIND, file.filing(advisor.user, person, text, language))

    submits(app, reception, CALLBACK, send, lambda about: notice_modal(wording.DONE, about.language))


def _faults(reception: Reception, advisor: str, company: str | None, text: str) -> dict[str, Said]:
    faults: dict[str, Said] = {}
    if company == advisor:
        faults[COMPANY] = wording.YOURSELF
    elif company is None or reception.desk.directory.reach(company) is not Reach.REACHABLE:
        faults[COMPANY] = wording.OUT_OF_REACH
    if not has_words(text):
        faults[TEXT] = wording.NO_WORDS
    return faults
