"""Which predicted promise is which: claims and gold paired one to one, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from evals.cases import Case
from evals.gold import GoldCommitment, Trap
from evals.scoring.predicted import Json, Predicted
from evals.words import overlap, same_words, who


@dataclass(frozen=True)
class Match:
    """A predicted commitment and the gold one whose turns it cites, by their indexes."""

    predicted: int
    gold: int
    same_owner: bool
    overlap: float

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """The best first: the same owner, then the most similar wording, then the order."""
        return (not self.same_owner, -self.overlap, self.predicted, self.gold)


class Promises:
    """The commitments of a recap beside those of the gold.

    Third speakers' promises are neither asked for nor punished.
    """

    def __init__(self, case: Case, predicted: Predicted) -> None:
        self.case, self.predicted = case, predicted
        self.claims = predicted.items("commitments")
        ours = [who(item.owner, case.people) in case.people for item in case.gold.commitments]
        listed = list(zip(case.gold.commitments, ours, strict=True))
        self.gold = [item for item, is_ours in listed if is_ours]
        self._third = [set(item.turns) for item, is_ours in listed if not is_ours]

    @cached_property
    def cited(self) -> list[set[int]]:
        """The turns of each claim's verbatim quotes."""
        return [self.predicted.cited_turns(claim) for claim in self.claims]

    @cached_property
    def matches(self) -> list[Match]:
        """Pairs of one claim and one gold, whoever the claim says the owner is."""
        matches: list[Match] = []
        used: set[tuple[str, int]] = set()
        for match in sorted(self._candidates(), key=lambda match: match.rank):
            ends = {("predicted", match.predicted), ("gold", match.gold)}
            if not ends & used:
                used |= ends
                matches.append(match)
        return matches

    @cached_property
    def hits(self) -> list[Match]:
        """Matches with the right owner: the commitments that were found."""
        return [match for match in self.matches if match.same_owner]

    @cached_property
    def right(self) -> list[tuple[Json, GoldCommitment]]:
        """The hits, as claim and gold."""
        return [(self.claims[hit.predicted], self.gold[hit.gold]) for hit in self.hits]

    @cached_property
    def missed(self) -> list[GoldCommitment]:
        """The gold that no claim matches."""
        found = {match.gold for match in self.matches}
        return [item for index, item in enumerate(self.gold) if index not in found]

    @cached_property
    def extra(self) -> list[int]:
        """The claims that match no gold, but for third speakers' promises."""
        return [index for index in self._unmatched if not self._is_third_speakers(index)]

    @cached_property
    def traps_taken(self) -> list[Trap]:
        """The words that look like a promise, and that an unmatched claim rests on."""
        quoted = [
            quoted
            for index in self._unmatched
            for quoted in self.predicted.verbatim(self.claims[index])
        ]
        return [
            trap
            for trap in self.case.gold.not_commitments
            if any(turn == trap.turn and same_words(quote, trap.text) for turn, quote in quoted)
        ]

    @cached_property
    def _unmatched(self) -> list[int]:
        matched = {match.predicted for match in self.matches}
        return [index for index in range(len(self.claims)) if index not in matched]

    def _candidates(self) -> Iterator[Match]:
        """Two may match when at least half of the claim's cited turns are turns of the gold."""
        people = self.case.people
        for i, claim in enumerate(self.claims):
            owner = who(claim.get("owner"), people)
            for j, item in enumerate(self.gold):
                shared = len(self.cited[i] & set(item.turns))
                if self.cited[i] and shared * 2 >= len(self.cited[i]):
                    same_owner = owner == who(item.owner, people)
                    yield Match(i, j, same_owner, overlap(claim.get("action"), item.action))

    def _is_third_speakers(self, index: int) -> bool:
        owner = who(self.claims[index].get("owner"), self.case.people)
        return owner not in self.case.people and any(
            self.cited[index] & turns for turns in self._third
        )
