"""The baselines over one catalogue: which of its texts and vectors each of them gets."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.baselines import BY_TEXT, by_best_chunk, by_whole_vector
from matcher.corpus import FOR, Floats
from matcher.evaluation.units import Units
from matcher.study import Study


@dataclass(frozen=True)
class PlainMethods:
    """Every baseline that needs nothing but the needs' own words: no glossary, no negations, no labels."""

    study: Study
    units: Units

    def scores(self, needs: Sequence[str]) -> dict[str, Floats]:
        """For each baseline the scores of the services, shape (needs, services)."""
        if not needs:
            return {}
        corpus, services = self.units.corpus, self.units.services
        texts = corpus.texts()
        found = {name: method([texts[row] for row in services], needs) for name, method in BY_TEXT.items()}
        chunks = self.study.keeper.encode([chunk.text for chunk in corpus.chunks])
        asked = self.study.keeper.encode(needs)
        table = corpus.table(FOR)[services]
        return found | {
            "bare encoder, mean vector": by_whole_vector(chunks, table, asked),
            "bare encoder, best chunk": by_best_chunk(chunks, table, asked),
        }
