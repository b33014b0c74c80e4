"""What became of earlier promises, and when the pair meets next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evals.cases import Case
from evals.gold import GoldUpdate
from evals.scoring.finding import Finding, Part, said
from evals.scoring.predicted import Json, Predicted, day
from evals.scoring.tally import Count, OutOf, Share, Tally


def score_updates(case: Case, predicted: Predicted) -> Part:
    """Score every update. One is proved when a verbatim quote stands in a turn of the gold one.

    A commitment that is updated twice gets neither.
    """
    gold = {update.key: update for update in case.gold.updates}
    claims = predicted.items("updates")
    times = Counter(str(claim.get("commitment")) for claim in claims)
    once = [
        (claim, gold[key])
        for claim in claims
        if (key := str(claim.get("commitment"))) in gold and times[key] == 1
    ]
    proved = [(claim, item) for claim, item in once if _is_proved(predicted, claim, item)]
    exact = [claim for claim, item in proved if claim.get("status") == item.status]
    moved = [(claim, item) for claim, item in once if item.new_due]
    tally = Tally(
        updates_proved=Count(len(proved), len(claims), len(gold)),
        updates_exact=Count(len(exact), len(claims), len(gold)),
        update_status_accuracy=Share(len(exact), len(proved)),
        new_due=OutOf(
            sum(day(claim.get("new_due")) == item.new_due for claim, item in moved), len(moved)
        ),
    )
    return Part(tally, list(_findings(case, predicted, gold, claims, once)))


def score_next_meeting(case: Case, predicted: Predicted) -> Part:
    """Is the day of the next call right, or rightly left open?"""
    gold = case.gold.next_meeting
    want = day(gold.date) if gold else ""
    meeting = predicted.recap.get("next_meeting") or {}
    got = day(meeting.get("date"))
    findings = []
    if got != want:
        phrases = f"said {gold.phrase if gold else None!r}, read {meeting.get('phrase')!r}"
        turns = gold.turns if gold else predicted.cited_turns(meeting)
        what = f"{want or 'open'}, not {got or 'open'}"
        findings.append(Finding("next meeting", what, said(case, turns), phrases))
    return Part(Tally(next_meeting=OutOf(got == want, 1)), findings)


def _is_proved(predicted: Predicted, claim: Json, item: GoldUpdate) -> bool:
    return bool(predicted.cited_turns(claim) & set(item.turns))


def _findings(
    case: Case,
    predicted: Predicted,
    gold: dict[str, GoldUpdate],
    claims: list[Json],
    once: list[tuple[Json, GoldUpdate]],
) -> Iterator[Finding]:
    actions = {commitment.id: commitment.action for commitment in case.ledger()}
    found = {item.key: claim for claim, item in once}
    for key, item in gold.items():
        what = f"{key} {item.status}: {actions.get(key, '?')}"
        if key not in found:
            yield Finding("update missed", what, said(case, item.turns))
            continue
        claim = found[key]
        wrong = [
            *([] if claim.get("status") == item.status else [f"read {claim.get('status')}"]),
            *([] if _is_proved(predicted, claim, item) else [_elsewhere(predicted, claim)]),
            *(
                [f"new due {item.new_due}, read {claim.get('new_due')}"]
                if item.new_due and day(claim.get("new_due")) != item.new_due
                else []
            ),
        ]
        if wrong:
            yield Finding("update wrong", what, said(case, item.turns), "; ".join(wrong))
    for claim in claims:
        key = str(claim.get("commitment"))
        if key not in found:
            what = f"{key} {claim.get('status')}: {actions.get(key, '?')}"
            yield Finding("update extra", what, said(case, predicted.cited_turns(claim)))


def _elsewhere(predicted: Predicted, claim: Json) -> str:
    turns = sorted(predicted.cited_turns(claim))
    return f"cites {', '.join(f'turn {turn}' for turn in turns) or 'nothing verbatim'}"
