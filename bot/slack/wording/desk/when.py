"""Moments as an advisor reads them at once: today, yesterday, twelve days ago. What is read later has dates instead."""

from typing import Final

from bot.slack.wording.said import Said

_NAMED: Final = {-1: Said("yesterday", "i går"), 0: Said("today", "i dag"), 1: Said("tomorrow", "i morgon")}


def day(days: int, date: Said) -> Said:
    """A day, from how many days ahead it lies; the date when it is none of those that have a name."""
    return _NAMED.get(days, date)


def due(when: Said, time: str) -> Said:
    """A promise that still holds."""
    return Said(f"Answer due {when.en} {time}", f"Svar utlovat {when.sv} {time}")


def was_due(when: Said, time: str) -> Said:
    """A promise whose time is over."""
    return Said(f"Answer was due {when.en} {time}", f"Svaret skulle ha kommit {when.sv} {time}")


def asked(days: int) -> Said:
    """How old a need is."""
    past = ago(days)
    return Said(f"Asked {past.en}", f"Inkom {past.sv}")


def quiet(days: int) -> Said:
    """How long nothing has happened."""
    return Said(f"Quiet for {days} days", f"Tyst i {days} dagar")


def ago(days: int) -> Said:
    """A day that is over, by how long ago it is."""
    return _NAMED.get(-days, Said(f"{days} days ago", f"för {days} dagar sedan"))
