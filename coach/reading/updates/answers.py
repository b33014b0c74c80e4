"""What is asked, or merely named, proves nothing without the answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from coach.reading.speech import Sentence
from coach.reading.updates.account import asks_if_it_stands, is_heading, puts_aside
from coach.reading.updates.resolution import asks, denies

AT_ONCE = 3
"""Sentences after a question in which the other one must begin to answer."""
LONGEST = 8
"""Sentences of an answer that are looked at."""
WORD_OR_TWO = 2
"""Words of an answer that only says yes, no or oh."""


def with_answers(
    shown: set[Sentence], sentences: Sequence[Sentence], elsewhere: Collection[int]
) -> set[Sentence]:
    """These sentences with what the other one answers where they ask or name a thing.

    `elsewhere` are sentences where the talk turns to something else.
    """
    put = (each for each in shown if asks(each.plain) or each.hear(is_heading))
    answers = (_answer(sentences[each.index :][: LONGEST + 1]) for each in put)
    told = (answer for answer in answers if not any(s.index in elsewhere for s in answer))
    return shown.union(*(answer[:1] for answer in told if shown.isdisjoint(answer)))


def own_reply(
    following: Sequence[Sentence], is_own: Callable[[Sentence], bool]
) -> tuple[Sentence, ...]:
    """The first words of the owner in what follows, unless they answer a question put since."""
    for sentence in following:
        if is_own(sentence):
            return (sentence,)
        if asks(sentence.plain):
            break
    return ()


def put_aside(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The questions that who asks them takes back for later in the same breath."""
    return frozenset(
        asked.index
        for asked, then in pairwise(sentences)
        if asked.speaker == then.speaker and asks(asked.plain) and puts_aside(then.text)
    )


def _answer(said: Sequence[Sentence]) -> list[Sentence]:
    """What the other one says at once to the first of these, without a mere yes or oh before it."""
    put, *following = said
    begins = next((at for at, s in enumerate(following) if s.speaker != put.speaker), LONGEST)
    if begins >= AT_ONCE:
        return []
    turn = [each for each in following[begins:] if each.turn == following[begins].turn]
    longer = [each for each in turn if len(each.text.split()) > WORD_OR_TWO] or turn
    return [] if asks(longer[0].plain) else longer


def given_up(said: Sequence[Sentence]) -> Sentence | None:
    """The no to whether a promise still stands."""
    for question, reply in pairwise(said):
        is_asked = question.speaker != reply.speaker and asks_if_it_stands(question.text)
        if is_asked and denies(reply.plain):
            return reply
    return None
