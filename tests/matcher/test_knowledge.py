import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from matcher.fusion import Fusion, FusionInvalid
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


@pytest.mark.parametrize("signature", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_no_text_is_named_with_its_line(tmp_path: Path, signature: bytes) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(signature + json.dumps(NEED).encode() + b"\n\n\xff\n")

    with pytest.raises(LabelsInvalid) as caught:
        read_labels(file, {"wood/milling"})

    assert caught.value.problems == ("a.jsonl:3: found the byte 0xff, wanted text in UTF-8",)


def test_a_file_that_is_no_text_does_not_hide_the_problems_of_others(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xff")
    labels(tmp_path / "b.jsonl", NEED | {"language": "no"})

    with pytest.raises(LabelsInvalid) as caught:
        read_labels(tmp_path, {"wood/milling"})

    assert [problem.split(":")[0] for problem in caught.value.problems] == ["a.jsonl", "b.jsonl"]


def test_a_signature_before_the_first_line_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(NEED), "utf-8-sig")

    assert read_labels(tmp_path, {"wood/milling"})[0].id == "a-1"


WHOLE = read_fusion(DATA / FITTED).to_json()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (b"", "Expecting value"),
        (json.dumps(WHOLE).encode()[:900], "Expecting"),
        (b"\xff", "can't decode byte 0xff"),
        (b"[" * 100_000, "recursion"),
        (b"{}", "nothing named"),
        (b"[]", "nothing named"),
        (json.dumps(WHOLE | {"scale": "loud"}).encode(), "'loud' as scale"),
        (json.dumps(WHOLE | {"outcomes": {}}).encode(), "nothing named matches"),
        (json.dumps(WHOLE | {"fitted_on": 3}).encode(), "3 as fitted_on"),
        (json.dumps(WHOLE | {"strong_above": "0.7"}).encode(), "'0.7' as strong_above"),
        (json.dumps(WHOLE | {"ranking": {"intercept": 1, "weights": {"sum": None}}}).encode(), "None as sum"),
    ],
)
def test_a_file_that_holds_no_fusion_is_named_with_what_to_do(tmp_path: Path, written: bytes, found: str) -> None:
    (tmp_path / FITTED).write_bytes(written)

    with pytest.raises(FusionInvalid) as caught:
        read_experience(tmp_path, DATA, set())

    said = str(caught.value)
    assert said.startswith(f"{tmp_path / FITTED}: found ")
    assert found in said
    assert "run `lotsen fit`" in said
