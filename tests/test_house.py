import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENTRY_VALUES = ("matcher.entries", "matcher.answer")

# Which room may import which, lowest floor first. A module belongs to the longest name that fits it; what stands in no
# list may not be imported, and modules of one room may import each other.
ROOMS: dict[str, tuple[str, ...]] = {
    "matcher": (),
    # A program of its own, which measures the matcher on the shipped catalogue.
    "matcher.benchmark": ("matcher", "bot.catalogue_files", "bot.settings", "bot.shipped"),
    "bot": (),
    "bot.shipped": (),
    "bot.logs": (),
    "bot.variables": ("bot.domain", "bot.shipped"),
    "bot.settings": ("bot", "bot.variables"),
    "bot.domain": ENTRY_VALUES,
    "bot.catalogue_files": ("bot.domain",),
    "bot.storage": ("bot.domain", "matcher.answer", "matcher.writing"),
    "bot.desk": ("bot.domain", "bot.storage.ports", "matcher.answer", "matcher.context", "matcher.labels"),
    "bot.workers": ("bot.desk", "bot.storage.ports"),
    "bot.clock": ("bot.desk", "bot.domain"),
    "bot.nightly": ("bot.storage",),
    "bot.roll_call": ("bot.desk",),
    "bot.slack.wording": ("bot.domain", "matcher.answer", "bot.slack.blocks"),
    "bot.slack.views": ("bot.domain", "matcher.answer", "matcher.context", "bot.slack.wording", "bot.slack.blocks"),
    # The advisors' desk is a room of its own, which the views and the wording of companies and experts cannot see into.
    "bot.slack.wording.desk": ("bot.domain", "matcher.answer", "bot.slack.wording", "bot.slack.blocks"),
    "bot.slack.views.desk": (
        "bot.domain",
        "matcher.answer",
        "bot.slack.wording",
        "bot.slack.blocks",
        "bot.slack.views",
    ),
    "bot.slack.listeners.desk": ("bot.domain", "bot.desk", "bot.storage.ports", "bot.slack"),
    "bot.slack.listeners": ("bot.domain", "bot.desk", "bot.storage.ports", "bot.slack"),
    "bot.slack": ("bot.domain", "bot.desk", "bot.storage.ports", "matcher.answer", "matcher.context", "bot.slack"),
    "bot.rehearsal": (),
    "bot.wiring": ("bot", "matcher"),
    "bot.running": ("bot.storage.ports", "bot.workers"),
    "bot.doctor": (
        "bot.catalogue_files",
        "bot.settings",
        "bot.slack.manifest",
        "bot.wiring",
        "bot.domain",
        "bot.storage",
        "matcher.encoders",
        "matcher.fusion",
        "matcher.labels",
        "matcher.models",
    ),
    "bot.demo": (
        "bot.settings",
        "bot.shipped",
        "bot.wiring",
        "bot.domain",
        "bot.rehearsal",
        "bot.storage.ports",
        "bot.slack.views",
    ),
    "bot.cli": ("bot", "matcher"),
}

# The floors of the matcher, lowest first: a module imports from its own floor and those below it.
MATCHER_FLOORS: tuple[tuple[str, ...], ...] = (
    # Values, and what knows nothing of the others.
    ("answer", "context", "entries", "text", "products", "ragged", "writing", "quiet", "encoders"),
    # Languages; what is kept on disk; models.
    (
        "language",
        "glossary",
        "negation",
        "asides",
        "phrases",
        "limits",
        "labels",
        "postings",
        "vectors",
        "minilm",
        "models",
        "bilingual",
    ),
    # A catalogue and a need.
    ("corpus", "query", "candidates", "ranking"),
    ("signals",),
    # From signals to scores, and from scores to words.
    ("features", "fusion", "shares", "scoring", "parts", "naming", "question", "reasons", "knowledge"),
    ("building", "engine"),
    # What is learned and measured before anybody asks.
    (
        "fitting",
        "fixed",
        "crossvalidation",
        "baselines",
        "thinning",
        "study",
        "evaluation",
        "refitting",
        "plots",
        "metrics",
        "benchmark",
    ),
)

# Libraries that are to be met in one place only, so that replacing one is work in one place.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "sentence_transformers": ("matcher.encoders", "matcher.minilm"),
    "huggingface_hub": ("matcher.encoders",),
    "transformers": ("matcher.quiet",),
    "torch": ("matcher.minilm",),
    "onnxruntime": ("matcher.minilm",),
    "lingua": ("matcher.language",),
    "Stemmer": ("matcher.text",),
    "sklearn": ("matcher.postings", "matcher.fitting", "matcher.baselines"),
    "slack_bolt": ("bot.slack", "bot.wiring"),
    "slack_sdk": ("bot.slack", "bot.doctor.workspace", "bot.cli.errors"),
    "sqlite_utils": ("bot.storage", "bot.doctor.local"),
    "aiohttp": ("bot.rehearsal",),
    "yaml": ("bot.catalogue_files", "bot.cli.catalogue", "matcher.knowledge"),
    "click": ("bot.cli",),
    "dotenv": ("bot.settings",),
    "phonenumbers": ("bot.domain.secrets",),
}

# Where words for advisors only are opened: what advisors read, what their own author asks for, and the record.
OPENED = (
    "bot.slack.views.advisors",
    "bot.slack.views.desk",
    "bot.cli.case_lines",
    "bot.desk.export",
    "bot.storage.keeping",
)

MODULES = sorted(file.relative_to(ROOT) for room in ("bot", "matcher") for file in (ROOT / room).rglob("*.py"))
each_module = pytest.mark.parametrize("file", MODULES, ids=str)


def name_of(file: Path) -> str:
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(file) for file in MODULES}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in NAMES else node.module


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def room_of(module: str) -> str:
    return max((room for room in ROOMS if within(module, room)), key=len)


FLOORS = {f"matcher.{name}": number for number, names in enumerate(MATCHER_FLOORS) for name in names}


def floor_of(module: str) -> int:
    return FLOORS[".".join(module.split(".")[:2])]


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def nesting(node: ast.AST) -> int:
    """How deep blocks stand in each other below a node; an elif is no deeper than its if."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        opens = isinstance(child, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.AsyncFor | ast.AsyncWith)
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, (opens and not is_elif) + nesting(child))
    return deepest


@each_module
def test_imports_only_what_its_room_may_know(file: Path) -> None:
    module = name_of(file)
    room = room_of(module)
    ours = [other for other in imported(file) if other.split(".")[0] in {"bot", "matcher"}]

    # A bare room such as "bot" allows every module below it.
    strangers = [o for o in ours if room_of(o) != room and not any(within(o, known) for known in ROOMS[room])]

    assert strangers == []


@pytest.mark.parametrize(
    "file", [file for file in MODULES if file.parts[0] == "matcher" and file.parts[1:] != ("__init__.py",)], ids=str
)
def test_a_module_of_the_matcher_imports_from_no_higher_floor(file: Path) -> None:
    module = name_of(file)
    ours = [other for other in imported(file) if within(other, "matcher") and other != "matcher"]

    assert [other for other in ours if floor_of(other) > floor_of(module)] == []


@each_module
def test_a_library_is_met_in_its_own_place_only(file: Path) -> None:
    module = name_of(file)
    libraries = {other.split(".")[0] for other in imported(file)} & set(LIBRARIES)

    assert [name for name in libraries if not any(within(module, place) for place in LIBRARIES[name])] == []


@each_module
def test_words_for_advisors_are_opened_where_advisors_are_told_only(file: Path) -> None:
    opens = any(isinstance(node, ast.Attribute) and node.attr == "for_advisors" for node in ast.walk(tree(file)))

    assert not opens or any(within(name_of(file), place) for place in OPENED)


def test_imports_run_in_no_circle() -> None:
    graph = {name_of(file): {o for o in imported(file) if o in NAMES} - {name_of(file)} for file in MODULES}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@each_module
def test_only_the_settings_read_the_environment(file: Path) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")

    assert name_of(file) == "bot.settings" or not re.search(r"\bos\.(environ|getenv|putenv)\b|import environ\b", text)


@each_module
def test_no_file_is_longer_than_300_lines_and_no_function_than_40(file: Path) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
    long = [f.name for f in functions(file) if (f.end_lineno or 0) - f.lineno + 1 > 40]

    assert lines <= 300
    assert long == []


@each_module
def test_blocks_stand_at_most_three_deep(file: Path) -> None:
    assert [f.name for f in functions(file) if nesting(f) > 3] == []


@each_module
def test_a_module_opens_by_saying_what_lives_in_it(file: Path) -> None:
    assert len(ast.get_docstring(tree(file)) or "") > 20


@each_module
def test_no_name_is_a_drawer(file: Path) -> None:
    assert not {"utils", "util", "helpers", "common", "misc", "manager"} & set(file.with_suffix("").parts)


@each_module
def test_nothing_is_left_to_do_later(file: Path) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")

    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)


def test_every_module_of_the_matcher_stands_on_a_floor() -> None:
    assert {".".join(name.split(".")[:2]) for name in NAMES if name.startswith("matcher.")} == set(FLOORS)


def test_every_room_of_the_table_exists() -> None:
    assert [room for room in ROOMS if not any(within(name, room) for name in NAMES)] == []
