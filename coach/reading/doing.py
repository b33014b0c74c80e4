"""Who did what, by the verb alone: "I rang him" tells that the speaker has rung.

Whoever promised to ring says afterwards that they rang. The object is mostly a pronoun by then, so
that doer and verb are all that the account shares with the promise.
"""

from __future__ import annotations

import re
from typing import Literal

from coach.cues import plain
from coach.reading.words import stem

UNDERTAKEN = (
    r"(?:apply|ask|book|bring|buy|call|cancel|check|choose|clear|collect|count|cut|do|draft|draw"
    r"|email|finish|find|fix|get|give|hand|invite|list|make|mark|measure|note|order|pay|phone|pick"
    r"|plan|post|practi[sc]e|print|put|read|record|ring|say|sell|send|set up|show|sign|speak|stop"
    r"|swap|take|talk|tell|text|try|turn off|visit|walk|write)"
)
"""Verbs of what people undertake, as a bare infinitive or an order begins."""

Doer = Literal["i", "you"]

_IRREGULAR = """bring brought|build built|buy bought|catch caught|choose chose chosen
come came|cut cut|do did done|draw drew drawn|drive drove driven|eat ate eaten
find found|get got gotten|give gave given|go went gone|hang hung|hear heard|hold held|keep kept
learn learnt|leave left|lend lent|let let|make made|meet met|pay paid|put put|read read|ride rode
ring rang rung|run ran|say said|see saw seen|sell sold|send sent|set set|show shown|shut shut
sing sang sung|sit sat|sleep slept|speak spoke spoken|spend spent|stand stood|stick stuck
swim swam swum|take took taken|teach taught|tell told|think thought|throw threw thrown
wake woke woken|wear wore worn|win won|write wrote written"""
_LEMMA = {
    past: verb for verb, *pasts in map(str.split, re.split(r"[|\n]", _IRREGULAR)) for past in pasts
}
"""The simple past and participle of the verbs that English does not end in -ed."""
IRREGULAR_PASTS = tuple(
    past for past, verb in _LEMMA.items() if past != verb and past not in ("left", "felt", "come")
)
"""Those of them that are spelled like nothing else."""
_LIKE = {
    "phone": "ring",
    "phoned": "ring",
    "call": "ring",
    "called": "ring",
    "chat": "talk",
    "chatted": "talk",
    "speak": "talk",
    "email": "mail",
    "emailed": "mail",
}
"""Verbs for the same deed."""
_LEADS_IN = (
    r"(?:(?:\w+ly|just|also|even|then|both|all|only|still|at least|finally|went and|got to"
    r"|managed to|sat down and) )*"
)
_DID = re.compile(
    rf"\b(?P<who>i|we|you)(?:'ve|'d| have| had)? {_LEADS_IN}(?P<verb>[a-z]+)\b"
    rf"(?:(?:,? and|,) (?:then )?(?P<next>[a-z]+)\b)?"
)
_DOERS: dict[str, tuple[Doer, ...]] = {"i": ("i",), "you": ("you",), "we": ("i", "you")}
_NO_DEED = frozenset(map(stem, "do get have be go think say come let see hear".split()))
"""Verbs so common that two accounts share them by chance."""
OF_ANY_DEED = frozenset(
    "manage managed touch touched happen happened time chance reach reached".split()
)
"""Words that may stand for any deed: "I never managed it", "no time"."""
RECEIVING = frozenset(
    "get got gotten have had receive received hear heard see seen find found".split()
)
"""What who waits for a thing has not done, where the other one has not done theirs."""
_ASKED_FOR = re.compile(r"(?:^|\band (?:then )?)([a-z]+)\b")


def verb_of(word: str) -> str:
    """The verb that a past form belongs to, lightly stemmed; itself where it is no past.

    >>> verb_of("rang"), verb_of("signed") == verb_of("sign")
    ('ring', True)
    """
    verb = _LEMMA.get(word, word)
    verb = _LIKE.get(verb, verb)
    found = stem(verb)
    return found.removesuffix("e") if len(found) > 4 else found


def present_of(word: str) -> str:
    """The verb of an irregular past as one writes it; itself for any other word.

    >>> present_of("sent"), present_of("asked")
    ('send', 'asked')
    """
    return _LEMMA.get(word.lower(), word)


def done_by(text: str) -> frozenset[tuple[Doer, str]]:
    """Which verbs `text` tells of as done, and by whom, seen from its speaker.

    >>> sorted(done_by("We signed it, and you rang her."))
    [('i', 'sign'), ('you', 'ring'), ('you', 'sign')]
    >>> sorted(done_by("I ring her on Sundays."))
    []
    """
    found: set[tuple[Doer, str]] = set()
    for match in _DID.finditer(plain(text)):
        doers = _DOERS[match["who"]]
        for word in (match["verb"], match["next"]):
            if word and is_past(word) and (verb := verb_of(word)) not in _NO_DEED:
                found.update((doer, verb) for doer in doers)
    return frozenset(found)


_KIN = (
    "he|she|dad|daddy|mum|mummy|mam|mammy|mom|ma|gran|granny|grandad|grandma|grandpa|nan|nana"
    "|auntie"
)
"""Others that need no article."""
_OTHERS_DID = re.compile(
    r"\b(?:(?:my|your|his|her|our|their|the|a|another|some) (?:[a-z]+ )?(?P<who>[a-z]+)"
    rf"|(?P<kin>{_KIN}))"
    rf"(?:'ve|'d| has| have| had)? {_LEADS_IN}(?P<verb>[a-z]+ed|{'|'.join(_LEMMA)})\b"
    r"(?! (?:(?:to |with )?(?:me|us)|back)\b)"
)


def done_by_others(text: str) -> frozenset[tuple[str, str]]:
    """Which verbs `text` tells of as done by neither of the two, and by whom.

    Who turned to the speaker may be who was asked ("The clerk rang me back").

    >>> sorted(done_by_others("My sister rang the bank."))
    [('sister', 'ring')]
    >>> sorted(done_by_others("My sister was there, I rang the bank."))
    []
    """
    found = (
        (match["who"] or match["kin"], verb_of(match["verb"]))
        for match in _OTHERS_DID.finditer(plain(text))
        if is_past(match["verb"])
    )
    return frozenset((who, verb) for who, verb in found if verb not in _NO_DEED)


def is_past(word: str) -> bool:
    """Is `word` a past form, as far as its spelling tells?

    >>> is_past("rang"), is_past("signed"), is_past("need")
    (True, True, False)
    """
    return word in _LEMMA or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def verbs_of(action: str) -> frozenset[str]:
    """The verbs that an action asks for: the first word, and what is joined to it.

    >>> sorted(verbs_of("Ring the bank and sign the form"))
    ['ring', 'sign']
    """
    verbs = {verb_of(word) for word in _ASKED_FOR.findall(plain(action))}
    return frozenset(verbs - _NO_DEED)
