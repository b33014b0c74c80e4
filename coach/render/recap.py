"""A recap as a page: what was promised, what became of the rest, what is worth keeping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from coach import offlimits
from coach.library import Framework
from coach.records import (
    NEVER,
    Commitment,
    Person,
    Recap,
    Relationship,
    Role,
    Talk,
    Update,
    day_of,
)
from coach.render.keeping import kept_for_later, worth_keeping
from coach.render.left_out import left_out
from coach.render.page import (
    Line,
    Page,
    Section,
    counted,
    given_name,
    legend,
    long_day,
    moment_for,
    own_first,
    quotes,
    sentence,
    weekday,
    words_of,
    words_on,
)

BECAME = {
    "done": "Kept",
    "partly": "Partly",
    "rescheduled": "Moved",
    "not_done": "Not kept",
    "dropped": "Dropped",
    NEVER: "Never promised",
}
RULES = "offline"
"""What the reader without a model is called in a recap."""
QUESTIONS = 5
"""Follow-up questions shown; `coach ask` has the others."""


def seen_by(recap: Recap, relationship: Relationship, viewer: Role | None) -> Recap:
    """The recap as this person may see it: reflection prompts and talk figures are one's own.

    What was put off limits since is asked of nobody.
    """
    recap = recap.model_copy(
        update={
            kind: tuple(
                one
                for one in getattr(recap, kind)
                if not offlimits.speaks_of(one.text, relationship)
            )
            for kind in ("questions", "reflections")
        }
    )
    if viewer is None:
        return recap
    name = relationship.person(viewer).name
    talk = {
        field: {who: figure for who, figure in figures.items() if who == name}
        for field, figures in recap.talk.model_dump().items()
    }
    own = tuple(prompt for prompt in recap.reflections if prompt.addressee == name)
    return recap.model_copy(update={"reflections": own, "talk": Talk.model_validate(talk)})


def recap_page(
    recap: Recap,
    relationship: Relationship,
    earlier: Sequence[Commitment] = (),
    viewer: Role | None = None,
    *,
    frameworks: Mapping[str, Framework] | None = None,
    confirmed: bool = False,
    questions: int = QUESTIONS,
) -> Page:
    """Lay a recap out for `viewer`, who sees their own reflection prompts and talk figures only.

    `earlier` are the commitments that its updates speak of. Without a `viewer` (the demo, an
    engineer's console) both people's prompts are shown. `frameworks` give the brackets their names.
    Of the follow-up questions the first `questions` are shown. A draft names what a person may
    leave out by its id.
    """
    seen = seen_by(recap, relationship, viewer)
    sheet = _Sheet(seen, relationship, viewer, frameworks or {}, confirmed)
    known = {commitment.id: commitment for commitment in earlier}
    sections = [
        *sheet.promised(),
        sheet.next_call(),
        sheet.became(known),
        *sheet.keeping(),
        *sheet.reflections(),
        sheet.questions(questions),
        sheet.set_aside(),
    ]
    shown = tuple(section for section in sections if section.lines or section.lead)
    return Page(
        title=f"Call {int(recap.session)}, {long_day(day_of(recap.held_on))}"
        + (": recap" if confirmed else ": draft recap"),
        subtitle=sheet.subtitle(shown),
        sections=shown,
        footnotes=tuple(sheet.footnotes()),
    )


def commitment_line(commitment: Commitment, recap: Recap) -> Line:
    """A promise with its day, its words and what is not certain about it."""
    doubts = [commitment.id]
    if commitment.firmness == "conditional":
        doubts.append("conditional")
    if commitment.assigned_by:
        doubts.append(f"said by {given_name(commitment.assigned_by)}, not yet by its owner")
    if reader := recap.heard_by_one(commitment.id):
        doubts.append(f"heard by {'the rules' if reader == RULES else reader} alone")
    if commitment.by_hand:
        doubts.append("added by hand")
    return Line(
        sentence(commitment.action),
        weekday(commitment.due, day_of(recap.held_on)) if commitment.due else "No date",
        words_of(commitment, here=recap.session),
        note=", ".join(doubts),
        evidence=commitment.evidence,
    )


def update_line(update: Update, earlier: Commitment | None, here: str | None = None) -> Line:
    """What became of an earlier promise: `was` and `now` of its day, never of its owner."""
    text = sentence(earlier.action if earlier else update.commitment)
    if earlier and earlier.owner:
        text = f"{given_name(earlier.owner)}: {text}"
    if update.new_due:
        before = earlier.due if earlier and earlier.due != update.new_due else None
        was = f"was {weekday(before)}, " if before else ""
        text = f"{text[:-1]} ({was}now {weekday(update.new_due)})."
    return Line(
        text,
        BECAME[update.status],
        words_on(update.evidence, here=here),
        note=update.commitment,
        evidence=update.evidence,
    )


class _Sheet:
    """One recap, laid out for one pair of eyes."""

    def __init__(
        self,
        recap: Recap,
        relationship: Relationship,
        viewer: Role | None,
        frameworks: Mapping[str, Framework],
        confirmed: bool,
    ) -> None:
        self.confirmed = confirmed
        self.recap, self.relationship, self.frameworks = recap, relationship, frameworks
        self.people = own_first(relationship, viewer)
        self.readers = self.people[:1] if viewer else self.people

    def subtitle(self, sections: Iterable[Section]) -> str:
        names = " and ".join(person.name for person in self.relationship.people)
        state = "" if self.confirmed else " A draft: every line waits for the yes of its owner."
        places = [q.where for section in sections for line in section.lines for q in line.quotes]
        return f"{names}.{state} {legend(places)}".strip()

    def promised(self) -> Iterator[Section]:
        for person in self.people:
            own = [c for c in self.recap.commitments if c.owner == person.name]
            yield self._promises(f"Promised by {given_name(person.name)}", own)
        nobody = [c for c in self.recap.commitments if c.owner is None]
        yield self._promises("Promised, and not known by whom", nobody)

    def _promises(self, title: str, commitments: Iterable[Commitment]) -> Section:
        ordered = sorted(commitments, key=_by_date)
        return Section(title, tuple(commitment_line(c, self.recap) for c in ordered))

    def next_call(self) -> Section:
        meeting = self.recap.next_meeting
        if meeting is None:
            return Section("Next call", lead="No date was agreed.")
        reader, other = self.people
        said = quotes(meeting.evidence, most=2, here=self.recap.session)
        unknown = "No day is set" if meeting.by_hand else "Agreed, without a day that is certain"
        day = moment_for(meeting.date, reader, other) if meeting.date else unknown
        heard = " ".join(quote.words for quote in said).casefold()
        aim = meeting.goal.rstrip(" .") if meeting.goal else ""
        text = f"{day}. For: {aim}." if aim and aim.casefold() not in heard else f"{day}."
        note = "set by hand" if meeting.by_hand else ""
        return Section("Next call", (Line(text, "", said, note, evidence=meeting.evidence),))

    def became(self, known: Mapping[str, Commitment]) -> Section:
        order = list(BECAME)
        updates = sorted(self.recap.updates, key=lambda update: order.index(update.status))
        lines = [update_line(u, known.get(u.commitment), self.recap.session) for u in updates]
        return Section("What became of the earlier ones", tuple(lines))

    def keeping(self) -> Iterator[Section]:
        ids = not self.confirmed
        yield Section("Worth keeping", worth_keeping(self.recap, ids))
        if ids:  # what nobody sees, nobody can leave out
            later = kept_for_later(self.recap, self.frameworks, ids)
            yield Section("Kept for later calls", later)

    def reflections(self) -> Iterator[Section]:
        for person in self.readers:
            lines = tuple(
                Line(item.text, note=self._short(item.framework))
                for item in self.recap.reflections
                if item.addressee == person.name
            )
            title = f"To reflect on, for {given_name(person.name)} alone"
            yield Section(title, lines, lead=self._talk(person), numbered=True)

    def _talk(self, person: Person) -> str:
        """How this one person talked, told to them only, as figures and not as a verdict."""
        talk, name = self.recap.talk, person.name
        if name not in talk.share:
            return ""
        asked = talk.open_questions.get(name, 0), talk.closed_questions.get(name, 0)
        return (
            f"Talk: {talk.share[name]:.0%} of the words; questions asked: "
            f"{asked[0]} open, {asked[1]} closed."
        )

    def questions(self, most: int) -> Section:
        asked = self.recap.questions
        lines = tuple(
            Line(
                f"{given_name(item.addressee)}: {item.text}",
                note=self._cited(item.framework, item.part),
            )
            for item in asked[:most]
        )
        more = len(asked) - len(lines)
        lead = f"The first {len(lines)}; {more} more with coach ask." if more > 0 else ""
        return Section("Follow-up questions, one at a time", lines, lead=lead, numbered=True)

    def _short(self, framework: str) -> str:
        pack = self.frameworks.get(framework)
        return pack.short if pack else framework

    def _cited(self, framework: str, part: str) -> str:
        pack = self.frameworks.get(framework)
        if pack and any(question.id == part for question in pack.questions):
            return pack.cite(part).strip("[]")
        return f"{framework}, {part}"

    def set_aside(self) -> Section:
        lines = tuple(
            Line(f"{item.claim} ({item.why})", item.kind) for item in self.recap.unsupported
        )
        return Section("Set aside, each with the reason", lines)

    def footnotes(self) -> Iterator[str]:
        if self.recap.withheld:
            number = len(left_out(self.recap)) or passages(self.recap)
            yield (
                f"Left out on purpose: {counted(number, 'passage')} off the record, "
                "between the two, or somebody else's to tell."
            )
            yield from (one.text for one in left_out(self.recap))
        yield from self.recap.notices


def _by_date(commitment: Commitment) -> tuple[date, list[int]]:
    numbers = [int(digits) for digits in commitment.id.split("#c") if digits.isdigit()]
    return (commitment.due or date.max, numbers)


def passages(recap: Recap) -> int:
    """How many passages were withheld."""
    return len(together([item.turn for item in recap.withheld]))


def together(turns: Sequence[int]) -> tuple[range, ...]:
    """Turns as passages: those that stand close together are one.

    >>> together([3, 4, 6, 19])
    (range(3, 7), range(19, 20))
    """
    found: list[range] = []
    for turn in turns:
        if found and turn - found[-1][-1] <= 3:
            found[-1] = range(found[-1].start, turn + 1)
        else:
            found.append(range(turn, turn + 1))
    return tuple(found)
