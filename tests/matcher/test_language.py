import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.answer import Language
from matcher.language import ENGLISH, OTHERS, SWEDISH, language_of
from matcher.text import clean

NEEDS = Path(__file__).parents[2] / "data" / "needs"

EXAMPLES = {
    "We need help measuring how people walk": "en",
    "Who can freeze our samples at minus eighty?": "en",
    "We are looking for a lab bench in Huddinge for two people": "en",
    "cell culture": "en",
    "thanks!": "en",
    "freezer": "en",
    "qPCR, RNA-seq, LC-MS/MS": "en",
    "GMP": "en",
    "MRI": "en",
    "PET, MRI, EEG, EMG": "en",
    "Hi, PET in rats?": "en",
    "Help me in Huddinge": "en",
    "MRI of the knee in runners": "en",
    "we are looking for mikroskop": "en",
    "welding procedure qualification, stainless pipe, 316L, EN ISO 15614": "en",
    "ELISA kit": "en",
    "Potrzebujemy pomocy": "en",
    "Vi trenger hjelp": "en",
    "510(k) consultant, orthodontic aligners": "en",
    "Hello": "en",
    "Kan ni mäta hur folk går?": "sv",
    "Vem kan frysa våra prover i minus åttio?": "sv",
    "Vi vill testa var hjalm pa riktiga huvuden, kan nagon hjalpa oss?": "sv",
    "tack så mycket": "sv",
    "cellodling": "sv",
    "möss": "sv",
    "fryslager": "sv",
    "Hej": "sv",
    "Tack": "sv",
    "Kan ni MRI?": "sv",
    "Vi vill ha next generation sequencing på våra samples": "sv",
    "IT-hjälp till oss": "sv",
    "Vi har brug for hjælp": "other",
    "Vi søger en partner til et klinisk forsøg": "other",
    "We zoeken een partner voor klinisch onderzoek": "other",
    "Trenger dere hjelp med å måle hvordan eldre mennesker går i trapper?": "other",
    "Vi har brug for hjælp til at måle hvordan ældre mennesker går på trapper": "other",
    "Tarvitsemme apua solujen kuvaamiseen ja kasvattamiseen laboratoriossa": "other",
    "Wir suchen ein Labor, in dem wir unsere Zellen züchten können": "other",
    "Nous cherchons un laboratoire pour tester notre nouveau médicament sur des souris": "other",
    "Necesitamos un laboratorio para probar nuestro nuevo medicamento en ratones": "other",
    "Szukamy laboratorium, które przetestuje nasz nowy lek na myszach": "other",
    "Мы ищем лабораторию для проверки нашего лекарства": "other",
    "我们需要一个实验室": "other",
    "نبحث عن مختبر": "other",
    "": "en",
    "🙂🙂🙂": "en",
    "12345": "en",
}


@pytest.mark.parametrize(("text", "language"), EXAMPLES.items())
def test_tells_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["GMP для клеток we need help", "α-synuclein in cerebrospinal fluid, µg amounts"])
def test_a_few_foreign_letters_make_no_foreign_language(text: str) -> None:
    assert language_of(text) == "en"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_has_a_language(text: str) -> None:
    assert language_of(text) in {"en", "sv", "other"}


@pytest.mark.parametrize("text", ["MRI", "PET/CT", "PET, MRI, EEG, EMG", "ELISA kit", "Potrzebujemy pomocy", "🙂", ""])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_where_the_words_do_not_tell_the_hint_does(text: str, language: Language) -> None:
    assert language_of(text, lambda: language) == language


@pytest.mark.parametrize("text", ["Who can do MRI?", "cell culture", "Kan ni MRI?", "cellodling", "我们需要一个实验室"])
def test_nobody_is_asked_for_a_hint_where_the_words_tell(text: str) -> None:
    def hint() -> Language:
        raise AssertionError(text)

    assert language_of(text, hint) == language_of(text)


def test_no_small_word_stands_for_two_languages() -> None:
    assert len(ENGLISH | SWEDISH | OTHERS) == len(ENGLISH) + len(SWEDISH) + len(OTHERS)


def told_in_slack(need: str, spoken: Language) -> Language:
    return language_of(clean(need), lambda: "sv" if spoken == "sv" else "en")


def test_the_languages_of_the_labelled_needs_are_told() -> None:
    rows = [json.loads(line) for file in NEEDS.glob("*.jsonl") for line in file.read_text("utf-8").split("\n") if line]
    asked = Counter(row["language"] for row in rows)
    # Their Slack speaks as their writers do, in English where that is neither; a word or two may tell nothing.
    told = Counter(row["language"] for row in rows if told_in_slack(row["need"], row["language"]) == row["language"])

    # Today 0.997, 0.998 and all; by the words alone 0.997, 0.994 and all.
    assert told["en"] / asked["en"] > 0.995
    assert told["sv"] / asked["sv"] > 0.995
    assert told["other"] == asked["other"]
