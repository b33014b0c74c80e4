"""The working agreement: 17 topics with their words and day, set by people, offered back early."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli_home import after_two_calls, agreed, done, read, refused
from hypothesis import given
from hypothesis import strategies as st

from coach import agreement
from coach.app import Coach
from coach.before import prepare
from coach.errors import UserError
from coach.library import frameworks
from coach.past import Past
from coach.records import Agreement, Evidence, Person, Recap, Relationship, Term

pytestmark = pytest.mark.usefixtures("each_call_read_once")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))


PACKS = frameworks()
ADA, SAM = "Ada Okafor", "Sam Reid"
PAIR = Relationship(id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM))
TODAY = date(2026, 3, 10)


def recap(day: int, *terms: Term) -> Recap:
    session = f"{day:02d}"
    return Recap(
        relationship="pair",
        session=session,
        held_on=date(2026, 3, day),
        engine="offline",
        agreement=terms,
    )


def heard(text: str, state: str = "agreed", topic: str = "where") -> Term:
    return Term.model_validate(
        {"topic": topic, "state": state, "text": text, "evidence": [{"turn": 1, "quote": text}]}
    )


def by_hand(text: str, state: agreement.State = "agreed", on: date = TODAY) -> Agreement:
    return agreement.with_term(PAIR, "where", text, state, on=on, frameworks=PACKS).agreement


def where(known: Agreement) -> str:
    return next((term.text for term in known.terms if term.topic == "where"), "")


# --- what stands ---------------------------------------------------------------------------------


def test_there_are_seventeen_topics_and_those_nobody_spoke_of_are_open() -> None:
    terms = agreement.all_terms(Agreement(terms=(heard("on Zoom"),)), PACKS)
    assert len(terms) == 17
    assert [term.topic for term in terms if term.state != "open"] == ["where"]


def test_a_term_that_a_call_brings_has_its_words_and_its_day() -> None:
    (term,) = agreement.after_call(Agreement(), recap(3, heard("on Zoom"))).terms
    assert (term.on, term.text, term.evidence[0].quote) == (date(2026, 3, 3), "on Zoom", "on Zoom")


@pytest.mark.parametrize(
    ("day", "state", "stands"),
    [
        (3, "agreed", "by hand"),
        (10, "agreed", "by hand"),
        (17, "discussed", "by hand"),
        (17, "agreed", "heard"),
    ],
)
def test_what_was_set_by_hand_gives_way_only_to_what_is_agreed_later(
    day: int, state: str, stands: str
) -> None:
    known = agreement.after_call(by_hand("by hand"), recap(day, heard("heard", state)))
    assert where(known) == stands


def test_a_call_read_again_does_not_undo_what_a_later_one_agreed() -> None:
    first, later = recap(3, heard("on Zoom")), recap(17, heard("in the park"))
    known = agreement.after_call(agreement.after_call(Agreement(), first), later)
    assert where(agreement.after_call(known, first)) == "in the park"


def test_a_topic_is_found_by_its_id_and_by_its_name_in_any_writing() -> None:
    for name in ("mentors_share", "The mentor's share", "MENTORS-SHARE", "the mentor’s  share"):
        known = agreement.with_term(PAIR, name, "stories", "agreed", on=TODAY, frameworks=PACKS)
        assert known.agreement.terms[0].topic == "mentors_share"


def test_an_open_topic_is_as_if_nobody_had_spoken_of_it() -> None:
    pair = PAIR.model_copy(update={"agreement": by_hand("on Zoom")})
    known = agreement.with_term(pair, "where", "", "open", on=TODAY, frameworks=PACKS)
    assert known.agreement.terms == ()


@given(st.text(max_size=700), st.text(max_size=40))
def test_any_text_is_kept_on_one_line_or_refused_in_one(text: str, topic: str) -> None:
    for wanted in ("where", topic):
        try:
            known = agreement.with_term(PAIR, wanted, text, "agreed", on=TODAY, frameworks=PACKS)
        except UserError as problem:
            assert len(str(problem).splitlines()) == 1
        else:
            said = known.agreement.terms[0].text
            assert said and said.isprintable() and len(said) <= agreement.LONGEST


@given(st.lists(st.text(max_size=30), max_size=5))
def test_subjects_put_off_limits_can_be_let_in_again(subjects: list[str]) -> None:
    known = PAIR
    for subject in subjects:
        try:
            known = agreement.with_off_limits(known, add=[subject])
        except UserError:
            continue
    kept = known.agreement.off_limits
    assert len({" ".join(one.casefold().split()) for one in kept}) == len(kept)
    assert agreement.with_off_limits(known, remove=kept).agreement.off_limits == ()


# --- what is offered back ------------------------------------------------------------------------


def offered(*terms: Term, phases: tuple[str, ...], calls: int = 1) -> list[str]:
    """Topics of the agreement that the next agenda brings up, in order."""
    pair = PAIR.model_copy(update={"agreement": Agreement(terms=terms), "phases": phases})
    past = Past(recaps=tuple(recap(day) for day in range(1, calls + 1)))
    found = prepare(pair, past=past, frameworks=PACKS)
    return [s.id for item in found.items for s in item.sources if s.kind == "agreement"]


def test_open_topics_are_offered_in_initiation_only_two_a_call_confidentiality_first() -> None:
    assert offered(phases=("initiation",)) == ["confidentiality", "frequency"]
    assert offered(phases=("initiation", "cultivation"), calls=5)[0] == "confidentiality"
    assert offered(phases=("cultivation",)) == offered(phases=("separation",)) == []


def test_a_topic_that_is_settled_or_was_talked_about_is_not_offered_again() -> None:
    settled = (
        heard("stays here", topic="confidentiality"),
        heard("weekly?", "discussed", "frequency"),
    )
    assert offered(*settled, phases=("initiation",)) == ["length", "where"]


def test_the_first_meeting_is_offered_all_that_is_open() -> None:
    assert len(offered(phases=("initiation",), calls=0)) == 17


# --- the command ---------------------------------------------------------------------------------


def test_the_command_shows_every_topic_once_with_its_words_day_or_question() -> None:
    who = after_two_calls()
    shown = done("agreement", who)
    found = read("agreement", who)["terms"]
    assert len(found) == 17
    assert {term["state"] for term in found} <= {"agreed", "discussed", "open"}
    for term in found:
        if term["state"] != "open":
            assert term["evidence"] and term["on"]
    named = [q.name or q.id.replace("_", " ") for q in PACKS["working-agreement"].kinds("topic")]
    assert all(shown.lower().count(f"\n  {name.lower()}") == 1 for name in named)
    assert shown.count("?") >= sum(term["state"] == "open" for term in found) - 3


def test_a_term_set_by_hand_says_so_and_stays_when_a_call_is_read_again() -> None:
    who = after_two_calls()
    shown = done("agreement", who, "set", "where", "on Zoom, cameras on")
    assert "On Zoom, cameras on" in shown and "set by hand" in shown
    done("confirm", who, "01", "--all")
    assert "On Zoom, cameras on" in done("agreement", who)
    assert "Talked about" in done("agreement", who, "set", "evaluation", "in June", "--discussed")
    done("agreement", who, "set", "where", "--open")
    assert {t["state"] for t in read("agreement", who)["terms"] if t["topic"] == "where"} == {
        "open"
    }


def test_subjects_are_put_off_limits_and_let_in_again() -> None:
    who = agreed()
    assert "The merger." in done("agreement", who, "off-limits", "add", "the merger")
    assert read("agreement", who)["off_limits"] == ["the merger"]
    assert "merger" not in done("agreement", who, "off-limits", "remove", "The Merger")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set",), "Which topic?"),
        (("set", "nonsense", "text"), "no topic 'nonsense'"),
        (("set", "where"), "What was agreed on where?"),
        (("set", "where", "x" * 601), "At most 600"),
        (("set", "where", "text", "--open"), "no text"),
        (("--discussed",), "goes with: set TOPIC"),
        (("set", "where", "text", "--open", "--discussed"), "not both"),
        (("off-limits",), "off-limits add"),
        (("off-limits", "drop", "x"), "off-limits add"),
        (("off-limits", "add", "the of it"), "no word of its own"),
        (("off-limits", "add", "Robyn"), "no word of its own"),
        (("off-limits", "remove", "the merger"), "there are: none"),
        (("initials",), "Say on, off or a name"),
        (("initials", "Robyn=RT"), "the two keep theirs"),
        (("initials", "Gill=12345"), "no initials"),
    ],
)
def test_what_cannot_be_set_is_refused_in_one_line(words: tuple[str, ...], told: str) -> None:
    assert told in refused("agreement", agreed(), *words)


def test_the_verbs_of_the_library_take_and_give_records(tmp_path: Path) -> None:
    with Coach(tmp_path) as coach:
        coach.add("pair", mentor=ADA, mentee=SAM)
        coach.set_term("pair", "frequency", "every two weeks", "discussed")
        (term,) = [term for term in coach.agreement("pair") if term.state == "discussed"]
        assert (term.topic, term.text, term.by_hand) == ("frequency", "every two weeks", True)
        assert coach.off_limits("pair", add=["the merger"]) == ("the merger",)
        assert coach.off_limits("pair") == ("the merger",)
        assert term.on and term.evidence == tuple[Evidence, ...]()
