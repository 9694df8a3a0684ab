from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.secrets import KINDS, Secret, cleaned, find_secrets
from tests.domain.secrets.labelled_sentences import labelled_sentences

SENTENCES = [sentence.text for sentence in labelled_sentences()]
languages = st.sampled_from(["en", "sv", "de", ""])
# Words of real sentences in any order and gluing: nearer to trouble than letters alone.
words = st.sampled_from(sorted({word for text in SENTENCES for word in text.split(" ")}))
salads = st.lists(words | st.text(max_size=5), max_size=30).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n", ", "]).map(lambda glue: glue.join(parts))
)
texts = st.text(max_size=300) | salads | st.sampled_from(SENTENCES)
HOSTILE = (
    *("1", "0 ", "070-1740605 ", "a@", "Ab ", "AB ", "ACG ", "WKR", "C(=O)", "2-methyl-", "aB", "A-", "[name] ", "\n"),
    *("our 3 of 4 ", "sales 5 MSEK and ", "a 5-year-old man with x ", "IC50 1 nM and "),
)


@given(texts, languages)
def test_secrets_stand_within_the_text_in_order_and_apart(text: str, language: str) -> None:
    secrets = find_secrets(text, language)

    assert all(text[secret.start : secret.end] == secret.text for secret in secrets)
    assert all(secret.kind in KINDS and 0 <= secret.start < secret.end for secret in secrets)
    assert all(one.end <= next_.start for one, next_ in pairwise(secrets))


@given(texts, languages)
def test_a_cleaned_text_has_nothing_left_to_clean(text: str, language: str) -> None:
    clean = cleaned(text, find_secrets(text, language))

    assert find_secrets(clean, language) == ()


@given(texts)
def test_the_language_changes_the_neutral_words_only(text: str) -> None:
    english, swedish = find_secrets(text, "en"), find_secrets(text, "sv")

    assert [(s.start, s.end, s.kind) for s in english] == [(s.start, s.end, s.kind) for s in swedish]


@pytest.mark.parametrize("piece", HOSTILE)
def test_comes_to_an_end_on_a_long_text_made_to_keep_it_busy(piece: str) -> None:
    text = (piece * 40_000)[:40_000]

    assert find_secrets(cleaned(text, find_secrets(text, "en")), "en") == ()


def test_looks_again_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.secrets.finding._ROUNDS", 1)

    assert [secret.kind for secret in find_secrets("ABX-1432", "en")] == ["compound_code"]


def test_an_exact_shape_wins_over_what_is_read_from_context() -> None:
    secrets = find_secrets("Our partner ABX-1432 wrote to kund@example.com", "en")

    assert [secret.kind for secret in secrets] == ["compound_code", "email"]


def test_the_rest_of_a_patient_story_is_marked_around_a_number_in_it() -> None:
    text = "A 47-year-old woman with glioma ABX-1432 treated in Lund was seen"

    assert [s.kind for s in find_secrets(text, "en")] == ["patient", "compound_code", "patient"]


def test_neutral_words_that_somebody_typed_are_left_alone() -> None:
    assert find_secrets("Kontakta [namn] på [företag] om IC50 på [siffra]", "sv") == ()


def test_a_secret_carries_its_neutral_word() -> None:
    assert find_secrets("kund@example.com", "sv") == (Secret(0, 16, "email", "kund@example.com", "[e-post]"),)
