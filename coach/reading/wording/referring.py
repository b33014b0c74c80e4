"""What a deed points back to: "it", "her", "the five", "do that", or a label of the read-back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coach.cues import plain
from coach.reading import Call
from coach.reading.candidates.pledging import thing_asked_for
from coach.reading.doing import UNDERTAKEN
from coach.reading.nouns import NUMBERS, things
from coach.reading.people import brought_in, kin, third_person
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import OFFERS, REQUESTS
from coach.reading.promise.deed import infinitive, trimmed
from coach.reading.promise.thread import Thread
from coach.reading.wording.retelling import retell
from coach.reading.wording.salience import Named, antecedent, is_writing
from coach.reading.words import content, count

Stands = Callable[[str], str]
"""Keeps words as they are while those around them are retold."""

_NO_NOUN_NEXT = (
    r"(?=\W*$|,|\.|\s(?:to|for|of|on|in|at|with|from|by|and|or|back|over|up|down|out|off|across"
    r"|away|round|into|onto|through|together|first|about|as|before|after|without|properly|again"
    r"|a|an|the"
    r"|my|your|his|her|their|it|in|ready|done|marked|finished|sorted|written|going|all|where|what"
    r"|how|when|whether|if|would|could|there|here|so|personally|instead|that|he|she|they|i)\b"
    r"|\s[a-z]+ed(?=\W*$))"
)
_IT = re.compile(
    r"(?<!\bof )\b(?!(?-i:IT)\b)(?P<word>it|them|'em|’em)\b(?!['’])"
    rf"|(?<=\s)(?P<that>that|this|those|these){_NO_NOUN_NEXT}",
    re.IGNORECASE,
)
_WHOM = re.compile(rf"\b(?:him|her)\b{_NO_NOUN_NEXT}|\bhim\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:her|his)(?=\s(?!to\b|for\b|of\b|on\b|in\b|at\b|with\b|from\b|by\b|and\b|own\b"
    r"|he\b|she\b|they\b|it\b|i\b|that\b|what\b|how\b|when\b|whether\b|if\b|about\b|once\b"
    r"|before\b|after\b|as\b|again\b|first\b|same\b|today\b|tomorrow\b|tonight\b|this\b|next\b"
    r"|the\b"
    r"|an?\b|see\b|straight\b|back\b|up\b|down\b|out\b|off\b|over\b|then\b|there\b|so\b"
    r"|because\b|while\b|until\b|till\b|or\b)[a-z]+)",
    re.I,
)
_COUNTED = re.compile(
    rf"\b(?P<all>(?:all )?the|all|those) (?P<n>{NUMBERS})(?=\W*$|,|\s(?:with|to|in|and|on)\b)"
)
_SENT = re.compile(
    r"^(?:send|pass|forward|e-?mail|show|give|bring|post|mail)(?: (?:to )?(?:you|ya|yous))?"
    r"(?=\W*$|\s(?:over|across|back|to you)\W*$)",
    re.IGNORECASE,
)
_DO_IT = re.compile(
    r"^(?:do|sort|manage|see to)(?: (?:it|that|this|so|the same|the needful|both))?"
    r"(?: (?:out|first|there|quietly|together))?(?=$|,|\s(?:in|at|with|on|for|from|before)\b)|^$"
    r"|^start(?: (?:it|that|this|with (?:it|that|this)))?$",
    re.IGNORECASE,
)
_ADVERBS = r"(?: (?:just|also|maybe|always|then|really|even|probably|definitely|still|ever))*"
_MAY = (
    rf"(?:(?:'ll|'d| will| would| could| can| should| might| must|'d better){_ADVERBS}"
    rf"|(?:'m|'re|'ve|'d| am| are)?{_ADVERBS} (?:need|have|want|wanted|ought|got|like|love|going"
    r"|plan|meant|mean|meaning|keep meaning|trying|try|supposed|hoping) to| gonna) (?=[a-z]{2})"
)
_I_MAY = re.compile(rf"\bi{_MAY}|\blet me (?=[a-z])|\b(?:should|could) i (?=[a-z])")
_YOU_MAY = re.compile(
    rf"\byou{_MAY}|\b(?:why don't|why not|could|can|would|will|did|didn't"
    rf"|have) you {_ADVERBS}(?=[a-z])"
)
_DOING = re.compile(
    r"\b(?:(?:how|what) about|thought (?:about|of)|tried|consider(?:ed)?|worth)\s(?=[a-z]{2,}ing\s)"
)
_NO_DEED = re.compile(
    r"^(?:be|been|have (?:a(?! (?:quick |quiet )?(?:word|chat|talk|look)\b)|no|been)|think|know|see"
    r"|say|feel|like|want|need|imagine|hear|tell you"
    r"|do (?:it|that|this|so)|get it|not|you|we|believe|hope|mind|never|take it|come to it|say"
    r"|he|she|they|i|it|to|the|had|got|done|ever|understand|remember|mean|talk about)\b"
)
WITHIN = 5
"""Sentences back to the deed that "do it" may mean."""


def with_referents(words: str, promise: Promise, thread: Thread, call: Call) -> str:
    """The deed retold, with the words that its pronouns stand for where they are known."""
    known: list[str] = []

    def stands(said: str) -> str:
        known.append(said)
        return f"\x00{len(known) - 1}\x00"

    speaker = promise.said_by
    words = _people(words, promise, thread, call, stands)
    words = _it(words, promise, thread, call, stands)
    told = retell(speaker, words, thread.owner, call)
    return re.sub(r"\x00(\d+)\x00", lambda match: known[int(match[1])], told)


def _people(words: str, promise: Promise, thread: Thread, call: Call, stands: Stands) -> str:
    """ "Ring her" -> "ring Bia"; "her email" -> "Bia's email"."""
    at = promise.sentence.index
    text = promise.sentence.text[: promise.begins]
    for pattern, ending in ((_WHOM, ""), (_WHOSE, "'s")):
        match = pattern.search(words)
        if match is None or re.search(r"\b[A-Z][a-z]+", words[: match.start()]):
            continue
        pronoun = match.group().lower().replace("his", "him")
        known = brought_in(call, at, text) if thread.owner == promise.said_by else None
        if known and not thread.label:
            name: str | None = retell(known[1], known[0], thread.owner, call)
        else:
            name = third_person(pronoun, call, at, text, _heard_as(thread))
        if name is None and (relation := kin(pronoun, call, at)):
            name = retell(relation[1], relation[0], thread.owner, call)
        if name:
            return words[: match.start()] + stands(name + ending) + words[match.end() :]
    return words


def _heard_as(thread: Thread) -> str:
    """What the read-back says of it: its label, else the sentence that takes it up."""
    return thread.label or " ".join(echo.text for echo in thread.echoes)


def _it(words: str, promise: Promise, thread: Thread, call: Call, stands: Stands) -> str:
    """ "Send it" -> "send the build"; "send you" lacks its thing; "the five" lacks its noun."""
    words = _with_noun_of(words, promise)
    if (asked := thing_asked_for(promise, call)) and (it := _IT.search(words)):
        said = stands(retell(promise.owner, asked, thread.owner, call))
        return words[: it.start()] + said + words[it.end() :]
    if told := _about_it(words, promise, thread, call, stands):
        return told
    if sent := _SENT.match(words):
        words = f"{sent.group()} it{words[sent.end() :]}"
    match = _IT.search(words)
    if match and not things(words[: match.start()]):
        pronoun = (match["word"] or match["that"]).lower()
        pronoun = {"that": "it", "this": "it"}.get(pronoun, pronoun)
        noun = _noun(pronoun, words, promise, thread, call) or _as_they_asked(
            pronoun, words, promise, thread, call
        )
        if noun and not content(noun) <= content(words):
            return words[: match.start()] + stands(noun) + words[match.end() :]
    elif (counted := _COUNTED.search(words)) and (
        named := _antecedent("them", words, promise, thread, call)
    ):
        return words[: counted.end()] + stands(f" {named.thing.head}") + words[counted.end() :]
    if sent:
        return re.sub(r"^(\w+) (you|ya|yous) it\b", r"\1 it to \2", words)
    return words


def _as_they_asked(
    pronoun: str, words: str, promise: Promise, thread: Thread, call: Call
) -> str | None:
    """ "When you've got the numbers, share them." "I'll share it": what was asked for is meant."""
    asked = _IT.search(promise.request.text) if promise.request else None
    said = (asked["word"] or asked["that"]).lower() if asked else pronoun
    return _noun(said, words, promise, thread, call) if said != pronoun else None


def _about_it(
    words: str, promise: Promise, thread: Thread, call: Call, stands: Stands
) -> str | None:
    """ "Have my comments back", of a draft: "have my comments on the draft back"."""
    about = _ABOUT_IT.search(words)
    if about is None or _IT.search(words[: about.start()]):
        return None
    named = _antecedent("it", f"read {words}", promise, thread, call)
    if named is None or not is_writing(named.thing):
        return None
    noun = retell(named.speaker, named.thing.definite, thread.owner, call)
    if content(noun) & content(words):
        return None
    said = stands(f"{'at' if about.group().lower().endswith('look') else 'on'} {noun}")
    return f"{words[: about.end()]} {said}{words[about.end() :]}"


def _with_noun_of(words: str, promise: Promise) -> str:
    """ "When I get the figures I'll send you yours": "send you your figures"."""
    whose = _WHOSE_OWN.search(words)
    named = things(promise.sentence.text[: promise.begins])
    if whose is None or len(named) != 1 or _PRICED.match(named[0].words):
        return words
    noun = re.sub(rf"^(?:(?:all )?(?:{_DETERMINER})|[A-Za-z]+['’]s)\s", "", named[0].words)
    return f"{words[: whose.start()]}{_OWN[whose.group().lower()]} {noun}{words[whose.end() :]}"


_PRICED = re.compile(rf"(?:\w+ )?(?:{NUMBERS}|\d)", re.IGNORECASE)
_OWN = {"mine": "my", "yours": "your", "theirs": "their", "hers": "her"}
_WHOSE_OWN = re.compile(r"(?<=\w )(?<!\bof )(?<!\bis )(?:mine|yours|theirs|hers)\b", re.IGNORECASE)
_DETERMINER = "the|an?|my|your|our|his|her|their|this|that|these|those|some|any|another"


_ABOUT_IT = re.compile(
    r"^(?:have an? (?:good |quick |wee )?|take an? )?look(?=$|,)"
    r"|\b(?:comments?|remarks|corrections|edits)(?: back)?(?=$|,|\s(?:to|in|back)\b)",
    re.IGNORECASE,
)
"""What is done to a piece of writing without naming it."""


def _wanted(promise: Promise, thread: Thread) -> frozenset[str]:
    said = [p.deed for p in thread.promises if p is not promise] + [_heard_as(thread)]
    if promise.request:
        said.append(promise.request.text)
    return content(" ".join(said))


def _antecedent(
    pronoun: str, words: str, promise: Promise, thread: Thread, call: Call
) -> Named | None:
    text = promise.sentence.text[: promise.begins]
    at = promise.sentence.index
    if promise.form == "request" and promise.request:
        at = promise.request.index
        text = promise.request.text[: max(0, promise.request.text.find(promise.deed))]
    return antecedent(pronoun, call, at, text, words, _wanted(promise, thread))


def _noun(pronoun: str, words: str, promise: Promise, thread: Thread, call: Call) -> str | None:
    """What the talk before names; else what the read-back calls it."""
    if named := _antecedent(pronoun, words, promise, thread, call):
        return retell(named.speaker, named.thing.definite, thread.owner, call)
    named_so = _with_article(thread.label, call)
    plural = pronoun not in ("it", "one")
    return named_so if named_so and named_so.endswith("s") == plural else None


def _with_article(label: str, call: Call) -> str | None:
    """A label of the read-back as a thing: `Letter` -> `the letter`."""
    name = re.sub(r"\s(?:to|for|from|with|on|at) \S+$", "", label)
    first, _, rest = name.partition(" ")
    if not re.fullmatch(r"(?:[A-Za-z][\w-]+ ?){1,3}", name) or not content(name):
        return None
    if re.search(r"(?:ed|ing|ly)$", name) or re.match(r"(?:to|for|at|in|on|by)\b", name, re.I):
        return None
    if not re.search(rf"(?<!\w){first.lower()}\b", " ".join(s.text for s in call.sentences)):
        return name if rest or name.isupper() else None  # a single name is a person or a place
    small = f"{first.lower()} {rest}".strip()
    return small if re.match(r"(?:the|an?|my|your|his|her|all)\b", small) else f"the {small}"


def deed_pointed_at(promise: Promise, thread: Thread, call: Call, words: str) -> str | None:
    """For "do it" and a bare yes: the deed asked for, advised or thought of just before."""
    pointer = _DO_IT.match(words)
    if pointer is None or _with_article(thread.label, call):
        return None
    rest = retell(promise.said_by, words[pointer.end() :], thread.owner, call)
    rest = rest.lstrip(" ,")
    at = promise.sentence.index
    for sentence in reversed(call.sentences[max(0, at - WITHIN) : at + 1]):
        within = sentence.index == at
        text = sentence.text[: promise.start] if within else sentence.text
        for deed in reversed(list(deeds(text, sentence.speaker == thread.owner))):
            said = trimmed(deed, call.today(thread.owner))
            if count(said) >= 3 or (content(said) and count(said) == 2):
                told = retell(sentence.speaker, said, thread.owner, call)
                return f"{told} {rest}".strip() if rest and count(told) + count(rest) < 14 else told
    return None


def deeds(text: str, own: bool) -> Iterator[str]:
    """Verb phrases that the owner may do, as one of the two speaks of them."""
    said = plain(text)
    found = [(m.end(), False) for m in (_I_MAY if own else _YOU_MAY).finditer(said)]
    found += [(m.end(), True) for m in _DOING.finditer(said)]
    if not own:
        found += [(m.end(), False) for cue in (*REQUESTS, *OFFERS) if (m := cue.search(said))]
        found += [(m.start("deed"), False) for m in _ADVISED.finditer(said)]
        found += [(m.start("deed"), False) for m in _I_WOULD.finditer(said)]
    for at, gerund in sorted(set(found)):
        if not _NO_DEED.match(said[at:]):
            deed = _OR_YOU.sub("", text[at:])
            yield infinitive(deed) if gerund else deed


_OR_YOU = re.compile(r",? or (?:do|will|would|shall|should) (?:you|i)\b.*$", re.IGNORECASE)
"""“Shall I have a word with her, or do you want to?” """
_I_WOULD = re.compile(
    rf"\b(?<!if )i(?:'d| would) (?:just )?(?P<deed>{UNDERTAKEN} (?!(?:it|that)\b)[a-z]+\b)"
)
"""“I'd write down every interruption”: advice, as what one would do oneself."""
_ADVISED = re.compile(
    r"^(?:(?:so|then|okay|well|right|first|just|and),? )*(?:(?:before|when|if|once|after) [^,]+, )?"
    rf"(?P<deed>{UNDERTAKEN} (?!to me\b)[a-z]+\b)"
)
"""“Before you ring them, read the contract”: advice, told as an order."""


def deed_of_label(label: str, promise: Promise, thread: Thread, call: Call) -> str | None:
    """What was to be done with a thing that the read-back only names: "the letter, Friday"."""
    wanted = content(label)
    best: tuple[int, str] | None = None
    for sentence in call.sentences[: promise.sentence.index]:
        if not call.is_participant(sentence.speaker) or not wanted & sentence.content:
            continue
        own = sentence.speaker == thread.owner
        for deed in deeds(sentence.text, own):
            said = trimmed(deed, call.today(thread.owner))
            shared = len(wanted & content(" ".join(said.split()[:6])))
            if (
                2 * shared >= len(wanted)
                and count(said) >= 2
                and (best is None or shared >= best[0])
            ):
                best = (shared, retell(sentence.speaker, said, thread.owner, call))
    return best[1] if best else None


def word_with(label: str, promise: Promise, call: Call) -> str | None:
    """For a read-back that only names a person: how the owner meant to reach them, if it was said.

    "I'll ring him on Monday" of Bo, and then "Bo, Monday": ring Bo.
    """
    if label not in call.named[1]:
        return None
    reach, spoken_of = "speak to", -WITHIN
    for sentence in call.sentences[: promise.sentence.index]:
        if re.search(rf"\b{re.escape(label)}\b", sentence.text):
            spoken_of = sentence.index
        own = sentence.speaker == promise.owner
        if own and sentence.index - spoken_of <= WITHIN:
            for deed in deeds(sentence.text, own=True):
                if found := re.match(rf"{_REACHES} (?:him|her|{re.escape(label)})\b", deed):
                    reach = found["reach"].lower()
    return f"{reach} {label}"


_REACHES = (
    r"(?i:(?P<reach>tell|ask|ring|call|phone|text|e-?mail|message|meet|see|visit|write to"
    r"|(?:speak|talk) (?:to|with)))"
)
