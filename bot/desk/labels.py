"""Which corrections become labels for the matcher, and these labels in the format of the labelled needs."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise

from bot.desk.acting import advise_at_large
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.catalogue import Catalogue
from bot.domain.correction import Correction
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.secrets import cleaned, find_secrets
from bot.storage.ports import Arrival, Json, Unit
from matcher.labels import LabelledNeed

KIND = "label"

#: What an advisor puts first is to be introduced first; of the others they would be glad as well.
_FIRST, _OTHERS = 3, 2
_STYLE = "corrected"


def deciding(correction: str, user: str, *, approved: bool) -> Json:
    """The body of an arrival: an advisor has a correction become a label, or leaves it out."""
    return {"correction": correction, "user": user, "approved": approved}


def decide(desk: Desk, arrival: Arrival) -> None:
    """Keep the decision; of two advisors who press at once, the first one's word holds."""
    advise_at_large(desk, arrival, _decide)


def export_labels(unit: Unit, catalogue: Catalogue) -> Iterator[str]:
    """The approved corrections as lines of JSON, the newest of each need, with everything that looks secret taken out.

    What the catalogue does not have any more is left out.
    """
    newest = {correction.need: correction for correction in unit.corrections.approved()}
    for correction in newest.values():
        need = unit.needs.get(correction.need)
        entries = [entry for entry in correction.after if entry in catalogue.entry_ids]
        if need.text and entries:
            yield _label(need, correction, entries).to_line()


def lists_with(ledger: Ledger, needs: Collection[str]) -> Iterator[tuple[Message, bool]]:
    """The weekly lists that may show a correction of these needs, each with whether it is the one that goes on.

    That one is the newest: it is brought up to date until the next is told, and then stays as it was.
    """
    corrections = [each for need in needs for each in ledger.unit.corrections.of_need(need)]
    lists = [each for each in ledger.unit.outbox.told(None) if each.topic is Topic.LABELS_DUE]
    days = [*(date.fromisoformat(each.mark) for each in lists), date.max]
    for each, (first, last) in zip(lists, pairwise(days), strict=True):
        if any(_stood_between(ledger, correction, first, last) for correction in corrections):
            yield each, last == date.max


def _stood_between(ledger: Ledger, correction: Correction, first: date, last: date) -> bool:
    """Whether a correction can have been shown on some day, being made before it and not decided before that."""
    decided = correction.decided_at and ledger.rules.today(correction.decided_at)
    return ledger.rules.today(correction.at) < last and (decided is None or decided >= first)


def _decide(ledger: Ledger, body: Json) -> None:
    user, approved = body["user"], body["approved"]
    if not ledger.unit.corrections.decide(body["correction"], user, ledger.now, approved=approved):
        return
    correction = ledger.unit.corrections.get(body["correction"])
    ledger.log(correction.need, None, "label_approved" if approved else "label_left_out", user)
    today = ledger.rules.today(ledger.now).isoformat()
    ledger.tell(Message(Topic.LABELS_CHANGED, None, mark=f"{today}.{correction.id}"))


def _label(need: Need, correction: Correction, entries: list[str]) -> LabelledNeed:
    return LabelledNeed(
        id=need.id,
        language=need.language,
        style=(_STYLE,),
        need=_without_secrets(need.text, need.spoken),
        outcome="matches",
        relevant={entry: _OTHERS if number else _FIRST for number, entry in enumerate(entries)},
        note=_without_secrets(correction.reason, need.spoken),
    )


def _without_secrets(text: str, language: str) -> str:
    return cleaned(text, find_secrets(text, language))
