"""The filters as an advisor entered them: the queue beneath shows only what passes."""

from slack_bolt import App, Args

from bot.domain.lifecycle import NeedState
from bot.domain.queue import NOBODY, Filters
from bot.slack.blocks import Json
from bot.slack.boundary import guarded
from bot.slack.forms import number_in, people_in, picked, text_in, ticked
from bot.slack.listeners.desk.gate import admits
from bot.slack.listeners.sender import sender
from bot.slack.looking import look_of, modal_of
from bot.slack.reception import Reception
from bot.slack.views.desk import filters as form
from bot.slack.visiting import home_of
from bot.slack.wording.desk.filters import ONE_OF_THEM

#: Under which key the second half of the listener finds what an advisor entered.
_ENTERED = "entered"


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_filters(args: Args) -> None:
        if not admits(args, reception):
            return
        filters = _filters(args.payload)
        if filters is None:
            said = ONE_OF_THEM.in_(reception.locale_of(sender(args.body).user))
            args.ack(response_action="errors", errors={form.ADVISOR: said})
        else:
            args.context[_ENTERED] = filters
            args.ack()

    def show_narrowed(args: Args) -> None:
        view, user, filters = args.payload, sender(args.body).user, args.context.get(_ENTERED)
        if filters is None:
            return
        look, beneath = look_of(reception, view).with_(filters), view.get("previous_view_id")
        if beneath:
            args.client.views_update(view_id=beneath, view=modal_of(reception, user, look))
        else:
            args.client.views_publish(user_id=user, view=home_of(reception, user, look))

    app.view(form.CALLBACK)(ack=handle_filters, lazy=[guarded(reception.locale_of, show_narrowed)])


def _filters(view: Json) -> Filters | None:
    """What was entered; None when it asks for somebody and for nobody at once."""
    people, is_free = people_in(view, form.ADVISOR), bool(ticked(view, form.FREE))
    if people and is_free:
        return None
    state, days = _chosen(view, form.STATE), number_in(view, form.AGE)
    return Filters(
        infrastructure=_chosen(view, form.UNIT),
        language=form.LANGUAGE_OF.get(_chosen(view, form.LANGUAGE) or form.ANY),
        state=NeedState(state) if state else None,
        advisor=NOBODY if is_free else next(iter(people), None),
        older_than_days=min(days, form.OLDEST) if days else None,
        words=text_in(view, form.WORDS)[: form.LONGEST_WORDS],
    )


def _chosen(view: Json, field: str) -> str | None:
    value = picked(view, field)
    return None if value == form.ANY else value
