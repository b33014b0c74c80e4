"""Answers to the closing questions: the adjacent turn, in its own words, and nothing else."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue
from hypothesis import given
from hypothesis import strategies as st

from coach.cues import plain
from coach.evidence import locate
from coach.reading.moments.useful import ASKS_BACK, ASKS_CHANGE, ASKS_USEFUL, PROPOSES, find_useful

TALK = "\n".join(["Mentor: And the rota?", "Mentee: I rang Jo about the rota on Monday."] * 6)


def heard(end: str) -> list[tuple[str, str, str]]:
    call = dialogue(f"{TALK}\n{end}")
    return [(claim.kind, claim.who, claim.text) for claim in find_useful(call)]


@pytest.mark.parametrize("cue", [ASKS_USEFUL, ASKS_CHANGE, ASKS_BACK, PROPOSES])
def test_each_sign_fits_its_example_and_stops_where_it_says(cue) -> None:  # type: ignore[no-untyped-def]
    assert cue.search(plain(cue.fits)) and not cue.search(plain(cue.but_not))


@pytest.mark.parametrize(
    "question",
    [
        "What was the most useful bit?",
        "Was this of any use, or did I talk too much?",
        "How was this for you?",
        "What will you take away from today?",
    ],
)
def test_what_was_useful_is_what_the_other_one_answers(question: str) -> None:
    end = f"Mentor: {question}\nMentee: Yeah. You asked who set it up that way."
    assert heard(end) == [("useful", MENTEE, "You asked who set it up that way.")]


def test_a_wish_is_told_apart_from_what_was_useful_in_the_same_answer() -> None:
    end = "Mentor: Was it useful?\nMentee: You listened to the end. Maybe you can go slower."
    assert heard(end) == [
        ("useful", MENTEE, "You listened to the end."),
        ("change", MENTEE, "Maybe you can go slower."),
    ]


def test_what_was_not_useful_is_something_to_change() -> None:
    end = "Mentor: Not useful?\nMentee: I explained the chart at length."
    assert heard(end) == [("change", MENTEE, "I explained the chart at length.")]


def test_the_question_may_be_handed_back() -> None:
    end = "Mentor: What was useful?\nMentee: The list.\nMentee: And for you?\nMentor: Your honesty."
    assert heard(end) == [("useful", MENTEE, "The list."), ("useful", MENTOR, "Your honesty.")]


@pytest.mark.parametrize(
    "end",
    [
        "Mentor: Was it useful?\nMentee: Yes, very.",
        "Mentor: Not useful?\nMentee: Today nothing.",
        "Mentor: What would be useful between now and the next one?\nMentee: A template.",
        "Mentor: What was useful?\nMentee: Maybe the fire. I'm joking.",
        "Mentee: The form asks what was the most useful thing.\nMentor: Go on. I'm all ears.",
        "Mentor: What was useful?\nMentor: Anyway, the rota.",
    ],
)
def test_a_bare_yes_a_joke_and_a_plan_say_nothing_of_it(end: str) -> None:
    assert heard(end) == []


def test_what_is_asked_before_the_end_of_a_call_is_about_something_else() -> None:
    asked = "Mentor: What was useful?\nMentee: The course in March."
    assert find_useful(dialogue(f"{asked}\n{TALK}")) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "What was useful?",
                "Not useful?",
                "And you?",
                "Yes.",
                "",
                "You asked. […] I said.",
                "?",
            ]
        )
        | st.text(max_size=40),
        max_size=12,
    )
)
def test_whatever_is_said_each_quote_stands_in_its_turn_and_has_its_speaker(
    lines: list[str],
) -> None:
    said = [" ".join(line.split()) for line in lines]
    call = dialogue("\n".join(f"{('Mentor', 'Mentee')[n % 2]}: {s}" for n, s in enumerate(said)))
    for claim in find_useful(call):
        for quote in claim.quotes:
            assert call.names[quote.turn] == claim.who
            assert (
                locate(quote.words, call.transcript.turns[quote.turn].text) or "[…]" in quote.words
            )
