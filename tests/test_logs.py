import logging

import pytest

from bot.logs import holds_no_texts


def record(name: str, level: int) -> logging.LogRecord:
    return logging.LogRecord(name, level, __file__, 1, "a request", None, None)


@pytest.mark.parametrize("name", ["slack_bolt.App", "slack_sdk.web.base_client", "lotsen:App"])
def test_what_slacks_libraries_write_while_debugging_is_left_out(name: str) -> None:
    assert not holds_no_texts(record(name, logging.DEBUG))
    assert holds_no_texts(record(name, logging.INFO))


def test_what_lotsen_writes_while_debugging_is_kept() -> None:
    assert holds_no_texts(record("bot.workers", logging.DEBUG))
