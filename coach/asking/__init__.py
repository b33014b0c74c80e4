"""What is still open after a call, and the question that would close it.

Code finds the gaps; the frameworks' own wordings ask. Every question is open, names one gap, stands
in the pair's own nouns, and goes to the one who can answer it.

    gaps, worth    what a promise leaves open, and how much it asks of its owner
    needs          everything that could be asked about, what is best asked first
    nouns, wording promises and goals as nouns, and the packs' words around them
    questions, reflections, coverage     what a recap shows
    anew           what of it is still to ask, once a person changed the draft
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.asking.anew import asked_anew
from coach.asking.coverage import coverage
from coach.asking.gaps import commitment_gaps, is_vague, vague_word
from coach.asking.questions import follow_ups, goal_question, question_id
from coach.asking.reflections import reflection_id, reflections
from coach.asking.wording import Wording
from coach.library import Framework
from coach.reading import Call
from coach.records import Recap

__all__ = [
    "asked_anew",
    "commitment_gaps",
    "complete",
    "goal_question",
    "is_vague",
    "question_id",
    "reflection_id",
    "vague_word",
]


def complete(draft: Recap, call: Call, frameworks: Mapping[str, Framework]) -> Recap:
    """Add to a checked draft its follow-up questions, reflection prompts and coverage."""
    wording = Wording(call.relationship, frameworks)
    asked = tuple(follow_ups(draft, call, wording))
    return draft.model_copy(
        update={
            "questions": asked,
            "reflections": tuple(reflections(draft, call, wording, asked)),
            "coverage": tuple(coverage(draft, call.relationship, frameworks)),
        }
    )
