"""Two homes of one pair, each with calls of its own reading, small enough to read."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from coach.app import Coach, clock
from coach.embedding import HashedNgrams
from coach.records import Role
from coach.render.exchange import shared_text

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


def it_is(patch: pytest.MonkeyPatch, at: datetime = NOW) -> None:
    """What the clock says, to the second and to the microsecond."""
    patch.setattr(clock, "now", lambda: at)
    patch.setattr(clock, "exactly", lambda: at)


def later(patch: pytest.MonkeyPatch, days: float) -> None:
    """It is now so many days later."""
    it_is(patch, NOW + timedelta(days=days))


def as_in_the_story(patch: pytest.MonkeyPatch, at: datetime = NOW) -> None:
    """What notes are found by is beside the point; the day is that of the story."""
    patch.setattr("coach.embedding.default_embedder", lambda *_: HashedNgrams())
    it_is(patch, at)


def home(folder: Path, me: Role, who: str | None = None) -> Coach:
    """A home of one of the two, after both said yes."""
    coach = Coach(folder / me)
    who = who or WHO[me]
    if who not in {one.id for one in coach.relationships()}:
        coach.add(who, mentor=DANA, mentee=KARTHIK, me=me)
        coach.consent(who, ["mentor", "mentee"])
    return coach


def home_after_a_call(folder: Path, me: Role) -> Coach:
    """Such a home in which the first call is confirmed: a copy of one that is made once."""
    shutil.copytree(_after_a_call(me).name, folder, dirs_exist_ok=True)
    return home(folder, me)


@cache
def _after_a_call(me: Role) -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    with pytest.MonkeyPatch.context() as patch:
        as_in_the_story(patch)
        with home(Path(folder.name), me) as coach:
            hear(coach, Path(folder.name))
    return folder


def hear(coach: Coach, folder: Path, words: str = CALL, day: str = DAY, **chosen: object) -> None:
    """Read a call and confirm it, or what of it `chosen` says."""
    (who,) = [one.id for one in coach.relationships()]
    file = folder / "call.txt"
    file.write_text(words, encoding="utf-8")
    session = coach.recap(file, who=who, held_on=day).recap.session
    coach.confirm(who, session, **chosen)  # type: ignore[arg-type]


def told(coach: Coach, folder: Path, name: str = "shared.md") -> Path:
    """The file that this home shares."""
    (who,) = [one.id for one in coach.relationships()]
    file = folder / name
    file.write_text(shared_text(coach.share(who)), encoding="utf-8")
    return file


def everything(coach: Coach) -> dict[str, Any]:
    """All that this home keeps of the pair."""
    (who,) = [one.id for one in coach.relationships()]
    return coach.export(who)
