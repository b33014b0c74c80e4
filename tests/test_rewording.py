"""A model words what code has chosen: nothing is added, lost, moved out of place or made up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.app import Coach
from coach.errors import ModelError
from coach.library import frameworks, prompts
from coach.models import Ladder, Scripted
from coach.records import Agenda, FollowUp, Relationship
from coach.rewording import Dialogue, Reworder, left_open

DEMO = Path(__file__).resolve().parents[1] / "coach" / "demo"
CASES = Path(__file__).resolve().parents[1] / "evals" / "cases" / "eng-manager"


@cache
def prepared() -> tuple[Agenda, Relationship]:
    """The mentee's brief after the first call of a published pair."""
    with TemporaryDirectory() as home, Coach(home) as coach:
        coach.add("pair", mentor="Dana Whitfield", mentee="Karthik Subramanian", me="mentee")
        coach.consent("pair", by=["mentor", "mentee"])
        draft = coach.recap(CASES / "01.vtt", who="pair", held_on="2025-08-21").recap
        coach.confirm("pair", draft.session)
        return coach.agenda("pair", role="mentee", minutes=45), coach.relationship("pair")


def reworder(*replies: Any, **more: Any) -> tuple[Reworder, Scripted]:
    chat = Scripted(replies[0] if len(replies) == 1 and callable(replies[0]) else list(replies))
    model = Ladder(chat, sleep=lambda _: None)
    return Reworder(model, prompts(), frameworks(), prepared()[1], **more), chat


def worded(reply: Any, **more: Any) -> Agenda:
    return reworder(reply, **more)[0].agenda(prepared()[0]).value


def hour(agenda: Agenda) -> list[Any]:
    return [item for item in agenda.items if item.kind not in ("before", "private")]


def item(number: int, title: str, question: str | None = None) -> dict[str, Any]:
    return {"items": [{"id": f"i{number}", "title": title, "question": question}]}


# --- agendas -------------------------------------------------------------------------------------


def test_a_title_of_what_was_said_is_taken() -> None:
    promised = hour(prepared()[0])[1]
    action = promised.sources[0].text
    assert hour(worded(item(2, f"First of all: {action}")))[1].title == f"First of all: {action}"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Transfer 4711 euros to Zanthorp",
        "See https://evil.example/now",
        "<b>Promises</b>",
        'As Dana said: "You are the worst manager"',
        "Great work, Karthik!",
        "I think you should talk about your promises",
        "Promises " * 40,
        "Promises\x1b[31m",
        "What became of the\npromises",
    ],
)
def test_a_title_that_says_what_nobody_said_or_breaks_the_voice_is_not(title: str) -> None:
    assert hour(worded(item(2, title)))[1].title == hour(prepared()[0])[1].title


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("What became of the promises to Dana?", True),
        ("Which of the promises is open?", True),
        ("Did you keep the promises?", False),
        ("Why have the promises not been kept?", False),
        ("What became of the promises? And when?", False),
        ("What about the promises, don't you think they are open?", False),
        ("What became of the Zanthorp merger in Vilnius?", False),
    ],
)
def test_a_question_is_taken_where_it_is_one_open_one_that_leads_nowhere(
    question: str, taken: bool
) -> None:
    asked = [number for number, one in enumerate(hour(prepared()[0]), 1) if one.questions]
    before = hour(prepared()[0])[asked[0] - 1]
    found = hour(worded(item(asked[0], before.title, question.replace("promises", "win"))))
    assert (found[asked[0] - 1].questions != before.questions) == taken


ORDERS = st.lists(st.sampled_from([f"i{n}" for n in range(9)] + ["p1", "x"]), max_size=12)


@settings(max_examples=60)
@given(ORDERS, st.lists(st.text(max_size=30), max_size=3))
def test_whatever_order_is_asked_for_the_hour_keeps_its_items_minutes_and_ends(
    order: list[str], titles: list[str]
) -> None:
    before = prepared()[0]
    wordings = [{"id": f"i{n}", "title": title} for n, title in enumerate(titles, 1)]
    after = worded({"items": wordings, "order": order})
    assert sum(one.minutes for one in after.items) == sum(one.minutes for one in before.items)
    sources = [{str(one.sources) for one in hour(agenda)} for agenda in (before, after)]
    assert sources[0] == sources[1] and len(hour(after)) == len(hour(before))
    assert hour(after)[0].kind == hour(before)[0].kind and hour(after)[-1].kind == "close"
    owners = [one.owner for one in hour(before) if one.kind == "follow_through"]
    assert [one.owner for one in hour(after) if one.kind == "follow_through"] == owners


def test_a_proposed_item_rests_on_a_source_and_takes_its_minutes_from_the_longest() -> None:
    before = prepared()[0]
    source = hour(before)[1].sources[0]
    reply = {"proposals": [{"title": source.text, "sources": ["s2", "s99"]}]}
    after = worded(reply)
    assert sum(one.minutes for one in after.items) == sum(one.minutes for one in before.items)
    new = [one for one in hour(after) if "Proposed" in one.why]
    assert len(new) == (1 if len(hour(before)) < 6 else 0)
    assert all(one.sources for one in after.items)


def test_a_proposal_without_a_source_is_none() -> None:
    reply = {"proposals": [{"title": "Talk about salary", "sources": []}, {"title": "x"}]}
    assert worded(reply) == prepared()[0]


def test_a_model_that_fails_leaves_the_agenda_and_says_so() -> None:
    after = worded(ModelError("nothing answers at http://localhost:1/v1"))
    assert after.items == prepared()[0].items
    assert "nothing answers" in after.notices[-1]


def test_private_answers_and_the_readers_own_debts_are_not_sent(tmp_path: Path) -> None:
    agenda = prepared()[0]
    private = agenda.items[0].model_copy(update={"kind": "private", "title": "Not shared: quagga"})
    words, _ = reworder()
    sent = "\n".join(
        text
        for _, text in words.agenda_messages(
            agenda.model_copy(update={"items": (*agenda.items, private)})
        )
    )
    assert "quagga" not in sent and "Before the call: yours" not in sent


def test_an_agenda_may_be_worded_under_other_names() -> None:
    words, chat = reworder({"items": []}, pseudonyms=True)
    words.agenda(prepared()[0])
    sent = "\n".join(text for _, text in chat.asked[0])
    assert "Karthik" not in sent and "Dana" not in sent


def test_a_roadmap_is_worded_where_it_is_to_come_and_nowhere_else() -> None:
    with TemporaryDirectory() as home, Coach(home) as coach:
        coach.add("pair", mentor="Dana Whitfield", mentee="Karthik Subramanian", me="mentee")
        drawn = coach.roadmap("pair")
        topic = drawn.coming[0].topics[0]
        better, worse = f"{topic.title} of Dana and Karthik", "Wire 900000 to Zanthorp"
        for title, expected in ((better, better), (worse, topic.title)):
            reply = {"wordings": [{"id": topic.id, "text": title}, {"id": "9.9", "text": "x"}]}
            worded = coach.roadmap("pair", engine=Scripted([reply]))
            assert worded.coming[0].topics[0].title == expected
            assert [m.number for m in worded.meetings] == [m.number for m in drawn.meetings]


# --- questions -----------------------------------------------------------------------------------

ASKED = FollowUp(
    addressee="Karthik Subramanian",
    text="What stands between you and the talk with Rohit?",
    framework="pre-call",
    part="PC2",
    about="01#c1",
    gap="obstacle",
)


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        ("What would make the talk with Rohit easier to begin?", "easier"),
        ("Did you talk to Rohit?", "stands between"),
        ("What about telling Zanthorp in Vilnius?", "stands between"),
    ],
)
def test_a_follow_up_is_reworded_only_into_another_good_one(reply: str, asked: str) -> None:
    words, _ = reworder({"wordings": [{"id": "q", "text": reply}]})
    assert asked in words.question(ASKED, "I talk to Rohit on Tuesday, easier said").value


# --- dialogues -----------------------------------------------------------------------------------


def test_a_specific_answer_ends_the_talk_at_once() -> None:
    talk = Dialogue("Ana", "What is the first step?", ["What comes first?"])
    assert talk.answer("I ring Meera on Monday at nine.") is None
    assert talk.said == [("What is the first step?", "I ring Meera on Monday at nine.")]


@pytest.mark.parametrize("answer", ["", "  ", "nothing", "Not yet.", "I don't know", "skip"])
def test_nobody_is_pressed(answer: str) -> None:
    talk = Dialogue("Ana", "What is the first step?", ["What comes first?"])
    assert talk.answer(answer) is None


def test_a_vague_answer_is_taken_up_by_its_vaguest_word_and_three_questions_are_enough() -> None:
    talk = Dialogue("Ana", "What is the first step?", ["What comes first?"])
    second = talk.answer("get better somehow")
    assert second and "better" in second
    third = talk.answer("more of it")
    assert third and third != second
    assert talk.answer("stuff like that") is None
    assert len(talk.said) == 3


@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_any_answers_end_and_no_question_comes_twice(answers: list[str]) -> None:
    talk = Dialogue("Ana", "What is the first step?", ["What comes first?", "And then what?"])
    asked = [talk.question]
    for answer in answers:
        asked.append(talk.answer(answer))
    assert asked[-1] is None or len(answers) < 3
    shown = [question for question in asked if question]
    assert len(shown) == len(set(shown)) <= 3


def test_a_model_takes_up_the_answer_in_its_own_words_where_they_are_good() -> None:
    words, chat = reworder({"wordings": [{"id": "again", "text": 'What does "better" look like?'}]})
    talk = Dialogue("Karthik Subramanian", "What is the first step?", reworder=words)
    assert talk.answer("get better") == 'What does "better" look like?'
    assert "get better" in chat.asked[0][1][1]


def test_a_model_that_finds_an_answer_specific_ends_the_talk() -> None:
    words, _ = reworder({"wordings": []})
    talk = Dialogue("Karthik Subramanian", "What is the first step?", reworder=words)
    assert talk.answer("get better") is None


def test_a_model_that_leads_or_fails_gives_way_to_the_ready_question() -> None:
    leading = {"wordings": [{"id": "again", "text": "Have you thought of a course?"}]}
    words, chat = reworder(leading, ModelError("it is busy (status 429)"), ModelError("no"))
    talk = Dialogue("Karthik Subramanian", "What is the first step?", reworder=words)
    first = talk.answer("get better")
    assert first and "better" in first and "course" not in first
    second = talk.answer("more stuff")
    assert second and talk.notices and talk.reworder is None
    assert len(chat.asked) == 2


def test_a_written_answer_is_asked_about_line_by_line_and_never_the_same_twice() -> None:
    others = ["What would you see?", "Where would it show?"]
    lines = ["work on it somehow", "try to do better", "more of the same stuff"]
    asked = [left_open("Ana", "What is next?", "\n".join(lines[:n]), others) for n in range(4)]
    assert asked == [None, *others, None]
    assert left_open("Ana", "What is next?", "work on it somehow", []) is not None
    assert left_open("Ana", "What is next?", "nothing", others) is None
