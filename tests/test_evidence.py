"""A quote is evidence only where its words stand, whole, in order and together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.evidence import WITHHELD, evidence_of, locate, most_telling, words
from coach.records import Transcript, Turn

CALL = Transcript(
    turns=(
        Turn(speaker="Ada", text="Well — I’ll   send it, by Friday… “promise”.", start=4.5),
        Turn(speaker="Bo", text=f"I'd call the bank {WITHHELD} on Friday, okay?"),
        Turn(text="I won't promise the budget, that's £300 or 20%."),
    ),
    source="call.vtt",
    format="zoom-vtt",
)
ADA, BO, NOBODY = (turn.text for turn in CALL.turns)


@pytest.mark.parametrize(
    ("quote", "turn", "original"),
    [
        ("i'll send it by friday", ADA, "I’ll   send it, by Friday"),
        ("I'LL SEND IT", ADA, "I’ll   send it"),
        ("...it - by Friday... 'promise'!", ADA, "it, by Friday… “promise"),
        ("£300 or 20%", NOBODY, "£300 or 20%"),
        ("300", NOBODY, "£300"),
    ],
)
def test_case_space_quotes_dashes_and_punctuation_are_forgiven(
    quote: str, turn: str, original: str
) -> None:
    span = locate(quote, turn)
    assert span is not None and turn[slice(*span)] == original


@pytest.mark.parametrize(
    "quote",
    ["I will send it", "I'll it send", "I'll it", "send it Friday", "sends it", "end it", "", "…!"],
)
def test_words_are_never_forgiven(quote: str) -> None:
    assert locate(quote, ADA) is None


def test_a_refusal_is_never_found_as_its_opposite_word_for_word() -> None:
    assert locate("I will promise the budget", NOBODY) is None
    assert locate("I promise the budget", NOBODY) is None


def test_words_after_a_refusal_are_verbatim_and_the_docstring_says_so() -> None:
    assert locate("promise the budget", NOBODY) is not None
    assert "promise the budget" in (locate.__doc__ or "")


def test_a_quote_never_crosses_or_holds_a_withheld_place() -> None:
    assert locate("call the bank on Friday", BO) is None
    assert locate("bank […] on", BO) is None
    assert locate("on Friday", BO) is not None


def test_of_a_promise_the_words_that_name_it_are_shown_before_those_beside_it() -> None:
    call = Transcript(
        turns=(
            Turn(speaker="Ada", text="I'll get my nephew to look, oh, he's in Leeds all week"),
            Turn(speaker="Bo", text="So you post me the sheet of labels, is that what we say?"),
            Turn(speaker="Ada", text="Yes. Posting it tomorrow."),
        ),
        source="call.txt",
        format="txt",
    )
    said = [evidence_of(call, n, turn.text, session="01") for n, turn in enumerate(call.turns)]
    shown = [most_telling(filter(None, said), "Ada", of=of) for of in ("", "Post Bo the labels")]
    assert [[item.turn for item in quotes] for quotes in shown] == [[0], [2]]


def test_accents_are_the_same_composed_or_not_and_never_dropped() -> None:
    assert locate("cafe\u0301", "Im Café.") is not None
    assert locate("cafe", "Im Café.") is None


def test_evidence_keeps_the_original_words_the_speaker_and_the_second() -> None:
    evidence = evidence_of(CALL, 0, "i'll send it", session="02")
    assert evidence is not None
    assert evidence.model_dump() == {
        "session": "02",
        "turn": 0,
        "speaker": "Ada",
        "quote": "I’ll   send it",
        "at": 4.5,
    }


@pytest.mark.parametrize(
    ("turn", "quote", "shown"),
    [
        ('"He\'ll go." You heard him.', "he'll go you heard him", '"He\'ll go." You heard him'),
        ("You said: “he'll go.” Right?", "you said he'll go", "You said: “he'll go.”"),
        ('"He\'ll go." You heard him.', "he'll go", "He'll go"),
        ('"He left. He\'ll go." You did.', "he'll go you did", "He'll go.\" You did"),
        ('"[…] he\'ll go." You did.', "he'll go you did", "he'll go.\" You did"),
    ],
)
def test_a_quotation_mark_comes_with_its_other_half_and_no_further_word(
    turn: str, quote: str, shown: str
) -> None:
    call = CALL.model_copy(update={"turns": (Turn(text=turn),)})
    evidence = evidence_of(call, 0, quote)
    assert evidence is not None and evidence.quote == shown


@pytest.mark.parametrize(("turn", "quote"), [(0, "bank"), (9, "send it"), (-1, "promise")])
def test_a_quote_of_another_turn_or_of_none_is_no_evidence(turn: int, quote: str) -> None:
    assert evidence_of(CALL, turn, quote) is None


tokens = st.lists(st.sampled_from("a I I’ll won't do it Über co-op 3 ß 20%".split()), min_size=1)
joints = st.sampled_from([" ", ", ", " — ", "… ", "\n", ". “", '." ', ' "'])


@given(tokens, st.data())
@settings(max_examples=60)
def test_any_slice_of_whole_words_is_located_and_is_the_quote(
    spoken: list[str], data: st.DataObject
) -> None:
    turn = "".join(token + data.draw(joints) for token in spoken)
    start = data.draw(st.integers(0, len(spoken) - 1))
    end = data.draw(st.integers(start + 1, len(spoken)))
    quote = (
        " ".join(spoken[start:end]).upper()
        if data.draw(st.booleans())
        else " ".join(spoken[start:end])
    )
    span = locate(quote, turn)
    assert span is not None
    assert words(turn[slice(*span)]) == words(quote)
    shown = evidence_of(CALL.model_copy(update={"turns": (Turn(text=turn),)}), 0, quote)
    assert shown is not None and words(shown.quote) == words(quote)


@given(st.text(max_size=20), st.text(max_size=60))
@settings(max_examples=100)
def test_what_is_located_always_says_the_quote(quote: str, turn: str) -> None:
    span = locate(quote, turn)
    stands = " ".join(words(quote)) in " ".join(words(turn))
    assert span is None or (stands and words(turn[slice(*span)]) == words(quote))
    if span is None and words(quote) and WITHHELD not in words(quote):
        assert f" {' '.join(words(quote))} " not in f" {' '.join(words(turn))} "


def test_a_question_keeps_its_mark_and_its_answer_is_shown_first() -> None:
    turns = tuple(
        Turn(speaker=who, text=text)
        for who, text in (("Ada", "So, did the vet come?"), ("Bo", "She came."))
    )
    call = Transcript(turns=turns, source="call.txt", format="labelled")
    said = [evidence_of(call, 0, "did the vet come?"), evidence_of(call, 1, "She came.")]
    assert [item.quote for item in said if item] == ["did the vet come?", "She came"]
    assert [item.quote for item in most_telling(filter(None, said))] == ["She came"]
