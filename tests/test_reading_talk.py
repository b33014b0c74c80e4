"""Talk figures and open and closed questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.cues import Cue, plain
from coach.reading.questions import UNMARKED, WAYS, question_kind
from coach.reading.talk import talk

FORMS = (*(way for _, way in WAYS), *UNMARKED)
ANNOMI = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "annomi.jsonl"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_fits_its_example_and_not_its_counter_example(form: Cue) -> None:
    assert form.search(plain(form.fits))
    assert not form.search(plain(form.but_not))


@pytest.mark.parametrize(("kind", "way"), WAYS, ids=lambda either: getattr(either, "name", ""))
def test_the_example_of_a_form_is_decided_by_it(kind: str, way: Cue) -> None:
    assert question_kind(way.fits) == kind


@pytest.mark.parametrize("form", UNMARKED, ids=lambda form: form.name)
def test_an_unmarked_form_is_a_question_without_its_mark(form: Cue) -> None:
    assert question_kind(form.fits)
    assert question_kind(form.but_not) is None


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
        "Would you mind filling me in?",
        "If he says no, what happens?",
        "You told her what?",
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
        "I'm wondering, is that something you'd want?",
        "And tell me, on a scale of one to ten, how ready are you?",
        "So it wasn't what you hoped for?",
        "Would you like some more time?",
        "When did you start?",
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
    assert sum(scores) / 2 >= 0.80
