"""Do the records and the index of a relationship still agree?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.errors import StoreError
from coach.store import notes, schema, shelves
from coach.store.database import Database
from coach.store.index import Index
from coach.store.memory import Memory
from coach.store.records import Finding
from coach.store.relationships import required
from coach.store.shelves import Wanted

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
            yield from differences or _probed(database, index, relationship, wanted)
    except StoreError as problem:
        yield Finding("unreachable", f"The index cannot be used: {problem}.")


def _compared(wanted: Wanted, there: dict[str, set[str]]) -> Iterator[Finding]:
    """The index must hold exactly the ids of the records, each on its shelf."""
    expected = wanted.by_name()
    missing, extra = _beyond(expected, there), _beyond(there, expected)
    if missing or extra:
        yield Finding("disagree", f"The index: {missing} missing, {extra} too many.")


def _beyond(some: Mapping[str, set[str]], others: Mapping[str, set[str]]) -> int:
    """How many notes stand on a shelf of the one and not on the same of the other."""
    return len({id for name in some for id in some[name] - others.get(name, set())})


def _probed(
    database: Database, index: Index, relationship: str, wanted: Wanted
) -> Iterator[Finding]:
    """A note's own vector must find it, or one whose vector is the same."""
    for shelf, stored in wanted.vectors.items():
        ids = sorted(stored)
        probes = ids[:: max(1, len(ids) // PROBES)][:PROBES]
        with database.reading() as connection:
            own = shelves.blobs(connection, relationship, shelf, probes)
        found = {one: index.nearest(relationship, shelf, notes.as_vector(own[one])) for one in own}
        with database.reading() as connection:
            near = shelves.blobs(connection, relationship, shelf, [*filter(None, found.values())])
        lost = sum(near.get(found[one] or "") != vector for one, vector in own.items())
        if lost:
            text = f"Index {shelf.name}: {lost} of {len(probes)} notes do not find themselves."
            yield Finding("disagree", text)
