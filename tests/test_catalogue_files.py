"""Reading a folder of catalogue files, good and bad."""

import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue_files import read_catalogue
from bot.domain.catalogue import CatalogueInvalid

WORKSHOP = Path(__file__).parent / "data/workshop-catalogue"
SHIPPED = Path(__file__).parents[1] / "data/catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORKSHOP, tmp_path / "catalogue"))


def problems(folder: Path) -> list[str]:
    with pytest.raises(CatalogueInvalid) as caught:
        read_catalogue(folder)
    return [str(problem) for problem in caught.value.problems]


def test_reads_every_yaml_file_and_nothing_else(folder: Path) -> None:
    (folder / "README.md").write_text("not a unit")
    assert [unit.id for unit in read_catalogue(folder).infrastructures] == ["dye-garden", "timber-workshop"]


@pytest.mark.parametrize("file", [*SHIPPED.glob("*.yaml"), *WORKSHOP.glob("*.yaml")], ids=lambda file: file.stem)
def test_every_file_reads_the_same_where_libyaml_is_missing(file: Path) -> None:
    text = file.read_text("utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=yaml.CSafeLoader)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "id: [a\nb: c",
            "line 2, column 2: found text that YAML cannot take (did not find expected ',' or ']'), wanted valid YAML",
        ),
        ("id: a\nname: b\nid: c", 'line 3, column 1: found the key "id" a second time, wanted each key once'),
        ("- {en: a, en: b}", 'line 1, column 11: found the key "en" a second time, wanted each key once'),
        ("id: &x a\nname: *x", "line 2, column 7: found the alias *x, wanted the text written out"),
        ("id: !!int a", "line 1, column 5: found the tag tag:yaml.org,2002:int, wanted a value without a tag"),
        ("[" * 30, "line 1, column 21: found lists within lists without end, wanted a few levels"),
        ("{[a]: b}", "line 1, column 2: found text that YAML cannot take (found unhashable key), wanted valid YAML"),
        ("id: \x00", "found a character or number beyond YAML, wanted valid YAML"),
        ("id: " + "9" * 5000, "found a character or number beyond YAML, wanted valid YAML"),
    ],
)
def test_names_the_place_that_is_no_yaml(folder: Path, text: str, line: str) -> None:
    (folder / "broken.yaml").write_text(text, "utf-8")
    assert problems(folder) == [f"broken.yaml: {line}"]


def test_names_unreadable_files_and_wrong_ones_in_one_run(folder: Path) -> None:
    (folder / "broken.yaml").write_bytes(b"id: broken\nname: caf\xe9")
    (folder / "dye-garden.yaml").write_text((folder / "dye-garden.yaml").read_text("utf-8") + "colour: red\n", "utf-8")
    assert [line.split(", wanted")[0] for line in problems(folder)] == [
        "broken.yaml: found the byte 0xe9 at position 20",
        "dye-garden.yaml: colour: found an unknown key",
    ]


def test_a_date_that_does_not_exist_is_a_problem_of_its_field(folder: Path) -> None:
    garden = folder / "dye-garden.yaml"
    garden.write_text(garden.read_text("utf-8") + "confirmed: 2026-02-31\n", "utf-8")
    assert problems(folder) == ['dye-garden.yaml: confirmed: found "2026-02-31", wanted a real date such as 2026-05-31']


def test_takes_a_byte_order_mark(folder: Path) -> None:
    garden = folder / "dye-garden.yaml"
    garden.write_bytes(b"\xef\xbb\xbf" + garden.read_bytes())
    assert read_catalogue(folder).infrastructure("dye-garden")


def test_a_folder_named_like_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "boxes.yaml").mkdir()
    assert problems(folder) == ["boxes.yaml: found a folder, wanted a file that can be read"]


def test_a_file_with_the_short_ending_is_not_overlooked(folder: Path) -> None:
    (folder / "dye-garden.yaml").rename(folder / "dye-garden.yml")
    assert problems(folder) == ["dye-garden.yml: found a name ending in .yml, wanted dye-garden.yaml"]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "none") == [f"{tmp_path / 'none'}: found nothing, wanted a folder of YAML files"]


def test_a_file_is_no_folder() -> None:
    file = WORKSHOP / "dye-garden.yaml"
    assert problems(file) == [f"{file}: found a file, wanted a folder of YAML files"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == [f"{tmp_path}: found no file named *.yaml, wanted at least one"]


@given(st.binary() | st.text(alphabet="ab:- \n[]{}&*!'\"#|>?%@`\t0\u2028", max_size=60).map(str.encode))
def test_whatever_stands_in_a_file_it_only_gives_problems(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "a.yaml").write_bytes(content)
        with pytest.raises(CatalogueInvalid):
            read_catalogue(Path(name))
