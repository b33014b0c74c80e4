"""What a person may send to others after an erasure: a plain request, without any content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.records import Relationship, Session, day_of
from coach.render.page import given_name

REMAINS = (
    "What remains is out of reach from here: your partner's own copy, the recording and transcript "
    "with whoever recorded the call, files you exported, and backups of this disk."
)


class Asking(NamedTuple):
    """A message, and to whom."""

    to: str
    text: str


def deletion_requests(relationship: Relationship, calls: Sequence[Session]) -> tuple[Asking, ...]:
    """Ask the partner, and whoever recorded the calls, to delete what they keep of them.

    Names and days only. Where nobody said whose home this is, each of the two may be the partner.
    """
    mine = [relationship.person(relationship.me)] if relationship.me else []
    partners = [person for person in relationship.people if person not in mine]
    signed = given_name(mine[0].name) if mine else ""
    of = _days(calls)
    to_partner = (
        f"Hello NAME,\n\nour notes of {of} are deleted on this side. Would you please delete yours "
        f"too: recaps, promises, agendas, exported files and what you were sent of them?\n\n"
        f"Thank you.\n{signed}"
    )
    names = " and ".join(person.name for person in relationship.people)
    to_recorder = (
        f"Hello,\n\nwould you please delete the recordings and transcripts of {of} between "
        f"{names}, with any copies, and say when that is done?\n\nThank you.\n{signed}"
    )
    return (
        *(
            Asking(person.name, to_partner.replace("NAME", given_name(person.name)).strip())
            for person in partners
        ),
        Asking("whoever recorded the calls", to_recorder.strip()),
    )


def _days(calls: Sequence[Session]) -> str:
    days = list(dict.fromkeys(day_of(call.held_on) for call in calls))
    if not days:
        return "our calls"
    told = [f"{day.day} {day:%B %Y}" for day in days]
    listed = " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
    return f"{'the call' if len(days) == 1 else 'the calls'} of {listed}"
