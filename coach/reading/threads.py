"""Promises over the whole call: one thread for each thing promised.

People promise in several breaths: the deed, the date, a correction, the read-back at the end. A
`Thread` gathers them, so that one promise is one item, its last date wins, and every turn that
speaks of it is evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import log

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.forms import JOINT
from coach.reading.promises import TIMELESS, Promise
from coach.reading.readback import CLOSING, ReadBack, read_back
from coach.reading.speech import Sentence
from coach.reading.words import content, count

ENOUGH = 2.0
"""The weight from which a thread counts as a promise."""
CARRIES = 1.2
"""The weight from which a promise may take a thread up again."""
NEAR = 5
"""Turns within which a promise is taken up again as the same one."""

_POINTS_BACK = re.compile(
    r"^(?:\S+\s+){0,3}?(?:it|that|this|them|'em|those|these|him|her|the needful)\b"
    r"|^\w+(?:\s+(?:you|off|over|out))?\W*$"
)
_RETRACTS = re.compile(
    r"\b(?:scrap that|forget\.|forget (?:it|that)|never mind|actually,? no|no,? actually"
    r"|on second thoughts?|strike that|no,? wait|cancel that|take that back)\b"
)
_PERSON = re.compile(r"\b(?:him|her)\b")
_ANAPHOR = re.compile(
    r"\b(?:it|that|this|them|'em|those|these|him|her|his|their|its|there|then|first|so|the rest|"
    r"the others?|the same|the needful|one|ones)\b"
)
_ANOTHER = re.compile(r"\b(?:also|as well|too|another|one more|separately|and then)\b")
_YOURS = re.compile(r"\b(?:you|you've|you're|you'll|yours)\b")
_DO_IT = re.compile(r"^do (?:it|that|this)\b|^$")
_TIME_OF_DAY = re.compile(r"^(?:in the |this )?(?:morning|afternoon|evening)$")
_NEXT_CALL = re.compile(
    r"\b(?:next (?:is|call|time|one|session|meeting)|meet|speak again|see you|our call|invite)\b"
)
_CORRECTS = re.compile(r"\b(?:no|actually|sorry|wait|rather|i mean|make (?:it|that)|or better)\b")


@dataclass(slots=True)
class Thread:
    """One thing that one person promised, with every place it is spoken of."""

    owner: str
    promises: list[Promise]
    due: Spoken | None = None
    due_sentence: Sentence | None = None
    echoes: list[Sentence] = field(default_factory=list)
    label: str = ""
    """what the read-back calls it"""

    @property
    def weight(self) -> float:
        """The best of its promises, a little more for being said twice, and for the read-back."""
        best = max(promise.weight for promise in self.promises)
        dated = 0.0
        if self.due and not any(promise.due for promise in self.promises):
            timeless = all(promise.form in TIMELESS for promise in self.promises)
            dated = 1.4 if timeless and self.due.due else 0.8
        repeated = 0.4 if len(self.promises) > 1 else 0.0
        read_back = 0.6 * bool(self.echoes) + 0.6 * bool(self.label)
        return best + dated + repeated + read_back

    @property
    def subject(self) -> frozenset[str]:
        """Content words of everything promised in it."""
        return frozenset().union(*(promise.subject for promise in self.promises))

    @property
    def last_turn(self) -> int:
        """Where it was last taken up."""
        return max(promise.sentence.last_turn for promise in self.promises)

    @property
    def is_joint(self) -> bool:
        """Did one of them promise it for both?"""
        return any(promise.form == JOINT for promise in self.promises)

    @property
    def conditional(self) -> bool:
        """Does it wait for something that may not happen?"""
        return any(promise.conditional for promise in self.promises if promise.weight >= 1.0)


def gather(promises: list[Promise], call: Call) -> list[Thread]:
    """Join promises into threads, date them, and keep those with enough weight."""
    rarity = _rarity(call)
    closing = int(CLOSING * len(call.transcript.turns))
    threads: list[Thread] = []
    for promise in promises:
        if promise.weight < 0.6 or _retracted(promise, call):
            continue
        if promise.sentence.turn >= closing and _lists(promise, threads, rarity):
            continue
        thread = _same_thread(promise, threads, call, rarity, closing)
        if thread is None:
            threads.append(thread := Thread(promise.owner, [promise]))
        elif promise.weight < CARRIES:
            continue
        else:
            thread.promises.append(promise)
        if promise.due and _dates(promise, thread):
            thread.due, thread.due_sentence = promise.due, promise.sentence
    promised = frozenset(p.sentence.index for p in promises if p.weight >= CARRIES)
    for thread in threads:
        _date_from_talk(thread, call, promised)
    for listed in read_back(call):
        unheard = [named for named in listed if not _name(named, threads)]
        if len(unheard) < len(listed):  # some of it is known: this is a read-back
            threads += [_from_read_back(named) for named in unheard if _is_new(named, threads)]
    _read_back([t for t in threads if t.weight >= CARRIES], call, rarity, closing)
    return [thread for thread in threads if thread.weight >= ENOUGH]


def _lists(promise: Promise, threads: list[Thread], rarity: Mapping[str, float]) -> bool:
    """Is this the read-back: one sentence that names two promises or more?"""
    words = content(promise.sentence.text)
    named = [
        thread
        for thread in threads
        if thread.owner == promise.owner
        and thread.weight >= CARRIES
        and promise.sentence.turn > thread.last_turn + NEAR
        and any(rarity[word] >= 1.3 for word in words & thread.subject)
    ]
    return len(named) > 1


def _same_thread(
    promise: Promise,
    threads: list[Thread],
    call: Call,
    rarity: Mapping[str, float],
    closing: int,
) -> Thread | None:
    """The earlier thread of the same owner that this promise takes up again."""
    own = content(promise.deed)
    for thread in reversed(threads):
        if thread.owner != promise.owner:
            continue
        distance = promise.sentence.turn - thread.last_turn
        shared = sum(rarity[word] for word in own & thread.subject)
        if distance > NEAR:
            covers = 2 * len(own & thread.subject) >= len(own)
            if covers and shared >= (1.5 if promise.sentence.turn >= closing else 2.5):
                return thread
            continue
        if _another_day(promise, thread, call):
            continue
        if shared >= 0.8 or (thread.weight >= CARRIES and _goes_on(promise, thread, distance)):
            return thread
    return None


def _goes_on(promise: Promise, thread: Thread, distance: int) -> bool:
    """Does this clause say more of the same promise, by pointing back or by naming nothing new?"""
    deed = plain(promise.deed)
    if _ANOTHER.search(plain(promise.sentence.text[promise.start : promise.end])):
        return False
    if promise.conditional and not thread.conditional:
        return False
    if not thread.subject or (not content(deed) and count(deed) <= 3):
        return True
    if _POINTS_BACK.search(deed) and (not _PERSON.search(deed) or _names_somebody(thread)):
        return True
    if distance > 0:
        return False
    names = re.search(r"\b[A-Z]", promise.deed)
    points = _ANAPHOR.search(deed) or _POINTS_BACK.search(plain(thread.promises[-1].deed))
    return bool(points) or (len(content(deed)) <= 1 and not names)


def _names_somebody(thread: Thread) -> bool:
    """ "I'll ring him" goes on only from a promise that speaks of somebody."""
    deeds = " ".join(promise.deed for promise in thread.promises)
    return bool(re.search(r"\b(?!I\b)[A-Z]|\b(?:him|her|them)\b", deeds))


def _another_day(promise: Promise, thread: Thread, call: Call) -> bool:
    """Two different days are two promises, unless the second corrects the first."""
    if not promise.due or not thread.due or "vague" in (promise.due.kind, thread.due.kind):
        return False
    if promise.due.due == thread.due.due and (
        promise.due.due or promise.due.kind == thread.due.kind
    ):
        return False
    last = thread.promises[-1]
    between = [
        sentence.text
        for sentence in call.sentences[last.sentence.index + 1 : promise.sentence.index]
        if sentence.speaker == promise.owner
    ]
    if last.sentence.index == promise.sentence.index:
        between.append(promise.sentence.text[last.end : promise.start + 12])
    else:
        between.append(promise.sentence.text[: promise.start + 12])
    return not _CORRECTS.search(plain(" ".join(between)))


def _dates(promise: Promise, thread: Thread) -> bool:
    """Does this date stand for the whole thread? A known day is not replaced by a vague one."""
    if promise.sentence.turn > thread.promises[0].sentence.turn + 3 * NEAR:
        return thread.due is None
    return thread.due is None or thread.due.due is None or bool(promise.due and promise.due.due)


def _retracted(promise: Promise, call: Call) -> bool:
    """Did the speaker take it back in the same breath?"""
    at = promise.sentence.index
    rest = plain(promise.deed + " " + promise.sentence.text[promise.end :])
    following = call.sentences[at + 1] if at + 1 < len(call.sentences) else None
    if (
        following
        and following.speaker == promise.owner
        and following.turn <= promise.sentence.last_turn + 1
    ):
        rest += " " + plain(following.text)
    return bool(_RETRACTS.search(rest))


def _date_from_talk(thread: Thread, call: Call, promised: frozenset[int]) -> None:
    """A day said in the breath before or after the promise, or echoed by the other one, is its."""
    if not _wants_a_day(thread.due) or all(_DO_IT.match(p.deed.lower()) for p in thread.promises):
        return  # nobody can say what a date near a bare "I'll do it" belongs to
    for sentence in _around(thread, call):
        due = _only_a_date(sentence, call.today(thread.owner))
        if sentence.index in promised or due is None:
            continue
        if due.kind == "meeting" or not _NEXT_CALL.search(plain(sentence.text)):
            thread.due, thread.due_sentence = due, sentence
            return


def _wants_a_day(due: Spoken | None) -> bool:
    """Is no day known yet? "In the morning" is one only where the talk names no other."""
    if due is None or (due.due is None and due.kind != "meeting"):
        return True
    return bool(_TIME_OF_DAY.search(plain(due.phrase)))


def _only_a_date(sentence: Sentence, today: date) -> Spoken | None:
    """The day that a short sentence is about, if it is about little else."""
    due = due_of(sentence.text, today=today, bare=count(sentence.text) <= 5)
    if due is None or not (due.due or due.kind == "meeting"):
        return None
    rest = sentence.text.replace(due.phrase, "")
    return due if count(rest) <= 8 and len(content(rest)) <= 2 else None


def _around(thread: Thread, call: Call) -> list[Sentence]:
    """The rest of the promise's own turn, and the short talk of the three turns after it."""
    last = max((promise.sentence for promise in thread.promises), key=lambda s: s.index)
    after = [
        sentence
        for sentence in call.sentences[last.index + 1 : last.index + 12]
        if sentence.turn <= last.last_turn + (3 if sentence.speaker == thread.owner else 1)
    ]
    before = [
        sentence
        for sentence in reversed(call.sentences[max(0, last.index - 3) : last.index])
        if sentence.last_turn == last.turn and sentence.speaker == thread.owner
    ]
    return before[:1] + after


def _is_new(named: ReadBack, threads: list[Thread]) -> bool:
    """Is it nobody's promise yet? People also sum up what the other one does."""
    words = content(named.label)
    return not any(
        words & thread.subject or words & content(thread.label)
        for thread in threads
        if thread.weight >= ENOUGH
    )


def _from_read_back(named: ReadBack) -> Thread:
    """What is read back with its day was promised, though in no words that were heard as such."""
    text = named.sentence.text
    promise = Promise(
        owner=named.owner,
        sentence=named.sentence,
        start=0,
        end=len(text),
        form="read_back",
        deed=named.label,
        weight=ENOUGH,
        due=named.due,
        reasons=("read back",),
    )
    return Thread(named.owner, [promise], named.due, named.sentence)


def _name(named: ReadBack, threads: list[Thread]) -> bool:
    """Give a label of the read-back to the promise that it names, by its words or by its day."""
    earlier = [
        thread
        for thread in threads
        if thread.owner == named.owner and thread.last_turn < named.sentence.turn
    ]
    words = content(named.label)
    alike = [thread for thread in earlier if words & thread.subject]
    that_day = [t for t in earlier if t.due and t.due.due == named.due.due]
    both = [thread for thread in alike if thread in that_day]
    undated = [thread for thread in alike if _wants_a_day(thread.due)]
    nameless = sorted(
        (thread for thread in that_day if not thread.label), key=lambda t: len(t.subject)
    )
    for found in (both, undated, nameless):
        if found:
            thread = found[0]
            if found is not nameless or len(thread.subject) < 3:
                thread.label = thread.label or named.label
            if named.sentence not in thread.echoes:
                thread.echoes.append(named.sentence)
            if _wants_a_day(thread.due):
                thread.due, thread.due_sentence = named.due, named.sentence
            return True
    return False


def _read_back(
    threads: list[Thread], call: Call, rarity: Mapping[str, float], closing: int
) -> None:
    """Find the turns near the end that name promises again: two in a turn, or one unmistakably."""
    found: dict[int, list[tuple[float, Thread, Sentence]]] = defaultdict(list)
    for sentence in call.sentences:
        if sentence.turn < closing or not call.is_participant(sentence.speaker):
            continue
        words = content(sentence.text)
        for thread in threads:
            score = sum(rarity[word] for word in words & thread.subject)
            theirs = sentence.speaker == thread.owner or _YOURS.search(plain(sentence.text))
            if theirs and score >= 1.4 and sentence.turn > thread.last_turn + NEAR:
                found[sentence.turn].append((score, thread, sentence))
    for named in found.values():
        together = len({id(thread) for _, thread, _ in named}) > 1
        for score, thread, sentence in named:
            if (together or score >= 3.0) and not thread.echoes:
                thread.echoes.append(sentence)


def _rarity(call: Call) -> Mapping[str, float]:
    """How telling a word is, 0 to 2: the fewer sentences of this call hold it, the more."""
    seen = Counter(word for sentence in call.sentences for word in content(sentence.text))
    total = max(2, len(call.sentences))
    return Counter({word: 2 * log(total / times) / log(total) for word, times in seen.items()})
