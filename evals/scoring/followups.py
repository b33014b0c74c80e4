"""Follow-up questions: do they ask about gaps that are there, and about what is worth asking?"""

from __future__ import annotations

from collections.abc import Mapping

from evals.cases import Case
from evals.gold import Found, GoldCommitment, GoodFollowUp
from evals.scoring.finding import Finding, Part, said
from evals.scoring.matching import Promises
from evals.scoring.points import match_goals
from evals.scoring.predicted import Json
from evals.scoring.tally import OutOf, Share, Tally
from evals.words import overlap

_FIRST = 8
"""So many questions of a recap are looked at: nobody reads more."""
_NEAR = 2
"""A question about a turn covers the exchange around it."""
_LETTERS = ("time_bound", "measurable", "specific")


def score_followups(promises: Promises) -> Part:
    """Score the questions of a recap.

    `gap_precision`: of the questions on a letter of SMART about a commitment or goal that the gold
    has, those whose letter the gold finds open too. `followups_about`: of the things that the gold
    finds worth asking about, those that one of the first eight questions is about;
    `followups_gap`: with the same gap.
    """
    case, predicted = promises.case, promises.predicted
    things = _things(promises)
    questions = predicted.items("questions")
    letters = [
        (question, gaps)
        for question in questions
        if question.get("gap") in _LETTERS and (gaps := _gaps(case, question, things)) is not None
    ]
    closed = [(question, gaps) for question, gaps in letters if question["gap"] not in gaps]
    asked = [(_about(case, question, things), question) for question in questions[:_FIRST]]
    worth = [item for item in case.gold.good_followups if not item.sensitive]
    covering = [[question for about, question in asked if _is_about(about, item)] for item in worth]
    same_gap = [
        any(question.get("gap") == item.gap for question in found)
        for item, found in zip(worth, covering, strict=True)
    ]
    return Part(
        Tally(
            gap_precision=Share(len(letters) - len(closed), len(letters)),
            followups_about=OutOf(sum(map(bool, covering)), len(worth)),
            followups_gap=OutOf(sum(same_gap), len(worth)),
        ),
        [_closed(case, things, question, gaps) for question, gaps in closed],
    )


def _things(promises: Promises) -> dict[str, Found]:
    """The commitments and goals of the recap that are in the gold, by the recap's ids."""
    session = promises.case.session
    goals = match_goals(promises.case, promises.predicted)
    return {
        **{f"{session}#c{hit.predicted + 1}": promises.gold[hit.gold] for hit in promises.hits},
        **{f"{session}#g{index + 1}": item for index, item in goals.items()},
    }


def _gaps(case: Case, question: Json, things: Mapping[str, Found]) -> tuple[str, ...] | None:
    """The letters that the gold finds open in what a question is about; None where it has none."""
    about = str(question.get("about"))
    goal = next((goal for goal in case.pair.goals if goal.id == about), None)
    if goal is not None:
        return goal.gaps
    item = things.get(about)
    return item.gaps if item is not None else None


def _closed(
    case: Case, things: Mapping[str, Found], question: Json, gaps: tuple[str, ...]
) -> Finding:
    """A question on something that the gold finds settled."""
    item = things.get(str(question["about"]))
    what = f"{question['gap']} asked: {question.get('text')}"
    note = f"open there: {', '.join(gaps) or 'nothing'}"
    return Finding("gap", what, said(case, item.turns if item else ()), note)


def _about(case: Case, question: Json, things: Mapping[str, Found]) -> str:
    """What a question is about, by the id that the gold uses."""
    about = str(question.get("about"))
    item = things.get(about)
    if isinstance(item, GoldCommitment):
        return item.id
    if item is not None and case.pair.goals:
        return max(case.pair.goals, key=lambda goal: overlap(goal.text, item.text)).id
    return about


def _is_about(about: str, item: GoodFollowUp) -> bool:
    if about == item.about:
        return True
    turns = [name.removeprefix("turn:") for name in (about, item.about) if name.startswith("turn:")]
    return len(turns) == 2 and abs(int(turns[0]) - int(turns[1])) <= _NEAR
