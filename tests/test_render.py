"""Pages and their printers: what a person sees of a recap, an agenda and a ledger."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from rich.console import Console

from coach.promises import Due, Reminder, Step
from coach.records import (
    Agenda,
    AgendaItem,
    ClosingAnswer,
    Commitment,
    Evidence,
    Feedback,
    NextMeeting,
    Person,
    Recap,
    Reflection,
    Relationship,
    Source,
    Talk,
    Update,
    Withheld,
)
from coach.render.agenda import WORDS, agenda_page, word_count
from coach.render.ics import calendar
from coach.render.ledger import due_page, ledger_page
from coach.render.markdown import escape
from coach.render.message import LIMIT, message
from coach.render.page import Line, Page, Quote, Section
from coach.render.recap import recap_page, seen_by
from coach.render.terminal import clean, show

INES, TOMASZ = "Ines Duarte", "Tomasz Wilk"
PAIR = Relationship(
    id="ines-tomasz",
    mentor=Person(name=INES, zone="Europe/Lisbon"),
    mentee=Person(name=TOMASZ, zone="Europe/Warsaw"),
    me="mentee",
)
HELD = date(2025, 3, 3)


def words(quote: str = "I'll write to Ada by Friday.", **more: Any) -> tuple[Evidence, ...]:
    return (Evidence(session="01", turn=4, speaker=TOMASZ, quote=quote, at=61.0, **more),)


def promise(id: str = "01#c1", **fields: Any) -> Commitment:
    given = {"owner": TOMASZ, "action": "Write to Ada", "due": date(2025, 3, 7), **fields}
    return Commitment(id=id, evidence=words(), **given)


def recap(**fields: Any) -> Recap:
    return Recap(relationship=PAIR.id, session="01", held_on=HELD, engine="offline", **fields)


def plain(page: Page, width: int = 80) -> str:
    out = io.StringIO()
    show(page, Console(file=out, width=width, color_system=None))
    return out.getvalue()


# --- printers ------------------------------------------------------------------------------------


def test_a_terminal_page_has_no_trailing_space_and_keeps_its_width() -> None:
    long = "a word and another one " * 12
    line = Line(long, "Fri 7 Mar", (Quote(long, "1 @ 1:01"),), "01#c1", lead=long)
    under = Line("Title", "7:30 pm", under=(line, line))
    page = Page("Title " * 30, long, (Section("Section", (line, under), long),), (long,))
    for width in (60, 80, 120):
        for text in plain(page, width).splitlines():
            assert len(text) <= min(width, 100)
            assert text == text.rstrip()


def test_a_place_is_never_broken_across_lines() -> None:
    page = Page("T", sections=(Section("S", (Line("", "Win", (Quote("x" * 50, "2 @ 1:02"),)),)),))
    for width in range(60, 80):
        assert "(2 @ 1:02)" in plain(page, width)


def test_the_same_text_stands_there_with_and_without_colour() -> None:
    page = recap_page(recap(commitments=(promise(),)), PAIR)
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system="standard")
    with console.capture() as captured:
        show(page, console)

    assert re.sub(r"\x1b\[[0-9;]*m", "", captured.get()) == plain(page)


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_words_of_a_call_can_neither_drive_a_terminal_nor_break_a_line(text: str) -> None:
    page = Page("T", sections=(Section("S", (Line(text, "m", (Quote(text),)),)),))
    shown = plain(page)
    assert clean(shown.replace("\n", "")) == shown.replace("\n", "")
    assert "\n" not in escape(text)


@pytest.mark.parametrize(
    "text",
    ["![x](http://a.b)", "<img src=x>", "[a](b)", "`code`", "# Title", "1. one", "&lt;", "*b*"],
)
def test_markdown_shows_words_and_does_nothing_with_them(text: str) -> None:
    escaped = escape(text)
    assert escaped.replace("\\", "") == text
    assert escaped != text


# --- recap ---------------------------------------------------------------------------------------


def test_a_recap_puts_the_readers_promises_first_and_by_day() -> None:
    draft = recap(
        commitments=(
            promise("01#c1", owner=INES, action="Send the plan"),
            promise("01#c2", due=None, action="Think about it"),
            promise("01#c3", action="Call Bo", due=date(2025, 3, 4)),
        )
    )
    mentee, mentor = (plain(recap_page(draft, PAIR, viewer=role)) for role in ("mentee", "mentor"))
    assert mentee.index("Call Bo") < mentee.index("Think about it") < mentee.index("Send the plan")
    assert mentor.index("Send the plan") < mentor.index("Call Bo")


def test_what_is_not_certain_about_a_promise_stands_beside_it() -> None:
    draft = recap(
        commitments=(
            promise("01#c1", firmness="conditional"),
            promise("01#c2", assigned_by=INES),
            promise("01#c3", owner=None),
        )
    )
    page = plain(recap_page(draft, PAIR), 100)
    assert "[01#c1, conditional]" in page
    assert "said by Ines, not yet by its owner" in page
    assert "Promised, and not known by whom" in page


def test_where_the_words_name_another_day_those_of_its_own_day_stand_beside_them() -> None:
    said = (
        *words("I'll post the outline to you by Thursday."),
        *words("No, Friday, the sixth."),
        *words("So I'm the sheet."),
    )
    moved = promise(action="Post the outline", due_phrase="Friday, the sixth")
    moved = moved.model_copy(update={"evidence": said})
    shown = plain(recap_page(recap(commitments=(moved,)), PAIR))
    assert "by Thursday" in shown and "No, Friday, the sixth" in shown
    assert "the sheet" not in shown


def test_what_moved_is_told_of_the_promise_with_was_and_now() -> None:
    moved = Update(
        commitment="01#c1", status="rescheduled", new_due=date(2025, 3, 28), evidence=words()
    )
    page = plain(recap_page(recap(updates=(moved,)), PAIR, (promise(),)), 100)
    assert "Moved  Tomasz: Write to Ada (was Fri 7 Mar, now Fri 28 Mar)." in page


def test_reflections_and_talk_figures_are_shown_to_their_own_person_only() -> None:
    draft = recap(
        reflections=tuple(
            Reflection(addressee=name, text=f"What did {name} see?", framework="trust")
            for name in (INES, TOMASZ)
        ),
        talk=Talk(share={INES: 0.3, TOMASZ: 0.7}, open_questions={INES: 4}),
    )
    page = plain(recap_page(draft, PAIR, viewer="mentor"))
    assert "What did Ines" in page and "30% of the words" in page
    assert "What did Tomasz" not in page and "70%" not in page
    assert seen_by(draft, PAIR, "mentee").talk.share == {TOMASZ: 0.7}
    assert seen_by(draft, PAIR, None) == draft


def test_withheld_passages_are_counted_and_never_hinted_at() -> None:
    spans = tuple(Withheld(turn=turn, scope="off_record") for turn in (4, 5, 40))
    page = plain(recap_page(recap(withheld=spans), PAIR))
    assert "2 passages" in page
    assert "off_record" not in page and "40" not in page


def test_the_next_call_is_told_on_both_clocks_and_its_aim_once() -> None:
    meeting = NextMeeting(
        date=datetime.fromisoformat("2025-03-17T18:00+01:00"),
        phrase="Monday at six",
        goal="let's look at Ada's answer.",
        evidence=words("Monday at six, and let's look at Ada's answer."),
    )
    page = plain(recap_page(recap(next_meeting=meeting), PAIR), 100)
    assert "Monday 17 March 2025, 6:00 pm (5:00 pm for Ines)." in page
    assert page.count("Ada's answer") == 1
    assert ".." not in page


def feedback(*said: Evidence) -> Feedback:
    return Feedback(giver=TOMASZ, receiver=INES, text="", evidence=said)  # type: ignore[call-arg]


def test_feedback_that_an_answer_quotes_is_shown_once_and_the_rest_of_it_too() -> None:
    (heard,) = words("You heard him out.")
    (thanks,) = words("Thank you for the list.")
    answer = ClosingAnswer(
        kind="useful", text="", who=TOMASZ, evidence=words("Yes. You heard him out.")
    )
    page = plain(recap_page(recap(feedback=(feedback(heard),), useful=(answer,)), PAIR))
    assert page.count("heard him out") == 1 and "Useful" in page and "Feedback" not in page
    page = plain(recap_page(recap(feedback=(feedback(heard, thanks),), useful=(answer,)), PAIR))
    assert page.count("heard him out") == 1 and "Feedback" in page and "the list" in page
    elsewhere = heard.model_copy(update={"turn": 9})
    page = plain(recap_page(recap(feedback=(feedback(elsewhere),), useful=(answer,)), PAIR))
    assert page.count("heard him out") == 2


# --- agenda --------------------------------------------------------------------------------------


def source(n: int, **fields: Any) -> Source:
    given = {
        "text": f"Write the long letter number {n} to everybody",
        "date": date(2025, 3, 1) + timedelta(n),
    }
    quote = f"and I'll write the long letter number {n} to everybody who ever asked for it"
    return Source(
        **{"kind": "commitment", "id": f"01#c{n}", "quote": quote, "session": "01", "at": 61.0}
        | given
        | fields
    )


def agenda(promises: int = 12, **fields: Any) -> Agenda:
    mine, theirs = (tuple(map(source, range(i, i + promises))) for i in (1, 1 + promises))
    private = (Source(kind="answer", id="PC7", quote="whether to leave"),)
    items = (
        AgendaItem(title="Yours", kind="before", minutes=0, owner=TOMASZ, sources=mine),
        AgendaItem(title="A win", kind="win", minutes=10, why="First.", questions=("What went?",)),
        AgendaItem(title="His", kind="follow_through", minutes=20, owner=TOMASZ, sources=mine),
        AgendaItem(title="Hers", kind="follow_through", minutes=20, owner=INES, sources=theirs),
        AgendaItem(title="Close", kind="close", minutes=10, why="Say it back."),
        AgendaItem(title="Not shared", kind="private", minutes=0, sources=private),
    )
    given = {"role": "mentee", "minutes": 60, "items": items, **fields}
    return Agenda(relationship=PAIR.id, **given)


def test_a_brief_has_at_most_500_words_however_much_was_promised() -> None:
    for promises in (1, 12, 14, 24):
        page = agenda_page(agenda(promises), PAIR)
        assert word_count(page) <= WORDS
    assert "coach commitments ines-tomasz --open" in plain(page)


def test_every_open_promise_is_on_a_brief_of_twenty_in_full_or_in_a_few_words() -> None:
    page = " ".join(plain(agenda_page(agenda(10), PAIR)).split())
    assert "more: coach commitments" not in page
    assert all(f"letter number {number} " in page for number in range(1, 21))


def test_ones_own_promises_stand_before_the_call_and_not_again_in_it() -> None:
    page = plain(agenda_page(agenda(2), PAIR), 100)
    assert page.count("letter number 1 to everybody.") == 1
    assert page.index("Yours ─") < page.index("letter number 1") < page.index("The call ─")
    assert "Listed above: done, partly" in page


def test_a_call_with_an_hour_gives_each_item_its_time_on_the_readers_clock() -> None:
    on = datetime.fromisoformat("2025-03-17T18:00+01:00")
    page = plain(agenda_page(agenda(1, on=on, role="mentor"), PAIR), 100)
    assert "Monday 17 March 2025, 5:00 pm (6:00 pm for Tomasz), 60 minutes." in page
    assert "5:00 pm  A win [10 min]" in page
    assert "5:50 pm  Close [10 min]" in page


def test_a_message_leaves_out_what_is_private_or_before_the_call() -> None:
    text = message(agenda(2, on=date(2025, 3, 17)), PAIR)
    assert "Our call on Mon 17 Mar, 60 minutes:" in text
    assert "Open, Tomasz:" in text and "Open, Ines:" in text
    assert "leave" not in text and "Yours" not in text


@given(st.integers(0, 12), st.text(max_size=400), st.integers(1, 40))
@settings(max_examples=40)
def test_a_message_has_at_most_900_characters(promises: int, title: str, items: int) -> None:
    some = agenda(promises)
    more = tuple(AgendaItem(title=title, kind="topic", minutes=1) for _ in range(items))
    long = some.model_copy(update={"items": some.items + more})
    assert len(message(long, PAIR)) <= LIMIT


def test_a_calendar_holds_the_call_and_every_promise_with_a_day() -> None:
    on = datetime.fromisoformat("2025-03-17T18:00+01:00")
    reminders = [Reminder(PAIR, promise(), "01#c1", 2)]
    stamp = datetime(2025, 3, 3, 12, tzinfo=UTC)
    texts = {calendar(agenda(1, on=on), PAIR, reminders, stamp=stamp) for _ in range(2)}
    (text,) = texts
    read = Calendar.from_ical(text)
    event, day = read.walk("VEVENT")
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=60)
    assert str(event["summary"]) == "Call: Ines"
    assert "leave" not in event["description"]
    assert day.decoded("dtstart") == date(2025, 3, 7)
    assert (str(day["summary"]), int(day["sequence"])) == ("Tomasz: Write to Ada", 2)
    assert {str(part["class"]) for part in (event, day)} == {"PRIVATE"}


def test_a_calendar_without_a_day_holds_the_promises_alone() -> None:
    reminders = [Reminder(PAIR, promise(), "01#c1", 0)]
    text = calendar(agenda(1), PAIR, reminders, stamp=datetime(2025, 3, 3, tzinfo=UTC))
    assert text.count("BEGIN:VEVENT") == 1
    assert "Write to Ada" in text


# --- ledger --------------------------------------------------------------------------------------


def test_a_day_that_has_passed_is_told_as_not_known_and_not_as_late() -> None:
    ledger = (promise("01#c1"), promise("01#c2", due=date(2025, 4, 1)), promise("01#c3", due=None))
    page = plain(ledger_page(ledger, PAIR, today=date(2025, 3, 20)), 100)
    assert "Tomasz: the day has passed; what became of it is not known here" in page
    assert page.index("01#c1") < page.index("Tomasz: open") < page.index("01#c2")
    assert not {"overdue", "late", "missed"} & set(page.lower().split())


def test_a_day_of_another_year_says_its_year() -> None:
    page = plain(ledger_page((promise(),), PAIR, today=date(2026, 3, 20)))
    assert "Fri 7 Mar 2025" in page


def test_a_moved_promise_says_was_and_now() -> None:
    made = Step(
        commitment="01#c1", what="promised", at=HELD, session="01", now={"due": "2025-03-05"}
    )
    page = plain(ledger_page((promise(),), PAIR, today=HELD, lives={"01#c1": [made]}), 100)
    assert "Was Wed 5 Mar, now Fri 7 Mar." in page


def test_what_is_due_stands_by_relationship_own_first() -> None:
    ledger = (promise("01#c1", owner=INES), promise("01#c2"))
    page = plain(due_page([Due(PAIR, ledger)], today=HELD, until=date(2025, 3, 10)))
    assert page.index("Tomasz:") < page.index("Ines:")
    assert "Due until Monday 10 March 2025" in page
    empty = plain(due_page([], today=HELD, until=HELD))
    assert "Nothing has a day until then." in empty
