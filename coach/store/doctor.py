"""Do the records and the index of a relationship still agree?"""

from __future__ import annotations

from collections.abc import Iterator

from coach.errors import StoreError
from coach.store import notes, schema
from coach.store.database import Database
from coach.store.index import Held, Index
from coach.store.memory import Memory
from coach.store.records import Finding
from coach.store.relationships import required

PROBES = 50
"""Notes whose own vector is looked up; each must find itself."""


def examine(
    database: Database, memory: Memory, index: Index, relationship: str, mend: bool
) -> tuple[Finding, ...]:
    """See `Store.doctor`."""
    sound = [Finding("records", f"The database file: {fault}") for fault in database.problems()]
    found = list(_of_index(database, memory, index, relationship))
    if not found or not mend:
        return (*sound, *found)
    try:
        memory.reindex(relationship)
    except StoreError as problem:
        return (*sound, *found, Finding("unreachable", f"It cannot be mended now: {problem}."))
    left = {finding.kind for finding in _of_index(database, memory, index, relationship)}
    return (*sound, *(finding._replace(mended=finding.kind not in left) for finding in found))


def _of_index(
    database: Database, memory: Memory, index: Index, relationship: str
) -> Iterator[Finding]:
    everything = schema.notes.c.relationship == relationship
    with database.reading() as connection:
        required(connection, relationship)
        name = memory.embedder.name if memory.embedder else None
        count = notes.count_strangers(connection, everything, name) if name else 0
    if count:
        yield Finding("unembedded", f"{count} notes have no vector of {name}.")
    try:
        state, wanted, there = index.inspect(relationship)
        if there is None and state.folder is not None:
            text = "The index was left half-written, or was taken away; the next search builds it."
            yield Finding("unfinished", text)
        elif there is not None and state.done == state.wanted:
            differences = list(_compared(wanted, there))
            yield from differences or _probed(index, relationship, wanted)
    except StoreError as problem:
        yield Finding("unreachable", f"The index cannot be used: {problem}.")


def _compared(wanted: Held, there: dict[str, set[str]]) -> Iterator[Finding]:
    """The index must hold exactly the ids that have a vector in the records."""
    expected = {shelf.name: vectors.keys() for shelf, vectors in wanted.items()}
    for name in sorted(expected.keys() | there.keys()):
        missing = len(expected.get(name, set()) - there.get(name, set()))
        extra = len(there.get(name, set()) - expected.get(name, set()))
        if missing or extra:
            yield Finding("disagree", f"Index {name}: {missing} missing, {extra} too many.")


def _probed(index: Index, relationship: str, wanted: Held) -> Iterator[Finding]:
    """A note's own vector must find it, or one whose vector is the same."""
    for shelf, vectors in wanted.items():
        ids = sorted(vectors)
        probes = ids[:: max(1, len(ids) // PROBES)][:PROBES]
        lost = 0
        for one in probes:
            found = index.nearest(relationship, [shelf], notes.as_vector(vectors[one]), 1)
            lost += not found or vectors.get(found[0][0]) != vectors[one]
        if lost:
            text = f"Index {shelf.name}: {lost} of {len(probes)} notes do not find themselves."
            yield Finding("disagree", text)
