"""A relationship taken out of a home and put into another: whole, exact, harmless on the way."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from cli_home import after_two_calls, done, read, refused
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sqlalchemy import select
from store_samples import (
    FIRST,
    MENTEE,
    MENTOR,
    SECOND,
    call,
    note,
    opened,
    promise,
    read_again,
    recap,
)
from store_samples import relationship as pair

from coach import Coach
from coach.embedding import HashedNgrams
from coach.errors import UserError
from coach.library import frameworks
from coach.records import (
    Commitment,
    Evidence,
    Goal,
    Person,
    Point,
    Recap,
    Reflection,
    Transcript,
    Turn,
    Update,
    Withheld,
)
from coach.render.folder import folder
from coach.render.page import HIDDEN
from coach.render.spreadsheet import COLUMNS, cell, ledger_csv
from coach.store import Answer, Store, schema
from coach.store.parts import LEFT_OUT, parts

pytestmark = pytest.mark.usefixtures("each_call_read_once")

WHO = "ines-tomasz"
NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def answer(
    text: str = "It was the rota", role: Any = "mentee", visibility: Any = "mentee"
) -> Answer:
    return Answer(
        relationship=WHO, question="PC3", role=role, text=text, at=NOW, visibility=visibility
    )


def filled(
    home: Path, words: Callable[[], str] = lambda: "Write to Ada", me: Any = "mentee"
) -> Store:
    """A home in which every table of the schema has a row."""
    store = Store(home, HashedNgrams())
    store.set_me(Person(name=MENTEE))
    store.relationships.add(pair(me=me, goals=(Goal(id="g1", text=words()),)))
    first, second = call(store), call(store, SECOND)
    kept = recap(
        first,
        wins=(Point(text=words(), who=MENTEE),),
        withheld=(Withheld(turn=0, scope="off_record"),),
    )
    store.confirm(kept, commitments=[promise(first, action=words())], notes=[note(words(), first)])
    became = Update(commitment="01#c1", status="partly", new_due=date(2025, 4, 4))
    store.confirm(
        recap(second), updates=[became], commitments=[promise(second, n, words()) for n in (1, 10)]
    )
    store.ledger.edit(WHO, "01#c1", NOW, action=words() + " again")
    read_again(store, recap(call(store, date(2025, 3, 24), "third")))
    store.memory.add([note(words(), visibility=me or "shared"), note(words(), second, kind="turn")])
    store.answers.add(answer(words(), me or "mentee", me or "shared"))
    return store


def told(store: Store, who: str = WHO) -> str:
    return json.dumps(store.export(who), ensure_ascii=False)


def table_rows(store: Store, who: str = WHO) -> dict[str, list[dict[str, Any]]]:
    """Every row of every part as SQL has it, but for what depends on the machine."""
    anew = {"embedder", "vector"}
    with store._database.reading() as connection:
        found = {
            part.name: connection.execute(select(part).where(part.c.relationship == who)).mappings()
            for part in parts()
        }
        return {
            name: sorted(
                ({k: v for k, v in row.items() if k not in anew} for row in rows), key=repr
            )
            for name, rows in found.items()
        }


# --- there and back -------------------------------------------------------------------------------


def test_every_table_is_exported_or_named_with_the_reason_why_not(tmp_path: Path) -> None:
    tables = set(schema.metadata.tables)
    assert {part.name for part in parts()} | set(LEFT_OUT) == tables
    assert all(LEFT_OUT.values()) and set(LEFT_OUT) <= tables
    with filled(tmp_path) as store:
        empty = [name for name, rows in table_rows(store).items() if not rows]
        assert empty == [], "a new table: let `filled` put a row into it"


def test_a_table_that_nobody_thought_of_is_taken_along(tmp_path: Path) -> None:
    """What a later coach keeps in a table of its own is exported without a line of code."""
    from sqlalchemy import Column, Integer, LargeBinary, String, Table, insert

    extra = Table(
        "extra",
        schema.metadata,
        Column("relationship", String, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("bytes", LargeBinary),
        Column("record", schema.Of(Goal), nullable=False),
    )
    try:
        with filled(tmp_path / "one") as store, opened(tmp_path / "two", id="other") as other:
            goal = Goal(id="g7", text="Fly a kite")
            with store._database.writing() as connection:
                row = {"relationship": WHO, "number": 3, "bytes": b"\0\xff", "record": goal}
                connection.execute(insert(extra).values(**row))
            exported = json.loads(told(store))
            assert exported["extra"][0]["number"] == 3 and exported["extra"][0]["text"] == goal.text
            other.restore(exported)
            assert told(other) == told(store)
            assert table_rows(other) == table_rows(store)
    finally:
        schema.metadata.remove(extra)


def test_an_export_put_into_an_empty_home_is_exported_the_same(tmp_path: Path) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two", HashedNgrams()) as other:
        restored = other.restore(json.loads(told(store)))
        assert restored == store.relationships.get(WHO)
        assert told(other) == told(store)
        assert table_rows(other) == table_rows(store)
        assert other.ledger.history(WHO, "01#c1") == store.ledger.history(WHO, "01#c1")
        assert len(other.ledger.history(WHO, "01#c1")) == 3


def test_what_came_in_is_found_by_meaning_at_once_and_the_doctor_is_content(tmp_path: Path) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two", HashedNgrams()) as other:
        other.restore(json.loads(told(store)))
        found = other.memory.search(WHO, "write to Ada", "mentee")
        assert found.hits and found.notices == ()
        assert other.doctor(WHO) == ()


def test_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two", HashedNgrams()) as other:
        other.restore(json.loads(told(store)))
        assert call(other).id == "01"  # the same words again are the same call
        assert call(other, date(2025, 5, 1), "new").id == "04"


def test_under_another_id_it_is_the_same_but_for_its_name(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        before = told(store)
        assert store.restore(json.loads(before), "again").id == "again"
        assert told(store) == before
        renamed = json.loads(told(store, "again").replace('"again"', f'"{WHO}"'))
        for one in (expected := json.loads(before)), renamed:
            for each in one["notes"]:
                del each["id"]
            one["notes"].sort(key=json.dumps)
        assert renamed == expected
        assert store.memory.search("again", "Ada", "mentee").hits
        assert store.doctor("again") == ()


WORDS = st.text(max_size=30)


@settings(max_examples=10)
@given(st.data())
def test_whatever_was_said_comes_back_to_the_letter(data: st.DataObject) -> None:
    me = data.draw(st.sampled_from(["mentor", "mentee", None]))
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        filled(Path(one), lambda: data.draw(WORDS), me=me) as store,
        Store(Path(two), HashedNgrams()) as other,
    ):
        session = call(store, FIRST + timedelta(days=data.draw(st.integers(0, 900))), "another")
        moments = st.none() | st.floats(0, 1e6)
        turns = tuple(
            Turn(
                speaker=data.draw(st.none() | WORDS),
                text=data.draw(WORDS),
                start=data.draw(moments),
            )
            for _ in range(data.draw(st.integers(0, 3)))
        )
        store.sessions.import_call(
            WHO, Transcript(turns=turns, source="x", format="y"), NOW, "one more"
        )
        read_again(store, recap(session, decisions=(Point(text=data.draw(WORDS), who=None),)))
        other.restore(json.loads(told(store)))
        assert told(other) == told(store)
        assert table_rows(other) == table_rows(store)


# --- what does not come in ------------------------------------------------------------------------


def test_an_id_that_is_taken_is_refused_and_the_way_out_is_named(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        before = told(store)
        with pytest.raises(UserError, match="--as ID"):
            store.restore(json.loads(before))
        assert told(store) == before


def test_an_export_of_the_partners_home_stays_outside(tmp_path: Path) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two") as other:
        other.set_me(Person(name=MENTOR))
        with pytest.raises(UserError, match=f"{MENTEE}'s home"):
            other.restore(json.loads(told(store)))
        with pytest.raises(UserError, match=f"{MENTEE}'s home"):
            other.restore(json.loads(told(store)), me="mentor")
        assert other.relationships.all() == ()


@pytest.mark.parametrize("part", ["notes", "answers"])
@pytest.mark.parametrize("me", ["mentor", None])
def test_what_is_private_to_the_partner_stays_outside_whatever_the_file_says_of_itself(
    tmp_path: Path, part: str, me: str | None
) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two") as other:
        exported = json.loads(told(store))
        exported["relationship"]["me"] = me
        for emptied in {"notes", "answers"} - {part}:
            exported[emptied] = []
        other.set_me(Person(name=MENTOR))
        with pytest.raises(UserError, match="private to the partner"):
            other.restore(exported)
        assert other.relationships.all() == ()


def test_who_is_not_named_as_the_owner_is_asked_which_of_the_two_they_are(tmp_path: Path) -> None:
    with filled(tmp_path / "one") as store, Store(tmp_path / "two") as other:
        other.set_me(Person(name="Tom"))
        with pytest.raises(UserError, match="--me mentor for Ines Duarte or --me mentee"):
            other.restore(json.loads(told(store)))
        assert other.restore(json.loads(told(store)), me="mentee").me == "mentee"


def without(part: str) -> Callable[[dict[str, Any]], None]:
    return lambda exported: exported.pop(part)


def setting(value: Any, *path: Any) -> Callable[[dict[str, Any]], None]:
    def change(exported: Any) -> None:
        *way, last = path
        for step in way:
            exported = exported[step]
        exported[last] = value

    return change


def twice(part: str) -> Callable[[dict[str, Any]], None]:
    return lambda exported: exported[part].append(copy.deepcopy(exported[part][0]))


HOSTILE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an older version": setting(1, "version"),
    "a newer version": setting(99, "version"),
    "no version": without("version"),
    "no relationship": without("relationship"),
    "no people": setting({}, "relationship"),
    "one name for both": setting(MENTOR, "relationship", "mentee", "name"),
    "an id that leads out": setting("../../x", "relationship", "id"),
    "an id that is no text": setting(7, "relationship", "id"),
    "an unknown part": setting([], "surprise"),
    "an unknown field": setting(1, "notes", 0, "surprise"),
    "a part of another kind": setting({}, "notes"),
    "a part of texts": setting(["x"], "notes"),
    "transcripts as a list": setting([], "transcripts"),
    "a session that leads out": setting("../../x", "sessions", 0, "id"),
    "a session that is no number": setting("x", "sessions", 0, "id"),
    "a session of Arabic digits": setting("٠١", "sessions", 0, "id"),
    "a huge session": setting("9" * 5000, "sessions", 0, "id"),
    "a session without an id": lambda exported: exported["sessions"][0].pop("id"),
    "a call twice": twice("sessions"),
    "a promise twice": twice("commitments"),
    "a note of another pair": setting("other", "notes", 0, "relationship"),
    "a recap of no call": setting("77", "recaps", 0, "session"),
    "a transcript of no call": lambda e: e["transcripts"].update({"77": e["transcripts"]["01"]}),
    "a promise of no call": setting("77#c1", "commitments", 0, "id"),
    "a promise without a history": setting([], "commitments", 0, "history"),
    "a promise that its history contradicts": setting("Pay Cy", "commitments", 0, "action"),
    "a history of another promise": setting("02#c1", "commitments", 0, "history", 0, "commitment"),
    "a history of no call": setting("77", "commitments", 0, "history", 0, "session"),
    "a history that is a text": setting("x", "commitments", 0, "history"),
    "a field that no promise has": setting(1, "commitments", 0, "history", 0, "fields", "pay"),
    "a day that is none": setting("2025-13-45", "sessions", 0, "held_on"),
    "a time without its offset": setting("2025-03-03T10:00", "sessions", 0, "held_on"),
    "half a character": setting("\ud800", "notes", 0, "text"),
    "half a character in a history": setting(
        "\ud800", "commitments", 0, "history", 0, "fields", "action"
    ),
    "no number": setting(float("nan"), "transcripts", "01", "turns", 0, "start"),
    "a mark that is a text": setting("yes", "notes", 0, "of_recap"),
    "no mark": lambda exported: exported["notes"][0].pop("of_recap"),
    "no yes of both": setting([], "relationship", "consents"),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_is_not_as_it_should_be_is_one_line_and_changes_nothing(
    tmp_path: Path, change: Callable[[dict[str, Any]], Any]
) -> None:
    with filled(tmp_path / "one") as store, Coach(tmp_path / "two") as other:
        exported = json.loads(told(store))
        change(exported)
        with pytest.raises(UserError) as problem:
            other.restore(exported)
        assert len(str(problem.value).splitlines()) == 1
        assert "Ada" not in str(problem.value)
        assert other.relationships() == ()
        assert not any(table_rows(other.store).values())


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "7", '"x"', "{}", "{", nested(200_000), '{"a": ' + nested(900) + "}", "\0"],
)
def test_a_file_that_is_no_export_is_one_line(home: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "some.json"
    file.write_text(text)
    assert str(file) in refused("relationship", "import", file)
    assert read("relationship", "list") == []


def test_a_file_that_cannot_be_read_is_one_line(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    for file in (tmp_path / "none.json", tmp_path, tmp_path / "bytes.json"):
        assert str(file) in refused("relationship", "import", file)


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "version",
                        "relationship",
                        "sessions",
                        "notes",
                        "transcripts",
                        "commitments",
                        "x",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_at_all_makes_it_stumble(exported: Any) -> None:
    with TemporaryDirectory() as home, Coach(home) as coach:
        with pytest.raises(UserError):
            coach.restore(exported)
        assert coach.relationships() == ()


# --- the command ----------------------------------------------------------------------------------


def test_the_command_brings_a_relationship_back_after_it_was_erased(
    home: Path, tmp_path: Path
) -> None:
    after_two_calls()
    before = done("relationship", "export", "robyn")
    shown = done("relationship", "export", "robyn", "--to", tmp_path / "out")
    assert "private answers" in " ".join(shown.split())
    file = tmp_path / "out" / "robyn.json"
    assert "--as ID" in refused("relationship", "import", file)
    done("relationship", "erase", "robyn", "--yes")
    shown = " ".join(done("relationship", "import", file).split())
    assert "2 calls" in shown and "private answers" in shown
    assert done("relationship", "export", "robyn") == before
    assert read("relationship", "import", file, "--as", "twice")["id"] == "twice"
    assert "../x" in refused("relationship", "import", file, "--as", "../x")


# --- a spreadsheet --------------------------------------------------------------------------------

FORMULA = re.compile(r"[\s\"'“”‘’«»]*[=+\-@＝＋－＠\t\r]")
PAYLOADS = [
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    ' "=1+1',
    "\"=cmd|' /C calc'!A0\"",
    "'=1+1",
    "“=1+1”",
    "＝1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "x;=1+1",
    'x;"=1+1',
    "x; -1",
]


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def said(words: str, action: str = "Send it") -> Commitment:
    evidence = (Evidence(session="01", turn=0, speaker=words, quote=words),)
    return Commitment(
        id="01#c1",
        owner=words,
        action=action,
        due_phrase=words,
        joint_with=words,
        evidence=evidence,
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_is_a_formula_in_any_spreadsheet(payload: str) -> None:
    for separator in ",;\t":
        text = ledger_csv([said(payload, payload)])
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            assert not any(re.match(r"[\s\"“”‘«»]*[=+\-@＝＋－＠]", one) for one in row), row


@given(st.text(max_size=40))
def test_what_a_cell_holds_is_read_back_and_is_text(text: str) -> None:
    rows = table(ledger_csv([said(text, text), said("plain")]))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 3 and {len(row) for row in rows} == {len(COLUMNS)}
    (action,) = [row[COLUMNS.index("action")] for row in rows[1:2]]
    assert action == cell(text)
    assert not FORMULA.match(action) or action.startswith("'")
    assert not HIDDEN.search(action)
    plain = " ".join(HIDDEN.sub(" ", text).split())
    assert action.replace("'", "") == plain.replace("'", "")
    if not re.search(r"[=+\-@＝＋－＠]|^'", plain):
        assert action == plain


def test_the_ledger_is_a_line_a_promise_and_excel_is_told_that_it_is_utf_8(
    home: Path, tmp_path: Path
) -> None:
    after_two_calls()
    printed = done("commitments", "robyn", "--as", "csv")
    assert not printed.startswith("\ufeff")
    promises = read("commitments", "robyn")
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["id"] for row in rows] == [one["id"] for one in promises]
    assert [row["due"] for row in rows] == [one["due"] or "" for one in promises]
    assert len(table(done("commitments", "robyn", "--as", "csv", "--open"))) < len(rows)
    done("relationship", "export", "robyn", "--to", tmp_path / "out")
    written = (tmp_path / "out" / "robyn.csv").read_text(encoding="utf-8")
    assert written == "\ufeff" + printed


# --- a folder of notes ----------------------------------------------------------------------------

EVIL = [
    "![x](http://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[[other note]]",
    "![[secret.pdf]]",
    "[x](javascript:alert(1))",
    "https://evil.example/ and www.evil.example",
    "#tag and #nested/tag",
    "%%hidden%%",
    "==marked==",
    "$\\href{x}{y}$",
    "```dataview\nLIST\n```",
    "`= this.file`",
    "<% tp.file.cursor() %>",
    "---\ntags: [x]\n---",
    "&lt;b&gt; &#60;b&#62;",
    "a\u202eb\u200bc\x1b[31m",
    '"]\nadmin: true\npeople: ["x',
]
ACTIVE = re.compile(r"\[\[|<|`|%%|==|\$(?!\d)|(?<![\w&])#\w|!\[")


def files(words: str) -> dict[str, str]:
    """A folder of two calls in which everything that can hold words holds these."""
    two = {"mentor": Person(name=f"M {words}"), "mentee": Person(name=f"N {words}")}
    one = pair(agreed=False).model_copy(
        update={**two, "me": "mentee", "goals": (Goal(id="g1", text=words, specific=words),)}
    )
    with TemporaryDirectory() as home, opened(Path(home)) as store:
        session = call(store)
    evidence = (Evidence(session="01", turn=0, speaker=one.mentee.name, quote=words),)
    point = Point(text=words, who=one.mentee.name, evidence=evidence)
    promised = said(words, words).model_copy(update={"owner": one.mentee.name})
    kept = Recap(
        relationship=one.id,
        session="01",
        held_on=FIRST,
        engine="offline",
        notices=(words,),
        commitments=(promised,),
        wins=(point,),
        challenges=(point,),
        decisions=(point,),
        withheld=(Withheld(turn=3, scope="off_record"), Withheld(turn=40, scope="between_us")),
    )
    return folder(one, (session,), {"01": kept}, (promised,), frameworks())


def parted(text: str) -> tuple[dict[str, Any], str]:
    """What stands in front of a page, and the page."""
    _, front, page = re.split(r"^---$", text, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(front), page.strip()


def body(text: str) -> str:
    """The file without its front matter and without our own links."""
    _, found = parted(text)
    return re.sub(r"(?m)^(?:- )?\[\[[A-Za-z0-9|, -]+\]\]$", "", found)


def tokens(text: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token.type
        yield from (inner.type for inner in token.children or ())


def harmless(words: str) -> None:
    for name, text in files(words).items():
        told = body(text)
        shown = set(tokens(told))
        assert not shown & {"image", "html_inline", "html_block", "link_open", "fence"}, name
        assert not shown & {"code_inline", "code_block", "hr", "blockquote_open"}, name
        assert not ACTIVE.search(re.sub(r"\\[!-/:-@\[-`{-~]", "\0", told)), name
        front = parted(text)[0]
        assert front["relationship"] == "ines-tomasz"
        people = [HIDDEN.sub("", f"{letter} {words}") for letter in "MN"]
        assert front["people"] == people
        assert "admin" not in front and "tags" not in front


@pytest.mark.parametrize("words", EVIL)
def test_words_of_a_call_can_neither_embed_link_run_nor_hide(words: str) -> None:
    harmless(words)


@settings(max_examples=60)
@given(st.text("ab1 .:/#%=$~*_-+`<>[]()!|&;\\\"'{}^\n", min_size=1, max_size=25))
def test_no_words_at_all_become_markup(words: str) -> None:
    harmless(words)


def test_a_file_a_call_tells_its_day_and_people_and_the_index_links_it() -> None:
    found = files("Ring Deb")
    assert list(found) == [f"{WHO}.md", f"{WHO}-01.md"]
    front = parted(found[f"{WHO}-01.md"])[0]
    assert front == {
        "date": "2025-03-03",
        "people": ["M Ring Deb", "N Ring Deb"],
        "relationship": WHO,
        "session": "01",
        "state": "draft",
        "withheld": 2,
    }
    index = found[f"{WHO}.md"]
    assert f"[[{WHO}-01|Call 1, Mon 3 Mar 2025]]" in index
    assert "## Goals" in index and "Ring Deb" in index
    assert f"[[{WHO}]]" in found[f"{WHO}-01.md"]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+\.md", name) for name in found)


def test_what_each_reflects_on_alone_is_in_their_own_folder_only() -> None:
    one = pair(me="mentee")
    prompts = tuple(
        Reflection(
            addressee=person.name, text=f"What of it was {person.name}'s?", framework="trust"
        )
        for person in one.people
    )
    with TemporaryDirectory() as home, opened(Path(home)) as store:
        session = call(store)
    kept = recap(session, reflections=prompts)
    text = folder(one, (session,), {"01": kept}, (), frameworks())[f"{WHO}-01.md"]
    assert f"was {MENTEE}'s" in text
    assert f"was {MENTOR}'s" not in text
