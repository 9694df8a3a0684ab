"""Where the files that come with Lotsen are: its catalogue and the app's manifest. Nothing is read here."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent


def shipped(name: str) -> Path:
    """The path of a file or folder, in an installed package or, failing that, in the source tree."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.exists() else _PACKAGE.parent / name
