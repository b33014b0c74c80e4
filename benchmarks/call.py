"""A call of one hour: the published calls of one pair, one after the other, as many tools write it.

About 10,000 words in 833 turns. The words are real talk as the published cases have it, so what is
found in it is of the usual kind and amount.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.cases import Case, read_cases

CASES = Path(__file__).resolve().parents[1] / "evals" / "cases"
PAIR = "eng-manager"
WORDS_A_SECOND = 2.7


@dataclass(frozen=True)
class Said:
    """One turn with its time, in seconds from the start."""

    speaker: str
    text: str
    start: float
    end: float


@cache
def cases() -> tuple[Case, ...]:
    """The calls of the pair, in order."""
    return tuple(case for case in read_cases(CASES) if case.folder.name == PAIR)


def hour(times: int = 1) -> list[Said]:
    """The turns of the hour, said so many times over."""
    turns, clock = [], 0.0
    for _ in range(times):
        for said in (said for case in cases() for said in case.spoken):
            end = clock + len(said.text.split()) / WORDS_A_SECOND
            turns.append(Said(said.speaker or "", said.text, clock, end))
            clock = end
    return turns


def vtt(turns: Sequence[Said]) -> str:
    """As Zoom exports it."""
    cues = (
        f"{number}\n{_clock(said.start)} --> {_clock(said.end)}\n{said.speaker}: {said.text}\n"
        for number, said in enumerate(turns, 1)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def srt(turns: Sequence[Said]) -> str:
    """SubRip."""
    return "\n".join(
        f"{number}\n{_clock(said.start, ',')} --> {_clock(said.end, ',')}\n"
        f"{said.speaker}: {said.text}\n"
        for number, said in enumerate(turns, 1)
    )


def sbv(turns: Sequence[Said]) -> str:
    """YouTube's captions."""
    return "\n".join(
        f"{_clock(said.start)},{_clock(said.end)}\n{said.speaker}: {said.text}\n" for said in turns
    )


def otter(turns: Sequence[Said]) -> str:
    """Header blocks, as Otter has them."""
    return "\n".join(
        f"{said.speaker}  {int(said.start // 60)}:{int(said.start % 60):02d}\n{said.text}\n"
        for said in turns
    )


def labelled(turns: Sequence[Said]) -> str:
    """`Name: words`, a line a turn."""
    return "\n".join(_lines(turns))


def segments(turns: Sequence[Said]) -> str:
    """JSON, as Whisper and its like write it."""
    listed = [
        {"start": said.start, "end": said.end, "speaker": said.speaker, "text": said.text}
        for said in turns
    ]
    return json.dumps({"segments": listed})


FORMATS: dict[str, Callable[[Sequence[Said]], str]] = {
    "WebVTT": vtt,
    "SRT": srt,
    "SBV": sbv,
    "Otter": otter,
    "labelled text": labelled,
    "JSON segments": segments,
}


def docx(turns: Sequence[Said]) -> bytes:
    """A Word document with a paragraph a turn."""
    from docx import Document

    document = Document()
    for line in _lines(turns):
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _lines(turns: Sequence[Said]) -> Iterator[str]:
    return (f"{said.speaker}: {said.text}" for said in turns)


def _clock(seconds: float, mark: str = ".") -> str:
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}{mark}{part:03d}"
