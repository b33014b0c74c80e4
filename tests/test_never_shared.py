"""What one of the two says was never promised: the other one hears of it, and is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_home import done
from two_homes import (
    CALL,
    DANA,
    DAY,
    KARTHIK,
    NOW,
    everything,
    hear,
    home,
    home_after_a_call,
    later,
    told,
)

from coach.app import Coach
from coach.errors import UnknownError, UserError
from coach.records import NEVER, PROMISED, Agreement
from coach.render.exchange import brought_page, shared_text
from coach.render.markdown import markdown
from coach.sharing import Brought
from coach.sharing.never import fingerprint

pytestmark = pytest.mark.usefixtures("each_call_read_once", "in_the_story")


@pytest.fixture
def karthik(tmp_path: Path) -> Iterator[Coach]:
    with home_after_a_call(tmp_path, "mentee") as coach:
        yield coach


@pytest.fixture
def dana(tmp_path: Path) -> Iterator[Coach]:
    with home(tmp_path, "mentor") as coach:
        yield coach


def named(coach: Coach, word: str) -> str:
    (who,) = [one.id for one in coach.relationships()]
    (id,) = (one.id for one in coach.commitments(who) if word in one.action)
    return id


def hands_over(one: Coach, other: Coach, folder: Path) -> Brought:
    """What the other one takes of a new file."""
    return other.receive(told(one, folder))[1]


def actions(coach: Coach) -> str:
    (who,) = [one.id for one in coach.relationships()]
    return " ".join(one.action for one in coach.commitments(who))


def in_doubt(coach: Coach) -> list[tuple[str, str | None]]:
    (who,) = [one.id for one in coach.relationships()]
    return [(one.id, one.partner_says) for one in coach.in_doubt(who)]


# --- what goes out -------------------------------------------------------------------------------


def test_the_file_tells_that_a_line_was_never_promised_and_no_word_of_it(
    karthik: Coach, tmp_path: Path
) -> None:
    assert "supplier" in shared_text(karthik.share("dana"))
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    shared = karthik.share("dana")
    text = shared_text(shared)
    assert "supplier" not in text and "cable" not in text and "on Monday" not in text
    (gone,) = shared.never_promised
    assert (gone.owner, str(gone.promised_on)) == (KARTHIK, DAY)
    assert "A line of Karthik's." in text and shared.version == 2


def test_a_file_that_takes_nothing_out_is_one_that_an_older_coach_reads(karthik: Coach) -> None:
    file = json.loads(karthik.share("dana").model_dump_json())
    assert file["version"] == 1 and "never_promised" not in file


def test_what_is_off_limits_or_was_only_heard_is_not_told_of_either(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    pair = karthik.relationship("dana")
    agreed = Agreement(off_limits=("the cable supplier",))
    karthik.store.relationships.replace(pair.model_copy(update={"agreement": agreed}))
    assert karthik.share("dana").never_promised == ()
    karthik.store.relationships.replace(pair)
    hands_over(karthik, dana, tmp_path)
    (heard,) = dana.heard("karthik")
    dana.own("karthik", reject=[heard.id])
    assert dana.share("karthik").never_promised == ()


# --- what it asks --------------------------------------------------------------------------------


def test_the_partner_is_asked_and_nothing_goes_before_a_yes(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands_over(karthik, dana, tmp_path)
    here = named(dana, "supplier")
    later(monkeypatch, 1)
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    later(monkeypatch, 2)
    brought = hands_over(karthik, dana, tmp_path)
    assert brought.is_news and [one.id for one in brought.never] == [here]
    assert "supplier" in actions(dana) and in_doubt(dana) == [(here, NEVER)]
    before = everything(dana)
    assert not hands_over(karthik, dana, tmp_path).is_news and everything(dana) == before
    (out,) = dana.own("karthik", accept=[here])
    assert out.status == NEVER and "supplier" not in actions(dana) and in_doubt(dana) == []
    assert dana.undo("karthik").commitment == here
    assert "supplier" in actions(dana) and in_doubt(dana) == [(here, NEVER)]


def test_a_no_keeps_it_and_the_same_word_does_not_ask_again(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands_over(karthik, dana, tmp_path)
    here = named(dana, "supplier")
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    later(monkeypatch, 1)
    hands_over(karthik, dana, tmp_path)
    later(monkeypatch, 2)
    dana.own("karthik", accept=(), reject=[here])
    assert "supplier" in actions(dana) and in_doubt(dana) == []
    later(monkeypatch, 3)
    assert not hands_over(karthik, dana, tmp_path).is_news and in_doubt(dana) == []
    assert not hands_over(dana, karthik, tmp_path).after_all and in_doubt(karthik) == []
    karthik.undo("dana")
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    assert hands_over(karthik, dana, tmp_path).never and in_doubt(dana) == [(here, NEVER)]


def test_a_yes_to_all_that_was_heard_takes_nothing_out(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hands_over(karthik, dana, tmp_path)
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    hands_over(karthik, dana, tmp_path)
    assert len(dana.own("karthik")) == 1 and "supplier" in actions(dana)
    assert len(in_doubt(dana)) == 1


def test_an_undo_goes_the_same_way_before_the_answer_and_after_it(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands_over(karthik, dana, tmp_path)
    here = named(dana, "supplier")
    for day, answered in ((1, False), (5, True)):
        later(monkeypatch, day)
        karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
        assert hands_over(karthik, dana, tmp_path).never
        later(monkeypatch, day + 1)
        if answered:
            dana.own("karthik", accept=[here])
        later(monkeypatch, day + 2)
        karthik.undo("dana")
        brought = hands_over(karthik, dana, tmp_path)
        assert [one.id for one in brought.after_all] == [here] * answered
        assert [one.id for one in brought.taken_back] == [here] * (not answered)
        assert in_doubt(dana) == [(here, PROMISED)] * answered
    assert "supplier" not in actions(dana)
    (back,) = dana.own("karthik", accept=[here])
    assert back.status == "open" and "supplier" in actions(dana)
    before = everything(dana)
    assert not hands_over(karthik, dana, tmp_path).is_news and everything(dana) == before


def test_what_both_took_out_is_asked_of_nobody_and_a_yes_goes_back_as_no_question(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands_over(karthik, dana, tmp_path)
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    hands_over(karthik, dana, tmp_path)
    later(monkeypatch, 1)
    dana.own("karthik", accept=[named(dana, "supplier")])
    later(monkeypatch, 2)
    karthik.undo("dana")
    later(monkeypatch, 3)
    assert not hands_over(dana, karthik, tmp_path).never and in_doubt(karthik) == []
    assert hands_over(karthik, dana, tmp_path).after_all


def test_a_call_that_both_read_themselves_is_asked_about_too(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(dana, tmp_path, "Dana: Hello.\n" + CALL)
    own = named(dana, "rota")
    dana.edit_commitment("karthik", own, action="Put the rota question to Luis for the weekend")
    karthik.edit_commitment("dana", named(karthik, "rota"), status=NEVER)
    assert [one.id for one in hands_over(karthik, dana, tmp_path).never] == [own]
    assert in_doubt(dana) == [(own, NEVER)]


def test_what_was_moved_since_is_not_taken_out_by_a_partners_word(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hands_over(karthik, dana, tmp_path)
    karthik.edit_commitment("dana", named(karthik, "budget"), status=NEVER)
    slipped = "Dana: Did the hiring budget go out?\nKarthik: No, I didn't get to it. I'll send you "
    hear(dana, tmp_path, f"{slipped}the hiring budget by Friday the 26th.\n", "2025-09-17")
    hands_over(karthik, dana, tmp_path)
    ((here, _),) = in_doubt(dana)
    with pytest.raises(UserError, match="so it was promised"):
        dana.own("karthik", accept=[here])
    dana.own("karthik", accept=(), reject=[here])
    assert in_doubt(dana) == []


def test_the_life_of_a_promise_tells_who_said_what_of_it(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coach.render.promise import promise_page

    hands_over(karthik, dana, tmp_path)
    here = named(dana, "supplier")
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    hands_over(karthik, dana, tmp_path)
    later(monkeypatch, 1)
    dana.own("karthik", accept=(), reject=[here])
    now = dana.store.ledger.get("karthik", here)
    pair = dana.relationship("karthik")
    page = promise_page(now, dana.history("karthik", here), pair, today=NOW.date())
    lines = [line.text for line in page.sections[0].lines]
    assert lines[-2:] == [
        "Told by Karthik, Sat 20 Sep: never promised.",
        "By hand, Sun 21 Sep: it stays as it stands.",
    ]


# --- at the terminal -----------------------------------------------------------------------------


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    answers: list[str] = []
    monkeypatch.setattr("coach.cli.terminal.interactive", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: print(prompt) or answers.pop(0))
    yield answers


def test_receive_asks_of_each_line_when_the_file_is_taken(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str]
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentor"))
    file = told(karthik, tmp_path)
    typed += ["y", "y"]
    shown = done("receive", file)
    assert "Yours? y yes, n no, Enter later:" in shown and "Confirmed: 1 of 1." in shown
    here = named(dana, "supplier")
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    typed += ["y", ""]
    shown = done("receive", told(karthik, tmp_path))
    assert "Never promised, says Karthik: yours to say yes or no to" in shown
    assert "Karthik says that this was never promised. Take it out?" in shown
    assert f"Still waits for your yes or no: {here}" in shown and "supplier" in actions(dana)
    assert "Never promised, says Karthik" in done("commitments", "karthik")
    typed += ["y"]
    shown = done("confirm", "karthik", "heard")
    assert f"Taken out, as never promised: {here}" in shown and "supplier" not in actions(dana)
    assert "Nothing was heard of you." in done("confirm", "karthik", "heard", "--all")


def test_off_a_terminal_only_what_is_named_is_taken_out(
    karthik: Coach, dana: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "mentor"))
    done("receive", told(karthik, tmp_path), "--yes")
    here = named(dana, "supplier")
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    shown = done("receive", told(karthik, tmp_path), "--yes")
    assert "Yours to say yes or no to: coach confirm karthik heard" in shown
    shown = done("confirm", "karthik", "heard", "--reject", here)
    assert f"Left as it stands here: {here}." in shown and "Confirmed: 0 of 1." in shown
    assert len(dana.heard("karthik")) == 1
    with pytest.raises(UnknownError, match="not among what was heard"):
        dana.own("karthik", accept=[here])


# --- hostile files -------------------------------------------------------------------------------


def forged(karthik: Coach, **fields: Any) -> dict[str, Any]:
    """A file of Karthik's that takes a line of Dana's out."""
    shared: dict[str, Any] = json.loads(karthik.share("dana").model_dump_json())
    line = {
        "id": "07#c7",
        "owner": DANA,
        "promised_on": DAY,
        "as_of": NOW.isoformat(),
        "fingerprints": [fingerprint("Water the plants")],
    }
    return shared | {"version": 2, "promises": [], "never_promised": [line | fields]}


@pytest.mark.parametrize(
    "fields",
    [
        {"fingerprints": ["x"]},
        {"fingerprints": [fingerprint("x")] * 99},
        {"owner": "Maureen Doyle"},
        {"id": "../../01#c1"},
        {"action": "Water the plants"},
        {"as_of": "2030-01-01"},
        {"promised_on": "0001-01-01"},
    ],
)
def test_a_forged_line_is_one_clear_line_and_changes_nothing(
    fields: dict[str, Any], karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(dana, tmp_path)
    before = everything(dana)
    file = tmp_path / "forged.md"
    file.write_text(json.dumps(forged(karthik, **fields)), encoding="utf-8")
    with pytest.raises(UserError) as problem:
        dana.receive(file, "karthik")
    line = str(problem.value)
    assert line.startswith("forged.md: ") and "\n" not in line and everything(dana) == before


@pytest.mark.parametrize(
    "words", ["Water the plants", "", "01#c1"], ids=["unknown", "nothing", "an id"]
)
def test_what_is_not_known_here_is_one_line_and_changes_nothing(
    words: str, karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(dana, tmp_path)
    before = everything(dana)
    file = tmp_path / "shared.md"
    line = forged(karthik, id="01#c1", fingerprints=[fingerprint(words)])
    file.write_text(json.dumps(line), encoding="utf-8")
    brought = dana.receive(file)[1]
    shown = markdown(brought_page(brought, dana.relationship("karthik")))
    assert not brought.is_news and everything(dana) == before and in_doubt(dana) == []
    assert "Never promised, says the file, and not found here: 1 line. Nothing changes" in shown


def test_a_line_that_no_file_could_have_told_of_is_not_found_by_its_words(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(dana, tmp_path)
    action = next(one.action for one in dana.commitments("karthik") if "rota" in one.action)
    pair = dana.relationship("karthik")
    agreed = Agreement(off_limits=("the support rota",))
    dana.store.relationships.replace(pair.model_copy(update={"agreement": agreed}))
    before = everything(dana)
    file = tmp_path / "shared.md"
    line = forged(karthik, fingerprints=[fingerprint(action)])
    file.write_text(json.dumps(line), encoding="utf-8")
    brought = dana.receive(file)[1]
    assert brought.never_known == 1 and everything(dana) == before


def test_a_line_of_another_day_or_owner_is_not_the_same(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hear(dana, tmp_path)
    mine = next(one for one in dana.commitments("karthik") if "rota" in one.action)
    known = [fingerprint(mine.action)]
    file = tmp_path / "shared.md"
    for fields in ({"promised_on": "2025-08-01"}, {"owner": KARTHIK}):
        file.write_text(json.dumps(forged(karthik, fingerprints=known, **fields)), encoding="utf-8")
        assert dana.receive(file)[1].never_known == 1 and in_doubt(dana) == []
    file.write_text(json.dumps(forged(karthik, fingerprints=known)), encoding="utf-8")
    assert [one.id for one in dana.receive(file)[1].never] == [mine.id]


def test_a_line_that_is_promised_and_never_promised_is_refused(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    both = forged(karthik, id="01#c1")
    both["promises"] = json.loads(karthik.share("dana").model_dump_json())["promises"]
    file = tmp_path / "shared.md"
    for bent in (both, forged(karthik) | {"version": 1}):
        file.write_text(json.dumps(bent), encoding="utf-8")
        with pytest.raises(UserError, match=r"^shared\.md: "):
            dana.receive(file)


def test_the_question_is_kept_by_an_export_that_is_read_in_again(
    karthik: Coach, dana: Coach, tmp_path: Path
) -> None:
    hands_over(karthik, dana, tmp_path)
    karthik.edit_commitment("dana", named(karthik, "supplier"), status=NEVER)
    hands_over(karthik, dana, tmp_path)
    asked, exported = in_doubt(dana), everything(dana)
    dana.erase("karthik")
    dana.restore(exported)
    assert in_doubt(dana) == asked != []
