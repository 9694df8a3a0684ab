"""`python -m matcher.benchmark`: measure, and print one table. Also the child processes that are measured."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.catalogue_files import read_catalogue
from bot.settings import Settings, environment
from bot.shipped import shipped
from matcher import models
from matcher.benchmark import measuring
from matcher.benchmark.batch import run_bare, run_batch
from matcher.benchmark.measuring import Measured, measure
from matcher.benchmark.methods import BUILT_BY, METHODS, Bench
from matcher.benchmark.stand_in import StandIn
from matcher.benchmark.synthetic import synthesised
from matcher.benchmark.table import batch_table, table
from matcher.entries import Entry
from matcher.knowledge import read_labels

SIZES = (34, 1_000, 10_000, 100_000)
# Embedding the pieces of more entries would take from ten minutes to hours on two cores; they get a stand-in's vectors.
MOST_EMBEDDED = 1_000
# Enough for a median and a late one, and few enough for the slowest method.
NEEDS = 60


def main(arguments: Sequence[str]) -> None:
    """Measure what the arguments ask for."""
    asked = _parsed(arguments)
    settings = Settings.from_environment(environment())
    real = read_catalogue(shipped("data/catalogue")).entries()
    needs = _needs(real)
    if asked.step:
        _step(asked, real, needs, settings.cache)
        return
    _say(f"{len(needs)} labelled needs; the median, and what one call in twenty exceeds; the encoder is the real one.")
    _say(f"Above {MOST_EMBEDDED:,} entries their vectors are hashed random projections of their words.")
    for size in asked.sizes:
        with TemporaryDirectory() as folder:
            _say("\n".join(table({size: _measured(size, asked.methods, folder)})))
    if asked.batch:
        _say("\n".join(batch_table(run_batch(needs), run_bare(needs, settings.cache))))


def _measured(size: int, methods: Sequence[str], folder: str) -> dict[str, Measured]:
    arguments = ["--sizes", str(size), "--folder", folder]
    found: dict[str, Measured] = {}
    for name in methods:
        sys.stderr.write(f"{size:,} entries: {name}\n")
        found[name] = measure(name, built=BUILT_BY.get(name) in found, arguments=arguments)
    return found


def _step(asked: argparse.Namespace, real: Sequence[Entry], needs: Sequence[str], cache: Path) -> None:
    """One step of one method, in the process that is measured."""
    (size,) = asked.sizes
    entries = synthesised(real, size)
    before = measuring.memory()
    encoder = models.load_encoder(models.DEFAULT, cache)
    encoder.encode(list(needs))
    embedder = encoder if size <= MOST_EMBEDDED else StandIn()
    bench = Bench(entries, encoder, embedder, asked.folder, shipped("data"))
    (name,) = asked.methods
    _say(measuring.build(name, bench) if asked.step == "build" else measuring.ask(name, bench, needs, before))


def _needs(real: Sequence[Entry]) -> list[str]:
    labelled = read_labels(shipped("data/needs"), {entry.id for entry in real})
    return [need.need for need in labelled][:: len(labelled) // NEEDS][:NEEDS]


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m matcher.benchmark", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many entries, smallest first")
    parser.add_argument("--methods", nargs="+", choices=tuple(METHODS), default=tuple(METHODS))
    parser.add_argument("--no-batch", dest="batch", action="store_false", help="leave `lotsen match --batch` out")
    parser.add_argument("--step", choices=("build", "ask"), help=argparse.SUPPRESS)
    parser.add_argument("--method", dest="methods", nargs=1, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
