"""The house stands: every room leans only on those above it, and each door is where it is drawn.

Nothing is imported here: the source is read.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

TOP = Path(__file__).resolve().parents[1]

HOUSE = """
    errors        one tree
    records       the language
    needs         what a pattern cannot do without
    sieve         which of many patterns could fit a text at all
    cues          what people say, as data
    scale         what many signs weigh together
    transcript    any export into turns
    speakers      labels into the two people
    evidence      a quote into the turn it stands in
    dates         spoken words into a day
    library       frameworks and prompts, which are files
    discretion    what is not for others
    models        a language model into records
    reading       a call into claims
    offlimits     which texts speak of a subject that a pair put off limits
    agreement     how the two work together: topics, and subjects that are off limits
    embedding     words into vectors
    store         what is kept
    asking        gaps into questions
    promises      what becomes of what was promised
    striking      what goes with words that are taken back
    past          what is known of a pair
    patterns      what comes back from call to call
    before        what is known into an agenda
    after         claims into a recap
    rewording     other words, by a model, for what code has chosen
    between       what is open until the next call
    sharing       what one home tells the other
    render        records into pages
    schemas       records into JSON Schemas
    config        the environment
    serving       a port of this machine, and who may knock
    engine        who reads: the rules, or a model over them
    given         what a person hands in, checked
    drafting      a file into a draft, in a home
    app           Coach, which front ends hold
    demo          an invented pair
    reach         how far a chat client or an agent looks into a home
    tools         Coach as LangChain has it
    mcp_server    the coach inside a chat client
    web           the coach in a browser
    cli           the command
    __main__      python -m coach
"""
ROOMS = [line.split()[0] for line in HOUSE.strip().splitlines()]
STAGES = {
    "coach.reading": """
    words often questions renumbering
    speech nouns people subject doing talk
    promise updates
    days moments
    candidates meeting
    threads wording
    offline
    """,
    "coach.discretion": """
    dialect everyday pseudonyms cues
    talk initials
    hearing planted foreign
    subject
    passages
    cuts
    """,
}
"""Rooms inside a room, each leaning on none of its own row and none of a later one."""
FRONT = "coach"
"""`coach/__init__.py` offers names of any room, and imports one when its name is asked for."""

FOR_TYPES_ONLY: dict[tuple[str, str], str] = {}
"""(module, later room): why it may name that room's types. Nobody needs to so far."""

DOORS = {
    "chromadb": ["coach.store.chroma"],
    "sqlalchemy": ["coach.store"],
    "alembic": ["coach.store"],
    "filelock": ["coach.store.lock"],
    "numpy": ["coach.embedding", "coach.store"],
    "onnxruntime": ["coach.embedding"],
    "tokenizers": ["coach.embedding"],
    "pydantic_settings": ["coach.config"],
    "platformdirs": ["coach.config"],
    "yaml": ["coach.library"],
    "docx": ["coach.transcript"],
    "icalendar": ["coach.render.ics"],
    "rich": ["coach.cli", "coach.render.terminal"],
    "typer": ["coach.cli"],
    "openai": ["coach.models"],
    "langchain_core": ["coach.models", "coach.tools"],
    "langsmith": ["coach.models", "coach.tools"],
    "mcp": ["coach.mcp_server", "coach.cli.mcp"],
    "uvicorn": ["coach.serving", "coach.cli.serve"],
    "fastapi": ["coach.web", "coach.cli.serve"],
    "jinja2": ["coach.web.showing", "coach.cli.serve"],
    "python_multipart": ["coach.cli.serve"],
    "pydantic": ["coach"],
}
"""Every outside thing, and the only rooms that know of it."""

LONGEST = 350
WORDS: set[str] = set()
"""Modules that may be longer, because they hold words and cues and next to no code."""
NAMELESS = {"utils", "util", "helpers", "helper", "common", "types", "misc", "shared", "stuff"}


class Import(NamedTuple):
    """`module` imports `target`, on this line; `typing` where only a type checker follows it."""

    module: str
    target: str
    line: int
    typing: bool = False

    def __str__(self) -> str:
        return f"{self.module} imports {self.target} (line {self.line})"


def modules(folder: Path = TOP / "coach") -> dict[str, str]:
    """The source of every module below a package's folder, by dotted name."""
    found = {}
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = file.read_text(encoding="utf-8")
    return found


COACH = modules()


@cache
def nodes(text: str) -> tuple[ast.AST, ...]:
    """Everything in a source text; the module itself first."""
    return tuple(ast.walk(ast.parse(text)))


def imports(source: dict[str, str]) -> Iterator[Import]:
    """Every import of these modules, wherever in them it stands."""
    for module, text in source.items():
        guarded = {
            node
            for block in nodes(text)
            if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
            for statement in block.body
            for node in ast.walk(statement)
        }
        for node in nodes(text):
            for target in _targets(node, source):
                yield Import(module, target, getattr(node, "lineno", 0), node in guarded)


def _targets(node: ast.AST, source: dict[str, str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0 and node.module, "imports name the whole way: from coach.x import y"
        inside = [f"{node.module}.{alias.name}" for alias in node.names]
        return sorted({name if name in source else node.module for name in inside})
    return []


def room(module: str) -> str:
    """`coach.store.ledger` stands in `store`; `coach` itself is the front."""
    return module.split(".")[1] if "." in module else FRONT


def leans_the_wrong_way(source: dict[str, str]) -> list[str]:
    """Imports from a room that stands further down."""
    return [
        str(one)
        for one in imports(source)
        if one.target.split(".")[0] == "coach"
        and room(one.module) != FRONT
        and room(one.target) != FRONT
        and ROOMS.index(room(one.target)) > ROOMS.index(room(one.module))
        and not (one.typing and (one.module, room(one.target)) in FOR_TYPES_ONLY)
    ]


def leans_on_a_later_stage(source: dict[str, str]) -> list[str]:
    """Imports inside a room of several stages that run against them."""
    return [
        str(one)
        for around, rows in STAGES.items()
        for one in imports(source)
        if (here := _stage(one.module, around, rows)) is not None
        and (there := _stage(one.target, around, rows)) is not None
        and here[0] != there[0]
        and there[1] >= here[1]
    ]


def _stage(module: str, around: str, rows: str) -> tuple[str, int] | None:
    """The name and the row of the stage that a module stands in, if it is in one of these."""
    name = module.removeprefix(f"{around}.").split(".")[0]
    row = {name: at for at, line in enumerate(rows.splitlines()) for name in line.split()}
    return (name, row[name]) if module.startswith(f"{around}.") and name in row else None


def goes_round(source: dict[str, str]) -> list[str]:
    """Modules that import each other while they are loaded, if any do.

    A package's own `__init__` may gather its modules; they may name what it defines before that.
    """
    graph: dict[str, set[str]] = {name: set() for name in source}
    for one in imports(source):
        inside = one.module.startswith(f"{one.target}.") or one.target.startswith(f"{one.module}.")
        if one.target in source and not inside and one.target != FRONT:
            graph[one.module].add(one.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        return list(circle.args[1])
    return []


def uses_a_door_of_others(source: dict[str, str]) -> list[str]:
    """Imports of an outside thing by a room that has no door to it."""
    return [
        str(one)
        for one in imports(source)
        if (doors := DOORS.get(one.target.split(".")[0]))
        and not any(one.module == door or one.module.startswith(f"{door}.") for door in doors)
    ]


def _expressions(source: dict[str, str]) -> Iterator[tuple[str, str]]:
    for module, text in source.items():
        for node in nodes(text):
            if isinstance(node, ast.Attribute | ast.Name):
                yield module, _dotted(node)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def reads_the_environment(source: dict[str, str]) -> set[str]:
    """Modules that look at environment variables."""
    ways = {"os.environ", "os.getenv", "os.environb", "environ", "getenv"}
    return {module for module, words in _expressions(source) if words in ways}


def reads_the_clock(source: dict[str, str]) -> set[str]:
    """Modules that look at today's date or time, other than to measure how long something took."""
    ways = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
    return {module for module, words in _expressions(source) if words.endswith(ways)}


def test_every_room_is_drawn_in_the_house() -> None:
    assert {room(module) for module in COACH} - {FRONT} <= set(ROOMS)


def test_every_module_leans_only_on_rooms_above_it() -> None:
    assert leans_the_wrong_way(COACH) == []


def test_nothing_that_only_types_need_is_allowed_without_need() -> None:
    needed = {(one.module, room(one.target)) for one in imports(COACH) if one.typing}
    assert set(FOR_TYPES_ONLY) <= needed


def test_every_stage_leans_only_on_earlier_ones() -> None:
    assert leans_on_a_later_stage(COACH) == []


def test_no_two_modules_import_each_other() -> None:
    assert goes_round(COACH) == []


def test_every_outside_thing_has_one_door() -> None:
    assert uses_a_door_of_others(COACH) == []


def test_every_outside_thing_is_drawn_with_its_door() -> None:
    named = {one.target.split(".")[0] for one in imports(COACH)}
    assert named - sys.stdlib_module_names - {"coach"} <= set(DOORS)


def test_only_config_reads_the_environment() -> None:
    assert reads_the_environment(COACH) <= {"coach.config"}


def test_only_the_front_reads_the_clock() -> None:
    rooms = {room(module) for module in reads_the_clock(COACH)}
    front = {"app", "mcp_server", "cli"}
    assert rooms <= front, "a date of today is handed down from the front"


@pytest.mark.parametrize("outside", ["evals", "tests", "benchmarks"])
def test_what_examines_the_coach_is_no_part_of_it(outside: str) -> None:
    assert [str(one) for one in imports(COACH) if one.target.split(".")[0] == outside] == []


def test_every_module_is_named_for_what_it_holds() -> None:
    nameless = {module for module in COACH if module.split(".")[-1] in NAMELESS}
    assert nameless == set()


def test_no_file_outgrows_a_sitting() -> None:
    lines = {module: len(text.splitlines()) for module, text in COACH.items()}
    assert {module: n for module, n in lines.items() if n > LONGEST and module not in WORDS} == {}


def test_every_module_says_what_it_is() -> None:
    trees = {module: nodes(text)[0] for module, text in COACH.items()}
    mute = [name for name, tree in trees.items() if not ast.get_docstring(tree)]  # type: ignore
    assert mute == []


# Walls that cannot fall prove nothing, so here each is knocked through once.

BROKEN = {
    "a reader that keeps what it read": ("coach.reading.words", "from coach.store import Store"),
    "a store that asks the command": ("coach.store.words", "def f():\n    import coach.cli.app"),
    "types of a later room": (
        "coach.dates.words",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from coach.app import Coach",
    ),
}


@pytest.mark.parametrize(("module", "line"), BROKEN.values(), ids=BROKEN)
def test_a_module_that_leans_down_is_named(module: str, line: str) -> None:
    (found,) = leans_the_wrong_way(COACH | {module: line})
    assert found.startswith(f"{module} imports coach.")


def test_a_stage_that_leans_on_a_later_one_is_named() -> None:
    broken = COACH | {"coach.reading.days.dating": "from coach.reading.threads import gather"}
    (found,) = leans_on_a_later_stage(broken)
    assert found.startswith("coach.reading.days.dating imports coach.reading.threads")


def test_a_second_door_is_seen_inside_a_function_too() -> None:
    broken = COACH | {"coach.between": "def f():\n    from chromadb.config import Settings"}
    assert uses_a_door_of_others(broken) == ["coach.between imports chromadb.config (line 2)"]


def test_a_glance_at_the_environment_or_the_clock_is_seen() -> None:
    glance = {"coach.dates": "import os, datetime\nos.environ.get('X')\ndatetime.datetime.now()"}
    assert reads_the_environment(glance) == reads_the_clock(glance) == {"coach.dates"}


def test_a_circle_is_named() -> None:
    broken = COACH | {"coach.reading.words": "from coach.reading import subject"}
    assert {"coach.reading.words", "coach.reading.subject"} <= set(goes_round(broken))
