"""What the end of a call says of the promises made in it: their names, their days, and new ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from math import fsum

from coach.cues import plain
from coach.dates import Spoken, due_of, sharpens
from coach.reading import Call
from coach.reading.nouns import things
from coach.reading.promise import TIMELESS, Promise
from coach.reading.promise.thread import CARRIES, ENOUGH, NEAR, Thread, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.threads.readback import ReadBack, planned, read_back
from coach.reading.words import content

_HANGS_ON = re.compile(
    r"\b(?:how|what|who|which|that|where|why|because|so|when|if|than|until|till)\b", re.IGNORECASE
)
_MAKE_IT = re.compile(r"(?:\w+,? ){0,2}?(?:make|call) (?:it|that)\b")
MENDED_WITHIN = 4
"""Sentences after an item of the list in which its day may be mended."""
_YOURS = re.compile(r"\b(?:you|you've|you're|you'll|yours)\b")


def hear_closing_round(
    threads: list[Thread], call: Call, rarity: Mapping[str, float], start: int
) -> list[Thread]:
    """Name and date threads by the read-back; return what only the read-back tells of."""
    unheard_of: list[Thread] = []
    for said in read_back(call):
        listed = _whose(said, threads, call)
        unheard = [named for named in listed if not _name(named, threads, call)]
        if len(unheard) < len(listed):  # some of it is known: this is a read-back
            for named in unheard:
                told = _first_told(named, call, rarity)
                if told and (known := _promised_beside(told, named, threads)):
                    _read_back_as(named, known)
                elif _is_new(named, threads):
                    unheard_of.append(_from_read_back(named, told))
    for listed in planned(call):
        for named in listed:
            if not _name(named, threads, call) and _is_new(named, threads):
                asked = call.sentences[named.sentence.index - 1]
                unheard_of.append(_from_read_back(named, asked))
    for thread in threads:
        _mend_day(thread, call)
    _echo([t for t in threads if t.weight >= CARRIES], call, rarity, start)
    return unheard_of


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


def _whose(listed: list[ReadBack], threads: list[Thread], call: Call) -> list[ReadBack]:
    """ "Deb tomorrow, the list Friday": a list may be said back to the one who promised it all."""
    owner = listed[0].owner
    partner = call.partner(owner)
    own = any(named.owner != owner or _known(named, owner, threads) for named in listed)
    if own or not any(_known(named, partner, threads) for named in listed):
        return listed
    return [replace(named, owner=partner) for named in listed]


def _known(named: ReadBack, owner: str, threads: list[Thread]) -> bool:
    """Does it name, by its words and by its day, what this person promised?"""
    words = content(named.label)
    return any(
        words & thread.subject and _is_for(named.due, thread)
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


def _first_told(named: ReadBack, call: Call, rarity: Mapping[str, float]) -> Sentence | None:
    """The sentence that speaks most of what the read-back names; of equals the latest."""
    label = content(named.label)
    scored = [
        (
            fsum(rarity[word] for word in label & sentence.content),
            sentence.index,
            sentence,
        )
        for sentence in call.sentences[: named.sentence.index]
        if sentence.turn < named.sentence.turn and call.is_participant(sentence.speaker)
    ]
    score, _, told = max(scored, default=(0.0, 0, None))
    return told if score else None


def _promised_beside(told: Sentence, named: ReadBack, threads: list[Thread]) -> Thread | None:
    """ "I'll bring you a pad. It looks like a pork chop." The pork chop is that promise."""
    return next(
        (
            thread
            for thread in threads
            if thread.owner == named.owner
            and not thread.label
            and (wants_a_day(thread.due) or _is_for(named.due, thread))
            and any(told.index - 2 <= each.sentence.index < told.index for each in thread.promises)
            and any(told.turn == each.sentence.last_turn for each in thread.promises)
        ),
        None,
    )


def _name(named: ReadBack, threads: list[Thread], call: Call) -> bool:
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
    that_day = [thread for thread in earlier if _is_for(named.due, thread)]
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
            _read_back_as(named, found[0], called=found is not nameless)
            return True
    return False


def _tells_how_things_are(thread: Thread) -> bool:
    """ "I lead the payments team." "I have it on the back of a menu." Nothing is to be done."""
    return thread.due is None and all(each.form in TIMELESS for each in thread.promises)


def _may_be_for(day: Spoken, thread: Thread) -> bool:
    """May the promise be for this day: is none known, or this one, or days of which it is one?"""
    due = thread.due
    return due is None or wants_a_day(due) or due.kind == "window" or _is_for(day, thread)


def _pointed_at(thread: Thread, call: Call) -> frozenset[str]:
    """The nouns just named, where a deed only points to its thing: "A register. I'll make it." """
    points = (each.sentence.index for each in thread.promises if _POINTS.search(plain(each.deed)))
    near = (said for at in points for said in call.sentences[max(0, at - NEAR) : at])
    return frozenset().union(*(content(thing.head) for said in near for thing in said.hear(things)))


_POINTS = re.compile(r"^\w+(?: \w+)? (?:it|that|this|them|those)\b|^(?:it|them)\b")


def _read_back_as(named: ReadBack, thread: Thread, called: bool = True) -> None:
    """The thread is what was read back; `called`: the name is known to be its own."""
    if called or len(thread.subject) < 3:
        thread.label = thread.label or named.label
    if named.sentence not in thread.echoes:
        thread.echoes.append(named.sentence)
    if wants_a_day(thread.due):
        thread.due, thread.due_sentence = named.due, named.sentence


def _objects(thread: Thread) -> frozenset[str]:
    """Content words of the deeds alone, without the clauses that hang on them."""
    deeds = (_HANGS_ON.split(each.deed, maxsplit=1)[0] for each in thread.promises)
    asked = (each.request.text for each in thread.promises if each.request)
    return frozenset().union(*map(content, (*deeds, *asked)))


def _is_for(named: Spoken, thread: Thread) -> bool:
    """Is it one of the days that were said of this promise?

    "From Monday till we speak" is read back as either, "Saturday the 29th" as "Saturday".
    """
    kept = (promise.due for promise in thread.promises if promise.form != "will_not")
    told = (thread.due, *kept)
    return any(
        each.due == named.due or (sharpens(named, each) and (each.due - named.due).days == 7)
        for each in told
        if each and each.due and named.due
    )


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
