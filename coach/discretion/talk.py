"""A call as a row of sentences, and the words by which a subject is known again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from coach.discretion.cues import marks
from coach.discretion.dialect import common_form
from coach.discretion.everyday import COMMON
from coach.records import Transcript, Turn
from coach.sieve import Sieve

WORD = re.compile(r"\b[^\W\d_] (?:and|&) [^\W\d_]\b|[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?=[.?!…])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<![ .]\w)[.?!…]+[\"”’')\]]*(?=\s)"
)
_NAME = re.compile(r"(?:(?<=[^.!?…\s] )|(?<=[DM][rs]\. )|(?<=Mrs\. ))[A-Z][^\W_]+|\b\d+[^\W\d_]+")
_COMMA = re.compile(r"[,;:–—](?=\s)")
_TURNING = re.compile(r"\s(?=(?:and|but|so|oh|because|then|cause)\s)", re.IGNORECASE)
_STRAIGHT = str.maketrans("’‘ʼ`´", "'''''")
_CLAUSE_END = re.compile(rf"{_COMMA.pattern}|{_TURNING.pattern}", re.IGNORECASE)
_UNPUNCTUATED = 14
"""A sentence of more words than this without a comma comes from an export without punctuation."""

BACKCHANNEL = frozenset(
    """
    a absolutely ah all alright aw aye bye cool course dear em er exactly fair fine go god good gosh
    ha hey hm hmm huh i it jeez just know like listen lord love man me mhm mm mmm my no o of oh
    ok okay on oof ooh please really right righto s'pose see sorry sure thank thanks that that's
    true uh uhhuh um very wait welcome well wow yeah yep yes you
    """.split()
)
"""A turn of these words alone is a listener's nod: it says nothing of what was said."""

FUNCTION = BACKCHANNEL | frozenset(
    """
    about again all also always am an and another any anyway are as ask asked asking at be
    because been before but by can can't cause could did do does don't for from give had has
    have he he's her here him his how i'd i'll i'm i've if in is isn't it'd it'll it's kind
    kinda last lemme let let's little might mind more must need not now one one's only or other
    our quick quickly say saying share since so some somebody something stuff tell than the them
    then there there's these they thing things think this those though time to today too us
    wanna want was we were what when which while who will with would you're your yours
    """.split()
)
"""Words that carry no subject."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn: where it stands, who says it, its words in plain lower case."""

    turn: int
    start: int
    end: int
    text: str
    speaker: str | None

    @cached_property
    def plain(self) -> str:
        return plain(self.text)

    @cached_property
    def heard(self) -> str:
        """Its words in their common form: for matching, without offsets."""
        return common_form(self.plain)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.heard))

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of words that stand with a capital, or a figure, within the sentence."""
        return frozenset(stem(plain(word)) for word in _NAME.findall(self.text))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem(word) for word in self.words)

    @cached_property
    def stem_set(self) -> frozenset[str]:
        return frozenset(self.stems)

    @cached_property
    def clauses(self) -> tuple[Sentence, ...]:
        """Its parts between commas and before turning words ("and", "but", "so")."""
        return tuple(
            Sentence(
                self.turn,
                self.start + start,
                self.start + end,
                self.text[start:end],
                self.speaker,
            )
            for start, end in _divide(self.text, _CLAUSE_END)
        )

    @cached_property
    def content(self) -> frozenset[str]:
        """Stems of its words besides those of grammar."""
        return frozenset(stem(word) for word in self.words if word not in FUNCTION)

    @cached_property
    def heard_in(self) -> dict[int, Any]:
        """What was found in its words, by the id of who looked: each looks once."""
        return {}

    def shows(self, regex: re.Pattern[str]) -> bool:
        """Does a pattern that lives as long as the program fit its words?"""
        found = self.heard_in
        key = id(regex)
        if key not in found:
            could = key not in _LONG_ONES or key in self._long_ones
            found[key] = could and regex.search(self.heard) is not None
        return bool(found[key])

    @cached_property
    def _long_ones(self) -> frozenset[int]:
        """Those of `marks.LONG`, by id, that could fit its words."""
        return frozenset(_LONG.through(self.heard))

    def moved(self, turn: int) -> Sentence:
        """The same sentence where its turn has another number. What is known of it stays known."""
        if turn == self.turn:
            return self
        same = object.__new__(Sentence)
        vars(same).update(vars(self), turn=turn)
        if "clauses" in vars(self):
            vars(same)["clauses"] = tuple(clause.moved(turn) for clause in self.clauses)
        return same

    def is_nod(self, names: Collection[str]) -> bool:
        return all(word in BACKCHANNEL or word in names for word in self.words)

    def is_question(self) -> bool:
        return self.plain.rstrip("\"'”’ ").endswith("?")


def sentences(transcript: Transcript, speakers: Sequence[str | None]) -> tuple[Sentence, ...]:
    """All sentences of a call in order. Where a speaker is not known, the label in the file is."""
    return tuple(
        sentence
        for index, (turn, who) in enumerate(zip(transcript.turns, speakers, strict=True))
        for sentence in _of_turn(index, turn, who)
    )


def still_said(
    row: Sequence[Sentence], before: Transcript, after: Transcript, numbers: Sequence[int]
) -> tuple[Sentence, ...]:
    """The sentences, of those in `row`, of a call `after` some of it was cut.

    `numbers` are those which its turns had `before`.
    """
    said: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in row:
        said[sentence.turn].append(sentence)
    return tuple(
        sentence.moved(index)
        for index, (turn, number) in enumerate(zip(after.turns, numbers, strict=True))
        for sentence in (
            said[number]
            if turn.text == before.turns[number].text
            else _of_turn(index, turn, next((each.speaker for each in said[number]), None))
        )
    )


def _of_turn(index: int, turn: Turn, who: str | None) -> Iterator[Sentence]:
    for start, end in _parts(turn.text):
        yield Sentence(index, start, end, turn.text[start:end], who or turn.speaker)


_LONG = Sieve((id(mark), mark.pattern) for mark in marks.LONG)
_LONG_ONES = frozenset(map(id, marks.LONG))


def plain(text: str) -> str:
    """Lower case with straight apostrophes, letter for letter, so that offsets stay true.

    >>> plain("Don’t Tell")
    "don't tell"
    """
    if text.isascii():
        return text.lower()
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_STRAIGHT)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What the forms of a word share, roughly: enough to know it again in the same call.

    >>> stem("pregnant") == stem("pregnancy"), stem("mornings") == stem("morning")
    (True, True)
    """
    if " " in word:
        return word
    word = word.removesuffix("'s").removesuffix("'")
    for suffixes in (("es", "s"), ("ing", "ed")):
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word.removesuffix(suffix)
                break
    return word[:6]


_COMMON_STEMS = frozenset(stem(word) for word in COMMON)


def is_telling(word: str) -> bool:
    """Could this word alone give a subject away?"""
    whole, mark, _ = word.partition("'")
    if mark and (whole in COMMON or whole in FUNCTION or whole.removesuffix("n") in COMMON):
        return False
    return len(word) > 2 and not word.isdigit() and stem(word) not in _COMMON_STEMS


def phrases(stems: Sequence[str]) -> Iterator[str]:
    """Runs of three words, one of them more than grammar: known again only in running talk."""
    for run in zip(stems, stems[1:], stems[2:], strict=False):
        if sum(word not in _FUNCTION_STEMS for word in run) >= 2:
            yield " ".join(run)


_FUNCTION_STEMS = frozenset(stem(word) for word in FUNCTION)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _divide(text, _SENTENCE_END):
        part = text[start:end]
        if _COMMA.search(part) or len(part.split()) <= _UNPUNCTUATED:
            yield start, end
        else:
            yield from ((start + a, start + b) for a, b in _divide(part, _TURNING))


def _divide(text: str, divider: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Spans between dividers, each with its own end mark, without outer space."""
    start = 0
    for end in (*(match.end() for match in divider.finditer(text)), len(text)):
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
        start = end
