"""Puts the parts together: the only place that names concrete ones. What they do is theirs.

Each part is imported where it is built, so that a command pays only for what it uses.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.settings import BotSettings, Settings, SlackSettings
from bot.shipped import shipped

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.domain.catalogue import Catalogue
    from bot.running import Bot
    from bot.slack.app import Access, Listening
    from bot.storage.backup import Backups
    from bot.storage.sqlite import SqliteStore
    from bot.workers import Loop
    from matcher.engine import Matcher
    from matcher.study import Study

#: Matching keeps a core busy and the encoder uses several: more threads would only wait for each other.
_WORKING_THREADS: Final = 2
#: One may be waiting for Slack while the other sends.
_SENDING_THREADS: Final = 2


def _now() -> datetime:
    return datetime.now(UTC)


def read_catalogue(settings: Settings) -> "Catalogue":
    """The catalogue in use.

    Raises:
        CatalogueInvalid: with every problem of every file.
    """
    from bot import catalogue_files

    return catalogue_files.read_catalogue(settings.catalogue)


def open_store(settings: Settings) -> "SqliteStore":
    """The record, made or brought to today's shape."""
    from bot.storage.sqlite import SqliteStore

    return SqliteStore(settings.database)


def open_backups(settings: Settings) -> "Backups":
    """The copies of the record."""
    from bot.storage.backup import Backups

    return Backups(settings.database, settings.backup_folder, settings.backups)


def build_matcher(settings: Settings, catalogue: "Catalogue") -> "Matcher":
    """The matcher over a catalogue.

    Raises:
        ModelUnavailable: with one sentence that says why.
        CacheUnavailable: its folder cannot be made.
        LabelsInvalid: with every fault of the labelled needs beside the catalogue.
        FusionInvalid: with what is wrong with the fusion beside the catalogue.
    """
    from matcher import engine

    home = settings.catalogue.absolute().parent
    return engine.build(
        catalogue.entries(), model=settings.model, cache=settings.cache, data=shipped("data"), home=home
    )


def open_study(settings: Settings, catalogue: "Catalogue") -> "Study":
    """The matcher over a catalogue with what evaluating and refitting need besides; errors as in `build_matcher`."""
    from matcher import study

    home = settings.catalogue.absolute().parent
    return study.open_study(
        catalogue.entries(), model=settings.model, cache=settings.cache, data=shipped("data"), home=home
    )


def build_bot(settings: BotSettings, now: Callable[[], datetime] = _now) -> "Bot":
    """The whole bot, ready to be started; `now` is another clock than the machine's for plays and tests.

    Raises:
        CannotListen: with one sentence that says what to do.
    """
    from bot.clock import ring_once
    from bot.desk.ports import Desk
    from bot.nightly import Nightly
    from bot.roll_call import RollCall
    from bot.running import Bot
    from bot.slack.app import answering_client, build_app, posting_client
    from bot.slack.delivery import Delivery
    from bot.slack.directory import SlackDirectory
    from bot.slack.outbox import Outgoing
    from bot.slack.reception import Reception
    from bot.workers import Loop, work_once

    catalogue = read_catalogue(settings.local)
    matcher = build_matcher(settings.local, catalogue)
    store = open_store(settings.local)
    access, advisors = _access(settings.slack), settings.slack.advisor_channel

    directory = SlackDirectory(answering_client(access), advisors)
    desk = Desk(store, catalogue, matcher, directory, now, settings.rules)
    outgoing = Outgoing(desk, Delivery(posting_client(access), advisors))
    sending = Loop("sending", outgoing.send_once, threads=_SENDING_THREADS)

    working = Loop("working", _waking(partial(work_once, desk), sending), threads=_WORKING_THREADS)
    nightly, roll_call = Nightly(open_backups(settings.local), settings.rules.campus.zone, now), RollCall(desk)
    tick = _waking(lambda: ring_once(desk) or roll_call.call() or nightly.back_up(), working, sending)
    ticking = Loop("ticking", tick, threads=1)
    reception = Reception(desk, matcher.language_of, directory.locale, working.wake, directory.members_changed)
    app = build_app(access, reception)
    return Bot(store, working, sending, ticking, _listening(app, access, settings.slack))


def _waking(step: Callable[[], bool], *loops: "Loop") -> Callable[[], bool]:
    """A step that wakes those who may have something to do after it."""

    def run() -> bool:
        busy = step()
        if busy:
            for loop in loops:
                loop.wake()
        return busy

    return run


def _access(settings: SlackSettings) -> "Access":
    from bot.slack.app import Access

    return Access(settings.bot_token, settings.signing_secret, settings.app_token, settings.api_url)


def _listening(app: "App", access: "Access", settings: SlackSettings) -> "Listening":
    from bot.slack.app import CannotListen, SignedHttp, SocketMode

    if settings.mode == "socket":
        return SocketMode(app, access)
    try:
        return SignedHttp(app, settings.port)
    except OSError as error:
        raise CannotListen(f"port {settings.port} cannot be listened on ({error.strerror}): set PORT") from error
