"""What the agenda evals count, and what holds of the agendas of the published calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.embedding import HashedNgrams
from coach.records import Agenda, AgendaItem, Role
from evals.__main__ import main
from evals.agendas import Row, measure
from evals.cases import read_cases
from evals.preparing import VIEWS, Prepared, prepared
from evals.scoring import agendas as scoring
from evals.scoring.agendas import Shown
from evals.scoring.tally import Share

pytestmark = pytest.mark.usefixtures("each_call_read_once")

CASES = Path(__file__).resolve().parents[1] / "evals" / "cases"
MUST_BE_ONE = ("open_promises", "sourced_items", "verbatim_quotes", "minutes", "voice_limits")


def drawn_from(source: str) -> tuple[Prepared, ...]:
    complaints: list[str] = []
    drawn = tuple(prepared(read_cases(CASES), source, complaints.append))
    assert complaints == []
    return drawn


@pytest.fixture(scope="module")
def read() -> tuple[Prepared, ...]:
    """The agendas of the published calls, from homes in which those before were read."""
    with pytest.MonkeyPatch.context() as patch:  # an agenda searches nothing
        patch.setattr("coach.embedding.default_embedder", lambda *_: HashedNgrams())
        return drawn_from("read")


@pytest.fixture(scope="module")
def gold() -> tuple[Prepared, ...]:
    """The same, from recaps without a fault."""
    return drawn_from("gold")


def rows(drawn: tuple[Prepared, ...]) -> dict[str, Row]:
    return {row.figure: row for row in measure(drawn)}


def checked(one: Prepared) -> dict[str, Share]:
    found: dict[str, Share] = {}
    for name, share in scoring.checks(one):
        found[name] = found.get(name, Share()) + share
    return found


def with_items(one: Prepared, *items: AgendaItem) -> Prepared:
    """The same call, with these items as the agenda of all three views."""

    def changed(agenda: Agenda) -> Agenda:
        return agenda.model_copy(update={"items": items})

    return one._replace(agendas={role: changed(agenda) for role, agenda in one.agendas.items()})


# --- the published calls --------------------------------------------------------------------------


def test_every_agenda_holds_every_open_promise_and_says_where_it_comes_from(
    read: tuple[Prepared, ...], gold: tuple[Prepared, ...]
) -> None:
    for found in (rows(read), rows(gold)):
        for name in (*MUST_BE_ONE, "first_agreement"):
            assert found[name].value == 1.0, name
            assert found[name].n > 0, name
        assert (found["secrets_told"].value, found["secrets_told"].n) == (0.0, 17)


def test_what_a_recap_without_a_fault_says_was_done_is_offered_for_praise(
    gold: tuple[Prepared, ...],
) -> None:
    praised = rows(gold)["kept_praised"]
    assert (praised.value, praised.n) == (1.0, 37)


def test_an_agenda_foresees_more_than_the_open_promises_and_far_more_than_anothers_does(
    read: tuple[Prepared, ...], gold: tuple[Prepared, ...]
) -> None:
    for found in (rows(read), rows(gold)):
        for name in ("foresight, shared", "foresight, mentor", "- of all but updates"):
            row = found[name]
            assert row.value and row.promises_only is not None and row.other_pairs is not None
            assert row.value > row.promises_only
            assert row.value > 4 * row.other_pairs


def test_no_agenda_is_drawn_from_the_call_it_is_for(read: tuple[Prepared, ...]) -> None:
    for one in read:
        sources = [s for agenda in one.agendas.values() for i in agenda.items for s in i.sources]
        later = {source.session for source in sources} - set(one.turns) - {None}
        assert later == set(), one.case.name
        assert one.case.session not in one.turns


# --- what the figures count -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, met",
    [
        ("Ring the roofer about the leaking gutter", 1),
        ("Ring the roofer", 0),
        ("Nothing of it", 0),
    ],
)
def test_two_content_words_of_one_item_make_it_foreseen(said: str, met: int) -> None:
    came = {"wins": [scoring.content("The roofer mended the gutter")]}
    shown = Shown((scoring.content("The price of a gutter"), scoring.content(said)), 0)
    assert scoring.foreseen(came, shown, ("wins",)) == Share(met, 1)


def test_words_in_two_items_make_nothing_foreseen() -> None:
    came = {"wins": [scoring.content("The roofer mended the gutter")]}
    shown = Shown((scoring.content("the roofer"), scoring.content("the gutter")), 0)
    assert scoring.foreseen(came, shown, ("wins",)) == Share(0, 1)


def test_the_names_of_the_two_foresee_nothing(gold: tuple[Prepared, ...]) -> None:
    for one in gold:
        names = scoring.content(" ".join(person.name for person in one.relationship.people))
        assert not any(names & stems for every in scoring.heard(one).values() for stems in every)


def test_what_the_gold_marks_as_sensitive_is_not_to_be_foreseen(gold: tuple[Prepared, ...]) -> None:
    one = next(one for one in gold if one.case.gold.challenges and not one.first)
    hushed = [item.model_copy(update={"sensitive": True}) for item in one.case.gold.challenges]
    told = one.case.gold.model_copy(update={"challenges": tuple(hushed)})
    case = one._replace(case=type(one.case)(**{**vars(one.case), "gold": told}))
    assert scoring.heard(one)["challenges"] and scoring.heard(case)["challenges"] == []


@pytest.mark.parametrize(
    "figure, item",
    [
        ("open_promises", AgendaItem(title="A talk", kind="topic", minutes=60)),
        ("sourced_items", AgendaItem(title="A talk", kind="topic", minutes=60)),
        ("minutes", AgendaItem(title="A talk", kind="topic", minutes=59)),
        ("voice_limits", AgendaItem(title="word " * 501, kind="topic", minutes=60)),
        ("voice_limits", AgendaItem(title="A", kind="topic", minutes=60, questions=("Q?",) * 4)),
    ],
)
def test_an_agenda_that_breaks_a_rule_is_seen_to(
    gold: tuple[Prepared, ...], figure: str, item: AgendaItem
) -> None:
    one = next(one for one in gold if not one.first)
    assert checked(one)[figure].ratio == 1.0
    assert checked(with_items(one, item))[figure].part == 0


def test_a_quote_that_nobody_said_is_seen(gold: tuple[Prepared, ...]) -> None:
    one = next(one for one in gold if checked(one)["verbatim_quotes"].whole)
    source = next(s for i in one.agendas[None].items for s in i.sources if s.quote)
    forged = source.model_copy(update={"quote": f"{source.quote} and nine zeppelins"})
    item = AgendaItem(title="A talk", kind="topic", minutes=60, sources=(forged,))
    assert checked(with_items(one, item))["verbatim_quotes"] == Share(0, 3)


def test_a_telling_word_of_an_earlier_call_is_seen(gold: tuple[Prepared, ...]) -> None:
    one = next(one for one in gold if checked(one)["secrets_told"].whole)
    secret = next(item for told in one.case.earlier for item in told.confidential)
    item = AgendaItem(title=secret.telling[0].upper(), kind="topic", minutes=60)
    assert checked(one)["secrets_told"].part == 0
    assert checked(with_items(one, item))["secrets_told"].part == 1


def test_a_first_agenda_without_the_agreement_is_seen(gold: tuple[Prepared, ...]) -> None:
    first = next(one for one in gold if one.first)
    bare = AgendaItem(title="A talk", kind="topic", minutes=60)
    assert checked(with_items(first, bare))["first_agreement"] == Share(0, 17)


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def one_pair(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "pair").symlink_to(CASES / "bush-teacher")
    return tmp_path / "cases"


def test_the_command_prints_rows_as_json_and_keeps_each_agenda_as_it_is_read(
    one_pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert (
        main(["agendas", str(one_pair), "--from", "gold", "--json", "--predictions", str(out)]) == 0
    )
    (row,) = [r for r in json.loads(capsys.readouterr().out) if r["figure"] == "open_promises"]
    assert row["value"] == 1.0
    names: list[Role | None] = list(VIEWS)
    stems = [f"02.{role}" if role else "02" for role in names]
    for stem in stems:
        agenda = Agenda.model_validate_json((out / "pair" / f"{stem}.json").read_text())
        assert sum(item.minutes for item in agenda.items) == agenda.minutes
        assert (out / "pair" / f"{stem}.md").read_text().startswith("# The next call")


def test_the_command_prints_a_table_and_what_was_not_foreseen(
    one_pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agendas", str(one_pair), "--from", "gold", "--markdown", "--misses"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "| figure | agenda | n | 95 % | promises only | other pairs' |"
    assert any(line.startswith("pair/02 ") for line in told)


def test_a_call_that_cannot_be_read_is_told_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = tmp_path / "pair"
    pair.mkdir()
    for file in (CASES / "bush-teacher").iterdir():
        words = file.read_bytes() if file.name != "01.txt" else b"\x00\x01"
        (pair / file.name).write_bytes(words)
    assert main(["agendas", str(tmp_path), "--json"]) == 1
    told = capsys.readouterr()
    assert "pair/01" in told.err
    assert json.loads(told.out)


@pytest.mark.parametrize("arguments", [["nowhere"], [], [".", "--from", "memory"]])
def test_a_mistake_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agendas", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
