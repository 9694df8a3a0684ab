"""Why `manifest.json` asks for what it asks: a reason for each scope and event, for the doctor and for the README."""

from collections.abc import Mapping

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "to hear when somebody mentions Lotsen",
    "assistant:write": "to offer needs to begin with when somebody opens the direct message",
    "channels:history": "to look, after a crash, whether an answer already stands in a public channel",
    "chat:write": "to answer",
    "commands": "for /lotsen and the message shortcut",
    "groups:history": "to look, after a crash, whether a message already stands in a private channel",
    "groups:read": "to know the advisors: the members of the private advisor channel",
    "im:history": "to read what is written to Lotsen directly, and to look there after a crash",
    "im:write": "to open the direct message in which an answer is given in private",
    "mpim:history": "to look, after a crash, whether an introduction was already opened",
    "mpim:write": "to open the group message in which company, expert and advisor meet",
    "users:read": "to know whether an expert's account works, and which language a person's Slack is in",
    "users:read.email": "to find the account of an expert who is linked by e-mail address",
}

EVENTS: Mapping[str, str] = {
    "app_home_opened": "to show the Home tab and the prompts",
    "app_mention": "to be asked in a channel",
    "member_joined_channel": "to know at once who has become an advisor, with the scope that reads the members",
    "member_left_channel": "to know at once who is an advisor no longer, and clear their Home tab",
    "message.im": "to be asked in a direct message",
}

#: Web API methods that the code calls, and the scopes of which each needs at least one.
METHODS: Mapping[str, tuple[str, ...]] = {
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "auth.test": (),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.history": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations.members": ("groups:read",),
    "conversations.open": ("im:write", "mpim:write"),
    "conversations.replies": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "users.info": ("users:read",),
    "users.lookupByEmail": ("users:read.email",),
    "views.open": (),
    "views.publish": (),
    "views.push": (),
    "views.update": (),
}
