"""Listening for signs: shared by everything that a call holds besides promises and updates.

A `Sign` is a cue with the words without which it cannot fit, so that a sentence meets only the few
patterns that it could match. A `Listener` knows who answered whom.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.cues import Cue
from coach.reading import Call
from coach.reading.speech import Sentence
from coach.records.claims import Quote


@dataclass(frozen=True, slots=True)
class Sign(Cue):
    """A cue of some `kind` that needs one of `words` in the sentence."""

    kind: str = ""
    words: str = ""


class Signs:
    """Many signs, looked up by the words of a sentence.

    >>> proud = Sign("proud", r"proud of you", "I'm proud of you.", "Proud?", words="proud")
    >>> [sign.name for sign in Signs([proud]).found("i'm so proud of you")]
    ['proud']
    """

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._by_word: dict[str, list[Sign]] = defaultdict(list)
        for sign in signs:
            for word in sign.words.split():
                self._by_word[word].append(sign)
        self._words = frozenset(self._by_word)

    def found(self, said: str) -> Iterator[Sign]:
        """Yield every sign in `plain` text, each once."""
        words = words_of(said)
        if self._words.isdisjoint(words):
            return
        met: set[str] = set()
        for word in words:
            for sign in self._by_word.get(word, ()):
                if sign.name not in met and sign.search(said):
                    met.add(sign.name)
                    yield sign


def words_of(said: str) -> list[str]:
    """The words of `plain` text, with apostrophes, without other punctuation."""
    return said.translate(_NO_PUNCTUATION).split()


class Listener:
    """A call's sentences as they are heard: in plain text, with who answered whom."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.sentences = call.sentences
        self.two = frozenset(person.name for person in call.relationship.people)

    def heard(self) -> Iterator[tuple[int, str, str]]:
        """Every sentence of one of the two: its index, its speaker, its plain text."""
        for index, sentence in enumerate(self.sentences):
            if sentence.speaker is not None and sentence.speaker in self.two:
                yield index, sentence.speaker, sentence.plain

    def replies(self, index: int, turns: int = 2) -> Iterator[int]:
        """What the other one of the two says right after, until the speaker goes on at length."""
        said = self.sentences[index]
        for later in range(index + 1, len(self.sentences)):
            sentence = self.sentences[later]
            if sentence.turn > said.last_turn + turns:
                return
            if sentence.speaker == said.speaker:
                if sentence.turn > said.last_turn and len(sentence.text) > 25:
                    return
            elif sentence.speaker in self.two:
                yield later

    def asked(self, index: int) -> int | None:
        """The last sentence that the other one said before this turn, at most two turns back."""
        said = self.sentences[index]
        for earlier in range(index - 1, -1, -1):
            sentence = self.sentences[earlier]
            if sentence.last_turn < said.turn - 2:
                return None
            if sentence.speaker != said.speaker:
                return earlier if sentence.speaker in self.two else None
        return None

    def after(self, index: int) -> str:
        """What the same person says next in the same turn, in plain text; or nothing."""
        if index + 1 == len(self.sentences):
            return ""
        here, following = self.sentences[index], self.sentences[index + 1]
        same = following.turn == here.last_turn and following.speaker == here.speaker
        return following.plain if same else ""

    def passage(self, index: int, length: int = 45) -> tuple[Sentence, ...]:
        """The sentence and, while that is too short to stand alone, the next ones of its turn."""
        chosen = [self.sentences[index]]
        for later in self.sentences[index + 1 :]:
            if sum(len(s.text) for s in chosen) >= length or later.turn != chosen[0].last_turn:
                break
            chosen.append(later)
        return tuple(chosen)


def quotes(passage: Sequence[Sentence]) -> tuple[Quote, ...]:
    """The words of these sentences, turn by turn, as they stand."""
    return tuple(
        Quote(turn=turn, words=words) for sentence in passage for turn, words in sentence.quotes()
    )


def retold(passage: Sequence[Sentence]) -> str:
    """The same words without the run-up, hesitations and stutters, to be read on their own.

    >>> from coach.reading.speech import sentences
    >>> retold(sentences(["Um. Yeah, so I, I saw it and, er, then I rang."], ["Beth"])[1:])
    'I saw it and then I rang.'
    >>> retold(sentences(["Okay. No names in it."], ["Beth"])[1:])
    'No names in it.'
    """
    told = " ".join(sentence.text for sentence in passage)
    told = _HESITATION.sub(" ", told)
    told = _STUTTER.sub(r"\1", told)
    told = _RUN_UP.sub("", " ".join(told.split()))
    return told[:1].upper() + told[1:] if told else ""


_NO_PUNCTUATION = str.maketrans(dict.fromkeys('.,;:!?…"“”()[]–—-/', " "))
_HESITATION = re.compile(
    r"[,\s]*\b(?:um+|uh+|erm?|ehm|em|hm+|mm+|ah)\b[,.…]*(?:\s|$)", re.IGNORECASE
)
_STUTTER = re.compile(r"\b(\w+(?:'\w+)?(?: \w+)?), \1\b", re.IGNORECASE)
_RUN_UP = re.compile(
    r"^(?:(?:(?:so|okay|ok|yeah|yes|yep|nah|oh|ah|and|but|mm|now|honestly|you know|i mean"
    r"|i think it's|i suppose|i guess)\b[,.!]*|(?:well|no|right|like|look|listen)[,.!]+)\s+)+"
    r"(?=\S+\s+\S+)",
    re.IGNORECASE,
)
"""What leads up to the words. "No names in it" and "look after them" begin with theirs."""
