"""A call with a passage that is struck, and a home in which it left its words everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from store_samples import (
    MENTEE,
    MENTOR,
    call,
    note,
    promise,
    read_again,
    recap,
)

from coach.embedding import HashedNgrams
from coach.library import frameworks
from coach.records import (
    Agreement,
    ClosingAnswer,
    Coverage,
    Ending,
    Evidence,
    Feedback,
    FollowUp,
    Goal,
    HeardOnce,
    LeftOpen,
    NextMeeting,
    Note,
    Point,
    Reflection,
    Session,
    Slippage,
    Term,
    Transcript,
    TrustMoment,
    Turn,
    Unsupported,
    Update,
)
from coach.store import Answer, Store, Struck
from coach.striking import cutting
from coach.transcript import digest

WHO = "ines-tomasz"
DAY = date(2025, 3, 3)
SECRET = "zebracross"
LINES = (
    "How was the week?",
    "I'll write the outline by Friday.",
    f"Halvorsen buys us, the {SECRET} closes in Kaunas.",
    f"I'll ring Halvorsen about the {SECRET} on Monday.",
    "The rehearsal went well, everybody stayed.",
    "Good. I'll book the room. And I'll read the notes.",
)
STRUCK, TRACES = range(2, 4), (SECRET, "Halvorsen", "Kaunas")
PACKS = frameworks()


def words(*lines: str) -> Transcript:
    turns = tuple(
        Turn(speaker=(MENTOR, MENTEE)[number % 2], text=line) for number, line in enumerate(lines)
    )
    return Transcript(turns=turns, source="call.txt", format="labelled")


def imported(store: Store, *lines: str) -> Session:
    said = words(*lines or LINES)
    return store.sessions.import_call(WHO, said, DAY, digest(said)).session


def said(turn: int, quote: str = "", session: str = "01") -> Evidence:
    return Evidence(session=session, turn=turn, quote=quote or LINES[turn])


def items(turn: int) -> dict[str, Any]:
    """One of everything that rests on a turn, in its words."""
    text, proof = LINES[turn], (said(turn),)
    point = Point(text=text, who=MENTEE, evidence=proof)
    return {
        **dict.fromkeys(("goals", "wins", "challenges", "insights", "decisions"), (point,)),
        "feedback": (Feedback(giver=MENTOR, receiver=MENTEE, text=text, evidence=proof),),
        "trust": (
            TrustMoment(behaviour="discretion", who=MENTOR, polarity="shown", evidence=proof),
        ),
        "agreement": (Term(topic="pace", state="agreed", text=text, evidence=proof),),
        "slippage": (Slippage(commitment=None, reason="obstacle", evidence=proof),),
        "endings": (Ending(phase="separation", who=MENTEE, evidence=proof),),
        "useful": (ClosingAnswer(kind="useful", text=text, who=MENTEE, evidence=proof),),
        "left_open": (LeftOpen(text=text, who=MENTEE, evidence=proof),),
        "coverage": (
            Coverage(framework="post-call", part="insights", state="covered", evidence=proof),
        ),
        "questions": (
            FollowUp(
                addressee=MENTEE,
                text=f"What follows from “{text}”?",
                framework="smart",
                part="specific",
                about=f"turn:{turn}",
                gap="insight",
            ),
        ),
        "reflections": (Reflection(addressee=MENTEE, text=text, framework="trust", sources=proof),),
        "unsupported": (Unsupported(kind="win", claim=text, why="nobody said it"),),
    }


def both(*some: dict[str, Any]) -> dict[str, Any]:
    """Items of several turns in one recap."""
    return {name: tuple(one for each in some for one in each[name]) for name in some[0]}


def answer(
    text: str, question: str, about: str | None = None, session: str | None = "01"
) -> Answer:
    return Answer(
        relationship=WHO,
        question=question,
        role="mentee",
        visibility="mentee",
        at=date(2025, 3, 9),
        text=text,
        session=session,
        about=about,
    )


def fill(store: Store) -> tuple[Session, Session]:
    """Two calls, of which the first left its passage in every place that can hold words."""
    first = imported(store)
    kept, gone = (
        promise(first, 1, "Write the outline", evidence=(said(1),), due_phrase="by Friday"),
        promise(first, 2, f"Ring Halvorsen about the {SECRET}", evidence=(said(3),)),
    )
    meeting = NextMeeting(
        date=None, phrase="on Monday", goal=f"What the {SECRET} means", evidence=(said(3),)
    )
    first_recap = recap(
        first,
        commitments=(kept, gone),
        next_meeting=meeting,
        heard_once=(HeardOnce(item=gone.id, reader="offline"),),
        notices=(f"Whose is {SECRET}?",),
        **both(items(2), items(4)),
    )
    notes = [
        note(f"{MENTEE}: {LINES[turn]}", first, evidence=(said(turn),), about=about)
        for turn, about in ((1, kept.id), (3, gone.id), (2, None), (4, None))
    ]
    pair = store.relationships.get(WHO).model_copy(
        update={
            "goals": (
                Goal(id="g1", text=LINES[4], measurable=SECRET, evidence=(said(4),)),
                Goal(id="g2", text=LINES[2], evidence=(said(2),)),
                Goal(id="g3", text="Speak up"),
            ),
            "agreement": Agreement(terms=both(items(2), items(4))["agreement"]),
        }
    )
    store.confirm(first_recap, commitments=[kept, gone], notes=notes, relationship=lambda _: pair)
    store.ledger.edit(WHO, gone.id, date(2025, 3, 5), action=f"Write to {SECRET}")
    read_again(store, first_recap)
    store.memory.add([note(f"My own word on the {SECRET}", first, visibility="mentee")])
    for one in (
        answer(f"After the {SECRET}.", "01#q.turn:2.insight", "turn:2"),
        answer("Next week.", "01#q.01c2.specific", gone.id),
        answer("Calmly.", "01#q.turn:4.insight", "turn:4"),
        answer("To speak up.", "PC1", session=None),
    ):
        store.answers.add(one)
    second = call(store, date(2025, 3, 17))
    here = (said(0, "I'll write to Ada.", second.id),)
    moved = Update(commitment=gone.id, status="rescheduled", evidence=here)
    done = Update(commitment=kept.id, status="done", evidence=here)
    lives_on = promise(second, 1, gone.action, evidence=here)
    other = promise(second, 2, "Write to Ada", evidence=here)
    asked = items(2)["questions"][0].model_copy(update={"about": gone.id})
    later = recap(second, commitments=(lives_on, other), updates=(moved, done), questions=(asked,))
    told = note(f"01#c2 rescheduled: {SECRET}", second, about=gone.id, evidence=here)
    store.confirm(later, commitments=[lives_on, other], updates=[moved, done], notes=[told])
    store.memory.search(WHO, SECRET, "mentee")
    return first, second


def left(home: Path, *traces: bytes) -> set[str]:
    """The files of a home that hold a struck word, in their bytes or in their name."""
    wanted = [
        form.encode(code)
        for word in TRACES
        for form in (word, word.lower())
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return {
        path.relative_to(home).as_posix()
        for path in home.rglob("*")
        for held in [path.name.encode() + (path.read_bytes() if path.is_file() else b"")]
        if any(trace in held for trace in (*wanted, *traces))
    }


def vectors(*notes: Note) -> list[bytes]:
    """What an index and the records hold of these notes, in the precisions they are kept in."""
    rows = HashedNgrams().embed([one.text for one in notes])
    forms = [row.astype(kind).tobytes() for row in rows for kind in ("f2", "f4")]
    return forms + [row.astype("f2").astype("f4").tobytes() for row in rows]


def strike(store: Store, session: str = "01", **what: Any) -> Struck:
    return store.strike(WHO, session, cutting(PACKS, **what))
