"""Agreed initials: no name of a third person is kept, shown or sent once the two agreed on that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_home import done, read
from hypothesis import given
from hypothesis import strategies as st

from coach import drafting
from coach.after import naming
from coach.app import Coach
from coach.discretion.initials import by_initials, initials_of, with_names
from coach.engine import engine_of
from coach.errors import UserError
from coach.evidence import locate
from coach.records import Goal, Person, Relationship
from coach.render.exchange import shared_text
from coach.store import Answer

pytestmark = pytest.mark.usefixtures("each_call_read_once")

ADA, SAM = "Ada Okafor", "Sam Reid"
PAIR = Relationship(id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM))
KNOWN = with_names(PAIR, ["Margaret Chen", "Gill", "Sister Agnes O'Brien", "Mark"])
CALL = """\
Ada Okafor: What happened with Margaret?
Sam Reid: I told Margaret Chen on Monday, and Margaret said the rota is wrong.
Ada Okafor: And Zofia? Did you ask Zofia?
Sam Reid: I'll ring Margaret Chen about the rota by Friday.
Sam Reid: Zofia's list was lost, she told me herself, and I'm glad she did.
Ada Okafor: I'll ask Oduya for the form. He has it.
Sam Reid: My goal is to lead Margaret's ward round by June.
"""


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()


NAMES = (b"margaret", b"chen", b"zofia")


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Margaret Chen said so", "M. C. said so"),
        ("Margaret said so", "MC said so"),
        ("MARGARET's plan and margaret’s", "MC's plan and MC’s"),
        ("Ask Gill.", "Ask G.."),
        ("Sister Agnes O’Brien came", "Sister A. O. came"),
        ("Mark my words; mark it, Mark", "M. my words; mark it, M."),
        ("Ada told Sam Reid", "Ada told Sam Reid"),
        ("gillyflowers", "gillyflowers"),
    ],
)
def test_a_name_is_known_in_any_case_and_with_its_ending(text: str, shown: str) -> None:
    assert by_initials(text, KNOWN) == shown


@given(st.text(max_size=200))
def test_as_many_words_stand_there_afterwards_and_a_second_look_changes_nothing(text: str) -> None:
    text = f"{text} Margaret Chen {text}"
    shown = by_initials(text, KNOWN)
    assert len(shown.split()) == len(text.split())
    assert by_initials(shown, KNOWN) == shown
    assert "margaret" not in shown.casefold()


@given(st.text(max_size=40))
def test_any_name_can_be_put_away(name: str) -> None:
    known = with_names(PAIR, [name])
    assert len(initials_of(name)) <= 4
    assert by_initials("Ada and Sam agree.", known) == "Ada and Sam agree."


def test_nothing_changes_where_the_two_have_not_agreed() -> None:
    assert by_initials("Margaret Chen", PAIR) == "Margaret Chen"


# --- a home --------------------------------------------------------------------------------------


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "call-with-margaret.txt"
    file.write_text(CALL, encoding="utf-8")
    return file


def opened(home: Path) -> Coach:
    coach = Coach(home)
    coach.add("pair", mentor=ADA, mentee=SAM, me="mentee")
    coach.consent("pair", ["mentor", "mentee"])
    return coach


def outputs(coach: Coach) -> str:
    texts = [json.dumps(coach.export("pair"))]
    texts += [coach.agenda("pair", role=role).model_dump_json() for role in (None, "mentee")]
    texts.append(coach.roadmap("pair").model_dump_json())
    texts.append(coach.phase("pair").model_dump_json())
    texts += [hit.note.model_dump_json() for hit in coach.find("pair", "the rota").hits]
    texts += [question.model_dump_json() for _, question in coach.open_questions("pair")]
    return "\n".join(texts).casefold()


def test_names_agreed_away_before_a_call_are_nowhere_after_it(tmp_path: Path, call: Path) -> None:
    home = tmp_path / "home"
    with opened(home) as coach:
        coach.initials("pair", on=True)
        drafted = coach.recap(call, who="pair", held_on="2026-03-03")
        coach.confirm("pair", "01")
        assert "rota" in outputs(coach) and "MC" in json.dumps(coach.export("pair"))
        assert not [name for name in NAMES if name.decode() in outputs(coach)]
        kept = coach.store.sessions.transcript("pair", "01")
        assert kept
        for promise in drafted.recap.commitments:
            for item in promise.evidence:
                assert locate(item.quote, kept.turns[item.turn].text)
    assert not [name for name in NAMES if name in bytes_of(home)]


def test_names_agreed_away_afterwards_go_from_all_that_was_kept(tmp_path: Path, call: Path) -> None:
    home = tmp_path / "home"
    with opened(home) as coach:
        coach.recap(call, who="pair", held_on="2026-03-03")
        coach.confirm("pair", "01")
        coach.answer(_answer("Ring Margaret first"))
        coach.find("pair", "Margaret")
        assert "margaret" in outputs(coach)
        before = coach.commitments("pair")
        coach.initials("pair", names={"Margaret Chen": "MC"})
        assert not [name for name in NAMES if name.decode() in outputs(coach)]
        after = coach.commitments("pair")
        assert [(c.id, c.owner, c.due) for c in after] == [(c.id, c.owner, c.due) for c in before]
        assert any("MC" in hit.note.text for hit in coach.find("pair", "ring about the rota").hits)
        assert coach.store.doctor("pair") == ()
    assert not [name for name in NAMES if name in bytes_of(home)]


@pytest.mark.parametrize("before", [True, False], ids=["agreed before", "agreed afterwards"])
def test_a_third_person_whose_words_were_left_out_is_not_named_by_that(
    tmp_path: Path, before: bool
) -> None:
    file = tmp_path / "three.txt"
    file.write_text(
        "Dana: Hello both, how did it go?\n"
        "Margaret Chen: Off the record, I had an interview at Brightwell.\n"
        "Karthik: Brightwell? I had one there as well.\n"
        "Dana: Okay, back on the record. I'll send the plan on Friday.\n"
    )
    with opened(tmp_path / "home") as coach:
        if before:
            coach.initials("pair", on=True)
        coach.recap(file, who="pair", held_on="2025-08-21")
        if not before:
            coach.initials("pair", names={"Margaret Chen": "MC"})
        draft = coach.store.sessions.draft("pair", "01")
        assert draft and draft.withheld
        assert "Margaret" not in str(coach.export("pair"))
    assert b"Margaret" not in bytes_of(tmp_path / "home")


def _answer(text: str) -> Answer:
    return Answer.model_validate(
        {
            "relationship": "pair",
            "question": "PC3",
            "role": "mentee",
            "text": text,
            "at": "2026-03-20T10:00:00Z",
            "visibility": "mentee",
        }
    )


def test_what_people_write_later_holds_no_name_either(tmp_path: Path, call: Path) -> None:
    home = tmp_path / "home"
    with opened(home) as coach:
        coach.initials("pair", names={"Margaret Chen": "MC"})
        coach.recap(call, who="pair", held_on="2026-03-03")
        edits = {"01#c1": {"action": "Ring Margaret Chen soon"}}
        coach.confirm("pair", "01", edits=edits)
        coach.answer(_answer("margaret again"))
        coach.add_goal("pair", Goal(id="g9", text="Work with Margaret"))
        coach.set_term("pair", "areas", "the ward, not Margaret")
        coach.off_limits("pair", add=["Margaret's divorce"])
        assert "Ring M. C. soon" in {c.action for c in coach.commitments("pair")}
    assert not [name for name in NAMES[:2] if name in bytes_of(home)]


def test_what_hands_changed_and_the_whole_trail_of_it_hold_initials(
    tmp_path: Path, call: Path
) -> None:
    home = tmp_path / "home"
    with opened(home) as coach:
        coach.recap(call, who="pair", held_on="2026-03-03")
        coach.confirm("pair", "01")
        coach.edit_commitment("pair", "01#c1", action="Ring Margaret Chen and Zofia")
        coach.edit_commitment("pair", "01#c1", action="Ring Chen")
        coach.undo("pair", "01#c1")
        before = coach.history("pair")
        coach.withdraw("pair", "mentor")
        coach.initials("pair", names={"Margaret Chen": "MC"})
        assert coach.store.ledger.get("pair", "01#c1").action == "Ring M. C. and Z."
        coach.edit_commitment("pair", "01#c2", action="Ask margaret for the form")
        told = "".join(step.model_dump_json() for step in coach.history("pair")).casefold()
        assert len(coach.history("pair")) == len(before) + 1
        assert not [name for name in NAMES if name.decode() in told]
        assert "MC for the form" in coach.store.ledger.get("pair", "01#c2").action
    assert not [name for name in NAMES if name in bytes_of(home)]


def test_answers_that_differed_by_a_name_alone_are_one(tmp_path: Path) -> None:
    with opened(tmp_path / "home") as coach:
        coach.answer(_answer("Ask Gill"))
        coach.answer(_answer("Ask Gwen"))
        coach.initials("pair", names={"Gill": "G", "Gwen": "G"})
        assert [a.text for a in coach.store.answers.visible_to("pair", "mentee")] == ["Ask G."]


def test_an_export_with_names_comes_back_with_initials_under_any_id(
    tmp_path: Path, call: Path
) -> None:
    home = tmp_path / "home"
    with opened(tmp_path / "old") as old:
        old.recap(call, who="pair", held_on="2026-03-03")
        old.confirm("pair", "01")
        old.answer(_answer("Ring Margaret first"))
        exported = old.export("pair")
        old.initials("pair", names={"Margaret Chen": "MC"})
        agreed = old.export("pair")["relationship"]["agreement"]
    exported["relationship"]["agreement"] = agreed
    with Coach(home) as coach:
        coach.restore(exported, id="again")
        assert "rota" in json.dumps(coach.export("again"))
        coach.answer(_answer("Ring Margaret again").model_copy(update={"relationship": "again"}))
        coach.restore(coach.export("again"), id="pair")
        assert coach.relationship("pair").agreement.model_dump(mode="json") == agreed
    assert not [name for name in NAMES if name in bytes_of(home)]


def test_an_export_whose_initials_stand_for_no_names_is_refused(tmp_path: Path, call: Path) -> None:
    with opened(tmp_path / "home") as coach:
        coach.recap(call, who="pair", held_on="2026-03-03")
        coach.confirm("pair", "01")
        exported = coach.export("pair")
        known = with_names(PAIR, ["Open"]).agreement.initials
        exported["relationship"]["agreement"]["initials"] = known.model_dump()
        with pytest.raises(UserError, match="no names"):
            coach.restore(exported, id="again")


def test_a_file_of_the_partner_brings_no_name(tmp_path: Path, call: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "theirs.md"
    with Coach(tmp_path / "theirs") as theirs:
        theirs.add("k", mentor=ADA, mentee=SAM, me="mentor")
        theirs.consent("k", ["mentor", "mentee"])
        theirs.recap(call, who="k", held_on="2026-03-03")
        theirs.confirm("k", "01")
        theirs.add_goal("k", Goal(id="g9", text="Learn from Margaret", specific="Ask Chen"))
        file.write_text(shared_text(theirs.share("k")), encoding="utf-8")
    assert "Margaret" in file.read_text(encoding="utf-8")
    with opened(home) as coach:
        coach.initials("pair", names={"Margaret Chen": "MC", "Zofia": "Z"})
        assert coach.receive(file)[0] == "pair"
        assert "MC" in json.dumps(coach.export("pair"))
    assert not [name for name in NAMES if name in bytes_of(home)]


def test_a_call_that_was_opened_with_its_names_is_not_kept_once_they_are_put_away(
    tmp_path: Path, call: Path
) -> None:
    home = tmp_path / "home"
    with opened(home) as coach:
        here = drafting.opened(coach.store, coach.relationship("pair"), call, "2026-03-03")
        coach.initials("pair", on=True)
        engine = engine_of("offline", coach.settings, coach.frameworks)
        with pytest.raises(UserError, match="read the call again"):
            drafting.drafted(coach.store, here, engine, coach.frameworks)
    assert not [name for name in NAMES if name in bytes_of(home)]


def test_no_other_change_is_lost_where_names_are_put_away(tmp_path: Path, call: Path) -> None:
    home = tmp_path / "home"
    with opened(home) as coach, Coach(home) as other:
        coach.recap(call, who="pair", held_on="2026-03-03")
        learned = naming.learned

        def meanwhile(*given: Any) -> Relationship:
            other.set_phase("pair", ["cultivation"])
            return learned(*given)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(naming, "learned", meanwhile)
            coach.initials("pair", on=True)
        assert coach.relationship("pair").phases == ("cultivation",)


def test_what_was_struck_stays_struck_where_names_are_initials(tmp_path: Path, call: Path) -> None:
    with opened(tmp_path / "home") as coach:
        coach.initials("pair", on=True)
        coach.recap(call, who="pair", held_on="2026-03-03")
        coach.strike("pair", "01", subject="lost")
        struck = coach.store.sessions.transcript("pair", "01")
        coach.recap(call, who="pair", held_on="2026-03-03")
        assert struck and coach.store.sessions.transcript("pair", "01") == struck
        assert "glad" not in json.dumps(coach.export("pair"))


def test_a_model_is_sent_initials(tmp_path: Path, call: Path) -> None:
    with opened(tmp_path / "home") as coach:
        coach.initials("pair", on=True)
        sent = coach.would_send(call, who="pair", held_on="2026-03-03", engine="openai:any")
        words = json.dumps([str(message) for message in sent.messages]).casefold()
        assert "rota" in words and "margaret" not in words and "zofia" not in words


def test_the_command_puts_names_away_and_says_which_it_left(
    tmp_path: Path, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    both = ("--mentor", ADA, "--mentee", SAM, "--me", "mentee")
    done("relationship", "add", "pair", *both)
    done("relationship", "consent", "pair", "--by", "both")
    done("recap", call, "--with", "pair", "--held-on", "2026-03-03")
    done("confirm", "pair", "01", "--all")
    shown = done("agreement", "pair", "initials", "on")
    assert "by their initials" in shown and "Margaret" not in shown
    assert read("agreement", "pair")["initials"] is True
    done("agreement", "pair", "initials", "Oduya=O")
    assert "Oduya" not in done("commitments", "pair") + done("agreement", "pair")
    assert read("agreement", "pair")["initials"] is True
    done("agreement", "pair", "initials", "off")
    assert read("agreement", "pair")["initials"] is False
