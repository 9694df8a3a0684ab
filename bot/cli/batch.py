"""Many needs, one a line: JSON Lines in, one object a line out, in order. Reading and printing are the command's."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.cli.answer_json import Json

NeedId = str | int


class BadLine(Exception):
    """A line that holds no need; the message says what was found and what is wanted."""

    def __init__(self, words: str, need_id: NeedId | None = None) -> None:
        super().__init__(words)
        self.need_id = need_id


@dataclass(frozen=True)
class Asked:
    """One line's need."""

    id: NeedId
    need: str


def answered_lines(lines: Iterable[bytes], answer: Callable[[Asked], Json]) -> Iterator[Json]:
    """For each line that is not blank its answer, or an object with the line's number and what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _asked(line)
        except BadLine as bad:
            yield {"id": bad.need_id, "line": number, "error": str(bad)}
        else:
            yield answer(asked)


def _asked(line: bytes) -> Asked:
    try:
        # With the signature that some programs put before the first line.
        raw = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(f"found the byte 0x{line[error.start]:02x}, wanted text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(f"found no JSON ({error}), wanted an object with id and need") from error
    if not isinstance(raw, dict):
        raise BadLine("found JSON that is no object, wanted one with id and need")
    need_id, need = raw.get("id"), raw.get("need")
    if not isinstance(need_id, str | int) or isinstance(need_id, bool) or not _printable(str(need_id)):
        raise BadLine("found no id, wanted a text or a whole number as id")
    if not isinstance(need, str) or not _printable(need):
        raise BadLine("found no need, wanted a text as need", need_id)
    return Asked(need_id, need)


def _printable(text: str) -> bool:
    """Whether the text can be written again: JSON lets half of a pair of code units through, UTF-8 does not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
