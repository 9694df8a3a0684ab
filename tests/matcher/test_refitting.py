from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher.crossvalidation import cross_validated
from matcher.encoders import SentenceTransformerEncoder
from matcher.evaluation.judging import FUSION
from matcher.evaluation.tables import ALL
from matcher.fitting import Prepared
from matcher.fixed import fit_fixed
from matcher.fusion import OUTCOMES, Fusion
from matcher.knowledge import UNFITTED, read_fusion
from matcher.labels import LabelledNeed
from matcher.refitting import TooFewNeeds, decision, learn, refit
from matcher.thinning import relabelled, thinned
from tests.matcher.lessons import DATA, lesson, lessons, study
from tests.matcher.workshop import CATALOGUE, CELLS


@pytest.fixture(scope="module")
def fixed() -> Fusion:
    return read_fusion(DATA / UNFITTED)


@pytest.fixture(scope="module")
def prepared(encoder: SentenceTransformerEncoder, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return study(encoder, tmp_path_factory.mktemp("cache")).prepare(lessons())


def with_needs(encoder: SentenceTransformerEncoder, cache: Path, needs: list[LabelledNeed]) -> Prepared:
    return study(encoder, cache).prepare(needs)


def test_what_labels_teach_is_kept(prepared: Prepared, fixed: Fusion) -> None:
    found = refit(prepared, fixed, None)

    assert found.kept
    assert list(found.standings) == ["fixed", "new"]
    assert found.chance > 0.9


def test_fitting_again_gives_the_same_and_is_kept_beside_itself(prepared: Prepared, fixed: Fusion) -> None:
    first = refit(prepared, fixed, None)
    again = refit(prepared, fixed, first.fusion)

    assert again.fusion.to_json() == first.fusion.to_json()
    assert (again.kept, list(again.standings)) == (True, ["fixed", "in use", "new"])


def test_labels_without_rhyme_or_reason_are_refused(
    encoder: SentenceTransformerEncoder, tmp_path: Path, fixed: Fusion
) -> None:
    services = [need.relevant for need in lessons()]
    shuffled = np.random.default_rng(3).permutation(len(services))
    needs = [replace(need, relevant=services[at]) for need, at in zip(lessons(), shuffled, strict=True)]

    found = refit(with_needs(encoder, tmp_path, needs), fixed, None)

    assert not found.kept
    assert "does not show it to be better" in found.why


def test_a_better_fusion_in_use_is_not_given_up(prepared: Prepared, fixed: Fusion) -> None:
    found = refit(prepared, fixed, None)
    quality = found.standings["fixed"].languages[ALL][FUSION]
    best = replace(quality, ndcg=replace(quality.ndcg, value=1.0))
    rivals = {"fixed": found.standings["fixed"], "new": found.standings["fixed"]}

    kept, why = decision(rivals | {"in use": replace(found.standings["new"], languages={ALL: {FUSION: best}})}, 1.0)

    assert not kept
    assert "not as good as the fusion in use" in why


def test_too_few_needs_are_named(encoder: SentenceTransformerEncoder, tmp_path: Path, fixed: Fusion) -> None:
    with pytest.raises(TooFewNeeds, match="found 7 labelled needs that somebody serves, wanted at least 20"):
        refit(with_needs(encoder, tmp_path, lessons()[:7]), fixed, None)


def test_one_unit_leaves_nothing_to_learn(encoder: SentenceTransformerEncoder, tmp_path: Path, fixed: Fusion) -> None:
    needs = [lesson(number, CELLS.id, f"need {number}") for number in range(20)]

    with pytest.raises(TooFewNeeds, match="one unit"):
        refit(study(encoder, tmp_path, (CELLS,)).prepare(needs), fixed, None)


def test_when_to_be_silent_is_not_learned_from_needs_that_are_all_served(prepared: Prepared, fixed: Fusion) -> None:
    fusion = learn(prepared, np.arange(len(prepared.needs)), fixed)

    assert fusion.outcomes == fixed.outcomes
    assert fusion.ranking != fixed.ranking


def test_a_fold_is_judged_without_its_own_labels(prepared: Prepared, fixed: Fusion) -> None:
    members = np.arange(len(prepared.needs))
    seen: list[set[int]] = []

    def learner(_: Prepared, learned: np.ndarray) -> Fusion:
        seen.append(set(learned.tolist()))
        return fixed

    judged = [folded.number for folded in cross_validated(prepared, members, learner)]

    assert sorted(judged) == members.tolist()
    assert all(number not in seen[fold] for number, fold in zip(members, _turns(prepared), strict=True))


def _turns(prepared: Prepared) -> list[int]:
    """Which time the learner was asked for each need's fold."""
    asked = np.unique(prepared.folds).tolist()
    return [asked.index(fold) for fold in prepared.folds.tolist()]


def test_a_thinned_catalogue_is_a_part_of_the_whole_and_the_same_again() -> None:
    thin = thinned(CATALOGUE, 5)

    assert thin == thinned(CATALOGUE, 5)
    assert {entry.id for entry in thin} < {entry.id for entry in CATALOGUE}


def test_a_need_whose_units_are_gone_is_served_by_nobody() -> None:
    thin = thinned(CATALOGUE, 5)
    left = {entry.id for entry in thin}

    held = relabelled(lessons(), thin, 5)

    assert {need.outcome for need in held if not need.relevant} == {"nothing_fits"}
    assert all(set(need.relevant) <= left for need in held)


def test_the_fixed_fusion_weighs_no_precedents(encoder: SentenceTransformerEncoder, tmp_path: Path) -> None:
    others = [
        LabelledNeed(f"{outcome}{n}", "en", (), f"{outcome} number {n}", outcome, {})
        for outcome in OUTCOMES[1:]
        for n in range(3)
    ]
    needs = [*lessons(), *others]

    fusion = fit_fixed([with_needs(encoder, tmp_path, needs)], needs)

    assert fusion.scale == "scaled"
    assert not [name for name in fusion.ranking.weights if "precedents" in name]
