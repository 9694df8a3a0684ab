"""What stands in the advisor channel: the announcement of a need, the digest, and the labels of the week."""

import pytest

from bot.domain.correction import Correction
from bot.domain.message import Message, Topic
from bot.rehearsal.block_kit.rendering import shown
from bot.slack.views.desk.labels import APPROVE, LEAVE_OUT
from bot.slack.views.desk.look import CALLBACK
from tests.slack.answers import DYEING, MILLING
from tests.slack.looking import fill
from tests.slack.rig import ADVISORS, MONDAY, Rig


def channel(rig: Rig) -> list[str]:
    """What the bot wrote to the advisors, as it stands now."""
    return [shown(message) for message in rig.posted(ADVISORS)]


def test_a_need_is_announced_once_and_brought_up_to_date_when_it_is_taken(rig: Rig) -> None:
    rig.asks("a chair of oak")
    assert "Taken by: nobody yet" in channel(rig)[0]

    rig.stage.click("advisor", "Take it")
    rig.work()

    (announced,) = channel(rig)
    assert "Taken by: <@U0ADVISOR>" in announced
    assert "[Take it]" not in announced


def test_of_two_who_take_it_at_once_one_has_it(rig: Rig) -> None:
    rig.asks("a chair of oak")
    rig.stage.click("advisor", "Take it")
    rig.stage.click("advisor2", "Take it")
    rig.work()

    assert "Taken by: <@U0ADVISOR>" in channel(rig)[0]


def test_an_announcement_opens_the_page_of_its_need(rig: Rig) -> None:
    rig.asks("a chair of oak")

    rig.stage.click("advisor", "desk_open")

    assert "N1" in str(rig.modal_of("advisor", "desk_case")["title"])


def test_an_introduction_shows_in_the_announcement_with_its_promise(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))

    assert "Timber Workshop: asked; answer promised by Wednesday 6 March, 10:00" in channel(rig)[0]


def test_a_swedish_need_is_announced_in_swedish(rig: Rig) -> None:
    rig.asks("ett behov av chair på måndag")

    assert "# Behov N1: besvarat med träffar" in channel(rig)[0]


def told(rig: Rig, topic: Topic) -> None:
    """A message about no need leaves."""
    with rig.store.unit() as unit:
        unit.outbox.put(Message(topic, None, mark=MONDAY.date().isoformat()), MONDAY)
    rig.work()


def test_the_digest_opens_the_list_behind_a_figure(rig: Rig) -> None:
    fill(rig, 3)
    told(rig, Topic.DIGEST)
    assert "*3* new needs that nobody has taken yet" in channel(rig)[0]

    rig.stage.click("advisor", "desk_figure_new")

    assert "New: 3 needs" in str(rig.modal_of("advisor", CALLBACK)["blocks"])


@pytest.mark.parametrize(("action", "approved"), [(APPROVE, ["C1"]), (LEAVE_OUT, [])])
def test_a_correction_is_decided_about_and_leaves_the_message(rig: Rig, action: str, approved: list[str]) -> None:
    fill(rig, 1)
    with rig.store.unit() as unit:
        early = MONDAY.replace(day=1)
        unit.corrections.add(Correction("C1", "N1", "U0ADVISOR", early, (MILLING,), (DYEING,), "It is about colour."))
    told(rig, Topic.LABELS_DUE)
    assert "Why: It is about colour." in channel(rig)[0]

    rig.stage.click("advisor2", action)
    rig.work()

    assert "Everything is decided." in channel(rig)[0]
    with rig.store.unit() as unit:
        assert [each.id for each in unit.corrections.approved()] == approved
