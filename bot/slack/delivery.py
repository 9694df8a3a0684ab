"""Posting to Slack so that nothing is there twice: where a message goes, whether it is there already, and posting it.

What the message says is in `rendering`; what follows from it is in `outbox`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.domain.introduction import Introduction
from bot.domain.message import Audience, Message
from bot.domain.need import Need
from bot.slack.blocks import Json, Posting
from bot.slack.refusals import lasting
from bot.slack.rendering import Case

EVENT_TYPE = "lotsen_message"

#: Slack's clock and ours may differ; nobody writes the same key twice within a minute.
_CLOCKS_DIFFER = timedelta(minutes=1)
_PAGE = 200


class NoAdvisorChannel(Exception):
    """There is no advisor channel to post to: LOTSEN_ADVISOR_CHANNEL is not set."""


@dataclass(frozen=True)
class Spot:
    """A place in Slack: a channel, and the message to stand under."""

    channel: str
    thread: str | None = None


@dataclass(frozen=True)
class Sending:
    """One message on its way.

    Attributes:
        maybe_sent_since: when an earlier try may have posted it, from when on; None on the first try.
    """

    message: Message
    posting: Posting
    maybe_sent_since: datetime | None


#: Opens a conversation where that is needed, and tells where to post.
Way = Callable[[], Spot]


class Delivery:
    """Posts with a client that never tries again by itself: a try that seemed to fail may have reached Slack."""

    def __init__(self, client: WebClient, advisor_channel: str | None) -> None:
        self._client, self._advisor_channel = client, advisor_channel

    def send(self, sending: Sending, case: Case) -> Spot:
        """Post once, whatever happened on earlier tries; returns channel and timestamp.

        Raises:
            SlackApiError: Slack refused, in the end also at the second place where the message could go.
            NoAdvisorChannel: the message is for advisors, and they have no channel.
        """
        best, *others = self._ways(sending.message, case)
        try:
            return self._send_to(best(), sending)
        except SlackApiError as error:
            if lasting(error) is None or not others:
                raise
        return self._send_to(others[0](), sending)

    def _ways(self, message: Message, case: Case) -> list[Way]:
        """Where the message can go, best first; the second is for when the first refuses for good."""
        match message.audience:
            case Audience.ADVISORS:
                return self._ways_to_advisors(case.advisor_thread)
            case Audience.GROUP if case.introduction is not None:
                group = _group(case.need, case.introduction)
                return [lambda: self._open(group)]
            case _:
                return self._ways_to_company(case.need)

    def _ways_to_advisors(self, thread: str | None) -> list[Way]:
        """Under what was said of the need before; else, when that was deleted, as a message of its own."""
        channel = self._advisor_channel
        if not channel:
            raise NoAdvisorChannel
        alone: Way = lambda: Spot(channel)  # noqa: E731 - a way is a function
        return [lambda: Spot(channel, thread), alone] if thread else [alone]

    def _ways_to_company(self, need: Need) -> list[Way]:
        """Where the need was asked; else the asker's direct message, as when the channel is closed to the bot."""
        direct: Way = lambda: self._open([need.asker.user])  # noqa: E731 - as above
        if need.place.channel:
            return [lambda: Spot(need.place.channel, need.place.thread), direct]
        return [direct]

    def _open(self, users: list[str]) -> Spot:
        return Spot(str(self._client.conversations_open(users=users)["channel"]["id"]))

    def _send_to(self, spot: Spot, sending: Sending) -> Spot:
        return self._found(sending, spot) or self._post(sending, spot)

    def _found(self, sending: Sending, spot: Spot) -> Spot | None:
        """Where an earlier try put the message, if it did."""
        if sending.maybe_sent_since is None:
            return None
        for message in self._messages_since(spot, sending.maybe_sent_since - _CLOCKS_DIFFER):
            metadata = message.get("metadata") or {}
            ours = metadata.get("event_type") == EVENT_TYPE
            if ours and metadata.get("event_payload", {}).get("key") == sending.message.key:
                return Spot(spot.channel, message["ts"])
        return None

    def _messages_since(self, spot: Spot, since: datetime) -> Iterator[Json]:
        oldest, cursor = f"{since.timestamp():.6f}", ""
        while True:
            page = self._page(spot, oldest, cursor)
            yield from page["messages"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _page(self, spot: Spot, oldest: str, cursor: str) -> SlackResponse:
        if spot.thread is None:
            return self._client.conversations_history(
                channel=spot.channel, oldest=oldest, cursor=cursor, limit=_PAGE, include_all_metadata=True
            )
        return self._client.conversations_replies(
            channel=spot.channel, ts=spot.thread, oldest=oldest, cursor=cursor, limit=_PAGE, include_all_metadata=True
        )

    def _post(self, sending: Sending, spot: Spot) -> Spot:
        posted = self._client.chat_postMessage(
            channel=spot.channel,
            thread_ts=spot.thread,
            text=sending.posting.text,
            blocks=sending.posting.blocks,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": sending.message.key}},
            unfurl_links=False,
            unfurl_media=False,
        )
        return Spot(str(posted["channel"]), str(posted["ts"]))


def _group(need: Need, introduction: Introduction) -> list[str]:
    """Company, expert and advisor, each once."""
    people = (need.asker.user, introduction.expert_user, introduction.advisor)
    return list(dict.fromkeys(user for user in people if user))
