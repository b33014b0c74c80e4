"""An agenda as a calendar file: the call, and every open promise that has a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach.records import Agenda, Commitment, Relationship
from coach.render.message import message
from coach.render.page import given_name, own_first, shorten
from coach.render.terminal import clean

if TYPE_CHECKING:
    from icalendar import Event, Todo


def calendar(
    agenda: Agenda,
    relationship: Relationship,
    ledger: Sequence[Commitment] = (),
    *,
    stamp: datetime,
) -> str:
    """Return the call as a VEVENT and due promises as VTODOs, in iCalendar text.

    `stamp` says when it was made (in UTC). Ids stay the same, so that a calendar which reads the
    file again changes its entries instead of doubling them. Everything is marked private.
    """
    from icalendar import Calendar

    sheet = Calendar()
    sheet.add("prodid", "-//conversation-coach//agenda//EN")
    sheet.add("version", "2.0")
    if agenda.on is not None:
        sheet.add_component(_call(agenda, relationship, stamp))
    for commitment in ledger:
        if commitment.is_open and commitment.due:
            sheet.add_component(_promise(commitment, relationship, stamp))
    text: str = sheet.to_ical().decode("utf-8")
    return text


def _call(agenda: Agenda, relationship: Relationship, stamp: datetime) -> Event:
    from icalendar import Event

    when = agenda.on
    assert when is not None
    event = Event()
    event.add("uid", f"{relationship.id}-{when.isoformat()}@conversation-coach")
    event.add("dtstamp", stamp)
    event.add("dtstart", when)
    if isinstance(when, datetime):
        event.add("dtend", when + timedelta(minutes=agenda.minutes))
    reader, other = own_first(relationship, agenda.role)
    names = [other] if agenda.role else [reader, other]
    event.add("summary", "Call: " + " and ".join(given_name(person.name) for person in names))
    event.add("description", message(agenda, relationship))
    event.add("class", "PRIVATE")
    return event


def _promise(commitment: Commitment, relationship: Relationship, stamp: datetime) -> Todo:
    from icalendar import Todo

    owner = f"{given_name(commitment.owner)}: " if commitment.owner else ""
    todo = Todo()
    todo.add("uid", f"{relationship.id}-{commitment.id.replace('#', '-')}@conversation-coach")
    todo.add("dtstamp", stamp)
    todo.add("summary", clean(owner + shorten(commitment.action, 160)))
    todo.add("due", commitment.due)
    todo.add("status", "IN-PROCESS" if commitment.status == "partly" else "NEEDS-ACTION")
    todo.add("class", "PRIVATE")
    return todo
