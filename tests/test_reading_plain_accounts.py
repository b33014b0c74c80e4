# ruff: noqa: E501  a call is one row of a table
"""What became of earlier promises, as two people say it who do not think of a ledger.

N is the mentor, S the mentee; every promise was due on Friday 12 September 2025, and the call is on
Thursday 25 September.
"""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, MENTOR, SMALL_TALK, TAIL, later_call

from coach.reading.updates import find_updates
from coach.records import Commitment

OWNERS = {"N": MENTOR, "S": MENTEE}


def ledger(*promises: str) -> list[Commitment]:
    """Open promises, each written as "S: what is to be done"."""
    return [
        Commitment(
            id=f"01#c{at}",
            owner=OWNERS[said[0]],
            action=said[3:],
            due=date(2025, 9, 12),
            status="open",
        )
        for at, said in enumerate(promises, 1)
    ]


def told(promises: list[str], talk: str) -> dict[int, str]:
    """What the call says became of each promise, by its number."""
    call = later_call(SMALL_TALK + talk.strip() + TAIL, *ledger(*promises))
    return {int(update.commitment[4:]): update.status for update in find_updates(call)}


BECAME = [
    ("another way was chosen", ["S: Write a proposal for the mobile library"],
     "N: How's the mobile library proposal?\nS: We went another way with that. The council's giving us the old bank.", {1: "dropped"}),
    ("the end of it", ["S: Start a podcast with Liam"],
     "N: How's the podcast?\nS: Liam's moving to Perth. So that's the end of that.", {1: "dropped"}),
    ("staying with what one has", ["S: Order a second oven"],
     "N: And the oven?\nS: I did the sums again and it doesn't add up. I'm sticking with the one.", {1: "dropped"}),
    ("gone off it", ["S: Rent a desk in town"],
     "N: And the desk in town, still a thing?\nS: No, I've gone off that.", {1: "dropped"}),
    ("most evenings of every evening", ["S: Walk every evening after work"],
     "N: How has the walking been?\nS: Most evenings. Not when it poured, and not last week at all.", {1: "partly"}),
    ("nearly", ["S: Move all the accounts to the new bank"],
     "N: Are you shot of the old bank?\nS: Nearly. The business one's across. The savings is stuck on a form.", {1: "partly"}),
    ("the other has looked at it", ["S: Set up a shared folder"],
     "N: I had a look in the folder, it's neat.\nS: Thanks. I coloured it in.", {1: "done"}),
    ("the other will have had it", ["N: Proofread Sam's application"],
     "N: You'll have had my red pen back on the application.\nS: I did. You were kind about the first page.", {1: "done"}),
    ("meant to, and was not", ["N: Visit the workshop in Leith"],
     "N: I was meant to be at your workshop last week and I wasn't, I'm sorry.\nS: It's fine.\nN: I'll come on the second.", {1: "rescheduled"}),
    ("a no that sums up", ["S: Cancel the subscription to the trade magazine"],
     "N: Did you cancel the magazine?\nS: It came again this morning, so no.", {1: "not_done"}),
    ("no luck", ["N: Dig out the photo of the old mill"],
     "S: Did you have any luck with the photo of the mill?\nN: No luck. I've been up in the attic twice.", {1: "not_done"}),
    ("short of some", ["S: Thank the volunteers by name"],
     "N: And the volunteers?\nS: I've thanked the ones I know by name. I'm still short of about ten.", {1: "partly"}),
    ("the rest still to come", ["S: Ring every parent in the class"],
     "N: Did you ring the parents?\nS: I've done A to M.\nN: So the back half's still to come.\nS: It is.", {1: "partly"}),
    ("it lasted so long", ["S: Write three lines every night"],
     "N: And the three lines a night?\nS: They lasted one night. That was the Tuesday.", {1: "partly"}),
    ("too late for it", ["S: Enter the bread in the county show"],
     "N: Did you enter the show?\nS: Entries had closed. By a day. So that's gone for this year.", {1: "dropped"}),
    ("who was to come has been", ["S: Get the boiler serviced"],
     "S: The boiler man's been, finally. It's purring.\nN: Just in time for winter.", {1: "done"}),
    ("some thinking is thinking", ["N: Think about the pricing question"],
     "N: I did some thinking about your pricing. My answer is, charge for the survey.\nS: I was hoping you'd say that.", {1: "done"}),
    ("another has been through it", ["S: Check the figures with Anil"],
     "N: And the figures?\nS: Anil's been through all the figures with me.", {1: "done"}),
    ("until when somebody is away is no new day", ["S: Have the awkward conversation with Greg"],
     "N: How did it go with Greg?\nS: It didn't. He's on annual leave until Monday.", {1: "not_done"}),
    ("what was of help has come", ["N: Share the old contract"],
     "S: And the old contract was a great help, by the way.\nN: Good.", {1: "done"}),
    ("there was none", ["S: Run the first Saturday club"],
     "N: And how was the Saturday club?\nS: There wasn't one. The hall flooded. We're starting on the fourth of October now.", {1: "rescheduled"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("promises", "talk", "became"), [row[1:] for row in BECAME], ids=[row[0] for row in BECAME]
)
def test_what_became_of_a_promise_is_heard_in_plain_words(
    promises: list[str], talk: str, became: dict[int, str]
) -> None:
    assert told(promises, talk) == became


def test_where_somebody_is_proves_no_deed() -> None:
    assert told(["S: Ask Tom about the boat"], "N: And Tom?\nS: He's out. He's up north.") == {}


KEPT_BY_ENDING = [
    ("cancelled", ["S: Cancel the gym membership"], "N: Did you get out of the gym?\nS: I cancelled it, yes. They tried to sell me a towel."),
    ("postponed", ["S: Postpone the launch"], "N: And the launch?\nS: Postponed. Till the spring. I slept for the first time in weeks."),
    ("moved", ["S: Move the team lunch to Wednesdays"], "N: The team lunch, where did that end up?\nS: I moved it to Wednesdays. It's made a huge difference."),
    ("dropped", ["S: Drop the Thursday evening class"], "N: And Thursdays?\nS: I've dropped the class. They were nice about it."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("promises", "talk"),
    [row[1:] for row in KEPT_BY_ENDING],
    ids=[row[0] for row in KEPT_BY_ENDING],
)
def test_what_was_to_be_ended_is_kept_by_ending_it(promises: list[str], talk: str) -> None:
    assert told(promises, talk) == {1: "done"}


def test_what_was_to_be_held_is_not_kept_by_cancelling_it() -> None:
    talk = "N: And the launch?\nS: Postponed. I never got the hall."
    assert told(["S: Hold the launch"], talk) == {1: "not_done"}


def test_a_day_that_others_gave_is_the_new_day() -> None:
    talk = "N: Did the budget go before the committee?\nS: They bumped me to the October meeting, the eighth."
    assert told(["S: Present the budget to the committee"], talk) == {1: "rescheduled"}


SOMETHING_ELSE = [
    ("a new thing of the name", ["S: Send the quote to Mrs Dunne"],
     "N: How are things in the shop?\nS: Busy. I got a quote for the new shutter, it's shocking. I sent it to my dad and he laughed."),
    ("a plan for another thing", ["S: Make a plan for the garden"],
     "S: We had a plan for the bathroom and the builder lost it.\nN: Builders."),
    ("the other's own deed with their own", ["S: Prepare the slides for the board"],
     "N: I gave a talk on Friday, I did my slides in the taxi.\nS: You didn't.\nN: I did. Never again."),
    ("put aside as soon as asked", ["S: Ring the council about the bins"],
     "N: The bins, did you ring them? No, hang on, we'll come to that. How are you sleeping?\nS: Better. I've stopped the coffee."),
    ("put aside for something before it", ["S: Ask Tom about the boat"],
     "N: Did you ask Tom about the boat? Or, wait, before that, tell me about your dad.\nS: Dad's grand. I saw him on Sunday."),
    ("done by one of the family", ["S: Meet the new landlord"],
     "S: Dad met the new landlord in the pub. He says he's sound.\nN: Your dad thinks everyone's sound."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("promises", "talk"),
    [row[1:] for row in SOMETHING_ELSE],
    ids=[row[0] for row in SOMETHING_ELSE],
)
def test_what_only_sounds_like_the_promise_tells_nothing_of_it(
    promises: list[str], talk: str
) -> None:
    assert told(promises, talk) == {}


def test_an_answer_to_a_later_question_proves_nothing() -> None:
    call = later_call(
        SMALL_TALK + "N: I got your slides for the board." + TAIL,
        *ledger("S: Send Ada the slides for the board"),
    )
    (update,) = find_updates(call)
    assert not any("Quiet" in quote.words for quote in update.quotes)
