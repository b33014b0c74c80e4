"""Slippage: one of six reasons, only next to words that say that it did not happen."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, dialogue

from coach.reading.moments.slippage import find_slippage
from coach.records import Commitment


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("I haven't sent it. It no longer makes sense for us.", "direction"),
        ("It's not gone, she was on leave.", "obstacle"),
        ("I didn't ask. I was too scared.", "belief"),
        ("I didn't get to it, I was flat out all month.", "bandwidth"),
        ("I only did half because I kept putting it off.", "priority"),
        ("I've not done it, I didn't know who to ask.", "information"),
    ],
)
def test_each_of_the_six_reasons_is_heard(words: str, reason: str) -> None:
    (slip,) = find_slippage(dialogue(f"Mentor: And the letter?\nMentee: {words}"))
    assert slip.reason == reason


def test_the_answer_to_what_got_in_the_way_is_a_reason() -> None:
    talk = "Mentor: What got in the way?\nMentee: A hell of a week, honestly."
    (slip,) = find_slippage(dialogue(talk))
    assert slip.reason == "bandwidth"


@pytest.mark.parametrize(
    "words",
    ["I was flat out and I loved it.", "He was too scared to send it.", "I sent it on Friday."],
)
def test_a_busy_week_in_which_all_went_well_is_no_slippage(words: str) -> None:
    assert find_slippage(dialogue(f"Mentor: And?\nMentee: {words}")) == ()


def test_the_commitment_is_named_only_where_the_words_clearly_speak_of_it() -> None:
    ledger = [
        Commitment(id="01#c1", owner=MENTEE, action="Write the donor letter", status="open"),
        Commitment(id="01#c2", owner=MENTEE, action="Call the plumber", status="open"),
    ]
    clear = dialogue("Mentor: The donor letter?\nMentee: I forgot, I never wrote it.", ledger)
    vague = dialogue("Mentor: And the other thing?\nMentee: I forgot, I never did it.", ledger)
    assert [slip.commitment for slip in find_slippage(clear)] == ["01#c1"]
    assert [slip.commitment for slip in find_slippage(vague)] == [None]
