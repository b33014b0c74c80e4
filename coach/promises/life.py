"""The life of a promise: promised, moved, done, each with its day, its words, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from pydantic import Field

from coach.offlimits import speaks_of
from coach.promises.following import taken_up
from coach.records import Became, Commitment, Evidence, Record, Relationship, When
from coach.records.base import moment
from coach.records.history import Change, in_time, sum_of, taken_back

What = (
    Literal["promised", "moved", "reworded", "reopened", "changed", "taken_back", "never_promised"]
    | Became
)
Histories = Mapping[str, Sequence[Change]]
"""By the id of a promise, everything that was ever said or done about it."""

_TOLD = (
    *("status", "due", "owner", "action", "firmness", "kind", "assigned_by", "joint_with"),
    *("by_hand", "partner_says"),
)
"""Fields whose change a person wants to hear of; the others follow from them."""


class Step(Record):
    """One moment in the life of a promise."""

    commitment: str = Field(description="id of the promise as it was called then")
    what: What
    at: When = Field(description="the day of the call that says so, or when it was changed by hand")
    session: str | None = Field(description="the call that says so; None: by hand")
    by: str | None = Field(None, description="by hand: who, if known")
    origin: str | None = Field(None, description="the partner whose file says so")
    was: dict[str, Any] = Field(default_factory=dict, description="fields before, as JSON")
    now: dict[str, Any] = Field(default_factory=dict, description="the same fields after")
    evidence: tuple[Evidence, ...] = ()
    goes_on_as: str | None = Field(None, description="moved by a call: id of the promise it is now")
    undone: bool = Field(False, description="taken back later, by hand")

    @property
    def by_hand(self) -> bool:
        """Did a person say so in this ledger, and no call or file?"""
        return self.session is None and self.origin is None


class Lives:
    """The lives of all promises of a relationship.

    A call that moves a promise closes it and opens another one, with the new day: both are one
    life, by whichever of the two ids it is asked for.
    """

    def __init__(self, histories: Histories) -> None:
        self._histories = histories
        self.promises = {id: sum_of(history) for id, history in histories.items()}
        """Each as it is now: also those of which a person says that nobody made them."""
        self._following = _following(histories, self.promises)

    def of(self, commitment: str) -> tuple[Step, ...]:
        """Everything that became of a promise, first to last."""
        told: list[Step] = []
        for id in self.names(commitment):
            goes_on = any(step.goes_on_as == id for step in told)
            told += [step for step in self._steps(id) if not (goes_on and step.what == "promised")]
        return tuple(told)

    def trail(self) -> tuple[Step, ...]:
        """Every step of every promise, the newest first."""
        told = [step for id in self._histories for step in self._steps(id)]
        told.sort(key=lambda step: moment(step.at))
        return tuple(reversed(told))

    def names(self, commitment: str) -> tuple[str, ...]:
        """Every id that the promise had and has: one, and another with each move."""
        ids = list(self.lineage(commitment))
        while (later := self._following.get(ids[-1])) and later not in ids:
            ids.append(later)
        return tuple(ids)

    def lineage(self, commitment: str) -> tuple[str, ...]:
        """The ids of the promises that became this one, the first one first, and its own last."""
        ids = [commitment]
        while more := [id for id, to in self._following.items() if to in ids and id not in ids]:
            ids = [*more, *ids]
        return tuple(ids)

    def changes(self, commitment: str) -> int:
        """How often anything was said or done about it so far, under any of its ids."""
        return sum(len(self._histories[id]) for id in self.lineage(commitment))

    def _steps(self, id: str) -> Iterator[Step]:
        goes_on_as = self._following.get(id)
        for step in _steps(self._histories[id]):
            ends = step.what == "moved" and "status" in step.now
            yield _going_on(step, self._histories[goes_on_as][0]) if ends and goes_on_as else step


def within_limits(life: Iterable[Step], relationship: Relationship) -> tuple[Step, ...]:
    """The same life without words that speak of a subject off limits; its days and states stay."""

    def may(words: object) -> bool:
        return not (isinstance(words, str) and speaks_of(words, relationship))

    return tuple(
        step.model_copy(
            update={
                "was": {name: value for name, value in step.was.items() if may(value)},
                "now": {name: value for name, value in step.now.items() if may(value)},
                "evidence": tuple(said for said in step.evidence if may(said.quote)),
            }
        )
        for step in life
    )


def settled_by(life: Iterable[Step], promise: Commitment) -> Step | None:
    """What closed a promise: of the steps that say how it stands now, the first with words.

    Else the first of them. What a hand took back closes nothing, nor does the taking back: the step
    below it stands again.
    """
    if promise.is_open:
        return None
    saying: list[Step] = []
    for step in life:
        says = _state_said(step)
        if step.commitment == promise.id and says and not step.undone:
            saying = [*saying, step] if says == promise.status else []
    return next((step for step in saying if step.evidence), saying[0] if saying else None)


def _state_said(step: Step) -> str | None:
    """The state that a step itself says; None where it says none, or only uncovers an older one."""
    if step.what == "taken_back":
        return None
    if step.what in ("promised", "moved"):
        said: str | None = step.now.get("status")
        return said
    return {"reopened": "open", "reworded": None, "changed": None}.get(step.what, step.what)


# --- one history ----------------------------------------------------------------------------------


def _steps(history: Sequence[Change]) -> Iterator[Step]:
    ordered = in_time(history)
    gone = taken_back(ordered)
    before: Commitment | None = None
    for place, change in enumerate(ordered):
        after = sum_of(ordered[: place + 1])
        step = _step(change, before, after)
        if step.what == "promised" or step.now or change.evidence:
            yield step.model_copy(update={"undone": place in gone})
        before = after


def _step(change: Change, before: Commitment | None, after: Commitment) -> Step:
    new = after.model_dump(mode="json", include=set(_TOLD))
    old = before.model_dump(mode="json", include=set(_TOLD)) if before else {}
    differ = [name for name in _TOLD if before and old[name] != new[name]]
    return Step(
        commitment=change.commitment,
        what=_what(change, before, {name: new[name] for name in differ}),
        at=change.at,
        session=change.session,
        by=change.by,
        origin=change.origin,
        was={name: old[name] for name in differ},
        now={name: new[name] for name in (differ if before else _TOLD)},
        evidence=change.evidence,
    )


def _what(change: Change, before: Commitment | None, differ: Mapping[str, Any]) -> What:
    """Its name: what became of the promise counts before its day, and that before its words."""
    if before is None:
        return "promised"
    if change.undoes:
        return "taken_back"
    status = differ.get("status", change.fields.get("status"))
    if status in ("open", "draft"):
        return "reopened"
    if status == "rescheduled":
        return "moved"
    if status is not None:
        became: What = status
        return became
    if "due" in differ:
        return "moved"
    return "reworded" if "action" in differ else "changed"


def _going_on(step: Step, made: Change) -> Step:
    """A move with the promise that it opened: its day, and the words of both."""
    due = made.fields.get("due")
    words = (*step.evidence, *(one for one in made.evidence if one not in step.evidence))
    was, now = dict(step.was), dict(step.now)
    if due is not None:
        was.setdefault("due", None)
        now["due"] = due
    return step.model_copy(
        update={"was": was, "now": now, "evidence": words, "goes_on_as": made.commitment}
    )


# --- from one promise to the next -----------------------------------------------------------------


def _following(histories: Histories, now: Mapping[str, Commitment]) -> dict[str, str]:
    """For each promise that a call moved, the promise of that call which it lives on in."""
    made: dict[str | None, list[str]] = {}
    for id, history in histories.items():
        made.setdefault(history[0].session, []).append(id)
    found = {}
    for id, promise in now.items():
        if promise.status == "rescheduled":
            moving = _mover(histories[id])
            others = [now[one] for one in made.get(moving.session, ()) if one != id]
            if later := taken_up(promise, {said.turn for said in moving.evidence}, others):
                found[id] = later.id
    return found


def _mover(history: Sequence[Change]) -> Change:
    """The last change that says it was moved."""
    return next(
        change
        for change in reversed(in_time(history))
        if change.fields.get("status") == "rescheduled"
    )
