"""What a person changes of a draft, what of it they accept, and what they add to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, cast, get_args

from coach import asking
from coach.after.checking import SENTENCE, Check
from coach.after.lines import one_line
from coach.dates import due_of
from coach.errors import UnknownError, UserError
from coach.evidence import evidence_of, locate, most_telling, words
from coach.library import Framework
from coach.promises.editing import as_status, changed, day_of_field
from coach.reading import Call
from coach.reading.wording import kind_of
from coach.reading.words import count
from coach.records import BESIDES, Became, Commitment, Evidence, FollowUp, Kind, Recap, Update
from coach.records.claims import CommitmentClaim, Quote

WHOLE = 40
"""Words up to which a turn is quoted whole, where a person names it by its number."""
_NEW = "The new promise"
OF_AN_UPDATE = ("status", "due")
"""What a person may change of what became of an earlier promise: that, and its new day."""


def edited(
    draft: Recap, edits: Mapping[str, Mapping[str, str]], names: Collection[str] = ()
) -> Recap:
    """The draft with lines changed by hand: `{"02#c1": {"due": "2025-10-03"}}`.

    A line is a commitment, or an update by the id of the earlier commitment: of that its `status`
    and `due`, the new day. An empty value takes owner or due away. `names` holds those of the two,
    where they are known: an owner has to be one of them. Raises UnknownError for an id that the
    draft lacks, UserError for a field that cannot be so.
    """
    known = {commitment.id: commitment for commitment in draft.commitments}
    became = {update.commitment: update for update in draft.updates}
    for id, fields in edits.items():
        if id in known:
            known[id] = changed(known[id], fields, names)
        elif id in became:
            became[id] = _changed_update(became[id], fields)
        else:
            there = ", ".join([*known, *became]) or "no commitments"
            raise UnknownError(
                f"The draft of session {draft.session} has no {id}; it has: {there}."
            )
    return draft.model_copy(
        update={"commitments": tuple(known.values()), "updates": tuple(became.values())}
    )


def _changed_update(update: Update, fields: Mapping[str, str]) -> Update:
    id, status = update.commitment, as_status(fields.get("status", update.status))
    for name in fields:
        if name not in OF_AN_UPDATE:
            raise UserError(
                f"{id}: {name!r} of an earlier promise cannot be edited here; "
                f"what can: {', '.join(OF_AN_UPDATE)}."
            )
    if status not in get_args(Became):
        raise UserError(f"{id}, status: it is {', '.join(get_args(Became))}; not {status!r}.")
    moves = update.new_due if status in ("rescheduled", "partly") else None
    due = day_of_field(id, fields["due"]) if "due" in fields else moves
    if status == "rescheduled" and fields and due is None:
        raise UserError(f"{id}, due: a promise that was moved needs its new day.")
    return update.model_copy(update={"status": cast(Became, status), "new_due": due})


def accepted(draft: Recap, accept: Iterable[str] | None, reject: Iterable[str]) -> Recap:
    """The draft with only what a person accepts: `accept` None means all but `reject`.

    An id is a commitment's (`02#c1`), an update's (that of the earlier commitment, `01#c4`) or that
    of a goal or of what is kept with them by its place (`02#g1`, `02#i1`): these stay unless they
    are rejected. Questions about what is left out are left out too, and what is told of its words
    alone. Raises UnknownError for any other id.
    """
    promises = [c.id for c in draft.commitments] + [u.commitment for u in draft.updates]
    goals = dict(zip(draft.goal_ids, draft.goals, strict=True))
    ids = [*promises, *goals, *draft.besides()]
    no, yes = set(reject), set(promises) if accept is None else set(accept)
    if unknown := sorted((no | yes) - set(ids)):
        there = ", ".join(ids) or "no items"
        missing = ", ".join(unknown)
        raise UnknownError(
            f"The draft of session {draft.session} has no {missing}; it has: {there}."
        )
    kept = yes - no
    left_out = (set(promises) - kept) | (no & set(goals))
    return _without_besides(draft, no).model_copy(
        update={
            "commitments": tuple(c for c in draft.commitments if c.id in kept),
            "updates": tuple(u for u in draft.updates if u.commitment in kept),
            "goals": tuple(goal for id, goal in goals.items() if id not in no),
            "questions": tuple(q for q in draft.questions if q.about not in left_out),
        }
    )


def _without_besides(draft: Recap, no: Collection[str]) -> Recap:
    """The draft without these of what is kept with it, and what rests on no other words."""
    gone = [one for id, one in draft.besides().items() if id in no]
    if not gone:
        return draft
    fields = {
        kind: tuple(
            one
            for id, one in zip(draft.ids_beside(kind), getattr(draft, kind), strict=True)
            if id not in no and not (kind == "feedback" and _in(one.evidence, gone))
        )
        for kind in BESIDES
    }
    prompts = tuple(one for one in draft.reflections if not _in(one.sources, gone))
    return draft.model_copy(update={**fields, "reflections": prompts})


def _in(words: Collection[Evidence], gone: Iterable[Any]) -> bool:
    """Are all these words among those of what was left out?"""
    said = [one for item in gone for one in item.evidence]
    return bool(words) and all(
        any(one.turn == other.turn and locate(one.quote, other.quote) for other in said)
        for one in words
    )


def added(
    call: Call,
    id: str,
    action: str,
    *,
    turn: int | None = None,
    said: str | None = None,
    owner: str | None = None,
    due: str | None = None,
    next_day: date | None = None,
) -> Commitment:
    """A promise of this call that no reader heard, by the words that a person found it in.

    `turn` (from 0) and `said` tell which words; either is enough. Without `owner` it is whoever
    said them, without `due` the day that they name; `next_day` is that of the next call. Raises
    UserError where nobody said that.
    """
    names = [person.name for person in call.relationship.people]
    if owner and owner not in names:
        raise UserError(f"{_NEW}, owner: it is {' or '.join(names)}; not {owner!r}.")
    if not words(action):
        raise UserError(f"{_NEW}, action: it needs words.")
    session = id.partition("#")[0]
    turn, quote = _found(call, session, action, turn, said)
    owner = owner or (call.names[turn] if call.names[turn] in names else None)
    today, whole = call.today(owner), call.transcript.turns[turn].text
    told = due_of(quote, today=today) or due_of(whole, today=today)
    provides = owner == call.relationship.mentor.name
    claim = CommitmentClaim(
        owner=owner,
        action=action,
        quotes=(Quote(turn=turn, words=quote),),
        due_phrase=told.phrase if told else None,
        kind=cast(Kind, kind_of(action)) if provides else "other",
    )
    check = Check(call, session, frozenset())
    found = check.commitments([claim], next_day)
    if not found:
        raise UserError(f"{_NEW}: {check.unsupported[0].why}.")
    promise = found[0].model_copy(update={"id": _NEW, "owner": owner, "by_hand": True})
    if due is not None:
        promise = changed(promise, {"due": due})
    return promise.model_copy(update={"id": id})


def with_one_more(
    recap: Recap,
    promise: Commitment,
    call: Call,
    frameworks: Mapping[str, Framework],
    never: Collection[str] = (),
) -> Recap:
    """The recap with a promise that was added, what it covers, and what it leaves open to ask.

    What was `never` promised stays in it, and covers nothing.
    """
    more = recap.model_copy(update={"commitments": (*recap.commitments, promise)})
    whole = asking.complete(more.without(never), call, frameworks)
    asked = tuple(question for question in whole.questions if question.about == promise.id)
    return more.model_copy(
        update={"questions": (*recap.questions, *asked), "coverage": whole.coverage}
    )


def with_taken_out(
    recap: Recap, promises: Iterable[Commitment], questions: Iterable[FollowUp]
) -> Recap:
    """The recap as it is kept: with what was never promised, which an undo may bring back."""
    out = tuple(one.model_copy(update={"status": "draft"}) for one in promises)
    ids = {one.id for one in out}
    asked = tuple(question for question in questions if question.about in ids)
    return recap.model_copy(
        update={
            "commitments": (*recap.commitments, *out),
            "questions": (*recap.questions, *asked),
        }
    )


def _found(
    call: Call, session: str, action: str, turn: int | None, said: str | None
) -> tuple[int, str]:
    """The turn and the words of it that hold the promise: those given, or the sentence nearest."""
    turns = call.transcript.turns
    if turn is not None and not 0 <= turn < len(turns):
        raise UserError(f"Session {session} has turns 0 to {len(turns) - 1}; not {turn}.")
    if said:
        found = [n for n, one in enumerate(turns) if turn in (None, n) and locate(said, one.text)]
        if len(found) == 1:
            return found[0], said
        where = f"session {session}" if turn is None else f"turn {turn} of session {session}"
        told = f"turns {', '.join(map(str, found))} of {where} say so: name one of them"
        nobody = f"nobody says so in what is kept of {where}: give the words as they stand there"
        raise UserError(f"“{one_line(said[:80])}”: {told if found else nobody}.")
    if turn is None:
        raise UserError("Say in which words it was promised: give them, or the number of the turn.")
    text = turns[turn].text
    whole = evidence_of(call.transcript, turn, text) if count(text) <= WHOLE else None
    sentences = (evidence_of(call.transcript, turn, one) for one in SENTENCE.findall(text))
    nearest = [whole] if whole else most_telling([one for one in sentences if one], of=action)
    if not nearest:
        raise UserError(f"Turn {turn} of session {session} holds no words that are kept.")
    return turn, nearest[0].quote
