"""A private line to whoever pressed or wrote something, wherever they did it."""

from slack_bolt import Args

from bot.slack.blocks import Posting, escape
from bot.slack.listeners.sender import sender
from bot.slack.looking import look_of
from bot.slack.reception import Reception
from bot.slack.views.notice import notice_modal
from bot.slack.visiting import home_of
from bot.slack.wording.said import Said


def tell(args: Args, reception: Reception, said: Said) -> None:
    """Say it where only this person sees it: beside what they pressed, on top of their Home tab, or in a modal."""
    user, view = sender(args.body).user, args.body.get("view") or {}
    language = reception.locale_of(user)
    if args.context.response_url:
        args.respond(text=escape(said.in_(language)), response_type="ephemeral", replace_original=False)
    elif view.get("type") == "home":
        args.client.views_publish(user_id=user, view=home_of(reception, user, look_of(reception, view), said))
    elif view.get("type") == "modal":
        args.client.views_update(view_id=view["id"], view=notice_modal(said, language))


def show(args: Args, posting: Posting) -> None:
    """Show a whole message to this person alone, in reply to what they wrote or pressed."""
    args.respond(text=posting.text, blocks=posting.blocks, response_type="ephemeral", replace_original=False)


def write_directly(args: Args, user: str, postings: list[Posting]) -> None:
    """Write to this person in their direct message."""
    channel = args.client.conversations_open(users=[user])["channel"]["id"]
    for posting in postings:
        args.client.chat_postMessage(channel=channel, text=posting.text, blocks=posting.blocks)
