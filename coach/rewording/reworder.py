"""A language model that words what code has chosen. What it may not say gives way to what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach import offlimits
from coach.discretion.pseudonyms import Pseudonyms
from coach.errors import ModelError
from coach.library import Framework, Prompt
from coach.models import Messages, Model
from coach.models.shape import shaped
from coach.records import (
    Agenda,
    AgendaItem,
    FollowUp,
    Relationship,
    Roadmap,
    Source,
    Topic,
    Usage,
    day_of,
)
from coach.records.base import Record
from coach.records.claims import AgendaWordings, ItemWording, Proposal, Wordings
from coach.rewording.checks import Said

R = TypeVar("R", bound=Record)
T = TypeVar("T")

ITEMS = 6
"""Items of an hour; what a model proposes has to fit among them."""
_OURS = frozenset({"before", "private"})
"""Items around the hour: never sent, never reworded."""
_FIRST, _LAST = frozenset({"win", "rapport"}), frozenset({"close"})
_PROPOSED_MINUTES = 5


@dataclass(frozen=True)
class Reworded(Generic[T]):
    """The thing in other words, or as it was, with what asking took or why it was in vain."""

    value: T
    usage: Usage | None = None
    notice: str | None = None


class Reworder:
    """Asks a model for wordings, for one pair. With `pseudonyms` under other names."""

    def __init__(
        self,
        model: Model,
        prompts: Mapping[str, Prompt],
        frameworks: Mapping[str, Framework],
        relationship: Relationship,
        *,
        pseudonyms: bool = False,
    ) -> None:
        self.name = model.name
        self._model, self._prompts, self._packs = model, prompts, frameworks
        self._pair, self._pseudonyms = relationship, pseudonyms

    # -- an agenda -----------------------------------------------------------------------------

    def agenda_messages(self, agenda: Agenda) -> Messages:
        """Exactly what would be sent for this agenda; private answers never are."""
        messages, _ = self._messages("agenda", self._agenda_values(agenda))
        return shaped(messages, AgendaWordings)

    def agenda(self, agenda: Agenda) -> Reworded[Agenda]:
        """The agenda with better titles and questions, and its talk in a better order.

        Its sources, minutes and promises stay; so do the opening, the close, and whose promises
        come first. A proposed item names a source that was there, and takes its minutes from the
        longest item.
        """
        try:
            found, usage = self._ask("agenda", self._agenda_values(agenda), AgendaWordings)
        except ModelError as problem:
            told = f"The model ({self.name}) was not used: {problem}."
            notices = (*agenda.notices, told)
            return Reworded(agenda.model_copy(update={"notices": notices}), notice=told)
        items = _ordered(self._worded(agenda, found), found.order, agenda)
        return Reworded(agenda.model_copy(update={"items": tuple(items)}), usage)

    def _agenda_values(self, agenda: Agenda) -> dict[str, str]:
        role = agenda.role or "mentee"
        reader = self._pair.person(role)
        return {
            "person": reader.name if agenda.role else "both",
            "partner": self._pair.partner_of(reader.name).name,
            "role": agenda.role or "both",
            "minutes": str(agenda.minutes),
            "items": "\n".join(_item_lines(agenda)),
        }

    def _worded(self, agenda: Agenda, found: AgendaWordings) -> dict[str, AgendaItem]:
        wordings = {wording.id: wording for wording in found.items}
        items = {
            id: self._item(item, wordings[id]) if id in wordings else item
            for id, item in _shown(agenda)
        }
        for number, proposal in enumerate(found.proposals, 1):
            if len(items) < ITEMS and (extra := self._proposed(agenda, proposal)):
                longest = max(items, key=lambda id: items[id].minutes)
                left = items[longest].minutes - extra.minutes
                if left >= extra.minutes:
                    items[longest] = items[longest].model_copy(update={"minutes": left})
                    items[f"p{number}"] = extra
        return items

    def _item(self, item: AgendaItem, wording: ItemWording) -> AgendaItem:
        said = Said([item.title, item.why, *item.questions, *_texts(item)], self._names)
        changes: dict[str, object] = {}
        if said.bears(wording.title) and self._allowed(wording.title):
            changes["title"] = wording.title.strip().rstrip(".")
        asked = wording.question or ""
        if item.questions and said.asks(asked) and self._allowed(asked):
            changes["questions"] = (asked.strip(), *item.questions[1:])
        return item.model_copy(update=changes)

    def _proposed(self, agenda: Agenda, proposal: Proposal) -> AgendaItem | None:
        known = dict(_numbered_sources(agenda))
        sources = tuple(known[id] for id in dict.fromkeys(proposal.sources) if id in known)
        said = Said([text for source in sources for text in _words_of(source)], self._names)
        if not sources or not said.bears(proposal.title) or not self._allowed(proposal.title):
            return None
        asked = proposal.question or ""
        question = (asked.strip(),) if said.asks(asked) and self._allowed(asked) else ()
        return AgendaItem(
            title=proposal.title.strip().rstrip("."),
            kind="topic",
            minutes=_PROPOSED_MINUTES,
            why="Proposed by the model, from what stands here.",
            sources=sources,
            questions=question,
        )

    # -- a roadmap -----------------------------------------------------------------------------

    def roadmap_messages(self, roadmap: Roadmap) -> Messages:
        """Exactly what would be sent for this roadmap."""
        messages, _ = self._messages("roadmap", self._roadmap_values(roadmap))
        return shaped(messages, Wordings)

    def roadmap(self, roadmap: Roadmap) -> Reworded[Roadmap]:
        """The roadmap with better titles for what is to come; what was held stays as it was."""
        try:
            found, usage = self._ask("roadmap", self._roadmap_values(roadmap), Wordings)
        except ModelError as problem:
            told = f"The model ({self.name}) was not used: {problem}."
            notices = (*roadmap.notices, told)
            return Reworded(roadmap.model_copy(update={"notices": notices}), notice=told)
        wordings = {one.id: one.text for one in found.wordings}

        def worded(topic: Topic) -> Topic:
            title = wordings.get(topic.id, "")
            texts = [text for source in topic.sources for text in _words_of(source)]
            fits = Said([topic.title, topic.why, *texts], self._names).bears(title)
            return (
                topic.model_copy(update={"title": title})
                if fits and self._allowed(title)
                else topic
            )

        meetings = tuple(
            meeting
            if meeting.state == "held"
            else meeting.model_copy(update={"topics": tuple(map(worded, meeting.topics))})
            for meeting in roadmap.meetings
        )
        return Reworded(roadmap.model_copy(update={"meetings": meetings}), usage)

    def _roadmap_values(self, roadmap: Roadmap) -> dict[str, str]:
        topics = [topic for meeting in roadmap.coming for topic in meeting.topics]
        return {
            "mentor": self._pair.mentor.name,
            "mentee": self._pair.mentee.name,
            "topics": "\n".join(map(_topic_line, topics)),
        }

    # -- questions -----------------------------------------------------------------------------

    def question(self, question: FollowUp, words: str) -> Reworded[str]:
        """A follow-up question in this person's own nouns. `words`: what was said about it."""
        person = question.addressee
        values = {
            "person": person,
            "partner": self._pair.partner_of(person).name,
            "gaps": f"q|{question.gap}|{question.about}|{_line(words)}|{_line(question.text)}",
        }
        return self._one("follow-up", "q", values, question.text, [question.text, words])

    def push_back(
        self, person: str, question: str, answer: str, ready: str, earlier: str = "none"
    ) -> Reworded[str | None]:
        """One more question about an answer that stayed vague; None where the model has none.

        `ready` is the wording that is there without a model, which stands where it fails.
        """
        values = {
            "person": person,
            "partner": self._pair.partner_of(person).name,
            "question": question,
            "ready": ready,
            "earlier": earlier,
            "answer": answer,
        }
        try:
            found, usage = self._ask("reflect", values, Wordings)
        except ModelError as problem:
            return Reworded(ready, notice=f"The model ({self.name}) was not used: {problem}.")
        said = Said([question, answer, ready], self._names)
        texts = [one.text.strip() for one in found.wordings if one.id == "again"]
        if not texts:
            return Reworded(None, usage)
        fits = said.asks(texts[0]) and self._allowed(texts[0])
        return Reworded(texts[0] if fits else ready, usage)

    def _one(
        self, prompt: str, id: str, values: Mapping[str, str], ready: str, known: list[str]
    ) -> Reworded[str]:
        try:
            found, usage = self._ask(prompt, values, Wordings)
        except ModelError as problem:
            return Reworded(ready, notice=f"The model ({self.name}) was not used: {problem}.")
        said = Said(known, self._names)
        texts = (one.text.strip() for one in found.wordings if one.id == id)
        fit = (text for text in texts if said.asks(text) and self._allowed(text))
        return Reworded(next(fit, ready), usage)

    # -- what they share -----------------------------------------------------------------------

    @property
    def _names(self) -> list[str]:
        return [person.name for person in self._pair.people]

    def _allowed(self, text: str) -> bool:
        return not offlimits.speaks_of(text, self._pair)

    def _messages(
        self, prompt: str, values: Mapping[str, str]
    ) -> tuple[Messages, Pseudonyms | None]:
        asked = self._prompts[prompt]
        knowledge = "\n\n".join(self._packs[id].outline for id in asked.knowledge)
        away = None
        if self._pseudonyms:
            names = [n for person in self._pair.people for n in (person.name, *person.labels)]
            away = Pseudonyms(names, "\n".join(values.values()))
            values = {name: away.mask(value) for name, value in values.items()}
        return asked.render(**values, knowledge=knowledge), away

    def _ask(self, prompt: str, values: Mapping[str, str], returns: type[R]) -> tuple[R, Usage]:
        messages, away = self._messages(prompt, values)
        done = self._model.complete(messages, returns)
        value = done.value
        if away:
            value = returns.model_validate(away.restore(value.model_dump()))
        return value, done.usage


def _shown(agenda: Agenda) -> list[tuple[str, AgendaItem]]:
    """The items of the hour with their ids; what stands around it is not a model's to see."""
    hour = (item for item in agenda.items if item.kind not in _OURS)
    return [(f"i{number}", item) for number, item in enumerate(hour, 1)]


def _numbered_sources(agenda: Agenda) -> Iterator[tuple[str, Source]]:
    sources = (source for _, item in _shown(agenda) for source in item.sources)
    yield from ((f"s{number}", source) for number, source in enumerate(sources, 1))


def _item_lines(agenda: Agenda) -> Iterator[str]:
    """An item a line, as id|kind|minutes|title|question, its sources indented below it."""
    numbers = iter(_numbered_sources(agenda))
    for id, item in _shown(agenda):
        question = _line(item.questions[0]) if item.questions else ""
        yield f"{id}|{item.kind}|{item.minutes}|{_line(item.title)}|{question}"
        for _ in item.sources:
            number, source = next(numbers)
            yield f"  {number}|{source.kind}|{'|'.join(map(_line, _words_of(source)))}"


def _topic_line(topic: Topic) -> str:
    words = (text for source in topic.sources for text in _words_of(source))
    meeting = topic.id.partition(".")[0]
    parts = (topic.id, meeting, topic.kind, topic.title, topic.why, *words)
    return "|".join(map(_line, parts))


def _texts(item: AgendaItem) -> list[str]:
    return [text for source in item.sources for text in _words_of(source)]


def _words_of(source: Source) -> list[str]:
    """What a source says: its text, its words, its day as people write it."""
    day = day_of(source.date) if source.date else None
    shown = f"{day:%a} {day.day} {day:%b}" if day else ""
    return [text for text in (source.text, source.quote or "", shown) if text]


def _ordered(
    items: Mapping[str, AgendaItem], order: tuple[str, ...], agenda: Agenda
) -> list[AgendaItem]:
    """The model's order of the talk, where it may have one.

    What stands before and after the hour stays there, as do the opening, the close, and the order
    of the two people's promises.
    """
    place = {id: number for number, id in enumerate(dict.fromkeys(order))}
    known = list(items)
    follow = [item for item in items.values() if item.kind == "follow_through"]

    def rank(id: str) -> tuple[int, int]:
        kind = items[id].kind
        edge = -1 if kind in _FIRST else 1 if kind in _LAST else 0
        return edge, place.get(id, len(place) + known.index(id))

    hour = [items[id] for id in sorted(known, key=rank)]
    own = iter(follow)
    hour = [next(own) if item.kind == "follow_through" else item for item in hour]
    before = [item for item in agenda.items if item.kind == "before"]
    after = [item for item in agenda.items if item.kind == "private"]
    return [*before, *hour, *after]


def _line(text: str) -> str:
    return " ".join(text.replace("|", "/").split())
