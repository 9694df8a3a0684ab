import json
from pathlib import Path

from tests.cli.command import Lotsen


def test_the_table_names_the_match_its_unit_and_why(lotsen: Lotsen) -> None:
    result = lotsen("match", "firing", "pots")

    assert result.exit_code == 0
    assert "Somebody here can help." in result.output
    assert "Firing of large pots" in result.output
    assert "“firing” meets “firing”" in result.output


def test_what_nobody_can_do_is_said_with_the_nearest_and_what_no_entry_knows(lotsen: Lotsen) -> None:
    result = lotsen("match", "submarines")

    assert "Nothing here fits. The nearest are:" in result.output
    assert "Not found in the catalogue: submarines" in result.output


def test_json_has_the_promised_keys(lotsen: Lotsen) -> None:
    answer = json.loads(lotsen("match", "--json", "firing pots").output)

    assert list(answer)[:5] == ["id", "language", "outcome", "matches", "parts"]
    assert list(answer["matches"][0])[:7] == [
        "kind", "id", "infrastructure", "name", "confidence", "level", "reasons",
    ]  # fmt: skip
    assert answer["matches"][0]["reasons"][0] == {"need": "firing", "entry": "firing"}


def test_signals_are_told_only_when_asked_for(lotsen: Lotsen) -> None:
    silent = json.loads(lotsen("match", "--json", "firing").output)
    told = json.loads(lotsen("match", "--json", "--signals", "firing").output)

    assert "signals" not in silent["matches"][0]
    assert told["matches"][0]["signals"] == {"words": 1.0}


def test_json_explains_only_when_asked_to(lotsen: Lotsen) -> None:
    silent = json.loads(lotsen("match", "--json", "firing").output)
    told = json.loads(lotsen("match", "--json", "--explain", "firing").output)

    assert "shares" not in silent["matches"][0]
    assert told["matches"][0]["shares"] == [
        {"signal": "words", "points": 2.0},
        {"signal": "quality GMP conflicts", "points": -0.5},
    ]


def test_the_table_says_what_each_signal_added_when_asked_to(lotsen: Lotsen) -> None:
    plain, explained = (lotsen("match", *options, "firing").output for options in ((), ("--explain",)))

    assert "-0.50 quality GMP conflicts" not in plain
    assert "+2.00 words" in explained
    assert "-0.50 quality GMP conflicts" in explained


def test_top_bounds_the_list(lotsen: Lotsen) -> None:
    assert len(json.loads(lotsen("match", "--json", "--top", "1", "pots").output)["matches"]) == 1


def test_a_need_or_a_batch_not_both_and_not_neither(lotsen: Lotsen) -> None:
    assert lotsen("match").exit_code == 2
    assert lotsen("match", "--batch", "pots").exit_code == 2


def test_a_batch_answers_line_by_line_in_order(lotsen: Lotsen) -> None:
    result = lotsen("match", "--batch", stdin='{"id": "a", "need": "pots"}\n\n{"id": 2, "need": "submarines"}')

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["id"], answer["outcome"]) for answer in answers] == [("a", "matches"), (2, "nothing_fits")]
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_bad_line_is_answered_with_its_number_and_the_rest_goes_on(lotsen: Lotsen) -> None:
    result = lotsen("match", "--batch", stdin='nonsense\n{"id": "b", "need": "pots"}\n')

    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["line"], second["id"]) == (1, "b")
    assert result.exit_code == 1


def test_a_bad_catalogue_is_told_without_a_traceback(lotsen: Lotsen, tmp_path: Path) -> None:
    (tmp_path / "catalogue" / "kiln.yaml").write_text("id: kiln\n", encoding="utf-8")

    result = lotsen("match", "pots")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: the catalogue cannot be used")
