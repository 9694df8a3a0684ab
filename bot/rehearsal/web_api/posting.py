"""What may be posted: limits, fallback text, group notifications, deceptive links. Where to is up to the method."""

import json
import re
from typing import Any
from urllib.parse import urlparse

from bot.rehearsal.block_kit.blocks import check
from bot.rehearsal.block_kit.naming import named
from bot.rehearsal.block_kit.rendering import shown
from bot.rehearsal.cast import Channel
from bot.rehearsal.wire import Json, RefusedError
from bot.rehearsal.workspace import Content, Message
from bot.rehearsal.world import World

#: Slack cuts or refuses longer texts.
_LONGEST_TEXT = 40_000

_GROUPS = re.compile(r"<!(channel|here|everyone|subteam\^)")
_LINKS = re.compile(r"<(?P<url>https?://[^|>]+)\|(?P<label>[^>]+)>")
_MARKDOWN_LINKS = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<url>https?://[^)]+)\)")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


def compose(world: World, a: Json, what: str) -> Content:
    """Check what the bot wants to post and make it what will stand there."""
    text, blocks = a.get("text") or "", a.get("blocks") or []
    if not (text or blocks or a.get("attachments") or a.get("markdown_text")):
        raise RefusedError("no_text")
    if blocks and not text:
        world.transcript.problem(f"{what} has blocks but no text: notifications and screen readers get nothing")
    if len(text) > _LONGEST_TEXT:
        raise RefusedError("msg_too_long")
    _check_blocks(world, blocks, what)
    _check_markup(world, text + json.dumps(blocks, ensure_ascii=False), what)
    content: Content = {"text": text, "blocks": named(blocks or [_plain(text)], world.workspace.new_id)}
    if a.get("metadata"):
        content["metadata"] = _checked_metadata(a["metadata"])
    return content


def whisper(world: World, channel: Channel, user: str, content: Content, thread_ts: str | None) -> Message:
    """Show the bot's words to one person in a channel."""
    message = world.workspace.whisper(channel, user, content, thread_ts)
    who = world.workspace.who(user)
    world.tell(channel, thread_ts, f"@bot (only {who} sees): {shown(message)}")
    return message


def _check_blocks(world: World, blocks: Any, what: str) -> None:
    errors = check(blocks)
    if errors:
        world.transcript.problem(f"{what}: invalid_blocks {errors}")
        messages = ["[ERROR] " + error for error in errors]
        raise RefusedError("invalid_blocks", errors=errors, response_metadata={"messages": messages})


def _check_markup(world: World, text: str, what: str) -> None:
    """Report signs that somebody's words were posted unescaped."""
    if _GROUPS.search(text):
        world.transcript.problem(f"{what} notifies a whole group: {text[:120]!r}")
    for link in (*_LINKS.finditer(text), *_MARKDOWN_LINKS.finditer(text)):
        url, label = link["url"], link["label"]
        promised, host = _HOST.search(label), urlparse(url).netloc
        if promised and promised.group() not in host and host not in label:
            world.transcript.problem(f"{what} has a link that shows {label!r} but goes to {url!r}")


def _checked_metadata(metadata: Any) -> Json:
    typed = metadata.get("event_type") and isinstance(metadata.get("event_payload"), dict)
    if not (typed or metadata.get("entities")):
        raise RefusedError("invalid_metadata_format")
    return dict(metadata)


def _plain(text: str) -> Json:
    """Make the block that Slack itself makes of a message without blocks."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}
