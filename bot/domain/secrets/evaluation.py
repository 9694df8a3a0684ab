"""How well secrets are found in labelled sentences: precision and recall for each kind, and every miss.

Where the sentences come from is not known here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.secrets.secret import Secret


class Label(NamedTuple):
    """A secret that people see in a sentence."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Labelled:
    """A sentence with everything that is secret in it."""

    id: str
    language: str
    text: str
    secrets: tuple[Label, ...]


class Slip(NamedTuple):
    """A secret that was not found, or words that were marked for nothing."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True)
class Score:
    """Counts for one kind, or for all. A measure without anything to measure is 1."""

    labelled: int
    covered: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of marks that mark a secret of their kind."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of secrets that are marked from first to last character, as their kind."""
        return self.covered / self.labelled if self.labelled else 1.0


@dataclass(frozen=True)
class Evaluation:
    """What came out, by kind; `overall` sums the kinds up."""

    kinds: dict[str, Score]
    missed: tuple[Slip, ...]
    needless: tuple[Slip, ...]

    @property
    def overall(self) -> Score:
        """All kinds taken as one."""
        scores = self.kinds.values()
        return Score(
            sum(s.labelled for s in scores),
            sum(s.covered for s in scores),
            sum(s.found for s in scores),
            sum(s.right for s in scores),
        )


def evaluate(sentences: Iterable[Labelled], find: Callable[[str, str], Sequence[Secret]]) -> Evaluation:
    """Compare what `find` sees with the labels.

    A secret counts as found when one mark of its kind covers all of it: half a name left standing is a miss. A
    mark is right when at least half of it is a secret of its kind: marking whole sentences gains nothing.
    """
    labelled, found = Counter[str](), Counter[str]()
    missed: list[Slip] = []
    needless: list[Slip] = []
    for sentence in sentences:
        marks = find(sentence.text, sentence.language)
        labelled.update(label.kind for label in sentence.secrets)
        found.update(mark.kind for mark in marks)
        missed += (_slip(sentence, label) for label in sentence.secrets if not any(_covers(m, label) for m in marks))
        needless += (_slip(sentence, m) for m in marks if not any(_is_right(m, label) for label in sentence.secrets))
    return Evaluation(_scores(labelled, found, missed, needless), tuple(missed), tuple(needless))


def _scores(labelled: Counter[str], found: Counter[str], missed: list[Slip], needless: list[Slip]) -> dict[str, Score]:
    lost, vain = Counter(slip.kind for slip in missed), Counter(slip.kind for slip in needless)
    return {
        kind: Score(labelled[kind], labelled[kind] - lost[kind], found[kind], found[kind] - vain[kind])
        for kind in sorted({*labelled, *found})
    }


def _slip(sentence: Labelled, place: Label | Secret) -> Slip:
    return Slip(sentence.id, place.kind, sentence.text[place.start : place.end])


def _covers(mark: Secret, label: Label) -> bool:
    return mark.kind == label.kind and mark.start <= label.start and label.end <= mark.end


def _is_right(mark: Secret, label: Label) -> bool:
    shared = min(mark.end, label.end) - max(mark.start, label.start)
    return mark.kind == label.kind and 2 * shared >= mark.end - mark.start
