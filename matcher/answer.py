"""What the matcher answers: plain values, with their one JSON form. No thinking lives here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Language = Literal["en", "sv", "other"]
Outcome = Literal["matches", "nothing_fits", "not_a_need", "unclear"]
Level = Literal["strong", "possible"]
Kind = Literal["service", "expert"]


@dataclass(frozen=True)
class Reason:
    """Words of the need beside the words of the entry that they met."""

    need: str
    entry: str
    weight: float = 0.0


@dataclass(frozen=True)
class Share:
    """What one signal added to a match's log-odds, or took from them: its coefficient times its value as weighed.

    All shares of a match and the fusion's intercept together are the log-odds that its confidence is made of.
    """

    signal: str
    points: float


@dataclass(frozen=True)
class Match:
    """A service or expert ranked for a need.

    Attributes:
        id: the entry's id, `GROUP/SLUG`.
        infrastructure: the id of the group that the entry belongs to.
        name: the entry's name in the need's language.
        confidence: calibrated chance, 0 to 1, that an advisor would introduce it.
        reasons: best first; empty when nothing in the words explains the score.
        signals: each signal's own score, for `--json` and for advisors.
        caveats: hard limits that the entry does not meet, as (limit, wanted, offered).
        shares: what spoke for it and what against it, the most first; of an expert, by way of the best evidence.
    """

    kind: Kind
    id: str
    infrastructure: str
    name: str
    confidence: float
    level: Level
    reasons: tuple[Reason, ...] = ()
    signals: Mapping[str, float] = field(default_factory=dict)
    caveats: tuple[tuple[str, str, str], ...] = ()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True)
class Part:
    """One of several things that a need asks for, with its own ranking."""

    text: str
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Option:
    """One way to answer a question: what it says, and what choosing it tells.

    Attributes:
        adds: the words that it adds to the need; none where it names an entry.
        entry: the id of the entry that it stands for, where the question is which of these.
    """

    label: Mapping[str, str]
    adds: str = ""
    entry: str | None = None


@dataclass(frozen=True)
class Question:
    """What would separate the leading matches best, with two to four options."""

    text: Mapping[str, str]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Answer:
    """Everything the matcher says about one need.

    Attributes:
        matches: always the nearest, best first, also when the outcome is `nothing_fits`.
        parts: empty, or two and more when the need asks for several things.
        limits: the hard limits that were read from the need, by name.
        ruled_out: what it was read to rule out, likewise: by a "no", or as done already.
        left_out: what its words say as a limit and the asker did not mean, as (limit, value).
        chosen: the entry that the asker said it is about, when asked which.
        asked: how many questions about it the asker has answered.
        missing: words of the need that no entry knows; says what a `nothing_fits` lacks.
        question: only when the outcome is `unclear`.
    """

    language: Language
    outcome: Outcome
    matches: tuple[Match, ...]
    parts: tuple[Part, ...] = ()
    limits: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    question: Question | None = None
    left_out: tuple[tuple[str, str], ...] = ()
    ruled_out: Mapping[str, str] = field(default_factory=dict)
    chosen: str | None = None
    asked: int = 0

    @property
    def clear_parts(self) -> tuple[Part, ...]:
        """The parts to speak of: those with a strong match, where there are two.

        What a company tells of itself often looks like a part, with a possible match; in the ranking it does no harm.
        """
        strong = tuple(part for part in self.parts if part.matches and part.matches[0].level == "strong")
        return strong if len(strong) > 1 else ()

    def to_json(self) -> Json:
        """The answer as one JSON object; `from_json` gives it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: Json) -> "Answer":
        """The answer that `to_json` wrote."""
        question = raw.get("question")
        return cls(
            language=raw["language"],
            outcome=raw["outcome"],
            matches=tuple(_match(m) for m in raw["matches"]),
            parts=tuple(Part(p["text"], tuple(_match(m) for m in p["matches"])) for p in raw["parts"]),
            limits=raw["limits"],
            missing=tuple(raw["missing"]),
            question=None if question is None else _question(question),
            # Answers were stored before anybody could say what was not meant.
            left_out=tuple((limit, value) for limit, value in raw.get("left_out", ())),
            # Answers were stored before it was told.
            ruled_out=raw.get("ruled_out", {}),
            # And before questions were counted.
            chosen=raw.get("chosen"),
            asked=raw.get("asked", 0),
        )


def _match(raw: Json) -> Match:
    return Match(
        **{
            **raw,
            "reasons": tuple(Reason(**r) for r in raw["reasons"]),
            "caveats": tuple((c[0], c[1], c[2]) for c in raw["caveats"]),
            # Answers were stored before there were shares.
            "shares": tuple(Share(**s) for s in raw.get("shares", ())),
        }
    )


def _question(raw: Json) -> Question:
    return Question(raw["text"], tuple(Option(**option) for option in raw["options"]))
