"""A promise in words that stand alone: "I'll send that over tonight" -> "Send the template".

The owner and the date stand beside the action, so both go; "you" becomes the partner's name, "my"
becomes "their", and what points back ("it", "her", "do that") takes the words it points to where
the talk before makes that safe.

    referring, salience    what "it" and "her" and "do that" point back to
    completing, repaired   what a bare deed lacks; another thing put in its place
    plain_verbs            the plain verb for a breezy one; retelling    whose words they were
"""

from __future__ import annotations

import re
from dataclasses import replace

from coach.cues import plain
from coach.reading import Call
from coach.reading.candidates.requests import asked_for
from coach.reading.nouns import things
from coach.reading.people import in_full
from coach.reading.promise import Promise
from coach.reading.promise.deed import LONGEST, instruction, trimmed
from coach.reading.promise.forms import CONDITIONAL
from coach.reading.promise.thread import CARRIES, NEAR, Thread
from coach.reading.wording.completing import (
    as_specified,
    first_told,
    fragment_after,
    in_their_words,
    measured,
    with_what_to_say,
)
from coach.reading.wording.plain_verbs import end_weighted, in_plain_verbs, to_whom
from coach.reading.wording.referring import (
    deed_of_label,
    deed_pointed_at,
    with_referents,
    word_with,
)
from coach.reading.wording.repaired import repaired, standing_of
from coach.reading.wording.retelling import agreeing, handed_over, retell
from coach.reading.wording.salience import fullest
from coach.reading.words import content, count

__all__ = ["action", "kind_of"]

_POINTER = re.compile(r"it|that|this|them", re.IGNORECASE)


def action(thread: Thread, call: Call) -> str:
    """The thread's deed as an instruction to its owner, without owner and date."""
    head, *others = sorted(standing_of(thread, call), key=lambda said: _tells(said, call))
    wording = repaired(_worded(head, thread, call), thread, call)
    for promise in others:
        if both := _with_another(wording, head, promise, thread, call):
            wording = both
            break
    if _POINTER.fullmatch(wording):
        wording = f"do {wording}"
    lacks = not content(wording) or (
        head.form != "read_back" and _LACKS.fullmatch(wording) is not None
    )
    condition = _condition(head, thread, call) if thread.conditional else ""
    pair = [person.name.split()[0] for person in call.relationship.people]
    told = content(condition) - content(" ".join(pair))  # their names tell nothing of it
    if condition and not (told and told <= content(wording)):
        wording = f"{wording} {condition}"
    wording = in_full(with_what_to_say(wording, thread, call), call)
    wording = end_weighted(to_whom(_spelled_out(wording, thread, call), pair))
    wording = _with_theirs(wording, thread.owner, call.partner(thread.owner))
    wording = _STUTTER.sub(r"\1", _THEIRS_TO_THEM.sub(r"\1 the ", wording))
    if "“" not in wording:
        wording += _in_brackets(wording, head, lacks, thread, call)
    return wording[:1].upper() + wording[1:]


def _with_theirs(wording: str, owner: str, partner: str) -> str:
    """ "Ada's old boss" is "their old boss" in Ada's deed, unless it names another one first."""
    own, other = (re.escape(name.split()[0]) for name in (owner, partner))  # any sign may be in it
    return re.sub(
        rf"(?P<before>^.*?)(?<!\w){own}['’]s (?=(?!own\b)[a-z])",
        lambda said: (
            said.group()
            if re.search(rf"(?<!\w){other}(?!\w)", said["before"])
            else f"{said['before']}their "
        ),
        wording,
    )


_LACKS = re.compile(
    r"[\w-]+|[\w-]+(?: (?:up|out|in|off|over))? (?:it|that|this|one|there)", re.IGNORECASE
)
"""A deed without its thing: "Ring", "Read it", "Go there"."""
_THEIRS_TO_THEM = re.compile(r"\b([A-Z]\w+) \1['’]s (?=[a-zA-Z])")
"""“Send Ada Ada's form”."""
_STUTTER = re.compile(r"\b(\w+) \1\b")


def _in_brackets(wording: str, head: Promise, lacks: bool, thread: Thread, call: Call) -> str:
    """What else is said of it: its name and how much; or the words that it was first told in."""
    said = (_as_listed(wording, thread, call), measured(wording, thread, call))
    if any(said):
        return f" ({', '.join(dict.fromkeys(filter(None, said)))})"
    if head.form == "read_back" and count(wording) <= count(head.deed):
        return first_told(thread, head)
    return in_their_words(head, call) if lacks else ""


def _as_listed(wording: str, thread: Thread, call: Call) -> str:
    """What the closing list calls it, where the wording says nothing of that.

    Only what was spoken of beside the promise: a label may have met it by its day alone.
    """
    lacking = content(thread.label) - content(wording)
    if not lacking or _NO_LABEL.search(thread.label):
        return ""
    if any(thread.label == mention.name for mention in call.named[0]):
        return ""
    if not content(thread.label) & (thread.subject | _beside(thread, call)):
        return ""
    told = retell(thread.owner, thread.label, thread.owner, call)
    first = told.partition(" ")[0]
    said = any(first.lower() in sentence.text.split() for sentence in call.sentences)
    return told[:1].lower() + told[1:] if said else told


_NO_LABEL = re.compile(
    r"^(?:in|to|at|on|for|with|from|by)\b|^['’]s\b|\b(?:mine|yours)\b|\b(?:my|your|the|an?)$|\[",
    re.IGNORECASE,
)
"""A place or a receiver, a piece of a name, and a label of which a part is withheld."""


def _beside(thread: Thread, call: Call) -> frozenset[str]:
    """The content words of the talk around its promises."""
    near = (
        said
        for promise in thread.promises
        for said in call.sentences[max(0, promise.sentence.index - AROUND) :][: AROUND + FURTHER]
    )
    return frozenset().union(*(said.content for said in near))


AROUND, FURTHER = 10, 4
"""Sentences before and after a promise, in which its thing is spoken of."""


def _spelled_out(wording: str, thread: Thread, call: Call) -> str:
    """Things by the fullest words that the two have for them: "the sheet", "the label sheet"."""
    for thing in reversed(things(wording)):
        named = fullest(thing, thread, call)
        if named is None or content(named.thing.words) - content(thing.words) <= content(wording):
            continue
        told = retell(named.speaker, named.thing.definite, thread.owner, call)
        wording = wording[: thing.start] + told + wording[thing.start + len(thing.words) :]
    return wording


def _as_asked(words: str, promise: Promise, thread: Thread, call: Call) -> str | None:
    """The request's own words, where the answer only takes them up."""
    asked = asked_for(promise.request) if promise.request else None
    if asked is None or promise.request is None or promise.form == "request":
        return None
    wish = trimmed(asked, call.today(thread.owner))
    same = wish.partition(" ")[0].lower() == words.partition(" ")[0].lower()
    says_more = len(content(wish)) > len(content(words)) or (
        content(words) <= content(wish) and count(wish) > count(words) + 1
    )
    if (words and not same) or not says_more:
        return None
    return with_referents(wish, replace(promise, form="request", deed=asked), thread, call)


def _condition(promise: Promise, thread: Thread, call: Call) -> str:
    """What it waits for, which is part of what was promised: "if the landlord agrees"."""
    text = promise.sentence.text
    said = plain(text)
    for cue in CONDITIONAL:
        match = cue.regex.search(said, promise.start)
        if match is None or _ASKS.search(said[: match.start()]):
            continue
        end = promise.begins if match.start() < promise.begins else len(text)
        clause = _SUBJECT.sub("", re.split(r"[,;.]", text[match.start() : end].lstrip(" ,;."))[0])
        if cue.name == "do_and":
            clause = _once_done(clause, call.partner(promise.sentence.speaker or thread.owner))
        if 3 < count(clause) <= 12 or _IF_HE_DOES.fullmatch(clause.strip()):
            clause = clause.strip()
            clause = clause[:1].lower() + clause[1:]
            return retell(promise.sentence.speaker, clause, thread.owner, call)
    return ""


def _once_done(asked: str, by: str) -> str:
    """ "Just drop it in my box and I'll read it": "once Ada drops it in my box"."""
    deed = re.sub(r"^(?:(?:just|so|but|then|and|or|you)\s)+", "", asked, flags=re.IGNORECASE)
    deed = re.split(r",? and\b|\s(?:when|once|if|until|by|on|this|next|first)\b", deed)[0]
    deed = re.sub(r"\b(it|them) me$", r"\1 to me", deed)
    return agreeing(by.split()[0], f"once {by.split()[0]} {deed[:1].lower()}{deed[1:]}")


_IF_HE_DOES = re.compile(
    r"(?:if|when|once|unless) (?:he|she|they|you|it)(?:['’](?:s|re)| is| are)?"
    r" (?!do|is|are|will|can|did|has|would|could)[a-z]+",
    re.IGNORECASE,
)
"""“Only step in if he asks”: three words, and they decide."""
_SUBJECT = re.compile(
    r"[\s,]*(?:\bthen\s)?\b(?:i|we)(?:['’](?:ll|m|d))?"
    r"(?:\s(?:will|would|can|could|am going to))?\s*$",
    re.IGNORECASE,
)
"""The opening of what follows the condition."""
_ASKS = re.compile(r"\b(?:ask|see|check|know|find out|wonder)(?: \w+){0,2}\W*$")


def _worded(promise: Promise, thread: Thread, call: Call) -> str:
    """One promise as an instruction in plain verbs, with what it points to."""
    words = instruction(promise, call.today(thread.owner))
    if promise.form == "read_back":
        told = (
            deed_of_label(words, promise, thread, call)
            or word_with(words, promise, call)
            or handed_over(retell(thread.owner, words, thread.owner, call))
        )
    else:
        told = (
            _as_asked(words, promise, thread, call)
            or deed_pointed_at(promise, thread, call, words)
            or with_referents(
                as_specified(words, promise, call) + fragment_after(promise, call),
                promise,
                thread,
                call,
            )
        )
    return in_plain_verbs(told)


def _tells(promise: Promise, call: Call) -> tuple[float, int]:
    """The clause that says most comes first; a habit's form says less than a promise's."""
    words = instruction(promise, call.today(promise.owner))
    explicit = 0.7 if promise.form in _IMPLICIT else 1.0
    sure = 0.5 if promise.weight < CARRIES else 1.0
    bare = bool(_BARE.match(words)) and len(content(words)) < 2
    prepares = words.partition(" ")[0] in _PREPARING
    says = min(len(content(words)), 5) + min(promise.weight, 4.0) * WEIGHS
    return (bare + prepares - says * explicit * sure, promise.sentence.index)


WEIGHS = 0.25
"""What a unit of a promise's weight is worth in content words."""
_IMPLICIT = ("present", "am_doing", "have_to", "want_to", "we_will", "could", "can")
_BARE = re.compile(r"^\w+ (?:it|that|them|him|her|one|this)\b", re.IGNORECASE)


def _with_another(
    wording: str, head: Promise, other: Promise, thread: Thread, call: Call
) -> str | None:
    """Two deeds of one promise in the order they were said: "write it up and send it to Ada"."""
    distance = other.sentence.index - head.sentence.index
    if abs(distance) > NEAR or other.form == "read_back":
        return None
    specified = distance < 0 and _is_specified(other, call)
    if other.weight < CARRIES and not specified:
        return None
    if (distance, other.start) < (0, head.start):
        first, then = _worded(other, thread, call), _retold(head, thread, call)
    else:
        first, then = wording, _retold(other, thread, call)
    said = first if then in wording or specified else then
    verb = said.partition(" ")[0].lower()
    light = (verb in _PREPARING and said is first) or verb in ("do", "be")
    if light or verb in wording.lower().split() or count(said) < 2:
        return None
    if count(first) + count(then) >= LONGEST or not _goes_with(said, wording):
        return None
    if _SAID_AGAIN.fullmatch(said) or (said is then and _is_within(verb, wording)):
        return None
    return f"{first} and {then[:1].lower()}{then[1:]}"


def _is_specified(promise: Promise, call: Call) -> bool:
    """ "I'll write it out. One page and a plan.": bare for itself, and told in the next breath."""
    words = instruction(promise, call.today(promise.owner))
    return as_specified(words, promise, call) != words


def _is_within(verb: str, wording: str) -> bool:
    """ "Text Ada" is to send it; what is resent is sent."""
    words = wording.lower().split()
    return verb == "send" and (words[0] in _SENDING or any(word.endswith(verb) for word in words))


_SENDING = frozenset("text email e-mail mail message post forward".split())
_SAID_AGAIN = re.compile(
    r"(?:try|start|manage) (?:it|them|that|this)(?: out)?"
    r"|(?:have|get) (?:it|them|that) (?:all )?(?:done|finished|ready|sorted|written|booked|made"
    r"|there)",
    re.IGNORECASE,
)
"""“It'll be done by Friday” promises nothing new."""


def _goes_with(said: str, wording: str) -> bool:
    """Is it another deed, and not the same one in other words?"""
    new = content(said) - content(wording)
    return bool(new) or bool(re.search(r"\b(?:it|them|him|her|[A-Z]\w+)\b", said))


def _retold(promise: Promise, thread: Thread, call: Call) -> str:
    """The deed as it goes on from another: its "it" is known."""
    words = instruction(promise, call.today(thread.owner))
    return in_plain_verbs(retell(promise.said_by, words, thread.owner, call))


_PREPARING = frozenset("do have be make sit go get look dig take try find come grab".split())
"""Verbs of what one does in order to do something else."""


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
