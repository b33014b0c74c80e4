"""A scale adds up exactly."""

from __future__ import annotations

from itertools import permutations

from coach.scale import Scale


def test_the_order_in_which_signs_are_met_weighs_nothing() -> None:
    scale = Scale({"clouds": 0.1, "wind": 0.2, "gulls": 0.3, "sun": -0.7}, bias=0.0)
    signs = permutations(("clouds", "wind", "gulls", "sun"))
    assert len({scale.weigh(dict.fromkeys(order, 1.0)) for order in signs}) == 1
