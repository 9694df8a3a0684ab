"""What holds for every catalogue and for every heap of junk."""

import copy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import Catalogue, CatalogueInvalid, Infrastructure

WORKSHOP = Path(__file__).parents[1] / "data/workshop-catalogue"
GARDEN: dict[str, Any] = yaml.safe_load((WORKSHOP / "dye-garden.yaml").read_text("utf-8"))

slugs = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
keys = st.sampled_from(sorted({*Infrastructure.model_fields, "en", "sv", "asks", "role", "answers_for"}))
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | slugs
junk = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(keys | st.text() | st.integers() | st.none(), inner),
    max_leaves=12,
)


def built(document: object, file: str = "dye-garden.yaml") -> Catalogue | CatalogueInvalid:
    try:
        return Catalogue.from_documents({file: document})
    except CatalogueInvalid as invalid:
        return invalid


@given(junk, st.text())
def test_junk_gives_problems_and_no_other_exception(document: object, file: str) -> None:
    invalid = built(document, file)
    assert isinstance(invalid, CatalogueInvalid)
    assert invalid.problems


@given(st.data())
def test_one_junk_value_anywhere_gives_one_line_for_each_problem(data: st.DataObject) -> None:
    document = copy.deepcopy(GARDEN)
    holder: Any = document
    while True:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not isinstance(holder[key], dict | list) or data.draw(st.booleans()):
            break
        holder = holder[key]
    holder[key] = data.draw(junk)
    outcome = built(document)
    if isinstance(outcome, CatalogueInvalid):
        assert len(str(outcome).splitlines()) == len(outcome.problems)


@given(st.lists(slugs, unique=True, min_size=3, max_size=8), st.integers(1, 2))
def test_every_entry_is_found_again_under_its_id(ids: list[str], services: int) -> None:
    unit, entries = ids[0], ids[1:]
    document = copy.deepcopy(GARDEN) | {"id": unit}
    document["services"] = [GARDEN["services"][0] | {"id": short} for short in entries[:services]]
    document["experts"] = [
        GARDEN["experts"][0] | {"id": short, "answers_for": entries[:services]} for short in entries[services:]
    ]
    catalogue = Catalogue.from_documents({f"{unit}.yaml": document})
    assert catalogue.entry_ids == tuple(f"{unit}/{short}" for short in entries)
    assert [catalogue.entry(entry.id).id for entry in catalogue.entries()] == list(catalogue.entry_ids)
