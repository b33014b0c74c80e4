"""`python -m evals common DIR...`: which words most calls hold, whatever they are about.

A root that more than a fifth of the calls hold tells the less of any one promise, the more calls
hold it: from 1 (a fifth) down to 0 (all of them).
"""

from __future__ import annotations

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from coach.reading.subject import subject
from coach.reading.updates import common_words
from evals.cases import Case, read_cases
from evals.command import OneLineParser

COMMON = 0.2
"""The part of the calls from which on a word is common."""
WIDTH = 100


def main(arguments: Sequence[str]) -> int:
    """Count, print how many there are, and write the table on request."""
    parser = OneLineParser("python -m evals common", description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+", metavar="DIR", help="calls to count in")
    parser.add_argument("--write", action="store_true", help="replace the words of the reader")
    asked = parser.parse_args(arguments)
    calls = [about(case) for folder in asked.cases for case in read_cases(folder)]
    rare = rarity(calls)
    print(f"{len(calls)} calls, {len(rare)} words that more than {COMMON:.0%} of them hold")
    if asked.write:
        text = _HEAD.format(calls=len(calls), rows="\n".join(_rows(rare)))
        Path(common_words.__file__).write_text(text, encoding="utf-8")
    return 0


def about(case: Case) -> frozenset[str]:
    """The root of every word that a call holds, but the names of the two."""
    heard, _ = case.call().understood
    names = subject(" ".join(person.name for person in heard.relationship.people))
    return frozenset().union(*(subject(each.text) for each in heard.sentences)) - names


def rarity(calls: Sequence[Iterable[str]]) -> dict[str, float]:
    """How much each common word still tells, from 0 to 1.

    >>> rarity([{"page", "hull"}, {"page"}, {"page"}, {"page"}, {"page"}])
    {'page': 0.0}
    """
    held = Counter(word for words in calls for word in words)
    return {
        word: round(math.log(count / len(calls)) / math.log(COMMON), 1) + 0.0
        for word, count in sorted(held.items())
        if count > COMMON * len(calls)
    }


def _rows(rare: dict[str, float]) -> Iterable[str]:
    """The words of each rarity, in lines that begin with it."""
    alike = defaultdict(list)
    for word, much in rare.items():
        alike[much].append(word)
    for much, words in sorted(alike.items()):
        yield from (f"{much} {line}" for line in textwrap.wrap(" ".join(words), WIDTH - 4))


_HEAD = '''"""Words that calls hold whatever they are about, by how much they still tell (0 to 1).

Made by `python -m evals common DIR... --write` from {calls} calls: the roots of what more than a
fifth of them hold. Count again in calls of your own rather than edit a figure here.
"""

from __future__ import annotations

TABLE = """
{rows}
"""
'''
