"""The coach in LangChain keeps LangChain's own promises, and the coach's."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_home import DEMO, FIRST, SECOND
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from langchain_core.tools import BaseTool
from langchain_tests.integration_tests import (
    EmbeddingsIntegrationTests,
    RetrieversIntegrationTests,
    ToolsIntegrationTests,
)
from langchain_tests.unit_tests import EmbeddingsUnitTests, ToolsUnitTests

from coach import (
    Agenda,
    AgendaRunnable,
    Coach,
    CoachEmbeddings,
    CoachRetriever,
    Goal,
    Recap,
    RecapRunnable,
    UnknownError,
    UserError,
    coach_tools,
)

WHO = "robyn"


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    """A home with both calls of the demo, confirmed."""
    with Coach(tmp_path_factory.mktemp("home")) as coach:
        coach.add(WHO, mentor="Robyn Teague", mentee="Lachie Burke", me="mentee")
        coach.label(WHO, {"Speaker 1": "mentor", "Speaker 2": "mentee", "Lachie's iPad": "mentee"})
        coach.consent(WHO, by=("mentor", "mentee"))
        for file, held_on in (("01.txt", FIRST), ("02.vtt", SECOND)):
            draft = coach.recap(DEMO / file, who=WHO, held_on=held_on).recap
            coach.confirm(WHO, draft.session)
        yield coach


class TestEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[CoachEmbeddings]:
        return CoachEmbeddings


class TestEmbedding(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self) -> type[CoachEmbeddings]:
        return CoachEmbeddings


class TestRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _with(self, coach: Coach) -> None:
        self.coach = coach

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return CoachRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"coach": self.coach, "who": WHO, "role": "mentee"}

    @property
    def retriever_query_example(self) -> str:
        return "what was promised"


GIVEN: dict[str, dict[str, Any]] = {
    "list_relationships": {},
    "prepare_agenda": {"who": WHO, "role": "mentor", "minutes": 45},
    "list_commitments": {"who": WHO, "open_only": False},
    "list_goals": {"who": WHO},
    "open_questions": {"who": WHO},
    "search_notes": {"who": WHO, "query": "the seating plan", "limit": 3},
    "recap_call": {
        "who": WHO,
        "transcript": "Robyn Teague: I'll send you the form by Friday.\nLachie Burke: Thanks.",
        "held_on": "2026-04-02",
    },
}


class _OfOurs:
    """LangChain's own tests, on one of our tools."""

    @pytest.fixture(autouse=True, params=GIVEN)
    def _with(self, coach: Coach, request: pytest.FixtureRequest) -> None:
        self.name = request.param
        (self.one,) = (tool for tool in coach_tools(coach) if tool.name == self.name)

    @property
    def tool_constructor(self) -> BaseTool:
        return self.one

    @property
    def tool_invoke_params_example(self) -> dict[str, Any]:
        return GIVEN[self.name]


class TestTool(_OfOurs, ToolsUnitTests):
    pass


class TestToolAtWork(_OfOurs, ToolsIntegrationTests):
    pass


def test_every_tool_is_tried(coach: Coach) -> None:
    assert [tool.name for tool in coach_tools(coach)] == list(GIVEN)


def call_of(coach: Coach, name: str, pinned: str | None = None, **given: Any) -> Any:
    (tool,) = (tool for tool in coach_tools(coach, pinned) if tool.name == name)
    return tool.invoke({"name": name, "args": given, "id": "1", "type": "tool_call"})


def test_a_tool_gives_a_page_marked_as_data_and_the_records(coach: Coach) -> None:
    told = call_of(coach, "list_commitments", WHO, open_only=False)
    assert "instruction to you" in told.content and "seating plan" in told.content
    assert [one["id"] for one in told.artifact] == [c.id for c in coach.commitments(WHO)]


def test_tools_of_one_relationship_open_no_other(coach: Coach) -> None:
    told = call_of(coach, "list_goals", WHO, who="somebody-else")
    assert told.status == "error" and told.content == f"who: these tools are for {WHO} alone."
    (one,) = call_of(coach, "list_relationships", WHO).artifact
    assert one["id"] == WHO


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("list_goals", {}, f"There are: {WHO}"),
        ("list_goals", {"who": "nobody"}, "nobody"),
        ("prepare_agenda", {"who": WHO, "on": "soon"}, "is no day"),
        ("recap_call", {"who": WHO, "transcript": "A: x", "held_on": "soon"}, "is no day"),
        ("recap_call", {"who": WHO, "transcript": "{", "held_on": "2026-01-01"}, "pasted"),
    ],
)
def test_what_cannot_be_done_comes_back_as_one_line(
    coach: Coach, name: str, given: dict[str, Any], said: str
) -> None:
    told = call_of(coach, name, **given)
    assert told.status == "error"
    assert said in told.content and len(told.content.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("search_notes", {"who": WHO, "query": ""}),
        ("search_notes", {"who": WHO, "query": "x" * 401}),
        ("search_notes", {"who": WHO, "query": "x", "limit": 1000}),
        ("prepare_agenda", {"who": WHO, "minutes": -1}),
        ("prepare_agenda", {"who": WHO, "role": "admin"}),
        ("recap_call", {"who": WHO, "transcript": "x" * 2_000_001, "held_on": "2026-01-01"}),
        ("list_goals", {"who": "x" * 65}),
    ],
)
def test_oversize_and_senseless_arguments_are_refused(
    coach: Coach, name: str, given: dict[str, Any]
) -> None:
    told = call_of(coach, name, **given)
    assert told.status == "error"
    assert len(told.content.splitlines()) == 1 and len(told.content) < 200


def test_no_tool_says_yes_for_a_person_or_changes_the_ledger(coach: Coach) -> None:
    before = coach.commitments(WHO), coach.relationship(WHO)
    for name, given in GIVEN.items():
        call_of(coach, name, **given)
    assert (coach.commitments(WHO), coach.relationship(WHO)) == before


def test_a_document_says_of_which_call_and_in_which_words(coach: Coach) -> None:
    found = CoachRetriever(coach=coach, who=WHO, k=3).invoke("what was promised")
    for document in found:
        assert document.metadata["relationship"] == WHO
        assert document.metadata["session"] in ("01", "02")
        assert document.metadata["date"].startswith("2026-0")
        assert document.metadata["quotes"] and all(document.metadata["quotes"])


@pytest.mark.parametrize("k", [0, 51, "many"])
def test_a_retriever_gives_no_number_of_documents_that_nobody_can_read(
    coach: Coach, k: Any
) -> None:
    with pytest.raises(ValueError, match="k"):
        CoachRetriever(coach=coach, who=WHO, k=k)


def test_a_retriever_of_nobody_says_who_there_is(coach: Coach) -> None:
    with pytest.raises(UnknownError, match=WHO):
        CoachRetriever(coach=coach, who="nobody").invoke("anything")


def test_what_is_off_limits_is_no_document(coach: Coach) -> None:
    def seating() -> list[Document]:
        found = CoachRetriever(coach=coach, who=WHO, k=50).invoke("the seating plan")
        return [document for document in found if "seating" in document.page_content]

    pair = coach.relationship(WHO)
    agreement = pair.agreement.model_copy(update={"off_limits": ("the seating plan",)})
    assert seating()
    coach.store.relationships.replace(pair.model_copy(update={"agreement": agreement}))
    try:
        assert seating() == []
    finally:
        coach.store.relationships.replace(pair)


def test_what_is_off_limits_is_no_promise_and_no_goal_of_a_tool(coach: Coach) -> None:
    def told() -> list[str]:
        ledger = call_of(coach, "list_commitments", WHO, open_only=False)
        goals = call_of(coach, "list_goals", WHO)
        return [f"{page.content} {page.artifact}" for page in (ledger, goals)]

    pair = coach.add_goal(WHO, Goal(id="g9", text="A seating plan for every class"))
    try:
        assert all("seating" in page for page in told())
        coach.off_limits(WHO, add=["the seating plan"])
        assert not any("seating" in page for page in told())
    finally:
        coach.store.relationships.replace(pair.model_copy(update={"goals": pair.goals[:-1]}))


def test_a_recap_and_an_agenda_are_steps_of_a_chain(tmp_path: Path) -> None:
    with Coach(tmp_path) as coach:
        coach.add(WHO, mentor="Robyn Teague", mentee="Lachie Burke", me="mentee")
        coach.add_goal(WHO, Goal(id="g1", text="Run the standup alone"))
        coach.label(WHO, {"Speaker 1": "mentor", "Speaker 2": "mentee"})
        coach.consent(WHO, by=("mentor", "mentee"))

        def confirmed(recap: Recap) -> dict[str, Any]:
            coach.confirm(recap.relationship, recap.session)
            return {"who": recap.relationship, "role": "mentee", "minutes": 30}

        chain = RecapRunnable(coach) | RunnableLambda(confirmed) | AgendaRunnable(coach)
        agenda = chain.invoke({"call": DEMO / "01.txt", "who": WHO, "held_on": FIRST})
    assert isinstance(agenda, Agenda)
    assert agenda.minutes == 30
    assert any(source.kind == "commitment" for item in agenda.items for source in item.sources)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"who": WHO}, "needs call"),
        ({"call": "x", "who": WHO, "home": "/"}, "does not know home"),
        ("a transcript", "a mapping with call, who, not str"),
        ({}, "needs call, who"),
    ],
)
def test_a_step_says_what_it_takes(coach: Coach, given: Any, said: str) -> None:
    with pytest.raises(UserError, match=said):
        RecapRunnable(coach).invoke(given)


def test_a_tracing_variable_sends_no_note_and_no_call_anywhere(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGSMITH", "LANGCHAIN"):
        monkeypatch.setenv(f"{name}_TRACING_V2", "true")
        monkeypatch.setenv(f"{name}_API_KEY", "lsv2_pt_x")
        monkeypatch.setenv(f"{name}_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    connections: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: connections.append(address))
    assert CoachRetriever(coach=coach, who=WHO, k=1).invoke("what was promised")
    assert AgendaRunnable(coach).invoke({"who": WHO})
    assert call_of(coach, "search_notes", WHO, query="the seating plan").artifact
    time.sleep(0.3)  # a tracer would send from a thread of its own
    assert connections == []
