# ruff: noqa: E501  a call is one row of a table
"""Where a promise is told in no word of its own: beside the other one's half, or after its name.

N is the mentor, S the mentee.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue import MENTEE, MENTOR, dialogue

from coach.reading import Call
from coach.reading.ground import Ground
from coach.reading.tracing import Traces
from coach.records import Commitment

HELD_ON = date(2025, 9, 25)  # a Thursday
OWNERS = {"N": MENTOR, "S": MENTEE}
SMALL_TALK = """
N: Morning. Is the rain as bad with you as it is here?
S: Worse. The yard is a lake, the dog is swimming in it.
N: Ha. Well, let's see where we are.
"""
TAIL = """
N: And how is it at home?
S: Quiet for once. The boys are at their gran's.
N: Right. Anything else for today?
S: No, that was everything I think.
"""


def promise(key: str, owner: str, action: str, **more: Any) -> Commitment:
    given = {"status": "open", "due": date(2025, 9, 12), **more}
    return Commitment(id=f"01#{key}", owner=OWNERS[owner], action=action, **given)


def call(text: str, *ledger: Commitment) -> Call:
    spelled = (
        (SMALL_TALK + text + TAIL).replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: ")
    )
    return replace(dialogue(spelled, ledger), held_on=HELD_ON)


def test_only_sentences_near_what_is_named_may_tell_of_a_promise() -> None:
    heard = call("S: The slate came on the Friday.", promise("c1", "S", "Order the slate"))
    near = {index for index, _, _ in Traces(Ground(heard, heard.ledger)).shown()}
    (named,) = (each.index for each in heard.sentences if "slate" in each.text)
    assert near == set(range(named - 2, named + 4))
