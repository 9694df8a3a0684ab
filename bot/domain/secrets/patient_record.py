"""Numbers of patients, participants and medical records."""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.secret import Recogniser, Span

_NUMBER = r"((?:[A-Z]{1,4}-?)?\d[\dA-Z]*(?:[-/][\dA-Z]+){0,3})(?!\w)"
_NAMED = rf"(?:[- ]?{one_of('id|nr|no|number|nummer|nummret|numret|kod|code')}\b\.?)"
_SAID = r"[\s:=#]{0,3}(?:is |är |was |var )?"
_KEPT = one_of("medical record|case|mrn|journal|patientjournal|biobank|prov|sample")
_SOMEBODY = one_of("""
    patient|subject|participant|volunteer|donor|deltagare|försöksperson|patienten|deltagaren|givare
""")
_SOMETHING = one_of(r"""
    samples?|tubes?|tissue|biopsy|biopsies|slides?|prov(?:et|er)?|rör(?:et)?|biopsi(?:n)?|snitt(?:et)?
""")
_RECORD = re.compile(rf"\b(?:(?i:{_KEPT}{_NAMED})|(?i:mrn))(?i:{_SAID}){_NUMBER}")
_PERSON = re.compile(rf"\b(?i:{_SOMEBODY})(?i:{_NAMED})?(?i:{_SAID}){_NUMBER}")
_LABELLED = re.compile(
    rf"\b(?i:{_SOMETHING},? (?:is |are |är )?(?:labelled|labeled|marked|named|märkt\w*|kallat)){_SAID}{_NUMBER}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Patient 12" and "subject 3" count patients; a code has more digits.
_LEAST_DIGITS = 3


def _spans(text: str) -> Iterator[Span]:
    for pattern in (_RECORD, _PERSON, _LABELLED):
        for match in pattern.finditer(text):
            digits = sum(map(str.isdigit, match[1]))
            if digits >= _LEAST_DIGITS and not _YEAR.fullmatch(match[1]):
                yield Span(*match.span(1))


PATIENT_RECORD = Recogniser("patient", "patient", "patient", _spans)
