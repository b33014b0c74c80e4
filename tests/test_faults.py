"""Where claims fail, told one by one, in words that a reader was shown and no others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import Call, Claims, Fault, Person, Relationship, read_transcript_text
from coach.after import faults, withhold
from coach.library import frameworks
from coach.records.claims import CommitmentClaim, PointClaim, Quote, TermClaim, UpdateClaim

PAIR = Relationship(
    id="dana", mentor=Person(name="Dana Whitfield"), mentee=Person(name="Karthik Subramanian")
)
TALK = """
Dana: How did the review go?
Karthik: Anand took half of it, and the outline for Meera is nearly done.
Dana: Could you send me the outline by Friday?
Karthik: Yes, I'll send you the outline by Friday.
Dana: Off the record, the Bangalore team is being closed in June.
Karthik: Okay.
Dana: Back on the record. I'll introduce you to Rohit next week.
"""
TOPICS = frozenset(t.id for t in frameworks()["working-agreement"].kinds("topic"))


def read() -> Call:
    redacted = withhold(read_transcript_text(TALK), PAIR)
    return Call(redacted.transcript, PAIR, redacted.who.names, date(2025, 9, 24))


CALL = read()


def promise(*quotes: tuple[int, str], owner: str = "Karthik") -> CommitmentClaim:
    said = tuple(Quote(turn=turn, words=words) for turn, words in quotes)
    return CommitmentClaim(owner=owner, action="Send Dana the outline", quotes=said)


def found(claims: Claims) -> tuple[Fault, ...]:
    return faults(claims, CALL, TOPICS)


def test_what_stands_has_no_fault() -> None:
    assert found(Claims(commitments=(promise((3, "I'll send you the outline by Friday")),))) == ()


def test_a_quote_that_is_not_there_is_named_with_the_words_nearest_to_it() -> None:
    good, bad = (3, "I'll send you the outline"), (3, "I will send you the whole outline")
    (fault,) = found(Claims(commitments=(promise(good), promise(good, bad))))
    assert (fault.where, fault.kept, fault.turn) == ("commitments[1].quotes[1]", True, 3)
    assert fault.nearest == "Yes, I'll send you the outline by"


def test_a_claim_whose_every_quote_fails_is_left_out_and_says_so() -> None:
    (fault,) = found(Claims(commitments=(promise((99, "I'll send it")),)))
    assert not fault.kept and fault.why == "there is no turn 99; they are 0 to 6"


@pytest.mark.parametrize(
    ("claims", "where", "why"),
    [
        (
            Claims(updates=(UpdateClaim(commitment="09#c9", status="done", quotes=()),)),
            "updates[0]",
            "no such commitment in the ledger",
        ),
        (Claims(commitments=(promise(),)), "commitments[0].quotes", "there is none"),
        (
            Claims(commitments=(promise((3, "I'll send you the outline"), owner="Anand"),)),
            "commitments[0].owner",
            "Dana Whitfield or Karthik Subramanian",
        ),
        (
            Claims(
                terms=(
                    TermClaim(
                        topic="salary",
                        state="agreed",
                        text="",
                        quotes=(Quote(turn=0, words="How did the review go"),),
                    ),
                )
            ),
            "terms[0]",
            "no such topic",
        ),
    ],
)
def test_every_reason_has_an_address(claims: Claims, where: str, why: str) -> None:
    assert [fault for fault in found(claims) if fault.where == where and why in fault.why]


def test_a_quote_of_withheld_words_is_not_met_with_them() -> None:
    told = found(Claims(commitments=(promise((4, "the Bangalore team is being closed in June")),)))
    assert told and "Bangalore" not in str(told) and "June" not in str(told)


@given(
    st.lists(
        st.builds(
            Quote,
            turn=st.integers(-2, 9),
            words=st.one_of(
                st.text(max_size=40),
                st.sampled_from(TALK.split()).map(str),
                st.lists(st.sampled_from(TALK.split()), max_size=9).map(" ".join),
            ),
        ),
        max_size=4,
    )
)
def test_whatever_is_quoted_no_fault_tells_a_withheld_word(quotes: list[Quote]) -> None:
    claim = PointClaim(kind="win", text="the outline", who="Karthik", quotes=tuple(quotes))
    for fault in found(Claims(points=(claim,))):
        assert not {"Bangalore", "closed", "June."} & set((fault.nearest or "").split())
        assert fault.why and fault.where.startswith("points[0]")
