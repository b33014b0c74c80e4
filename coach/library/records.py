"""What the library holds: frameworks with their questions, and prompts with their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Annotated, Literal

from pydantic import Field

from coach.errors import LibraryError
from coach.records.base import Record
from coach.records.people import Phase, Role

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Version = Annotated[int, Field(ge=1, description="raised when the meaning changes")]

Label = Literal["literal", "neutral", "derived", "ours"]
"""`literal` keeps the scope of its source; `neutral` is our wording of it for any subject;
`derived` is put together by us from what sources only announce; `ours` has no source."""

Helps = Literal["before", "during", "after", "throughout"]
"""When a pack is of use: before a call, in it, after it, or as long as the two meet."""

Kind = Literal[
    "part",
    "question",
    "sub_prompt",
    "probe",
    "slot",
    "topic",
    "behaviour",
    "act",
    "duty",
    "phase",
    "function",
    "skill",
    "step",
    "reason",
    "gap",
    "reflection",
]

PLACEHOLDERS = frozenset({"thing", "who", "partner", "whom", "listener", "habit", "due", "quote"})
"""What a ready wording may leave for code to fill in: the promise or goal (a noun or -ing phrase),
the person asked, the other one, a third one whom the promise is to ask for something, one who is to
be told or talked to, the promise where it is to be done again and again, a date as people read it,
and somebody's words (without quotation marks, which the wording has, and without a full stop, since
the sentence may go on)."""


class Reference(Record):
    """A work that a framework comes from, as far as it is known here."""

    title: str
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    described_in: str | None = Field(
        None, description="the article it was read in, where the work itself was not read"
    )


class Question(Record):
    """One question of a framework, or another thing that it lists."""

    id: Id
    text: str
    name: str | None = Field(None, description="what a bracket calls it: words and deeds")
    kind: Kind = "question"
    role: Role | Literal["both"] | None = Field(None, description="None: about the call itself")
    phases: tuple[Phase, ...] = Field((), description="empty: those of its framework")
    parent: Id | None = None
    of: str | None = Field(
        None, description="framework/question that a gap belongs to", pattern=r"^[^/\s]+/[^/\s]+$"
    )
    ask: tuple[str, ...] = Field((), description="ready wordings, the most general one first")
    signs: tuple[str, ...] = Field(
        (), description="lower-case words or phrases by which talk of it is recognised offline"
    )

    def wordings(self, **nouns: str) -> tuple[str, ...]:
        """Every ready wording that these nouns suffice for, filled in.

        >>> Question(id="q", text="?", ask=("What is next?", "What is next for {thing}?")).wordings(
        ...     thing="the page for Meera"
        ... )
        ('What is next?', 'What is next for the page for Meera?')
        """
        return tuple(fill(ask, nouns) for ask in self.ask if fields(ask) <= nouns.keys())


class Framework(Record):
    """A pack of knowledge/: what a school of mentoring asks, lists or tells apart."""

    id: Id
    title: str
    short: str = Field(description="what a bracket calls it: 4 Ps")
    version: Version
    labels: tuple[Label, ...] = ()
    helps: Helps = "throughout"
    phases: tuple[Phase, ...] = Field((), description="when it is offered; empty: always")
    sources: tuple[Reference, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)
    body: str = Field(min_length=1)

    def question(self, id: str) -> Question:
        """The question of this id; a LibraryError where there is none."""
        for question in self.questions:
            if question.id == id:
                return question
        raise LibraryError(f"the framework {self.id} has no question `{id}`")

    def kinds(self, *kinds: Kind) -> tuple[Question, ...]:
        """What it holds of these kinds, in its own order."""
        return tuple(question for question in self.questions if question.kind in kinds)

    def under(self, parent: str) -> tuple[Question, ...]:
        """What hangs directly below the question or part of this id."""
        return tuple(question for question in self.questions if question.parent == parent)

    def for_role(self, role: Role) -> tuple[Question, ...]:
        """What this role is asked, alone or with the other one; parts are nobody's."""
        return tuple(
            question
            for question in self.questions
            if question.kind != "part" and question.role in (role, "both", None)
        )

    def cite(self, id: str) -> str:
        """The framework in brackets, as an output names it: [4 Ps, Plan]."""
        question = self.question(id)
        while question.name is None and question.parent:
            question = self.question(question.parent)
        return f"[{self.short}, {question.name or question.id.replace('_', ' ')}]"

    @property
    def outline(self) -> str:
        """Title and questions with their ids, a line each: what a prompt shows of a framework."""
        lines = [f"{question.id}: {question.text}" for question in self.questions]
        return "\n".join([f"{self.id} ({self.title})", *lines])


class Prompt(Record):
    """A file of prompts/: what a language model is told, what it gets, what it returns."""

    id: Id
    version: Version
    purpose: str
    inputs: tuple[str, ...] = Field(description="the fields of its text, all of them")
    returns: str = Field(description="the name of the reply's record: Claims, Wordings")
    knowledge: tuple[Id, ...] = Field((), description="frameworks whose outline it is given")
    system: str = Field(min_length=1)
    user: str = Field(min_length=1)

    def render(self, **values: str) -> list[tuple[Literal["system", "user"], str]]:
        """Role and text of each message, the values filled in as they are.

        Roles stand before values come in, and a value is never searched for fields: whatever a
        transcript holds stays words of the user's message. The texts are finished; a template
        engine must not see them again.

        Raises:
            LibraryError: a value is missing, is not declared, or is no text.
        """
        if missing := [name for name in self.inputs if name not in values]:
            raise LibraryError(f"the prompt {self.id} lacks: {', '.join(missing)}")
        if unknown := sorted(values.keys() - set(self.inputs)):
            raise LibraryError(f"the prompt {self.id} takes no: {', '.join(unknown)}")
        if wrong := [name for name, value in values.items() if not isinstance(value, str)]:
            raise LibraryError(f"the prompt {self.id} needs text for: {', '.join(wrong)}")
        return [("system", fill(self.system, values)), ("user", fill(self.user, values))]


def fields(text: str) -> frozenset[str]:
    """The {names} in a text; doubled braces are braces.

    Raises:
        ValueError: braces that are no simple field, such as {a.b}, {a!r}, {} or a single one.
    """
    return frozenset(name for _, name in _pieces(text) if name)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in once, verbatim; what is filled in is not read again.

    >>> fill("{thing}: {{as is}}", {"thing": "{quote}"})
    '{quote}: {as is}'
    """
    return "".join(
        literal + (values[name] if name is not None else "") for literal, name in _pieces(text)
    )


def _pieces(text: str) -> Iterator[tuple[str, str | None]]:
    for literal, name, spec, conversion in Formatter().parse(text):
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise ValueError(f"{{{name}}} is no plain field")
        yield literal, name
