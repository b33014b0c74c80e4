# ruff: noqa: E501  a call is one row of a table
"""Which words bind, and which only look it: thoughts, estimates, abilities, things given up.

N is the mentor, S the mentee.
"""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader
from coach.records import Commitment

BEFORE = "N: So, how was the week?\nS: Long. The rain never stopped."
AFTER = "N: And how are the boys?\nS: Loud."


def promises(said: str) -> tuple[Commitment, ...]:
    text = f"\n{BEFORE}\n{said}\n{AFTER}".replace(" | ", "\n")
    call = dialogue(text.replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: "))
    return read_by(OfflineReader(), None, call, "01", frozenset()).commitments


TOLD_ONESELF = [
    "S: And I keep thinking, I'll say it to him tomorrow, I'll say it tomorrow. | N: What are you afraid of?",
    "S: I keep telling myself I'll ring her on Monday. | N: Mm.",
    "S: I kept thinking, I'll phone the bank on Friday. And I never do. | N: Mm.",
    "S: I'm always saying I'll clear the shed at the weekend. | N: Ha.",
    "S: I keep promising my wife I'll book the dentist. | N: Mm.",
    "S: I think to myself, right, tomorrow I'll call the landlord. And then I don't. | N: Mm.",
    "S: And each time it's, I'll call the landlord tomorrow. | N: Mm.",
]
TOLD_THE_OTHER = [
    "S: I keep thinking about it, so I'll ring Orla on Monday and ask. | N: Good.",
    "S: I keep thinking she's cross, and so I'll ask Orla on Friday. | N: Good.",
    "S: I keep the log on the fridge and I'll bring it on Friday. | N: Good.",
    "S: I think I'll ring Orla on Monday. | N: Good.",
    "S: I tell myself it can wait. No. I'll ring Orla on Monday. | N: Good.",
]


@pytest.mark.parametrize("said", TOLD_ONESELF)
def test_what_one_keeps_telling_oneself_is_no_promise(said: str) -> None:
    assert not promises(said)


@pytest.mark.parametrize("said", TOLD_THE_OTHER)
def test_what_one_makes_of_such_a_thought_is_one(said: str) -> None:
    assert len(promises(said)) == 1


NEW_REQUESTS = [
    "S: I'll talk to Declan on Wednesday. | N: Good. Would you keep a log of where your hours go, just for two weeks? | S: I can do that, yeah. | N: Lovely.",
    "S: I'll ring the vet on Monday. | N: And could you draft the label for the honey? | S: I can do that. | N: Lovely.",
]
THE_SAME_AGAIN = [
    "S: I'll ring the vet on Monday. | N: Would you really ring her? | S: I'll do that, yes. | N: Lovely.",
    "S: I'll do it on Thursday, the talk with Loic. | N: When are you alone with him? | S: Thursday, I do it Thursday. | N: Lovely.",
]


@pytest.mark.parametrize("said", NEW_REQUESTS)
def test_a_yes_to_a_new_request_is_a_promise_of_its_own(said: str) -> None:
    assert len(promises(said)) == 2


@pytest.mark.parametrize("said", THE_SAME_AGAIN)
def test_a_yes_to_the_same_once_more_is_not(said: str) -> None:
    assert len(promises(said)) == 1
