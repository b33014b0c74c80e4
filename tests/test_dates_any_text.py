"""Spoken dates in any text: phrases are slices, nothing fails, no day is past, time is linear."""

from __future__ import annotations

import time
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.dates import RULES, Rule, find, resolve

THURSDAY = date(2025, 9, 25)

VOCABULARY = """by before until on the next this last week month friday monday's twenty third 3rd
31st may march february 30 2 in two days from end of tomorrow tonight our call 3/10 2025-02-30 and
to weekend every , . ? no 99 0th october year half İ ’s till first thing morning eow eoq"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date.max)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, today=DAYS)
def test_phrases_are_slices_in_order_and_no_day_is_past(text: str, today: date) -> None:
    end = 0
    for said in find(text, today=today):
        assert said.phrase == text[said.start : said.end] != ""
        assert said.start >= end
        assert said.due is None or said.due >= today
        end = said.end


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, today=DAYS, ahead=st.none() | st.integers(-30, 60))
def test_resolving_never_fails(text: str, today: date, ahead: int | None) -> None:
    try:
        meeting = None if ahead is None else today + timedelta(days=ahead)
    except OverflowError:
        meeting = None
    got = resolve(text, today=today, next_meeting=meeting)
    assert got is None or got >= today


@cache
def fitting(rule: Rule) -> st.SearchStrategy[str]:
    """Texts that fit a rule; to take its pattern apart costs more than all of its examples."""
    return st.from_regex(rule.pattern, fullmatch=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_whatever_fits_a_rule_can_be_resolved(rule: Rule, data: st.DataObject) -> None:
    words = data.draw(fitting(rule))
    today = data.draw(st.sampled_from((THURSDAY, date(2024, 2, 29), date.min, date.max)))
    got = resolve(words, today=today)
    assert got is None or got >= today


HOSTILE = (
    "by ",
    "a ",
    "the end of ",
    "1",
    "1/",
    "twenty ",
    " ",
    ",",
    "next ",
    "in two ",
    "friday ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        find(text, today=THURSDAY)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(100_000) < 20 * max(seconds(20_000), 0.02)
