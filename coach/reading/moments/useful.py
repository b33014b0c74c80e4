"""Answers to the closing questions: what was useful in the call, and what should change.

A closing question asks about this very call, near its end, and the answer is what the other one of
the two says next. "Was it useful?" asks for both: an answer that proposes something ("you could go
slower") is told apart by its own form, whichever question it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.cues import Cue
from coach.evidence import WITHHELD
from coach.reading import Call
from coach.reading.moments.listening import Listener, quotes, retold
from coach.reading.speech import Sentence
from coach.records import ClosingKind
from coach.records.claims import ClosingClaim, Quote

_END = 0.7
"""How far into a call its end begins."""
_KEPT = 2
"""Sentences of an answer; who goes on is back in the conversation."""
_PAIR = 3
"""Turns within which "and for you?" hands a closing question back."""

ASKS_USEFUL = Cue(
    "what was useful",
    r"\bwhat(?:'s| is| was|'s been| has been)? (?:\w+ ){0,3}?(?:useful|helpful|valuable|(?:of|any)"
    r" (?:use|help)|most use)\b(?!.* (?:next|between|from now))"
    r"|\b(?:was|were|is|has) (?:this|that|it|today|we|any of (?:this|that|it))\b[^?]*\b(?:useful"
    r"|helpful|worth (?:it|your)|(?:of|any) (?:use|help))\b[^?]*\?"
    r"|\bwhat(?:'ll| do| are| will| would| did) you (?:be )?(?:take|taking|carry|carrying)"
    r" (?:away|home|with you)\b"
    r"|\bhow was (?:this|that|today|it) for you\b|\bwhat (?:stood out|stays with you|landed)\b",
    fits="what was the most useful bit?",
    but_not="what would be useful between now and the next one?",
)
ASKS_CHANGE = Cue(
    "what should change",
    r"^(?:\w+\W+){0,2}(?:what was |and )?(?:not|less) (?:so )?(?:useful|helpful)\b[^?]{0,20}\?"
    r"|\bwhat (?:wasn't|was not) (?:useful|helpful)\b"
    r"|\bwhat (?:should|could|can|shall|would|must) (?:i|we|you) (?:do |have |try )?(?:do |done )?"
    r"(?:differently|different|other|otherwise|better|change|more of|less of)\b"
    r"|\bwhat (?:needs|has|ought|do you want|would you like) to (?:change|be different)\b"
    r"|\b(?:anything|something) (?:you'd|you would|to|we should|i should|i could) (?:change"
    r"|do differently)\b|\bwhat would make (?:this|it|these|the next)\b[^?]*\bbetter\b",
    fits="what should we do differently?",
    but_not="what should we do on monday?",
)
ASKS_BACK = Cue(
    "and for you",
    r"^\W*(?:and )?(?:(?:for|what about|how about) )?you\?",
    fits="and for you?",
    but_not="is it for you?",
)
"""The same question, handed back by the one who answered it."""
PROPOSES = Cue(
    "a wish for how to work together",
    r"\b(?:you|we) (?:can|could|might|should|may) (?:\w+ ){0,2}?(?:go|be|do|start|talk|ask|spend"
    r"|try|have|skip\w*|slow|stop|leave|use|bring|keep)\b"
    r"|\b(?:next time|in future|from now on)\b"
    r"|\bi(?:'d| would) (?:like|prefer|want|rather(?! (?:\w+ed|had|been)\b))\b"
    r"|\b(?:i wish|can we|could we|can you|could you|let's|maybe (?:more|less|shorter|longer))\b"
    r"|\btoo (?:much|fast|long|short|many|little|quick\w*)\b|\b(?:more|less) (?:of|time)\b",
    fits="maybe you can go slow.",
    but_not="you asked me the right thing.",
)
_NOTHING = re.compile(
    r"^\W*(?:(?:today|no|nah|nope|really|not|well|oh|honestly|hm+|um+)\W+)*"
    r"(?:nothing|none|no|not really|all (?:good|of it|useful|fine)|it was (?:all )?(?:fine|good))\b"
    r"\W*(?:today|really|this time)?\W*$"
)
_BARE = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|no|nah|oh|um+|hm+|well|honestly|very|really|so|man|okay|ok|always|ha"
    r"|huh|heaps|lots|a lot|it (?:was|is)|that was|this was|useful"
    r"|helpful|good|great|thanks?|thank you|what you said)"
    r"\W*)*$"
)
"""A yes, which says that it was useful and not what."""
_GO_ON = re.compile(r"^\W*(?:go on|tell me|say it|yes\?|oh\?)")
"""The floor is given back: no answer has begun."""
_UNDONE = re.compile(r"\b(?:i'm joking|just joking|only joking|kidding|just a joke)\b")
"""Who says so takes back what was said just before."""


def find_useful(call: Call) -> tuple[ClosingClaim, ...]:
    """Return the answers to the closing questions, in the order they were given."""
    listener = Listener(call)
    answers: dict[int, ClosingKind] = {}
    for kind, turn in _answered(listener):
        # Who is asked both at once answers in any order: the form of each sentence tells.
        answers[turn] = "useful" if answers.get(turn) == "useful" else kind
    return tuple(claim for turn, kind in answers.items() for claim in _told(kind, turn, listener))


def _answered(listener: Listener) -> Iterator[tuple[ClosingKind, int]]:
    """What was asked at the end of the call, and the turn that answers it."""
    start = _END * len(listener.call.transcript.turns)
    answered: Sentence | None = None
    for index, who, said in listener.heard():
        turn = listener.sentences[index].last_turn
        kind = _asked(said) if turn >= start else None
        theirs = answered and answered.speaker == who and turn - answered.turn <= _PAIR
        if theirs and ASKS_BACK.search(said):
            kind = "useful"
        if kind and (answer := _answer(listener, index)):
            answered = answer
            yield kind, answer.turn


def _asked(said: str) -> ClosingKind | None:
    if ASKS_USEFUL.search(said):
        return "useful"
    return "change" if ASKS_CHANGE.search(said) else None


def _answer(listener: Listener, index: int) -> Sentence | None:
    """Where the other one begins to speak; None where nobody does before the talk has moved on."""
    asked = listener.sentences[index]
    for sentence in listener.sentences[index + 1 :]:
        if sentence.turn > asked.last_turn + 2:
            return None
        if sentence.speaker != asked.speaker and sentence.speaker in listener.two:
            return None if _GO_ON.search(sentence.plain) else sentence
    return None


def _told(asked: ClosingKind, turn: int, listener: Listener) -> Iterator[ClosingClaim]:
    """What an answer says was useful, and what it says should change; a bare yes says neither."""
    kinds: dict[ClosingKind, list[Sentence]] = {"useful": [], "change": []}
    for sentence in (s for s in listener.sentences if s.turn == turn):
        said, after = sentence.plain, listener.after(sentence.index)
        if "?" in said[-3:] or _NOTHING.search(said) or _UNDONE.search(f"{said} {after}"):
            continue
        if not _BARE.search(said):
            wish = asked == "change" or PROPOSES.search(said)
            kinds["change" if wish else "useful"].append(sentence)
    for kind, told in kinds.items():
        if kept := told[:_KEPT]:
            who = kept[0].speaker or ""
            yield ClosingClaim(
                kind=kind, text=retold(kept), who=who, quotes=_in_one(kept, listener)
            )


def _in_one(kept: list[Sentence], listener: Listener) -> tuple[Quote, ...]:
    """The words of an answer; sentences that follow each other are one quote."""
    first, last = kept[0], kept[-1]
    words = listener.call.transcript.turns[first.turn].text[
        first.parts[0].start : last.parts[-1].end
    ]
    together = last.index - first.index == len(kept) - 1 and first.turn == last.last_turn
    if together and WITHHELD not in words:
        return (Quote(turn=first.turn, words=words.strip()),)
    return quotes(kept)
