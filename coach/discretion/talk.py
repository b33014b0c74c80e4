"""A call as a row of sentences, and the words by which a subject is known again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.discretion.common import COMMON
from coach.records import Transcript

WORD = re.compile(r"\b[^\W\d_] (?:and|&) [^\W\d_]\b|[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<![ .]\w)[.?!…]+[\"”’')\]]*(?=\s)"
)
_COMMA = re.compile(r"[,;:–—](?=\s)")
_TURNING = re.compile(r"\s(?=(?:and|but|so|oh|because|then|cause)\s)", re.IGNORECASE)
_STRAIGHT = str.maketrans("’‘ʼ`´", "'''''")
_CLAUSE_END = re.compile(rf"{_COMMA.pattern}|{_TURNING.pattern}", re.IGNORECASE)
_UNPUNCTUATED = 14
"""A sentence of more words than this without a comma comes from an export without punctuation."""

BACKCHANNEL = frozenset(
    """a ah alright absolutely aw aye bye course cool dear em er exactly fair fine gosh go god good ha hey hm hmm
    i huh it jeez just know like listen lord love man me mhm mm mmm my no o of oh ok okay on oof ooh please really
    right righto s'pose see sorry sure thank thanks that that's true uh uhhuh um very wait well welcome wow yeah yep
    yes you""".split()
)
"""A turn of these words alone is a listener's nod: it says nothing of what was said."""

FUNCTION = BACKCHANNEL | frozenset(
    """about again all also always am an and another any anyway are as ask asked asking at be because been before but
    by can can't cause could did do does don't for from give had has have he he's her here him his how i'd i'll i'm i've
    if in is isn't it'd it'll it's kind kinda last let let's lemme little might mind more must need not now one one's only or since yours
    other our quick quickly say saying share so some something somebody stuff tell than the them then there there's
    these they thing things think this those though time to today too us want wanna was we were what when which while
    who will with would your you're""".split()
)
"""Words that carry no subject."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn: where it stands, who says it, its plain words."""

    turn: int
    start: int
    end: int
    plain: str
    speaker: str | None

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.plain))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem(word) for word in self.words)

    def is_nod(self, names: Collection[str]) -> bool:
        return all(word in BACKCHANNEL or word in names for word in self.words)

    def is_question(self) -> bool:
        return self.plain.rstrip("\"'”’ ").endswith("?")


def sentences(transcript: Transcript, speakers: Sequence[str | None]) -> tuple[Sentence, ...]:
    """All sentences of a call in order. Where a speaker is not known, the label in the file is."""
    return tuple(
        Sentence(index, start, end, plain(turn.text[start:end]), who or turn.speaker)
        for index, (turn, who) in enumerate(zip(transcript.turns, speakers, strict=True))
        for start, end in _parts(turn.text)
    )


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The parts of a sentence between commas and before turning words ("and", "but", "so")."""
    for start, end in _divide(sentence.plain, _CLAUSE_END):
        yield Sentence(
            sentence.turn,
            sentence.start + start,
            sentence.start + end,
            sentence.plain[start:end],
            sentence.speaker,
        )


def plain(text: str) -> str:
    """Lower case with straight apostrophes, letter for letter, so that offsets stay true.

    >>> plain("Don’t Tell")
    "don't tell"
    """
    lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_STRAIGHT)


def stem(word: str) -> str:
    """What the forms of a word share, roughly: enough to know it again in the same call.

    >>> stem("pregnant") == stem("pregnancy"), stem("mornings") == stem("morning")
    (True, True)
    """
    if " " in word:
        return word
    word = word.removesuffix("'s").removesuffix("'")
    for suffix in ("ing", "ed", "es", "s"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    return word[:6]


_COMMON_STEMS = frozenset(stem(word) for word in COMMON)


def is_telling(word: str) -> bool:
    """Could this word alone give a subject away?"""
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
