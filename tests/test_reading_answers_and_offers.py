"""What a question or an offer makes of the answer to it. Told on Tue 3 March 2026."""

from __future__ import annotations

import pytest
from dialogue import dialogue
from test_reading_plain_speech import HEAD, heard

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader

SAID = {
    "what was asked for and left with somebody is one promise": (
        """Mentee: Can you find out how long the visa takes?
        Mentor: Leave it with me. I'm seeing them on Thursday.""",
        ["Ada: Find out how long the visa takes [2026-03-05]"],
    ),
    "an offer that the other one takes over is theirs alone": (
        """Mentor: Shall I have a word with the ward sister, or do you want to?
        Mentee: I'll do it.
        Mentor: When?
        Mentee: On my next shift, that's Friday.""",
        ["Sam: Speak to the ward sister [2026-03-06]"],
    ),
    "an offer that is taken stays with who made it": (
        """Mentor: Shall I have a word with the ward sister?
        Mentee: Yes please.""",
        ["Ada: Speak to the ward sister [-]"],
    ),
    "advice told as an order is what one will do": (
        """Mentor: Before you ring them, read the contract once more.
        Mentee: In red pencil.
        Mentor: When can you do that?
        Mentee: Tomorrow evening.""",
        ["Sam: Read the contract once more [2026-03-04]"],
    ),
    "a bare deed answers what one will do": (
        """Mentor: So what will you do?
        Mentee: Ask Marta. Tomorrow, before she goes off.""",
        ["Sam: Ask Marta [2026-03-04]"],
    ),
    "a bare deed needs no day where it is asked what comes first": (
        """Mentor: And what will you do first?
        Mentee: Put it in the Monday note. The date, and why.""",
        ["Sam: Put it in the Monday note [-]"],
    ),
    "a day after the full stop is that of the deed before it": (
        """Mentee: Priya could do the newsletter, she's asked twice.
        Mentor: So?
        Mentee: So I hand it to her. Next Monday, at the team meeting.""",
        ["Sam: Hand the newsletter to Priya [2026-03-09]"],
    ),
    "a wish to speak to somebody is a promise once it has its day": (
        """Mentee: I want to talk to Joe. Properly, not in the corridor.
        Mentor: When would that be?
        Mentee: Thursday, he's in all day.""",
        ["Sam: Talk to Joe [2026-03-05]"],
    ),
    "not done yet, and asked again": (
        """Mentor: Have you rung the landlord about the deposit?
        Mentee: Not yet.
        Mentor: Today?
        Mentee: Today. After this.""",
        ["Sam: Ring the landlord about the deposit [2026-03-03]"],
    ),
    "each of two deeds has its own day": (
        """Mentee: I'll book the church hall tomorrow and let the choir know on Sunday.
        Mentor: Perfect.""",
        ["Sam: Book the church hall [2026-03-04]", "Sam: Let the choir know [2026-03-08]"],
    ),
    "one thing in two steps is one promise": (
        """Mentee: The chapter, I'll write it on Thursday and send it to you by Friday.
        Mentor: Good.""",
        ["Sam: Write the chapter and send it to Ada [2026-03-05]"],
    ),
    "a plan that was asked for": (
        """Mentor: So which comes first, the letter or the call to Ann?
        Mentee: The letter tomorrow, the call to Ann on Friday.
        Mentor: Good.""",
        ["Sam: The letter [2026-03-04]", "Sam: Call Ann [2026-03-06]"],
    ),
    "another thing than was said first": (
        """Mentee: I'll send you the business plan on Tuesday.
        Mentor: The whole plan?
        Mentee: No, sorry, the budget. The plan isn't ready.""",
        ["Sam: Send Ada the budget [2026-03-10]"],
    ),
    "fewer than was said first": (
        """Mentee: I'll cut the deck to twelve slides by Monday.
        Mentor: Ten.
        Mentee: Ten, then. By Monday.""",
        ["Sam: Cut the deck to ten slides [2026-03-09]"],
    ),
    "a number that is the hour is no other number": (
        """Mentee: I'll cut the deck to twelve slides by Monday.
        Mentor: And when do we speak?
        Mentee: Ten, then. On the Tuesday.""",
        ["Sam: Cut the deck to twelve slides [2026-03-09]"],
    ),
    "what is done instead": (
        """Mentee: I'll cook for the whole street on Sunday.
        Mentor: Couldn't you order a tray from Lina?
        Mentee: Hm. I'll order one from Lina instead.""",
        ["Sam: Order one from Lina [2026-03-08]"],
    ),
    "what the other one thinks easier": (
        """Mentee: I'll go to the bank on Thursday about the overdraft.
        Mentor: Go? Can't you ring them?
        Mentee: True. I'll ring them.""",
        ["Sam: Ring them about the overdraft [2026-03-05]"],
    ),
    "what an offer waits for, with its day": (
        """Mentor: If you send me the plan by Friday I'll read it over the weekend.
        Mentee: Friday, yes.""",
        [
            "Ada: Read the plan if Sam sends them the plan by Friday [2026-03-08]",
            "Sam: Send Ada the plan [2026-03-06]",
        ],
    ),
    "another day for it, agreed to": (
        """Mentor: If you get the chapter to me by Friday I'll read it over the weekend.
        Mentee: Friday I'm on shift. Saturday morning?
        Mentor: Saturday morning, yes.""",
        [
            "Ada: Read the chapter [2026-03-08]",
            "Sam: Send the chapter to Ada [2026-03-07]",
        ],
    ),
    "another day for it, and no answer": (
        """Mentor: If you send me the plan by Friday I'll read it over the weekend.
        Mentee: Monday?
        Mentor: Monday I'm in Leeds.""",
        ["Ada: Read the plan if Sam sends them the plan by Friday [2026-03-08]"],
    ),
    "advice, told as what one would do oneself": (
        """Mentor: I'd write down every interruption for a week.
        Mentee: That's a good idea, actually. I'll start Monday.""",
        ["Sam: Write down every interruption for a week [2026-03-09]"],
    ),
    "one of several, and not the first of the month": (
        """Mentor: I'll bring the old syllabus on Thursday, the one from before the reform.
        Mentee: Thanks.""",
        ["Ada: Bring the old syllabus, the one from before the reform [2026-03-05]"],
    ),
    "how long before the day": (
        """Mentee: They want the reference by the first of April.
        Mentor: I'll send it to you well before the first.""",
        ["Ada: Send it to Sam [2026-04-01]"],
    ),
    "fewer, said twice": (
        """Mentee: I'll ask twelve people to the trial workshop.
        Mentor: Twelve is a lot.
        Mentee: Eight, then. I'll ask eight.""",
        ["Sam: Ask eight people to the trial workshop [-]"],
    ),
    "telling somebody on a day to come": (
        """Mentor: What do you want to say to Amir?
        Mentee: That I'll look for somebody else if it happens again. I'm telling him on Monday.""",
        ["Sam: Tell him [2026-03-09]"],
    ),
    "not cancelled yet": (
        """Mentor: Have you cancelled the gym?
        Mentee: Still not.
        Mentor: Come on.
        Mentee: Tonight. I swear.""",
        ["Sam: Cancel the gym [2026-03-03]"],
    ),
    "when a thing is done by is not the thing": (
        """Mentor: You need to write to the parents before the trip.
        Mentee: I know. I'll draft it tonight.""",
        ["Sam: Draft it [2026-03-03]"],
    ),
}
NOTHING = {
    "how it is always done": """Mentor: How do you run the Monday meeting?
        Mentee: I send the agenda on Friday, I open with the numbers, and I close at ten sharp.""",
    "what a good week is": """Mentor: What does a good week look like?
        Mentee: I run twice, I cook, I see my sister on the Sunday.""",
    "what one keeps doing": """Mentee: I keep opening it at night, and I close it again.
        Mentor: And the interviews?
        Mentee: In March, by the thirty-first.""",
    "what one would do if": """Mentor: What would you do if she said no?
        Mentee: Ask Marta.""",
    "an aim with a day": """Mentee: I want to sign my own bridge.
        Mentor: By when?
        Mentee: By the end of January.""",
    "a condition that is a joke": """Mentee: If I win the lotto I'll buy two of them.
        Mentor: And till then?
        Mentee: Till then I pray.""",
    "what one will have of it": """Mentor: And when she's back?
        Mentee: She'll take over the accounts again, and I'll have my evenings.
        Mentor: Good.""",
    "a threat to nobody": """Mentee: If I hear the word synergy again I'll throw the laptop out.
        Mentor: I'll hold the window open.""",
    "what one is telling them": """Mentee: So I'm telling him, it's the third time, and he laughs.
        Mentor: No.""",
    "why not today": """Mentor: Have you visited the new place?
        Mentee: No.
        Mentor: Today?
        Mentee: Today it's shut.""",
    "what is on anyway": """Mentor: What's on this week?
        Mentee: Maths on Monday, French on Tuesday.""",
    "being somebody's customer": """Mentee: One more year and I open a bakery.
        Mentor: I'll be your first customer.""",
    "that one does not fool the other": """Mentee: It was Tuesday, I'm not codding you, and it was
        up in the green room.
        Mentor: Good.""",
}
LEAVING = """
Mentor: Well, that was a good hour, I think. Nothing else on your side?
Mentee: No, nothing else.
Mentor: Right so.
Mentee: I'll go and look for the choir music.
Mentor: Do. Bye now.
"""


@pytest.mark.parametrize("said", SAID)
def test_an_answer_promises_what_was_asked_or_offered(said: str) -> None:
    text, promised = SAID[said]
    assert heard(text) == promised


@pytest.mark.parametrize("said", NOTHING)
def test_no_promise_is_heard_in_what_is_always_so_or_never_will_be(said: str) -> None:
    assert heard(NOTHING[said]) == []


def test_why_one_has_to_go_is_no_promise() -> None:
    call = dialogue(f"{HEAD}{LEAVING.strip()}")
    assert read_by(OfflineReader(), None, call, "01", frozenset()).commitments == ()
