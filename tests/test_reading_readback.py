"""The end of a call names promises again, with their days."""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, dialogue

from coach.reading.offline import OfflineReader
from coach.reading.readback import items

TODAY = date(2026, 3, 3)
SMALL_TALK = "\n".join(
    f"{who}: {words}"
    for who, words in [
        ("Mentor", "And how is the garden this year?"),
        ("Mentee", "Wet. The beans have drowned."),
        ("Mentor", "Mine too. The slugs ate what was left."),
        ("Mentee", "They always do, in a wet spring."),
        ("Mentor", "And your brother, is he well?"),
        ("Mentee", "He is. He sends his best."),
        ("Mentor", "That is kind of him."),
        ("Mentee", "He is a kind man."),
    ]
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Letter Friday, application Sunday.", ["Letter 2026-03-06", "application 2026-03-08"]),
        ("Letter, Friday. The form, tomorrow.", ["Letter 2026-03-06", "The form 2026-03-04"]),
        ("Friday, the letter. Sunday, the form.", ["the letter 2026-03-06", "the form 2026-03-08"]),
        ("So I've got the roof on Monday and the gate.", ["the roof 2026-03-09", "the gate None"]),
        ("The twelfth, five o'clock.", []),
        ("I think that she said it would be on Friday when he comes home.", []),
    ],
)
def test_a_list_gives_labels_with_their_days(said: str, expected: list[str]) -> None:
    found = [f"{item.label} {item.due.due if item.due else None}" for item in items(said, TODAY)]
    assert found == expected


def test_what_was_it_when_promised_is_named_by_the_read_back() -> None:
    call = dialogue(
        f"""Mentor: And the module?
        Mentee: I'll do it by Friday. And I'll ring the bank on Monday.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Module Friday, bank Monday."""
    )
    found = {claim.due_phrase: claim.action for claim in OfflineReader().read(call).commitments}
    assert "odule" in found["by Friday"]
    assert "bank" in found["on Monday"]


def test_what_only_the_read_back_tells_of_is_a_promise_too() -> None:
    call = dialogue(
        f"""Mentee: I'll ring the bank on Monday.
        Mentor: Good. And the slides could go to the committee a day early.
        Mentee: They could.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Bank, Monday. The slides, Thursday."""
    )
    found = OfflineReader().read(call).commitments
    assert [claim.owner for claim in found] == [MENTEE, MENTEE]
    assert any("slides" in claim.action.lower() for claim in found)


def test_a_list_of_days_that_names_no_promise_makes_none() -> None:
    call = dialogue(
        f"""Mentor: Good evening.
        Mentee: Good evening.
        {SMALL_TALK}
        Mentee: The market is Friday, the concert Sunday."""
    )
    assert OfflineReader().read(call).commitments == ()
