"""What two people mean to do together: proposed in many words, and a promise of each by a yes."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.offline import OfflineReader

OF_BOTH = {
    "the two are named before the deed": (
        """Mentor: I thought, you and me, on the Saturday, we tar the hull before it rains.
        Mentee: Saturday, that's the seventh. Yes, let's do that.""",
        "tar the hull",
    ),
    "the two are named after it": (
        """Mentor: And we'll sing the alto line, you and me, the Thursday before.
        Mentee: The Thursday. Yes please.""",
        "sing the alto line",
    ),
    "the two are its subject, and a time is found first": (
        """Mentor: you and me ought to go prune the orchard i could do next tuesday
        Mentee: next tuesday is the tenth i can be down for nine
        Mentor: nine at the gate
        Mentee: deal""",
        "prune the orchard",
    ),
    "let us two": (
        """Mentor: Then let's you and me clear the loft. Saturday.
        Mentee: Sure. I'll bring masks.""",
        "clear the loft",
    ),
    "a yes by naming the day, with a word that concludes": (
        """Mentor: I want that we taste the cider, you and me. Any evening you like.
        Mentee: Ha, the cider! Monday the ninth then.""",
        "taste the cider",
    ),
    "asked for, and one of them adds a promise of their own": (
        """Mentor: It's a maze up there. How about we walk up together? Ten to two, at the lifts.
        Mentee: Yes please. Ten to two, at the lifts tomorrow. I'd get lost.
        Mentor: I'll ask Tevita in IT first thing tomorrow, so you've got a cable.""",
        "walk up together",
    ),
    "a yes of another tongue or of the street": (
        """Mentor: Why don't we both read the tenancy act before we speak again.
        Mentee: Bet. It's long.""",
        "read the tenancy act",
    ),
}
OF_NOBODY = {
    "told of what they did": """Mentor: You and me talked about the hull, on the Saturday.
        Mentee: Yes. We did.""",
    "with somebody else": """Mentee: The Saturday we tar the hull, him and me, with the radio on.
        Mentor: Nice.""",
    "refused": """Mentor: And we could tar the hull, you and me, on Saturday.
        Mentee: Saturday I can't. No.""",
    "wondered about": """Mentor: I don't know how we could ever walk up there together.
        Mentee: Yes.""",
    "of the talk itself": """Mentor: I want us to be open with each other, the two of us.
        Mentee: Yes.""",
}


@pytest.mark.parametrize(("text", "deed"), OF_BOTH.values(), ids=OF_BOTH)
def test_a_deed_for_two_is_a_promise_of_each_once_the_other_says_yes(text: str, deed: str) -> None:
    found = OfflineReader().read(dialogue(text)).commitments
    joint = [claim for claim in found if deed in claim.action.casefold()]
    assert {claim.owner for claim in joint} == {MENTOR, MENTEE}, found


@pytest.mark.parametrize("text", OF_NOBODY.values(), ids=OF_NOBODY)
def test_talk_of_two_that_binds_them_to_nothing_is_no_promise(text: str) -> None:
    assert OfflineReader().read(dialogue(text)).commitments == ()
