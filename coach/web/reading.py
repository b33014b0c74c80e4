"""Calls that are being read: what is still to be said of each, how far it is, and what came of it.

Here and nowhere else the words of a file stand as they came, in memory: until the call is read, or
for as long as there is no yes of both people to keep it. With the server they are gone.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Any, Literal

from coach import after, speakers
from coach.app import Coach
from coach.drafting import Drafted, Sending, known_as
from coach.engine import OFFLINE, engine_of
from coach.errors import CoachError, UnknownError, UserError
from coach.evidence import WITHHELD
from coach.given import checked_role
from coach.records import Relationship, Role, Transcript, When

MOST = 8
"""Calls that are held at once."""
MOST_LABELS = 12
"""Labels that are asked about; in a file with more, the others are taken as somebody else's."""
FAILED = "Reading this call failed, by a mistake of ours. Nothing of it was kept."

Step = Literal["day", "labels", "sending", "reading", "failed", "done"]


@dataclass
class Reading:
    """One call on its way into a draft."""

    who: str
    transcript: Transcript | None
    """None once it is read and kept"""
    turns: int
    source: str
    engine: str
    held_on: When | None = None
    not_secret: tuple[range, ...] = ()
    """turns that a person says hold no secret"""
    secret: tuple[range, ...] = ()
    """turns of which that is taken back"""
    both: bool = False
    """do both people say so?"""
    others: set[str] = field(default_factory=set)
    """labels that are somebody else's"""
    sent: Sending | None = None
    """what a person was shown before it goes to a model"""
    may_send: bool = False
    drafted: Drafted | None = None
    problem: str = ""
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    began: float | None = None
    over: Event = field(default_factory=Event)

    @property
    def asks_a_model(self) -> bool:
        """Would a language model read it?"""
        return self.engine != OFFLINE

    @property
    def runs(self) -> bool:
        """Is it being read?"""
        return self.began is not None and not self.over.is_set()

    @property
    def seconds(self) -> int:
        """For how long it has been read."""
        return int(time.monotonic() - self.began) if self.began is not None else 0

    @property
    def session(self) -> str | None:
        """The call that it is now, where it was kept."""
        return self.drafted.recap.session if self.drafted and self.drafted.stored else None

    def step(self, coach: Coach, pair: Relationship) -> Step:
        """What comes next."""
        if self.problem:
            return "failed"
        if self.drafted:
            return "done"
        if self.runs or self.transcript is None:
            return "reading"
        if self.held_on is None and not self._states_its_day(coach):
            return "day"
        if self.unknown(pair):
            return "labels"
        if self.asks_a_model and not self.may_send:
            return "sending"
        return "reading"

    def _states_its_day(self, coach: Coach) -> bool:
        words = self.transcript
        return words is not None and (
            words.held_on is not None or known_as(coach.store, self.who, words) is not None
        )

    def unknown(self, pair: Relationship) -> tuple[str, ...]:
        """Labels that nobody has said yet whose they are."""
        assert self.transcript is not None
        found = speakers.assign(self.transcript, pair).unknown[:MOST_LABELS]
        return tuple(label for label in found if label not in self.others)

    def heard(self, pair: Relationship) -> dict[str, tuple[str, ...]]:
        """Some words of each of those labels, to know a voice by; nothing that is left out."""
        assert self.transcript is not None
        kept = after.withhold(self.transcript, pair)
        said: dict[str, list[str]] = {label: [] for label in self.unknown(pair)}
        for turn, was in zip(kept.transcript.turns, self.transcript.turns, strict=True):
            words = said.get(was.speaker or "")
            if words is not None and len(words) < 3 and WITHHELD not in turn.text:
                words.append(turn.text)
        return {label: tuple(words) for label, words in said.items()}

    @property
    def _asked(self) -> dict[str, Any]:
        """How the call is to be read: what is shown before anything leaves is what is done."""
        return {
            "who": self.who,
            "held_on": self.held_on,
            "engine": self.engine,
            "not_secret": self.not_secret,
            "secret": self.secret,
            "both": self.both,
        }

    def would_send(self, coach: Coach) -> Sending:
        """What would leave this machine. Raises UserError where the model cannot be asked."""
        assert self.transcript is not None
        if self.sent is None:
            engine_of(self.engine, coach.settings, coach.frameworks)  # says what is missing first
            self.sent = coach.would_send(self.transcript, **self._asked)
        return self.sent

    def is_of(self, whose: Mapping[str, str], coach: Coach) -> None:
        """Take in whose labels these are: mentor, mentee, or somebody else."""
        roles: dict[str, Role] = {}
        for label, role in whose.items():
            if role == "other":
                self.others.add(label)
            elif role:
                roles[label] = checked_role(role)
        if roles:
            coach.label(self.who, roles)

    def start_over(self) -> None:
        """Be read once more: with a yes that was not there, or after what went wrong."""
        if self.transcript is not None and not self.runs:
            self.problem, self.drafted, self.began = "", None, None
            self.over.clear()

    def begin(self, coach: Coach) -> None:
        """Read it, beside the server's own work."""
        self.began = time.monotonic()
        Thread(target=self._read, args=(coach,), daemon=True).start()

    def _read(self, coach: Coach) -> None:
        try:
            assert self.transcript is not None
            self.drafted = coach.recap(self.transcript, **self._asked)
            if self.drafted.stored:
                self.transcript = self.sent = None
        except CoachError as problem:
            self.problem = str(problem)
        except Exception:
            self.problem = FAILED
        finally:
            self.over.set()


class Readings:
    """The few calls of a server that are on their way, each known to its own pair alone."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Reading] = OrderedDict()
        self._one = Lock()

    def take(self, reading: Reading) -> Reading:
        """Hold one more; the oldest that is not just being read makes room. Raises UserError."""
        with self._one:
            while len(self._held) >= MOST:
                idle = next((id for id, one in self._held.items() if not one.runs), None)
                if idle is None:
                    raise UserError(f"{MOST} calls are being read just now; wait for one of them.")
                del self._held[idle]
            self._held[reading.id] = reading
        return reading

    def get(self, who: str, id: str) -> Reading:
        """Raises UnknownError for one that is over, or of another pair."""
        found = self._held.get(id)
        if found is None or found.who != who:
            raise UnknownError("That reading is over; give the file again.")
        return found

    def forget(self, who: str) -> None:
        """Let go of every call of a pair: it was erased, or a yes was taken back."""
        with self._one:
            for reading in [one for one in self._held.values() if one.who == who]:
                del self._held[reading.id]

    def drop(self, reading: Reading) -> None:
        """Let go of it, and of the words that it holds."""
        with self._one:
            self._held.pop(reading.id, None)
