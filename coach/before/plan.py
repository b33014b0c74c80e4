"""Choosing what the next call is for, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from coach import asking
from coach.before.minutes import Draft
from coach.before.past import Past
from coach.before.sources import of_commitment, of_goal, of_point, of_update, of_words
from coach.library import Framework, Question
from coach.reading.words import content
from coach.records import AgendaItem, Commitment, Relationship, Role, Source, Update, When, day_of


class Plan:
    """Chooses the items. Shares are parts of the hour; they need not add up to anything."""

    def __init__(
        self,
        relationship: Relationship,
        past: Past,
        frameworks: Mapping[str, Framework],
        role: Role | None,
    ) -> None:
        self.relationship, self.past, self.frameworks, self.role = (
            relationship,
            past,
            frameworks,
            role,
        )
        self.reader = relationship.person(role).name if role else None
        self.open = [commitment for commitment in past.ledger if commitment.is_open]

    def hour(self, on: date | None) -> list[Draft]:
        """The items of the call itself, in order."""
        if not self.past.recaps:
            return list(self._first_meeting())
        return [
            self._opening(),
            *self._follow_through(on),
            *self._goals(),
            *self._topics(),
            *self._hanging(),
            *self._agreement(),
            self._closing(),
        ]

    # -- the first meeting ---------------------------------------------------------------------

    def _first_meeting(self) -> Iterator[Draft]:
        mentee = self.relationship.mentee.name
        yield self._from_pack(
            "Getting to know each other", "rapport", 25, "first-meeting", ("rapport",)
        )
        yield self._terms("The working agreement: what is said here, and to whom", 35, most=8)
        yield Draft(
            AgendaItem(
                title=f"What {_short(mentee)} wants from this, as a first draft",
                kind="goal",
                minutes=0,
                owner=mentee,
                why="Goals are drafted now and sharpened later.",
                sources=tuple(of_goal(goal) for goal in self.relationship.goals)
                or (self._pack_source("three-steps"),),
                questions=self._ask("six-ingredients", "conversations"),
            ),
            25,
        )
        yield self._closing()

    def _from_pack(
        self, title: str, kind: str, share: float, framework: str, parts: Sequence[str]
    ) -> Draft:
        questions = [q.text for part in parts for q in self._under(framework, part)]
        item = AgendaItem(
            title=title,
            kind=kind,
            minutes=0,
            why="A first meeting is for knowing who the other one is.",
            sources=(self._pack_source(framework),),
            questions=tuple(questions[:2]),
        )
        return Draft(item, share)

    # -- every other meeting -------------------------------------------------------------------

    def _opening(self) -> Draft:
        last = self.past.last
        assert last is not None
        kept = [update for update in last.updates if update.status == "done"]
        sources = [of_update(update, last) for update in _telling(kept)[:2]]
        goal = last.next_meeting.goal if last.next_meeting else None
        intents = [a for a in self.past.new_answers if a.question == "PC7"]
        if last.next_meeting and goal:
            sources.append(of_words("meeting", last.session, last, last.next_meeting.evidence))
        sources += [
            Source(kind="answer", id=a.question, date=a.at, quote=a.text) for a in intents[:2]
        ]
        why = f"The last call set this one's aim: {goal}." if goal else "Start from what went well."
        return Draft(
            AgendaItem(
                title="A win, and what this hour is for",
                kind="win",
                minutes=0,
                why=why,
                sources=tuple(sources) or (self._pack_source("pre-call"),),
                questions=self._ask("pre-call", "PC1"),
            ),
            9,
        )

    def _follow_through(self, on: date | None) -> Iterator[Draft]:
        """Both sides' open promises, the reader's own first; kept ones to be praised."""
        for person in self._own_first():
            mine = sorted((c for c in self.open if c.owner == person), key=_by_due)
            kept = self._kept_by(person)
            if not mine and not kept:
                continue
            late = sum(1 for c in mine if c.due and on and c.due < on)
            why = _counted(len(mine), late, len(kept), person, self._last_heard())
            yield Draft(
                AgendaItem(
                    title=f"What became of {_possessive(person)} promises",
                    kind="follow_through",
                    minutes=0,
                    owner=person,
                    why=why,
                    sources=(*map(of_commitment, mine), *kept),
                    questions=self._about_promises(person, mine),
                ),
                min(22, 6 + 2.5 * len(mine)),
            )
        nobody = [c for c in self.open if self.relationship.role_of(c.owner) is None]
        if nobody:
            yield Draft(
                AgendaItem(
                    title="Promised, but by whom?",
                    kind="follow_through",
                    minutes=0,
                    why="The transcript does not say who took these on.",
                    sources=tuple(map(of_commitment, nobody)),
                ),
                4,
            )

    def _goals(self) -> Iterator[Draft]:
        goals = self.relationship.goals
        if not goals:
            return
        questions = [
            asking.goal_question(goal, self.relationship, self.frameworks) for goal in goals
        ]
        found = [question.text for question in questions if question]
        open_fields = {goal.id: goal.gaps for goal in goals if goal.gaps}
        why = "; ".join(
            f"{goal.id} lacks: {', '.join(letter.replace('_', '-') for letter in goal.gaps)}"
            for goal in goals
            if goal.gaps
        )
        yield Draft(
            AgendaItem(
                title=f"The goal: {_lower_first(goals[0].text)}"
                if len(goals) == 1
                else "The goals, and what shows that they come nearer",
                kind="goal",
                minutes=0,
                owner=self.relationship.mentee.name,
                why=why if open_fields else "All five SMART fields are filled in.",
                sources=tuple(of_goal(goal) for goal in goals),
                questions=tuple(found[:1]),
            ),
            20,
        )

    def _topics(self) -> Iterator[Draft]:
        """What the last calls found hard or new, and what was answered since."""
        last = self.past.last
        assert last is not None
        hard = [of_point("note", p, last) for p in (*last.challenges, *last.insights)][:3]
        wanted = [
            Source(kind="answer", id=a.question, date=a.at, quote=a.text)
            for a in self.past.new_answers
            if a.question != "PC7" and a.visibility == "shared"
        ][:3]
        if hard or wanted:
            yield Draft(
                AgendaItem(
                    title="What was hard, and what it taught",
                    kind="topic",
                    minutes=0,
                    why="From the last call, in the words it was said in.",
                    sources=(*wanted, *hard),
                    questions=self._ask("pre-call", "PC4"),
                ),
                16,
            )

    def _hanging(self) -> Iterator[Draft]:
        """Questions of the last calls that nobody answered."""
        answered = {answer.question for answer in self.past.answers}
        hanging = []
        for recap in reversed(self.past.recaps[-3:]):
            for number, question in enumerate(recap.questions, 1):
                key = asking.question_id(recap.session, number)
                if key not in answered and question.gap not in ("overload",):
                    hanging.append((key, recap, question))
        chosen = [entry for entry in hanging if not self._is_promise(entry[2].about)][
            :2
        ] or hanging[:1]
        if chosen:
            yield Draft(
                AgendaItem(
                    title="Left hanging",
                    kind="lingering",
                    minutes=0,
                    why="Asked after the last call, not answered yet.",
                    sources=tuple(
                        Source(kind="question", id=key, date=recap.held_on, quote=None)
                        for key, recap, _ in chosen
                    ),
                    questions=tuple(question.text for *_, question in chosen[:1]),
                ),
                10,
            )

    def _agreement(self) -> Iterator[Draft]:
        """In the first calls, what the working agreement still leaves open."""
        if len(self.past.recaps) <= 2 and len(self._open_topics()) > 10:
            yield self._terms("The working agreement: what is still open", 6, most=3)

    def _closing(self) -> Draft:
        return Draft(
            AgendaItem(
                title="Close: what was useful to each, the next date, and what for",
                kind="close",
                minutes=0,
                why="Each says back what they take on.",
                sources=(self._pack_source("six-ingredients"),),
                questions=self._ask("six-ingredients", "useful"),
            ),
            9,
        )

    # -- around the hour -----------------------------------------------------------------------

    def ahead(self) -> Iterator[AgendaItem]:
        """Before dialling in: the reader's own debts."""
        mine = sorted((c for c in self.open if c.owner == self.reader), key=_by_due)
        if self.reader and mine:
            yield AgendaItem(
                title="Before the call: yours",
                kind="before",
                minutes=0,
                owner=self.reader,
                why=f"Whether they are done is not known here; last heard on {self._last_heard()}.",
                sources=tuple(map(of_commitment, mine)),
            )

    def private(self) -> Iterator[AgendaItem]:
        """After the hour: what only the reader sees."""
        own = [a for a in self.past.new_answers if a.visibility == self.role]
        if self.role and own:
            yield AgendaItem(
                title="Not shared",
                kind="private",
                minutes=0,
                owner=self.reader,
                why="Your own answers; nobody else sees them.",
                sources=tuple(
                    Source(kind="answer", id=a.question, date=a.at, quote=a.text) for a in own
                ),
            )

    def left_out(self) -> str:
        """The neutral line about what is withheld, where anything was."""
        if any(recap.withheld for recap in self.past.recaps):
            return (
                "What is off the record or between the two is left out: "
                "it is for whoever said it to bring up."
            )
        return ""

    def notices(self, when: When | None) -> tuple[str, ...]:
        """What the reader should know about this page."""
        return () if when else ("The day of the next call is not known here; add it with --on.",)

    def may_show(self, item: AgendaItem) -> bool:
        """Nothing on a subject that the pair put off limits."""
        said = " ".join([item.title, item.why, *item.questions])
        return not off_limits(said, self.relationship)

    # -- what the above share ------------------------------------------------------------------

    def _own_first(self) -> list[str]:
        names = [self.relationship.mentee.name, self.relationship.mentor.name]
        return sorted(names, key=lambda name: name != self.reader)

    def _kept_by(self, person: str) -> list[Source]:
        last = self.past.last
        owners = {commitment.id: commitment.owner for commitment in self.past.ledger}
        if last is None:
            return []
        kept = [
            u for u in last.updates if u.status == "done" and owners.get(u.commitment) == person
        ]
        return [of_update(update, last) for update in kept]

    def _about_promises(self, person: str, promises: Sequence[Commitment]) -> tuple[str, ...]:
        last = self.past.last
        mine = {commitment.id for commitment in promises}
        asked = [q.text for q in (last.questions if last else ()) if q.about in mine]
        return tuple(asked[:1])

    def _last_heard(self) -> str:
        from coach.render.page import weekday

        return weekday(day_of(self.past.last.held_on)) if self.past.last else "no call yet"

    def _is_promise(self, about: str) -> bool:
        return any(commitment.id == about for commitment in self.past.ledger)

    def _open_topics(self) -> list[str]:
        pack = self.frameworks["working-agreement"]
        return [
            q.id for q in pack.kinds("topic") if self.relationship.agreement.state(q.id) == "open"
        ]

    def _terms(self, title: str, share: float, most: int) -> Draft:
        pack = self.frameworks["working-agreement"]
        topics = self._open_topics()
        topics.sort(key=lambda topic: topic != "confidentiality")
        item = AgendaItem(
            title=title,
            kind="agreement",
            minutes=0,
            why=f"{len(topics)} of {len(pack.kinds('topic'))} topics are open.",
            sources=tuple(Source(kind="agreement", id=topic) for topic in topics[:most]),
            questions=tuple(pack.question(topic).text for topic in topics[:1]),
        )
        return Draft(item, share)

    def _ask(self, framework: str, question: str) -> tuple[str, ...]:
        return asking.framework_question(self.frameworks, framework, question)

    def _under(self, framework: str, part: str) -> tuple[Question, ...]:
        return self.frameworks[framework].under(part)

    def _pack_source(self, framework: str) -> Source:
        return Source(kind="framework", id=framework)


def off_limits(text: str, relationship: Relationship) -> bool:
    """Does `text` speak of a subject that the pair put off limits?"""
    words = content(text)
    names = content(" ".join(person.name for person in relationship.people))
    for subject in relationship.agreement.off_limits:
        telling = content(subject) - names
        if telling and len(words & telling) >= min(2, len(telling)):
            return True
    return False


def _telling(updates: Sequence[Update]) -> list[Update]:
    return sorted(updates, key=lambda u: -max((len(e.quote) for e in u.evidence), default=0))


def _by_due(commitment: Commitment) -> tuple[date, str]:
    return (commitment.due or date.max, commitment.id)


def _counted(open_: int, late: int, kept: int, person: str, heard: str) -> str:
    parts = []
    if kept:
        parts.append(f"{kept} kept at the last call, to be praised")
    if open_:
        parts.append(f"{open_} open: done, partly, moved or dropped? Last heard on {heard}")
    if late:
        them = "it" if late == 1 else "them"
        parts.append(f"the day of {late} has passed; what became of {them} is not known here")
    return "; ".join(parts) + "."


def _short(name: str) -> str:
    return name.split()[0]


def _possessive(name: str) -> str:
    return f"{_short(name)}'s"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
