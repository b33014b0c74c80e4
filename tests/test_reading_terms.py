"""The working agreement: topics by their sign words, where a rule for the two is laid down."""

from __future__ import annotations

from dialogue import dialogue

from coach.reading.moments.terms import find_terms

TOPICS = {
    "frequency": ("every two weeks", "once a month"),
    "length": ("an hour", "minutes"),
    "off_limits": ("off the table", "out of it"),
    "confidentiality": ("stays here", "confidential"),
    "ways_out": (),
}


def test_a_rule_that_the_other_accepts_is_agreed_and_quotes_both() -> None:
    (term,) = find_terms(dialogue("Mentor: Shall we say every two weeks?\nMentee: Yes."), TOPICS)
    assert (term.topic, term.state) == ("frequency", "agreed")
    assert [quote.turn for quote in term.quotes] == [0, 1]


def test_a_rule_without_acceptance_is_only_discussed() -> None:
    talk = "Mentor: Let's do once a month.\nMentee: I'm not sure, let me think."
    (term,) = find_terms(dialogue(talk), TOPICS)
    assert term.state == "discussed"


def test_sign_words_without_a_rule_for_the_two_are_nothing() -> None:
    talk = "Mentee: The bus took an hour and twenty minutes.\nMentor: Yes."
    assert find_terms(dialogue(talk), TOPICS) == ()


def test_a_rule_that_somebody_else_set_is_nothing() -> None:
    talk = "Mentee: She said we'll meet every two weeks.\nMentor: Right."
    assert find_terms(dialogue(talk), TOPICS) == ()


def test_each_topic_comes_once_in_the_order_of_the_pack() -> None:
    talk = (
        "Mentor: What you say stays here.\nMentee: Thank you.\n"
        "Mentor: So let's do an hour every two weeks.\nMentee: Perfect.\n"
        "Mentor: I'd keep it at an hour, let's say an hour.\nMentee: Yes."
    )
    assert [term.topic for term in find_terms(dialogue(talk), TOPICS)] == [
        "frequency",
        "length",
        "confidentiality",
    ]


def test_a_secret_asked_for_is_no_rule_and_is_not_hinted_at() -> None:
    asked = "Mentee: Can I say something and it stays here, between us?\nMentor: Of course.\n"
    assert find_terms(dialogue(asked + "Mentee: […]\nMentor: Right."), TOPICS) == ()
    (term,) = find_terms(dialogue(asked + "Mentee: Good.\nMentor: Right."), TOPICS)
    assert term.topic == "confidentiality"
