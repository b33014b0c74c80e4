"""What the end of a call says of the promises made in it: their names, their days, and new ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum

from coach.dates import due_of
from coach.reading import Call
from coach.reading.promise import Promise
from coach.reading.promise.thread import CARRIES, ENOUGH, NEAR, Thread
from coach.reading.speech import Sentence
from coach.reading.threads.listing import is_to_the_speaker, names_a_thing
from coach.reading.threads.naming import (
    first_told,
    is_for,
    mention,
    name,
    promised_beside,
    read_back_as,
)
from coach.reading.threads.readback import ReadBack, Round, planned, read_back
from coach.reading.words import content

_MAKE_IT = re.compile(r"(?:\w+,? ){0,2}?(?:make|call) (?:it|that)\b")
MENDED_WITHIN = 4
"""Sentences after an item of the list in which its day may be mended."""
_YOURS = re.compile(r"\b(?:you|you've|you're|you'll|yours)\b")


def hear_closing_round(
    threads: list[Thread], call: Call, rarity: Mapping[str, float], start: int
) -> list[Thread]:
    """Name and date threads by the read-back; return what only the read-back tells of."""
    unheard_of = [new for said in read_back(call) for new in _hear(said, threads, call, rarity)]
    for listed in planned(call):
        for named in listed:
            if not name(named, threads, call) and _is_new(named, threads):
                asked = call.sentences[named.sentence.index - 1]
                unheard_of.append(_from_read_back(named, asked))
    for thread in threads:
        _mend_day(thread, call)
    _echo([t for t in threads if t.weight >= CARRIES], call, rarity, start)
    return unheard_of


def _hear(
    said: Round, threads: list[Thread], call: Call, rarity: Mapping[str, float]
) -> Iterator[Thread]:
    """Name what is known of a round; what is nobody's promise yet is one.

    A turn is a round if some of it is known, or if it was announced and no summing up for the
    other one. An item without a day is never new: what people list in so few words may be what
    was told in confidence.
    """
    listed = _whose(said.items, threads, call)
    dated = [named for named in listed if named.is_dated]
    unheard = [named for named in dated if not name(named, threads, call)]
    known = len(dated) - len(unheard)
    if not known and not (said.announced and not any(map(_is_to_the_speaker, listed))):
        return
    for named in listed:
        if named.due is None:
            mention(named, threads, rarity)
    for named in unheard:
        told = first_told(named, call, rarity)
        if told and (beside := promised_beside(told, named, threads)):
            read_back_as(named, beside)
        elif (known or names_a_thing(named.label)) and _is_new(named, threads):
            yield _from_read_back(named, told)


def _is_to_the_speaker(named: ReadBack) -> bool:
    return is_to_the_speaker(named.label)


def _mend_day(thread: Thread, call: Call) -> None:
    """ "The sheet, did I say Monday? I'm off Monday. Make that Tuesday." """
    today = call.today(thread.owner)
    for echo in thread.echoes:
        known = {said.due for said in echo.days(today)}
        if thread.due is None or thread.due.due not in known:
            continue
        for said in call.sentences[echo.index + 1 : echo.index + MENDED_WITHIN]:
            due = due_of(said.text, today=today, bare=True)
            if said.turn == echo.turn and due and _MAKE_IT.match(said.plain):
                thread.due, thread.due_sentence = due, said


def _whose(listed: Sequence[ReadBack], threads: list[Thread], call: Call) -> list[ReadBack]:
    """ "Deb tomorrow, the list Friday": a list may be said back to the one who promised it all."""
    owner = listed[0].owner
    partner = call.partner(owner)
    dated = [named for named in listed if named.is_dated]
    own = any(named.owner != owner or _known(named, owner, threads) for named in dated)
    if own or not any(_known(named, partner, threads) for named in dated):
        return list(listed)
    return [replace(named, owner=partner) for named in listed]


def _known(named: ReadBack, owner: str, threads: list[Thread]) -> bool:
    """Does it name, by its words and by its day, what this person promised?"""
    words = content(named.label)
    return any(
        words & thread.subject and is_for(named.due, thread)
        for thread in threads
        if thread.owner == owner and thread.last_turn < named.sentence.turn
    )


def _is_new(named: ReadBack, threads: list[Thread]) -> bool:
    """Is it nobody's promise yet? People also sum up what the other one does."""
    words = content(named.label)
    return not any(
        words & thread.subject or words & content(thread.label)
        for thread in threads
        if thread.weight >= ENOUGH
    )


def _from_read_back(named: ReadBack, told: Sentence | None) -> Thread:
    """What is read back with its day was promised, though in no words that were heard as such."""
    text = named.sentence.text
    promise = Promise(
        owner=named.owner,
        sentence=named.sentence,
        start=0,
        end=len(text),
        form="read_back",
        deed=named.label,
        weight=ENOUGH,
        due=named.due,
        reasons=("read back",),
    )
    return Thread(named.owner, [promise], named.due, named.sentence, [told] if told else [])


def _echo(threads: list[Thread], call: Call, rarity: Mapping[str, float], start: int) -> None:
    """Find the turns near the end that name promises again: two in a turn, or one unmistakably."""
    found: dict[int, list[tuple[float, Thread, Sentence]]] = defaultdict(list)
    known = [(thread, thread.subject, thread.last_turn + NEAR) for thread in threads]
    for sentence in call.sentences:
        if sentence.turn < start or not call.is_participant(sentence.speaker):
            continue
        words, to_other = sentence.content, _YOURS.search(sentence.plain)
        for thread, subject, taken_up in known:
            if sentence.turn <= taken_up or not (shared := words & subject):
                continue
            score = fsum(rarity[word] for word in shared)
            if score >= 1.4 and (to_other or sentence.speaker == thread.owner):
                found[sentence.turn].append((score, thread, sentence))
    for named in found.values():
        together = len({id(thread) for _, thread, _ in named}) > 1
        for score, thread, sentence in named:
            if (together or score >= 3.0) and not thread.echoes:
                thread.echoes.append(sentence)
