"""Random walks over the whole desk: who may do what, in any order, also what they may not.

Each company's words carry its own mark, and so do words for advisors only: whatever anybody is shown can be searched
for marks that they may not see.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.clock import ring_once
from bot.desk import by_hand, correct, enquire, feedback, file, follow, labels, notes, propose, reply, triage
from bot.desk.approve import Choice, approving
from bot.desk.ask import asking
from bot.desk.availability import setting
from bot.desk.call import calling
from bot.desk.erase import erasing
from bot.desk.withdraw import withdrawing
from bot.domain.availability import Availability
from bot.domain.introduction import Decline, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.triage import NoMatch, Outcome
from bot.workers import work_once
from matcher.answer import Answer, Language, Match, Reason
from matcher.context import NOTHING_MORE, Context, Hint
from tests.play import Play
from tests.stand_ins import (
    ADVISOR,
    CARVING,
    DRYING,
    FIRST,
    FIRST_EXPERT,
    NOBODYS,
    OTHER_ADVISOR,
    SECOND,
    SECOND_EXPERT,
)

#: Each company with its mark.
MARKS = {"UALDER": "alder", "UBEECH": "beech", "UCEDAR": "cedar"}
COMPANIES = tuple(MARKS)
ENTRIES = (DRYING, CARVING, NOBODYS, SECOND)
EXPERTS = (FIRST_EXPERT, SECOND_EXPERT, "UCOLLEAGUE")
ADVISORS = (ADVISOR, OTHER_ADVISOR)
EVERYBODY = (*COMPANIES, *EXPERTS, *ADVISORS, "USTRANGER")


class TellingMatcher:
    """Gives every word of a need as a reason, so that a card which showed them all would tell too much."""

    def answer(self, need: str, context: Context = NOTHING_MORE) -> Answer:
        reasons = tuple(Reason(word, "timber") for word in need.split())
        matches = tuple(Match("service", entry, "joinery", entry, 0.9, "strong", reasons) for entry in ENTRIES)
        return Answer("en", "nothing_fits" if "moon" in need else "matches", matches, left_out=tuple(context.without))

    def language_of(self, _text: str, _hint: Hint | None = None) -> Language:
        return "en"


class Walk:
    """One office, and a dice that decides what happens next in it."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.play = Play(None, advisors=ADVISORS)
        self.play.desk = replace(self.play.desk, matcher=TellingMatcher())
        self.approved: dict[str, list[tuple[str, str | None]]] = {}
        self.actions: tuple[Callable[[], None], ...] = (
            *[self.asks] * 3,
            *[self.approves] * 6,
            *[self.replies] * 10,
            *[self.follows] * 5,
            *[self.goes_on_by_hand] * 5,
            *[self.time_passes] * 3,
            *[self.happens_in_part] * 4,
            *[self.withdraws] * 2,
            *[self.speaks_in_private] * 3,
            *[self.advises] * 4,
            *[self.suggests] * 4,
            *[self.is_answered] * 3,
            self.files,
            self.puts_right,
            self.calls,
            self.wishes,
            self.slack_refuses,
            self.is_erased,
        )

    def begin(self) -> None:
        """A company asks and chooses, so that there is something to walk on."""
        for act in (self.asks, self.play.settle, self.approves, self.play.settle):
            act()

    def step(self) -> None:
        """Something happens; what follows from it may come at once or later."""
        self.dice.choice(self.actions)()
        if self.dice.random() < 0.7:
            self.play.settle()

    def end(self) -> None:
        """Weeks go by, in which everything that is promised must come about."""
        self.play.slack.refused.clear()
        self.play.later(days=120)

    def asks(self) -> None:
        user = self.dice.choice(COMPANIES)
        text = f"oak words-of-{MARKS[user]}" + (" moon" if self.dice.random() < 0.1 else "")
        place = self.dice.choice([Place("", None, private=True), Place("C1", "100.1", private=False)])
        self.play.write("ask", asking(Person("T1", user), text, Door.MENTION, place))

    def puts_right(self) -> None:
        """A company says what of its need was not meant; or anybody of anybody's."""
        need = self.some_need()
        if need is not None:
            user = self.mostly(need.asker.user)
            text = f"oak words-of-{MARKS.get(user, 'nobody')} as it was meant"
            body = asking(
                Person("T1", user), text, need.door, need.place, without=[("quality", "GMP")], instead_of=need.id
            )
            self.play.write("ask", body)

    def approves(self) -> None:
        need = self.some_need()
        if need is None:
            return
        user = need.asker.user if self.dice.random() < 0.9 else self.dice.choice(COMPANIES)
        brief = f"We dry oak, brief-of-{MARKS[user]}-{self.dice.randrange(10**6)}"
        company = f"name-of-{MARKS[user]}" if self.dice.random() < 0.3 else None
        choices = [self.a_choice(need.id) for _ in range(self.dice.randint(1, 3))]
        for choice in choices:
            about = choice.introduction or f"{need.id}/{choice.entry}"
            self.approved.setdefault(about, []).append((brief, company))
        self.play.write("approve", approving(need.id, user, choices, brief, company))

    def a_choice(self, need: str) -> Choice:
        proposals = [each for each in self.introductions(need) if each.state is IntroductionState.PROPOSED]
        if proposals and self.dice.random() < 0.5:
            return Choice(proposals[0].entry, introduction=proposals[0].id)
        return Choice(self.dice.choice(ENTRIES), as_next=self.dice.random() < 0.3)

    def replies(self) -> None:
        each = self.some_introduction()
        if each is None:
            return
        user = self.mostly(each.expert_user or FIRST_EXPERT)
        day = self.play.clock().date() + timedelta(days=self.dice.randint(0, 20))
        colleague = self.dice.choice([None, "UCOLLEAGUE", *COMPANIES[:1]])
        body = self.dice.choice(
            [
                reply.accepting(each.id, user),
                reply.accepting(each.id, user),
                reply.postponing(each.id, user, day),
                reply.redirecting(each.id, user, self.dice.choice(ENTRIES), colleague),
                reply.declining(each.id, user, self.dice.choice(list(Decline)), "private-words on it"),
            ]
        )
        self.play.write("reply", body)

    def follows(self) -> None:
        each = self.some_introduction()
        if each is not None:
            act = self.dice.choice([follow.met, follow.changing_advisor, follow.closing])
            self.play.write("follow", act(each.id, self.mostly(self.asker_of(each), *ADVISORS)))
            if self.dice.random() < 0.05:
                self.play.write("end_need", follow.ending_need(each.need, self.dice.choice(EVERYBODY)))

    def goes_on_by_hand(self) -> None:
        each = self.some_introduction()
        if each is not None:
            user = self.mostly(*ADVISORS)
            body = self.dice.choice(
                [
                    by_hand.said_yes(each.id, user),
                    by_hand.said_no(each.id, user, Decline.NO_TIME, "private-words by hand"),
                    by_hand.taking_over(each.id, user),
                ]
            )
            self.play.write("by_hand", body)

    def calls(self) -> None:
        each = self.some_introduction()
        if each is not None:
            self.play.write("call", calling(each.id, self.mostly(self.asker_of(each))))

    def withdraws(self) -> None:
        each = self.some_introduction()
        if each is not None:
            user = self.mostly(self.asker_of(each))
            self.play.write("withdraw", withdrawing(user, each.need, self.dice.choice([None, each.id])))

    def speaks_in_private(self) -> None:
        each = self.some_introduction()
        if each is not None:
            useful = self.dice.random() < 0.5
            user = self.mostly(self.asker_of(each), each.expert_user or ADVISOR)
            self.play.write("feedback", feedback.answering(each.id, user, "private-words after", useful=useful))

    def advises(self) -> None:
        need, other = self.some_need(), self.some_need()
        if need is None or other is None:
            return
        user, colleague = self.mostly(*ADVISORS), self.dice.choice(EVERYBODY)
        day = self.play.clock().date() + timedelta(days=self.dice.randint(-1, 10))
        acts = [
            triage.taking(need.id, user),
            triage.handing_over(need.id, user, colleague, "private-words on handing over"),
            triage.giving_back(need.id, user),
            triage.snoozing(need.id, user, day),
            triage.merging(need.id, user, other.id),
        ]
        ends = [
            triage.concluding(need.id, user, self.dice.choice(list(Outcome)), "private-words on closing"),
            triage.referring(need.id, user, self.dice.choice(list(NoMatch)), "Ask the kiln in the next town."),
        ]
        self.play.write(triage.KIND, self.dice.choice([*acts, *acts, *ends]))
        self.play.write(notes.KIND, notes.noting(need.id, user, "private-words in a note"))

    def suggests(self) -> None:
        """An advisor corrects, proposes, introduces by hand or asks, and decides on what was corrected."""
        need = self.some_need()
        if need is None:
            return
        user, entry = self.mostly(*ADVISORS), self.dice.choice(ENTRIES)
        entries = self.dice.sample(ENTRIES, self.dice.randint(1, 3))
        mark = MARKS.get(need.asker.user, "nobody")
        kind, body = self.dice.choice(
            [
                (correct.KIND, correct.correcting(need.id, user, entries, "private-words on why so")),
                (propose.KIND, propose.proposing(need.id, user, entry, f"We dry oak, draft-of-{mark}")),
                (propose.KIND, propose.introducing_by_hand(need.id, user, entry)),
                (enquire.KIND, enquire.asking(need.id, user, f"How much of-{mark}?")),
                (labels.KIND, labels.deciding(f"{need.id}/1", user, approved=self.dice.random() < 0.5)),
            ]
        )
        self.play.write(kind, body)

    def is_answered(self) -> None:
        """A company answers an advisor: the question, or whether it wants help at all."""
        need = self.some_need()
        if need is not None:
            user = self.mostly(need.asker.user)
            words = f"words-of-{MARKS.get(need.asker.user, 'nobody')}"
            self.play.write(enquire.ANSWER, enquire.answering(need.id, user, words))
            self.play.write(file.CONSENT, file.consenting(need.id, user, agrees=self.dice.random() < 0.7))

    def files(self) -> None:
        company = self.dice.choice(COMPANIES)
        text = f"oak words-of-{MARKS[company]}"
        self.play.write(file.KIND, file.filing(self.mostly(*ADVISORS), Person("T1", company), text, "en"))

    def wishes(self) -> None:
        until = self.play.clock().date() + timedelta(days=self.dice.randint(1, 20))
        wishes = Availability(
            expert=self.dice.choice([FIRST, SECOND]),
            open_requests=self.dice.randint(1, 3),
            paused_until=self.dice.choice([None, None, until]),
            deputy=self.dice.choice([None, SECOND, "UCOLLEAGUE"]),
            at_once=self.dice.choice([None, None, True]),
        )
        self.play.write("availability", setting(wishes, self.dice.choice((*EXPERTS, *ADVISORS))))

    def slack_refuses(self) -> None:
        self.play.slack.refused = set(self.dice.sample(EVERYBODY, 2)) if self.dice.random() < 0.3 else set()

    def is_erased(self) -> None:
        if self.dice.random() < 0.5:
            self.play.write("erase", erasing(self.dice.choice((*COMPANIES, *EXPERTS))))

    def time_passes(self) -> None:
        hours = self.dice.choice([1, 1, 5, 5, 24, 48, 24 * 7])
        self.dice.choice([self.play.later, self.play.clock.move])(hours=hours)

    def happens_in_part(self) -> None:
        for _ in range(self.dice.randint(1, 6)):
            step: Callable[[], bool] = self.dice.choice(
                [lambda: work_once(self.play.desk), lambda: ring_once(self.play.desk), self.play.send]
            )
            step()

    def mostly(self, *rightful: str) -> str:
        """One of those who may, or now and then anybody."""
        return self.dice.choice(rightful if self.dice.random() < 0.85 else EVERYBODY)

    def asker_of(self, introduction: Introduction) -> str:
        with self.play.store.unit() as unit:
            return unit.needs.get(introduction.need).asker.user

    def some_need(self) -> Need | None:
        with self.play.store.unit() as unit:
            needs = [need for user in COMPANIES for need in unit.needs.of_asker(user)]
        return self.dice.choice(needs) if needs else None

    def introductions(self, need: str) -> list[Introduction]:
        with self.play.store.unit() as unit:
            return list(unit.introductions.of_need(need))

    def some_introduction(self) -> Introduction | None:
        needs = [row[0] for row in self.play.rows("select id from needs order by rowid")]
        every = [each for need in needs for each in self.introductions(need)]
        going_on = [each for each in every if not each.is_over]
        found = going_on if going_on and self.dice.random() < 0.9 else every
        return self.dice.choice(found) if found else None
