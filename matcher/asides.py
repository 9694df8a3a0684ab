"""Asides: where a text names things without asking for them. What is done, what comes later, where samples come from.

A text comes folded, and only places in it are told, as (start, end) offsets. What stands there is the limits' business,
and what is ruled out by a "no" stands in `negation`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matcher.negation import CLAUSE_END, Span, within_clause

# Behind the company, or told to be no way: what such a clause names is not wanted now. What must or shall be done
# ("has to be done under GMP", "ska vara klart i maj") lies before it.
_TO_COME = (
    r"(?P<coming>\b(?:must|should|shall|will|can|could|to|be|ska|skall|maste|bor|vill|behover|kan|far|vara|bli|blir|fa|ha)"
    r"\s+(?:[\w'-]+\s+){0,2}?)?"
)
_BY = r"(?:by|within|before|until|till|senast|innan|fore|inom|om)"
_SEASON = r"i (?:\w+ari|mars|april|maj|juni|juli|augusti|\w+ber|host|var|sommar|vinter|(?:god )?tid)"
_DONE = re.compile(
    rf"{_TO_COME}\b(?:(?:already|been|has|have|'ve) done|done(?! (?:in|on|with|at|under|{_BY})\b)"
    rf"|(?:finished|completed)(?! {_BY}\b)|klar[at]?(?! (?:{_BY}|{_SEASON})\b)|avklarad\w*|fardig\w*|gjord\w*"
    r"|behind us|(?:was|were|went|all|data looks?) fine|(?<!is )(?<!are )(?<!look )fine(?=\s*(?:[,.;]|$))"
    r"|worked|works in|were last \w+|was last \w+|had (?:their|its) say"
    r"|(?:already (?:have|got|work with)|har redan|redan har|jobbar redan med)\b(?:\s+[\w'-]+){0,2}?\s+[\w-]*(?:partner"
    r"|manufacturer|maker|supplier|producer|site|facility|tillverkare|leverantor|fabrik)"
    r"|won't do|will not do|(?:do|does)(?:n't| not) count|(?:is|are) (?:out|excluded|ruled out|not an option)"
    r"|(?:not|isn't|aren't) (?:needed|required|necessary|relevant)|out of the question"
    r"|already inactivated|heat[ -]treated|certified harmless|nothing dangerous|redan inaktiver\w*|inget farligt"
    r"|gick bra|(?:gick|mar) prima|bara provats|provade pa|sagt sitt"
    r"|uteslut\w*|racknas inte|raknas inte|duger inte|gar bort|(?:behovs|kravs) (?:inte|ej)|kommer inte i fraga"
    r"|(?:inte|ej) (?:aktuell\w*|(?:det )?tal om))\b"
)
# "The mice are done and now we need patients": what follows is no longer behind.
_GOES_ON = re.compile(
    rf"{CLAUSE_END.pattern}|\b(?:and|so|och|sa)\b(?=\s+(?:now|next|then|we|i|want|need|would|are|nu|sen|sedan|vi|jag|vill|soker"
    r"|behover|ska|skulle|letar|ar)\b)"
)
# Ahead of the company: nothing is said yet about what such a clause names.
_LATER = re.compile(
    r"\b(?:later|next year|some ?day|one day|years away|years off|come next|in the future|eventually|further on"
    r"|far ahead|far off|a long way|langt fram|ligger langt|senare|nasta ar|en dag|sa smaningom|framover|pa sikt"
    r"|i framtiden|langre fram)\b"
)
# "Before any patient gets it": up to whoever speaks.
_BEFORE = re.compile(r"\b(?:before(?![ -]and[ -]after)|until|ahead of|prior to|innan|forran|fore(?! och efter))\b")
_SPEAKER = re.compile(r"\b(?:we|i|our|vi|jag|var|vart|vara)\b")
# "As wide as a grown man's", "the size of a pig".
_LIKENESS = re.compile(r"\b(?:as \w+ as|the size of|no \w+er than|\w+er than|lika \w+ som|sa \w+ som|\w+re an)\b")
_STUFF = (
    r"(?:samples?|specimens?|tubes?|swabs?|blood|serum|sera|plasma|urine|saliva|tissues?|biops(?:y|ies)|cells?|lysates?|slices?"
    r"|sections?|material|\w*prov|\w*prover|ror|\w*blod|urin|saliv|vavnad|biopsier|celler|snitt|skivor)"
)
# "Blood taken from patients", "prover fran moss", "slices of rats".
_ORIGIN = re.compile(rf"\b{_STUFF}\b(?:[\s-]+[\w'-]+){{0,4}}?[\s-]+(?:from|of|fran|ur|av)\b")
# "Patient samples", "human T cells", "mouse brain slices": what comes from somebody, in the next few words.
MATERIAL = re.compile(
    r"(?:'s?)?[\s-]+(?:[\w-]+[\s-]+){0,2}?(?:samples?|specimens?|blood|serum|sera|plasma|urine|tissues?|biops\w+"
    r"|cells?|cell lines?|lysates?|slices?|sections?|extracts?|material|antibod\w+|genes?|dna|rna|skin|brains?|livers?"
    r"|lungs?|tumou?rs?|data|prov|prover|blod|urin|vavnad|biopsier|celler|cellinjer|snitt|skivor|vita)\b"
)

_REACH_OF_BEFORE = re.compile(r"(?:\s*[\w'-]+){0,8}")
_REACH_OF_LIKENESS = re.compile(r"(?:\s*[\w'-]+){0,3}")
_REACH_OF_ORIGIN = re.compile(r"(?:\s*[\w'-]+){0,4}")


def done(folded: str) -> list[Span]:
    """The clauses that tell of what is behind the company, or no way for it ("rats are done", "mice won't do")."""
    return [
        clause
        for clause in _clauses(folded, _GOES_ON)
        if any(not match["coming"] for match in _DONE.finditer(folded, *clause))
    ]


def ahead(folded: str) -> list[Span]:
    """What is told to come later ("people come next year"), or named only to say what comes before it."""
    before = []
    for match in _BEFORE.finditer(folded):
        start = match.end()
        reach = _within(folded, start, _REACH_OF_BEFORE)
        first = _SPEAKER.match(folded, start + 1)
        speaker = _SPEAKER.search(folded, first.end() if first else start, reach)
        before.append((match.start(), speaker.start() if speaker else reach))
    later = (clause for clause in _clauses(folded, CLAUSE_END) if _LATER.search(folded, *clause))
    return sorted([*later, *before])


def likened(folded: str) -> list[Span]:
    """What something is only compared with ("as wide as a grown man's")."""
    return [(m.start(), _within(folded, m.end(), _REACH_OF_LIKENESS)) for m in _LIKENESS.finditer(folded)]


def origins(folded: str) -> list[Span]:
    """Where something comes from ("blood from patients")."""
    return [(m.start(), _within(folded, m.end(), _REACH_OF_ORIGIN)) for m in _ORIGIN.finditer(folded)]


def stands_in(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of some spans."""
    return any(start <= offset < end for start, end in spans)


def _clauses(folded: str, over: re.Pattern[str]) -> Iterator[Span]:
    return pairwise([0, *(match.end() for match in over.finditer(folded)), len(folded)])


def _within(folded: str, start: int, reach: re.Pattern[str]) -> int:
    """Where a reach ends: after its words, or with the clause."""
    match = reach.match(folded, start)
    return within_clause(folded, start, match.end() if match else start)
