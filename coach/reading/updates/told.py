"""One status out of everything that a passage tells of one promise.

A shortfall beside a success is `partly`, a condition that never came is `dropped`, a failure is
`not_done` unless it was made good afterwards, and a late success is a success.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.reading.speech import Sentence
from coach.reading.subject import deeds
from coach.reading.updates.resolution import Sense, Sign
from coach.records import Became, Commitment

# A promise to leave something be: only "I kept to it" tells that it was kept.
_REFRAINS = re.compile(r"^(?:not|no|never|stop|avoid|don't|do not|\w+ no)\b", re.IGNORECASE)
# Signs that need no success beside them, and no condition, to tell.
_PART_ALONE = (
    "in_part",
    "still_left",
    "a_bit",
    "but_not",
    "no_answer",
    "half",
    "so_far",
    "except",
    "lapsed",
    "instead_of",
    "missed_some",
    "sort_of",
)
_VOID_ALONE = ("given_up", "scrap", "struck", "no_need", "never_had_to", "past_caring")
# A negation of any verb at all tells less than one of a deed that is commonly promised.
_OF_MANNER = ("i_did_not",)
# A no that sums up what was told before it.
_VERDICT = ("so_no",)
# A failure that was made good: "I didn't. It's gone now."
_MENDED = re.compile(
    r"\b(?:now|finally|eventually|in the end|since then|yesterday|today|this morning|so then"
    r"|instead)\b"
)


@dataclass(frozen=True)
class Told:
    """The signs of one passage, in order, and what counts without any.

    That is a yes, a no, a smaller number than was promised (`short`), and a no to whether the
    promise is still wanted (`given_up`).
    """

    signs: Sequence[tuple[Sentence, Sign]]
    yes: Sentence | None = None
    no: Sentence | None = None
    short: Sentence | None = None
    given_up: Sentence | None = None

    def outcome(
        self, promise: Commitment, kinds: frozenset[str]
    ) -> tuple[Became | None, tuple[Sentence, ...]]:
        """One status out of all of them, and the sentences that show it.

        `kinds` are the kinds of deed that report the promise (`coach.reading.subject.deeds`): the
        sentences that speak of such a deed are shown first.
        """
        done, undone = self._of("done"), self._of("undone")
        part, void = self._of("part"), self._of("void")
        if _REFRAINS.search(promise.action):  # to do nothing is told in words of its own
            done = self._of("done", "kept")
        elif self.yes and self.yes not in done:
            done = [*done, self.yes]
        done.sort(key=lambda s: not s.hear(deeds) & kinds)
        # "I didn't stand up, I wrote it sitting": how it was done, not that it was not.
        manner = self._of("undone", *_OF_MANNER)
        undone = [s for s in undone if s not in manner or not any(d.index > s.index for d in done)]
        for no in filter(None, (self.no, *self._of("undone", *_VERDICT)[:1])):
            # What was told before the question was something else; before a verdict, no success.
            done = [s for s in done if s.index > no.index]
        undone = undone or ([self.no] if self.no else [])
        if self.given_up:
            return "dropped", (*undone[:1], self.given_up)
        if self.short:
            return "partly", (self.short,)
        if part and (done or self._of("part", *_PART_ALONE)):
            return "partly", (*done[:1], *part[:2])
        if void and (promise.firmness == "conditional" or self._of("void", *_VOID_ALONE)):
            return "dropped", tuple(void[:2])
        failed = [*undone, *part]
        if not failed:
            return ("done", tuple(done[:2])) if done else (None, ())
        first = min((s.index for s in done), default=failed[0].index + 1)
        mended = [s for s in done if s.index > failed[0].index and _MENDED.search(s.plain)]
        if mended and not any(s.index > mended[0].index for s in failed):
            return "done", (failed[0], *mended[:2])
        if done and self.is_mere_attempt:
            return "partly", (done[0], failed[0])
        if first < failed[0].index:
            return "done", (done[0],)
        return "not_done", tuple(failed[:2])

    @property
    def is_mere_attempt(self) -> bool:
        """Is there something done and, in the same breath, something not?"""
        failed = [s for s in self._of("undone")[:1] if s not in self._of("undone", "shied_away")]
        return any(0 <= f.index - s.index <= 1 for f in failed for s in self._of("done"))

    @property
    def is_shied_from(self) -> bool:
        """Does it end with a lost nerve, or a no: "I saw her in the corridor and chickened out"?"""
        told = [sign.name for _, sign in self.signs if sign.sense in ("done", "undone")]
        return bool(told) and told[-1] in ("shied_away", *_VERDICT)

    def has(self, sense: Sense) -> bool:
        """Is there any sign of this sense?"""
        return any(sign.sense == sense for _, sign in self.signs)

    def is_only(self, name: str) -> bool:
        """Is there no sign of failure or shortfall but this one?"""
        return {sign.name for _, sign in self.signs if sign.sense in ("undone", "part")} == {name}

    def _of(self, sense: Sense, *names: str) -> list[Sentence]:
        found = [
            sentence
            for sentence, sign in self.signs
            if sign.sense == sense and (not names or sign.name in names)
        ]
        return list(dict.fromkeys(found))
