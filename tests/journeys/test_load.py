from pathlib import Path

import pytest

from tests.journeys.load import Size, run
from tests.patience import PATIENT

pytestmark = pytest.mark.slow


def test_a_few_companies_at_once_are_all_answered_once_and_in_order(tmp_path: Path) -> None:
    report = run(tmp_path, Size(companies=5, introductions=10, warnings=3, seconds=1), **PATIENT)

    assert len(report.answered) == len(report.asked) == 5
    assert (report.lost, report.repeated, report.disordered) == (0, 0, 0)
