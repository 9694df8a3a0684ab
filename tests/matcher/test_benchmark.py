"""No figure is asserted: what is timed here depends on the machine."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from matcher.benchmark import batch, measuring
from matcher.benchmark.batch import Run
from matcher.benchmark.measuring import Measured, Times
from matcher.benchmark.methods import METHODS, Bench
from matcher.benchmark.stand_in import StandIn, TakingTheTimeOf
from matcher.benchmark.synthetic import synthesised
from matcher.benchmark.table import batch_table, table
from tests.matcher.workshop import CATALOGUE, Counting

DATA = Path(__file__).parents[2] / "data"
ENTRIES = synthesised(CATALOGUE, 9)
NEEDS = ["forty oak chairs", "a red colour for wool", "does it calm a mouse", "cells for patients"]
ONE = Measured(2, 0.5, Times(0.02, 0.04), Times(0.01, 0.01), Times(0.001, 0.001), 50, 20, 200)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(ENTRIES, StandIn(), StandIn(), tmp_path, DATA)


def test_a_synthetic_catalogue_is_the_same_every_time_and_grows_at_its_end() -> None:
    assert synthesised(CATALOGUE, 5) == ENTRIES[:5]


def test_synthetic_entries_differ_and_have_ids_of_their_own() -> None:
    entries = synthesised(CATALOGUE, 500)

    assert len({entry.id for entry in entries}) == 500
    assert len({tuple(chunk.text for chunk in entry.chunks) for entry in entries}) > 450


def test_synthetic_experts_answer_for_the_services_of_their_unit() -> None:
    expert = ENTRIES[3]

    assert (expert.kind, expert.answers_for) == ("expert", tuple(entry.id for entry in ENTRIES[:3]))


def test_synthetic_texts_have_the_words_of_the_real_ones() -> None:
    real, made = ({w for e in some for c in e.chunks for w in c.text.split()} for some in (CATALOGUE, ENTRIES))

    assert made <= real


def test_a_stand_in_gives_like_texts_like_vectors_of_unit_length() -> None:
    red, dark, steel = StandIn().encode(["red wool cloth", "dark red wool", "steel beams"])

    np.testing.assert_allclose(np.linalg.norm([red, dark, steel], axis=1), 1, atol=1e-5)
    assert red @ dark > 0.5 > red @ steel


def test_a_stand_in_takes_the_time_of_the_real_encoder() -> None:
    real = Counting(StandIn(), "real")

    vectors = TakingTheTimeOf(real).encode(["oak"])

    assert real.asked == ["oak"]
    np.testing.assert_array_equal(vectors, StandIn().encode(["oak"]))


@pytest.mark.parametrize("name", [name for name in METHODS if not name.startswith("txtai")])
def test_a_method_is_built_opened_and_asked(name: str, bench: Bench) -> None:
    METHODS[name].build(bench)
    ask = METHODS[name].open(bench)

    assert all(ask(need) is not None for need in NEEDS)


@pytest.mark.parametrize("name", ["bm25s", "SQLite FTS5"])
def test_a_method_finds_an_entry_by_its_own_words(name: str, bench: Bench) -> None:
    METHODS[name].build(bench)

    found = METHODS[name].open(bench)(bench.texts[4])

    assert np.ravel(found[0])[0] == 4


def test_full_text_search_takes_a_need_without_words(bench: Bench) -> None:
    METHODS["SQLite FTS5"].build(bench)

    assert METHODS["SQLite FTS5"].open(bench)("?! 🙂") == []


def test_what_one_call_in_twenty_exceeds() -> None:
    assert Times.of([n / 20 for n in range(21)]) == Times(0.5, 0.95)


def test_a_child_process_says_everything_in_one_line(bench: Bench) -> None:
    METHODS["bm25s"].build(bench)

    said = json.loads(measuring.ask("bm25s", bench, NEEDS, measuring.memory()))

    assert set(said) == {"start", "need", "encoder", "product", "memory", "mapped", "encoder_memory"}


def test_the_table_has_a_line_for_each_method_with_its_ratios() -> None:
    lines = list(table({34: {"Lotsen": ONE}}))

    assert lines[1].split()[:2] == ["34", "entries"]
    assert lines[2].split() == ["bare", "encoder", "call", "10.0", "10.0", "1.0", "10.0", "200", "1.0"]
    assert lines[3].split() == ["Lotsen", "2.0", "0.50", "20.0", "40.0", "2.0", "20.0", "50", "20", "0.25"]


def test_the_table_of_the_batch_is_beside_the_bare_encoder() -> None:
    lines = list(batch_table(Run(2, 0.03, 0.04, 300), Run(1, 0.01, 0.02, 150)))

    assert lines[-1].split() == ["lotsen", "match", "--batch", "2.0", "30.0", "3.0", "40.0", "2.0", "300", "2.0"]


def test_a_batch_that_does_not_answer_is_no_figure() -> None:
    with pytest.raises(RuntimeError, match="found 0 answers and the exit code 0, wanted 1 and 0"):
        batch._run([sys.executable, "-c", ""], ["need"])


@pytest.mark.slow
def test_the_command_prints_a_table() -> None:
    command = [sys.executable, "-m", "matcher.benchmark", "--sizes", "5", "--no-batch", "--methods", "bm25s"]

    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=DATA.parent).stdout

    assert [line.split()[0] for line in printed.splitlines()[-3:]] == ["5", "bare", "bm25s"]
