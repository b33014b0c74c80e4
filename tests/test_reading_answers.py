# ruff: noqa: E501  a call is one row of a table
"""What is asked or named is shown with what the other one answers, and with nothing else."""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.reading.updates.answers import with_answers

ANSWERED = [
    ("Mentor: And the ferry, did the mate ring?\nMentee: He rang on the Tuesday. Twice.", "He rang on the Tuesday."),
    ("Mentor: The roof?\nMentee: Oh. It's tight since the weekend.", "It's tight since the weekend."),
    ("Mentee: Did you hear from the bursar?\nMentor: Yes. She wrote me four lines.", "She wrote me four lines."),
    ("Mentor: And the goats?\nMentee: Sold, all but the kid.", "Sold, all but the kid."),
    ("Mentor: How did the choir like it? The new one, I mean.\nMentee: They stood up at the end.", "They stood up at the end."),
    ("Mentor: Have you been to the quarry?\nMentee: No.", "No."),
    ("Mentor: So, the visa.\nMentee: It came with the wrong name on it.", "It came with the wrong name on it."),
    ("Mentee: Was the pump fixed?\nMentor: Ha. Jonas took it home and cleaned it.", "Jonas took it home and cleaned it."),
    ("Mentor: Did anybody come to the stall?\nMentee: Nine people. One of them was my aunt.", "One of them was my aunt."),
    ("Mentor: Your letter to the council?\nMentee: Posted, with a stamp this time.", "Posted, with a stamp this time."),
]  # fmt: skip
UNANSWERED = [
    "Mentor: The ferry came in on Tuesday.\nMentee: So it did, with the mail.",
    "Mentor: I think the roof is tight.\nMentee: My roof was never tight.",
    "Mentor: Did you hear from the bursar?\nMentee: Do you mean the old one?",
    "Mentor: And the goats? They were loud. They ate the fence. And then my brother came.\nMentee: I remember.",
    "Mentor: She asked whether I sing.\nMentee: And you do sing.",
    "Mentor: Tell me about the quarry, all of it, from the beginning.\nMentee: We drove for an hour.",
    "Mentor: How good that was!\nMentee: I slept for ten hours.",
    "Mentor: Was the pump fixed?",
    "Mentor: Nobody came to the stall on the Saturday.\nMentee: That was the rain.",
    "Mentor: I know what you mean about letters.\nMentee: You write a lot of them.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), ANSWERED)
def test_what_is_asked_is_shown_with_its_answer(text: str, answer: str) -> None:
    sentences = dialogue(text).sentences
    shown = with_answers({sentences[0]}, sentences, ())
    assert [each.text for each in shown - {sentences[0]}] == [answer]
    at = next(each.index for each in sentences if each.text == answer)
    assert with_answers({sentences[0]}, sentences, (at,)) == {sentences[0]}


@pytest.mark.parametrize("text", UNANSWERED)
def test_nothing_is_added_where_nothing_is_asked_or_answered(text: str) -> None:
    sentences = dialogue(text).sentences
    assert with_answers({sentences[0]}, sentences, ()) == {sentences[0]}
