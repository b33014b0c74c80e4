"""Word documents: the lines of a .docx, which are then read as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from coach.transcript.turns import Malformed

_MOST_ENTRIES = 1_000
_MOST_BYTES = 50_000_000
_MOST_RATIO = 100
_EXPECTED = "expected a Word document (.docx) with the transcript of a call"


def matches(data: bytes) -> bool:
    """Is this a zip archive, as every .docx is?"""
    return data.startswith(b"PK\x03\x04")


def lines_of(data: bytes) -> str:
    """The paragraphs and table rows of a document, a line each; a row reads `Name: text`."""
    _refuse_bombs(data)
    from docx import Document

    try:
        return "\n".join(_lines(Document(io.BytesIO(data))))
    except Exception as error:  # a broken document fails in zlib, lxml or python-docx, in any way
        raise Malformed(f"a damaged document ({type(error).__name__}); {_EXPECTED}") from None


def _refuse_bombs(data: bytes) -> None:
    """Judge by the archive's own list: reading an entry never gives more than it declares."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise Malformed(f"a damaged archive ({type(error).__name__}); {_EXPECTED}") from None
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise Malformed(f"a zip archive that is no Word document; {_EXPECTED}")
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise Malformed("unpacks to more than 1,000 entries or 50 MB; " + _EXPECTED)
    if any(entry.file_size > _MOST_RATIO * max(1, entry.compress_size) for entry in entries):
        raise Malformed("is packed more than 100 to 1; " + _EXPECTED)


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield _row([cell.text.strip() for cell in row.cells])
        else:
            yield block.text


def _row(cells: list[str]) -> str:
    """Name and words are the last two cells; a column of times before them says nothing new."""
    words = " ".join(cells[-1].split()) if cells else ""
    return f"{cells[-2].rstrip(':')}: {words}" if len(cells) > 1 and cells[-2] else words
