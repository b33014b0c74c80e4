"""Charts: whatever is drawn, it is whole, inside its frame, escaped, and legible."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.web import charts
from coach.web.charts import Call, Reading, Stretch
from coach.web.drawing import SIZE, Chart
from coach.web.showing import environment

labels = st.text(max_size=30) | st.text("MW@%<>&\"' ", max_size=60)
days = st.dates(date(1900, 1, 1), date(9999, 12, 31))
calls = st.lists(st.builds(Call, labels, days, st.booleans()), min_size=1, max_size=30)
amounts = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(-5, 10**9)


@st.composite
def time_lines(draw: st.DrawFn) -> Chart:
    held = draw(calls)
    places = st.integers(0, len(held) - 1)
    spans = draw(st.lists(st.tuples(labels, places, places), max_size=6))
    stretches = [Stretch(name, min(one, two), max(one, two)) for name, one, two in spans]
    return charts.time_line("calls", held, stretches)


measures = st.builds(
    charts.measure,
    st.just("number"),
    labels,
    st.lists(st.builds(Reading, labels, amounts, days, st.booleans()), max_size=12),
    st.none() | amounts,
)
shares = st.builds(charts.talk_share, st.just("share"), st.lists(st.tuples(labels, amounts)))
asked = st.builds(charts.questions, st.just("asked"), st.lists(st.tuples(labels, counts, counts)))
drawn = time_lines() | measures | shares | asked


def markup(chart: Chart) -> ElementTree.Element:
    module = environment().get_template("_chart.html").module
    return ElementTree.fromstring(str(module.chart(chart)))  # type: ignore[attr-defined]


def numbers(shape: ElementTree.Element) -> Iterator[float]:
    for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height"):
        if name in shape.attrib:
            yield float(shape.attrib[name])


@given(drawn)
def test_any_chart_is_well_formed_with_its_words_escaped(chart: Chart) -> None:
    figure = markup(chart)
    assert len(figure.findall("svg")) == len(chart.drawings)
    for svg, drawing in zip(figure.findall("svg"), chart.drawings, strict=True):
        assert [text.text or "" for text in svg.iter("text")] == [w.text for w in drawing.words]
        assert {each.tag for each in svg.iter()} <= set(
            "svg title desc line rect circle text".split()
        )


@given(drawn)
def test_everything_stands_inside_the_frame(chart: Chart) -> None:
    for svg in markup(chart).findall("svg"):
        wide, high = float(svg.attrib["width"]), float(svg.attrib["height"])
        for shape in svg:
            assert all(math.isfinite(number) for number in numbers(shape))
            box = shape.attrib
            if shape.tag == "rect":
                x, y = float(box["x"]), float(box["y"])
                assert x >= -0.1 and x + float(box["width"]) <= wide + 0.1
                assert y >= -0.1 and y + float(box["height"]) <= high + 0.1
            elif shape.tag == "circle":
                x, y, r = float(box["cx"]), float(box["cy"]), float(box["r"])
                assert r <= x + 0.1 and x + r <= wide + 0.1
                assert r <= y + 0.1 and y + r <= high + 0.1
            elif shape.tag == "line":
                assert all(-0.1 <= float(box[x]) <= wide + 0.1 for x in ("x1", "x2"))
                assert all(-0.1 <= float(box[y]) <= high + 0.1 for y in ("y1", "y2"))
    for drawing in chart.drawings:
        for words in drawing.words:
            assert words.left >= 0 and words.right <= drawing.width
            assert SIZE <= words.y <= drawing.height


@given(drawn)
def test_no_label_is_printed_over_another(chart: Chart) -> None:
    for drawing in chart.drawings:
        for one, two in combinations(drawing.words, 2):
            beside = one.right <= two.left or two.right <= one.left
            assert beside or abs(one.y - two.y) >= SIZE + 3


@given(drawn)
def test_what_has_no_room_is_still_in_the_table(chart: Chart) -> None:
    figure = markup(chart)
    cells = [[cell.text or "" for cell in row] for row in figure.iter("tr")]
    assert cells == [list(chart.columns), *map(list, chart.rows)]


@given(drawn)
def test_a_chart_has_a_title_and_a_sentence_that_name_it(chart: Chart) -> None:
    for svg in markup(chart).findall("svg"):
        named = svg.attrib["aria-labelledby"].split()
        assert named == [svg.find("title").attrib["id"], svg.find("desc").attrib["id"]]  # type: ignore[union-attr]
        assert svg.attrib["role"] == "img"


@given(drawn)
def test_nothing_is_told_by_colour_alone_and_no_style_is_inline(chart: Chart) -> None:
    for shape in markup(chart).iter():
        assert not {"style", "fill", "stroke"} & shape.attrib.keys()


def test_a_wanted_number_and_a_call_to_come_are_hollow() -> None:
    day = date(2026, 3, 2)
    wanted = charts.measure(
        "m", "Reviews", [Reading("three", 3, day), Reading("four", 4, day, True)]
    )
    assert [dot.look for dot in wanted.drawings[0].dots] == ["solid", "hollow"]
    assert "four (wanted)" in [row[1] for row in wanted.rows]
    line = charts.time_line("c", [Call("1", day), Call("next", day.replace(day=9), False)], [])
    assert [dot.look for dot in line.drawings[0].dots] == ["solid", "hollow"]


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_a_bar_is_as_long_as_the_part_it_tells(share: float) -> None:
    (drawing,) = charts.talk_share("t", [("Call 1", share)]).drawings
    long = {band.look: band.width for band in drawing.bands}
    whole = sum(long.values())
    assert long.get("own", 0) == pytest.approx(share * whole)
