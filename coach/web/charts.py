"""Charts as drawings: places and sizes worked out here, made into SVG by `_chart.html`.

One unit is one pixel, so that words keep their size on a phone: what has room for more is drawn
twice, narrow and wide. Nothing is told by colour alone, and nothing is a verdict: no average, no
aim of ours, no line that says where a number is going.

>>> chart = talk_share("talk", [("Call 1", 0.49), ("Call 2", 0.52)])
>>> [words.text for words in chart.drawings[0].words]
['Call 1', '49%', 'Call 2', '52%']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from coach.render.page import counted, weekday
from coach.web.drawing import (
    SIZE,
    Anchor,
    Band,
    Chart,
    Dot,
    Drawing,
    Rule,
    Words,
    clean,
    fitted,
    scale,
    wide,
)

NARROW, WIDE = 350, 960
"""Widths that a phone and a desk have room for."""
_ROW, _EDGE = 30, 8


class Call(NamedTuple):
    """A call, or one that is still to come."""

    number: str
    on: date
    held: bool = True


class Stretch(NamedTuple):
    """A phase from one call to another, by their places among the calls."""

    name: str
    first: int
    last: int


class Reading(NamedTuple):
    """A number that was said on a day; `aim`: of what is wanted."""

    said: str
    amount: float
    on: date
    aim: bool = False


# --- the time-line --------------------------------------------------------------------------------


def time_line(name: str, calls: Sequence[Call], stretches: Sequence[Stretch]) -> Chart:
    """The calls on their days, and above them, a row for each phase, the calls that showed it."""
    calls = [call._replace(number=clean(call.number)) for call in calls]
    stretches = [one._replace(name=clean(one.name)) for one in stretches]
    held = [call for call in calls if call.held]
    during = {
        place: [one.name for one in stretches if one.first <= place <= one.last]
        for place in range(len(calls))
    }
    return Chart(
        name,
        "Calls and phases",
        f"{counted(len(held), 'call')} on their days, and the phase that each of them shows.",
        tuple(_time_line(width, calls, stretches) for width in (NARROW, WIDE)),
        ("Call", "Day", "Phase"),
        tuple(
            (call.number, weekday(call.on) + f" {call.on.year}", ", ".join(during[place]))
            for place, call in enumerate(calls)
        ),
    )


def _time_line(width: int, calls: Sequence[Call], stretches: Sequence[Stretch]) -> Drawing:
    names = list(dict.fromkeys(one.name for one in stretches))
    labels = [fitted(each, width / 3) for each in names]
    left = max((wide(label) for label in labels), default=0.0) + 2 * _EDGE
    base = _ROW * len(names) + 18
    drawn = Drawing(width, base + 54)
    place = scale([call.on.toordinal() for call in calls], left, width - 2 * _EDGE)
    for row, (name, label) in enumerate(zip(names, labels, strict=True)):
        middle = row * _ROW + _ROW / 2
        drawn.say(Words(0, middle + SIZE / 3, label, look="name"))
        for one in (stretch for stretch in stretches if stretch.name == name):
            x1, x2 = place(calls[one.first].on.toordinal()), place(calls[one.last].on.toordinal())
            drawn.bands.append(
                Band(x1 - _EDGE, middle - 9, x2 - x1 + 2 * _EDGE, 18, f"phase p{row % 4}")
            )
    drawn.rules.append(Rule(left - _EDGE, base, width - _EDGE, base, "axis"))
    for call in calls:
        x = place(call.on.toordinal())
        drawn.dots.append(Dot(x, base, 5 if len(calls) <= width / 18 else 3, _look(call.held)))
    for call in (*calls[:1], *calls[:0:-1]):
        drawn.say(Words(place(call.on.toordinal()), base + 22, call.number, "middle", "number"))
    for call, anchor in _ends(calls):
        x = left - _EDGE if anchor == "start" else width - _EDGE
        drawn.say(Words(x, base + 44, _month(call.on), anchor, "quiet"))
    return drawn


def _ends(calls: Sequence[Call]) -> Iterable[tuple[Call, Anchor]]:
    ordered = sorted(calls, key=lambda call: call.on)
    yield from ((call, "start") for call in ordered[:1])
    if len({call.on for call in calls}) > 1:
        yield ordered[-1], "end"


def _month(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


# --- numbers that were said -----------------------------------------------------------------------


def measure(
    name: str, title: str, readings: Sequence[Reading], whole: float | None = None
) -> Chart:
    """Numbers of the same thing on the days they were said; `whole` is what they are a share of."""
    readings = [one._replace(said=clean(one.said)) for one in readings]
    title = clean(title)
    return Chart(
        name,
        title,
        f"{title}: {counted(len(readings), 'number')} as they were said, each on its day.",
        (_measure(readings, whole),),
        ("Day", "Said"),
        tuple(
            (f"{weekday(one.on)} {one.on.year}", f"{one.said}{' (wanted)' if one.aim else ''}")
            for one in readings
        ),
    )


def _measure(readings: Sequence[Reading], whole: float | None) -> Drawing:
    top, base = 2 * SIZE + 4, 132.0
    drawn = Drawing(NARROW, base + 26)
    across = scale([one.on.toordinal() for one in readings], 3 * SIZE, NARROW - 3 * SIZE)
    amounts = [one.amount for one in readings] + ([whole] if whole is not None else [])
    up = scale([*amounts, 0.0], base, top)
    zero = up(0.0)
    drawn.rules.append(Rule(0, zero, NARROW, zero, "axis"))
    if whole is not None and whole != 0:
        drawn.rules.append(Rule(0, up(whole), NARROW, up(whole), "whole"))
        drawn.say(Words(0, up(whole) - 4, fitted(f"{whole:g}", 2 * SIZE), look="quiet"))
    for one in readings:
        x, y = across(one.on.toordinal()), up(one.amount)
        drawn.rules.append(Rule(x, zero, x, y, "stem"))
        drawn.dots.append(Dot(x, y, 5, _look(not one.aim)))
    for one in readings:
        x, y = across(one.on.toordinal()), up(one.amount)
        short = f"{one.amount:g}" + (" wanted" if one.aim else "")
        drawn.say(Words(x, y - 9, short, "middle", "number"))
        drawn.say(Words(x, base + 20, f"{one.on.day} {one.on:%b}", "middle", "quiet"))
    return drawn


# --- one's own talking ----------------------------------------------------------------------------


def talk_share(name: str, calls: Sequence[tuple[str, float]]) -> Chart:
    """Which part of all words was one's own, call by call; 0 to 1."""
    rows = [(clean(label), min(max(share, 0.0), 1.0)) for label, share in calls]
    shown = [
        (label, [(share, "own"), (1 - share, "rest")], f"{share:.0%}") for label, share in rows
    ]
    return Chart(
        name,
        "Your part of all words",
        f"{counted(len(rows), 'call')}; a bar is as long as your part of the words of that call.",
        (_bars(shown, 1.0),),
        ("Call", "Your part"),
        tuple((label, told) for label, _, told in shown),
    )


def questions(name: str, calls: Sequence[tuple[str, int, int]]) -> Chart:
    """One's own open and closed questions, call by call."""
    rows = [(clean(label), max(open_, 0), max(closed, 0)) for label, open_, closed in calls]
    most = max((open_ + closed for _, open_, closed in rows), default=0)
    shown = [
        (
            label,
            [(float(open_), "own"), (float(closed), "closed")],
            f"{open_} open, {closed} closed",
        )
        for label, open_, closed in rows
    ]
    return Chart(
        name,
        "Your questions, open and closed",
        f"{counted(len(rows), 'call')}; filled are open questions, outlined are closed ones.",
        (_bars(shown, float(most)),),
        ("Call", "Open", "Closed"),
        tuple((label, str(open_), str(closed)) for label, open_, closed in rows),
    )


def _bars(rows: Sequence[tuple[str, Sequence[tuple[float, str]], str]], most: float) -> Drawing:
    """A row for each label: its parts end to end, and what they are."""
    drawn = Drawing(NARROW, max(_ROW * len(rows), 1))
    labels = [fitted(label, NARROW / 3) for label, _, _ in rows]
    told = [fitted(said, NARROW / 2) for _, _, said in rows]
    left = max(map(wide, labels), default=0.0) + _EDGE
    room = NARROW - left - max(map(wide, told), default=0.0) - _EDGE
    for row, (_, parts, _) in enumerate(rows):
        y, x = row * _ROW + _ROW / 2, left
        drawn.say(Words(0, y + SIZE / 3, labels[row]))
        for amount, look in parts:
            long = room * amount / most if most else 0.0
            if long > 0:
                drawn.bands.append(Band(x, y - 8, long, 16, look))
            x += long
        drawn.say(Words(NARROW, y + SIZE / 3, told[row], "end", "number"))
    return drawn


def _look(solid: bool) -> str:
    return "solid" if solid else "hollow"
