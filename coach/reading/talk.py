"""How the talking was shared: words, monologues, open and closed questions.

Shown to each person about themselves only, never as a score.
"""

from __future__ import annotations

from collections import Counter

from coach.reading import Call
from coach.reading.questions import question_kind
from coach.records import Talk


def talk(call: Call) -> Talk:
    """Count words, the longest monologue and the questions of each of the two.

    A reply of one or two words ("mm-hm", "go on") does not end a monologue.
    """
    words: Counter[str] = Counter()
    longest: Counter[str] = Counter()
    asked: dict[str, Counter[str]] = {"open": Counter(), "closed": Counter()}
    total, holder, run = 0, "", 0
    two = {person.name for person in call.relationship.people}
    for turn, name in zip(call.transcript.turns, call.names, strict=True):
        count = len(turn.text.split())
        total += count
        if name is not None and name == holder:
            run += count
        elif count > 2 or not holder:
            holder, run = name or "", count
        if name is not None and name in two:
            words[name] += count
            longest[name] = max(longest[name], run if name == holder else count)
    for sentence in call.sentences:
        if sentence.speaker in two and (kind := question_kind(sentence.text)):
            asked[kind][sentence.speaker or ""] += 1
    names = [person.name for person in call.relationship.people if words[person.name]]
    return Talk(
        share={name: round(words[name] / total, 3) for name in names},
        longest={name: longest[name] for name in names},
        open_questions={name: asked["open"][name] for name in names},
        closed_questions={name: asked["closed"][name] for name in names},
    )
