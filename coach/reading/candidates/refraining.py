"""What one will not do: a promise for a time only, or from some day on; else it is a refusal."""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import LIMITS
from coach.reading.promise import Promise

_FOR_A_TIME = re.compile(
    r"\b(?:till|until|for the (?:rest|whole|next)|the whole|from now|from today|any more"
    r"|this month|all (?:week|month|july))\b"
)
_FROM_THEN_ON = re.compile(
    r"(?:^|\b(?:so|and|okay|well|then)\W+)(?:from|till|until)\b"
    r"(?:(?!\b(?:i|was|were|had)\b|[.;!?]).)*\bi(?:'m|'ll| am| will| won't)\b[^.;!?]{0,12}$"
)
"""“From tonight, till we close, I'm not answering”: said before who will not."""
_KEPT_SILENT = re.compile(r"^(?:bring|raise|mention)\b")
_GIVEN_UP = re.compile(
    r"(?:stop|quit|give up) (?!(?:worry|car|think|feel|try|pretend|hop|believ|listen|want|wait|be"
    r"|talk|say)ing\b)[a-z]+ing\b.*\b(?:after|before|at|on|in|during|from|when|with|past|to|every"
    r"|any more|anymore)\b"
)


def refrains_for_a_time(promise: Promise, following: str) -> bool:
    """ "I won't look at it till Friday"; `following` is what is said next."""
    if promise.form != "will_not":
        return False
    if promise.due is not None and promise.due.preposition in LIMITS:
        return True
    before = promise.sentence.plain[: promise.begins]
    told = (_FOR_A_TIME.search(said) for said in (plain(promise.deed), following))
    return bool(_FROM_THEN_ON.search(before)) or any(told)


def lets_it_rest(promise: Promise) -> bool:
    """ "I won't bring it up next time": a word given about discretion, and no deed."""
    return promise.form == "will_not" and bool(_KEPT_SILENT.search(plain(promise.deed)))


def gives_up_a_habit(promise: Promise) -> bool:
    """ "I'm going to stop answering emails after seven": what is left undone, and where."""
    return promise.form == "will" and bool(_GIVEN_UP.match(plain(promise.deed)))
