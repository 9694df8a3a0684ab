"""An expert names another service or a colleague; the company is asked before anybody else."""

from slack_bolt import App, Args

from bot.desk import reply
from bot.desk.colleague import is_colleague
from bot.slack.forms import person_in, picked
from bot.slack.reception import Reception
from bot.slack.views.choice import Subject
from bot.slack.views.redirect import CALLBACK, COLLEAGUE, SERVICE
from bot.slack.wording import redirect as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def not_here(colleague: str | None) -> Said | None:
        is_fine = colleague is None or is_colleague(reception.desk, colleague)
        return None if is_fine else wording.NO_COLLEAGUE

    def handle_redirect(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        about = Subject.unpacked(view["private_metadata"])
        service, colleague = picked(view, SERVICE), person_in(view, COLLEAGUE)
        fault = _fault(service, colleague, user) or not_here(colleague)
        if fault is not None:
            args.ack(response_action="errors", errors={COLLEAGUE: fault.in_(about.language)})
            return
        body = reply.redirecting(about.id, user, service, colleague)
        reception.write(f"reply:{view['id']}", reply.KIND, body)
        args.ack()

    app.view(CALLBACK)(handle_redirect)


def _fault(service: str | None, colleague: str | None, user: str) -> Said | None:
    if service is None and colleague is None:
        return wording.ONE_OF_THEM
    if service is not None and colleague is not None:
        return wording.NOT_BOTH
    return wording.SOMEBODY_ELSE if colleague == user else None
