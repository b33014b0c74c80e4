"""JSON: Whisper, WhisperX and other diarisers, Fireflies, Granola; a turn a segment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from coach.records import Turn
from coach.transcript.stated import stated
from coach.transcript.turns import Malformed, Reading, one_line, seconds, spoken, turn

# Where the list of segments stands, what it may be wrapped in, and what its fields are called.
_LISTS = {
    "segments": "whisper-json",
    "sentences": "fireflies-json",
    "utterances": "json",
    "turns": "json",
    "entries": "json",
    "monologues": "json",
    "transcript": "json",
    "transcription": "json",
    "results": "json",
}
_WRAPPERS = ("data", "transcript", "result", "results", "output", "meeting")
_TEXT = ("text", "raw_text", "sentence", "content", "words_text")
_SPEAKER = ("speaker", "speaker_name", "speakerName", "speaker_label", "name", "diarization_label")
_START = ("start", "start_time", "startTime", "start_timestamp", "timestamp", "begin")
_END = ("end", "end_time", "endTime", "end_timestamp")
_HELD_ON = ("held_on", "dateString", "date", "meeting_date", "started_at")
_EXPECTED = "expected a list of segments, each an object with its text"
_LONGEST = 1_000_000.0  # seconds; eleven days
_LOOKS = re.compile(r"\s*(?:\{|\[\s*(?:[\[{\]]|$))")


def matches(text: str) -> bool:
    """An object, or a list of objects; `[DANA] Hello` is neither."""
    return _LOOKS.match(text[:10_000]) is not None


def read(text: str) -> Reading:
    """The turns of the segments; `Malformed` with the place where the file is no such JSON."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Malformed(f"broken JSON ({error.msg}); {_EXPECTED}", error.lineno) from None
    except RecursionError:
        raise Malformed(f"JSON nested too deep; {_EXPECTED}") from None
    except ValueError:
        raise Malformed(f"a number too long to be one; {_EXPECTED}") from None
    name, segments = _segments(data, depth=4)
    moments = [_moment(segment.get(_key(segment, _START))) for segment in segments]
    origin = min((moment for moment in moments if moment), default=None)
    turns = [
        _turn(number, segment, origin, name) for number, segment in enumerate(segments, start=1)
    ]
    return Reading(
        "granola-json" if origin else name,
        spoken(turns),
        title=next((title for level in _levels(data) if (title := _title(level))), None),
        held_on=next((when for level in _levels(data) if (when := _held_on(level))), origin),
    )


def _segments(data: Any, depth: int, name: str = "json") -> tuple[str, list[dict[str, Any]]]:
    """The list of segments, and the format that its place betrays."""
    if isinstance(data, list):
        for number, segment in enumerate(data, start=1):
            if not isinstance(segment, dict):
                raise Malformed(f"segment {number} is no object; {_EXPECTED}")
        return name, data
    if isinstance(data, dict) and depth:
        for key, format_name in _LISTS.items():
            if isinstance(data.get(key), list):
                return _segments(data[key], 0, format_name)
        for key in _WRAPPERS:
            if isinstance(data.get(key), dict):
                return _segments(data[key], depth - 1)
    raise Malformed(f"JSON without segments; {_EXPECTED}")


def _turn(number: int, segment: dict[str, Any], origin: datetime | None, name: str) -> Turn:
    text = segment.get(_key(segment, _TEXT), "")
    if text is not None and not isinstance(text, str):
        raise Malformed(f"segment {number} has no text; {_EXPECTED}")
    if not any(key in segment for key in _TEXT):
        raise Malformed(f"segment {number} has no text; {_EXPECTED}")
    scale = 1000 if _in_milliseconds(segment) else 1
    start, end = (
        _time(segment.get(_key(segment, keys)), number, origin, scale) for keys in (_START, _END)
    )
    return turn(_speaker(segment), text or "", start, end)


def _key(segment: dict[str, Any], names: Sequence[str]) -> str:
    return next((name for name in names if segment.get(name) is not None), names[0])


def _speaker(segment: dict[str, Any]) -> str | None:
    who = segment.get(_key(segment, _SPEAKER))
    if isinstance(who, dict):
        who = who.get(_key(who, ("name", "label", "diarization_label", "source")))
    if who is None:
        who = segment.get("source")
    if who is None and isinstance(words := segment.get("words"), list):
        # WhisperX names the speaker of each word; only where all agree is that the segment's.
        named = [word["speaker"] for word in words if isinstance(word, dict) and "speaker" in word]
        who = named[0] if named and all(name == named[0] for name in named) else None
    if isinstance(who, bool) or not isinstance(who, str | int):
        return None
    return who if isinstance(who, str) else f"{who:d}"[:40]


def _in_milliseconds(segment: dict[str, Any]) -> bool:
    """AssemblyAI counts in whole milliseconds; seconds that long would be a word a minute."""
    start, end, text = segment.get("start"), segment.get("end"), segment.get("text")
    return (
        type(start) is int
        and type(end) is int
        and isinstance(text, str)
        and "confidence" in segment
        and end - start > 60 * max(1, len(text.split()))
    )


def _time(value: Any, number: int, origin: datetime | None, scale: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, str):
        moment = _moment(value)
        value = (moment - origin).total_seconds() if moment and origin else seconds(value)
        return value if value is None or value >= 0 else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(f"segment {number} has a time that is no number; expected seconds")
    if not abs(value) <= _LONGEST * scale:  # so written, NaN is refused too
        raise Malformed(f"segment {number} has an impossible time; expected seconds")
    return float(value) / scale if value >= 0 else None


def _moment(value: Any) -> datetime | None:
    """The moment of an ISO date-time with its offset, as Granola writes the beginning of a turn."""
    if not isinstance(value, str) or len(value) < 16:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _levels(data: Any) -> Iterator[dict[str, Any]]:
    """The object of the file and those it is wrapped around, from the outside in."""
    for _ in range(4):
        if isinstance(data, dict):
            yield data
            data = next((data[key] for key in _WRAPPERS if isinstance(data.get(key), dict)), None)


def _title(level: dict[str, Any]) -> str | None:
    title = level.get("title")
    return one_line(title) if isinstance(title, str) else None


def _held_on(level: dict[str, Any]) -> datetime | date | None:
    """The call's own date field; Fireflies counts it in milliseconds since 1970."""
    for key in _HELD_ON:
        value = level.get(key)
        if (
            isinstance(value, str)
            and len(value) <= 100
            and (when := _moment(value) or stated(value))
        ):
            return when
        if isinstance(value, int | float) and 10**11 < value < 10**13:
            return datetime.fromtimestamp(int(value) // 1000, UTC)
    return None
