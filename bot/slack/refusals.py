"""What Slack's errors mean: which ones last, how long to wait for the others, and what they say of reaching people."""

from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.domain.people import Reach

#: Everything a call to Slack raises when it goes wrong: refusals, broken answers, broken connections.
NO_ANSWER = (SlackClientError, OSError, HTTPException)

#: Our own faults; the same message would be refused again.
_OURS = (
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_arguments",
    "invalid_metadata_format",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
)

#: Errors that trying again does not change, and what each says of reaching the people. All others pass, if only when
#: somebody has mended a token or a scope.
LASTING: dict[str, Reach] = {
    "user_disabled": Reach.DEACTIVATED,
    "account_inactive_user": Reach.DEACTIVATED,
    "user_not_visible": Reach.ELSEWHERE,
    "user_team_not_in_channel": Reach.ELSEWHERE,
    "cannot_dm_stranger": Reach.ELSEWHERE,
    "mpim_with_external_not_allowed": Reach.ELSEWHERE,
    "user_not_found": Reach.REFUSED,
    "users_not_found": Reach.REFUSED,
    "cannot_dm_bot": Reach.REFUSED,
    "cannot_dm_self": Reach.REFUSED,
    "messages_tab_disabled": Reach.REFUSED,
    "channel_not_found": Reach.REFUSED,
    "thread_not_found": Reach.REFUSED,
    "is_archived": Reach.REFUSED,
    "is_inactive": Reach.REFUSED,
    "not_in_channel": Reach.REFUSED,
    "restricted_action": Reach.REFUSED,
    "restricted_action_read_only_channel": Reach.REFUSED,
    "restricted_action_thread_only_channel": Reach.REFUSED,
    "restricted_action_thread_locked": Reach.REFUSED,
    "restricted_action_non_threadable_channel": Reach.REFUSED,
    "as_user_not_supported": Reach.REFUSED,
    "not_enough_users": Reach.REFUSED,
    "too_many_users": Reach.REFUSED,
    "invalid_users": Reach.REFUSED,
    "method_not_supported_for_channel_type": Reach.REFUSED,
    "message_not_found": Reach.REFUSED,
    "cant_update_message": Reach.REFUSED,
    "edit_window_closed": Reach.REFUSED,
    "user_not_in_channel": Reach.REFUSED,
    **dict.fromkeys(_OURS, Reach.UNTRIED),
}

_FIRST_WAIT = timedelta(seconds=2)
# Slack's own incidents last minutes to hours; asking every few minutes finds the end soon enough.
_LONGEST_WAIT = timedelta(minutes=5)


def error_code(error: Exception) -> str:
    """Slack's word for what went wrong, or the error's own name when Slack said nothing."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    # A proxy on the way answers in something other than JSON.
    data = error.response.data
    said = data.get("error") if isinstance(data, dict) else None
    return str(said or f"http_{error.response.status_code}")


def lasting(error: Exception) -> Reach | None:
    """What the error says of reaching the people; None when it may pass."""
    return LASTING.get(error_code(error))


def is_ours(error: Exception) -> bool:
    """Whether Slack refused something that we made wrong."""
    return error_code(error) in _OURS


def asked_to_wait(error: Exception) -> timedelta | None:
    """How long Slack asks to be left alone, when that is what it asks."""
    if not isinstance(error, SlackApiError) or error.response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
        return None
    waits = [float(value) for name, value in error.response.headers.items() if name.lower() == "retry-after"]
    return timedelta(seconds=max(waits, default=1.0))


def growing_wait(attempts: int) -> timedelta:
    """How long to wait before the next try: twice as long each time, up to a few minutes."""
    return min(_FIRST_WAIT * (1 << min(attempts, 10)), _LONGEST_WAIT)
