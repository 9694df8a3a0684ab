from hypothesis import given
from hypothesis import strategies as st

from bot.domain.secrets.cleaning import cleaned, original_places
from bot.domain.secrets.secret import Secret, Span


def secrets_in(text: str, cuts: list[int]) -> list[Secret]:
    """Every second piece between the cuts taken as a secret."""
    places = sorted({min(cut, len(text)) for cut in cuts})
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Secret(start, end, "person", text[start:end], "[namn]") for start, end in pairs]


def test_each_secret_gives_way_to_its_neutral_word() -> None:
    secrets = [Secret(9, 13, "figure", "12 %", "[siffra]"), Secret(0, 4, "compound_code", "AB-1", "[substans]")]

    assert cleaned("AB-1 fick 12 %.", [secrets[1]]) == "[substans] fick 12 %."
    assert cleaned("AB-1 såg 12 %.", secrets) == "[substans] såg [siffra]."


def test_a_text_without_secrets_stays_as_it_is() -> None:
    assert cleaned("Inget hemligt här", []) == "Inget hemligt här"


@given(st.text(alphabet="abcdefghij ", max_size=40), st.lists(st.integers(0, 40), max_size=8))
def test_every_place_of_the_cleaned_text_leads_back_to_its_letter(text: str, cuts: list[int]) -> None:
    secrets = secrets_in(text, cuts)
    shown = cleaned(text, secrets)
    kept = [place for place in range(len(text)) if not any(s.start <= place < s.end for s in secrets)]
    outside = cleaned("\0" * len(text), [Secret(s.start, s.end, s.kind, "", s.stand_in) for s in secrets])
    free = [Span(place, place + 1) for place, letter in enumerate(outside) if letter == "\0"]

    assert [span.start for span in original_places(free, secrets)] == kept
    assert [shown[span.start] for span in free] == [text[place] for place in kept]
