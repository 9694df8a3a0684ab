"""Hard limits in words: their names and their values. Which limits a need or an entry has is the matcher's business."""

from bot.slack.wording.said import Said

_NAMES = {
    "quality": Said("quality level", "kvalitetsnivån"),
    "subjects": Said("subject", "vad det görs på"),
    "species": Said("species", "djurslaget"),
    "biosafety": Said("biosafety level", "biosäkerhetsnivån"),
    "on_campus": Said("place", "platsen"),
    "living": Said("state of the sample", "provets tillstånd"),
}

_VALUES = {
    ("quality", "none"): Said("no quality level", "ingen kvalitetsnivå"),
    ("quality", "research"): Said("research grade", "forskningskvalitet"),
    ("quality", "clinical"): Said("clinical grade", "klinisk kvalitet"),
    ("subjects", "humans"): Said("people", "människor"),
    ("subjects", "animals"): Said("animals", "djur"),
    ("subjects", "cells"): Said("cells", "celler"),
    ("subjects", "samples"): Said("samples", "prover"),
    ("subjects", "devices"): Said("devices", "produkter"),
    ("subjects", "data"): Said("data", "data"),
    ("living", "true"): Said("living", "levande"),
    ("living", "false"): Said("not living", "inte levande"),
    ("on_campus", "true"): Said("on campus", "på campus"),
    ("on_campus", "false"): Said("off campus", "utanför campus"),
}


def limit_name(limit: str) -> Said:
    """A limit's name in a sentence; one without words here keeps the matcher's own."""
    plain = limit.replace("_", " ")
    return _NAMES.get(limit, Said(plain, plain))


def limit_value(limit: str, value: str) -> Said:
    """One or several values, separated by commas, in words."""
    said = [_one_value(limit, each.strip()) for each in value.split(",")]
    return Said(", ".join(each.en for each in said), ", ".join(each.sv for each in said))


def _one_value(limit: str, value: str) -> Said:
    if limit == "biosafety":
        return Said(f"biosafety level {value}", f"biosäkerhetsnivå {value}")
    return _VALUES.get((limit, value.lower()), Said(value, value))
