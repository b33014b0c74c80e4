"""What a person may change of a promise, in a draft or in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from coach.asking import commitment_gaps
from coach.errors import UserError
from coach.evidence import words
from coach.records import NEVER, Commitment

EDITABLE = ("owner", "action", "due", "firmness", "kind")
"""Fields of a promise that a person may change; its words stay as they were said."""
STATES = ("open", "done", "partly", "not_done", "dropped", NEVER)
"""What a person may say became of a promise in the ledger. A moved one gets its new day instead."""

_SHOWN = {
    "kept": "done",
    "partly kept": "partly",
    "partly done": "partly",
    "moved": "rescheduled",
    "not kept": "not_done",
}
"""Words of the screens for what became of a promise, where its code is another one."""


def as_status(said: str) -> str:
    """What became of a promise, by its code or by the word that the screens show for it.

    >>> as_status("Kept"), as_status("Not kept"), as_status("not-done"), as_status("dropped")
    ('done', 'not_done', 'not_done', 'dropped')
    """
    plain = " ".join(said.replace("_", " ").replace("-", " ").casefold().split())
    return _SHOWN.get(plain, plain.replace(" ", "_"))


def changed(
    commitment: Commitment,
    fields: Mapping[str, Any],
    names: Collection[str] = (),
    editable: Collection[str] = EDITABLE,
) -> Commitment:
    """The promise with these fields changed, checked as a whole, and its gaps found anew.

    An empty value takes owner or due away. `names` holds those of the two, where they are known: an
    owner has to be one of them. Raises UserError for a field that cannot be so.
    """
    id = commitment.id
    for name in fields:
        if name not in editable:
            raise UserError(f"{id}: {name!r} cannot be edited; what can: {', '.join(editable)}.")
    owner = fields.get("owner")
    if names and owner and owner not in names:
        raise UserError(f"{id}, owner: it is {' or '.join(names)}, or empty; not {owner!r}.")
    if not words(str(fields.get("action", "said") or "")):
        raise UserError(f"{id}, action: it needs words; to leave it out, reject {id}.")
    try:
        given = {name: _read(id, name, value) for name, value in fields.items()}
        new = Commitment.model_validate({**commitment.model_dump(), **given})
    except ValidationError as problem:
        fault = problem.errors()[0]
        raise UserError(f"{id}, {fault['loc'][0]}: {fault['msg']}.") from None
    gaps = commitment_gaps(new.action, new.due, new.firmness)
    told = new.assigned_by if new.owner == commitment.owner else None
    return new.model_copy(update={"gaps": gaps, "assigned_by": told})


def day_of_field(id: str, value: Any) -> date | None:
    """A day as a person writes it, or none. A bare number is none that could be counted from."""
    if not value or isinstance(value, date):
        return value or None
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise UserError(f"{id}, due: write a day such as 2025-10-03, or nothing.") from None


def _read(id: str, name: str, value: Any) -> Any:
    if name == "due":
        return day_of_field(id, value)
    return " ".join(value.split()) or None if isinstance(value, str) else value


def corrected(
    commitment: Commitment, fields: Mapping[str, Any], names: Collection[str]
) -> dict[str, Any]:
    """The fields, as JSON, that a change by hand in the ledger gives a promise: `status` too."""
    if isinstance(fields.get("status"), str):
        fields = {**fields, "status": as_status(fields["status"])}
    status = fields.get("status", "open")
    if status not in STATES:
        moved = " To move it, give its new day: due=2025-10-03." if status == "rescheduled" else ""
        raise UserError(
            f"{commitment.id}, status: it is {', '.join(STATES)}; not {status!r}.{moved}"
        )
    if not words(str(fields.get("action", "said") or "")):
        raise UserError(f"{commitment.id}, action: it needs words; to end it: status=dropped.")
    new = changed(commitment, fields, names, (*EDITABLE, "status"))
    was, now = commitment.model_dump(mode="json"), new.model_dump(mode="json")
    return {name: now[name] for name in now if now[name] != was[name]}
