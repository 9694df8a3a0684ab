"""views.*: opening, stacking and changing modals, publishing App Homes."""

from bot.rehearsal.web_api.method import Methods
from bot.rehearsal.wire import Arguments, Json, RefusedError
from bot.rehearsal.world import World

#: Slack stacks at most three modals.
_HIGHEST_STACK = 3


def open_view(world: World, a: Arguments) -> Json:
    """views.open: needs a fresh trigger_id."""
    user = world.screens.exchange(a)
    return {"view": world.screens.open(user, a["view"])}


def push(world: World, a: Arguments) -> Json:
    """views.push: needs a fresh trigger_id and an open modal with room above it."""
    user = world.screens.exchange(a)
    height = len(world.screens.stacks.get(user) or [])
    if not height:
        raise RefusedError("not_found")
    if height >= _HIGHEST_STACK:
        raise RefusedError("push_limit_reached")
    return {"view": world.screens.push(user, a["view"])}


def update(world: World, a: Arguments) -> Json:
    """views.update: only while somebody still has the view open, and with `hash` only if nobody was faster."""
    old = _find(world, a)
    if not old or not world.screens.is_open(old):
        raise RefusedError("not_found")
    _check_hash(a, old)
    return {"view": world.screens.replace(old, a["view"])}


def publish(world: World, a: Arguments) -> Json:
    """views.publish: somebody's App Home."""
    user = a["user_id"]
    if user not in world.workspace.users:
        raise RefusedError("user_not_found")
    old = world.screens.homes.get(user)
    if old:
        _check_hash(a, old)
    return {"view": world.screens.publish(user, a["view"])}


def _find(world: World, a: Arguments) -> Json | None:
    if a.get("view_id"):
        return world.screens.views.get(a["view_id"])
    named = (view for view in world.screens.views.values() if view.get("external_id") == a["external_id"])
    return next(named, None)


def _check_hash(a: Arguments, old: Json) -> None:
    if a.get("hash") and a["hash"] != old["hash"]:
        raise RefusedError("hash_conflict")


METHODS: Methods = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
