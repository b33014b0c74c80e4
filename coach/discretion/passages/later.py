"""Where a secret comes back later in the call, such as in the closing round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.discretion.cues import marks, resuming
from coach.discretion.passages import Passage, aside
from coach.discretion.subject import Subject
from coach.discretion.talk import Sentence

RUNS = 50
"""Words after such a mention that are still about it."""
WIDESPREAD = 4
"""A word met in more later turns than this belongs to the whole call."""
FRAGMENT = 6
"""Words at most of an item in a list gone over at the end."""
LONG = 12
"""A sentence of more words is taken apart: only its clauses about the secret are withheld."""


def mentions(row: Sequence[Sentence], passage: Passage, held: set[int]) -> Iterator[Sentence]:
    """Later sentences, or clauses of them, that name the subject; and what stands between two
    mentions close together. In the closing round nothing between is taken: it lists many things;
    once silence was said to be over, only what still speaks of a "he" or "she", and the answer to
    a question that was withheld.
    """
    subject = passage.subject
    _forget_widespread(row, passage.end, subject, held)
    closing = _closing_round(row)
    hinted = _Hinted.at(row, passage, held, closing)
    last, since, ended = passage.end - 1, RUNS + 1, False
    for index in range(passage.end, len(row)):
        said = row[index]
        if index in held:
            since = RUNS + 1
            continue
        ended = ended or (index not in held and said.shows(resuming.DECLARED))
        if since <= RUNS and (said.shows(marks.SHIFTS) or said.shows(resuming.RESUMES)):
            since = RUNS + 1
        running = since <= RUNS and index < closing
        if not subject.comes_back_in(said):
            since += len(said.words)
            if index >= closing:
                yield from (part for part in said.clauses if hinted.is_in(part))
            continue
        if running:
            between = [
                near
                for near in row[last + 1 : index]
                if not ended or near.shows(aside.SOMEBODY) or _answers(near, row[last])
            ]
            subject.learn([*between, said])
            yield from between
        if index < closing and len(said.words) <= LONG:
            yield said
        else:
            parts = [part for part in said.clauses if subject.comes_back_in(part)]
            yield from parts or [said]
        last, since = index, 0


def _answers(said: Sentence, before: Sentence) -> bool:
    return before.is_question() and said.turn == before.turn + 1


@dataclass(frozen=True)
class _Hinted:
    """How a secret is named in a closing round: "and the other thing", or by what was promised in
    it, "and the call, tomorrow".
    """

    told: tuple[frozenset[str], ...]
    openly: tuple[frozenset[str], ...]

    @classmethod
    def at(cls, row: Sequence[Sentence], passage: Passage, held: set[int], closing: int) -> _Hinted:
        told = row[passage.start : passage.end]
        openly = (said for index, said in enumerate(row[:closing]) if index not in held)
        return cls(
            tuple(said.stem_set for said in told),
            tuple(said.stem_set for said in openly),
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """All that it was told in: what has another word is not of it."""
        return frozenset().union(*self.told)

    def is_in(self, part: Sentence) -> bool:
        if part.shows(marks.NAMELESS):
            return True
        if not part.content or len(part.words) > FRAGMENT or not part.content <= self.words:
            return False
        return any(part.content <= said for said in self.told) and not any(
            part.content <= said for said in self.openly
        )


def _closing_round(row: Sequence[Sentence]) -> int:
    """Index at which the closing round begins, in the second half of the call."""
    second_half = range(len(row) // 2, len(row))
    return next((i for i in second_half if row[i].shows(marks.ROUND)), len(row))


def _forget_widespread(
    row: Sequence[Sentence], start: int, subject: Subject, held: set[int]
) -> None:
    turns: defaultdict[str, set[int]] = defaultdict(set)
    for index in range(start, len(row)):
        if index not in held:
            for word in subject.away.intersection(row[index].stems):
                turns[word].add(row[index].turn)
    subject.away -= {word for word, where in turns.items() if len(where) > WIDESPREAD}
