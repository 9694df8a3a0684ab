"""Somebody opens the Home tab, which is published, or the Messages tab, where prompts are offered."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.looking import look_of
from bot.slack.reception import Reception
from bot.slack.views.home import prompts
from bot.slack.visiting import home_of
from bot.slack.wording.home import PROMPTS_TITLE


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def show_what_was_opened(args: Args) -> None:
        event = args.payload
        if event.get("tab") == "home":
            # The tab as it was when it was opened: an advisor goes on looking at the same pile for the day.
            look = look_of(reception, event.get("view") or {})
            args.client.views_publish(user_id=event["user"], view=home_of(reception, event["user"], look))
        elif event.get("tab") == "messages":
            language = reception.locale_of(event["user"])
            args.client.assistant_threads_setSuggestedPrompts(
                channel_id=event["channel"], title=PROMPTS_TITLE.in_(language), prompts=prompts(language)
            )

    app.event("app_home_opened")(ack=handle_app_home_opened, lazy=[guarded(reception.locale_of, show_what_was_opened)])


def handle_app_home_opened(args: Args) -> None:
    """Nothing is written down: opening a tab asks for nothing."""
    args.ack()
