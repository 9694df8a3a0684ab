import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from matcher.fusion import Fusion
from matcher.knowledge import FITTED, UNFITTED, read_experience, read_fusion, read_labels, read_language, write_fusion
from matcher.labels import LabelsInvalid

DATA = Path(__file__).parents[2] / "data"
NEED = {"id": "a-1", "language": "en", "need": "oak", "outcome": "matches", "relevant": {"wood/milling": 3}}


def labels(file: Path, *needs: dict) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(json.dumps(need, ensure_ascii=False) + "\n" for need in needs), "utf-8")


def test_the_shipped_language_is_read() -> None:
    language = read_language(DATA)

    assert language.glossary.knows("möss")
    assert language.limits.read("enligt GMP").wants("quality") == {"GMP"}
    assert language.key == language.glossary.key


def test_no_shipped_need_stands_twice_least_of_all_on_both_sides_of_the_split() -> None:
    lines = "".join(file.read_text("utf-8") for file in (DATA / "needs").glob("*.jsonl")).split("\n")

    said = Counter(" ".join(json.loads(line)["need"].lower().split()) for line in lines if line)

    assert [need for need, times in said.items() if times > 1] == []


def test_a_catalogue_without_a_fitted_fusion_gets_the_fixed_one(tmp_path: Path) -> None:
    labels(tmp_path / "needs" / "a.jsonl", NEED)

    experience = read_experience(tmp_path, DATA, {"wood/milling"})

    assert (experience.needs, experience.fusion) == ((), read_fusion(DATA / UNFITTED))


def test_a_fitted_fusion_comes_with_its_needs(tmp_path: Path) -> None:
    labels(tmp_path / "needs" / "a.jsonl", NEED)
    shutil.copy(DATA / FITTED, tmp_path)

    experience = read_experience(tmp_path, DATA, {"wood/milling"})

    assert [need.id for need in experience.needs] == ["a-1"]
    assert experience.fusion == read_fusion(DATA / FITTED)


def test_reads_the_files_of_a_folder_by_name(tmp_path: Path) -> None:
    labels(tmp_path / "b.jsonl", NEED | {"id": "b"})
    labels(tmp_path / "a.jsonl", NEED | {"id": "a"})
    (tmp_path / "README.md").write_text("not a need")

    assert [need.id for need in read_labels(tmp_path, {"wood/milling"})] == ["a", "b"]


def test_reads_one_file(tmp_path: Path) -> None:
    labels(tmp_path / "a.jsonl", NEED)

    assert len(read_labels(tmp_path / "a.jsonl", {"wood/milling"})) == 1


@pytest.mark.parametrize("pasted", ["\u2028", "\x85", "\u2029", "\f"])
def test_a_pasted_line_separator_does_not_end_a_need(tmp_path: Path, pasted: str) -> None:
    labels(tmp_path / "a.jsonl", NEED | {"need": f"oak{pasted}chairs"})

    assert read_labels(tmp_path, {"wood/milling"})[0].need == f"oak{pasted}chairs"


def test_names_the_problems_of_every_file(tmp_path: Path) -> None:
    labels(tmp_path / "a.jsonl", NEED | {"language": "no"})
    labels(tmp_path / "b.jsonl", NEED | {"relevant": {"metal/milling": 1}})

    with pytest.raises(LabelsInvalid) as caught:
        read_labels(tmp_path, {"wood/milling"})

    assert [problem.split(": ")[:2] for problem in caught.value.problems] == [
        ["a.jsonl:1", "language"],
        ["b.jsonl:1", "relevant"],
    ]


@pytest.mark.parametrize("name", [FITTED, UNFITTED])
def test_a_fusion_is_written_as_it_is_read(tmp_path: Path, name: str) -> None:
    fusion = read_fusion(DATA / name)

    write_fusion(fusion, tmp_path / "fusion.json")

    assert read_fusion(tmp_path / "fusion.json") == fusion


def test_coefficients_are_written_with_six_digits(tmp_path: Path) -> None:
    fusion = Fusion.from_json(
        read_fusion(DATA / UNFITTED).to_json() | {"fitted_on": {"folds": [1 / 3, 2], "by": "hand"}}
    )

    write_fusion(fusion, tmp_path / "fusion.json")

    assert read_fusion(tmp_path / "fusion.json").fitted_on == {"folds": [0.333333, 2], "by": "hand"}
