"""Struck words, and how they are known again in what was made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach.discretion.talk import FUNCTION, Sentence, is_telling, phrases, stem
from coach.errors import UserError
from coach.evidence import WITHHELD, locate
from coach.records import Cut, Evidence, Record, Relationship, Transcript, Turn

if TYPE_CHECKING:
    from coach.store.striking import Contents

_WORDINGS = ("text", "action", "due_phrase", "phrase", "goal")
"""Fields of an item that are wordings, and no name, id or quote."""


@dataclass(frozen=True)
class Passage:
    """What is struck of one call, and what is left of that call.

    `only` holds the words (as stems) that nobody says in what is left, and `runs` the runs of three
    words: whatever repeats one of them has it from the struck words. `subject` holds those that a
    person named, `packs` those of the frameworks.
    """

    session: str
    cuts: tuple[Cut, ...]
    left: Transcript
    words: frozenset[str]
    only: frozenset[str]
    runs: frozenset[str]
    subject: frozenset[str]
    packs: frozenset[str]

    @classmethod
    def of(
        cls,
        session: str,
        cuts: tuple[Cut, ...],
        left: Transcript,
        *,
        said: Sequence[str],
        subject: Iterable[str],
        names: Iterable[str],
        packs: frozenset[str],
    ) -> Passage:
        """The passage that these places are, with the words `said` there."""
        heard = [stems_of(turn.text) for turn in left.turns]
        still = {word for row in heard for word in row}
        named = {word for name in names for word in stems_of(name)}
        words = frozenset(word for text in said for word in _telling(text)) - named
        runs = {run for text in said for run in phrases(stems_of(text))}
        return cls(
            session=session,
            cuts=cuts,
            left=left,
            words=words,
            only=words - still,
            runs=frozenset(runs.difference(*map(phrases, heard))),
            subject=frozenset(map(stem, subject)),
            packs=packs,
        )

    @cached_property
    def turns(self) -> frozenset[int]:
        """The turns of which words are struck."""
        return frozenset(cut.turn for cut in self.cuts)

    def holds(self, item: Evidence) -> bool:
        """Are these words among the struck ones? `session` None is this call."""
        if item.session not in (None, self.session) or item.turn not in self.turns:
            return False
        return not self.still_says(item.quote, item.turn)

    def still_says(self, words: str, turn: int) -> bool:
        """Do these words stand in what is left of the turn?"""
        there = turn < len(self.left.turns)
        return there and locate(words, self.left.turns[turn].text) is not None

    def standing(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence that is left."""
        return tuple(item for item in evidence if not self.holds(item))

    def told_in(self, text: str | None) -> bool:
        """Does a wording say what only the struck words do, or name the subject?"""
        stems = stems_of(text or "")
        known = self.only | self.subject
        return not (known.isdisjoint(stems) and self.runs.isdisjoint(phrases(stems)))

    def asked_in(self, text: str) -> bool:
        """The same of a question, which is for the most part in words of the frameworks."""
        stems = stems_of(text)
        known = (self.only - self.packs) | self.subject
        return not (known.isdisjoint(stems) and self.runs.isdisjoint(phrases(stems)))

    def touches(self, text: str) -> bool:
        """Does a text hold any telling word of the passage, whoever else says it too?"""
        return not (self.words | self.subject).isdisjoint(stems_of(text))

    def words_of(self, item: Any) -> bool:
        """Is one of an item's wordings told in the passage?"""
        return any(self.told_in(getattr(item, name, None)) for name in _WORDINGS)

    def file_without(self, call: Transcript) -> Transcript:
        """The call without a title or file name that names the subject."""
        title = call.title and self.name_without(call.title)
        return call.model_copy(update={"title": title, "source": self.name_without(call.source)})

    def name_without(self, name: str) -> str:
        """The name of a file, where it does not give the subject away."""
        return WITHHELD if not self.subject.isdisjoint(stems_of(name)) else name


def stems_of(text: str) -> tuple[str, ...]:
    """The words of a text as the stems by which they are known again."""
    return Sentence(0, 0, len(text), text, None).stems


def subject_words(subject: str, relationship: Relationship) -> tuple[str, ...]:
    """The words that a subject is known by: the telling ones, else all but those of grammar.

    The two people's names tell no subject: they are in every call. Raises UserError where no word
    is left.
    """
    people = {word for one in relationship.people for word in stems_of(one.name)}
    words = Sentence(0, 0, len(subject), subject, None).words
    own = [word for word in words if word not in FUNCTION and stem(word) not in people]
    telling = [word for word in own if is_telling(word)]
    if not own:
        raise UserError("The subject needs a word of its own, such as merger; no name of the two.")
    return tuple(telling or own)


def as_quoted(contents: Contents) -> Transcript:
    """What is known of a call whose transcript was dropped: the words that are quoted of it."""
    id = contents.session.id
    recaps = [recap for at, recap in contents.recaps.items() if at.session == id]
    changes = [c for changes in contents.histories.values() for c in changes if c.session == id]
    quoted: dict[int, list[str]] = {one.turn: [] for recap in recaps for one in recap.withheld}
    for record in (*recaps, *changes, *contents.notes.values()):
        for item in _evidence_in(record):
            if item.session in (None, id):
                quoted.setdefault(item.turn, []).append(item.quote)
    # With a withheld place in each: a turn that is known in part is struck as a whole.
    turns = (" ".join([*quoted.get(n, ()), WITHHELD]) for n in range(max(quoted, default=-1) + 1))
    said = tuple(Turn(text=text) for text in turns)
    return Transcript(turns=said, source=contents.session.source, format="quotes")


def _evidence_in(record: Any) -> Iterator[Evidence]:
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, Record):
        for name in type(record).model_fields:
            yield from _evidence_in(getattr(record, name))
    elif isinstance(record, tuple):
        for one in record:
            yield from _evidence_in(one)


def _telling(text: str) -> Iterator[str]:
    """Words that could give something away: a figure of two digits can, too."""
    for word in Sentence(0, 0, len(text), text, None).words:
        if is_telling(word) or (word.isdigit() and len(word) > 1):
            yield stem(word)
