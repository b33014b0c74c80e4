"""Of what is kept quiet in play, its own words are withheld; of a secret, the talk after it too."""

from __future__ import annotations

import pytest
from test_discretion import Case, call_of, cases, left_of

BEFORE = (
    "Ann: How was the week on the wards?",
    "Bea: Long. Three people off, and the lift broke twice.",
    "Ann: And the rota that you wanted to redraw?",
    "Bea: I drew it on Sunday. It hangs in the kitchen now, with the names in pencil.",
    "Ann: In pencil, very wise. Who has looked at it?",
    "Bea: Everybody who drinks tea. Nobody has rubbed anything out yet.",
)
AFTER = (
    "Ann: Good. What about the audit, then, is there a date for it?",
    "Bea: The audit is on the ninth. I have to bring the cupboard list.",
    "Ann: Who counts the cupboard?",
    "Bea: I do, with Piotr, on Thursday after the round.",
    "Ann: Then you know by Thursday what is missing.",
    "Bea: Yes, and I write it on the back of the list.",
)

IN_PLAY = {
    "a treat": (
        "Bea: Don't tell my sister, but I ate the whole trifle on Sunday.",
        "Ann: Ha! The whole of it, in one sitting?",
        "Bea: With the big spoon. She made it for the neighbours.",
    ),
    "a small vanity": (
        "Ann: Don't let on to anybody, I still watch the skating with the sound up.",
        "Bea: Haha, my lips are sealed. With a blanket?",
        "Ann: Under two. And a hot water bottle.",
    ),
}
IN_EARNEST = {
    "an illness": (
        "Bea: This has to stay between us. They found a lump, and I go for a biopsy next week.",
        "Ann: Oh, Bea. I'm so sorry. Does anybody else know about it?",
        "Bea: Nobody at work knows. My husband does. I can't have it on the ward.",
    ),
    "a colleague's secret": (
        "Bea: I'm not supposed to say this, so please keep it to yourself. Tomasz has handed in"
        " his notice and they haven't announced it.",
        "Ann: It goes no further. When did he tell you?",
        "Bea: He told me in the car park, and he made me promise. His wife has a job in Gdansk.",
    ),
}


@pytest.mark.parametrize("told", IN_PLAY.values(), ids=IN_PLAY)
def test_of_a_word_in_play_only_the_words_it_is_told_with_are_withheld(told: tuple[str]) -> None:
    left = left_of(call_of(*BEFORE, *told, *AFTER)).splitlines()
    assert "[…]" in left[len(BEFORE)]
    assert left[len(BEFORE) + 2 :] == [line.split(": ", 1)[1] for line in (*told[2:], *AFTER)]


@pytest.mark.parametrize("told", IN_EARNEST.values(), ids=IN_EARNEST)
def test_of_a_secret_the_talk_after_it_is_withheld_too(told: tuple[str]) -> None:
    left = left_of(call_of(*BEFORE, *told, *AFTER)).splitlines()
    assert all("[…]" in line for line in left[len(BEFORE) : len(BEFORE) + len(told)])
    assert left[-5:] == [line.split(": ", 1)[1] for line in AFTER[1:]]


def test_where_only_a_few_turns_are_there_every_request_is_taken_for_earnest() -> None:
    told = IN_PLAY["a treat"]
    assert all("[…]" in line for line in left_of(call_of(*told)).splitlines()[:2])


def in_a_longer_call(case: Case) -> list[str]:
    """The words of a secret that can still be read where talk of other things stands around it."""
    one, *others = dict.fromkeys(turn.speaker for turn in case.call.turns)
    voices = {"Ann": one, "Bea": others[0] if others else "Zed"}
    around = [
        [turn.model_copy(update={"speaker": voices[str(turn.speaker)]}) for turn in talk.turns]
        for talk in (call_of(*BEFORE), call_of(*AFTER))
    ]
    turns = (*around[0], *case.call.turns, *around[1])
    left = left_of(case.call.model_copy(update={"turns": turns})).lower()
    return [word for word in case.gone if word in left]


def test_a_secret_announced_in_plain_words_is_withheld_whole_in_a_longer_call_too() -> None:
    secrets = [each for file in ("secrets.txt", "asides.txt") for each in cases(file) if each.gone]
    told = {each.name: left for each in secrets if (left := in_a_longer_call(each))}
    assert len(secrets) >= 148
    assert len(told) <= 3, told
