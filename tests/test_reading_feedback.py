"""Feedback: the closing round first, then praise and remarks about the work together."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.feedback import find_feedback


def test_the_answer_to_the_closing_question_is_feedback_from_who_answers() -> None:
    (given,) = find_feedback(
        dialogue("Mentor: And what was useful today?\nMentee: Hm.\nMentee: You let me finish.")
    )
    assert (given.giver, given.receiver) == (MENTEE, MENTOR)
    assert given.text == "You let me finish."


def test_the_question_handed_back_is_answered_by_the_other_one() -> None:
    given = find_feedback(
        dialogue(
            "Mentor: What was useful?\nMentee: The silence. It made me think.\n"
            "Mentee: And for you?\nMentor: Nobody says that to me at work."
        )
    )
    assert {one.giver for one in given} == {MENTEE, MENTOR}


def test_a_form_read_aloud_is_answered_by_who_reads_it() -> None:
    (given,) = find_feedback(
        dialogue(
            "Mentee: Last one. What has been the most useful thing.\nMentor: Go on.\n"
            "Mentee: I put, she told me the truth."
        )
    )
    assert given.giver == MENTEE


@pytest.mark.parametrize(
    "words",
    [
        "I'm so proud of you for that.",
        "you did the work and i want you to know it",
        "That's the clearest note you've sent me.",
        "I've known managers who never learn that.",
        "I really like how you asked her first.",
        "Sometimes when I'm talking you tell a story and then I lose the thread.",
    ],
)
def test_a_remark_about_the_others_work_is_feedback(words: str) -> None:
    (given,) = find_feedback(dialogue(f"Mentee: So that was it.\nMentor: {words}"))
    assert given.giver == MENTOR


@pytest.mark.parametrize(
    "talk",
    [
        "Mentor: What would be useful between now and then?\nMentee: A list of names would do.",
        "Mentor: I'm proud of my garden.\nMentee: I bet.",
        "Mentor: You could be really good at this if you tried.\nMentee: Hm.",
        "Mentor: Thanks for the slides.\nMentee: Sure.",
        "Visitor: I'm so proud of you both.\nMentor: Thanks.",
        "Mentor: How was today's round with the boss?\nMentee: Long.",
    ],
)
def test_plans_thanks_for_things_and_third_voices_are_no_feedback(talk: str) -> None:
    assert find_feedback(dialogue(talk)) == ()
