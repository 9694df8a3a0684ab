"""An expert answers: yes, yes but not before a date, not us but somebody else, or no."""

from datetime import date

from bot.desk.acting import Role, act, acting
from bot.desk.colleague import is_colleague
from bot.desk.consequences import take
from bot.desk.ledger import Done, Ledger
from bot.desk.ports import Desk
from bot.domain.catalogue import Catalogue, NotInCatalogue
from bot.domain.introduction import Decline, Introduction, colleague_id, introduction_id
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.message import Message, Topic
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.storage.ports import Arrival, Json

KIND = "reply"


def accepting(introduction: str, user: str) -> Json:
    """The body of an arrival: yes."""
    return acting(introduction, user, answer=IntroductionEvent.ACCEPTED)


def postponing(introduction: str, user: str, day: date) -> Json:
    """The body of an arrival: yes, but not before a date."""
    return acting(introduction, user, answer=IntroductionEvent.POSTPONED, day=day.isoformat())


def redirecting(introduction: str, user: str, entry: str | None, colleague: str | None = None) -> Json:
    """The body of an arrival: not us; a service or expert of the catalogue, or a colleague's Slack account."""
    return acting(introduction, user, answer=IntroductionEvent.REDIRECTED, entry=entry, colleague=colleague)


def declining(introduction: str, user: str, why: Decline, words: str = "") -> Json:
    """The body of an arrival: no, why, and what advisors may read besides."""
    return acting(introduction, user, answer=IntroductionEvent.DECLINED, why=why, words=words)


def reply(desk: Desk, arrival: Arrival) -> None:
    """Record an expert's answer and what follows; one that comes too late, or a second time, changes nothing."""
    named = arrival.body.get("colleague")
    is_nobody = named is not None and not is_colleague(desk, named)

    def work(ledger: Ledger, introduction: Introduction, body: Json) -> None:
        if introduction.can_be_answered:
            body = {**body, "colleague": None} if is_nobody else body
            _ANSWERS[IntroductionEvent(body["answer"])](ledger, introduction, body, desk.catalogue)
            _reset_unanswered(ledger, introduction)

    act(desk, arrival, {Role.EXPERT}, work)


def decline(ledger: Ledger, introduction: Introduction, body: Json, _: Catalogue | None = None) -> None:
    """Record a no; also one that an advisor heard."""
    why, actor = Decline(body["why"]), body["user"]
    words = body["words"].strip()
    declined = introduction.declined(why)
    if take(ledger, introduction, declined, Done(IntroductionEvent.DECLINED, actor, reason=why)) and words:
        keep_private(ledger, introduction, actor, About.DECLINE, words)


def keep_private(
    ledger: Ledger, introduction: Introduction, author: str, about: About, words: str, *, useful: bool | None = None
) -> None:
    """Keep words that only advisors may read, and show them to the advisors."""
    kept = Confidential(words)
    ledger.unit.private.add(PrivateWords(ledger.now, introduction.need, introduction.id, author, about, kept, useful))
    said = len(ledger.unit.private.of_need(introduction.need))
    ledger.tell(Message(Topic.PRIVATE_WORDS, introduction.need, introduction.id, mark=str(said)))


def _accept(ledger: Ledger, introduction: Introduction, body: Json, _: Catalogue) -> None:
    accepted = introduction.after(IntroductionEvent.ACCEPTED)
    take(ledger, introduction, accepted, Done(IntroductionEvent.ACCEPTED, body["user"]))


def _postpone(ledger: Ledger, introduction: Introduction, body: Json, catalogue: Catalogue) -> None:
    """A date that has come already is a plain yes."""
    day = date.fromisoformat(body["day"])
    if day <= ledger.rules.today(ledger.now):
        _accept(ledger, introduction, body, catalogue)
        return
    postponed = introduction.postponed(day)
    take(ledger, introduction, postponed, Done(IntroductionEvent.POSTPONED, body["user"], reason=day.isoformat()))


def _redirect(ledger: Ledger, introduction: Introduction, body: Json, catalogue: Catalogue) -> None:
    """Put the suggestion before the company, and before nobody else."""
    proposal = _proposal(ledger, introduction, body, catalogue)
    redirected, done = (
        introduction.after(IntroductionEvent.REDIRECTED),
        Done(IntroductionEvent.REDIRECTED, body["user"]),
    )
    if proposal is not None and ledger.begin(proposal, "proposed", body["user"], {}):
        ledger.tell(Message(Topic.SUGGESTION, proposal.need, proposal.id))
    else:
        # Whom they name is on the company's list already, or is nobody we know: for the company it is a no.
        ledger.tell(Message(Topic.SAID_NO, introduction.need, introduction.id))
    take(ledger, introduction, redirected, done)


def _proposal(ledger: Ledger, introduction: Introduction, body: Json, catalogue: Catalogue) -> Introduction | None:
    need = ledger.unit.needs.get(introduction.need)
    entry, colleague = body["entry"] or introduction.entry, body["colleague"]
    if colleague in {need.asker.user, introduction.expert_user}:
        return None
    if colleague is None and (entry == introduction.entry or not _is_known(catalogue, entry)):
        return None
    return Introduction(
        id=colleague_id(introduction.id) if colleague else introduction_id(introduction.need, entry),
        need=introduction.need,
        entry=introduction.entry if colleague else entry,
        card=None,
        created_at=ledger.now,
        state=IntroductionState.PROPOSED,
        expert_user=colleague,
        proposed_by=introduction.id,
    )


def _is_known(catalogue: Catalogue, entry: str) -> bool:
    try:
        catalogue.entry(entry)
    except NotInCatalogue:
        return False
    return True


def _reset_unanswered(ledger: Ledger, introduction: Introduction) -> None:
    if introduction.expert is not None:
        availability = ledger.unit.availabilities.get(introduction.expert)
        ledger.unit.availabilities.save(availability.answered())


_ANSWERS = {
    IntroductionEvent.ACCEPTED: _accept,
    IntroductionEvent.POSTPONED: _postpone,
    IntroductionEvent.REDIRECTED: _redirect,
    IntroductionEvent.DECLINED: decline,
}
