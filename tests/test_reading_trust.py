"""The five trust behaviours, shown and missed, as the person's own words show them."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.moments import Moments
from coach.reading.moments.trust import find_trust


@pytest.mark.parametrize(
    ("words", "behaviour", "polarity"),
    [
        ("What you tell me stays with me.", "discretion", "shown"),
        ("I won't say anything to him.", "discretion", "shown"),
        ("Look, I should tell you I do know your director.", "communication", "shown"),
        ("I'm not neutral in this.", "communication", "shown"),
        ("I'm not a lawyer, so don't take it from me.", "knowledge_boundaries", "shown"),
        ("tax is out of my depth i'm afraid", "knowledge_boundaries", "shown"),
        ("I'd probably just be guessing about visas there.", "knowledge_boundaries", "shown"),
        ("They're not going to hear it from me.", "discretion", "shown"),
        ("I gave her my word on it.", "discretion", "shown"),
        ("I'll hold my hands up, that was me.", "accountability", "shown"),
        ("I owe you an apology. The form is still in my bag.", "accountability", "shown"),
        ("I told you I'd ring her. And I didn't.", "words_match_deeds", "missed"),
        ("She gave me the file and I never forwarded it.", "words_match_deeds", "missed"),
    ],
)
def test_a_trust_behaviour_is_heard(words: str, behaviour: str, polarity: str) -> None:
    (moment,) = find_trust(Moments(dialogue(f"Mentee: So.\nMentor: {words}\nMentee: Okay.")))
    assert (moment.behaviour, moment.polarity, moment.who) == (behaviour, polarity, MENTOR)


@pytest.mark.parametrize(
    "words",
    [
        "He said he's not a lawyer.",
        "I won't say much about the weather.",
        "I'm sorry to hear about your mum.",
        "My team never sent it.",
        "They're not going to hear it from the back row.",
        "He was guessing about visas there.",
        "I should tell you a joke.",
        "Can you keep it between us?",
    ],
)
def test_reported_words_courtesies_and_requests_are_no_trust_moment(words: str) -> None:
    assert find_trust(Moments(dialogue(f"Mentee: So.\nMentor: {words}"))) == ()


def test_owning_up_is_the_speakers_and_may_be_the_mentees() -> None:
    talk = "Mentor: So.\nMentee: I said I'd send it and I didn't. No excuse.\nMentor: Okay."
    (moment,) = find_trust(Moments(dialogue(talk)))
    assert (moment.who, moment.behaviour) == (MENTEE, "accountability")


def test_the_same_behaviour_of_a_person_is_named_once() -> None:
    first = "Mentee: So.\nMentor: What you tell me stays with me.\nMentee: Okay.\nMentee: Well.\n"
    again = "Mentee: Fine.\nMentor: I won't say anything to him.\nMentee: Okay."
    assert len(find_trust(Moments(dialogue(first + again)))) == 1
