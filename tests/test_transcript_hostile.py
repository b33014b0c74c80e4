"""Whatever a file holds: turns, or a `TranscriptError` with what was expected; in linear time."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.errors import TranscriptError
from coach.transcript import read_transcript, read_transcript_text

SIGNED = "WEBVTT\n\n"
TIMES = "00:00.000 --> 00:01.000\n"


def zipped(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".x"), data)
    return buffer.getvalue()


def truncated_docx() -> bytes:
    from docx import Document

    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()[:-600]


def laughing_docx() -> bytes:
    """An XML bomb: each entity is ten of the one before it."""
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><d>&l9;</d>'
    return zipped(word__document_xml=xml.encode())


BAD: dict[str, bytes] = {
    "empty": b"",
    "white space": b" \n\t\r\n ",
    "a byte order mark": b"\xef\xbb\xbf",
    "zeros": b"\x00" * 1000,
    "prose": b"We talked for an hour and agreed on nothing in particular.",
    "a signature alone": b"WEBVTT",
    "a signature that is none": b"WEBVTTX\n\nhello",
    "a time without words": b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
    "a voice that never closes": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v It is all one tag",
    "arrows": b"-->\n-->\n-->",
    "broken JSON": b'{"segments": [\n{"text": "a",}]}',
    "JSON of nothing": b"{}",
    "JSON without segments": b'{"text": "hello", "segments": {"text": 1}}',
    "no segment": b'{"segments": []}',
    "segments of numbers": b'{"segments": [1, 2]}',
    "a segment without text": b'{"segments": [{"start": 1}]}',
    "a text that is a number": b'{"segments": [{"text": 5}]}',
    "a time that is a list": b'{"segments": [{"text": "a", "start": []}]}',
    "a time that is NaN": b'{"segments": [{"text": "a", "start": NaN}]}',
    "an infinite time": b'{"segments": [{"text": "a", "start": 1e999}]}',
    "a huge time": b'{"segments": [{"text": "a", "start": 1' + b"0" * 300 + b"}]}",
    "a huge number": b'{"segments": [{"text": "a", "start": ' + b"9" * 6000 + b"}]}",
    "deep nesting": b'{"segments":' * 100_000,
    "deep lists": b"[" * 100_000,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a recording": b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "random bytes": bytes((at * 7919 + at * at) % 256 for at in range(4096)),
    "half of a zip": b"PK\x03\x04" + b"\x00" * 40,
    "a zip of something else": zipped(readme_x=b"hello"),
    "a docx without parts": zipped(word__document_xml=b"<w/>"),
    "a damaged docx": truncated_docx(),
    "a docx that laughs": laughing_docx(),
    "a zip bomb": zipped(word__document_xml=b" " * 3_000_000),
    "a wide zip bomb": zipped(word__document_xml=b"x", **{f"e{n}": b"" for n in range(1001)}),
    "more than 20 MB": b"Ana: hello\n" * 1_900_000,
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_call_is_refused_with_its_name_and_what_was_expected(
    what: str, tmp_path: Path
) -> None:
    file = tmp_path / "call.vtt"
    file.write_bytes(BAD[what])
    with pytest.raises(TranscriptError) as caught:
        read_transcript(file)
    assert caught.value.file == str(file)
    assert len(caught.value.expected) > 20
    assert "\n" not in str(caught.value)


def test_the_line_is_named_where_it_is_known() -> None:
    with pytest.raises(TranscriptError, match="line 2"):
        read_transcript_text('{"segments": [\n{"text": "a",}]}', source="x.json")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "missing.vtt", pipe, "a\0b", "x" * 5000, ""):
        with pytest.raises(TranscriptError):
            read_transcript(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret.vtt"
    file.write_text("Ana: hello")
    file.chmod(0)
    with pytest.raises(TranscriptError, match="Permission"):
        read_transcript(file)


def test_an_error_never_quotes_the_call() -> None:
    with pytest.raises(TranscriptError) as caught:
        read_transcript_text('{"segments": [{"text": "my secret", "start": []}]}')
    assert "secret" not in str(caught.value)


GROWING: dict[str, Callable[[int], str]] = {
    "arrows on one line": lambda n: SIGNED + "-->" * n,
    "lines of arrows": lambda n: SIGNED + "-->\n" * n,
    "a cue of many lines": lambda n: SIGNED + TIMES + "word\n" * n,
    "one long line": lambda n: SIGNED + TIMES + "x" * (20 * n),
    "one long labelled line": lambda n: "Ana: " + "x " * (10 * n),
    "empty lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * (10 * n),
    "digits": lambda n: "1" * (10 * n),
    "colons": lambda n: ":" * n,
    "labels without words": lambda n: "A: " * n,
    "a label a line": lambda n: "".join(f"Name{at}: x\n" for at in range(n // 4)),
    "open tags": lambda n: SIGNED + TIMES + "<" * n,
    "voices": lambda n: SIGNED + TIMES + "<v a>x" * (n // 2),
    "ampersands": lambda n: SIGNED + TIMES + "&" * n,
    "a long reference": lambda n: SIGNED + TIMES + "&#" + "9" * n,
    "blocks without times": lambda n: "1\n00:00:00,000 --> 00:00:01,000\nx\n" + "\n\nfoo\n" * n,
    "brackets": lambda n: "(" * n + "\n" + "[" * n,
    "headers of spaces": lambda n: "a  " * n,
    "headers": lambda n: "Ana  0:00\nx\n" * (n // 4),
    "recipients": lambda n: "00:00:01 From " + "to " * n,
    "bold": lambda n: "**" * n,
}


@pytest.mark.parametrize("what", GROWING)
def test_time_grows_no_faster_than_the_file(what: str) -> None:
    def cpu(size: int) -> float:
        text = GROWING[what](size)
        gc.disable()  # a collection looks at all that the other tests have left, not at this file
        try:
            begun = time.process_time()
            with suppress(TranscriptError):
                read_transcript_text(text)
            return time.process_time() - begun
        finally:
            gc.enable()

    cpu(1000)
    small = max(min(cpu(5_000) for _ in range(3)), 0.002)
    # Ten times the file: quadratic would be a hundred times, and the machine may be busy.
    assert min(cpu(50_000) for _ in range(2)) < 40 * small


TOKENS = (
    "WEBVTT|NOTE|STYLE|-->|00:00.000 --> 00:01.000|00:00:00,000 --> 00:00:01,000|<v Ana>|</v>|<|>|&"
    "|0:00:00.000,0:00:01.000|&amp;|&#0;|Ana:|Ana  0:01|[Ana]|**Ana** (0:01):|# |>> Ben:|, "
    "|00:00:01\tAna:\t|Attendees|Transcript|X (2026-03-03 17:00 GMT+99) - Transcript|NaN|00:05:00|["
    '|{"segments": [|{"text": "hi", "start": 1}|]}|Date: 2026-02-31|00:00:01 From Ana to Bo: '
)
BREAKS = ["\n", "\n\n", " ", "\r", "\0", "\u2028", "\ud800", "hello", "12", "\ufeff"]
PIECES = st.sampled_from([*TOKENS.split("|"), *BREAKS])
FILES = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=8)), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(FILES)
@example("WEBVTT\n\n00:00.000 --> 00:01.000\n&nsubE;&nsubE;")
@example('[{"text": "a", "speaker": 1e400}]')
@example('[{"text": "a", "words": [{"speaker": []}, {"speaker": {}}]}]')
@example('[{"text": "a", "start": 1' + "0" * 400 + "}]")
@example('[{"text": "a", "start": "9999-12-31T23:59:59-23:59", "date": 1e12}]')
@example('[{"text": "a", "speaker": ' + "9" * 400 + "}]")
def test_any_text_gives_turns_or_a_transcript_error(text: str) -> None:
    try:
        transcript = read_transcript_text(text)
    except TranscriptError:
        return
    assert transcript.turns
    assert sum(len(turn.text) for turn in transcript.turns) <= len(text)
    assert all(turn.text == turn.text.strip() for turn in transcript.turns)
    assert all(turn.text.encode() and turn.speaker != "" for turn in transcript.turns)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from([b"", b"WEBVTT\n\n", b"PK\x03\x04", b"{", b"\xff\xfe"])
)
def test_any_bytes_give_turns_or_a_transcript_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any"
    file.write_bytes(head + data)
    with suppress(TranscriptError):
        assert read_transcript(file).turns


WORDS = st.lists(
    st.sampled_from("yes no tea milk rain Friday train".split()), min_size=1, max_size=6
)
NAMES = st.sampled_from(["Ana", "Ben Otieno", "DOYLE, Maureen (TRUST)", "SPEAKER_00"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NAMES, WORDS.map(" ".join)), min_size=1, max_size=12))
def test_what_is_written_in_a_format_is_read_back_in_its_order(
    turns: list[tuple[str, str]],
) -> None:
    zoom = SIGNED + "\n\n".join(f"{TIMES}{name}: {words}" for name, words in turns)
    teams = SIGNED + "\n\n".join(f"{TIMES}<v {name}>{words}</v>" for name, words in turns)
    otter = "\n\n".join(f"{name}  0:01\n{words}" for name, words in turns)
    plain = "\n".join(f"{name}: {words}" for name, words in turns)
    markdown = "\n\n".join(f"**{name}** (00:01): {words}" for name, words in turns)
    for text in (zoom, teams, otter, plain, markdown):
        read = read_transcript_text(text)
        assert [(turn.speaker, turn.text) for turn in read.turns] == turns


def test_importing_the_readers_loads_no_heavy_library() -> None:
    code = (
        "import sys, coach.transcript;"
        "print([m for m in ('docx', 'lxml', 'srt', 'numpy', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
