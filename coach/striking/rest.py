"""What else may rest on struck words: goals and terms of the pair, notes, answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coach.asking import question_id, reflection_id
from coach.evidence import locate
from coach.records import SMART, Goal, Note, Recap, Relationship
from coach.striking.passage import Passage
from coach.striking.promises import falls
from coach.striking.recaps import Loss

if TYPE_CHECKING:
    from coach.store import Answer
    from coach.store.striking import Kept


def relationship_without(
    known: Relationship, passage: Passage
) -> tuple[Relationship, frozenset[str]]:
    """The pair without goals and terms of the passage, and the ids of the goals that are gone.

    What neither of them said in this call is left alone, whatever its words.
    """
    goals = [_goal(goal, passage) if _is_from(goal, passage) else goal for goal in known.goals]
    terms = [
        term.model_copy(update={"evidence": passage.standing(term.evidence)})
        for term in known.agreement.terms
        if not (_is_from(term, passage) and falls(term, passage))
    ]
    agreement = known.agreement.model_copy(update={"terms": tuple(terms)})
    kept = tuple(goal for goal in goals if goal)
    gone = {goal.id for goal in known.goals} - {goal.id for goal in kept}
    changed = known.model_copy(update={"goals": kept, "agreement": agreement})
    return changed, frozenset(gone)


def _is_from(item: object, passage: Passage) -> bool:
    evidence = getattr(item, "evidence", ())
    return any(one.session == passage.session for one in evidence)


def _goal(goal: Goal, passage: Passage) -> Goal | None:
    if falls(goal, passage):
        return None
    told = [letter for letter in SMART if passage.told_in(getattr(goal, letter))]
    left = passage.standing(goal.evidence)
    return goal.model_copy(update={"evidence": left, **dict.fromkeys(told)})


def notes_without(notes: Mapping[str, Note], passage: Passage, loss: Loss) -> dict[str, Note]:
    """The notes that stay, by id, with the evidence that is left."""
    kept = {}
    for id, note in notes.items():
        if note.about in loss.things:
            continue
        if note.session == passage.session:
            struck = [item for item in note.evidence if passage.holds(item)]
            quoted = any(locate(item.quote, note.text) for item in struck)
            if quoted or falls(note, passage):
                continue
            note = note.model_copy(update={"evidence": passage.standing(note.evidence)})
        kept[id] = note
    return kept


def answers_without(
    answers: Mapping[str, Answer],
    passage: Passage,
    loss: Loss,
    before: Mapping[Kept, Recap],
    after: Mapping[Kept, Recap],
) -> dict[str, Answer]:
    """The answers that stay, by id: none to a question that is gone, about or in struck words."""
    gone = questions_of(before) - questions_of(after)
    turns = {f"turn:{turn}" for turn in passage.turns}

    def goes(answer: Answer) -> bool:
        if answer.about in loss.things or answer.question in gone:
            return True
        told = answer.about in turns or any(map(passage.told_in, (answer.text, answer.asked)))
        return answer.session == passage.session and told

    return {id: answer for id, answer in answers.items() if not goes(answer)}


def questions_of(recaps: Mapping[Kept, Recap]) -> frozenset[str]:
    """Ids of all questions and prompts of these recaps."""
    return frozenset(_asked(recaps.values()))


def _asked(recaps: Iterable[Recap]) -> Iterator[str]:
    for recap in recaps:
        for question in recap.questions:
            yield question_id(recap.session, question)
        for prompt in recap.reflections:
            yield reflection_id(recap.session, prompt)
