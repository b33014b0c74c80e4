"""What a present tense tells, where it promises nothing: a ground, a story, a habit, an obstacle.

"I do the roster on Sunday, so I need the form." "I go by on Tuesday, and he's in Leeds." "Thursday.
No, I'm covering in Ely Thursday. Friday." Whoever gives a reason does so in the words of a plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.cues import plain
from coach.reading import Call
from coach.reading.often import is_often
from coach.reading.promise import Promise

_GROUND = re.compile(
    r"\b(?:so|and) (?:i (?:can't|cannot|couldn't|need|want|won't|have to|might|may|don't"
    r"|would like)|i'd (?:like|need|rather|prefer)|(?:it|that)(?:'d| would| will|'ll| has to| must)"
    r"|(?:could|can|would|will) (?:you|we)|what about|how about|let's|shall we|not then)\b"
)
"""“I do the roster on Sunday, so I need the form”: told for what follows from it."""
_NARRATES = re.compile(
    r"^[^.?!]{0,60}?,? and (?:then )?(?:he|she|they|it|there)(?:'s|'re| is| are| was| says?| goes?"
    r"| tells? me| looks?)\b(?! (?:done|finished|over|yours|his|hers|ready|sent|gone|off)\b)"
)
"""“I go by on Tuesday, and he's in Leeds”: a story in the present tense."""
_MAYBE_LAST = re.compile(r",? (?:maybe|perhaps|i guess|i suppose)\W*$")
_NO = r"(?:(?:oh|ah|och|eh|um|well|wait|sorry|actually|but)\W+)*(?:no|wait|sorry|hang on|hold on)\b"
_OPENS_WITH_NO = re.compile(rf"^\W*{_NO}")
_JUST_NO = re.compile(rf"^\W*{_NO}\W*$")
BEFORE = 3
"""Sentences before it in which the day was named that it is held against."""


def told_instead(promise: Promise, after: str, call: Call) -> Iterator[tuple[str, float]]:
    """What speaks against a promise in a form of no time; `after` is the rest of its sentence."""
    if _GROUND.search(after) or _leads_on(promise, call):
        yield "a ground", -1.2
    if _NARRATES.search(after):
        yield "as in a story", -1.2
    # "Every day I open the file and I write two sentences": said before the deed, or in it.
    so_far = f"{promise.sentence.plain[: promise.begins]} {plain(promise.deed)}"
    if not promise.due and is_often(so_far):
        yield "every time", -1.0
    if _MAYBE_LAST.search(plain(promise.deed)):
        yield "maybe", -1.2
    if _holds_its_day(promise, call):
        yield "an obstacle", -3.0
    if promise.form == "present" and _is_usual(promise, call):
        yield "as usual", -2.5


def _is_usual(promise: Promise, call: Call) -> bool:
    """ "How do you run it?" "I send the agenda on Friday." The answer keeps the question's tense.

    So does what one keeps doing: "I keep opening it at night".
    """
    if _KEEPS.match(plain(promise.deed)):
        return True
    at, turn = promise.sentence.index, promise.sentence.turn
    before = [each for each in call.sentences[max(0, at - NEAR) : at] if each.turn == turn - 1]
    asked = before[-1] if before else None
    return bool(asked and asked.speaker != promise.owner and _ASKS_HOW_IT_IS.search(asked.plain))


_KEEPS = re.compile(r"keep (?:on )?(?!track\b)[a-z]+ing\b")
_ASKS_HOW_IT_IS = re.compile(
    r"^\W*(?:(?:and|so|but|okay|well|then)\W+)*(?:(?:what|how|where|how often)"
    r" (?:(?:do|does|did) (?!you (?:want|plan|intend|need|hope|mean|think|do (?:now|next|then|about"
    r"|first))\b)|(?:is|are) (?:an?|your (?:usual|normal|typical|average))\b"
    r"|(?:would|does) (?:an?|your) (?:good|bad|normal|usual|typical|average|ordinary|ideal)\b)"
    r"|what's an? (?:good|bad|normal|usual|typical|average|ordinary)\b"
    r"|do you (?:usually|normally|often|ever|always)\b|walk me through)[^?]*\?"
)
"""A question in the tense of what is always so; what one will do is asked otherwise."""
NEAR = 8
"""Sentences back to what was asked."""


def _leads_on(promise: Promise, call: Call) -> bool:
    """ "I go up to my sister's on the 26th. It's a Thursday. So I'll come in that day." """
    at = promise.sentence.index + 1
    return any(
        _SO_I_WILL.match(said.plain)
        for said in call.sentences[at : at + 2]
        if said.turn == promise.sentence.last_turn
    )


_SO_I_WILL = re.compile(r"so,? (?:[^.?!]{1,40}?,? )?(?:then )?i(?:'ll| will| can| could)\b")
"""What follows from a ground that was given in a sentence of its own."""


def _holds_its_day(promise: Promise, call: Call) -> bool:
    """Does it say what is on the day that was just named, and takes that day back?"""
    if promise.due is None or promise.due.due is None:
        return False
    at = promise.sentence.index
    before = call.sentences[max(0, at - BEFORE) : at]
    own_last = bool(before) and before[-1].speaker == promise.owner
    said_no = _OPENS_WITH_NO.match(promise.sentence.plain) or (
        own_last and _JUST_NO.match(before[-1].plain)
    )
    today = call.today(promise.owner)
    named = (said.due for each in before for said in each.days(today))
    return bool(said_no) and promise.due.due in named
