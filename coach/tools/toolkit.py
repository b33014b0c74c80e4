"""What an agent may do: look, search, and have a call read. A person's yes is no tool.

Each tool gives a page to read, with words of calls marked as data, and the records as its artifact.
What enters the ledger (`Coach.confirm`, `Coach.edit_commitment`) stays with the code around the
agent, which knows whether a person said so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, StructuredTool, ToolException
from pydantic import Field, ValidationError

from coach.app import Coach
from coach.errors import CoachError
from coach.given import checked_held_on, checked_when
from coach.reach import Reach
from coach.records import Record
from coach.render.agenda import agenda_page
from coach.render.fence import fenced
from coach.render.ledger import ledger_page
from coach.render.markdown import markdown
from coach.render.notes import notes_page
from coach.render.page import Line, Page, Section
from coach.render.recap import recap_page
from coach.render.relationship import goals_section
from coach.tools.untraced import untraced
from coach.transcript import read_transcript_text

Answer = tuple[str, Any]
"""What a model reads, and the same as JSON."""

Who = Annotated[str, Field(max_length=64, description="Id of the relationship.")]
Day = Annotated[
    str, Field(max_length=40, description="2025-09-25, or with its offset 2025-09-25T08:02-06:00.")
]


class CoachTool(StructuredTool):
    """A tool whose answers no variable of the environment sends to a tracing service."""

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:
        """See `BaseTool.invoke`."""
        with untraced():
            return super().invoke(input, config, **kwargs)

    async def ainvoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:
        """See `BaseTool.ainvoke`."""
        with untraced():
            return await super().ainvoke(input, config, **kwargs)


def coach_tools(coach: Coach, who: str | None = None) -> list[BaseTool]:
    """Tools for an agent: an agenda, the ledger, goals, open questions, a search, a recap.

    `who` ties them to one relationship; without it each call names one. They see what the owner of
    this home may see. What cannot be done comes back to the agent as one line.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as home, Coach(home) as coach:
    ...     [tool.name for tool in coach_tools(coach)][:2]
    ['list_relationships', 'prepare_agenda']
    """
    box = _Box(Reach(coach, who))
    return [_tool(run) for run in box.tools]


def _tool(run: Callable[..., Answer]) -> BaseTool:
    def told(**given: Any) -> Answer:
        try:
            return run(**given)
        except CoachError as problem:
            raise ToolException(" ".join(str(problem).split())) from None

    described = " ".join((run.__doc__ or "").split())
    shape = StructuredTool.from_function(run, description=described).args_schema
    return CoachTool(
        name=run.__name__,
        description=described,
        func=told,
        args_schema=shape,
        response_format="content_and_artifact",
        handle_tool_error=True,
        handle_validation_error=_faults,
    )


def _faults(problem: object) -> str:
    """What is wrong with arguments, without the arguments: they may be long, or private."""
    assert isinstance(problem, ValidationError)
    found = problem.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in found[:8])


class _Box:
    """The tools, over what an agent reaches of one coach."""

    def __init__(self, reach: Reach) -> None:
        self._reach, self._coach = reach, reach.coach

    @property
    def tools(self) -> tuple[Callable[..., Answer], ...]:
        return (
            self.list_relationships,
            self.prepare_agenda,
            self.list_commitments,
            self.list_goals,
            self.open_questions,
            self.search_notes,
            self.recap_call,
        )

    def list_relationships(self) -> Answer:
        """List the mentoring relationships kept here: the id that other tools take as `who`, and
        who is mentor and mentee."""
        there = self._reach.relationships()
        lines = tuple(Line(f"{one.mentor.name} and {one.mentee.name}", one.id) for one in there)
        page = Page("Relationships", "" if lines else "None yet.", (Section("By id", lines),))
        return _page(page), [one.model_dump(mode="json") for one in there]

    def prepare_agenda(
        self,
        who: Who = "",
        role: Annotated[
            Literal["mentor", "mentee", "both"] | None,
            Field(description="Whose brief; both for the shared agenda; else the home owner's."),
        ] = None,
        minutes: Annotated[int, Field(ge=10, le=480, description="How long the call is.")] = 60,
        on: Day = "",
    ) -> Answer:
        """Prepare the next call: open promises of both, goals, open questions and what to ask, each
        with what it comes from. Minutes add up."""
        one = self._reach.relationship(who)
        eyes = None if role == "both" else role or one.me
        agenda = self._coach.agenda(
            one.id, role=eyes, minutes=minutes, on=checked_when(on or None), engine="offline"
        )
        return _page(agenda_page(agenda, one, self._coach.frameworks)), agenda.to_json()

    def list_commitments(
        self,
        who: Who = "",
        open_only: Annotated[bool, Field(description="Only what is still open.")] = True,
    ) -> Answer:
        """List what both promised, with day, state and the words that prove it."""
        one = self._reach.relationship(who)
        found = self._reach.commitments(one, open_only)
        page = ledger_page(found, one, today=self._coach.today(), viewer=one.me)
        return _page(page), _json(found)

    def list_goals(self, who: Who = "") -> Answer:
        """List what the mentee works towards, and which SMART letters are still open."""
        one = self._reach.relationship(who)
        goals = self._reach.goals(one)
        sections = (goals_section(goals),) if goals else ()
        return _page(Page(f"Goals of {one.id}", "", sections)), _json(goals)

    def open_questions(self, who: Who = "") -> Answer:
        """List the follow-up questions that wait for an answer; ask them one at a time."""
        one = self._reach.relationship(who)
        waiting = self._coach.open_questions(one.id, one.me)
        lines = tuple(Line(asked.text, note=id) for id, asked in waiting)
        page = Page("Open questions", "", (Section("The latest first", lines),))
        return _page(page), [{"id": id, **asked.model_dump(mode="json")} for id, asked in waiting]

    def search_notes(
        self,
        query: Annotated[str, Field(min_length=1, max_length=400, description="A few words.")],
        who: Who = "",
        limit: Annotated[int, Field(ge=1, le=20, description="How many at most.")] = 8,
    ) -> Answer:
        """Search what past calls of one relationship left behind, by meaning and by words."""
        one = self._reach.relationship(who)
        found = self._coach.find(one.id, query, one.me, limit)
        ledger = self._coach.commitments(one.id)
        return _page(notes_page(query, found.hits, found.notices, ledger)), _json(found.hits)

    def recap_call(
        self,
        transcript: Annotated[
            str, Field(min_length=1, max_length=2_000_000, description="The call as text.")
        ],
        held_on: Day,
        who: Who = "",
    ) -> Answer:
        """Read the transcript of a call into a draft recap, by the rules alone: promises of both,
        what became of earlier ones, questions. Nothing enters the ledger before a person's yes."""
        one = self._reach.relationship(who)
        call = read_transcript_text(transcript, source="pasted")
        when = checked_held_on(held_on, self._coach.today())
        drafted = self._coach.recap(call, who=one.id, held_on=when, engine="offline")
        page = recap_page(
            drafted.recap, one, drafted.earlier, one.me, frameworks=self._coach.frameworks
        )
        return _page(page), drafted.recap.to_json()


def _page(page: Page) -> str:
    return fenced(markdown(page))


def _json(records: Any) -> list[Any]:
    found: list[Record] = list(records)
    return [record.model_dump(mode="json") for record in found]
