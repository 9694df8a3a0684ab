"""What holds for all tests: where they keep files, and that no clock decides. Fixtures stand beside their tests."""

import os
import shutil
from pathlib import Path

from hypothesis import HealthCheck, settings

_MEMORY = Path("/dev/shm")
_ENOUGH = 2 * 1024**3


def pytest_configure() -> None:
    """Use a file system in memory where there is one: SQLite waits for the disk at each of many thousand commits."""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


# No test fails because the machine is slow.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
