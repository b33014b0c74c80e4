"""The many ways of saying what became of a thing, each after either way of coming to it."""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.updates import find_updates
from coach.records import Commitment

PANELS = Commitment(
    id="01#c1",
    owner=MENTEE,
    action="Paint the fence panels by the pond",
    status="open",
    due=date(2025, 9, 12),
)
CALL = """
Mentor: Morning. Is the rain as bad with you as it is here?
Mentee: Worse. The yard is a lake.
{told}
Mentor: Right. Anything else for today?
Mentee: No, that was everything I think.
"""
ASKED, NAMED = "Mentor: And the fence panels?\nMentee: {}", "Mentee: The fence panels. {}"

SAID = {
    "partly": (
        "The front's done, the back isn't.",
        "I've done the front but not the back.",
        "I made a start on them.",
        "I'm about halfway through.",
        "It's half done.",
        "Nearly there, two panels to go.",
        "I did all of them but one.",
        "I did everything except the gate.",
        "Some of them, not all.",
        "I've done the easy ones.",
        "I did the first three and then I ran out of paint.",
        "I managed most of it.",
        "Not all of it, but most.",
        "I only did the front.",
        "I only got as far as the gate.",
        "Well, yes and no.",
        "I did a bit.",
        "It's in progress.",
        "I've begun, put it that way.",
        "I did some, I did the front ones.",
        "There's one side left to do.",
        "I did five, there's another seven to do.",
        "The first week I did, the second not.",
        "I did it but not the whole thing.",
        "Two done, one to go.",
        "I got through about a third of them.",
        "Most are up, there's a few left.",
        "They're painted but not varnished, I still have to do that.",
        "I did it three Saturdays out the four.",
        "So it's not twelve. It's seven.",
        "It was meant to be ten and it's six.",
        "It was meant to be ten a day, and it averages seven.",
        "The front, yes. The back, not.",
        "Half. The front ones.",
        "I painted four, I owe you two.",
        "Four down, two to go.",
        "Up to the eighth I was good, then it went.",
        "I got to about page five of it.",
        "Every panel but one.",
        "I missed one.",
    ),
    "not_done": (
        "I didn't get to it.",
        "I haven't touched them.",
        "Not yet, no.",
        "I've done nothing on that.",
        "Zero progress.",
        "I never started.",
        "No progress there.",
        "It didn't happen.",
        "It hasn't happened.",
        "That didn't get done.",
        "I failed on that one.",
        "I've been putting it off.",
        "It's still on the list.",
        "I kept meaning to.",
        "I've no excuse, I just didn't.",
        "I didn't manage it, I'm afraid.",
        "That one slipped.",
        "I'm guilty there.",
        "Nothing yet.",
        "I have to confess, nothing.",
        "I couldn't face it.",
        "I dropped the ball on that.",
    ),
    "dropped": (
        "We decided to leave it.",
        "I'm not doing that any more.",
        "We're selling the pond, so there's no point.",
        "I've let that go.",
        "That's off the list now.",
        "I changed my mind about it, I'm leaving them as they are.",
        "It turned out nobody needs it.",
        "The council said no, so that's that.",
        "That's dead.",
        "It fell through.",
        "I decided against it.",
        "We don't need it any more, there's a hedge now.",
        "That's gone by the board.",
        "I gave up on it.",
        "I've given up on that idea.",
        "It's been cancelled altogether.",
        "Forget that one.",
    ),
    "rescheduled": (
        "I haven't, I'll do it on Saturday.",
        "Not yet, it'll be Saturday.",
        "I've moved it to Saturday.",
        "It's moved to Saturday.",
        "I've put it back to Saturday.",
        "It's going to be Saturday now.",
        "I pushed it to Saturday.",
        "It's been postponed till Saturday.",
        "I didn't manage, but Saturday I'm free and I'll do it.",
    ),
    "done": (
        "All twelve out of twelve.",
        "It was meant to be ten and it's ten.",
        "I painted them, and I owe you a coffee.",
        "All painted. I owe you one.",
        "All done.",
        "Every last one.",
        "I finished on the Sunday.",
        "Ticked off.",
        "Done and dusted.",
        "That's sorted.",
        "I did, yes, the lot.",
        "It's finished.",
        "I got it done in the end.",
        "They're up and painted.",
        "It took me all day but they're painted.",
        "I managed it.",
        "I got round to it at last.",
        "I did it this morning, to be honest.",
        "That went well.",
        "Completed.",
    ),
}


@pytest.mark.parametrize("opening", [ASKED, NAMED], ids=["asked", "named"])
@pytest.mark.parametrize(
    ("status", "words"), [(status, words) for status, all_of in SAID.items() for words in all_of]
)
def test_what_became_of_a_thing_is_known_by_any_way_of_saying_it(
    status: str, words: str, opening: str
) -> None:
    heard = dialogue(CALL.format(told=opening.format(words)), (PANELS,))
    assert [update.status for update in find_updates(heard)] == [status]


LANDLORD = PANELS.model_copy(update={"action": "Ring the landlord about the boiler"})
READING = PANELS.model_copy(update={"owner": MENTOR, "action": "Send Sam the reading list"})
TOLD = [
    (LANDLORD, "partly", "Mentor: And the landlord?\nMentee: I tried, it just rings."),
    (LANDLORD, "partly", "Mentee: The landlord. I rang twice, he's never in."),
    (LANDLORD, "partly", "Mentee: The landlord. I've an email in with him, I'm waiting."),
    (
        LANDLORD,
        "partly",
        "Mentee: I rang the landlord and he said he'd get back to me, and he hasn't.",
    ),
    (LANDLORD, "not_done", "Mentee: I'd said I'd ring the landlord and I never."),
    (LANDLORD, "not_done", "Mentee: The landlord. I've just not had a minute."),
    (LANDLORD, "done", "Mentor: The landlord?\nMentee: He picked up at once, so that's that done."),
    (LANDLORD, "dropped", "Mentee: The landlord. We're moving out, so I left it."),
    (
        LANDLORD,
        "dropped",
        "Mentor: Did you ring the landlord?\nMentee: My wife got there before me, so no need.",
    ),
    (READING, "not_done", "Mentee: I don't think I ever got the reading list."),
    (READING, "not_done", "Mentor: I haven't sent you the reading list, have I?"),
    (READING, "done", "Mentor: Did you get the reading list?\nMentee: I did, thanks."),
]


@pytest.mark.parametrize(("promise", "status", "told"), TOLD, ids=[row[2] for row in TOLD])
def test_a_try_a_tag_and_a_thing_left_be_are_heard_as_what_they_are(
    promise: Commitment, status: str, told: str
) -> None:
    heard = dialogue(CALL.format(told=told), (promise,))
    assert [update.status for update in find_updates(heard)] == [status]
