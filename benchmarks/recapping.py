"""An hour's transcript into a recap, in this process."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import call
from benchmarks.measuring import Figure, cpu
from coach import OfflineReader, Recap, after, read_transcript_text
from coach.library import frameworks

RUNS = 7


def figures() -> Iterator[Figure]:
    """From text to recap; and whether a call of two hours takes twice as long."""
    one, two = call.vtt(call.hour()), call.vtt(call.hour(2))
    assert recap(one).commitments, "the hour holds promises"
    once = cpu(lambda: recap(one), RUNS)
    yield Figure("offline recap of an hour, processor", once, "s", 0.25, RUNS)
    twice = cpu(lambda: recap(two), 3)
    yield Figure("offline recap, two hours / one", twice / once, "times", None, 3)


def recap(text: str) -> Recap:
    """The recap of this transcript, with the ledger of the pair's earlier calls."""
    last = call.cases()[-1]
    pair = last.relationship()
    return after.recap(
        after.withhold(read_transcript_text(text), pair),
        relationship=pair,
        held_on=last.gold.date,
        reader=OfflineReader(),
        frameworks=frameworks(),
        ledger=last.ledger(),
        session="05",
    )
