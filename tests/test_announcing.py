"""Secrets that several signs announce together, and what only looks like one."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.cues import Cue
from coach.discretion import redact, withheld_spans
from coach.discretion.dialect import common_form
from coach.discretion.passages.announcing import SCALE, SCOPES, SIGNS
from coach.discretion.passages.announcing.hints import HINTS, TAKES
from coach.discretion.talk import plain
from coach.errors import UserError
from coach.records import Transcript, Turn
from coach.scale import Scale
from evals.announcing import excerpts_of, fitted
from evals.withholding import figures, heard, main, read_excerpts

EXCERPTS = Path(__file__).resolve().parents[1] / "evals" / "discretion"
DEV = EXCERPTS / "dev.jsonl"


def call_of(*lines: str) -> Transcript:
    parts = (line.split(": ", 1) for line in lines)
    turns = tuple(Turn(speaker=speaker, text=text) for speaker, text in parts)
    return Transcript(turns=turns, source="call.txt", format="labelled-text")


def kept(call: Transcript) -> str:
    speakers = [turn.speaker for turn in call.turns]
    return " ".join(turn.text for turn in redact(call, withheld_spans(call, speakers)).turns)


@pytest.mark.parametrize("sign", (*SIGNS, *HINTS, *TAKES), ids=lambda sign: sign.fits)
def test_each_sign_shows_in_its_example_and_not_in_its_counter_example(sign: Cue) -> None:
    assert sign.search(common_form(plain(sign.fits)))
    assert not sign.search(common_form(plain(sign.but_not)))


def test_every_weight_and_scope_is_of_a_sign_that_there_is() -> None:
    derived = {"two_signs", "sign_beside", "tells_a_matter", "is_pledged", "is_long", "is_short"}
    names = {sign.name for sign in (*SIGNS, *HINTS, *TAKES)} | derived
    assert set(SCALE.weights) <= names
    assert set(SCOPES) <= {sign.name for sign in SIGNS}


BEFORE = "A: The roof is nearly done. I'll send the invoice on Friday."
SECRETS = {
    "ahead": (
        "B: Right. I'd want this kept under the hat, my manager isn't to get wind, you won't, no?",
        "A: Of course.",
        "B: The Kellys are suing us over the quarry.",
        "quarry",
    ),
    "in one turn": (
        "B: My wife thinks I still go to the bank, and if she asks, say so: they sacked me here.",
        "A: I hear you.",
        "B: So there it is.",
        "sacked",
    ),
    "taken back": (
        "B: He stole the diesel out of the tank.",
        "A: Did he.",
        "B: I shouldn't have said that, rub it off please, he'd kill me.",
        "diesel",
    ),
}


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_that_only_signs_announce_is_withheld_and_the_promise_before_it_stays(
    name: str,
) -> None:
    *lines, word = SECRETS[name]
    call = call_of(BEFORE, *lines)
    assert word not in kept(call)
    assert "invoice on Friday" in kept(call)
    assert not withheld_spans(call, cues_alone=True)


@pytest.mark.parametrize(
    "line",
    [
        "B: In the interview don't tell them the salary first, let them name it.",
        "B: Forget what I said about spring, go with autumn, and put it in the plan.",
        "B: My wife thinks I should apply, and my boss would have my back.",
        "B: I never said it was easy, I said it was the only one that knows the road.",
        "B: The policy is that we never record names in the report, only numbers.",
    ],
)
def test_advice_policies_and_opinions_announce_nothing(line: str) -> None:
    call = call_of(BEFORE, line, "A: Right. And the gutters?", "B: By the tenth.")
    assert withheld_spans(call) == withheld_spans(call, cues_alone=True) == ()


def test_signs_beside_ground_rules_open_nothing() -> None:
    call = call_of(
        "A: Whatever you say here stays with me, that's the ground rule, and nobody should know.",
        "B: Of course, not a word.",
        "A: So, the goals.",
    )
    assert not withheld_spans(call)


def test_signs_only_ever_add_to_what_cues_withhold() -> None:
    for excerpt in read_excerpts(DEV):
        speakers = [turn.speaker for turn in excerpt.call.turns]
        held = {
            (span.turn, place)
            for span in withheld_spans(excerpt.call, speakers)
            for place in range(span.start, span.end)
        }
        for span in withheld_spans(excerpt.call, speakers, cues_alone=True):
            assert {(span.turn, place) for place in range(span.start, span.end)} <= held


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([sign.fits for sign in SIGNS] + ["", "Okay.", "…", "\x00 a", "Ünïcode?"]),
        max_size=8,
    )
)
def test_any_row_of_signs_is_withheld_in_spans_that_lie_in_their_turns(texts: list[str]) -> None:
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(texts))
    call = Transcript(turns=turns, source="call.txt", format="labelled-text")
    for span in withheld_spans(call):
        assert 0 <= span.start < span.end <= len(turns[span.turn].text)


# The evals


def test_the_excerpts_hold_as_many_decoys_as_secrets_and_no_register_twice() -> None:
    files = {name: list(read_excerpts(EXCERPTS / f"{name}.jsonl")) for name in ("dev", "test")}
    for excerpts in files.values():
        secrets = [each for each in excerpts if each.secret]
        assert all(each.announced for each in secrets)
        assert len(secrets) * 2 == len(excerpts)
    dev, test = ({each.register for each in excerpts} for excerpts in files.values())
    assert dev.isdisjoint(test)


def test_on_the_dev_excerpts_signs_find_more_than_cues_at_hardly_more_false_alarms() -> None:
    excerpts = list(read_excerpts(DEV))
    ours, cues = figures(heard(excerpts)), figures(heard(excerpts, cues_alone=True))
    assert ours["found"] > cues["found"] + 0.3
    assert ours["false_alarms"] <= cues["false_alarms"] + 0.02


def test_the_command_prints_shares_with_their_n_and_each_miss(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {
        "id": "one",
        "register": "sailors",
        "turns": [{"speaker": "A", "text": "The mast is oak."}],
        "announced": [0],
        "secret": [0],
    }
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    assert main([str(file), "--misses", "--by-register"]) == 0
    told = capsys.readouterr().out
    assert "one: missed" in told
    assert "sailors" in told
    assert main([str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["coach"]["secrets"] == 1


@pytest.mark.parametrize("line", ["{}", "[1]", "no json", '{"id": 1, "turns": [{}]}'])
def test_a_line_that_is_no_excerpt_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(UserError, match="line 1"):
        main([str(file)])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there"):
        main([str(tmp_path / "none.jsonl")])


def test_what_is_learned_weighs_turns_that_announce_above_all_others() -> None:
    told = list(excerpts_of(DEV))
    scale = fitted(told)
    announcing = [
        max(scale.weigh(each.features[at]) for at in each.turns[turn])
        for each in told
        for turn in each.announced
    ]
    others = [scale.weigh(features) for each in told for features in each.others()]
    assert fmean(announcing) > fmean(others) + 0.75


def test_signs_weigh_the_same_in_whatever_order_they_are_added_up() -> None:
    tenths = {f"sign {number}": 0.1 for number in range(10)}
    assert Scale(tenths, bias=0.0, enough=1.0).holds(frozenset(tenths))
