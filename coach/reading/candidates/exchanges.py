"""One deed for each of the two: "You draw the plan and I'll draw mine, and we swap."

Two halves with one verb, one of them for the other, are a bargain. A yes to it makes each half
a promise of whoever it names, however late it comes and whatever was asked about it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.candidates.requests import AGREED, BRIEF, SHORT, answer_to
from coach.reading.days.attaching import own_words
from coach.reading.doing import IRREGULAR_PASTS
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import TAKES_ON
from coach.reading.promise.forms import JOINT
from coach.reading.speech import Sentence

FAR = 8
"""Turns within which the bargain may still be struck."""
MANY = 8
"""Clauses of a sentence that are looked at: more are no talk."""
NEAR = 80
"""Characters before a clause in which "if" supposes it."""
STRUCK = AGREED + 0.6
"""What a half weighs that the other half binds: more than an offer alone."""
_OPENS = r"(?:^|[,;:.]\s*|\b(?:and|so|then|but|or|how about|what if|why don't|say|maybe)\s+)"
_NO_DEED = (
    r"(?!(?:no|not|nae|know|tell|ask|talk|speak|listen|say|said|think|want|need|can|will|could|would|should|may|might|must|see|get|got"
    r"|like|mean|have|had|are|am|was|were|did|don't|never|always|feel|hear|look|go|come|call it"
    rf"|{'|'.join(IRREGULAR_PASTS)}|fell|\w+ed)\b)"
)
_YOURS = re.compile(
    rf"{_OPENS}you(?:'ll| will)? (?:just |then |also )*{_NO_DEED}(?P<verb>[a-z]+)\b"
)
_MINE = re.compile(
    rf"{_OPENS}(?:i(?:'ll| will|'m gonna)?|me(?= the\b)) (?:just |then |also )*(?:re-)?{_NO_DEED}"
    r"(?P<verb>[a-z]+)\b"
)
_GAP = "the"
"""What stands where a verb would: “You the soup, me the fish.”"""
_SUPPOSED = re.compile(r"\b(?:if|when|once|unless|whenever|because|while)\b[^,;]*$")
_STRIKES = re.compile(
    rf"{TAKES_ON}|^(?:\W*(?:okay|ok|yes|yeah|right|fine|well|so)\b)*\W*(?:i'm (?:in|on for (?:it"
    r"|that))|count me in|agreed|done|let's do (?:it|that)|both of us|\w+ each|(\w+) and \1)\b"
)
"""“I'm in.” “Ten each.” “Okay, three and three.” """


@dataclass(frozen=True, slots=True)
class _Half:
    """What one of them is to do, from `start` of its sentence, by the verb."""

    sentence: Sentence
    verb: str
    start: int


def strike_bargains(promises: Sequence[Promise], call: Call) -> list[Promise]:
    """The promises, and both halves of every bargain that the other one takes on."""
    found = list(promises)
    for yours, mine in _bargains(call):
        partner = call.partner(yours.sentence.speaker or "")
        if answer := None if _is_joint(yours, found) else _struck(mine, partner, call):
            day = _day(yours, answer, call)
            found = _with(found, yours, partner, answer, day)
            own = mine.sentence.speaker or ""
            found = _with(found, mine, own, None, day, like=_deed(yours))
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _bargains(call: Call) -> Iterator[tuple[_Half, _Half]]:
    """Both halves, each of them once, where one turn gives the two the same to do."""
    for sentence in call.sentences:
        if "you" not in sentence.plain or not call.is_participant(sentence.speaker):
            continue
        for match in islice(_YOURS.finditer(sentence.plain), MANY):
            half = _half(sentence, match)
            own = half and _own_half(half, call)
            if half and own:
                yield half, own
                break


def _half(sentence: Sentence, match: re.Match[str]) -> _Half | None:
    """What the clause asks for, unless it supposes or tells the past."""
    verb = match["verb"]
    supposed = _SUPPOSED.search(match.string[max(0, match.start() - NEAR) : match.end()])
    if supposed or (verb in IRREGULAR_PASTS and verb not in ("read", "put", "cut", "set")):
        return None
    return _Half(sentence, verb, match.start("verb"))


def _own_half(yours: _Half, call: Call) -> _Half | None:
    """The clause with the same verb in which the one who speaks takes a part."""
    at, turn = yours.sentence.index, yours.sentence.turn
    for sentence in call.sentences[max(0, at - 4) : at + 5]:
        if sentence.turn != turn or sentence.speaker != yours.sentence.speaker:
            continue
        for match in islice(_MINE.finditer(sentence.plain), MANY):
            if match["verb"] == yours.verb:
                return _half(sentence, match)
    return None


def _is_joint(half: _Half, promises: Sequence[Promise]) -> bool:
    """Do they promise it together in so many words, beside what each does?"""
    turn = half.sentence.turn
    return any(p.form == JOINT and turn <= p.sentence.turn <= turn + FAR // 2 for p in promises)


def _struck(half: _Half, partner: str, call: Call) -> Sentence | None:
    """Where the other one takes it on: at once, or once they know what and when."""
    turn = half.sentence.last_turn
    rest = call.sentences[half.sentence.index + 1 :]
    last = next((s for s in reversed(rest[:6]) if s.turn == turn), half.sentence)
    if answer := answer_to(last, call):
        return answer[0]
    for sentence in rest:
        if sentence.turn > turn + FAR:
            return None
        if sentence.speaker == partner and _STRIKES.search(sentence.plain):
            return sentence
    return None


def _day(half: _Half, answer: Sentence, call: Call) -> tuple[Spoken, Sentence] | None:
    """The day that stands in the bargain, else the last one named before it was struck."""
    at, turn = half.sentence.index, half.sentence.turn
    near = call.sentences[max(0, at - 9) : answer.index + 2]
    own = [each for each in near if each.speaker == half.sentence.speaker]
    after = [each for each in own if each.index >= at and each.turn == turn]
    before = [each for each in reversed(own) if each.index < at]
    named = [
        each
        for each in reversed(near)
        if each.turn > turn and each.length <= (BRIEF if each.index > answer.index else SHORT)
    ]
    this_turn = [each for each in before if each.turn == turn]
    today = call.today(answer.speaker)
    for said in (*after, *this_turn, *named, *before):
        bare = said.length <= SHORT and said.turn >= turn
        due = _last_day(own_words(said.text), today, bare)
        if due and (said.turn >= turn or due.kind == "meeting"):
            return due, said
    return None


def _last_day(text: str, today: date, bare: bool) -> Spoken | None:
    """ "Sunday it is, the twenty-ninth": what is named last says it most exactly."""
    due = due_of(text, today=today, bare=bare)
    return (due and due_of(text[due.end :], today=today, bare=bare)) or due


def _with(
    promises: list[Promise],
    half: _Half,
    owner: str,
    answer: Sentence | None,
    day: tuple[Spoken, Sentence] | None,
    like: str = "",
) -> list[Promise]:
    """Half a bargain as the promise that its owner makes of it anyway, or as one of its own.

    `like`: the deed of the other half, which tells what "I'll write three" leaves out.
    """
    said = {half.sentence.index} | ({answer.index, answer.index + 1} if answer else set())
    request = half.sentence if answer else None
    due, told = day or (None, None)
    for at, each in enumerate(promises):
        same = half.verb in plain(each.deed).split()[:2]
        if each.owner == owner and each.sentence.index in said and same:
            keeps = bool(each.due and each.due.due) or not due
            bound = replace(
                each,
                deed=like if like.lower().startswith(f"{_bare(each.deed)} ") else each.deed,
                weight=max(each.weight, STRUCK),
                due=each.due if keeps else due,
                told_in=None if keeps else told,
                request=each.request or request,
                reasons=(*each.reasons, "in exchange"),
            )
            return [*promises[:at], bound, *promises[at + 1 :]]
    sentence = answer or half.sentence
    promise = Promise(
        owner=owner,
        sentence=sentence,
        start=0,
        end=len(sentence.text),
        form="request" if answer else "offer",
        deed=_deed(half),
        weight=STRUCK,
        due=due,
        told_in=told,
        request=request,
        reasons=("request" if answer else "offer", "in exchange"),
    )
    return [*promises, promise]


def _deed(half: _Half) -> str:
    """The words of the half from its verb on, to where the other half begins."""
    text = half.sentence.text[half.start :]
    deed = re.split(r",? and (?:then )?(?:I|we)\b|, (?:I|me|we|you)\b", text, maxsplit=1)[0]
    deed = re.sub(r"\byours\b", "your own", f"do {deed}" if half.verb == _GAP else deed)
    return deed.strip(" ,;?.!")


def _bare(deed: str) -> str:
    """A deed up to where the talk goes on: "write three, and we swap" is "write three"."""
    return re.split(r"[,;.!?]| and ", plain(deed), maxsplit=1)[0].strip()
