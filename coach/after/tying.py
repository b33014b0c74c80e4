"""Is a reader's wording about what was said? A true quote must not carry words that nobody said.

Quotes prove that something was said. The wording beside them is the reader's own, and a model that
was led astray could put anything there: an account number, a link, another pair's business. So its
names, numbers and addresses have to occur in this call (or in what both knew before), and so has a
third of its content words; of the rest, one at most may tell anything. A wording that fails gives
way to the quote: nothing said is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property
from itertools import islice

from coach.discretion.everyday import COMMON
from coach.discretion.planted import planted_from, without_planted
from coach.evidence import words
from coach.reading import Call
from coach.reading.words import content, stem

_ENOUGH = 1 / 3
"""Of the content words of a wording, those that occur in the call."""
_TELLING = 1
"""Words that a wording may use though nobody said them and not everybody says them every day: a
paraphrase needs one now and then, and what is brought in from elsewhere needs more."""
_AROUND = 12
"""Turns around a quote that say what it is about."""
_SMALL, _ACRONYM = 2, 5
"""Digits and letters up to which a number or an acronym may be written as it was not spoken."""
_ADDRESS = re.compile(
    r"\b\w+://|\bwww\.|\w\.(?:com|org|net|io|example|co|app|dev|me)\b|[\w.]@\w", re.I
)
_MARKUP = re.compile(r"[<>\[\]{}`|\\]|!\[|\]\(")
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Ties:
    """The words that a wording may use: those that were said, and what was known before.

    Text in a call that is for a machine is nobody's, and lends no words.
    """

    def __init__(
        self,
        spoken: Sequence[str],
        names: Iterable[str],
        known: Iterable[str],
        hidden: frozenset[str] | None = frozenset(),
    ) -> None:
        """What was said, in order; how the two are called; what else a wording may draw on.

        `hidden` are stems that no wording may hold, whoever guessed them. None: such words there
        are, but nobody knows them any more, and a wording brings no word of its own at all.
        """
        self._hidden = hidden or frozenset()
        self._brings = 0 if hidden is None else _TELLING
        self._spoken = tuple(text[: planted_from(text)] for text in spoken)
        self._people = tuple(names)
        self._text = "\n".join([*self._spoken, *self._people, *known])
        self._sure: dict[str, bool] = {}

    @classmethod
    def of(cls, call: Call, hidden: frozenset[str] | None = frozenset()) -> Ties:
        """Those of a call, with the ledger and the goals."""
        people = call.relationship.people
        names = (n for person in people for n in (person.name, person.title or "", *person.labels))
        goals = (goal.text for goal in call.relationship.goals)
        actions = (commitment.action for commitment in call.ledger)
        said = without_planted(call.transcript)[0].turns
        return cls([turn.text for turn in said], names, (*goals, *actions), hidden)

    def hold(self, text: str, turns: Iterable[int] | None = None) -> bool:
        """Does this wording say nothing that nobody said, and speak of what `turns` are about?"""
        if _MARKUP.search(text) or (_ADDRESS.search(text) and not self._said(text)):
            return False
        own = content(text)
        if own & self._hidden:
            return False
        if own and len(own & self._content) < _ENOUGH * len(own):
            return False
        if own and turns is not None and not own & self._near(turns):
            return False
        brought = (word for word in _WORD.findall(text) if not self._gives_nothing_away(word))
        if len(list(islice(brought, self._brings + 1))) > self._brings:
            return False
        return all(map(self._knows_number, _NUMBER.findall(text))) and all(
            map(self._knows_name, _names(text))
        )

    def only_said(self, text: str) -> str:
        """The text with … for whatever in it nobody said: so it can be shown that it was claimed.

        Of a claim that proved nothing not even one word may be the reader's own.
        """
        parts = (part if self._was_said(part) else "…" for part in text.split())
        return re.sub(r"…(?: …)+", "…", " ".join(parts))

    def _was_said(self, part: str) -> bool:
        if _MARKUP.search(part) or (_ADDRESS.search(part) and not self._said(part)):
            return False
        if content(part) & self._hidden:
            return False
        numbers = map(self._knows_number, _NUMBER.findall(part))
        return all(numbers) and all(map(self._gives_nothing_away, _WORD.findall(part)))

    def _near(self, turns: Iterable[int]) -> frozenset[str]:
        """Content words around these turns, and the names of the two."""
        places = {n for turn in turns for n in range(turn - _AROUND, turn + _AROUND + 1)}
        said = (self._spoken[n] for n in sorted(places) if 0 <= n < len(self._spoken))
        return content(" ".join([*said, *self._people]))

    def _said(self, text: str) -> bool:
        """Does every address in it stand in the call, letter for letter?"""
        return all(
            part.strip(".,;:()\"'").casefold() in self._text.casefold()
            for part in text.split()
            if _ADDRESS.search(part)
        )

    def _knows_name(self, name: str) -> bool:
        """An acronym may have been spoken as anything; a name may have been misheard a little."""
        return (name.isupper() and len(name) <= _ACRONYM) or self._knows(stem(name.casefold()))

    def _gives_nothing_away(self, word: str) -> bool:
        """Was it said, a little different perhaps, or do people say it in any call?"""
        plain = word.casefold().replace("’", "'")
        parts = (part for part in re.split(r"['-]", plain) if len(part) > 1)
        return plain in COMMON or all(
            part in COMMON or not content(part) or self._knows(stem(part)) for part in parts
        )

    def _knows(self, plain: str) -> bool:
        if plain not in self._sure:
            near = plain in self._stems or get_close_matches(plain, self._stems, n=1, cutoff=0.8)
            self._sure[plain] = bool(near)
        return self._sure[plain]

    def _knows_number(self, digits: str) -> bool:
        plain = digits.rstrip(".,").replace(",", "")
        return len(plain) <= _SMALL or plain in self._numbers

    @cached_property
    def _content(self) -> frozenset[str]:
        return content(self._text)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word.casefold()) for word in _WORD.findall(self._text)) | {
            stem(part.casefold()) for word in words(self._text) for part in re.split(r"['-]", word)
        }

    @cached_property
    def _numbers(self) -> frozenset[str]:
        found = _NUMBER.findall(self._text)
        return frozenset(digits.rstrip(".,").replace(",", "") for digits in found)


def _names(text: str) -> list[str]:
    """Words written as names, other than at the start of a sentence."""
    found = [word for word in _WORD.finditer(text) if word.group()[0].isupper()]
    return [
        word.group().removesuffix("'s").removesuffix("’s")
        for word in found
        if text[: word.start()].rstrip(" \"'“‘(")[-1:] not in ("", ".", "!", "?", ":")
    ]
