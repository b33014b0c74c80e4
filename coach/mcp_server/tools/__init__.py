"""The tools: plain functions, a list of them a subject.

    looking.py      who there is, the agenda, a search
    recapping.py    a call into a draft: by the client's model, or by the rules
    confirming.py   what a person says yes to
    between.py      promises, questions and goals until the next call

To add one: write the function, and put it in the list of its module with a title and a `Hint`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from mcp.types import ToolAnnotations

LOOKS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
ADDS = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
CHANGES = ToolAnnotations(
    read_only_hint=False, destructive_hint=True, idempotent_hint=True, open_world_hint=False
)


class Offered(NamedTuple):
    """A tool as a client shows it: its name is the function's, its description the docstring."""

    run: Callable[..., Any]
    title: str
    does: ToolAnnotations
