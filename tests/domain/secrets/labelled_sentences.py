"""The labelled sentences of the data folder, with every placeholder filled in."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict

from bot.domain.secrets.evaluation import Label, Labelled
from tests.domain.secrets.stand_in_people import SHAPES

FOLDER = Path(__file__).parents[3] / "data/secrets"
_PLACEHOLDER = re.compile(rf"\{{(({'|'.join(SHAPES)})\d?)\}}")


class _Marked(TypedDict):
    kind: str
    text: str


class _Row(TypedDict):
    id: str
    language: str
    text: str
    secrets: list[_Marked]


@cache
def labelled_sentences(name: str = "*") -> tuple[Labelled, ...]:
    files = sorted(FOLDER.glob(f"{name}.jsonl"))
    return tuple(_filled(json.loads(line)) for file in files for line in file.read_text("utf-8").splitlines())


def _filled(row: _Row) -> Labelled:
    filling: dict[str, str] = {}

    def fill(text: str) -> str:
        return _PLACEHOLDER.sub(lambda m: filling.setdefault(m[1], _made(row["id"], m[1], m[2])), text)

    text = fill(row["text"])
    marked = [(secret["kind"], fill(secret["text"])) for secret in row["secrets"]]
    return Labelled(row["id"], row["language"], text, tuple(_placed(text, marked)))


def _made(sentence: str, placeholder: str, shape: str) -> str:
    return SHAPES[shape](random.Random(f"{sentence} {placeholder}"))


def _placed(text: str, marked: list[tuple[str, str]]) -> Iterator[Label]:
    """Secrets are listed in the order in which they stand."""
    end = 0
    for kind, words in marked:
        start = text.index(words, end)
        end = start + len(words)
        yield Label(kind, start, end)
