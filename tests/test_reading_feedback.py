"""Feedback: the closing round first, then praise and remarks about the work together."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.moments import Moments
from coach.reading.moments.feedback import find_feedback
from coach.records.claims import FeedbackClaim

BODY = "Mentor: Then you go on to the kiln.\nMentee: To the kiln, at noon.\n" * 25


def closing(talk: str) -> tuple[FeedbackClaim, ...]:
    return find_feedback(Moments(dialogue(BODY + talk)))


def test_the_answer_to_the_closing_question_is_feedback_from_who_answers() -> None:
    (given,) = closing(
        "Mentor: And what was useful today?\nMentee: Hm.\nMentee: You let me finish."
    )
    assert (given.giver, given.receiver) == (MENTEE, MENTOR)
    assert given.text == "You let me finish."


def test_the_same_words_are_no_feedback_where_nobody_asked() -> None:
    assert closing("Mentor: And the kiln is hot?\nMentee: Hm.\nMentee: You let me finish.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "I'm so proud of you for that.",
        "you did the work and i want you to know it",
        "That's the clearest note you've sent me.",
        "I really like how you asked her first.",
        "I'll tell you what I liked. Most people would have kept quiet, and you said it.",
    ],
)
def test_a_remark_about_the_others_work_is_feedback(words: str) -> None:
    (given,) = find_feedback(Moments(dialogue(f"Mentee: So that was it.\nMentor: {words}")))
    assert given.giver == MENTOR


@pytest.mark.parametrize(
    "talk",
    [
        "Mentor: What would be useful between now and then?\nMentee: A list of names would do.",
        "Mentor: A year ago we'd have waited for the plumber.\nMentee: Hm.",
        "Mentor: Most people take the bus there.\nMentee: Hm.",
        "Mentor: I'm proud of my garden.\nMentee: I bet.",
        "Mentor: You could be really good at this if you tried.\nMentee: Hm.",
        "Mentor: Thanks for the slides.\nMentee: Sure.",
        "Visitor: I'm so proud of you both.\nMentor: Thanks.",
        "Mentor: How was today's round with the boss?\nMentee: Long.",
    ],
)
def test_plans_thanks_for_things_and_third_voices_are_no_feedback(talk: str) -> None:
    assert find_feedback(Moments(dialogue(talk))) == ()


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Is that the clearest note you've sent me?", False),
        ("That's the clearest note you've sent me, isn't it?", True),
    ],
)
def test_what_is_only_asked_is_no_feedback_and_a_tag_asks_nothing(words: str, is_one: bool) -> None:
    talk = f"Mentee: So that was it.\nMentor: {words}\nMentee: Sort of."
    assert bool(find_feedback(Moments(dialogue(talk)))) is is_one
