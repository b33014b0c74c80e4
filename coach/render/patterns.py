"""What comes back from call to call, as a page: the words of each call side by side."""

from __future__ import annotations

from collections.abc import Iterator

from coach.records import (
    GoalState,
    LetterState,
    Lingering,
    Measure,
    MeasureReading,
    Milestone,
    Pattern,
    Patterns,
    Relationship,
    Source,
    UsefulState,
    day_of,
)
from coach.render.page import (
    Line,
    Page,
    Quote,
    Section,
    counted,
    given_name,
    legend,
    own_first,
    place_of,
    quote_of,
    sentence,
    shorten,
    weekday,
)

_TITLE, _QUOTE = 110, 110
"""Characters of a title, of a quote."""
_WAITING = 5
"""Questions that the page shows; `coach ask` has all of them."""
_STATES = {"not_done": "not done", "decided": "decided", "said": "named"}


def patterns_page(found: Patterns, relationship: Relationship) -> Page:
    """Lay out what comes back, the latest first; what nothing is known of has no place."""
    reader, other = own_first(relationship, found.role)
    sections = (
        Section("In two calls or more", tuple(map(_pattern, found.patterns))),
        Section("Goals", tuple(map(_goal, found.goals))),
        Section("Numbers of the same thing", tuple(map(_measure, found.measures))),
        Section("Waiting for an answer", tuple(map(_waiting, found.lingering[:_WAITING]))),
        Section("What was useful, and the next call", tuple(map(_useful, found.useful))),
    )
    return Page(
        title=f"What comes back: {given_name(reader.name)} and {given_name(other.name)}",
        subtitle=_subtitle(found),
        sections=tuple(section for section in sections if section.lines),
        footnotes=tuple(_footnotes(found)),
    )


def _subtitle(found: Patterns) -> str:
    said = [f"{counted(found.calls, 'call')} read."]
    if not found.patterns:
        said.append("Nothing has come back in two calls so far.")
    shown = [source for pattern in found.patterns for source in pattern.sources]
    shown += [reading.source for measure in found.measures for reading in measure.readings]
    shown += [one.source for one in found.useful]
    said.append(legend([place_of(source) for source in shown if source.quote and source.session]))
    return " ".join(filter(None, said))


def _footnotes(found: Patterns) -> Iterator[str]:
    if (more := len(found.lingering) - _WAITING) > 0:
        yield f"{counted(more, 'question')} more: coach ask {found.relationship}"


def _pattern(pattern: Pattern) -> Line:
    said = [source for source in pattern.sources if source.quote]
    quoted = pattern.kind == "challenge"
    return Line(
        "" if quoted else sentence(shorten(pattern.text, _TITLE)),
        {"reason": "Your reason", "challenge": "Hard"}.get(pattern.kind, pattern.kind.capitalize()),
        tuple(map(_quote, said)),
        lead=_lead(pattern),
        under=(Line(pattern.question, "Ask"),) if pattern.question else (),
    )


def _lead(pattern: Pattern) -> str:
    calls = f"{len(pattern.sessions)} calls"
    if pattern.kind == "reason":
        return f"Given in {calls} for what did not happen. Shown to nobody else."
    if pattern.kind == "promise":
        return (
            f"{given_name(pattern.who or 'Somebody')}'s; open after {calls} that came back to it."
        )
    return f"In {calls}."


# --- goals ----------------------------------------------------------------------------------------


def _goal(goal: GoalState) -> Line:
    open_ = [one.letter.replace("_", "-") for one in goal.letters if one.state == "open"]
    still = [Line(sentence(", ".join(open_)), "Still open")] if open_ else []
    letters = [_letter(one) for one in goal.letters if one.state != "open"]
    return Line(
        sentence(shorten(goal.text, _TITLE)),
        goal.goal,
        under=(*letters, *still, *map(_milestone, goal.milestones), *map(_measure, goal.measures)),
    )


def _letter(one: LetterState) -> Line:
    said = (_quote(one.source),) if one.source and one.source.quote else ()
    name = one.letter.replace("_", "-").capitalize()
    if one.state == "said":
        who = given_name(one.who or "Somebody")
        return Line("", name, said, note=f"said by {who}, not filled in")
    return Line(sentence(one.text or ""), name, said)


def _milestone(one: Milestone) -> Line:
    day = f", by {weekday(one.due)}" if one.due and one.state in ("open", "said", "partly") else ""
    who = f"{given_name(one.who)}: " if one.who and one.kind == "commitment" else ""
    if one.kind == "commitment":
        return Line(sentence(f"{who}{shorten(one.text, _TITLE)}"), "Step", note=_state(one) + day)
    quote = (_quote(one.source),) if one.source.quote else ()
    return Line("", "Step", quote, note=_state(one) + day)


def _state(one: Milestone) -> str:
    return _STATES.get(one.state, one.state)


def _measure(measure: Measure) -> Line:
    said = "; ".join(map(_reading, measure.readings))
    words = tuple(_quote(reading.source) for reading in measure.readings)
    return Line(sentence(f"{measure.unit}: {said}"), "Number", words)


def _reading(one: MeasureReading) -> str:
    day = f" on {weekday(day_of(one.source.date))}" if one.source.date else ""
    return f"{one.value}{' wanted' if one.aim else ''}{day}"


# --- what waits -----------------------------------------------------------------------------------


def _waiting(one: Lingering) -> Line:
    since = counted(one.calls_since, "call")
    held = f"{since} since" if one.calls_since else "no call since"
    when = f"{'in the call of' if one.source.quote else 'after'} {weekday(day_of(one.asked_on))}"
    asked = f"to {given_name(one.addressee)}, {when}; {held}"
    said = (_quote(one.source),) if one.source.quote else ()
    return Line("" if said else one.text, quotes=said, note=asked)


def _useful(one: UsefulState) -> Line:
    kind = "useful" if one.kind == "useful" else "to change"
    if one.next_call is None:
        heard = Line("No call since.", "Next call")
    elif one.touched:
        heard = Line("", "Next call", (_quote(one.touched),))
    else:
        heard = Line("Not heard in what is kept of it.", "Next call")
    said = _quote(one.source) if one.source.quote else Quote(shorten(one.text, _QUOTE))
    return Line(f"{given_name(one.who)}, {kind}:", quotes=(said,), under=(heard,))


def _quote(source: Source) -> Quote:
    return quote_of(source, _QUOTE)
