"""Where the log goes and what it may hold: ids and never texts, at every level."""

import logging
from typing import Final

_FORM: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
#: Slack's libraries, and the logger that Bolt names after our app. At DEBUG they write whole requests.
_TALKATIVE: Final = ("slack_", "lotsen:")


def start_logging(level: str) -> None:
    """Log to standard error from now on."""
    handler = logging.StreamHandler()
    handler.addFilter(holds_no_texts)
    logging.basicConfig(level=level, format=_FORM, handlers=[handler])


def holds_no_texts(record: logging.LogRecord) -> bool:
    """Whether a record may be written: one that repeats what people wrote may not."""
    return record.levelno > logging.DEBUG or not record.name.startswith(_TALKATIVE)
