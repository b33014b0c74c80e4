"""Where a secret comes back later in the call, such as in the closing round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from coach.discretion import marks
from coach.discretion.passages import HOLD, Passage
from coach.discretion.subject import Subject
from coach.discretion.talk import Sentence, clauses

WIDESPREAD = 4
"""A word met in more later turns than this belongs to the whole call."""
LONG = 12
"""A sentence of more words is taken apart: only its clauses about the secret are withheld."""


def mentions(row: Sequence[Sentence], passage: Passage, held: set[int]) -> Iterator[Sentence]:
    """Later sentences, or clauses of them, that name the subject; and what stands between two
    mentions close together. In the closing round nothing between is taken: it lists many things.
    """
    subject = passage.subject
    _forget_widespread(row, passage.end, subject, held)
    closing = _closing_round(row)
    last, since = passage.end - 1, HOLD + 1
    for index in range(passage.end, len(row)):
        said = row[index]
        if index in held:
            since = HOLD + 1
            continue
        running = since <= HOLD and index < closing
        if not (subject.runs_on_in(said) if running else subject.is_named_in(said)):
            since += len(said.words)
            continue
        if running:
            between = row[last + 1 : index]
            subject.learn([*between, said])
            yield from between
        yield from _parts_about(said, subject, whole=index < closing and len(said.words) <= LONG)
        last, since = index, 0


def _parts_about(said: Sentence, subject: Subject, *, whole: bool) -> Iterator[Sentence]:
    parts = [said] if whole else [part for part in clauses(said) if subject.runs_on_in(part)]
    yield from parts or [said]


def _closing_round(row: Sequence[Sentence]) -> int:
    """Index at which the closing round begins, in the second half of the call."""
    second_half = range(len(row) // 2, len(row))
    return next((i for i in second_half if marks.ROUND.search(row[i].plain)), len(row))


def _forget_widespread(
    row: Sequence[Sentence], start: int, subject: Subject, held: set[int]
) -> None:
    turns: defaultdict[str, set[int]] = defaultdict(set)
    for index in range(start, len(row)):
        if index not in held:
            for word in subject.words.intersection(row[index].stems):
                turns[word].add(row[index].turn)
    subject.words -= {word for word, where in turns.items() if len(where) > WIDESPREAD}
