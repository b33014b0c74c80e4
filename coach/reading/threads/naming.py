"""Which promise a label of the closing list names: by its words, by its day, by its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

from coach.cues import plain
from coach.dates import Spoken, sharpens
from coach.reading import Call
from coach.reading.nouns import things
from coach.reading.promise import TIMELESS
from coach.reading.promise.thread import NEAR, Thread, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.threads.readback import ReadBack
from coach.reading.words import content

_HANGS_ON = re.compile(
    r"\b(?:how|what|who|which|that|where|why|because|so|when|if|than|until|till)\b", re.IGNORECASE
)
UNMISTAKABLE = 1.0
"""How telling the words of a label without a day must be, to name a promise."""


def name(named: ReadBack, threads: list[Thread], call: Call) -> bool:
    """Give a label of the read-back to the promise that it names, by its words or by its day."""
    earlier = [
        thread
        for thread in threads
        if thread.owner == named.owner
        and thread.last_turn < named.sentence.turn
        and not _tells_how_things_are(thread)
    ]
    words = content(named.label)
    alike = [thread for thread in earlier if words & thread.subject]
    that_day = [thread for thread in earlier if is_for(named.due, thread)]
    both = [thread for thread in alike if thread in that_day]
    undated = [thread for thread in alike if wants_a_day(thread.due) and words & _objects(thread)]
    nameless = sorted(
        (thread for thread in that_day if not thread.label), key=lambda t: len(t.subject)
    )
    pointed = [
        thread
        for thread in earlier
        if not thread.label and _may_be_for(named.due, thread) and words & _pointed_at(thread, call)
    ]
    for found in (both, undated, pointed, nameless):
        if found:
            read_back_as(named, found[0], called=found is not nameless)
            return True
    return False


def mention(named: ReadBack, threads: list[Thread], rarity: Mapping[str, float]) -> None:
    """ "Slips from Monday, Plan on Sunday, and the three moms": one among them, without a day."""
    words = content(named.label)
    scored = [
        (fsum(rarity[word] for word in words & thread.subject), not thread.label, -index)
        for index, thread in enumerate(threads)
        if thread.owner == named.owner
        and thread.last_turn < named.sentence.turn
        and named.sentence not in thread.echoes
        and not _tells_how_things_are(thread)
    ]
    shared, _, index = max(scored, default=(0.0, False, 0))
    if shared >= UNMISTAKABLE:
        read_back_as(named, threads[-index])


def first_told(named: ReadBack, call: Call, rarity: Mapping[str, float]) -> Sentence | None:
    """The sentence that speaks most of what the read-back names.

    Of equals it is one in which its owner looks ahead, then the latest.
    """
    label = content(named.label)
    scored = [
        (
            fsum(rarity[word] for word in label & sentence.content),
            _looks_ahead(sentence, named, call),
            sentence.index,
            sentence,
        )
        for sentence in call.sentences[: named.sentence.index]
        if sentence.turn < named.sentence.turn and call.is_participant(sentence.speaker)
    ]
    score, _, _, told = max(scored, default=(0.0, False, 0, None))
    return told if score else None


def _looks_ahead(sentence: Sentence, named: ReadBack, call: Call) -> bool:
    """Does its owner say when, or that it will be?"""
    own = sentence.speaker == named.owner
    return own and bool(_WILL.search(sentence.plain) or sentence.due(call.today(named.owner)))


_WILL = re.compile(r"'ll\b|\bwill\b|\bgoing to\b|\bgonna\b")


def promised_beside(told: Sentence, named: ReadBack, threads: list[Thread]) -> Thread | None:
    """ "I'll bring you a pad. It looks like a pork chop." The pork chop is that promise."""
    return next(
        (
            thread
            for thread in threads
            if thread.owner == named.owner
            and not thread.label
            and (wants_a_day(thread.due) or is_for(named.due, thread))
            and any(told.index - 2 <= each.sentence.index < told.index for each in thread.promises)
            and any(told.turn == each.sentence.last_turn for each in thread.promises)
        ),
        None,
    )


def _tells_how_things_are(thread: Thread) -> bool:
    """ "I lead the payments team." "I have it on the back of a menu." Nothing is to be done."""
    return thread.due is None and all(each.form in TIMELESS for each in thread.promises)


def _may_be_for(day: Spoken | None, thread: Thread) -> bool:
    """May the promise be for this day: is none known, or this one, or days of which it is one?"""
    due = thread.due
    return due is None or wants_a_day(due) or due.kind == "window" or is_for(day, thread)


def _pointed_at(thread: Thread, call: Call) -> frozenset[str]:
    """The nouns just named, where a deed only points to its thing: "A register. I'll make it." """
    points = (each.sentence.index for each in thread.promises if _POINTS.search(plain(each.deed)))
    near = (said for at in points for said in call.sentences[max(0, at - NEAR) : at])
    return frozenset().union(*(content(thing.head) for said in near for thing in said.hear(things)))


_POINTS = re.compile(r"^\w+(?: \w+)? (?:it|that|this|them|those)\b|^(?:it|them)\b")


def read_back_as(named: ReadBack, thread: Thread, called: bool = True) -> None:
    """The thread is what was read back; `called`: the name is known to be its own."""
    if called or len(thread.subject) < 3:
        thread.label = thread.label or named.label
    if named.sentence not in thread.echoes:
        thread.echoes.append(named.sentence)
    if named.is_dated and wants_a_day(thread.due):
        thread.due, thread.due_sentence = named.due, named.sentence


def _objects(thread: Thread) -> frozenset[str]:
    """Content words of the deeds alone, without the clauses that hang on them."""
    deeds = (_HANGS_ON.split(each.deed, maxsplit=1)[0] for each in thread.promises)
    asked = (each.request.text for each in thread.promises if each.request)
    return frozenset().union(*map(content, (*deeds, *asked)))


def is_for(named: Spoken | None, thread: Thread) -> bool:
    """Is it one of the days that were said of this promise?

    "From Monday till we speak" is read back as either, "Saturday the 29th" as "Saturday".
    """
    kept = (promise.due for promise in thread.promises if promise.form != "will_not")
    told = (thread.due, *kept)
    return any(
        each.due == named.due or (sharpens(named, each) and (each.due - named.due).days == 7)
        for each in told
        if each and each.due and named and named.due
    )
