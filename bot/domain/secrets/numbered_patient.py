"""One patient by number, told with a birth year, an age, a diagnosis or a variant: "patient 7 has EGFR L858R".

A number alone tells of nobody ("patient 12 drops out"); what one patient of any number has is `patient_details`.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.public_words import is_public
from bot.domain.secrets.secret import Recogniser, Span

_NUMBERED = re.compile(
    rf"\b{one_of('patient|patienten|pat')}\.?[ -]?{one_of('nr|no|number|nummer|#')}?\.? ?\d{{1,4}}\b(?![.,]?\d|%)",
    re.IGNORECASE,
)
_BORN = rf"{one_of('born|född|född år|f')}\.?:? (?:in |år )?(?:19|20)\d\d"
_AGED = rf"(?:aged |age |ålder )?\d{{1,3}}[- ]?{one_of('years?|yrs|yo|y/o|år|åring|årig')}\b|aged \d{{1,3}}\b"
_TOLD = re.compile(rf"(?<!\w)(?:{_BORN}|{_AGED})", re.IGNORECASE)
_ILLNESS = one_of(r"""
    \w*cancer|\w*tumou?r|\w+oma|\w*(?:lym|karcin|melan|gli|sark|myel)om|\w{3,}itis|\w{4,}emia|\w{4,}emi|
    \w*diabetes|\w*sjukdom|\w*syndrom|disease|syndrome|\w*epilepsi|\w*epilepsy|\w*skleros|\w*sclerosis|\w*fibros|
    \w*fibrosis|\w*dementia|demens|stroke|hjärtsvikt|astma|asthma|psoriasis
""")
_HAS = one_of("with|has|had|carries|carrying|med|har|hade|bär|fick|diagnos|diagnosis|diagnosed")
_DIAGNOSED = re.compile(rf"\b(?i:{_HAS})[ :]+(?:[\w-]+ ){{0,2}}?((?i:{_ILLNESS})|[A-Z][A-Z0-9]{{1,6}})(?!\w)")
# A changed amino acid, base or exon as geneticists write it.
_VARIANT = re.compile(r"(?<!\w)(?:p\.)?[A-Z]\d{2,4}(?:[A-Z*]|fs|del)(?!\w)|(?<!\w)c\.\d[\w+*>-]*|\bp\.\w+\d+\w+")
# Where the sentence ends; "no. 7" ends none.
_STOP = re.compile(r"[.!?;](?=\s+[^\Wa-zåäö\d])|\n")
# What stands further behind a number than this is not told of the same patient.
_REACH = 60


def _spans(text: str) -> Iterator[Span]:
    for patient in _NUMBERED.finditer(text):
        near = patient.end() + _REACH
        stop = _STOP.search(text, patient.end(), near)
        told = [match.end() for match in _details(text, Span(patient.end(), stop.start() if stop else near))]
        if told:
            yield Span(patient.start(), max(told))


def _details(text: str, near: Span) -> Iterator[re.Match[str]]:
    yield from _TOLD.finditer(text, *near)
    yield from _VARIANT.finditer(text, *near)
    yield from (match for match in _DIAGNOSED.finditer(text, *near) if not is_public(match[1]))


NUMBERED_PATIENT = Recogniser("patient", "patient", "patient", _spans, divisible=True)
