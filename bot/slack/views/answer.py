"""The answer to a need, where it was asked: matches, nearest misses, a question back, or a friendly line."""

from collections.abc import Iterator, Sequence

from bot.domain.catalogue import Catalogue
from bot.domain.correction import PLACES
from bot.domain.need import Need
from bot.slack.blocks import (
    Block,
    Markup,
    Posting,
    actions,
    bullets,
    button,
    cut,
    divider,
    escape,
    fallback,
    joined,
    note,
    words,
)
from bot.slack.views.choice import Picked
from bot.slack.views.choose import CHOOSE
from bot.slack.views.entry import entry_facts
from bot.slack.views.match import caveats, match_blocks, title
from bot.slack.views.put_right import limits_read
from bot.slack.wording import answer as wording
from bot.slack.wording.choose import CHOOSE_SEVERAL
from bot.slack.wording.corrected import SUGGESTED, in_short
from bot.slack.wording.match import SEE_ALL as SEE_ALL_LABEL
from bot.slack.wording.said import Said
from matcher.answer import Answer, Match, Option, Question
from matcher.context import MOST_QUESTIONS

SEE_ALL = "see_all"
OPTION = "question_option"  #: with the option's number behind it, since ids differ within one row of buttons
SKIP = "question_skip"

_LINES = 3
_OPTIONS = 4
_LONGEST_PART = 160
_LONGEST_MISSING = 200


def answer_posting(need: Need, answer: Answer, catalogue: Catalogue) -> Posting:
    """The whole answer as one message."""
    match answer.outcome:
        case "matches":
            return _matches(need, answer, catalogue, _heading(answer))
        case "nothing_fits":
            return _nothing_fits(need, answer, catalogue)
        case "unclear":
            return _unclear(need, answer)
        case "not_a_need":
            return _not_a_need(need, answer)


def skipped_posting(need: Need, answer: Answer, catalogue: Catalogue) -> Posting:
    """The nearest matches in place of a question that the person skipped."""
    heading = wording.SKIPPED if answer.matches else wording.NOTHING_NEAR
    return _matches(need, answer, catalogue, heading)


def corrected_posting(need: Need, answer: Answer, catalogue: Catalogue) -> Posting:
    """The answer once an advisor has put matches before the company: all of them, in the advisor's order."""
    chosen: list[tuple[str | None, Match]] = [(None, match) for match in answer.matches[:PLACES]]
    return _matches(need, answer, catalogue, SUGGESTED, chosen)


def chosen_posting(need: Need, option: str) -> Posting:
    """In place of a question: what was chosen, without the buttons."""
    text = wording.chose(option).in_(need.spoken)
    return Posting(fallback(text), [words(text)])


def option_of(need: Need | None, picked: Picked) -> Option | None:
    """The option that was pressed; None when the need has no such question."""
    question = need.answer.question if need is not None and need.answer is not None else None
    if question is None or not 0 <= picked.option < len(question.options):
        return None
    return question.options[picked.option]


def _heading(answer: Answer) -> Said:
    """What stands above the matches; those that no question made any surer are called what they are."""
    if answer.chosen is not None:
        return wording.FOUND_CHOSEN
    if answer.clear_parts:
        return wording.FOUND_FOR_PARTS
    is_sure = any(match.level == "strong" for match in answer.matches)
    return wording.FOUND_UNSURE if answer.asked >= MOST_QUESTIONS and not is_sure else wording.FOUND


def lines(answer: Answer) -> list[tuple[str | None, Match]]:
    """The matches to show first, each with the part of the need it is for: the best of each part, then the rest.

    One for each infrastructure: three services of one house are one place to go to, and "See all" has the others. Of a
    need that was answered with a choice it is what was chosen: the others were before the company, and it passed them.
    """
    if answer.chosen is not None:
        return [(None, match) for match in answer.matches if match.id == answer.chosen]
    chosen: dict[str, tuple[str | None, Match]] = {}
    for part in answer.clear_parts:
        for match in [each for each in part.matches if each.infrastructure not in chosen][:1]:
            chosen[match.infrastructure] = (part.text, match)
    for match in answer.matches:
        chosen.setdefault(match.infrastructure, (None, match))
    return list(chosen.values())[:_LINES]


def _matches(
    need: Need,
    answer: Answer,
    catalogue: Catalogue,
    heading: Said,
    chosen: Sequence[tuple[str | None, Match]] | None = None,
) -> Posting:
    language = need.spoken
    shown = lines(answer) if chosen is None else chosen
    blocks = [words(heading.in_(language)), *limits_read(need, answer)]
    for part, match in shown:
        blocks.append(divider())
        if part is not None:
            blocks.append(words(wording.for_part(cut(part, _LONGEST_PART)).in_(language)))
        blocks += match_blocks(need.id, match, catalogue, language, above=part)
    if shown:
        blocks.append(divider())
        several = [button(CHOOSE, CHOOSE_SEVERAL.in_(language), need.id)] if len(answer.matches) > 1 else []
        blocks.append(actions(button(SEE_ALL, SEE_ALL_LABEL.in_(language), need.id), *several))
    names = ", ".join(entry_facts(catalogue, match.id, language).name for _, match in shown)
    text = _in_short(names, heading, by_advisor=chosen is not None).in_(language)
    return Posting(fallback(text), [*blocks, *_closing(need, answer)])


def _in_short(names: str, heading: Said, *, by_advisor: bool) -> Said:
    if not names:
        return heading
    return in_short(names) if by_advisor else wording.in_short(names)


def _nothing_fits(need: Need, answer: Answer, catalogue: Catalogue) -> Posting:
    language = need.spoken
    text = wording.NOTHING_FITS.in_(language)
    blocks = [words(text), *limits_read(need, answer)]
    if answer.missing:
        gap = cut(", ".join(answer.missing), _LONGEST_MISSING)
        blocks.append(words(wording.missing(gap).in_(language)))
    nearest = nearest_misses(answer, catalogue, language)
    if nearest is not None:
        blocks += [words(wording.NEAREST.in_(language)), nearest]
    blocks += [words(door) for door in _doors(answer, catalogue, language)]
    blocks.append(words(wording.ADVISOR_HAS_IT.in_(language)))
    return Posting(fallback(text), [*blocks, *_closing(need, answer)])


def nearest_misses(answer: Answer, catalogue: Catalogue, language: str) -> Block | None:
    """The nearest matches of a need that nothing fits, one of each unit, with why; None where nothing says why.

    A service says it better than an expert, who is named only where none of the unit's services has a reason.
    """
    why: dict[str, Markup] = {}
    for match in sorted(answer.matches, key=lambda match: match.kind == "expert"):
        facts = entry_facts(catalogue, match.id, language)
        reason = next(iter(caveats(match, language)), facts.does_not)
        if reason:
            why.setdefault(match.infrastructure, joined(title(facts), escape(reason), by="\n   "))
    nearest = dict.fromkeys(match.infrastructure for match in answer.matches if match.infrastructure in why)
    return bullets(why[unit] for unit in list(nearest)[:_LINES]) if nearest else None


def _doors(answer: Answer, catalogue: Catalogue, language: str) -> Iterator[str]:
    """A way elsewhere, if the unit of the nearest match knows one."""
    if answer.matches:
        for door in entry_facts(catalogue, answer.matches[0].id, language).elsewhere[:1]:
            yield wording.elsewhere(door).in_(language)


def _unclear(need: Need, answer: Answer) -> Posting:
    if answer.question is not None:
        return _question(need, answer, answer.question)
    language = need.spoken
    text = wording.SAY_MORE.in_(language)
    reply = wording.REPLY_HERE if need.place.private else wording.REPLY_AND_MENTION
    return Posting(fallback(text), [words(text), note(reply.in_(language)), *_closing(need, answer)])


def _question(need: Need, answer: Answer, question: Question) -> Posting:
    language = need.spoken
    text = question.text[language]
    options = [
        button(f"{OPTION}_{number}", option.label[language], Picked(need.id, number).packed())
        for number, option in enumerate(question.options[:_OPTIONS])
    ]
    skip = button(SKIP, wording.SKIP.in_(language), need.id)
    blocks = [words(text), *limits_read(need, answer), actions(*options, skip)]
    return Posting(fallback(text), [*blocks, *_closing(need, answer)])


def _not_a_need(need: Need, answer: Answer) -> Posting:
    text, tell_me = wording.NOT_A_NEED.in_(need.spoken), wording.TELL_ME.in_(need.spoken)
    return Posting(fallback(f"{text} {tell_me}"), [words(text), words(tell_me), *_closing(need, answer)])


def _closing(need: Need, answer: Answer) -> list[Block]:
    """Who can read this, and a word to those whose language was not recognised."""
    said = [wording.ONLY_YOU_AND_ADVISORS if need.place.private else wording.OTHERS_READ_THIS]
    if answer.language == "other":
        said.append(wording.OTHER_LANGUAGE)
    return [note("\n".join(each.in_(need.spoken) for each in said))]
