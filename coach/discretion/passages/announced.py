"""Who announced a secret, and by which words: so much of it as gives nothing away.

What a draft tells of a withheld passage must hold no word of it, and a cue may: "Don't tell Rita."
So only phrases of a fixed list are told, which say that something is kept, and never what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coach.discretion.hearing import OPENING, first_of
from coach.discretion.talk import WORD, Sentence, is_telling, plain, stem
from coach.records import Transcript, Withheld

OF_THE_LISTENER = ("promises", "assures", "spares", "answers")
"""Kinds of cue that the other one says, and not whoever tells the secret."""
_NOT_TOLD = (
    r"(?:please )?(?:do not|don't|never|mustn't|shouldn't|can't|cannot|not to|not)(?: you| ever)?"
    r" (?:tell|telling|say|saying|mention|repeat|share|spread|write|record|note|minute|let on)"
    r"(?: (?:anyone|anybody|nobody|people|anything|a word|a soul|it|this|that)\b)?(?: down\b)?"
    r"(?: to (?:anyone|anybody|people|others|the others)\b)?"
)
_STOPPED = (
    r"(?:stop|pause|halt|mute|turn off|switch off) (?:the|your|that|this) (?:recording|recorder"
    r"|tape|transcript|transcription)|(?:switch|turn) (?:the|your|that) (?:recorder|tape|recording)"
    r" off"
)
_KEPT = (
    r"(?:keep|leave|hold) (?:it|this|that)(?: (?:one|bit|part))? (?:to yourself|quiet|private"
    r"|secret|(?:just )?between us|here|in (?:this|the) room|under your hat"
    r"|out of (?:the|your) (?:notes|minutes))"
)
_ASKED = re.compile(rf"\b(?:{_NOT_TOLD}|{_STOPPED}|{_KEPT})\b")
"""What is asked of the other one. "I stop the recording", "I can't write" may be the secret."""
_SAID = re.compile(
    r"\b(?:(?:just |only |strictly |purely |stays? )?between (?:us|ourselves|you and me"
    r"|me and you|(?:just )?the two of us|these (?:four )?walls)|off[- ](?:the[- ])?record"
    r"|(?:told (?:me|you) |telling you )?in (?:strict |the strictest |full )?confidence"
    r"|(?:strictly |very )?(?:confidential|private)|confidentially|unofficially"
    r"|(?:it's )?a secret|nobody (?:else )?(?:knows|must know|can know|should know|needs to know)"
    r"|told nobody|(?:not|never) told (?:anyone|anybody|a soul)|(?:i'm )?only telling you"
    r"|not a word|no further|for your ears only|just for you|just (?:us|quietly)|on the quiet"
    r"|(?:this|that|it) (?:all )?(?:stays|must stay|has to stay|is to stay) (?:here|with you"
    r"|between us|in this room)|not for (?:the (?:notes|minutes|record|tape|others)|anyone|anybody"
    r"|sharing)|not (?:public|official)(?: yet)?|under (?:an )?(?:embargo|nda)|to the grave"
    r"|in the vault|my lips are sealed|i (?:won't|will not|never) (?:tell|say)"
    r"(?: (?:anyone|anybody|a soul|a word|anything))?|i never heard (?:that|it|this)"
    r"|safe with me|you never heard (?:it|this|that))\b"
)
"""Whole phrases: of words that are each harmless, many a secret can be put together."""
_BEFORE_A_REQUEST = frozenset("you so but just well okay right please now look listen".split())


class Asked(NamedTuple):
    """The sentence that announced a secret: characters of a turn, counted from 0."""

    turn: int
    start: int
    end: int
    by_listener: bool
    """is it the other one who promises silence?"""
    besides: tuple[tuple[int, int, int, bool], ...] = ()
    """where else it was announced, in the same four"""

    def moved(self, numbers: Sequence[int]) -> Asked:
        """The same where turns have these numbers."""
        besides = tuple((numbers[n], start, end, other) for n, start, end, other in self.besides)
        return self._replace(turn=numbers[self.turn], besides=besides)

    def and_in(self, other: Asked | tuple[()]) -> Asked:
        """The same of what both announce."""
        if not other:
            return self
        return self._replace(besides=(*self.besides, *other.each))

    @property
    def each(self) -> tuple[tuple[int, int, int, bool], ...]:
        """Every place where it was announced."""
        return ((self.turn, self.start, self.end, self.by_listener), *self.besides)


def told_of(
    turn: int, asked: Asked | tuple[()], transcript: Transcript, names: Sequence[str | None]
) -> dict[str, Any]:
    """What a draft may tell of a withheld turn, by the fields of `Withheld`."""
    here = transcript.turns[turn]
    known: dict[str, Any] = {"speaker": names[turn], "at": here.start}
    if not asked:
        return known
    announced = {_whose(turn, by_listener, names) for turn, _, _, by_listener in asked.each}
    by = announced.pop() if len(announced) == 1 else None
    for at, start, end, _ in asked.each:
        said = Sentence(at, start, end, transcript.turns[at].text[start:end], names[at])
        if cue := safe_words(said):
            return {**known, "asked_by": by, "asked_in": at, "cue": cue}
    return {**known, "asked_by": by, "asked_in": asked.turn}


def with_whom_it_was_first(
    places: Sequence[Withheld], said: Mapping[int, str], openly: str
) -> tuple[Withheld, ...]:
    """The places; where one takes up what another's withheld turn was first to tell, it is nobody's
    alone: "Lisbon, then?", under a silence of one's own, gives away who is moving there.

    `said` holds the withheld words of each turn, `openly` all the others.
    """
    of: dict[str, str | None] = {}
    known, found = _telling(openly), []
    for one in places:
        whose = one.speaker if one.speaker == one.asked_by else None
        words = _telling(said[one.turn]) - known
        others = whose is not None and any(of.get(word, whose) != whose for word in words)
        found.append(one.model_copy(update={"asked_by": None}) if others else one)
        for word in words:
            of.setdefault(word, whose)
    return tuple(found)


def _telling(text: str) -> frozenset[str]:
    words = WORD.findall(plain(text))
    return frozenset(stem(word) for word in words if is_telling(word))


def _whose(turn: int, by_listener: bool, names: Sequence[str | None]) -> str | None:
    """Whose silence was announced in a turn; None where that is not known."""
    by = names[turn]
    if not by_listener:
        return by
    others = {name for name in names if name and name != by}
    return others.pop() if by and len(others) == 1 else None


def safe_words(said: Sentence) -> str:
    """The phrase of a fixed list that stands in the cue of a sentence; nothing where none does.

    >>> safe_words(Sentence(0, 0, 40, "Don't tell Rita, it stays between us.", None))
    'stays between us'
    """
    cue = first_of(OPENING, said)
    found = cue and cue.regex.search(said.heard)
    return _phrase(said.heard, found.start(), found.end()) if found else ""


def _phrase(heard: str, start: int, end: int) -> str:
    """The first phrase between these characters."""
    asked = (match for match in _ASKED.finditer(heard, start, end) if _is_asked(heard, match))
    told = next(asked, None) or _SAID.search(heard, start, end)
    return told[0] if told else ""


def _is_asked(heard: str, match: re.Match[str]) -> bool:
    """Is it asked of the other one, and not told of somebody's doing?"""
    before = heard[: match.start()].split()[-1:]
    return not before or before[0][-1] in ",.;:" or before[0] in _BEFORE_A_REQUEST
