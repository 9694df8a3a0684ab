"""What advisors have added to a case: notes, questions to the company with their answers, changed matches."""

from bot.domain.case import Case
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.lifecycle import NeedEvent
from bot.domain.private_words import PrivateWords
from bot.slack.blocks import Block, cut, escape, joined, people_words, section, words
from bot.slack.views.advisors import ABOUT
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.asked import in_pieces
from bot.slack.wording import advisors as advisors_wording
from bot.slack.wording.desk import case as wording

_LONGEST, _MOST_ENTRIES = 600, 5


def note_items(case: Case, advisor: Advisor, *, in_full: bool) -> list[list[Block]]:
    """Every note and all other words for advisors only, the newest first."""
    return [_note(each, advisor, in_full=in_full) for each in reversed(case.private_words)]


def referral(case: Case) -> str:
    """What the company was told when an advisor said that nobody here can help; empty otherwise, and once erased."""
    return next((event.kept.get("text", "") for event in reversed(case.events) if event.name == NeedEvent.REFERRED), "")


def enquiry_items(case: Case, advisor: Advisor, *, in_full: bool) -> list[list[Block]]:
    """Every question to the company with its answer, the newest first."""
    return [_enquiry(each, advisor, in_full=in_full) for each in reversed(case.enquiries)]


def correction_items(case: Case, advisor: Advisor) -> list[list[Block]]:
    """Every change of the matches with its reason, the newest first."""
    return [_correction(each, advisor) for each in reversed(case.corrections)]


def _note(each: PrivateWords, advisor: Advisor, *, in_full: bool) -> list[Block]:
    useful = {True: [advisors_wording.WAS_USEFUL], False: [advisors_wording.NOT_USEFUL], None: []}[each.useful]
    told = [advisor.sees(said) for said in (ABOUT[each.about], *useful)]
    heading = section(joined(advisor.names(each.author), escape(advisor.time(each.at)), *told, by="  ·  "))
    return [heading, *_said(each.words.for_advisors(), in_full=in_full)]


def _enquiry(each: Enquiry, advisor: Advisor, *, in_full: bool) -> list[Block]:
    asked = wording.asked(advisor.time(each.asked_at))
    blocks = [
        section(joined(advisor.names(each.asked_by), advisor.sees(asked))),
        *_said(each.question, in_full=in_full),
    ]
    if each.answered_at is None:
        return [*blocks, section(advisor.sees(wording.NO_ANSWER_YET))]
    answered = section(advisor.sees(wording.answered(advisor.time(each.answered_at))))
    return [*blocks, answered, *_said(each.answer or "", in_full=in_full)]


def _correction(each: Correction, advisor: Advisor) -> list[Block]:
    before, after = (
        ", ".join(advisor.facts(entry).name for entry in entries[:_MOST_ENTRIES])
        for entries in (each.before, each.after)
    )
    changed = joined(advisor.names(each.advisor), escape(advisor.time(each.at)), by="  ·  ")
    places = words(advisor.reads(wording.in_place_of(after, before)))
    return [section(changed), places, *_said(each.reason, in_full=False)]


def _said(text: str, *, in_full: bool) -> list[Block]:
    """Somebody's words, all of them or their beginning; nothing where they are empty."""
    pieces = in_pieces(text) if in_full else [cut(text.strip(), _LONGEST)]
    return [people_words(piece) for piece in pieces if piece]
