"""No private, withheld, struck or unconfirmed word reaches the other one, by any way there is.

Every command and every verb of Coach is listed here with how it is tried and what it may show; one
that is not listed fails. Then each guard is taken away by itself, and a word must come through.
"""

# ruff: noqa: E501 (guards are quoted as they stand)
from __future__ import annotations

import contextlib
import inspect
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
import typer.main
from canaries import FIRST, FIRST_DAY, NOW, OFF_PROMISE, PLACES, SECOND_DAY, WHO, planted, seen
from cli_home import run
from taking_away import take_away
from two_homes import DANA, KARTHIK, as_in_the_story

from coach import before
from coach.app import Coach, between_calls
from coach.cli.app import app
from coach.models import Ladder, Scripted
from coach.records.claims import Claims
from coach.render.exchange import shared_text

EVERY = frozenset(PLACES)
NOTHING: frozenset[str] = frozenset()
DEBTS = frozenset({"off-limits promise"})
"""The ledger hides no debt of either, whatever it is about."""
OWN = EVERY - {"withheld", "struck"}
"""What a person may see on a page that is for them alone; those two are for nobody."""


class Run(NamedTuple):
    """A command line after its command; `{files}`, `{out}` and `{home}` are folders."""

    line: str
    shows: frozenset[str] = NOTHING


SUBJECTS = frozenset({"off limits", "off-limits promise"})
"""What is off limits, as the two named it, and the goals that they set."""
AGENDAS = [
    Run(f"dana --for {whose} --as {style}{more}")
    for whose in ("mentor", "both")
    for style in ("terminal", "markdown", "message", "ics")
    for more in ("", " --json")
]
SAVED = "dana --for mentee --as"
READING = DEBTS | {"draft", "off limits"}
"""A draft is its owner's to read; its questions are asked of what is off limits too."""
READ = "--with dana --held-on 2025-09-17"

COMMANDS: dict[str, list[Run]] = {
    "me": [Run(""), Run("--json")],
    "relationship add": [
        Run("luis --mentor Dana --mentee Luis --me mentor"),
        Run("ana --mentor Ana --mentee Luis --me mentee --json"),
    ],
    "relationship consent": [
        Run("dana --by both"),
        Run("dana --by mentor --json", frozenset({"off limits", "off-limits promise"})),
        Run("dana --by mentee"),
        Run("luis --withdraw mentor"),
        Run("luis --withdraw mentee"),
    ],
    "relationship list": [
        Run(""),
        Run("--json", frozenset({"off limits", "off-limits promise"})),
    ],
    "relationship show": [
        Run("dana", frozenset({"off limits", "off-limits promise"})),
        Run("dana --json", frozenset({"off limits", "off-limits promise"})),
    ],
    "relationship export": [Run("dana", OWN), Run("dana --to {out}/all --json", OWN)],
    "relationship import": [
        Run("{files}/export.json --as again --me mentee"),
        Run("{files}/export.json --as again2 --json", SUBJECTS),
        Run("{files}/export.json --as again3 --me mentor"),
    ],
    "relationship erase": [Run("gone --yes"), Run("gone2 --yes --json")],
    "recap": [
        Run(f"{{files}}/second.txt {READ}", READING),
        Run(f"{{files}}/second.txt {READ} --json", READING),
        Run(f"{{files}}/second.txt {READ} --as markdown", READING),
        Run(f"{{files}}/second.txt {READ} --as terminal", READING),
        Run(f"{{files}}/second.txt {READ} --engine openai:x --show-prompt", OWN - {"private"}),
        Run("{files}/first.txt --with dana --engine openai:x --show-prompt", OWN - {"private"}),
        Run(f"{{files}}/second.txt {READ} --engine openai:x --estimate"),
        Run("{files}/first.txt --with dana --cleaned {out}/c.txt", OWN - {"private"}),
        Run(f"{{files}}/second.txt {READ} --not-secret 1 --by me", READING),
        Run(f"{{files}}/second.txt {READ} --not-secret 1 --by both", READING),
    ],
    "confirm": [
        Run("dana 02 --reject 02#c1 --json", frozenset({"draft"})),
        Run("dana heard --all"),
    ],
    "strike": [
        Run("dana 01", OWN - {"private"}),
        Run("dana 02 --whole --yes"),
        Run("dana 01 --turns 0 --yes --scope off_record"),
        Run("dana 01 --turns 0 --yes --scope between_us --json"),
        Run("dana 01 --turns 0 --yes --scope third_party_secret"),
    ],
    "agenda": [
        *AGENDAS,
        *(
            Run(f"dana --for {whose} --engine openai:x --show-prompt")
            for whose in ("mentor", "mentee", "both")
        ),
        Run(f"{SAVED} message"),
        Run(f"{SAVED} ics"),
        Run(f"{SAVED} terminal", frozenset({"private"})),
    ],
    "reflect": [Run("dana --for mentor --from {files}/answers.txt"), Run("dana --for mentor --json"), Run("dana --for mentee --json")],
    "next": [Run("dana"), Run("dana --json"), Run("dana 2026-03-24")],
    "roadmap": [
        Run("dana"),
        Run("dana --as markdown"),
        Run("dana --as terminal --json"),
        Run("dana --engine openai:x --show-prompt"),
    ],
    "commitments": [
        Run("dana", DEBTS),
        Run("dana --json", DEBTS),
        Run("dana --open --as terminal", DEBTS),
        Run("dana --as csv", DEBTS),
        Run("dana 01#c1"),
        Run("dana 01#c1 --json"),
        *(Run(f"dana --kind {kind}") for kind in ("information", "resource", "contact", "other")),
    ],
    "show": [
        Run("dana", READING),
        Run("dana 1 --as markdown", OWN - {"private", "draft"}),
        Run("dana 02 --as terminal --json", READING),
    ],
    "add": [
        Run("dana 02 Cook --said book.the.big.meeting.room", READING - {"off limits"}),
        Run("dana 01 Cook --turn 1 --json"),
    ],
    "edit": [Run("dana 01#c1 never_promised"), Run("dana 01#c1 done"), Run("dana 01#c1 due=2025-10-10 --json")],
    "undo": [Run("dana 01#c1"), Run("dana", DEBTS), Run("dana --json")],
    "history": [Run("dana", DEBTS), Run("dana --json", DEBTS)],
    "due": [
        Run("--days 366", DEBTS),
        Run("--days 366 --json", DEBTS),
        Run("dana --days 366 --as markdown", DEBTS),
        Run("--as terminal", DEBTS),
        Run("--as ics"),
        Run("dana --as ics --both"),
    ],
    "patterns": [
        Run(f"dana --for {whose} {style}")
        for whose in ("mentor", "mentee")
        for style in ("--as terminal", "--as markdown", "--json")
    ],
    "phase": [
        Run("dana"),
        Run("dana --json"),
        Run("dana --set cultivation --set separation"),
        Run("dana --unset --json"),
    ],
    "agreement": [
        Run("dana", SUBJECTS),
        Run("dana --json", SUBJECTS),
        Run("dana set where Zoom --discussed", SUBJECTS),
        Run("dana set where --open", SUBJECTS),
        Run("dana off-limits add salary", SUBJECTS),
        Run("dana off-limits remove salary", SUBJECTS),
        Run("dana initials on", SUBJECTS),
        Run("dana initials off --json", SUBJECTS),
    ],
    "ask": [
        Run("dana --for mentor"),
        Run("dana --for mentor --json"),
        Run("dana --for mentee --json"),
    ],
    "goals": [Run("dana", frozenset({"off limits"})), Run("dana --json", frozenset({"off limits"})),
              Run("dana add Sing", frozenset({"off limits"}))],
    "notes": [
        Run("dana budget", frozenset({"private"})),
        Run("dana merger --json", frozenset({"private", *DEBTS})),
    ],
    "share": [Run("dana"), Run("dana --json"), Run("dana --to {out}/shared.md")],
    "receive": [
        Run("{files}/theirs.md --with dana --yes"),
        Run("{files}/theirs.md --with dana --json --yes"),
    ],
    "close": [
        Run("dana --for mentor"),
        Run("dana --for mentor --json"),
        Run("dana --for mentor --to {out}/keepsake.md"),
        Run("dana"),
        Run("dana --json"),
        Run("dana --for mentee", frozenset({"private"})),
        Run("dana --yes"),
        Run("dana --reopen"),
    ],
    "mcp": [
        *(Run(f"--print-config {client}") for client in ("claude", "claude-code", "vscode", "zed")),
        Run("--print-config cursor --with dana --json"),
    ],
    "serve": [Run("--host 0.0.0.0"), Run("--name mentor.example")],
    "doctor": [Run(""), Run("--json")],
    "reindex": [Run("dana"), Run("--all --json")],
    "demo": [Run(""), Run("--json")],
}  # fmt: skip
"""Every command, as its owner sends it to the partner or looks at it; and what it may show.

A page for both, or for the partner, shows nothing private; what is for nobody is nowhere.
"""


# --- the home ------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        as_in_the_story(patch, NOW)
        yield


class Desk(NamedTuple):
    """A home with the words planted, files beside it, and a folder that commands write to."""

    home: Path
    files: Path
    out: Path


def desk_in(folder: Path) -> Desk:
    desk = Desk(folder / "home", folder / "files", folder / "out")
    desk.out.mkdir(parents=True)
    planted(desk.home, desk.files)
    (desk.files / "answers.txt").write_text("1. A quiet week.\n", encoding="utf-8")
    with Coach(folder / "theirs") as theirs:
        theirs.add("k", mentor=DANA, mentee=KARTHIK, me="mentor")
        theirs.consent("k", ["mentor", "mentee"])
        (desk.files / "theirs.txt").write_text("Dana: I'll buy the cake by Friday.\n", "utf-8")
        theirs.recap(desk.files / "theirs.txt", who="k", held_on=FIRST_DAY)
        theirs.confirm("k", "01")
        text = shared_text(theirs.share("k"))
        (desk.files / "theirs.md").write_text(text, encoding="utf-8")
    with Coach(desk.home) as coach:
        [debt] = [c.id for c in coach.commitments(WHO) if OFF_PROMISE["promise"] in c.action]
        coach.edit_commitment(WHO, debt, due="2025-09-25")
        exported = json.dumps(coach.export(WHO))
        (desk.files / "export.json").write_text(exported, encoding="utf-8")
        for id in ("gone", "gone2"):
            coach.add(id, mentor="Ana Wu", mentee="Luis Ek", me="mentor")
    return desk


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_in(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def desk(whole: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of the home, in which commands may do what they do."""
    copy = Desk(tmp_path / "home", tmp_path / "files", tmp_path / "out")
    for old, new in zip(whole, copy, strict=True):
        shutil.copytree(old, new)
    monkeypatch.setenv("COACH_HOME", str(copy.home))
    return copy


def printed(command: str, one: Run, desk: Desk) -> str:
    """All that a command prints or writes, to whatever end it comes."""
    for file in desk.out.rglob("*"):
        if file.is_file():
            file.unlink()
    folders = {name: str(path) for name, path in desk._asdict().items()}
    args = [part.format(**folders) for part in (*command.split(), *one.line.split())]
    ended = run(*args, answers="")
    assert ended.exit_code in (0, 1, 2), ended.output
    assert "A mistake of ours" not in ended.stderr, ended.stderr
    files = [path for path in desk.out.rglob("*") if path.is_file()]
    written = [path.read_text(encoding="utf-8") for path in files]
    return "\n".join([ended.stdout, ended.stderr, *written])


def leaks(command: str, desk: Desk) -> set[str]:
    """What of the planted words a command shows that it may not."""
    return {
        f"{command} {one.line}: {place}"
        for one in COMMANDS[command]
        for place in seen(printed(command, one, desk)) - one.shows
    }


# --- every command -------------------------------------------------------------------------------


def tree() -> dict[str, Any]:
    """Every command that there is, by its whole name."""

    def walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
        below = getattr(command, "commands", None)
        if below is None:
            yield path, command
        for name, one in (below or {}).items():
            yield from walk(one, f"{path} {name}".strip())

    return dict(walk(typer.main.get_command(app), ""))


def test_every_command_is_tried_and_none_that_there_is_not() -> None:
    assert set(COMMANDS) == set(tree())


@pytest.mark.parametrize("name", tree())
def test_a_command_is_tried_in_each_form_and_for_each_pair_of_eyes(name: str) -> None:
    tried = " ".join(one.line for one in COMMANDS[name]).split()
    command = tree()[name]
    given = [option for one in command.params for option in one.opts]
    wanted = {"--json", "--show-prompt"} & set(given)
    for hint in get_type_hints(command.callback).values():
        wanted |= choices(hint)
    assert wanted <= set(tried)


def choices(hint: Any) -> set[str]:
    """The words that an argument may be, where those are listed."""
    inside = get_args(hint)
    listed = {part for part in inside if isinstance(part, str)}
    return listed.union(*(choices(part) for part in inside if not isinstance(part, str)))


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_shows_what_it_must_not(name: str, desk: Desk) -> None:
    assert leaks(name, desk) == set()


def test_the_words_are_there_to_be_found(desk: Desk) -> None:
    """Else none of this proves anything: the owner sees theirs, and the file was read whole."""
    assert seen(printed("relationship export", Run("dana"), desk)) == OWN
    assert seen(FIRST) == EVERY - {"private", "draft"}
    shown = {place for runs in COMMANDS.values() for one in runs for place in one.shows}
    assert shown == OWN


def test_a_home_that_took_the_file_shows_none_of_it_by_any_command(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.files / "theirs.md").write_text(printed("share", Run("dana"), desk), encoding="utf-8")
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "partner"))
    with Coach() as partner:
        partner.add("dana", mentor=DANA, mentee=KARTHIK, me="mentor")
        partner.consent("dana", ["mentor", "mentee"])
        assert partner.receive(desk.files / "theirs.md", "dana")[1].theirs
    for name in (
        "relationship export",
        "agenda",
        "commitments",
        "due",
        "notes",
        "roadmap",
        "close",
        "history",
        "patterns",
        "phase",
    ):
        for one in COMMANDS[name]:
            assert seen(printed(name, one, desk)) == set(), f"{name} {one.line}"
    partner_home = b"".join(
        p.read_bytes() for p in (tmp_path / "partner").rglob("*") if p.is_file()
    )
    assert seen(partner_home.decode("latin-1")) == set()


# --- every verb ----------------------------------------------------------------------------------


def told(value: Any) -> str:
    return repr(value)


def asked(verb: Callable[[Coach, Any], Any]) -> Callable[[Coach, Desk], str]:
    """What a model is sent while a verb runs, whatever it answers."""

    def sent(coach: Coach, _: Desk) -> str:
        chat = Scripted(lambda _: {})
        with contextlib.suppress(Exception):
            verb(coach, Ladder(chat))
        assert chat.asked
        return json.dumps(chat.asked)

    return sent


def drawn_from(
    verb: Callable[[Coach], Any], name: str, module: ModuleType = before
) -> Callable[[Coach, Desk], str]:
    """The past that a verb hands down to what draws a page from it."""

    def handed(coach: Coach, _: Desk) -> str:
        seen_: list[Any] = []
        made = getattr(module, name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, lambda *a, **k: seen_.append(k["past"]) or made(*a, **k))
            verb(coach)
        return told([past.answers for past in seen_])

    return handed


def with_all(name: str, **more: Any) -> Callable[[Coach, Desk], str]:
    """A page for the partner, drawn from a past that wrongly holds the owner's own answers."""

    def drawn(coach: Coach, _: Desk) -> str:
        past = coach.past(WHO, "mentee")
        pair, packs = coach.relationship(WHO), coach.frameworks
        return told(getattr(before, name)(pair, past=past, frameworks=packs, **more))

    return drawn


def refused(verb: Callable[[Coach], Any]) -> Callable[[Coach, Desk], str]:
    """Must not be done: what it was done with, where it was."""

    def tried(coach: Coach, _: Desk) -> str:
        try:
            verb(coach)
        except Exception:
            return ""
        return " ".join(word for words in PLACES.values() for word in words)

    return tried


class Verb(NamedTuple):
    """How a verb is tried, and what it may give."""

    give: Callable[[Coach, Desk], str]
    shows: frozenset[str] = NOTHING


def _mentors_answer(visibility: str = "mentor") -> Any:
    from coach.store import Answer

    return Answer(
        relationship=WHO,
        question="PC3",
        role="mentor",
        text="x",
        at=NOW,
        visibility=visibility,  # type: ignore[arg-type]
    )


def _shared_without_a_yes(coach: Coach) -> None:
    coach.withdraw(WHO, "mentor")
    coach.share(WHO)


MAY = frozenset({"off limits"})
"""What a page is drawn from holds what both may see; what is off limits is left out of the page."""
PAIR = frozenset({"off limits", "off-limits promise"})
VERBS: dict[str, list[Verb]] = {
    "add": [Verb(lambda c, d: told(c.add("x", mentor="A B", mentee="C D")))],
    "add_goal": [Verb(lambda c, d: told(c.add_goal(WHO, c.relationship(WHO).goals[0])), PAIR)],
    "agenda": [
        *(Verb(lambda c, d, r=role: told(c.agenda(WHO, role=r))) for role in ("mentor", None)),
        *(
            Verb(asked(lambda c, m, r=role: c.agenda(WHO, role=r, engine=m)))
            for role in ("mentor", "mentee", None)
        ),
        Verb(drawn_from(lambda c: c.agenda(WHO, role="mentor"), "prepare"), MAY),
        Verb(drawn_from(lambda c: c.agenda(WHO), "prepare"), MAY),
        Verb(with_all("prepare", role="mentor")),
        Verb(with_all("prepare")),
    ],
    "agreement": [Verb(lambda c, d: told(c.agreement(WHO)))],
    "answer": [Verb(refused(lambda c: c.answer(_mentors_answer())))],
    "answer_anew": [
        Verb(refused(lambda c: c.answer_anew(_mentors_answer()))),
        Verb(refused(lambda c: c.answer_anew(_mentors_answer("shared")))),
    ],
    "answers": [
        Verb(lambda c, d: told(c.answers(WHO, "mentor"))),
        Verb(lambda c, d: told(c.answers(WHO, "mentee")), frozenset({"private", "off limits"})),
    ],
    "asks_a_model": [Verb(lambda c, d: told(c.asks_a_model()))],
    "change_settings": [Verb(lambda c, d: told(c.change_settings(pseudonyms=True)))],
    "close": [Verb(lambda c, d: told(c.close()))],
    "commitments": [Verb(lambda c, d: told(c.commitments(WHO)), DEBTS)],
    "confirm": [Verb(lambda c, d: told(c.confirm(WHO, "02")), frozenset({"draft"}))],
    "consent": [Verb(lambda c, d: told(c.consent(WHO, "mentor")), PAIR)],
    "covered": [Verb(lambda c, d: told(c.covered(WHO)))],
    "due": [Verb(lambda c, d: told([one.promises for one in c.due(WHO, until=date.max)]), DEBTS)],
    "add_commitment": [
        Verb(lambda c, d: told(c.add_commitment(WHO, "01", "Cook", turn=1))),
        Verb(lambda c, d: told(c.add_commitment(WHO, "02", "Cook", turn=3))),
    ],
    "edit_commitment": [Verb(lambda c, d: told(c.edit_commitment(WHO, "01#c1", status="done")))],
    "draft": [Verb(lambda c, d: told(c.draft(WHO, "02")), READING)],
    "set_next_call": [Verb(lambda c, d: told(c.set_next_call(WHO, None)))],
    "end": [Verb(lambda c, d: told(c.end(WHO)), PAIR)],
    "erase": [Verb(lambda c, d: told(c.erase(WHO)))],
    "export": [Verb(lambda c, d: told(c.export(WHO)), OWN)],
    "export_files": [Verb(lambda c, d: told(c.export_files(WHO)), OWN)],
    "farewell": [Verb(lambda c, d: told(c.farewell(WHO)))],
    "find": [
        Verb(lambda c, d, r=role: told(c.find(WHO, "the hiring budget merger", r, 50)))
        for role in ("mentor", None)
    ],
    "hand_in": [
        Verb(
            lambda c, d: told(c.hand_in(d.files / "second.txt", Claims(), who=WHO).drafted.recap),
            READING,
        )
    ],
    "next_call": [Verb(lambda c, d: told(c.next_call(WHO)))],
    "notes": [Verb(lambda c, d, r=role: told(c.notes(WHO, r))) for role in ("mentor", None)],
    "frameworks": [Verb(lambda c, d: told(c.frameworks))],
    "history": [Verb(lambda c, d: told(c.history(WHO)), DEBTS)],
    "initials": [Verb(lambda c, d: told(c.initials(WHO, on=True)))],
    "lives": [Verb(lambda c, d: told(c.lives(WHO).trail()), DEBTS)],
    "names_left": [Verb(lambda c, d: told(c.names_left(WHO)))],
    "heard": [Verb(lambda c, d: told(c.heard(WHO)))],
    "in_doubt": [Verb(lambda c, d: told(c.in_doubt(WHO)))],
    "keepsake": [
        Verb(lambda c, d: told(c.keepsake(WHO, "mentor"))),
        Verb(drawn_from(lambda c: c.keepsake(WHO, "mentor"), "keepsake"), MAY),
        Verb(with_all("keepsake", role="mentor")),
    ],
    "kept_texts": [Verb(lambda c, d: told(c.kept_texts(WHO)))],
    "label": [Verb(lambda c, d: told(c.label(WHO, {"D": "mentor"})), PAIR)],
    "looking": [Verb(lambda c, d: told(c.looking))],
    "off_limits": [Verb(lambda c, d: told(c.off_limits(WHO, add=["salary"])), PAIR)],
    "open_questions": [Verb(lambda c, d: told(c.open_questions(WHO, "mentor")))],
    "origin": [Verb(lambda c, d: told(c.origin("model")))],
    "own": [Verb(lambda c, d: told(c.own(WHO)))],
    "past": [
        Verb(lambda c, d, r=role: told(c.past(WHO, r).answers), frozenset({"off limits"}))
        for role in ("mentor", None)
    ],
    "patterns": [
        *(
            Verb(lambda c, d, r=role: told(c.patterns(WHO, r)))
            for role in ("mentor", "mentee", None)
        ),
        Verb(drawn_from(lambda c: c.patterns(WHO, "mentor"), "patterns", between_calls), MAY),
    ],
    "phase": [Verb(lambda c, d: told(c.phase(WHO)))],
    "reminders": [
        Verb(lambda c, d: told([one.promise for one in c.reminders(WHO, both=True)]), DEBTS)
    ],
    "restore": [
        Verb(lambda c, d: told(c.restore(c.export(WHO), id="again")), PAIR),
        Verb(refused(lambda c: c.restore(c.export(WHO), id="again", me="mentor"))),
    ],
    "set_phase": [Verb(lambda c, d: told(c.set_phase(WHO, ["cultivation"])), PAIR)],
    "set_term": [Verb(lambda c, d: told(c.set_term(WHO, "where", "on Zoom")), PAIR)],
    "texts_due": [Verb(lambda c, d: told(c.texts_due(0)))],
    "today": [Verb(lambda c, d: told(c.today()))],
    "undo": [Verb(lambda c, d: told(c.undo(WHO)))],
    "reopen": [Verb(lambda c, d: told((c.end(WHO), c.reopen(WHO))), PAIR)],
    "recap": [
        Verb(lambda c, d: told(c.recap(d.files / "second.txt", who=WHO).recap), READING),
        Verb(
            asked(lambda c, m: c.recap(_again(c), who=WHO, held_on=SECOND_DAY, engine=m)),
            OWN - {"private"},
        ),
    ],
    "receive": [Verb(lambda c, d: told(c.receive(d.files / "theirs.md", WHO)))],
    "relationship": [Verb(lambda c, d: told(c.relationship(WHO)), PAIR)],
    "relationships": [Verb(lambda c, d: told(c.relationships()), PAIR)],
    "required_open": [Verb(lambda c, d: told(c.required_open(WHO, "")), PAIR)],
    "reworder": [Verb(lambda c, d: told(c.reworder(WHO)))],
    "roadmap": [
        Verb(lambda c, d: told(c.roadmap(WHO))),
        Verb(asked(lambda c, m: c.roadmap(WHO, engine=m))),
        Verb(drawn_from(lambda c: c.roadmap(WHO), "roadmap"), MAY),
    ],
    "share": [
        Verb(lambda c, d: told(c.share(WHO)) + shared_text(c.share(WHO))),
        Verb(refused(_shared_without_a_yes)),
    ],
    "store": [Verb(lambda c, d: told(c.store))],
    "strike": [Verb(lambda c, d: told(c.strike(WHO, "01", turns=range(1))))],
    "withdraw": [Verb(lambda c, d: told(c.withdraw(WHO, "mentor")), PAIR)],
    "would_send_agenda": [
        Verb(lambda c, d, r=r: told(c.would_send_agenda(WHO, role=r, engine="openai:x")))
        for r in ("mentor", "mentee", None)
    ],
    "would_send_roadmap": [Verb(lambda c, d: told(c.would_send_roadmap(WHO, engine="openai:x")))],
    "would_send": [
        Verb(
            lambda c, d, n=n: told(c.would_send(d.files / n, who=WHO, engine="openai:x")),
            OWN - {"private"},
        )
        for n in ("first.txt", "second.txt")
    ],
}


def _again(coach: Coach) -> Path:
    return coach.settings.home.parent / "files" / "first.txt"


def verb_leaks(name: str, desk: Desk) -> set[str]:
    """What of the planted words a verb gives that it may not."""
    found = set()
    for number, one in enumerate(VERBS[name]):
        home = desk.home.with_name(f"{name}-{number}")
        shutil.copytree(desk.home, home)
        with Coach(home) as coach:
            found |= {f"{name}, way {number}: {p}" for p in seen(one.give(coach, desk)) - one.shows}
        shutil.rmtree(home)
    return found


def test_every_verb_of_coach_is_tried() -> None:
    assert {name for name, _ in inspect.getmembers(Coach) if not name.startswith("_")} == set(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_no_verb_gives_what_it_must_not(name: str, desk: Desk) -> None:
    assert verb_leaks(name, desk) == set()


# --- each guard by itself ------------------------------------------------------------------------


class Guard(NamedTuple):
    """A line of a module, what stands there without the guard, and where that must be seen."""

    module: str
    line: str
    without: str
    command: str = ""
    verb: str = ""
    planting: bool = False
    """does it guard what is kept? Then the home is made without it"""
    behind: Guard | None = None
    """one that stands behind it and guards the same: it is taken away too"""


GIVING = "coach.sharing.giving"
GUARDS: dict[str, Guard] = {
    "a role sees the shared and its own": Guard(
        "coach.store.notes", 'return ("shared", role) if role else ("shared",)',
        'return ("shared", "mentor", "mentee")', verb="find",
        behind=Guard(
            "coach.store.words", "return role if role and role in self._eyes else EVERYONE",
            "return max(self._eyes, default=EVERYONE)",
        ),
    ),
    "an answer is its role's": Guard(
        "coach.store.notes", 'return ("shared", role) if role else ("shared",)',
        'return ("shared", "mentor", "mentee")', verb="past",
    ),
    "an agenda for the partner is drawn from what both may see": Guard(
        "coach.app.before_a_call", "eyes = role if role and relationship.me in (None, role) else None",
        "eyes = relationship.me", verb="agenda",
    ),
    "a brief shows private answers of its own role": Guard(
        "coach.before.view", 'wanted = self.role if private else "shared"',
        'wanted = "mentee" if private else "shared"', verb="agenda",
    ),
    "shared answers are shared ones": Guard(
        "coach.before.view", "if answer.visibility == wanted and", "if", verb="agenda",
    ),
    "no item off limits": Guard(
        "coach.before.view", "return offlimits.speaks_of(text, self.relationship)", "return False", "agenda",
    ),
    "no topic off limits": Guard(
        "coach.before.view", "return offlimits.speaks_of(text, self.relationship)", "return False", "roadmap",
    ),
    "no word of the end off limits": Guard(
        "coach.before.closing", 'not view.is_off_limits(f"{source.text} {source.quote}")', "True",
        "close",
    ),
    "no goal at the end off limits": Guard(
        "coach.before.closing", "if not view.is_off_limits(goal.text):", "if True:", "close",
    ),
    "no hit off limits": Guard(
        "coach.app.before_a_call", "return not offlimits.speaks_of(words, relationship)",
        "return True", verb="find",
    ),
    "no hit whose quote is off limits": Guard(
        "coach.app.before_a_call", "[note.text, *(item.quote for item in note.evidence)]", "[note.text]",
        verb="find",
    ),
    "no promise off limits in a calendar": Guard(
        "coach.render.ics", "offlimits.discreet(reminder.promise, reminder.relationship).action",
        "reminder.promise.action", "due",
    ),
    "no goal off limits in the patterns": Guard(
        "coach.patterns", "if not speaks_of(_words(g), relationship)", "", "patterns",
    ),
    "patterns for the partner are drawn from what both may see": Guard(
        "coach.app.between_calls", "eyes = role if relationship.me in (None, role) else None",
        "eyes = relationship.me", verb="patterns",
    ),
    "no private item to a model": Guard(
        "coach.rewording.reworder", "item.kind not in _OURS", "True", verb="agenda",
    ),
    "a keepsake of the partner is drawn from what both may see": Guard(
        "coach.app.ending", "role if relationship.me in (None, role) else None", "relationship.me",
        verb="keepsake",
    ),
    "a keepsake holds answers of its own role": Guard(
        "coach.before.closing", "if a.visibility == role and a.role == role", "", verb="keepsake",
    ),
    "no promise off limits in a file": Guard(
        GIVING, 'not speaks_of(\n        f"{promise.action} {promise.due_phrase or \'\'}", relationship\n    )',
        "True", "share",
    ),
    "no goal off limits in a file": Guard(
        GIVING, "if not speaks_of(goal.text, relationship) and", "if", "share",
    ),
    "nothing is shared without a yes": Guard(
        "coach.app.two_homes", "if not relationship.consented:", "if False:", verb="share",
    ),
    "a home holds no private word of the partner": Guard(
        "coach.store.relationships", 'if relationship.me and visibility not in ("shared", relationship.me):',
        "if False:", verb="answer",
    ),
    "off the record is cut": Guard(
        "coach.after", "spans = (*found, *spans_of(transcript, struck))",
        "spans = spans_of(transcript, struck)", "relationship export", planting=True,
    ),
    "what was struck stays so when read again": Guard(
        "coach.after", "spans = (*found, *spans_of(transcript, struck))", "spans = (*found,)",
        verb="would_send",
    ),
    "what is rejected stays out": Guard(
        "coach.after.by_hand", "tuple(c for c in draft.commitments if c.id in kept)",
        "draft.commitments", "share", planting=True,
    ),
    "only what was confirmed is drawn from": Guard(
        "coach.store.sessions",
        ".where(table.c.relationship == relationship, table.c.confirmed.is_(True))",
        ".where(table.c.relationship == relationship, table.c.confirmed.is_(False))", "roadmap",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GUARDS)
def test_without_any_one_guard_a_word_comes_through(
    name: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = GUARDS[name]
    for one in filter(None, (guard.behind, guard)):
        take_away(one.module, one.line, one.without, monkeypatch)
    if guard.planting:
        desk = desk_in(tmp_path / "again")
        monkeypatch.setenv("COACH_HOME", str(desk.home))
    found = leaks(guard.command, desk) if guard.command else verb_leaks(guard.verb, desk)
    assert found
