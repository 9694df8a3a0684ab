"""The types Block Kit knows and where each may stand. Their limits are in `elements` and `blocks`.

From docs.slack.dev/reference/block-kit, as carried by the models of slack_sdk 3.47.
"""

from typing import Literal

Surface = Literal["message", "modal", "home"]

TEXT = frozenset({"plain_text", "mrkdwn"})
PLAIN = frozenset({"plain_text"})

SELECTS = frozenset(f"{what}_select" for what in ("static", "external", "users", "conversations", "channels"))
MULTI_SELECTS = frozenset(f"multi_{select}" for select in SELECTS)
_PICKERS = {"checkboxes", "radio_buttons", "datepicker", "timepicker", "datetimepicker"}
_TYPED = {"plain_text_input", "email_text_input", "url_text_input", "number_input", "file_input"}

#: Elements whose value a submitted modal carries.
INPUTS = SELECTS | MULTI_SELECTS | _PICKERS | _TYPED | {"rich_text_input"}
#: Elements that tell the bot at once when somebody uses them.
ACTIONS = SELECTS | MULTI_SELECTS | _PICKERS | {"button", "overflow", "workflow_button", "rich_text_input"}

_EVERYWHERE: frozenset[Surface] = frozenset({"message", "modal", "home"})
_MESSAGES: frozenset[Surface] = frozenset({"message"})
_MODALS: frozenset[Surface] = frozenset({"modal"})

#: Block type to the surfaces that take it.
BLOCKS: dict[str, frozenset[Surface]] = {
    **dict.fromkeys(
        ("section", "divider", "image", "actions", "context", "header", "rich_text", "video", "input"), _EVERYWHERE
    ),
    **dict.fromkeys(("file", "markdown", "table", "context_actions", "task_card", "plan", "call"), _MESSAGES),
    **dict.fromkeys(("data_table", "data_visualization", "card", "carousel", "container"), _MESSAGES),
    "alert": _MODALS,
}
