"""What the matcher knows besides a catalogue: glossary, words of limits, labelled needs, fitted coefficients.

The only module of the matcher that reads the data folder; what is read becomes values of the other modules.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from matcher.fusion import Fusion, FusionInvalid
from matcher.glossary import Glossary, parse_glossary
from matcher.labels import LabelledNeed, LabelsInvalid, parse_labels
from matcher.limits import LimitReader
from matcher.writing import whole

FITTED = "fusion.json"
UNFITTED = "fusion-default.json"

# With the signature that some programs put before the first line.
_TEXT = "utf-8-sig"

# The C parser where it was built: ten times as fast.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Language:
    """What is known of the two languages; the same for every catalogue."""

    glossary: Glossary
    limits: LimitReader

    @property
    def key(self) -> str:
        """Unlike for every other glossary, so that vectors of Swedish texts are made anew when it grows."""
        return self.glossary.key


@dataclass(frozen=True)
class Experience:
    """What was learned with one catalogue: its labelled needs, and the fusion fitted on them."""

    needs: tuple[LabelledNeed, ...]
    fusion: Fusion


def read_language(data: Path) -> Language:
    """Glossary and limits from the data folder."""
    files = {file.name: file.read_text(encoding=_TEXT) for file in (data / "glossary").glob("*.tsv")}
    words = yaml.load((data / "limits.yaml").read_text(encoding=_TEXT), Loader=_LOADER)  # noqa: S506 - both are safe
    return Language(parse_glossary(files), LimitReader(words))


def read_experience(home: Path, data: Path, known: Collection[str]) -> Experience:
    """What was learned beside a catalogue; without a fitted fusion the fixed one that holds for any catalogue.

    Args:
        home: the folder that holds the catalogue's folder.
        data: the folder that came with the matcher.
        known: the catalogue's ids.

    Raises:
        LabelsInvalid: with every problem of every file of labelled needs.
        FusionInvalid: the fusion that was fitted is none.
    """
    fitted = home / FITTED
    if not fitted.exists():
        return Experience((), read_fusion(data / UNFITTED))
    fusion = read_fusion(fitted)
    return Experience(tuple(read_labels(home / "needs", known)), fusion)


def read_labels(path: Path, known: Collection[str]) -> list[LabelledNeed]:
    """The labelled needs of a file, or of a folder's JSON Lines by name.

    Raises:
        LabelsInvalid: with every problem of every file.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    needs: list[LabelledNeed] = []
    problems: list[str] = []
    for file in files:
        try:
            # Not `splitlines`, which would also cut a need at a pasted form feed or line separator.
            needs += parse_labels(file.name, _text(file).split("\n"), known)
        except LabelsInvalid as error:
            problems += error.problems
    if problems:
        raise LabelsInvalid(problems)
    return needs


def _text(file: Path) -> str:
    """The text of a file of labelled needs, or the line that is none as a problem of the labels."""
    raw = file.read_bytes()
    try:
        return raw.decode(_TEXT)
    except UnicodeDecodeError as error:
        # Counted in what was decoded, which a signature is no part of.
        line, byte = error.object.count(b"\n", 0, error.start) + 1, error.object[error.start]
        raise LabelsInvalid([f"{file.name}:{line}: found the byte 0x{byte:02x}, wanted text in UTF-8"]) from error


def read_fusion(file: Path) -> Fusion:
    """A fusion that `write_fusion` wrote.

    Raises:
        FusionInvalid: with the file, what was found in it, and what to do.
    """
    try:
        return Fusion.from_json(json.loads(file.read_text(encoding=_TEXT)))
    except (ValueError, RecursionError) as error:
        raise FusionInvalid(
            f"{file}: found {error}, wanted what `lotsen fit` writes; put a whole copy in its place, or remove it and "
            "run `lotsen fit`"
        ) from error


def write_fusion(fusion: Fusion, file: Path) -> None:
    """Write a fusion's coefficients, readable, whole or not at all."""
    with whole(file) as unfinished:
        unfinished.write_text(json.dumps(_rounded(fusion.to_json()), indent=1) + "\n", encoding="utf-8")


def _rounded(value: object) -> object:
    """Six significant digits: what a coefficient has to say, and small changes stay small in the history."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list) else value
