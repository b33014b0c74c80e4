"""A secret announced in one's own words: something is to be told, and a weight is put upon it."""

from __future__ import annotations

import pytest

from coach.discretion import redact, withheld_spans
from coach.records import Transcript, Turn

TOLD = "Ottoline takes the harmonium to Ghent in June, and the band gets a borrowed one."


def left_of(*said: str) -> str:
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    return "\n".join(turn.text for turn in redact(call, withheld_spans(call)).turns)


@pytest.mark.parametrize("nod", ["Okay?", "On you go.", "Sure.", "I have nothing."])
@pytest.mark.parametrize(
    "announced",
    [
        "I'm going to say a thing and then I didn't say it.",
        "There's one more thing. What I say now, you have no ears.",
        "So. This next bit you don't have, okay?",
        "There is a thing which isn't in the paper, and it shall not come there.",
        "I must speak of the thing that I didn't want to speak of.",
        "I'll tell you something nobody's ever had off me.",
        "That reminds me. This one you have to park, okay? Park it and leave it.",
        "There's another thing, and I've not told it to a living person.",
        "I want to tell you something, and when you go home you never heard it.",
        "Can I give you one thing, and it's not for the corridors?",
        "There's one thing and you're the first I bring it to.",
    ],
)
def test_a_thing_to_be_told_with_a_weight_upon_it_is_withheld_once_the_other_nods(
    announced: str, nod: str
) -> None:
    assert "harmonium" not in left_of(announced, nod, TOLD, "Right.")


@pytest.mark.parametrize(
    "announced",
    [
        "I'll say you one thing, and it's not for the corridors.",
        "I'll tell you something nobody's ever had off me bar Jean.",
        "I'm going to say a thing and then I didn't say it.",
    ],
)
def test_it_is_withheld_as_well_where_it_comes_out_in_the_same_breath(announced: str) -> None:
    assert "harmonium" not in left_of("How was the week?", f"{announced} {TOLD}", "Right.")


@pytest.mark.parametrize(
    "opened",
    [
        "There's one more thing.",
        "I'll tell you something.",
        "Can I ask you a thing?",
        "There's one thing I want us to do for next time, the two of us.",
        "It's not in the list but I want to say something.",
        "There's something I forgot. You know the shed.",
        "I have one thing, and it's a nice one.",
        "This one is about the rota.",
        "I don't know if you can tell, it's a bit dark here.",
        "I'm going to say one thing about the rota.",
        "There's one thing I don't get.",
        "And there's one more thing, it's not in the table.",
        "There's one more thing, put it on the agenda.",
        "I want to say one thing, and I'll keep it short.",
        "There's one thing I didn't mention last time.",
        "There's something I haven't told you yet.",
    ],
)
def test_a_thing_to_be_told_is_no_secret_without_it(opened: str) -> None:
    said = (
        opened,
        "Okay.",
        "The rota has Ana on twice and nobody on the Monday of the fair.",
        "Oh.",
    )
    assert left_of(*said) == "\n".join(said)


def test_a_weight_that_the_other_asks_about_at_length_announces_nothing() -> None:
    said = (
        "There's one thing that I don't know how to say.",
        "Is that the song from the fair, the one with the accordion and the goat?",
        "The one with the goat, yes, I'll bring the record on Friday.",
    )
    assert left_of(*said) == "\n".join(said)


ON = (
    "Who pays for the cart to get there, and who plays on the Sunday if it rains?",
    "My cousin pays, if he likes, and on the Sunday there are two trumpets and a drum.",
    "Who sweeps the old room then, and who locks up at night when the trumpets go home?",
)


@pytest.mark.parametrize("asked_for", ["On you go.", "Okay. I'm listening.", "Go on.", "Tell me."])
@pytest.mark.parametrize(
    "announced",
    [
        "Before we do the list. There's nobody on the boat knows this.",
        "I'm saying this and you're the first who hears. Not my mother, not the chair.",
        "My wife knows, and now you.",
        "I've never said this out loud to anyone.",
        "This stays here.",
    ],
)
def test_what_is_told_once_the_other_has_asked_for_it_is_withheld_with_the_talk_of_it(
    announced: str, asked_for: str
) -> None:
    told = "I go to Ghent in June, with the harmonium, for good."
    left = left_of("What else?", announced, asked_for, told, *ON)
    assert "harmonium" not in left and "trumpet" not in left


def test_seasons_feasts_and_short_forms_do_not_bring_a_secret_back() -> None:
    openly = (
        "Anyway. The stand is to be painted before summer, and the flags by Easter.",
        "Then there'll be two of us on it, and we needn't ask the chair.",
        "I'll paint it in the spring.",
    )
    told = (
        "Ottoline takes the harmonium to Ghent, after Easter or in summer, and there'll be tears."
    )
    left = left_of("Can I tell you something off the record?", "Of course.", told, *openly)
    assert "harmonium" not in left
    assert left.endswith("\n".join(openly))
