"""The one error boundary of what comes in, and the middleware that gives each request a reference.

A person who waits is told one calm sentence with the reference; the log has the rest, in ids and never in texts. An
event that could not be written down is not acknowledged, so that Slack sends it again.
"""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus

from slack_bolt import App, Args, BoltContext, BoltRequest, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from bot.slack.blocks import Json, escape
from bot.slack.refusals import NO_ANSWER
from bot.slack.views.notice import notice_modal
from bot.slack.wording.ask import fault
from bot.slack.wording.said import Said

log = logging.getLogger(__name__)

REFERENCE = "reference"

#: Slack delivers an event up to three times more; before that, a fault may still heal unseen.
_LAST_RETRY = "3"


@dataclass(frozen=True)
class Sentence:
    """The calm sentence, and the language of whoever waits."""

    said: Said
    language: str

    @property
    def text(self) -> str:
        """It in their language."""
        return self.said.in_(self.language)


def register(app: App, locale_of: Callable[[str], str]) -> None:
    """Put the middleware in front of all listeners, and the boundary behind them."""
    app.use(identify)

    @app.error
    def on_error(
        error: Exception, body: Json, context: BoltContext, request: BoltRequest, client: WebClient
    ) -> BoltResponse | None:
        _log(error, context)
        if isinstance(error, BoltUnhandledRequestError):
            return BoltResponse(status=HTTPStatus.OK)
        return _answer(body, context, request, client, _sentence(locale_of, context))


def identify(body: Json, context: BoltContext, next_: Callable[[], None]) -> None:
    """Give the request a reference and log who asks for what: ids only."""
    context[REFERENCE] = secrets.token_hex(4)
    what = body.get("event", body).get("type") or body.get("command")
    log.info("%s: %s by %s in %s", context[REFERENCE], what, context.user_id, context.channel_id)
    next_()


def guarded(locale_of: Callable[[str], str], work: Callable[[Args], None]) -> Callable[[Args], None]:
    """A lazy listener with the boundary around it: Bolt would only log what it raises."""

    @wraps(work)
    def run(args: Args) -> None:
        try:
            work(args)
        except Exception as error:  # noqa: BLE001 - the boundary for work that goes on after the acknowledgement
            _log(error, args.context)
            _tell(args.body, args.context, args.client, _sentence(locale_of, args.context))

    return run


def _answer(
    body: Json, context: BoltContext, request: BoltRequest, client: WebClient, sentence: Sentence
) -> BoltResponse | None:
    """What Slack gets in place of the acknowledgement; None leaves it unacknowledged."""
    if "event" in body:
        if _LAST_RETRY in request.headers.get("x-slack-retry-num", []):
            _tell(body, context, client, sentence)
        return None
    if body.get("type") == "view_submission":
        # At its first field, so that the modal stays open with all that was typed.
        errors = {next(iter(body["view"]["state"]["values"])): sentence.text}
        return BoltResponse(status=HTTPStatus.OK, body={"response_action": "errors", "errors": errors})
    _tell(body, context, client, sentence)
    return BoltResponse(status=HTTPStatus.OK)


def _tell(body: Json, context: BoltContext, client: WebClient, sentence: Sentence) -> None:
    """Tell the person in private where that is possible; that it is not possible is only logged."""
    try:
        if context.response_url and context.respond:
            context.respond(text=escape(sentence.text), response_type="ephemeral", replace_original=False)
        elif context.channel_id and context.user_id:
            event = body.get("event", {})
            thread = event.get("thread_ts")
            client.chat_postEphemeral(
                channel=context.channel_id, user=context.user_id, text=escape(sentence.text), thread_ts=thread
            )
        elif body.get("view", {}).get("type") == "modal" and "trigger_id" in body:
            # Upon what they have open, which may hold what they typed.
            client.views_push(trigger_id=body["trigger_id"], view=notice_modal(sentence.said, sentence.language))
    except NO_ANSWER as error:
        log.warning("%s: nobody could be told (%s)", context.get(REFERENCE), type(error).__name__)


def _sentence(locale_of: Callable[[str], str], context: BoltContext) -> Sentence:
    language = locale_of(context.user_id) if context.user_id else "en"
    return Sentence(fault(context.get(REFERENCE, "")), language)


def _log(error: Exception, context: BoltContext) -> None:
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("%s: nobody listens to this", context.get(REFERENCE))
    else:
        log.error("%s: failed", context.get(REFERENCE), exc_info=error)
