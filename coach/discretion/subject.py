"""The words by which a secret is known again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.discretion.everyday import COMMON
from coach.discretion.hearing import cue_words
from coach.discretion.talk import WORD, Sentence, is_telling, phrases, stem

COMMONPLACE = 3
"""A word of a field met as often before the secret is everyday talk of this call."""

FIELDS: tuple[frozenset[str], ...] = tuple(
    frozenset(stem(word) for word in field.split() if is_telling(word) or word in COMMON)
    for field in (
        "dialysis hospital treatment chemo chemotherapy cancer tumour surgery operation diagnosis"
        " diagnosed illness doctor specialist therapist therapy antidepressants depression clinic"
        " consultant biopsy scan fmla carer caregiver medication rehab chest cough coughing dizzy"
        " symptoms pills tablets prescription",
        "pregnant pregnancy baby midwife maternity paternity trimester miscarriage ivf",
        "reorg reorganisation reorganization restructure restructuring layoff layoffs redundancy"
        " redundant redundancies severance merger merge acquisition takeover retrench",
        "resign resigning resignation interview recruiter headhunter counteroffer transfer"
        " rotation secondment",
        "divorce divorcing separated separation custody",
        "pension retire retiring retirement",
        "visa immigration deport deportation sponsorship",
        "debt debts bankrupt bankruptcy insolvency insolvent arrears bailiff",
        "harassment harassed harassing grievance groped bullying bullied whistleblower",
    )
)
"""Matters that people keep to themselves: a paraphrase of a secret stays in its field. A word whose
stem is that of an everyday one ("severance", "several") would bring back what nobody hid."""


_OF_SECRECY = frozenset(
    "record recording recorder transcript tape confidential confidence confidentially unofficially"
    " secrecy sensitive delicate strictly hush mute pause notebook vault sealed".split()
)
"""In the words that ask for silence these are about the telling, and nothing that is told: "off the
record, ..., and now back on the record" comes back to no secret."""


@dataclass
class Subject:
    """What one secret is about. It learns while the secret is talked about."""

    before: Counter[str]
    words: set[str] = field(default_factory=set)
    """By these it is known while the talk of it runs."""
    running: set[str] = field(default_factory=set)
    """Runs of three words, taken up again by whoever still speaks of it."""
    away: set[str] = field(default_factory=set)
    """By these it is known much later, too: words of the telling, its field, and names."""

    @classmethod
    def told_in(cls, telling: Sequence[Sentence], before: Counter[str]) -> Subject:
        """The subject of a secret told in these sentences, after a call of these words.

        A word said more often here than in all the call before is a word of the subject.
        """
        times = Counter(word for sentence in telling for word in _telling(sentence))
        subject = cls(before, words={word for word in times if times[word] > before[word]})
        subject.learn(telling)
        subject.away |= subject.words
        return subject

    def learn(self, talk: Sequence[Sentence]) -> None:
        """Words that came up only now are words of the subject, and so is their field."""
        for sentence in talk:
            new = {word for word in _telling(sentence) if not self.before[word]}
            self.words |= new
            self.away |= new & sentence.names
            self.running.update(run for run in phrases(sentence.stems) if run not in self.before)
        for near in FIELDS:
            if near & self.words:
                field_words = {word for word in near if self.before[word] < COMMONPLACE}
                self.words |= field_words
                self.away |= field_words

    def is_named_in(self, sentence: Sentence) -> bool:
        return not self.words.isdisjoint(sentence.stems)

    def comes_back_in(self, sentence: Sentence) -> bool:
        return not self.away.isdisjoint(sentence.stems)

    def runs_on_in(self, sentence: Sentence) -> bool:
        """Is it named, or are three words in a row taken up again? Enough while talk still runs."""
        return self.is_named_in(sentence) or not self.running.isdisjoint(phrases(sentence.stems))


def _telling(sentence: Sentence) -> set[str]:
    words = {word for word in sentence.words if is_telling(word)}
    if words.isdisjoint(_OF_SECRECY):
        return set(map(stem, words))
    asked = {word for cue in cue_words(sentence) for word in WORD.findall(cue[0])}
    return set(map(stem, words - (asked & _OF_SECRECY)))
