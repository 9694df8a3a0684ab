"""An advisor's own note on a need: kept for advisors only, and told to nobody."""

from bot.desk.acting import advise
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.need import Need
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.storage.ports import Arrival, Json

KIND = "note"


def noting(need: str, user: str, words: str) -> Json:
    """The body of an arrival of this kind."""
    return {"need": need, "user": user, "words": words}


def keep_note(desk: Desk, arrival: Arrival) -> None:
    """Keep what an advisor noted; an over need may be noted on as well."""
    advise(desk, arrival, lambda ledger, need, body: note(ledger, need, body["user"], body["words"]))


def note(ledger: Ledger, need: Need, user: str, words: str) -> None:
    """Keep an advisor's words beside a need; nothing where there are none. The log knows of it, without the words."""
    if words.strip():
        private = PrivateWords(ledger.now, need.id, None, user, About.NOTE, Confidential(words))
        ledger.unit.private.add(private)
        ledger.log(need.id, None, About.NOTE, user)
