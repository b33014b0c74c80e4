"""What was left out of a draft: why, whose silence it was, and saying that it was no secret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_home import done, read, refused

from coach.discretion import to_withheld, withheld_spans
from coach.records import Transcript, Turn

pytestmark = pytest.mark.usefixtures("each_call_read_once")

CALL = """\
Dana: Hello Karthik, how did the demo go on Tuesday?
Karthik: Good, they asked about the price. I'll send you the pricing sheet by Friday.
Dana: Good. I'll read it on Monday.
Karthik: Off the record, I had an interview at Brightwell. Second round is on the ninth.
Karthik: I told Brightwell I could start in March.
Dana: Brightwell would be lucky. I applied at Brightwell myself once.
Karthik: Right, you can write again. I will write the pilot plan by next Wednesday.
Dana: Please do. Between us, I'm moving to Lisbon in May, and Lisbon is far.
Karthik: Oh, Lisbon.
Dana: Okay, back on the record. I'll introduce you to Femi this week.
"""
MINE, ANSWERED, THEIRS = 3, 5, 7
"""Turns: own words under one's own silence, the other's answer to it, and the other's own."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Karthik's, and his call beside it."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("call.txt").write_text(CALL, encoding="utf-8")
    names = ("--mentor", "Dana Whitfield", "--mentee", "Karthik Subramanian", "--me", "mentee")
    done("relationship", "add", "dana", *names)
    done("relationship", "consent", "dana", "--by", "both")
    return tmp_path


def recapped(*more: str) -> str:
    return done("recap", "call.txt", "--with", "dana", "--held-on", "2025-08-21", *more)


def kept_words() -> str:
    return str(read("strike", "dana", "01"))


def test_a_draft_tells_whose_silence_it_was_where_and_by_which_words(home: Path) -> None:
    told = " ".join(recapped().split())
    assert "Turns 3–5: words of 3 turns (2 of Karthik, 1 of Dana)." in told
    assert "Kept for Karthik, announced in turn 3 by “off the record”." in told
    assert "Kept for Dana, announced in turn 7 by “between us”." in told
    assert "Brightwell" not in told and "Lisbon" not in told


def test_the_words_of_a_cue_that_are_of_no_fixed_list_are_not_told() -> None:
    lines = ("Right.", "Ottoline pawned the harmonium. Don't tell Bartholomew, please.", "Oh no.")
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(lines))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    names = [turn.speaker for turn in turns]
    places = to_withheld(withheld_spans(call, names), call, names)
    assert {place.cue for place in places} == {"don't tell"}
    assert "artholomew" not in str(places)


@pytest.mark.parametrize(
    "secret",
    [
        "I delete the recordings so nobody notices.",
        "My brother can't write and I sign for him so nobody notices.",
        "I cut her out of the minutes so nobody notices.",
        "I write the notes with my trust in him so nobody sees me.",
        "I switch the recorder off in my one-to-ones so nobody notices.",
        "Nobody knows I hear people others can't hear.",
        "Not a word to Will or Hope, I'm leaving.",
    ],
)
def test_a_cue_tells_no_deed_and_no_name_of_harmless_words(secret: str) -> None:
    lines = ("Right, next.", secret, "Oh no. Since when?", "Since March, it was awful.")
    turns = tuple(Turn(speaker="AB"[n % 2], text=text) for n, text in enumerate(lines))
    call = Transcript(turns=turns, source="call.txt", format="turns")
    names = [turn.speaker for turn in turns]
    places = to_withheld(withheld_spans(call, names), call, names)
    assert places and {place.cue for place in places} <= {"", "nobody knows", "not a word"}


def test_after_the_yes_only_places_are_kept(home: Path) -> None:
    recapped()
    done("confirm", "dana", "01", "--all")
    kept: Any = read("show", "dana", "01")["withheld"]
    assert kept and not any(one.get("cue") or one.get("asked_by") for one in kept)
    assert "announced in turn" not in done("show", "dana", "01")


def test_one_opens_alone_what_one_said_under_ones_own_silence(home: Path) -> None:
    recapped()
    recapped("--not-secret", str(MINE))
    assert "interview at Brightwell" in kept_words()
    assert "start in March" not in kept_words(), "only the named turns are opened"


def test_what_was_opened_stays_open_when_the_file_is_read_again(home: Path) -> None:
    recapped()
    recapped("--not-secret", str(MINE))
    recapped()
    assert "interview at Brightwell" in kept_words()


@pytest.mark.parametrize("turn", [ANSWERED, THEIRS])
def test_where_the_partner_speaks_or_asked_for_silence_it_takes_both(home: Path, turn: int) -> None:
    recapped()
    line = refused("recap", "call.txt", "--with", "dana", "--not-secret", str(turn))
    assert "both" in line
    recapped("--not-secret", str(turn), "--by", "both")
    assert ("applied at Brightwell" if turn == ANSWERED else "moving to Lisbon") in kept_words()


def test_a_turn_that_both_asked_silence_for_takes_both(home: Path) -> None:
    asked_again = CALL.replace("Brightwell would be lucky.", "That stays between us.")
    Path("call.txt").write_text(
        asked_again.replace("Right, you", "Brightwell said yes. Right, you"), encoding="utf-8"
    )
    recapped()
    assert "both" in refused("recap", "call.txt", "--with", "dana", "--not-secret", "6")


@pytest.mark.parametrize(
    ("told", "turn"),
    [
        (("I had an interview at Brightwell.", "That stays between us, I went there too."), 3),
        (("I had an interview.", "I'm moving to Lisbon.", "Lisbon! Before the merger?"), 5),
    ],
    ids=["asked for afterwards", "says again what the partner told"],
)
def test_what_the_partner_told_or_asked_to_keep_is_not_opened_alone(
    home: Path, told: tuple[str, ...], turn: int
) -> None:
    names = ("Karthik: Off the record, ", "Dana: ", "Karthik: ")
    lines = [name + text for name, text in zip(names, told, strict=False)]
    head = CALL.splitlines()[:3]
    tail = CALL.splitlines()[-1]
    Path("call.txt").write_text("\n".join((*head, *lines, tail)), encoding="utf-8")
    recapped()
    assert "both" in refused("recap", "call.txt", "--with", "dana", "--not-secret", str(turn))


def test_a_secret_of_the_partner_is_not_opened_where_one_names_it_under_ones_own(
    home: Path,
) -> None:
    more = (
        "Karthik: Off the record, Femi goes to Lisbon as well.\nDana: Okay, back on the record.\n"
    )
    Path("call.txt").write_text(CALL + more, encoding="utf-8")
    recapped()
    assert "both" in refused("recap", "call.txt", "--with", "dana", "--not-secret", "10")


def test_in_another_file_of_the_call_its_own_draft_says_first_what_was_left_out(
    home: Path,
) -> None:
    recapped()
    Path("call.txt").write_text(CALL.partition("\n")[2], encoding="utf-8")
    line = refused("recap", "call.txt", "--with", "dana", "--not-secret", str(MINE))
    assert "no call with these turns was read here" in line
    assert len(read("show", "dana", "01")["withheld"]) and "start in March" not in kept_words()


def test_a_strike_goes_before_it(home: Path) -> None:
    recapped()
    recapped("--not-secret", str(MINE))
    done("strike", "dana", "01", "--turns", str(MINE), "--yes")
    assert "interview" not in kept_words()
    recapped()
    assert "interview" not in kept_words()
    line = refused("recap", "call.txt", "--with", "dana", "--not-secret", f"{MINE}-4")
    assert "Struck, and out for good: turn 3" in line


@pytest.mark.parametrize(
    ("turns", "why"),
    [
        ("99", "turns 0 to 9"),
        ("3-999999999", "turns 0 to 9"),
        ("0", "nothing is left out there"),
        ("3,1", "nothing is left out there"),
        ("5-3", "write turns such as"),
        ("three", "write turns such as"),
        ("", "write turns such as"),
        (",", "write turns such as"),
        ("-3", "write turns such as"),
        ("٣", "write turns such as"),
    ],
)
def test_turns_that_make_no_sense_are_refused_in_one_line(home: Path, turns: str, why: str) -> None:
    recapped()
    assert why in refused("recap", "call.txt", "--with", "dana", f"--not-secret={turns}")
    assert "interview" not in kept_words()


def test_without_the_file_nothing_can_be_opened(home: Path) -> None:
    from coach import Coach
    from coach.errors import UserError

    recapped()
    with Coach() as coach:
        call = coach.store.sessions.get("dana", "01")
        with pytest.raises(UserError, match="give the file"):
            coach.recap(call, who="dana", not_secret=[range(3, 4)])


def test_what_was_struck_or_left_out_is_never_stored_for_it(home: Path) -> None:
    recapped()
    words = b"".join(file.read_bytes() for file in home.rglob("home/**/*") if file.is_file())
    assert b"Brightwell" not in words and b"Lisbon" not in words


# --- taken back ----------------------------------------------------------------------------------


def test_what_was_opened_is_left_out_again_before_the_yes(home: Path) -> None:
    before = recapped()
    recapped("--not-secret", f"{MINE},4")
    opened = recapped()
    assert "turn 3-4. To leave it out again" in " ".join(opened.split())
    recapped("--secret", str(MINE))
    assert "interview" not in kept_words() and "start in March" in kept_words()
    assert recapped("--secret", str(MINE)), "it is left out already, as was asked"
    recapped("--secret", "3-4")
    assert_no_byte(home, b"Brightwell")
    assert "--secret" not in recapped() and "Turns 3–5: words of 3 turns" in before
    assert "Turns 3–5: words of 3 turns" in recapped()


def test_what_both_opened_either_leaves_out_again(home: Path) -> None:
    recapped()
    recapped("--not-secret", str(THEIRS), "--by", "both")
    recapped("--secret", str(THEIRS))
    assert_no_byte(home, b"Lisbon")


def test_after_the_yes_a_strike_takes_back_what_was_opened(home: Path) -> None:
    recapped()
    recapped("--not-secret", str(MINE))
    done("confirm", "dana", "01", "--all")
    line = refused("recap", "call.txt", "--with", "dana", "--secret", str(MINE))
    assert "you said yes to this call since" in line
    assert f"coach strike dana 01 --turns {MINE}" in line and "interview" in kept_words()
    done("strike", "dana", "01", "--turns", str(MINE), "--yes")
    assert "interview" not in kept_words()


def test_what_was_opened_after_the_yes_is_left_out_again_before_the_next_one(home: Path) -> None:
    recapped()
    done("confirm", "dana", "01", "--all")
    recapped("--not-secret", str(MINE))
    recapped("--secret", str(MINE))
    assert_no_byte(home, b"Brightwell")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--secret", "1"), "coach strike dana 01 --turns 1"),
        (("--secret", "77"), "turns 0 to 9"),
        (("--secret", "x"), "write turns such as"),
        (("--secret", "3", "--not-secret", "3-4"), "Turn 3: a secret, or none?"),
    ],
)
def test_what_cannot_be_left_out_again_is_told_in_a_line(
    home: Path, more: tuple[str, ...], why: str
) -> None:
    recapped()
    recapped("--not-secret", str(MINE))
    assert why in refused("recap", "call.txt", "--with", "dana", *more)
    assert "interview" in kept_words()


def test_of_a_call_that_was_never_read_nothing_is_left_out_again(home: Path) -> None:
    assert "was read here" in refused(
        "recap", "call.txt", "--with", "dana", "--held-on", "2025-08-21", "--secret", "3"
    )


def assert_no_byte(home: Path, word: bytes) -> None:
    kept = b"".join(file.read_bytes() for file in home.rglob("home/**/*") if file.is_file())
    assert word not in kept and word.decode() not in kept_words()


# --- whose words they are ------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["in the same command", "before", "with the pair"])
def test_a_label_that_was_only_said_to_be_mine_opens_nothing_alone(home: Path, when: str) -> None:
    Path("call.txt").write_text(CALL.replace("Dana:", "SPEAKER_00:"), encoding="utf-8")
    mine = ("--label", "SPEAKER_00=mentee")
    if when == "with the pair":
        names = ("--mentor", "Dana Whitfield", "--mentee", "Karthik Subramanian", "--me", "mentee")
        done("relationship", "erase", "dana", "--yes")
        done("relationship", "add", "dana", *names, "--mentee-label", "SPEAKER_00")
        done("relationship", "consent", "dana", "--by", "both")
    recapped(*(mine if when == "before" else ()))
    more = mine if when == "in the same command" else ()
    line = refused("recap", "call.txt", "--with", "dana", *more, "--not-secret", str(THEIRS))
    assert "'SPEAKER_00' is you was said here" in line and "--by both" in line
    assert "Lisbon" not in kept_words()
    recapped("--not-secret", str(THEIRS), "--by", "both")
    assert "Lisbon" in kept_words()


def test_a_label_said_to_be_mine_opens_not_even_what_stands_under_my_name(home: Path) -> None:
    Path("call.txt").write_text(CALL.replace("Dana: Hello", "SPEAKER_00: Hello"), encoding="utf-8")
    recapped("--label", "SPEAKER_00=mentee")
    assert "--by both" in refused("recap", "call.txt", "--with", "dana", "--not-secret", str(MINE))


def test_where_the_labels_may_stand_the_wrong_way_round_it_takes_both(home: Path) -> None:
    swapped = CALL.replace("Karthik:", "x:").replace("Dana:", "Karthik:").replace("x:", "Dana:")
    greeted = "Karthik: Thanks, Karthik.\nDana: Thanks, Dana.\nKarthik: Bye, Karthik.\n"
    Path("call.txt").write_text(swapped + greeted, encoding="utf-8")
    recapped()
    line = refused("recap", "call.txt", "--with", "dana", "--not-secret", str(THEIRS))
    assert "wrong way round" in line


def test_where_all_stands_under_my_name_nothing_is_mine_alone(home: Path) -> None:
    Path("call.txt").write_text(CALL.replace("Dana:", "Karthik:"), encoding="utf-8")
    recapped()
    line = refused("recap", "call.txt", "--with", "dana", "--not-secret", str(THEIRS))
    assert "Nothing here is said by Dana Whitfield" in line and "Lisbon" not in kept_words()


def test_another_label_of_the_partner_takes_nothing_from_what_is_mine_by_name(home: Path) -> None:
    Path("call.txt").write_text(CALL.replace("Dana:", "SPEAKER_00:"), encoding="utf-8")
    recapped("--label", "SPEAKER_00=mentor")
    recapped("--not-secret", str(MINE))
    assert "interview at Brightwell" in kept_words()
