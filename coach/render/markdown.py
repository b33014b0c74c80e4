"""A page as Markdown. Words of a call are escaped: they can neither link, embed nor style."""

from __future__ import annotations

import re

from coach.render.page import UNSEEN, Line, Page, Quote, Section

# What could style, embed, link or turn into HTML, also where notes are kept (tags, comments, marks,
# formulas); parentheses, prices and such stay readable.
_ACTIVE = re.compile(
    r"([\\`*_\[\]<>]|~(?=~)|:(?=//)|(?<=www)\.|&(?=#?\w+;)|^[#+-](?=\s)|(?<=^\d)[.)](?=\s)"
    r"|(?<!\w)#(?=\w)|%(?=%)|=(?==)|\$(?!\d)|^[-=~](?=[-=~\s]*$))"
)
_HIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{UNSEEN}]")


def markdown(page: Page) -> str:
    """Return the page as Markdown, ending in a newline."""
    blocks = [f"# {escape(page.title)}"]
    if page.subtitle:
        blocks.append(escape(page.subtitle))
    for section in page.sections:
        blocks.append(_section(section))
    blocks += [f"*{escape(note)}*" for note in page.footnotes]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text that Markdown prints as it is, on one line, without control or bidirectional characters.

    >>> print(escape("![x](http://example.com)"))
    !\\[x\\](http\\://example.com)
    """
    one_line = " ".join(re.split(r"[\n\u2028\u2029]", text))
    return _ACTIVE.sub(r"\\\1", _HIDDEN.sub("", one_line))


def _section(section: Section) -> str:
    parts = [f"## {escape(section.title)}"]
    if section.lead:
        parts.append(escape(section.lead))
    if section.lines:
        lines = [
            _line(line, f"{number}." if section.numbered else "-")
            for number, line in enumerate(section.lines, 1)
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _line(line: Line, bullet: str) -> str:
    bold, parts = bool(line.under or line.lead), []
    if line.mark:
        parts.append(f"**{escape(line.mark)}**")
    if line.text:
        parts.append(f"**{escape(line.text)}**" if bold else escape(line.text))
    parts += map(_quote, line.quotes)
    if line.note:
        parts.append(escape(f"[{line.note}]"))
    indent = " " * (len(bullet) + 1)
    if line.lead:
        parts.append(f"\\\n{indent}{escape(line.lead)}")
    under = "".join(f"\n{indent}{_line(each, '-')}" for each in line.under)
    return f"{bullet} {' '.join(parts)}{under}"


def _quote(quote: Quote) -> str:
    where = f" ({escape(quote.where)})" if quote.where else ""
    return f"“{escape(quote.words)}”{where}"
