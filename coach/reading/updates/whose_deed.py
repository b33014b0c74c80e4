# ruff: noqa: E501  a pattern is one row of a table
"""Whose doing is told: who promised it, who waits for it, or somebody else.

A promise is its owner's. That a neighbour called the plumber tells nothing of the call that was
promised; nor does what the other one answers of their own work ("And the plan?" "I've a page and a
half"), unless it tells of what they got.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.cues import plain
from coach.reading import Call
from coach.reading.doing import RECEIVING, done_by, done_by_others, verb_of, verbs_of
from coach.reading.speech import Sentence
from coach.reading.subject import root
from coach.reading.updates.account import PASTS, is_heading
from coach.reading.updates.deverbal import deed_of, is_new_thing, is_only_done
from coach.reading.updates.fates import Passage
from coach.reading.updates.resolution import Sign, Voice, asks
from coach.records import Commitment

_OF_GETTING = r"(?:got|had|heard|received|saw|found|read|used|loved|liked|enjoyed|watched|listened|opened|printed|looked|met|laughed|cried|thought|knew|felt|understood)"
_I_DID = re.compile(
    rf"\bi(?:'ve|'d| have| had)? (?:(?:never|just|even|also|\w+ly) )?(?!{_OF_GETTING}\b){PASTS}\b"
    r"|\bi(?:'ve| have) an?\b"
    r"|\bi (?:never|didn't|haven't) (?!get|got|had|hear|rec|see|saw|find|found)"
)
_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z]+)*")
_OF_YOU = re.compile(
    r"\b(?:you|your|yours|you're|you've|you'd|you'll|yer|we|thank|thanks|came|arrived|landed|back"
    r"|got|received)\b|\b(?:he|she|they) \w+ (?:\w+ )?me\b"
)
"""What may tell of a promise in the mouth of who waits for it: what they got, or the other did."""


def other_than(owner: str | None, call: Call) -> str:
    """The name of the one of the two who has not promised; none where neither has."""
    return call.partner(owner) if owner and call.is_participant(owner) else ""


def may_name(sentence: Sentence, word: str, promise: Commitment, voice: Voice, other: str) -> bool:
    """May this word of a promise mean it here, rather than another thing or another's doing?"""
    if voice != "third" and is_done_by_another(sentence, promise.action):
        return False
    if is_only_done(promise.action, word, sentence.text):
        return False
    if is_new_thing(promise.action, word, sentence.text):
        return False
    if is_own_doing(sentence.text, word, promise.action, voice, other):
        return False
    deed = deed_of(promise.action, word, other)
    return not (deed and deed.is_elsewhere(sentence.text, voice))


_ON_THEIR_OWN = {
    "partner": re.compile(
        rf"\bi(?:'ve|'d| have| had)? (?:\w+ly )?(?!{_OF_GETTING}\b){PASTS} my ((?:[\w'-]+ ?){{1,3}})"
    ),
    "owner": re.compile(
        rf"\byou(?:'ve|'d| have| had)? (?:\w+ly )?{PASTS} your ((?:[\w'-]+ ?){{1,3}})"
    ),
}
"""What who has not promised it did with a thing of their own, as each of the two says it."""


def is_own_doing(text: str, word: str, action: str, voice: Voice, other: str) -> bool:
    """Is the word that of a thing which the other one has done something with as their own?

    >>> is_own_doing("I did my slides in the taxi.", "slid", "Prepare the slides", "partner", "Ada")
    True
    >>> is_own_doing("I got your slides.", "slid", "Prepare the slides", "partner", "Ada")
    False
    """
    own = _ON_THEIR_OWN.get(voice)
    if own is None or not other or plain(other).split()[0] in plain(action):
        return False
    named = sum(root(each) == word for each in _WORD.findall(plain(text)))
    done = [root(each) for at in own.finditer(plain(text)) for each in _WORD.findall(at[1])]
    return 0 < named == done.count(word)


_TO_THE_SPEAKER = re.compile(rf"\b(?:he|she|they)(?:'ve|'s|'d)? (?:\w+ly )?({PASTS}) (?:me|us)\b")


def is_turned_round(text: str, action: str) -> bool:
    """Does `text` tell that somebody did to the speaker what the speaker was to do?

    >>> is_turned_round("She sent me a picture.", "Send Dervla the minutes")
    True
    >>> is_turned_round("She told me no.", "Ask Dervla for the minutes")
    False
    """
    wanted = verbs_of(action)
    return any(verb_of(verb) in wanted for verb in _TO_THE_SPEAKER.findall(plain(text)))


_LAST_WORD = re.compile(r"([a-z]+)(?:'\w+)?\W*$")


def is_left_undone_by_the_other(sign: Sign, said: str, voice: Voice) -> bool:
    """Is it the other one who has not done something ("You didn't ask, but I rang him")?

    Who has not got it tells all the same that it was not sent.
    """
    doer = _LAST_WORD.search(said[: sign.start])
    does = doer[1] if doer else ""
    if said.startswith(("i ", "we "), sign.start):
        does = "i"
    others = "you" if voice == "owner" else "i"
    return does == others and said[sign.start : sign.end].split()[-1] not in RECEIVING


def is_done_by_another(sentence: Sentence, action: str) -> bool:
    """Does the sentence tell that somebody whom `action` does not name has done such a thing?"""
    others = sentence.hear(done_by_others)
    if not others:
        return False
    wanted, named = verbs_of(action), plain(action)
    if any(verb in wanted for _, verb in sentence.hear(done_by)):
        return False
    return any(verb in wanted and who not in named for who, verb in others)


def tells_of_the_other(passage: Passage, proof: Sequence[Sentence], other: str) -> bool:
    """Does who waits for a promise, `other`, tell of nothing but doings of their own?

    That is so where its owner has asked them, or where the promise is about a thing of theirs.
    """
    said = [each for each in proof if not asks(each.plain)]
    own = [each for each in said if passage.voice(each) == "partner"]
    if not own or any(each not in own and not each.hear(is_heading) for each in said):
        return False
    first = passage.core[0]
    is_asked = passage.voice(first) == "owner" and (asks(first.plain) or first.hear(is_heading))
    if not is_asked and f"{other.split()[0]}'s" not in passage.promise.action:
        return False
    turns = {each.turn for each in own}
    told = [each.plain for each in passage.core if each.turn in turns]
    return any(map(_I_DID.search, told)) and not any(map(_OF_YOU.search, told))
