"""Which promises a few turns hold, each with its day: one dated anew, two that stand beside.

Told on Tue 3 March 2026, lines of the mentee and the mentor in turn; "-" is no day. What a pair of
lines shares is how the day is told; the trades and the words differ.
"""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader

DATED_ANEW = {
    "I write the grant for Friday. | Isn't that the fair? | Oh, yes, Friday is the fair. Hm. "
    "Tuesday. I write it for Tuesday.": "Sam 03-10",
    "I'll ring the mill on Friday, and Bo I'll ring on Monday.": "Sam 03-06, Sam 03-09",
}
KNOWN_ALREADY = {
    "I can cancel the sale. I'll do that tonight, and I'll talk to Olu about the rota by Friday.": (
        "Sam 03-03, Sam 03-06"
    ),
    "I can draw the plan. I'll do that, and I'll send it to you by Friday.": "Sam 03-06",
}
IT_WILL_BE = {
    "I'll change the timer this weekend. | Is the part there? | It isn't. | You'd want it before "
    "the heat. | It'll be next weekend, they're picking.": "Sam 03-15",
    "I'll lay the tiles on Friday. | And they're dry by then? | So it'll have to be Monday.": (
        "Sam 03-09"
    ),
    "I'll lay the tiles on Friday. | When is the wedding? | It'll be Monday, in the hall.": (
        "Sam 03-06"
    ),
    "I'll lay the tiles on Friday. | Are they there? | No, they're coming on Thursday.": (
        "Sam 03-06"
    ),
}
EACH = {
    said: found
    for group in (DATED_ANEW, KNOWN_ALREADY, IT_WILL_BE)
    for said, found in group.items()
}


def heard(said: str) -> str:
    """Whose promises are heard, each with its day, in order of owner and day."""
    turns = said.split(" | ")
    lines = [f"{('Mentee', 'Mentor')[n % 2]}: {words}" for n, words in enumerate(turns)]
    call = dialogue("\n".join([*lines, *(["Mentor: Good."] if len(lines) % 2 else [])]))
    found = read_by(OfflineReader(), None, call, "01", frozenset()).commitments
    return ", ".join(sorted(f"{(one.owner or '')[:3]} {str(one.due or '-')[-5:]}" for one in found))


@pytest.mark.parametrize(("said", "promises"), EACH.items(), ids=EACH)
def test_each_promise_is_told_once_with_its_own_day(said: str, promises: str) -> None:
    assert heard(said) == promises
