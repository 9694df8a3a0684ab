"""What was measured, to read. Ratios are of figures taken side by side; the absolute ones are the machine's."""

from collections.abc import Iterator, Mapping, Sequence

from matcher.benchmark.batch import LINES, Run
from matcher.benchmark.measuring import Measured

HEAD = (
    "",
    "build s",
    "start s",
    "ms a need",
    "1 in 20 ms",
    "× encoder",
    "× product",
    "MB",
    "of it mapped",
    "× encoder",
)


def table(measured: Mapping[int, Mapping[str, Measured]]) -> Iterator[str]:
    """The lines for every size and method.

    Args:
        measured: by size, then by the method's name.
    """
    for size, methods in measured.items():
        rows = [(f"{size:,} entries", *HEAD[1:]), *_bare(list(methods.values()))]
        yield from ("", *_aligned([*rows, *(_row(name, found) for name, found in methods.items())]))


def batch_table(whole: Run, bare: Run) -> Iterator[str]:
    """The lines for the command over many needs."""
    rows = [(f"{LINES:,} lines", "first s", "ms a need", "× encoder", "CPU ms", "× encoder", "MB", "× encoder")]
    for name, run in (("bare encoder", bare), ("lotsen match --batch", whole)):
        need, busy = (_ms(run.need), _x(run.need / bare.need)), (_ms(run.busy), _x(run.busy / bare.busy))
        rows.append((name, f"{run.first:.1f}", *need, *busy, f"{run.memory:.0f}", _x(run.memory / bare.memory)))
    yield from ("", *_aligned(rows))


def _bare(methods: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """The encoder as it was beside the first method."""
    found = methods[0]
    times = (_ms(found.encoder.median), _ms(found.encoder.late))
    ratios = ("1.0", _x(found.encoder.median / found.product.median))
    yield ("bare encoder call", "", "", *times, *ratios, f"{found.encoder_memory:.0f}", "", "1.0")


def _row(name: str, found: Measured) -> tuple[str, ...]:
    need = found.need.median
    return (
        name,
        f"{found.build:.1f}" if found.build else "",
        f"{found.start:.2f}",
        _ms(need),
        _ms(found.need.late),
        _x(need / found.encoder.median),
        _x(need / found.product.median),
        f"{found.memory:.0f}",
        f"{found.mapped:.0f}",
        _x(found.memory / found.encoder_memory) if found.encoder_memory else "",
    )


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}" if seconds < 1 else f"{seconds * 1000:.0f}"


def _x(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}"
