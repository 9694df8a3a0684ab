"""Hard limits in words: their names and their values. Which limits a need or an entry has is the matcher's business."""

from collections.abc import Iterable

from bot.slack.wording.said import Said

_NAMES = {
    "quality": Said("quality level", "kvalitetsnivån"),
    "use": Said("kind of answer", "vilket slags svar"),
    "subjects": Said("subject", "vad det görs på"),
    "species": Said("species", "djurslaget"),
    "biosafety": Said("biosafety level", "biosäkerhetsnivån"),
    "place": Said("place", "platsen"),
    "living": Said("state of the sample", "provets tillstånd"),
}

_VALUES = {
    ("quality", "gmp"): Said("GMP", "GMP"),
    ("quality", "research"): Said("research grade", "forskningskvalitet"),
    ("use", "clinical"): Said("answers for health care", "svar till vården"),
    ("use", "research"): Said("answers for research", "svar till forskning"),
    ("use", "care"): Said("treatment in health care", "behandling i vården"),
    ("subjects", "humans"): Said("people", "människor"),
    ("subjects", "animals"): Said("animals", "djur"),
    ("subjects", "cells"): Said("cells", "celler"),
    ("subjects", "samples"): Said("samples", "prover"),
    ("subjects", "devices"): Said("devices", "produkter"),
    ("subjects", "data"): Said("data", "data"),
    ("species", "small animals"): Said("small animals", "små djur"),
    ("species", "large animals"): Said("large animals", "stora djur"),
    ("species", "people"): Said("people", "människor"),
    ("species", "no animals"): Said("no animals", "inga djur"),
    ("living", "living"): Said("living", "levande"),
    ("living", "fixed"): Said("fixed or dead", "fixerat eller dött"),
    ("place", "on campus"): Said("on campus", "på campus"),
    ("place", "elsewhere"): Said("elsewhere", "någon annanstans"),
}


def limit_name(limit: str) -> Said:
    """A limit's name in a sentence; one without words here keeps the matcher's own."""
    plain = limit.replace("_", " ")
    return _NAMES.get(limit, Said(plain, plain))


def limit_value(limit: str, value: str) -> Said:
    """One or several values, separated by commas, in words."""
    said = [_one_value(limit, each.strip()) for each in value.split(",")]
    return Said(", ".join(each.en for each in said), ", ".join(each.sv for each in said))


def ruled_out(limit: str, value: str) -> Said:
    """A value that is not wanted."""
    said = limit_value(limit, value)
    return Said(f"not {said.en}", f"inte {said.sv}")


def stated(musts: Iterable[tuple[str, str]], without: Iterable[tuple[str, str]]) -> Said:
    """What a need says of limits in a row: its musts, and behind them what it rules out."""
    said = [*(limit_value(*limit) for limit in musts), *(ruled_out(*limit) for limit in without)]
    return Said(", ".join(each.en for each in said), ", ".join(each.sv for each in said))


def _one_value(limit: str, value: str) -> Said:
    if limit == "biosafety":
        return Said(f"biosafety level {value}", f"biosäkerhetsnivå {value}")
    return _VALUES.get((limit, value.lower()), Said(value, value))
