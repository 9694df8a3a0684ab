import json
import re

from bot.domain.secrets import KINDS
from tests.domain.secrets.labelled_sentences import FOLDER, labelled_sentences
from tests.domain.secrets.stand_in_people import check_digit

# The kinds that could point at somebody: in the data they are nothing but placeholders.
POINTING = {"person", "company", "email", "phone", "personal_number"}


def test_there_are_enough_sentences_in_both_languages() -> None:
    languages = [sentence.language for sentence in labelled_sentences()]

    assert min(languages.count("en"), languages.count("sv")) >= 120


def test_a_good_part_of_the_sentences_holds_no_secret() -> None:
    without = sum(not sentence.secrets for sentence in labelled_sentences())

    assert 0.35 <= without / len(labelled_sentences()) <= 0.5


def test_every_id_is_used_once_and_every_kind_is_known() -> None:
    sentences = labelled_sentences()

    assert len({sentence.id for sentence in sentences}) == len(sentences)
    assert {label.kind for sentence in sentences for label in sentence.secrets} == set(KINDS)


def test_nobody_is_named_in_the_data() -> None:
    rows = [json.loads(line) for file in FOLDER.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    named = [s["text"] for row in rows for s in row["secrets"] if s["kind"] in POINTING]

    assert [text for text in named if not re.match(r"\{\w+\}", text)] == []


def test_placeholders_are_filled_the_same_way_each_time() -> None:
    first = [sentence.text for sentence in labelled_sentences.__wrapped__("english")]

    assert first == [sentence.text for sentence in labelled_sentences.__wrapped__("english")]
    assert not any("{" in text for text in first)


def test_check_digits_are_those_of_the_published_example() -> None:
    assert check_digit("811218987") == 6
