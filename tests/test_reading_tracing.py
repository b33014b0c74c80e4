# ruff: noqa: E501  a call is one row of a table
"""Where a promise is told in no word of its own: beside the other one's half, or after its name.

N is the mentor, S the mentee.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dialogue import MENTEE, MENTOR, SMALL_TALK, TAIL, later_call

from coach.reading import Call
from coach.reading.updates import find_updates
from coach.reading.updates.ground import Ground
from coach.reading.updates.tracing import Traces
from coach.records import Commitment

OWNERS = {"N": MENTOR, "S": MENTEE}


def promise(key: str, owner: str, action: str, **more: Any) -> Commitment:
    given = {"status": "open", "due": date(2025, 9, 12), **more}
    return Commitment(id=f"01#{key}", owner=OWNERS[owner], action=action, **given)


def call(text: str, *ledger: Commitment) -> Call:
    return later_call(SMALL_TALK + text + TAIL, *ledger)


HALVES = [
    ("Write a page on what a foreman is for and swap it with {}",
     "N: The foreman page, yours was on my desk on Monday.\nS: I was quick for once. And yours?\nN: Mine I never wrote. I have a title."),
    ("Tape one lesson and swap the tape with {}",
     "S: My lesson, the tape, you have it. I sent it on the Sunday.\nN: I laughed a lot.\nS: And where's yours?\nN: I didn't get to it. That's on me."),
    ("Count the unsold loaves for a week and exchange the sheet with {}",
     "S: The loaves I counted, every evening, eleven on the Friday.\nN: I got the sheet. And I'll be honest, mine never got started."),
    ("List five fears about the exam and trade the list with {}",
     "N: Your list of fears, I got it. There was a sixth.\nS: It grew.\nN: And mine, no. I haven't done it. It's on me."),
    ("Price the two orchards and compare the figures with {}",
     "S: I priced both orchards on Friday, like I said, it's all here.\nN: And I didn't. I had the car in the garage all week."),
    ("Draw the ideal workshop and show the drawing to {}",
     "S: So here's the workshop, I drew it in pencil, look at the drawing.\nN: That's lovely. I haven't done mine, I'm sorry."),
    ("Read the first chapter of Okri and send {} three questions",
     "N: Your questions about Okri came on the Tuesday, all three.\nS: And yours?\nN: I never opened the book."),
    ("Photograph the worst corner of the shop and swap photographs with {}",
     "S: My corner you've seen, I sent the photograph the same night.\nN: I have not sent mine. I took the phone out and I was ashamed."),
    ("Walk a mile at lunch every day and keep a tally for {}",
     "S: I walked my mile, every lunch, there's the tally.\nN: I didn't. Not once. I have no excuse."),
    ("Write the opening of the eulogy and compare it with {}",
     "S: I wrote the opening of the eulogy on the Friday, I've got it here.\nN: Well, I never wrote mine. I had no time at all."),
]  # fmt: skip
"""One half of a deal kept, the other told of in no word of it."""


@pytest.mark.parametrize(("action", "text"), HALVES)
def test_the_other_half_of_a_deal_is_told_beside_the_first(action: str, text: str) -> None:
    mine = promise("c1", "S", action.format("Ada"))
    yours = promise("c2", "N", action.format("Sam"))
    told = {each.commitment: each for each in find_updates(call(text, mine, yours))}
    assert told["01#c2"].status == "not_done"
    last = max(quote.turn for quote in told["01#c2"].quotes)
    assert last >= 3 + text.count("\n")


BESIDE_THE_POINT = [
    ("Write a page on what a foreman is for and swap it with {}", "N: The foreman page, yours was on my desk on Monday.\nS: I was quick for once.\nN: It made me laugh, the bit about the boots."),
    ("Tape one lesson and swap the tape with {}", "S: My lesson, I sent you the tape on the Sunday.\nN: I know. And how is the voice?\nS: Nearly back."),
    ("Count the unsold loaves for a week and exchange the sheet with {}", "S: The loaves I counted, every evening, eleven on the Friday.\nN: Eleven is a lot. Who buys the rye these days?\nS: Nobody."),
    ("List five fears about the exam and trade the list with {}", "N: Your list of fears, I got it. There was a sixth.\nS: It grew."),
    ("Price the two orchards and compare the figures with {}", "S: I priced both orchards on Friday, like I said, it's all here.\nN: Lovely figures. Is the lower one wet?\nS: Always."),
    ("Draw the ideal workshop and show the drawing to {}", "S: So here's the workshop, I drew it in pencil, look at the drawing.\nN: That's lovely. Where does the light come from?"),
    ("Copy out a favourite recipe and trade it with {}", "S: The recipe came back to me in my gran's words, I copied it out on Monday.\nN: With the goose fat. I could smell it."),
    ("Photograph the worst corner of the shop and swap photographs with {}", "S: My corner you've seen, I sent the photograph the same night.\nN: It's a terrible corner. The ladder!\nS: The ladder is my father's."),
    ("Walk a mile at lunch every day and keep a tally for {}", "S: I walked my mile, every lunch, there's the tally.\nN: Every lunch! In that wind."),
    ("Write the opening of the eulogy and compare it with {}", "S: I wrote the opening of the eulogy on the Friday, it's here.\nN: Good. Slowly, and look up."),
]  # fmt: skip
"""One half of a deal kept, and nothing said of the other."""


@pytest.mark.parametrize(("action", "text"), BESIDE_THE_POINT)
def test_what_is_told_beside_a_promise_is_not_its_other_half(action: str, text: str) -> None:
    mine = promise("c1", "S", action.format("Ada"))
    yours = promise("c2", "N", action.format("Sam"))
    assert "01#c2" not in {each.commitment for each in find_updates(call(text, mine, yours))}


AGAIN_AT_THE_END = [
    ("Log the fuel in the wheelhouse, every trip", "S: I did the fuel. There's eleven trips. I skipped a couple.", "S: I'll note the swell then. In the wheelhouse, with the fuel.\nN: You and your fuel."),
    ("Put a cross on the calendar, every walk with the dog", "S: I did the crosses. I missed a couple.", "S: I'll put his weight there too. On the calendar, with the crosses.\nN: You and your crosses."),
    ("Write the temperature on the slate by the oven", "S: I did the slate. I forgot a few batches.", "S: I'll put the times as well. On the slate, by the oven.\nN: You and your slate."),
]  # fmt: skip
"""What was done is told first; later its words stand beside a new plan."""
BETWEEN = """
N: Good. And how did the open day go?
S: Loud. There were forty people and one of them fell in the pond.
N: No!
S: He laughed more than anybody. My sister gave him a towel.
N: Would you do it again?
S: With a fence. I would do it with a fence.
N: That sounds wise to me.
"""


@pytest.mark.parametrize(("action", "account", "plan"), AGAIN_AT_THE_END)
def test_the_account_is_cited_and_not_the_plan_that_names_it_later(
    action: str, account: str, plan: str
) -> None:
    (told,) = find_updates(call(account + BETWEEN + plan, promise("c1", "S", action)))
    assert (told.status, {quote.turn for quote in told.quotes}) == ("partly", {3})


def test_only_sentences_near_what_is_named_may_tell_of_a_promise() -> None:
    heard = call("S: The slate came on the Friday.", promise("c1", "S", "Order the slate"))
    near = {index for index, _, _ in Traces(Ground(heard, heard.ledger)).shown([0])}
    (named,) = (each.index for each in heard.sentences if "slate" in each.text)
    assert near == set(range(named - 2, named + 4))
