"""Names, numbers and addresses of nobody, made from syllables when the tests run, the same ones each time.

Phone numbers come from the ranges that are kept free for fiction, personal numbers from those the Swedish Tax Agency
keeps for tests (birth numbers 980 to 999).
"""

import random
from collections.abc import Callable

_SYLLABLES = (
    "bri",
    "dra",
    "fje",
    "gru",
    "kva",
    "lem",
    "mol",
    "nys",
    "pra",
    "ski",
    "tro",
    "vem",
    "zor",
    "öl",
    "hå",
    "wub",
)
_FORMS = ("AB", "AB", "AB (publ)", "Inc", "Inc.", "GmbH", "Ltd", "Ltd.", "Oy", "A/S", "ApS", "BV")
# From, to and the ways to write them; a cross is a digit of the subscriber number.
_PHONES = (
    (701740605, 701740699, ("0xx-xxx xx xx", "0xx-xxxxxxx", "+46 xx xxx xx xx", "0xxxxxxxxx", "+46 (0)xx-xxx xx xx")),
    (846500400, 846500499, ("0x-xxx xxx xx", "+46 x xxx xxx xx", "+46xxxxxxxxx")),
    (313900600, 313900699, ("0xx-xxx xx xx",)),
    (2079460000, 2079460999, ("+44 xx xxxx xxxx",)),
)


def first(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES, 2)).capitalize()


def last(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES, 2)).capitalize() + chance.choice(
        ("son", "berg", "gren", "ova", "sen", "ski")
    )


def person(chance: random.Random) -> str:
    given = chance.choice(
        (first(chance), first(chance), f"{first(chance)}-{first(chance)}", f"{first(chance)} {first(chance)[0]}.")
    )
    return f"{given} {chance.choice(('', '', '', 'von '))}{last(chance)}"


def brand(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES, 2)).capitalize() + chance.choice(
        ("vax", "gen", "tek", "mab", "lis", "qor")
    )


def company(chance: random.Random) -> str:
    return f"{brand(chance)} {chance.choice(_FORMS)}"


def email(chance: random.Random) -> str:
    return f"{first(chance)}.{last(chance)}@{chance.choice(('', 'labb.'))}example.com".lower()


def phone(chance: random.Random) -> str:
    low, high, shapes = chance.choice(_PHONES)
    digits = iter(str(chance.randint(low, high)))
    return "".join(next(digits) if letter == "x" else letter for letter in chance.choice(shapes))


def personnummer(chance: random.Random, added_to_day: int = 0) -> str:
    year, month, day = chance.randint(1940, 2009), chance.randint(1, 12), chance.randint(1, 28) + added_to_day
    nine = f"{year % 100:02}{month:02}{day:02}{chance.randint(980, 999)}"
    written = chance.choice((f"{nine[:6]}-{nine[6:]}", f"{year // 100}{nine[:6]}-{nine[6:]}", f"{year // 100}{nine}"))
    return f"{written}{check_digit(nine)}"


def samordningsnummer(chance: random.Random) -> str:
    return personnummer(chance, added_to_day=60)


def check_digit(nine: str) -> int:
    total = sum(sum(divmod(int(digit) * (1 + (place % 2 == 0)), 10)) for place, digit in enumerate(nine))
    return -total % 10


SHAPES: dict[str, Callable[[random.Random], str]] = {
    made.__name__: made for made in (person, first, last, brand, company, email, phone, personnummer, samordningsnummer)
}
