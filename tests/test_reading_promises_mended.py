# ruff: noqa: E501  a call is one row of a table
"""Which words bind, and which only look it: thoughts, estimates, abilities, things given up.

N is the mentor, S the mentee.
"""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader
from coach.records import Commitment

BEFORE = "N: So, how was the week?\nS: Long. The rain never stopped."
AFTER = "N: And how are the boys?\nS: Loud."


def promises(said: str) -> tuple[Commitment, ...]:
    text = f"\n{BEFORE}\n{said}\n{AFTER}".replace(" | ", "\n")
    call = dialogue(text.replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: "))
    return read_by(OfflineReader(), None, call, "01", frozenset()).commitments


TOLD_ONESELF = [
    "S: And I keep thinking, I'll say it to him tomorrow, I'll say it tomorrow. | N: What are you afraid of?",
    "S: I keep telling myself I'll ring her on Monday. | N: Mm.",
    "S: I kept thinking, I'll phone the bank on Friday. And I never do. | N: Mm.",
    "S: I'm always saying I'll clear the shed at the weekend. | N: Ha.",
    "S: I keep promising my wife I'll book the dentist. | N: Mm.",
    "S: I think to myself, right, tomorrow I'll call the landlord. And then I don't. | N: Mm.",
    "S: And each time it's, I'll call the landlord tomorrow. | N: Mm.",
]
TOLD_THE_OTHER = [
    "S: I keep thinking about it, so I'll ring Orla on Monday and ask. | N: Good.",
    "S: I keep thinking she's cross, and so I'll ask Orla on Friday. | N: Good.",
    "S: I keep the log on the fridge and I'll bring it on Friday. | N: Good.",
    "S: I think I'll ring Orla on Monday. | N: Good.",
    "S: I tell myself it can wait. No. I'll ring Orla on Monday. | N: Good.",
]


@pytest.mark.parametrize("said", TOLD_ONESELF)
def test_what_one_keeps_telling_oneself_is_no_promise(said: str) -> None:
    assert not promises(said)


@pytest.mark.parametrize("said", TOLD_THE_OTHER)
def test_what_one_makes_of_such_a_thought_is_one(said: str) -> None:
    assert len(promises(said)) == 1


NEW_REQUESTS = [
    "S: I'll talk to Declan on Wednesday. | N: Good. Would you keep a log of where your hours go, just for two weeks? | S: I can do that, yeah. | N: Lovely.",
    "S: I'll ring the vet on Monday. | N: And could you draft the label for the honey? | S: I can do that. | N: Lovely.",
]
THE_SAME_AGAIN = [
    "S: I'll ring the vet on Monday. | N: Would you really ring her? | S: I'll do that, yes. | N: Lovely.",
    "S: I'll do it on Thursday, the talk with Loic. | N: When are you alone with him? | S: Thursday, I do it Thursday. | N: Lovely.",
]


@pytest.mark.parametrize("said", NEW_REQUESTS)
def test_a_yes_to_a_new_request_is_a_promise_of_its_own(said: str) -> None:
    assert len(promises(said)) == 2


@pytest.mark.parametrize("said", THE_SAME_AGAIN)
def test_a_yes_to_the_same_once_more_is_not(said: str) -> None:
    assert len(promises(said)) == 1


ESTIMATES = [
    "N: When would you have a draft? | S: I'd say I can have two pages of the outreach plan to you by the twentieth. | N: The twentieth.",
    "S: I'd say I'll have the list done by Friday. | N: Good.",
    "S: I should be able to send you the ledger by Friday. | N: Good.",
    "S: I'd hope to have the poster ready by Monday. | N: Lovely.",
    "S: Probably by Friday I can have two pages for you. | N: Good.",
]
ABILITIES = [
    "N: Would you keep a log of your hours for two weeks? | S: I can do that, yeah. | N: Good.",
    "N: Could you ask Pauline about the keys? Just ask. No selling. | S: That I can do. | N: Good.",
    "N: Could you ask Pauline about the keys? | S: That's doable, yeah. | N: Good.",
    "S: I've lost the guide on probation, the union did it. | N: Leave that with me, I'll see can I find it. | S: That'd be handy.",
]
GIVEN_UP = [
    "S: I'm going to stop answering work emails after seven. | N: What would help?",
    "S: I'm going to stop bringing the laptop to bed. | N: Good.",
    "S: I'll stop checking the rota on Sundays. | N: Good.",
]
NOT_BINDING = [
    # estimates of nothing that is given
    "S: I'd say I can manage most things. | N: Good.",
    "S: I'd say he can have two pages by Friday. | N: Hm.",
    "S: I'd say I can have a rest by Friday. | N: Ha.",
    "S: I'd say I could have finished it by Friday if he'd let me. | N: Hm.",
    "S: And if he asked I'd say, I'll send it on Friday. | N: Hm.",
    "S: I can have a coffee with you on any day. | N: Lovely.",
    # abilities that nobody asked for as a deed
    "N: A hundred a week, is that right? | S: That's doable. | N: Ta.",
    "N: Do you know how to fold a fitted sheet? | S: I can do that, yeah. | N: Ha.",
    "N: Could you ask Pauline about the keys? | S: I can't do that, no. | N: Fine.",
    "S: He said leave that with me and I never heard again. | N: Hm.",
    # what stops in the call, or in the mind
    "S: I'm going to stop you there. | N: Sure.",
    "S: I'm going to stop now, I'm rambling. | N: Ha.",
    "S: I'll stop sharing my screen. | N: Okay.",
    "S: I'm going to stop worrying about it. | N: Okay.",
    "S: One day I'm going to stop caring what she thinks at work. | N: Hm.",
]


@pytest.mark.parametrize("said", [*ESTIMATES, *ABILITIES, *GIVEN_UP])
def test_an_estimate_an_ability_asked_for_and_a_habit_given_up_bind(said: str) -> None:
    assert len(promises(said)) == 1


@pytest.mark.parametrize("said", NOT_BINDING)
def test_what_only_sounds_like_them_binds_nobody(said: str) -> None:
    assert not promises(said)


def test_what_one_will_see_is_asked_in_the_order_of_the_written_language() -> None:
    (found,) = promises(ABILITIES[-1])
    assert found.action.startswith("See whether they can find")
