"""Transcripts into recaps, in this process: the published calls, and an hour made of some."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import mean

from benchmarks import call
from benchmarks.measuring import Figure, cpu
from coach import OfflineReader, Recap, after, read_transcript, read_transcript_text
from coach.library import frameworks
from coach.records import Transcript
from evals.cases import Case, read_cases

RUNS = 7


def figures() -> Iterator[Figure]:
    """From text to recap; and whether a call of two hours takes twice as long."""
    published = read_cases(call.CASES)
    each = mean(cpu(partial(told_in, case), 3) for case in published)
    yield Figure("offline recap, mean of the published calls, processor", each, "s", 0.25, 3)
    one, two = call.vtt(call.hour()), call.vtt(call.hour(2))
    assert recap(one).commitments, "the hour holds promises"
    once = cpu(lambda: recap(one), RUNS)
    yield Figure("offline recap of an hour, processor", once, "s", 0.25, RUNS)
    twice = cpu(lambda: recap(two), 3)
    yield Figure("offline recap, two hours / one", twice / once, "times", None, 3)


def told_in(case: Case) -> Recap:
    """The recap of a published call, from its file on."""
    return _recap(read_transcript(case.transcript), case, case.session)


def recap(text: str) -> Recap:
    """The recap of this transcript, with the ledger of the pair's earlier calls."""
    return _recap(read_transcript_text(text), call.cases()[-1], "05")


def _recap(transcript: Transcript, case: Case, session: str) -> Recap:
    pair = case.relationship()
    return after.recap(
        after.withhold(transcript, pair),
        relationship=pair,
        held_on=case.gold.date,
        reader=OfflineReader(),
        frameworks=frameworks(),
        ledger=case.ledger(),
        session=session,
    )
