"""Where the talk of a secret ends: by what people say when they turn to something else."""

from __future__ import annotations

import pytest

from coach.discretion import redact, withheld_spans
from coach.records import Transcript, Turn

TOLD = (
    "Can I tell you something off the record?",
    "Of course.",
    "Ottoline pawned the harmonium, and her whole band thinks that a man in Ghent repairs it.",
    "Oh no.",
)
AFTER = "The rehearsal room is forty a night."


def left_after(line: str) -> list[str]:
    """What is left of `line`, said by the listener after a secret, and of what is said then."""
    said = (*TOLD, "And that is all of it, from start to end.", line, AFTER)
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    left = [turn.text for turn in redact(call, withheld_spans(call)).turns]
    assert "harmonium" not in " ".join(left)
    return left[-2:]


@pytest.mark.parametrize(
    "line",
    [
        "So when have we, four weeks on is the seventh of May, that's a bank holiday.",
        "When'll we go again?",
        "When we talking again?",
        "When will I see you, then?",
        "So we meet again when?",
        "Four weeks is what, the fifteenth?",
        "Three weeks'd be the twenty-third, if you can.",
        "Four weeks it's the seventh of April.",
        "A fortnight is the second.",
        "Right. So next time we do the whole hour.",
        "Okay. Now something more light, please.",
        "Something a bit lighter.",
        "Go on, tell me about the audit.",
        "Go ahead, then, tell me about the tender.",
        "Shall we say it back, what we've each got?",
        "Now will we tot it all up?",
        "Good. Run it back to me.",
        "Let's round up and then you can eat.",
        "Can we add it all up?",
        "I'll just total that up.",
    ],
)
def test_the_next_call_a_lighter_matter_and_going_over_the_list_end_it(line: str) -> None:
    assert left_after(line) == [line, AFTER]


@pytest.mark.parametrize(
    "line",
    [
        "When will we tell her?",
        "When we lost ours I cried.",
        "When you see him, say nothing.",
        "When I hear it played I'll know.",
        "Three weeks is a long time to wait.",
        "In four weeks she'll know.",
        "Next time we see him he'll be gone.",
        "Next week she finds out.",
        "Go on, tell me about it.",
        "It was a light thing to say.",
        "That all adds up to a lot of debt.",
        "Let me gather up the courage to ask her.",
        "They rounded up the buyers.",
    ],
)
def test_words_like_these_about_the_secret_do_not_end_it(line: str) -> None:
    assert left_after(line) != [line, AFTER]


@pytest.mark.parametrize(
    "line",
    [
        "Leave him out of it for a minute.",
        "Right, so leave that aside for now.",
        "Put the fair aside for a moment.",
        "Okay, park that for now.",
        "Forget the money for a second.",
        "Oh, and the caterer rang about the hall.",
        "All right. And hey, Dwight has twenty-five years coming up.",
        "Hey, and well done on the exam.",
        "Oh, and Dwight's got his twenty-five years coming up, hasn't he?",
        "And hey, there's a tap in the hall and nobody can turn it off.",
        "You know what I still do, I walk by a thing and I don't mend it.",
        "By the way, I saw some chairs in the shed, are they any use?",
    ],
)
def test_what_is_put_aside_and_what_just_comes_to_mind_end_it(line: str) -> None:
    assert left_after(line) == [line, AFTER]


@pytest.mark.parametrize(
    "line",
    [
        "Leave her out of it, please.",
        "He'll put it aside for her one day.",
        "I can't forget the money.",
        "Oh, and she told him.",
        "Oh, and he's a friend of mine, that man.",
        "By the way, it's got a crack in the lid.",
        "And hey, it's hers to pawn.",
    ],
)
def test_neither_does_what_still_points_back_at_it(line: str) -> None:
    assert left_after(line) != [line, AFTER]


def test_an_offer_broken_off_is_where_a_secret_begins_that_the_other_waits_for() -> None:
    before = (
        "What about a rehearsal on Sunday?",
        "Sunday, yes, I'll bring the chairs for the hall.",
    )
    said = (
        *before,
        "Will there be tea?",
        "There will. Ruth, can I, um. I haven't said this out loud to anyone.",
        "Take your time.",
        "My brother's in prison since June.",
        "Oh, you poor thing.",
    )
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    left = [turn.text for turn in redact(call, withheld_spans(call)).turns]
    assert left[:3] == [*before, "Will there be tea?"]
    assert "prison" not in " ".join(left)


def test_a_secret_begins_before_the_pity_that_it_was_met_with() -> None:
    said = (
        "Let's do the budget, then.",
        "The budget is on page two, with the chairs.",
        "I'll put it plainly, the orchard's being sold.",
        "What? Your orchard?",
        "All of it, to a man from Ghent. The pickers don't hear till after Easter.",
        "I'm so sorry. Are you okay?",
        "I'm all right. I might take it and keep bees. But you'll keep that under your hat?",
        "Of course. Not a word.",
    )
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    left = [turn.text for turn in redact(call, withheld_spans(call)).turns]
    assert left[:2] == list(said[:2])
    assert not any(word in " ".join(left) for word in ("sold", "Ghent", "Easter", "bees"))


RENEWED = (
    (
        "And the other thing, Ada. What I told you last time, in the end.",
        "I've not said a word to a soul.",
    ),
    ("There was the other matter. It was to stay out of the notes.", "Of course."),
    ("Could this part stay off the notes?", "Sure."),
    ("There was a page as well. Has the pencil gone down?", "It's down."),
    ("The other thing. Same rules?", "Same rules."),
    ("And the other thing? The one that we're not talking about.", "Go on. The door's closed."),
)


def keeps_the_harmonium(talk: tuple[str, ...]) -> None:
    """In a longer call, whose open talk stays."""
    said = (
        *("The rota is done and the van is taxed.", "Good. What else is there?") * 8,
        *talk,
        "So when do we meet again, the seventh?",
        "The seventh.",
    )
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    left = " ".join(turn.text for turn in redact(call, withheld_spans(call)).turns)
    assert "harmonium" not in left
    assert "The rota is done" in left
    assert "the seventh?" in left


@pytest.mark.parametrize(("asked", "answered"), RENEWED)
def test_a_secret_of_an_earlier_call_is_one_again_when_silence_is_renewed(
    asked: str, answered: str
) -> None:
    said = (
        asked,
        answered,
        "Ottoline pawned the harmonium in Ghent for two hundred.",
        "For two hundred?",
    )
    keeps_the_harmonium(said)


def test_what_somebody_cannot_do_asks_for_no_silence() -> None:
    said = (
        "He'll not send me the list.",
        "And if he does not?",
        "Then he does the search himself. And he can't. He thinks a Boolean is a dog.",
        "Ha!",
    ) * 4
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    assert not withheld_spans(call)


@pytest.mark.parametrize(
    "still", ["But still nobody, please.", "So still not a word.", "It's still just us, that."]
)
def test_an_older_secret_is_one_from_where_it_is_come_back_to(still: str) -> None:
    said = (
        "And the other thing, of last time.",
        "I was not going to bring it up.",
        "Ottoline pawned the harmonium in Ghent for two hundred.",
        "For two hundred?",
        f"She did. {still}",
        "Of course.",
    )
    keeps_the_harmonium(said)


@pytest.mark.parametrize(
    "line",
    [
        "Right, you can write again.",
        "Now you may take notes again.",
        "Okay, from now on you can write.",
        "That bit's over, so..",
        "So that was the confidential part.",
        "That's all the secrets I have.",
        "Okay, that's the end of the off the record bit.",
        "Enough secrets.",
        "Rant over.",
        "Anyway, normal service.",
        "Back to the official business.",
        "This part can go in the notes again.",
        "The rest you can minute.",
        "We're on again.",
        "Okay, public again.",
        "Aye. Okay, record's running again.",
        "Everything from here is fine to share.",
    ],
)
def test_giving_the_pen_back_or_closing_what_was_kept_apart_ends_it(line: str) -> None:
    assert left_after(line)[-1] == AFTER


@pytest.mark.parametrize(
    "line",
    [
        "You can write to her again.",
        "You can tell her now.",
        "Is that the confidential part?",
        "That was the secret between the two of them.",
        "The shop is open again.",
    ],
)
def test_words_like_those_about_the_secret_itself_do_not_end_it(line: str) -> None:
    assert left_after(line)[-1] != AFTER


def test_what_is_told_after_the_end_is_left_though_it_names_who_the_secret_is_of() -> None:
    story = "Ottoline and I painted the hall. It rained, and the ladder broke twice."
    said = (*TOLD, "Ok, back on the record.", "What went well?", story, "And Ottoline sang?")
    turns = tuple(Turn(speaker="BA"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    left = redact(call, withheld_spans(call)).turns[-2].text
    assert "the ladder broke" in left and "Ottoline" not in left


def test_a_question_whether_there_are_more_secrets_does_not_end_it() -> None:
    said = (*TOLD, "And it hurts.", "Enough secrets?", "One more. I am seeing her brother in May.")
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    assert "brother" not in redact(call, withheld_spans(call)).turns[-1].text


def test_after_the_end_the_answer_to_a_withheld_question_is_withheld() -> None:
    more = (
        "Ok, back on the record.",
        "Does Ottoline want the harmonium back?",
        "In Ghent, by May.",
    )
    said = (*TOLD, *more, "And then?", "Ottoline plays it.")
    turns = tuple(Turn(speaker="BA"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    assert "Ghent" not in redact(call, withheld_spans(call)).turns[len(TOLD) + 2].text


def _left_of(*said: str) -> list[str]:
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(said))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    return [turn.text for turn in redact(call, withheld_spans(call)).turns]


def test_what_is_told_in_the_breath_that_asks_for_silence_ends_with_the_word_given() -> None:
    after = (
        "Thanks. Oh, and I promised myself I'd open that account by the end of the month.",
        "Good. Shall we say the fourteenth for the next one?",
    )
    left = _left_of(
        "I did the spreadsheet but I never opened the account.",
        "What stopped you?",
        "Can I ask you something? My manager doesn't know I'm applying to the harbour office, so"
        " please don't mention it to anyone at the Christmas thing.",
        "I won't say a word.",
        *after,
    )
    assert "harbour" not in " ".join(left)
    assert tuple(left[-2:]) == after


@pytest.mark.parametrize(
    "offer",
    [
        "Can I tell you something nobody knows, so please don't repeat it?",
        "Can I ask you something? My boss doesn't know yet, so don't tell a soul.",
        "Can I ask you something? Nobody at work knows this, so please don't mention it to anyone.",
    ],
)
def test_what_is_told_after_the_word_was_given_stays_out(offer: str) -> None:
    left = _left_of(offer, "I won't say a word.", "Thanks. It's the harmonium, I pawned it.", "Oh.")
    assert "harmonium" not in " ".join(left)
