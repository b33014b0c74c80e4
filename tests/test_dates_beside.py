"""The day of a promise that is said beside it, in talk that no rule was written from.

Told on Tue 3 March 2026. Each case is a short dialogue and the day of the promise whose action
holds the given word; "-" where nobody can know the day.
"""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import dialogue

from coach.dates import find, follow, recall, resolve
from coach.reading.offline import OfflineReader

TODAY = date(2026, 3, 3)
NEXT_CALL = date(2026, 3, 24)

DATED = {
    "a correction over three sentences": (
        """Mentee: I'll send you the lesson plan on Thursday. No, sorry, Thursday I'm away. Friday.
        Mentor: Friday's fine.""",
        "lesson plan",
        "2026-03-06",
    ),
    "a reason names a day that is not the deadline": (
        """Mentor: I'll read the abstract.
        Mentee: Thank you.
        Mentor: Wednesday I'm on the train.""",
        "abstract",
        "-",
    ),
    "a question about another day": (
        """Mentee: I'll message you about the visa.
        Mentor: Good. When did you last sleep?
        Mentee: Does Sunday count?""",
        "visa",
        "-",
    ),
    "the talk has moved on to another thing": (
        """Mentee: I'll send you the budget, I promise.
        Mentor: And the poster for the fair!
        Mentee: Yes. Saturday.""",
        "budget",
        "-",
    ),
    "the next call's day is not the promise's": (
        """Mentee: I'll send you the budget, I promise.
        Mentor: So when's our next one?
        Mentee: The twenty fourth.""",
        "budget",
        "-",
    ),
    "a limit in the same breath outweighs the day of a step": (
        """Mentee: I'll collect the deposits. So by Friday. I'll ring them tomorrow about it.
        Mentor: Good.""",
        "deposits",
        "2026-03-06",
    ),
    "seen from the other side": (
        """Mentor: I'll go over the draft with a red pen. You'll have it back Monday.
        Mentee: Great.""",
        "draft",
        "2026-03-09",
    ),
    "a definite weekday points back": (
        """Mentor: I'm in Leeds on the 19th. It's a Thursday. I'll bring the tiles on the Thursday.
        Mentee: Perfect.""",
        "tiles",
        "2026-03-19",
    ),
    "a number points to the date told in full": (
        """Mentee: The hearing is on the twelfth of May.
        Mentor: I'll bring the folders to you. The twelfth.
        Mentee: Thank you.""",
        "folders",
        "2026-05-12",
    ),
    "an event whose day was told": (
        """Mentee: The panel interview is on Wednesday. Wednesday, the panel interview.
        Mentor: Are you ready?
        Mentee: I'll read the annual report before the panel interview.""",
        "annual report",
        "2026-03-04",
    ),
    "an event whose day nobody told": (
        """Mentee: I'll read the annual report before the panel interview.
        Mentor: Good.""",
        "annual report",
        "-",
    ),
    "afterwards, when what it comes after was just dated": (
        """Mentee: The driving test is on Friday. I'll text you after.
        Mentor: Please do.""",
        "text",
        "2026-03-06",
    ),
    "a day ruled out makes way for the one said instead": (
        """Mentee: I'll send you the recording by Sunday. Not this Sunday, the fifteenth.
        Mentor: Lovely.""",
        "recording",
        "2026-03-15",
    ),
    "the other one's number tells which weekday was meant": (
        """Mentor: I'll send you the outline back on Friday, marked up.
        Mentee: Great. So the thirteenth.""",
        "outline",
        "2026-03-13",
    ),
    "a number that is no such weekday tells nothing": (
        """Mentor: I'll send you the outline back on Friday, marked up.
        Mentee: Great. The twelfth I'm in Leeds.""",
        "outline",
        "2026-03-06",
    ),
    "a day with a subject of its own": (
        """Mentee: I'll send you the budget, I promise.
        Mentor: Good.
        Mentee: The lease is up in June.""",
        "budget",
        "-",
    ),
    "a day in the condition": (
        """Mentee: I'll send you the trailer if she gives me the track on Monday.
        Mentor: Good.""",
        "trailer",
        "-",
    ),
    "how long wins over from when": (
        """Mentee: From Monday I'll write down every request. Till our next call.
        Mentor: Good.""",
        "request",
        "2026-03-24",
    ),
    "what is told in a message has its own days": (
        """Mentee: I'll mail the agency tomorrow that I'm not free until the end of May.
        Mentor: Good.""",
        "agency",
        "2026-03-04",
    ),
    "the same day, if something happens": (
        """Mentor: The hearing is on Friday.
        Mentee: If she says no I'll ring you the same day, I promise.
        Mentor: Please do.""",
        "ring",
        "-",
    ),
    "that night, when a day was just told": (
        """Mentee: You'll have the memo on Tuesday, the tenth.
        Mentor: Then I'll read the memo that night.
        Mentee: Thank you.""",
        "read",
        "2026-03-10",
    ),
    "right away, if something happens": (
        """Mentee: If the landlord calls I'll message you right away.
        Mentor: Please do.""",
        "message",
        "-",
    ),
}


@pytest.mark.parametrize("name", DATED)
def test_a_promise_takes_the_day_that_belongs_to_it(name: str) -> None:
    said, word, day = DATED[name]
    call = dialogue(said)
    claims = [c for c in OfflineReader().read(call).commitments if word in c.action.lower()]
    assert claims, "the promise was not heard"
    phrase = claims[0].due_phrase
    due = phrase and resolve(phrase, today=TODAY, next_meeting=NEXT_CALL)
    assert (due.isoformat() if due else "-") == day


RECALLED = """
on the Thursday | It's on the 19th. | on the 19th
on the Thursday | It's on the 18th. | -
by then | On Friday, or on the 12th. | on the 12th
on that day | I fly on the 12th. | on the 12th
the twelfth | On the twelfth of May. | On the twelfth of May
the twelfth | By the end of May. | -
the twelfth | On the eleventh of May. | -
on the twelfth of April | On the twelfth of May. | -
on Friday | On the twelfth of May. | -
by then | Last week. | -
"""


@pytest.mark.parametrize("line", RECALLED.strip().splitlines())
def test_a_phrase_points_back_only_to_a_day_it_can_mean(line: str) -> None:
    phrase, before, recalled = (part.strip() for part in line.split("|"))
    (pointing,) = find(phrase, today=TODAY)
    told = recall(pointing, find(before, today=TODAY))
    assert (told.phrase if told else "-") == recalled


GONE_ON = """
the next day | 2025-10-10 | 2025-10-10
the morning after | 2025-10-10 | 2025-10-10
the evening before | 2025-10-08 | 2025-10-08
two nights before | 2025-10-07 | 2025-10-07
the Tuesday | 2025-10-14 | 2025-10-07
Tuesday at nine | - | 2025-10-07
on Friday | 2025-10-10 | 2025-10-10
the next call | - | -
"""


@pytest.mark.parametrize("line", GONE_ON.strip().splitlines())
def test_a_phrase_goes_on_from_the_day_told_or_stays_in_its_week(line: str) -> None:
    phrase, after, beside = (part.strip() for part in line.split("|"))
    told, today = date(2025, 10, 9), date(2025, 9, 25)
    assert str(follow(phrase, told, today=today) or "-") == after
    assert str(follow(phrase, told, today=today, beside=True) or "-") == beside
