"""What tools give: a page for people and models to read, and the same as records.

Clients differ in which of the two their model sees, so each says all, and each says that words of a
call are data.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from mcp.types import CallToolResult, TextContent
from pydantic import Field

from coach.after import Fault
from coach.records import Agenda, Commitment, FollowUp, Goal, Hit, Record, Role, When
from coach.render.fence import DATA, fenced
from coach.render.markdown import markdown
from coach.render.page import Page
from coach.store import Change


class Answer(Record):
    """What every structured answer begins with."""

    read_as: str = DATA


class Pair(Record):
    """A relationship, in a line."""

    id: str
    mentor: str
    mentee: str
    you: Role | None = Field(description="which of the two this home belongs to")
    consented: bool = Field(description="both said yes to recaps being kept")
    calls: int


class Relationships(Answer):
    """The relationships of this home."""

    relationships: tuple[Pair, ...]


class AgendaAnswer(Answer):
    """The agenda of the next call."""

    agenda: Agenda


class Notes(Answer):
    """What a search found, best first."""

    hits: tuple[Hit, ...]
    notices: tuple[str, ...] = ()


class Item(Record):
    """A line of a draft that waits for a yes."""

    id: str = Field(description="what confirm takes")
    kind: Literal["commitment", "update", "goal"]
    text: str
    owner: str | None = None
    due: date | None = None
    doubt: str = Field("", description="what is not certain about it")
    quote: str = Field("", description="the words it rests on")


class Beside(Record):
    """What is kept with a draft: a win, an insight, a term, a moment of trust and so on."""

    id: str = Field(description="what confirm takes as leave_out")
    text: str
    quote: str = Field("", description="the words it rests on")


class Draft(Answer):
    """A draft recap in short: each line with its id, and what did not stand."""

    relationship: str
    session: str
    held_on: When
    read_by: str
    confirmed: bool = Field(description="True: this is what a person said yes to already")
    kept: bool = Field(description="False: shown only, since not both said yes to recaps")
    draft: str = Field(description="which draft this is; confirm wants it back")
    items: tuple[Item, ...]
    besides: tuple[Beside, ...] = Field(
        (),
        description="what is kept with a yes to any line, unless it is left out",
    )
    next_meeting: str = ""
    withheld: int = Field(description="turns of which something was left out on purpose")
    faults: tuple[Fault, ...] = Field((), description="what was claimed and does not stand")
    left: tuple[str, ...] = Field((), description="what else was set aside, with the reason")
    notices: tuple[str, ...] = ()


class Entered(Answer):
    """What a person's yes changed in the ledger."""

    changes: tuple[Change, ...]


class NextDay(Answer):
    """The day of the next call, as far as it is known."""

    on: When | None


class Ledger(Answer):
    """Promises of both, in the order they were made."""

    commitments: tuple[Commitment, ...]
    total: int = Field(description="how many there are of this kind")
    more: str = Field("", description="how to get the next ones")


class Asked(Record):
    """A question before a call."""

    id: str
    text: str


class Reflecting(Answer):
    """The questions to think a call through with, and what was kept just now."""

    questions: tuple[Asked, ...]
    kept: tuple[str, ...] = Field((), description="ids of the questions answered just now")
    seen_by: Literal["you", "both"] = "you"


class Question(Answer):
    """The next follow-up question, one at a time."""

    id: str = ""
    question: FollowUp | None = None
    left: int = Field(description="questions that are open, this one among them")
    kept: bool = Field(False, description="the answer handed in just now was kept")


class Goals(Answer):
    """What the mentee works towards, with what each still lacks."""

    goals: tuple[Goal, ...]
    gaps: dict[str, tuple[str, ...]] = Field(description="by goal, the SMART letters still open")


class Topic(Record):
    """A topic of the working agreement."""

    id: str
    name: str
    state: Literal["agreed", "discussed", "open"]
    text: str = ""


class Agreed(Answer):
    """How the two work together, topic by topic."""

    topics: tuple[Topic, ...]


def told(page: Page, answer: Answer, after: str = "") -> CallToolResult:
    """Both forms of an answer; `after` is our own sentence on what to do next."""
    text = fenced(markdown(page), after=after)
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=answer.model_dump(mode="json"),
    )
