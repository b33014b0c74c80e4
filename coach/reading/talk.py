"""How the talking was shared: words, monologues, open and closed questions.

Shown to each person about themselves only, never as a score.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from coach.reading import Call
from coach.records import Talk

QuestionKind = Literal["open", "closed"]

_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
# What may stand before a question without being part of it.
_RUN_UP = re.compile(
    r"^(?:[\W_]|\b(?:and|but|so|or|oh|well|okay|ok|right|now|then|yeah|yes|no|um+|uh+|er+m?|h+m+|"
    r"m+|mm-?hmm+|look|listen|great|good|sure|fine|all right|alright|also|like|just|because|'cause|"
    r"i mean|you know|i guess|let me ask you(?: something| this)?|actually|"
    r"honestly|tell me then)\b)+",
    re.IGNORECASE,
)
_WH = r"(?:what|why|how|which|where|when|who|whose|whom)(?:'s|'d|'ll|'re|'ve|s)?"
_AUX = (
    r"(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|shall|should|may|might|"
    r"must|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|can't|couldn't|won't|"
    r"wouldn't|shouldn't)"
)
_WHO = r"(?:i|you|he|she|it|we|they|there|this|that|these|those|anyone|anybody|someone)"
_ASK = r"(?:tell|describe|explain|share|talk|walk|say|give|show|help)"
# A request to tell, and "anything else?", are open however they are put.
_INVITATION = re.compile(
    r"\b(?:tell (?:me|us)|remind me|talk me|walk me|help me understand|say (?:some|"
    r"something|a (?:bit|little))? ?more|"
    rf"(?:can|could|would|will) you (?:just |maybe |please |kind of |sort of )*{_ASK}|"
    r"(?:any|some)(?:thing)? (?:other|else|more|thoughts|ideas|concerns|sense|particular)|"
    r"(?:what|how) about|what if|(?:wonder(?:ing|ed)?|curious)\b(?!.{0,3} (?:if|"
    r"whether))|(?:is|are|was|were) there (?:any|some|other|something))\b",
    re.IGNORECASE,
)
# Asks for one figure, day or name: "how many", "what time", "on a scale".
_ONE_FACT = re.compile(
    r"\b(?:how (?:many|often|long|old|far|big|soon)|what (?:time|day|date|year|age)|whose|"
    r"which (?:one|day|of)|on (?:a|that|the|this) scale|(?:like|you) when\b|how "
    r"about (?:we|i|if))\b",
    re.IGNORECASE,
)
_HOLDS_OPEN = re.compile(
    rf"(?:^|[\s,–—-])(?:(?:what|why|how)\b|(?:which|where|when|who)(?:'s|'d|'re|'ll)?\s{_AUX}\b)",
    re.IGNORECASE,
)
# "Did you see what happened?" asks for yes or no, whatever it holds; "do you think" for a view.
_OPENS_CLOSED = re.compile(
    rf"^{_AUX}\s(?:\w+\s)?{_WHO}\b(?!\s(?:have|got|know|think)\b.*\b(?:what|how|why)\b)",
    re.IGNORECASE,
)
_TAG = re.compile(rf",\s*(?:{_AUX}\s{_WHO}|right|yeah|yes|no|okay|correct)\W*$", re.IGNORECASE)
# Where nobody writes question marks, an inversion, or a wish to hear, makes the question.
_UNMARKED = re.compile(
    rf"^(?:(?:what|why|how)(?:'ll)? (?:(?!{_WHO}\b)\w+ ){{0,2}}?{_AUX} {_WHO}\b|"
    rf"(?:where|when|who) {_AUX} {_WHO}\b|"
    rf"(?:what|how|where|who|why)'(?:s|d|re|ll) (?!.* is\b)|how about\b|{_AUX} {_WHO}\b|"
    r"(?:just )?(?:tell|remind) (?:me|us)\b|say (?:some|a \w+|something) more\b)",
    re.IGNORECASE,
)
_UNMARKED_INSIDE = re.compile(
    rf"\b(?:what|why|how)(?: \w+)? (?:do|does|did|would|could|will|should) {_WHO}\b|"
    r"\b(?:i'm|i am|i was|just|so) (?:\w+ (?:of )?)?(?:wondering|curious)\b|\bi wondered if|"
    r"\bi'd (?:like|love) to (?:hear|know|find out)|\bi need you to tell me\b",
    re.IGNORECASE,
)


def question_kind(text: str) -> QuestionKind | None:
    """Is this an open question, a closed one, or none?

    Open asks for a story, a reason or a view; closed for yes, no, a choice or one fact. The last
    question of `text` counts.

    >>> question_kind("And what happens just before you go sideways?")
    'open'
    >>> question_kind("Did you ring him?")
    'closed'
    >>> question_kind("I rang him.") is None
    True
    """
    text = text.replace("’", "'")
    pieces = [piece.strip() for piece in _SENTENCE.findall(text) if piece.strip()]
    marked = [piece for piece in pieces if "?" in piece]
    asked = marked[-1:] or [piece for piece in pieces if _asks_unmarked(piece)][-1:]
    if not asked:
        return None
    question = _RUN_UP.sub("", asked[0])
    if _INVITATION.search(question):
        return "open"
    if _ONE_FACT.search(question) or _OPENS_CLOSED.match(question) or _TAG.search(question):
        return "closed"
    return "open" if _HOLDS_OPEN.search(question) else "closed"


def _asks_unmarked(piece: str) -> bool:
    if _UNMARKED.match(_RUN_UP.sub("", piece)):
        return True
    said = piece.lower()
    hints = ("wh", "how", "wonder", "curious", "i'd l", "i need")
    return any(hint in said for hint in hints) and bool(_UNMARKED_INSIDE.search(said))


def talk(call: Call) -> Talk:
    """Count words, the longest monologue and the questions of each of the two.

    A reply of one or two words ("mm-hm", "go on") does not end a monologue.
    """
    words: Counter[str] = Counter()
    longest: Counter[str] = Counter()
    asked: dict[str, Counter[str]] = {"open": Counter(), "closed": Counter()}
    total, holder, run = 0, "", 0
    two = {person.name for person in call.relationship.people}
    for turn, name in zip(call.transcript.turns, call.names, strict=True):
        count = len(turn.text.split())
        total += count
        if name is not None and name == holder:
            run += count
        elif count > 2 or not holder:
            holder, run = name or "", count
        if name is not None and name in two:
            words[name] += count
            longest[name] = max(longest[name], run if name == holder else count)
    for sentence in call.sentences:
        if sentence.speaker in two and (kind := question_kind(sentence.text)):
            asked[kind][sentence.speaker or ""] += 1
    names = [person.name for person in call.relationship.people if words[person.name]]
    return Talk(
        share={name: round(words[name] / total, 3) for name in names},
        longest={name: longest[name] for name in names},
        open_questions={name: asked["open"][name] for name in names},
        closed_questions={name: asked["closed"][name] for name in names},
    )
