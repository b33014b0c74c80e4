"""What was promised, once its owner has put another thing in its place: "No, sorry, the budget."

A repair leaves the deed as it is and changes a part of it: the thing, how many of it, or, by
"instead" and by taking up a "can't you rather", all that was said before (Schegloff, Jefferson and
Sacks). The day has its own repairs, in `coach.reading.days.correcting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.cues import plain
from coach.reading import Call
from coach.reading.nouns import NUMBERS, things
from coach.reading.promise import Promise
from coach.reading.promise.thread import Thread
from coach.reading.speech import Sentence
from coach.reading.wording.retelling import retell
from coach.reading.words import content

SOON = 5
"""Sentences after a promise in which a part of it is put right."""
_ANOTHER_THING = re.compile(
    r"^(?:(?:oh|ah|um|er|well)\W+)*(?:(?:no|sorry|i mean|actually)\W+)+"
    r"(?P<what>(?:the|my|our) (?!other\b|same\b|day\b|week\b)[a-z][a-z' -]{2,40}?)\W*$"
)
_SO_MANY = re.compile(
    rf"^(?:(?:okay|ok|fine|right|well|yes|all right|alright|true)\W+)*(?P<number>{NUMBERS}|\d+)"
    r"(?: it is)?(?:,? then)?\W*$"
)
_NUMBER = re.compile(rf"\b(?:{NUMBERS}|\d+)\b", re.IGNORECASE)
_TOO_MANY = re.compile(
    r"\b(?:a lot|too (?:many|much|few)|that's many|not enough|fewer|less|more|enough|only)\b"
)
_INSTEAD = re.compile(r"\binstead\b(?! of\b)")
_CANNOT_YOU = re.compile(
    r"\b(?:can't you|couldn't you|why don't you|why not|wouldn't it be (?:easier|better) to)"
    r" (?:just |rather )?(?P<verb>[a-z]+)\b[^?]*\?"
)


def standing_of(thread: Thread, call: Call) -> Sequence[Promise]:
    """Its promises without those that a later one replaced."""
    said = sorted(thread.promises, key=lambda promise: (promise.sentence.index, promise.start))
    for at in range(len(said) - 1, 0, -1):
        if _replaces(said[at], said[at - 1], call):
            return said[at:]
    return thread.promises


def _replaces(later: Promise, earlier: Promise, call: Call) -> bool:
    """ "I'll bring the drawing instead." "Can't you ring them?" "True. I'll ring them." """
    first, last = earlier.sentence.index, later.sentence.index
    if not content(later.deed) - content(earlier.deed) or last - first > 2 * SOON:
        return False
    if _INSTEAD.search(later.sentence.plain):
        return True
    verb = plain(later.deed).partition(" ")[0]
    asked = (_CANNOT_YOU.search(each.plain) for each in call.sentences[first + 1 : last])
    return any(found["verb"] == verb for found in asked if found)


def repaired(wording: str, thread: Thread, call: Call) -> str:
    """The wording with the thing, or the number of it, that its owner put right."""
    for before, said in _own_next(thread, call):
        named = things(wording)
        thing = _ANOTHER_THING.match(said.plain)
        if thing and len(named) == 1 and not content(thing["what"]) <= content(wording):
            if said.days(call.today(thread.owner)):
                continue  # the day's own repair
            start, end = named[0].start, named[0].start + len(named[0].words)
            what = retell(thread.owner, thing["what"], thread.owner, call)
            wording = wording[:start] + what + wording[end:]
        number = _SO_MANY.match(said.plain)
        counted = list(_NUMBER.finditer(wording))
        if number and len(counted) == 1 and _is_bargained(number["number"], before):
            wording = wording[: counted[0].start()] + number["number"] + wording[counted[0].end() :]
    return _with_matter(_IN_ITS_PLACE.sub("", wording), thread, call)


def _with_matter(wording: str, thread: Thread, call: Call) -> str:
    """ "I'll go to the bank about the overdraft. I'll ring them": about the overdraft."""
    standing = standing_of(thread, call)
    replaced = [each.deed for each in thread.promises if each not in standing]
    matter = next(filter(None, map(_MATTER.search, replaced)), None)
    if matter is None or " about " in wording:
        return wording
    return f"{wording} {retell(thread.owner, matter.group(), thread.owner, call)}"


_MATTER = re.compile(r"\babout (?:the|my|our|his|her|their) [\w'’-]+")
_IN_ITS_PLACE = re.compile(r" instead$")


def _is_bargained(number: str, before: Sentence) -> bool:
    """Did the other one name that number, or find the first too many?"""
    return bool(_TOO_MANY.search(before.plain)) or plain(before.text).strip(" .!?") == number


def _own_next(thread: Thread, call: Call) -> Iterator[tuple[Sentence, Sentence]]:
    """What its owner says next, each with what the other one said just before."""
    said_in = [promise.sentence.index for promise in thread.promises]
    near = min(max(said_in), min(said_in) + SOON) + SOON
    for before, said in pairwise(call.sentences[min(said_in) : near]):
        if said.speaker == thread.owner and before.speaker != thread.owner:
            yield before, said
