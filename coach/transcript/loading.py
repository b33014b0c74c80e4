"""From a path to text: what may be opened, how much of it, and in which encoding it is."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from coach.transcript.turns import Malformed

MOST_BYTES = 20_000_000

# Files that people pick by mistake, by their first bytes. A recording is not yet a transcript.
_FOREIGN = (
    (b"%PDF", "a PDF; export the transcript as text, VTT or docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as docx"),
    (b"{\\rtf", "an RTF file; save it as docx or text"),
    (b"\x89PNG", "a picture; export the transcript as text, VTT or docx"),
    (b"\xff\xd8\xff", "a picture; export the transcript as text, VTT or docx"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"ID3", "a recording; transcribe it first"),
    (b"OggS", "a recording; transcribe it first"),
    (b"RIFF", "a recording; transcribe it first"),
    (b"\x1aE\xdf\xa3", "a recording; transcribe it first"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def load(path: Path) -> bytes:
    """The bytes of a regular file of at most 20 MB; anything else is `Malformed`."""
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise Malformed("a folder; name the transcript file in it")
        if not stat.S_ISREG(kind.st_mode):  # a pipe or a device may never end
            raise Malformed("not a regular file; name a transcript file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Malformed("no such file; check the name and the folder") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "bad"
        raise Malformed(f"cannot be opened ({reason}); check the name and its rights") from None
    return bounded(data)


def bounded(data: bytes) -> bytes:
    """The same bytes, where they are few enough to be a call."""
    if len(data) > MOST_BYTES:
        raise Malformed("larger than 20 MB; a transcript of a call is below one")
    return data


def decode(data: bytes) -> str:
    """The text of `data`, with LF line ends and without a byte order mark.

    UTF-8, UTF-16 (with or without its mark), UTF-32 with its mark, else Windows-1252.

    >>> decode(b"\\xff\\xfeH\\x00i\\x00")
    'Hi'
    >>> decode(b"caf\\xe9\\r\\n")
    'café\\n'
    """
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise Malformed("an empty file; expected the transcript of a call")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise Malformed(what)
    if data[4:8] == b"ftyp":
        raise Malformed("a recording; transcribe it first")
    text = _decoded(data)
    if len(_CONTROLS.findall(text)) > max(40, len(text) // 20):
        raise Malformed("not a text file; expected the transcript of a call")
    return lf(text)


def lf(text: str) -> str:
    """`text` with every line end as LF and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if unmarked := _utf16_without_mark(data[:4096]):
        return data.decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # A few bad bytes (a file cut in the middle of a letter) do not make UTF-8 something else.
    mended = data.decode("utf-8", errors="replace")
    spoiled = mended.count("\ufffd")
    foreign = sum(1 for byte in data if byte >= 0xC2 and byte <= 0xF4)
    if foreign > 2 * spoiled:
        return mended
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Malformed("not a text file; expected UTF-8, UTF-16 or Windows-1252") from None


def _utf16_without_mark(head: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte, and in no other."""
    evens, odds = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odds > 0.4 * half and evens < 0.05 * half:
        return "utf-16-le"
    if evens > 0.4 * half and odds < 0.05 * half:
        return "utf-16-be"
    return None
