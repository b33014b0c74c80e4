"""So long from the day of what comes first, and not from the call.

Every call is of Tuesday 3 March 2026; N is the mentor, S the mentee.
"""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader

FROM_WHAT_COMES = {
    "S: I'll send you the outreach plan on the twenty-fourth. | N: Then I'll go through it and "
    "have comments back to you within a week.": "03-31",
    "S: I can have two pages of the plan to you by the twentieth. Oh wait, no, I'm off. Tuesday "
    "the twenty-fourth. | N: The twenty-fourth. Then I'll go through it and have comments back to "
    "you within a week.": "03-31",
    "N: You get the file on the 24th and I'll answer within a week. | S: Good.": "03-31",
    "N: Send me the draft on the 24th and I'll read it within a week. | S: Good.": "03-31",
    "S: I'll mail you the slides by Friday. | N: Good. I'll look over them within two days.": (
        "03-08"
    ),
}
FROM_A_DAY_THAT_NOBODY_KNOWS = {
    "N: You send me the draft and I'll read it within a week. | S: Good.": "-",
    "S: I'll mail you the slides when they're done. | N: Good. I'll look over them within two "
    "days.": "-",
}
FROM_THE_CALL = {
    "S: Good. | N: I'll read your draft within a week.": "03-10",
    "S: I'm away on the twenty-fourth. | N: I'll read your draft within a week.": "03-10",
    "S: The plumber comes on the twenty-fourth. | N: I'll write to the council within a week.": (
        "03-10"
    ),
    "S: You'll have the slides on Monday. | N: And I'll phone Greta about the hall within a "
    "week.": "03-10",
}
EACH = {**FROM_WHAT_COMES, **FROM_A_DAY_THAT_NOBODY_KNOWS, **FROM_THE_CALL}


@pytest.mark.parametrize(("said", "day"), EACH.items(), ids=EACH)
def test_a_span_counts_from_what_its_deed_waits_for_or_else_from_the_call(
    said: str, day: str
) -> None:
    spelled = f" | {said}".replace(" | N: ", "\nMentor: ").replace(" | S: ", "\nMentee: ")
    call = dialogue(f"{spelled}\nMentee: Right.")
    found = read_by(OfflineReader(), None, call, "01", frozenset()).commitments
    (mentors,) = (each for each in found if each.owner == "Ada Okafor")
    assert str(mentors.due or "-").removeprefix("2026-") == day
