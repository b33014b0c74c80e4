"""Agendas against what they should hold, and against the call that came.

Foresight: a gold win, challenge, goal, update (by its promise's wording) or decision of the call
counts as foreseen where it shares two content words or more with one item of the agenda. An item's
words are its title, its why, its sources' texts and quotes, and its questions. Content words are
those of `coach.reading.words`, without the names of the two. What the gold marks as sensitive, or
words with fewer than two, nobody is to foresee.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coach.library import frameworks
from coach.past.sources import of_commitment
from coach.reading.words import content, count
from coach.records import Agenda, AgendaItem, Role, Source
from coach.render.agenda import WORDS, agenda_page, word_count
from coach.render.page import Line, Page, Section
from evals.gold import Gold
from evals.preparing import Prepared
from evals.scoring.tally import Share
from evals.words import within

ITEMS, QUESTIONS = 6, 3
ALIKE = 2
"""Content words that an item shares with what it foresees."""
KINDS = ("goals", "wins", "challenges", "updates", "decisions")

Stems = frozenset[str]
Heard = Mapping[str, Sequence[Stems]]
"""The content words of all that came up in a call, by its kind."""


class Shown(NamedTuple):
    """An agenda as sets of content words, an item each, and how many words it has."""

    items: tuple[Stems, ...]
    words: int


# --- what an agenda says --------------------------------------------------------------------------


def whole(agenda: Agenda) -> Shown:
    """All that an agenda holds."""
    return _shown([_words_of(item) for item in agenda.items])


def promises_only(prepared: Prepared) -> Shown:
    """The line to beat: each person's open promises, as one item."""
    open_ = [promise for promise in prepared.past.ledger if promise.is_open]
    owners = dict.fromkeys(promise.owner for promise in open_)
    lists = [[of_commitment(c) for c in open_ if c.owner == owner] for owner in owners]
    items = [
        AgendaItem(title="", kind="follow_through", minutes=0, sources=tuple(each))
        for each in lists
    ]
    return _shown([_words_of(item) for item in items])


def page_of(prepared: Prepared, role: Role | None) -> Page:
    """The sheet that a person reads."""
    return agenda_page(prepared.agendas[role], prepared.relationship, frameworks())


def printed(page: Page) -> Shown:
    """What of it stands on the page: an item of the hour a line, what stands around a section."""
    texts: list[str] = []
    for section in page.sections:
        texts += (
            [_printed(line) for line in section.lines]
            if any(line.under for line in section.lines)
            else [_listed(section)]
        )
    return _shown(texts)


def _shown(texts: Sequence[str]) -> Shown:
    return Shown(tuple(map(content, texts)), sum(map(count, texts)))


def _words_of(item: AgendaItem) -> str:
    said = (text for source in item.sources for text in (source.text, source.quote or ""))
    return "\n".join((item.title, item.why, *said, *item.questions))


def _listed(section: Section) -> str:
    return "\n".join((section.title, section.lead, *map(_printed, section.lines)))


def _printed(line: Line) -> str:
    quotes = (quote.words for quote in line.quotes)
    return "\n".join((line.text, *quotes, line.lead, *map(_printed, line.under)))


# --- what came ------------------------------------------------------------------------------------


def heard(prepared: Prepared) -> Heard:
    """What the gold has of the call that came."""
    case = prepared.case
    names = content(" ".join(person.name for person in prepared.relationship.people))
    promises = {
        f"{gold.session}#{promise.id}": promise
        for gold in case.earlier
        for promise in gold.commitments
    }
    kept = [promises[u.key] for u in case.gold.updates if u.key in promises]
    texts: dict[str, list[str]] = {
        kind: [found.text for found in getattr(case.gold, kind) if not found.sensitive]
        for kind in KINDS
        if kind != "updates"
    }
    texts["updates"] = [promise.action for promise in kept if not promise.sensitive]
    stems = {kind: [content(text) - names for text in texts[kind]] for kind in KINDS}
    return {kind: [one for one in found if len(one) >= ALIKE] for kind, found in stems.items()}


def foreseen(heard: Heard, shown: Shown, kinds: Sequence[str] = KINDS) -> Share:
    """How much of it an agenda speaks of."""
    every = [stems for kind in kinds for stems in heard[kind]]
    met = sum(any(len(stems & item) >= ALIKE for item in shown.items) for stems in every)
    return Share(met, len(every))


# --- what has to hold of any agenda ---------------------------------------------------------------


def checks(prepared: Prepared) -> Iterator[tuple[str, Share]]:
    """Figures that are 1, or something is broken: over the three views of one call."""
    for role, agenda in prepared.agendas.items():
        sources = [source for item in agenda.items for source in item.sources]
        there = {source.id for source in sources if source.kind == "commitment"}
        open_ = [promise.id for promise in prepared.past.ledger if promise.is_open]
        yield "open_promises", Share(sum(id in there for id in open_), len(open_))
        yield "sourced_items", Share(sum(bool(i.sources) for i in agenda.items), len(agenda.items))
        quotes = [source for source in sources if source.quote and source.session]
        yield "verbatim_quotes", Share(sum(_stands(prepared, q) for q in quotes), len(quotes))
        yield "minutes", Share(sum(item.minutes for item in agenda.items) == agenda.minutes, 1)
        yield "voice_limits", Share(_is_short(agenda, page_of(prepared, role)), 1)
    if prepared.first:
        topics = {topic.id for topic in frameworks()["working-agreement"].kinds("topic")}
        offered = {s.id for item in prepared.agendas[None].items for s in item.sources}
        yield "first_agreement", Share(len(topics & offered), len(topics))
    else:
        yield "kept_praised", _praised(prepared)
    yield "secrets_told", _secrets(prepared)


def _is_short(agenda: Agenda, page: Page) -> bool:
    hour = [item for item in agenda.items if item.minutes]
    asked = sum(len(item.questions) for item in agenda.items)
    return word_count(page) <= WORDS and len(hour) <= ITEMS and asked <= QUESTIONS


def _stands(prepared: Prepared, source: Source) -> bool:
    """Do these words stand in a turn of the call that they are said to be from?"""
    return any(within(source.quote, turn) for turn in prepared.turns.get(source.session or "", ()))


def _praised(prepared: Prepared) -> Share:
    """Of what the last call's gold says was done, what the shared agenda offers for praise."""
    last = prepared.case.earlier[-1]
    done = [update for update in last.updates if update.status == "done"]
    spoken = prepared.turns[last.session]
    quotes = [
        source.quote
        for item in prepared.agendas[None].items
        for source in item.sources
        if source.kind == "update" and source.session == last.session
    ]
    met = sum(
        any(within(quote, spoken[turn]) for quote in quotes for turn in update.turns)
        for update in done
    )
    return Share(met, len(done))


def _secrets(prepared: Prepared) -> Share:
    """Of the earlier calls' secrets, those of which a telling word stands in any of the three.

    A word that another call says openly tells nothing any more.
    """
    told = _plain("\n".join(agenda.model_dump_json() for agenda in prepared.agendas.values()))
    met = [
        any(_plain(word) in told and _plain(word) not in openly for word in item.telling)
        for gold in prepared.case.earlier
        for openly in [_openly(prepared, gold)]
        for item in gold.confidential
    ]
    return Share(sum(met), len(met))


def _openly(prepared: Prepared, gold: Gold) -> str:
    """What the other calls say, but for their own secrets."""
    others = [one for one in prepared.case.earlier if one.session != gold.session]
    return _plain(
        "\n".join(
            text
            for other in others
            for turn, text in enumerate(prepared.turns[other.session])
            if not any(turn in item.turns for item in other.confidential)
        )
    )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
