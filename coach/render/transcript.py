"""A call as plain lines: who, and what they said."""

from __future__ import annotations

from collections.abc import Sequence

from coach.records import Transcript


def transcript_text(transcript: Transcript, names: Sequence[str | None]) -> str:
    """The call as `Name: text` lines, a turn each; `names` are who speaks, turn by turn.

    >>> from coach.transcript import read_transcript_text
    >>> call = read_transcript_text("Speaker 1: Hello.\\nSpeaker 2: Hi.")
    >>> print(transcript_text(call, ["Dana", None]), end="")
    Dana: Hello.
    Unknown: Hi.
    """
    lines = (
        f"{name or 'Unknown'}: {' '.join(turn.text.split())}\n"
        for name, turn in zip(names, transcript.turns, strict=True)
    )
    return "".join(lines)
