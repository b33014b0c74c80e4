"""The things that are talked of: noun phrases, found without a grammar.

A phrase opens with a determiner or a number and runs on to the next verb, function word or comma;
an *of*, *about* or *on* with a phrase of its own belongs to it.

>>> [thing.words for thing in things("I've got the one-page sheet on writing labels, you see")]
['the one-page sheet on writing labels']
>>> [thing.words for thing in things("I'll play it for you one day")]
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from coach.reading.words import content

NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_OPENING = (
    r"(?:the|a|an|my|your|yer|our|his|her|their|its|some|this|that|these|those|any|another|every"
    rf"|all (?:the|my|your|our)|(?!it|that|there|he|she|what|who|here|where|how|let)[a-z]+['’]s"
    rf"|{NUMBERS}|\d+)"
)
_FUNCTION = (
    "and or but nor to for of on in at with without from by into onto over up down out off back "
    "through about around after before till until since than as like that which who whom whose "
    "what when where why how if because cause so then there here it i you he she we they me him "
    "us them em not no yes yeah okay ok well just still already also too again now today tonight "
    "tomorrow yesterday together instead properly really actually anyway myself yourself himself "
    "herself please per and/or i'm i'll i've i'd you're you'll you've you'd he's he'll she's "
    "she'll it's it'll we're we'll we've they're they'll they've that's there's what's who's "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_VERBS = (
    "is are was were be been being am has have had having do does did done doing will would can "
    "could shall should may might must won't can't don't didn't doesn't isn't wasn't aren't "
    "get gets got gotten getting go goes went gone going come comes came coming make makes made "
    "take takes took taken give gives gave given say says said tell tells told know knows knew "
    "think thinks thought want wants wanted need needs needed like likes liked keep keeps kept "
    "put puts let lets see sees saw seen hear heard find finds found ask asks asked rang send "
    "sends sent bring brings brought write writes wrote reads sits sat stands stood runs ran "
    "goes comes came turns turned looks looked works worked means meant feel feels felt becomes "
    "became leave leaves left lose loses lost pay pays paid seems seemed happens happened "
    "one one's ones called starts started stops stopped helps helped moves moved lives lived "
    "believes believed holds "
    "held shows showed plays played"
)
_WHEN = r"(?:next|last|this)\s(?:time|week|month|year|term|session|call|meeting)"
_STOP = rf"(?:{_WHEN}|{'|'.join(sorted({*_FUNCTION.split(), *_VERBS.split()}))})(?![\w'’-])"
_WORD = r"[a-z0-9][a-z0-9'’-]*"
_NOT_ONE_WORD = rf"(?!{_STOP})(?!\w+ing\b){_WORD}"
_CORE = rf"{_OPENING}(?:\s(?:(?!{_STOP}){_WORD}|one(?=\s\w+ers?\b))){{1,4}}"
_DATED = r"(?!\s(?:on|for) the (?:\d+(?:st|nd|rd|th)|[a-z]+th|(?:twenty|thirty)[\s-][a-z]+)\b)"
_LATER = (
    rf"(?:{_DATED}\s(?:of|about|on|for)\s(?:{_OPENING}\s(?!{_STOP}){_WORD}"
    rf"|(?:(?:writing|making|doing|how)\s)?(?!{_OPENING}\s){_NOT_ONE_WORD})"
    rf"(?:\s{_NOT_ONE_WORD}){{0,2}})?"
)
_PHRASE = re.compile(rf"(?<![\w'’-]){_CORE}{_LATER}", re.IGNORECASE)
_NOT_A_THING = re.compile(
    r"\b(?:time|day|week|weekend|month|year|morning|evening|afternoon|night|minute|second|hour|way"
    r"|thing|stuff|lot|bit|moment|reason|point|kid|wife|husband|mum|mom|dad|son|daughter|guy|man"
    r"|woman|lad|boss|matter|tea|kind|sort|same|other|one|first|last|next|people|call|chance|half"
    r"|idea|problem|question|one|couple|whole|world|end|start|side|part|place|house|home|door"
    r"|rest|truth|look|ones|body|person|head|mind|hand|face|thought|feeling|sense|life|job|work"
    r"|\w+th)s?$",
    re.IGNORECASE,
)
"""The last word of a phrase about time, people or nothing in particular."""
_ADJECTIVAL = re.compile(
    r"\w+(?:ly|ful|ous|able|ible|ive|less|est)$|^(?:good|great|nice|big|small"
    r"|bad|fine|proper|sure|long|short|new|old|hard|easy|happy|ready|clear|wrong|right|late|early)$"
)


@dataclass(frozen=True)
class Thing:
    """A noun phrase, where it begins, and whether it is more than one."""

    words: str
    start: int

    @cached_property
    def head(self) -> str:
        """Its noun: the last word before a phrase of its own."""
        return re.split(r"\s(?:of|about|on|for)\s", self.words)[0].split()[-1].lower()

    @cached_property
    def is_plural(self) -> bool:
        """Would one say "them" of it?"""
        opening = self.words.split()[0].lower()
        counted = re.fullmatch(rf"{NUMBERS}|\d+|these|those|all|some", opening)
        return bool(counted and opening != "some") or bool(re.search(r"[^s'’]s$", self.head))

    @cached_property
    def definite(self) -> str:
        """As one speaks of it again: "a sheet", said before, is "the sheet"."""
        owned = re.match(r"[A-Z]\w+['’]s\b", self.words)
        said = self.words if owned else self.words[:1].lower() + self.words[1:]
        return re.sub(r"^(?:an?|some|this|that|these|those|any|another|every)\s", "the ", said)


def things(text: str) -> tuple[Thing, ...]:
    """The noun phrases of `text` that name a thing, in order."""
    found = (Thing(match.group(), match.start()) for match in _PHRASE.finditer(text))
    return tuple(thing for thing in found if _is_a_thing(thing))


def is_adjectival(word: str) -> bool:
    """Does `word` say what a thing is like, rather than what it is?

    >>> is_adjectival("wonderful"), is_adjectival("waiting")
    (True, False)
    """
    return bool(_ADJECTIVAL.search(word))


def _is_a_thing(thing: Thing) -> bool:
    if _NOT_A_THING.search(thing.head) or is_adjectival(thing.head):
        return False
    return bool(content(thing.head))
