"""What can go wrong for people, told in a sentence each. A fault of the program itself keeps its traceback."""

import sqlite3


def explanation(error: Exception) -> str | None:
    """What to tell a person about an error; None when the error is not theirs to mend."""
    return _of_settings(error) or _of_slack(error) or _of_model(error)


# Each is imported only once something has gone wrong: the good path stays quick.


def _of_settings(error: Exception) -> str | None:
    from bot.domain.catalogue import CatalogueInvalid, NotInCatalogue
    from bot.settings import SettingsInvalid
    from bot.storage.backup import NotCopied

    match error:
        case SettingsInvalid():
            return f"these settings must be corrected, in the environment or in .env:\n{error}"
        case CatalogueInvalid():
            return f"the catalogue cannot be used until this is corrected:\n{error}"
        case NotInCatalogue() | NotCopied():
            return str(error)
        case sqlite3.Error():
            return f"the database (LOTSEN_DATABASE) cannot be used: {error}"
        case _:
            return None


def _of_slack(error: Exception) -> str | None:
    from slack_sdk.errors import SlackClientError

    from bot.running import AlreadyRunning
    from bot.slack.app import CannotListen

    match error:
        case AlreadyRunning() | CannotListen():
            return str(error)
        case SlackClientError() | OSError():
            return f"Slack, or a file, cannot be reached; `lotsen doctor` says more: {error}"
        case _:
            return None


def _of_model(error: Exception) -> str | None:
    from matcher.encoders import ModelUnavailable
    from matcher.fusion import FusionInvalid
    from matcher.labels import LabelsInvalid
    from matcher.models import CacheUnavailable

    match error:
        case ModelUnavailable() | CacheUnavailable() | FusionInvalid():
            return str(error)
        case LabelsInvalid():
            return f"the labelled needs cannot be used until this is corrected:\n{error}"
        case _:
            return None
