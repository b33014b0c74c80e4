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
