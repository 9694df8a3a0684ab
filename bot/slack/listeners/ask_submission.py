"""A need written in the modal, answered in the asker's direct message."""

from slack_bolt import App, Args

from bot.domain.need import Door, Place
from bot.slack.incoming import has_words, typed
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.ask import CALLBACK, TEXT, received_modal
from bot.slack.wording.ask import NO_WORDS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_ask_submission(args: Args) -> None:
        view, person = args.payload, sender(args.body)
        text = typed(view["state"]["values"][TEXT][TEXT]["value"] or "")
        if not has_words(text):
            said = NO_WORDS.in_(reception.locale_of(person.user))
            args.ack(response_action="errors", errors={TEXT: said})
            return
        door = Door(view["private_metadata"])
        reception.write_need(f"modal:{view['id']}", person, text, door, Place("", None, private=True))
        args.ack(response_action="update", view=received_modal(reception.spoken_by(person.user, text)))

    app.view(CALLBACK)(handle_ask_submission)
