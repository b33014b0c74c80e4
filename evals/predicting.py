"""Cases become recaps: the same path as `coach recap`, by any reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from pathlib import Path
from time import perf_counter
from typing import Any

from coach.after import Redacted, recap, withhold
from coach.config import Settings
from coach.engine import Engine, engine_of
from coach.errors import CoachError
from coach.library import frameworks
from coach.reading.offline import OfflineReader
from coach.records import Recap, Transcript
from coach.transcript import read_transcript
from evals.baseline import BaselineReader
from evals.cases import Case
from evals.words import plain


def engine_named(name: str, record: Path | None = None) -> Engine:
    """The engine of this name: offline, baseline, a model (`openai:MODEL`), or `replay:FOLDER`.

    With `record`, a model's answers are kept in that folder, to be replayed.
    """
    if name == BaselineReader.name:
        return Engine(BaselineReader())
    settings, packs = Settings(), frameworks()
    if record is None or name == OfflineReader.name:
        return engine_of(name, settings, packs)
    from coach.engine import chat_of
    from coach.models.recorded import Recorder

    return engine_of(Recorder(chat_of(name, settings), record), settings, packs)


def predict(
    cases: Iterable[Case], engines: Mapping[str, Engine], complain: Callable[[str], None]
) -> dict[str, dict[str, Any]]:
    """Read every call with each engine: {engine: {case name: recap JSON, and its seconds}}.

    A call that cannot be read has no recap; `complain` is told so, and of a file that is not cut
    into the turns of the gold, where figures mean little.
    """
    packs = frameworks()
    recaps: dict[str, dict[str, Any]] = {name: {} for name in engines}
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
        for name, engine in engines.items():
            began = perf_counter()
            draft = recap(
                redacted,
                relationship=relationship,
                held_on=case.gold.date,
                reader=engine.reader,
                rules=engine.rules,
                frameworks=packs,
                ledger=case.ledger(),
                session=case.session,
            )
            told = _with_words(draft, redacted, transcript)
            recaps[name][case.name] = told | {"seconds": round(perf_counter() - began, 3)}
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
