"""Promises that rest on struck words, and what stays of a history that has other words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coach.asking import commitment_gaps
from coach.records import Commitment, Evidence, Update
from coach.striking.passage import Passage

if TYPE_CHECKING:
    from coach.store import Change
    from coach.store.striking import Contents

History = tuple["Change", ...]


def gone_promises(contents: Contents, passage: Passage) -> frozenset[str]:
    """Ids of the promises that go: those made in the passage, and those that they live on in."""
    gone = {
        promise.id
        for at, recap in contents.recaps.items()
        if at.session == passage.session
        for promise in recap.commitments
        if falls(promise, passage)
    }
    gone |= {id for id, history in contents.histories.items() if _made_in(history, passage)}
    return with_those_living_on(contents, gone)


def with_those_living_on(contents: Contents, gone: set[str]) -> frozenset[str]:
    """These promises, and those of later calls that they only live on in."""
    while more := set(_living_on(contents, gone)) - gone:
        gone = gone | more
    return frozenset(gone)


def shaken_promises(contents: Contents, passage: Passage) -> frozenset[str]:
    """Ids of the promises of which some words are struck; a question may be worded by those."""
    return frozenset(
        promise.id
        for at, recap in contents.recaps.items()
        if at.session == passage.session
        for promise in recap.commitments
        if any(map(passage.holds, promise.evidence))
    )


def falls(item: Any, passage: Passage) -> bool:
    """Does an item with `evidence` rest on struck words alone, or repeat what only they say?"""
    return bool(item.evidence and not passage.standing(item.evidence)) or passage.words_of(item)


def promise_without(promise: Commitment, passage: Passage) -> Commitment:
    """A promise that stays, on the words that are left."""
    if not any(map(passage.holds, promise.evidence)):
        return promise
    fields = promise.model_dump(mode="json")
    return Commitment.model_validate(_fields_without(fields, promise.evidence, passage))


def history_without(history: History, passage: Passage) -> History:
    """A history that stays, without what this call said in struck words alone."""
    return tuple(
        _change_without(change, passage) if change.session == passage.session else change
        for change in history
        if not (_is_update_of(change, passage) and falls(change, passage))
    )


def _made_in(history: History, passage: Passage) -> bool:
    """Was it promised in the passage? Whatever wording it had, or a hand gave it, counts."""
    if history[0].session != passage.session:
        return False
    said = [change for change in history if change.session == passage.session]
    *_, last = [change.evidence for change in said if change.evidence] or [()]
    wordings = (
        change.fields.get(name)
        for change in history
        if change.session in (None, passage.session)
        for name in ("action", "due_phrase")
    )
    return bool(last and not passage.standing(last)) or any(map(passage.told_in, wordings))


def _is_update_of(change: Change, passage: Passage) -> bool:
    """Does this call say here what became of an earlier promise?"""
    own = change.commitment.startswith(f"{passage.session}#")
    return change.session == passage.session and not own


def _change_without(change: Change, passage: Passage) -> Change:
    if not any(map(passage.holds, change.evidence)):
        return change
    return change.model_copy(
        update={
            "evidence": passage.standing(change.evidence),
            "fields": _fields_without(change.fields, change.evidence, passage),
        }
    )


def _fields_without(
    fields: Mapping[str, Any], evidence: tuple[Evidence, ...], passage: Passage
) -> dict[str, Any]:
    """Fields of a promise, as JSON, without struck quotes and a day that only those name."""
    left = passage.standing(evidence)
    kept = dict(fields)
    if "evidence" in kept:
        kept["evidence"] = [item.model_dump(mode="json") for item in left]
    phrase = kept.get("due_phrase")
    if phrase and not any(passage.still_says(phrase, item.turn) for item in left):
        kept |= {"due": None, "due_phrase": None}
        if "action" in kept and "firmness" in kept:
            kept["gaps"] = list(commitment_gaps(kept["action"], None, kept["firmness"]))
    return kept


def _living_on(contents: Contents, gone: set[str]) -> Iterator[str]:
    """Promises that a later call only moved: the same wording, on the words that moved it."""
    wordings = _wordings(contents)
    actions = {action for id in gone for action in wordings.get(id, ())}
    for recap in contents.recaps.values():
        moved = [set(u.evidence) for u in recap.updates if _moves(u, gone)]
        for promise in recap.commitments:
            if set(promise.evidence) in moved and actions & wordings[promise.id]:
                yield promise.id


def _moves(update: Update, gone: set[str]) -> bool:
    return update.commitment in gone and update.status == "rescheduled"


def _wordings(contents: Contents) -> dict[str, set[str]]:
    """Every action that a promise was ever known by."""
    found: dict[str, set[str]] = {}
    for recap in contents.recaps.values():
        for promise in recap.commitments:
            found.setdefault(promise.id, set()).add(promise.action)
    for id, history in contents.histories.items():
        found.setdefault(id, set()).update(
            change.fields["action"] for change in history if "action" in change.fields
        )
    return found
