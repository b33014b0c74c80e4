"""Third persons of a call, by name: whom "her" and "him" mean.

A name is a capital letter on a word that the call never writes small; it is a person's where
somebody is asked, told or rung by it, or where it does what people do, and where it is never a
place or a language ("in Keighley", "my Bengali").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from coach.cues import plain
from coach.dates.words import HOLIDAY
from coach.reading import Call
from coach.reading.words import content

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sister|Brother|Father|Auntie|Uncle|Chief|Prof|Professor|Coach|Deacon"
    r"|Pastor|Rev|Reverend|Captain|Judge|Nurse|Madam|Alhaji|Frau|Herr)\b\.?"
)
_NAME = re.compile(rf"(?:{_TITLE}\s)?\b[A-Z][a-zà-ÿ]{{2,}}(?:\s[A-Z][a-zà-ÿ]{{2,}})?\b")
_KIN = re.compile(
    r"^(?:Mam|Mum|Mom|Dad|Daddy|Mummy|Gran|Granny|Nan|Grandad|Grandma|Ma|Pa|God|Cause|Course|Okay"
    r"|Yeah)$"
)
_BEFORE = re.compile(
    r"\b(?:ask|asked|tell|told|ring|rang|call|called|phone|text|email|mail|message|meet|met|see|saw"
    r"|with|introduce|thank|nudge|talk to|spoke to|speak to|write to|wrote to|named|get hold of|let"
    r"|catch|show|help|sit|back to|(?:introduce|connect) \w+ (?:to|with)|in touch with"
    r"|heard? from|hello to)\s$"
)
_AFTER = re.compile(
    r"^(?:'s (?!in\b|at\b)|,? who\b|,? (?:do|don't|did|didn't) you\W+(?:he|she)\b"
    r"|,?(?: [a-z]+,?){0,3} (?:he|she)\b|[.!?]* (?:he|she)\b"
    r"|[.?][^.?]{0,25}\b(?:him|her|he|she)\b"
    r"| (?:said|says|told|asked|wants|thinks|will|would|has|is|was|did|does|can|could|knows|knew"
    r"|went|came|goes|gets)\b)"
)
_NO_PERSON = re.compile(r"\b(?:in|at|near|around|the|an?|my|your|our|is|was|she's|he's|it's)\s$")
_HE = re.compile(r"\b(?:he|him|his|he'\w+|himself)\b")
_SHE = re.compile(r"\b(?:she|her|hers|she'\w+|herself)\b")
_MAN, _WOMAN = re.compile(r"^(?:Mr|Sir|Father|Uncle)\b"), re.compile(r"^(?:Mrs|Ms|Miss|Auntie)\b")
WITHIN = 16
"""Sentences back to the last mention."""
FAR = 40
"""The same, of somebody who is spoken of all the time."""
NODS = 3
"""Words of a sentence that says next to nothing."""
OFTEN = 2
"""Mentions that "he" or "she" follows, from which somebody is spoken of all the time."""


@dataclass(frozen=True)
class _Mention:
    name: str
    sentence: int
    before: str
    after: str
    """what follows, up to the end of the next sentence, in plain letters"""

    @property
    def is_alone(self) -> bool:
        """Named and nothing else, as one adds who was meant: "And if he's late? Marcus." """
        return not self.before.strip() and self.after[:1] in ".?!"

    @property
    def opens(self) -> bool:
        """Does it open a sentence or a quotation, where any word has a capital letter?"""
        return not self.before.strip() or self.before.rstrip()[-1] in '.?!:"“'

    def without_its_opening(self, known: set[str], within: set[str]) -> _Mention:
        """ "Hey Wes" is Wes, whom the call names elsewhere; and nobody is called Hey."""
        first, _, rest = self.name.partition(" ")
        led_in = rest in known and first not in within | known and self.opens
        return replace(self, name=rest) if led_in and not re.match(_TITLE, first) else self

    @cached_property
    def spoken_of_as(self) -> str | None:
        """What the talk after a name shows of it: he, she or neither."""
        if _MAN.search(self.name):
            return "he"
        if _WOMAN.search(self.name):
            return "she"
        he, she = _HE.search(self.after), _SHE.search(self.after)
        if he and (not she or he.start() < she.start()):
            return "he"
        return "she" if she else None


def third_person(pronoun: str, call: Call, before: int, text: str, label: str = "") -> str | None:
    """The person of whom the talk before `text`, the opening of sentence `before`, is.

    `label` is what the read-back says of it: the one person named there is meant.
    """
    mentions, persons = call.named
    wanted = "she" if pronoun in ("her", "hers") else "he"
    salience: Counter[str] = Counter()
    for mention in mentions:
        ago = before - mention.sentence
        fits = mention.name in persons and mention.spoken_of_as in (None, wanted)
        if 0 <= ago <= WITHIN and fits and (ago or len(mention.before) < len(text)):
            salience[mention.name] = max(salience[mention.name], WITHIN - ago) + 1
    misfits = {m.name for m in mentions if m.spoken_of_as not in (None, wanted)}
    spoken_of = Counter(m.name for m in mentions if m.spoken_of_as == wanted)
    spoken_of.subtract(m.name for m in mentions if m.spoken_of_as not in (None, wanted))
    salience = Counter({name: near for name, near in salience.items() if spoken_of[name] >= 0})
    heard = {name for name in persons - misfits if _says(label, name)}
    heard -= {name for name in heard if any(name in other.split() for other in heard - {name})}
    if len(heard) == 1:
        return heard.pop()
    if label and label in {mention.name for mention in mentions}:
        return label
    nearest = max(salience, key=lambda name: salience[name], default=None)
    return nearest or _only_one_spoken_of(mentions, persons, spoken_of, before)


def kin(pronoun: str, call: Call, before: int) -> tuple[str, str | None] | None:
    """The relation of somebody that was last spoken of, and who spoke: "Bo's dad", "my aunt"."""
    nouns = _WOMEN if pronoun in ("her", "hers") else _MEN
    whose = rf"\b(?P<kin>(?:my|me|your|(?-i:[A-Z][a-z]*)['’]s) (?:\w+ )?(?:{nouns}))\b(?!['’-])"
    whose += r"(?=\W*$|[,.;?!]|.*\b(?:he|she|him|her)\b)"
    for sentence in reversed(call.sentences[max(0, before - KIN_WITHIN) : before]):
        found = list(re.finditer(whose, sentence.text, re.IGNORECASE))
        if found and call.is_participant(sentence.speaker):
            return re.sub(r"^me\b", "my", found[-1]["kin"]), sentence.speaker
    return None


KIN_WITHIN = 5
"""Sentences back to a relation that has no name."""
_MEN = "dad|father|brother|son|husband|boyfriend|uncle|nephew|grandson|grandad|grandfather"
_WOMEN = (
    "mum|mom|mam|mother|sister|daughter|wife|girlfriend|aunt|auntie|niece|granddaughter|gran"
    "|grandmother|sister-in-law|mother-in-law"
)


def _only_one_spoken_of(
    mentions: list[_Mention], persons: set[str], spoken_of: Counter[str], before: int
) -> str | None:
    """Whom the talk went on about, named a while ago, where it can be nobody else."""
    near = [m.name for m in mentions if WITHIN < before - m.sentence <= FAR and m.name in persons]
    told = {name for name in near if spoken_of[name] >= OFTEN}
    others = {name for name in near if spoken_of[name] > 0} - told
    return told.pop() if len(told) == 1 and not others else None


def brought_in(call: Call, before: int, text: str) -> tuple[str, str] | None:
    """Whom the speaker just said they know: "I know a ward manager in Leeds, I'll ring her".

    The words for that person and who said them. Somebody brought into the talk so is whom "her"
    means in the next breath, before any name from earlier.
    """
    speaker = call.sentences[before].speaker
    earlier = call.sentences[max(0, before - 1) : before]
    said = [text, *(each.text for each in earlier if each.speaker == speaker)]
    for words in said:
        found = _KNOWS.search(words)
        if found and speaker and not _ONE_NAME.search(words[found.end() :]):
            whom = found["whom"].strip()
            head = plain(re.split(r"\s(?:in|at|from|on|of|with|called)\s", whom)[0])
            if _RELATED.search(head):
                return f"my {whom}", speaker
            return (f"the {whom}", speaker) if _SOMEBODY.search(head) else None
        if _ONE_NAME.search(words[1:]):
            return None
    return None


_KNOWS = re.compile(
    r"\b(?:i know|i['’]ve|i have|i['’]ve got|i have got|i used to work with|there['’]s) an? "
    r"(?P<whom>(?:(?!who\b|and\b|but\b|that\b|to\b|of\b|feeling\b|idea\b)[\w'’-]+ ?){1,5})"
    r"(?=,|\.|$| who\b| that\b)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\b(?:friend|mate|pal|cousin|colleague|neighbou?r|brother|sister|aunt|aunty|uncle|nephew|niece"
    r"|client|contact|student|tenant|patient)$"
)

_SOMEBODY = re.compile(
    r"\b(?:man|woman|lad|lass|girl|boy|guy|bloke|fella|lady|person|nurse|coach|chef|cook|boss|chap"
    r"|accountant|consultant|assistant"
    r"|[a-z]*(?:man|woman|person)"
    r"|(?!(?:\w*(?:etter|aper|umber|atter|swer|hapter|older|ummer|uarter|omputer|actor))|offer|order"
    r"|dinner|supper|corner|winter|poster|water|river|error|mirror|floor|door|restaurant|tower"
    r"|computer|printer|flyer|timer|counter)[a-z]{2,}(?:er|or|ist|ian|eer"
    r"))$"
)
"""A noun for a person: by itself, or by the ending of who does something."""


def in_full(words: str, call: Call) -> str:
    """Persons by the whole name that the call has for them: "Linda" -> "Linda Foss".

    Where two bear the name, or nobody says more of it, it stays.
    """
    mentions, persons = call.named
    wholes = {mention.name for mention in mentions if " " in mention.name}
    for name in sorted(set(_ONE_NAME.findall(words))):
        bearers = {whole for whole in wholes if name in (whole.split()[0], whole.split()[-1])}
        bearers = {whole for whole in bearers if not re.match(_TITLE, whole)} or bearers
        if len(bearers) == 1 and (bearers | {name}) & persons and not _says(words, *bearers):
            words = re.sub(rf"(?<![\w'’-]){name}(?![\w-])", bearers.pop(), words, count=1)
    return words


_ONE_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{2,}\b")


def _says(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def named(call: Call) -> tuple[list[_Mention], set[str]]:
    """Every place where somebody or something is named, and which names are persons'."""
    mentions = list(_mentions(call))
    known = {mention.name for mention in mentions}
    within = {mention.name.split()[0] for mention in mentions if not mention.opens}
    mentions = [mention.without_its_opening(known, within) for mention in mentions]
    return mentions, _persons(mentions)


def _mentions(call: Call) -> Iterator[_Mention]:
    """Every name in the call but those of the two."""
    own = {word for person in call.relationship.people for word in person.name.split()}
    small = {
        word
        for sentence in call.sentences
        for word in re.findall(r"(?<![\w'’-])[a-z]+", sentence.text)
    }
    for number, sentence in enumerate(call.sentences):
        if not (places := list(_NAME.finditer(sentence.text))):
            continue
        # "Did you see Gareth?" "Sort of." "He's away." What says next to nothing is passed over.
        on = call.sentences[number + 1 : number + 3]
        following = on if on and on[0].length <= NODS else on[:1]
        said = plain(f"{sentence.text} {' '.join(each.text for each in following)}")
        for match in places:
            words = match.group().split()
            while words and words[0].lower() in small and not re.match(_TITLE, words[0]):
                words = words[1:]
            name = " ".join(words)
            if not name or not (content(words[0]) or re.match(_TITLE, name)):
                continue
            if not set(words) & own and not _KIN.match(name) and content(words[-1]):
                start = match.end() - len(name)
                yield _Mention(name, number, said[:start], said[match.end() :])


def _persons(mentions: list[_Mention]) -> set[str]:
    """Names that are more often a person's than not; "Man." alone is an exclamation."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention.is_alone:
            continue
        votes[mention.name] += bool(_BEFORE.search(mention.before))
        votes[mention.name] += bool(_AFTER.search(mention.after))
        votes[mention.name] += bool(re.match(_TITLE, mention.name))
        votes[mention.name] -= 2 * bool(_NO_PERSON.search(mention.before))
    votes.update(mention.name for mention in mentions if mention.is_alone and mention.name in votes)
    times = Counter(mention.name for mention in mentions)
    for mention in mentions:
        if times[mention.name] == 1 and _only_opens_a_sentence(mention):
            votes[mention.name] = 0
    return {name for name, vote in votes.items() if vote > 0 and not _FEAST.fullmatch(name)}


_FEAST = re.compile(
    rf"{HOLIDAY}|thanksgiving|ramadan|eid|diwali|holi|hanukkah|passover|nowruz", re.IGNORECASE
)
"""“Monday's Thanksgiving. I'll see him right after”: nobody; nor a feast that the moon dates."""


def _only_opens_a_sentence(mention: _Mention) -> bool:
    """ "Worst he can say is no": the capital letter tells nothing, nor does what follows."""
    return not mention.before.strip() and bool(_GOES_ON.match(mention.after))


_GOES_ON = re.compile(
    r" (?!(?:said|says|told|asked|wants|thinks|will|would|has|is|was|did|does|can|could|knows|knew"
    r"|went|came|goes|gets|in|at|from)\b)[a-z]"
)
