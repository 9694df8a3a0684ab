"""users.*: who shows what."""

from slack_sdk import WebClient

from tests.rehearsal.calling import refusal


def test_a_person_shows_role_and_address(client: WebClient) -> None:
    person = client.users_info(user="U0EXPERT")["user"]

    assert person["real_name"] == "Expert"
    assert person["profile"]["email"] == "expert@example.com"


def test_a_person_of_another_workspace_hides_the_address(client: WebClient) -> None:
    person = client.users_info(user="U0PARTNER")["user"]

    assert "email" not in person["profile"]
    assert person["team_id"] == "T0PARTNER"


def test_finds_people_by_address_but_not_closed_accounts(client: WebClient) -> None:
    assert client.users_lookupByEmail(email="advisor@example.com")["user"]["id"] == "U0ADVISOR"
    assert refusal(client.users_lookupByEmail, email="gone@example.com") == "users_not_found"


def test_lists_everyone_with_guests_and_closed_accounts_marked(client: WebClient) -> None:
    people = {each["id"]: each for each in client.users_list()["members"]}

    assert len(people) == 10
    assert people["U0GUEST"]["is_restricted"]
    assert people["U0GONE"]["deleted"]


def test_refuses_unknown_people(client: WebClient) -> None:
    assert refusal(client.users_info, user="U0NOBODY") == "user_not_found"
    assert client.users_profile_get()["profile"]["display_name"] == "bot"
