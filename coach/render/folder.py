"""A relationship as a folder of Markdown: a file a call, and one that links them all.

It can be put into Obsidian as it is: front matter that tells the day and the people, links by the
names of the files. What was said is escaped as everywhere; what was withheld is a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coach.library import Framework
from coach.records import Commitment, Recap, Relationship, Session, day_of
from coach.render.ledger import ledger_page
from coach.render.markdown import markdown
from coach.render.page import HIDDEN, weekday
from coach.render.recap import passages, recap_page
from coach.render.relationship import goals_section

_NO_DAY = date.min
"""Not today: a file is read on other days, so nothing in it says whose day has passed."""


def folder(
    relationship: Relationship,
    sessions: Sequence[Session],
    recaps: Mapping[str, Recap],
    commitments: Sequence[Commitment],
    frameworks: Mapping[str, Framework],
) -> dict[str, str]:
    """The files by name, the index first. `recaps` has the recap of each session that has one."""
    names = {session.id: f"{relationship.id}-{session.id}" for session in sessions}
    files = {f"{relationship.id}.md": _index(relationship, sessions, recaps, commitments, names)}
    for session in sessions:
        if recap := recaps.get(session.id):
            page = recap_page(
                recap,
                relationship,
                commitments,
                relationship.me,
                frameworks=frameworks,
                confirmed=session.confirmed,
            )
            head = _front(relationship, session, recap)
            files[f"{names[session.id]}.md"] = f"{head}{markdown(page)}\n[[{relationship.id}]]\n"
    return files


def _index(
    relationship: Relationship,
    sessions: Sequence[Session],
    recaps: Mapping[str, Recap],
    commitments: Sequence[Commitment],
    names: Mapping[str, str],
) -> str:
    ledger = ledger_page(commitments, relationship, today=_NO_DAY, viewer=relationship.me)
    goals = (goals_section(relationship.goals),) if relationship.goals else ()
    page = replace(ledger, title=relationship.id, sections=(*goals, *ledger.sections))
    head = _matter({"relationship": relationship.id, "people": _people(relationship)})
    calls = [_link(session, names[session.id], session.id in recaps) for session in sessions]
    listed = "\n".join(calls) or "None yet."
    return f"{head}{markdown(page)}\n## Calls\n\n{listed}\n"


def _link(session: Session, name: str, there: bool) -> str:
    day = day_of(session.held_on)
    told = f"Call {int(session.id)}, {weekday(day, _NO_DAY)}"
    return f"- [[{name}|{told}]]" if there else f"- {told} (no recap)"


def _front(relationship: Relationship, session: Session, recap: Recap) -> str:
    return _matter(
        {
            "date": day_of(session.held_on).isoformat(),
            "people": _people(relationship),
            "relationship": relationship.id,
            "session": session.id,
            "state": "confirmed" if session.confirmed else "draft",
            "withheld": passages(recap),
        }
    )


def _people(relationship: Relationship) -> list[str]:
    return [HIDDEN.sub("", person.name) for person in relationship.people]


def _matter(told: Mapping[str, Any]) -> str:
    """Front matter; JSON on one line is YAML that nobody can break out of."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items())
    return "\n".join(("---", *lines, "---", "", ""))
