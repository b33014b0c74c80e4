"""Who sees what: everything that a home holds of a pair, by the eyes that it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coach.records import Commitment, Note, Recap, Relationship, Session, day_of
from coach.render.page import Line, Section, counted, given_name, weekday
from coach.render.recap import together


@dataclass(frozen=True)
class Kept:
    """What a home holds of a pair, as far as its owner may see it."""

    calls: tuple[Session, ...]
    recaps: Mapping[str, Recap]
    """the confirmed recap of a call, or its draft, by the call's id"""
    promises: tuple[Commitment, ...]
    shared_answers: int
    own_answers: int
    own_notes: int

    @property
    def confirmed(self) -> tuple[Session, ...]:
        """The calls whose recap somebody said yes to."""
        return tuple(call for call in self.calls if call.confirmed)


@dataclass(frozen=True)
class Away:
    """Where words of a call go to be read: nowhere, or to one server."""

    model: str | None = None
    server: str | None = None
    pseudonyms: bool = False


def own_notes(notes: Sequence[Note], pair: Relationship) -> int:
    """How many are for the eyes of this home's owner alone."""
    return sum(note.visibility == pair.me for note in notes)


def who_sees_what(
    pair: Relationship, kept: Kept, away: Away, today: date | None = None
) -> tuple[Section, ...]:
    """Four groups: only me, the two of us, the model, nobody."""
    return (
        _only_me(pair, kept),
        _both(pair, kept),
        _model(pair, away),
        _nobody(pair, kept, today),
    )


def _only_me(pair: Relationship, kept: Kept) -> Section:
    if pair.me is None:
        lead = (
            "Nobody has said which of the two of you owns this home. Until then nothing private is "
            "kept here."
        )
        return Section("Only me", lead=lead)
    partner = _partner(pair)
    drafts = sum(call.id in kept.recaps and not call.confirmed for call in kept.calls)
    figures = sum(pair.person(pair.me).name in one.talk.share for one in kept.recaps.values())
    lines = (
        _count(kept.own_answers, "answer", "that you gave before and between calls"),
        _count(kept.own_notes, "note", "that you wrote to yourself after calls"),
        _count(drafts, "draft", "that you have not said yes to"),
        Line(
            f"How you talked in {counted(figures, 'call')}: your share of the words, the questions "
            f"you asked. {partner}'s figures are never shown to you."
        )
        if figures
        else Line(f"How you talk in a call. {partner}'s figures are never shown to you."),
    )
    lead = f"It stays in this home. No file for {partner} holds any of it, and no recap or agenda "
    return Section("Only me", lines, lead=lead + "sends it to a model.")


def _both(pair: Relationship, kept: Kept) -> Section:
    here = [one for one in kept.promises if not one.heard_from]
    heard = len(kept.promises) - len(here)
    agreed = sum(term.state == "agreed" for term in pair.agreement.terms)
    lines = [
        _count(len(kept.confirmed), "recap", "that somebody said yes to"),
        _count(len(here), "promise", "of both, with the words they were made in"),
        _count(len(pair.goals), "goal", "as they stand now"),
        _count(agreed, "topic", "of the working agreement, agreed"),
        _count(kept.shared_answers, "answer", "that you gave for both"),
    ]
    if heard:
        lines.append(_count(heard, "promise", "that only your partner's file tells of"))
    lead = (
        f"What was said between you and confirmed. {_partner(pair)} has it by being told: in a "
        "call, by a file you hand over, or in a home of their own."
    )
    return Section("The two of us", tuple(lines), lead=lead)


def _model(pair: Relationship, away: Away) -> Section:
    if away.model is None:
        return Section(
            "The model",
            (
                Line("Nothing is sent anywhere.", "Now"),
                Line("What was withheld or struck; your private answers and notes.", "Never"),
            ),
            lead="No language model is named: rules on this machine read every call. Only a yes of "
            "yours to a server that you name changes that.",
        )
    if away.server is None:
        return Section(
            "The model",
            (Line("Nothing is sent anywhere.", "Now"),),
            lead=f"{away.model} answers on this machine.",
        )
    if pair.taken_back:
        return Section(
            "The model",
            (Line("Nothing, since a yes was taken back.", "Now"),),
            lead=f"{away.model} at {away.server}.",
        )
    names = (
        "The two of you go under other names, without mail addresses and phone numbers; third "
        "people keep theirs."
        if away.pseudonyms
        else "Your names go along, and so do those of third people."
    )
    lines = (
        Line("The words of a call that you hand in to be read.", "Goes"),
        Line("Promises, goals and quotes, when an agenda or roadmap is worded.", "Goes"),
        Line(names, "Names"),
        Line("What was withheld or struck; your private answers and notes.", "Never"),
    )
    return Section("The model", lines, lead=f"{away.model} at {away.server}.")


def _nobody(pair: Relationship, kept: Kept, today: date | None) -> Section:
    lines = [
        line for call in kept.calls for line in _left_out(call, kept.recaps.get(call.id), today)
    ]
    if subjects := len(pair.agreement.off_limits):
        never = "off limits: never an item, a question or a search hit"
        lines.append(Line(never, counted(subjects, "subject")))
    lead = (
        "Left out before anything was kept: said off the record, between you, or somebody else's "
        "to tell. Only how many and where is known here, not one word."
    )
    return Section("Nobody", tuple(lines) or (Line("Nothing was withheld so far."),), lead=lead)


def _left_out(call: Session, recap: Recap | None, today: date | None) -> Iterator[Line]:
    """Of one call: what was withheld as it was read, and what a person struck. Counts, places."""
    struck = {cut.turn for cut in call.struck}
    heard = {item.turn for item in recap.withheld} - struck if recap else set()
    where = f"call {int(call.id)} ({weekday(day_of(call.held_on), today)})"
    for turns, what in ((heard, "withheld in"), (struck, "struck from")):
        if found := together(sorted(turns)):
            places = ", ".join(map(_place, found))
            plural = "turn" if len(turns) == 1 else "turns"
            yield Line(f"{what} {where}: {plural} {places}", counted(len(found), "passage"))


def _place(turns: range) -> str:
    return str(turns[0]) if len(turns) == 1 else f"{turns[0]}\N{EN DASH}{turns[-1]}"


def copies(pair: Relationship, home: str) -> Section:
    """Where words of the two are, here and out of reach."""
    partner = _partner(pair)
    lines = (
        Line(home, "Here"),
        Line("The file that a call was read from stays where you have it.", "Your files"),
        Line("Whoever recorded the call has the recording and its transcript.", "The recorder"),
        Line("has what was sent to them, and perhaps a home of their own.", partner),
        Line("Exports, shared files and printed pages are where you put them.", "What you made"),
        Line("Backups of this disk hold this home as it was.", "Backups"),
    )
    lead = "Whatever you strike or erase goes from this home, to the last byte. It cannot reach "
    return Section("Where copies remain", lines, lead=lead + "the others.")


def _partner(pair: Relationship) -> str:
    if pair.me is None:
        return "Either of you"
    return given_name(pair.partner_of(pair.person(pair.me).name).name)


def _count(number: int, one: str, which: str = "") -> Line:
    return Line(which, counted(number, one) if number else f"No {one}s")
