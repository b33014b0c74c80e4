"""Calls and exports of others, where they lie beside the checkout; skipped where they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.errors import TranscriptError
from coach.transcript import read_transcript
from coach.transcript.webvtt import captions, plain

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
DATA = SHARED / "data"
CALLS = sorted(SHARED.glob("calls/*/[0-9][0-9].turns.json"))
MANIFEST = DATA / "transcripts_manifest.jsonl"
ROWS: list[dict[str, Any]] = (
    [json.loads(line) for line in MANIFEST.read_text("utf-8").splitlines()]
    if MANIFEST.exists()
    else []
)
# Files in which no word stands that belongs to a cue, so that refusing them is right.
WORDLESS = {
    "fixtures/webvtt-py__empty.vtt",
    "fixtures/webvtt-py__invalid_format.sbv",
    "fixtures/webvtt-py__invalid_format2.srt",
    "fixtures/webvtt-py__invalid_format4.srt",
    "fixtures/webvtt-py__no_captions.vtt",
    "vttjs/cue-times__incorrect-delimiter.vtt",
    "vttjs/cue-times__min-top-digits.vtt",  # 000:00.000 is no time since the specification of 2014
    "vttjs/cue-times__minimum-spots-over-sixty.vtt",  # nor is 120:00.000
    "vttjs/cuetext__voice__no-end-gt.vtt",  # all of it is a tag
    "whisper/tiny_auto__empty.mp3.words.json",
}
# Where vtt.js counts cues, we count voices; and it still drops a cue below a line of only an arrow.
OTHERWISE = {
    "vttjs/cuetext__voice__with-closing-span.vtt": 2,
    "vttjs/integration__cycle-collector-talk.vtt": 17,
    "vttjs/integration__id.vtt": 5,
}


@pytest.mark.skipif(not CALLS, reason="no shared calls here")
@pytest.mark.parametrize("gold", CALLS, ids=lambda path: f"{path.parent.name}-{path.name[:2]}")
def test_a_shared_call_has_exactly_its_turns(gold: Path) -> None:
    number = gold.name[:2]
    file = next(
        path
        for path in sorted(gold.parent.glob(f"{number}.*"))
        if not path.name.endswith((".gold.json", ".turns.json"))
    )
    turns = [{"speaker": turn.speaker, "text": turn.text} for turn in read_transcript(file).turns]
    assert turns == json.loads(gold.read_text("utf-8"))


@pytest.mark.skipif(not ROWS, reason="no shared transcripts here")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"].removeprefix("transcripts/"))
def test_a_real_export_has_what_its_manifest_says(row: dict[str, Any]) -> None:
    name = row["file"].removeprefix("transcripts/")
    if name in WORDLESS:
        with pytest.raises(TranscriptError):
            read_transcript(DATA / row["file"])
        return
    transcript = read_transcript(DATA / row["file"])
    if "cues" in row:
        assert len(transcript.turns) == row["cues"]
    if "speakers" in row:
        assert set(transcript.speakers) == set(row["speakers"])
    for field, at in (("first", 0), ("last", -1)):
        if field in row:
            assert transcript.turns[at].model_dump() == row[field]
    if "expected_json" in row:
        cues = json.loads((DATA / row["expected_json"]).read_text("utf-8"))["cues"]
        assert len(transcript.turns) == OTHERWISE.get(name, len(cues))


@pytest.mark.skipif(not ROWS, reason="no shared transcripts here")
def test_every_saved_chat_is_read() -> None:
    for path in sorted((DATA / "transcripts" / "zoom").glob("*.chat.txt")):
        transcript = read_transcript(path)
        assert transcript.format == "zoom-chat"
        messages = path.read_bytes().decode("utf-8-sig").split("\r\n")
        assert len(transcript.turns) == sum(1 for message in messages if message.strip())


WPT = DATA / "wpt"
EXPECTED: dict[str, list[dict[str, Any]]] = (
    json.loads((WPT / "file-parsing" / "expected.json").read_text("utf-8")) if WPT.exists() else {}
)


@pytest.mark.skipif(not EXPECTED, reason="no web platform tests here")
@pytest.mark.parametrize("name", EXPECTED)
def test_webvtt_is_read_as_the_web_platform_reads_it(name: str) -> None:
    file = WPT / "file-parsing" / name
    text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    fields = ("id", "startTime", "endTime", "text")
    assert [dict(zip(fields, cue, strict=True)) for cue in captions(text)] == EXPECTED[name]
    worded = [cue for cue in EXPECTED[name] if cue["text"].strip()]
    if worded:
        assert len(read_transcript(file).turns) == len(worded)
    else:
        with pytest.raises(TranscriptError):
            read_transcript(file)


@pytest.mark.skipif(not EXPECTED, reason="no web platform tests here")
def test_the_words_of_a_cue_are_those_the_web_platform_shows() -> None:
    for case in json.loads((WPT / "cue-text.json").read_text("utf-8")):
        (cue,) = captions(f"WEBVTT\n\n00:00.000 --> 00:01.000\n{case['payload']}")
        assert plain(cue.payload) == case["text"], case
