"""The Bolt app with its clients, and the two ways it hears from Slack. What it does with what it hears: `listeners`."""

import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.error import BoltError
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler, RateLimitErrorRetryHandler
from waitress.server import create_server
from waitress.wasyncore import close_all

from bot.slack import boundary
from bot.slack.listeners import register_listeners
from bot.slack.reception import Reception

EVENTS_PATH = "/slack/events"

#: Listeners only write a row and acknowledge; what waits for Slack afterwards shares these threads.
_LISTENER_THREADS = 10
_SOCKET_THREADS = 10
_HTTP_THREADS = 8

_ANSWER_SECONDS = 10
_POST_SECONDS = 20


class CannotListen(Exception):
    """Why the bot cannot start to listen, in a sentence that says what to do."""


@dataclass(frozen=True)
class Access:
    """What Slack asks the bot to show.

    Attributes:
        api_url: where the Web API is; another than Slack's own for rehearsals.
    """

    bot_token: str
    signing_secret: str = ""
    app_token: str = ""
    api_url: str = WebClient.BASE_URL

    def __repr__(self) -> str:
        """Without the secrets: this ends up in logs."""
        return f"Access(api_url={self.api_url!r})"


class Listening(Protocol):
    """A running connection to Slack."""

    def start(self) -> None:
        """Begin to listen, and return."""

    def stop(self) -> None:
        """Stop listening; what was acknowledged is written down."""


def answering_client(access: Access) -> WebClient:
    """For what a person waits for: tries again after a short pause when Slack asks for one."""
    return WebClient(
        token=access.bot_token,
        base_url=access.api_url,
        timeout=_ANSWER_SECONDS,
        retry_handlers=[ConnectionErrorRetryHandler(), RateLimitErrorRetryHandler(max_retry_count=1)],
    )


def posting_client(access: Access) -> WebClient:
    """For the outbox: never tries again by itself, since a try that seemed to fail may have reached Slack."""
    return WebClient(token=access.bot_token, base_url=access.api_url, timeout=_POST_SECONDS, retry_handlers=[])


def build_app(access: Access, reception: Reception) -> App:
    """The Bolt app with every listener, the middleware and the error boundary.

    Raises:
        CannotListen: Slack does not know the token.
    """
    try:
        app = App(
            name="lotsen",
            client=answering_client(access),
            # Without a secret nothing that comes over HTTP can be told to be Slack's, and all of it is refused.
            signing_secret=access.signing_secret or secrets.token_hex(),
            # Written down first, acknowledged after: a crash in between loses nothing, since Slack sends again.
            process_before_response=True,
            # The boundary logs what nobody listens to; Bolt's own warning would show its text.
            raise_error_for_unhandled_request=True,
            listener_executor=ThreadPoolExecutor(_LISTENER_THREADS, thread_name_prefix="listener"),
        )
    except BoltError as error:
        raise CannotListen("Slack does not accept the bot token: check SLACK_BOT_TOKEN with `lotsen doctor`") from error
    if app.oauth_flow is not None:
        raise CannotListen(
            "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET make Slack's library ignore the bot token: unset them"
        )
    boundary.register(app, reception.locale_of)
    register_listeners(app, reception)
    return app


class SocketMode:
    """Hears from Slack over a connection that the bot opens: no public address is needed."""

    def __init__(self, app: App, access: Access) -> None:
        self._handler = SocketModeHandler(app, access.app_token, concurrency=_SOCKET_THREADS)

    def start(self) -> None:
        """See the protocol."""
        self._handler.client.connect()

    def stop(self) -> None:
        """See the protocol."""
        self._handler.client.close()


class SignedHttp:
    """Hears from Slack over HTTP, at `/slack/events`; each request carries Slack's signature."""

    def __init__(self, app: App, port: int, host: str = "127.0.0.1") -> None:
        handler = SlackRequestHandler(app, EVENTS_PATH)
        self._connections: dict[int, object] = {}
        self._server = create_server(handler, map=self._connections, host=host, port=port, threads=_HTTP_THREADS)
        self._thread = threading.Thread(target=self._server.run, name="http", daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened to; of use when 0 was asked for."""
        return int(self._server.effective_port)

    def start(self) -> None:
        """See the protocol."""
        self._thread.start()

    def stop(self) -> None:
        """See the protocol."""
        self._server.task_dispatcher.shutdown()
        if self._thread.is_alive():
            # The loop ends when it watches nothing, perhaps before this pull has returned: a worker may have woken
            # it too. So all is closed after both, for a number closed under the pull may by then be another file's.
            self._server.trigger.pull_trigger(self._connections.clear)
            self._thread.join(timeout=5)
        close_all(self._server.active_channels)
        self._server.close()
