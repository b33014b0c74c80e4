"""The trail of a promise, under any order of calls, confirmations, changes by hand and undos."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import MENTEE, MENTOR, call, promise, recap, relationship

from coach.embedding import HashedNgrams
from coach.errors import UserError
from coach.promises import Lives
from coach.records import Commitment, Evidence, Update
from coach.records.history import in_time, sum_of, taken_back
from coach.store import Change, Store

pytestmark = pytest.mark.usefixtures("each_call_read_once")

DAYS = [date(2025, 3, 3) + timedelta(weeks=week) for week in range(4)]
IDS = ("01#c1", "01#c2")
ACTIONS = ("Write to Ada", "Ring Ada", "Meet Ada")

edits = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["open", "done", "partly", "not_done", "dropped"]),
        "due": st.sampled_from([None, "2025-03-20", "2025-04-20"]),
        "owner": st.sampled_from([MENTEE, MENTOR, None]),
        "action": st.sampled_from(ACTIONS),
    },
).filter(bool)
days = st.dates(DAYS[0] - timedelta(days=3), DAYS[-1] + timedelta(days=9))
ids = st.sampled_from(IDS)
operations = st.one_of(
    st.tuples(st.just("edit"), ids, days, edits),
    st.tuples(st.just("undo"), ids, days),
    st.tuples(st.just("undo"), st.none(), days),
    st.tuples(
        st.just("update"),
        ids,
        st.integers(1, 3),
        st.sampled_from(["done", "partly", "not_done", "dropped", "rescheduled"]),
        st.sampled_from([None, date(2025, 5, 1)]),
    ),
    st.tuples(st.just("confirm"), ids, st.sampled_from(ACTIONS)),
)


class Pair:
    """Four calls of a pair of their own, the first of which promised two things."""

    def __init__(self, store: Store) -> None:
        self.who = f"pair-{len(store.relationships.all())}"
        self.store, self.ledger = store, store.ledger
        store.relationships.add(relationship(self.who))
        self.calls = [call(store, day, id=self.who) for day in DAYS]
        made = [promise(self.calls[0], number, due=DAYS[1]) for number in (1, 2)]
        store.confirm(recap(self.calls[0]), commitments=made)

    def do(self, operation: tuple[Any, ...]) -> None:
        what, id, *given = operation
        if what == "edit":
            self.ledger.edit(self.who, id, given[0], "Tomasz", **given[1])
        elif what == "undo":
            try:
                self.ledger.undo(self.who, given[0], "Tomasz", id)
            except UserError:
                assert not any(map(self.standing, [id] if id else IDS))
        elif what == "update":
            session, status, new_due = self.calls[given[0]], given[1], given[2]
            words = (Evidence(session=session.id, turn=0, quote="I wrote to her."),)
            became = Update(commitment=id, status=status, new_due=new_due, evidence=words)
            self.store.confirm(recap(session), updates=[became])
        else:
            again = promise(self.calls[0], int(id[-1]), given[0], due=DAYS[1])
            self.store.confirm(recap(self.calls[0]), commitments=[again])

    def standing(self, id: str) -> int:
        """How many changes by hand of a promise are not taken back."""
        history = self.history(id)
        return sum(one.by_hand and not one.undoes for one in history) - len(taken_back(history))

    def history(self, id: str) -> tuple[Change, ...]:
        return self.ledger.history(self.who, id)

    def now(self) -> tuple[Commitment, ...]:
        return self.ledger.commitments(self.who)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("home"), HashedNgrams()) as store:
        yield store


def came_about(operation: tuple[Any, ...]) -> date:
    what, _, *given = operation
    if what in ("edit", "undo"):
        day: date = given[0]
        return day
    return DAYS[given[0]] if what == "update" else DAYS[0]


@given(st.lists(operations, max_size=10))
@settings(max_examples=40)
def test_the_ledger_is_the_sum_of_a_trail_that_only_grows(store: Store, done: list[Any]) -> None:
    pair = Pair(store)
    trails = store.ledger.histories(pair.who)
    for operation in done:
        pair.do(operation)
        longer = store.ledger.histories(pair.who)
        for id, trail in trails.items():
            assert longer[id][: len(trail)] == trail
        trails = longer
        assert pair.now() == tuple(sum_of(trails[id]) for id in IDS)
        still = store.ledger.commitments(pair.who, open_only=True)
        assert still == tuple(one for one in pair.now() if one.is_open)


@given(st.lists(operations, max_size=6), ids, days, days, edits)
@settings(max_examples=40)
def test_undo_after_an_edit_restores_exactly_what_stood_before(
    store: Store, done: list[Any], id: str, day: date, later: date, fields: dict[str, Any]
) -> None:
    pair = Pair(store)
    for operation in done:
        pair.do(operation)
    before, changes = pair.now(), len(pair.history(id))
    edited = store.ledger.edit(pair.who, id, day, **fields)
    if len(pair.history(id)) == changes:
        assert edited in before
        return
    assert edited not in before
    taken = store.ledger.undo(pair.who, later, commitment=id)
    assert (taken.commitment, taken.at) == (id, day)
    assert pair.now() == before
    assert len(pair.history(id)) == changes + 2


@given(st.lists(operations, max_size=8))
@settings(max_examples=30)
def test_undone_one_by_one_nothing_of_any_hand_is_left(store: Store, done: list[Any]) -> None:
    pair, untouched = Pair(store), Pair(store)
    for operation in done:
        pair.do(operation)
        if operation[0] in ("update", "confirm"):
            untouched.do(operation)
    for _ in range(sum(map(pair.standing, IDS))):
        store.ledger.undo(pair.who, DAYS[-1])
    with pytest.raises(UserError):
        store.ledger.undo(pair.who, DAYS[-1])
    assert pair.now() == untouched.now()


@given(st.lists(operations, max_size=8))
@settings(max_examples=40)
def test_what_was_known_before_a_call_never_holds_what_came_later(
    store: Store, done: list[Any]
) -> None:
    pair = Pair(store)
    for operation in done:
        before = [store.ledger.as_of(pair.who, one) for one in pair.calls]
        pair.do(operation)
        for one, known in zip(pair.calls, before, strict=True):
            if came_about(operation) < one.held_on:
                continue
            now = store.ledger.as_of(pair.who, one)
            if operation[0] in ("update", "confirm"):
                assert now == known
            else:  # a name or a day stands corrected; what became of it since is left out
                assert [(c.id, c.status) for c in now] == [(c.id, c.status) for c in known]


@given(st.lists(operations, max_size=8))
@settings(max_examples=30)
def test_a_life_tells_every_step_and_ends_where_the_promise_stands(
    store: Store, done: list[Any]
) -> None:
    pair = Pair(store)
    for operation in done:
        pair.do(operation)
    lives = Lives(store.ledger.histories(pair.who))
    for one in pair.now():
        steps = lives.of(one.id)
        assert [step.what for step in steps].count("promised") == 1
        told: dict[str, Any] = dict(steps[0].now)
        for step in steps[1:]:
            assert {name: told[name] for name in step.was} == step.was
            told |= step.now
        standing = one.model_dump(mode="json")
        assert {name: standing[name] for name in told} == told
    assert len(lives.trail()) == sum(len(lives.of(id)) for id in IDS)


@pytest.mark.parametrize("order", [*permutations(range(1, 4))])
def test_calls_entered_in_any_order_make_the_same_promise(
    store: Store, order: tuple[int, ...]
) -> None:
    said = {1: ("partly", None), 2: ("partly", date(2025, 5, 1)), 3: ("done", None)}
    pair = Pair(store)
    for number in order:
        pair.do(("update", "01#c1", number, *said[number]))
    now = store.ledger.get(pair.who, "01#c1")
    assert (now.status, now.due) == ("done", date(2025, 5, 1))
    days = [change.at for change in in_time(pair.history("01#c1"))]
    assert days == sorted(days)


def test_a_hand_counts_after_what_it_saw_whatever_the_clocks_say(store: Store) -> None:
    pair = Pair(store)
    pair.do(("update", "01#c1", 3, "done", None))
    assert store.ledger.edit(pair.who, "01#c1", DAYS[0], status="open").status == "open"
    pair.do(("update", "01#c1", 2, "partly", None))
    assert store.ledger.get(pair.who, "01#c1").status == "open"
