"""What is vague, and what a promise or a goal is called inside a question."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import asking
from coach.asking.nouns import as_thing, gerund, goal_as_thing, short_quote
from coach.asking.promised import promised
from coach.records import Commitment, Evidence, Firmness

# --- what a promise leaves open -------------------------------------------------------------------

FRIDAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("action", "due", "gaps"),
    [
        ("Send the rubric", FRIDAY, ()),
        ("Send the rubric", None, ("time_bound",)),
        ("Get better at delegating", None, ("specific", "measurable", "time_bound")),
        ("Look into it", None, ("specific", "measurable", "time_bound")),
        ("Look into it", FRIDAY, ("specific", "measurable")),
        ("Sort out the stuff", None, ("specific", "measurable", "time_bound")),
        ("Do everything", None, ("specific", "measurable", "time_bound")),
        ("Write one thing down each evening", FRIDAY, ()),
        ("Ring three suppliers", FRIDAY, ()),
        ("Try the new roster on Ward 4 for two weeks", FRIDAY, ()),
        ("Read chapter 4", FRIDAY, ()),
        ("Be there at nine", None, ("time_bound",)),
        ("Improve the handover some day", None, ("specific", "measurable", "time_bound")),
        ("Think about the offer", None, ("specific", "measurable", "time_bound")),
        ("Do something for Ada and ring the ward", None, ("time_bound",)),
        ("Do something about the rota", None, ("specific", "measurable", "time_bound")),
    ],
)
def test_a_promise_is_held_to_less_than_a_goal(
    action: str, due: date | None, gaps: tuple[str, ...]
) -> None:
    assert asking.commitment_gaps(action, due, "firm") == gaps


@given(
    st.text(max_size=60),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(["firm", "conditional"]),
)
@settings(max_examples=60)
def test_a_promise_lacks_a_day_exactly_where_it_has_none(
    action: str, due: date | None, firmness: Firmness
) -> None:
    gaps = asking.commitment_gaps(action, due, firmness)
    assert ("time_bound" in gaps) == (due is None)


VAGUE = """
    yes | not sure | I'll try | I'll think about it | work on my communication | one day
    some day soon I hope | it depends | we'll see how it goes | be more confident
    get better at saying no | just keep going with it | something with the team maybe
    I don't really know yet | more of the same I suppose | at some point this year hopefully
    no one really knows what would help with that stuff | I want to improve things bit by bit here
    everything | one of these days I'll get round to it
"""
SPECIFIC = """
    Friday | on Friday | by 3 October | every Monday at nine | done | Sent | it's done
    I've sent it | dropped, we agreed | Ask Meera on Monday for half the reviews | tomorrow
    I'll ring HR before the roster goes out | I sat down with Rohit and read him the page
    three calls a week until half term | half of the ledger reviews go to Anand
    two hours, with the door shut | nothing, it went as planned
    The supplier wants cash before delivery, so the margin on each crate is gone
"""


def rows(table: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"\||\n", table) if cell.strip()]


@pytest.mark.parametrize("answer", ["", " ", *rows(VAGUE)])
def test_a_vague_answer_is_worth_one_more_question(answer: str) -> None:
    assert asking.is_vague(answer)


@pytest.mark.parametrize("answer", rows(SPECIFIC))
def test_an_answer_with_a_day_a_number_a_name_or_an_outcome_is_enough(answer: str) -> None:
    assert not asking.is_vague(answer)


# --- nouns ---------------------------------------------------------------------------------------

GERUNDS = """
    Send Dana the video = sending Dana the video
    Put it in the diary = putting it in the diary
    Bring the champagne = bringing the champagne
    Ring the bank = ringing the bank
    Ping Luis = pinging Luis
    Scan the form = scanning the form
    Knit a scarf = knitting a scarf
    Quit the committee = quitting the committee
    Fix the link = fixing the link
    Play the tape = playing the tape
    Row to the island = rowing to the island
    Visit the ward = visiting the ward
    Open the tin = opening the tin
    Offer Sam the job = offering Sam the job
    Submit the form = submitting the form
    Prefer the train = preferring the train
    Write to Gregor = writing to Gregor
    See the doctor = seeing the doctor
    Agree on a date = agreeing on a date
    Free up Friday = freeing up Friday
    Dye the wool = dyeing the wool
    Tie the boat = tying the boat
    Be on time = being on time
    Panic less = panicking less
    Not open the laptop = not opening the laptop
    Don't open the laptop = not opening the laptop
    Do not open the laptop = not opening the laptop
    Never call at night = never calling at night
    Definitely send it = definitely sending it
    Apply for the job = applying for the job
    Reply to Meera = replying to Meera
    Also ask Joy = asking Joy
    Run the numbers = running the numbers
    Stop the standup = stopping the standup
    Read the guideline = reading the guideline
    Set up the call = setting up the call
    Let the girls know = letting the girls know
"""


@pytest.mark.parametrize("row", [line.strip() for line in GERUNDS.strip().splitlines()])
def test_an_instruction_can_be_talked_about(row: str) -> None:
    action, _, spoken = row.partition(" = ")
    assert gerund(action) == spoken


@pytest.mark.parametrize(
    ("action", "thing"),
    [
        ("Message her and ask for a coffee", "messaging her"),
        ("Go through it and send Tobi the comments", "going through it"),
        ("Plan and book the room", "booking the room"),
        ("Go and climb the crates", "climbing the crates"),
        ("Sit with him and we'll write it together", "sitting with him"),
        ("Send the count, before and after", "sending the count, before and after"),
        ("Write the headline and the about", "writing the headline and the about"),
        ("Tell Beth, if she comes back", "telling Beth"),
        ("Write to Gregor, but only once", "writing to Gregor"),
        ("Do it (“I'll sign it and send it”)", "doing it (“I'll sign it and send it”)"),
        ("Go see the doctor", "seeing the doctor"),
        ("Need to square it with Jo", "squaring it with Jo"),
        ("Draft the job description, get Meera's approval", "drafting the job description"),
        ("Send the count, reviews and all", "sending the count, reviews and all"),
        ("Hygiene, level three", '"Hygiene, level three"'),
        ("In that office", '"In that office"'),
        ("It (“Prof knows me already”)", '"Prof knows me already"'),
        ("I'll be there", '"I\'ll be there"'),
        ("JD to HR", '"JD to HR"'),
    ],
)
def test_a_promise_stands_in_a_question_by_its_first_deed(action: str, thing: str) -> None:
    assert as_thing(action) == thing


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Close a seed round", "closing a seed round"),
        ("Be signed off for IV medicines", "being signed off for IV medicines"),
        ("A first job as a designer", "a first job as a designer"),
        ("More women on the board", "more women on the board"),
        ("Year 9 settled", 'the goal "Year 9 settled"'),
        ("600k by June", 'the goal "600k by June"'),
        ("The goal is what we said", 'the goal "The goal is what we said"'),
        ("I want credit for two years", 'the goal "I want credit for two years"'),
    ],
)
def test_a_goal_stands_in_a_question_as_a_deed_a_thing_or_its_own_words(
    goal: str, thing: str
) -> None:
    assert goal_as_thing(goal) == thing


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("And, so it's the speed", "it's the speed"),
        ("No one told me", "No one told me"),
        ("No, I saw it", "I saw it"),
        ("So far it holds", "So far it holds"),
        ("Well done you", "Well done you"),
        ("And", "And"),
        ("Like a vending machine", "Like a vending machine"),
    ],
)
def test_a_quote_starts_where_its_sentence_does_and_keeps_what_it_means(
    words: str, shown: str
) -> None:
    assert short_quote(words) == shown


@given(st.text(max_size=200))
@settings(max_examples=80)
def test_no_wording_breaks_a_noun(text: str) -> None:
    for noun in (as_thing, goal_as_thing, gerund, short_quote):
        assert isinstance(noun(text), str)
    assert len(as_thing(text).split()) <= 40


# --- what it is called to its owner ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "said", "thing"),
    [
        (
            "Make a list of what they have",
            "I'll list what I have",
            "making a list of what you have",
        ),
        ("Send their draft to Ada", "I'll send you my draft", "sending your draft to Ada"),
        ("Ask the crew how they like it", "I'll ask how they like it", None),
        ("Text them (“the lads”)", "I'll text 'em", None),
        ("Send Ada the draft", "I'll send you the draft", None),
    ],
)
def test_a_promise_is_its_owners_own_unless_others_were_spoken_of(
    action: str, said: str, thing: str | None
) -> None:
    words = Evidence(session="01", turn=3, speaker="Sam Reid", quote=said)
    promise = Commitment(id="01#c1", owner="Sam Reid", action=action, evidence=(words,))
    assert promised(promise) == (thing or as_thing(action))
