"""Somebody has their data erased: what is under way ends, words and accounts go, events stay without content."""

from collections.abc import Sequence

from bot.desk.consequences import hand_over
from bot.desk.labels import lists_with
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.desk.withdraw import withdraw_need
from bot.domain.event import ERASED
from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionEvent
from bot.domain.message import ERASURES, Message, Topic
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.private_words import About
from bot.domain.telling import CHANGED_FROM, HOLDS_WORDS
from bot.storage.ports import Arrival, Json

KIND = "erase"


def erasing(user: str) -> Json:
    """The body of an arrival of this kind; whose wish it is has been asked twice where it was written down."""
    return {"user": user}


def erase(desk: Desk, arrival: Arrival) -> None:
    """Erase a person, as a company and as an expert; afterwards nothing on record leads to them."""
    user, now = arrival.body["user"], desk.now()
    with desk.store.unit() as unit:
        ledger = Ledger(unit, now, desk.rules)
        for need in unit.needs.of_asker(user):
            withdraw_need(ledger, need, user)
        _let_go_as_expert(ledger, user)
        _wipe_own_words(ledger, user)
        needs = unit.needs.erase(user, ERASED)
        unit.introductions.erase(needs)
        _wipe_words(ledger, needs)
        unit.introductions.forget_account(user, ERASED)
        unit.private.erase(user, ERASED, needs)
        unit.enquiries.erase(user, ERASED, needs)
        _wipe_labels(ledger, needs)
        unit.corrections.erase(user, ERASED, needs)
        unit.triage.forget_account(user)
        unit.events.erase(user, ERASED, needs)
        _wipe_cards(ledger, needs)
        unit.contacts.forget_account(user)
        unit.availabilities.forget_account(user)
        unit.inbox.finish(arrival.id, now)
        unit.inbox.erase(user, needs, arrival.id + 1, now)


def _wipe_cards(ledger: Ledger, needs: Sequence[str]) -> None:
    """What others were told holds the company's words, also when all is long over."""
    for introduction in [each for need in needs for each in ledger.unit.introductions.of_need(need)]:
        ledger.update_cards(introduction, CHANGED_FROM, mark=ERASED)
    for need in needs:
        ledger.log(need, None, KIND, ERASED)


def _wipe_words(ledger: Ledger, needs: Sequence[str]) -> None:
    """What holds words and is no card that goes on: the advisors' notes, a reminder, the thread before this one."""
    for told in [ledger.unit.outbox.told(need) for need in needs]:
        newest = {message.introduction: message for message in told if message.topic is Topic.INTRODUCTION}
        for message in told:
            is_old_thread = message.topic is Topic.INTRODUCTION and message != newest[message.introduction]
            if message.topic in HOLDS_WORDS or is_old_thread:
                _wipe(ledger, message)


def _wipe_labels(ledger: Ledger, needs: Sequence[str]) -> None:
    """The lists of corrections tell of many needs: the newest goes on without these, older ones are emptied."""
    for message, goes_on in lists_with(ledger, needs):
        if goes_on:
            today = ledger.rules.today(ledger.now).isoformat()
            ledger.tell(Message(Topic.LABELS_CHANGED, None, mark=f"{today}.{needs[0]}"))
        else:
            _wipe(ledger, message)


def _wipe_own_words(ledger: Ledger, user: str) -> None:
    """What somebody told the advisors about a need that may be another's; a note goes along when it is handed over."""
    written = ledger.unit.private.of_author(user)
    noted = {each.need for each in written if each.about is About.NOTE}
    for message in [each for need in sorted(noted) for each in ledger.unit.outbox.told(need)]:
        if message.topic is Topic.HANDED_OVER:
            _wipe(ledger, message)
    for need in dict.fromkeys(each.need for each in written):
        for number, words in enumerate(ledger.unit.private.of_need(need), 1):
            if words.author == user:
                _wipe(ledger, Message(Topic.PRIVATE_WORDS, need, words.introduction, mark=str(number)))


def _wipe(ledger: Ledger, message: Message) -> None:
    erasure = Message(ERASURES[message.audience], message.need, message.introduction, mark=message.key)
    ledger.unit.outbox.put(erasure, ledger.now)


def _let_go_as_expert(ledger: Ledger, user: str) -> None:
    """What an expert had on their desk goes to the advisors."""
    for introduction in ledger.unit.introductions.of_expert(user):
        if introduction.may(IntroductionEvent.OUT_OF_REACH):
            hand_over(ledger, introduction, ByHand.OUT_OF_REACH, Hurdle(Side.EXPERT, Reach.UNLINKED))
