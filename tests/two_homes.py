"""Two homes of one pair, each with calls of its own reading, small enough to read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from coach.app import Coach
from coach.records import Role

DANA, KARTHIK = "Dana Whitfield", "Karthik Subramanian"
WHO = {"mentee": "dana", "mentor": "karthik"}
"""Each home names the pair as its owner likes."""
CALL = """\
Dana: How was the week?
Karthik: I'll send you the hiring budget by Friday.
Dana: And I'll ask Luis about the support rota tomorrow.
Karthik: I'll ring the cable supplier on Monday.
"""
LATER = """\
Dana: Did the hiring budget go out?
Karthik: Yes, I sent you the hiring budget on Thursday.
Karthik: I'll draft the press release by Tuesday.
Dana: I'll book the big meeting room tomorrow. Let's talk again on the first of October.
Karthik: Wednesday the first of October it is.
"""
DAY, LATER_DAY = "2025-09-03", "2025-09-17"
NOW = datetime(2025, 9, 20, 9, 0, tzinfo=UTC)


def home(folder: Path, me: Role, who: str | None = None) -> Coach:
    """A home of one of the two, after both said yes."""
    coach = Coach(folder / me)
    who = who or WHO[me]
    if who not in {one.id for one in coach.relationships()}:
        coach.add(who, mentor=DANA, mentee=KARTHIK, me=me)
        coach.consent(who, ["mentor", "mentee"])
    return coach


def hear(coach: Coach, folder: Path, words: str = CALL, day: str = DAY, **chosen: object) -> None:
    """Read a call and confirm it, or what of it `chosen` says."""
    (who,) = [one.id for one in coach.relationships()]
    file = folder / "call.txt"
    file.write_text(words, encoding="utf-8")
    session = coach.recap(file, who=who, held_on=day).recap.session
    coach.confirm(who, session, **chosen)  # type: ignore[arg-type]
