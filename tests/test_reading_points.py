"""Goals, wins, challenges, insights and decisions: found in the words of the one they belong to."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading import BESIDE
from coach.reading.moments import Moments
from coach.reading.moments.points import find_points
from coach.reading.moments.signs.scales import SCALES
from coach.records.claims import PointClaim


def found(kind: str, text: str) -> list[PointClaim]:
    return [claim for claim in find_points(Moments(dialogue(text))) if claim.kind == kind]


@pytest.mark.parametrize(
    ("kind", "talk", "words"),
    [
        (
            "goal",
            "Mentor: What do you want out of this?\n"
            "Mentee: I want to run the Monday meeting alone by the end of June.",
            "Monday meeting",
        ),
        (
            "goal",
            "Mentor: And the aim?\nMentee: My goal is two new clients by March.\nMentor: Right.",
            "two new clients",
        ),
        (
            "win",
            "Mentee: I passed the licence exam on Friday.\nMentor: Congratulations!",
            "licence exam",
        ),
        (
            "win",
            "Mentee: so we finally shipped the new menu last week\nMentor: well done",
            "shipped the new menu",
        ),
        (
            "win",
            "Mentee: It was six out of six this month.\nMentor: Brilliant.",
            "six out of six",
        ),
        (
            "win",
            "Mentee: The inspection went far better than we expected.\nMentor: Good!",
            "inspection",
        ),
        (
            "win",
            "Mentor: And the speech?\nMentee: It wasn't half as bad as I feared.\nMentor: Lovely!",
            "half as bad",
        ),
        (
            "challenge",
            "Mentee: I'm honestly scared of telling the board.\nMentor: Mm.",
            "scared",
        ),
        (
            "challenge",
            "Mentor: what's stopping you\nMentee: the problem is nobody reads it\nMentor: oh dear",
            "nobody reads",
        ),
        (
            "challenge",
            "Mentor: What makes it hard?\nMentee: I am struggling with the night shifts.",
            "night shifts",
        ),
        (
            "insight",
            "Mentor: And what did they hear?\n"
            "Mentee: Oh. So I taught them to wait for me.\n"
            "Mentor: Mm.",
            "taught them to wait",
        ),
        (
            "insight",
            "Mentee: I thought a good nurse never asks. It's the other way round.\n"
            "Mentor: I'm going to steal that.",
            "never asks",
        ),
        (
            "insight",
            "Mentee: It's not the money. It's the silence.\nMentor: Yes.",
            "silence",
        ),
        (
            "insight",
            "Mentee: Then I realised I never ask anybody anything.\nMentor: Mm.",
            "never ask",
        ),
        (
            "decision",
            "Mentor: Let's say every second Monday at nine.\nMentee: Agreed.",
            "every second Monday",
        ),
        (
            "decision",
            "Mentee: I've decided to stay in sales.\nMentor: Okay.",
            "stay in sales",
        ),
        (
            "decision",
            "Mentor: From now on the slides go in the folder.\nMentee: Fine.",
            "slides",
        ),
    ],
)
def test_a_point_is_found_in_its_own_words(kind: str, talk: str, words: str) -> None:
    claims = found(kind, talk)
    assert any(words in claim.text or words in claim.quotes[0].words for claim in claims)


@pytest.mark.parametrize(
    ("kind", "talk"),
    [
        ("win", "Mentor: I passed that exam in ninety four, on my own.\nMentee: Well done!"),
        ("win", "Mentee: My sister passed her driving test.\nMentor: Good for her."),
        ("win", "Mentee: If I passed it I'd be so happy.\nMentor: Great."),
        ("win", "Mentee: I'll finish it by Friday.\nMentor: Great!"),
        ("win", "Mentee: The bus went past the better shops.\nMentor: Good."),
        ("win", "Mentor: It went better than I expected, my talk.\nMentee: Good for you."),
        ("challenge", "Mentor: I was terrified of my first boss.\nMentee: Ha."),
        ("challenge", "Mentee: The traffic was slow today.\nMentor: Always."),
        ("challenge", "Mentee: No problem, I can hear you.\nMentor: Good."),
        ("insight", "Mentee: So I'll send it on Friday.\nMentor: Okay."),
        ("insight", "Mentor: So how was the week?\nMentee: Fine."),
        ("decision", "Mentor: Let's start with your list.\nMentee: Okay."),
        ("decision", "Mentor: Cold today, is it?\nMentee: It is, I can't feel my feet."),
        ("goal", "Mentee: I want a coffee.\nMentor: Go on."),
        ("goal", "Mentee: I'll send three pages by the end of May.\nMentor: Good."),
    ],
)
def test_small_talk_stories_promises_and_wishes_are_no_points(kind: str, talk: str) -> None:
    assert found(kind, talk) == []


def test_a_fear_that_one_sees_anew_is_an_insight() -> None:
    seen = "Mentee: I realised that I always jump in because I'm afraid.\nMentor: Mm."
    assert [claim.kind for claim in find_points(Moments(dialogue(seen)))] == ["insight"]
    felt = "Mentee: I'm really afraid of that one.\nMentor: Oh dear."
    assert [claim.kind for claim in find_points(Moments(dialogue(felt)))] == ["challenge"]


def test_a_proposal_taken_up_in_words_that_say_nothing_is_told_as_proposed() -> None:
    (decision,) = found(
        "decision",
        "Mentor: So we scrap the weekly call and do it by email?\nMentee: Yes, let's do that.",
    )
    assert "weekly call" in decision.text
    assert {quote.turn for quote in decision.quotes} == {0, 1}


def test_a_third_voice_has_no_points() -> None:
    assert find_points(Moments(dialogue("Mum: I passed my exam!\nMentor: Congratulations!"))) == ()


def test_a_win_told_in_two_breaths_is_quoted_in_both() -> None:
    (win,) = found(
        "win",
        "Mentee: I finally shipped the menu.\nMentor: You did!\nMentee: And she said yes!\n"
        "Mentor: Congratulations, well done.",
    )
    assert {quote.turn for quote in win.quotes} == {0, 2}
    assert win.who == MENTEE


def test_the_same_words_are_a_win_when_they_are_congratulated_on() -> None:
    told = "Mentee: So we signed it on Friday.\nMentor: "
    (win,) = found("win", f"{told}Brilliant, well done!")
    assert "signed" in win.text
    assert found("win", f"{told}Why would you do that?") == []


def test_of_a_long_turn_the_sentence_that_tells_the_win_is_told() -> None:
    (win,) = found(
        "win",
        "Mentee: She rang and I said hello and I asked her how they were and told her the time. "
        "We finally shipped the menu.\nMentor: Brilliant, well done!",
    )
    assert win.text.startswith("We finally shipped the menu")


def test_who_is_called_by_name_is_spoken_to() -> None:
    talk = "Mentee: It's in.\nMentor: {}, that is something.\nMentor: Not bad."
    by_name, by_another = (
        Moments(dialogue(talk.format(name))).turns[0].features
        for name in (MENTEE.split()[0], "Gertrude")
    )
    assert "answer.by_name" in by_name and "answer.by_name" not in by_another


def test_a_rule_that_the_mentor_lays_down_is_the_mentors_words() -> None:
    (decision,) = found("decision", "Mentor: We'll stick to Thursdays.\nMentee: Sounds good.")
    assert decision.who == MENTOR


@pytest.mark.parametrize("away", range(1, BESIDE + 3))
def test_a_decision_beside_what_was_withheld_is_not_quoted(away: int) -> None:
    settled, between = "Mentor: From now on the slides go in the folder.", ["Mentor: Mm."] * away
    call = [settled, *between[1:], "Mentee: […]"]
    for lines in (call, call[::-1]):
        assert bool(found("decision", "\n".join(lines))) == (away > BESIDE)


def test_nor_is_a_decision_that_runs_on_to_beside_it() -> None:
    talk = "Mentor: From now on the slides\nMentor: go in the folder.\nMentor: Mm.\nMentee: "
    assert len(found("decision", f"{talk}Good.")) == 1
    assert found("decision", f"{talk}[…]") == []


def test_every_quote_stands_in_its_turn_as_spoken() -> None:
    call = dialogue(
        "Mentor: What do you want?\n"
        "Mentee: I want to be able to\n"
        "Mentor: Mm-hm.\n"
        "Mentee: say no, by the end of March. Um. I'm scared of it.\n"
        "Mentor: It’s not the no, it’s the pause.\n"
    )
    claims = find_points(Moments(call))
    assert claims
    for claim in claims:
        for quote in claim.quotes:
            assert quote.words in call.transcript.turns[quote.turn].text


def test_a_recap_gets_only_the_strongest_few_of_a_kind() -> None:
    talk = "\n".join(
        f"Mentee: I'm scared of talk number {n}.\nMentor: Mm.\nMentor: And then?\nMentee: Nothing."
        for n in range(12)
    )
    assert len(found("challenge", talk)) == SCALES["challenge"].kept


def test_an_empty_call_holds_nothing() -> None:
    assert find_points(Moments(dialogue("Mentor: Hello."))) == ()
