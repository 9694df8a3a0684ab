"""What advisors write among themselves, and whose need is like whose, is in no message to a company or an expert."""

import pytest

from bot.desk.by_hand import KIND as BY_HAND
from bot.desk.by_hand import said_no, taking_over
from bot.desk.correct import KIND as CORRECT
from bot.desk.correct import correcting
from bot.desk.notes import KIND as NOTE
from bot.desk.notes import noting
from bot.desk.show import shown
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import concluding, handing_over, merging, taking
from bot.domain.introduction import Decline
from bot.domain.message import AUDIENCE, Audience, Message, Topic
from bot.domain.showing import ForAdvisors
from bot.domain.triage import Outcome
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, DRYING, NOBODYS, OTHER_ADVISOR

NOT_FOR_ADVISORS = [topic for topic in Topic if AUDIENCE[topic] not in {Audience.ADVISORS, Audience.ADVISOR}]
OF_OTHERS = ("amber", "N2", "UOTHERCOMPANY", ADVISOR, OTHER_ADVISOR)


@pytest.fixture(scope="module")
def play() -> Play:
    """A need around which advisors have written everything that they can, beside another company's like it."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked(DRYING, CARVING, NOBODYS)
    play.asked(user="UOTHERCOMPANY", text="oak amber")
    for kind, body in (
        (TRIAGE, taking("N1", ADVISOR)),
        (NOTE, noting("N1", ADVISOR, "amber in a note")),
        (TRIAGE, handing_over("N1", ADVISOR, OTHER_ADVISOR, "amber on handing over")),
        (TRIAGE, merging("N1", ADVISOR, "N2")),
        (CORRECT, correcting("N1", ADVISOR, [CARVING, DRYING], "amber is a reason")),
        (BY_HAND, taking_over(f"N1/{CARVING}", ADVISOR)),
        (BY_HAND, said_no(f"N1/{CARVING}", ADVISOR, Decline.OTHER, "amber by telephone")),
        (TRIAGE, concluding("N1", OTHER_ADVISOR, Outcome.NOT_NOW, "amber in the end")),
    ):
        play.happens(kind, body)
    return play


def told(play: Play, topic: Topic, entry: str) -> str:
    with play.store.unit() as unit:
        return repr([shown(play.desk, unit, Message(topic, "N1", about, "1")) for about in (None, f"N1/{entry}")])


@pytest.mark.parametrize("entry", [DRYING, CARVING, NOBODYS])
@pytest.mark.parametrize("topic", NOT_FOR_ADVISORS)
def test_no_message_to_a_company_or_an_expert_holds_what_is_among_advisors(
    play: Play, topic: Topic, entry: str
) -> None:
    assert not [word for word in OF_OTHERS if word in told(play, topic, entry)]


def test_nothing_that_was_ever_posted_to_others_held_it(play: Play) -> None:
    posts = [post for post in play.slack.seen if not post.readers & {ADVISOR, OTHER_ADVISOR, "UOTHERCOMPANY"}]

    assert len(posts) > 5
    assert not [word for word in OF_OTHERS if any(word in repr(post.value) for post in posts)]


def test_the_advisors_read_all_of_it(play: Play) -> None:
    value = play.slack.posts["need:N1"].value

    assert isinstance(value, ForAdvisors)
    said = [each.words.for_advisors() for each in value.private_words]
    assert said == [
        "amber in a note",
        "amber on handing over",
        "amber by telephone",
        "amber in the end",
    ]
