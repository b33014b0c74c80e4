"""The page of agreement and slippage shows each topic and each reason with its words."""

from __future__ import annotations

from typing import Any

from evals.points import page

SAID = {"turn": 3, "speaker": "Sam", "quote": "Not after nine."}


def shown(**found: Any) -> str:
    recap = {"agreement": [], "slippage": [], **found}
    return "\n".join(page("pair/02", recap, {"01#c1": "Ring the bank"}))


def test_a_topic_is_shown_with_its_state_and_words() -> None:
    text = shown(agreement=[{"topic": "contact", "state": "agreed", "evidence": [SAID]}])
    assert "**contact**, agreed" in text and "3 Sam: “Not after nine.”" in text


def test_slippage_names_the_promise_and_the_reason() -> None:
    text = shown(slippage=[{"commitment": "01#c1", "reason": "obstacle", "evidence": [SAID]}])
    assert "slipped for **obstacle**: Ring the bank" in text


def test_a_call_without_either_says_so() -> None:
    assert "Nothing of either was read." in shown()
