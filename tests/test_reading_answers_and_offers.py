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
