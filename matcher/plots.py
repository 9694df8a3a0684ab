"""Pictures of an evaluation, as PNG files by matplotlib. The figures come from `evaluation.tables`."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from matcher.evaluation.judging import ALONE, FUSION, LOTSEN
from matcher.evaluation.tables import Quality, Section
from matcher.fusion import OUTCOMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_OURS: Final = "#0b5d7a"
_SIGNALS: Final = "#5b93a7"
_OTHERS: Final = "#c9d6db"
_INK: Final = "#22313a"
_LANGUAGES: Final = {"en": "English", "sv": "Swedish", "other": "other languages"}
_SAID: Final = {"matches": "matches", "nothing_fits": "nothing fits", "not_a_need": "no need", "unclear": "unclear"}
# With fewer needs a language's bars would be mostly chance.
_FEWEST: Final = 20
_DOTS_PER_INCH: Final = 150


def draw(sections: Mapping[str, Section], folder: Path) -> list[Path]:
    """Draw each section's reliability curve, confusion and methods; the files that were written.

    Args:
        sections: by the word that the files' names begin with.
        folder: made when it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, figures in sections.items():
        for kind, drawing in _drawings(figures).items():
            file = folder / f"{name}-{kind}.png"
            drawing(figures).savefig(file, dpi=_DOTS_PER_INCH, facecolor="white")
            written.append(file)
    return written


def _drawings(section: Section) -> "dict[str, Callable[[Section], Figure]]":
    """What can be drawn; where nobody serves any of the needs, there are no rankings to compare."""
    drawings: dict[str, Callable[[Section], Figure]] = {"reliability": _reliability, "confusion": _confusion}
    if section.languages:
        drawings["methods"] = _methods
    return drawings


def _figure(width: float, height: float, columns: int = 1) -> "tuple[Figure, Sequence[Axes]]":
    """An empty picture that never asks for a screen."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots(1, columns, squeeze=False)[0].tolist()
    for ax in axes:
        ax.spines[["top", "right"]].set_visible(False)
        ax.tick_params(colors=_INK, labelsize=9)
    return figure, axes


def _reliability(section: Section) -> "Figure":
    figure, (ax,) = _figure(5.6, 5.6)
    ax.plot([0, 1], [0, 1], color="#bbbbbb", linestyle="--", linewidth=1, zorder=1)
    most = max(b.needs for b in section.calibration.bins)
    for b in section.calibration.bins:
        ax.plot([b.claimed, b.claimed], _likely(b.true, b.needs), color=_OTHERS, linewidth=1.5, zorder=2)
        ax.scatter(b.claimed, b.true, s=20 + 300 * b.needs / most, color=_OURS, zorder=3)
        offset = 8 + 8 * (b.needs / most) ** 0.5
        ax.annotate(
            str(b.needs), (b.claimed, b.true), xytext=(offset, -4), textcoords="offset points", fontsize=8, color=_INK
        )
    ax.set(xlim=(-0.04, 1.08), ylim=(-0.04, 1.04), xlabel="confidence of the first match", aspect="equal")
    ax.set_ylabel("how often an advisor would introduce it")
    error = section.calibration.error
    ax.set_title(
        f"How sure, and how often right: {section.needs} needs, calibration error {error:.3f}\n"
        "number of needs beside each dot, lines are 95 % intervals", fontsize=10,
    )  # fmt: skip
    return figure


def _likely(share: float, needs: int) -> tuple[float, float]:
    """Where a share of so few needs may truly lie, in 95 cases of 100: Wilson, 1927."""
    z = 1.96
    centre = (share + z * z / (2 * needs)) / (1 + z * z / needs)
    reach = z * (share * (1 - share) / needs + z * z / (4 * needs * needs)) ** 0.5 / (1 + z * z / needs)
    return centre - reach, centre + reach


def _confusion(section: Section) -> "Figure":
    figure, (ax,) = _figure(6.2, 4.6)
    counts = np.array([[section.confusion.get(w, {}).get(g, 0) for g in OUTCOMES] for w in OUTCOMES])
    shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), count in np.ndenumerate(counts):
        color = "white" if shares[row, column] > 0.5 else _INK  # noqa: PLR2004 - half way up the colours
        ax.text(column, row, f"{count}", ha="center", va="center", color=color, fontsize=11)
    rows = [f"{_SAID[o]} ({total})" for o, total in zip(OUTCOMES, counts.sum(1), strict=True)]
    ax.set_xticks(range(len(OUTCOMES)), list(_SAID.values()))
    ax.set_yticks(range(len(OUTCOMES)), rows)
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    ax.set(xlabel="what Lotsen said", ylabel="what an advisor would say")
    ax.set_title(f"When to speak and when to be silent: {section.needs} needs", fontsize=11)
    return figure


def _methods(section: Section) -> "Figure":
    from matplotlib.patches import Patch

    languages = [name for name in _LANGUAGES if _needs(section.languages.get(name, {})) >= _FEWEST] or ["all"]
    order = sorted(section.languages["all"], key=lambda method: section.languages["all"][method].ndcg.value)
    figure, axes = _figure(4.2 + 3.4 * len(languages), 1.4 + 0.3 * len(order), len(languages))
    for ax, language in zip(axes, languages, strict=True):
        _bars(ax, section.languages[language], order)
        needs = _needs(section.languages[language])
        ax.set_title(f"{_LANGUAGES.get(language, 'all languages')}, {needs} needs", fontsize=11)
        ax.set_yticks(range(len(order)), order if ax is axes[0] else [])
    kinds = {"Lotsen": _OURS, "one of its signals": _SIGNALS, "plain method": _OTHERS}
    patches = [Patch(color=color, label=kind) for kind, color in kinds.items()]
    figure.legend(handles=patches, loc="outside lower center", ncols=len(kinds), frameon=False, fontsize=9)
    for label, method in zip(axes[0].get_yticklabels(), order, strict=True):
        label.set_fontweight("bold" if method in {LOTSEN, FUSION} else "normal")
    return figure


def _color(method: str) -> str:
    """Lotsen, its own signals, and what others would use."""
    if method in {LOTSEN, FUSION}:
        return _OURS
    return _SIGNALS if method.endswith(ALONE) else _OTHERS


def _needs(qualities: Mapping[str, Quality]) -> int:
    return qualities[FUSION].ndcg.needs if qualities else 0


def _bars(ax: "Axes", qualities: Mapping[str, Quality], order: Sequence[str]) -> None:
    for place, method in enumerate(order):
        depth, first = qualities[method].ndcg, qualities[method].first_right
        color = _color(method)
        ax.barh(place, depth.value, color=color, height=0.7)
        ax.plot([depth.low, depth.high], [place, place], color=_INK, linewidth=1)
        ax.plot(first.value, place, marker="o", markersize=4, markerfacecolor="white", markeredgecolor=_INK)
        ax.text(0.02, place, f"{depth.value:.2f}", va="center", fontsize=8, color="white" if color != _OTHERS else _INK)
    ax.set(xlim=(0, 1.03), ylim=(-0.6, len(order) - 0.4), xticks=[0, 0.25, 0.5, 0.75, 1])
    ax.set_xlabel("bar: nDCG@5 with its 95 % interval; ring: first right", fontsize=9, color=_INK)
    ax.tick_params(axis="y", length=0)
