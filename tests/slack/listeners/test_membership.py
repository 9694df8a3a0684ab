from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.wire import Json
from tests.slack.looking import fill, home, in_home, open_home
from tests.slack.rig import ADVISORS, Rig


def happens(rig: Rig, event: str, user: str, channel: str = ADVISORS) -> None:
    """What Slack tells of somebody who came to a channel or left it."""
    told: Json = {"type": event, "user": user, "channel": channel, "channel_type": "G", "team": "T0HOME"}
    rig.dispatch({"type": "event_callback", "event_id": f"Ev{event}", "team_id": "T0HOME", "event": told})


def test_who_becomes_an_advisor_finds_the_desk_on_their_home_at_once(rig: Rig) -> None:
    fill(rig, 1)
    assert "desk" not in open_home(rig, "expert").lower()

    rig.stage.channels[ADVISORS].members.append("U0EXPERT")
    happens(rig, "member_joined_channel", "U0EXPERT")

    rig.stage.until(lambda: "The advisors' desk" in render(home(rig, "expert")["blocks"]), what="the desk")


def test_who_is_an_advisor_no_longer_has_nothing_of_it_left_on_their_home(rig: Rig) -> None:
    fill(rig, 1)
    open_home(rig)
    in_home(rig, "desk_pile_all")

    rig.stage.channels[ADVISORS].members.remove("U0ADVISOR")
    happens(rig, "member_left_channel", "U0ADVISOR")

    rig.stage.until(lambda: "A chair of oak" not in render(home(rig)["blocks"]), what="a Home without the desk")
    assert home(rig)["private_metadata"] == ""


def test_the_needs_of_an_advisor_who_leaves_are_free_again_and_the_others_are_told_once(rig: Rig) -> None:
    fill(rig, 2)
    for need in ("N1", "N2"):
        rig.reception.write(need, TRIAGE, taking(need, "U0ADVISOR2"))
    rig.work()

    rig.stage.channels[ADVISORS].members.remove("U0ADVISOR2")
    for _ in range(2):
        happens(rig, "member_left_channel", "U0ADVISOR2")
        rig.work()

    told = [each["text"] for each in rig.posted(ADVISORS) if "free again" in each["text"]]
    assert [text.partition(",")[0] for text in told] == ["2 needs are free again"]
    assert "2 behov är lediga igen" in told[0]


def test_who_leaves_another_channel_keeps_what_they_have(rig: Rig) -> None:
    fill(rig, 1)
    rig.reception.write("N1", TRIAGE, taking("N1", "U0ADVISOR2"))
    happens(rig, "member_left_channel", "U0ADVISOR2", "C0NEEDS")
    rig.work()

    with rig.store.unit() as unit:
        assert unit.triage.get("N1").advisor == "U0ADVISOR2"


def test_who_comes_to_another_channel_keeps_their_home_as_it_is(rig: Rig) -> None:
    open_home(rig, "expert")
    published = [call for call in rig.stage.calls if call["method"] == "views.publish"]

    happens(rig, "member_joined_channel", "U0EXPERT", "C0NEEDS")
    rig.stage.quiet(0.2)

    assert [call for call in rig.stage.calls if call["method"] == "views.publish"] == published


def test_the_bot_itself_and_accounts_of_elsewhere_have_no_home_to_publish(rig: Rig) -> None:
    for user in ("U0BOT", "U0PARTNER", "U0GONE"):
        happens(rig, "member_joined_channel", user)
    rig.stage.quiet(0.2)

    assert rig.stage.homes == {}
