"""Fusion: signals to one score, a need's ranking to an outcome, a score to a calibrated confidence.

Logistic models whose coefficients are data, written by `fitting` and read from JSON; applying them needs no
scikit-learn. Where the features come from is `features`' business.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

import numpy as np

from matcher.answer import Outcome
from matcher.corpus import Floats
from matcher.features import Features

Scale = Literal["standardised", "scaled"]
OUTCOMES: tuple[Outcome, ...] = ("matches", "nothing_fits", "not_a_need", "unclear")
# A text is dismissed as no need when the chance of that reaches this, or when no entry comes near it: taking a need for
# none loses it, and a question costs a press. Of 6,012 labelled needs, cross-validated, that leaves 12 of 29 that were
# dismissed wrongly, and asks about 15 of 171 texts that are none.
DISMISSED_ABOVE = 0.8
# An entry comes near from even odds on, by its own score.
NEAR = 0.0


class FusionInvalid(Exception):
    """A file that holds no fusion; the message says which, what was found and what is wanted."""


@dataclass(frozen=True)
class Linear:
    """An intercept and a weight for each feature by name; a feature without a weight counts nothing."""

    intercept: float
    weights: Mapping[str, float]

    def of_rows(self, features: Features) -> Floats:
        """The weighted sum for each row."""
        sums = sum(w * features[name] for name, w in self.weights.items() if name in features)
        return np.asarray(self.intercept + sums, dtype=np.float32)

    def of_one(self, features: Mapping[str, float]) -> float:
        """The weighted sum for one set of features."""
        return self.intercept + sum(w * features[name] for name, w in self.weights.items() if name in features)


@dataclass(frozen=True)
class Fusion:
    """Everything that was fitted for a catalogue.

    Attributes:
        scale: how graded signals are put on a scale, see `features`.
        ranking: an entry's features to its logit.
        outcomes: a need's features to each outcome's logit.
        answers_above: the chance of `matches` from which a need is answered.
        confidence: an entry's logit, and how far it is behind the first, to the logit of being right if anything is.
        strong_above: the confidence from which a match is called strong.
        fitted_on: where the coefficients come from, for people.
    """

    scale: Scale
    ranking: Linear
    outcomes: Mapping[Outcome, Linear]
    answers_above: float
    confidence: Linear
    strong_above: float
    fitted_on: Mapping[str, Any] = field(default_factory=dict)

    def chances(self, need: Mapping[str, float]) -> dict[Outcome, float]:
        """The chance of each outcome; together 1."""
        logits = np.array([self.outcomes[o].of_one(need) for o in OUTCOMES])
        shares = np.exp(logits - logits.max())
        return dict(zip(OUTCOMES, (shares / shares.sum()).tolist(), strict=True))

    def outcome(self, chances: Mapping[Outcome, float], best: float) -> Outcome:
        """What is said: matches where their chance suffices, else the likeliest of the others.

        But a text that may well ask for something that is here is asked back rather than dismissed.

        Args:
            chances: of each outcome.
            best: the logit of the entry that is nearest.
        """
        if chances["matches"] >= self.answers_above:
            return "matches"
        likeliest = max(OUTCOMES[1:], key=lambda outcome: chances[outcome])
        may_ask = likeliest == "not_a_need" and chances["not_a_need"] < DISMISSED_ABOVE and best >= NEAR
        return "unclear" if may_ask else likeliest

    def confidences(self, logits: Floats, matching: float) -> Floats:
        """For each entry the chance, 0 to 1, that an advisor would introduce it.

        The chance that somebody here serves the need, times the chance that it is this one if somebody does.
        """
        scored = logits > -np.inf
        right = self.confidence.of_rows(beside(logits[scored]))
        sure = np.zeros(len(logits), dtype=np.float32)
        # 1 / (1 + exp(-right)), which does not overflow so.
        sure[scored] = matching * np.exp(-np.logaddexp(0, -right))
        return sure

    def to_json(self) -> dict[str, Any]:
        """As one JSON object; `from_json` gives it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: object) -> "Fusion":
        """What `to_json` wrote.

        Raises:
            ValueError: it is something else; the message names the part that is missing or of another kind.
        """
        outcomes = _object(raw, "outcomes")
        scale: Scale = _part(raw, "scale")
        if scale not in get_args(Scale):
            raise ValueError(f"{scale!r} as scale")
        return cls(
            scale=scale,
            ranking=_linear(raw, "ranking"),
            outcomes={outcome: _linear(outcomes, outcome) for outcome in OUTCOMES},
            answers_above=_number(raw, "answers_above"),
            confidence=_linear(raw, "confidence"),
            strong_above=_number(raw, "strong_above"),
            fitted_on=_object(raw, "fitted_on"),
        )


def _part(raw: object, name: str) -> Any:
    if not isinstance(raw, Mapping) or name not in raw:
        raise ValueError(f"nothing named {name}")
    return raw[name]


def _object(raw: object, name: str) -> Mapping[str, Any]:
    found = _part(raw, name)
    if not isinstance(found, Mapping):
        raise ValueError(f"{found!r:.40} as {name}")  # noqa: TRY004 - as every other fault of what was read
    return found


def _number(raw: object, name: str) -> float:
    found = _part(raw, name)
    if type(found) not in {int, float}:
        raise ValueError(f"{found!r:.40} as {name}")
    return float(found)


def _linear(raw: object, name: str) -> Linear:
    linear = _object(raw, name)
    weights = _object(linear, "weights")
    return Linear(_number(linear, "intercept"), {feature: _number(weights, feature) for feature in weights})


def beside(logits: Floats) -> Features:
    """What the chance of an entry hangs on: its logit, and how far it is behind the first."""
    return {"logit": logits, "behind": float(logits.max(initial=-np.inf)) - logits}
