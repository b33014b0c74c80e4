"""Calendar files: the next call, and a day for each promise to be reminded of.

A promise is an event that lasts the day and takes no time of it, with one alarm in the morning: the
form that every calendar imports. A task (VTODO) would say it better, but calendars that keep events
alone leave it out of what they import. There is no METHOD, since nobody is invited.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach import offlimits
from coach.promises import Reminder, about_discretion
from coach.records import Agenda, Relationship
from coach.render.message import message
from coach.render.page import given_name, own_first, shorten
from coach.render.terminal import clean

if TYPE_CHECKING:
    from icalendar import Calendar, Event

MORNING = timedelta(hours=9)
"""After the start of the day: when the alarm of a promise goes."""
UNSAID = "A word given about discretion"
"""What a calendar says of a promise to keep something quiet: its words are for no other screen."""


def calendar(
    agenda: Agenda,
    relationship: Relationship,
    reminders: Sequence[Reminder] = (),
    *,
    stamp: datetime,
) -> str:
    """Return the call and the days of promises, in iCalendar text.

    `stamp` says when it was made (in UTC). Ids stay the same, so that a calendar which reads the
    file again changes its entries instead of doubling them. Everything is marked private.
    """
    sheet = _sheet()
    if agenda.on is not None:
        sheet.add_component(_call(agenda, relationship, stamp))
    return _with_promises(sheet, reminders, stamp)


def reminder_calendar(reminders: Sequence[Reminder], *, stamp: datetime) -> str:
    """Return the days of promises, in iCalendar text; as `calendar`, without a call."""
    return _with_promises(_sheet(), reminders, stamp)


def _sheet() -> Calendar:
    from icalendar import Calendar

    sheet = Calendar()
    sheet.add("prodid", "-//conversation-coach//agenda//EN")
    sheet.add("version", "2.0")
    return sheet


def _with_promises(sheet: Calendar, reminders: Sequence[Reminder], stamp: datetime) -> str:
    for reminder in reminders:
        sheet.add_component(_promise(reminder, stamp))
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


def _promise(reminder: Reminder, stamp: datetime) -> Event:
    """A day of its own. A settled promise is cancelled, and rings no more."""
    from icalendar import Alarm, Event

    promise, day = reminder.promise, reminder.promise.due
    assert day is not None
    summary = _summary(reminder)
    event = Event()
    event.add(
        "uid", f"{reminder.relationship.id}-{reminder.first.replace('#', '-')}@conversation-coach"
    )
    event.add("sequence", reminder.revision)
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("status", "CONFIRMED" if promise.is_open else "CANCELLED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if promise.is_open:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", MORNING)
        event.add_component(alarm)
    return event


def _summary(reminder: Reminder) -> str:
    """Whose promise it is, and its wording on one line; never a word that was quoted."""
    action = offlimits.discreet(reminder.promise, reminder.relationship).action
    said = UNSAID if about_discretion(action) else shorten(action, 160)
    owner = reminder.promise.owner
    return clean(f"{given_name(owner)}: {said}" if owner else said)
