"""The fields of a line as a person writes them on a page, and what of it cannot be so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coach.records import Commitment, Relationship, Update


def written(line: Commitment | Update) -> dict[str, str]:
    """A promise, or what became of one, as the fields of a form have it."""
    if isinstance(line, Update):
        return {"status": line.status, "due": line.new_due.isoformat() if line.new_due else ""}
    return {
        "action": one_line(line.action),
        "owner": line.owner or "",
        "due": line.due.isoformat() if line.due else "",
        "firmness": line.firmness,
    }


def faults_of(fields: Mapping[str, str], pair: Relationship, longest: int = 500) -> dict[str, str]:
    """By field, why it cannot be so, in words that follow its label; `longest` is of a wording."""
    found = {name: _fault(name, value, pair, longest) for name, value in fields.items()}
    return {name: why for name, why in found.items() if why}


def one_line(text: str) -> str:
    """Words as they count: on one line, each a space apart.

    >>> one_line("Send the link  to\\r\\nboth ")
    'Send the link to both'
    """
    return " ".join(text.split())


def _fault(name: str, value: str, pair: Relationship, longest: int) -> str:
    if name == "action" and not value:
        return "it needs words."
    if name == "action" and len(value) > longest:
        return f"{len(value):,} letters are too many; {longest:,} at most."
    names = [person.name for person in pair.people]
    if name == "owner" and value and value not in names:
        return f"it is {' or '.join(names)}, or not known."
    if name == "due" and value and not _is_day(value):
        return "write a day such as 2025-10-03, or leave it empty."
    if name == "firmness" and value not in ("firm", "conditional"):
        return "it is firm or conditional."
    return ""


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
