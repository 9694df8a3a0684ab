"""The modal in which a company reads, edits and approves the card that experts will see."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from bot.domain.brief import MOST_WORDS
from bot.domain.card import Card
from bot.domain.catalogue import Catalogue
from bot.domain.need import Need
from bot.domain.secrets import Secret, find_secrets
from bot.slack.blocks import (
    LONGEST_TYPED,
    Block,
    Json,
    bold,
    bullets,
    cut,
    escape,
    field_of,
    label,
    modal,
    note,
    option,
    section,
    text_input,
    ticks,
    words,
)
from bot.slack.views.entry import EntryFacts, entry_facts
from bot.slack.views.match import title
from bot.slack.views.secrets_found import secrets_blocks
from bot.slack.views.why import why_pairs
from bot.slack.wording import brief as wording
from bot.slack.wording.answer import CLOSE
from bot.slack.wording.said import Said

CALLBACK = "brief"
UNDER_WAY_CALLBACK = "under_way"
#: Fields by their action ids. The text's block is another one each time the bot writes into it, or Slack would keep
#: what stood there.
TEXT, SHOW_NAME, NAME, LATER = "brief_text", "brief_show_name", "brief_name", "brief_later"

_MARK = 8
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Form:
    """Where a company stands with its brief; the modal carries it along.

    Attributes:
        entries: the chosen services and experts, by id.
        proposal: the id of an expert's suggestion, when that is what is approved.
        colleague: whether that suggestion names a colleague.
        version: how often the bot has written into the text's field.
        named: whether the company's name is to be shown.
        warned: marks of what looked secret when the company last saw it marked.
    """

    need: str
    entries: tuple[str, ...]
    proposal: str | None = None
    colleague: bool = False
    version: int = 0
    named: bool = False
    warned: tuple[str, ...] = ()

    def packed(self) -> str:
        """As the private metadata of the modal."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, value: str) -> "Form":
        """The form that `packed` wrote."""
        raw = json.loads(value)
        lists = {name: tuple(raw[name]) for name in ("entries", "warned")}
        return cls(**{**raw, **lists})


@dataclass(frozen=True)
class Draft:
    """What stands in the fields: the text, the company's name, and the entries to be asked later."""

    text: str
    company: str = ""
    later: tuple[str, ...] = ()


def brief_modal(need: Need, form: Form, draft: Draft, cards: Sequence[Card], catalogue: Catalogue) -> Json:
    """The very cards that will be seen, as one form; `cards` are made of the draft, one for each entry."""
    language = need.spoken
    secrets = find_secrets(draft.text, language)
    facts = [entry_facts(catalogue, card.entry, language) for card in cards]
    blocks = [
        *(section(title(each)) for each in facts),
        _text_field(form, draft, language),
        *(secrets_blocks(draft.text, secrets, language) if secrets else ()),
        *_name_fields(form, draft, language),
        *_why(cards, facts, language),
        *(_later_field(facts, draft, language) if len(facts) > 1 else ()),
        words("\n".join(_readers(each, form).in_(language) for each in facts)),
        note(wording.MAY_BECOME_PUBLIC.in_(language)),
    ]
    return modal(
        wording.TITLE.in_(language),
        wording.CANCEL.in_(language),
        blocks,
        callback_id=CALLBACK,
        private_metadata=replace(form, warned=tuple(sorted(marks(secrets)))).packed(),
        submit=label(wording.SUBMIT.in_(language)),
    )


def under_way_modal(need: Need, entry: str, catalogue: Catalogue) -> Json:
    """Nothing to approve any more: this match was chosen before."""
    return _nothing_to_approve(need, entry_facts(catalogue, entry, need.spoken), wording.UNDER_WAY)


def over_modal(need: Need, entry: str, catalogue: Catalogue) -> Json:
    """Nothing to approve any more: the need was withdrawn or closed."""
    return _nothing_to_approve(need, entry_facts(catalogue, entry, need.spoken), wording.NOT_NOW)


def marks(secrets: Collection[Secret]) -> frozenset[str]:
    """What tells secrets apart without being one: the modal carries these, and not the words."""
    return frozenset(sha256(secret.text.encode("utf-8", "replace")).hexdigest()[:_MARK] for secret in secrets)


def _nothing_to_approve(need: Need, facts: EntryFacts, said: Said) -> Json:
    return modal(
        wording.UNDER_WAY_TITLE.in_(need.spoken),
        CLOSE.in_(need.spoken),
        [section(title(facts)), words(said.in_(need.spoken))],
        callback_id=UNDER_WAY_CALLBACK,
    )


def _text_field(form: Form, draft: Draft, language: str) -> Block:
    element: Json = {"action_id": TEXT, "max_length": LONGEST_TYPED}
    if draft.text.strip():
        element["initial_value"] = cut(draft.text, LONGEST_TYPED)
    block = f"{TEXT}_{form.version}"
    return text_input(block, wording.LABEL.in_(language), wording.hint(MOST_WORDS).in_(language), element)


def _name_fields(form: Form, draft: Draft, language: str) -> list[Block]:
    shown = option(wording.SHOW_NAME.in_(language), SHOW_NAME)
    box = ticks([shown], (SHOW_NAME,) if form.named else ())
    tick = field_of(SHOW_NAME, wording.SHOW_NAME_LABEL.in_(language), box, optional=True)
    tick["dispatch_action"] = True
    if not form.named:
        return [tick, note(wording.UNNAMED.in_(language))]
    element: Json = {"multiline": False, "max_length": _LONGEST_NAME}
    if draft.company:
        element["initial_value"] = cut(draft.company, _LONGEST_NAME)
    return [tick, text_input(NAME, wording.NAME_LABEL.in_(language), wording.NAME_HINT.in_(language), element)]


def _why(cards: Sequence[Card], facts: Sequence[EntryFacts], language: str) -> list[Block]:
    told = []
    for card, each in zip(cards, facts, strict=True):
        lines = [wording.why(brief, met).in_(language) for brief, met in why_pairs(card, each)]
        if lines:
            name = [section(bold(each.name))] if len(cards) > 1 else []
            told += [*name, bullets(escape(line) for line in lines)]
    if not told:
        return []
    return [section(bold(wording.WHY_TITLE.in_(language))), *told, note(wording.WHY_CHANGES.in_(language))]


def _later_field(facts: Sequence[EntryFacts], draft: Draft, language: str) -> list[Block]:
    boxes = [option(each.title, str(number)) for number, each in enumerate(facts)]
    ticked = [str(number) for number, each in enumerate(facts) if each.id in draft.later]
    field = field_of(LATER, wording.LATER_LABEL.in_(language), ticks(boxes, ticked), optional=True)
    return [field, note(wording.LATER_HINT.in_(language))]


def _readers(facts: EntryFacts, form: Form) -> Said:
    if form.colleague:
        return wording.who_reads_colleague(facts.unit)
    if facts.role is None:
        return wording.who_reads_unnamed(facts.unit)
    return wording.who_reads(facts.role, facts.unit)
