from pathlib import Path

import pytest

from bot.catalogue_files import read_catalogue
from bot.cli.answer_table import print_answer
from bot.domain.catalogue import Catalogue
from matcher.answer import Answer, Match, Option, Part, Question, Reason
from tests.cli.command import KILN

FIRING = Match("service", "kiln/firing", "kiln", "Firing of large pots", 0.83, "strong", (Reason("[red]pots", "pots"),))
GLAZING = Match("service", "kiln/glazing", "kiln", "Glazing", 0.31, "possible", caveats=(("quality", "GMP", "none"),))


@pytest.fixture
def kiln(tmp_path: Path) -> Catalogue:
    (tmp_path / "kiln.yaml").write_text(KILN, encoding="utf-8")
    return read_catalogue(tmp_path)


def printed(answer: Answer, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]) -> str:
    print_answer(answer, catalogue)
    return capsys.readouterr().out


def test_shows_how_sure_what_and_why(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(Answer("en", "matches", (FIRING,)), kiln, capsys)

    assert "strong  Firing of large pots" in page
    assert "83%  Kiln House" in page
    assert "“[red]pots” meets “pots”" in page


def test_names_the_unit_in_the_language_of_the_need(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ugnshuset" in printed(Answer("sv", "matches", (FIRING,)), kiln, capsys)


def test_says_which_limits_were_read_and_which_are_not_met(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    limits = {"quality": "GMP", "subjects": "cells, samples", "biosafety": "2"}

    page = printed(Answer("en", "matches", (GLAZING,), limits=limits), kiln, capsys)

    assert "Read as a must: GMP, cells, samples, biosafety level 2" in page
    assert "not met: GMP (here: none)" in page


def test_says_what_was_read_as_ruled_out(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(Answer("en", "matches", (GLAZING,), ruled_out={"quality": "GMP"}), kiln, capsys)

    assert "Ruled out: GMP" in page


def test_shows_a_question_with_its_options(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    options = (Option({"en": "Clay", "sv": "Lera"}, "clay"), Option({"en": "Glass", "sv": "Glas"}, "glass"))
    question = Question({"en": "Of what?", "sv": "Av vad?"}, options)

    page = printed(Answer("en", "unclear", (), question=question), kiln, capsys)

    assert "Of what? Clay / Glass" in page


def test_ranks_each_part_of_a_need_for_itself(kiln: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    parts = (Part("fire it", (FIRING,)), Part("glaze it", (GLAZING,)))

    page = printed(Answer("en", "matches", (FIRING, GLAZING), parts), kiln, capsys)

    assert "Part: glaze it" in page
    assert page.count("Glazing") == 2
