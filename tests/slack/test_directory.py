from collections.abc import Iterator

import pytest
from slack_sdk.errors import SlackApiError

from bot.domain.people import Reach
from bot.rehearsal import Stage
from bot.slack.app import Access, posting_client
from bot.slack.directory import FRESH_SECONDS, Recent, SlackDirectory
from tests.slack.rig import ADVISORS, MANIFEST


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage(manifest=MANIFEST) as running:
        yield running


@pytest.fixture
def directory(stage: Stage) -> SlackDirectory:
    return directory_of(stage)


def directory_of(stage: Stage, channel: str | None = ADVISORS) -> SlackDirectory:
    env = stage.env()
    client = posting_client(Access(env["SLACK_BOT_TOKEN"], api_url=env["SLACK_API_URL"]))
    return SlackDirectory(client, channel, clock=lambda: 0.0)


def calls_of(stage: Stage) -> list[str]:
    return [call["method"] for call in stage.calls]


@pytest.mark.parametrize(
    ("user", "reach"),
    [
        ("U0EXPERT", Reach.REACHABLE),
        ("U0GUEST", Reach.REACHABLE),
        ("U0GONE", Reach.DEACTIVATED),
        ("U0PARTNER", Reach.ELSEWHERE),
        ("U0BOT", Reach.REFUSED),
        ("U0NOBODY", Reach.REFUSED),
    ],
)
def test_knows_who_can_be_written_to(directory: SlackDirectory, user: str, reach: Reach) -> None:
    assert directory.reach(user) is reach


@pytest.mark.parametrize(("user", "guest"), [("U0GUEST", True), ("U0EXPERT", False)])
def test_knows_who_is_a_guest(directory: SlackDirectory, user: str, *, guest: bool) -> None:
    assert directory.is_guest(user) is guest


def test_finds_an_account_by_its_address(directory: SlackDirectory) -> None:
    assert directory.user_with_email("expert@example.com") == "U0EXPERT"
    assert directory.user_with_email("nobody@example.com") is None
    assert directory.user_with_email("") is None


def test_an_address_is_looked_up_once_in_a_while(stage: Stage, directory: SlackDirectory) -> None:
    for email in ("expert@example.com", "nobody@example.com") * 2:
        directory.user_with_email(email)

    assert calls_of(stage) == ["users.lookupByEmail"] * 2


@pytest.mark.parametrize(
    ("user", "email", "has"),
    [
        ("U0EXPERT", "expert@example.com", True),
        ("U0EXPERT", "Expert@Example.com", True),
        ("U0EXPERT", "expert2@example.com", False),
        ("U0GONE", "gone@example.com", False),
        ("U0PARTNER", "partner@example.com", False),
        ("U0NOBODY", "nobody@example.com", False),
    ],
)
def test_knows_an_account_by_its_own_address(directory: SlackDirectory, user: str, email: str, *, has: bool) -> None:
    assert directory.has_address(user, email) is has


def test_many_addresses_are_compared_with_one_account_in_one_question(stage: Stage, directory: SlackDirectory) -> None:
    for number in range(30):
        directory.has_address("U0EXPERT", f"expert{number}@example.com")

    assert [method for method in calls_of(stage) if method.startswith("users.")] == ["users.info"]


def test_an_address_is_looked_up_where_slack_does_not_show_the_accounts_own(
    directory: SlackDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "_person", lambda _: {"team_id": "T0HOME", "profile": {}})

    assert directory.has_address("U0EXPERT", "expert@example.com")
    assert not directory.has_address("U0EXPERT", "nobody@example.com")


def test_advisors_are_the_people_in_their_channel_without_bots(
    directory: SlackDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.directory._PAGE", 2)

    assert directory.advisors() == ("U0ADVISOR", "U0ADVISOR2")


def test_without_a_channel_there_are_no_advisors(stage: Stage) -> None:
    assert directory_of(stage, None).advisors() == ()


def test_a_channel_that_is_not_there_is_said_in_the_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    assert directory_of(stage, "C0NOWHERE").advisors() == ()
    assert "invite the bot" in caplog.text


def test_a_slack_that_does_not_answer_is_asked_again_later(stage: Stage, directory: SlackDirectory) -> None:
    stage.fault("*", 3, status=503)

    with pytest.raises(SlackApiError):
        directory.advisors()
    with pytest.raises(SlackApiError):
        directory.reach("U0EXPERT")
    with pytest.raises(SlackApiError):
        directory.user_with_email("expert@example.com")


def test_a_person_is_asked_for_once_in_a_while(stage: Stage, directory: SlackDirectory) -> None:
    directory.reach("U0EXPERT")
    directory.reach("U0EXPERT")

    assert calls_of(stage).count("users.info") == 1


def test_english_is_spoken_to_whoever_slack_does_not_know(directory: SlackDirectory) -> None:
    assert directory.locale("U0EXPERT") == "en"
    assert directory.locale("U0NOBODY") == "en"


@pytest.mark.parametrize(
    ("person", "reach"),
    [
        ({"team_id": "T9", "enterprise_user": {"teams": ["T0HOME", "T9"]}}, Reach.REACHABLE),
        ({"team_id": "T9", "enterprise_user": {"teams": ["T9"]}}, Reach.ELSEWHERE),
        ({"team_id": "T0HOME", "is_stranger": True}, Reach.ELSEWHERE),
    ],
)
def test_a_colleague_of_the_same_organisation_is_at_home(
    directory: SlackDirectory, monkeypatch: pytest.MonkeyPatch, person: dict[str, object], reach: Reach
) -> None:
    monkeypatch.setattr(directory, "_person", lambda _: person)

    assert directory.reach("W1") is reach


def test_swedish_is_spoken_to_whoever_has_slack_in_swedish(
    directory: SlackDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "_person", lambda _: {"locale": "sv-SE"})

    assert directory.locale("U0EXPERT") == "sv"


def test_what_is_old_is_asked_for_again_and_forgotten() -> None:
    now = [0.0]
    recent: Recent[float] = Recent(lambda: now[0])

    assert recent.get("a", lambda: 1.0) == 1.0
    assert recent.get("a", lambda: 2.0) == 1.0
    now[0] = FRESH_SECONDS
    assert recent.get("b", lambda: 3.0) == 3.0
    assert recent.get("a", lambda: 4.0) == 4.0


def test_members_are_asked_for_anew_when_somebody_came_or_went(stage: Stage, directory: SlackDirectory) -> None:
    directory.advisors()
    stage.channels[ADVISORS].members.remove("U0ADVISOR2")

    assert directory.advisors() == ("U0ADVISOR", "U0ADVISOR2")
    assert directory.members_changed(ADVISORS)
    assert directory.advisors() == ("U0ADVISOR",)


def test_who_comes_to_another_channel_changes_nothing(stage: Stage, directory: SlackDirectory) -> None:
    directory.advisors()

    assert not directory.members_changed("C0NEEDS")
    directory.advisors()
    assert calls_of(stage).count("conversations.members") == 1
