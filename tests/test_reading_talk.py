"""Talk figures and open and closed questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.talk import question_kind, talk

ANNOMI = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "annomi.jsonl"


@pytest.mark.parametrize(
    "text",
    [
        "What happens just before you stop?",
        "so how did it go",
        "Okay. And why's that?",
        "Can you tell me a bit more about her?",
        "Anything else?",
        "I'm wondering what you make of it.",
        "What would you do differently?",
    ],
)
def test_a_question_that_leaves_the_answer_free_is_open(text: str) -> None:
    assert question_kind(text) == "open"


@pytest.mark.parametrize(
    "text",
    [
        "Did you ring him?",
        "how many were there?",
        "It's on Friday, right?",
        "You sent it?",
        "are you a doctor",
        "Did you see what happened?",
        "How often do you meet?",
    ],
)
def test_a_question_for_yes_no_or_one_fact_is_closed(text: str) -> None:
    assert question_kind(text) == "closed"


@pytest.mark.parametrize(
    "text",
    ["I rang him.", "What I do is I wait.", "When I came home it was late.", "", "Oh. What a day."],
)
def test_a_statement_is_no_question(text: str) -> None:
    assert question_kind(text) is None


def test_shares_count_words_and_a_short_reply_does_not_end_a_monologue() -> None:
    figures = talk(
        dialogue(
            "Mentee: one two three four\nMentor: Mm-hm.\nMentee: five six seven eight nine\n"
            "Mentor: And what then, do you think?"
        )
    )
    assert figures.longest == {MENTOR: 6, MENTEE: 9}
    assert figures.share == {MENTOR: 0.438, MENTEE: 0.562}
    assert figures.open_questions == {MENTOR: 1, MENTEE: 0}
    assert figures.closed_questions == {MENTOR: 0, MENTEE: 0}


def test_a_third_voice_gets_no_figures() -> None:
    assert set(talk(dialogue("Mum: Do you want chips?\nMentor: Yes.")).share) == {MENTOR}


@pytest.mark.skipif(not ANNOMI.exists(), reason="development data is not here")
def test_open_and_closed_agree_with_trained_raters() -> None:
    rated = [
        (utterance["question_type"], question_kind(utterance["text"]))
        for line in ANNOMI.read_text(encoding="utf-8").splitlines()
        for utterance in json.loads(line)["utterances"]
        if utterance.get("question_type")
    ]
    scores = []
    for label in ("open", "closed"):
        hits = sum(rater == ours == label for rater, ours in rated)
        ours_n = sum(ours == label for _, ours in rated)
        raters_n = sum(rater == label for rater, _ in rated)
        scores.append(2 * hits / (ours_n + raters_n))
    assert sum(scores) / 2 >= 0.78
