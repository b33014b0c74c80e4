"""Between calls: what was promised and what became of it, and questions that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach import between
from coach.app.home import Home
from coach.records import Commitment, FollowUp, Role

if TYPE_CHECKING:
    from coach.store import Answer


class BetweenCalls(Home):
    """What keeps moving until the next call."""

    def commitments(self, who: str, open_only: bool = False) -> tuple[Commitment, ...]:
        """The ledger: what both promised and what became of it."""
        return self.store.ledger.commitments(who, open_only)

    def open_questions(
        self, who: str, role: Role | None = None
    ) -> tuple[tuple[str, FollowUp], ...]:
        """Follow-up questions, with their ids, that nobody answered well enough yet."""
        relationship = self.relationship(who)
        return between.open_questions(self.past(who, role or relationship.me), relationship, role)

    def answer(self, answer: Answer) -> bool:
        """Keep an answer to a question of the pre-call plan or a follow-up."""
        return self.store.answers.add(answer)
