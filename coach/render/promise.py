"""The life of one promise as a small page, and the trail of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from coach.promises import Step
from coach.records import NEVER, Commitment, Relationship, day_of
from coach.records.history import Change
from coach.render.page import (
    Line,
    Page,
    Quote,
    Section,
    counted,
    given_name,
    legend,
    sentence,
    shorten,
    weekday,
    words_of,
    words_on,
)
from coach.render.recap import BECAME

FIELDS = {
    "status": "what became of it",
    "due": "its day",
    "action": "its wording",
    "owner": "whose it is",
    "firmness": "how sure it is",
    "kind": "what it provides",
    "heard_from": "your yes to it",
    "partner_says": "your answer to the partner's file",
}
"""The fields that a hand changes, in words; others follow from them."""
MARKS = {
    **BECAME,
    "promised": "Promised",
    "moved": "Moved",
    "reworded": "Reworded",
    "reopened": "Open again",
    "changed": "Changed",
    "taken_back": "Taken back",
}


def promise_page(
    commitment: Commitment,
    life: Sequence[Step],
    relationship: Relationship,
    *,
    today: date,
    ids: bool = True,
) -> Page:
    """One promise from the day it was made: each step with its day and its words.

    Without `ids` a promise that goes on as another is told by the call of that one.
    """
    owner = given_name(commitment.owner) if commitment.owner else "Owner not known"
    lines = tuple(_line(step, commitment, today, ids=ids) for step in life)
    places = [quote.where for line in lines for quote in line.quotes]
    return Page(
        title=f"{owner}: {sentence(commitment.action)}",
        subtitle=" ".join(
            part
            for part in (f"{commitment.id}, {stands(commitment, today)}.", legend(places))
            if part
        ),
        sections=(Section("What became of it", lines),),
    )


def trail_page(
    trail: Sequence[Step],
    ledger: Mapping[str, Commitment],
    relationship: Relationship,
    *,
    today: date,
) -> Page:
    """Everything that was said or done about promises, the newest first."""
    lines = tuple(_line(step, ledger[step.commitment], today, named=True) for step in trail)
    by_hand = sum(step.by_hand for step in trail)
    return Page(
        title=f"What became of the promises of {relationship.id}",
        subtitle=f"{counted(len(trail), 'step')}, {by_hand} by hand."
        if trail
        else f"Nothing yet: coach recap FILE --with {relationship.id}",
        sections=(Section("The newest first", lines),) if lines else (),
    )


def day_told(step: Step, today: date) -> str:
    """When it came about, and that a hand did it, or the partner's file told of it.

    >>> day_told(Step(commitment="01#c1", what="done", at=date(2025, 9, 30), session=None), None)
    'By hand, Tue 30 Sep'
    """
    day = weekday(day_of(step.at), today)
    if step.origin:
        return f"Told by {given_name(step.origin)}, {day}"
    return f"By hand, {day}" if step.by_hand else day


def change_told(change: Change, today: date) -> str:
    """What a change by hand was, for whoever takes it back.

    >>> made = Change(commitment="01#c1", session=None, at=date(2025, 9, 30), fields={"due": None})
    >>> change_told(made, date(2025, 10, 1))
    'the change by hand of Tue 30 Sep to 01#c1: its day.'
    """
    named = [FIELDS[name] for name in change.fields if name in FIELDS]
    day = weekday(day_of(change.at), today)
    return f"the change by hand of {day} to {change.commitment}: {', '.join(named)}."


def stands(commitment: Commitment, today: date) -> str:
    """How it stands: its state, and its day while it is open."""
    if not commitment.is_open:
        return _state(commitment.status)
    state = "partly done" if commitment.status == "partly" else "open"
    return (
        f"{state}, for {weekday(commitment.due, today)}" if commitment.due else f"{state}, no date"
    )


def _line(
    step: Step, commitment: Commitment, today: date, named: bool = False, ids: bool = True
) -> Line:
    told = _details(step, today, ids)
    joint = ", " if step.what == "promised" else ": "
    parts = [
        sentence(shorten(commitment.action, 60)) if named else "",
        day_told(step, today) + (f"{joint}{told}" if told else "") + ".",
        "Taken back later." if step.undone else "",
    ]
    small = [step.commitment if named else "", given_name(step.by) if step.by else ""]
    return Line(
        " ".join(filter(None, parts)),
        MARKS[step.what],
        _words(step, commitment),
        note=", ".join(filter(None, small)),
    )


def _words(step: Step, commitment: Commitment) -> tuple[Quote, ...]:
    """The words of a step, as every other page shows them."""
    if step.what == "promised" and step.commitment == commitment.id:
        return words_of(commitment, step.evidence)
    return words_on(step.evidence)


def _details(step: Step, today: date, ids: bool) -> str:
    if step.what == "promised":
        return "; ".join(_promised(step.now, today))
    parts = list(_changes(step, today))
    if step.goes_on_as:
        call = step.goes_on_as.partition("#")[0]
        parts.append(f"goes on as {step.goes_on_as}" if ids else f"goes on in call {int(call)}")
    return "; ".join(parts)


def _promised(now: Mapping[str, Any], today: date) -> Iterator[str]:
    if now.get("due"):
        yield f"for {_day(now['due'], today)}"
    if now.get("firmness") == "conditional":
        yield "conditional"
    if now.get("joint_with"):
        yield f"with {given_name(now['joint_with'])}"
    if now.get("assigned_by"):
        yield f"said by {given_name(now['assigned_by'])}"
    if now.get("by_hand"):
        yield "added by hand"


def _changes(step: Step, today: date) -> Iterator[str]:
    """Each field that it changed: now, and before."""
    for name, value in step.now.items():
        was = step.was.get(name)
        if name == "due":
            yield f"to {_day(value, today)}" + (f", was {_day(was, today)}" if was else "")
        elif name == "status":
            if step.what == "taken_back":
                yield f"{_state(value)} again"
        elif name == "partner_says" and step.what == "changed":
            yield _doubt(step, value, was)
        elif name in ("action", "owner", "kind", "firmness"):
            yield f"{name} “{_value(value)}”, was “{_value(was)}”"


def _doubt(step: Step, says: str | None, was: str | None) -> str:
    """What the partner's file says of it being a promise at all, or what was answered."""
    if step.by_hand:
        return "it stays as it stands"
    if says is None:
        return "takes back that it was never promised"
    return "never promised" if says == NEVER else "promised after all"


def _day(value: str | None, today: date) -> str:
    return weekday(date.fromisoformat(value), today) if value else "no day"


def _value(value: str | None) -> str:
    return shorten(value, 80) if value else "not known"


def _state(status: str) -> str:
    return BECAME.get(status, "open").casefold()
