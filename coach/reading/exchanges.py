"""One deed for each of the two: "You draw the plan and I'll draw mine, and we swap."

Two halves with one verb, one of them for the other, are a bargain. A yes to it makes each half
a promise of whoever it names, however late it comes and whatever was asked about it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.adjacency import TAKES_ON
from coach.reading.attaching import own_words
from coach.reading.doing import IRREGULAR_PASTS
from coach.reading.forms import JOINT
from coach.reading.promise import Promise
from coach.reading.requests import AGREED, SHORT, answer_to
from coach.reading.speech import Sentence
from coach.reading.words import count

FAR = 8
"""Turns within which the bargain may still be struck."""
STRUCK = AGREED + 0.6
"""What a half weighs that the other half binds: more than an offer alone."""
_OPENS = r"(?:^|[,;:.]\s*|\b(?:and|so|then|but|or|how about|what if|why don't|say|maybe)\s+)"
_NO_DEED = (
    r"(?!(?:no|not|nae|know|tell|ask|talk|speak|listen|say|said|think|want|need|can|will|could|would|should|may|might|must|see|get|got"
    r"|like|mean|have|had|are|am|was|were|did|don't|never|always|feel|hear|look|go|come|call it"
    r"|\w+ed)\b)"
)
_YOURS = re.compile(
    rf"{_OPENS}you(?:'ll| will)? (?:just |then |also )*{_NO_DEED}(?P<verb>[a-z]+)\b"
)
_MINE = re.compile(
    rf"{_OPENS}i(?:'ll| will|'m gonna)? (?:just |then |also )*(?:re-)?{_NO_DEED}(?P<verb>[a-z]+)\b"
)
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
            due = _day(yours, answer, call)
            found = _with(found, yours, partner, answer, due)
            found = _with(found, mine, mine.sentence.speaker or "", None, due)
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _bargains(call: Call) -> Iterator[tuple[_Half, _Half]]:
    """Both halves, each of them once, where one turn gives the two the same to do."""
    for sentence, text in zip(call.sentences, call.plain, strict=True):
        if "you" not in text or not call.is_participant(sentence.speaker):
            continue
        for match in _YOURS.finditer(text):
            half = _half(sentence, match)
            own = half and _own_half(half, call)
            if half and own:
                yield half, own
                break


def _half(sentence: Sentence, match: re.Match[str]) -> _Half | None:
    """What the clause asks for, unless it supposes or tells the past."""
    verb = match["verb"]
    supposed = _SUPPOSED.search(plain(sentence.text)[: match.end()])
    if supposed or (verb in IRREGULAR_PASTS and verb not in ("read", "put", "cut", "set")):
        return None
    return _Half(sentence, verb, match.start("verb"))


def _own_half(yours: _Half, call: Call) -> _Half | None:
    """The clause with the same verb in which the one who speaks takes a part."""
    at, turn = yours.sentence.index, yours.sentence.turn
    for sentence in call.sentences[max(0, at - 4) : at + 5]:
        if sentence.turn != turn or sentence.speaker != yours.sentence.speaker:
            continue
        for match in _MINE.finditer(call.plain[sentence.index]):
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
        if sentence.speaker == partner and _STRIKES.search(call.plain[sentence.index]):
            return sentence
    return None


def _day(half: _Half, answer: Sentence, call: Call) -> Spoken | None:
    """The day that stands in the bargain, else the last that was named before it was struck."""
    said = call.sentences[half.sentence.index : answer.index + 2]
    told = [each for each in said if each.turn == half.sentence.turn]
    named = [each for each in reversed(said) if each.turn > half.sentence.turn]
    today = call.today(answer.speaker)
    days = (
        due_of(own_words(each.text), today=today, bare=count(each.text) <= SHORT)
        for each in (*told, *(short for short in named if count(short.text) <= SHORT))
    )
    return next(filter(None, days), None)


def _with(
    promises: list[Promise], half: _Half, owner: str, answer: Sentence | None, due: Spoken | None
) -> list[Promise]:
    """Half a bargain as the promise that its owner makes of it anyway, or as one of its own."""
    said = {half.sentence.index} | ({answer.index, answer.index + 1} if answer else set())
    request = half.sentence if answer else None
    for at, each in enumerate(promises):
        if each.owner == owner and each.sentence.index in said and half.verb in plain(each.deed):
            bound = replace(
                each,
                weight=max(each.weight, STRUCK),
                due=each.due if each.due and each.due.due else due or each.due,
                request=each.request or request,
                reasons=(*each.reasons, "in exchange"),
            )
            return [*promises[:at], bound, *promises[at + 1 :]]
    sentence = answer or half.sentence
    text = half.sentence.text[half.start :]
    deed = re.split(r",? and (?:then )?(?:I|we)\b|, (?:I|we|you)\b", text, maxsplit=1)[0]
    promise = Promise(
        owner=owner,
        sentence=sentence,
        start=0,
        end=len(sentence.text),
        form="request" if answer else "offer",
        deed=deed.strip(" ,;?.!"),
        weight=STRUCK,
        due=due,
        request=request,
        reasons=("request" if answer else "offer", "in exchange"),
    )
    return [*promises, promise]
