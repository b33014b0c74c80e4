"""The working agreement: which of its topics the pair talked about, and whether they agreed.

A topic is known by its sign words (data of the working-agreement pack). Sign words alone are not
enough, since a nurse speaks of hours all day: the sentence must also lay down a rule for the two.
"Can I say something, just between us?" asks for one secret and lays down nothing; quoted as a rule,
it would tell where something is withheld.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from coach.cues import plain
from coach.reading import Call
from coach.reading.moments.listening import Listener, quotes, retold
from coach.reading.speech import Sentence
from coach.records.claims import TermClaim

_RULE = re.compile(
    r"\b(?:let's|shall we|will we|should we|we(?:'ll| will|'d| should| could| can| "
    r"meet| do| keep| leave| don't| speak| talk| said| agreed)|"
    r"i(?:'d| would) (?:rather|sooner|prefer|propose|suggest|like (?:you|us|it|to keep)|want you)|"
    r"i(?:'m| am) (?:not (?:your|a|an|the)|here (?:to|for)|for)|my (?:role|job|"
    r"part) (?:here |in this )?is|"
    r"you (?:ring|text|call|send|bring|message|email|own|set|run|don't|can (?:ring|"
    r"text|call|message|email|always|tell|say))|if you (?:need|want) (?:me|out|to "
    r"(?:stop|leave|end))|"
    r"what you (?:tell|say)|stays? (?:here|with|between|in)|won't (?:tell|discuss|talk|write)|"
    r"off (?:the table|limits)|out of (?:it|bounds)|between us|in the room|either "
    r"of us|no hard feelings|"
    r"how (?:often|long) (?:do|should|shall|were|would|will|are|can) (?:we|you "
    r"think)|who(?:'s| is)? (?:doing|sends?|sets?|books?)|where (?:do|shall|"
    r"should) we|when do we|what time|"
    r"once a|twice a|every (?:other |two |three |four |six |second )?(?:weeks?|"
    r"months?|fortnight|mon|tues|wednes|thurs|fri)\w*|"
    r"(?:don't|not|never) after|anything (?:you'd rather|you don't want|off)|what "
    r"do you (?:want|expect)|expectations?|ground rules?)\b"
)
_ACCEPTED = re.compile(
    r"^\W*(?:(?:oh|well|um|okay|ok|right|ah|no|and|so|good|mm)\W+)*(?:yeah|yes|yep|"
    r"aye|sure|okay|ok|agreed|deal|done|"
    r"fine|fair|perfect|lovely|grand|good|great|of course|course|absolutely|"
    r"exactly|same|sounds? good|"
    r"that's (?:fine|fair|good|simple|perfect|okay)|that (?:works|makes sense|"
    r"suits)|makes sense|got it|noted|"
    r"brilliant|thank you|thanks|correct|please|say no more|understood|"
    r"righto|no problem)\b"
)
_REPORTED = re.compile(r"\b(?:he|she|they) (?:said|says|goes|told|was|were|has|had|give)\b|^\W*\"")
_OPEN_END = re.compile(
    r"\b(?:not sure|i don't know|let me think|we'll see|maybe|perhaps|think about it|park)\b"
)
_State = Literal["agreed", "discussed"]


def find_terms(call: Call, topics: Mapping[str, Sequence[str]]) -> tuple[TermClaim, ...]:
    """Return the topics of the working agreement that came up, each once, in the order of `topics`.

    `topics` maps a topic's id to its sign words or phrases. A topic is `agreed` when the other one
    accepts what was said, otherwise `discussed`.
    """
    listener = Listener(call)
    patterns = {topic: _pattern(signs) for topic, signs in topics.items() if signs}
    found: dict[str, list[tuple[float, int, _State]]] = defaultdict(list)
    for index, _, said in listener.heard():
        if not _RULE.search(said) or _REPORTED.search(said):
            continue
        if listener.sentences[index].turn in call.beside_withheld:
            continue
        for topic, pattern in patterns.items():
            signs = {match[0] for match in pattern.finditer(said)}
            if signs:
                state = _state(listener, index)
                weight = len(signs) + 2 * (state == "agreed") - 1 * ("?" in said[-3:])
                found[topic].append((weight, -index, state))
    claims = []
    for topic in topics:
        if found[topic]:
            _, index, state = max(found[topic])
            passage = _settled(listener, -index, state)
            claims.append(
                TermClaim(
                    topic=topic, state=state, text=retold(passage[:2]), quotes=quotes(passage)
                )
            )
    return tuple(claims)


def _pattern(signs: Sequence[str]) -> re.Pattern[str]:
    words = sorted((plain(sign) for sign in signs), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})")


def _state(listener: Listener, index: int) -> _State:
    """Agreed when the other one's next words accept it and leave nothing open."""
    reply = next(listener.replies(index, turns=1), None)
    if reply is None or _OPEN_END.search(listener.sentences[reply].plain):
        return "discussed"
    return "agreed" if _ACCEPTED.search(listener.sentences[reply].plain) else "discussed"


def _settled(listener: Listener, index: int, state: _State) -> tuple[Sentence, ...]:
    """What was laid down, and the words that accept it."""
    passage = listener.passage(index)
    reply = next(listener.replies(index, turns=1), None)
    return (
        (*passage, listener.sentences[reply])
        if state == "agreed" and reply is not None
        else passage
    )
