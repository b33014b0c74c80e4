"""Candidate promises: where somebody of the two says that they will do something.

Each clause with a commissive form becomes a `Promise` with a weight: what the form is worth, and
what the words around it add and take away (`weighing`). Nothing is dropped here but what is
hopeless; `coach.reading.threads` decides with the whole call in view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from coach.cues import Cue, plain
from coach.dates import LIMITS, Spoken, due_of, find, takes_back
from coach.dates.words import FULL_WEEKDAY
from coach.reading import Call
from coach.reading.candidates.bearing import has_bearing, is_to_somebody
from coach.reading.candidates.weighing import weighed
from coach.reading.days.attaching import is_anothers_day, own_words
from coach.reading.doing import UNDERTAKEN
from coach.reading.promise import LASTS, Promise
from coach.reading.promise.forms import FORMS
from coach.reading.speech import Sentence
from coach.sieve import Sieve

STRONG = 1.0
"""A form of at least this weight starts a clause of its own; weaker ones only stand alone."""
_SUBORDINATE = re.compile(
    r"\b(?:so (?:that )?(?:you|he|she|they|it|we|i)\b|because\b|'cause\b|otherwise\b"
    r"|cause (?:i|it|he|she|they|you|we)\b|(?:if|whether|would|could) (?:he|she|they)\b)",
    re.IGNORECASE,
)
"""Reasons and embedded questions: a date in them is not the deed's."""
_AND_THEN = re.compile(r",?\s+and\s+(?=[a-z]+\s)")
_JOINED = re.compile(r"[,;]?\s+(?:and|but|so|then)\s+(?:then\s+)?|[,;]\s+", re.IGNORECASE)
_ON_IT = re.compile(r"\b(?:there|then)\s*$", re.IGNORECASE)
"""“Friday is the fair, there I ask him”: the day that was told of is the deed's."""
_THERE = re.compile(r"\w+ (?:it |that |this |him |her |them )?(?:to \w+ )?there\b", re.IGNORECASE)
"""“On Sunday we're at my mother's, I say it there”: so is that of what is done there."""
_REMARK = re.compile(r"\s*(?:is|was|'s|are|i'm|i've|i am|it's|we've|we're|he's|she's)\b")
"""“Wednesday is a holiday”: a day that something is said about."""


_BUT = re.compile(r"\bbut\b")
"""“Monday I'm in Leeds, but I'll ring him”: the day before it is held against the deed."""


def find_promises(call: Call) -> list[Promise]:
    """Every clause of one of the two that takes the form of a promise, in order."""
    found: list[Promise] = []
    for sentence in call.sentences:
        if call.is_participant(sentence.speaker):
            found.extend(_in_context(sentence, call))
    return [_in_their_tense(promise, found) for promise in found]


def _in_their_tense(promise: Promise, promises: list[Promise]) -> Promise:
    """ "I ask him, and I write you": some say the present for what others say with "will".

    Who speaks so shows it: a present with a day to come, and more presents than futures.
    """
    if promise.form != "present" or promise.due or promise.weight <= 0:
        return promise
    told = 1.2 if is_to_somebody(promise.deed) else 0.8 * has_bearing(promise)
    own = [each for each in promises if each.owner == promise.owner]
    presents = [each for each in own if each.form == "present"]
    futures = sum(each.form in ("will", "cleft", "will_not") for each in own)
    if not told or len(presents) <= futures or not any(each.due for each in presents):
        return promise
    return replace(
        promise,
        form="will",
        weight=promise.weight + told,
        reasons=(*promise.reasons, f"their future {told:+g}"),
    )


def _in_context(sentence: Sentence, call: Call) -> Iterator[Promise]:
    """Weigh the clauses of a sentence; what follows inside quoted speech is quoted too."""
    quoted = False
    for promise in (weighed(clause, call) for clause in _clauses(sentence, call)):
        yield replace(promise, weight=promise.weight - 3.0) if quoted else promise
        quoted = quoted or any(reason.startswith("reported -") for reason in promise.reasons)


def _clauses(sentence: Sentence, call: Call) -> Iterator[Promise]:
    """Cut a sentence at its commissive forms."""
    heads = _heads(sentence.plain)
    if not heads:
        return
    today = call.today(sentence.speaker)
    begins = [
        0,
        *(
            _fronted(sentence.text, after, start, today)
            for (_, after, _), (start, *_) in pairwise(heads)
        ),
    ]
    ends = [*begins[1:], len(sentence.text)]
    for (start, after, form), begin, end in zip(heads, begins, ends, strict=True):
        assert sentence.speaker is not None
        both = _each_with_its_day(sentence.text[after:end], form, today)
        if both:
            yield from _one_each(both, sentence, (begin, after), form, today)
            continue
        deed = sentence.text[after:end].strip(" ,;")
        due = _due(sentence.text[begin:start], deed, form, today)
        due, told_in = (due, None) if due else _added_after(sentence, end, form, call)
        yield Promise(
            owner=sentence.speaker,
            sentence=sentence,
            start=begin,
            end=end,
            form=form.name,
            deed=deed,
            weight=form.weight,
            due=due,
            told_in=told_in,
            reasons=(form.name,),
        )


def _each_with_its_day(said: str, form: Cue, today: date) -> re.Match[str] | None:
    """ "I'll book the hall tomorrow and tell the choir on Sunday": one auxiliary, two deeds.

    Two verb phrases, each with a day and a thing of its own, are two things to do.
    """
    both = _TWO_DEEDS.fullmatch(said) if form.name in ("will", "can", "want_to") else None
    if both is None or _SUBORDINATE.search(both["one"]) or _THE_SAME.search(plain(both["other"])):
        return None
    days = [due_of(f"I'll {both[part]}", today=today) for part in ("one", "other")]
    known = {day.due for day in days if day and day.due and day.kind not in ("now", "time")}
    if any(day and day.preposition in LASTS for day in days):
        return None  # "ask for time until the end of April": how long, and not when
    return both if len(known) == len(days) else None


def _one_each(
    both: re.Match[str], sentence: Sentence, where: tuple[int, int], form: Cue, today: date
) -> Iterator[Promise]:
    """The two of them as two promises of the same form."""
    begin, after = where
    assert sentence.speaker is not None
    for part in ("one", "other"):
        deed = both[part].strip(" ,;")
        yield Promise(
            owner=sentence.speaker,
            sentence=sentence,
            start=begin if part == "one" else after + both.start(part),
            end=after + both.end(part),
            form=form.name,
            deed=deed,
            weight=form.weight,
            due=due_of(f"I'll {deed}", today=today),
            reasons=(form.name,),
        )


_TWO_DEEDS = re.compile(
    rf"(?P<one>[a-z]+\b.*?\w),? and (?:then |also )?(?P<other>(?!(?:ask|tell|say)\b)"
    rf"(?:{UNDERTAKEN}|let)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


_THE_SAME = re.compile(r"\b(?:it|them|that|those)\b")
"""“Write it on Thursday and send it by Friday”: one thing, in two steps."""


def _added_after(
    sentence: Sentence, end: int, form: Cue, call: Call
) -> tuple[Spoken | None, Sentence | None]:
    """ "So I hand it to her. Next Monday, at the meeting." A day that was put after the full stop.

    What is said in the present tense needs a day to be a promise; other forms find theirs later.
    """
    at = sentence.index + 1
    piece = call.sentences[at] if at < len(call.sentences) else None
    whole = end >= len(sentence.text.rstrip(" ."))
    if form.name != "present" or not whole or piece is None or piece.turn != sentence.last_turn:
        return None, None
    day = piece.due(call.today(sentence.speaker), bare=True)
    alone = day and piece.length <= PIECE and piece.text.startswith(day.phrase)
    return (day, piece) if alone and day and day.due and not piece.is_question else (None, None)


PIECE = 8
"""Words of a piece that tells the day of what was said before it."""


def _fronted(text: str, after: int, head: int, today: date) -> int:
    """Where the clause of a form begins: with the day that is put before it.

    "I'll ring Ann, and by Friday I'll have it": Friday is the second deed's.
    """
    *_, last = (None, *_JOINED.finditer(text, after, head))
    if last is None:
        return head
    before = text[last.end() : head]
    day = due_of(before, today=today)
    return last.start() if day and not before.replace(day.phrase, "").strip(" ,") else head


def _due(before: str, deed: str, form: Cue, today: date) -> Spoken | None:
    """The deed's own day: in its first verb phrase, else anywhere in it, else put before it."""
    main = _SUBORDINATE.split(own_words(deed), maxsplit=1)[0]
    first = _AND_THEN.split(main, maxsplit=1)[0]
    put_first = _put_first(before, today)
    stands = _ON_IT.search(before) or _THERE.match(deed) or _AT_AN_EVENT.search(before)
    if put_first and not stands:
        after = plain(before[put_first.end :])
        if _REMARK.match(after) or _BUT.search(after) or is_anothers_day(before, put_first, deed):
            put_first = None
    # The form is put back, because "read it on Saturday" alone could be the past.
    own = due_of(f"I'll {first}", today=today)
    if own is None and first != main:
        own = due_of(f"I'll {main}", today=today)
    if form.name == "will_not" or (own and own.kind in ("time", "vague")):
        return put_first or own
    return own or put_first


_AT_AN_EVENT = re.compile(
    rf"\b(?:in|at|during) (?:the |this |next )?(?P<day>{FULL_WEEKDAY})(?P<own>['’]s) [a-z]",
    re.IGNORECASE,
)
"""“In Wednesday's review I'll keep quiet”: on the day of what is then."""


def _put_first(before: str, today: date) -> Spoken | None:
    """The day put before a form; of a list of days that which alone stands last before it.

    "Tonight the fifty euro, and Saturday I write to Tobias." "Hakim Friday, Denny Monday, and I
    ring you": each day there is that of its own item.
    """
    if event := _AT_AN_EVENT.search(before):
        day = due_of(before[: event.end("day")], today=today)
        whole = day and day.phrase + event["own"]
        return day and day.model_copy(update={"phrase": whole})
    days = [said for said in find(before, today=today) if said.due]
    deadline = due_of(before, today=today)
    if len({said.due for said in days}) < 2 or takes_back(before):
        return deadline
    beside = _JOINED.split(before[: days[-1].start])[-1] + before[days[-1].end :]
    if not beside.strip(" ,"):
        return days[-1]
    return deadline if deadline and deadline.preposition in LIMITS else None


def _goes_on_to_promise(
    text: str, thought: re.Match[str], found: list[tuple[int, int, Cue]]
) -> bool:
    """ "I could sit in on it, I'll give you notes after": the first deed leads to the second.

    "I could ring him, but I'll wait" takes the first back, and "if I could" supposes it.
    """
    starts = [start for start, *_ in found if start > thought.end()]
    lead = text[thought.end() : min(starts)] if starts else ""
    supposed = _SUPPOSES.search(text[: thought.start()])
    return bool(_LEADS_TO.search(lead)) and not supposed


_LEADS_TO = re.compile(r"\w, (?:(?:and )?then )?$")
_SUPPOSES = re.compile(r"\b(?:if|when|wish|like|what|so|as)\b[^,]*$")

_STRONG_FIRST = Sieve((form, form.pattern) for form in sorted(FORMS, key=lambda form: -form.weight))


def _heads(text: str) -> list[tuple[int, int, Cue]]:
    """Where the forms stand: (start, end, form), strong ones first, never overlapping."""
    found: list[tuple[int, int, Cue]] = []
    for form in _STRONG_FIRST.through(text):
        for match in form.regex.finditer(text):
            overlaps = any(match.start() < end and start < match.end() for start, end, _ in found)
            overshadowed = form.weight < STRONG and any(f.weight >= STRONG for *_, f in found)
            if overshadowed and form.name == "could":
                overshadowed = not _goes_on_to_promise(text, match, found)
            if not overlaps and not overshadowed:
                found.append((match.start(), match.end(), form))
    return sorted(found, key=lambda head: head[0])
