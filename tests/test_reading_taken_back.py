"""What is taken back, begun or left from some day on, and whose a day is. Told Tue 3 March 2026."""

from __future__ import annotations

import pytest
from test_reading_plain_speech import heard

SAID = {
    "broken off with a no": (
        """Mentor: You know what, I'll ring the man, tell him I'm your, no. No, scratch that.
        Mentee: Thank you.""",
        [],
    ),
    "begun again and given up": (
        """Mentee: I'll go to Mr Radebe tomorrow, I'll, no. You know what? No. I'm leaving it.
        Mentor: Fair.""",
        [],
    ),
    "handed to the other one": (
        """Mentor: We're both back by then. I'll check. Actually you check, you're the German.
        Mentee: Ha. True.""",
        [],
    ),
    "no rival: another day": (
        """Mentee: I'll send you the page on Friday, no. Monday.
        Mentor: Monday's fine.""",
        ["Sam: Send Ada the page [2026-03-09]"],
    ),
    "told of what somebody used to say": (
        """Mentor: He'd come down and say, I'll have this back together by lunch.
        Mentee: Ha.""",
        [],
    ),
    "what will have been by then": (
        """Mentee: I'll send you what I wrote on Sunday. I'll have said sorry in it six times.
        Mentor: Fine.""",
        ["Sam: Send Ada what they wrote [2026-03-08]"],
    ),
    "how many will be done": (
        """Mentor: How many will you have by the time I'm back?
        Mentee: Ten. I'll have done ten by Friday.
        Mentor: Good.""",
        ["Sam: Do ten [2026-03-06]"],
    ),
    "if the line drops": (
        """Mentee: They cut the power at two, so if I disappear I'll phone you back.
        Mentor: Right so.""",
        [],
    ),
    "what we both do": (
        """Mentor: What do you say we both read the checklist book before the next call?
        Mentee: Both? Yes. Deal.""",
        ["Ada: Read the checklist book [-]", "Sam: Read the checklist book [-]"],
    ),
    "what we both do, said by both": (
        """Mentee: Both of us, we should also read the report that Kavita sent. I didn't open it.
        Mentor: Me neither. Okay, we'll both read it before the next call.
        Mentee: Before the next call.""",
        ["Sam: Read the report that Kavita sent [-]", "Ada: Read the report that Kavita sent [-]"],
    ),
    "left from some day on": (
        """Mentee: From tonight, till we close, I'm not answering on that group.
        Mentor: Good.""",
        ["Sam: Not answer on that group [2026-03-03]"],
    ),
    "could or will": (
        """Mentee: I could test them again by the tenth of April.
        Mentor: You could or you will?
        Mentee: I will. By the tenth.""",
        ["Sam: Test them again [2026-04-10]"],
    ),
    "as somebody used to say": (
        """Mentor: There was one with a ruler on his desk. I'll read it when it fits, he'd say.
        Mentee: Ha.""",
        [],
    ),
    "what one does every day": (
        """Mentee: Every day I open the file and I write two sentences and I erase three.
        Mentor: Hm.""",
        [],
    ),
    "perhaps": (
        """Mentee: I ask her maybe. I don't know how she takes it.
        Mentor: Hm.""",
        [],
    ),
    "put off to another day in other words": (
        """Mentor: I'll drop Sioned a line tonight and introduce you.
        Mentee: Lovely.
        Mentor: No, hang on, tonight's no good, she's on leave. I'll write to her Monday.
        Mentee: Thanks.""",
        ["Ada: Drop Sioned a line and introduce Sam and write to her [2026-03-09]"],
    ),
    "back to the subject": (
        """Mentor: That's enough of that. Get me back on my budget.
        Mentee: Okay. So, I have Karen on Monday.""",
        [],
    ),
    "sitting here": (
        """Mentor: Anything else?
        Mentee: It's already four thirty, and it's Thursday, and I sit here.""",
        [],
    ),
}

DAYS = {
    "not this week": (
        """Mentor: You'll have the drawing, not this week, this week I have my sister. Next Friday.
        Mentee: Perfect.""",
        "2026-03-13",
    ),
    "begun on a day": (
        """Mentee: The stand-up, yes. I start it Monday the sixteenth, ten minutes, no chairs.
        Mentor: Good.""",
        "2026-03-16",
    ),
    "why that day": (
        """Mentee: I'll sign the lease. By the end of the month, 'cause that's when it runs out.
        Mentor: Good.""",
        "2026-03-31",
    ),
    "when somebody comes": (
        """Mentee: I'll get that form and put it in his hand. When he comes Thursday. With a pen.
        Mentor: Good.""",
        "2026-03-05",
    ),
    "at an event of that day": (
        """Mentee: In Wednesday's review I'll keep quiet for the first 20 minutes.
        Mentor: Good.""",
        "2026-03-04",
    ),
    "no names is no correction": (
        """Mentor: Make me a sheet.
        Mentee: I'll make the sheet this Sunday, with six rows, no names.
        Mentor: And we both fill our column by the 12th of March.
        Mentee: 12th of March.""",
        "2026-03-08",
    ),
    "another promise of the other one lies between": (
        """Mentee: I'll write the new page on the keys by the twentieth of March.
        Mentor: The twentieth. Two days and you'll have my comments.
        Mentee: But the twentieth is a Friday, then you work on the weekend. Take until Tuesday.
        Mentor: Tuesday the twenty-fourth then.""",
        "2026-03-20",
    ),
    "another question has its own day": (
        """Mentee: I'll ask Mr Sithole if I can sit at the back.
        Mentor: When?
        Mentee: We've got briefing on Friday. So Friday, straight after briefing.
        Mentor: And how many parents would you ring?
        Mentee: Three parents.
        Mentor: By when?
        Mentee: By month end.""",
        "2026-03-06",
    ),
    "slots for next week": (
        """Mentee: I'll give him two slots for next week. Tomorrow itself.
        Mentor: Good.""",
        "2026-03-04",
    ),
    "soon as we have hung up": (
        """Mentor: I'll send that template over to you soon as we've hung up.
        Mentee: Thanks.""",
        "2026-03-03",
    ),
    "before the call of that month": (
        """Mentee: I'll read the report before April's call.
        Mentor: Good.""",
        "-",
    ),
}


@pytest.mark.parametrize(("talk", "expected"), SAID.values(), ids=SAID)
def test_what_was_promised(talk: str, expected: list[str]) -> None:
    assert heard(talk) == expected


@pytest.mark.parametrize(("talk", "day"), DAYS.values(), ids=DAYS)
def test_its_day(talk: str, day: str) -> None:
    first, *_ = heard(talk)
    assert first.endswith(f"[{day}]"), first


def test_a_correction_of_a_deed_leaves_the_one_before_it() -> None:
    talk = """Mentee: I'll make Pallavi the escalation. From the 9th of March I'll change it.
    Mentor: The 9th. And you told her?
    Mentee: Not yet. She'd get a notification.
    Mentor: It would be a beautiful way to start.
    Mentee: No, no. I'll take her for a chai tomorrow."""
    days = [each.rpartition("[")[2] for each in heard(talk)]
    assert days == ["2026-03-09]", "2026-03-04]"]
