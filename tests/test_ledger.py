"""The ledger as people use it: a promise's whole life, changes by hand, what is due, reminders."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cli_home import done, read, refused
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from rich.console import Console
from store_samples import MENTEE, MENTOR, call, promise, recap, relationship

from coach import Coach
from coach.errors import UnknownError, UserError
from coach.promises import Reminder, about_discretion, assurances
from coach.promises.editing import STATES
from coach.records import (
    Agreement,
    Commitment,
    Evidence,
    Person,
    Recap,
    Session,
    TrustMoment,
    Update,
    parse_when,
)
from coach.render.ics import UNSAID, reminder_calendar
from coach.render.page import Page
from coach.render.terminal import show

pytestmark = pytest.mark.usefixtures("each_call_read_once")

WHO = "ines-tomasz"
FIRST, SECOND, THIRD = date(2025, 9, 1), date(2025, 9, 15), date(2025, 9, 29)
NOW = parse_when("2025-09-30T09:30+02:00")
SOON = date(2025, 10, 3)
SHAME = {"overdue", "late", "failed", "missed", "behind", "slipped"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Tomasz's home, on Tuesday 30 September 2025."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    ticks = count()
    monkeypatch.setattr(Coach, "_now", lambda _: NOW + timedelta(seconds=next(ticks)))
    with Coach(tmp_path / "home") as coach:
        coach.store.set_me(Person(name=MENTEE, zone="Europe/Warsaw"))
        coach.store.relationships.add(relationship(WHO, me="mentee"))
        three_calls(coach)
    return tmp_path / "home"


@pytest.fixture
def coach(home: Path) -> Iterator[Coach]:
    with Coach(home) as coach:
        yield coach


def said(session: Session, turn: int, quote: str, who: str = MENTEE) -> tuple[Evidence, ...]:
    return (Evidence(session=session.id, turn=turn, speaker=who, quote=quote, at=60.0 * turn),)


def three_calls(coach: Coach) -> None:
    """Tomasz's outline is moved in the second call and done in the third; Ines keeps one of two."""
    store = coach.store
    first, second, third = (call(store, day) for day in (FIRST, SECOND, THIRD))
    outline, intro = promise(first, action="Send the outline"), promise(first, 2)
    store.confirm(
        recap(first),
        commitments=[
            outline.model_copy(
                update={"due": SECOND, "evidence": said(first, 1, "I'll send the outline")}
            ),
            intro.model_copy(
                update={
                    "owner": MENTOR,
                    "kind": "contact",
                    "action": "Introduce Tomasz to Ada",
                    "evidence": said(first, 2, "I'll introduce you to Ada", MENTOR),
                }
            ),
            promise(first, 3, "Send the template", owner=MENTOR, kind="resource", due=SOON),
            promise(first, 4, "Ring the bank", due=date(2025, 9, 20)),
            promise(first, 5, "Book the room", due=date(2025, 10, 10)),
        ],
    )
    moving = said(second, 3, "Can I move the outline to the 26th?")
    moved = Update(
        commitment="01#c1", status="rescheduled", new_due=date(2025, 9, 26), evidence=moving
    )
    again = promise(second, action="Send the outline", due=date(2025, 9, 26), evidence=moving)
    store.confirm(recap(second), commitments=[again], updates=[moved])
    done = [
        Update(commitment="02#c1", status="done", evidence=said(third, 4, "It went on Friday")),
        Update(
            commitment="01#c2",
            status="done",
            evidence=said(third, 5, "You two have met", MENTOR),
        ),
    ]
    store.confirm(recap(third, updates=tuple(done)), updates=done)


def page_text(page: Page) -> str:
    out = io.StringIO()
    show(page, Console(file=out, width=100, color_system=None))
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


# --- one promise's whole life ---------------------------------------------------------------------


@pytest.mark.parametrize("id", ["01#c1", "02#c1"])
def test_a_promise_that_a_call_moved_is_one_life_by_either_of_its_ids(
    coach: Coach, id: str
) -> None:
    steps = coach.history(WHO, id)
    assert [(step.what, step.at, step.session) for step in steps] == [
        ("promised", FIRST, "01"),
        ("moved", SECOND, "02"),
        ("done", THIRD, "03"),
    ]
    assert [step.evidence[0].quote for step in steps] == [
        "I'll send the outline",
        "Can I move the outline to the 26th?",
        "It went on Friday",
    ]
    moved = steps[1]
    assert (moved.was["due"], moved.now["due"]) == ("2025-09-15", "2025-09-26")
    assert moved.goes_on_as == "02#c1"


def test_the_life_of_a_promise_is_a_page_of_days_and_words(home: Path) -> None:
    page = flat(done("commitments", WHO, "01#c1"))
    assert "Promised Mon 1 Sep, for Mon 15 Sep. “I'll send the outline” (1 @ 1:00)" in page
    assert "Moved Mon 15 Sep: to Fri 26 Sep, was Mon 15 Sep; goes on as 02#c1." in page
    assert "Kept Mon 29 Sep. “It went on Friday” (3 @ 4:00)" in page


def test_as_json_a_life_names_calls_days_and_words(home: Path) -> None:
    found = read("commitments", WHO, "02#c1")
    assert found["commitment"]["status"] == "done"
    assert [step["what"] for step in found["history"]] == ["promised", "moved", "done"]
    assert {step["session"] for step in found["history"]} == {"01", "02", "03"}
    assert found["history"][2]["evidence"][0]["quote"] == "It went on Friday"


def test_a_change_by_hand_says_so_with_its_day(home: Path) -> None:
    done("edit", WHO, "01#c4", "done")
    page = flat(done("commitments", WHO, "01#c4"))
    assert "Kept By hand, Tue 30 Sep. [Tomasz]" in page
    assert "Ring the bank. By hand, Tue 30 Sep." in flat(done("commitments", WHO))


def test_an_unknown_promise_is_the_users_to_mend(home: Path) -> None:
    for command in (("commitments", WHO, "09#c9"), ("edit", WHO, "09#c9", "done")):
        assert "No commitment '09#c9'" in refused(*command)
    assert "No commitment '09#c9'" in refused("undo", WHO, "09#c9")


# --- what is settled, and praise ------------------------------------------------------------------


def test_a_closed_promise_shows_the_words_it_was_made_in_and_those_that_closed_it(
    home: Path,
) -> None:
    page = flat(done("commitments", WHO))
    assert (
        "Kept Introduce Tomasz to Ada. For Tomasz to praise. “I'll introduce you to Ada” "
        "(1 @ 2:00) “You two have met” (3 @ 5:00) [01#c2, contact]"
    ) in page
    assert "Was Mon 15 Sep, now Fri 26 Sep. For Ines to praise." in page
    assert page.count("“It went on Friday” (3 @ 4:00)") == 1


def test_kept_promises_are_for_the_partner_to_praise_in_every_agenda(coach: Coach) -> None:
    for role in (None, "mentor", "mentee"):
        told = {
            item.owner: item for item in coach.agenda(WHO, role=role).items if "praise" in item.why
        }
        assert "1 kept, for Ines to praise" in told[MENTEE].why
        assert "1 kept, for Tomasz to praise" in told[MENTOR].why
        quotes = {source.quote for item in told.values() for source in item.sources}
        assert {"It went on Friday", "You two have met"} <= quotes


def test_ones_own_kept_promise_is_said_to_be_the_others_to_praise(home: Path) -> None:
    assert "1 kept, for Ines to praise." in flat(done("agenda", WHO, "--for", "mentee"))
    assert "1 kept, for Tomasz to praise." in flat(done("agenda", WHO, "--for", "mentee"))


def test_what_was_entered_as_done_is_there_to_be_praised_until_it_is_taken_back(
    coach: Coach,
) -> None:
    def praised() -> set[str]:
        return {
            source.id
            for item in coach.agenda(WHO).items
            for source in item.sources
            if source.kind == "update"
        }

    before = praised()
    coach.edit_commitment(WHO, "01#c4", status="done")
    assert praised() == before | {"01#c4"}
    coach.undo(WHO)
    assert praised() == before
    assert coach.past(WHO, None).kept_by_hand == ()


# --- a mentor's promises by their kind ------------------------------------------------------------


def test_a_mentors_promises_say_what_they_provide_and_are_found_by_it(home: Path) -> None:
    assert "[01#c3, resource]" in done("commitments", WHO)
    assert [one["id"] for one in read("commitments", WHO, "--kind", "contact")] == ["01#c2"]
    assert [one["id"] for one in read("commitments", WHO, "--kind", "resource")] == ["01#c3"]
    assert read("commitments", WHO, "--kind", "other") == []
    assert "'letter'" in refused("commitments", WHO, "--kind", "letter")


# --- by hand --------------------------------------------------------------------------------------


def test_a_promise_is_changed_by_the_words_a_person_would_guess(home: Path) -> None:
    for word in STATES:
        assert read("edit", WHO, "01#c4", word)["status"] == word
    assert read("edit", WHO, "01#c4", "not done")["status"] == "not_done"
    changed = read(
        "edit", WHO, "01#c4", "open", "due=2026-01-10", "owner=mentor", "action=Ring them"
    )
    assert (changed["due"], changed["owner"]) == ("2026-01-10", MENTOR)
    assert (changed["action"], changed["status"]) == ("Ring them", "open")
    assert read("edit", WHO, "01#c4", "due=")["due"] is None
    assert "Nothing changed" in done("edit", WHO, "01#c4", "due=")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["late"], "status: it is open, done"),
        (["rescheduled"], "give its new day"),
        (["draft"], "status: it is open"),
        (["due=soon"], "due: write a day such as"),
        (["due=20251003000"], "due: write a day such as"),
        (["due=3"], "due: write a day such as"),
        (["action= "], "it needs words"),
        (["owner=Rohit"], "neither of the two"),
        (["evidence=none"], "'evidence' cannot be edited"),
        (["id=09#c9"], "'id' cannot be edited"),
        (["kind=letter"], "kind"),
        (["firmness="], "firmness"),
        (["done", "status=open"], "said twice"),
        (["\x1b[2Jdone"], "status"),
        ([""], "status"),
    ],
)
def test_a_change_that_cannot_be_is_one_line_and_changes_nothing(
    home: Path, change: list[str], said: str
) -> None:
    before = read("relationship", "export", WHO)
    line = refused("edit", WHO, "01#c4", *change)
    assert said in line and "\x1b" not in line
    assert read("relationship", "export", WHO) == before


@pytest.mark.parametrize("fields", [{"due": 3}, {"due": "x" * 10**6}, {"status": None}, {"x": 1}])
def test_wrong_types_and_huge_values_are_refused_in_python_too(
    coach: Coach, fields: dict[str, Any]
) -> None:
    with pytest.raises(UserError):
        coach.edit_commitment(WHO, "01#c4", **fields)


def test_another_pairs_promise_is_out_of_reach(coach: Coach) -> None:
    coach.add("other", mentor="Ada Okafor", mentee="Sam Reid")
    for verb in (coach.history, coach.undo, coach.edit_commitment):
        with pytest.raises(UnknownError):
            verb("other", "01#c4")


def test_undo_takes_back_one_change_at_a_time_and_keeps_both_in_the_trail(home: Path) -> None:
    stood = [read("commitments", WHO)]
    for change in (["01#c4", "done"], ["01#c5", "due=2025-12-01"], ["01#c4", "dropped"]):
        done("edit", WHO, *change)
        stood.append(read("commitments", WHO))
    trail = len(read("history", WHO))
    for before in reversed(stood[:-1]):
        done("undo", WHO)
        trail += 1
        assert read("commitments", WHO) == before
        assert len(read("history", WHO)) == trail
    assert "Nothing of ines-tomasz was changed by hand" in refused("undo", WHO)


def test_undo_of_one_promise_leaves_the_others_alone(coach: Coach) -> None:
    coach.edit_commitment(WHO, "01#c4", status="done")
    coach.edit_commitment(WHO, "01#c5", status="dropped")
    assert coach.undo(WHO, "01#c4").fields == {"status": "done"}
    now = {one.id: one.status for one in coach.commitments(WHO)}
    assert (now["01#c4"], now["01#c5"]) == ("open", "dropped")
    with pytest.raises(UserError, match="Nothing of 01#c4"):
        coach.undo(WHO, "01#c4")


def test_the_trail_says_who_changed_what_from_what_the_newest_first(home: Path) -> None:
    done("edit", WHO, "01#c4", "due=2025-12-01")
    done("undo", WHO)
    taken, moved, *calls = read("history", WHO)
    assert (taken["what"], moved["what"], moved["undone"]) == ("taken_back", "moved", True)
    assert moved["by"] == taken["by"] == MENTEE
    assert parse_when(moved["at"]) < parse_when(taken["at"])
    assert moved["at"].startswith("2025-09-30T09:30")
    assert (moved["was"], moved["now"]) == ({"due": "2025-09-20"}, {"due": "2025-12-01"})
    days = [step["at"] for step in calls]
    assert days == sorted(days, reverse=True)
    page = flat(done("history", WHO))
    assert "Ring the bank. By hand, Tue 30 Sep: to Mon 1 Dec, was Sat 20 Sep." in page
    assert "Taken back later." in page


def test_a_change_made_on_the_morning_of_a_call_stands_after_what_the_call_said(
    coach: Coach,
) -> None:
    fourth = call(coach.store, NOW.date())
    partly = Update(commitment="01#c4", status="partly", evidence=said(fourth, 1, "Half of it"))
    coach.store.confirm(recap(fourth), updates=[partly])
    assert coach.edit_commitment(WHO, "01#c4", status="done").status == "done"
    (before,) = [one for one in coach.store.ledger.as_of(WHO, fourth) if one.id == "01#c4"]
    assert before.status == "open"


def test_an_export_holds_the_whole_trail_and_an_erasure_leaves_none(home: Path) -> None:
    done("edit", WHO, "01#c4", "action=Ring Halvorsen", "done")
    done("undo", WHO)
    exported = read("relationship", "export", WHO)
    (one,) = [found for found in exported["commitments"] if found["id"] == "01#c4"]
    made, edited, undone = one["history"]
    assert (edited["by"], edited["fields"]["action"]) == (MENTEE, "Ring Halvorsen")
    assert (undone["undoes"], undone["session"], made["undoes"]) == (True, None, False)
    done("relationship", "erase", WHO, "--yes")
    assert not [p for p in home.rglob("*") if p.is_file() and b"Halvorsen" in p.read_bytes()]


def test_struck_words_take_what_a_hand_made_of_them_along_taken_back_or_not(
    home: Path,
) -> None:
    done("edit", WHO, "01#c4", "action=Ring Halvorsen about zebracross")
    done("undo", WHO)
    done("edit", WHO, "01#c5", "due=2025-12-01")
    done("strike", WHO, "01", "--subject", "zebracross Halvorsen", "--yes")
    assert "01#c4" not in {one["id"] for one in read("commitments", WHO)}
    assert not [p for p in home.rglob("*") if p.is_file() and b"zebracross" in p.read_bytes()]
    done("undo", WHO)
    assert "Nothing of" in refused("undo", WHO)


# --- what is due ----------------------------------------------------------------------------------


def test_what_is_due_stands_own_first_and_a_passed_day_is_told_without_shame(home: Path) -> None:
    page = done("due")
    own = page.index("Tomasz: the day has passed; what became of it is not known here")
    assert own < page.index("Ring the bank") < page.index("Ines: open")
    assert page.index("Ines: open") < page.index("Send the template")
    assert "Book the room" not in page
    assert "Book the room" in done("due", "--days", "10")
    assert not SHAME & set(page.lower().replace(":", " ").split())


def test_own_promises_to_come_stand_before_the_partners_passed_ones(coach: Coach) -> None:
    coach.edit_commitment(WHO, "01#c3", due="2025-09-02")
    (found,) = coach.due(until=date(2025, 10, 10))
    assert [one.id for one in found.promises] == ["01#c4", "01#c5", "01#c3"]


def test_one_relationship_can_be_asked_for_alone(coach: Coach, home: Path) -> None:
    coach.add("other", mentor="Ada Okafor", mentee="Sam Reid")
    assert coach.due("other") == ()
    assert {one["relationship"] for one in read("due", WHO)} == {WHO}
    assert read("due", "other") == []
    assert "Nothing has a day until then." in done("due", "other")
    assert "No relationship 'nobody'" in refused("due", "nobody")


# --- promises about discretion --------------------------------------------------------------------


@pytest.mark.parametrize(
    "action",
    [
        "Keep Priya's name out of the report",
        "Keep what Karthik said about the reorg between the two",
        "Not mention it to the manager",
        "Ask HR, without the name, what support there is",
        "Not tell the team about the reorg before Friday",
        "Treat the salary figures as confidential",
        "Keep quiet about the merger",
        "Keep the offer private until the contract is signed",
        "Tell nobody about the offer",
        "Not share the draft with anyone",
        "Hold what Karthik said in confidence",
        "Keep the numbers to himself",
        "Not discuss the case outside the ward",
        "Handle the complaint confidentially",
        "Won’t breathe a word to Tom",
    ],
)
def test_keeping_something_to_oneself_is_about_discretion(action: str) -> None:
    assert about_discretion(action)


@pytest.mark.parametrize(
    "action",
    [
        "Keep Fridays free to write",
        "Not tell people the answer but ask",
        "Keep a balance between work and home",
        "Keep a private journal",
        "Keep Thursday mornings quiet for deep work",
        "Not say yes to new projects",
        "Send the confidential report to Dana",
        "Keep the meeting between nine and ten",
        "Tell the team about the reorg",
        "Share the draft with Dana",
        "Say nothing for the first ten minutes of the stand-up",
        "Not share his screen",
        "Name the three risks",
        "Keep Rohit in the loop",
        "Book a quiet room",
        "Hold the door open",
    ],
)
def test_other_keeping_and_leaving_is_not(action: str) -> None:
    assert not about_discretion(action)


def discreet(coach: Coach, owner: str = MENTEE, quote: str = "I won't mention it to him") -> Recap:
    """A fourth call, in which somebody gives their word."""
    fourth = call(coach.store, date(2025, 9, 30))
    moment = TrustMoment(
        behaviour="discretion", who=owner, polarity="shown", evidence=said(fourth, 6, quote, owner)
    )
    told = recap(fourth, trust=(moment,))
    coach.store.confirm(told)
    return told


def test_a_promise_about_discretion_leads_its_owners_reminders_and_next_brief(
    coach: Coach,
) -> None:
    coach.edit_commitment(WHO, "01#c5", action="Keep the offer between the two", due="2026-01-10")
    (found,) = coach.due(WHO)
    assert [one.id for one in found.promises] == ["01#c5", "01#c4", "01#c3"]
    before = coach.agenda(WHO, role="mentee").items[0]
    assert [source.id for source in before.sources] == ["01#c5", "01#c4"]
    page = flat(done("due"))
    assert page.index("Tomasz: to be kept to oneself") < page.index("Tomasz: the day has passed")


def test_a_word_given_about_discretion_leads_the_next_brief_and_what_is_due(coach: Coach) -> None:
    discreet(coach)
    first, *promises = coach.agenda(WHO, role="mentee").items[0].sources
    assert (first.quote, first.session) == ("I won't mention it to him", "04")
    assert {source.kind for source in promises} == {"commitment"}
    page = flat(done("due", WHO))
    assert page.index("“I won't mention it to him” (4 @ 6:00)") < page.index("Ring the bank")
    shown = flat(done("agenda", WHO, "--for", "mentee"))
    assert shown.index("I won't mention it") < shown.index("Ring the bank")


def test_it_leads_its_owners_alone(coach: Coach) -> None:
    discreet(coach, MENTOR)
    assert "I won't mention it" not in done("due")
    for role, there in (("mentor", True), ("mentee", False), (None, False)):
        told = json.dumps(coach.agenda(WHO, role=role).to_json())
        assert ("I won't mention it to him" in told) is there


def test_a_word_given_leads_one_brief_and_no_later_one(coach: Coach) -> None:
    discreet(coach)
    later = call(coach.store, date(2025, 10, 7))
    coach.store.confirm(recap(later))
    assert "I won't mention it" not in json.dumps(coach.agenda(WHO, role="mentee").to_json())


def test_a_word_about_a_subject_off_limits_leads_nothing(coach: Coach) -> None:
    discreet(coach, quote="I won't tell anybody about the divorce")
    pair = coach.relationship(WHO)
    agreed = Agreement(off_limits=("my divorce",))
    coach.store.relationships.replace(pair.model_copy(update={"agreement": agreed}))
    assert "divorce" not in json.dumps(coach.agenda(WHO, role="mentee").to_json())
    assert "divorce" not in done("due")


@pytest.mark.parametrize(
    ("quote", "given"),
    [
        ("I won't mention it to your manager", True),
        ("What you tell me stays here", True),
        ("You have my word", True),
        ("I don't talk to your manager", True),
        ("Not a word, of course", True),
        ("He told me what she had said", False),
        ("Thank you for not asking", False),
    ],
)
def test_only_words_that_promise_are_a_word_given(quote: str, given: bool) -> None:
    evidence = (Evidence(session="01", turn=1, speaker=MENTOR, quote=quote),)
    moment = TrustMoment(behaviour="discretion", who=MENTOR, polarity="shown", evidence=evidence)
    held = Session(id="01", relationship=WHO, held_on=FIRST, source="", digest="")
    for found in (recap(held, trust=(moment,)),):
        assert bool(assurances(found, MENTOR)) is given
        assert assurances(found, MENTEE) == ()
    missed = moment.model_copy(update={"polarity": "missed"})
    assert assurances(recap(held, trust=(missed,)), MENTOR) == ()


# --- both sides -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "own"), [("mentor", MENTOR), ("mentee", MENTEE)])
def test_own_promises_whose_day_has_passed_come_before_the_partners_in_a_brief(
    coach: Coach, role: Any, own: str
) -> None:
    coach.edit_commitment(WHO, "01#c3", due="2025-09-02")
    found = coach.agenda(WHO, role=role, on=SOON)
    owners = {one.id: one.owner for one in coach.commitments(WHO)}
    order = [
        owners[source.id]
        for item in found.items
        for source in item.sources
        if source.kind == "commitment"
    ]
    assert set(order) == {MENTOR, MENTEE}
    partner = MENTOR if own == MENTEE else MENTEE
    assert order.index(own) < order.index(partner)
    follow = [item for item in found.items if item.kind == "follow_through"]
    assert [item.owner for item in follow] == [own, partner]
    assert all("what became of it is not known" in item.why for item in follow)


# --- reminders ------------------------------------------------------------------------------------


def events(text: str) -> dict[str, Any]:
    calendar = Calendar.from_ical(text)
    assert "METHOD" not in calendar
    assert {part.name for part in calendar.subcomponents} <= {"VEVENT"}
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_has_a_day_with_an_alarm_for_each_own_promise_to_come(home: Path) -> None:
    ((uid, event),) = events(done("due", "--as", "ics")).items()
    assert uid == "ines-tomasz-01-c5@conversation-coach"
    assert event.decoded("dtstart") == date(2025, 10, 10)
    assert event.decoded("dtend") == date(2025, 10, 11)
    assert (str(event["transp"]), str(event["class"])) == ("TRANSPARENT", "PRIVATE")
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)
    assert str(event["summary"]) == str(alarm["description"]) == "Tomasz: Book the room"
    both = events(done("due", WHO, "--as", "ics", "--both"))
    assert {str(event["summary"]) for event in both.values()} == {
        "Tomasz: Book the room",
        "Ines: Send the template",
    }
    assert events(done("due", "--as", "ics", "--days", "5")) == {}


def test_reading_the_file_again_moves_an_entry_and_calls_off_what_is_settled(home: Path) -> None:
    def entry() -> Any:
        (found,) = events(done("due", "--as", "ics")).items()
        return found

    uid, made = entry()
    done("edit", WHO, "01#c5", "due=2025-12-01")
    same, moved = entry()
    done("edit", WHO, "01#c5", "done")
    again, settled = entry()
    assert uid == same == again
    assert int(made["sequence"]) < int(moved["sequence"]) < int(settled["sequence"])
    assert moved.decoded("dtstart") == date(2025, 12, 1)
    assert [str(one["status"]) for one in (made, moved, settled)] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert settled.walk("VALARM") == []


def test_a_promise_that_a_call_moves_keeps_its_entry(coach: Coach) -> None:
    def entry() -> tuple[str, int]:
        (found,) = coach.reminders(WHO)
        return found.first, found.revision

    first, revision = entry()
    fourth = call(coach.store, NOW.date())
    moving = said(fourth, 1, "The room has to wait until the 20th")
    moved = Update(
        commitment="01#c5", status="rescheduled", new_due=date(2025, 10, 20), evidence=moving
    )
    again = promise(fourth, action="Book the room", due=date(2025, 10, 20), evidence=moving)
    coach.store.confirm(recap(fourth), commitments=[again], updates=[moved])
    (found,) = coach.reminders(WHO)
    assert found.promise.id == "04#c1"
    assert (found.first, first) == ("01#c5", "01#c5")
    assert found.revision > revision


def test_a_calendar_holds_no_quote_and_nothing_of_what_is_kept_quiet(coach: Coach) -> None:
    coach.edit_commitment(WHO, "01#c5", action="Not tell Rohit about the offer before Friday")
    text = done("due", "--as", "ics", "--both")
    assert "Rohit" not in text and "offer" not in text
    assert f"SUMMARY:Tomasz: {UNSAID}" in text
    assert not any(item.quote in text for one in coach.commitments(WHO) for item in one.evidence)


def test_the_agendas_calendar_has_the_same_entries(home: Path) -> None:
    text = done("agenda", WHO, "--on", "2025-10-13", "--as", "ics")
    alone = done("due", WHO, "--as", "ics", "--both")
    assert events(alone).keys() < events(text).keys()


def reminder(action: str) -> Reminder:
    one = Commitment(id="01#c1", owner=MENTEE, action=action, due=SOON, status="open")
    return Reminder(relationship(WHO), one, one.id, 0)


@pytest.mark.parametrize(
    "action",
    [
        "Send a, b; and c\\d",
        "One\nEND:VEVENT\r\nBEGIN:VTODO\nSUMMARY:two",
        "Bell\x07 escape\x1b[2J and \u202eback",
        "x" * 10**5,
        "",
        "Größe 日本語 🙂",
    ],
)
def test_hostile_words_stay_one_summary(action: str) -> None:
    text = reminder_calendar([reminder(action)], stamp=NOW)
    (event,) = events(text).values()
    assert "\x1b" not in text and "\x07" not in text
    assert len(str(event["summary"])) <= 200
    assert text.count("\r\nSUMMARY") == text.count("\r\nEND:VEVENT") == 1


@given(st.text(max_size=300))
def test_whatever_was_promised_comes_back_from_the_calendar_as_one_line(action: str) -> None:
    (event,) = events(reminder_calendar([reminder(action)], stamp=NOW)).values()
    summary = str(event["summary"])
    assert summary.startswith("Tomasz: ")
    assert "\n" not in summary and "\r" not in summary
    assert (event.decoded("dtstart"), int(event["sequence"])) == (SOON, 0)


# --- nothing breaks on an empty ledger ------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [("commitments", "new"), ("history", "new"), ("due", "new"), ("due", "new", "--as", "ics")],
)
def test_an_empty_ledger_is_told_as_empty(
    home: Path, coach: Coach, command: tuple[str, ...]
) -> None:
    coach.add("new", mentor="Ada Okafor", mentee="Sam Reid", me="mentor")
    assert done(*command)
    assert read(*command) == []
