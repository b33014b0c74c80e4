"""What went wrong, as a status and in a line: the same for a page and for a program."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi.exceptions import RequestValidationError

from coach.errors import CoachError, ModelError, OvertakenError, UnknownError, UserError
from coach.records import Commitment
from coach.render.page import shorten

_PROMISE = re.compile(r"\b\d+#c\d+\b")
OURS = (
    "Something failed here, by a mistake of ours. Nothing that was kept is lost. "
    "To see where: coach --debug serve"
)
OUT_OF_PLACE = (400, 404, 405, 413)
"""What the library below answers by itself, before any page was asked."""


def status_of(problem: Exception) -> int:
    """The status of an answer that could not be given.

    >>> status_of(UnknownError("no such pair")), status_of(OvertakenError("read it again"))
    (404, 409)
    """
    assert isinstance(problem, CoachError)
    for kind, status in (
        (UnknownError, 404),
        (OvertakenError, 409),
        (UserError, 400),
        (ModelError, 502),
    ):
        if isinstance(problem, kind):
            return status
    return 500


def not_as_asked(problem: RequestValidationError) -> str:
    """Which fields of a request were not as they have to be; never what was in them."""
    fields = {str(fault["loc"][-1]) for fault in problem.errors()}
    return f"{', '.join(sorted(fields))}: missing, too long or of another kind."


def in_words(told: str, promises: Iterable[Commitment]) -> str:
    """A problem that names promises by their ids, which no page shows, with their words instead."""
    known = {promise.id: promise for promise in promises}

    def words(found: re.Match[str]) -> str:
        promise = known.get(found.group())
        if promise is None:
            return found.group()
        call = int(promise.id.partition("#")[0])
        return f"“{shorten(promise.action.rstrip('.'))}” (call {call})"

    return _PROMISE.sub(words, told)


def status_asked(problem: Exception) -> int:
    """The status that the library below chose."""
    chosen: int = getattr(problem, "status_code", 404)
    return chosen
