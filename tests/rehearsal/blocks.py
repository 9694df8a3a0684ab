"""Short ways to write the blocks these tests need."""

from bot.rehearsal.wire import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str | Json | None = None, **parts: object) -> Json:
    written = mrkdwn(text) if isinstance(text, str) else text
    return {"type": "section", **({"text": written} if written else {}), **parts}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def button(text: str = "Go", action_id: str = "go", **parts: object) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, **parts}


def options(count: int) -> list[Json]:
    return [{"text": plain(f"option {n}"), "value": str(n)} for n in range(count)]


def select(**parts: object) -> Json:
    return {"type": "static_select", "action_id": "pick", "options": options(1), **parts}


def typed(action_id: str = "text", **parts: object) -> Json:
    return {"type": "plain_text_input", "action_id": action_id, **parts}


def asking(element: Json, label: str = "Which?", **parts: object) -> Json:
    return {"type": "input", "label": plain(label), "element": element, **parts}


def modal(*blocks: Json, **parts: object) -> Json:
    shape = {"type": "modal", "callback_id": "need_modal", "title": plain("New need"), "submit": plain("Send")}
    asked = asking(typed(), "What do you need?", block_id="need")
    return {**shape, "blocks": list(blocks) or [asked], **parts}


IMAGE: Json = {"type": "image", "alt_text": "a detector", "image_url": "https://example.com/a.png"}
