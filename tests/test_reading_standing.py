"""Whether what was said is a promise: all that was heard of it, weighed together."""

from __future__ import annotations

from pathlib import Path

import pytest
from dialogue import dialogue

from coach.reading.offline import hear
from coach.reading.promise.forms import FORMS
from coach.reading.threads.standing import SCALE, features_of, stands
from coach.reading.threads.standing_weights import TABLE
from evals.__main__ import main
from evals.cases import read_cases
from evals.standing import threads_of

CASES = Path(__file__).resolve().parents[1] / "evals" / "cases"
FACTS = {
    "weight", "weight_squared", "clauses", "echoed", "labelled", "dated", "timed", "requested",
    "conditional", "asked",
}  # fmt: skip


def odds(talk: str) -> float:
    """Of the likeliest thread of this talk."""
    return max((SCALE.weigh(features_of(thread)) for thread in hear(dialogue(talk))), default=-9.0)


def test_every_weight_is_of_something_that_is_heard() -> None:
    names = [line.split()[0] for line in TABLE.strip().splitlines()]
    heard = {
        feature for case in read_cases(CASES) for t in threads_of(case) for feature in t.features
    }
    forms = {f"{kind}:{form.name}" for kind in ("form", "said") for form in FORMS}
    assert len(names) == len(set(names))
    assert {name for name in names if ":" not in name} <= FACTS
    assert {name for name in names if name.startswith("form:")} <= heard | forms


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Mentee: I'll send you the map by Friday.", "Mentee: I'll send you the map."),
        ("Mentee: I'll send you the map.", "Mentee: Maybe I could send the map."),
        (
            "Mentor: Could you send me the map?\nMentee: Yes, by Friday.",
            "Mentor: Could you send me the map?\nMentee: I could.",
        ),
        (
            "Mentee: I'll ring Ann.\nMentor: So, you ring Ann on Monday.\nMentee: Yes.",
            "Mentee: I might ring Ann.\nMentor: And the weather?\nMentee: Fine.",
        ),
    ],
)
def test_the_more_binds_the_likelier_it_stands(more: str, less: str) -> None:
    assert odds(more) > odds(less)


def test_what_stands_is_what_is_claimed() -> None:
    call = dialogue("Mentee: I'll send you the map by Friday. I might dream of it.\nMentor: Good.")
    standing = [thread for thread in hear(call) if stands(thread)]
    assert ["map" in thread.promises[0].deed for thread in standing] == [True]


def test_known_promises_weigh_above_what_is_none() -> None:
    heard = [thread for case in read_cases(CASES) for thread in threads_of(case)]
    known = [SCALE.weigh(each.features) for each in heard if each.fits]
    others = [SCALE.weigh(each.features) for each in heard if not each.fits]
    assert sum(weight >= 0 for weight in known) > 0.85 * len(known)
    assert sum(weight < 0 for weight in others) > 0.7 * len(others)


def test_the_command_says_what_holds_on_relationships_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["standing", str(CASES)]) == 0
    head, by_hand, learned = capsys.readouterr().out.splitlines()
    assert head.startswith("16 calls, ")
    assert by_hand.startswith("weights by hand") and " F1 0." in by_hand
    assert learned.startswith("learned") and " F1 0." in learned
