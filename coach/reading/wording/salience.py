"""What "it" is: the thing that the talk before it keeps in view.

Each thing named shortly before has a salience: less the longer ago, more where it was promised or
asked for, where the sentence is about having, making or sending it, and where it is named again.
Where a sentence says "it", that is what it is about, and other things in it stand aside (the first
rule of centering: Grosz, Joshi and Weinstein); and what is sent, read or signed is a piece of
writing. The highest wins, if it stands out at all; else nothing does, and the pronoun stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.cues import plain
from coach.dates import find
from coach.reading import Call
from coach.reading.nouns import Thing, things
from coach.reading.promise.thread import Thread
from coach.reading.words import content, stem

WITHIN = 14
"""Sentences back to what may still be meant."""
FADES = 0.12
"""How much less salient a thing is with each sentence."""
ENOUGH = 0.95
"""Less than this is a guess."""

_IN_VIEW = re.compile(
    r"\b(?:there's|there is|i've (?:still )?got|i have|we have|we've got|you've got|got|have|make|"
    r"made|write|wrote|send|sent|see|look at|read|show|do|did|use|need|want|called|"
    r"doing|handing|running|making|writing|fill|sign|build|built|bring|get|that's|put|keep|finish|"
    r"draft|do you have|can i have)\s$"
)
_DEFINED = re.compile(
    r"\b(?:it's|it is|it was|called|there's|there is|that's)\s(?:just\s|called\s)?$"
)
"""“It's a laminated sheet”: what it is, is said."""
_IT = re.compile(r"\b(?:it|it's|it'll|them|they|they're|one)\b")
_RAISES = re.compile(r"\W*(?:(?:and|so|then|okay|right|what about|how about)\W+)+")
"""“And the boiler certificate?” brings it up."""
_WHEN_IT_IS = re.compile(r"\b(?:before|after|during|until|till|since)\s$")
"""“Write to the parents before the trip”: the trip is when, and not what."""
_TAKEN_UP = re.compile(
    r"^\W*(?:if|when|once|as soon as|and|before|after) (?:you|i|we|they|he|she)\b[^.?!]*?"
    r"\b(?P<it>it|them)\b"
)
"""“The slides, if you share them”: the clause that follows goes on about them."""
_WRITING = re.compile(
    r"^(?:template|sheet|form|list|letter|paragraph|deck|doc|document|draft|e-?mail|link|video"
    r"|slide"
    r"|note|page|one-pager|report|plan|spreadsheet|chapter|abstract|cv|résumé|resume|agreement"
    r"|contract|photo|picture|recording|invite|invitation|book|article|paper|card|copy|version|file"
    r"|survey|rubric|text|proposal|application|summary|minutes|budget|review|table|chart|map|menu"
    r"|recipe|song|tape|outline|checklist|brief|script|essay|statement|bio|portfolio|quote|estimate"
    r"|build|demo|schedule|rota|roster|diary|log|data|figure|number|screenshot|diagram|drawing"
    r"|sketch|storyboard|label|sample|test|update|pack|guide|policy|worksheet|lesson|poem|story"
    r"|manuscript|application|pitch|write-up|address|contact|details|question|feedback)s?$"
)
_HANDLES_WRITING = re.compile(
    r"\b(?:send|e-?mail|mail|post|forward|read|write|draft|sign|fill|print|scan|share|type"
    r"|(?:mark|write) (?:\w+ )?up|attach|upload|edit|proofread|rewrite|ping|flick"
    r"|look (?:\w+ )?over|go through|look through|submit)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing, who named it, and how salient it is."""

    thing: Thing
    speaker: str | None
    salience: float


def antecedent(
    pronoun: str,
    call: Call,
    before: int,
    text: str,
    deed: str,
    wanted: frozenset[str] = frozenset(),
) -> Named | None:
    """What a pronoun in `deed` stands for, which comes after `text` in sentence `before`.

    `wanted` holds content words of what was asked for or promised there.
    """
    plural = pronoun in ("them", "'em", "’em", "those", "these")
    writes = bool(_HANDLES_WRITING.search(plain(deed)))
    first = max(0, before - WITHIN)
    spoken = [(said.text, said.speaker, said.hear(things)) for said in call.sentences[first:before]]
    spoken.append((text, call.sentences[before].speaker, things(text)))
    said = Counter(stem(word) for words, _, _ in spoken for word in set(_words(words)))
    found = [
        Named(thing, speaker, _salience(thing, words, ago, said, wanted, writes))
        for ago, (words, speaker, named) in enumerate(reversed(spoken))
        for thing in named
        if thing.is_plural == plural
    ]
    best = max(found, key=lambda named: named.salience, default=None)
    return best if best and best.salience >= ENOUGH else None


def is_writing(thing: Thing) -> bool:
    """Is it something that one reads, sends or signs?"""
    return bool(_WRITING.search(thing.head))


def _salience(
    thing: Thing,
    words: str,
    ago: int,
    said: Counter[str],
    wanted: frozenset[str],
    writes: bool,
) -> float:
    opening, rest = plain(words[: thing.start]), plain(words[thing.start + len(thing.words) :])
    defined = bool(_DEFINED.search(opening))
    aside = not defined and bool(
        _IT.search(opening) or (_IT.search(rest) and not _IN_VIEW.search(opening))
    )
    if aside and (again := _TAKEN_UP.search(rest)):
        aside = (again["it"] == "them") != thing.is_plural
    topic = bool(_RAISES.fullmatch(opening)) and not rest.strip(" ?")
    fits = is_writing(thing)
    aside = aside or bool(_WHEN_IT_IS.search(opening))
    return (
        1.0
        - FADES * ago
        + 0.35 * min(said[stem(thing.head)] - 1, 2)
        + 0.5 * (defined or topic or bool(_IN_VIEW.search(opening)))
        + 1.0 * bool(content(thing.head) & wanted)
        - 0.8 * aside
        + (0.6 * fits - 0.8 * (not fits) if writes else -0.2)
    )


def fullest(thing: Thing, thread: Thread, call: Call) -> Named | None:
    """The words that tell more of a thing than its noun, from where they were last said.

    "The sheet" is "the one-page sheet on labels" when it is first spoken of. The read-back's label
    is asked first, then what was promised in earlier calls, then this call.
    """
    if not _ONLY_ITS_NOUN.fullmatch(thing.words):
        return None
    for told, speaker in _tellings(thread, call):
        for other in told:
            same = stem(other.head) == stem(thing.head) and other.is_plural == thing.is_plural
            if same and _adds(other, thing) and not _is_told_apart(other, thread, call):
                return Named(_as_owned(other, thing), speaker, ENOUGH)
    return None


def _tellings(thread: Thread, call: Call) -> Iterator[tuple[Sequence[Thing], str | None]]:
    """The things named where one may have been told of at length, and who speaks there."""
    if thread.label and not re.search(r"['’]s\b", thread.label):
        yield things(f"the {thread.label[:1].lower()}{thread.label[1:]}"), thread.owner
    yield from ((things(earlier.action), thread.owner) for earlier in reversed(call.ledger))
    at = thread.promises[-1].sentence.index
    near = call.sentences[max(0, at - TOLD_WITHIN) : at + READ_BACK]
    yield from ((said.hear(things), said.speaker) for said in reversed(near))


def _is_told_apart(thing: Thing, thread: Thread, call: Call) -> bool:
    """Is it one of several, by a word for that or by its day?"""
    words = thing.words
    return bool(_TELLS_APART.search(words) or find(words, today=call.today(thread.owner)))


def _adds(told: Thing, thing: Thing) -> bool:
    """Does it tell more, and of the same one? “The Leeds shop” is not “Ada's shop”."""
    owned = thing.words.split()[0].lower() not in ("the", "that", "this")
    another = owned and re.search(r"\s[A-Z]", told.words)
    return bool(content(told.words) - content(thing.words)) and not another


def _as_owned(told: Thing, thing: Thing) -> Thing:
    """The fuller words with the owner that the short ones name: "Ada's loan form"."""
    owner = thing.words.split()[0]
    if owner.lower() in ("the", "that", "this"):
        return told
    return Thing(re.sub(r"^\S+", lambda _: owner, told.words), told.start)


TOLD_WITHIN = 60
"""Sentences back to where a thing may have been told of at length."""
READ_BACK = 6
"""Sentences on to where it may still be."""
_ONLY_ITS_NOUN = re.compile(r"(?:[Tt]he|their|[Tt]hat|[Tt]his|[A-Z]\w+['’]s) [a-z-]+")
_TELLS_APART = re.compile(r"\b(?:old|new|other|next|last|first|same)\b")
"""Words that are for telling one from another, and may be of the other one."""


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.lower())
