import json
from pathlib import Path

import pytest

from tests.cli.command import Lotsen


def listed(lotsen: Lotsen) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = json.loads(lotsen("experts", "list", "--json").output)
    return rows


def test_an_expert_who_is_linked_is_listed_with_account_and_address(lotsen: Lotsen) -> None:
    lotsen("experts", "link", "kiln/master", "--slack", "U0MASTER", "--email", "master@example.com")

    assert listed(lotsen) == [
        {
            "id": "kiln/master",
            "role": "Kiln master",
            "infrastructure": "kiln",
            "slack": "U0MASTER",
            "email": "master@example.com",
        }
    ]


def test_an_address_takes_the_place_of_an_older_account(lotsen: Lotsen) -> None:
    lotsen("experts", "link", "kiln/master", "--slack", "U0MASTER")
    lotsen("experts", "link", "kiln/master", "--email", "master@example.com")

    assert (listed(lotsen)[0]["slack"], listed(lotsen)[0]["email"]) == (None, "master@example.com")


def test_the_table_says_how_many_are_linked(lotsen: Lotsen) -> None:
    result = lotsen("experts", "list")

    assert "Kiln master" in result.output
    assert "0 of 1 are linked." in result.output


def test_an_expert_who_is_unlinked_is_nobody(lotsen: Lotsen) -> None:
    lotsen("experts", "link", "kiln/master", "--slack", "U0MASTER")
    lotsen("experts", "unlink", "kiln/master")

    assert listed(lotsen)[0]["slack"] is None


def test_an_expert_who_left_the_catalogue_is_still_listed_and_can_be_unlinked(lotsen: Lotsen, tmp_path: Path) -> None:
    lotsen("experts", "link", "kiln/master", "--slack", "U0MASTER")
    text = (tmp_path / "catalogue" / "kiln.yaml").read_text(encoding="utf-8")
    (tmp_path / "catalogue" / "kiln.yaml").write_text(text.replace("id: master", "id: keeper"), encoding="utf-8")

    assert [row["id"] for row in listed(lotsen)] == ["kiln/keeper", "kiln/master"]
    assert lotsen("experts", "unlink", "kiln/master").exit_code == 0


def test_an_unknown_expert_is_answered_with_experts_like_it(lotsen: Lotsen) -> None:
    result = lotsen("experts", "link", "kiln/masters", "--slack", "U0MASTER")

    assert result.exit_code == 1
    assert "did you mean kiln/master?" in result.stderr


def test_a_service_in_place_of_an_expert_is_answered_with_its_expert(lotsen: Lotsen) -> None:
    assert "answered for by kiln/master" in lotsen("experts", "link", "kiln/firing", "--slack", "U0MASTER").stderr
    assert "no expert answers for it" in lotsen("experts", "link", "kiln/glazing", "--slack", "U0MASTER").stderr


def test_unlinking_somebody_who_is_not_linked_says_so(lotsen: Lotsen) -> None:
    lotsen("experts", "link", "kiln/master", "--slack", "U0MASTER")

    result = lotsen("experts", "unlink", "kiln/mister")

    assert result.exit_code == 1
    assert result.stderr == "Error: kiln/mister is not linked; did you mean kiln/master?\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--slack", "@master"),
        ("--slack", "C0CHANNEL"),
        ("--slack", "u0master"),
        ("--email", "master"),
        ("--email", "Kiln <master@example.com>"),
        ("--email", "master@example"),
    ],
)
def test_a_malformed_account_or_address_is_refused(lotsen: Lotsen, wrong: tuple[str, str]) -> None:
    result = lotsen("experts", "link", "kiln/master", *wrong)

    assert result.exit_code == 2
    assert "wanted" in result.stderr


def test_linking_to_nobody_is_refused(lotsen: Lotsen) -> None:
    assert "give --slack, --email or both" in lotsen("experts", "link", "kiln/master").stderr
