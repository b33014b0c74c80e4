"""Readings by the rules that are remembered: of one call, in one home's state, there is only one.

To read a call takes a quarter of a second, and the demo's two calls stand in hundreds of homes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from coach import discretion
from coach.reading import Call
from coach.reading.offline import OfflineReader
from coach.records import Transcript
from coach.records.claims import Claims

READ, WITHHELD_SPANS = OfflineReader.read, discretion.withheld_spans
HEARD: dict[object, Claims] = {}
WITHHELD: dict[object, tuple[discretion.Span, ...]] = {}


def _read(reader: OfflineReader, call: Call) -> Claims:
    """What the reader hears; by all that it is given, so that another state is another reading."""
    known = tuple(one.model_dump_json() for one in (call.transcript, call.relationship))
    earlier = tuple(one.model_dump_json() for one in call.ledger)
    topics = repr(sorted(reader.topics.items()))
    asked = (*known, earlier, call.names, call.held_on, call.planted, topics)
    if asked not in HEARD:
        HEARD[asked] = READ(reader, call)
    return HEARD[asked]


def _withheld_spans(
    transcript: Transcript, *args: Any, **named: Any
) -> tuple[discretion.Span, ...]:
    asked = (transcript.model_dump_json(), repr(args), repr(named))
    if asked not in WITHHELD:
        WITHHELD[asked] = WITHHELD_SPANS(transcript, *args, **named)
    return WITHHELD[asked]


@contextmanager
def each_call_once() -> Iterator[None]:
    """A call that was read or searched in a test before is not read again."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(OfflineReader, "read", _read)
        patched.setattr(discretion, "withheld_spans", _withheld_spans)
        yield
