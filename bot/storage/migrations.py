"""The shape of the record, as numbered steps. A released step is never edited; a new shape is a new step."""

from sqlite_utils import Database, Migrations

migrations = Migrations("lotsen")


@migrations()
def m001_needs_and_introductions(db: Database) -> None:
    """A need, what was chosen of it, what happened, and who the experts are."""
    db.table("needs").create(
        _columns("id team user text door channel thread private asked_at language state answer", private=int),
        pk="id",
        not_null={"id", "team", "user", "text", "door", "channel", "private", "asked_at", "language", "state"},
    )
    db.table("needs").create_index(["channel", "thread", "user"])
    db.table("introductions").create(
        _columns("id need entry expert expert_user advisor brief approved_at state hurdle channel ts"),
        pk="id",
        not_null={"id", "need", "entry", "brief", "approved_at", "state"},
        foreign_keys=[("need", "needs", "id")],
    )
    db.table("events").create(
        _columns("id at need introduction actor name reason kept", id=int),
        pk="id",
        not_null={"at", "need", "actor", "name", "reason", "kept"},
        foreign_keys=[("need", "needs", "id"), ("introduction", "introductions", "id")],
    )
    db.table("events").create_index(["need"])
    db.table("contacts").create(_columns("expert slack email"), pk="expert")


@migrations()
def m002_inbox_and_outbox(db: Database) -> None:
    """What came in before it is worked on, and what goes out until it is sent."""
    db.table("inbox").create(
        _columns("id key kind body received_at due_at state attempts error done_at", id=int, attempts=int),
        pk="id",
        not_null={"key", "kind", "body", "received_at", "due_at", "state", "attempts"},
    )
    db.table("inbox").create_index(["key"], unique=True)
    db.table("inbox").create_index(["state", "id"])
    db.table("outbox").create(
        _columns(
            "id key topic need introduction created_at due_at state attempts channel ts error done_at",
            id=int,
            attempts=int,
        ),
        pk="id",
        not_null={"key", "topic", "need", "created_at", "due_at", "state", "attempts"},
        foreign_keys=[("need", "needs", "id"), ("introduction", "introductions", "id")],
    )
    db.table("outbox").create_index(["key"], unique=True)
    db.table("outbox").create_index(["state", "id"])
    db.table("outbox").create_index(["need", "state", "id"])


def _columns(names: str, **numbers: type[int]) -> dict[str, type]:
    """Columns in this order, all of them text but for the numbers."""
    return {name: numbers.get(name, str) for name in names.split()}
