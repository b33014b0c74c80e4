"""What one home tells the other: one file, taken once, its owner's word on each promise."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_homes import (
    CALL,
    DANA,
    DAY,
    KARTHIK,
    LATER,
    LATER_DAY,
    NOW,
    everything,
    hear,
    home,
    home_after_a_call,
    later,
    told,
)

from coach.app import Coach, clock
from coach.errors import ConsentError, UnknownError, UserError
from coach.records import Agreement, Goal, Shared, SharedGoal, SharedPromise, SharedQuote
from coach.render.exchange import brought_page, shared_text
from coach.render.terminal import HIDDEN
from coach.sharing import read_shared

pytestmark = pytest.mark.usefixtures("each_call_read_once", "in_the_story")


@pytest.fixture
def karthik(tmp_path: Path) -> Iterator[Coach]:
    with home(tmp_path, "mentee") as coach:
        yield coach


@pytest.fixture
def after_a_call(tmp_path: Path) -> Iterator[Coach]:
    """Dana's home, in which she confirmed a call of her own."""
    with home_after_a_call(tmp_path, "mentor") as coach:
        yield coach


@pytest.fixture
def dana(tmp_path: Path) -> Iterator[Coach]:
    with home(tmp_path, "mentor") as coach:
        yield coach


def ledger(coach: Coach) -> dict[str, str]:
    (who,) = [one.id for one in coach.relationships()]
    return {c.action: c.status for c in coach.commitments(who)}


# --- whose word ----------------------------------------------------------------------------------


def test_a_promise_of_the_sender_is_confirmed_and_one_said_of_the_receiver_is_only_heard(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    who, brought = dana.receive(told(karthik, tmp_path))
    assert who == "karthik" and brought.sender == KARTHIK
    assert {c.owner for c in brought.theirs} == {KARTHIK} and len(brought.theirs) == 2
    assert [c.owner for c in brought.heard] == [DANA]
    assert {c.owner for c in dana.commitments(who)} == {KARTHIK}
    (waiting,) = dana.heard(who)
    assert (waiting.heard_from, waiting.owner) == (KARTHIK, DANA)
    agenda = dana.agenda(who).model_dump_json() + dana.roadmap(who).model_dump_json()
    assert "rota" not in agenda and "rota" not in shared_text(dana.share(who))


def test_its_owner_says_yes_to_what_was_heard_and_then_it_counts(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    file = told(karthik, tmp_path)
    dana.receive(file)
    (waiting,) = dana.heard("karthik")
    with pytest.raises(UnknownError, match="99#c9"):
        dana.own("karthik", accept=["99#c9"])
    (mine,) = dana.own("karthik")
    assert mine.id == waiting.id and mine.heard_from is None and dana.heard("karthik") == ()
    assert mine in dana.commitments("karthik")
    assert "rota" in shared_text(dana.share("karthik"))
    before = everything(dana)
    assert not dana.receive(file)[1].is_news
    assert everything(dana) == before


def test_what_its_owner_refuses_does_not_come_back(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    file = told(karthik, tmp_path)
    dana.receive(file)
    dana.own("karthik", reject=[c.id for c in dana.heard("karthik")])
    brought = dana.receive(file)[1]
    assert not brought.is_news and brought.differs == ()
    assert dana.heard("karthik") == () and "rota" not in json.dumps(list(ledger(dana)))


def test_the_same_promise_in_both_homes_is_one(karthik: Coach, dana: Coach, tmp_path: Path) -> None:
    hear(karthik, tmp_path)
    other_export = CALL.replace("Dana:", "Dana W:").replace(
        "How was the week?", "Hi.\nKarthik: Hi."
    )
    hear(dana, tmp_path, other_export.replace("Dana W:", "Dana:"), "2025-09-02")
    before = everything(dana)
    assert not dana.receive(told(karthik, tmp_path))[1].is_news
    assert everything(dana) == before and len(ledger(dana)) == 3


def test_a_later_word_of_its_owner_is_taken_and_of_ones_own_nothing_is(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for coach in (karthik, dana):
        hear(coach, tmp_path)
    old = told(karthik, tmp_path, "old.md")
    later(monkeypatch, 1)
    for one in karthik.commitments("dana"):
        karthik.store.ledger.edit("dana", one.id, clock.now(), status="done")
    later(monkeypatch, 2)
    new = told(karthik, tmp_path, "new.md")
    _, brought = dana.receive(new)
    assert [(was.status, now.status) for was, now in brought.settled] == [("open", "done")] * 2
    assert [one.there for one in brought.differs] and "rota" in brought.differs[0].what
    now = ledger(dana)
    assert sorted(now.values()) == ["done", "done", "open"]
    before = everything(dana)
    for file in (new, old, new, old):
        assert not dana.receive(file)[1].is_news
        assert everything(dana) == before
    history = dana.store.ledger.history("karthik", "01#c1")
    assert history[-1].origin == KARTHIK and history[-1].session is None


def test_files_in_any_order_lead_to_the_newest(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear(karthik, tmp_path)
    files = [told(karthik, tmp_path, "0.md")]
    for day, status in enumerate(("partly", "done"), 1):
        later(monkeypatch, day)
        karthik.store.ledger.edit("dana", "01#c1", clock.now(), status=status)
        files.append(told(karthik, tmp_path, f"{day}.md"))
    for order in ((2, 0, 1, 2), (0, 2, 1, 0)):
        dana.erase("karthik")
        home(tmp_path, "mentor").close()
        for number in order:
            dana.receive(files[number])
        assert "done" in ledger(dana).values() and "partly" not in ledger(dana).values()


def test_a_call_that_is_read_later_takes_the_place_of_what_was_heard_of_it(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear(karthik, tmp_path)
    later(monkeypatch, 1)
    karthik.store.ledger.edit("dana", "01#c1", clock.now(), status="done")
    file = told(karthik, tmp_path)
    dana.receive(file)
    hear(dana, tmp_path)
    assert [session.id for session in dana.store.sessions.list("karthik")] == ["02"]
    assert sorted(ledger(dana).values()) == ["done", "open", "open"]
    assert dana.heard("karthik") == () and not dana.receive(file)[1].is_news


def test_after_a_call_that_only_the_partners_file_tells_of_it_is_no_first_meeting_any_more(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    assert "rapport" in {item.kind for item in dana.agenda("karthik", role="mentor").items}
    dana.receive(told(karthik, tmp_path))
    dana.own("karthik")
    items = dana.agenda("karthik", role="mentor").items
    assert "rapport" not in {item.kind for item in items}
    assert "budget" in str([item.sources for item in items if item.kind == "follow_through"])
    assert items[0].why.endswith("No call is read here yet.")


def test_a_later_call_reads_promises_that_came_by_file_as_earlier_ones(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    dana.receive(told(karthik, tmp_path))
    hear(dana, tmp_path, LATER, LATER_DAY)
    assert ledger(dana)[next(action for action in ledger(dana) if "budget" in action)] == "done"


# --- goals and the next day ----------------------------------------------------------------------


def test_goals_are_merged_and_what_both_filled_in_is_shown_and_stays(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    karthik.add_goal("dana", Goal(id="g1", text="Run the design review alone", time_bound="May"))
    karthik.add_goal("dana", Goal(id="g2", text="Write fewer lines of code", relevant="time"))
    mine = Goal(id="g7", text="Run design reviews alone", time_bound="June", specific="Wednesdays")
    dana.add_goal("karthik", mine)
    _, brought = dana.receive(told(karthik, tmp_path))
    assert [goal.text for goal in brought.goals] == ["Write fewer lines of code"]
    assert [(one.here, one.there) for one in brought.differs] == [("June", "May")]
    assert dana.relationship("karthik").goals[0] == mine
    _, brought = karthik.receive(told(dana, tmp_path))
    assert [goal.specific for goal in brought.goals] == ["Wednesdays"]
    assert karthik.relationship("dana").goals[0].time_bound == "May"
    assert not karthik.receive(told(dana, tmp_path))[1].is_news


def test_the_next_day_is_known_from_the_file_until_a_call_says_it(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path, LATER, LATER_DAY)
    assert dana.agenda("karthik").on is None
    dana.receive(told(karthik, tmp_path))
    assert dana.agenda("karthik").on == date(2025, 10, 1)
    hear(dana, tmp_path, LATER.replace("first of", "second of"), LATER_DAY)
    assert dana.agenda("karthik").on == date(2025, 10, 2)
    _, brought = dana.receive(told(karthik, tmp_path))
    assert not brought.is_news and "next call" in brought.differs[0].what.casefold()


# --- what does not go, and is not taken ----------------------------------------------------------


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_without_the_yes_of_both_nothing_is_shared_or_taken(
    who: Any, karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    file = told(karthik, tmp_path)
    dana.withdraw("karthik", who)
    karthik.withdraw("dana", who)
    with pytest.raises(ConsentError, match="both people"):
        karthik.share("dana")
    with pytest.raises(ConsentError, match="both people"):
        dana.receive(file)
    assert ledger(dana) == {}


def test_a_subject_off_limits_in_either_home_goes_through_no_file(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path)
    open_ = told(karthik, tmp_path)
    for coach, who in ((karthik, "dana"), (dana, "karthik")):
        pair = coach.relationship(who)
        agreed = Agreement(off_limits=("the cable supplier",))
        coach.store.relationships.replace(pair.model_copy(update={"agreement": agreed}))
    assert "supplier" not in shared_text(karthik.share("dana"))
    _, brought = dana.receive(open_)
    assert brought.off_limits == 1 and "supplier" not in json.dumps(everything(dana)["commitments"])


@pytest.mark.parametrize("kept", [True, False], ids=["text here", "text gone"])
def test_what_was_struck_here_does_not_come_back_with_a_file(
    kept: bool, karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for coach in (karthik, dana):
        hear(coach, tmp_path)
    dana.strike("karthik", "01", subject="supplier")
    if not kept:
        dana.store.let_go(NOW + timedelta(days=99), 30)
    assert (dana.store.sessions.transcript("karthik", "01") is not None) is kept
    _, brought = dana.receive(told(karthik, tmp_path))
    assert brought.struck == 1 and not brought.is_news
    assert "supplier" not in json.dumps(everything(dana))


def test_only_confirmed_things_go_and_only_those_that_are_meant_to(
    karthik: Coach, tmp_path: Path
) -> None:
    hear(karthik, tmp_path, reject=["01#c2"])
    file = tmp_path / "later.txt"
    file.write_text(LATER, encoding="utf-8")
    karthik.recap(file, who="dana", held_on=LATER_DAY)  # a draft
    told_ = json.loads(karthik.share("dana").model_dump_json())
    assert set(told_) == {
        *("coach", "version", "sender", "mentor", "mentee", "made_at"),
        *("promises", "goals", "next_call"),
    }
    assert {promise["id"] for promise in told_["promises"]} == {"01#c1", "01#c3"}
    assert "press" not in json.dumps(told_) and "rota" not in json.dumps(told_)


# --- the paper -----------------------------------------------------------------------------------

words = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp"]), min_size=1)
texts = words.map(lambda text: " ".join(text.split())).filter(bool)
days = st.dates(date(2001, 1, 1), date(2025, 9, 19))
quotes = st.builds(
    SharedQuote,
    speaker=st.sampled_from([DANA, KARTHIK]),
    quote=texts,
    turn=st.integers(0, 999),
    at=st.none() | st.floats(0, 9_999).map(lambda seconds: round(seconds, 2)),
)
promises = st.builds(
    SharedPromise,
    id=st.just("01#c1"),
    owner=st.sampled_from([DANA, KARTHIK]),
    action=texts,
    due=st.none() | days,
    due_phrase=st.none() | texts,
    promised_on=days,
    as_of=days,
    joint_with=st.none(),
    evidence=st.lists(quotes, max_size=2).map(tuple),
)
files = st.builds(
    Shared,
    sender=st.sampled_from(["mentor", "mentee"]),
    mentor=st.just(DANA),
    mentee=st.just(KARTHIK),
    made_at=st.just(NOW),
    promises=promises.map(lambda one: (one,)),
    goals=st.lists(st.builds(SharedGoal, text=texts, specific=st.none() | texts), max_size=2).map(
        tuple
    ),
)


def wrapped(text: str) -> str:
    return "\n".join(
        part
        for line in text.split("\n")
        for part in textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""]
    )


MANGLED = {
    "as it is": lambda text: text.encode(),
    "windows": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "hard spaces": lambda text: text.replace("  ", "\xa0 ").replace(" ", "\xa0").encode(),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")).encode(),
    "quoted twice": lambda text: "\n".join(f">> {line}" for line in text.split("\n")).encode(),
    "wrapped": lambda text: wrapped(text).encode(),
    "wrapped and quoted": lambda text: re.sub("^", "> ", wrapped(text), flags=re.M).encode(),
    "curly": lambda text: re.sub('"([^"\n]*)"', "\u201c\\1\u201d", text).encode(),
    "no fence": lambda text: text.replace("```json", "").replace("```", "").encode(),
    "in a mail": lambda text: f"Hi Dana, {{see}} below.\n\n{text}\n\nBest, K. {{}}\n".encode(),
    "latin-1": lambda text: text.encode("latin-1", "replace"),
    "no line ends": lambda text: text.rstrip().encode(),
}


@pytest.mark.parametrize("way", MANGLED)
@given(shared=files)
def test_a_file_reads_the_same_after_whatever_mail_and_chat_do_to_it(
    way: str, shared: Shared, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = shared_text(shared)
    if way == "curly" and '\\"' in text:
        return  # no program turns an escaped mark; the others go
    file = tmp_path_factory.mktemp("mail") / "shared.md"
    file.write_bytes(MANGLED[way](text))
    assert read_shared(file, NOW) == shared


@given(shared=files)
def test_the_part_for_people_says_what_the_part_for_the_coach_says(shared: Shared) -> None:
    readable = shared_text(shared).partition("```json")[0].replace("\\", "")
    for promise in shared.promises:
        for word in re.findall(r"[a-z]{3,}", promise.action):
            assert word in readable
    assert not HIDDEN.search(shared_text(shared).replace("\n", ""))


def test_the_file_stands_for_itself(karthik: Coach, tmp_path: Path) -> None:
    hear(karthik, tmp_path, LATER, LATER_DAY)
    text = shared_text(karthik.share("dana"))
    for line in (
        f"# What {DANA} and {KARTHIK} promised each other",
        "As Karthik has it on Sat 20 Sep 2025. Only what was confirmed; nothing private.",
        "## Promised by Karthik",
        "## Next call",
        "coach receive FILE",
    ):
        assert line in text
    assert text.isascii() or ("```json" in text and text.partition("```json")[2].isascii())


# --- hostile files -------------------------------------------------------------------------------


def base() -> dict[str, Any]:
    quote = {"speaker": KARTHIK, "quote": "I'll send the budget.", "turn": 1, "at": 3.5}
    promise = {
        "id": "01#c1",
        "owner": KARTHIK,
        "action": "Send the budget",
        "due": "2025-09-30",
        "promised_on": DAY,
        "as_of": DAY,
        "evidence": [quote],
    }
    return {
        "coach": "shared",
        "version": 1,
        "sender": "mentee",
        "mentor": DANA,
        "mentee": KARTHIK,
        "made_at": NOW.isoformat(),
        "promises": [promise],
        "goals": [],
        "next_call": {"on": "2025-10-01", "agreed_on": DAY},
    }


def bent(*path: Any, to: Any) -> dict[str, Any]:
    """The file with one value changed."""
    found = base()
    at: Any = found
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return found


P = ("promises", 0)
FORGED: dict[str, Any] = {
    "another pair": bent("mentor", to="Wilma Ott"),
    "roles turned round": bent("mentor", to=KARTHIK) | {"mentee": DANA},
    "one name": bent("mentor", to=KARTHIK),
    "from this home": bent("sender", to="mentor"),
    "an owner who is neither": bent(*P, "owner", to="Maureen Doyle"),
    "a speaker who is neither": bent(*P, "evidence", 0, "speaker", to="Maureen Doyle"),
    "joint with a stranger": bent(*P, "joint_with", to="Maureen Doyle"),
    "no owner": bent(*P, "owner", to=None),
    "two of one id": bent("promises", to=base()["promises"] * 2),
    "a path for an id": bent(*P, "id", to="../../01#c1"),
    "a status of ours": bent(*P, "status", to="draft"),
    "a status of nobody's": bent(*P, "status", to="OVERDUE"),
    "a field too many": bent(*P, "heard_from", to=None),
    "a note": base() | {"notes": ["x"]},
    "a day that is none": bent(*P, "due", to="2025-02-30"),
    "a day far ahead": bent(*P, "due", to="9999-12-31"),
    "a day long ago": bent(*P, "due", to="0001-01-01"),
    "a call after the file": bent(*P, "promised_on", to="2026-01-01"),
    "a change after the file": bent(*P, "as_of", to="9999-12-31"),
    "a call in the stone age": bent(*P, "promised_on", to="0001-01-01"),
    "written tomorrow week": bent("made_at", to=(NOW + timedelta(days=7)).isoformat()),
    "written without an offset": bent("made_at", to="2025-09-20T09:00:00"),
    "a call far ahead": bent("next_call", "on", to="9999-01-01"),
    "agreed after the file": bent("next_call", "agreed_on", to="2030-01-01"),
    "a bell": bent(*P, "action", to="Send\x07 it"),
    "an escape": bent(*P, "action", to="Send \x1b[2J it"),
    "turned round": bent(*P, "action", to="Send \u202eti"),
    "unseen": bent(*P, "evidence", 0, "quote", to="a\u200bb"),
    "a lone surrogate": bent(*P, "action", to="Send \ud800"),
    "no words": bent(*P, "action", to="  "),
    "a book": bent(*P, "action", to="x" * 3_000),
    "a long name": bent("mentor", to="x" * 300),
    "too many": bent(
        "promises", to=[base()["promises"][0] | {"id": f"01#c{n}"} for n in range(2001)]
    ),
    "many goals": bent("goals", to=[{"text": f"g{n}"} for n in range(101)]),
    "a turn below nought": bent(*P, "evidence", 0, "turn", to=-1),
    "a turn beyond all": bent(*P, "evidence", 0, "turn", to=10**30),
    "a newer version": bent("version", to=3),
    "a version of words": bent("version", to="one"),
    "no file of ours": bent("coach", to="export"),
    "a list": [base()],
    "a text": "shared",
    "nothing": {},
}
RAW: dict[str, bytes] = {
    "empty": b"",
    "nought bytes": b"\0" * 100,
    "prose": b"Dear Dana, no file today.",
    "half": json.dumps(base()).encode()[:300],
    "deep": b'{"coach": ' + b"[" * 100_000,
    "not a number": json.dumps(base()).replace("3.5", "NaN").encode(),
    "without end": json.dumps(base()).replace("3.5", "1e999").encode(),
    "a long number": json.dumps(base()).replace("3.5", "9" * 10_000).encode(),
    "huge": b" " * 2_000_001,
    "a picture": bytes(range(256)) * 50,
}


@pytest.mark.parametrize("name", [*FORGED, *RAW])
def test_a_file_that_cannot_be_is_one_clear_line_and_changes_nothing(
    name: str, after_a_call: Coach, tmp_path: Path
) -> None:
    dana = after_a_call
    before = everything(dana)
    file = tmp_path / "forged.md"
    file.write_bytes(RAW[name] if name in RAW else json.dumps(FORGED[name]).encode())
    with pytest.raises(UserError) as problem:
        dana.receive(file, "karthik")
    line = str(problem.value)
    assert line.startswith("forged.md: ") and "\n" not in line and len(line) < 400
    assert not HIDDEN.search(line) and everything(dana) == before


def test_the_file_that_those_are_bent_from_is_taken(dana: Coach, tmp_path: Path) -> None:
    file = tmp_path / "shared.md"
    file.write_text(json.dumps(base()), encoding="utf-8")
    assert dana.receive(file)[1].is_news


@pytest.mark.parametrize("file", ["nowhere.md", ".", "a\0b"])
def test_what_is_no_file_is_one_line(file: str, dana: Coach, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="check the name"):
        dana.receive(tmp_path / file, "karthik")


@given(data=st.binary(max_size=400))
def test_any_bytes_are_a_file_or_one_line(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("any") / "any.md"
    file.write_bytes(b'{"coach": "shared", ' + data)
    with pytest.raises(UserError) as problem:
        read_shared(file, NOW)
    assert "\n" not in str(problem.value)


ACTIVE = (
    "![x](http://evil.example/p.png) <img src=x onerror=alert(1)> [go](javascript:alert(1)) `rm`"
)


def test_what_could_act_in_a_file_is_shown_and_does_nothing(dana: Coach, tmp_path: Path) -> None:
    from coach.render.markdown import markdown

    file = tmp_path / "shared.md"
    file.write_text(json.dumps(bent(*P, "action", to=ACTIVE)), encoding="utf-8")
    who, brought = dana.receive(file)
    shown = markdown(brought_page(brought, dana.relationship(who)))
    again = shared_text(dana.share(who)).partition("```json")[0]
    for text in (shown, again):
        assert not re.search(r"(?<!\\)[<`]|(?<!\\)\[", text.replace("```", ""))


def test_a_pair_is_found_by_its_names_or_asked_for(dana: Coach, tmp_path: Path) -> None:
    file = tmp_path / "shared.md"
    file.write_text(json.dumps(base()), encoding="utf-8")
    dana.add("again", mentor=DANA, mentee=KARTHIK, me="mentor")
    with pytest.raises(UserError, match="--with WHO"):
        dana.receive(file)
    dana.add("other", mentor=DANA, mentee="Luis Ek", me="mentor")
    with Coach(tmp_path / "new") as new, pytest.raises(UserError, match="coach relationship add"):
        new.receive(file)
    with pytest.raises(UserError, match="another pair"):
        dana.receive(file, "other")
    assert dana.receive(file, "karthik")[0] == "karthik"
