"""Long conversations with questions about them, kept in a home: every turn a dated note.

A file of one JSON object a line: `id`; `sessions`, each with its `time` and `turns` (`id`,
`speaker`, `text`); `questions`, each `q` with its `evidence`, the ids of the turns that answer it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.embedding import Embedder
from coach.errors import UserError
from coach.records import Consent, Evidence, Note, Person, Relationship, Transcript, Turn
from coach.store import Store, make_note

if TYPE_CHECKING:
    from coach.embedding import Vectors

_TIMES = ("%Y-%m-%d %H:%M:%S", "%d.%m.%Y, %H:%M:%S", "%Y-%m-%d")


@dataclass(frozen=True)
class Question:
    """What is asked, and the turns that answer it."""

    text: str
    evidence: frozenset[str]


@dataclass(frozen=True)
class Conversation:
    """Some sessions of two people: the day of each, and its turns as id, speaker and words."""

    id: str
    sessions: tuple[tuple[date, tuple[tuple[str, str, str], ...]], ...]
    questions: tuple[Question, ...]
    """those that some turn answers"""

    @property
    def turns(self) -> int:
        """How many turns there are."""
        return sum(len(turns) for _, turns in self.sessions)


def read(file: Path) -> tuple[Conversation, ...]:
    """The conversations of a file. Raises UserError where it is not in the form above."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
        found = tuple(_conversation(json.loads(line)) for line in lines if line.strip())
    except OSError as error:
        raise UserError(f"{file}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(f"{file}: not a file of conversations with questions ({error!r})") from None
    if not any(conversation.questions for conversation in found):
        raise UserError(f"{file}: no question in it that a turn answers")
    return found


def _conversation(record: Mapping[str, Any]) -> Conversation:
    sessions = tuple(
        (
            _day(session["time"]),
            tuple((turn["id"], turn["speaker"], turn["text"]) for turn in session["turns"]),
        )
        for session in record["sessions"]
    )
    known = {id for _, turns in sessions for id, _, _ in turns}
    questions = (
        Question(asked["q"], frozenset(asked["evidence"]) & known) for asked in record["questions"]
    )
    return Conversation(record["id"], sessions, tuple(q for q in questions if q.evidence))


def _day(time: str) -> date:
    for form in _TIMES:
        try:
            return datetime.strptime(time, form).date()
        except ValueError:
            continue
    raise ValueError(f"no day: {time!r}")


class Once:
    """An embedder that embeds the same text once, however often it is asked."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self._known = embedder, dict[str, "Vectors"]()
        self.name, self.dim = embedder.name, embedder.dim

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See `Embedder.embed`."""
        import numpy as np

        for text in texts:
            if text not in self._known:
                self._known[text] = self._embedder.embed([text])[0]
        rows = [self._known[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)


WHO = "pair"
Turns = Mapping[tuple[str | None, int], str]
"""The id of each turn of the file, by session and number in the home."""


def keep(store: Store, conversation: Conversation) -> Turns:
    """Bring a conversation into a home of its own, call by call; where its turns are then."""
    names = list(dict.fromkeys(who for _, turns in conversation.sessions for _, who, _ in turns))
    mentor, mentee, *_ = (*names, "Somebody", "Somebody else")
    first = conversation.sessions[0][0]
    store.relationships.add(
        Relationship(
            id=WHO,
            mentor=Person(name=mentor),
            mentee=Person(name=mentee),
            consents=tuple(
                Consent(who=who, given_at=first, how="with the data") for who in (mentor, mentee)
            ),
        )
    )
    where = dict[tuple[str | None, int], str]()
    for number, (day, turns) in enumerate(conversation.sessions):
        words = Transcript(
            turns=tuple(Turn(speaker=who, text=text) for _, who, text in turns),
            source=f"session {number}",
            format="labelled",
        )
        session = store.sessions.import_call(WHO, words, day, f"{conversation.id} {number}").session
        store.memory.add(_notes(session.id, day, words))
        where |= {(session.id, turn): id for turn, (id, _, _) in enumerate(turns)}
    return where


def _notes(session: str, day: date, words: Transcript) -> Iterator[Note]:
    for number, turn in enumerate(words.turns):
        said = Evidence(session=session, turn=number, speaker=turn.speaker, quote=turn.text)
        yield make_note(
            relationship=WHO,
            session=session,
            kind="turn",
            text=f"{turn.speaker}: {turn.text}",
            occurred_at=day,
            evidence=(said,),
        )
