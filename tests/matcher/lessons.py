"""Labelled needs for the workshop catalogue in code words that its texts do not have, so that only labels help."""

from pathlib import Path

from matcher.building import Keeper
from matcher.encoders import Encoder
from matcher.engine import assemble
from matcher.entries import Entry
from matcher.knowledge import UNFITTED, Experience, read_fusion
from matcher.labels import LabelledNeed
from matcher.study import Study
from tests.matcher.workshop import CATALOGUE

DATA = Path(__file__).parents[2] / "data"
CODES = {
    "wood/milling": "zarvik",
    "wood/painting": "ombreli",
    "dye/dyeing": "quistak",
    "mice/behaviour": "yolfern",
    "clean/cells": "drusp",
}
THINGS = ("spring", "the fair", "two weeks", "a customer", "our stall", "next year", "export", "children", "my aunt")


def lesson(number: int, service: str, words: str) -> LabelledNeed:
    return LabelledNeed(f"n{number}", "en", ("plain",), words, "matches", {service: 3})


def lessons() -> list[LabelledNeed]:
    """Nine needs for each of five services."""
    asked = [(service, f"{code} for {thing}") for service, code in CODES.items() for thing in THINGS]
    return [lesson(number, service, words) for number, (service, words) in enumerate(asked)]


def study(encoder: Encoder, cache: Path, entries: tuple[Entry, ...] = CATALOGUE) -> Study:
    """A study of a catalogue from which nothing has been learned."""
    keeper, strange = Keeper(encoder, cache), Experience((), read_fusion(DATA / UNFITTED))
    return Study(assemble(entries, keeper, DATA, strange), keeper, strange, DATA)
