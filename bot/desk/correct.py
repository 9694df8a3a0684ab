"""An advisor reorders or replaces the matches of a need: the company is told, and the reason is kept as a lesson."""

from dataclasses import replace

from bot.desk.acting import advise
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.catalogue import Catalogue
from bot.domain.correction import PLACES, Correction, says_why
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.storage.ports import Arrival, Json
from matcher.answer import Answer, Match

KIND = "correct"


def correcting(need: str, user: str, entries: list[str], reason: str) -> Json:
    """The body of an arrival of this kind; the entries are ids of the catalogue, best first, and replace all before."""
    return {"need": need, "user": user, "entries": entries, "reason": reason}


def correct(desk: Desk, arrival: Arrival) -> None:
    """Put an advisor's matches in place of the matcher's; what corrects nothing, or says not why, changes nothing."""

    def work(ledger: Ledger, need: Need, body: Json) -> None:
        known = tuple(dict.fromkeys(entry for entry in body["entries"] if entry in desk.catalogue.entry_ids))
        if need.answer is not None and known and says_why(body["reason"]):
            _correct(ledger, need, body, corrected(need, need.answer, known, desk.catalogue))

    advise(desk, arrival, work)


def corrected(need: Need, answer: Answer, entries: tuple[str, ...], catalogue: Catalogue) -> Answer:
    """The answer with these matches alone, which nobody but the advisor vouches for where they were not ranked."""
    matches = tuple(need.match_of(entry) or _unranked(entry, need.spoken, catalogue) for entry in entries)
    return replace(answer, outcome="matches", matches=matches, parts=(), missing=(), question=None)


def _correct(ledger: Ledger, need: Need, body: Json, answer: Answer) -> None:
    before = tuple(match.id for match in need.answer.matches) if need.answer else ()
    after = tuple(match.id for match in answer.matches)
    if need.state is NeedState.MATCHED and before[:PLACES] == after:
        return
    user = body["user"]
    if ledger.need_step(replace(need, answer=answer), NeedEvent.CORRECTED, user) is None:
        return
    number = str(len(ledger.unit.corrections.of_need(need.id)) + 1)
    reason = body["reason"].strip()
    ledger.unit.corrections.add(Correction(f"{need.id}/{number}", need.id, user, ledger.now, before, after, reason))
    ledger.announce(need.id)
    ledger.tell(Message(Topic.ANSWER_CHANGED, need.id, mark=number))
    ledger.tell(Message(Topic.ADVISOR_SUGGESTS, need.id, mark=number))


def _unranked(entry: str, language: str, catalogue: Catalogue) -> Match:
    found = next(each for each in catalogue.entries() if each.id == entry)
    return Match(found.kind, entry, found.group, found.name[language], 0.0, "possible")
