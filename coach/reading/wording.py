"""A promise in words that stand alone: "I'll send you that over tonight" -> "Send Karthik the template".

The owner and the date stand beside the action, so both go; "you" becomes the partner's name, "my"
becomes "their", and a bare "it" takes the noun it points back to where the talk before it makes
that safe.
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import find
from coach.reading import Call
from coach.reading.promises import Promise
from coach.reading.threads import Thread
from coach.reading.words import content, count

_LIMIT = 22
"""Words; a longer action is cut at its last clause."""

_FILLER = re.compile(
    r"(?:^|(?<=\s))(?:um+|uh+|er+|erm|ehm?|em|just|actually|basically|like,|you know,?|i mean,?|sort of|kind of|o|sef|also|then|well|ok|okay|yeah|even|properly|definitely|anyway|myself|meself|me self)(?=[\s,.]|$),?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,\s*(?:so|because|'cause|cause|otherwise|but|which|no|you know|i mean|if you (?:like|want|don't mind)|mind|though|ma|sir|then|anyway|please|right|okay|yeah|and then we|see if)\b"
    r"|\s+(?:because|'cause|cause|so that|so (?:i|you|we|he|she|they|it)\b|otherwise|if (?:you like|you want|that's|it's possible|you don't mind)|and see\b|but\s+(?:i|it|he|she|we|they)|when (?:we're|i'm) (?:off|done)|once (?:i|it)\b)).*$",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?<=^)(?P<verb>\w+ )(?P<pointer>it|that|this|them|those|these)\b(?!\s+\w+ing\b)",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"\b(?:the|a|an|my|your|our|his|her|their|some|this|that|these|those|one|two|three|four|five|ten)\s+(?:[a-z0-9'’-]+\s+){0,3}?[a-z0-9'’-]{3,}(?:\s+(?:of|for|on|about|from|with)\s+(?:the\s+|my\s+|your\s+)?[a-z0-9'’-]{3,})?",
    re.IGNORECASE,
)
_STARTS_WITH_VERB = re.compile(r"^[a-z]", re.IGNORECASE)


def action(thread: Thread, call: Call) -> str:
    """The thread's deed as an instruction to its owner, without owner and date."""
    promise = max(thread.promises, key=_informative)
    deed = _trim(promise, call)
    deed = _resolve(deed, promise, thread, call)
    speaker = (
        promise.request.speaker if promise.form == "request" and promise.request else thread.owner
    )
    return _third_person(deed, owner=thread.owner, speaker=speaker or thread.owner, call=call)


def _informative(promise: Promise) -> tuple[float, int]:
    words = len(content(promise.deed))
    explicit = 0.5 if promise.form in ("present", "am_doing", "have_to") else 1.0
    return (min(words, 4) * explicit, -promise.sentence.index)


def _trim(promise: Promise, call: Call) -> str:
    """Without its date, fillers and the reasons that follow."""
    deed = promise.deed
    for spoken in reversed(find(deed, today=call.today(promise.owner))):
        if count(spoken.phrase) < count(deed) - 1:
            deed = deed[: spoken.start] + deed[spoken.end :]
    deed = _ASIDE.sub("", deed)
    deed = _FILLER.sub("", deed)
    deed = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", deed))
    deed = re.sub(r"(?:,\s*){2,}", ", ", deed)
    deed = re.sub(
        r"(?:[\s,;.]+|\b(?:and|so|but|or|by|on|at|to you then|from|until|till|before|for the))+$",
        "",
        deed,
    )
    words = deed.split()
    if len(words) > _LIMIT:
        deed = " ".join(words[:_LIMIT])
        deed = deed.rsplit(",", 1)[0] if "," in deed[20:] else deed
    return deed.strip(" ,;.?!")


def _resolve(deed: str, promise: Promise, thread: Thread, call: Call) -> str:
    """Give a bare pronoun the nearest noun phrase said before it, if there is one."""
    pointer = _POINTER.search(deed)
    if not pointer:
        return deed
    rest = deed[pointer.end() :]
    if pointer["pointer"].lower() in ("that", "this") and content(rest):
        return deed  # "do that review": no pronoun
    antecedent = _antecedent(promise, thread, call)
    return f"{pointer['verb']}{antecedent}{rest}" if antecedent else deed


def _antecedent(promise: Promise, thread: Thread, call: Call) -> str | None:
    at = promise.sentence.index
    earlier = [p for p in thread.promises if p.sentence.index < at and content(p.deed)]
    texts = [p.deed for p in reversed(earlier)]
    if promise.request:
        texts.append(promise.request.text)
    texts.append(promise.sentence.text[: promise.start])
    texts += [s.text for s in reversed(call.sentences[max(0, at - 5) : at])]
    for text in texts:
        phrases = [m.group() for m in _NOUN_PHRASE.finditer(text) if content(m.group())]
        if phrases:
            return phrases[-1]
    return None


def _third_person(deed: str, *, owner: str, speaker: str, call: Call) -> str:
    """Rewrite I and you, as `speaker` says them, for a reader who is neither."""
    listener = call.partner(speaker) if call.is_participant(speaker) else owner
    me, you = (_short(speaker), _short(listener))

    def of(name: str) -> str:
        return "their" if name == _short(owner) else f"{name}'s"

    def obj(name: str) -> str:
        return "them" if name == _short(owner) else name

    rules: tuple[tuple[str, str], ...] = (
        (r"\byou(?:'re|’re| are)\b", f"{you} is"),
        (r"\byou(?:'ve|’ve| have)\b", f"{you} has"),
        (r"\byou(?:'ll|’ll| will)\b", f"{you} will"),
        (r"\b(?:i'm|i’m|i am)\b", "they are" if me == _short(owner) else f"{me} is"),
        (r"\b(?:i've|i’ve|i have)\b", "they have" if me == _short(owner) else f"{me} has"),
        (r"\b(?:i'll|i’ll|i will)\b", "they will" if me == _short(owner) else f"{me} will"),
        (r"\b(?:your|yours)\b", of(you)),
        (r"\b(?:yourself|you|ya|yous)\b", obj(you)),
        (r"\b(?:my|mine)\b", of(me)),
        (r"\bme (?=(?:side|planning|diary|girlfriend|mate|mum|dad|own)\b)", of(me) + " "),
        (r"\bme\b", obj(me)),
        (r"\bi\b", "they" if me == _short(owner) else me),
    )
    for pattern, replacement in rules:
        deed = re.sub(pattern, replacement, deed, flags=re.IGNORECASE)
    return deed[:1].upper() + deed[1:]


def _short(name: str) -> str:
    return name.split()[0]


def kind_of(text: str) -> str:
    """What a mentor promises to provide: a contact, a resource, information, or something else."""
    said = plain(text)
    for kind, pattern in _KINDS:
        if re.search(pattern, said):
            return kind
    return "other"


_KINDS = (
    (
        "contact",
        r"\b(?:introduc\w*|connect\b|put (?:\w+ ){1,3}in touch|contact|number|vouch|have a word with|speak (?:to|with)|talk to|nudge|reach out|ring|call|ask)\b(?! you\b)",
    ),
    (
        "resource",
        r"\b(?:template|book|link|article|rubric|sheet|card|list|slides?|deck|doc(?:ument)?|form|example|sample|portfolio|recording|video|notes?|comments|paper|guide|plan|checklist)s?\b",
    ),
    (
        "information",
        r"\b(?:find out|let (?:\w+ )?know|check|look (?:up|into)|tell|answer|work out|explain|message)\b",
    ),
)
