import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.answer_json import Json
from bot.cli.batch import Asked, answered_lines


def echo(asked: Asked) -> Json:
    return {"id": asked.id, "need": asked.need}


def answered(*lines: bytes) -> list[Json]:
    return list(answered_lines(lines, echo))


def test_a_signature_before_the_first_line_is_no_fault() -> None:
    assert answered(b'\xef\xbb\xbf{"id": 1, "need": "x"}\n') == [{"id": 1, "need": "x"}]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "JSON that is no object"),
        (b'{"need": "x"}', "no id"),
        (b'{"id": true, "need": "x"}', "no id"),
        (b'{"id": 1}', "no need"),
        (b'{"id": 1, "need": ["x"]}', "no need"),
        (b'{"id": 1, "need": "\\ud800"}', "no need"),
        (b'{"id": 1, "need": "\xff"}', "the byte 0xff"),
    ],
)
def test_a_line_without_a_need_is_named_with_what_was_found(line: bytes, found: str) -> None:
    (answer,) = answered(line)

    assert answer["line"] == 1
    assert answer["error"].startswith(f"found {found}")


def test_a_bad_line_keeps_its_id_where_it_has_one() -> None:
    assert answered(b'{"id": "n7"}')[0]["id"] == "n7"


def test_blank_lines_count_but_are_not_answered() -> None:
    assert [answer["line"] for answer in answered(b"\n", b"  \r\n", b"{\n")] == [3]


@given(st.lists(st.binary().map(lambda line: line.replace(b"\n", b"") + b"\n")))
def test_whatever_comes_in_each_line_that_is_not_blank_gets_one_line_that_can_be_written(lines: list[bytes]) -> None:
    answers = answered(*lines)

    assert len(answers) == sum(1 for line in lines if line.strip())
    assert all(json.dumps(answer, ensure_ascii=False).encode() for answer in answers)
