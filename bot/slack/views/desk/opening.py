"""The two ways from any list or message to a need's page: a button, and a menu that searches. No page is made here.

Both are answered by the listener of `listeners.desk` that opens `views.desk.case`; `Take it` by the one for taking.
"""

from bot.slack.blocks import Json, button, prompt
from bot.slack.wording.desk import opening as wording

#: A button whose value is the need's id, and the menu whose chosen value is one.
OPEN, SEARCH = "desk_open", "desk_search"
#: A button whose value is the need's id, in the announcement and on the need's page.
TAKE = "desk_take"


def open_button(need: str, language: str) -> Json:
    """Opens a need's page."""
    return button(OPEN, wording.OPEN.in_(language), need, about=need)


def take_button(need: str, language: str) -> Json:
    """Takes a need that nobody has."""
    return button(TAKE, wording.TAKE.in_(language), need, about=need, primary=True)


def search_menu(language: str) -> Json:
    """Finds a need by its words or its number; the options come from the record while somebody types."""
    return {
        "type": "external_select",
        "action_id": SEARCH,
        "min_query_length": 2,
        "placeholder": prompt(wording.SEARCH.in_(language)),
    }


def opened_need(action: Json) -> str:
    """The need that somebody wants to see, from the payload of either."""
    chosen: Json = action.get("selected_option") or action
    return str(chosen["value"])
