"""What is kept: records in SQL, which is the truth, and an index in Chroma, which can be lost.

A `Store` is one home. Its parts are named after what they keep: `relationships`, `sessions`,
`ledger`, `answers`, `memory`. Chroma is imported with the first search, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import delete, insert, select

from coach.embedding import Embedder
from coach.errors import StoreError
from coach.records import Commitment, Coverage, Note, Person, Recap, Relationship, Role, Update
from coach.records.history import Change
from coach.store import schema
from coach.store.answers import Answers
from coach.store.confirm import record_confirmation
from coach.store.database import Database
from coach.store.doctor import examine
from coach.store.erase import erase, sweep
from coach.store.export import export
from coach.store.index import Index
from coach.store.ledger import Ledger
from coach.store.memory import Memory
from coach.store.notes import content_id, make_note
from coach.store.places import Weights
from coach.store.private import private_folder
from coach.store.receiving import Arrival, Arrived, Held, T, receive
from coach.store.records import Answer, Finding, Found, Imported, Receipt, Struck
from coach.store.relationships import Relationships
from coach.store.renaming import Rewording, reword
from coach.store.restoring import restore
from coach.store.retention import goes_on, kept, let_go
from coach.store.sessions import Sessions
from coach.store.striking import Cutting, strike

__all__ = [
    "Answer",
    "Arrival",
    "Arrived",
    "Change",
    "Finding",
    "Found",
    "Held",
    "Imported",
    "Receipt",
    "Store",
    "Struck",
    "Weights",
    "content_id",
    "goes_on",
    "make_note",
]


class Store:
    """One person's home. Several processes may have it open, and several threads may use one.

    A fork must not use its parent's store. Raises StoreError where the home cannot be used.

    >>> from tempfile import TemporaryDirectory
    >>> from coach.records import Person, Relationship
    >>> with TemporaryDirectory() as home, Store(Path(home)) as store:
    ...     ada, ben = Person(name="Ada"), Person(name="Ben")
    ...     store.relationships.add(Relationship(id="ada-ben", mentor=ada, mentee=ben))
    ...     store.relationships.get("ada-ben").consented
    False
    """

    def __init__(self, home: Path, embedder: Embedder | None = None) -> None:
        self.home = private_folder(home).resolve()
        database, memory = self.home / "coach.db", self.home / "memory"
        _require_not_emptied(database, memory)
        self._database = Database(database)
        self._index = Index(self._database, memory)
        self.relationships = Relationships(self._database)
        self.sessions = Sessions(self._database)
        self.ledger = Ledger(self._database)
        self.answers = Answers(self._database)
        self.memory = Memory(self._database, self._index, embedder)
        sweep(self._database, memory)

    def version(self) -> int:
        """Another number after every change of the records, whoever made it."""
        return self._database.version()

    def me(self) -> Person | None:
        """Whose home this is, or None where nobody has said."""
        with self._database.reading() as connection:
            found: Person | None = connection.scalar(select(schema.home.c.me))
        return found

    def set_me(self, person: Person) -> None:
        """Say whose home this is."""
        with self._database.writing() as connection:
            connection.execute(delete(schema.home))
            connection.execute(insert(schema.home).values(id=1, me=person))

    def confirm(
        self,
        recap: Recap,
        *,
        commitments: Sequence[Commitment] = (),
        updates: Sequence[Update] = (),
        notes: Sequence[Note] = (),
        relationship: Callable[[Relationship], Relationship] | None = None,
        staying: Collection[str] = (),
        retracted: Collection[str] = (),
        never: Sequence[Change] = (),
        covers: Callable[[Recap], tuple[Coverage, ...]] | None = None,
        instead_of: Recap | None = None,
        at: datetime | None = None,
    ) -> tuple[Change, ...]:
        """Enter what a person accepted of a recap, in one transaction; what that changed.

        `staying` are moved commitments that nothing accepted takes up: they stay open, with their
        new day; `retracted` are those that this call, after all, said nothing of: they stand as
        before it; `never` are the changes by hand that take promises out, after which every recap
        says anew what it `covers`. Confirming again changes what the call's words changed: earlier
        items stay, hand edits stand, and `notes` take the place of those confirmed before.
        `relationship` makes of its record one with what the recap brings to goals or agreement;
        `at` is now, from which the days count that the text of the call is kept. With `instead_of`,
        the recap that it changes by hand, it raises OvertakenError where that one does not stand
        there any more. Raises ConsentError, UnknownError.
        """
        return record_confirmation(
            self._database,
            self.memory,
            recap,
            commitments=commitments,
            updates=updates,
            new_notes=notes,
            relationship=relationship,
            staying=staying,
            retracted=retracted,
            never=never,
            covers=covers,
            instead_of=instead_of,
            at=at,
        )

    def let_go(self, now: datetime, days: int) -> int:
        """Delete the text of the calls whose days are over, to the last byte; of how many."""
        return let_go(self._database, now, days)

    def kept_texts(self, relationship: str) -> frozenset[str]:
        """Ids of the calls whose text is here still."""
        return kept(self._database, relationship)

    def doctor(self, relationship: str, mend: bool = False) -> tuple[Finding, ...]:
        """What is wrong with the records or the index; nothing, as a rule.

        With `mend` the notes that lack a vector get one, and the index is built anew.
        """
        return examine(self._database, self.memory, self._index, relationship, mend)

    def receive(
        self, relationship: str, weigh: Callable[[Held], T], *, only_look: bool = False
    ) -> T:
        """Write what `weigh` makes of what is held, in one transaction; what it made of it.

        Raises ConsentError before both people have said yes.
        """
        return receive(self._database, relationship, weigh, only_look)

    def strike(
        self, relationship: str, session: str, cut: Cutting, *, only_look: bool = False
    ) -> Struck:
        """Write everything of a relationship back as `cut` leaves it; what that took away.

        `cut` takes words of one session out of the `Contents` it is given; no byte of them stays
        in this home. `only_look` changes nothing. Raises UnknownError, and StoreError where another
        program reads the old file.
        """
        struck = strike(self._database, self._index, relationship, session, cut, only_look)
        schema.forget()
        return struck

    def reword(
        self,
        relationship: str,
        how: Callable[[Relationship], Relationship],
        anew: Rewording,
    ) -> Relationship:
        """Keep what `how` makes of the record, and word everything of its relationship anew.

        `anew` is given each record, and the pair, and returns what is to stand in its place; no
        byte of the old words stays in this home. Returns the record as it is then. Raises
        StoreError where another program reads the old file.
        """
        told = reword(self._database, self._index, self.memory.embedder, relationship, how, anew)
        schema.forget()
        return told

    def erase(self, relationship: str) -> Receipt:
        """Delete everything of a relationship, to the last byte in this home; what that was."""
        erased = erase(self._database, self._index, relationship)
        schema.forget()
        return erased

    def export(self, relationship: str) -> dict[str, Any]:
        """Everything kept of a relationship, as JSON: private things of this home's owner too."""
        return export(self._database, relationship)

    def restore(self, exported: Any, id: str | None = None, me: Role | None = None) -> Relationship:
        """Put an export back, under the id it had or `id`: all of it, or nothing.

        `me` says which of the two this home belongs to, where its owner's name does not. Raises
        UserError for what is no export, what does not hold together, an id that is taken, and an
        export of the partner's home.
        """
        return restore(self._database, self.memory, exported, id, me)

    def close(self) -> None:
        """Let go of all files."""
        self._index.close()
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _require_not_emptied(database: Path, memory: Path) -> None:
    """A new home has no index yet: where there is one, the records were taken away."""
    empty = not database.exists() or not database.stat().st_size
    if empty and memory.is_dir() and any(path.is_dir() for path in memory.iterdir()):
        raise StoreError(
            f"{database}: the records are gone, and only their index is left. Put a copy from a "
            f"backup there; to start anew, remove {memory}"
        )
