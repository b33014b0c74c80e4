"""A small hand-made relationship, and short ways to put things into a store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.tallying import Numbers as Numbers
from coach.embedding import HashedNgrams
from coach.records import (
    Commitment,
    Consent,
    Evidence,
    Note,
    Person,
    Recap,
    Relationship,
    Session,
    Transcript,
    Turn,
)
from coach.store import Store, make_note

MENTOR, MENTEE = "Ines Duarte", "Tomasz Wilk"
FIRST, SECOND, THIRD = date(2025, 3, 3), date(2025, 3, 17), date(2025, 3, 31)


def relationship(id: str = "ines-tomasz", agreed: bool = True, **fields: Any) -> Relationship:
    yes = [Consent(who=name, given_at=FIRST, how="on the call") for name in (MENTOR, MENTEE)]
    people = {"mentor": Person(name=MENTOR), "mentee": Person(name=MENTEE)}
    return Relationship(id=id, **people, consents=tuple(yes) if agreed else (), **fields)


def transcript(*lines: str) -> Transcript:
    turns = tuple(Turn(speaker=MENTEE, text=line) for line in lines or ("I'll write to Ada.",))
    return Transcript(turns=turns, source="call.txt", format="labelled")


def opened(home: Path, embedder: Any = None, id: str = "ines-tomasz") -> Store:
    """A store with one agreed relationship in it."""
    store = Store(home, embedder or HashedNgrams())
    if id not in {one.id for one in store.relationships.all()}:
        store.relationships.add(relationship(id))
    return store


def call(store: Store, held_on: Any = FIRST, digest: str = "", id: str = "ines-tomasz") -> Session:
    digest = digest or f"digest of {held_on}"
    return store.sessions.import_call(id, transcript(), held_on, digest).session


def read_again(store: Store, draft: Recap) -> None:
    """The same call is read anew, into this draft."""
    session = store.sessions.get(draft.relationship, draft.session)
    words = store.sessions.transcript(session.relationship, session.id) or transcript()
    known = (session.relationship, words, session.held_on, session.digest)
    store.sessions.import_call(*known, draft=draft)


def let_texts_go(store: Store) -> None:
    """The days are over that the text of any call is kept; the first look starts the count."""
    for _ in range(2):
        store.let_go(datetime(2025, 6, 1, tzinfo=UTC), 0)


def promise(
    session: Session, number: int = 1, action: str = "Write to Ada", **more: Any
) -> Commitment:
    words = Evidence(session=session.id, turn=0, speaker=MENTEE, quote="I'll write to Ada.")
    fields = {"owner": MENTEE, "evidence": (words,), **more}
    return Commitment(id=f"{session.id}#c{number}", action=action, **fields)


def recap(session: Session, **fields: Any) -> Recap:
    return Recap(
        relationship=session.relationship,
        session=session.id,
        held_on=session.held_on,
        engine="offline",
        **fields,
    )


def note(text: str, session: Session | None = None, id: str = "ines-tomasz", **more: Any) -> Note:
    fields = {"kind": "insight", "occurred_at": session.held_on if session else FIRST, **more}
    return make_note(relationship=id, session=session.id if session else None, text=text, **fields)
