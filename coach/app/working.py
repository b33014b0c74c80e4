"""How the two work together: the working agreement, what is off limits, the phase they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from coach import agreement, before
from coach.after import naming
from coach.agreement import State
from coach.app.home import Home
from coach.app.remembering import remembered
from coach.discretion.initials import also_knowing, by_initials, in_initials
from coach.errors import UserError
from coach.records import PHASES, Initials, Phase, Phases, Relationship, Term, Transcript


class Working(Home):
    """What people set, and nobody else."""

    def agreement(self, who: str) -> tuple[Term, ...]:
        """Every topic of the working agreement, as agreed, discussed or open."""
        return agreement.all_terms(self.relationship(who).agreement, self.frameworks)

    def set_term(
        self, who: str, topic: str, text: str = "", state: State = "agreed"
    ) -> Relationship:
        """Set a topic of the agreement by hand: `set_term("dana", "where", "on Zoom")`.

        `topic` is its id or name; `state` is `agreed`, `discussed`, or `open`, which takes back
        what was there. A call that is read again does not change it. Raises UserError.
        """

        def with_it(known: Relationship) -> Relationship:
            said, today = by_initials(text, known), self.today()
            return agreement.with_term(
                known, topic, said, state, on=today, frameworks=self.frameworks
            )

        return self.store.relationships.change(who, with_it)

    def off_limits(
        self, who: str, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """The subjects that are off limits, after adding and removing these.

        None of them becomes an item, a question or a search hit. Raises UserError for a subject
        that has no word to know it by.
        """
        more, fewer = _listed(add), _listed(remove)

        def with_these(known: Relationship) -> Relationship:
            told = ([by_initials(one, known) for one in some] for some in (more, fewer))
            return agreement.with_off_limits(known, *told)

        change = self.store.relationships.change
        known = change(who, with_these) if more or fewer else self.relationship(who)
        return known.agreement.off_limits

    def phase(self, who: str) -> Phases:
        """Which of Kram's phases the pair is in: set, and suggested with what speaks for each.

        Beside them, without a verdict, what drifts and what stalls.
        """
        return self._phase(who, self.today())

    @remembered
    def _phase(self, who: str, today: date) -> Phases:
        pair = self.relationship(who)
        return before.phases(
            before.View(pair, self.past(who, None), self.frameworks, None, None), today
        )

    def set_phase(self, who: str, phases: Iterable[Phase]) -> Relationship:
        """Say which phases the pair is in; they may overlap. None of them: as suggested again."""
        wanted = _listed(phases)
        if unknown := [phase for phase in wanted if phase not in PHASES]:
            raise UserError(f"There is no phase {unknown[0]!r}; there are: {', '.join(PHASES)}.")
        set_now = {"phases": tuple(phase for phase in PHASES if phase in wanted)}
        return self.store.relationships.change(who, lambda one: one.model_copy(update=set_now))

    def initials(
        self, who: str, on: bool | None = None, names: Mapping[str, str] | None = None
    ) -> Initials:
        """Third people by their initials from now on, or no more: what is known of them.

        With `on` their names go from everything that is kept, and from every call to come before
        it is read; what stays is a fingerprint of each. People are told by the talk of the calls;
        `names` adds those that are not: `{"Margaret Chen": "MC"}`. Off does not bring names back.
        Raises UserError for a name of the two.
        """
        if on is False:
            off = partial(agreement.with_initials, initials=Initials())
            return self.store.relationships.change(who, off).agreement.initials
        known = self.relationship(who)
        if on or names:
            found = agreement.named_so(known, names or {})
            told = naming.learned(found, self._calls(who)).agreement.initials

            def knowing(now: Relationship) -> Relationship:
                return also_knowing(agreement.named_so(now, {}), told)

            known = self.store.reword(who, knowing, in_initials)
        return known.agreement.initials

    def names_left(self, who: str) -> tuple[str, ...]:
        """What the calls still write with a capital: places, things, people not known to be."""
        return naming.other_names(self.relationship(who), self._calls(who))

    def _calls(self, who: str) -> Iterator[Transcript]:
        """The words of every call, as far as they are kept: its turns, or else its quotes."""
        for session in self.store.sessions.list(who):
            recaps = (
                self.store.sessions.recap(who, session.id),
                self.store.sessions.draft(who, session.id),
            )
            kept = self.store.sessions.transcript(who, session.id)
            yield kept or naming.quoted(recap for recap in recaps if recap)


def _listed(subjects: Iterable[str]) -> tuple[str, ...]:
    return (subjects,) if isinstance(subjects, str) else tuple(subjects)
