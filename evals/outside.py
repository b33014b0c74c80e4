"""What is measured on talk that others labelled: a function a file, from its records to rows.

Every figure stands beside the plainest rule that could be tried, on the same records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

from coach.dates import find
from coach.reading import Reader
from coach.reading.offline import OfflineReader
from coach.reading.questions import question_kind
from evals.baseline import BaselineReader
from evals.scoring.tally import Count
from evals.voices import Promised, Spoken, call_of, commissive, promised
from evals.words import overlap

Records = Sequence[Mapping[str, Any]]

_NEAR = 3
"""So many utterances from one that the gold cites still mean the same item."""


@dataclass(frozen=True)
class Row:
    """One figure on one file: what, over how many, ours, and that of the plain rule."""

    data: str
    figure: str
    n: int
    ours: float
    baseline: float
    rule: str


# --- meetings ------------------------------------------------------------------------------------


def commitments(meetings: Records) -> Iterator[Row]:
    """ICSI: utterances that commit their speaker, by the promises that stand, and by weight."""
    read = [_commits(meeting) for meeting in meetings]
    ours = _total(_sets(standing, gold) for _, standing, _, gold in read)
    plain = _total(_sets(plain, gold) for _, _, plain, gold in read)
    yield Row("icsi_meetings", "commitments, utterance F1", ours.gold, *_f1(ours, plain), _WILL)
    ranked = [
        (weights.get(said, float("-inf")), said in plain, said in gold)
        for (weights, _, plain, gold), meeting in zip(read, meetings, strict=True)
        for said in range(len(meeting["utterances"]))
    ]
    by_weight = average_precision([(weight, is_gold) for weight, _, is_gold in ranked])
    by_rule = average_precision([(float(plain), is_gold) for _, plain, is_gold in ranked])
    yield Row("icsi_meetings", "commitments, AP", ours.gold, by_weight, by_rule, _WILL)


def _commits(meeting: Mapping[str, Any]) -> tuple[dict[int, float], set[int], set[int], set[int]]:
    """The weight of each utterance, those that stand, those of the plain rule, and the gold."""
    said = meeting["utterances"]
    plain = {number for number, one in enumerate(said) if _PLAIN.search(one["text"])}
    gold = {number for number, one in enumerate(said) if one.get("act") == "commit"}
    return *commissive(_spoken(meeting)), plain, gold


def action_items(meetings: Records) -> Iterator[Row]:
    """AMI: items one to one, near an utterance that the gold cites; the owner of those matched."""
    scored = [[_items(reader, one) for one in meetings] for reader in _readers()]
    ours, plain = (_total(count for count, _ in each) for each in scored)
    yield Row("ami_meetings", "action items F1", ours.gold, *_f1(ours, plain), _WILL)
    owned, owned_plain = (_total(owners for _, owners in each) for each in scored)
    shares = owned.recall, owned_plain.recall
    yield Row("ami_meetings", "owner of matched items", owned.gold, *shares, _WILL)


def _readers() -> tuple[Reader, Reader]:
    return OfflineReader(), BaselineReader()


_WILL = "I'll|I will"
_PLAIN = re.compile(r"\bI(?:'ll| will)\b")


def _spoken(meeting: Mapping[str, Any]) -> list[Spoken]:
    return [Spoken(said["speaker"], said["text"]) for said in meeting["utterances"]]


def _items(reader: Reader, meeting: Mapping[str, Any]) -> tuple[Count, Count]:
    """The items, and how many of those matched have a gold owner and the right one."""
    gold = [item for item in meeting["actions"] if item["evidence"]]
    claims = promised(reader, _spoken(meeting))
    pairs = sorted(
        (
            (overlap(claim.action, item["text"]), c, g)
            for (c, claim), (g, item) in product(enumerate(claims), enumerate(gold))
            if _is_near(claim, item["evidence"])
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for _, c, g in pairs:
        if c not in matched and g not in matched.values():
            matched[c] = g
    roles = {voice: _initials(role) for voice, role in meeting["participants"].items()}
    owned = [(roles.get(claims[c].voice or ""), gold[g]["owner_roles"]) for c, g in matched.items()]
    known = [(role, owners) for role, owners in owned if owners]
    right = sum(role in owners for role, owners in known)
    return Count(len(matched), len(claims), len(gold)), Count(right, len(known), len(known))


def _is_near(claim: Promised, evidence: Sequence[int]) -> bool:
    return any(abs(ours - theirs) <= _NEAR for ours in claim.utterances for theirs in evidence)


def _initials(role: str) -> str:
    """Such as UI for the User Interface Designer: the first two words' first letters."""
    return "".join(word[0] for word in role.split()[:2])


# --- mail ----------------------------------------------------------------------------------------

_ASKS = re.compile(r"\b(?:please|I'll|I will|(?:can|could|would|will) you)\b", re.IGNORECASE)


def tasks(sentences: Records) -> Iterator[Row]:
    """Mail: which sentences hold a task. A request counts as one that was said yes to."""
    reader = OfflineReader()
    gold = {number for number, one in enumerate(sentences) if one["task"]}
    plain = {number for number, one in enumerate(sentences) if _ASKS.search(one["text"])}
    ours = {
        number
        for number, one in enumerate(sentences)
        if promised(reader, [Spoken("writer", one["text"]), Spoken("reader", "Sure, will do.")])
    }
    figures = _f1(_sets(ours, gold), _sets(plain, gold))
    yield Row(
        "email_tasks", "sentences with a task, F1", len(gold), *figures, "please|I'll|can you"
    )


# --- messages ------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d[\d,]*")
_DAY = re.compile(
    r"\b(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*|(today|tomorrow)"
    r"|((?:every|each|per|a) ?day|daily))\b"
)


def weekly_goals(weeks: Records) -> Iterator[Row]:
    """Coaching by text message: numbers and days of the goal, in promises and aims."""
    rule = "all that the client wrote"
    pairs = [(_promised_words(week), _clients_words(week)) for week in weeks]
    for name, found in (("numbers", _numbers), ("days", _days)):
        ours, plain = (
            _total(
                _sets(found(words[side]), set(week[name]))
                for words, week in zip(pairs, weeks, strict=True)
            )
            for side in (0, 1)
        )
        yield Row(
            "uic_weekly_goal", f"{name} of the goal, set F1", ours.gold, *_f1(ours, plain), rule
        )


def _promised_words(week: Mapping[str, Any]) -> str:
    """The words of what the client takes on, and of the goals."""
    spoken = [Spoken(one["speaker"], one["text"]) for one in week["messages"]]
    on = datetime.fromisoformat(f"{week['date']}T12:00:00+00:00")
    claims = OfflineReader().read(call_of(spoken, ("coach", "patient"), on))
    quotes = [
        *(
            quote
            for one in claims.commitments
            for quote in one.quotes
            if "patient" in str(one.owner)
        ),
        *(quote for one in claims.points for quote in one.quotes if one.kind == "goal"),
    ]
    return " ".join(quote.words for quote in quotes)


def _clients_words(week: Mapping[str, Any]) -> str:
    return " ".join(one["text"] for one in week["messages"] if one["speaker"] == "patient")


def _numbers(text: str) -> set[str]:
    return {number.replace(",", "") for number in _NUMBER.findall(text)}


def _days(text: str) -> set[str]:
    return {day or named or "daily" for day, named, _ in _DAY.findall(text.lower())}


# --- questions -----------------------------------------------------------------------------------


def question_kinds(sessions: Records) -> Iterator[Row]:
    """AnnoMI: a therapist's question is open or closed; one that is missed is wrong too."""
    asked = [
        (one["question_type"], one["text"])
        for session in sessions
        for one in session["utterances"]
        if one.get("question_type")
    ]
    ours, plain = (_macro_f1(asked, kind) for kind in (question_kind, _by_first_word))
    rule = "begins with what, how, why"
    yield Row("annomi", "open or closed, macro F1", len(asked), ours, plain, rule)


def _by_first_word(text: str) -> str:
    questions = [piece for piece in re.findall(r"[^.?!]+[.?!]*", text) if "?" in piece]
    last = (questions or [text])[-1].strip(" -,").lower()
    return "open" if re.match(r"(?:and |so |but )?(?:what|how|why)\b", last) else "closed"


def _macro_f1(asked: Sequence[tuple[str, str]], kind: Callable[[str], str | None]) -> float:
    answers = [(gold, kind(text)) for gold, text in asked]
    kinds = ("open", "closed")
    return sum(_label(answers, one).f1 for one in kinds) / len(kinds)


def _label(answers: Sequence[tuple[str, str | None]], label: str) -> Count:
    return Count(
        right=sum(gold == ours == label for gold, ours in answers),
        predicted=sum(ours == label for _, ours in answers),
        gold=sum(gold == label for gold, _ in answers),
    )


# --- days ----------------------------------------------------------------------------------------

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def due_days(sentences: Records) -> Iterator[Row]:
    """Recognizers: the day of a phrase, by the coach's conventions (`evals dates` has more)."""
    for mark in ("due_core", "everyday"):
        asked = [(row, entity) for row in sentences if row[mark] for entity in row["entities"]]
        ours = sum(str(_our_day(row, entity)) in entity["due"] for row, entity in asked)
        plain = sum(str(_plain_day(row, entity)) in entity["due"] for row, entity in asked)
        shares = (ours / len(asked), plain / len(asked)) if asked else (0.0, 0.0)
        yield Row(
            "dates_recognizers", f"{mark}, accuracy", len(asked), *shares, "a weekday, tomorrow"
        )


def _our_day(row: Mapping[str, Any], entity: Mapping[str, Any]) -> date | None:
    said = find(row["text"], today=_today(row))
    near = (one for one in said if one.start < entity["end"] and entity["start"] < one.end)
    return next((one.due for one in near if one.due), None)


def _plain_day(row: Mapping[str, Any], entity: Mapping[str, Any]) -> date | None:
    today, words = _today(row), entity["text"].lower()
    if "tomorrow" in words:
        return today + timedelta(days=1)
    named = next((number for number, day in enumerate(_WEEKDAYS) if day in words), None)
    if named is not None:
        return today + timedelta(days=(named - today.weekday() - 1) % 7 + 1)
    return today if "today" in words else None


def _today(row: Mapping[str, Any]) -> date:
    return date.fromisoformat(row["ref"][:10])


# --- counting ------------------------------------------------------------------------------------


def _sets(found: set[Any], gold: set[Any]) -> Count:
    return Count(len(found & gold), len(found), len(gold))


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """Precision at each gold one, from the highest score down; equal scores keep their order.

    >>> average_precision([(0.9, True), (0.8, False), (0.7, True)])
    0.8333333333333333
    """
    gold = [is_gold for _, is_gold in sorted(ranked, key=lambda pair: -pair[0])]
    at = [rank for rank, is_gold in enumerate(gold, 1) if is_gold]
    return sum(number / rank for number, rank in enumerate(at, 1)) / len(at) if at else 0.0


def _total(counts: Iterator[Count]) -> Count:
    return sum(counts, Count())


def _f1(ours: Count, plain: Count) -> tuple[float, float]:
    return ours.f1, plain.f1
