"""Files of a partner on "never promised" that come in any order, and between them a reading."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from cli_home import done
from hypothesis import given, settings
from hypothesis import strategies as st
from two_homes import NOW, hear, home
from web_home import served

from coach.app import Coach, clock
from coach.embedding import HashedNgrams
from coach.records import NEVER, PROMISED, Shared
from coach.render.exchange import shared_text

Answer = Literal["yes", "no"]
READ = "read"
"""The receiver reads the call for themselves."""
ANSWERED = 50
"""The day of an answer: after all that was said in the files, as far as the clocks know."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Shared]]:
    """Karthik's: promised, taken out, brought back, taken out, brought back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coach.embedding.default_embedder", lambda *_: HashedNgrams())
        folder = tmp_path_factory.mktemp("karthik")
        at(patch, 0)
        with home(folder, "mentee") as karthik:
            hear(karthik, folder)
            told = [karthik.share("dana")]
            id = named(karthik, "supplier")
            for day in range(1, 5):
                at(patch, day)
                if day % 2:
                    karthik.edit_commitment("dana", id, status=NEVER)
                else:
                    karthik.undo("dana")
                told.append(karthik.share("dana"))
        yield told


def at(patch: pytest.MonkeyPatch, day: float) -> None:
    for name in ("now", "exactly"):
        patch.setattr(clock, name, lambda: NOW + timedelta(days=day))


def named(coach: Coach, word: str) -> str:
    (who,) = [one.id for one in coach.relationships()]
    return next(one.id for one in coach.commitments(who) if word in one.action)


class Dana:
    """Her home, to which files come."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        patch.setattr("coach.embedding.default_embedder", lambda *_: HashedNgrams())
        self.folder, self.patch, self.coach = folder, patch, home(folder, "mentor")
        self.taken: set[int] = set()

    def takes(self, files: Sequence[Shared], number: int) -> None:
        """A file that is no newer than one that was taken changes nothing."""
        before = self.everything()
        at(self.patch, 10)
        file = self.folder / "shared.md"
        file.write_text(shared_text(files[number]), encoding="utf-8")
        self.coach.receive(file)
        if self.taken and number <= max(self.taken):
            assert self.everything() == before, f"{number} after {self.taken}"
        self.taken.add(number)

    def reads(self) -> None:
        at(self.patch, 10)
        asked = self.asked
        hear(self.coach, self.folder)
        assert self.asked == asked

    def answers(self, answer: Answer) -> None:
        at(self.patch, ANSWERED)
        ids = [one.id for one in self.coach.in_doubt("karthik")]
        self.coach.own("karthik", *((ids, ()) if answer == "yes" else ((), ids)))
        assert self.asked is None

    @property
    def asked(self) -> str | None:
        """What the question of the supplier says, if it is asked."""
        found = [one.partner_says for one in self.coach.in_doubt("karthik")]
        assert len(found) < 2
        return found[0] if found else None

    @property
    def stands(self) -> bool:
        return "supplier" in " ".join(one.action for one in self.coach.commitments("karthik"))

    def everything(self) -> dict[str, Any]:
        return self.coach.export("karthik")


def says(number: int) -> str:
    return NEVER if number % 2 else PROMISED


# It is known from the first file, or was read, when another one comes: of a line that was never
# here a file that takes it out says nothing.
ORDERS = st.permutations([1, 2, 3, 4, READ]).flatmap(
    lambda order: st.sampled_from([[0, *order], [READ, 0, *(one for one in order if one != READ)]])
)


@settings(max_examples=30, deadline=None)
@given(order=ORDERS, upto=st.integers(1, 6))
def test_the_newest_word_alone_is_asked_about_whenever_it_came_and_the_call_was_read(
    order: list[int | str], upto: int, files: list[Shared]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        dana = Dana(Path(folder), patch)
        with dana.coach:
            for one in order[:upto]:
                dana.reads() if isinstance(one, str) else dana.takes(files, one)
            newest = max(dana.taken, default=0)
            assert dana.asked == (NEVER if newest % 2 else None) and dana.stands


@settings(max_examples=40, deadline=None)
@given(order=ORDERS, asked_after=st.integers(2, 5), answer=st.sampled_from(["yes", "no"]))
def test_what_was_answered_is_asked_again_only_where_a_newer_word_says_otherwise(
    order: list[int | str], asked_after: int, answer: Answer, files: list[Shared]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        dana = Dana(Path(folder), patch)
        with dana.coach:
            question = None
            for place, one in enumerate(order):
                dana.reads() if isinstance(one, str) else dana.takes(files, one)
                if place == asked_after:
                    question = dana.asked
                    dana.answers(answer)
            out = question == NEVER and answer == "yes"
            newest = max(dana.taken)
            is_news = says(newest) == PROMISED if out else question is None
            is_news = is_news and (out or says(newest) == NEVER)
            assert dana.asked == (says(newest) if is_news else None) and dana.stands is not out


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("door", ["terminal", "browser"])
def test_a_file_without_news_is_remembered_at_the_terminal_and_in_the_browser(
    door: str, files: list[Shared], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana = Dana(tmp_path, monkeypatch)
    with dana.coach:
        dana.takes(files, 0)
        file = tmp_path / "newest.md"
        file.write_text(shared_text(files[4]), encoding="utf-8")
        if door == "terminal":
            monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentor"))
            assert "Nothing in it is news here." in done("receive", file)
        else:
            with served(tmp_path / "mentor") as app, app.asking() as browser:
                sent = {"file": (file.name, file.read_bytes())}
                page = browser.post("/with/karthik/eyes/receive", files=sent)
            assert "Nothing in it is news here." in page.text
        dana.taken.add(4)
        dana.takes(files, 3)
        assert dana.asked is None
