"""Speaker labels in running text: `Dana:`, `[DANA]`, `DOYLE, Maureen (TRUST):`, `Dana (00:03):`.

A colon alone makes no label ("Two things: one ..."). What does is a property of the whole file: a
label is somebody who speaks again, or has the shape of a name, in a file that labels its lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from coach.transcript.turns import seconds

_TIME = r"[0-9]{1,4}(?::[0-9]{2}){1,2}(?:[.,][0-9]{1,3})?"
# Every repeat is bounded, so that a line of five megabytes costs no more than a short one.
_COLON = re.compile(
    rf"(?:>>\s{{0,4}})?(?:[\[(]?(?P<before>{_TIME})[\])]?\s{{1,8}}(?:[-–—]\s{{1,4}})?)?"
    rf"(?P<label>[^\s:：\[>\"“#][^:：\n]{{0,99}}?)"
    rf"(?:\s{{0,4}}[\[(](?P<after>{_TIME})[\])])?\s{{0,2}}(?::(?=\s|$)|：)"
)
_BRACKET = re.compile(r"\[(?P<label>[^\]:\n]{1,100})\](?::|(?=\s|$))")
_BOLD = re.compile(r"\s{0,8}(?:[-*>]\s{1,4})?(?P<mark>\*\*|__)(?P<label>[^*\n]{1,120}?)(?P=mark)")
_ALOUD = re.compile(r"[^\W_]|[^\x00-\x7f]")  # a letter, a digit, or an emoji of a display name

# Words that stand before a colon and are nobody's name: headings, and the closed word classes.
_HEADINGS = """
    a action actions agenda also an and another answer attendees because but company context date
    description duration edit email example finally first from goal goals her his homework http
    https i idea if invitees is it its keywords language last lastly length link location meeting
    my next no note notes number ok okay one or org organizer our outcome participants ps problem
    question re recorded recording reminder result right second section so speakers subject summary
    task tasks that the their then there these third this those three time timezone title to todo
    topic topics transcript transcription two update url warning we well what when where why yes
    your
"""
_HEARD = """
    applause audio background beep blank_audio cheering chuckle chuckles clears cough coughing
    coughs cross crosstalk foreign gap inaudible indistinct laugh laughing laughs laughter loud
    music noise overlapping pause ringing sigh sighs silence sound sounds speaking static throat
    typing unclear unintelligible unknown video wind
"""
_SMALL = """
    af al ap av bin binti bint da de del della den der di do dos du el ibn la le ten ter van
    von y zu
"""
NOT_NAMES, _SOUNDS, _PARTICLES = (frozenset(words.split()) for words in (_HEADINGS, _HEARD, _SMALL))


class Head(NamedTuple):
    """The beginning of a labelled line: who, the rest of the line, and the clock beside it."""

    label: str
    text: str
    start: float | None
    bracketed: bool = False


def head_of(line: str) -> Head | None:
    """The label that `line` may begin with; whether it is one, `Labels` decides.

    >>> head_of("Dana (00:03): Hello.")
    Head(label='Dana', text='Hello.', start=3.0, bracketed=False)
    >>> head_of("[DANA] Hello.").label
    'DANA'
    >>> head_of("Hello there.") is None
    True
    """
    line = unbold(line)
    if match := _COLON.match(line):
        label = match["label"].rstrip()
        clock = match["before"] or match["after"]
        if label and _ALOUD.search(label):
            return Head(label, line[match.end() :].strip(), seconds(clock) if clock else None)
    elif match := _BRACKET.match(line):
        label = match["label"].strip()
        if _ALOUD.search(label):
            return Head(label, line[match.end() :].strip(), None, bracketed=True)
    return None


def unbold(line: str) -> str:
    """`line` without the Markdown emphasis around its label.

    >>> unbold("**Heike** (00:03): Hello"), unbold("**Heike:** Hello")
    ('Heike (00:03): Hello', 'Heike: Hello')
    """
    if line[:1].isalnum():
        return line
    if match := _BOLD.match(line):
        return match["label"] + line[match.end() :]
    return line.lstrip()


def is_bold(line: str) -> bool:
    """Does `line` begin with a few bold words?"""
    return _BOLD.match(line) is not None


def is_name(label: str) -> bool:
    """Has `label` the shape of a person's name, a numbered speaker or a telephone number?

    >>> is_name("DOYLE, Maureen (NHS TRUST)"), is_name("Speaker 1"), is_name("Ana de la Cruz")
    (True, True, True)
    >>> is_name("Homework"), is_name("what I wanted to say"), is_name("I have two things")
    (False, False, False)
    """
    bare = re.sub(r"\([^()]*\)|\|.*", " ", label).strip()
    words = bare.split()
    if not 1 <= len(words) <= 6 or not _ALOUD.search(bare) or re.search(r"[?!;…\"“”=]", bare):
        return False
    if _is_heading(words) or (len(bare) > 3 and bare.endswith(",")):
        return False
    return all(
        word.casefold() in _PARTICLES or (not word[0].islower() and word != "I") for word in words
    )


class Labels:
    """Which of the possible labels of one file are labels, and whether the file has any.

    `heads` are the possible labels of its units (lines or cues), None for a unit that has none.
    """

    def __init__(self, heads: Iterable[Head | None], known: Collection[str] = ()) -> None:
        units, uses = 0, Counter[str]()
        bracketed = set()
        for head in heads:
            units += 1
            if head:
                uses[head.label] += 1
                if head.bracketed:
                    bracketed.add(head.label)
        known = set(known)
        everywhere = uses.total() >= 0.9 * units  # who labels every line, means every label
        self._labels = {
            label
            for label, count in uses.items()
            if label in known
            or (
                not (label in bracketed and _is_sound(label))
                and (is_name(label) or ((count > 1 or everywhere) and _may_be_a_nick(label)))
            )
        }
        labelled = sum(uses[label] for label in self._labels)
        recur = any(uses[label] > 1 for label in self._labels)
        self.used = labelled > 0 and labelled >= 0.02 * units and (recur or labelled >= 0.5 * units)

    def __contains__(self, label: str) -> bool:
        return self.used and label in self._labels


def _may_be_a_nick(label: str) -> bool:
    """A lower-case handle or an odd display name; never a clause or a heading."""
    words = label.split()
    return (
        len(words) <= 6
        and (label[-1] not in ".?!,;…" or _ends_in_an_initial(words))
        and not _is_heading(words)
        and (len(words) <= 3 or any(not word[0].islower() for word in words))
    )


def _ends_in_an_initial(words: list[str]) -> bool:
    """As "jo b." does: that point ends no clause."""
    return len(words) > 1 and re.fullmatch(r"[^\W\d_]\.", words[-1]) is not None


def _is_heading(words: list[str]) -> bool:
    """Nobody is called Agenda. A letter alone is a speaker, as in `I: ... R: ...`."""
    return " ".join(words)[1:] != "" and words[0].casefold().strip(",.") in NOT_NAMES


def _is_sound(label: str) -> bool:
    """[laughter], [BLANK_AUDIO], [speaks German]: what was heard, not who spoke."""
    words = label.split()
    return label.islower() or words[0].casefold() in _SOUNDS or words[-1].casefold() in _SOUNDS
