"""The shape of the record, as numbered steps. A released step is never edited; a new shape is a new step."""

from sqlite_utils import Database, Migrations

from bot.storage.views import VIEWS

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


@migrations()
def m003_asked_first(db: Database) -> None:
    """Introductions that are asked first: the approved card, waiting, answers; and lanes in the outbox."""
    for column in _ADDED_TO_INTRODUCTIONS:
        db.execute(f"alter table introductions add column {column}")
    db.execute("alter table introductions rename column approved_at to created_at")
    db.execute(
        "update introductions set card = json_object('entry', entry, 'brief', brief, 'language', coalesce("
        " (select case language when 'sv' then 'sv' else 'en' end from needs where needs.id = introductions.need),"
        " 'en'), 'company', null, 'why', json('[]'))"
    )
    db.execute("alter table introductions drop column brief")
    # What was approved before was at once on its way to a thread.
    db.execute("update introductions set state = 'accepted' where state = 'approved'")
    db.execute("update introductions set by_hand = 'out_of_reach' where state = 'with_advisor'")
    db.execute("update introductions set hurdle_of = 'expert' where hurdle is not null")
    for columns in (["need"], ["expert_user"], ["state"]):
        db.table("introductions").create_index(columns)
    db.table("needs").create_index(["user"])
    db.execute("alter table outbox add column mark text not null default ''")
    db.execute("alter table outbox add column lane text not null default ''")
    db.execute("update outbox set lane = 'need:' || need")
    db.table("outbox").create_index(["lane", "state", "id"])


@migrations()
def m004_clocks_wishes_and_private_words(db: Database) -> None:
    """What is due when, how experts want to be asked, and what only advisors may read."""
    db.table("clocks").create(
        _columns("introduction kind due_at"),
        pk=("introduction", "kind"),
        not_null={"due_at"},
        foreign_keys=[("introduction", "introductions", "id")],
    )
    db.table("clocks").create_index(["due_at"])
    db.table("availabilities").create(
        _columns(
            "expert open_requests paused_until deputy hours at_once unanswered",
            open_requests=int,
            at_once=int,
            unanswered=int,
        ),
        pk="expert",
        not_null={"open_requests", "unanswered"},
    )
    db.table("private_words").create(
        _columns("id at need introduction author about words useful", id=int, useful=int),
        pk="id",
        not_null={"at", "need", "author", "about", "words"},
        foreign_keys=[("need", "needs", "id"), ("introduction", "introductions", "id")],
    )
    db.table("private_words").create_index(["need"])


@migrations()
def m005_numbers_are_not_used_again(db: Database) -> None:
    """An arrival's number names a need for good, also when the arrival itself is deleted one day."""
    db.execute("alter table inbox rename to inbox_before")
    db.execute(
        "create table inbox (id integer primary key autoincrement, key text not null, kind text not null,"
        " body text not null, received_at text not null, due_at text not null, state text not null,"
        " attempts integer not null, error text, done_at text)"
    )
    db.execute("insert into inbox select * from inbox_before")
    db.execute("drop table inbox_before")
    db.table("inbox").create_index(["key"], unique=True)
    db.table("inbox").create_index(["state", "id"])


@migrations()
def m006_the_advisors_desk(db: Database) -> None:
    """What advisors do with needs, the search over their words, and indexes that hold what a long list is made from."""
    for column in ("filed_by text", "infrastructures text not null default ''"):
        db.execute(f"alter table needs add column {column}")
    db.execute(_FILL_INFRASTRUCTURES)
    db.execute("alter table introductions add column suggested_by text")
    # What told of a need that nobody fits is the one message of its need from now on.
    db.execute("update outbox set topic = 'need', key = 'need:' || need where topic = 'unmatched_need'")
    # A digest is about no need.
    db.table("outbox").transform(not_null={"need": False})
    db.table("triage").create(
        _columns("need advisor taken_at acted_at snoozed_until outcome same_as"),
        pk="need",
        foreign_keys=[("need", "needs", "id"), ("same_as", "needs", "id")],
    )
    db.table("enquiries").create(
        _columns("id need asked_by asked_at question answer answered_at", id=int),
        pk="id",
        not_null={"need", "asked_by", "asked_at", "question"},
        foreign_keys=[("need", "needs", "id")],
    )
    db.table("corrections").create(
        _columns("id need advisor at before after reason approved decided_by decided_at", approved=int),
        pk="id",
        not_null={"id", "need", "advisor", "at", "before", "after", "reason"},
        foreign_keys=[("need", "needs", "id")],
    )
    for table, columns in _INDEXES_OF_THE_DESK:
        db.table(table).create_index(columns)
    db.execute("drop index idx_events_need")
    db.execute("drop index idx_introductions_need")
    db.table("needs").enable_fts(["text"], tokenize="unicode61 remove_diacritics 0", create_triggers=True)


@migrations()
def m007_to_be_read(db: Database) -> None:
    """Views for people who read the record, and the one foreign key that was missing."""
    # Only a new column can refer to something; the table itself cannot be made anew while others refer to it.
    db.execute("alter table introductions add column proposer text references introductions (id)")
    db.execute("update introductions set proposer = proposed_by where proposed_by in (select id from introductions)")
    db.execute("alter table introductions drop column proposed_by")
    db.execute("alter table introductions rename column proposer to proposed_by")
    for name, query in VIEWS.items():
        db.create_view(name, query)


_INDEXES_OF_THE_DESK = (
    ("needs", ["state", "asked_at", "language", "infrastructures", "filed_by", "id"]),
    ("events", ["need", "at"]),
    ("events", ["name", "at"]),
    ("introductions", ["need", "state", "due_at"]),
    ("triage", ["advisor"]),
    ("triage", ["same_as"]),
    ("enquiries", ["need", "answered_at"]),
    ("corrections", ["need"]),
    ("corrections", ["approved"]),
)
#: The units of the first three matches, best first, for needs that were answered before the column was.
_FILL_INFRASTRUCTURES = (
    "update needs set infrastructures = coalesce((select group_concat(unit, ' ') from ("
    " select json_extract(value, '$.infrastructure') as unit, min(key) as place"
    " from json_each(answer, '$.matches') where key < 3 group by unit order by place)), '') where answer is not null"
)

_ADDED_TO_INTRODUCTIONS = (
    "card text",
    "step integer not null default 0",
    "proposed_by text",
    "waits text",
    "waits_until text",
    "due_at text",
    "not_before text",
    "decline text",
    "by_hand text",
    "hurdle_of text",
)


def _columns(names: str, **numbers: type[int]) -> dict[str, type]:
    """Columns in this order, all of them text but for the numbers."""
    return {name: numbers.get(name, str) for name in names.split()}
