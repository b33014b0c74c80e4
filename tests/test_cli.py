"""The command line, through the command itself, each test in a home of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_home import (
    DEMO,
    FIRST,
    SECOND,
    after_two_calls,
    agreed,
    done,
    made_once,
    read,
    refused,
    run,
)

from coach.app import Coach
from coach.library import frameworks
from coach.records import Agenda, Relationship
from coach.render.agenda import agenda_page, word_count

pytestmark = pytest.mark.usefixtures("each_call_read_once")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("COACH_HOME", str(folder))
    return folder


@made_once
def with_a_draft() -> str:
    """The pair of the demo, after its first call was read."""
    agreed()
    done("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", FIRST)
    return "robyn"


# --- people --------------------------------------------------------------------------------------


def test_a_home_belongs_to_one_person() -> None:
    assert "coach me" in refused("me")
    done("me", "Lachie Burke", "--zone", "Australia/Sydney")
    assert read("me") == {
        "name": "Lachie Burke",
        "title": None,
        "labels": [],
        "zone": "Australia/Sydney",
    }
    assert "Mars/Base" in refused("me", "Lachie", "--zone", "Mars/Base")


def test_who_i_am_is_told_from_the_owner_of_the_home_or_asked_for() -> None:
    people = ("--mentor", "Robyn Teague", "--mentee", "Lachie Burke")
    assert "--me mentor or --me mentee" in refused("relationship", "add", "robyn", *people)
    done("me", "Lachie Burke", "--zone", "Australia/Sydney")
    added = read("relationship", "add", "robyn", *people)
    assert added["me"] == "mentee"
    assert added["mentee"]["zone"] == "Australia/Sydney"


def test_relationships_are_listed_and_shown() -> None:
    agreed()
    assert "robyn: Robyn Teague and Lachie Burke" in done("relationship", "list")
    shown = done("relationship", "show", "robyn")
    assert "said yes to recaps being kept" in shown
    assert "in transcripts: Speaker 2, Lachie's iPad" in shown
    assert [one["id"] for one in read("relationship", "list")] == ["robyn"]


def test_an_unknown_relationship_is_named_with_those_there_are() -> None:
    agreed()
    assert "'dana'" in (line := refused("agenda", "dana"))
    assert "robyn" in line


# --- after a call --------------------------------------------------------------------------------


def test_without_both_peoples_yes_a_recap_is_shown_and_not_kept() -> None:
    agreed()
    done("relationship", "add", "new", "--mentor", "A B", "--mentee", "C D", "--me", "mentor")
    shown = done("recap", DEMO / "01.txt", "--with", "new", "--held-on", FIRST)
    assert "coach relationship consent new --by both" in shown
    assert read("relationship", "show", "new")["sessions"] == []


def test_a_label_of_nobody_is_named_with_the_way_to_say_whose_it_is() -> None:
    done("relationship", "add", "r", "--mentor", "Robyn", "--mentee", "Lachie", "--me", "mentee")
    call = ("recap", DEMO / "01.txt", "--with", "r", "--held-on", FIRST)
    assert '--label "Speaker 1=ROLE" --label "Speaker 2=ROLE"' in done(*call)
    told = done(*call, "--label", "Speaker 1=mentor", "--label", "Speaker 2=mentee")
    assert "=ROLE" not in told
    assert "Promised by Lachie" in told
    assert "SPEAKER_00=mentor" in refused(*call, "--label", "Speaker 1")


def test_a_call_without_a_day_is_asked_for_one() -> None:
    agreed()
    assert "--held-on" in refused("recap", DEMO / "01.txt", "--with", "robyn")
    naive = refused("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", "2026-02-12T16:30")
    far = refused("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", "2062-02-12")
    assert "No call was held on 2062-02-12: that is still to come." in far
    assert "offset" in naive


def test_a_recap_prints_promises_with_their_words_and_the_next_command() -> None:
    agreed()
    shown = done("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", FIRST)
    assert "Promised by Lachie" in shown
    assert re.search(r"“[^”]+” ?(\([^)]*\) )?\[01#c\d+", shown.replace("\n", " "))
    assert "Next: coach confirm robyn 01" in shown
    assert "for Robyn alone" not in shown
    recap = read("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", FIRST)
    assert {prompt["for"] for prompt in recap["reflections"]} <= {"Lachie Burke"}
    assert set(recap["talk"]["share"]) == {"Lachie Burke"}
    assert recap["held_on"].startswith("2026-02-12")


def test_the_same_call_again_is_the_same_session() -> None:
    agreed()
    call = ("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", FIRST)
    done(*call)
    assert "it is still session 01" in done(*call)


def test_the_source_that_still_holds_withheld_words_is_named_and_can_be_cleaned(
    tmp_path: Path,
) -> None:
    agreed()
    call = ("recap", DEMO / "02.vtt", "--with", "robyn", "--held-on", SECOND)
    assert "02.vtt still holds what was left out" in " ".join(done(*call).split())
    out = tmp_path / "clean.txt"
    done(*call, "--cleaned", out)
    withheld = [item["turn"] for item in read(*call)["withheld"]]
    assert withheld
    lines = out.read_text().splitlines()
    assert all(re.match(r"(Robyn Teague|Lachie Burke): ", line) for line in lines)
    assert out.stat().st_mode & 0o077 == 0
    assert "there is such a file" in refused(*call, "--cleaned", out)


def test_markdown_goes_to_a_file_as_it_is() -> None:
    agreed()
    call = ("recap", DEMO / "02.vtt", "--with", "robyn", "--held-on", SECOND, "--as", "markdown")
    page = done(*call)
    assert page.startswith("# Call 1, Thursday 12 March 2026: draft recap\n")
    assert "## Promised by Lachie" in page


def test_off_a_terminal_confirming_needs_an_option() -> None:
    with_a_draft()
    assert "--all" in refused("confirm", "robyn", "01")
    assert read("commitments", "robyn") == []


def test_confirming_takes_rejects_and_edits() -> None:
    with_a_draft()
    edits = ("--edit", "01#c1", "due=2026-02-20", "--edit", "01#c1 owner=mentor")
    done("confirm", "robyn", "01", "--reject", "01#c2", *edits)
    ledger = {one["id"]: one for one in read("commitments", "robyn")}
    assert "01#c2" not in ledger
    assert ledger["01#c1"]["due"] == "2026-02-20"
    assert ledger["01#c1"]["owner"] == "Robyn Teague"


def test_accepting_some_leaves_the_others_out() -> None:
    with_a_draft()
    told = done("confirm", "robyn", "01", "--accept", "01#c1", "--edit", "01#c3", "due=2026-02-20")
    assert "Left out: 01#c2" in told
    assert {one["id"] for one in read("commitments", "robyn")} == {"01#c1", "01#c3"}
    assert "exclude" in refused("confirm", "robyn", "01", "--all", "--accept", "01#c1")


def test_what_was_entered_before_is_not_said_to_be_left_out() -> None:
    with_a_draft()
    done("confirm", "robyn", "01", "--all")
    told = done("confirm", "robyn", "01", "--accept", "01#c2")
    assert "Left out" not in told
    assert "still there: 01#c1" in told
    told = done("confirm", "robyn", "01", "--reject", "01#c1")
    assert "Left out" not in told
    assert "Taken out, as never promised: 01#c1" in told


def test_a_wrong_edit_says_what_can_be_edited() -> None:
    with_a_draft()
    assert "owner, action, due" in refused("confirm", "robyn", "01", "--edit", "01#c1", "id=x")
    assert "neither of the two" in refused("confirm", "robyn", "01", "--edit", "01#c1", "owner=Z")
    assert "01#c99" in refused("confirm", "robyn", "01", "--accept", "01#c99")


# --- before a call -------------------------------------------------------------------------------


def test_an_agenda_adds_up_and_comes_in_four_forms() -> None:
    after_two_calls()
    prepared = read("agenda", "robyn", "--minutes", "45")
    assert sum(item["minutes"] for item in prepared["items"]) == 45
    assert prepared["role"] == "mentee"
    assert "For Lachie only." in done("agenda", "robyn")
    assert done("agenda", "robyn", "--as", "markdown").startswith("# The next call with Robyn")
    assert len(done("agenda", "robyn", "--as", "message").strip()) <= 900
    assert done("agenda", "robyn", "--as", "ics").startswith("BEGIN:VCALENDAR")
    assert read("agenda", "robyn", "--for", "both")["role"] is None


def test_the_seven_questions_are_asked_one_by_one_and_a_vague_answer_once_more() -> None:
    agreed()
    answers = "Stuff went better\nMeera took half of the reviews on Monday\n" + "\n" * 6
    shown = done("reflect", "robyn", answers=answers)
    assert shown.count("?") == 8
    assert "Kept 1 answer, for your eyes only." in shown
    (answer,) = read("relationship", "export", "robyn")["answers"]
    assert answer["question"] == "PC1"
    assert answer["text"] == "Stuff went better. Meera took half of the reviews on Monday"
    assert answer["visibility"] == "mentee"


@pytest.mark.parametrize(
    "text",
    [
        "1. Four of five lessons\n   went well\nPC7: One plan for April",
        '{"PC1": "Four of five lessons went well", "7": "One plan for April"}',
    ],
)
def test_answers_can_come_from_a_file(text: str, tmp_path: Path) -> None:
    agreed()
    file = tmp_path / "answers.txt"
    file.write_text(text)
    kept = read("reflect", "robyn", "--from", file, "--share")
    assert {answer["question"]: answer["text"] for answer in kept} == {
        "PC1": "Four of five lessons went well",
        "PC7": "One plan for April",
    }
    assert {answer["visibility"] for answer in kept} == {"shared"}


@pytest.mark.parametrize("text", ["9. What?", "Hello", "{1", '{"PC1": 3}', "[[1]]"])
def test_a_file_that_holds_no_answers_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    agreed()
    file = tmp_path / "answers.txt"
    file.write_text(text)
    assert str(file) in refused("reflect", "robyn", "--from", file)


def test_a_brief_for_the_partner_holds_nothing_private(tmp_path: Path) -> None:
    after_two_calls()
    file = tmp_path / "answers.txt"
    file.write_text("7. Whether I should leave teaching in December")
    done("reflect", "robyn", "--from", file)
    assert "leave teaching" in done("agenda", "robyn")
    for form in ("terminal", "markdown", "message", "ics"):
        assert "leave teaching" not in done("agenda", "robyn", "--for", "mentor", "--as", form)
    assert "leave teaching" not in done("agenda", "robyn", "--as", "message")
    assert "leave teaching" not in done("agenda", "robyn", "--as", "ics")


# --- between calls -------------------------------------------------------------------------------


def test_the_ledger_speaks_of_promises_and_never_of_being_overdue() -> None:
    after_two_calls()
    shown = done("commitments", "robyn")
    assert "the day has passed; what became of it is not known here" in shown
    assert "overdue" not in shown.lower()
    assert shown.index("Lachie:") < shown.index("Robyn:")
    assert len(read("commitments", "robyn", "--open")) < len(read("commitments", "robyn"))


def test_a_moved_day_is_shown_as_was_and_now() -> None:
    after_two_calls()
    moved = [
        one["id"]
        for one in read("relationship", "export", "robyn")["commitments"]
        if len({change["fields"]["due"] for change in one["history"] if "due" in change["fields"]})
        > 1
    ]
    assert bool(moved) == ("Was " in done("commitments", "robyn"))


def test_what_is_due_names_its_relationship() -> None:
    after_two_calls()
    found = read("due", "--days", "1")
    assert {one["relationship"] for one in found} == {"robyn"}
    assert "Due until" in done("due")


def test_open_questions_are_answered_one_at_a_time_until_an_empty_line() -> None:
    after_two_calls()
    before = read("ask", "robyn")
    assert before
    done("ask", "robyn", answers="On Friday 3 April, with Deb in the room\n\n")
    assert len(read("ask", "robyn")) == len(before) - 1


def test_a_vague_answer_is_asked_about_once_in_other_words() -> None:
    after_two_calls()
    shown = done("ask", "robyn", answers="soon\nOn Friday 3 April after the sport\n\n")
    assert shown.count("?") in (2, 3)
    kept = read("relationship", "export", "robyn")["answers"]
    assert len({answer["question"] for answer in kept}) == 1
    assert len({answer["asked"] for answer in kept}) == len(kept)


def test_goals_are_listed_with_what_they_lack_and_can_be_replaced() -> None:
    agreed()
    assert "None yet" in done("goals", "robyn")
    done("goals", "robyn", "add", "Year 9 settled", "--measurable", "four lessons of five")
    done("goals", "robyn", "add", "Year 9 at work", "--id", "g1", "--time-bound", "April")
    (goal,) = read("goals", "robyn")
    assert goal["text"] == "Year 9 at work"
    assert "measurable" in goal["gaps"]
    assert 'add "TEXT"' in refused("goals", "robyn", "add")


def test_notes_are_found_with_their_day_their_call_and_their_words() -> None:
    after_two_calls()
    found = [hit["note"] for hit in read("notes", "robyn", "phone calls to parents")["hits"]]
    assert found and all(note["session"] in ("01", "02") for note in found)
    assert all(note["occurred_at"] and note["evidence"][0]["quote"] for note in found)
    shown = done("notes", "robyn", "phone calls to parents")
    days = re.findall(r"^  Thu 12 (?:Feb|Mar)", shown, re.MULTILINE)
    quoted = re.findall(r"”\s+\((?:call )?[12][ )]", shown)
    assert len(days) == len(quoted) == len(found)


# --- keeping and forgetting ----------------------------------------------------------------------


def test_an_export_is_one_json_or_a_folder_of_files(tmp_path: Path) -> None:
    after_two_calls()
    everything = json.loads(done("relationship", "export", "robyn"))
    assert everything["relationship"]["id"] == "robyn"
    folder = tmp_path / "out"
    done("relationship", "export", "robyn", "--to", folder)
    names = ["robyn-01.md", "robyn-02.md", "robyn.csv", "robyn.json", "robyn.md"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert json.loads((folder / "robyn.json").read_text()) == everything
    assert ": recap\n" in (folder / "robyn-01.md").read_text()
    assert all(path.stat().st_mode & 0o077 == 0 for path in (folder, *folder.iterdir()))


def test_erasing_asks_and_says_what_remains_elsewhere() -> None:
    after_two_calls()
    assert "--yes" in refused("relationship", "erase", "robyn")
    shown = " ".join(done("relationship", "erase", "robyn", "--yes").split())
    assert "2 sessions" in shown
    assert "your partner's own copy" in shown
    assert read("relationship", "list") == []


def test_the_doctor_finds_nothing_wrong_after_the_main_job() -> None:
    after_two_calls()
    found = read("doctor")
    assert found["findings"] == []
    assert found["permissions"] is None
    assert found["libraries"]["chromadb"]
    assert "records and index agree" in done("doctor")


def test_the_doctor_mends_an_index_that_was_taken_away(home: Path) -> None:
    after_two_calls()
    read("notes", "robyn", "anything")
    for file in (home / "memory").rglob("*.sqlite3"):
        file.unlink()
    assert run("doctor").exit_code == 1
    done("doctor", "--mend")
    assert read("doctor")["findings"] == []


# --- a language model ----------------------------------------------------------------------------


def test_what_would_be_sent_is_shown_whole_and_nothing_is_sent_or_kept() -> None:
    agreed()
    asked = (
        "recap",
        DEMO / "01.txt",
        "--with",
        "robyn",
        "--held-on",
        FIRST,
        "--engine",
        "openai:some-model",
    )
    shown = done(*asked, "--show-prompt")
    assert "--- request 1, system ---" in shown and "<transcript>" in shown
    estimate = done(*asked, "--estimate")
    assert re.search(r"1 request to openai:some-model, about [\d,]+ tokens", estimate)
    (request,) = read(*asked, "--show-prompt")["requests"]
    assert [message["role"] for message in request] == ["system", "user"]
    assert run("confirm", "robyn", "01", "--all").exit_code == 2, "no session was made"


def test_other_names_are_sent_where_that_is_asked_for() -> None:
    agreed()
    asked = (
        "recap",
        DEMO / "01.txt",
        "--with",
        "robyn",
        "--held-on",
        FIRST,
        "--engine",
        "m",
        "--show-prompt",
    )
    assert "Robyn" in done(*asked)
    assert "Robyn" not in done(*asked, "--pseudonyms")


@pytest.mark.parametrize("command", ["agenda", "roadmap"])
def test_what_an_agenda_or_a_roadmap_would_send_is_shown_and_nothing_private_in_it(
    command: str, tmp_path: Path
) -> None:
    after_two_calls()
    answers = tmp_path / "answers.txt"
    answers.write_text("1. My knee surgery in spring\n", encoding="utf-8")
    done("reflect", "robyn", "--from", answers)
    shown = done(command, "robyn", "--engine", "openai:some-model", "--show-prompt")
    assert "--- request 1, system ---" in shown and "Lachie" in shown
    assert "knee" not in shown
    (request,) = read(command, "robyn", "--engine", "m", "--show-prompt")["requests"]
    assert [message["role"] for message in request] == ["system", "user"]
    assert "Nothing is sent" in run(command, "robyn", "--show-prompt").stderr


def test_the_rules_send_nothing() -> None:
    agreed()
    asked = ("recap", DEMO / "01.txt", "--with", "robyn", "--held-on", FIRST, "--estimate")
    assert "Nothing is sent" in done(*asked, "--engine", "offline")


# --- errors and help -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ("nothing",),
        ("recap",),
        ("recap", "missing.vtt", "--with", "robyn", "--held-on", "2026-01-01"),
        ("recap", "missing.vtt", "--with", "robyn", "--engine", "magic"),
        ("agenda", "robyn", "--engine", "magic"),
        ("agenda", "robyn", "--for", "nobody"),
        ("agenda", "robyn", "--minutes", "5"),
        ("agenda", "robyn", "--on", "soon"),
        ("confirm", "robyn", "07", "--all"),
        ("relationship",),
        ("relationship", "add", "a b", "--mentor", "A", "--mentee", "B", "--me", "mentor"),
        ("relationship", "add", "robyn", "--mentor", "A", "--mentee", "B", "--me", "mentor"),
    ],
)
def test_a_mistake_of_the_users_is_one_line_and_exit_2(args: tuple[str, ...]) -> None:
    agreed()
    line = refused(*args)
    assert line.startswith("coach: ")
    as_json = run(*args, "--json")
    assert set(json.loads(as_json.stderr)) == {"error"}


def test_no_command_raises_a_trace_for_words_that_would_drive_a_terminal(tmp_path: Path) -> None:
    agreed()
    call = tmp_path / "call.txt"
    call.write_text("Speaker 1: Hello.\nSpeaker 2: I'll send \x1b[2Jthe \u202eplan tomorrow.\n" * 3)
    shown = done("recap", call, "--with", "robyn", "--held-on", FIRST)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    raw = done("recap", call, "--with", "robyn", "--held-on", FIRST, "--json")
    assert "\x1b" not in raw
    assert "\u202e" not in raw


def test_a_mistake_of_ours_is_one_line_that_says_how_to_see_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(self: Coach) -> None:
        raise RuntimeError("the moon")

    monkeypatch.setattr(Coach, "relationships", broken)
    line = refused("relationship", "list", code=1)
    assert "RuntimeError: the moon" in line
    assert line.endswith("coach --debug relationship list")
    assert isinstance(run("--debug", "relationship", "list").exception, RuntimeError)


COMMANDS = [
    *"me recap confirm agenda reflect commitments due ask goals notes doctor reindex demo".split(),
    *(f"relationship {name}" for name in "add consent list show export import erase".split()),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example_and_takes_json(command: str) -> None:
    shown = done(*command.split(), "--help")
    assert f"  coach {command}" in shown.partition("Example:")[2]
    assert "--json" in shown


# --- the demo ------------------------------------------------------------------------------------


def test_the_demo_does_the_main_job_and_keeps_nothing(home: Path) -> None:
    shown = done("demo")
    for step in ("recap", "confirm robyn 01", "reflect", "--for mentee", "--for mentor"):
        assert step in shown
    assert "What became of the earlier ones" in shown
    assert shown.count("The next call with") == 2
    assert not home.exists()
    assert max(map(len, shown.splitlines())) <= 100 or "/demo/" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_the_demo_as_json_is_two_recaps_and_two_briefs() -> None:
    shown = read("demo")
    assert [recap["session"] for recap in shown["recaps"]] == ["01", "02"]
    assert [brief["role"] for brief in shown["agendas"]] == ["mentee", "mentor"]


def test_a_brief_of_the_demo_is_read_in_two_minutes() -> None:
    pair = Relationship.model_validate_json((DEMO / "relationship.json").read_text())
    for brief in read("demo")["agendas"]:
        page = agenda_page(Agenda.model_validate(brief), pair, frameworks())
        assert word_count(page) <= 500
