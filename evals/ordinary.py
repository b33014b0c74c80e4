"""How much is withheld of ordinary talk, in which hardly anybody asks for silence.

Meetings of the ICSI and AMI corpora are no place for secrets: nearly every word that is withheld
there was withheld for a plain word that sounds like a request. The rule beside it hears cues alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.discretion import withheld_spans
from coach.records import Transcript, Turn
from evals.outside import Records, Row

OF = 1000
"""Words of which the withheld ones are counted."""


def withheld(data: str, meetings: Records) -> Iterator[Row]:
    """Withheld words of a thousand."""
    calls = [_transcript(meeting["utterances"]) for meeting in meetings]
    total = sum(_words(turn.text) for call in calls for turn in call.turns)
    ours, cues = (
        sum(_held(call, cues_alone=alone) for call in calls) * OF / max(1, total)
        for alone in (False, True)
    )
    yield Row(data, "words withheld, per thousand", total, ours, cues, "cues alone")


def _transcript(said: Records) -> Transcript:
    turns = (Turn(speaker=one["speaker"], text=one["text"]) for one in said if one["text"].strip())
    return Transcript(turns=tuple(turns), source="meeting", format="json")


def _held(call: Transcript, *, cues_alone: bool) -> int:
    voices = [turn.speaker for turn in call.turns]
    spans = withheld_spans(call, voices, cues_alone=cues_alone)
    return sum(_words(call.turns[span.turn].text[span.start : span.end]) for span in spans)


def _words(text: str) -> int:
    return len(text.split())
