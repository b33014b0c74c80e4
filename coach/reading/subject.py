"""What a piece of talk is about, what kind of deed it speaks of, and how telling its words are.

Two pieces of talk share a subject when they share telling words. A word tells more the fewer
sentences of the call hold it. Deeds are kinds, not words: who promised to phone reports that they
spoke, and what was sent is reported as having come.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from coach.reading.words import content, stem

_WORD = re.compile(r"[^\W_]+")
Term = TypeVar("Term")

ANYTHING = "anything"
_KINDS = {
    "give": (
        "send sent post posted mail mailed email emailed forward forwarded share shared "
        "deliver delivered return returned bring brought give gave given submit submitted "
        "upload uploaded pass passed come came arrive arrived land landed get got gotten "
        "receive received drop dropped copy order ordered buy bought collect collected pick "
        "picked fetch fetched"
    ),
    "speak": (
        "ask asked talk talked speak spoke spoken ring rang rung call called phone phoned "
        "tell told text texted message messaged chat chatted meet met nudge nudged contact "
        "contacted mention mentioned raise raised mail mailed email emailed sit sat see saw "
        "seen catch caught said say"
    ),
    "write": (
        "write wrote written draft drafted list listed note noted log logged fill filled "
        "record recorded type typed make made build built tick ticked count counted"
    ),
    # "I did it" reports whatever was promised.
    ANYTHING: "do did done",
    "carry out": (
        "finish finished complete completed try tried run ran start started keep kept hold "
        "held have had take took taken go went visit visited"
    ),
    "arrange": (
        "book booked arrange arranged set schedule scheduled organise organised organize put "
        "move moved register registered sign signed apply applied add added"
    ),
    "look at": (
        "read look looked review reviewed check checked go went correct corrected mark marked "
        "find found see saw"
    ),
}
_DEEDS: dict[str, frozenset[str]] = {}
for _kind, _spelled in _KINDS.items():
    for _word in _spelled.split():
        _DEEDS[_word] = _DEEDS.get(_word, frozenset()) | {_kind}

# Light words that name a thing as often as they merely help a sentence along.
_THINGS = {"list": "list", "lists": "list", "call": "call", "calls": "call", "talk": "talk"}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
# Time words are compared as dates, not as a subject.
_WHEN = frozenset(
    map(
        stem,
        """monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december week weeks weekly month months monthly
        day days daily hour hours minute minutes evening afternoon half first second third fourth
        fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth thousand
        next last whether each per session one two""".split(),
    )
)
_FIGURES = frozenset(map(stem, NUMBERS)) | {"0", "1", "2"}
_QUOTED = re.compile(r"[\"“]([^\"“”]{3,40})[\"”]")
_MEASURE = re.compile(rf"(?:\d+|{'|'.join(NUMBERS)})[\s-][a-z]+")
_HYPHENED = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z]\w+")
_SMALL = frozenset(map(str, range(3, 100)))
NAME, THING, FIGURE, VERB = 1.2, 1.0, 0.6, 0.5
ROOT = 6
"""Letters by which words of one root are known: who promised a documentation has documented."""
_VERB = re.compile(r"(?:^|\band |\bto |, |\bthen )(\w+)")


def subject(text: str) -> frozenset[str]:
    """The roots of the words that say what `text` is about; small numbers as figures.

    >>> sorted(subject("I've put the rubric in for the seven interviews"))
    ['7', 'interv', 'rubric']
    >>> subject("the documentation") == subject("documented")
    True
    """
    found = {_THINGS.get(word) or _figure(word) for word in _words(text)}
    about = (content(text) | found) - _WHEN - _FIGURES - {""}
    return frozenset(_bare(word) for word in about)


def _figure(word: str) -> str:
    return str(NUMBERS[word]) if word in NUMBERS else ""


def root(word: str) -> str:
    """The root by which `word` is known in a subject, as one word of it.

    >>> root("emails") == root("emailed")
    True
    """
    word = word.lower()
    return _bare(_THINGS.get(word) or stem(word))


def _bare(word: str) -> str:
    # The stemmer takes -es for an ending: "invites" and "invite" must meet.
    bare = word.removesuffix("e") if len(word) > 4 else word
    return bare[:ROOT]


def errand(action: str) -> dict[str, float]:
    """What a promise is about, and how much each word counts: a name most, a verb least.

    A verb stands first or after "and", "to" or a comma; the same word elsewhere is a thing. The
    initials of two things in a row count too: a job description may be spoken of as the JD.

    >>> sorted(errand("Draft the job description and count the crates"))
    ['count', 'crat', 'descri', 'draft', 'jd', 'job']
    """
    verbs = {_bare(stem(verb)) for verb in _VERB.findall(action.lower()) if verb in _DEEDS}
    names = {_bare(stem(name.lower())) for name in _NAME.findall(action)}
    things = subject(action)
    in_order = [_bare(stem(word)) for word in _words(action)]
    initials = {
        one[0] + two[0]
        for one, two in pairwise(in_order)
        if one in things - verbs and two in things - verbs
    }
    return {
        word: NAME
        if word in names
        else VERB
        if word in verbs
        else FIGURE
        if word in _SMALL
        else THING
        for word in things | initials
    }


def weld(actions: Iterable[str]) -> Callable[[str], str]:
    """What writes the hyphened and quoted phrases of these actions as one word, everywhere.

    Light words say nothing alone, but "one-on-one" or the "first five" do.

    >>> weld(["Book weekly one-on-ones"])("So, one on ones. I have put five.")
    'So, oneonone. I have put five.'
    """
    phrases = {
        phrase.removesuffix("s")
        for action in map(str.lower, actions)
        for phrase in (*_HYPHENED.findall(action), *_QUOTED.findall(action))
        if re.search(r"\w[\s-]+\w", phrase) and not _MEASURE.fullmatch(phrase)
    }
    if not phrases:
        return lambda text: text
    spelled = (r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", each))) for each in phrases)
    found = re.compile(rf"\b({'|'.join(sorted(spelled))})s?\b", re.IGNORECASE)
    return lambda text: found.sub(lambda match: re.sub(r"\W", "", match[1]), text)


def deeds(text: str) -> frozenset[str]:
    """The kinds of deed that `text` speaks of.

    >>> sorted(deeds("I rang her and she's sent it")), sorted(deeds("Lovely weather"))
    (['give', 'speak'], [])
    """
    found = (_DEEDS.get(word) for word in _words(text))
    return frozenset().union(*(kinds for kinds in found if kinds))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def tellings(of: Iterable[frozenset[Term]]) -> dict[Term, float]:
    """How telling each stem is among these pieces of talk: 1 where it stands in one, 0 in all.

    >>> telling = tellings([frozenset({"form", "card"}), frozenset({"form"})])
    >>> telling["form"] < telling["card"]
    True
    """
    pieces = list(of)
    counts = Counter(word for piece in pieces for word in piece)
    scale = math.log(len(pieces)) if len(pieces) > 1 else 1.0
    return {word: math.log(len(pieces) / count) / scale for word, count in counts.items()}
