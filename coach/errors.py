"""Everything the coach raises on purpose, in one tree.

    CoachError                what a front end shows as one line
    ├── UserError             the user can mend it (exit 2)
    │   ├── TranscriptError   a file that is no readable call: file, line, what was expected
    │   ├── LibraryError      a framework or prompt file that breaks its own rules
    │   ├── UnknownError      no such relationship, session, person or item
    │   └── ConsentError      something of a call would be stored without both people's yes
    ├── StoreError            records or index cannot be read or written (exit 1)
    │   └── OvertakenError    another call of the pair was kept while this one was read
    └── ModelError            a language model gave no usable answer (exit 1)
        ├── SchemaRefusedError    ... because it takes no JSON schema
        └── TooLongError          ... because the call is longer than it reads

A message says what is wrong, where, and what to do. It never quotes a transcript.
"""

from __future__ import annotations


class CoachError(Exception):
    """What every error of the coach is."""

    exit_code = 1


class UserError(CoachError):
    """Something the person at the keyboard can mend."""

    exit_code = 2


class TranscriptError(UserError):
    """A file that cannot be read as the transcript of a call."""

    def __init__(self, file: str, expected: str, line: int | None = None) -> None:
        self.file, self.expected, self.line = file, expected, line
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}: {expected}")


class LibraryError(UserError):
    """A framework or prompt file that does not hold what it declares."""


class UnknownError(UserError):
    """A relationship, session, person or item that does not exist here."""


class ConsentError(UserError):
    """Nothing of a call is stored before both people have said yes."""


class StoreError(CoachError):
    """Records or index that cannot be read or written."""


class OvertakenError(StoreError):
    """A draft that was read under a number which another call has taken meanwhile."""


class ModelError(CoachError):
    """A language model that gave no usable answer. The message goes on from "the model": "it ..."

    `again` says that the same request may succeed later, `after` in how many seconds.
    """

    def __init__(self, why: str, *, again: bool = False, after: float | None = None) -> None:
        self.again, self.after = again, after
        super().__init__(why)


class SchemaRefusedError(ModelError):
    """The server takes no JSON schema, or not this one."""


class TooLongError(ModelError):
    """The messages are longer than this model reads."""
