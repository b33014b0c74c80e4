"""Read the transcript of a call from whatever export a person has.

    read_transcript(path)        a file, by its content and not by its suffix
    read_transcript_bytes(data)  the same for a file already in memory
    read_transcript_text(text)   the same for text already in memory
    digest(transcript)           the same for the same words, whatever file they are in

One module a format: `vtt` (on `webvtt`, the specification), `subrip`, `sbv`, `zoom_chat`, `meet`,
`otter` (header blocks), `labelled` (text and Markdown), `segments` (JSON), `word` (docx).
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from coach.errors import TranscriptError
from coach.records import Transcript
from coach.transcript import (
    labelled,
    loading,
    meet,
    otter,
    sbv,
    segments,
    subrip,
    vtt,
    word,
    zoom_chat,
)
from coach.transcript.turns import Malformed, Reading, one_line

__all__ = ["digest", "read_transcript", "read_transcript_bytes", "read_transcript_text"]

# Asked in this order; the first that knows the text reads it. Whatever is left may be labelled.
_FORMATS: tuple[tuple[Callable[[str], bool], Callable[[str], Reading]], ...] = (
    (segments.matches, segments.read),
    (vtt.matches, vtt.read),
    (subrip.matches, subrip.read),
    (sbv.matches, sbv.read),
    (zoom_chat.matches, zoom_chat.read),
    (meet.matches, meet.read),
    (otter.matches, otter.read),
)
_EXPECTED = (
    "no words of a call found; expected WebVTT, SRT, SBV, JSON segments, Otter, Google Meet, docx,"
    " or lines such as `Dana: Hello.`"
)


def read_transcript(path: str | os.PathLike[str]) -> Transcript:
    """Read the transcript in the file `path`, whose format is told by its content.

    A turn is one cue, segment, header block or labelled line, in the order of the file; its words
    are the file's. `title` and `held_on` are set only where the file states them.

    Raises `TranscriptError` for whatever cannot be read as a call, and nothing else.
    """
    file = _shown(path)
    try:
        source = Path(os.fsdecode(path))
        return _file(loading.load(source), source.name)
    except Malformed as error:
        raise TranscriptError(file, error.expected, error.line) from None


def read_transcript_bytes(data: bytes, *, source: str) -> Transcript:
    """Read a transcript file that somebody handed in; `source` is its name, without folder.

    Raises `TranscriptError`, as `read_transcript` does.

    >>> read_transcript_bytes(b"Dana: Hello.\\nKarthik: Hi, Dana.", source="call.txt").speakers
    ('Dana', 'Karthik')
    """
    name = one_line(source) or "file"
    try:
        return _file(loading.bounded(data), name)
    except Malformed as error:
        raise TranscriptError(name, error.expected, error.line) from None


def read_transcript_text(text: str, *, source: str = "text") -> Transcript:
    """Read a transcript that is already text; `source` is what it is called in records and errors.

    >>> call = read_transcript_text("Dana: Hello.\\nKarthik: Hi, Dana.")
    >>> [(turn.speaker, turn.text) for turn in call.turns]
    [('Dana', 'Hello.'), ('Karthik', 'Hi, Dana.')]
    """
    try:
        return _transcript(loading.lf(text), source, docx=False)
    except Malformed as error:
        raise TranscriptError(source, error.expected, error.line) from None


def digest(transcript: Transcript) -> str:
    """A SHA-256 of speakers and words alone, in hexadecimal.

    Another name, encoding, line end or kind of quotation mark makes no other call of it.

    >>> one, two = (read_transcript_text(f"Dana: I{mark}ll go.\\nBo: Yes.") for mark in "'’")
    >>> digest(one) == digest(two)
    True
    """
    words = [[_folded(turn.speaker or ""), _folded(turn.text)] for turn in transcript.turns]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _file(data: bytes, source: str) -> Transcript:
    docx = word.matches(data)
    text = loading.lf(word.lines_of(data)) if docx else loading.decode(data)
    return _transcript(text, source, docx)


def _transcript(text: str, source: str, docx: bool) -> Transcript:
    reading = next((read(text) for knows, read in _FORMATS if knows(text)), None)
    reading = reading or labelled.read(text)
    if not reading.turns:
        raise Malformed(_EXPECTED)
    name = "docx" if docx and reading.format == "text" else reading.format
    return Transcript(
        turns=tuple(reading.turns),
        source=one_line(source) or "text",
        format=f"{name}-docx" if docx and name != "docx" else name,
        title=reading.title,
        held_on=reading.held_on,
    )


def _shown(path: str | os.PathLike[str]) -> str:
    """The path as an error names it: one line, whatever is in it."""
    return one_line(os.fsdecode(path)) or "(no name)"


_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—−", "-")
    | {"…": "..."}
)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())
