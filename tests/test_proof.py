"""The words that prove a promise and what became of it, on every page; and what undo takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cli_home import after_two_calls, done, read, refused
from two_homes import DAY, LATER, LATER_DAY, NOW, hear, home, it_is

from coach import Coach
from coach.app import clock
from coach.errors import StoreError
from coach.given import answer_to
from coach.records import NEVER
from coach.render.exchange import brought_page, shared_page
from coach.render.ledger import ledger_page
from coach.render.page import Line, Page
from coach.render.promise import promise_page
from coach.render.recap import recap_page, update_line

pytestmark = pytest.mark.usefixtures("each_call_read_once")

TODAY = NOW.date()


@pytest.fixture
def karthik(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    it_is(monkeypatch)
    with home(tmp_path, "mentee") as coach:
        hear(coach, tmp_path)
        hear(coach, tmp_path, LATER, LATER_DAY)
        yield coach


def lines(page: Page) -> Iterator[Line]:
    for section in page.sections:
        for line in section.lines:
            yield line
            yield from line.under


def words(line: Line) -> list[str]:
    return [quote.words for quote in line.quotes]


def test_a_promise_has_the_same_words_in_its_recap_the_ledger_its_life_and_the_partners_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    who = after_two_calls()
    with Coach(tmp_path / "home") as coach, Coach(tmp_path / "theirs") as theirs:
        pair, several = coach.relationship(who), 0
        shared = coach.share(who)
        theirs.add("lachie", mentor=pair.mentor.name, mentee=pair.mentee.name, me="mentor")
        theirs.consent("lachie", ["mentor", "mentee"])
        (tmp_path / "file.md").write_text(shared.model_dump_json(), encoding="utf-8")
        brought = theirs.receive(tmp_path / "file.md", only_look=True)[1]
        pages = [shared_page(shared), brought_page(brought, theirs.relationship("lachie"))]
        for one in coach.commitments(who):
            recap = coach.draft(who, one.id.partition("#")[0])
            of_call = recap_page(recap, pair, (), "mentee", confirmed=True)
            (told,) = (line for line in lines(of_call) if line.note.split(",")[0] == one.id)
            life = promise_page(one, coach.history(who, one.id), pair, today=TODAY)
            (ledger,) = lines(ledger_page([one], pair, today=TODAY))
            assert words(told) == words(next(lines(life))) == words(ledger)
            several += len(one.evidence) > 1
            for page in pages:
                mine = [line for line in lines(page) if words(line) == words(told)]
                assert mine, f"{one.id}: {page.title}"
        assert several


def test_what_became_of_it_has_the_same_words_on_every_page(karthik: Coach) -> None:
    pair, kept = karthik.relationship("dana"), "Yes, I sent you the hiring budget on Thursday"
    (one,) = (c for c in karthik.commitments("dana") if c.status == "done")
    recap = karthik.draft("dana", "02")
    of_call = recap_page(recap, pair, karthik.commitments("dana"), "mentee", confirmed=True)
    (told,) = (line for line in lines(of_call) if line.mark == "Kept")
    life = [*lines(promise_page(one, karthik.history("dana", one.id), pair, today=TODAY))]
    lives = {one.id: karthik.history("dana", one.id)}
    (ledger,) = lines(ledger_page([one], pair, today=TODAY, lives=lives))
    assert words(told) == words(life[-1]) == words(ledger)[-1:] == [kept]
    assert kept in [
        source.quote for item in karthik.agenda("dana").items for source in item.sources
    ]


def test_in_whole_calls_the_recap_and_the_life_quote_the_same_of_what_became_of_a_promise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    who = after_two_calls()
    with Coach(tmp_path / "home") as coach:
        pair, recap = coach.relationship(who), coach.draft(who, "02")
        for update in recap.updates:
            one = next(c for c in coach.commitments(who) if c.id == update.commitment)
            if one.status == "rescheduled":
                continue  # its life has the words of the promise that it goes on as, too
            told = update_line(update, one, recap.session)
            life = promise_page(one, coach.history(who, one.id), pair, today=TODAY)
            assert words(told) in [words(line) for line in lines(life)] and words(told)
        assert len(recap.updates) > 1


def test_the_partners_file_takes_the_words_of_a_promise_for_no_proof_that_it_was_kept(
    karthik: Coach,
) -> None:
    (kept,) = (line for line in lines(shared_page(karthik.share("dana"))) if line.mark == "Kept")
    (then,) = kept.under
    assert kept.quotes == () and then.mark == "Promised on Wed 3 Sep"
    assert words(then) == ["I'll send you the hiring budget by Friday"]


# --- taken back ----------------------------------------------------------------------------------


def test_no_hand_is_said_to_have_kept_what_only_a_call_says_was_kept(
    karthik: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentee"))
    (kept,) = (c.id for c in karthik.commitments("dana") if c.status == "done")
    before = done("commitments", "dana")
    for status in ("open", "done"):
        karthik.edit_commitment("dana", kept, status=status)
    assert karthik.undo("dana").fields == {"status": "done"}
    assert karthik.undo("dana").fields == {"status": "open"}
    assert done("commitments", "dana") == before and "By hand" not in before


def test_a_state_by_hand_stands_as_such_until_it_is_taken_back(
    karthik: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentee"))
    (kept,) = (c.id for c in karthik.commitments("dana") if c.status == "done")
    karthik.edit_commitment("dana", kept, status="not_done")
    page = done("commitments", "dana")
    assert "By hand, Sat 20 Sep." in page and "on Thursday" not in page
    karthik.undo("dana", kept)
    assert "By hand" not in done("commitments", "dana")


def test_undo_says_what_it_took_back_and_what_it_never_takes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentee"))
    with home(tmp_path, "mentee") as coach:
        hear(coach, tmp_path, edits={"01#c1": {"due": "2025-09-08"}})
        day = {c.id: c.due for c in coach.commitments("dana")}
        told = refused("undo", "dana")
        assert "What a yes to a call entered, with its edits, is not undone but changed" in told
        assert day == {c.id: c.due for c in coach.commitments("dana")}
    done("edit", "dana", "01#c1", "due=2025-09-10")
    assert re.search(
        r"Taken back: the change by hand of .+ to 01#c1: its day\.", done("undo", "dana")
    )
    (back,) = (one for one in read("commitments", "dana") if one["id"] == "01#c1")
    assert back["due"] == "2025-09-08"
    assert "What confirm or add entered" in " ".join(done("undo", "--help").split())


# --- never promised ------------------------------------------------------------------------------


def test_nothing_is_to_be_reflected_on_that_rests_on_what_was_never_promised(
    karthik: Coach,
) -> None:
    def prompts() -> list[str]:
        return [one.text for one in karthik.draft("dana", "02").reflections]

    before = prompts()
    assert any("hiring budget" in text for text in before)
    (kept,) = (c.id for c in karthik.commitments("dana") if c.status == "done")
    karthik.edit_commitment("dana", kept, status=NEVER)
    assert not any("hiring budget" in text for text in prompts())
    karthik.undo("dana", kept)
    assert prompts() == before


def test_a_yes_and_the_lines_that_it_takes_out_are_entered_together_or_not_at_all(
    karthik: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    supplier = next(c.id for c in karthik.commitments("dana") if "supplier" in c.action)
    karthik.recap(tmp_path / "call.txt", who="dana", held_on=LATER_DAY)
    drafted = karthik.store.sessions.get("dana", "01")
    karthik.recap(drafted, who="dana", held_on=DAY)
    before = karthik.export("dana")

    def breaks(*_: object) -> None:
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch, pytest.raises(StoreError):
        patch.setattr("coach.store.confirm.record_never", breaks)
        karthik.confirm("dana", "01", reject=[supplier])
    assert karthik.export("dana") == before
    monkeypatch.setattr(clock, "exactly", lambda: NOW + timedelta(hours=1))
    karthik.confirm("dana", "01", reject=[supplier])
    assert supplier not in {one.id for one in karthik.commitments("dana")}
    assert karthik.undo("dana").commitment == supplier


def test_what_was_answered_to_such_a_prompt_goes_with_it_and_comes_back(karthik: Coach) -> None:
    from coach.web.lines import sheet_of

    pair = karthik.relationship("dana")
    (kept,) = (c.id for c in karthik.commitments("dana") if c.status == "done")
    (prompt,) = (
        one
        for one in sheet_of(karthik.draft("dana", "02"), pair, ()).prompts
        if "hiring budget" in one.text
    )
    assert prompt.about == kept
    words = "I wrote it first thing in the morning."
    karthik.answer_anew(
        answer_to(prompt.id, words, pair=pair, role="mentee", about=prompt.about, at=NOW)
    )
    karthik.edit_commitment("dana", kept, status=NEVER)
    assert karthik.answers("dana", "mentee") == ()
    karthik.undo("dana", kept)
    assert [one.text for one in karthik.answers("dana", "mentee")] == [words]
