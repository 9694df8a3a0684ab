"""A private line to whoever pressed or wrote something, wherever they did it."""

from slack_bolt import Args

from bot.slack.blocks import Posting, escape
from bot.slack.reception import Reception
from bot.slack.visiting import home_of
from bot.slack.wording.said import Said


def tell(args: Args, reception: Reception, said: Said) -> None:
    """Say it where only this person sees it: beside what they pressed, or at the top of their Home tab."""
    user = args.body["user"]["id"]
    if args.context.response_url:
        text = escape(said.in_(reception.locale_of(user)))
        args.respond(text=text, response_type="ephemeral", replace_original=False)
    elif args.body.get("view", {}).get("type") == "home":
        args.client.views_publish(user_id=user, view=home_of(reception, user, said))


def show(args: Args, posting: Posting) -> None:
    """Show a whole message to this person alone, in reply to what they wrote or pressed."""
    args.respond(text=posting.text, blocks=posting.blocks, response_type="ephemeral", replace_original=False)


def write_directly(args: Args, user: str, postings: list[Posting]) -> None:
    """Write to this person in their direct message."""
    channel = args.client.conversations_open(users=[user])["channel"]["id"]
    for posting in postings:
        args.client.chat_postMessage(channel=channel, text=posting.text, blocks=posting.blocks)
