from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.asides import ahead, done, likened, origins, stands_in
from matcher.negation import Span
from matcher.text import fold

Asides = Callable[[str], list[Span]]

pieces = st.sampled_from(
    ["before", "innan", "we", "done", "later", "as big as", "blood", "from", "patients", ",", ".", "but", "İ", "\n"]
)
texts = st.one_of(st.lists(pieces).map(" ".join), st.text(max_size=40))
every_kind = pytest.mark.parametrize("asides", [done, ahead, likened, origins])


@pytest.mark.parametrize(
    ("asides", "text", "told"),
    [
        (done, "The rats are done, now we want people", ["The rats are done,"]),
        (done, "Djurstudien är klar. Nu vill vi mäta på folk", ["Djurstudien är klar."]),
        (done, "Mice do not count, people do", ["Mice do not count,"]),
        (done, "That has been done in mice, so people", ["That has been done in mice,"]),
        (done, "It is done in rats", []),
        (done, "It has to be done the same day under GMP", []),
        (done, "Studien ska göras på grisar och vara klar i maj", []),
        (done, "We want the sorting finished by Friday", []),
        (done, "Mice finished in May, rats too", ["Mice finished in May,"]),
        (done, "Our batch is done and now we need patients", ["Our batch is done and"]),
        (done, "Vi är färdiga med mössen och vill gå till människa", ["Vi är färdiga med mössen och"]),
        (done, "Fine needles, and dead cells are fine", []),
        (done, "Rabbits fine, pigs next", ["Rabbits fine,"]),
        (done, "We already have a GMP partner, we need beds", ["We already have a GMP partner,"]),
        (done, "We already have mice", []),
        (done, "GMP is not needed, we want cells", ["GMP is not needed,"]),
        (done, "Levande celler är inte aktuellt. Prover finns", ["Levande celler är inte aktuellt."]),
        (done, "Minigrisar. Människor är det inte tal om", [" Människor är det inte tal om"]),
        (done, "We want rats", []),
        (ahead, "People come next year. Now mice", ["People come next year."]),
        (ahead, "We try it before any patient gets it, in dishes", ["before any patient gets it"]),
        (ahead, "before we meet people we measure", ["before we meet people "]),
        (ahead, "pictures before and after in patients", []),
        (ahead, "innan någon människa får det", ["innan någon människa får det"]),
        (likened, "as wide as a grown man's arm, in rats", ["as wide as a grown man's"]),
        (likened, "lika stor som en gris", ["lika stor som en gris"]),
        (origins, "blood taken from sick patients, today", ["blood taken from sick patients"]),
        (origins, "skivor av möss", ["skivor av möss"]),
        (origins, "patients with blood", []),
    ],
)
def test_tells_what_is_only_named(asides: Asides, text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in asides(fold(text))] == told


@every_kind
@given(text=texts)
def test_asides_stand_in_the_text_in_order(asides: Asides, text: str) -> None:
    spans = asides(fold(text))

    assert spans == sorted(spans)
    assert all(0 <= start <= end for start, end in spans)


def test_a_place_is_in_a_span_from_its_first_letter_to_before_its_end() -> None:
    assert [stands_in(offset, [(2, 4), (9, 9)]) for offset in (1, 2, 3, 4, 9)] == [False, True, True, False, False]


@every_kind
def test_a_long_text_is_read_in_one_go(asides: Asides) -> None:
    assert len(asides("before blood from mice we are done as big as later. " * 1_000)) >= 1_000
