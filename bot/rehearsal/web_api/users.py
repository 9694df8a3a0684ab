"""users.*: who somebody is. People of another workspace show less, as they do in Slack Connect."""

from bot.rehearsal.cast import BOT, HOME, Person
from bot.rehearsal.web_api.method import Methods, page
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World


def described(world: World, person: Person) -> Json:
    """Describe a person as Slack's user object does; the e-mail needs a scope and the same workspace."""
    foreign = person.team != HOME
    profile: Json = {"real_name": person.real_name, "display_name": person.name, "team": person.team}
    granted = not world.manifest.given or "users:read.email" in world.manifest.scopes
    if granted and not foreign and not person.bot:
        profile["email"] = person.email
    return {
        "id": person.id,
        "team_id": person.team,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": person.deleted,
        "is_bot": person.bot,
        "is_app_user": False,
        "is_restricted": person.guest,
        "is_ultra_restricted": person.guest,
        "is_stranger": foreign and not world.workspace.met_bot(person.id),
        "tz": person.tz,
        "tz_offset": 3600,
        "locale": person.locale,
        "profile": profile,
        "updated": 0,
    }


def _known(world: World, user: str) -> Person:
    person = world.workspace.users.get(user)
    if not person:
        raise RefusedError("user_not_found")
    return person


def info(world: World, a: Arguments) -> Json:
    """users.info: one person."""
    return {"user": described(world, _known(world, a["user"]))}


def list_users(world: World, a: Arguments) -> Json:
    """users.list: everyone, deactivated accounts included."""
    return page([described(world, person) for person in world.workspace.users.values()], a, "members")


def lookup_by_email(world: World, a: Arguments) -> Json:
    """users.lookupByEmail: only active accounts of the own workspace."""
    for person in world.workspace.users.values():
        if person.email == a["email"] and person.team == HOME and not person.deleted:
            return {"user": described(world, person)}
    raise RefusedError("users_not_found")


def profile_get(world: World, a: Arguments) -> Json:
    """users.profile.get: without `user` the bot's own."""
    return {"profile": described(world, _known(world, a.get("user") or BOT))["profile"]}


METHODS: Methods = {
    "users.info": info,
    "users.list": list_users,
    "users.lookupByEmail": lookup_by_email,
    "users.profile.get": profile_get,
}
