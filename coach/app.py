"""The coach as front ends hold it: one object, one verb for each thing a person does.

>>> from coach import Coach
>>> coach = Coach("notes")                                    # doctest: +SKIP
>>> coach.add("dana-karthik", mentor="Dana", mentee="Karthik") # doctest: +SKIP
>>> draft = coach.recap("call-1.vtt", who="dana-karthik")      # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach import after, before, between, drafting, speakers, striking
from coach.drafting import Drafted, Sending
from coach.engine import asks_a_model, engine_of, reworder_of
from coach.errors import UnknownError, UserError
from coach.given import checked_id, checked_role
from coach.library import Framework, frameworks
from coach.records import (
    Agenda,
    Agreement,
    Commitment,
    Consent,
    FollowUp,
    Goal,
    Person,
    Recap,
    Relationship,
    Roadmap,
    Role,
    Scope,
    When,
)

if TYPE_CHECKING:
    from coach.config import Settings
    from coach.rewording import Reworder
    from coach.store import Answer, Change, Receipt, Store, Struck


class Coach:
    """One person's coach, over one home folder. Close it, or use it in a `with`.

    What is not given here is as the environment has it: `Coach("notes", model="openai:MODEL",
    base_url="http://localhost:11434/v1")`, or `COACH_MODEL` and `COACH_BASE_URL`.
    """

    def __init__(
        self, home: str | os.PathLike[str] | Settings | None = None, **settings: Any
    ) -> None:
        from coach.config import Settings

        if isinstance(home, Settings):
            self.settings = home.model_copy(update=settings)
        else:
            given = settings | ({"home": Path(home)} if home else {})
            self.settings = Settings(**given)

    @cached_property
    def store(self) -> Store:
        """The records of this home; opened at first need."""
        from coach.embedding import default_embedder
        from coach.store import Store

        return Store(self.settings.home, default_embedder(self.settings.embed_model))

    @cached_property
    def frameworks(self) -> Mapping[str, Framework]:
        """Our packs, and those in the home's own `knowledge/` folder."""
        return frameworks(self.settings.home / "knowledge")

    # -- the two people ------------------------------------------------------------------------

    def add(
        self,
        id: str,
        *,
        mentor: Person | str,
        mentee: Person | str,
        me: Role | None = None,
        started: date | None = None,
        goals: Sequence[Goal] = (),
        agreement: Agreement | None = None,
    ) -> Relationship:
        """Open a relationship. `id` is how it is named from now on: letters, digits, dashes."""
        relationship = Relationship(
            id=checked_id(id),
            mentor=mentor if isinstance(mentor, Person) else Person(name=mentor),
            mentee=mentee if isinstance(mentee, Person) else Person(name=mentee),
            me=me,
            started=started,
            goals=tuple(goals),
            agreement=agreement or Agreement(),
        )
        names = {person.name.strip().casefold() for person in relationship.people}
        if len(names) < 2 or "" in names:
            raise UserError("Mentor and mentee need two different names; a family name helps.")
        self.store.relationships.add(relationship)
        return relationship

    def relationships(self) -> tuple[Relationship, ...]:
        """Every relationship of this home, by id."""
        return self.store.relationships.all()

    def relationship(self, who: str) -> Relationship:
        """The relationship of this id. Raises UnknownError, naming those there are."""
        return self.store.relationships.get(who)

    def consent(
        self, who: str, by: Iterable[Role], how: str = "said so to the other"
    ) -> Relationship:
        """Record the yes of one or both to recaps being kept here."""
        relationship = self.relationship(who)
        roles = [by] if isinstance(by, str) else by
        names = [relationship.person(checked_role(role)).name for role in roles]
        kept = tuple(consent for consent in relationship.consents if consent.who not in names)
        given = tuple(Consent(who=name, given_at=_now(), how=how) for name in names)
        changed = relationship.model_copy(update={"consents": kept + given})
        self.store.relationships.replace(changed)
        return changed

    def label(self, who: str, labels: Mapping[str, Role]) -> Relationship:
        """Say whose label of a transcript this is: `{"SPEAKER_00": "mentor"}`."""
        changed = speakers.with_labels(self.relationship(who), labels)
        self.store.relationships.replace(changed)
        return changed

    def add_goal(self, who: str, goal: Goal) -> Relationship:
        """Add a goal, or replace the one of the same id."""
        relationship = self.relationship(who)
        kept = tuple(other for other in relationship.goals if other.id != goal.id)
        changed = relationship.model_copy(update={"goals": (*kept, goal)})
        self.store.relationships.replace(changed)
        return changed

    def erase(self, who: str) -> Receipt:
        """Delete everything of a relationship to the last byte. The partner's copy is theirs."""
        return self.store.erase(who)

    def export(self, who: str) -> dict[str, Any]:
        """Everything kept of a relationship, as JSON."""
        return self.store.export(who)

    # -- after a call --------------------------------------------------------------------------

    def recap(
        self,
        file: str | os.PathLike[str],
        *,
        who: str,
        held_on: When | str | None = None,
        engine: Any = None,
    ) -> Drafted:
        """Read the transcript of a call into a draft recap.

        `held_on` may be left out where the file states it, or where this call was read before.
        `engine` is who reads: `"offline"`, the name of a model, a LangChain chat model, or a
        `Reader` or `Model` of your own; by default what the settings say. Raises TranscriptError
        for a file that is no readable call, UserError where the day is not known.
        """
        opened = drafting.opened(self.store, self.relationship(who), file, held_on)
        reader = engine_of(engine, self.settings, self.frameworks)
        return drafting.drafted(self.store, opened, reader, self.frameworks)

    def asks_a_model(self, engine: Any = None) -> bool:
        """Does this engine (by default the one of the settings) send anything away?"""
        return asks_a_model(engine, self.settings)

    def would_send(
        self,
        file: str | os.PathLike[str],
        *,
        who: str,
        held_on: When | str | None = None,
        engine: Any = None,
    ) -> Sending:
        """Exactly what `recap` would send to a model for this call. Nothing is sent or kept."""
        opened = drafting.opened(self.store, self.relationship(who), file, held_on)
        # To look costs no server: one that is not set yet is not missed here.
        settings = self.settings.model_copy(update={"base_url": self.settings.base_url or "none"})
        return drafting.sending(self.store, opened, engine_of(engine, settings, self.frameworks))

    def draft(self, who: str, session: str) -> Recap:
        """The draft of this session; the confirmed recap where none waits."""
        found = self.store.sessions.draft(who, session) or self.store.sessions.recap(who, session)
        if found is None:
            raise UnknownError(
                f"Session {session} of {who!r} has no recap yet: coach recap FILE --with {who}"
            )
        return found

    def confirm(
        self,
        who: str,
        session: str,
        *,
        accept: Iterable[str] | None = None,
        reject: Iterable[str] = (),
        edits: Mapping[str, Mapping[str, str]] | None = None,
    ) -> tuple[Change, ...]:
        """Enter what a person accepts of a draft into the ledger; what that changed.

        Ids are those of the draft: a commitment's own (`02#c1`), an update by the earlier
        commitment it speaks of (`01#c4`), a goal by its place (`02#g1`). `accept` None accepts
        everything but `reject`; goals stay unless they are rejected. `edits` changes fields of a
        commitment first: `{"02#c1": {"due": "2025-10-03"}}`.
        """
        relationship = self.relationship(who)
        names = [person.name for person in relationship.people]
        recap = after.edited(self.draft(who, session), edits or {}, names)
        kept = after.accepted(recap, accept, reject)
        return self.store.confirm(
            kept,
            commitments=kept.commitments,
            updates=kept.updates,
            notes=between.remembered(kept),
            relationship=between.with_what_was_agreed(relationship, kept),
        )

    def strike(
        self,
        who: str,
        session: str,
        *,
        turns: range | None = None,
        subject: str | None = None,
        scope: Scope = "off_record",
        only_look: bool = False,
    ) -> Struck:
        """Take words of a call back, and everything made of them, to the last byte; what that was.

        `turns` (from 0) go with later talk of the same; `subject` takes every sentence that holds
        a telling word of it. The same file read again stays without them. `only_look` counts what
        would go. Raises UserError where there is no such turn, or the subject is a name or grammar.
        """
        cut = striking.cutting(self.frameworks, turns=turns, subject=subject, scope=scope)
        return self.store.strike(who, session, cut, only_look=only_look)

    def commitments(self, who: str, open_only: bool = False) -> tuple[Commitment, ...]:
        """The ledger: what both promised and what became of it."""
        return self.store.ledger.commitments(who, open_only)

    # -- before a call -------------------------------------------------------------------------

    def agenda(
        self,
        who: str,
        *,
        role: Role | None = None,
        minutes: int = 60,
        on: When | None = None,
        engine: Any = None,
    ) -> Agenda:
        """The next call's agenda: the shared one, or with `role` that person's brief.

        A brief for the partner of this home's owner is made of shared material only. A model, by
        `engine` or the settings, may word and order it; what it holds is settled before.
        """
        relationship = self.relationship(who)
        role = checked_role(role) if role else None
        eyes = role if role and relationship.me in (None, role) else None
        prepared = before.prepare(
            relationship,
            past=self.past(who, eyes),
            frameworks=self.frameworks,
            minutes=minutes,
            on=on,
            role=role,
        )
        reworder = self.reworder(who, engine)
        return reworder.agenda(prepared).value if reworder else prepared

    def reworder(self, who: str, engine: Any = None) -> Reworder | None:
        """Who words questions and agendas for this pair; None where no model is asked."""
        return reworder_of(engine, self.settings, self.frameworks, self.relationship(who))

    def roadmap(self, who: str, meetings: int = before.MEETINGS, engine: Any = None) -> Roadmap:
        """What each meeting was about, and what the next `meetings` are for; the same for both."""
        drawn = before.roadmap(
            self.relationship(who),
            past=self.past(who, None),
            frameworks=self.frameworks,
            meetings=meetings,
        )
        reworder = self.reworder(who, engine)
        return reworder.roadmap(drawn).value if reworder else drawn

    def past(self, who: str, eyes: Role | None) -> before.Past:
        """What the agenda is drawn from, as far as `eyes` may see it (None: what both may)."""
        sessions = self.store.sessions.list(who)
        recaps = [self.store.sessions.recap(who, session.id) for session in sessions]
        return before.Past(
            recaps=tuple(recap for recap in recaps if recap),
            ledger=self.store.ledger.commitments(who),
            answers=self.store.answers.visible_to(who, eyes),
        )

    def find(self, who: str, query: str, role: Role | None = None, limit: int = 8) -> Any:
        """Notes of past sessions that fit the words, of those that `role` may see.

        What speaks of a subject that is off limits is no hit.
        """
        relationship = self.relationship(who)
        found = self.store.memory.search(who, query, role, limit)
        hits = (hit for hit in found.hits if not before.off_limits(hit.note.text, relationship))
        return found._replace(hits=tuple(hits))

    # -- between calls -------------------------------------------------------------------------

    def open_questions(
        self, who: str, role: Role | None = None
    ) -> tuple[tuple[str, FollowUp], ...]:
        """Follow-up questions, with their ids, that nobody answered well enough yet."""
        relationship = self.relationship(who)
        return between.open_questions(self.past(who, role or relationship.me), relationship, role)

    def answer(self, answer: Answer) -> bool:
        """Keep an answer to a question of the pre-call plan or a follow-up."""
        return self.store.answers.add(answer)

    def close(self) -> None:
        """Let go of the store, if it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Coach:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
