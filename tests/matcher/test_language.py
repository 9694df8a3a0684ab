import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.language import language_of

EXAMPLES = {
    "We need help measuring how people walk": "en",
    "Who can freeze our samples at minus eighty?": "en",
    "We are looking for a lab bench in Huddinge for two people": "en",
    "cell culture": "en",
    "thanks!": "en",
    "freezer": "en",
    "qPCR, RNA-seq, LC-MS/MS": "en",
    "GMP": "en",
    "Hello": "en",
    "Kan ni mäta hur folk går?": "sv",
    "Vem kan frysa våra prover i minus åttio?": "sv",
    "Vi vill testa var hjalm pa riktiga huvuden, kan nagon hjalpa oss?": "sv",
    "tack så mycket": "sv",
    "cellodling": "sv",
    "möss": "sv",
    "fryslager": "sv",
    "Hej": "sv",
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
