"""auth.test, apps.connections.open and the like: who the bot is and how it connects."""

from bot.rehearsal.cast import BOT, BOT_ID, HOME
from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.wire import Arguments, Json
from bot.rehearsal.world import World


def api_test(_world: World, a: Arguments) -> Json:
    """api.test: gives back what it got."""
    return {"args": dict(a)}


def auth_test(world: World, _a: Arguments) -> Json:
    """auth.test: which bot the token belongs to."""
    return {
        "url": "https://research-network.example.com/",
        "team": world.workspace.teams[HOME],
        "user": "bot",
        "team_id": HOME,
        "user_id": BOT,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def open_connection(world: World, _a: Arguments) -> Json:
    """apps.connections.open: the address of a new Socket Mode connection."""
    return {"url": world.base.replace("http", "ws", 1) + world.sockets.invite()}


def team_info(world: World, a: Arguments) -> Json:
    """team.info: the own workspace, or one that shares a channel."""
    team = a.get("team") or HOME
    return {"team": {"id": team, "name": world.workspace.teams.get(team, ""), "domain": team.lower()}}


METHODS: Methods = {
    "api.test": api_test,
    "auth.test": auth_test,
    "apps.connections.open": open_connection,
    "team.info": team_info,
}
