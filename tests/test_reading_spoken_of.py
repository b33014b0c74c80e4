# ruff: noqa: E501  a story is one row of a table
"""A word in common with a promise is no account of it; the plain account of it still is.

N is the mentor, S the mentee; every promise is the mentee's.
"""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, SMALL_TALK, TAIL, later_call

from coach.reading.updates import find_updates
from coach.records import Commitment

MEANWHILE = [
    ("Ask Petra for the recipe", "S: I met Petra at the market."),
    ("Ask Petra for the recipe", "S: I met Petra at the market on Saturday. She was well."),
    ("Ask Petra for the recipe", "S: I got a new recipe from my aunt and cooked it."),
    ("Send Nora the page with the budget", "S: I read a page last night and fell asleep."),
    ("Phone the bank about the loan", "S: I was on the phone with my sister all evening."),
    ("Open an account at the credit union", "S: The shop was open on Sunday, and I went in and got bread."),
    ("Write a one-page budget", "S: It's half a page of what happened and then I shut the book."),
    ("Take the laptop to the repair shop", "S: I dropped the laptop on the floor and it made a noise."),
    ("Count the boxes in the cellar by Friday", "S: On Friday I went swimming, it was lovely."),
]  # fmt: skip
ACCOUNTS = [
    ("Ask Petra for the recipe", "S: I asked Petra, she sent it."),
    ("Ask Petra for the recipe", "N: And Petra?\nS: I asked her, she sent it."),
    ("Ask Petra for the recipe", "N: Did you ask Petra?\nS: I did, she sent it."),
    ("Send Nora the page with the budget", "N: And the page?\nS: I sent it on Friday."),
    ("Phone the bank about the loan", "S: I phoned them, they gave us the loan."),
    ("Phone the bank about the loan", "N: How did the phone call go?\nS: I made it on Monday, they were kind."),
    ("Open an account at the credit union", "S: I opened it on Monday, the account."),
    ("Take the laptop to the repair shop", "S: I took the laptop in on Tuesday."),
    ("Order a new kettle", "S: The kettle came yesterday, it's lovely."),
    ("Count the boxes in the cellar by Friday", "S: I counted them on Friday, two hundred boxes."),
]  # fmt: skip


def told(action: str, story: str) -> list[str]:
    due = date(2025, 9, 12)  # a Friday
    promise = Commitment(id="01#c1", owner=MENTEE, action=action, status="open", due=due)
    return [each.status for each in find_updates(later_call(SMALL_TALK + story + TAIL, promise))]


@pytest.mark.parametrize(("action", "story"), MEANWHILE)
def test_a_story_that_shares_a_word_or_a_day_with_a_promise_closes_nothing(
    action: str, story: str
) -> None:
    assert told(action, story) == []


@pytest.mark.parametrize(("action", "story"), ACCOUNTS)
def test_a_plain_account_in_as_few_words_closes_the_promise(action: str, story: str) -> None:
    assert told(action, story) == ["done"]
