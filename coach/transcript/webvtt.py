"""WebVTT by its specification: the cues of a file, and the voices and words of a cue.

Ours, because webvtt-py passes 25 of 29 and 42 of 77 of the web platform's own cases, and gives a
cue with two voices to the first of them. https://www.w3.org/TR/webvtt1/, sections 6.1 to 6.4.

SRT is the same grammar with commas, so `captions(text, lenient=True)` reads it too. The srt library
would be the natural choice for it, but it takes time quadratic in blank lines and in digits (20,000
empty lines: 9 s) and gives a cue without its times to the one before.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_SPACE = r"[ \t\f]*"
_STAMP = r"(?:([0-9]{1,9}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})(?![0-9])"
_STRICT = re.compile(rf"{_SPACE}{_STAMP}{_SPACE}-->{_SPACE}{_STAMP}")
_LOOSE = r"(?:([0-9]{1,9}):)?([0-5]?[0-9]):([0-5]?[0-9])(?:[.,]([0-9]{1,3}))?(?=[ \t\f]|$)"
_LENIENT = re.compile(rf"{_SPACE}{_LOOSE}{_SPACE}-->{_SPACE}{_LOOSE}")
_NOT_SPOKEN = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_TOKEN = re.compile(r"<([^>]*)>?|([^<]+)")
_TAG = re.compile(r"(/?)([^\s.&/]*)(?:\.[^\s]*)?\s*(.*)", re.DOTALL)
_SIGNATURE = re.compile(r"WEBVTT(?:[ \t\n]|$)")


class Caption(NamedTuple):
    """A cue as it stands in the file; `payload` still has its tags and entities."""

    id: str
    start: float
    end: float
    payload: str


def is_signed(text: str) -> bool:
    """Does `text` begin as a WebVTT file must?"""
    return _SIGNATURE.match(text) is not None


def captions(text: str, lenient: bool = False) -> list[Caption]:
    """The cues of `text` (LF line ends), in the order of the file.

    Strictly by the specification; `lenient` also takes commas, short fields and no fraction in a
    time, an index right above a time as no words of the cue before it, and keeps words behind an
    empty line inside a cue. A file without the signature is read alike.

    >>> captions("WEBVTT\\n\\nintro\\n00:01.000 --> 00:02.500\\nHello.")
    [Caption(id='intro', start=1.0, end=2.5, payload='Hello.')]
    """
    lines = text.replace("\0", "\ufffd").split("\n")
    if lenient:
        lines = [line.rstrip() for line in lines]
    at, last = _after_header(lines) if is_signed(text) else 0, len(lines)
    timing = _LENIENT if lenient else _STRICT
    found: list[tuple[str, float, float, list[str]]] = []
    while at < last:
        if not lines[at]:
            at += 1
            continue
        begun = at
        if "-->" not in lines[at] and at + 1 < last and "-->" in lines[at + 1]:
            at += 1
        match = timing.match(lines[at]) if "-->" in lines[at] else None
        name = lines[begun] if at > begun else ""
        at += 1 if "-->" in lines[at] else 0
        first = at
        while at < last and lines[at] and "-->" not in lines[at]:
            at += 1
        payload = lines[first:at]
        if lenient and at < last and lines[at] and payload and payload[-1].strip().isdecimal():
            at -= 1
            payload.pop()
        if match:
            clocks = match.groups()
            found.append((name, _moment(*clocks[:4]), _moment(*clocks[4:]), payload))
        elif lenient and found and payload and first == begun:
            found[-1][-1].extend(_words_alone(payload))
    return [Caption(name, start, end, "\n".join(payload)) for name, start, end, payload in found]


def _after_header(lines: list[str]) -> int:
    at = 1
    while at < len(lines) and lines[at] and "-->" not in lines[at]:
        at += 1
    return at


def _words_alone(block: list[str]) -> list[str]:
    """The words of a block without times: they belong to the cue before it, but comments do not."""
    if _NOT_SPOKEN.match(block[0]):
        return []
    return block[1:] if block[0].strip().isdecimal() else block


def _moment(hours: str | None, minutes: str, whole: str, part: str | None) -> float:
    milliseconds = int((part or "").ljust(3, "0")) if part else 0
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(whole)) + milliseconds / 1000


def voices(payload: str) -> list[tuple[str | None, str]]:
    """The words of a cue by the voice that says them, without tags and with entities resolved.

    >>> voices("<v Joe>Hee!</v> <v.loud Mary>No &amp; no!")
    [('Joe', 'Hee!'), (None, ' '), ('Mary', 'No & no!')]
    """
    if "<" not in payload:
        return [(None, _unescape(payload))]
    spans: list[tuple[str | None, list[str]]] = []
    open_voices: list[str | None] = []
    for tag, words in _TOKEN.findall(payload):
        if words:
            who = open_voices[-1] if open_voices else None
            if not spans or spans[-1][0] != who:
                spans.append((who, []))
            spans[-1][1].append(_unescape(words))
        elif (match := _TAG.match(tag)) and match[2] == "v":
            if not match[1]:
                open_voices.append(" ".join(_unescape(match[3]).split()) or None)
            elif open_voices:
                open_voices.pop()
    return [(who, "".join(words)) for who, words in spans]


def plain(payload: str) -> str:
    """The words of a cue as one text.

    >>> plain("a<c.d e>b</c>&lt;c")
    'ab<c'
    """
    return "".join(words for _, words in voices(payload))


def _unescape(text: str) -> str:
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:  # a character reference of more digits than Python makes a number of
        return text
