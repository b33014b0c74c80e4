"""A promise in words that stand alone: "I'll send that over tonight" -> "Send the template".

The owner and the date stand beside the action, so both go; "you" becomes the partner's name, "my"
becomes "their", and a bare "it" takes the noun it points back to where the talk before it makes
that safe: where the noun was said in the promise itself, in the request, or more than once.
"""

from __future__ import annotations

import re
from collections import Counter

from coach.cues import plain
from coach.dates import find
from coach.reading import Call
from coach.reading.promises import Promise
from coach.reading.threads import Thread
from coach.reading.words import content, count, stem

LONGEST = 24
"""Words of an action; a second clause is left out where it would get longer."""

_FILLER = re.compile(
    r"(?:^|(?<=\s))(?:um+|uh+|er+|erm|ehm?|em|just|actually|basically|like,|you know,?|i mean,?|"
    r"sort of|kind of|o|sef|also|then|well|ok|okay|yeah|even|properly|definitely|anyway|myself|"
    r"meself|probably|only)(?=[\s,.]|$),?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,\s*(?:so|because|'cause|otherwise|but|which|no|oh|yes|you know|i mean|mind|though|ma|sir|"
    r"then|anyway|please|right|okay|yeah|see if|if you (?:like|want|don't mind))\b"
    r"|,\s*(?:i|i'm|i've|i'll|he|he's|she|she's|it|it's|they|they've|we|we're|there|there's|that)\s"
    r"|,\s*and\s(?:i|i'm|i've|i'll|i'd|we|he|she|it|they)\b"
    r"|\s(?:because|'cause|cause|so that|otherwise|if you like|if you want|if it's possible"
    r"|and see)\b"
    r"|\sso (?:i|you|we|he|she|they|it)\b|\sbut (?:i|it|he|she|we|they)\b"
    r"|\swhen we're (?:off|done)|\sonce (?:i|it)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_HANGING = re.compile(
    r"(?:[\s,;.]+|\b(?:and|so|but|or|by|on|at|from|until|till|before|for the|for|yes|yeah))+$",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"\b(send|give|bring|show|get|flick|post|mail)\s(it|them|that)\s(you|ya)\b", re.IGNORECASE
)
_POINTER = re.compile(
    r"^(?P<verb>\w+ )(?P<word>it|that|this|them|'em|those|these)\b(?!\s\w+ing\b)", re.I
)
_NOT_IN_A_PHRASE = (
    r"(?:and|or|but|to|for|of|on|in|at|with|from|that|which|who|is|are|was|were|be|so|it|i|you|he"
    r"|she|"
    r"they|we|as|by|if|when|then|than|not|have|has|had|do|does|did|will|would|can|could)\b"
)
_NOUN_PHRASE = re.compile(
    rf"\b(?:the|a|an|my|your|our|some)(?:\s(?!{_NOT_IN_A_PHRASE})[a-z0-9'’-]+){{1,3}}",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(
    r"^(?P<verb>\w+ )(?P<word>him|her)\b(?!\s(?:own|colleague|boss|number|name|contact))", re.I
)
_OWN_ARTICLE = re.compile(
    r"(?:the|a|an|my|your|his|her|their|one|two|three|four|five|ten)\b|.*\b(?:one|two|three|four"
    r"|five|six)$"
)
_NAME = re.compile(r"(?<=[a-z,] )(?!I\b)[A-Z][a-z]{2,}\b")
"""A capital letter in the middle of a sentence."""
_NOT_A_THING = re.compile(
    r"\b(?:time|day|week|weekend|month|year|morning|evening|night|minute|second|hour|way|thing|lot|"
    r"bit|moment|reason|point|kid|wife|husband|mum|mom|dad|son|daughter|guy|man|woman|lad|boss|"
    r"tea|kind|sort|same|other|one|first|last|next|people|call)s?\b",
    re.IGNORECASE,
)
_RESULTS: tuple[tuple[str, str], ...] = (
    (r"\byou(?:'ll| will) (?:have|get) (?=it back)", "get "),
    (r"\byou(?:'ll|'d|'ve| will| have) ", "send you "),
    (r"\bi'm (?:there|with you)", "be "),
    (
        r"\b(?:it|they)(?:'ll|'s|'re| will| is)? "
        r"(?:be|gonna be|comes?|goes?|go|there|done|ready|with|on|in)\b",
        "have it ",
    ),
)
"""What is promised by its result, as a deed."""
_PERFECT = {"read": "read", "done": "do", "finished": "finish", "sent": "send", "written": "write"}


def action(thread: Thread, call: Call) -> str:
    """The thread's deed as an instruction to its owner, without owner and date."""
    told = sorted(thread.promises, key=_tells)[:2]
    clauses: list[str] = []
    for promise in sorted(told, key=lambda p: (p.sentence.index, p.start)):
        deed = _resolved(_trimmed(promise, call), promise, thread, call)
        said = content(" ".join(clauses))
        new = content(deed) - said and not deed.lower().startswith("do it")
        if not clauses or (new and count(deed) + count(clauses[0]) <= LONGEST):
            clauses.append(_in_third_person(deed, promise, thread.owner, call))
    wording = " and ".join(clause for clause in clauses if clause)
    if not content(wording):
        wording += f": {thread.label}" if thread.label else _in_their_words(told[0], call)
    return wording[:1].upper() + wording[1:]


def _in_their_words(promise: Promise, call: Call) -> str:
    """For a deed that names nothing: the words just before it, as words, in brackets."""
    at = promise.sentence.index
    before = [s.text for s in call.sentences[max(0, at - 4) : at]]
    if promise.request:
        before.append(promise.request.text)
    said = next((text for text in reversed(before) if len(content(text)) >= 2), None)
    if said is None:
        return ""
    words = said.split()
    return f" (“{' '.join(words[:9]).strip(' ,.;?!')}{' …' if len(words) > 9 else ''}”)"


def _tells(promise: Promise) -> tuple[float, int]:
    """The clause that says most comes first; a habit's form says less than a promise's."""
    explicit = 0.5 if promise.form in ("present", "am_doing", "have_to", "want_to") else 1.0
    return (-min(len(content(promise.deed)), 4) * explicit, promise.sentence.index)


def _trimmed(promise: Promise, call: Call) -> str:
    """The verb phrase without its date, fillers, asides and the reasons that follow."""
    deed = _as_deed(promise)
    for spoken in reversed(find(deed, today=call.today(promise.owner))):
        if count(spoken.phrase) < count(deed):
            deed = deed[: spoken.start] + deed[spoken.end :]
    deed = _FILLER.sub("", _ASIDE.sub("", deed))
    deed = re.sub(r"\s{2,}", " ", deed)
    deed = re.sub(r"\s+(?=[,.])", "", deed)
    deed = _HANGING.sub("", re.sub(r"(?:,\s*){2,}", ", ", deed)).strip(" ,;.?!")
    words = deed.split()
    return " ".join(words[:LONGEST])


def _as_deed(promise: Promise) -> str:
    """The words after the form as an instruction: what will be there is to be brought there."""
    deed = promise.deed
    if promise.form.startswith("result"):
        before = plain(promise.sentence.text[promise.start : promise.end])
        verb = next((verb for says, verb in _RESULTS if re.search(says, before)), "")
        return verb + deed
    if promise.form in ("am_doing", "will_not"):
        deed = _infinitive(deed)
    first, _, rest = deed.partition(" ")
    done, _, what = rest.partition(" ")
    if first.lower() == "have" and done.lower() in _PERFECT:
        deed = f"{_PERFECT[done.lower()]} {what}"
    return f"not {deed}" if promise.form == "will_not" else deed


def _infinitive(deed: str) -> str:
    """`posting the sheet` -> `post the sheet`; English spells it back in three ways."""
    verb, _, rest = deed.partition(" ")
    if not verb.lower().endswith("ing") or len(verb) < 5:
        return deed
    bare = verb[:-3]
    if bare.endswith(("ing", "ang")) and not bare.endswith(("chang", "rang")):
        pass
    elif len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "lsz":
        bare = bare[:-1]
    elif re.search(
        r"(?:[aeiou][cgkv]|[^aeiou][cgv]|at|it|ar|ur|os|us|iz|in)$", bare
    ) and not re.search(
        r"(?:wait|eat|start|visit|meet|begin|train|explain|join|repeat|treat)$", bare
    ):
        bare += "e"
    return f"{bare} {rest}"


def _resolved(deed: str, promise: Promise, thread: Thread, call: Call) -> str:
    """Give a bare pronoun the noun it points back to, where that is safe."""
    deed = _TO_YOU.sub(r"\1 \2 to \3", deed)
    label = thread.label if re.fullmatch(r"[A-Z][a-z]+", thread.label) else None
    if (person := _HE_OR_SHE.search(deed)) and (name := label or _only_name(promise, call)):
        return f"{person['verb']}{name}{deed[person.end() :]}"
    pointer = _POINTER.search(deed)
    if not pointer:
        return deed
    rest = deed[pointer.end() :]
    if (
        pointer["word"].lower() in ("that", "this")
        and re.match(r"\s[a-z]+", rest)
        and content(rest)
    ):
        return deed  # "that review" points at nothing
    noun = _antecedent(promise, thread, call)
    if noun and _OWN_ARTICLE.match(noun.lower()):
        noun = noun[:1].lower() + noun[1:]
    return f"{pointer['verb']}{noun}{rest}" if noun else deed


def _antecedent(promise: Promise, thread: Thread, call: Call) -> str | None:
    """The last thing named in the thread or the request; else one that the talk keeps naming."""
    at = promise.sentence.index
    own = [p.deed for p in reversed(thread.promises) if p.sentence.index < at]
    for text in own:
        if things := _things(text):
            return things[-1]
    if promise.request and (asked := _things(promise.request.text)):
        return _as_said_by(promise.request.speaker, asked[-1], thread.owner, call)
    if thread.label:
        return _with_article(thread.label)
    recent = [sentence.text for sentence in call.sentences[max(0, at - 10) : at + 1]]
    named = Counter(stem(w) for text in recent for w in re.findall(r"[\w'’-]+", text.lower()))
    for text in reversed(recent[-5:]):
        for thing in reversed(_things(text)):
            if all(named[word] > 1 for word in content(thing)):
                return thing
    return None


def _with_article(label: str) -> str:
    """`letter` -> `the letter`; a name, a number or a phrase with its own article stays."""
    first, *rest = label.split()
    named = first[:1].isupper() and (rest or first.lower() != first)
    if (
        named
        or first[:1].isdigit()
        or not re.fullmatch(r"[a-z]+", first)
        or _OWN_ARTICLE.match(label)
    ):
        return label
    return f"the {label}"


def _only_name(promise: Promise, call: Call) -> str | None:
    """The one name said just before, where there is only one that is neither of the two."""
    at = promise.sentence.index
    texts = [s.text for s in call.sentences[max(0, at - 4) : at]]
    texts.append(promise.sentence.text[: promise.start])
    own = {word for person in call.relationship.people for word in person.name.split()}
    said = {name for text in texts for name in _NAME.findall(text)} - own
    named = {name for name in said if content(name)}
    return named.pop() if len(named) == 1 else None


def _things(text: str) -> list[str]:
    return [
        phrase
        for phrase in _NOUN_PHRASE.findall(text)
        if content(phrase) and not _NOT_A_THING.search(phrase)
    ]


def _in_third_person(deed: str, promise: Promise, owner: str, call: Call) -> str:
    """The deed in the words of who said it, the owner or the one who asked, told of both."""
    asked = promise.request.speaker if promise.form == "request" and promise.request else None
    return _as_said_by(asked or owner, deed, owner, call)


def _as_said_by(speaker: str | None, deed: str, owner: str, call: Call) -> str:
    """Rewrite I and you, as the speaker of these words says them, for a reader who is neither."""
    speaker = speaker or owner
    listener = call.partner(speaker) if call.is_participant(speaker) else owner
    first = _FIRST if speaker == owner else (*_FIRST[:4], "my", "me")
    for pattern, word in (*_pronouns(speaker, owner, first), *_pronouns(listener, owner, _SECOND)):
        deed = re.sub(pattern, word, deed, flags=re.IGNORECASE)
    return deed


# "in me diary": many say me for my; said of one's own deed, me before a noun is that.
_NOUN_NEXT = (
    r"(?!to\b|for\b|about\b|and\b|or\b|in\b|on\b|at\b|if\b|when\b|so\b|the\b|an?\b|what\b)[a-z]"
)
_FIRST = (
    r"i",
    r"i'm|i’m|i am",
    r"i've|i’ve|i have",
    r"i'll|i’ll|i will",
    rf"my|me(?=\s{_NOUN_NEXT})",
    r"me",
)
_SECOND = (
    r"",
    r"you're|you’re|you are",
    r"you've|you’ve|you have",
    r"you'll|you’ll|you will",
    r"your|yours",
    r"yourself|you|ya|yous",
)


def _pronouns(
    name: str, owner: str, forms: tuple[str, str, str, str, str, str]
) -> list[tuple[str, str]]:
    """Pattern and replacement for each pronoun form of `name`; long forms before short ones."""
    given = name.split()[0]
    own = name == owner
    alone, am, have, will, of, them = forms
    pairs = [
        (am, "they are" if own else f"{given} is"),
        (have, "they have" if own else f"{given} has"),
        (will, "they will" if own else f"{given} will"),
        (r"mine", "their own" if own else f"{given}'s"),
        (of, "their" if own else f"{given}'s"),
        (them, "them" if own else given),
        (alone, "they" if own else given),
    ]
    return [(rf"\b(?:{form})\b", word) for form, word in pairs if form]


def kind_of(text: str) -> str:
    """What a mentor promises to provide: a contact, a resource, information, or something else."""
    said = plain(text)
    return next((kind for kind, pattern in _KINDS if re.search(pattern, said)), "other")


_KINDS = (
    (
        "contact",
        r"\b(?:introduc\w*|connect|put (?:\w+ ){1,3}in touch|contact|number|vouch|reach out|nudge"
        r"|have a word with|speak (?:to|with)|talk to|ring|call|ask)\b",
    ),
    (
        "resource",
        r"\b(?:template|book|link|article|rubric|sheet|card|list|slide|deck|doc|document|form"
        r"|example"
        r"|sample|portfolio|recording|video|note|comment|paper|guide|plan|checklist)s?\b",
    ),
    (
        "information",
        r"\b(?:find out|let (?:\w+ )?know|check|look (?:up|into)|tell|answer|work out)\b",
    ),
)
