"""Files written whole or not at all, also by two processes at once. What is in them is their readers' business."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A path to write to: it becomes `file` when the block ends well, and is removed when it does not."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{uuid4().hex}.part")
    try:
        yield unfinished
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
