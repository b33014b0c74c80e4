"""What a person does, through the API: each of these is their word, and names what it is about."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import Field

from coach.after import ids_of, mark_of, said_yes, to_leave_out
from coach.app import clock
from coach.errors import OvertakenError, UnknownError, UserError
from coach.given import answer_to, checked_held_on
from coach.records import Commitment, Kind, Record, Relationship, Role
from coach.records.history import Change
from coach.render.recap import seen_by
from coach.store import Answer
from coach.transcript import read_transcript_bytes
from coach.web.api.answers import Draft, NextDay, besides_of
from coach.web.api.looking import PAIR
from coach.web.given import TheCoach, ThePair

routes = APIRouter()
Id = Annotated[str, Field(max_length=64)]
Short = Annotated[str, Field(max_length=500)]


class Confirming(Record):
    """What a person said yes to. A line that is not named stays out."""

    draft: Id = Field(description="the mark of the draft that the person was shown")
    ids: tuple[Id, ...] = Field(max_length=500, description="such as 03#c1, 01#c4, 03#g1")
    edits: dict[Id, dict[Id, Short]] = Field(
        default_factory=dict,
        description='{"03#c1": {"due": "2025-10-03"}, "01#c4": {"status": "partly"}}; these are '
        "accepted too; of a status also the words of the screens: kept, moved, not kept",
    )
    leave_out: tuple[Id, ...] = Field(
        (), max_length=500, description="of what is kept with the lines, such as 03#i1: what is not"
    )


class Answering(Record):
    """An answer to a question of the pre-call plan, such as PC1, or to a follow-up."""

    question: Id
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    role: Role | None = Field(None, alias="for", description="who answers; else the home's owner")
    share: bool = Field(False, description="let the other one see it; else it is one's own")


class Editing(Record):
    """What a promise is from now on; what is left out stays."""

    status: Literal["open", "done", "partly", "not_done", "dropped", "never_promised"] | None = None
    owner: Short | None = None
    action: Short | None = None
    due: Annotated[str, Field(max_length=40)] | None = Field(None, description="null: no day")
    firmness: Literal["firm", "conditional"] | None = None
    kind: Kind | None = None


class Adding(Record):
    """A promise of a call that the reader missed, by the words it was made in."""

    action: Short
    turn: int | None = Field(None, ge=0, description="the turn that holds the words, from 0")
    said: Short | None = Field(None, description="the words themselves; either is enough")
    owner: Short | None = Field(None, description="by default whoever said them")
    due: Annotated[str, Field(max_length=40)] | None = Field(
        None, description="by default the day that the words name; empty: no day"
    )


class NextDaySaid(Record):
    """The day of the next call, as a person says it."""

    on: Annotated[str, Field(max_length=40)] | None = Field(
        description="2025-10-16, or with its offset 2025-10-16T19:30+05:30; null: it is not known"
    )
    session: Id | None = Field(None, description="in whose recap it stands; else the latest call's")


class Undoing(Record):
    """Of which promise the last change by hand is taken back; null: of any."""

    commitment: Id | None = None


@routes.post(f"{PAIR}/sessions")
def recap(
    coach: TheCoach,
    pair: ThePair,
    file: Annotated[UploadFile, File(description="Any transcript export.")],
    held_on: Annotated[str | None, Form(max_length=40)] = None,
    engine: Annotated[str | None, Form(max_length=200)] = None,
) -> Draft:
    """Read the transcript of a call into a draft recap, by who the settings say or by `engine`."""
    call = read_transcript_bytes(file.file.read(), source=file.filename or "upload")
    when = checked_held_on(held_on or None, coach.today())
    drafted = coach.recap(call, who=pair.id, held_on=when, engine=engine or None)
    return Draft(
        draft=mark_of(drafted.recap),
        besides=besides_of(drafted.recap),
        confirmed=False,
        kept=drafted.stored,
        unknown=drafted.unknown,
        recap=seen_by(drafted.recap, drafted.relationship, pair.me),
    )


@routes.post(f"{PAIR}/sessions/{{session}}/confirm")
def confirm(coach: TheCoach, pair: ThePair, session: str, said: Confirming) -> tuple[Change, ...]:
    """Enter lines of a draft into the ledger: those that a person has seen and said yes to."""
    waiting = coach.draft(pair.id, session)
    if said.draft != mark_of(waiting):
        raise OvertakenError(
            f"The draft of session {session} is not {said.draft} any more: show it again, and ask."
        )
    chosen, there = [*said.ids, *said.edits], ids_of(waiting)
    if unknown := [id for id in chosen if id not in there]:
        names = ", ".join(unknown[:5])
        raise UnknownError(f"ids: this draft has no {names}; it has: {', '.join(there)}.")
    accept, reject = said_yes(waiting, chosen)
    reject |= to_leave_out(waiting, said.leave_out)
    return coach.confirm(
        pair.id, session, accept=accept, reject=reject, edits=said.edits, seen=waiting
    )


@routes.post(f"{PAIR}/sessions/{{session}}/commitments")
def add_commitment(coach: TheCoach, pair: ThePair, session: str, said: Adding) -> Commitment:
    """Add a promise that the reader missed: to the draft that waits, else to the ledger."""
    return coach.add_commitment(pair.id, session, **said.model_dump())


@routes.post(f"{PAIR}/next-call")
def set_next_call(coach: TheCoach, pair: ThePair, said: NextDaySaid) -> NextDay:
    """Set the day of the next call by hand, or take it away."""
    coach.set_next_call(pair.id, said.on, said.session)
    return NextDay(on=coach.next_call(pair.id))


@routes.post(f"{PAIR}/answers")
def answer(coach: TheCoach, pair: ThePair, said: Answering) -> Answer:
    """Keep an answer, for one's own eyes or for both."""
    role = said.role or pair.me
    if role is None:
        raise UserError('for: say who answers, "mentor" or "mentee"; this home has no owner.')
    asked, about = _asked(coach, pair, said.question, role)
    kept = answer_to(
        said.question,
        said.text,
        pair=pair,
        role=role,
        asked=asked,
        shared=said.share,
        about=about,
        at=clock.now(),
    )
    coach.answer(kept)
    return kept


@routes.patch(f"{PAIR}/commitments/{{id}}")
def edit_commitment(coach: TheCoach, pair: ThePair, id: str, said: Editing) -> Commitment:
    """Change a promise by hand; the history keeps what it was."""
    if not said.model_fields_set:
        raise UserError("Nothing to change: give status, owner, action, due, firmness or kind.")
    return coach.edit_commitment(pair.id, id, **said.model_dump(exclude_unset=True))


@routes.post(f"{PAIR}/undo")
def undo(coach: TheCoach, pair: ThePair, said: Undoing) -> Commitment:
    """Take back the last change by hand; the promise as it is now."""
    taken = coach.undo(pair.id, said.commitment)
    return coach.store.ledger.get(pair.id, taken.commitment)


def _asked(
    coach: TheCoach, pair: Relationship, question: str, role: Role
) -> tuple[str, str | None]:
    """A question as it is worded, and what it is about. Raises UnknownError."""
    for one in coach.frameworks["pre-call"].kinds("question"):
        if one.id == question:
            return one.text, None
    for id, follow_up in coach.open_questions(pair.id, role):
        if id == question:
            return follow_up.text, follow_up.about
    raise UnknownError(f"question: nothing is asked as {question}, or it was answered.")
