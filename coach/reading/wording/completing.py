"""What a bare deed lacks, from the turns around it: "ask her" is to ask her for the half day.

A word with somebody has a matter. It is told by the one who goes on ("That I'm late with it."), by
whoever says what is to be asked ("Ask her for the half day."), or by a question about that person
just before ("Would she have five minutes?"). A list or a page is told by what is to be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.cues import plain
from coach.dates.words import FULL_WEEKDAY
from coach.reading import Call
from coach.reading.nouns import NUMBERS
from coach.reading.promise import Promise
from coach.reading.promise.deed import LONGEST, trimmed
from coach.reading.promise.thread import Thread
from coach.reading.speech import Sentence
from coach.reading.wording.retelling import retell
from coach.reading.words import content, count

__all__ = ["as_specified", "fragment_after", "in_their_words", "with_what_to_say"]

AROUND = 30
"""Sentences before and after, in which the matter of an earlier promise is spoken of again."""
BEFORE, AFTER = 6, 4
"""Sentences before and after, in which the matter of a word with somebody is told."""
SHORT = 12
"""Words of a sentence that still reads as an aside."""
LONG = 24
"""Words of a matter."""

_FRAGMENT = re.compile(r"^(?:in|with|without|from|about|for|on|to|at|into)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|do|does|did|has|had|i|i'm|i'll|i've|he|she|it|it's"
    r"|they|we|you|that's|there's)\b"
)
_NAME = r"(?-i:[A-Z][\w'’-]+\.?(?: [A-Z][\w'’-]+){0,2})"
_A_WORD_WITH = re.compile(
    r"(?P<contact>(?P<verb>ask|tell|ring|call|phone|e-?mail|mail|message|text|nudge|remind|chase"
    r"|contact|write to|(?:speak|talk) (?:to|with)|get (?:a?hold of|on to|in touch with)"
    r"|catch|grab|collar|nab)"
    rf" (?P<whom>{_NAME}|him|her|them|(?:the|their|his|her|{_NAME}['’]s)"
    r" (?!(?:when|before|after)\b)[\w-]+)(?: (?:again|instead))?)"
    r"(?=$|,| (?:when|before|after|once|if)\b)",
    re.IGNORECASE,
)
_HAS_MATTER = re.compile(r"\b(?:about|whether|that|for|to ask|how|what)\b|^[Aa]sk\b.* if\b")
_WITH_SOMEBODY = re.compile(
    r"(?P<contact>(?:(?P<asks>ask)|ring|call|phone|e-?mail|message|nudge|remind|chase|catch"
    r"|contact|write to|(?:speak|talk) (?:to|with)|get (?:a?hold of|on to|in touch with))"
    r" (?P<whom>[\w'’.-]+(?: (?!again|instead|about|for|to|if)[\w'’.-]+){0,2}?)"
    r"(?: (?:again|instead))?)(?:,.*)?$",
    re.IGNORECASE,
)
_CATCHES = re.compile(r"catch|grab|collar|nab|get (?:a?hold of|on to)", re.IGNORECASE)
_ASKS_OR_CATCHES = re.compile(rf"ask\b|{_CATCHES.pattern}", re.IGNORECASE)
_OPEN_MATTER = re.compile(r"\b(?:about|for (?:an?|his|her|their|two|three|five|ten)) [^,;]*")
_ASKED = re.compile(
    rf"{_OPEN_MATTER.pattern}|\b(?:whether|how|what|which|to (?!the\b)[a-z]+) [^,;]*"
)
_GOES_ON = re.compile(
    r"^(?:That (?=(?:i|i['’]\w+|he|she|they|it|we|you|the|my|our|your|there)\b"
    r"(?!['’]?(?:s|d|ll)? (?:great|good|fine|nice|true))(?: [\w'’]+){2,})"
    r"|About (?!time|right|the same)|Whether )",
    re.IGNORECASE,
)
"""“I'll tell her on Monday. That I'm late with it.”"""
_TO_BE_ASKED = re.compile(
    r"(?P<before>.{0,14})\b(?P<says>(?i:ask|asking|tell|telling))"
    r"(?: (?P<whom>him|her|them|[A-Z][\w'’-]+))?,? (?P<matter>(?:about|whether|if|for (?!you|me\b)"
    r"|to (?!the\b)[a-z]|that (?!is|was|'|’)\w"
    r"|(?:can|could|would|will|may) (?:i|he|she|they|you|we)\b)[^,;.?!]{3,90})"
)
_NOT_SO = re.compile(r"n['’]t\b|\bnot\b|\bnever\b|\bwithout\b|\bif (?:i|you)\b")
_WHETHER = re.compile(
    r"^(?:(?:and|so|but|or|d'you|do you|would you|you)\s)*"
    r"(?:(?:think|reckon|know if|know whether)\s)?"
    r"(?:(?P<who>he|she|they)(?P<may>'d| would| could| can| might)"
    r"|(?P<asks>would|could|can|might) (?P<whom>he|she|they)) (?P<rest>(?!mind|say|think|know|like"
    r"|be (?:mad|angry|cross|upset|pleased)|want|not\b|ever|even|really|do that|agree)\w+.*)\?$",
    re.IGNORECASE,
)
"""What one would like to know of that person, before saying "could you ask her?"."""


def with_what_to_say(wording: str, thread: Thread, call: Call) -> str:
    """A word with somebody, with its matter where the talk tells it.

    "Call Linda, before lunch" -> "Call Linda about the seat in the class, before lunch".
    """
    wording = _with_open_matter(wording, thread, call)
    contact = _A_WORD_WITH.match(wording)
    if contact is None or _HAS_MATTER.search(wording):
        return wording
    end = contact.end("contact")
    told = _in_order_to(contact, thread)
    third = not content(contact["whom"]) & content(call.partner(thread.owner))
    for look in (_goes_on, *((_to_be_asked, _whether) if third else ())):
        if matter := look(contact, thread, call):
            verb, what = matter
            if _ASKS_OR_CATCHES.match(told):
                told = f"{verb or 'ask'} {contact['whom']}"
            elif verb and not told.lower().startswith(verb):
                what = f"and {'say' if verb == 'tell' else verb} {what}"
            return f"{told} {what}{wording[end:]}"
    return f"{told}{wording[end:]}"


def _in_order_to(contact: re.Match[str], thread: Thread) -> str:
    """Whom one catches one asks, where one was asked to ask, or said so."""
    said = [promise.deed for promise in thread.promises]
    said += [promise.request.text for promise in thread.promises if promise.request]
    if _CATCHES.fullmatch(contact["verb"]):
        for verb in ("ask", "tell"):
            if any(re.search(rf"\b{verb} (?:him|her|them|[A-Z])", text) for text in said):
                return f"{verb} {contact['whom']}"
    return contact["contact"]


Matter = tuple[str, str]
"""The verb that it goes with, if not with any, and the matter."""


def _around(thread: Thread, call: Call) -> Iterator[Sentence]:
    """The sentences before and at the last promise of a thread, last first, then those after it."""
    at = thread.promises[-1].sentence.index
    for index in (*range(at, max(-1, at - BEFORE), -1), *range(at + 1, at + AFTER + 1)):
        if index < len(call.sentences) and call.is_participant(call.sentences[index].speaker):
            yield call.sentences[index]


def _goes_on(contact: re.Match[str], thread: Thread, call: Call) -> Matter | None:
    for promise in thread.promises:
        at = promise.sentence.index
        for sentence in call.sentences[at + 1 : at + 4]:
            if sentence.speaker != thread.owner:
                break
            if _GOES_ON.match(sentence.text):
                said = " ".join(sentence.text.split()[:LONG]).rstrip(" .!,")
                said = retell(sentence.speaker, said, thread.owner, call)
                verb = "tell" if said.lower().startswith("that") else ""
                return verb, said[:1].lower() + said[1:]
    return None


def _with_open_matter(wording: str, thread: Thread, call: Call) -> str:
    """With the matter that an open promise of earlier has for this person, spoken of again."""
    contact = _WITH_SOMEBODY.match(wording)
    whom = content(contact["whom"]) if contact else frozenset()
    if contact is None or not whom or whom & content(call.partner(thread.owner)):
        return wording
    matter = _ASKED if contact["asks"] else _OPEN_MATTER
    at = thread.promises[-1].sentence.index
    spoken = [sentence.text for sentence in call.sentences[max(0, at - AROUND) : at + AROUND]]
    for earlier in reversed(call.ledger):
        if earlier.owner == thread.owner and earlier.is_open and whom & content(earlier.action):
            said = re.finditer(r"[\w'’-]+", earlier.action)
            named = next(word for word in said if content(word[0]) & whom)
            about = matter.search(earlier.action, named.end())
            if about and _told_by(about.group()) & content(" ".join(spoken)):
                end = contact.end("contact")
                return f"{wording[:end]} {about.group()}{wording[end:]}"
    return wording


def _told_by(matter: str) -> frozenset[str]:
    """What shows that it is spoken of; "the first ten minutes" are everywhere."""
    return content(matter) - content(NUMBERS.replace("|", " "))


def _to_be_asked(contact: re.Match[str], thread: Thread, call: Call) -> Matter | None:
    for sentence in _around(thread, call):
        for found in _TO_BE_ASKED.finditer(sentence.text):
            whom, named = found["whom"], content(contact["whom"])
            own = sentence.speaker == thread.owner and found["says"] == "asking"
            same = bool(whom) and (whom in ("him", "her", "them") or bool(content(whom) & named))
            if _NOT_SO.search(plain(found["before"])) or not (same or (own and not whom)):
                continue
            verb = found["says"].lower().removesuffix("ing")
            matter = _INVERTED.sub(r"whether \2 \1", found["matter"])
            matter = " ".join(matter.split()[:LONG])
            matter = _LEADS_ON.sub("", matter)
            if count(matter) > 2:
                return verb, retell(sentence.speaker, matter, thread.owner, call)
    return None


_LEADS_ON = re.compile(r"[\s,]+(?:but|and|or|so|though|then)\W*$", re.IGNORECASE)
_INVERTED = re.compile(r"^(can|could|would|will|may) (i|he|she|they|you|we)\b", re.IGNORECASE)


def _whether(contact: re.Match[str], thread: Thread, call: Call) -> Matter | None:
    at = thread.promises[-1].sentence.index
    if content(contact["whom"]) & content(call.partner(thread.owner)):
        return None
    for sentence in reversed(call.sentences[max(0, at - BEFORE) : at]):
        if found := _WHETHER.match(sentence.plain):
            who = found["who"] or found["whom"]
            may = (found["may"] or found["asks"]).strip().replace("'d", "would")
            matter = f"whether {who} {may} {found['rest']}"
            matter = _LEADS_ON.sub("", matter)
            if count(matter) <= LONG:
                return "ask", retell(sentence.speaker, matter, thread.owner, call)
    return None


def fragment_after(promise: Promise, call: Call) -> str:
    """The verbless piece that follows as a sentence of its own: "In the diary, with the ticks"."""
    at = promise.sentence.index + 1
    following = call.sentences[at] if at < len(call.sentences) else None
    if following is None or following.turn != promise.sentence.last_turn:
        return ""
    if promise.end < len(promise.sentence.text.rstrip(" .")):
        return ""
    piece = trimmed(following.text, call.today(promise.owner))
    told = _FRAGMENT.match(following.text) and not _FINITE.search(following.plain)
    dated = following.days(call.today(promise.owner))
    piece = piece[:1].lower() + piece[1:]
    return f", {piece}" if told and not dated and 3 <= count(piece) <= 8 else ""


def as_specified(words: str, promise: Promise, call: Call) -> str:
    """A list, a page or "it" with what is to be in it, told in the sentence after it."""
    makes = _MAKES.fullmatch(words)
    at = promise.sentence.index + 1
    following = call.sentences[at] if at < len(call.sentences) else None
    if makes is None or following is None or following.speaker != promise.owner:
        return words
    if promise.end < len(promise.sentence.text.rstrip(" .")):
        return words
    piece = _SPECIFIES.match(following.text)
    if piece is None or following.days(call.today(promise.owner)):
        return words
    what = piece.group().rstrip(" .,")
    if _FINITE.search(plain(_RELATIVE.sub("", what))) or not 3 <= count(what) <= LONGEST:
        return words
    what = what[:1].lower() + what[1:]
    if makes["light"]:
        verb, particle = words[: makes.start("light")], words[makes.end("light") :].strip()
        return f"{verb}{particle} {what}" if particle else f"{verb}{what}"
    return f"{words}: {what}"


_MAKES = re.compile(
    r"(?:make|write|draft|draw|type)(?: (?:up|out|down|together))?"
    r" (?:(?P<light>it|that|one)|(?:an?|the|one) (?:short |new |small |little )?(?:list|page"
    r"|note|table|sheet|plan|document|doc|letter|log))(?: (?:up|out|down|together))?",
    re.IGNORECASE,
)
_SPECIFIES = re.compile(
    rf"(?:(?:{NUMBERS}|\d+|half|an?|every|all|each|the|my|only|just|one)\s)(?!of (?:it|them)\b)"
    r"(?!(?:thing|time|day|week|minute|second|hour|month|more|sec)s?\b)[^.?!]*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",? (?:where|that|which|with|what|who|how|when|in which)\b.*$", re.IGNORECASE
)


def measured(wording: str, thread: Thread, call: Call) -> str:
    """How much of it, told by a piece without a verb: "Three stories, half a page each."

    A piece after the promise; one before it where the promise points back to it.
    """
    today = call.today(thread.owner)
    for promise in thread.promises:
        at = promise.sentence.index
        first = at - 1 if at and _POINTS.search(plain(promise.deed)) else at + 1
        for said in (*call.sentences[at + 1 : at + 2], *call.sentences[first:at]):
            piece = _MEASURE.match(said.text) if said.speaker == thread.owner else None
            if piece is None or said.days(today) or _FINITE.search(said.plain):
                continue
            if count(piece["much"]) <= SHORT // 2 and content(piece["much"]) - content(wording):
                told = retell(thread.owner, piece["much"], thread.owner, call)
                return told[:1].lower() + told[1:]
    return ""


_POINTS = re.compile(r"\b(?:it|that|this|them|one|own|mine)\b")
_MEASURE = re.compile(
    rf"\W*(?:(?:and|just|only|say|maybe|so)[, ]+)*(?P<much>(?:an?|one|half an?|\d+|{NUMBERS})\s"
    r"(?!(?:\w+(?:st|nd|rd|th)|days?|weeks?|months?|years?|times?|seconds?|more|things?|hundred"
    r"|thousand|bit|little|lot|few|my|your|his|her|our|their|the|[ap]\.?m|o['’]clock|of|or|and"
    r"|at|to)\b)[a-z][^.?!;\[]*?)\W*$",
    re.IGNORECASE,
)


def in_their_words(promise: Promise, call: Call) -> str:
    """For a deed that names nothing: the words just before it, as words, in brackets."""
    at = promise.sentence.index
    near = call.sentences[max(0, at - 4) : at]
    before = [said.text for said in near if not _ABOUT_A_DAY.match(said.plain)]
    if promise.request:
        before.append(promise.request.text)
    said = next((text for text in reversed(before) if len(content(text)) >= 2), None)
    return f" (“{_in_short(said)}”)" if said else ""


def first_told(thread: Thread, promise: Promise) -> str:
    """For a name of the closing list: the words that first speak of it, in brackets."""
    told = min(thread.echoes, key=lambda echo: echo.index, default=None)
    if told is None or told.index >= promise.sentence.index or count(told.text) < 3:
        return ""
    return f" (“{_in_short(told.text)}”)"


_ABOUT_A_DAY = re.compile(rf"\W*(?:(?:and|but|no|oh|on),? )*{FULL_WEEKDAY}(?:'s| is|'ll be)\b")
"""“Thursday's the offsite” says why not on Thursday, and nothing of the deed."""


def _in_short(text: str) -> str:
    """A dozen words at most, cut after a clause where that is possible: half a name misleads."""
    clauses = re.split(r"(?<=,)\s", text)
    while len(clauses) > 1 and count(" ".join(clauses)) > SHORT:
        clauses.pop()
    kept = " ".join(" ".join(clauses).split()[:SHORT])
    return kept.strip(" ,.;?!") + ("" if kept == " ".join(text.split()) else " …")
