"""`python -m evals questions DIR`: every question and prompt of a set of calls, to be read.

Figures cannot say whether a question is a good one, so all of them stand on one page, call by call,
with what they are about; below it the figures, and what breaks a rule that can be checked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from coach.reading.words import content
from evals import predicting
from evals.cases import Case, read_cases
from evals.command import OneLineParser
from evals.result import evaluate

FIGURES = ("gap_precision", "followups_about", "followups_gap")
RULES = {
    "open": "starts with what, how, when, where, who or which, and no verb asks for a yes",
    "one": "asks once",
    "not leading": "presumes no answer, gives no advice",
    "their nouns": "names something of this call, of the ledger or of the goals",
    "not alike": "no other one of this call, to this person, asks the same",
}
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LEAD_IN = re.compile(r"^you (?:said|told \w+) Q: ", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:(?:at|by|for|from|in|on|to|with) )?(?:what|how|when|where|who|which)\b", re.I
)
_ASKED_TWICE = re.compile(r"\b(?:and|or) (?:what|how|when|where|who|which)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:why|(?:do|is|was|are|would|could|should|has|have)n't|surely|obviously|of course"
    r"|should you|(?:need|ought|have) to be|better to|have you (?:tried|thought|considered))\b",
    re.IGNORECASE,
)


class Asked(NamedTuple):
    """A question or a prompt: whom it asks, its words, and the words of what it is about."""

    call: str
    to: str
    text: str
    about: str
    gap: str
    framework: str
    nouns: frozenset[str] | None
    """Content words of what it is about; None where the question is about all promises."""


def main(arguments: Sequence[str]) -> int:
    """Print the page; return 1 where a call could not be read."""
    parser = OneLineParser("python -m evals questions", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR", help="cases, as evals/cases/FORMAT.md")
    parser.add_argument("--engine", default="offline", help="the reader: offline (the default)")
    given = parser.parse_args(arguments)
    cases = read_cases(given.cases)
    engines = {given.engine: predicting.engine_named(given.engine)}
    recaps = predicting.predict(cases, engines, _complain)[given.engine]
    print("\n".join(page(cases, recaps)))
    result = evaluate(given.engine, cases, recaps)
    print("\n## Figures\n")
    for name in FIGURES:
        count = result.tally.counts()[name]
        print(f"{name:18} {count.part:g}/{count.whole}")
    return 1 if result.missing else 0


def page(cases: Sequence[Case], recaps: Mapping[str, Any]) -> Iterator[str]:
    """The calls with their questions and prompts, then what breaks a rule."""
    every: list[Asked] = []
    for case in cases:
        if recap := recaps.get(case.name):
            questions, prompts = list(_questions(case, recap)), list(_prompts(case, recap))
            every += [*questions, *prompts]
            yield f"\n## {case.name}\n"
            yield from (_line(number, one) for number, one in enumerate(questions, start=1))
            yield ""
            yield from (_line("-", one) for one in prompts)
    yield from ("\n## Rules\n", f"{len(every)} questions and prompts.\n")
    for rule, means in RULES.items():
        found = [one for one in every if rule in broken(one, every)]
        yield f"{rule:12} broken {len(found):>2} times: {means}"
        yield from (f"    {one.call} {one.to}: {one.text}" for one in found)


def broken(one: Asked, every: Sequence[Asked]) -> Iterator[str]:
    """The rules that a question breaks, by their names.

    `every` are the questions it stands among.
    """
    text = _bare(one.text)
    if not _OPEN.match(text) or not text.endswith("?"):
        yield "open"
    if text.count("?") != 1 or _ASKED_TWICE.search(text):
        yield "one"
    if _LEADING.search(text):
        yield "not leading"
    if one.nouns is not None and not one.nouns & content(one.text):
        yield "their nouns"
    others = (other for other in every if other is not one and other[:2] == one[:2])
    if any(_asks_same(one, other) for other in others):
        yield "not alike"


def _bare(text: str) -> str:
    """A question without what it quotes, and without the quote that it starts from."""
    return _LEAD_IN.sub("", _QUOTED.sub("Q", text))


def _asks_same(one: Asked, other: Asked) -> bool:
    """Word for word, or on the same thing and gap."""
    same_thing = one.gap == other.gap and one.about == other.about
    return one.text == other.text or same_thing


def _questions(case: Case, recap: Mapping[str, Any]) -> Iterator[Asked]:
    words = _words(case, recap)
    for question in recap["questions"]:
        about, gap = question["about"], question["gap"]
        yield Asked(
            call=case.name,
            to=question["for"],
            text=question["text"],
            about=about,
            gap=gap,
            framework=f"{question['framework']}/{question['part']}",
            nouns=None if gap == "overload" else content(words[about]),
        )


def _prompts(case: Case, recap: Mapping[str, Any]) -> Iterator[Asked]:
    for prompt in recap["reflections"]:
        yield Asked(
            call=case.name,
            to=prompt["for"],
            text=prompt["text"],
            about=", ".join(f"turn:{source['turn']}" for source in prompt["sources"]),
            gap="reflection",
            framework=prompt["framework"],
            nouns=content(" ".join(source["quote"] for source in prompt["sources"])),
        )


def _words(case: Case, recap: Mapping[str, Any]) -> dict[str, str]:
    """What a question can be about, by its id: promises, goals and turns, in words."""
    goals = {f"{case.session}#g{n}": g["text"] for n, g in enumerate(recap["goals"], start=1)}
    return {
        **{f"turn:{number}": text for number, text in enumerate(case.turns)},
        **{promise.id: promise.action for promise in case.ledger()},
        **{goal.id: goal.text for goal in case.pair.goals},
        **{promise["id"]: promise["action"] for promise in recap["commitments"]},
        **goals,
    }


def _line(mark: int | str, one: Asked) -> str:
    return f"{mark:>2} {one.to.split()[0]}: {one.text}  [{one.gap}, {one.about}, {one.framework}]"


def _complain(line: str) -> None:
    print(f"evals: {line}", file=sys.stderr)
