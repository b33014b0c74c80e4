"""A noun spelled like the verb of a promise: that deed, or a thing of its own?

Who promised to call the registry is asked about "the call", or "the call to the registry". "The
cold calls", "the call with the bank" and "the call centre" are something else: words that narrow a
noun down to what the promise does not speak of make it another thing. So does whose it is: "your
call" is the listener's.

>>> call = deed_of("Call the registry", "call")
>>> call.is_elsewhere("And the call?"), call.is_elsewhere("How did the call with the bank go?")
(False, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from coach.cues import plain
from coach.reading.doing import is_past
from coach.reading.nouns import is_adjectival
from coach.reading.subject import NUMBERS, root, subject
from coach.reading.updates.resolution import Voice

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.,;:!?]")
_DETERMINERS = frozenset(
    """the a an my your yer his her our their its this that these those no any some every each
    another""".split()
)
_MODIFIERS = 3
"""Words that may stand between a determiner and its noun."""
_HELPING = frozenset(
    """do does did don't doesn't didn't will would can could shall should may might must let has
    have had""".split()
)
_NO_MODIFIER = _HELPING | frozenset(
    """i you he she it we they who to and or but not let's please just is are was were be
    been""".split()
)
_OF_THE_OTHER: Mapping[Voice, tuple[str, ...]] = {
    "owner": ("your", "yer"),
    "partner": ("my",),
    "third": (),
}
"""What stands, in each voice, before what is not the owner's."""
_PREPOSITIONS = frozenset(
    """about above after against at before between by during for from in of on over to under
    with""".split()
)
_COMPLEMENT = 5
"""Words of what follows a noun that are taken to narrow it down."""
_ENDS_PHRASE = _NO_MODIFIER | frozenset(
    """go goes went gone going come comes came turn get gets got help helps work works yet now then
    so because if when while how what that which again too all both still already there here today
    tomorrow yesterday tonight""".split()
)
_LIGHT = frozenset(
    """little quick first second third last next big whole other only own more phone call video
    email text promised planned dreaded cancelled missed agreed delayed postponed booked""".split()
)
"""What narrows down nothing: which one it is, and by what it goes ("a phone call")."""
_EXTENT = re.compile(rf"\d+|{'|'.join(NUMBERS)}|one|a|an|every|each|all|both|most")
_MANY = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|all|both|twice|and|or|some|several|few|\d+"
    rf"|{'|'.join(list(NUMBERS)[2:])}|[a-z]{{2,}}[^s'’\W]s)\b"
)
"""What makes of a deed several, so that one may speak of the calls."""
_VERB = re.compile(r"(?:^|\band (?:then )?)([a-z]+)")
_NO_OBJECT = re.compile(r"^\w+(?: \w+)? (?:her|him|them|it)\b|\b(?:and|to) \w+ (?:her|him|them)\b")


_INDEFINITE = frozenset("a an another some any".split())
"""Determiners of what is spoken of for the first time."""

_HOW_WENT = re.compile(r"\bhow(?:'d| did) (?:the|your|that) .+? (?:go|turn out|come out)\b")


class _Noun(NamedTuple):
    """One noun with its determiner, and what narrows it down, before and after it."""

    determiner: str
    is_plural: bool
    before: frozenset[str]
    after: frozenset[str]
    preposition: str

    @property
    def is_to_somebody(self) -> bool:
        return self.preposition in ("to", "with") and not self.before


@dataclass(frozen=True)
class Deed:
    """The deed that a verb of a promise names, by the root of the verb.

    `about` are the roots of what else the promise speaks of; `is_one`: is it to be done once;
    `is_for_other`: does it name the other one, who then calls it theirs; `leaves_open`: does it say
    "her" or "it", so that a name beside the noun may be who was meant?
    """

    verb: str
    about: frozenset[str]
    is_one: bool = True
    is_for_other: bool = False
    leaves_open: bool = False

    def is_elsewhere(self, text: str, voice: Voice = "third") -> bool:
        """Does `text`, in this voice, hold the verb as nothing but the name of another thing?

        >>> visit = Deed("visit", frozenset({"nurser"}))
        >>> visit.is_elsewhere("How was your home visit?"), visit.is_elsewhere("How was the visit?")
        (True, False)
        >>> visit.is_elsewhere("I'll visit the home."), visit.is_elsewhere("My visit?", "partner")
        (False, True)
        """
        nouns = _nouns(self.verb, text)
        others = _OF_THE_OTHER[voice]
        return bool(nouns) and all(
            self._is_another(noun, noun.determiner in others) for noun in nouns
        )

    def is_known_in(self, text: str) -> bool:
        """Does `text` hold the verb as the name of a thing that both know of?

        >>> call = Deed("call", frozenset({"regist"}))
        >>> call.is_known_in("And the call?"), call.is_known_in("I'll call the office.")
        (True, False)
        """
        if asked := _HOW_WENT.search(plain(text)):
            return self.verb in map(root, _TOKEN.findall(asked[0]))
        return any(noun.determiner not in _INDEFINITE for noun in _nouns(self.verb, text))

    def _is_another(self, noun: _Noun, is_others: bool) -> bool:
        if noun.is_plural and self.is_one:
            return True
        if is_others and not self.is_for_other:
            return True
        if self.leaves_open and noun.is_to_somebody:
            return False
        narrowed = noun.after if is_others else noun.before | noun.after
        return bool(narrowed) and narrowed.isdisjoint(self.about)


@lru_cache(maxsize=4_000)
def deed_of(action: str, root_of_verb: str, other: str = "") -> Deed | None:
    """The deed of a promise, where this root is a verb of it and nothing else in it.

    `other` is the name of who has not promised it.

    >>> deed_of("Draft the job description", "draft").verb, deed_of("Draft the letter", "letter")
    ('draft', None)
    """
    roots = [root(word) for word in _TOKEN.findall(plain(action))]
    verbs = {root(verb) for verb in _VERB.findall(plain(action))}
    if root_of_verb not in verbs or roots.count(root_of_verb) > 1:
        return None
    return Deed(
        root_of_verb,
        subject(action) - {root_of_verb},
        is_one=not _MANY.search(plain(action)),
        is_for_other=bool(other) and plain(other).split()[0] in _TOKEN.findall(plain(action)),
        leaves_open=bool(_NO_OBJECT.search(plain(action))),
    )


@lru_cache(maxsize=4_000)
def is_new_thing(action: str, root_of_noun: str, text: str) -> bool:
    """Does `text` bring in a thing of that name as new, and another than the promise is about?

    What both know of is no longer "a quote"; and a plan for one thing is none for another.

    >>> is_new_thing("Send the quote to Mrs Dunne", "quot", "I got a quote for the new shutter.")
    True
    >>> is_new_thing("Get a quote from the roofer", "quot", "I got a quote for the slates.")
    False
    >>> is_new_thing("Make a plan for the garden", "plan", "We had a plan for the bathroom.")
    True
    """
    promised, told = _nouns(root_of_noun, action), _nouns(root_of_noun, text)
    about = subject(action)
    return bool(promised and told) and all(
        noun.determiner in _INDEFINITE
        and bool(noun.preposition and noun.after)
        and noun.after.isdisjoint(about)
        and all(
            first.determiner not in _INDEFINITE
            or (first.after and first.preposition == noun.preposition)
            for first in promised
        )
        for noun in told
    )


_DOES_IT = frozenset("have give make do take hold run host get write draft finish".split())
"""Verbs whose deed is that of their noun: who has given the talk has talked."""
_BEFORE_A_VERB = _HELPING | frozenset("i you he she it we they to who and".split())


@lru_cache(maxsize=4_000)
def is_only_done(action: str, root_of_noun: str, text: str) -> bool:
    """Does `text` tell of doing what in the promise is but a thing?

    >>> is_only_done("Send the outline of the talk", "talk", "We talked on Monday.")
    True
    >>> is_only_done("Give the talk", "talk", "I talked for an hour.")
    False
    """
    promised = _TOKEN.findall(plain(action))
    named = [at for at, token in enumerate(promised) if root(token) == root_of_noun]
    is_noun = all(_DETERMINERS.intersection(promised[max(0, at - 2) : at]) for at in named)
    if not (named and is_noun) or promised[0] in _DOES_IT:
        return False
    said = _TOKEN.findall(plain(text))
    return all(_is_verb(said, at) for at, token in enumerate(said) if root(token) == root_of_noun)


def _is_verb(tokens: Sequence[str], at: int) -> bool:
    before = tokens[at - 1] if at else ""
    if _DETERMINERS.intersection(tokens[max(0, at - 2) : at]):
        return False
    doing = tokens[at].endswith("ing") and before.endswith(
        ("m", "re", "are", "was", "were", "been")
    )
    return is_past(tokens[at]) or doing or before in _BEFORE_A_VERB


@lru_cache(maxsize=4_000)
def _nouns(verb: str, text: str) -> tuple[_Noun, ...]:
    """The nouns of this root in `text`; none where one of its words is, or may be, the verb."""
    tokens = _TOKEN.findall(plain(text))
    at = [each for each, token in enumerate(tokens) if root(token) == verb]
    found = [_noun(tokens, each) for each in at]
    return tuple(noun for noun in found if noun) if all(found) else ()


def _noun(tokens: Sequence[str], at: int) -> _Noun | None:
    """The noun at this place, if a determiner stands before it."""
    if is_past(tokens[at]) or (tokens[at].endswith("ing") and len(tokens[at]) > len("bring")):
        return None
    opens = _determiner(tokens, at)
    if opens is None:
        return None
    before = [each for each in tokens[opens + 1 : at] if not is_adjectival(each)]
    preposition, *after = [*_complement(tokens, at), ""]
    return _Noun(
        tokens[opens],
        is_plural=tokens[at].endswith("s") and not tokens[at].endswith("ss"),
        before=_telling(before),
        after=_telling(after),
        preposition=preposition,
    )


def _telling(words: Sequence[str]) -> frozenset[str]:
    return subject(" ".join(each for each in words if each not in _LIGHT))


def _determiner(tokens: Sequence[str], at: int) -> int | None:
    """Where the determiner stands that this word belongs to, if it is a noun and has one."""
    for back in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        if tokens[back] in _DETERMINERS:
            # "Did the bank call?": what follows a helping verb and its subject is the verb.
            is_asked = back > 0 and tokens[back - 1] in _HELPING
            return None if is_asked and back < at - 1 else back
        is_participle = back > 0 and tokens[back - 1] in _DETERMINERS
        is_verb = is_past(tokens[back]) and not is_participle
        if tokens[back] in _NO_MODIFIER or not tokens[back][0].isalnum() or is_verb:
            return None
    return None


def _complement(tokens: Sequence[str], at: int) -> Iterator[str]:
    """What follows a noun as part of its phrase: the preposition, or nothing, then the words."""
    following = tokens[at + 1 : at + 2 + _COMPLEMENT]
    if not following or not following[0][0].isalnum() or following[0] in _ENDS_PHRASE:
        return
    if following[0] in _PREPOSITIONS:
        if following[0] in ("for", "in", "at") and _EXTENT.fullmatch("".join(following[1:2])):
            return  # "the tally for two weeks": how long, not which one
        yield following[0]
        following = following[1:]
    elif is_past(following[0]) or (len(following) > 1 and following[1][0].isalnum()):
        return  # "the call went well", "the list helps me"
    else:
        yield ""
    for token in following:
        if token in _ENDS_PHRASE or not token[0].isalnum() or is_past(token):
            return
        yield token
