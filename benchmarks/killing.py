"""A program that imports calls, killed in the middle and begun again: what is there afterwards?"""

from __future__ import annotations

import random
import time
from contextlib import suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.tallying import DAY, SPAWN, Numbers, Tally, home_of
from coach import Coach, between


def call_text(number: int) -> str:
    """A short call of which something is promised, with words of its own."""
    word = Numbers.spelled(number).replace("number ", "")
    return (
        "Ines Duarte: Good to see you. What comes first today?\n"
        f"Tomasz Wilk: I'll send the {word} report to Ada by Friday.\n"
        f"Ines Duarte: I'll introduce you to {word.capitalize()} Lindqvist next week.\n"
        "Tomasz Wilk: Thank you, that helps me a lot.\n"
    )


def kills(home: Path, times: int) -> Tally:
    """Kill an importing program so often; then look whether all it acknowledged is there, whole."""
    (who,) = home_of(home / "home", 1)
    tally, chance, began = Tally(), random.Random(11), time.perf_counter()
    drafted: dict[str, int] = {}
    confirmed: set[str] = set()
    number = 1000
    for _ in range(times):
        ours, theirs = SPAWN.Pipe()
        importer = SPAWN.Process(target=_importer, args=(home, who, number, theirs))
        importer.start()
        theirs.close()
        words = [ours.recv() for _ in range(chance.randrange(1, 8))]
        time.sleep(chance.uniform(0, 0.2))
        importer.kill()
        importer.join()
        with suppress(EOFError, ConnectionResetError):
            while True:
                words.append(ours.recv())
        for word, session, call in words:
            if word == "drafted":
                drafted[session] = call
            elif word == "confirmed":
                confirmed.add(session)
            number = max(number, call)
        _check_home(home, who, drafted, confirmed, tally)
    tally.kept, tally.seconds = len(drafted) + len(confirmed), time.perf_counter() - began
    return tally


def _importer(home: Path, who: str, number: int, said: Connection) -> None:
    with Coach(home / "home", model="offline") as coach:
        said.send(("begun", "", number))
        while True:
            number += 1
            file = home / f"{number}.txt"
            file.write_text(call_text(number), encoding="utf-8")
            held_on = DAY + timedelta(days=number - 1000)
            session = coach.recap(file, who=who, held_on=held_on).recap.session
            said.send(("drafted", session, number))
            coach.confirm(who, session)
            said.send(("confirmed", session, number))
            coach.find(who, "report", "mentee")


def _check_home(
    home: Path, who: str, drafted: dict[str, int], confirmed: set[str], tally: Tally
) -> None:
    """Everything acknowledged is there; every session is whole; a search answers; it is sound."""
    with Coach(home / "home", model="offline") as coach:
        sessions = coach.store.sessions
        there = {session.id: session for session in sessions.list(who)}
        tally.lost += [f"session {id}" for id in drafted.keys() - there.keys()]
        tally.lost += [f"confirmed {id}" for id in confirmed if not there[id].confirmed]
        promised, told = set(), set()
        for id, session in there.items():
            recap, draft = sessions.recap(who, id), sessions.draft(who, id)
            words = sessions.transcript(who, id)
            if not words or len(words.turns) != 4 or not (recap or draft):
                tally.lost.append(f"half of session {id}")
            if bool(recap) != session.confirmed:
                tally.lost.append(f"half of the confirmation of {id}")
            if recap:
                promised |= {one.id for one in recap.commitments}
                told |= {note.id for note in between.remembered(recap)}
        if promised != {one.id for one in coach.commitments(who)}:
            tally.lost.append("ledger and recaps differ")
        notes = {note.id: note for note in coach.store.memory.notes(who)}
        if told != notes.keys():
            tally.lost.append("notes and recaps differ")
        found = coach.store.doctor(who)
        tally.findings += [one.text for one in found if one.kind != "unfinished"]
        for note in list(notes.values())[-3:]:
            hits = coach.find(who, note.text, "mentee", 1)
            tally.noticed += bool(hits.notices)
            if not hits.hits or hits.hits[0].note.text != note.text:
                tally.lost.append(f"not found: {note.id}")
        tally.findings += [one.text for one in coach.store.doctor(who)]
