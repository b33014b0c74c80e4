"""What somebody answers in a few words to a question that asks for a promise.

"What will you commit to?" "Fifteen minutes of Spanish a day." Who is asked what they are going to
do answers with the deed alone (Hankamer: a fragment takes its frame from the question). It is a
promise where it is also said how often, for how long or when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.doing import UNDERTAKEN
from coach.reading.nouns import NUMBERS
from coach.reading.often import is_often
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import REFUSE
from coach.reading.promise.deed import infinitive
from coach.reading.speech import Sentence
from coach.reading.words import content, count

PLEDGED = 2.4
"""What an answer weighs that the question makes a promise."""
LONG = 16
"""Words of a fragment; what is longer has a verb that was not known."""
SOON = 4
"""Sentences in which it is asked what "it" was."""
_ASKS_FOR_A_DEED = re.compile(
    r"\bwhat(?:'s| is| are| will| would| do|'ll|'re)?\b[^?]*\b"
    r"(?:you (?:(?:going|want|like) to |gonna )?(?:commit(?:ting)?|do|change|try|promise|pledge"
    r"|take on)(?: (?:to|differently|instead|first|next|about it|this (?:week|month)))?"
    r"|(?:your|the) (?:commitment|pledge|promise|(?:first|next"
    r"|smallest|one small|very next) (?:step|thing|move))|one (?:small |little |easy )?(?:thing"
    r"|step|change|habit))\b[^?]{0,40}\?"
)
_FINITE = re.compile(
    r"\b(?:i|he|she|they|we|you|it|that|there|this|who|is|are|was|were|will|would|can|could|do|does"
    r"|did|has|had|been|think|know|guess|suppose|maybe|perhaps|not sure|depends|nothing|everything"
    r"|\w+n't|(?:i|he|she|it|that|there|we|you|they|who|what)'(?:s|ll|re|ve|d|m))\b"
)
_NO_DEED = re.compile(
    r"^\W*(?:yes|yeah|no|nah|well|um|uh|oh|hm+|god|right|okay|because|last|ago|at|in|on|from|by|until"
    r"|since|before|after|when|where|how|what|why)\b"
)
_LASTS = re.compile(
    r"\b(?:until|till|for (?:a|the|two|three|four|six|\d+)) |\ba (?:day|week|night)\b"
)
_SO_MUCH = re.compile(
    rf"(?:(?:{NUMBERS}|\d+|fifteen|one|half|a|an|ten) )+(?:an? )?(?:hours?|minutes?|pages?|lines?"
    r"|sessions?|runs?|calls?|words|exercises?|questions?|rounds?|lengths?|kilomet\w+|miles?)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"^\W*(?:from|starting|as of) ")
_VERB = re.compile(r"[a-z]+", re.IGNORECASE)
_A_THING = re.compile(
    r"\W*(?P<what>(?:the|my|your|our|his|her|their|an?) [^.?!,;]+(?:, (?:for|from|with)"
    r" [^.?!,;]+)?)[.!]*\W*",
    re.IGNORECASE,
)


def with_pledges(promises: Sequence[Promise], call: Call) -> list[Promise]:
    """The promises, and the bare answers that a question for a promise makes one."""
    heard = {promise.sentence.turn for promise in promises if promise.weight >= 1.0}
    found = [*promises, *(each for each in _pledged(call) if each.sentence.turn not in heard)]
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _pledged(call: Call) -> Iterator[Promise]:
    yield from _summed_up(call)
    for asked, answer in pairwise(call.sentences):
        if answer.speaker in (None, asked.speaker) or not call.is_participant(answer.speaker):
            continue
        if not call.is_participant(asked.speaker) or not _ASKS_FOR_A_DEED.search(asked.plain):
            continue
        is_deed = _is_a_deed(asked, answer)
        if not (is_deed or _is_a_fragment(answer)) or re.search(REFUSE, answer.plain):
            continue
        due = _day(answer, call) or (asked.due(call.today(asked.speaker)) if is_deed else None)
        if due or is_deed or is_often(answer.plain) or _LASTS.search(answer.plain):
            yield Promise(
                owner=answer.speaker,
                sentence=answer,
                start=0,
                end=len(answer.text),
                form="pledged",
                deed=_deed(answer.text),
                weight=PLEDGED,
                due=due,
                reasons=(f"answers a question for a promise {PLEDGED:+g}",),
            )


def _summed_up(call: Call) -> Iterator[Promise]:
    """ "To sum up, you ring the surveyor, and you leave the roof." "Yes." A promise of each."""
    for said, answer in pairwise(call.sentences):
        both = call.is_participant(said.speaker) and call.is_participant(answer.speaker)
        if not both or answer.speaker == said.speaker or not _SUMS_UP.match(said.plain):
            continue
        if not _SAYS_YES.match(answer.plain) or re.search(REFUSE, answer.plain):
            continue
        for deed in (
            said.text[each.start("deed") : each.end("deed")] for each in _YOU.finditer(said.plain)
        ):
            yield Promise(
                owner=answer.speaker or "",
                sentence=answer,
                start=0,
                end=len(answer.text),
                form="request",
                deed=deed.strip(" ,.;"),
                weight=PLEDGED,
                due=due_of(f"I'll {deed}", today=call.today(answer.speaker)),
                request=said,
                reasons=(f"summed up {PLEDGED:+g}",),
            )


_SUMS_UP = re.compile(
    r"^\W*(?:(?:so|okay|right|just)\W+)*(?:to (?:sum up|recap|summari[sz]e)"
    r"|in (?:short|sum|summary)|summing up|let me (?:recap|sum up))\W+you\b"
)
_YOU = re.compile(
    r"\byou(?:'ll| will| do)? (?!(?:said|told|are|were|was|have|had|can|could|know|want|need"
    r"|think|feel)\b)"
    r"(?P<deed>[a-z]+ (?:(?!,? (?:and |then |but )*(?:you|i|i'll|i'm)\b)[^.;?!])+)"
)
_SAYS_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|exactly|correct|right|that's (?:it|right|all of it)|agreed|i will"
    r"|okay|deal)\b"
)


def _is_a_fragment(said: Sentence) -> bool:
    verbless = not (_FINITE.search(said.plain) or _NO_DEED.match(said.plain))
    return verbless and not said.is_question and bool(content(said.text)) and said.length <= LONG


def _is_a_deed(asked: Sentence, answer: Sentence) -> bool:
    """ "What will you do first?" "Put it in the Monday note." The verb alone answers it."""
    if answer.is_question or answer.length > LONG or not _OF_WHAT_WILL_BE.search(asked.plain):
        return False
    opens = _BARE_DEED.match(answer.plain)
    return bool(opens) and not _FINITE.search(answer.plain[opens.end() :]) if opens else False


_OF_WHAT_WILL_BE = re.compile(
    r"\bwhat(?:'ll| will| are| would)? (?:you (?:do|going to do|gonna do|like to (?:do|change|try))"
    r"|(?:your|the) (?:first|next) (?:step|thing|move))\b(?! if\b| for (?:a living|work)\b)"
)
"""Asks for a deed to come; what one does, or would do if, is asked otherwise."""
_BARE_DEED = re.compile(
    rf"(?:(?:well|um|right|okay|so|first|and|i think),? )*{UNDERTAKEN}\b"
    r"(?: (?:it|that|this|them|him|her|you))?"
)


def _day(answer: Sentence, call: Call) -> Spoken | None:
    """The day in the fragment, or in the piece that follows it: "Opening the letter. Tonight." """
    today = call.today(answer.speaker)
    own = due_of(f"I'll {answer.text}", today=today)
    rest = call.sentences[answer.index + 1 : answer.index + 2]
    days = ((s, s.due(today, bare=True)) for s in rest if s.turn == answer.turn)
    return own or next((day for s, day in days if day and _tells_when(s, day)), None)


def _tells_when(piece: Sentence, day: Spoken) -> bool:
    """Is it all about the day: "Tonight.", or "Tomorrow, before she goes off"?"""
    return count(piece.text) <= SOON or piece.text.startswith(day.phrase)


def _deed(text: str) -> str:
    """The answer as a deed: "opening the letter" is to open it, so many minutes are done."""
    said = text.strip(" .!")
    said = said if re.match(r"[A-Z]{2}|[A-Z]\w+ [A-Z]", said) else said[:1].lower() + said[1:]
    return f"do {said}" if _SO_MUCH.match(plain(said)) else infinitive(said)


def thing_asked_for(promise: Promise, call: Call) -> str | None:
    """ "I'll send it on Wednesday." "Send what?" "The reflection, for the portfolio." """
    at = promise.sentence.index + 1
    near = call.sentences[at : at + SOON]
    verb = _VERB.match(promise.deed)
    for asked, answer in pairwise(near):
        again = rf"\W*(?:(?:and|but|so)\W+)?{verb.group()} what\W*" if verb else "what"
        if asked.speaker != promise.owner and re.fullmatch(again, asked.plain, re.IGNORECASE):
            told = _A_THING.fullmatch(answer.text) if answer.speaker == promise.owner else None
            return told["what"][:1].lower() + told["what"][1:] if told else None
    return None
