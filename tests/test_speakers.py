"""Labels find their person where a linguist would sign for it, and are asked about elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import UnknownError
from coach.records import Person, Relationship, Role, Transcript, Turn
from coach.speakers import Speakers, assign, with_labels
from coach.transcript import read_transcript, read_transcript_text

MENTOR, MENTEE = "Dana Whitfield", "José Ramón Ibarra"
PAIR = Relationship(
    id="pair",
    mentor=Person(name=MENTOR, labels=("SPEAKER_00", "+44 7700 900417")),
    mentee=Person(name=MENTEE, labels=("Pepe",)),
)
CALLS = sorted(
    (Path(__file__).resolve().parents[1].parent / "shared" / "calls").glob(
        "*/[0-9][0-9].turns.json"
    )
)


def call(*turns: tuple[str | None, str]) -> Transcript:
    segments = [{"speaker": speaker, "text": text} for speaker, text in turns]
    return read_transcript_text(json.dumps(segments))


def owner(label: str, pair: Relationship = PAIR, *others: str) -> str | None:
    """Who answers for `label` in a call with `others`."""
    return assign(call((label, "Yes."), *((each, "No.") for each in others)), pair).by_turn[0]


@pytest.mark.parametrize(
    "label",
    [
        "Dana Whitfield",
        "dana  whitfield",
        "Dana Whitfield (she/her)",
        "Dana Whitfield (Host)",
        "Dana Whitfield (You)",
        "Dana Whitfield | Acme",
        "Dana Whitfield - Acme",
        "Dr. Dana Whitfield",
        "WHITFIELD, Dana (ACME FREIGHT)",
        "Whitfield Dana",
        "Dana M. Whitfield",
        "Dana",
        "Dana (Host)",
        "Dana W",
        "Dana W.",
        "Dana's iPad",
        "Dana’s iPhone 15",
        "Danas MacBook Pro",
        "iPhone von Dana",
        "SPEAKER_00",
        "+447700900417",
    ],
)
def test_a_form_of_a_persons_name_is_that_person(label: str) -> None:
    assert owner(label) == MENTOR


@pytest.mark.parametrize(
    "label", ["Jose Ibarra", "José R.", "José R I", "IBARRA, José Ramón", "Pepe", "iPad de José"]
)
def test_accents_middle_names_and_nicknames_are_no_obstacle(label: str) -> None:
    assert owner(label) == MENTEE


@pytest.mark.parametrize(
    "label",
    [
        "Unknown Speaker",
        "SPEAKER_01",
        "Speaker 1",
        "+44 7700 900418",
        "Host",
        "Me",
        "Whitfield",
        "Dana Whitmore",
        "Dana X",
        "Danae",
        "W",
        "iPad",
        "Dana & Pepe",
        "Dana | Pepe",
        "José (Dana's laptop)",
        "Ramón",
        "Meeting Room Dana",
    ],
)
def test_a_label_of_nobody_is_asked_about_never_guessed(label: str) -> None:
    speakers = assign(call((label, "I will send it."), (MENTEE, "Thank you.")), PAIR)
    assert speakers.by_turn == (None, MENTEE)
    assert speakers.names == (label, MENTEE)
    assert speakers.unknown == (label,)
    assert any(repr(label) in notice for notice in speakers.notices)


def test_a_first_name_beside_a_surer_label_of_the_same_person_is_asked_about() -> None:
    assert owner("Dana", PAIR, "Dana Whitfield") is None
    assert owner("Dana", PAIR, "Dana W") is None
    assert owner("Dana Whitfield (Guest)", PAIR, "Dana Whitfield") == MENTOR


def test_who_is_known_by_a_given_name_alone_is_told_by_it_where_nobody_else_has_it() -> None:
    pair = Relationship(id="r", mentor=Person(name="Fergus"), mentee=Person(name="Nadia"))

    def known(*labels: str) -> tuple[str | None, ...]:
        turns = tuple(Turn(speaker=label, text="Hello.") for label in labels)
        return assign(Transcript(turns=turns, source="a.txt", format="text"), pair).by_turn

    assert known("Fergus Doyle", "Nadia Osei") == ("Fergus", "Nadia")
    assert known("Fergus O'Neill-Doyle") == ("Fergus",)
    assert known("Fergus Doyle", "Fergus Kehoe") == (None, None)
    assert known("Fergus", "Fergus Doyle") == ("Fergus", None)
    assert known("Doyle Fergus") == (None,)
    for room in ("Fergus and Bob", "Fergus + 1", "Fergus team room", "Fergus & others"):
        assert known(room) == (None,), room


def test_a_name_that_fits_both_is_nobodys() -> None:
    twins = Relationship(
        id="t", mentor=Person(name="Sam Wu"), mentee=Person(name="Sam Webb", labels=("Sammy",))
    )
    assert [owner(label, twins) for label in ("Sam", "Sam W", "Sam's iPad")] == [None] * 3
    assert [owner(label, twins) for label in ("Sam Wu", "WEBB, Sam", "Sammy")] == [
        "Sam Wu",
        "Sam Webb",
        "Sam Webb",
    ]


def test_turns_without_a_label_have_no_owner_and_are_counted() -> None:
    speakers = assign(call((MENTOR, "Hello."), (None, "Hello."), (None, "Bye.")), PAIR)
    assert speakers.by_turn == speakers.names == (MENTOR, None, None)
    assert speakers.unknown == ()
    assert speakers.notices == ("2 of 3 turns name no speaker; nothing in them has an owner.",)


def test_an_answer_is_listed_and_holds_for_the_next_call() -> None:
    answered = with_labels(PAIR, {"Unknown Speaker": "mentee", "speaker_00": "mentee"})
    assert owner("Unknown Speaker", answered) == owner("SPEAKER_00", answered) == MENTEE
    assert answered.mentor.labels == ("+44 7700 900417",)
    assert PAIR.mentee.labels == ("Pepe",)
    assert with_labels(answered, {"Unknown Speaker": "mentee"}) == answered.model_copy(
        update={
            "mentee": answered.mentee.model_copy(
                update={"labels": ("Pepe", "speaker_00", "Unknown Speaker")}
            )
        }
    )


def test_an_answer_names_a_role_of_the_relationship() -> None:
    answers: dict[str, Role] = {"Speaker 3": "guest"}  # type: ignore[dict-item]
    with pytest.raises(UnknownError, match="guest"):
        with_labels(PAIR, answers)


@given(st.lists(st.tuples(st.one_of(st.none(), st.text(max_size=20)), st.just("Yes.")), min_size=1))
def test_any_labels_give_one_answer_a_turn(turns: list[tuple[str | None, str]]) -> None:
    transcript = call(*turns)
    speakers = assign(transcript, PAIR)
    assert len(speakers.by_turn) == len(speakers.names) == len(transcript.turns)
    assert set(speakers.by_turn) <= {MENTOR, MENTEE, None}
    assert set(speakers.unknown) <= set(transcript.speakers)


# --- the wrong way round -------------------------------------------------------------------------

DIALOGUE = (
    ("Dana Whitfield", "Hi Pepe, how are you?"),
    ("Pepe", "Good. Thanks, Dana. Is it raining there?"),
    ("Dana Whitfield", "It is. José, did you write to the bank?"),
    ("Pepe", "I did. Bye, Dana."),
)


def exchanged(transcript: Transcript, speakers: Speakers) -> Transcript:
    """The same words under each other's labels."""
    labels: dict[str, str] = {}
    for turn, name in zip(transcript.turns, speakers.by_turn, strict=True):
        if name and turn.speaker:
            labels.setdefault(name, turn.speaker)
    one, two = labels
    turns = [
        turn.model_copy(update={"speaker": labels[two if name == one else one]}) if name else turn
        for turn, name in zip(transcript.turns, speakers.by_turn, strict=True)
    ]
    return transcript.model_copy(update={"turns": tuple(turns)})


def test_people_who_thank_themselves_have_swapped_labels() -> None:
    right = call(*DIALOGUE)
    assert not assign(right, PAIR).swapped
    wrong = assign(exchanged(right, assign(right, PAIR)), PAIR)
    assert wrong.swapped
    assert wrong.by_turn[0] == MENTEE  # the alarm asks; it moves nobody's words
    assert "wrong way round" in wrong.notices[-1]


def test_people_who_introduce_themselves_as_the_other_have_swapped_labels() -> None:
    transcript = call(("Dana", "Hello, this is José."), ("José", "My name is Dana."))
    assert assign(transcript, PAIR).swapped


@pytest.mark.parametrize(
    "words",
    [
        "Dana Whitfield is what my passport says. Dana, my mother says, sit down.",
        "He said thanks Dana, and she said hi Dana, and that was that.",
        "My colleague Dana and I. That is Dana's. Good morning Dana said nobody.",
    ],
)
def test_a_name_in_a_story_is_no_evidence(words: str) -> None:
    assert not assign(call(("Dana", words), ("José", "Ha."), ("Dana", words)), PAIR).swapped


def test_a_call_of_one_label_is_not_swapped() -> None:
    assert not assign(call(("Dana", "Thanks, Dana."), ("Dana", "Bye, Dana.")), PAIR).swapped


def relationship_of(folder: Path) -> Relationship:
    known = json.loads((folder / "relationship.json").read_text("utf-8"))
    mentor, mentee = (
        Person(name=known[role]["name"], labels=tuple(known[role]["labels"]))
        for role in ("mentor", "mentee")
    )
    return Relationship(id=known["id"], mentor=mentor, mentee=mentee)


@pytest.mark.skipif(not CALLS, reason="no shared calls here")
def test_the_alarm_is_silent_on_shared_calls_and_fires_on_most_of_them_exchanged() -> None:
    fired = 0
    for gold in CALLS:
        file = next(
            path
            for path in sorted(gold.parent.glob(f"{gold.name[:2]}.*"))
            if not path.name.endswith((".gold.json", ".turns.json"))
        )
        transcript, pair = read_transcript(file), relationship_of(gold.parent)
        speakers = assign(transcript, pair)
        assert not speakers.swapped, file
        assert {person.name for person in pair.people} <= set(speakers.by_turn)
        fired += assign(exchanged(transcript, speakers), pair).swapped
    assert fired >= 13


def test_one_of_the_two_who_never_speaks_is_told_where_every_label_is_known() -> None:
    alone = call(("Dana Whitfield", "Hello."), ("SPEAKER_00", "Are you there?"))
    assert assign(alone, PAIR).notices == (
        f"Nothing in this call is said by {MENTEE}: is it whole, is it a call of these two, and "
        "does each label stand for one person?",
    )
    for other in ("Pepe", "Speaker 3"):
        both = call(("Dana Whitfield", "Hello."), (other, "Hi."))
        assert not any("Nothing in this call" in one for one in assign(both, PAIR).notices)
