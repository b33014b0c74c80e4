"""A page of lines, as every other front end prints it, in HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from coach.render.page import Line, Page, Quote, Section
from coach.web.showing import environment

words = st.text(max_size=40)
quotes = st.lists(st.builds(Quote, words, words), max_size=2).map(tuple)
leaves = st.builds(Line, words, words, quotes, words, words)
lines = st.builds(Line, words, words, quotes, words, words, st.lists(leaves, max_size=2).map(tuple))
sections = st.builds(Section, words, st.lists(lines, max_size=3).map(tuple), words, st.booleans())
pages = st.builds(
    Page, words, words, st.lists(sections, max_size=2).map(tuple), st.lists(words).map(tuple)
)


class Read(HTMLParser):
    """The text of some HTML, and whether every tag is closed by its own."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(page: Page) -> Read:
    module = environment().get_template("_sheet.html").module
    read = Read()
    read.feed(str(module.sheet(page)))  # type: ignore[attr-defined]
    read.close()
    return read


@given(pages)
def test_any_page_is_shown_whole_and_its_words_are_never_tags(page: Page) -> None:
    read = shown(page)
    assert read.open == []
    told = "".join(read.text.split())
    for section in page.sections:
        for line in section.lines:
            for word in (line.text, line.mark, line.note, *(q.words for q in line.quotes)):
                assert "".join(word.split()) in told


def test_what_stands_under_a_line_is_shown_under_it() -> None:
    under = Line("Under it.", "Ask", (Quote("<b>their words</b>", "call 1"),))
    text = shown(Page("Title", sections=(Section("One", (Line("A line.", under=(under,)),)),))).text
    assert text.index("A line.") < text.index("Under it.") < text.index("“<b>their words</b>”")
