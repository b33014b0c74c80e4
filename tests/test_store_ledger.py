"""The ledger: what was promised, what became of it, and what was known before a given call."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from store_samples import FIRST, SECOND, THIRD, call, note, opened, promise, recap

from coach.errors import StoreError, UnknownError, UserError
from coach.records import Commitment, Evidence, Session, Update
from coach.store import Store

WHO = "ines-tomasz"
AFTER = datetime.fromisoformat("2025-04-20T09:00+00:00")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with opened(tmp_path / "home") as store:
        yield store


def became(commitment: str, status: str, session: Session, new_due: date | None = None) -> Update:
    said = Evidence(session=session.id, turn=0, quote="I wrote to her.")
    return Update(commitment=commitment, status=status, new_due=new_due, evidence=(said,))


def three_calls(store: Store) -> tuple[Session, Session, Session]:
    """01 promises two things; 02 says one is done; 03 says nothing."""
    first, second, third = call(store, FIRST), call(store, SECOND), call(store, THIRD)
    store.confirm(recap(first), commitments=[promise(first), promise(first, 2, "Read the report")])
    store.confirm(recap(second), updates=[became("01#c1", "done", second)])
    return first, second, third


def ids(commitments: tuple[Commitment, ...]) -> list[str]:
    return [one.id for one in commitments]


def test_a_confirmed_draft_is_open(store: Store) -> None:
    session = call(store)
    (change,) = store.confirm(recap(session), commitments=[promise(session)])
    (kept,) = store.ledger.commitments(WHO)
    assert kept == promise(session, status="open")
    assert (change.commitment, change.session, change.at) == ("01#c1", "01", FIRST)


def test_an_update_closes_a_commitment_and_its_history_says_which_call_said_so(
    store: Store,
) -> None:
    three_calls(store)
    assert ids(store.ledger.commitments(WHO)) == ["01#c1", "01#c2"]
    assert ids(store.ledger.commitments(WHO, open_only=True)) == ["01#c2"]
    made, done = store.ledger.history(WHO, "01#c1")
    assert (made.session, done.session, done.fields) == ("01", "02", {"status": "done"})
    assert done.evidence[0].quote == "I wrote to her."


def test_the_ledger_before_a_call_holds_what_was_open_then(store: Store) -> None:
    first, second, third = three_calls(store)
    assert store.ledger.as_of(WHO, first) == ()
    assert ids(store.ledger.as_of(WHO, second)) == ["01#c1", "01#c2"]
    assert ids(store.ledger.as_of(WHO, third)) == ["01#c2"]
    assert ids(store.ledger.as_of(WHO, date(2025, 3, 10))) == ["01#c1", "01#c2"]
    assert ids(store.ledger.as_of(WHO, AFTER)) == ["01#c2"]


def test_of_two_calls_on_one_day_the_one_imported_first_is_the_earlier(store: Store) -> None:
    morning, evening = call(store, FIRST, "a"), call(store, FIRST, "b")
    store.confirm(recap(morning), commitments=[promise(morning)])
    assert store.ledger.as_of(WHO, morning) == ()
    assert ids(store.ledger.as_of(WHO, evening)) == ["01#c1"]


def test_a_call_that_is_imported_late_does_not_undo_what_a_later_call_said(store: Store) -> None:
    first, third = call(store, FIRST), call(store, THIRD)
    store.confirm(recap(first), commitments=[promise(first)])
    store.confirm(recap(third), updates=[became("01#c1", "done", third)])
    late = call(store, SECOND)
    store.confirm(recap(late), updates=[became("01#c1", "partly", late)])
    assert store.ledger.get(WHO, "01#c1").status == "done"
    (then,) = store.ledger.as_of(WHO, third)
    assert then.status == "partly"


def test_a_new_date_moves_the_due_and_the_old_one_stays_in_the_history(store: Store) -> None:
    first, second = call(store, FIRST), call(store, SECOND)
    store.confirm(recap(first), commitments=[promise(first, due=SECOND)])
    store.confirm(recap(second), updates=[became("01#c1", "partly", second, THIRD)])
    assert store.ledger.get(WHO, "01#c1").due == THIRD
    assert store.ledger.history(WHO, "01#c1")[0].fields["due"] == SECOND.isoformat()
    assert store.ledger.as_of(WHO, second)[0].due == SECOND


def test_confirming_the_same_recap_again_changes_nothing(store: Store) -> None:
    first, second, _ = three_calls(store)
    both = [promise(first), promise(first, 2, "Read the report")]
    assert store.confirm(recap(first), commitments=both) == ()
    assert store.confirm(recap(second), updates=[became("01#c1", "done", second)]) == ()
    assert len(store.ledger.history(WHO, "01#c1")) == 2


def test_confirming_again_keeps_hand_edits_and_later_updates_and_lists_what_changed(
    store: Store,
) -> None:
    first, _, _ = three_calls(store)
    store.ledger.edit(WHO, "01#c2", AFTER, action="Read the annual report", due="2025-05-01")
    again = [promise(first, 1, "Write to Ada Lovelace"), promise(first, 2, "Skim the report")]
    changes = store.confirm(recap(first), commitments=again)
    assert [(one.commitment, one.fields) for one in changes] == [
        ("01#c1", {"action": "Write to Ada Lovelace"}),
        ("01#c2", {"action": "Skim the report"}),
    ]
    one, two = store.ledger.commitments(WHO)
    assert (one.action, one.status) == ("Write to Ada Lovelace", "done")
    assert (two.action, two.due) == ("Read the annual report", date(2025, 5, 1))
    assert store.confirm(recap(first), commitments=again) == ()


def test_an_earlier_item_that_the_new_recap_lacks_stays(store: Store) -> None:
    first, _, _ = three_calls(store)
    store.confirm(recap(first), commitments=[promise(first)])
    assert ids(store.ledger.commitments(WHO)) == ["01#c1", "01#c2"]


def test_a_correction_by_hand_counts_for_the_past_and_a_status_from_its_day_on(
    store: Store,
) -> None:
    _, second, third = three_calls(store)
    store.ledger.edit(WHO, "01#c2", date(2025, 3, 20), owner="Ines Duarte", status="dropped")
    (then,) = [one for one in store.ledger.as_of(WHO, second) if one.id == "01#c2"]
    assert (then.owner, then.status) == ("Ines Duarte", "open")
    assert store.ledger.as_of(WHO, third) == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"id": "09#c9"}, "no field 'id'"),
        ({"evidence": []}, "no field 'evidence'"),
        ({"due": "soon"}, "due"),
        ({"status": "late"}, "status"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(
    store: Store, fields: dict[str, object], said: str
) -> None:
    three_calls(store)
    with pytest.raises(UserError, match=said):
        store.ledger.edit(WHO, "01#c1", AFTER, **fields)


def test_what_the_ledger_does_not_hold_cannot_be_updated_or_edited(store: Store) -> None:
    session = call(store)
    with pytest.raises(UnknownError, match="04#c1"):
        store.confirm(recap(session), updates=[became("04#c1", "done", session)])
    with pytest.raises(UnknownError, match="01#c1"):
        store.ledger.edit(WHO, "01#c1", AFTER, action="x")


def test_commitments_of_ten_and_more_stand_in_order(store: Store) -> None:
    first, second = call(store, FIRST), call(store, SECOND)
    store.confirm(recap(first), commitments=[promise(first, number) for number in (10, 2, 1)])
    store.confirm(recap(second), commitments=[promise(second)])
    assert ids(store.ledger.commitments(WHO)) == ["01#c1", "01#c2", "01#c10", "02#c1"]


def test_a_new_confirmation_takes_back_the_notes_of_the_old_but_nobodys_own(store: Store) -> None:
    session = call(store)
    own = note("My own thought", session, visibility="mentee")
    store.memory.add([own])
    store.confirm(recap(session), notes=[note("Old wording", session), note("Kept", session)])
    store.confirm(recap(session), notes=[note("New wording", session), note("Kept", session)])
    texts = {one.text for one in store.memory.notes(WHO, "mentee")}
    assert texts == {"My own thought", "New wording", "Kept"}
    assert "Old wording" not in {
        hit.note.text for hit in store.memory.search(WHO, "Old wording", "mentee").hits
    }
    with pytest.raises(StoreError, match="none of session"):
        store.confirm(recap(session), notes=[note("Of no session")])
