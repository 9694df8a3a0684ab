"""Pages."""

from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.web_api.method import page
from bot.rehearsal.wire import Arguments


@given(st.lists(st.integers(), max_size=30), st.integers(1, 12))
def test_pages_together_hold_every_row_once(rows: list[int], limit: int) -> None:
    walked, cursor = [], ""
    while True:
        cut = page(rows, Arguments(limit=limit, cursor=cursor), "rows")
        walked += cut["rows"]
        cursor = cut["response_metadata"]["next_cursor"]
        if not cursor:
            break

    assert walked == rows
