from pathlib import Path

import pytest

from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.rehearsal.wire import Json
from bot.slack.views.desk.file import CALLBACK, COMPANY, FILE, SHORTCUT, TEXT
from tests.slack.advising import pressing
from tests.slack.rig import ADVISORS, Rig, over_socket

WORDS = "They want a chair of oak"


def filed(rig: Rig) -> Need:
    with rig.store.unit() as unit:
        (row,) = unit.needs.db.query("select id from needs")
        return unit.needs.get(row["id"])


def files(rig: Rig, text: str = WORDS, company: str = "U0COMPANY") -> Json:
    """An advisor writes a need down for a company, from the desk."""
    rig.dispatch(pressing(rig, "advisor", FILE, "advisor"))
    rig.modal_of("advisor", CALLBACK)
    acknowledged: Json = rig.stage.submit("advisor", {COMPANY: company, TEXT: text}) or {}
    rig.work()
    return acknowledged


def says(rig: Rig, button: str) -> None:
    rig.stage.click("company", button)
    rig.work()


def test_the_company_is_asked_before_anything_is_looked_up_or_shown(rig: Rig) -> None:
    files(rig)

    assert "May I look for help with this?" in rig.stage.visible_to("company")
    assert filed(rig).state is NeedState.FILED
    assert rig.matcher.asked == []
    assert rig.posted(ADVISORS) == rig.posted("C0NEEDS") == []


def test_a_yes_is_answered_as_any_other_need_and_in_private(rig: Rig) -> None:
    files(rig)

    says(rig, "consent_yes")

    assert "These come closest to what you need." in rig.stage.visible_to("company")
    assert "You said yes." in rig.stage.visible_to("company")
    assert rig.posted("C0NEEDS") == []
    assert "Written down by <@U0ADVISOR>" in str(rig.posted(ADVISORS)[0]["blocks"])


def test_a_no_ends_it_and_only_the_advisor_who_wrote_it_hears_of_that(rig: Rig) -> None:
    files(rig)

    says(rig, "consent_no")

    assert filed(rig).state is NeedState.WITHDRAWN
    assert rig.matcher.asked == []
    assert "You said no, so I look for nothing." in rig.stage.visible_to("company")
    assert "The company said no" in rig.stage.visible_to("advisor")
    assert "The company said no" not in rig.stage.visible_to("advisor2")


def test_a_no_after_a_yes_comes_too_late_and_is_told_so(rig: Rig) -> None:
    files(rig)
    yes, no = (pressing(rig, "company", button, filed(rig).id) for button in ("consent_yes", "consent_no"))
    url = rig.stage.slack.response_url(rig.stage.slack.person("company"), rig.stage.slack.place("bot", "company"))

    rig.dispatch(yes)
    rig.work()
    rig.dispatch({**no, "response_url": url})
    rig.work()

    rig.stage.expect("decided already", user="company")
    assert filed(rig).state is NeedState.MATCHED


def test_a_yes_delivered_twice_is_one_yes(rig: Rig) -> None:
    files(rig)
    says(rig, "consent_yes")

    rig.dispatch(rig.stage.deliveries[-1]["payload"])
    rig.work()

    assert len(rig.matcher.asked) == 1


@pytest.mark.parametrize(
    ("word", "state"),
    [("yes", NeedState.MATCHED), ("Ja!", NeedState.MATCHED), ("no", NeedState.WITHDRAWN), ("Nej", NeedState.WITHDRAWN)],
)
@pytest.mark.parametrize("beneath", [True, False])
def test_a_word_typed_instead_of_pressing_is_the_answer(
    rig: Rig, word: str, state: NeedState, *, beneath: bool
) -> None:
    files(rig)

    rig.stage.say("company", "bot", word, filed(rig).place.thread if beneath else None)
    rig.work()

    assert filed(rig).state is state
    assert rig.matcher.asked == ([WORDS] if state is NeedState.MATCHED else [])


def test_a_word_that_was_typed_twice_is_a_need_the_second_time(rig: Rig) -> None:
    files(rig)
    for _ in range(2):
        rig.stage.say("company", "bot", "yes")
        rig.work()

    assert rig.matcher.asked == [WORDS, "yes"]


@pytest.mark.parametrize("text", ["Yes, and we need a table of oak", "a table of oak"])
def test_more_than_a_word_is_a_need_of_its_own(rig: Rig, text: str) -> None:
    files(rig)
    need = filed(rig)

    rig.stage.say("company", "bot", text)
    rig.work()

    assert rig.matcher.asked == [text]
    with rig.store.unit() as unit:
        assert unit.needs.get(need.id).state is NeedState.FILED


def test_a_word_of_somebody_else_agrees_to_nothing(rig: Rig) -> None:
    files(rig)
    need = filed(rig)

    rig.stage.say("company2", "bot", "yes")
    rig.work()

    with rig.store.unit() as unit:
        assert unit.needs.get(need.id) == need


@pytest.mark.parametrize("user", ["company2", "expert", "guest", "partner", "advisor"])
def test_nobody_else_can_say_yes_for_a_company(rig: Rig, user: str) -> None:
    files(rig)

    for button in ("consent_yes", "consent_no"):
        rig.dispatch(pressing(rig, user, button, filed(rig).id))
    rig.work()

    assert filed(rig).state is NeedState.FILED


def test_the_shortcut_takes_the_words_and_the_author_of_a_message(rig: Rig) -> None:
    message = rig.stage.say("company2", "needs", "We would like a chair, &lt;soon&gt; <@U0EXPERT>")

    rig.stage.message_shortcut("advisor", "needs", message, SHORTCUT)
    rig.modal_of("advisor", CALLBACK)
    rig.stage.submit("advisor")
    rig.work()

    assert filed(rig).asker.user == "U0COMPANY2"
    assert filed(rig).text == "We would like a chair, <soon>"
    assert filed(rig).filed_by == "U0ADVISOR"


@pytest.mark.parametrize("author", ["advisor", "advisor2"])
def test_what_an_advisor_wrote_down_names_no_company(rig: Rig, author: str) -> None:
    message = rig.stage.say(author, "advisors", "A visitor wanted a chair")

    rig.stage.message_shortcut("advisor", "advisors", message, SHORTCUT)
    view = rig.modal_of("advisor", CALLBACK)

    assert "initial_user" not in str(view["blocks"])
    assert rig.stage.submit("advisor") == {"blocked": "Whose need it is"}


def test_the_shortcut_is_for_advisors_alone(rig: Rig) -> None:
    message = rig.stage.say("company2", "needs", "We would like a chair")

    rig.stage.message_shortcut("company", "needs", message, SHORTCUT)

    rig.stage.expect("Only the innovation advisors", user="company")
    assert "U0COMPANY" not in rig.stage.slack.world.screens.stacks


@pytest.mark.parametrize(
    ("company", "text", "block", "said"),
    [
        ("U0GONE", WORDS, COMPANY, "I cannot write to this account"),
        ("U0PARTNER", WORDS, COMPANY, "I cannot write to this account"),
        ("U0BOT", WORDS, COMPANY, "I cannot write to this account"),
        ("U0ADVISOR", WORDS, COMPANY, "This is you."),
        ("U0COMPANY", "???", TEXT, "in words"),
    ],
)
def test_what_cannot_be_filed_says_why(rig: Rig, company: str, text: str, block: str, said: str) -> None:
    acknowledged = files(rig, text, company)

    assert said in acknowledged["errors"][block]
    with rig.store.unit() as unit:
        assert list(unit.needs.db.query("select id from needs")) == []


def test_the_advisor_is_told_what_happens_next(rig: Rig) -> None:
    acknowledged = files(rig)

    assert "I am asking the company now." in str(acknowledged["view"]["blocks"])


def test_an_advisor_hears_of_a_company_that_could_not_be_asked_after_all(rig: Rig) -> None:
    rig.stage.fault("conversations.open", error="cannot_dm_bot")

    files(rig)

    assert "I could not write to the company" in rig.stage.visible_to("advisor")
    assert "I could not write to the company" not in rig.stage.visible_to("advisor2")
    assert filed(rig).state is NeedState.FILED


def test_a_company_finds_what_waits_for_its_yes_on_its_home_tab(rig: Rig) -> None:
    files(rig)

    rig.stage.open_home("company")

    rig.stage.until(lambda: "Say yes or no to it" in rig.stage.visible_to("company"), what="the need on the Home tab")
    assert WORDS in rig.stage.visible_to("company")


def test_taking_back_what_was_filed_is_a_no(rig: Rig) -> None:
    files(rig)

    rig.stage.slash("company", "needs", "/lotsen", f"withdraw {filed(rig).id}")
    rig.work()

    assert filed(rig).state is NeedState.WITHDRAWN
    assert "You said no, so I look for nothing." in rig.stage.visible_to("company")
    assert "The company said no" in rig.stage.visible_to("advisor")
    assert rig.posted(ADVISORS) == []


def test_what_an_advisor_closes_before_it_was_agreed_to_leaves_nothing_to_say(rig: Rig) -> None:
    files(rig)

    rig.dispatch(pressing(rig, "advisor", "close_need", filed(rig).id))
    rig.work()

    assert filed(rig).state is NeedState.CLOSED
    assert "An innovation advisor has closed this." in rig.stage.visible_to("company")
    assert "consent_yes" not in str(rig.direct("company"))


def test_a_need_filed_twice_by_one_press_is_one(rig: Rig) -> None:
    files(rig)

    rig.dispatch(rig.stage.deliveries[-1]["payload"])
    rig.work()

    assert filed(rig).state is NeedState.FILED
    assert len(rig.direct("company")) == 1


def test_a_company_is_asked_in_the_language_of_its_words_over_socket_mode(tmp_path: Path) -> None:
    with over_socket(tmp_path) as rig:
        files(rig, "De behöver en chair")
        assert "Får jag leta efter hjälp med det här?" in rig.stage.visible_to("company")

        says(rig, "consent_no")

        assert "Ni har sagt nej, så jag letar inte." in rig.stage.visible_to("company")
        assert "Företaget har tackat nej" in rig.stage.visible_to("advisor")
        assert rig.stage.final_checks() == []
