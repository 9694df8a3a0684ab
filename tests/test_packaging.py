import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import click
import pytest

from bot.catalogue_files import read_catalogue
from bot.cli import main
from bot.domain.lifecycle import INTRODUCTION, NEED, IntroductionState, NeedState, mermaid
from bot.shipped import shipped
from bot.slack.manifest import SCOPES
from bot.variables import VARIABLES, Variable

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def commands(group: click.Group, name: str = "lotsen") -> list[str]:
    """Every command that does something, by its full name."""
    found: list[str] = []
    for word, command in group.commands.items():
        full = f"{name} {word}"
        found += commands(command, full) if isinstance(command, click.Group) else [full]
    return found


def test_the_version_stands_in_one_place() -> None:
    written = PROJECT["project"]["version"]
    others = [
        file for room in ("bot", "matcher") for file in (ROOT / room).rglob("*.py") if written in file.read_text()
    ]

    assert version("lotsen") == written
    assert others == []


@pytest.mark.parametrize("command", commands(main))
def test_every_command_stands_in_the_documents_and_has_help(command: str) -> None:
    documents = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    words = command.split()[1:]
    found: click.Command = main
    for word in words:
        assert isinstance(found, click.Group)
        found = found.commands[word]

    assert re.search(rf"lotsen {' '.join(words)}\b|make {words[0]}\b", documents)
    assert found.help


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_every_setting_is_described_in_the_readme_and_in_the_example(variable: Variable[object]) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    described = [b.lstrip("#").split("=")[0] for a, b in pairwise(example) if a.startswith("# ") and "=" in b]

    assert f"| `{variable.name}` |" in README
    assert variable.name in described


def test_the_example_names_no_setting_that_does_not_exist() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)) == {variable.name for variable in VARIABLES}


@pytest.mark.parametrize(
    "diagram",
    [
        mermaid(NEED, NeedState.ASKED, NeedState.FILED),
        mermaid(INTRODUCTION, IntroductionState.APPROVED, IntroductionState.PROPOSED),
    ],
    ids=["need", "introduction"],
)
def test_the_readme_draws_the_lifecycles_as_they_are(diagram: str) -> None:
    assert f"```mermaid\n{diagram}\n```" in README


def test_the_readme_says_what_each_scope_is_for() -> None:
    section = README.split("### What the scopes are for")[1].split("\n#")[0]

    assert dict(re.findall(r"\| `([\w:.]+)` \| (.+) \|", section)) == dict(SCOPES)


def test_the_readme_links_experts_that_the_shipped_catalogue_has() -> None:
    known = read_catalogue(shipped("data/catalogue")).entry_ids

    assert set(re.findall(r"experts (?:un)?link ([\w/-]+)", README)) <= set(known)


def test_links_within_the_repository_lead_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))

        assert [link for link in links if not (ROOT / link).exists()] == []


def test_what_the_command_needs_beside_the_code_is_shipped() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert wheel == {name: f"bot/shipped/{name}" for name in wheel}
    assert all(shipped(name).exists() for name in wheel)


def test_all_data_but_the_pictures_of_the_readme_is_shipped() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    data = {f"data/{each.name}" for each in (ROOT / "data").iterdir()} - {"data/pictures"}

    assert {name for name in wheel if name.startswith("data")} == data


def test_help_does_not_load_what_only_the_bot_needs() -> None:
    heavy = ("slack_bolt", "aiohttp", "sentence_transformers", "sklearn", "pydantic")
    code = f"import sys, bot.cli; print([m for m in {heavy} if m in sys.modules])"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout == "[]\n"
