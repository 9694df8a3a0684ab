"""Labelled needs: what advisors would introduce for a need, as values, and their JSON Lines. No file is opened here."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal, get_args

from matcher.answer import Language, Outcome

Split = Literal["fit", "test"]
GRADES = (1, 2, 3)
# What may be left out, but not be anything else.
_SHAPES: Mapping[str, tuple[type | UnionType, str]] = {
    "style": (list, "a list of words"),
    "parts": (list, "a list of objects with a text and what is relevant"),
    "limits": (dict, "an object"),
    "pair": (str | None, "a word"),
    "note": (str, "words"),
}


class LabelsInvalid(Exception):
    """Labelled needs that cannot be used; `problems` names each line, what was found and what is wanted."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class LabelledPart:
    """One of several things that a need asks for, with its own right answers."""

    text: str
    relevant: Mapping[str, int]


@dataclass(frozen=True)
class LabelledNeed:
    """A need with its right answers.

    Attributes:
        style: what kind of text it is, for tables by style.
        relevant: ids of services with 3 (introduce first), 2 (glad to introduce as well) or 1 (worth a mention).
        limits: hard limits that the need states, for people.
        pair: the same for two needs that differ in one hard limit.
        split: `test` needs are never learned from.
        note: why, where it is not obvious.
    """

    id: str
    language: Language
    style: tuple[str, ...]
    need: str
    outcome: Outcome
    relevant: Mapping[str, int]
    parts: tuple[LabelledPart, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)
    pair: str | None = None
    split: Split = "fit"
    note: str = ""

    @property
    def family(self) -> str:
        """Needs of one family are never on both sides of a cross-validation."""
        return self.pair or self.id

    def to_line(self) -> str:
        """The need as one line of JSON, without what is empty."""
        parts = [{"text": p.text, "relevant": dict(p.relevant)} for p in self.parts]
        row = {
            "id": self.id,
            "language": self.language,
            "style": list(self.style),
            "need": self.need,
            "outcome": self.outcome,
            "relevant": dict(self.relevant),
        }
        split = "" if self.split == "fit" else self.split
        more = {"parts": parts, "limits": dict(self.limits), "pair": self.pair, "split": split, "note": self.note}
        return json.dumps(row | {key: value for key, value in more.items() if value}, ensure_ascii=False)


def parse_labels(name: str, lines: Iterable[str], known: Collection[str]) -> list[LabelledNeed]:
    """The labelled needs of one file.

    Args:
        name: the file's name, for problems.
        lines: JSON Lines; blank ones are passed over.
        known: the ids that may be relevant.

    Raises:
        LabelsInvalid: with every problem of every line.
    """
    needs, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = list(_problems(line, known))
        problems += [f"{name}:{number}: {problem}" for problem in found]
        if not found:
            needs.append(_need(json.loads(line)))
    problems += _repeated(name, needs)
    if problems:
        raise LabelsInvalid(problems)
    return needs


def _problems(line: str, known: Collection[str]) -> Iterator[str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        yield f"found {line[:40]!r}, wanted one JSON object"
        return
    if not isinstance(row, dict):
        yield f"found {type(row).__name__}, wanted a JSON object"
        return
    yield from _bad_shapes(row)
    choices = {"language": get_args(Language), "outcome": get_args(Outcome), "split": (*get_args(Split), None)}
    for key in ("id", "need"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            yield f"{key}: found {row.get(key)!r}, wanted words"
    for key, allowed in choices.items():
        if row.get(key) not in allowed:
            yield f"{key}: found {row.get(key)!r}, wanted one of {', '.join(a for a in allowed if a)}"
    for place in (row, *(part for part in _listed(row, "parts") if isinstance(part, dict))):
        yield from _bad_grades(place.get("relevant"), known)
    yield from _bad_outcome(row.get("outcome"), row.get("relevant"))


def _bad_shapes(row: Mapping[str, Any]) -> Iterator[str]:
    for key, (kind, wanted) in _SHAPES.items():
        if key in row and not isinstance(row[key], kind):
            yield f"{key}: found {row[key]!r}, wanted {wanted}"
    for word in _listed(row, "style"):
        if not isinstance(word, str):
            yield f"style: found {word!r} in the list, wanted a word"
    for part in _listed(row, "parts"):
        if not isinstance(part, dict) or not isinstance(part.get("text"), str):
            yield f"parts: found {part!r} in the list, wanted an object with a text"


def _listed(row: Mapping[str, Any], key: str) -> list[Any]:
    return row[key] if isinstance(row.get(key), list) else []


def _bad_grades(relevant: object, known: Collection[str]) -> Iterator[str]:
    if not isinstance(relevant, dict):
        yield f"relevant: found {relevant!r}, wanted an object of ids and grades"
        return
    for entry, grade in relevant.items():
        if entry not in known:
            yield f"relevant: found {entry!r}, wanted the id of a service or expert of the catalogue"
        if type(grade) is not int or grade not in GRADES:
            yield f"relevant: found grade {grade!r} for {entry}, wanted 1, 2 or 3"


def _bad_outcome(outcome: object, relevant: object) -> Iterator[str]:
    """What is relevant to a need that is matched, and to one that nothing can be; one that is unclear may have it."""
    if outcome == "matches" and relevant == {}:
        yield "relevant: found nothing, wanted at least one id where the outcome is matches"
    if outcome in ("nothing_fits", "not_a_need") and isinstance(relevant, dict) and relevant:
        yield f"relevant: found {', '.join(map(repr, relevant))}, wanted nothing where the outcome is {outcome}"


def _repeated(name: str, needs: Iterable[LabelledNeed]) -> Iterator[str]:
    seen: set[str] = set()
    for need in needs:
        if need.id in seen:
            yield f"{name}: found the id {need.id!r} twice, wanted it once"
        seen.add(need.id)


def _need(row: Mapping[str, Any]) -> LabelledNeed:
    return LabelledNeed(
        id=row["id"],
        language=row["language"],
        style=tuple(row.get("style", ())),
        need=row["need"],
        outcome=row["outcome"],
        relevant=row["relevant"],
        parts=tuple(LabelledPart(p["text"], p["relevant"]) for p in row.get("parts", ())),
        limits=row.get("limits", {}),
        pair=row.get("pair"),
        split=row.get("split") or "fit",
        note=row.get("note", ""),
    )
