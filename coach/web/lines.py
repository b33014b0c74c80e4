"""A recap as its page has it: lines that are asked about, lines that are not, and prompts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from fastapi.datastructures import FormData

from coach.after import doubtful_first, ids_of, is_doubtful, item_id, mark_of, marks_of
from coach.asking import reflection_id
from coach.library import Framework
from coach.records import Commitment, Evidence, Recap, Reflection, Relationship, Talk, Update
from coach.render.page import Line, Page, Quote, counted, given_name, quotes, shorten, words_of
from coach.render.recap import commitment_line, recap_page, seen_by, update_line
from coach.web.fields import faults_of, one_line, written
from coach.web.given import said

FIELDS = {
    "status": "It was",
    "action": "What is promised",
    "owner": "By",
    "due": "Due",
    "firmness": "How sure",
}
"""Of a line, what the page lets a person change, with the labels."""
LONGEST = 1_000
"""Letters of a wording."""
TOLD = 4
"""Faults that are told on top; all of them stand beside their fields."""
GROUPS = {
    "doubtful": "Look at these first",
    "promise": "Promised",
    "update": "What became of earlier ones",
    "goal": "Goals",
}


@dataclass(frozen=True)
class Given:
    """What a person said of a draft so far: a yes or no a line, and fields as they wrote them."""

    mark: str = ""
    """of the draft that they were shown"""
    says: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """those that they changed"""
    faults: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """of those, by line and field, what cannot be so"""
    left_out: frozenset[str] = frozenset()
    """of what is kept with the lines: the ids of what is not"""
    overtaken: bool = False
    """was it another draft that they were shown?"""
    news: int = 0
    """lines that are new or changed since: what was said of those was said of others"""

    @classmethod
    def of(cls, form: FormData, draft: Recap, rest: str = "") -> Given:
        """What the form says of this draft; `rest` is what a line without an answer gets.

        Where the form is of an earlier draft, what it says of a line counts if that line is the
        same still. Fields are kept where a person changed them: what the others say is for the
        draft to say, which may hold less by now.
        """
        mark, marks = said(form, "draft"), marks_of(draft)
        overtaken = mark not in ("", mark_of(draft))
        same = {id for id in marks if not overtaken or said(form, f"line:{id}") == marks[id]}
        answers = {id: _yes_or_no(said(form, f"say:{id}")) or rest for id in same}
        fields = {}
        for item in doubtful_first(draft):
            if (id := item_id(item)) in same and mark:
                was = written(item)
                names = [name for name in was if f"{name}:{id}" in form]
                now = {name: one_line(said(form, f"{name}:{id}")) for name in names}
                fields[id] = {name: now[name] for name in names if now[name] != was[name]}
        asked = ids_of(draft)
        return cls(
            mark,
            {id: answers.get(id, "") for id in asked},
            fields,
            left_out=frozenset(id for id in same - {*asked} if said(form, f"out:{id}")),
            overtaken=overtaken,
            news=len({*asked} - same),
        )

    def checked(self, pair: Relationship) -> Given:
        """The same, with what cannot be so of the lines that they said yes to."""
        wrong = {id: faults_of(fields, pair, LONGEST) for id, fields in self.edits.items()}
        return replace(self, faults={id: faults for id, faults in wrong.items() if faults})

    @property
    def edits(self) -> dict[str, Mapping[str, str]]:
        """What they changed of the lines that they said yes to."""
        yes = self.answered("yes")
        return {id: changed for id, changed in self.fields.items() if changed and id in yes}

    def answered(self, word: str) -> list[str]:
        """Ids of the lines that were answered so: yes, no, or not at all."""
        return [id for id, answer in self.says.items() if answer == word]


@dataclass(frozen=True)
class Asked:
    """A line that waits for a yes or a no."""

    key: str
    id: str
    group: str
    line: Line
    owner: str
    doubt: str
    mark: str = ""
    """of the line: it has another one when it is changed"""
    earlier: tuple[Quote, ...] = ()
    """of what became of a promise: the words it was made with"""
    fields: Mapping[str, str] = field(default_factory=dict)
    """of a promise: what can be changed, as it stands or as the person wrote it"""
    says: str = ""
    was: Mapping[str, str] = field(default_factory=dict)
    """those fields as the draft has them"""
    faults: Mapping[str, str] = field(default_factory=dict)
    """by field: why what was written there cannot be so"""


class Beside(NamedTuple):
    """What is kept with the lines unless a person leaves it out."""

    mark: str
    """it has another one when it is changed"""
    out: bool


@dataclass(frozen=True)
class Prompt:
    """Something to reflect on, for one person alone."""

    id: str
    text: str
    about: str | None = None


@dataclass(frozen=True)
class Sheet:
    """A recap for one pair of eyes."""

    recap: Recap
    page: Page
    """the lines that nobody is asked about; of a confirmed recap all"""
    asked: tuple[Asked, ...] = ()
    besides: Mapping[str, Beside] = field(default_factory=dict)
    """of the lines that nobody is asked about, those that can be left out, by id"""
    prompts: tuple[Prompt, ...] = ()
    talk: str = ""
    filled: str = ""
    """what of a recap this call filled, and what was not heard"""

    @property
    def groups(self) -> Iterator[tuple[str, list[Asked]]]:
        """The lines that are asked about, the doubtful first, under their headings."""
        for group, title in GROUPS.items():
            if found := [one for one in self.asked if one.group == group]:
                yield title, found

    def unanswered(self) -> str:
        """How many lines wait for an answer, and the first of them by its words."""
        waits = [_words_of(one) for one in self.asked if not one.says]
        told = f"{counted(len(waits), 'line waits', 'lines wait')} for a yes or a no."
        return f"{told} {'It is' if len(waits) == 1 else 'The first is'} {waits[0]}."

    def faults(self) -> str:
        """What was written and cannot be so: each line by its words, each field by its label."""
        told = [
            f"{_words_of(one)}, {FIELDS[name]}: {why}"
            for one in self.asked
            for name, why in one.faults.items()
        ]
        more = f" {len(told) - TOLD} more are marked below." if len(told) > TOLD else ""
        return " ".join(told[:TOLD]) + more

    @property
    def rests_on(self) -> dict[str, tuple[Evidence, ...]]:
        """By the key of each line: all the words that it stands on."""
        besides = {
            f"s{n}-{m}": line.evidence
            for n, section in enumerate(self.page.sections)
            for m, line in enumerate(section.lines)
        }
        return {one.key: one.line.evidence for one in self.asked} | besides


def sheet_of(
    recap: Recap,
    pair: Relationship,
    earlier: Sequence[Commitment],
    *,
    frameworks: Mapping[str, Framework] | None = None,
    given: Given | None = None,
    asks: bool = False,
) -> Sheet:
    """Lay a recap out; `asks` where it is a draft that a person goes through line by line."""
    own = seen_by(recap, pair, pair.me) if pair.me else recap
    known = {commitment.id: commitment for commitment in earlier}
    besides = shareable(recap)
    if asks:
        besides = besides.model_copy(update={"commitments": (), "updates": (), "goals": ()})
    page = recap_page(
        besides,
        pair,
        earlier,
        pair.me,
        frameworks=frameworks,
        confirmed=not asks,
        questions=len(recap.questions),
    )
    given, marks = given or Given(), marks_of(recap) if asks else {}
    return Sheet(
        recap=recap,
        page=page,
        asked=tuple(_asked(recap, known, given)) if asks else (),
        besides={
            id: Beside(marks[id], id in given.left_out) for id in (recap.besides() if asks else ())
        },
        prompts=tuple(
            Prompt(reflection_id(recap.session, one), one.text, _promise_of(recap, one))
            for one in (own.reflections if pair.me else ())
        ),
        talk=_talk(own, pair.person(pair.me).name) if pair.me else "",
        filled=_filled(recap, (frameworks or {}).get("post-call")),
    )


def _promise_of(recap: Recap, prompt: Reflection) -> str | None:
    """The earlier promise that a prompt asks about: what is answered goes with it."""
    behind = recap.promises_behind(prompt)
    return next(iter(behind)) if len(behind) == 1 else None


def _words_of(one: Asked) -> str:
    return f"“{shorten(one.line.text.rstrip('.'))}”"


def shareable(recap: Recap) -> Recap:
    """The recap without what is for one pair of eyes alone: prompts, and how each talked."""
    return recap.model_copy(update={"reflections": (), "talk": Talk()})


def _asked(draft: Recap, known: Mapping[str, Commitment], given: Given) -> Iterator[Asked]:
    lines = [_of_a_goal(draft, n) for n, _ in enumerate(draft.goals, 1)]
    found = [*(_of_an_item(item, draft, known) for item in doubtful_first(draft)), *lines]
    items, marks = {item_id(item): item for item in doubtful_first(draft)}, marks_of(draft)
    for number, (id, group, line, owner, doubt) in enumerate(found):
        item = items.get(id)
        before = known.get(id) if isinstance(item, Update) else None
        yield Asked(
            key=f"l{number}",
            id=id,
            group=group,
            line=line,
            owner=owner,
            doubt=doubt,
            mark=marks[id],
            earlier=words_of(before) if before else (),
            fields={**written(item), **given.fields.get(id, {})} if item else {},
            says=given.says.get(id, ""),
            was=written(item) if item else {},
            faults=given.faults.get(id, {}),
        )


_Found = tuple[str, str, Line, str, str]


def _of_an_item(item: Commitment | Update, draft: Recap, known: Mapping[str, Commitment]) -> _Found:
    if isinstance(item, Update):
        line = update_line(item, known.get(item.commitment), draft.session)
        return item.commitment, "update", line, "", ""
    line = commitment_line(item, draft)
    doubt = line.note.removeprefix(item.id).lstrip(", ")
    group = "doubtful" if is_doubtful(item, draft) else "promise"
    owner = given_name(item.owner) if item.owner else "Owner not known"
    return item.id, group, line, owner, doubt


def _of_a_goal(draft: Recap, number: int) -> _Found:
    point = draft.goals[number - 1]
    said = quotes(point.evidence, by=point.who, here=draft.session)
    line = Line(point.text, "Goal", said, evidence=point.evidence)
    owner = given_name(point.who) if point.who else ""
    return f"{draft.session}#g{number}", "goal", line, owner, ""


def _yes_or_no(answer: str) -> str:
    return answer if answer in ("yes", "no") else ""


def _talk(recap: Recap, name: str) -> str:
    """How this one person talked, as figures and not as a verdict."""
    talk = recap.talk
    if name not in talk.share:
        return ""
    asked = talk.open_questions.get(name, 0), talk.closed_questions.get(name, 0)
    return (
        f"{talk.share[name]:.0%} of the words were yours; you asked "
        f"{counted(asked[0], 'open question')} and {counted(asked[1], 'closed one')}."
    )


def _filled(recap: Recap, pack: Framework | None) -> str:
    """Which of the slots of a recap this call filled, and which it did not."""
    slots = pack.kinds("slot") if pack else ()
    if not pack or not slots or not recap.coverage:
        return ""
    names = {slot.id: slot.name or slot.id.replace("_", " ") for slot in slots}
    covered = {
        one.part
        for one in recap.coverage
        if one.framework == pack.id and one.state == "covered" and one.part in names
    }
    heard = ", ".join(name for id, name in names.items() if id in covered)
    open_ = ", ".join(name for id, name in names.items() if id not in covered)
    told = f"Of {len(names)} things that a call can leave behind this one left {len(covered)}"
    told += f": {heard}." if heard else "."
    return f"{told} Not heard: {open_}." if open_ else told
