"""Posting to Slack so that nothing is there twice: whether a message is there already, and posting or updating it.

What the message says is in `rendering`, where it can go in `places`, and what follows from it in `outbox`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.slack.blocks import Json, Posting
from bot.slack.places import AdvisorChannel, Conversation, Place, Spot, Whisper
from bot.slack.refusals import lasting

EVENT_TYPE = "lotsen_message"

#: Slack's clock and ours may differ; nobody writes the same key twice within a minute.
_CLOCKS_DIFFER = timedelta(minutes=1)
_PAGE = 200


class NoAdvisorChannel(Exception):
    """There is no advisor channel to post to: LOTSEN_ADVISOR_CHANNEL is not set."""


@dataclass(frozen=True)
class Sending:
    """One message on its way.

    Attributes:
        key: the message's own, which stands in its metadata.
        places: where it can go, best first; for an update the message that it replaces.
        is_update: whether it takes the place of an earlier message.
        maybe_sent_since: when an earlier try may have posted it, from when on; None on the first try.
    """

    key: str
    posting: Posting
    places: Sequence[Place]
    is_update: bool = False
    maybe_sent_since: datetime | None = None


class Delivery:
    """Posts with a client that never tries again by itself: a try that seemed to fail may have reached Slack."""

    def __init__(self, client: WebClient, advisor_channel: str | None) -> None:
        self._client, self._advisor_channel = client, advisor_channel

    def send(self, sending: Sending) -> Spot:
        """Post or update once, whatever happened on earlier tries; returns channel and timestamp.

        Raises:
            SlackApiError: Slack refused, in the end also at the second place where the message could go.
            NoAdvisorChannel: the message is for advisors, and they have no channel.
        """
        best, *others = sending.places
        try:
            return self._send_to(best, sending)
        except SlackApiError as error:
            if lasting(error) is None or not others:
                raise
        return self._send_to(others[0], sending)

    def _send_to(self, place: Place, sending: Sending) -> Spot:
        if isinstance(place, Whisper):
            return self._whisper(place, sending.posting)
        spot = self._opened(place)
        if sending.is_update:
            return self._update(spot, sending.posting)
        return self._found(sending, spot) or self._post(sending, spot)

    def _opened(self, place: Spot | Conversation | AdvisorChannel) -> Spot:
        match place:
            case Spot():
                return place
            case Conversation(people):
                return Spot(str(self._client.conversations_open(users=list(people))["channel"]["id"]))
            case AdvisorChannel(thread):
                if not self._advisor_channel:
                    raise NoAdvisorChannel
                return Spot(self._advisor_channel, thread)

    def _found(self, sending: Sending, spot: Spot) -> Spot | None:
        """Where an earlier try put the message, if it did."""
        if sending.maybe_sent_since is None:
            return None
        for message in self._messages_since(spot, sending.maybe_sent_since - _CLOCKS_DIFFER):
            metadata = message.get("metadata") or {}
            ours = metadata.get("event_type") == EVENT_TYPE
            if ours and metadata.get("event_payload", {}).get("key") == sending.key:
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
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": sending.key}},
            unfurl_links=False,
            unfurl_media=False,
        )
        return Spot(str(posted["channel"]), str(posted["ts"]))

    def _update(self, spot: Spot, posting: Posting) -> Spot:
        """Say the same once more and nothing has changed: an update needs no looking back."""
        self._client.chat_update(channel=spot.channel, ts=spot.thread or "", text=posting.text, blocks=posting.blocks)
        return spot

    def _whisper(self, place: Whisper, posting: Posting) -> Spot:
        """Only the person sees it, and only Slack's clients keep it: a second one after a crash does no harm."""
        whispered = self._client.chat_postEphemeral(
            channel=place.spot.channel,
            user=place.person,
            thread_ts=place.spot.thread,
            text=posting.text,
            blocks=posting.blocks,
        )
        return Spot(place.spot.channel, str(whispered["message_ts"]))
