"""The matcher: entries in once, then a need in and an answer out. Building its parts is `building`'s business."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from matcher import models
from matcher.answer import Answer, Language, Match, Outcome, Part
from matcher.building import Keeper, build_precedents, build_readers, build_signals, indexer, read_corpus
from matcher.context import NOTHING_MORE, Context, Hint
from matcher.corpus import Floats
from matcher.entries import Entry
from matcher.knowledge import Experience, read_experience, read_language
from matcher.language import language_of
from matcher.limits import ReadLimits
from matcher.naming import Named, Naming
from matcher.parts import ScoredPart, find_parts, pieces
from matcher.query import Query, Reader
from matcher.question import question
from matcher.ranking import ranked, united
from matcher.reasons import Explainer
from matcher.scoring import Scored, Scorer
from matcher.signals.limits import Offers, offers_at
from matcher.text import clean

# How many of the nearest a caller gets who does not say.
TOP = 10


@dataclass(frozen=True)
class Matcher:
    """A catalogue, ready to be asked; safe to ask from several threads at once."""

    reader: Reader
    scorer: Scorer
    explainer: Explainer
    naming: Naming

    def answer(self, need: str, context: Context = NOTHING_MORE, *, top: int = TOP) -> Answer:
        """The services and experts ranked for a need, whether they fit at all, and why.

        Args:
            need: any text; control characters and what is longer than any honest need are passed over.
            context: what is known beside the words.
            top: how many matches at most.
        """
        read = self._read(clean(need), context.hint)
        said = read[0].limits
        scored = self.scorer.scores([replace(query, limits=query.limits.without(context.without)) for query in read])
        whole = next(scored)
        outcome, front = self._decided(whole, context)
        # Parts are scored only where they are shown.
        parts = [(each.query.text, each) for each in scored] if outcome == "matches" and not front else []
        shown = find_parts(parts, self.scorer.corpus.groups)
        order = front.before_others(self._order(whole, shown))
        matches = self._matches(whole, order[:top], outcome, shown)
        return Answer(
            language=whole.query.language,
            outcome=outcome,
            matches=matches,
            parts=tuple(self._part(part, top) for part in shown),
            limits=_each_listed(whole.query.limits.told),
            ruled_out=_each_listed(whole.query.limits.told_ruled_out),
            missing=self.explainer.missing(whole.query) if outcome == "nothing_fits" else (),
            # What its asker has put right is not open.
            question=question(self.scorer.corpus, whole.logits, said, order, front) if outcome == "unclear" else None,
            left_out=tuple(sorted(said.stated.intersection(context.without))),
            chosen=next((match.id for match in matches[:1] if match.id == context.chosen), None),
            asked=context.asked,
        )

    def language_of(self, text: str, hint: Hint | None = None) -> Language:
        """Which language a text is written in; what the hint says, else English, where it does not tell."""
        return language_of(clean(text), hint)

    def _read(self, need: str, hint: Hint | None) -> list[Query]:
        """The need, and behind it what may be its parts; the vectors of all are made together."""
        language = language_of(need, hint)
        found = pieces(need)
        parts = found if len(found) > 1 else ()
        return self.reader.read([need, *parts], [language, *(language_of(part, lambda: language) for part in parts)])

    def _decided(self, whole: Scored, context: Context) -> tuple[Outcome, Named]:
        """What is said of the need, and what stands in front: what was chosen, or else what it calls by its name.

        Where a need is not answered anyway, a text that names something here is never taken for none, and one thing
        that it names is shown at once.
        """
        entries = enumerate(self.scorer.corpus.entries if context.chosen is not None else ())
        if meant := frozenset(row for row, entry in entries if entry.id == context.chosen):
            return "matches", Named(meant)
        outcome = self.scorer.fusion.outcome(whole.chances, float(whole.logits.max()))
        if outcome == "matches":
            return outcome, Named()
        text = whole.query.affirmed
        named = self.naming.read(text)
        if outcome == "not_a_need" and not named:
            named = self.naming.read_abbreviations(text)
        if outcome == "nothing_fits" and not named.alone:
            return outcome, Named()
        asks = bool(named) or outcome == "unclear"
        if asks and (named.is_one_of(self.scorer.corpus) or context.has_been_asked_enough):
            return "matches", named
        return ("unclear" if asks else outcome), named

    def _order(self, whole: Scored, parts: Sequence[ScoredPart]) -> list[int]:
        groups = self.scorer.corpus.groups
        order = ranked(whole.logits, groups)
        return united([order, *(ranked(part.scored.logits, groups) for part in parts)], groups) if parts else order

    def _part(self, part: ScoredPart, top: int) -> Part:
        order = ranked(part.scored.logits, self.scorer.corpus.groups)
        return Part(part.text, self._matches(part.scored, order[:top], "matches", ()))

    def _matches(
        self, whole: Scored, rows: Sequence[int], outcome: Outcome, parts: Sequence[ScoredPart]
    ) -> tuple[Match, ...]:
        """The rows as matches; where a part speaks for a row more strongly than the whole need, its words are shown."""
        fusion = self.scorer.fusion
        sides = [whole, *(part.scored for part in parts)]
        sure = [fusion.confidences(side.logits, side.chances["matches"]) for side in sides]
        best = {row: max(range(len(sides)), key=lambda side: sure[side][row]) for row in rows}
        # Of all that the need asks for, since a part may name by the way what the whole does not insist on.
        limits = whole.query.limits
        return tuple(self._match(row, sides[best[row]], sure[best[row]], outcome, limits) for row in rows)

    def _match(self, row: int, side: Scored, sure: Floats, outcome: Outcome, limits: ReadLimits) -> Match:
        entry = self.scorer.corpus.entries[row]
        confidence = round(float(sure[row]), 4)
        strong = outcome == "matches" and confidence >= self.scorer.fusion.strong_above
        return Match(
            kind=entry.kind,
            id=entry.id,
            infrastructure=entry.group,
            name=entry.name["sv" if side.query.language == "sv" else "en"],
            confidence=confidence,
            level="strong" if strong else "possible",
            reasons=self.explainer.reasons(side.query, row),
            signals={name: round(score, 4) for name, score in side.signals.of_row(row).items() if score},
            caveats=_caveats(limits, offers_at(self.scorer.corpus, row)),
            shares=side.workings.shares(self.scorer.fusion.ranking, row),
        )


def build(entries: Sequence[Entry], *, model: str, cache: Path, data: Path, home: Path) -> Matcher:
    """A matcher over entries, with everything slow taken from the cache where it was done before.

    Args:
        entries: the services and experts.
        model: "default", a folder, or a name on a hub.
        cache: where vectors, indexes and the exported encoder are kept.
        data: the folder with glossary, limits and the fusion that holds for any catalogue.
        home: the folder beside the catalogue, which may hold labelled needs and a fusion fitted on them.

    Raises:
        ModelUnavailable: the model cannot be loaded; one sentence says why.
        CacheUnavailable: its folder cannot be made.
        LabelsInvalid: the labelled needs have faults; all are named.
        FusionInvalid: the fusion beside the catalogue is none.
    """
    experience = read_experience(home, data, {entry.id for entry in entries})
    return assemble(entries, Keeper(models.load_encoder(model, cache), cache), data, experience)


def assemble(entries: Sequence[Entry], keeper: Keeper, data: Path, experience: Experience) -> Matcher:
    """A matcher with an encoder and an experience at hand."""
    language = read_language(data)
    asking, keeping = build_readers(language, keeper)
    corpus = read_corpus(entries, keeping, keeper)
    precedents = build_precedents(corpus, experience.needs, keeping, keeper)
    scorer = Scorer(corpus, build_signals(corpus, keeper), precedents, experience.fusion)
    indexed = indexer(corpus, keeper)
    explainer = Explainer(corpus, indexed("chunks", "grams"), indexed("entries", "stems"), language.glossary)
    return Matcher(asking, scorer, explainer, Naming(corpus))


def _caveats(limits: ReadLimits, offers: Offers) -> tuple[tuple[str, str, str], ...]:
    """The limits that the need states and the entry, as far as it says, does not meet."""
    unmet = {limit: wanted for limit, wanted in limits.wanted.items() if offers[limit] and not wanted & offers[limit]}
    if "species" in unmet:
        # It says the same more sharply.
        unmet.pop("subjects", None)
    return tuple((limit, _listed(wanted), _listed(offers[limit])) for limit, wanted in unmet.items())


def _each_listed(said: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {limit: _listed(values) for limit, values in said.items()}


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
