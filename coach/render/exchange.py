"""What one home tells the other: a text that a person reads, with the same again for the coach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.records import Commitment, Evidence, Goal, Relationship, Shared, SharedPromise, day_of
from coach.render.markdown import markdown
from coach.render.page import (
    Line,
    Page,
    Quote,
    Section,
    counted,
    given_name,
    sentence,
    weekday,
    words_of,
)
from coach.render.recap import BECAME

if TYPE_CHECKING:
    from coach.sharing import Brought


def shared_text(shared: Shared) -> str:
    """The file: Markdown, and below it the same as JSON, in ASCII, which survives any mail."""
    data = json.dumps(shared.model_dump(mode="json"), indent=1)
    return f"{markdown(shared_page(shared))}\n```json\n{data}\n```\n"


def shared_page(shared: Shared) -> Page:
    """Lay out what is told, the sender's own promises first."""
    me = shared.sent_by
    partner = shared.mentee if me == shared.mentor else shared.mentor
    sections = [
        *_promised(shared, me),
        *_promised(shared, partner),
        Section(
            "Never promised",
            tuple(_gone(shared)),
            lead="Entered by mistake and taken out since. The words are not told again: "
            f"{given_name(partner)}'s coach knows the line, where it was told of it, and asks.",
        ),
        Section("Goals", tuple(_goals(shared))),
        Section("Next call", tuple(_next(shared))),
    ]
    to_take = Section(
        "For the coach",
        lead=f"The same again, to be taken in: {given_name(partner)} saves this whole text as a "
        "file and types coach receive FILE. Nothing else is in it.",
    )
    return Page(
        title=f"What {shared.mentor} and {shared.mentee} promised each other",
        subtitle=f"As {given_name(me)} has it on {weekday(day_of(shared.made_at))} "
        f"{day_of(shared.made_at).year}. Only what was confirmed; nothing private.",
        sections=(*(section for section in sections if section.lines), to_take),
    )


def _promised(shared: Shared, owner: str) -> Iterator[Section]:
    own = [promise for promise in shared.promises if promise.owner == owner]
    yield Section(f"Promised by {given_name(owner)}", tuple(map(_line, own)))


def _line(promise: SharedPromise) -> Line:
    day = weekday(promise.due) if promise.due else "No date"
    said = _said(
        Commitment(
            **promise.model_dump(include={"id", "owner", "action", "due_phrase"}),
            evidence=tuple(
                Evidence(turn=item.turn, speaker=item.speaker, quote=item.quote, at=item.at)
                for item in promise.evidence
            ),
        )
    )
    made = f"promised on {weekday(day_of(promise.promised_on))}"
    if promise.firmness == "conditional":
        made += ", conditional"
    if state := BECAME.get(promise.status):
        # The words made the promise; they do not prove what became of it.
        then = (Line("", f"P{made[1:]}", said),) if said else ()
        return Line(sentence(promise.action), state, note="" if said else made, under=then)
    return Line(sentence(promise.action), day, said, note=made)


def _said(promise: Commitment) -> tuple[Quote, ...]:
    """The words that prove it, as every page shows them, without a place: each home has its own."""
    return tuple(Quote(quote.words) for quote in words_of(promise))


def _gone(shared: Shared) -> Iterator[Line]:
    for one in shared.never_promised:
        made = f"said to be promised on {weekday(day_of(one.promised_on))}"
        yield Line(f"A line of {given_name(one.owner)}'s.", note=made)


def _goals(shared: Shared) -> Iterator[Line]:
    for goal in shared.goals:
        filled = goal.model_dump(exclude={"text"})
        under = [
            Line(sentence(text), letter.replace("_", "-").capitalize())
            for letter, text in filled.items()
            if text
        ]
        yield Line(sentence(goal.text), under=tuple(under))


def _next(shared: Shared) -> Iterator[Line]:
    if day := shared.next_call:
        agreed = f"agreed on {weekday(day_of(day.agreed_on))}"
        yield Line(f"{weekday(day_of(day.on))} {day_of(day.on).year}.", note=agreed)


# --- what a file brings --------------------------------------------------------------------------


def brought_page(brought: Brought, pair: Relationship) -> Page:
    """Lay out what a partner's file brings, what differs, and what is left out."""
    them, me = given_name(brought.sender), given_name(pair.partner_of(brought.sender).name)
    sections = [
        Section(f"Promised by {them}", tuple(map(entering, brought.theirs))),
        Section(
            f"Heard of you, {me}: yours to confirm",
            tuple(map(entering, brought.heard)),
            lead=f"{them}'s file says that you promised this. It counts once you say so: "
            "you are asked of each line when the file is taken.",
        ),
        Section(
            "Settled since",
            tuple(_settled(brought)),
            lead=f"{them}'s own word of it: it is entered when you take the file.",
        ),
        Section(
            f"Never promised, says {them}: yours to say yes or no to",
            tuple(map(entering, brought.never)),
            lead="It stays as it stands here until you say yes, each line by itself.",
        ),
        Section(
            f"Promised after all, says {them}: yours to say yes or no to",
            tuple(map(entering, brought.after_all)),
            lead="It stays out until you say yes, each line by itself.",
        ),
        Section(
            f"{them} takes back what waited for your yes",
            tuple(map(entering, brought.taken_back)),
            lead="It stays as it stands here, and asks nothing of you any more.",
        ),
        Section("Goals", tuple(_goal(goal, pair) for goal in brought.goals)),
        Section("Next call", tuple(_day(brought))),
        Section(
            "Differs; what stands here stays",
            tuple(
                Line(
                    sentence(one.what),
                    note=one.id,
                    under=(Line(one.here, "Here"), Line(one.there, f"{them}'s file")),
                )
                for one in brought.differs
            ),
        ),
    ]
    return Page(
        title=f"From {brought.sender}, written on {weekday(day_of(brought.made_at))}",
        subtitle="" if brought.is_news else "Nothing in it is news here.",
        sections=tuple(section for section in sections if section.lines),
        footnotes=tuple(_left_out(brought)),
    )


def entering(promise: Commitment) -> Line:
    """A promise that a file brings, with its day and its words."""
    mark = BECAME.get(promise.status) or (weekday(promise.due) if promise.due else "No date")
    return Line(sentence(promise.action), mark, _said(promise))


def _settled(brought: Brought) -> Iterator[Line]:
    for was, now in brought.settled:
        moved = now.due if now.due != was.due else None
        before = weekday(was.due) if was.due else "without a date"
        day = f" Was {before}, now {weekday(moved)}." if moved else ""
        text = sentence(was.action) + day
        yield Line(text, BECAME.get(now.status, "Open"), note=was.id)


def _goal(goal: Goal, pair: Relationship) -> Line:
    known = goal.id in {one.id for one in pair.goals}
    return Line(sentence(goal.text), "Filled in" if known else "New", note=goal.id)


def _day(brought: Brought) -> Iterator[Line]:
    if heard := brought.next_call:
        yield Line(f"{weekday(day_of(heard.on))} {day_of(heard.on).year}.")


def _left_out(brought: Brought) -> Iterator[str]:
    if brought.known:
        yield f"Known here already: {counted(brought.known, 'promise')}."
    if brought.off_limits:
        yield f"Left out as off limits here: {counted(brought.off_limits, 'promise')}."
    if brought.never_known:
        what = counted(brought.never_known, "line")
        yield f"Never promised, says the file, and not found here: {what}. Nothing changes by it."
    if brought.struck:
        yield (
            f"Left out: {counted(brought.struck, 'promise')} of a call from which words were "
            "struck here."
        )
