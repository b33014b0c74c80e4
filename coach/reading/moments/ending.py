"""What is said of an end of the mentoring, and of what the two are to each other after it.

"Our last call" is as a rule the one before this; "if it doesn't work we can stop" is an agreement
on ways out. So an end counts only where it is said of these calls, as a plan and not as a case.
What comes after counts only in a call that spoke of the end, since people keep in touch anyway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from coach.cues import Cue
from coach.evidence import evidence_of
from coach.reading import Call
from coach.reading.moments.listening import Listener
from coach.reading.promise.scopes import TO_BE_SAID
from coach.records import Ending, Evidence
from coach.sieve import Sieve

_CALLS = r"(?:calls?|sessions?|meetings?|conversations?|chats?)"
_THIS = (
    rf"(?:(?:this|our) (?:mentoring|coaching|programme|program|relationship|arrangement)"
    rf"|the (?:mentoring|coaching)|(?:these|our) {_CALLS}"
    rf"|(?:mentoring|coaching|meeting|working) (?:together|each other)"
    rf"|(?:mentoring|coaching) you)"
)

ENDS = (
    Cue(
        "nothing follows",
        rf"\bno (?:next|more|further) (?:one|ones|{_CALLS})\b(?! (?:with|at|from|about)\b)"
        rf"|\bnothing (?:more |else )?(?:in the diary|on the calendar) for us\b",
        "So no next one on the calendar.",
        "I have no meeting with her this week.",
    ),
    Cue(
        "the last of ours",
        rf"\b(?:this|that|today|tonight|it|the next one)(?:'s| is| was| will be|'ll be)"
        rf"(?: \w+)? (?:our|the|my|your) (?:very )?(?:last|final) (?:one|time|{_CALLS})\b"
        rf"|\b(?:our|the) (?:very last|final) {_CALLS}\b|\blast (?:one )?of (?:our|these|the"
        rf"|your) (?:\w+ )?{_CALLS}\b",
        "So this is our last session.",
        "Since our last session I have rung her.",
    ),
    Cue(
        "one more",
        rf"\b(?:one|two) (?:more|last|final) {_CALLS} (?:left|and then we|together|with (?:you|me)"
        rf"|after this)\b",
        "We've one more session left.",
        "I want one more meeting with the client.",
    ),
    Cue(
        "done with each other",
        r"\byou(?:'re| are) (?:done|finished|through) with me\b|\byou(?:'ve| have) outgrown "
        r"(?:me|this|these)\b|\byou (?:don't|do not|won't) (?:really )?need me (?:any ?more"
        r"|for this|now|after)\b"
        r"|\bwe(?:'ve| have) (?:just |both )?said we(?:'re| are) (?:done|finished)\b",
        "I think you're done with me, for this.",
        "Are you done with it?",
    ),
    Cue(
        "to stop these calls",
        rf"\b(?:stop|end|finish|close|conclude|wrap up|wind up|wind down)"
        rf"(?:ping|ing)? {_THIS}\b|\bwrap(?:ping)? {_THIS} up\b",
        "Let's wrap up the mentoring in June.",
        "I have to stop the meetings running over.",
    ),
    Cue(
        "come to an end",
        rf"\b(?:this|it|{_THIS}|our time(?: together)?)(?: \w+)? (?:come|comes|coming|came) to "
        r"(?:an|its|the) end\b",
        "These calls come to an end in June.",
        "The quarter comes to an end in June.",
    ),
    Cue(
        "the invites go",
        r"\b(?:cancel|delete|remove|take off|take out) (?:all )?(?:of )?(?:the )?(?:rest of the "
        r"(?:invites?|invitations?|calls?|sessions?|meetings?|series)|remaining (?:invites?|calls?"
        r"|sessions?|meetings?))\b",
        "I'll cancel the rest of the invites.",
        "I'll cancel the invite for Monday.",
    ),
)
"""Ways of saying that these calls come to an end."""

AFTERWARDS = (
    Cue(
        "not as mentor",
        r"\bnot (?:as )?(?:a )?(?:mentoring|coaching|your (?:mentor|coach|mentee))\b",
        "Not mentoring. Just a coffee.",
        "I'm mentoring two others.",
    ),
    Cue(
        "as equals",
        r"\b(?:as|like) (?:friends|colleagues|peers|equals|two (?:friends|colleagues|peers))\b",
        "From now on we talk as colleagues.",
        "My colleagues are like that.",
    ),
    Cue(
        "in touch",
        r"\b(?:stay|keep|remain) in touch\b|\bnot (?:disappearing|going anywhere)\b"
        r"|\byou can (?:still|always) (?:ring|call|text|message|email|write to|reach) me\b",
        "But listen. I'm not disappearing.",
        "He was in touch with HR.",
    ),
    Cue(
        "now and then",
        r"\b(?:every so often|every now and then|now and then|once in a while|once a quarter"
        r"|(?:once|twice|a couple of times) a year|every (?:six|few|couple of) months)\b",
        "A coffee, every so often.",
        "We meet every two weeks.",
    ),
)
"""Ways of saying what the two are to each other after it."""

_ENDS, _AFTERWARDS = (Sieve((cue, cue.pattern) for cue in cues) for cues in (ENDS, AFTERWARDS))
_NO_PLAN = re.compile(
    r"\b(?:if|unless|in case|suppose|imagine|either of us|whenever|could|might|would|wouldn't|never"
    r"|until|before we)\b"
)
_OTHERS = re.compile(
    r"\b(?:he|she|they) (?:said|says|told|goes|was like|thinks?)\b|^\W*[\"“]"
    rf"|{TO_BE_SAID}"
)


class _Found(NamedTuple):
    place: int
    phase: Literal["separation", "redefinition"]


def find_endings(call: Call, session: str | None = None) -> tuple[Ending, ...]:
    """What this call says of its end and of what comes after, in order, with its words."""
    said_to_each_other, numbers = call.spoken
    listener = Listener(said_to_each_other)
    heard = [(index, said) for index, _, said in listener.heard() if not _OTHERS.search(said)]
    ends = [
        _Found(index, "separation")
        for index, said in heard
        if not _NO_PLAN.search(said) and any(cue.search(said) for cue in _ENDS.through(said))
    ]
    if not ends:
        return ()
    after = [
        _Found(index, "redefinition")
        for index, said in heard
        if any(cue.search(said) for cue in _AFTERWARDS.through(said))
    ]
    endings = (
        _ending(call, listener, found, numbers, session) for found in sorted([*ends, *after])
    )
    return tuple(ending for ending in endings if ending)


def _ending(
    call: Call, listener: Listener, found: _Found, numbers: Sequence[int], session: str | None
) -> Ending | None:
    sentence = listener.sentences[found.place]
    quoted = (_quote(call, numbers[turn], words, session) for turn, words in sentence.quotes())
    evidence = tuple(item for item in quoted if item)
    if not evidence or sentence.speaker is None:
        return None
    return Ending(phase=found.phase, who=sentence.speaker, evidence=evidence)


def _quote(call: Call, turn: int, words: str, session: str | None) -> Evidence | None:
    found = evidence_of(call.transcript, turn, words, session)
    return found.model_copy(update={"speaker": call.names[turn]}) if found else None
