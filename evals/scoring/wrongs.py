"""Promises that were missed, invented or read wrong, in words: what to look at next."""

from __future__ import annotations

from collections.abc import Iterator

from evals.gold import GoldCommitment
from evals.scoring.finding import Finding, said
from evals.scoring.matching import Match, Promises
from evals.scoring.predicted import Json, cites, day


def wrongs(promises: Promises) -> Iterator[Finding]:
    """Everything about the commitments of a call that is not as the gold has it."""
    for item in promises.missed:
        if not item.optional:
            yield _missed(promises, item)
    for index in promises.extra:
        yield _extra(promises, index)
    for trap in promises.traps_taken:
        yield Finding("trap", f"{trap.why}: {trap.text}", said(promises.case, [trap.turn]))
    for match in promises.matches:
        yield from _read_wrong(promises, match)
    for claim in promises.claims:
        yield from _not_verbatim(promises, claim)


def _missed(promises: Promises, item: GoldCommitment) -> Finding:
    """With the claims that cite its turns, but mostly others: two promises read as one."""
    near = [
        str(claim.get("action"))
        for claim, cited in zip(promises.claims, promises.cited, strict=True)
        if cited & set(item.turns)
    ]
    what = f"{item.id} {item.owner}: {item.action} (due {item.due or 'open'}, {item.firmness})"
    note = f"read there: {'; '.join(near)}" if near else ""
    return Finding("missed", what, said(promises.case, item.turns), note)


def _extra(promises: Promises, index: int) -> Finding:
    """With the gold whose turns it cites: one promise read as two."""
    claim, cited = promises.claims[index], promises.cited[index]
    same = [item.id for item in promises.gold if cited & set(item.turns)]
    what = f"{claim.get('owner')}: {claim.get('action')}"
    note = f"cites turns of {', '.join(same)}" if same else ""
    return Finding("extra", what, said(promises.case, cited), note)


def _read_wrong(promises: Promises, match: Match) -> Iterator[Finding]:
    """Whose it is; or, where that is right, by when and how firm."""
    claim, item = promises.claims[match.predicted], promises.gold[match.gold]
    words = said(promises.case, item.turns)
    if not match.same_owner:
        what = f"{item.id} is {item.owner}'s, not {claim.get('owner')}'s: {item.action}"
        yield Finding("owner", what, words)
        return
    due = day(claim.get("due"))
    if due != (item.due or ""):
        what = f"{item.id} {item.due or 'open'}, not {due or 'open'}: {item.action}"
        phrases = f"said {item.due_phrase!r}, read {claim.get('due_phrase')!r}"
        yield Finding("due", what, words, phrases)
    if claim.get("firmness") != item.firmness:
        what = f"{item.id} is {item.firmness}, not {claim.get('firmness')}: {item.action}"
        yield Finding("firmness", what, words)


def _not_verbatim(promises: Promises, claim: Json) -> Iterator[Finding]:
    good = [tuple(quoted) for quoted in promises.predicted.verbatim(claim)]
    for cited in cites(claim):
        written = cited if isinstance(cited, dict) else {"quote": cited}
        turn, quote = written.get("turn"), written.get("quote")
        if (turn, quote) not in good:
            turns = [turn] if isinstance(turn, int) else []
            yield Finding("quote", str(quote), said(promises.case, turns))
