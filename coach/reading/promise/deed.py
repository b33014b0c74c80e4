"""The deed of a promise as an instruction, in the words it was promised with.

"I'm posting the sheet tomorrow, so you know" -> "post the sheet". The date stands beside the action
and goes, and so do hesitation, hedges, reasons and remarks; what is promised by its result, "it'll
be with you", becomes what brings it about.
"""

from __future__ import annotations

import re
from datetime import date

from coach.cues import plain
from coach.dates import find
from coach.reading.doing import is_past, present_of
from coach.reading.promise import RESULTS, Promise
from coach.reading.promise.results import brought_about
from coach.reading.promise.smoothing import TOLD, VERBS_OWN, smoothed
from coach.reading.words import content, count

LONGEST = 20
"""Words of a deed; what stands after that is detail."""

_FILLER = re.compile(
    r"(?:^|(?<=\s))(?:um+|uh+|er+|erm|ehm?|em|hm+|just|actually|basically|like,|(?<!let )you know,?"
    r"|i mean,?|"
    r"sort of|kind of|o|sef|po|also|too|as well|then|(?:^|(?<=,\s))well|ok|okay|yeah|yes|even"
    r"|properly"
    r"|definitely|anyway|myself|let's (?:see|say),?|let me (?:see|think)(?=[,.]|$)|for sure|promise"
    r"|still|inshallah|god willing|meself|masel|mysel|probably|only(?=\W*$|,)|quickly|quick"
    r"|simply|maybe|perhaps|again and|please)(?=[\s,.]|$),?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:,\s*(?:so|because|'cause|otherwise|but|which|no|oh|yes|you know|i mean|mind|though|ma|sir|"
    r"then|anyway|please|right|okay|yeah|if you (?:like|want|don't mind)|by the way)\b"
    r"|,\s*(?:i|i'm|i've|i'll|he|he's|she|she's|it|it's|it'll|they|they've|we|we're|there|there's"
    r"|that|that's|you|you've|you'll)\s"
    r"|,\s*and\s(?:all\b|(?:i|i'm|i've|i'll|i'd|we|he|she|it|they|you)\s)"
    r"|\sand (?:i|we|you|he|she|they)(?:'|’|\s(?:will|can|could|would)\b)"
    r"|\s(?:because|'cause|cause|so that|otherwise|if you like|if you want|if (?:that|it)(?:'s"
    r"|'d be| is| would be)? "
    r"(?:(?:would |might )?helps?|(?:of )?any (?:help|use|good)|useful|helpful|of use)"
    r"|if it's possible|in case"
    r"|soon as|as soon as|the (?:second|minute|moment)(?= (?:i|we|you|he|she|it|they)\b)|the way)\b"
    r"|\sso (?:i|you|we|he|she|they|it|there)\b|\sbut (?:i|it|he|she|we|they|not)\b"
    r"|\swhen (?:we're|i'm) (?:off|done|back|home|finished)\b"
    r"|\sonce (?:i|it|i've|you|he|she|they|it's)\b"
    r"|\sas (?:i|we|you|usual)\b|\sand all\b|\s(?:and )?(?:not|no) (?:to |just )?be a\b"
    r"|\slike (?:an?|some|my|the)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where the deed ends: at its reason, its moment, a remark or a simile."""
_IF = re.compile(r"\s(?:if|unless)\s.*$", re.DOTALL)
_ASKS = re.compile(r"\b(?:ask|see|check|know|find out|wonder|tell)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:if|whether|how|what|where|who|which)\b", re.IGNORECASE)
"""What is asked, after a pause: "ask him then, if I may wake him"."""
_NOW = re.compile(
    r"\s(?:right )?(?:now|today|tonight|tomorrow|straight away|right away|right after (?:this"
    r"|that)|first)$",
    re.I,
)
_NO_DAY = re.compile(r"\b(?:it|i|he|she|they|we|you|this|that)$")
"""“Before it” opens a clause."""
_OFF = re.compile(r"\s+off\b")
"""“Take Friday afternoon off”: the day is what is taken."""
_NOT_A_DAY = re.compile(r"\bsame\b", re.IGNORECASE)
"""“The same evening” is told by what it follows, not by a date beside the action."""
_GOES_ON = re.compile(
    r":|\s(?:that|whether|how|what|which|about|with|for|to|from|into"
    r"|and (?!(?:i|we|you|he|she|it|they|all)\b))\b",
    re.IGNORECASE,
)
"""What a date in the middle parts from its verb: "tell Ada on Monday that it's hers"."""
_HANGING = re.compile(
    r"(?:[\s,;:.]+|\b(?:right (?:after|before)|and|so|but|or|by|on|at|from|until|(?<!the )till"
    r"|before"
    r"|after|for the|for|the|a|an|to|yes|yeah|then|first|as|that|my|your|when|each|every|is"
    r"|(?:before|after|until|till|when|once|as|if|because) (?:i|he|she|we|they)))+$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:thanks?|easy|done|promise|fine|good|great|nice|hopefully|obviously|honestly|ideally|sure"
    r"|whatever|god|lord|ha|sorry|though|anyway|apparently|i|he|she|it|they|we|you|not|thick"
    r"|if|when|once|as|or (?:something|whatever|so)|and (?:stuff|things|everything|so on|all))\b",
    re.IGNORECASE,
)
"""How a remark on the deed opens, that is no part of it."""
_FINITE = re.compile(
    r"\b(?:i|he|she|we|they|who)(?:'\w+)?\s\w+"
    r"|\b(?:it|that|this|you|there)(?:'(?:s|ll|d|re|ve)| (?:is|was|will|can|could|would|has|had"
    r"|are))\b"
    r"|\b(?:is|are|was|were|isn't|won't|don't|will)\b"
)
_INVERTED = re.compile(
    r"\b(?P<asks>see|ask(?: (?:him|her|them|[A-Z]\w+))?|find out|check) (?P<may>would|will|could"
    r"|can|is|has|are|have) (?P<who>he|she|they|it|you|i|I)\b"
)
"""“See can she come”: some ask so within a sentence."""
_TO_SEE = re.compile(
    r"(?:and )?(?P<verb>see|ask(?: (?:him|her|them))?|find out|check) (?:if|whether)\b",
    re.IGNORECASE,
)
"""What one means to learn by it: "give Pete a call, see if he'd let you in"."""
_SUBORDINATE = re.compile(
    r"\b(?:how|what|where|when|who|which|whether|if|before|after|until|till|that)\b.*$", re.DOTALL
)
"""A clause that belongs to the deed: what is asked, and before what."""
_AND_TELL = re.compile(r"^and (?:then )?(?:tell|show|remind|warn|assure) \w+\b.*$", re.DOTALL)
"""“And tell Marcus the other isn't happening”: what is told, in a clause of its own."""
_PERFECT = {
    "read": "read",
    "done": "do",
    "finished": "finish",
    "sent": "send",
    "written": "write",
    "made": "make",
    "got": "get",
    "spoken": "speak",
    "told": "tell",
}
_LEAD_IN = re.compile(
    r"^(?:(?:(?:have|need|want|try|like|aim|plan|got|remember|hope|keep meaning|mean) to"
    r"|keep meaning|(?:go|come|try|sit down) and"
    r"|go ahead and|be able to|make sure (?:that )?(?:i|to)|get to|start to|be sure to"
    r"|be sat|go off and)(?:\s+(?=[a-z]{2,}\s)|$))+",
    re.IGNORECASE,
)
"""Verbs that only lead in to the one that is meant."""


def instruction(promise: Promise, today: date) -> str:
    """The words after the form as an instruction, without date, fillers and reasons."""
    deed = f"{_only(promise)}{_as_deed(promise)}"
    if promise.form != "request":
        deed = _AND_I.sub(r"\g<before> and \g<verb>", deed)
    return trimmed(deed, today)


def _only(promise: Promise) -> str:
    """ "I'll only take it if they pay double": the word that decides stays with its verb."""
    said = plain(promise.sentence.text[: promise.begins])
    decides = promise.form in ("will", "will_elided") and _ONLY.search(said)
    return "only " if decides else ""


_ONLY = re.compile(r"\bonly\s$")


def trimmed(deed: str, today: date) -> str:
    """A verb phrase without its date and what follows it; the speaker's own words else."""
    deed = _INVERTED.sub(r"\g<asks> whether \g<who> \g<may>", _RUN_ON.sub(r"\g<deed>", deed))
    days = find(deed, today=today)
    for spoken in reversed(days):
        told_of = spoken is not days[0] and TOLD.search(deed[days[0].end : spoken.start])
        if _NOT_A_DAY.search(spoken.phrase) or told_of or _OFF.match(deed, spoken.end):
            continue
        if count(spoken.phrase) < count(deed) and not _NO_DAY.search(plain(spoken.phrase)):
            particle = _PARTICLE.match(spoken.phrase)
            start = spoken.start + (particle.end() if particle else 0)
            before, after = _how_long(deed[:start], spoken.phrase), deed[spoken.end :]
            deed = before + ("" if before and _GOES_ON.match(after) else ", ") + after
    deed = smoothed(deed)
    deed = re.split(r"(?<=[a-z])(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)[.!?]\s", deed)[0]
    deed = _FILLER.sub(_comma_left, _REASON.sub("", deed))
    if not _ASKS.search(deed):
        deed = _IF.sub("", deed)
    deed = re.sub(r"\s{2,}", " ", deed)
    deed = re.sub(r"\s+(?=[,.:])", "", deed)
    deed = _LEAD_IN.sub("", _segments(deed).strip(" ,;.?!"))
    if re.match(r"be [a-z]+ing\b", deed, re.IGNORECASE):
        deed = infinitive(deed[3:])
    deed = _NOW.sub("", deed)
    return _unhung(" ".join(deed.split()[:LONGEST])).strip(" ,;.?!-")


def _how_long(before: str, phrase: str) -> str:
    """ "Send it well before the first": how long before is no part of the deed."""
    near = re.match(r"(?:before|after)\b", phrase, re.IGNORECASE)
    return re.sub(r"\s(?:well|long|just|shortly)\s*$", " ", before) if near else before


_AND_I = re.compile(
    r"(?P<before>\w),? and (?:then )?(?:i|we)(?:(?:['’]ll| will)"
    r" (?!be\b|see\b|have\b|not\b)| (?<!you and i )(?!(?:be|am|was|were|have|had|do"
    r"|did|can|could|would|should|must|might|may|will|shall|don['’]t|can['’]t|won['’]t|know"
    r"|knew|think|thought|guess|feel|felt|want|need|like|love|hate|hope|mean|meant|believe"
    r"|remember|understand|see|saw|hear|heard"
    r"|wish|wonder|suppose|reckon|agree|prefer|said|say|swear|promise|went|came|took|made|gave|got"
    r"|never|always|usually|just|really|still|also|only|already|even|both|all|\w+ed|\w+ly)\b))"
    r"(?P<verb>[a-z]+)\b(?!['’])",
    re.IGNORECASE,
)
"""“I'll ring Ann and we'll draft it”, “and I draft it then”: one breath, two deeds."""
_RUN_ON = re.compile(
    r"(?<!\w)(?P<deed>(?!(?:\w+ )?(?:tell|show|ask|let|remind|say|warn|promise|assure)\b)[a-z]+"
    r"(?: [a-z]+)? (?:it|him|her|them|you)) (?:i|it|that|he|she|we|they|there)['’](?:m|s|re)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""“Nudge her I'm there on Monday”: where nobody wrote the full stop."""
_PARTICLE = re.compile(r"in(?= (?:today|tonight|tomorrow)\b)", re.IGNORECASE)
"""“Hand it in tomorrow”: the verb's, and not the day's."""
_VERB_THAT = re.compile(
    r"(?!(?:so|but|and|before|after)\b)[a-z]+(?: (?:up|out|in|off|you|him|her|them|me|us))? that$",
    re.I,
)
"""“Fix that”, “get you that”: the thing, and not the opening of a clause."""


def _unhung(deed: str) -> str:
    """Without the words at its end that led on to something else."""
    ends = _VERB_THAT.match(deed) or _WHAT_IT_IS.search(deed) or VERBS_OWN.search(deed)
    return deed if ends else _HANGING.sub("", deed)


_WHAT_IT_IS = re.compile(r"\b(?:what|how|where|who|which)\b[^,]* (?:is|are)[.?!]*$", re.IGNORECASE)
"""“See what it really is”: the clause ends so."""


def _comma_left(filler: re.Match[str]) -> str:
    """ "Ask her then, see if he can": what the comma parts stays parted."""
    return "," if filler.start() and filler.group().endswith(",") else ""


def _segments(deed: str) -> str:
    """The first stretch between commas, and those after it that go on with it."""
    first, *rest = [part.strip() for part in re.split(r"\s*[,;]\s*|\s[–—-]\s", deed)]
    kept = [_unhung(first)]
    for part in rest:
        if not part:
            continue
        if _ASKS.match(kept[-1]) and _ASKED.match(part):
            kept.append(part)
            continue
        if _TO_SEE.match(part):
            kept.append(_TO_SEE.sub(r"and \g<verb> whether", part, count=1))
            continue
        own = _SUBORDINATE.sub("", _AND_TELL.sub("", plain(part)))
        if (
            (count(part) < 2 and not content(part))
            or _REMARK.match(part)
            or _FINITE.search(own)
            or count(part) > 14
        ):
            break
        kept.append(part)
    if not kept[0] and len(kept) > 1:
        kept = kept[1:]
    joined = kept[0]
    for part in kept[1:]:
        close = re.match(
            r"(?:in|on|at|to|with|for|from|about|into|and|that|if|whether)\b", part, re.IGNORECASE
        )
        joined += (" " if close else ", ") + part
    return joined


def _as_deed(promise: Promise) -> str:
    """What will be there is to be brought there; what one is doing is to be done."""
    deed = _with_front(promise)
    if promise.form in (*RESULTS, "want_it_done"):
        return brought_about(promise, deed)
    if promise.form in ("am_doing", "will_not"):
        doing = re.match(r"[a-z]+", deed, re.IGNORECASE)
        deed = infinitive(doing.group()) + deed[doing.end() :] if doing else deed
    first, _, rest = deed.partition(" ")
    done, _, what = rest.partition(" ")
    if first.lower() == "have" and done.lower() in _PERFECT:
        deed = f"{_PERFECT[done.lower()]} {what}"
    return f"not {deed}" if promise.form == "will_not" else deed


def _with_front(promise: Promise) -> str:
    """The deed with what it is done to put back after its verb: "the list I'll make tonight"."""
    put_first = _FRONT.search(promise.sentence.text[: promise.begins])
    verb = _NO_OBJECT.match(promise.deed)
    if put_first is None or verb is None or re.search(r"\bones?$", put_first["what"]):
        return promise.deed
    return f"{verb.group()} {put_first['what'].lower()}{promise.deed[verb.end() :]}"


_FRONT = re.compile(
    r"(?:^|[,;:]\s|\b(?:so|and|but|then|okay|well|now)\s)(?P<what>(?:the|my|our|your|that|those"
    r"|these|this|all (?:the|my)) (?:(?!(?:is|are|was|time|day|week|morning|minute|moment|second"
    r"|way|next|last)\b)[\w'’-]+ ?){1,4}?),?\si(?:['’]ll|['’]m (?:going to|gonna)| will| can)?"
    r"\s?(?:just |also |then )?$",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(
    r"(?:send|make|put|write|do|finish|read|bring|post|e-?mail|fill|share|sign|book|check|draft"
    r"|prepare|get|take|print|copy|record)(?: (?:up|out|in))?"
    r"(?=\W*$|\s(?:by|on|before|after|tomorrow|tonight|today|this|next|first|to|over|across|in|from"
    r"|at|when|once)\b)",
    re.IGNORECASE,
)


_PAST_VERB = re.compile(r"(?:^|(?<=\band ))[a-z]+\b", re.IGNORECASE)


def as_meant(deed: str) -> str:
    """ "Would it help if I sent you the page": a past that is yet to come, as an instruction.

    >>> as_meant("sent you the page and asked Orla"), as_meant("shared it"), as_meant("ring her")
    ('send you the page and ask Orla', 'share it', 'ring her')
    """
    return _PAST_VERB.sub(lambda verb: _in_present(verb.group()), deed)


def _in_present(verb: str) -> str:
    if (present := present_of(verb)) != verb or not is_past(verb):
        return present
    stem = verb[:-2] if not verb.endswith("ied") else f"{verb[:-3]}y"
    return infinitive(f"{stem}ing")


def infinitive(deed: str) -> str:
    """`posting the sheet` -> `post the sheet`; English spells it back in three ways.

    >>> [infinitive(verb) for verb in ("writing it", "getting it", "calling her", "bring it")]
    ['write it', 'get it', 'call her', 'bring it']
    >>> [infinitive(verb) for verb in ("continuing", "lying down", "studying it")]
    ['continue', 'lie down', 'study it']
    """
    verb, space, rest = deed.partition(" ")
    if not verb.lower().endswith("ing") or len(verb) < 5:
        return deed
    bare = verb[:-3]
    if not re.search(r"[aeiouy]", bare, re.IGNORECASE):
        return deed
    if bare in ("ly", "ty", "unty"):
        return f"{bare[:-1]}ie{space}{rest}"
    if bare.endswith(("ing", "ang")) and not bare.endswith(("chang", "rang")):
        pass
    elif re.search(r"(?:canc|trav|lab|mod|lev)ell$|(?:contr|patr)oll$", bare) or (
        len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "lsz"
    ):
        bare = bare[:-1]
    elif re.search(
        r"(?:[^o]u|[aeiou][cgkv]|[^aeiou][cgv]|at|it|ar|ur|os|us|iz|in|com|mak|tak|id|as|oos|id"
        r"|ud|ik)$",
        bare,
    ) and not re.search(
        r"(?:wait|eat|start|visit|meet|begin|train|explain|join|repeat|treat|edit|book|look|cook"
        r"|speak|check|sit|fit|chat|explain|sign|go|limit|submit|bid|avoid)$",
        bare,
    ):
        bare += "e"
    return f"{bare}{space}{rest}"
