"""Reading a catalogue from a folder of YAML files: the only place that opens them.

What the files must hold is decided in `bot.domain.catalogue`; here a file becomes plain lists, mappings and
texts, or a problem with the line and column where it cannot be read. Of YAML only what people write by hand
is taken: no aliases, no tags, no key twice.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import yaml

from bot.domain.catalogue import Catalogue, CatalogueInvalid, Problem

#: libyaml is ten times faster than the same loader in Python, and is missing from some builds of PyYAML.
_Base: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Deeper than any catalogue. libyaml ends the whole process on nesting without end, so it never gets that far.
_DEEPEST: Final = 20


class _Loader(_Base):  # type: ignore[misc, valid-type]
    """The safe loader, with dates left as text so that an impossible one can be named as such."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML reads it from the class
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Mark(Protocol):
    """A place in a file, counted from nought; libyaml and PyYAML have a class of their own each."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue made of all `*.yaml` files of a folder.

    Raises:
        CatalogueInvalid: with every problem of every file, or the one that there is nothing to read.
    """
    documents: dict[str, object] = {}
    problems = list(_folder_problems(folder))
    for file in sorted(folder.glob("*.yaml")):
        try:
            documents[file.name] = _document(file)
        except CatalogueInvalid as invalid:
            problems.extend(invalid.problems)
    try:
        catalogue = Catalogue.from_documents(documents)
    except CatalogueInvalid as invalid:
        raise CatalogueInvalid([*problems, *invalid.problems]) from invalid
    if problems:
        raise CatalogueInvalid(problems)
    return catalogue


def _folder_problems(folder: Path) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem(str(folder), "", "a file" if folder.exists() else "nothing", "a folder of YAML files")
    elif not any(folder.glob("*.yaml")):
        yield Problem(str(folder), "", "no file named *.yaml", "at least one")
    for file in sorted(folder.glob("*.yml")):
        yield Problem(file.name, "", "a name ending in .yml", f"{file.stem}.yaml")


def _document(file: Path) -> object:
    text = _text(file)
    try:
        _check_events(file.name, text)
        loader = _Loader(text)
        node = loader.get_single_node()
        doubles = list(_doubles(file.name, node))
        if doubles:
            raise CatalogueInvalid(doubles)
        return None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        found = f"text that YAML cannot take ({error.problem})"
        raise _invalid(file.name, error.problem_mark, found, "valid YAML") from error
    except (yaml.YAMLError, ValueError) as error:
        raise _invalid(file.name, None, "a character or number beyond YAML", "valid YAML") from error


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"the byte 0x{error.object[error.start]:02x} at position {error.start}"
        raise _invalid(file.name, None, byte, "text in UTF-8") from error
    except IsADirectoryError as error:
        raise _invalid(file.name, None, "a folder", "a file that can be read") from error
    except OSError as error:
        raise _invalid(file.name, None, error.strerror or "an error", "a file that can be read") from error


def _check_events(name: str, text: str) -> None:
    """Look over the file without building anything from it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _invalid(name, event.start_mark, "lists within lists without end", "a few levels")
        if isinstance(event, yaml.AliasEvent):
            raise _invalid(name, event.start_mark, f"the alias *{event.anchor}", "the text written out")
        tag = getattr(event, "tag", None)
        if tag:
            raise _invalid(name, event.start_mark, f"the tag {tag}", "a value without a tag")


def _doubles(name: str, root: yaml.Node | None) -> Iterator[Problem]:
    for mapping in _mappings(root):
        seen: set[str] = set()
        for key, _ in mapping.value:
            written = str(key.value)
            if written in seen:
                yield Problem(name, _place(key.start_mark), f'the key "{written}" a second time', "each key once")
            seen.add(written)


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    within: list[yaml.Node] = []
    if isinstance(node, yaml.MappingNode):
        yield node
        within = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        within = node.value
    for child in within:
        yield from _mappings(child)


def _invalid(name: str, mark: _Mark | None, found: str, wanted: str) -> CatalogueInvalid:
    return CatalogueInvalid([Problem(name, _place(mark) if mark else "", found, wanted)])


def _place(mark: _Mark) -> str:
    return f"line {mark.line + 1}, column {mark.column + 1}"
