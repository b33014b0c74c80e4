"""Does this quote stand in that turn? Words decide; spelling of quotes, dashes and space does not.

Nothing enters a recap on the strength of words that nobody said, so there is no fuzzy match here:
fuzzy matching turns "won't" into "will".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coach.records import Evidence, Transcript

WITHHELD = "[…]"
"""What stands in a transcript where words were withheld. It says nothing about them."""

_APOSTROPHES = "'’‘ʼ′`´"
# A letter or digit, then letters, digits, vowel signs and accents that Python's \w leaves out.
_WORD = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e])*"
_TOKEN = re.compile(rf"\[…\]|[$£€¥₦₹]?(?P<word>{_WORD}(?:[_{_APOSTROPHES}]{_WORD})*)%?")
_QUOTATION_MARK = re.compile('["“”„«»]')
_PLAIN_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in the form in which they are compared; a withheld place is one too.

    >>> words("“I’ll send it” – by FRIDAY…")
    ("i'll", 'send', 'it', 'by', 'friday')
    """
    return tuple(_plain(token) for token in _TOKEN.finditer(text))


def locate(quote: str, turn_text: str) -> tuple[int, int] | None:
    """Where `quote` first stands in `turn_text`: a span of characters, so the original is shown.

    Forgiven: case, white space, typographic quotes, apostrophes, dashes and ellipses, punctuation.
    Never forgiven: words. They stand whole, all of them, in order, with none between. A quote
    without a word, or one that holds or would cross a withheld place, stands nowhere.

    This says that the words were spoken, not what they mean: "promise the budget" is verbatim in
    "I won't promise the budget". Whoever reads meaning into a quote looks at what stands before.

    >>> turn = "Well — I’ll   send it, by Friday."
    >>> start, end = locate("i'll send it by friday", turn)
    >>> turn[start:end]
    'I’ll   send it, by Friday'
    >>> locate("I will send it", turn) is None
    True
    """
    wanted = words(quote)
    if not wanted or WITHHELD in wanted:
        return None
    line, spans = _spoken(turn_text)
    place = line.find(f" {' '.join(wanted)} ")
    if place < 0:
        return None
    first = line.count(" ", 0, place)
    return spans[first][0], spans[first + len(wanted) - 1][1]


def evidence_of(
    transcript: Transcript, turn: int, quote: str, session: str | None = None
) -> Evidence | None:
    """The record of `quote` in the original words of `turn` (from 0), or None where it is not.

    A quotation mark inside it comes with its other half, where that stands beside it, and a
    question with its mark. `at` is the second at which the turn starts, where the file says so.
    """
    if not 0 <= turn < len(transcript.turns):
        return None
    said = transcript.turns[turn]
    span = locate(quote, said.text)
    if span is None:
        return None
    return Evidence(
        session=session,
        turn=turn,
        speaker=said.speaker,
        quote=said.text[
            slice(*_with_its_marks(_whole_question(span, said.text, quote), said.text))
        ],
        at=said.start,
    )


def _whole_question(span: tuple[int, int], text: str, quote: str) -> tuple[int, int]:
    start, end = span
    is_asked = quote.rstrip().endswith("?") and text.startswith("?", end)
    return start, end + is_asked


def most_telling(
    evidence: Iterable[Evidence], by: str | None = None, most: int = 1, *, of: str = ""
) -> list[Evidence]:
    """The quotes to show where there is room for few: those of about a dozen words.

    With `by`, that person's own words come before anybody else's, and an earlier quote before a
    later one of like length: what was promised says more than how it was read back. With `of`,
    quotes that share some of its words come before those that only stand beside it. What is said
    comes before what is asked.
    """
    named = _openings(of)

    def rank(item: Evidence) -> tuple[bool, int, bool, int, int]:
        length = len(item.quote.split())
        shared = min(len(named & _openings(item.quote)), 2)
        is_another = by is not None and item.speaker != by
        is_asked = item.quote.rstrip("\"'”’) ").endswith("?")
        return (is_another, -shared, is_asked, abs(length - 12) // 6, item.turn)

    return sorted(sorted(evidence, key=rank)[:most], key=lambda item: item.turn)


def _openings(text: str) -> set[str]:
    """How its longer words begin, which their forms share: "post" and "posting"."""
    return {word[:_OPENING] for word in words(text) if len(word) >= _OPENING}


_OPENING = 4
"""Letters; a shorter word tells little of what is spoken of."""


def _with_its_marks(span: tuple[int, int], text: str) -> tuple[int, int]:
    """The span, on to a quotation mark whose other half is inside and no word between.

    Who says what somebody said is else quoted as if the words began in the middle:
    `"He'll go." You heard him` and not `He'll go." You heard him`.
    """
    start, end = span
    for opening, closing in _quotations(text):
        if opening < start <= closing < end and not _TOKEN.search(text, opening, start):
            start = opening
        if start <= opening < end <= closing and not _TOKEN.search(text, end, closing):
            end = closing + 1
    return start, end


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where each quotation of a turn opens and closes; two marks that follow each other are one."""
    marks = [match.start() for match in _QUOTATION_MARK.finditer(text)]
    return zip(marks[::2], marks[1::2], strict=False)


@lru_cache(maxsize=1024)
def _spoken(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words of a turn on one line, and where each stands: many quotes ask for the same turn."""
    tokens = tuple(_TOKEN.finditer(text))
    return "".join(f" {_plain(token)}" for token in tokens) + " ", tuple(t.span() for t in tokens)


def _plain(token: re.Match[str]) -> str:
    word = token["word"]
    if word is None:
        return WITHHELD
    return unicodedata.normalize("NFC", word).translate(_PLAIN_APOSTROPHE).casefold()
