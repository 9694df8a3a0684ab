"""An answer as the object that `lotsen match --json` and `--batch` print. Programs rely on its keys."""

from collections.abc import Collection
from typing import Any, Literal

from matcher.answer import Answer, Match, Part

Json = dict[str, Any]
#: What is told of a match only when it is asked for: what each part of the matcher said, and what that was worth.
Extra = Literal["signals", "shares"]

#: Digits kept of a confidence or signal: more would be noise, and would change from machine to machine.
_DIGITS = 4


def answer_json(answer: Answer, need_id: str | int | None, extras: Collection[Extra] = ()) -> Json:
    """The answer to one need, its matches with the extras."""
    question = answer.question
    return {
        "id": need_id,
        "language": answer.language,
        "outcome": answer.outcome,
        "matches": [_match(match, extras) for match in answer.matches],
        "parts": [_part(part, extras) for part in answer.parts],
        "limits": dict(answer.limits),
        "ruled_out": dict(answer.ruled_out),
        "missing": list(answer.missing),
        "question": question
        and {
            "text": dict(question.text),
            "options": [
                {"label": dict(option.label), "adds": option.adds, "entry": option.entry} for option in question.options
            ],
        },
    }


def _part(part: Part, extras: Collection[Extra]) -> Json:
    return {"text": part.text, "matches": [_match(match, extras) for match in part.matches]}


def _match(match: Match, extras: Collection[Extra]) -> Json:
    written: Json = {
        "kind": match.kind,
        "id": match.id,
        "infrastructure": match.infrastructure,
        "name": match.name,
        "confidence": round(match.confidence, _DIGITS),
        "level": match.level,
        "reasons": [{"need": reason.need, "entry": reason.entry} for reason in match.reasons],
        "caveats": [{"limit": limit, "wanted": wanted, "offered": offered} for limit, wanted, offered in match.caveats],
    }
    if "signals" in extras:
        written["signals"] = {name: round(score, _DIGITS) for name, score in match.signals.items()}
    if "shares" in extras:
        written["shares"] = [{"signal": share.signal, "points": round(share.points, _DIGITS)} for share in match.shares]
    return written
