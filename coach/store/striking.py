"""Words that a person takes back: what may hold them is read, cut elsewhere, and written again.

What goes and what stays is not for the store to say: it hands over everything of a relationship as
`Contents`, gets them back without the struck words, and writes what changed in one transaction. As
with an erasure no byte of a text or vector is left: the index folder goes, and is built anew from
the vectors in SQL with the next search; the database file is rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, select, update

from coach.records import Note, Recap, Relationship, Session, Transcript
from coach.records.history import Change
from coach.store import notes, private, relationships, schema, sessions
from coach.store.database import Database
from coach.store.histories import all_histories, replace_history
from coach.store.index import Index
from coach.store.records import Answer, Struck


class Kept(NamedTuple):
    """Which recap it is: of this session, and the draft or what was confirmed."""

    session: str
    confirmed: bool


@dataclass(frozen=True)
class Contents:
    """Everything of a relationship that words of one of its calls may have got into."""

    relationship: Relationship
    session: Session
    """the call that words are struck from"""
    transcript: Transcript | None
    """of that call; None where it was dropped"""
    recaps: Mapping[Kept, Recap]
    histories: Mapping[str, tuple[Change, ...]]
    """by commitment"""
    notes: Mapping[str, Note]
    answers: Mapping[str, Answer]
    dropped: bool = False
    """the call itself goes too"""


Cutting = Callable[[Contents], Contents]


def strike(
    database: Database,
    index: Index,
    relationship: str,
    session: str,
    cut: Cutting,
    only_look: bool,
) -> Struck:
    """See `Store.strike`."""
    if only_look:
        with database.reading() as connection:
            before = _contents(connection, relationship, session)
        return counted(before, cut(before))
    with index.emptied(relationship) as room, database.writing() as connection:
        before = _contents(connection, relationship, session)
        after = cut(before)
        if after == before:
            return counted(before, after)
        _write(connection, before, after)
        index.given_up(connection, relationship)
        private.remove(room)  # before the commit: without its folder an index is only built again
        database.owe_purge(connection)
    database.purge_wholly("the words are struck")
    return counted(before, after)


# --- reading and writing --------------------------------------------------------------------------


def _contents(connection: Connection, relationship: str, session: str) -> Contents:
    def rows(table: Table) -> Iterable[Any]:
        return connection.execute(select(table).where(table.c.relationship == relationship))

    histories = all_histories(connection, relationship)
    words = {row.session: row.record for row in rows(schema.transcripts)}
    return Contents(
        relationship=relationships.required(connection, relationship),
        session=sessions.required_session(connection, relationship, session),
        transcript=words.get(session),
        recaps={Kept(row.session, row.confirmed): row.record for row in rows(schema.recaps)},
        histories={history[0].commitment: history for history in histories},
        notes={row.id: row.record for row in rows(schema.notes)},
        answers={row.id: row.record for row in rows(schema.answers)},
    )


def _write(connection: Connection, before: Contents, after: Contents) -> None:
    """Write what differs; of what is not there any more, the rows go."""
    id = before.relationship.id
    if after.relationship != before.relationship:
        relationships.replace(connection, after.relationship)
    sessions.replace_session(connection, after.session)

    def replaced(table: Table, record: Any, **key: Any) -> None:
        here = [table.c[name] == value for name, value in {"relationship": id, **key}.items()]
        connection.execute(update(table).where(*here).values(record=record))

    if after.transcript is not None:
        replaced(schema.transcripts, after.transcript, session=after.session.id)
    for kept, recap in after.recaps.items():
        if recap != before.recaps[kept]:
            replaced(schema.recaps, recap, session=kept.session, confirmed=kept.confirmed)
    for commitment, history in before.histories.items():
        left = after.histories.get(commitment, ())
        if left != history:
            replace_history(connection, id, commitment, left)
    for note, record in before.notes.items():
        if note not in after.notes:
            notes.remove(connection, id, note)
        elif after.notes[note] != record:
            replaced(schema.notes, after.notes[note], id=note)
    table = schema.answers
    gone = before.answers.keys() - after.answers.keys()
    connection.execute(
        delete(table).where(table.c.relationship == id, table.c.id.in_(sorted(gone)))
    )
    if after.dropped:
        _drop(connection, after.session)


def _drop(connection: Connection, session: Session) -> None:
    """Delete a call, and with it its words, its recaps and its promises."""
    table = schema.sessions
    here = (table.c.relationship == session.relationship, table.c.id == session.id)
    connection.execute(delete(table).where(*here))


# --- the receipt ----------------------------------------------------------------------------------

_QUESTIONS = ("questions", "reflections")
_POINTS = (
    *("goals", "wins", "challenges", "insights", "decisions", "feedback", "trust", "agreement"),
    *("slippage", "endings", "useful", "left_open"),
)


def counted(before: Contents, after: Contents) -> Struck:
    """How much of the one is not in the other."""
    return Struck(
        turns=_turns(before, after),
        promises=len(_promises(before) - _promises(after)),
        updates=len(_updates(before) - _updates(after)),
        points=_fewer(before, after, _items_of(_POINTS)) + _fewer(before, after, _meetings),
        questions=_fewer(before, after, _items_of(_QUESTIONS)),
        notes=len(before.notes) - len(after.notes),
        answers=len(before.answers) - len(after.answers),
    )


def _turns(before: Contents, after: Contents) -> int:
    if after.dropped:
        return len(before.transcript.turns) if before.transcript else 0
    if before.transcript is None or after.transcript is None:
        struck = [{cut.turn for cut in one.session.struck} for one in (before, after)]
        return len(struck[1] - struck[0])
    pairs = zip(before.transcript.turns, after.transcript.turns, strict=True)
    return sum(old.text != new.text for old, new in pairs)


def _promises(contents: Contents) -> set[str]:
    drafted = {c.id for recap in contents.recaps.values() for c in recap.commitments}
    return drafted | contents.histories.keys()


def _updates(contents: Contents) -> set[tuple[str, str]]:
    """The call that says so, and of which promise."""
    told = {(at.session, u.commitment) for at, r in contents.recaps.items() for u in r.updates}
    entered = {
        (change.session, id)
        for id, history in contents.histories.items()
        for change in history[1:]
        if change.session and not id.startswith(f"{change.session}#")
    }
    return told | entered


def _items_of(fields: tuple[str, ...]) -> Callable[[Recap], int]:
    return lambda recap: sum(len(getattr(recap, field)) for field in fields)


def _meetings(recap: Recap) -> int:
    return int(recap.next_meeting is not None)


def _fewer(before: Contents, after: Contents, number: Callable[[Recap], int]) -> int:
    """How many went; where a draft and a confirmed recap lose the same, once."""
    lost: dict[str, int] = {}
    for kept, recap in before.recaps.items():
        left = after.recaps.get(kept)
        fewer = number(recap) - (number(left) if left else 0)
        lost[kept.session] = max(fewer, lost.get(kept.session, 0))
    return sum(lost.values())
