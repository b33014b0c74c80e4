"""Between two calls: promises, questions one at a time, goals, and how the two work together."""

from __future__ import annotations

from typing import Annotated, Literal

from mcp.server.mcpserver import Context
from mcp.types import CallToolResult
from pydantic import Field

from coach.errors import UnknownError, UserError
from coach.given import answer_to
from coach.mcp_server import answers
from coach.mcp_server.answers import Agreed, Asked, Goals, Ledger, Reflecting, Topic, told
from coach.mcp_server.desk import Desk, Short, Who, desk_of
from coach.mcp_server.tools import ADDS, LOOKS, Offered
from coach.offlimits import speaks_of
from coach.records import Goal, Relationship
from coach.render.ledger import ledger_page
from coach.render.page import Line, Page, Section, counted, given_name
from coach.render.relationship import goals_section
from coach.store import Answer

Said = Annotated[str, Field(max_length=4000)]
"""What a person answers."""
Share = Annotated[
    bool, Field(description="True only where the person wants the other one to see it.")
]


def list_commitments(
    context: Context,
    who: Who = "",
    open_only: Annotated[bool, Field(description="Leave out what is settled.")] = True,
    owner: Annotated[
        Literal["", "mentor", "mentee"], Field(description="Whose promises; else of both.")
    ] = "",
    limit: Annotated[int, Field(ge=1, le=50, description="How many at most.")] = 20,
    after: Annotated[
        str, Field(max_length=32, description="Go on after this id, such as 03#c1.")
    ] = "",
) -> Annotated[CallToolResult, Ledger]:
    """List what both promised, with day, state and the words that prove it."""
    desk = desk_of(context)
    one = desk.relationship(who)
    name = one.person(owner).name if owner else None
    wanted = [c for c in desk.commitments(one, open_only) if name in (None, c.owner)]
    rest = wanted[_place_after(after, [c.id for c in wanted]) :]
    shown = rest[:limit]
    more = ""
    if left := len(rest) - len(shown):
        more = f"{left} more: list_commitments(who={one.id!r}, after={shown[-1].id!r})"
    waiting = sorted(desk.coach.store.sessions.waiting(one.id))
    page = ledger_page(shown, one, today=desk.coach.today(), viewer=one.me, waiting=waiting)
    return told(page, Ledger(commitments=tuple(shown), total=len(wanted), more=more), more)


def reflect(
    context: Context,
    who: Who = "",
    answers: Annotated[
        dict[str, Said] | None,
        Field(max_length=20, description='The person\'s own words by question: {"PC1": "..."}.'),
    ] = None,
    share: Share = False,
) -> Annotated[CallToolResult, Reflecting]:
    """The seven questions to think the next call through with; ask them one at a time. With
    `answers` it keeps what the person said, private to them; the next agenda draws on it."""
    desk = desk_of(context)
    one = desk.relationship(who)
    questions = {q.id: q for q in desk.coach.frameworks["pre-call"].kinds("question")}
    given = {id: said.strip() for id, said in (answers or {}).items() if said.strip()}
    if unknown := [id for id in given if id not in questions]:
        there = ", ".join(questions)
        raise UserError(f"answers: there is no {unknown[0][:32]!r}; there are {there}.")
    for id, said in given.items():
        desk.coach.answer(_answer(desk, one, id, questions[id].text, said, share))
    asked = tuple(Asked(id=q.id, text=q.text) for q in questions.values())
    kept = f"Kept {counted(len(given), 'answer')}, for {'both' if share else 'your eyes only'}."
    lines = tuple(Line(question.text, question.id) for question in asked)
    page = Page("Before the call", kept if given else "", (Section("Questions", lines),))
    return told(
        page, Reflecting(questions=asked, kept=tuple(given), seen_by="both" if share else "you")
    )


def follow_up_question(
    context: Context,
    who: Who = "",
    id: Annotated[
        str, Field(max_length=64, description="The question that `answer` belongs to.")
    ] = "",
    answer: Annotated[Said, Field(description="What the person answered, in their words.")] = "",
    share: Share = False,
) -> Annotated[CallToolResult, answers.Question]:
    """The next question that the calls left open for this person; ask one at a time. With `id` and
    `answer` it keeps the answer first, private to them; a vague one leaves the question open."""
    desk = desk_of(context)
    one = desk.relationship(who)
    if bool(id) != bool(answer.strip()):
        raise UserError("To keep an answer, give both: id and answer.")
    waiting = dict(desk.coach.open_questions(one.id, one.me))
    if id:
        if id not in waiting:
            raise UnknownError(f"id: no open question {id!r}; leave it out to get the next one.")
        question = waiting[id]
        kept = _answer(desk, one, id, question.text, answer.strip(), share, question.about)
        desk.coach.answer(kept)
        waiting = dict(desk.coach.open_questions(one.id, one.me))
    others = [one for one in waiting.items() if one[0] != id]
    next_id, following = next(iter(others or waiting.items()), ("", None))
    left = f"Open: {len(waiting)}." if waiting else "No question is open."
    sections: tuple[Section, ...] = ()
    if following:
        line = Line(f"{given_name(following.addressee)}: {following.text}", note=next_id)
        sections = (Section("Next", (line,)),)
    return told(
        Page("Follow-up", f"{'Kept. ' if id else ''}{left}", sections),
        answers.Question(id=next_id, question=following, left=len(waiting), kept=bool(id)),
    )


def goals(context: Context, who: Who = "") -> Annotated[CallToolResult, Goals]:
    """The goals of the mentee, with the SMART letters that each still lacks."""
    desk = desk_of(context)
    return _goals(desk, desk.relationship(who))


def add_goal(
    context: Context,
    text: Annotated[str, Field(min_length=1, max_length=600, description="The goal.")],
    who: Who = "",
    specific: Short = "",
    measurable: Short = "",
    achievable: Short = "",
    relevant: Short = "",
    time_bound: Short = "",
) -> Annotated[CallToolResult, Goals]:
    """Add a goal that the person named, with what they said of the five letters; leave the others
    empty."""
    desk = desk_of(context)
    one = desk.relationship(who)
    if not (said := " ".join(text.split())):
        raise UserError("text: what is the goal?")
    if any(goal.text == said for goal in one.goals):
        return _goals(desk, one)
    letters = {
        "specific": specific,
        "measurable": measurable,
        "achievable": achievable,
        "relevant": relevant,
        "time_bound": time_bound,
    }
    goal = Goal(id="", text=said, **{name: value or None for name, value in letters.items()})
    return _goals(desk, desk.coach.add_goal(one.id, goal))


def agreement(context: Context, who: Who = "") -> Annotated[CallToolResult, Agreed]:
    """The working agreement, topic by topic: agreed, discussed, or open."""
    desk = desk_of(context)
    one = desk.relationship(who)
    terms = {term.topic: term.text for term in one.agreement.terms}
    topics = tuple(
        Topic(
            id=topic.id,
            name=topic.name or topic.id.replace("_", " "),
            state=one.agreement.state(topic.id),
            text="" if speaks_of(terms.get(topic.id, ""), one) else terms.get(topic.id, ""),
        )
        for topic in desk.coach.frameworks["working-agreement"].kinds("topic")
    )
    sections = []
    for state in ("agreed", "discussed", "open"):
        lines = tuple(
            Line(f"{topic.name}: {topic.text}" if topic.text else topic.name, note=topic.id)
            for topic in topics
            if topic.state == state
        )
        if lines:
            sections.append(Section(state.capitalize(), lines))
    return told(Page("Working agreement", sections=tuple(sections)), Agreed(topics=topics))


def _goals(desk: Desk, one: Relationship) -> CallToolResult:
    goals = desk.goals(one)
    page = Page(
        f"Goals of {one.id}",
        "" if goals else "None yet.",
        (goals_section(goals),) if goals else (),
    )
    return told(page, Goals(goals=goals, gaps={goal.id: goal.gaps for goal in goals}))


def _answer(
    desk: Desk,
    one: Relationship,
    id: str,
    asked: str,
    text: str,
    share: bool,
    about: str | None = None,
) -> Answer:
    role = desk.owner(one)
    return answer_to(
        id, text, pair=one, role=role, asked=asked, shared=share, about=about, at=desk.now()
    )


def _place_after(id: str, ids: list[str]) -> int:
    if not id:
        return 0
    if id not in ids:
        raise UnknownError(f"after: no such promise in this list: {id!r}.")
    return ids.index(id) + 1


TOOLS = (
    Offered(list_commitments, "List promises", LOOKS),
    Offered(reflect, "Think the call through", ADDS),
    Offered(follow_up_question, "Next open question", ADDS),
    Offered(goals, "Goals", LOOKS),
    Offered(add_goal, "Add a goal", ADDS),
    Offered(agreement, "Working agreement", LOOKS),
)
