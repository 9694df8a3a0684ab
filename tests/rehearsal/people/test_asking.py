"""Commands and shortcuts, seen from what the bot is sent."""

from collections.abc import Callable

from bot.rehearsal import Stage
from tests.rehearsal.calling import sent
from tests.rehearsal.conftest import Play


def test_shortcuts_carry_what_they_were_used_on(stage: Stage) -> None:
    said = stage.say("company", "needs", "help with X-rays")
    stage.message_shortcut("expert", "needs", said, "find_help")
    assert sent(stage)["message"]["text"] == "help with X-rays"

    stage.shortcut("expert", "new_need")
    assert sent(stage)["type"] == "shortcut"


def test_people_of_another_workspace_have_no_menus_of_ours(stage: Stage) -> None:
    stage.slash("partner", "partner-connect", "/need")
    stage.shortcut("partner", "new_need")
    stage.open_home("partner")

    assert stage.deliveries == []
    assert "Slack offers no App Home there" in stage.lines[-1]


def test_what_the_manifest_lacks_is_reported() -> None:
    with Stage(manifest={"features": {}}) as stage:
        stage.down = True
        stage.slash("company", "needs", "/need")

        assert stage.problems == ["/need is not in the manifest []"]
        assert stage.deliveries == []


def test_what_a_command_is_acknowledged_with_is_shown_to_the_person(play: Play) -> None:
    with play(manifest=None) as (stage, listeners):

        def tell(ack: Callable[..., object]) -> None:
            ack("Only for you.")

        listeners.app.command("/tell")(tell)
        stage.slash("company", "needs", "/tell", "now")

        assert "Only for you." in stage.visible_to("company")
        assert "Only for you." not in stage.visible_to("advisor")


def test_shortcuts_are_checked_against_the_manifest() -> None:
    with Stage(manifest={"features": {}}, mode="http", request_url="http://127.0.0.1:9/") as stage:
        stage.down = True
        stage.shortcut("company", "new_need")
        stage.message_shortcut("company", "needs", stage.say("company", "needs", "x"), "find_help")

        assert stage.problems == [
            "global shortcut new_need is not in the manifest []",
            "message shortcut find_help is not in the manifest []",
        ]
