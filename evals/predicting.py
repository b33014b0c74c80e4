"""Cases become recaps: the same path as `coach recap`, by any reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from coach.after import Redacted, recap, withhold
from coach.errors import CoachError, UserError
from coach.library import frameworks
from coach.reading import Reader
from coach.reading.offline import OfflineReader
from coach.records import Recap, Transcript
from coach.transcript import read_transcript
from evals.baseline import BaselineReader
from evals.cases import Case
from evals.words import plain

ENGINES: Mapping[str, Callable[[], Reader]] = {
    OfflineReader.name: OfflineReader,
    BaselineReader.name: BaselineReader,
}


def reader_of(engine: str) -> Reader:
    """The reader of this name."""
    if engine not in ENGINES:
        raise UserError(f"no engine {engine!r}; there are: {', '.join(ENGINES)}")
    return ENGINES[engine]()


def predict(
    cases: Iterable[Case], readers: Sequence[Reader], complain: Callable[[str], None]
) -> dict[str, dict[str, Any]]:
    """Read every call with each reader: {engine: {case name: recap JSON}}.

    A call that cannot be read has no recap; `complain` is told so, and of a file that is not cut
    into the turns of the gold, where figures mean little.
    """
    packs = frameworks()
    recaps: dict[str, dict[str, Any]] = {reader.name: {} for reader in readers}
    for case in cases:
        try:
            transcript = read_transcript(case.transcript)
        except CoachError as error:
            complain(str(error))
            continue
        if (turn := _first_difference(transcript, case)) is not None:
            complain(f"{case.name}: {transcript.source} differs from the gold at turn {turn}")
        relationship = case.relationship()
        redacted = withhold(transcript, relationship)
        for reader in readers:
            draft = recap(
                redacted,
                relationship=relationship,
                held_on=case.gold.date,
                reader=reader,
                frameworks=packs,
                ledger=case.ledger(),
                session=case.session,
            )
            recaps[reader.name][case.name] = _with_words(draft, redacted, transcript)
    return recaps


def write(recaps: Mapping[str, Any], folder: Path) -> None:
    """One file a call: FOLDER/RELATIONSHIP/NN.json."""
    for name, draft in recaps.items():
        file = folder / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(draft, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _with_words(draft: Recap, redacted: Redacted, transcript: Transcript) -> dict[str, Any]:
    """The recap's JSON, with the words behind each withheld entry. Only here: the gold has them."""
    told = draft.to_json()
    for entry in told["withheld"]:
        entry["quote"] = " … ".join(
            transcript.turns[span.turn].text[span.start : span.end]
            for span in redacted.spans
            if (span.turn, span.scope) == (entry["turn"], entry["scope"])
        )
    return told


def _first_difference(transcript: Transcript, case: Case) -> int | None:
    read = (plain(turn.text) for turn in transcript.turns)
    counted = (plain(text) for text in case.turns)
    pairs = enumerate(zip_longest(read, counted))
    return next((turn for turn, (ours, theirs) in pairs if ours != theirs), None)
