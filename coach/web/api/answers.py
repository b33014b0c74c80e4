"""What the API gives beyond the records themselves."""

from __future__ import annotations

from datetime import date

from pydantic import Field, computed_field

from coach.promises import Step
from coach.records import (
    Commitment,
    FollowUp,
    Goal,
    Hit,
    Recap,
    Record,
    Relationship,
    Session,
    Smart,
    Term,
    When,
)


class Problem(Record):
    """Why something could not be."""

    error: str = Field(description="one line: what, where, and what to do")


class Kept(Relationship):
    """A relationship with its calls."""

    sessions: tuple[Session, ...]
    texts: dict[str, date | None] = Field(
        description="calls whose text is kept, and the day on which it goes; null: it stays"
    )


class Promise(Record):
    """A promise as it stands, and its whole life."""

    commitment: Commitment
    history: tuple[Step, ...]


class DueCommitment(Commitment):
    """An open promise whose day has come or comes soon."""

    relationship: str


class Draft(Record):
    """A recap as this home's owner may see it, and which draft it is."""

    draft: str = Field(description="the mark of this draft, which confirm wants back")
    confirmed: bool = Field(description="True: a person said yes to this already")
    kept: bool = Field(True, description="False: shown only, since not both said yes to recaps")
    unknown: tuple[str, ...] = Field((), description="labels of the call that are neither of them")
    besides: dict[str, str] = Field(
        default_factory=dict,
        description="by its id: what of the recap is kept with its lines, unless it is left out",
    )
    recap: Recap


def besides_of(recap: Recap) -> dict[str, str]:
    """What is kept with the lines of a recap, each by its id and in its own words."""
    return {
        id: getattr(one, "text", "") or next((said.quote for said in one.evidence), "")
        for id, one in recap.besides().items()
    }


class NextDay(Record):
    """The day of the next call, as far as it is known; it may have passed."""

    on: When | None


class Notes(Record):
    """What a search found, best first."""

    hits: tuple[Hit, ...]
    notices: tuple[str, ...] = ()


class OpenQuestion(FollowUp):
    """A follow-up question that nobody answered well enough yet."""

    id: str = Field(description="what an answer names")


class GoalNow(Goal):
    """A goal, with what it still lacks."""

    @computed_field(description="the SMART letters that are open")  # type: ignore[prop-decorator]
    @property
    def gaps(self) -> tuple[Smart, ...]:
        """The SMART letters that nobody has filled in yet."""
        return super().gaps


class Agreed(Record):
    """How the two work together."""

    relationship: str
    terms: tuple[Term, ...]
    off_limits: tuple[str, ...]
    initials: bool = Field(description="are third people written by their initials?")
