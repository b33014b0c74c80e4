"""What a passage says became of a promise, added up from everything that it shows."""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.cues import Cue, plain
from coach.reading.updates import find_updates
from coach.reading.updates.fates import BY_WHOM, FATES, WEIGHTS, WORDS, Passage
from coach.reading.updates.ground import Ground
from coach.reading.updates.outcomes import Review
from coach.reading.updates.trail import Stretch
from coach.records import Commitment
from evals.fates import plainly_told
from evals.plainly import TOLD as PLAIN

LADDERS = Commitment(id="01#c1", owner=MENTEE, action="Hang the ladders in the barn", status="open")
CALL = """
Mentor: Morning. Is the rain as bad with you as it is here?
Mentee: Worse. The yard is a lake.
{told}
Mentor: And how is everybody at home?
Mentee: Asleep, I hope.
"""

WHOLE_STORIES = [
    # A failure on the way there, told in full, and then the deed without a word for success.
    (
        "done",
        "Mentor: And the ladders?\nMentee: I didn't do it on the Monday. I stood in the barn and"
        " went home again. It was the Wednesday. I hung them with my uncle.",
    ),
    # What is left belongs to something else.
    (
        "done",
        "Mentee: I hung the ladders, and I wasn't even tired, I had never used a drill before.",
    ),
    # One of several, and the other.
    (
        "partly",
        "Mentor: And the ladders?\nMentee: I hung the long one. The short one isn't up yet, the"
        " hook broke. I'll do it on Sunday.",
    ),
    ("dropped", "Mentee: The ladders. They sold the barn, so there's no need to hang them now."),
]


@pytest.mark.parametrize(("status", "told"), WHOLE_STORIES)
def test_a_whole_story_is_added_up(status: str, told: str) -> None:
    heard = dialogue(CALL.format(told=told), (LADDERS,))
    assert [update.status for update in find_updates(heard)] == [status]


BROUGHT_UP = [
    ("Mentor: The ladders in the barn?\nMentee: My uncle held the torch, and Rosie the nails.", 1),
    ("Mentor: The ladders in the barn?\nMentee: Two of them, with those big iron hooks.", 0),
    ("Mentee: My uncle held the torch in the barn, and Rosie the nails.", 0),
]


@pytest.mark.parametrize(("told", "count"), BROUGHT_UP)
def test_a_story_tells_of_what_was_brought_up_just_before_it(told: str, count: int) -> None:
    heard = dialogue(CALL.format(told=told), (LADDERS,))
    assert [update.status for update in find_updates(heard)] == ["done"] * count


@pytest.mark.parametrize("cue", BY_WHOM, ids=lambda cue: cue.name)
def test_a_cue_fits_its_example_and_not_its_counter_example(cue: Cue) -> None:
    assert cue.search(plain(cue.fits))
    assert not cue.search(plain(cue.but_not))


def test_every_weight_is_of_something_that_a_passage_can_show() -> None:
    voices = {f"{name}.{who}" for name in (*(c.name for c in BY_WHOM), "ahead_day", "bare_day")
              for who in ("owner", "partner", "third")}  # fmt: skip
    senses = ("done", "undone", "part", "void", "again")
    signs = {f"{sense}.{zone}" for sense in senses for zone in ("core", "after")}
    order = {f"{place}.{sense}" for place in ("first", "last", "any") for sense in senses}
    told = {f"told.{fate}" for fate in FATES}
    words = {f"word.{word}" for word in WORDS}
    shown = {name for fate in FATES for name in WEIGHTS[fate]}
    whole = {"bias", "unreal", "leaves_open", "no_sign", "no_sign&past", "ends_ahead", "condition"}
    beside = {name for name in shown if "&" in name}
    flags = set(passage_of("The ladders.").flags)
    assert shown <= voices | signs | order | told | words | whole | beside | flags
    assert len(shown) > 50


def passage_of(words: str) -> Passage:
    heard = dialogue(CALL.format(told=f"Mentee: {words}"), (LADDERS,))
    at = [each.index for each in heard.sentences if each.turn == 2]
    stretch = Stretch(at[0], at[-1], 1.0)
    review = Review(Ground(heard, (LADDERS,)), [[stretch]])
    return review.passage(LADDERS, stretch)


def test_a_sign_far_from_the_words_of_the_promise_counts_less() -> None:
    near = passage_of("The ladders. I hung them. It rained. It rained.")
    far = passage_of("The ladders. It rained. It rained. I hung them.")
    assert near.shows["done.core"] > far.shows["done.core"] > 0


def test_a_fate_is_shown_by_what_says_most_for_it() -> None:
    passage = passage_of("The ladders. What a morning. I never hung them. It is cold in there.")
    assert "I never hung them." in [each.text for each in passage.most_telling("failed")]


def test_plain_words_are_weighed_as_they_are_meant() -> None:
    known = list(plainly_told())
    right = sum(
        max(FATES, key=lambda fate: sum(WEIGHTS[fate].get(n, 0) * m for n, m in each.shows.items()))
        == each.fate
        for each in known
    )
    assert len(known) == len(PLAIN.strip().splitlines())
    assert right >= len(known) * 2 / 3
    assert MENTOR not in str(known)


def test_what_follows_is_not_shown_where_the_talk_of_the_promise_says_enough() -> None:
    told = "Mentee: I hung the ladders.\nMentor: Good.\nMentee: My uncle came and then he wept."
    heard = dialogue(CALL.format(told=told), (LADDERS,))
    at = next(each.index for each in heard.sentences if "ladders" in each.text)
    review = Review(Ground(heard, (LADDERS,)), [[Stretch(at, at, 1.0)]])
    passage = review.passage(LADDERS, Stretch(at, at, 1.0))
    assert any("wept" in each.text for each in passage.after)
    assert [each.text for each in passage.most_telling("done")] == ["I hung the ladders."]
