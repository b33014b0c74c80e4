"""What is asked about first: what asks most of its owner, and what nobody gave a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.asking import worth
from coach.cues import Cue
from coach.records import Point, Recap, Update
from tests.dialogue import MENTEE, MENTOR
from tests.test_asking import HELD_ON, completed, evidence, promise


def asked_about(recap: Recap) -> list[str]:
    return [question.about for question in recap.questions]


def test_what_slipped_and_is_promised_again_comes_first_and_asks_what_was_in_the_way() -> None:
    old = promise(1, "Send the plan", session="01")
    said = evidence("I've to move the plan", turn=2)
    update = Update(commitment="01#c1", status="rescheduled", evidence=(said,))
    found = (promise(1, "Open the shop"), promise(2, "Open the plan file"))
    recap = completed(ledger=[old], updates=(update,), commitments=found)
    assert (recap.questions[0].about, recap.questions[0].gap) == ("02#c2", "slipped")
    assert "01#c1" not in asked_about(recap)


def test_what_slipped_twice_is_a_pattern_and_what_was_half_done_is_no_slip() -> None:
    old = promise(1, "Send the garden plan", session="01")
    late = promise(1, "Send the garden plan", session="02")
    ledger = [old.model_copy(update={"status": "rescheduled"}), late]
    for status, gap in {
        "rescheduled": "pattern",
        "not_done": "pattern",
        "partly": "obstacle",
    }.items():
        update = Update.model_validate({"commitment": "02#c1", "status": status})
        again = promise(1, "Post the garden plan", session="03")
        recap = completed(ledger=ledger, updates=(update,), commitments=(again,))
        assert [question.gap for question in recap.questions] == [gap]


def test_what_slipped_and_is_not_promised_again_is_asked_about_by_its_own_id() -> None:
    old = promise(1, "Send the plan", session="01")
    update = Update(commitment="01#c1", status="not_done")
    recap = completed(ledger=[old], updates=(update,), commitments=(promise(1, "Ring the bank"),))
    assert asked_about(recap) == ["02#c1", "01#c1"]


def test_a_mentors_promise_is_asked_about_where_it_has_no_day() -> None:
    dated = [promise(n, f"Read chapter {n}", owner=MENTOR) for n in (1, 2)]
    undated = promise(3, "Introduce Sam Ortega", owner=MENTOR).model_copy(update={"due": None})
    mine = promise(4, "Open the shop")
    recap = completed(commitments=(*dated, mine, undated))
    assert asked_about(recap)[:2] == ["02#c3", "02#c4"]
    assert recap.questions[0].gap == "time_bound"


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Walk round the dock every morning", "Walk round the dock"),
        ("Not open the laptop", "Open the laptop"),
        ("Ask Deb about the rota", "Open the rota"),
        ("Draft the job description", "Send the job description"),
    ],
)
def test_what_asks_more_of_its_owner_is_asked_about_first(more: str, less: str) -> None:
    assert asked_about(completed(commitments=(promise(1, less), promise(2, more))))[0] == "02#c2"


def test_what_is_due_tomorrow_keeps_itself() -> None:
    soon = promise(1, "Open the shop").model_copy(update={"due": HELD_ON + timedelta(days=1)})
    assert asked_about(completed(commitments=(soon, promise(2, "Open the barn"))))[0] == "02#c2"


def test_words_of_dread_around_a_promise_make_it_worth_a_question() -> None:
    found = (promise(0, "Open the shop"), promise(2, "Open the barn"))
    said = (
        "Mentee: Fine.\nMentor: And?\nMentor: Well?\nMentor: So.\nMentee: I'm scared of that barn."
    )
    calm = completed(said=said.replace("scared", "fond"), commitments=found)
    assert (asked_about(calm)[0], asked_about(completed(said=said, commitments=found))[0]) == (
        "02#c0",
        "02#c2",
    )


UNDATED = """
    no day anywhere        | Open the shop          | Mentee: I'll open the shop.            | yes
    a day in the turn      | Open the shop          | Mentee: On Friday. I'll open the shop. | no
    a day of the other one | Open the shop          | Mentor: By Friday?/Mentee: I'll open.  | no
    tied to another deed   | Ring Ann when I arrive | Mentee: I'll ring Ann when I arrive.   | no
    pointing back          | Open it                | Mentee: I'll open it.                  | no
"""


@pytest.mark.parametrize("row", [line.strip() for line in UNDATED.strip().splitlines()])
def test_a_day_is_asked_for_only_where_nobody_gave_one(row: str) -> None:
    _, action, said, wanted = (cell.strip() for cell in row.split("|"))
    turn = said.count("/")
    undated = promise(turn, action).model_copy(update={"due": None})
    recap = completed(said=said.replace("/", "\n"), commitments=(undated,))
    assert (recap.questions[0].gap == "time_bound") == (wanted == "yes")


def test_the_goals_of_a_first_call_are_asked_about_before_ordinary_promises() -> None:
    goal = Point(text="A shop of my own", who=MENTEE, evidence=(evidence("a shop of my own"),))
    recap = completed(goals=(goal,), commitments=(promise(1, "Open the barn"),))
    assert asked_about(recap) == ["02#g1", "02#c1"]
    assert recap.questions[0].addressee == MENTEE


def test_an_insight_is_asked_about_in_its_own_words_and_no_prompt_asks_again() -> None:
    words = "the apprentices knew more about the lathe than their teacher"
    point = Point(text=words, who=MENTEE, evidence=(evidence(words),))
    recap = completed(insights=(point,))
    assert asked_about(recap) == ["turn:0"]
    assert words in recap.questions[0].text
    assert recap.reflections == ()


def test_an_insight_that_says_nothing_by_itself_is_not_asked_about() -> None:
    point = Point(text="Haha", who=MENTEE, evidence=(evidence("Haha"),))
    assert completed(insights=(point,)).questions == ()


def test_two_promises_in_the_same_words_are_asked_about_once() -> None:
    twice = (promise(1, "Ring Ann about the barn"), promise(2, "Ring Ann about the barn"))
    assert asked_about(completed(commitments=twice)) == ["02#c1"]


def test_a_promise_that_names_nothing_is_asked_about_in_the_words_it_was_made_in() -> None:
    said = (evidence("I'll message her about the orchard", turn=0),)
    vague = promise(1, "Message her").model_copy(update={"evidence": said})
    assert "I'll message her about the orchard" in completed(commitments=(vague,)).questions[0].text


@pytest.mark.parametrize("cue", [*worth.SIGNS, worth.TIED, worth.POINTING, worth.RELUCTANT])
def test_each_sign_of_what_a_promise_asks_fits_its_example_and_not_its_near_miss(cue: Cue) -> None:
    assert cue.search(cue.fits)
    assert not cue.search(cue.but_not)
