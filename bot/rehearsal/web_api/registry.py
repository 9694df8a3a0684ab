"""Every method this Slack has. A new family is a new module and one line here."""

from bot.rehearsal.web_api import (
    assistant,
    chat,
    conversations,
    membership,
    reactions,
    scheduling,
    session,
    users,
    views,
)
from bot.rehearsal.web_api.method import Methods

METHODS: Methods = {
    **session.METHODS,
    **chat.METHODS,
    **scheduling.METHODS,
    **conversations.METHODS,
    **membership.METHODS,
    **users.METHODS,
    **views.METHODS,
    **assistant.METHODS,
    **reactions.METHODS,
}
