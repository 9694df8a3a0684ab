from pathlib import Path

from tests.cli.command import Lotsen


def test_a_good_catalogue_is_counted(lotsen: Lotsen) -> None:
    result = lotsen("catalogue", "check")

    assert result.exit_code == 0
    assert result.output == "catalogue: 1 units, 2 services, 1 experts, no problems\n"


def test_every_problem_of_every_file_is_a_line_and_the_exit_code_is_one(lotsen: Lotsen, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "loom.yaml").write_text("id: loom\ncolour: blue\n", encoding="utf-8")
    (other / "mill.yaml").write_text("id: [\n", encoding="utf-8")

    result = lotsen("catalogue", "check", "other")

    assert result.exit_code == 1
    assert "loom.yaml: colour: found an unknown key" in result.stdout
    assert "mill.yaml: line 2" in result.stdout


def test_a_folder_that_is_not_there_is_one_problem(lotsen: Lotsen) -> None:
    result = lotsen("catalogue", "check", "nowhere")

    assert result.exit_code == 1
    assert result.stdout == "nowhere: found nothing, wanted a folder of YAML files\n"


def test_a_service_is_shown_in_both_languages(lotsen: Lotsen) -> None:
    result = lotsen("catalogue", "show", "kiln/firing")

    assert result.exit_code == 0
    assert "Bränning av stora krukor" in result.output


def test_a_unit_is_shown_with_its_services(lotsen: Lotsen) -> None:
    assert "kiln/glazing" in lotsen("catalogue", "show", "kiln").output


def test_an_unknown_id_is_answered_with_ids_like_it(lotsen: Lotsen) -> None:
    result = lotsen("catalogue", "show", "kiln/fireing")

    assert result.exit_code == 1
    assert result.stderr == "Error: the catalogue has no kiln/fireing; did you mean kiln/firing or kiln/glazing?\n"
