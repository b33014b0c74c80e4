"""Which of several days stands, and which stretch of talk tells it. Told on Tue 3 March 2026.

Each class of talk has a dialogue that is one of it, and near ones that are not; "-" is a promise
without a day, since nobody is shown a day that was never set.
"""

from __future__ import annotations

import pytest
from test_reading_days import promises

TAKEN_BACK = {
    "a day taken back is not meant when it is named again": (
        """Mentor: I'll phone the tiler tomorrow, oh no, he's at a wedding tomorrow. Friday, then.
        Mentee: Lovely.""",
        "tiler 2026-03-06",
    ),
    "and a day that stands after all is": (
        """Mentor: I'll phone the tiler Thursday, no, wait, yes, Thursday.
        Mentee: Lovely.""",
        "tiler 2026-03-05",
    ),
    "put right by a mere well": (
        """Mentee: I'll have the van serviced by the weekend, well, Thursday.
        Mentor: Good.""",
        "van 2026-03-05",
    ),
    "and a well that begins another sentence": (
        """Mentee: I'll have the van serviced by Friday, and as well by Thursday I know the price.
        Mentor: Good.""",
        "van 2026-03-06",
    ),
    "taken back without a full stop": (
        """Mentor: when is the inspector in
        Mentee: i'll show her the log tomorrow
        Mentee: no she's in court tomorrow she has that case saturday then after the shift
        Mentor: saturday okay""",
        "log 2026-03-07",
    ),
    "filled by others, and given anew after a breath": (
        """Mentor: They want the scans of all the forms.
        Mentee: I'll send them by Friday.
        Mentor: Friday they're moving house. Thursday.
        Mentee: All of them?
        Mentor: It's two drawers.
        Mentee: Okay, Thursday, noon.""",
        "send 2026-03-05",
    ),
    "and praised by others, where the talk goes on": (
        """Mentee: I'll send the scans by Friday.
        Mentor: Friday's good. And the fence?
        Mentee: Not yet.
        Mentor: Thursday it rains.
        Mentee: Thursday, yes.""",
        "scans 2026-03-06",
    ),
    "asking for the date of today": (
        """Mentee: I can get you the budget by the, uh, what's today, the third? By the tenth.
        Mentor: Fine.""",
        "budget 2026-03-10",
    ),
}

COUNTED = {
    "a week as eight days": (
        """Mentee: I'll paint the hull. Today in eight it's done.
        Mentor: Good.""",
        "hull 2026-03-10",
    ),
    "and eight minutes": (
        """Mentee: I'll paint the hull on Friday. I do one side in eight minutes.
        Mentor: Good.""",
        "hull 2026-03-06",
    ),
    "a day by its plain number": (
        """Mentee: I'll send you the quote on Friday the thirteen.
        Mentor: Good.""",
        "quote 2026-03-13",
    ),
    "and so many people": (
        """Mentee: I'll send you the quote on Friday, the four pages of it.
        Mentor: Good.""",
        "quote 2026-03-06",
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*TAKEN_BACK.values(), *COUNTED.values()],
    ids=[*TAKEN_BACK, *COUNTED],
)
def test_the_day_that_stands_is_the_promises(text: str, expected: str) -> None:
    word, day = expected.split()
    found = [one for one in promises(text) if word in one.action.lower()]
    assert found, [one.action for one in promises(text)]
    assert str(found[-1].due or "-") == day, found[-1].due_phrase


AROUND = {
    "named by who asks for it": (
        """Mentor: You'll tell me how the audition went, won't you? The ninth.
        Mentee: God. Yes, I'll ring you from the stage door.""",
        "ring 2026-03-09",
    ),
    "and two days by who asks for it": (
        """Mentor: You'll tell me how the audition went? The ninth, or the eleventh.
        Mentee: God. Yes, I'll ring you from the stage door.""",
        "ring -",
    ),
    "and the day of another's doing": (
        """Mentor: My sister is moving house on the ninth.
        Mentee: Poor her. I'll send you the boxes.""",
        "boxes -",
    ),
    "what they meet again for": (
        """Mentor: There's one thing for next time. A list of your tools, with the age of each.
        Mentor: Not the hand tools.
        Mentee: Fine. I'll write it with the serial numbers.""",
        "serial None",
    ),
    "planned together, and said by both": (
        """Mentor: Why don't we both walk the fence, the whole of it.
        Mentee: Deal.
        Mentor: Early. What have you got on the tenth, that's the Tuesday?
        Mentee: Six is fine. Tenth, six in the morning.""",
        "walk 2026-03-10",
    ),
    "planned together, with a day that only one says": (
        """Mentor: Why don't we both walk the fence, the whole of it.
        Mentee: Deal. I've got my sister here on the tenth.""",
        "walk -",
    ),
    "the next time something happens": (
        """Mentor: The course starts on the ninth.
        Mentee: I'll ring you the next time he shouts at me.""",
        "ring -",
    ),
    "a guess at when what waits may come": (
        """Mentor: If the lease falls through I'll ring the other landlord again.
        Mentor: Maybe next month.
        Mentee: Sure.""",
        "landlord -",
    ),
    "and a guess that names one day": (
        """Mentor: I'll ring the other landlord again. Maybe Friday.
        Mentee: Sure.""",
        "landlord 2026-03-06",
    ),
    "an invite for a day": (
        """Mentor: You could do the ninth, then?
        Mentee: Okay. I'll send you the link for it before breakfast.""",
        "link -",
    ),
    "the day of what they turned to": (
        """Mentee: I'll read the tender again.
        Mentor: Good. And how is the new apprentice getting on?
        Mentee: She's in on the ninth.""",
        "tender -",
    ),
}


@pytest.mark.parametrize(("text", "expected"), AROUND.values(), ids=AROUND)
def test_the_talk_around_a_promise_gives_its_day_or_none(text: str, expected: str) -> None:
    word, day = expected.split()
    found = [one for one in promises(text) if word in one.action.lower()]
    assert found, [one.action for one in promises(text)]
    if day == "None":
        assert found[0].due_phrase == "for next time"
    else:
        assert str(found[0].due or "-") == day, found[0].due_phrase
