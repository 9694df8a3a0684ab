"""A catalogue under study: its matcher, and what evaluating and refitting need besides. No measuring here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path

from matcher import models
from matcher.building import Keeper, gather_examples
from matcher.corpus import Floats, Ints
from matcher.engine import Matcher, assemble
from matcher.entries import Entry
from matcher.fitting import Prepared, prepare
from matcher.knowledge import Experience, read_experience
from matcher.labels import LabelledNeed
from matcher.query import Reader


@dataclass(frozen=True)
class Remembering(Prepared):
    """Prepared needs that solve the precedents of one set of needs once, however often they are asked for."""

    solved: dict[tuple[bytes, bytes], Floats] = field(default_factory=dict)

    def predicted(self, learned: Ints, asked: Ints) -> Floats:
        """See `Prepared`."""
        key = learned.tobytes(), asked.tobytes()
        if key not in self.solved:
            self.solved[key] = super().predicted(learned, asked)
        return self.solved[key]


@dataclass(frozen=True)
class Study:
    """A catalogue's matcher, its encoder with the vectors kept, and what was learned with it before."""

    matcher: Matcher
    keeper: Keeper
    experience: Experience
    data: Path

    @cached_property
    def reader(self) -> Reader:
        """Reads needs that will be asked for again, which the matcher's own reader does not expect."""
        return replace(self.matcher.reader, encoder=self.keeper)

    def prepare(self, needs: Sequence[LabelledNeed]) -> Prepared:
        """Labelled needs scored by every signal, for cross-validation."""
        scorer = self.matcher.scorer
        examples = gather_examples(scorer.corpus, needs, self.reader)
        prepared = prepare(scorer, needs, self.reader.read([need.need for need in needs]), examples)
        return Remembering(**{part.name: getattr(prepared, part.name) for part in fields(prepared)})

    def of_others(self, entries: Sequence[Entry]) -> "Study":
        """The same for other entries, of which nothing has been learned."""
        strange = Experience((), self.experience.fusion)
        return Study(assemble(entries, self.keeper, self.data, strange), self.keeper, strange, self.data)


def open_study(entries: Sequence[Entry], *, model: str, cache: Path, data: Path, home: Path) -> Study:
    """A study of entries; arguments and errors as in `engine.build`."""
    experience = read_experience(home, data, {entry.id for entry in entries})
    keeper = Keeper(models.load_encoder(model, cache), cache)
    return Study(assemble(entries, keeper, data, experience), keeper, experience, data)
