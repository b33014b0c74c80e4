"""Words of one of the two, retold for a reader who is neither: "my draft" is Sam's, or "their"."""

from __future__ import annotations

import re

from coach.reading import Call

# "in me diary": many say me for my; said of one's own deed, me before a noun is that.
_NOUN_NEXT = (
    r"(?!to\b|for\b|about\b|and\b|or\b|in\b|on\b|at\b|if\b|when\b|by\b|until\b|till\b|from\b"
    r"|with\b|early\b|soon\b|just\b|please\b|today\b|tonight\b|tomorrow\b|once\b|because\b"
    r"|[a-z]+day\b|so\b|the\b|an?\b|what\b|your\b"
    r"|my\b|that\b|this\b|some\b|back\b|up\b|down\b|away\b|through\b|first\b|again\b|before\b"
    r"|after\b|over\b|off\b|out\b|know\b|one\b|two\b|three\b|as\b|too\b|then\b|now\b|but\b|who\b"
    r"|which\b|how\b|where\b|why\b|by\b|from\b|with\b|until\b|till\b|today\b|tonight\b"
    r"|tomorrow\b|next\b|every\b|\w+day\b)"
    r"[a-z]"
)
_FIRST = (
    r"i",
    r"i'm|i’m|i am",
    r"i've|i’ve|i have",
    r"i'll|i’ll|i will",
    rf"my|(?<!\blet )me(?=\s{_NOUN_NEXT})",
    r"me|myself",
)
_SECOND = (
    r"(?<=\bwhat )you|(?<=\bhow )you|(?<=\bwhere )you|(?<=\bif )you|(?<=\bwhether )you"
    r"|(?<=\bwhen )you|(?<=\bonce )you|(?<=\buntil )you|(?<=\bwhile )you|(?<=\btime )you"
    r"|(?<=\boften )you|(?<=\bmuch )you|(?<=\bbefore )you(?= [a-z])|(?<=\bafter )you(?= [a-z])",
    r"you're|you’re|you are",
    r"you've|you’ve|you have",
    r"you'll|you’ll|you will",
    r"your|yours|yer",
    r"yourself|you|ya|yous|y'all",
)
_THANKS = re.compile(r"\bthank you\b", re.IGNORECASE)
"""A noun, and not the partner."""
_PERFECT = r"(?! (?:got|been|had|sent|said|\w+ed)\b)"
_WRITTEN = (
    (rf"\b([Hh]e|[Ss]he|[Ii]t|[Tt]hat|[Ww]hat|[Ww]ho|[Tt]here)['’]s\b{_PERFECT}", r"\1 is"),
    (rf"\b([Hh]e|[Ss]he|[Ii]t|[Tt]hey)['’]d\b(?! better){_PERFECT}", r"\1 would"),
    (r"\b([Tt]hey)['’]re\b", r"\1 are"),
    (r"(?<=[a-z])['’]ll\b", " will"),
    (r"(?<!\w)['’]em\b", "them"),
)
"""Contraction and its words, where it has only these: "he's got" has, and stays."""
_KEPT = "\x01"
_PAIR = re.compile(
    r"(?P<what>\w\W+\w.*?(?<!\bthe)|\w,) (?:(?:the )?(?:two|pair) of us|you and (?:me|i)|me and you"
    r"|both of us)(?=$|,)",
    re.IGNORECASE,
)
"""“An hour with it, the pair of us”: they do it together; but in “book the pair of us” they are
what is booked."""
_BOTH = re.compile(
    r"\b(?:(two|both|all|each|three) of|(?:the )?(pair) of) (?:you|us|y'all|ye)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:(?P<subject>\b(?:what|whatever|which|who|how|when|where|if|whether|that|once|before"
    r"|after|do"
    r"|did|can|will|would) )|\b)(?:you|us)"
    r" (?P<how>(?:both|all)(?! (?:the|my|your|our|of|this|that|these|those)\b)|guys|lot|folks"
    r"|two(?! (?!with|for|if|when|once|and|together|in|up|on|about|over|at|by|through)\w))\b",
    re.IGNORECASE,
)
"""More than the one who listens."""
_TO_ME = re.compile(
    r"\b(?P<verb>send|give|drop|text|tell|show|ring|let|email|message|call|write|do|make) us\b",
    re.IGNORECASE,
)
"""“Send us a text”, asked by one person."""
_MINE_TO_YOU = re.compile(r"(\byous?\b[^,.;]{0,30}?\b)mine\b", re.IGNORECASE)
_MY_AFTER_YOU = re.compile(
    r"(\b(?:connect|link|put|introduce|acquaint|tell)\b[^,.;]*?\byou\b[^,.;]*?)"
    r"\bmy\b(?= [a-z])",
    re.IGNORECASE,
)
"""“Put you in touch with my old boss”: hers, and not that of the one who stands before it."""
_ANY_OF_US = re.compile(r"\b(?:our|us|we)", re.IGNORECASE)
_WE = tuple(
    (re.compile(rf"\b{said}\b", re.IGNORECASE), word)
    for said, word in (
        (r"our(?= (?:next |last |first )?(?:call|meeting|session|talk|agenda|doc|chat)\b)", "the"),
        (r"our", "their"),
        (r"ours", "theirs"),
        (r"ourselves", "themselves"),
        (r"us", "them"),
        (r"we", "they"),
    )
)


def retell(speaker: str | None, words: str, owner: str, call: Call) -> str:
    """Rewrite I and you, as `speaker` says them, in a deed of `owner`."""
    speaker = speaker or owner
    listener = call.partner(speaker) if call.is_participant(speaker) else owner
    first = _FIRST if speaker == owner else (*_FIRST[:4], "my", "me|myself")
    words = _PAIR.sub(lambda pair: f"{pair['what'].rstrip(',')} together", words)
    words = _BOTH.sub(_of_them, _SEVERAL.sub(_them_all, _THANKS.sub(_KEPT, words)))
    if speaker != owner:
        words = _TO_ME.sub(r"\g<verb> me", words)
    if speaker == owner:  # "I'll pass you mine": "their own" would be the other one's
        words = _MINE_TO_YOU.sub(lambda said: f"{said[1]}{owner.split()[0]}'s own", words)
        words = _MY_AFTER_YOU.sub(lambda said: f"{said[1]}{owner.split()[0]}'s", words)
    for pattern, word in (*_pronouns(speaker, owner, first), *_pronouns(listener, owner, _SECOND)):
        words = re.sub(pattern, word, words, flags=re.IGNORECASE)
    for said, word in _WE if _ANY_OF_US.search(words) else ():
        words = said.sub(word, words)
    given = (listener if speaker == owner else speaker).split()[0]
    return written_out(agreeing(given, words).replace(_KEPT, "thank-you"))


def _of_them(several: re.Match[str]) -> str:
    return "both of them" if several[2] else f"{several[1]} of them"


def _them_all(several: re.Match[str]) -> str:
    how = several["how"].lower()
    if several["subject"]:
        return f"{several['subject']}they"
    return {"both": "them both", "two": "them both", "all": "them all"}.get(how, "them")


def agreeing(name: str, words: str) -> str:
    """The same words, the verb after the name as it is after one person.

    >>> agreeing("Ada", "text her when Ada get up")
    'text her when Ada gets up'
    """

    if name not in words:
        return words

    def third(clause: re.Match[str]) -> str:
        verb = clause["verb"]
        said = _THIRD.get(verb.lower()) or (
            verb
            if _AGREES.fullmatch(verb)
            else f"{verb}es"
            if verb.endswith(_HISSING)
            else f"{verb}s"
        )
        return f"{clause['opens']} {said}"

    return re.sub(
        rf"(?P<opens>\b(?:{_OPENS}) {re.escape(name)}) (?P<verb>[a-z]+(?:n['’]t)?)\b", third, words
    )


_OPENS = "when|before|after|once|until|till|if|whether|how|what|where|while|which|who|as soon as"
_THIRD = {"have": "has", "do": "does", "are": "is", "go": "goes", "don't": "doesn't"} | {
    "haven't": "hasn't",
    "aren't": "isn't",
    "were": "was",
}
_AGREES = re.compile(
    r"(?:is|has|was|had|did|does|will|would|can|could|should|shall|may|might|must|[a-z]+n['’]t"
    r"|got|went|came|said|told|gave|made|took|wrote|sent|thought|felt|found|kept|left|met|put|saw"
    r"|spoke|knew|and|or|to|in|at|on|for|with|about|from|by|[a-z]+ed|[a-z]+ly|just|also|still|never"
    r"|always|ever|[a-z]+s)"
)
"""What stays after a name: a past, a modal, a verb that has its ending, no verb at all."""
_HISSING = ("ss", "sh", "ch", "x", "z", "o")


def written_out(words: str) -> str:
    """Contractions as one writes them.

    >>> written_out("see if she'd come when he's back, what's she got, tell 'em")
    'see if she would come when he is back, what is she got, tell them'
    """
    for contracted, whole in _WRITTEN:
        words = re.sub(contracted, whole, words)
    return words


def _pronouns(
    name: str, owner: str, forms: tuple[str, str, str, str, str, str]
) -> list[tuple[str, str]]:
    """Pattern and replacement for each pronoun form of `name`; long forms before short ones."""
    given = name.split()[0].replace("\\", "\\\\")  # it is put in, and refers to nothing
    own = name == owner
    alone, am, have, will, of, them = forms
    pairs = [
        (rf"(?:{alone}) was" if alone else "", "they were" if own else f"{given} was"),
        (am, "they are" if own else f"{given} is"),
        (have, "they have" if own else f"{given} has"),
        (will, "they will" if own else f"{given} will"),
        (r"mine" if alone == "i" else "", "their own" if own else f"{given}'s"),
        (of, "their" if own else f"{given}'s"),
        (alone, "they" if own else given),
        (them, "them" if own else given),
    ]
    return [(rf"\b(?:{form})\b", word) for form, word in pairs if form]


_A_WORD = re.compile(
    r"(?:(?:the|a|my|that) )?(?:(?:short|quick|long) )?(?:(?P<ring>(?:phone )?call) (?:to|with)"
    r"|(?:talk|chat|word|conversation) (?:to|with)) (?P<whom>[\w'’ -]+)",
    re.IGNORECASE,
)


def handed_over(label: str) -> str:
    """What a label names as a deed: a word to somebody is spoken, a thing to somebody is sent.

    >>> handed_over("the call to Ann"), handed_over("Half a page to Russ"), handed_over("Letter")
    ('call Ann', 'send half a page to Russ', 'Letter')
    """
    if word := _A_WORD.fullmatch(label):
        return f"{'call' if word['ring'] else 'talk to'} {word['whom']}"
    named = re.search(r"\sto [A-Z]", label)
    return f"send {label[:1].lower()}{label[1:]}" if named else label
