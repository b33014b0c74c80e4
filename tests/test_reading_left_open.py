"""Questions of the call that were put off: an open question, and an answer that goes no further."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, dialogue

from coach.cues import plain
from coach.reading.moments.left_open import PUTS_OFF, find_left_open

OPEN = "Okay. And what would make it a good one?"


def heard(question: str, answer: str) -> list[tuple[str, str]]:
    call = dialogue(f"Mentor: {question}\nMentee: {answer}\nMentor: Fine. And Jo?")
    return [(claim.who, claim.text) for claim in find_left_open(call)]


def test_the_sign_fits_its_example_and_stops_where_it_says() -> None:
    assert PUTS_OFF.search(plain(PUTS_OFF.fits)) and not PUTS_OFF.search(plain(PUTS_OFF.but_not))


@pytest.mark.parametrize(
    "answer",
    ["I don't know yet.", "Hm. Let me think about that.", "Good question. Ask me next time."],
)
def test_an_open_question_that_is_put_off_is_left_open(answer: str) -> None:
    assert heard(OPEN, answer) == [(MENTEE, "What would make it a good one?")]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Have you told him?", "I don't know yet."),
        (OPEN, "I don't know. That he talks more than I do, for once."),
        (OPEN, "That he talks. I don't know yet how."),
        (OPEN, "I don't know yet, but if I had to say it would be that he talks more than I do."),
        ("What a good one.", "I don't know yet."),
    ],
)
def test_a_yes_or_no_and_a_thought_aloud_leave_nothing_open(question: str, answer: str) -> None:
    assert heard(question, answer) == []
