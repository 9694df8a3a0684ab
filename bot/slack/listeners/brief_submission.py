"""A company approves its brief: the choice is written down, and every introduction starts from there."""

from slack_bolt import App, Args

from bot.desk import approve
from bot.domain.brief import BriefFault, check
from bot.domain.need import Need
from bot.domain.secrets import find_secrets
from bot.slack.blocks import Json
from bot.slack.briefs import Entered, read, shown
from bot.slack.forms import block_of
from bot.slack.incoming import has_words
from bot.slack.reception import Reception
from bot.slack.views.brief import CALLBACK, LATER, NAME, TEXT, marks
from bot.slack.wording import brief as wording
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_brief_submission(args: Args) -> None:
        view, user = args.payload, args.body["user"]["id"]
        entered = read(view)
        need = reception.need_of(entered.form.need, user)
        if need is None:
            args.ack(response_action="errors", errors={block_of(view, TEXT): NOT_YOURS.in_("en")})
            return
        faults = _faults(view, entered) if need.is_open else {block_of(view, TEXT): wording.NOT_NOW}
        if faults:
            said = {block: fault.in_(need.spoken) for block, fault in faults.items()}
            args.ack(response_action="errors", errors=said)
        elif _looks_secret(need, entered):
            # Shown once with its marks; approved again as it is, it is the company's own choice.
            args.ack(response_action="update", view=shown(reception, need, entered))
        else:
            reception.write(f"approve:{view['id']}", approve.KIND, _approving(need, entered, user))
            # Clear, and not only close: the list of all matches may lie below.
            args.ack(response_action="clear")

    app.view(CALLBACK)(handle_brief_submission)


def _faults(view: Json, entered: Entered) -> dict[str, Said]:
    """What cannot be approved as it is, by the block at which it is said."""
    faults: dict[str, Said] = {}
    text = entered.draft.text
    fault = check(text) if has_words(text) else BriefFault.TOO_LITTLE
    if fault is not None:
        faults[block_of(view, TEXT)] = wording.no_brief(fault, text)
    if entered.form.named and not has_words(entered.draft.company):
        faults[block_of(view, NAME)] = wording.NO_NAME
    if set(entered.form.entries) == set(entered.draft.later):
        faults[block_of(view, LATER)] = wording.NOBODY_NOW
    return faults


def _looks_secret(need: Need, entered: Entered) -> bool:
    """Whether anything looks secret that the company has not seen marked."""
    found = marks(find_secrets(entered.draft.text, need.spoken))
    return not found <= set(entered.form.warned)


def _approving(need: Need, entered: Entered, user: str) -> Json:
    form, draft = entered.form, entered.draft
    choices = [approve.Choice(entry, entry in draft.later, form.proposal) for entry in form.entries]
    return approve.approving(need.id, user, choices, draft.text, draft.company if form.named else None)
