"""Promises of few words, as people make them in short turns. Told on Tue 3 March 2026."""

from __future__ import annotations

import pytest
from test_reading_plain_speech import heard

SAID = {
    "handed over, and asked from when": (
        """Mentee: I'm going to delegate the monthly report to Owen, and I'll resist checking it.
        Mentor: Starting when?
        Mentee: This month's one.""",
        ["Sam: Delegate the monthly report to Owen and resist checking it [-]"],
    ),
    "a bare answer to what one commits to": (
        """Mentor: What are you going to commit to?
        Mentee: Fifteen minutes of Spanish a day until the trip.
        Mentor: Lovely.""",
        ["Sam: Do fifteen minutes of Spanish a day until the trip [-]"],
    ),
    "a bare answer, and its day after it": (
        """Mentor: What's the first step?
        Mentee: Opening the bank's letter. Tonight.""",
        ["Sam: Open the bank's letter [2026-03-03]"],
    ),
    "how one means to do it from now on": (
        """Mentor: What will you do differently?
        Mentee: I'll ask one question before I give advice.
        Mentor: Good.""",
        ["Sam: Ask one question before they give advice [-]"],
    ),
    "an offer with a condition that is met": (
        """Mentor: I can give you feedback on the slides if you share them by Monday.
        Mentee: I'll share them Sunday.""",
        [
            "Ada: Give Sam feedback on the slides if Sam shares them by Monday [-]",
            "Sam: Share the slides [2026-03-08]",
        ],
    ),
    "a thought that leads to a promise": (
        """Mentor: I could sit in on your presentation on Monday, I'll give you notes afterwards.
        Mentee: Yes please.""",
        ["Ada: Sit in on Sam's presentation [2026-03-09]", "Ada: Give Sam notes afterwards [-]"],
    ),
    "the day on which she is back": (
        """Mentee: I'm gonna talk to HR, I'll do it when Karen's back from leave.
        Mentor: When is she back?
        Mentee: The sixteenth.""",
        ["Sam: Talk to HR [2026-03-16]"],
    ),
    "would you mind": (
        """Mentor: Would you mind asking Karin for the figures?
        Mentee: Not at all, I'll ask her tomorrow.""",
        ["Sam: Ask Karin for the figures [2026-03-04]"],
    ),
    "what somebody will be doing for the other": (
        """Mentee: I will be sending you the chapter by Monday.
        Mentor: Fine.""",
        ["Sam: Send Ada the chapter [2026-03-09]"],
    ),
    "let me, and please": (
        """Mentor: Let me introduce you to Tunde, he runs a garage in Ibadan.
        Mentee: Ah, please.""",
        ["Ada: Introduce Sam to Tunde [-]"],
    ),
    "will we both": (
        """Mentor: Will we both read the chapter on feedback by Friday?
        Mentee: Yeah, let's.""",
        [
            "Ada: Read the chapter on feedback [2026-03-06]",
            "Sam: Read the chapter on feedback [2026-03-06]",
        ],
    ),
    "how often": (
        """Mentee: I'll put a half hour in my calendar every morning for the thesis.
        Mentor: Before the emails.""",
        ["Sam: Put a half hour in their calendar every morning for the thesis [-]"],
    ),
    "let you know if": (
        """Mentor: I'll let you know if I hear of anything going in Galway.
        Mentee: Thanks.""",
        ["Ada: Let Sam know if they hear of anything going in Galway [-]"],
    ),
    "an offer, if one gets it": (
        """Mentor: I can look through your essay if you get it to me by Thursday.
        Mentee: I'll get it to you Wednesday.""",
        [
            "Ada: Look through Sam's essay if Sam gets it to them by Thursday [-]",
            "Sam: Send it to Ada [2026-03-04]",
        ],
    ),
    "given one's word": (
        """Mentee: I promise I'll take the Friday off.
        Mentor: We'll see.""",
        ["Sam: Take the Friday off [-]"],
    ),
    "set as an aim": (
        """Mentee: I intend to finish the literature review by the end of March.
        Mentor: Realistic?
        Mentee: I think so.""",
        ["Sam: Finish the literature review [2026-03-31]"],
    ),
    "thought of, and asked whether one will": (
        """Mentee: I was thinking I'd ask for a pay rise.
        Mentor: Will you?
        Mentee: I will.""",
        ["Sam: Ask for a pay rise [-]"],
    ),
    "sent, and confirmed": (
        """Mentor: And I'm sending you the book.
        Mentee: You are.""",
        ["Ada: Send Sam the book [-]"],
    ),
    "summed up by the other": (
        """Mentor: To sum up, you ring the surveyor, and you leave the roof till spring.
        Mentee: Yes.""",
        ["Sam: Ring the surveyor [-]", "Sam: Leave the roof till spring [-]"],
    ),
    "suggested, asked about and taken on": (
        """Mentor: I'd suggest you keep a log of the interruptions.
        Mentee: Okay. For two weeks?
        Mentor: Two weeks.
        Mentee: I'll do that.""",
        ["Sam: Keep a log of the interruptions [-]"],
    ),
    "on several days, none of them its deadline": (
        """Mentee: I'm going to walk home from work three days a week.
        Mentor: Which?
        Mentee: Monday, Wednesday, Friday.""",
        ["Sam: Walk home from work three days a week [-]"],
    ),
    "and you send me": (
        """Mentee: And you send me the builder's number.
        Mentor: I will.""",
        ["Ada: Send Sam the builder's number [-]"],
    ),
}

WORDED = {
    "only, where it decides": (
        """Mentee: I'll let him run the site meeting and only step in if he asks.
        Mentor: Good.""",
        ["Sam: Let him run the site meeting and only step in if he asks [-]"],
    ),
    "only, if she is stuck": (
        """Mentee: I'll leave the pricing to Una and only help if she's stuck.
        Mentor: Good.""",
        ["Sam: Leave the pricing to Una and only help if she is stuck [-]"],
    ),
    "how often you do it": (
        """Mentor: Can you count how often you apologise?
        Mentee: Sure, I will.""",
        ["Sam: Count how often they apologise [-]"],
    ),
    "before you meet them": (
        """Mentor: Can you send me the agenda before you meet them?
        Mentee: Sure, I will.""",
        ["Sam: Send Ada the agenda before they meet them [-]"],
    ),
    "a day that is taken": (
        """Mentee: I'll take Friday afternoon off, I promise.
        Mentor: Good.""",
        ["Sam: Take Friday afternoon off [-]"],
    ),
    "what will be said": (
        """Mentee: I'll speak to my aunt about the shop on Saturday.
        Mentor: What will you say?
        Mentee: That I want to run it alone.""",
        ["Sam: Speak to their aunt about the shop [2026-03-07]"],
    ),
    "only, at the head": (
        """Mentee: I'll only take the weekend shift if they pay the double rate.
        Mentor: Good.""",
        ["Sam: Only take the weekend shift if they pay the double rate [-]"],
    ),
    "whose old boss": (
        """Mentor: I'll put you in touch with my old boss.
        Mentee: That would be amazing.""",
        ["Ada: Put Sam in touch with Ada's old boss [-]"],
    ),
    "named last": (
        """Mentee: The certificate needs an exam. I'll book it tonight, the exam.
        Mentor: Good.""",
        ["Sam: Book the exam [2026-03-03]"],
    ),
    "a capital in the middle": (
        """Mentee: I'll write the plan on one page, and Put it on the wall.
        Mentor: Good.""",
        ["Sam: Write the plan on one page and put it on the wall [-]"],
    ),
    "two days, one of them told": (
        """Mentee: I'll tell my landlord tonight that I'm leaving in May.
        Mentor: Good for you.""",
        ["Sam: Tell their landlord that they are leaving in May [2026-03-03]"],
    ),
    "the verb's own last word": (
        """Mentee: I'll email Fiona today and tell her I can't take it on.
        Mentor: Good.""",
        ["Sam: Email Fiona and tell her they can't take it on [2026-03-03]"],
    ),
    "what one is entitled to": (
        """Mentee: I'll ring the union and ask what I'm entitled to.
        Mentor: Good.""",
        ["Sam: Ring the union and ask what they are entitled to [-]"],
    ),
    "done with one's own": (
        """Mentee: We will do the pricing on Saturday, my wife and I.
        Mentor: Good.""",
        ["Sam: Do the pricing with their wife [2026-03-07]"],
    ),
    "what is asked of who gets it": (
        """Mentor: I'm going to send you two papers by Friday, read the short one first.
        Mentee: Fine.""",
        ["Ada: Send Sam two papers [2026-03-06]"],
    ),
    "send what": (
        """Mentee: I'll send it Thursday.
        Mentor: Send what?
        Mentee: The reflection, for the portfolio.""",
        ["Sam: Send the reflection, for the portfolio [2026-03-05]"],
    ),
    "them, and it for the same": (
        """Mentor: When you've got the numbers, share them with me.
        Mentee: Okay, I'll share it with you on Monday.""",
        ["Sam: Share the numbers with Ada [2026-03-09]"],
    ),
    "somebody one knows": (
        """Mentor: I know a ward manager in Leeds, I'll drop her a line about you.
        Mentee: Would you? Thanks.""",
        ["Ada: Drop the ward manager in Leeds a line about Sam [-]"],
    ),
    "a friend of one's own": (
        """Mentor: I've a friend at the council. I'll ask her what they pay.
        Mentee: Thanks.""",
        ["Ada: Ask their friend at the council what they pay [-]"],
    ),
    "a meeting is nobody": (
        """Mentee: I've a meeting in Leeds, I'll ask him on Friday.
        Mentor: Good.""",
        ["Sam: Ask him [2026-03-06]"],
    ),
    "what was brought up": (
        """Mentor: And the boiler certificate?
        Mentee: I'll have that renewed by Monday.""",
        ["Sam: Have the boiler certificate renewed [2026-03-09]"],
    ),
    "the targets that were asked for": (
        """Mentor: Can you bring your targets next time?
        Mentee: Yes, I'll print them.""",
        ["Sam: Print their targets [-]"],
    ),
    "the day of the sending is not that of the reading": (
        """Mentor: Should I look over your CV?
        Mentee: Yes please, I'll send it tomorrow morning.""",
        ["Ada: Look over Sam's CV [-]", "Sam: Send their CV [2026-03-04]"],
    ),
}

NOT_PROMISED = {
    "by then, in jest": """Mentor: I'll be sending telegrams by Christmas.
        Mentee: Ha.""",
    "one of these days": """Mentee: I'll kill him one of these days.
        Mentor: Don't.""",
    "let me, in the call": """Mentor: Let me do the housekeeping, otherwise I'll forget.
        Mentee: Please.""",
    "what somebody liked": """Mentor: What's the one thing you would change?
        Mentee: The coffee, I think.""",
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_a_promise_of_few_words_is_heard(text: str, expected: list[str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(("text", "expected"), WORDED.values(), ids=WORDED)
def test_an_action_keeps_what_decides_and_says_nothing_else(text: str, expected: list[str]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize("text", NOT_PROMISED.values(), ids=NOT_PROMISED)
def test_few_words_that_promise_nothing_are_no_promise(text: str) -> None:
    assert heard(text) == []
