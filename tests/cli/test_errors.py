import sqlite3

import pytest
from slack_sdk.errors import SlackClientError

from bot.cli.errors import explanation
from bot.domain.catalogue import CatalogueInvalid, NotInCatalogue, Problem
from bot.running import AlreadyRunning
from bot.settings import Fault, SettingsInvalid
from bot.slack.app import CannotListen
from matcher.encoders import ModelUnavailable
from matcher.fusion import FusionInvalid
from matcher.labels import LabelsInvalid
from matcher.models import CacheUnavailable


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SettingsInvalid([Fault("PORT", "'x'", "a number")]), "PORT: found 'x', wanted a number"),
        (CatalogueInvalid([Problem("kiln.yaml", "id", "nothing", "an id")]), "kiln.yaml: id: found nothing"),
        (NotInCatalogue("kiln", ["kiln2"]), "did you mean kiln2?"),
        (ModelUnavailable("no model is called moon"), "no model is called moon"),
        (LabelsInvalid(["english.jsonl: line 3: found nothing"]), "english.jsonl: line 3"),
        (LabelsInvalid(["ours.jsonl: line 3: found nothing"]), "the labelled needs cannot be used until"),
        (CacheUnavailable("LOTSEN_CACHE='afile': found a file"), "found a file"),
        (FusionInvalid("fusion.json: found nothing"), "fusion.json: found nothing"),
        (AlreadyRunning("another bot works here"), "another bot works here"),
        (CannotListen("unset them"), "unset them"),
        (sqlite3.OperationalError("disk full"), "LOTSEN_DATABASE"),
        (SlackClientError("no answer"), "lotsen doctor"),
        (ConnectionError("no route"), "lotsen doctor"),
    ],
)
def test_what_people_can_mend_is_told_in_words(error: Exception, words: str) -> None:
    assert words in (explanation(error) or "")


def test_a_fault_of_the_program_keeps_its_traceback() -> None:
    assert explanation(ZeroDivisionError("division by zero")) is None
