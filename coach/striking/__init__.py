"""What goes with words that a person strikes afterwards: everything that was made of them.

Struck words are as if nobody had ever said them. What rests on them alone goes; what has other
words to stand on stays on those, unless it repeats what only the struck ones say. What hangs on
something that goes, in this call or in a later one, goes too.

    passage.py    which words those are, and how they are known again
    promises.py   promises and their histories
    recaps.py     the draft and the confirmed recap, and recaps of later calls
    rest.py       notes, answers, goals and terms
    whole.py      a call of which nothing stays
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coach import discretion, speakers
from coach.discretion.cuts import cuts_of, spans_of, together
from coach.errors import UserError
from coach.library import Framework
from coach.reading import Call
from coach.reading.talk import talk
from coach.records import Recap, Scope, Session, Transcript
from coach.striking.passage import Passage, as_quoted, stems_of, subject_words
from coach.striking.promises import gone_promises, history_without, shaken_promises
from coach.striking.recaps import Loss, later_recap, struck_recap
from coach.striking.rest import answers_without, notes_without, relationship_without
from coach.striking.whole import without_call

if TYPE_CHECKING:
    from coach.store.striking import Contents, Cutting

__all__ = ["cutting"]


def cutting(
    frameworks: Mapping[str, Framework],
    *,
    turns: range | None = None,
    subject: str | None = None,
    scope: Scope = "off_record",
    whole: bool = False,
) -> Cutting:
    """What takes these turns and later talk of them, and what names the subject, out of a store.

    With `whole` it takes the call itself. Raises UserError where it is not said what to strike, or
    too much; and so does the cutting, where the call has no such turn, or the subject no word of
    its own.
    """
    if whole:
        if turns is not None or subject is not None:
            raise UserError("Strike the whole call, or turns, or a subject: one of them.")
        return without_call
    if turns is None and subject is None:
        raise UserError("Say what to strike: turns, such as 12 to 18, or a subject.")
    return partial(_struck, frameworks, turns, subject, scope)


def _struck(
    frameworks: Mapping[str, Framework],
    turns: range | None,
    subject: str | None,
    scope: Scope,
    contents: Contents,
) -> Contents:
    call = contents.transcript or as_quoted(contents)
    wanted = () if subject is None else subject_words(subject, contents.relationship)
    spans = discretion.subject_spans(call, wanted, scope)
    if turns is not None:
        _require(turns, call, contents.session)
        known = speakers.assign(call, contents.relationship).by_turn
        spans = discretion.strike(call, spans, turns, known, scope)
    cuts = tuple(cut for cut in cuts_of(call, spans) if cut not in contents.session.struck)
    if not cuts and not wanted:
        return contents
    spans = tuple(spans_of(call, cuts))
    left = discretion.redact(call, spans)
    passage = Passage.of(
        contents.session.id,
        cuts,
        left,
        said=[call.turns[span.turn].text[span.start : span.end] for span in spans],
        subject=wanted,
        names=[name for one in contents.relationship.people for name in (one.name, *one.labels)],
        packs=_words_of(frameworks),
    )
    return _without(contents, passage, frameworks)


def _require(turns: range, call: Transcript, session: Session) -> None:
    last = len(call.turns) - 1
    if not turns or turns.step != 1 or turns.start < 0 or turns.stop - 1 > last:
        there = f"turns 0 to {last}" if last >= 0 else "no turns that are known"
        raise UserError(f"Session {session.id} has {there}: strike some of those, first to last.")


def _without(contents: Contents, passage: Passage, frameworks: Mapping[str, Framework]) -> Contents:
    session = contents.session
    relationship, goals = relationship_without(contents.relationship, passage)
    loss = Loss(
        promises=gone_promises(contents, passage),
        goals=goals,
        shaken=shaken_promises(contents, passage),
    )
    recaps = {
        at: struck_recap(recap, passage, loss, contents.relationship, frameworks)
        if at.session == session.id
        else later_recap(recap, loss)
        for at, recap in contents.recaps.items()
    }
    if contents.transcript is not None and passage.cuts:
        recaps = {
            at: _with_talk(recap, contents, passage.left) if at.session == session.id else recap
            for at, recap in recaps.items()
        }
    return replace(
        contents,
        relationship=relationship,
        session=session.model_copy(
            update={
                "struck": together((*session.struck, *passage.cuts)),
                "source": passage.name_without(session.source),
            }
        ),
        transcript=contents.transcript and passage.file_without(passage.left),
        recaps=recaps,
        histories={
            id: history_without(history, passage)
            for id, history in contents.histories.items()
            if id not in loss.promises
        },
        notes=notes_without(contents.notes, passage, loss),
        answers=answers_without(contents.answers, passage, loss, contents.recaps, recaps),
    )


def _with_talk(recap: Recap, contents: Contents, left: Transcript) -> Recap:
    """Who talked how much, of what is left."""
    names = speakers.assign(left, contents.relationship).names
    call = Call(left, contents.relationship, names, recap.held_on)
    return recap.model_copy(update={"talk": talk(call)})


def _words_of(frameworks: Mapping[str, Framework]) -> frozenset[str]:
    """The frameworks' own words, which a question has without anybody having said them."""
    texts = (
        text
        for pack in frameworks.values()
        for question in pack.questions
        for text in (question.text, question.name or "", *question.ask)
    )
    return frozenset(stem for text in texts for stem in stems_of(text))
