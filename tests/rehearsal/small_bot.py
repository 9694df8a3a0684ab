"""The smallest bot that uses everything (mention, button, command, modal, Home), in both ways of running it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

from slack_bolt import App, BoltResponse
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.rehearsal import Stage
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import actions, button, modal, section

MANIFEST = {
    "features": {"slash_commands": [{"command": "/need", "should_escape": True}]},
    "oauth_config": {"scopes": {"bot": ["app_mentions:read", "chat:write", "commands"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_mention", "app_home_opened"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


class Listeners:
    """What the bot does; `heard` keeps the mentions it got, and `stumbles` times it fails before it does anything."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.stumbles = 0
        self.app: App

    def stumble(self, next_: Callable[[], BoltResponse]) -> BoltResponse:
        if self.stumbles:
            self.stumbles -= 1
            return BoltResponse(status=503)
        return next_()

    def mention(self, event: Json, say: Callable[..., object]) -> None:
        self.heard.append(event)
        buttons = actions(button("Yes, ask", "consent"))
        say(text="Shall I ask an expert?", thread_ts=event["ts"], blocks=[section("Shall I ask an *expert*?"), buttons])

    def consent(self, ack: Callable[..., object], body: Json, client: WebClient) -> None:
        ack()
        client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text="Consent given.", blocks=[])

    def command(self, ack: Callable[..., object], body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal(private_metadata=body["channel_id"]))

    def submitted(self, ack: Callable[..., object], view: Json, client: WebClient) -> None:
        text = view["state"]["values"]["need"]["text"]["value"]
        if len(text) < 10:
            ack(response_action="errors", errors={"need": "Please say a little more."})
            return
        ack()
        client.chat_postMessage(channel=view["private_metadata"], text=f"A need: {text}")

    def home(self, event: Json, client: WebClient) -> None:
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section("Nothing waiting.")]})


def build_app(stage: Stage) -> Listeners:
    env, listeners = stage.env(), Listeners()
    client = WebClient(env["SLACK_BOT_TOKEN"], base_url=env["SLACK_API_URL"])
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    listeners.app = app = App(client=client, signing_secret=env["SLACK_SIGNING_SECRET"])
    app.use(listeners.stumble)
    app.event("app_mention")(listeners.mention)
    app.action("consent")(listeners.consent)
    app.command("/need")(listeners.command)
    app.view("need_modal")(listeners.submitted)
    app.event("app_home_opened")(listeners.home)
    return listeners


@contextmanager
def over_socket(stage: Stage, app: App) -> Iterator[None]:
    handler = SocketModeHandler(app, stage.env()["SLACK_APP_TOKEN"])
    handler.client.connect()
    try:
        yield
    finally:
        # the client's own close waits up to a second for a message that never comes
        handler.client.message_processor.event.set()
        handler.client.message_queue.put(None)
        handler.client.close()
        app.listener_runner.listener_executor.shutdown()


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the test output free of requests."""


@contextmanager
def over_http(stage: Stage, app: App) -> Iterator[None]:
    with make_server("127.0.0.1", 0, SlackRequestHandler(app), handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        stage.request_url = f"http://127.0.0.1:{server.server_port}/slack/events"
        try:
            yield
        finally:
            server.shutdown()
            thread.join()
            app.listener_runner.listener_executor.shutdown()
