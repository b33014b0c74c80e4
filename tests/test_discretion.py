"""What was said off the record is withheld, with later talk of it, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.discretion import Span, redact, strike, subject_spans, to_withheld, withheld_spans
from coach.discretion.cues import CUES
from coach.discretion.cues.confiding import CONFIDED, MATTERS, SYMPATHY
from coach.discretion.cues.frames import Cue
from coach.discretion.dialect import common_form
from coach.discretion.talk import plain
from coach.evidence import WITHHELD
from coach.records import Transcript, Turn

SAMPLES = Path(__file__).parent / "samples"
CALLS = Path(__file__).resolve().parents[1].parent / "shared" / "calls"


class Case(NamedTuple):
    name: str
    call: Transcript
    gone: tuple[str, ...]
    stays: tuple[str, ...]


def call_of(*lines: str) -> Transcript:
    parts = (line.split(": ", 1) for line in lines)
    turns = tuple(Turn(speaker=speaker, text=text) for speaker, text in parts)
    return Transcript(turns=turns, source="call.txt", format="labelled-text")


def cases(file: str) -> list[Case]:
    return list(read_cases(file))


def read_cases(file: str) -> Iterator[Case]:
    for block in (SAMPLES / file).read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.strip().splitlines()
        marks = dict(line.split(": ", 1) for line in lines if line.startswith(("gone:", "stays:")))
        spoken = [line for line in lines if ": " in line and not line.startswith(("gone", "stays"))]
        gone = marks.get("gone", "").lower().split(", ")
        stays = marks.get("stays", "").split(" | ")
        yield Case(name, call_of(*spoken), tuple(filter(None, gone)), tuple(filter(None, stays)))


def left_of(call: Transcript) -> str:
    return "\n".join(turn.text for turn in redact(call, withheld_spans(call)).turns)


def hears(cue: Cue, sentence: str) -> bool:
    return cue.regex.search(common_form(plain(sentence))) is not None


@pytest.mark.parametrize(
    "cue", (*CUES, *MATTERS, *CONFIDED, *SYMPATHY), ids=lambda cue: cue.example
)
def test_each_cue_hears_its_example_and_not_its_counter_example(cue: Cue) -> None:
    assert hears(cue, cue.example)
    assert not hears(cue, cue.counter)


@pytest.mark.parametrize("case", cases("secrets.txt"), ids=lambda case: case.name)
def test_a_secret_is_withheld_and_what_stands_around_it_stays(case: Case) -> None:
    left = left_of(case.call)
    assert [word for word in case.gone if word in left.lower()] == []
    assert [words for words in case.stays if words not in left] == []


@pytest.mark.parametrize("case", cases("asides.txt"), ids=lambda case: case.name)
def test_a_secret_told_in_one_breath_ends_where_the_two_turn_to_something_else(case: Case) -> None:
    left = left_of(case.call)
    assert [word for word in case.gone if word in left.lower()] == []
    assert [words for words in case.stays if words not in left] == []


TOLD_AT_ONCE = (
    "Off the record, {}.",
    "So, off the record, {}.",
    "Off the record: {}.",
    "Off the record. {}.",
    "so off the record my sister {}",
    "Between us, {}.",
    "This stays between us: {}.",
    "Don't write this down, but {}.",
    "Don't repeat this to anyone, but {}.",
    "I was told in confidence that {}.",
)
RULES = (
    "What we say stays between us.",
    "Is this confidential?",
    "Before we start, confidentiality and notes.",
    "Our conversations stay private.",
    "If you ever want to go off the record, just say it's private.",
    "How do we handle notes?",
)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("cue", TOLD_AT_ONCE)
def test_a_secret_told_beside_the_ground_rules_is_withheld_and_the_rules_are_not(
    rule: str, cue: str
) -> None:
    secret = cue.format("Ottoline pawned the harmonium by the sea")
    for lines in (
        (f"A: {rule}", f"B: {secret}"),
        (f"A: {rule} {secret}", "B: Right."),
        (f"A: {secret}", f"B: {rule}"),
        (f"A: {rule}", "B: Agreed.", f"A: Good. {secret}"),
    ):
        left = left_of(call_of(*lines))
        assert "Ottoline" not in left and "harmonium" not in left
        assert lines[0].startswith(f"A: {secret}") or rule in left


@pytest.mark.parametrize("case", cases("openly.txt"), ids=lambda case: case.name)
def test_rules_jokes_and_ordinary_talk_are_not_withheld(case: Case) -> None:
    assert withheld_spans(case.call) == ()


def test_there_are_as_many_ordinary_passages_as_secret_ones_in_the_samples() -> None:
    secret, ordinary = cases("secrets.txt"), cases("openly.txt")
    assert len(secret) >= 30
    assert len(ordinary) >= len(secret)


SECRET = call_of(
    "A: Can I tell you something off the record?",
    "B: Of course.",
    "A: They're merging us with Halden. In June.",
    "B: Okay, next point. The draft?",
    "A: I'll send the draft on Friday.",
)


def test_a_question_for_discretion_stays_and_only_the_secret_goes() -> None:
    assert [turn.text for turn in redact(SECRET, withheld_spans(SECRET)).turns] == [
        "Can I tell you something off the record?",
        "Of course.",
        "[…]",
        "Okay, next point. The draft?",
        "I'll send the draft on Friday.",
    ]


def test_redaction_keeps_the_turns_their_number_speakers_and_times() -> None:
    redacted = redact(SECRET, withheld_spans(SECRET))
    assert [turn.speaker for turn in redacted.turns] == [turn.speaker for turn in SECRET.turns]
    assert redact(redacted, ()) == redacted


def test_what_is_kept_of_a_withheld_passage_is_place_and_scope() -> None:
    (withheld,) = to_withheld(withheld_spans(SECRET))
    assert withheld.model_dump(exclude_defaults=True) == {"turn": 2, "scope": "off_record"}


def test_one_place_a_turn_is_kept_however_many_spans_it_has() -> None:
    spans = (Span(3, 0, 2, "off_record"), Span(3, 5, 9, "between_us"), Span(1, 0, 4, "off_record"))
    assert [(held.turn, held.scope) for held in to_withheld(spans)] == [
        (1, "off_record"),
        (3, "off_record"),
    ]


def test_a_third_persons_secret_says_so() -> None:
    call = call_of("A: It's Mia's private matter, but she has left her husband.", "B: Anyway.")
    assert {span.scope for span in withheld_spans(call)} == {"third_party_secret"}


def test_speakers_need_not_be_known() -> None:
    unknown = SECRET.model_copy(update={"turns": tuple(Turn(text=t.text) for t in SECRET.turns)})
    assert "Halden" not in left_of(unknown)


def test_a_listener_who_would_rather_not_hear_it_ends_the_matter() -> None:
    call = call_of(
        "A: Can I tell you something off the record?",
        "B: Better not, please.",
        "A: Okay.",
        "B: So the draft, when do I get it?",
        "A: I'll send it on Friday.",
    )
    assert withheld_spans(call) == ()


PLAIN = call_of(
    "A: The visa letter came, they want it in Oslo.",
    "B: Good. And the talk?",
    "A: I'll rehearse the talk on Monday.",
    "B: So, to recap: talk on Monday, letter to Oslo.",
)


def test_a_person_can_strike_any_turns_and_later_talk_of_them_goes_too() -> None:
    assert withheld_spans(PLAIN) == ()
    left = redact(PLAIN, strike(PLAIN, (), range(1)))
    assert left.turns[0].text == WITHHELD
    assert "Oslo" not in left.turns[3].text
    assert "talk on Monday" in left.turns[3].text
    assert left.turns[2] == PLAIN.turns[2]


def test_struck_spans_and_found_ones_become_one() -> None:
    found = withheld_spans(SECRET)
    both = strike(SECRET, found, range(1, 4), scope="between_us")
    assert [span.turn for span in both] == [1, 2, 3]
    assert strike(SECRET, both, range(1, 4)) == both
    assert strike(SECRET, found, range(90, 95)) == found


def test_a_struck_subject_takes_each_sentence_that_names_it() -> None:
    call = call_of("A: I'm fine. The visas are late.", "B: Which visa? Mine came.")
    left = [turn.text for turn in redact(call, subject_spans(call, ["visa"])).turns]
    assert left == ["I'm fine. […]", "[…] Mine came."]


@given(st.lists(st.text(max_size=60), max_size=6), st.data())
@settings(max_examples=60, deadline=None)
def test_withheld_characters_are_gone_and_all_others_stay(
    texts: list[str], data: st.DataObject
) -> None:
    call = Transcript(turns=tuple(Turn(text=text) for text in texts), source="c", format="t")
    spans = []
    for turn, text in enumerate(texts):
        ends = data.draw(st.lists(st.integers(0, len(text)), max_size=4).map(sorted))
        pairs = zip(ends[::2], ends[1::2], strict=False)
        spans += [Span(turn, start, end, "off_record") for start, end in pairs]
    redacted = redact(call, spans)
    assert len(redacted.turns) == len(call.turns)
    for turn, text in enumerate(texts):
        held = {i for span in spans if span.turn == turn for i in range(span.start, span.end)}
        kept = "".join(letter for i, letter in enumerate(text) if i not in held and letter.strip())
        shown = redacted.turns[turn].text.replace(WITHHELD, "")
        assert "".join(shown.split()) == "".join(kept.replace(WITHHELD, "").split())


@given(
    st.lists(
        st.sampled_from(
            [
                "Off the record?",
                "Keep that to yourself.",
                "Not a word.",
                "You don't have to.",
                "Um.",
                "I'm leaving in May.",
                "Anyway, the draft.",
                "Back on the record.",
                "Thank you for telling me.",
                "",
                "…",
                "What else?",
            ]
        ),
        max_size=9,
    )
)
@settings(max_examples=80, deadline=None)
def test_every_span_lies_within_its_turn_in_order_and_apart(texts: list[str]) -> None:
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(texts))
    call = Transcript(turns=turns, source="c", format="t")
    spans = withheld_spans(call)
    assert list(spans) == sorted(spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(texts[span.turn])
    for one, other in pairwise(spans):
        assert one.turn < other.turn or one.end < other.start


def fixture_calls() -> Iterator[tuple[Transcript, list[str | None], dict[str, Any]]]:
    for file in sorted(CALLS.glob("*/*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        said = json.loads(Path(str(file).replace("gold", "turns")).read_text(encoding="utf-8"))
        pair = json.loads((file.parent / "relationship.json").read_text(encoding="utf-8"))
        names = {
            label: person["name"]
            for person in (pair["mentor"], pair["mentee"])
            for label in person["labels"]
        }
        call = Transcript(turns=tuple(Turn(**turn) for turn in said), source="", format="turns")
        yield call, [names.get(turn["speaker"]) for turn in said], gold


@pytest.mark.skipif(not CALLS.exists(), reason="the shared calls are not here")
def test_the_shared_calls_keep_their_secrets_and_their_promises() -> None:
    right = held = wanted = leaked = lost = quotes = 0
    for call, speakers, gold in fixture_calls():
        spans = withheld_spans(call, speakers)
        left = [turn.text for turn in redact(call, spans).turns]
        turns, secret = (
            {s.turn for s in spans},
            {t for c in gold["confidential"] for t in c["turns"]},
        )
        right, held, wanted = right + len(turns & secret), held + len(turns), wanted + len(secret)
        told = "\n".join(left).lower().replace("’", "'")
        leaked += sum(any(t in told for t in c["telling"]) for c in gold["confidential"])
        for commitment in (c for c in gold["commitments"] if not c.get("sensitive")):
            for quote in commitment["evidence"]:
                quotes += 1
                lost += not any(quote in left[turn] for turn in commitment["turns"])
    assert leaked <= 2
    assert right / wanted >= 0.8
    assert right / held >= 0.5
    assert lost / quotes <= 0.02


def test_states_told_as_if_they_went_on_are_heard_as_states() -> None:
    assert common_form("my own father is not knowing it") == "my own father doesn't know it"
    assert common_form("nobody is knowing it, i am not wanting it") == (
        "nobody knows it, i don't want it"
    )
    assert common_form("she's wanting to leave") == "she's wanting to leave"


SMALL_TALK = (
    "We had soup and a long walk round the harbour after it.",
    "Nobody slept, there were gulls on the roof all night.",
    "Somebody left an umbrella in the hall, a green one.",
    "My neighbour bought eleven hens and a very loud cockerel.",
    "You can see snow on both hills from up here today.",
    "They painted every window on our street blue last month.",
    "An old piano stood on the pavement with no lid.",
    "Half of them wanted tea and half wanted lemonade.",
    "There was a queue for bread right down to the bank.",
    "Marmalade on toast is all that I have had since six.",
)


MORE_TALK = (
    "We drove behind a tractor for most of that morning.",
    "His uncle keeps bees and swears by cold porridge.",
    "They sang in the corridor until the caretaker joined in.",
    "Every biscuit was gone before any of us sat down.",
    "Rain came in sideways and took two tiles with it.",
    "Our lift stopped between floors with eleven of us inside.",
    "Gloves, three of them, all left hands, in one drawer.",
    "Somewhere a radio played the same waltz over and over.",
    "Her parrot has learned to sneeze like my grandmother.",
    "A goat ate his hat and half of his newspaper.",
)


def test_a_word_of_the_secret_much_later_does_not_keep_the_talk_of_it_going() -> None:
    def turns(talk: Sequence[str]) -> list[str]:
        return [f"{who}: {said}" for who, said in zip(("Ann", "Bo") * 5, talk, strict=True)]

    call = call_of(
        "Ann: Can I tell you something off the record?",
        "Bo: Of course.",
        "Ann: They're merging us with Halden, and the ferry goes, and the pier with it, and all"
        " who work on the pier or on the ferry will be out by June.",
        *turns(SMALL_TALK),
        "Ann: A ferry hooted.",
        *turns(MORE_TALK),
        "Ann: I print the timetable on Friday.",
    )
    assert "Halden" not in left_of(call)
    assert "I print the timetable on Friday." in left_of(call)
