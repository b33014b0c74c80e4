"""A file from the partner's home, checked before anything of it is believed.

It may have come by mail or chat: quoted line by line, wrapped, with other quotation marks, other
spaces and other line ends. It may also have been written by somebody else altogether.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from pydantic import ValidationError

from coach.errors import ConsentError, UserError
from coach.records import Relationship, Shared, day_of

MOST_BYTES = 2_000_000
EARLIEST = date(2000, 1, 1)
LATEST = timedelta(days=366 * 50)
"""How far ahead of its writing a file may name a day."""
A_DAY = timedelta(days=1)

MOST_QUOTED = 5
"""Times that a text may have been quoted in an answer."""

_STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"'})
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)


class Paper(NamedTuple):
    """A file that came without a place of its own: what it is called, and its bytes."""

    name: str
    data: bytes

    @property
    def text(self) -> str:
        """What it says, in whatever way it was written down. Raises UserError for one too large."""
        if len(self.data) > MOST_BYTES:
            _refuse(self, f"it is larger than {MOST_BYTES // 1_000_000} MB, which none of ours is")
        coding = "utf-16" if self.data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            return self.data.decode(coding)
        except UnicodeDecodeError:
            return self.data.decode("latin-1")  # what the coach writes for itself is ASCII anyway


def read_shared(file: str | os.PathLike[str] | Paper, now: datetime) -> Shared:
    """What this file tells. Raises UserError, in one line, for whatever is not as it must be."""
    paper = file if isinstance(file, Paper) else _read(Path(file))
    found = _json_in(paper.text, paper)
    if not isinstance(found, dict) or found.get("coach") != "shared":
        _refuse(paper, "it is no file of coach share")
    if found.get("version") not in (1, 2):
        _refuse(paper, "it was written by a newer coach; install that one")
    try:
        shared = Shared.model_validate(_on_one_line(found))
    except ValidationError as problem:
        fault = problem.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in fault["loc"][:3])
        what = re.sub(r"\s+", " ", fault["msg"]).removeprefix("Value error, ")
        _refuse(paper, f"{_plain(where)}: {_plain(what)}" if where else _plain(what))
    _require_days(shared, paper, day_of(now))
    return shared


def require_from_the_partner(shared: Shared, pair: Relationship, file: str) -> None:
    """The two it names are these two, and the sender is not this home's owner."""
    for role, name in (("mentor", shared.mentor), ("mentee", shared.mentee)):
        ours = pair.mentor.name if role == "mentor" else pair.mentee.name
        if _folded(name) != _folded(ours):
            raise UserError(
                f"{file}: it is about another pair: {name} is its {role}, {ours} that of "
                f"{pair.id!r}. Name the right one with --with."
            )
    if pair.me is None:
        raise UserError(f"Nobody has said which of the two of {pair.id!r} is you.")
    if shared.sender == pair.me:
        raise UserError(f"{file}: it comes from this home; receive your partner's file here.")
    if not pair.consented:
        raise ConsentError(
            f"Nothing is taken into {pair.id!r} before both people have said yes: "
            f"coach relationship consent {pair.id} --by both"
        )


def is_about(shared: Shared, pair: Relationship) -> bool:
    """Does it name these two, each in the role they have here?"""
    return (_folded(shared.mentor), _folded(shared.mentee)) == (
        _folded(pair.mentor.name),
        _folded(pair.mentee.name),
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _refuse(paper: Paper, why: str) -> NoReturn:
    raise UserError(f"{paper.name}: {why.rstrip('.')}. Ask your partner to share it again.")


def _plain(text: str) -> str:
    """Words of a fault, of which some may be the file's own, short and on one line."""
    return "".join(letter for letter in text if letter.isprintable())[:160]


def _read(path: Path) -> Paper:
    try:
        with path.open("rb") as opened:
            return Paper(path.name, opened.read(MOST_BYTES + 1))
    except (OSError, ValueError) as problem:
        what = getattr(problem, "strerror", None) or "no such file"
        raise UserError(f"{path.name}: {what}; check the name.") from None


def _json_in(text: str, paper: Paper) -> Any:
    """The block that the coach wrote for itself, wherever in the text it stands."""
    lines = text.replace("\xa0", " ").replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(MOST_QUOTED):
        for spelled in (lines, lines.translate(_STRAIGHT)):
            start = re.search(r"^[ \t]*\{", spelled, re.MULTILINE)
            if start is None:
                continue
            try:
                found, _ = _DECODER.raw_decode(spelled, start.end() - 1)
            except (ValueError, RecursionError):
                continue
            return found
        lines = _QUOTED.sub("", lines)
    _refuse(paper, "it holds no part that the coach wrote for itself, or only a piece of it")


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER = json.JSONDecoder(strict=False, parse_constant=_no_number)
"""Takes the line ends that a mail program puts into long lines."""


def _on_one_line(value: Any) -> Any:
    """The same, with every line end and run of spaces in a text one space."""
    if isinstance(value, str):
        return re.sub(r"[ \n]+", " ", value).strip(" ")
    if isinstance(value, list):
        return [_on_one_line(item) for item in value]
    if isinstance(value, dict):
        return {key: _on_one_line(item) for key, item in value.items()}
    return value


def _require_days(shared: Shared, paper: Paper, today: date) -> None:
    made = day_of(shared.made_at)
    if not EARLIEST <= made <= today + A_DAY:
        _refuse(paper, "the day on which it says it was written is not one that can be")
    said = [day for one in shared.promises for day in (one.promised_on, one.as_of)]
    said += [day for one in shared.never_promised for day in (one.promised_on, one.as_of)]
    ahead = [p.due for p in shared.promises if p.due]
    if shared.next_call:
        said.append(shared.next_call.agreed_on)
        ahead.append(day_of(shared.next_call.on))
    if any(not EARLIEST <= day_of(when) <= made + A_DAY for when in said):
        _refuse(paper, "it tells of a call or a change later than itself, or long ago")
    if any(not EARLIEST <= day <= made + LATEST for day in ahead):
        _refuse(paper, "it names a day that is too far away")
