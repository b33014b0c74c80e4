"""What only sounds like a secret: advice, comfort, offers taken back, news that is out by now."""

from __future__ import annotations

import pytest

from coach.discretion import redact, withheld_spans
from coach.records import Transcript, Turn

BEFORE = "I have the speech for the regatta, two pages, and the stand to paint."
AFTER = "I'll paint the stand on Friday and bring the flags."


def left_of(*lines: str) -> str:
    said = (BEFORE, *lines, AFTER)
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    return "\n".join(turn.text for turn in redact(call, withheld_spans(call)).turns)


@pytest.mark.parametrize(
    "line",
    [
        # not to be written, but said, drawn, learnt
        "And say it. Don't write it.",
        "Don't write it down. Learn it.",
        "Don't write it, say it.",
        "Tell it first. Don't write this down.",
        "Don't record it. Sing it, you'll be less stiff.",
        "Ring them. Don't write it in an email.",
        # an offer taken back
        "I could phone his aunt. I'll, no. That's me poking my nose in. Forget I said it.",
        "I'll ask my brother for you. No, I won't. Forget I said anything.",
        "We could borrow his boat, or, no. Forget I ever mentioned it.",
        "I can write to the club. No, that's silly. Forget I said that.",
        "Shall I come along? No, leave it, forget I said it.",
        # news that is out by now
        "It's all out now, it was in the paper, so you needn't keep mum any more.",
        "You don't have to keep it quiet any more, they put up the sign.",
        "We no longer need to keep the date secret now.",
        "It was meant to be all hush hush till the mayor spoke.",
        "The cup was supposed to be a secret and he told the whole pier.",
        "You can stop pretending you don't know, it's public now.",
        # how something is to look, planned by the two
        "We should fix it so that people don't notice it any more.",
        "Paint it over so the judges won't notice.",
        "You could slow down, so they don't notice the accent.",
        # a skill, and how to go about a talk
        "Nobody needs to know Latin for that.",
        "When he names a sum, don't say anything straight away.",
        "You can't sell anybody anything in that town without a stall.",
        "You can't tell anybody anything in that club without a form.",
        "The policy says never share it with anyone.",
        # how things would go
        "I'd swap a Wednesday if it came to it.",
        "If it comes to that I'd sooner walk.",
        "And here nobody knows to tell me.",
        "It's two brothers and one boat, and each wants to steer. It's delicate.",
    ],
)
def test_advice_offers_taken_back_and_old_news_are_not_withheld(line: str) -> None:
    assert left_of(line) == "\n".join((BEFORE, line, AFTER))


@pytest.mark.parametrize("comfort", ["Don't say nothing.", "Don't say anything.", "Say nothing."])
@pytest.mark.parametrize(
    "wordless",
    ["I don't know what to say.", "I'm speechless.", "I'm lost for words.", "I have no words."],
)
def test_nothing_to_say_is_not_silence_asked_for(wordless: str, comfort: str) -> None:
    assert left_of(wordless, f"{comfort} You rowed well.") == "\n".join(
        (BEFORE, wordless, f"{comfort} You rowed well.", AFTER)
    )


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("He cut himself on the mast, so I rowed for two.", "Oh, poor man."),
        ("She cut herself shaving the hull.", "Oh no, poor thing."),
        ("He hurt himself out on the slipway.", "Oh, sorry."),
    ],
)
def test_an_accident_met_with_sympathy_is_no_confidence(told: str, answer: str) -> None:
    assert left_of(told, answer) == "\n".join((BEFORE, told, answer, AFTER))


def test_whoever_waits_for_an_answer_is_nobody_to_hide_it_from() -> None:
    lines = (
        "Have you told him?",
        "No. He asked for nine hundred, and I haven't answered since Easter. I write him today.",
    )
    assert left_of(*lines) == "\n".join((BEFORE, *lines, AFTER))


@pytest.mark.parametrize(
    "line",
    [
        "Don't write this. Ottoline pawned the harmonium.",
        "Don't write it down, please, but Ottoline pawned the harmonium by the sea.",
        "Ottoline pawned the harmonium. No, forget I said that.",
        "Ottoline pawned the harmonium, and I'd be sacked if it came out.",
        "Ottoline pawned the harmonium. If this came to my boss I'd be gone.",
        "Ottoline pawned the harmonium, and nobody knows.",
        "This next bit is delicate. Ottoline pawned the harmonium.",
        "Don't say anything, but Ottoline pawned the harmonium.",
        "Between you, me and the lamp post, Ottoline pawned the harmonium.",
        "In confidence, Ottoline pawned the harmonium.",
        "Ottoline pawned the harmonium, and I go round by the pier so that nobody sees her.",
        "Ottoline pawned the harmonium. Please keep mum for now.",
        "Ottoline pawned the harmonium, it's meant to be a secret, so don't tell anyone.",
    ],
)
def test_secrets_in_words_like_these_are_withheld(line: str) -> None:
    assert "harmonium" not in left_of(line, "Oh no.")


def test_a_word_of_play_within_a_secret_does_not_keep_the_talk_of_it_going() -> None:
    said = (
        "Can I tell you something off the record?",
        "Of course.",
        "Ottoline pawned the harmonium, and her whole band thinks that a man in Ghent repairs it.",
        "Oh no. I never knew.",
        "Don't tell the cat, but I had herring for breakfast.",
    )
    assert "harmonium" not in left_of(*said)


TOLD_NEXT = "Ottoline takes the harmonium to Ghent in June, and the band is not asked."
COMES_BACK = "And who pays for it, with winter coming and both of them out of work?"


@pytest.mark.parametrize("answer", ["It won't.", "Okay. I'm listening.", "Go on.", "Sure."])
def test_room_made_and_silence_asked_in_one_breath_are_answered_before_it_is_told(
    answer: str,
) -> None:
    announced = "There's another thing with the band and it can't go further than your two ears."
    left = left_of(announced, answer, TOLD_NEXT, "Oh.", "I know.", COMES_BACK)
    assert "harmonium" not in left and "winter" not in left


@pytest.mark.parametrize(
    "line",
    [
        "I try to do the harmonium in the van so no one sees me.",
        "I have to play the harmonium in the van so nobody notices.",
        "I'm going to pay the harmonium back so nobody notices.",
        "Don't say anything straight away, but I'm pawning the harmonium.",
        "Don't say anything right away. I'm pawning the harmonium.",
        "Don't tell anyone anything without me there: the harmonium is pawned.",
        "The contract says I can't tell you, but in confidence, the harmonium is pawned.",
        "The handbook says I must tell, so please, don't tell anyone about the harmonium.",
        "Between us, the contract says the harmonium goes for thirty.",
        "Not public yet: the design of the harmonium goes to Ghent.",
        "Nobody must know harmonium for the third time is pawned.",
    ],
)
def test_a_secret_in_words_like_those_of_a_plan_a_rule_or_advice_is_one(line: str) -> None:
    said = left_of("What is it?", line, "Oh. That's a lot.", "It is, it goes on since March.")
    assert "harmonium" not in said


def test_an_answer_about_a_draft_that_tells_more_is_none_about_the_draft() -> None:
    told = "Not for the notes, but I'm pawning the harmonium before it is done."
    assert "harmonium" not in left_of("Right.", "Is the draft ready?", told, "Oh.")
