"""What a call holds besides promises: goals, wins, challenges, insights, decisions.

Each sentence is weighed by its own signs (`coach.reading.signs`) and by what the other one makes of
it: good news is congratulated, a decision is agreed to, a discovery follows a question. The
strongest few of each kind are kept; below the threshold there is silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from coach.reading import Call
from coach.reading.listening import Listener, Signs, quotes, retold
from coach.reading.signs import POINTS
from coach.reading.speech import Sentence
from coach.records.claims import PointClaim, PointKind

KEPT: dict[PointKind, int] = {"goal": 3, "win": 3, "challenge": 3, "insight": 4, "decision": 4}
"""At most so many of a kind; a recap that lists everything says nothing."""
ENOUGH: dict[PointKind, float] = {
    "goal": 3,
    "win": 3,
    "challenge": 2,
    "insight": 3,
    "decision": 2.5,
}
"""The least weight of a kind that is worth a line."""
_SIGNS = Signs(POINTS)
_MENTEE_ONLY: frozenset[PointKind] = frozenset({"win", "challenge"})
"""The call is about the mentee's work; a mentor's stories of old days are not news."""

_PAST = re.compile(
    r"\b(?:i|we|she|he|they)(?:'ve| have|'d)? (?:\w+ly |just |also |then |even |both )*"
    r"(?:\w{2,}ed|got|did|went|made|told|gave|took|came|saw|wrote|sent|rang|found|had|kept|put|"
    r"stood|spoke|won|hit|built|held|left|began|sold|met|read|hung|brought|paid|done|been)\b"
)
_CONGRATULATION = re.compile(
    r"\b(?:congratulations|congrats|well done|proud of you|delighted for|marvell?ous|"
    r"look at you|(?:good|great|nice|excellent) (?:job|work)|fair play|hats off|"
    r"bravo|you did it|you passed|"
    r"that's (?:a )?(?:huge|massive|amazing|fantastic|brilliant|gold|wonderful)|"
    r"that's (?:you|great|the goal))\b"
)
_FAINT = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:that's great|look at you|nice \w+)\W*$")
_SAYS_WHAT_FOR = re.compile(r"\byou(?:'ve| have)? (?:got|passed|did|done|made|won|finished|set)\b")
_WARM = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:great|brilliant|lovely|wow|excellent|good (?:for|on) "
    r"you|nice|amazing|fantastic|"
    r"good|wonderful|grand|super|beautiful|i (?:like|love) that|there you go)\b|"
    r"^\W*(?:\w+\W+){0,5}?\w+!"
)
_LAUGH = re.compile(r"^\W*(?:ha|haha|lol|very funny)\b|\b(?:i'm (?:joking|kidding)|only joking)\b")
_AGREED = re.compile(
    r"^\W*(?:(?:yeah|yes|okay|ok|right|oh|no|um|well|good|mm)\W+)*(?:agreed|done|"
    r"deal|fair(?: enough)?|"
    r"that's (?:fine|fair|good|simple|perfect|okay)|sounds good|perfect|yeah|yes|"
    r"yep|okay|ok|fine|sure|same|"
    r"lovely|grand|correct|exactly|noted|got it|makes sense|that makes sense|good|"
    r"works|of course|it's okay)\b"
)
_DISAGREED = re.compile(
    r"^\W*(?:no(?:\W+no)*(?:\.|$|,? (?:i|we|not|but)\b)|nah\b|not\b|but\b|maybe\b|"
    r"i don't|i'm not sure|i'd rather)"
)
_AFFIRMED = re.compile(
    r"^\W*(?:exactly|that's it|that's right|there you go|there it is|correct|say that again|"
    r"that's (?:it|the|not a small|honest|a big)|mm+|hm+|yes|yeah|right|wow|oh|ah|"
    r"huh|i like that)\b"
)
_UPSHOT = re.compile(
    r"^\W*(?:(?:okay|ok|oh|hm+|ah|yeah|yes|right|no|wait|huh|and|but|um|"
    r"it's)\b\W*){0,4}so,? (?:you mean,? |maybe |basically |it's, )?"
    r"(?!i'll|we'll|you'll|he'll|they'll|i will|i can|can|could|let|what|how|why|"
    r"who|where|when|if|i was thinking|tell|do |"
    r"are |is |did |will |shall|would|i need|i have to|we need|should|i think|i "
    r"guess|next|first|the next|for|i'd|"
    r"yeah|yes|no |not |long|far|much|many|there's one|\d|that's|that is|this is|"
    r"go |now|here|far|sorry|it was the|in |on |at |we're (?:going|doing)|today)\w"
)
_CONTRAST = re.compile(
    r"\b(?:not|never|but|when|while|instead|only|without|nobody)\b|n't\b|\band "
    r"(?:you|he|she|they|i|\w+'s)\b"
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|people|everyone|mum|mom|dad|somebody|someone)(?:'s| was| were)? "
    r"(?:said|says|goes|go|told|like|reckons|thinks|asked)\b"
)
_UNREAL = re.compile(
    r"\b(?:if (?:i|we|you|he|she|they)|would|wouldn't|could|might|maybe|i'd|"
    r"imagine|should|i'll|we'll|gonna|"
    r"going to|hopefully|i hope|when i was)\b"
)
_WHEN = re.compile(
    r"\b(?:o'clock|yesterday|tomorrow|tonight|last (?:week|night|month|time)|half "
    r"past|(?:on|on the) (?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day|(?:on|by) the \w+|as planned|like (?:i|we|you) said)\b"
)
_GOAL_ASKED = re.compile(
    r"\b(?:what (?:do|would|did|'d) you (?:really |actually |most )?(?:want|like|hope)|"
    r"what(?:'s| is| are|'re) (?:the|your) (?:\w+ )?(?:goals?|aims?)|how (?:would|"
    r"will|do|'ll|'d) (?:we|you|i|they) know|"
    r"what (?:would|will|does|'d|'ll) (?:\w+ )?(?:good|success|done|better|that|"
    r"it) (?:look|be|feel)|"
    r"is that what you want|what you want (?:out of|from)|where do you want|by "
    r"when|land when|the goal)\b"
)


@dataclass(frozen=True)
class _Candidate:
    kind: PointKind
    weight: float
    passage: tuple[Sentence, ...]
    who: str


def find_points(call: Call) -> tuple[PointClaim, ...]:
    """Return the strongest goals, wins, challenges, insights and decisions, best first a kind."""
    listener = Listener(call)
    candidates = sorted(
        _candidates(listener),
        key=lambda c: (-c.weight - 0.5 * (len(c.passage[0].text) > 30), c.passage[0].index),
    )
    claims: list[PointClaim] = []
    for kind in get_args(PointKind):
        chosen: list[_Candidate] = []
        for candidate in candidates:
            if candidate.kind == kind and not any(_same_moment(candidate, c) for c in chosen):
                chosen.append(candidate)
        claims += [
            PointClaim(kind=kind, text=retold(c.passage[:2]), who=c.who, quotes=quotes(c.passage))
            for c in chosen[: KEPT[kind]]
        ]
    return tuple(claims)


def _same_moment(one: _Candidate, other: _Candidate) -> bool:
    return abs(one.passage[0].turn - other.passage[0].turn) <= (4 if one.kind == "goal" else 2)


def _candidates(listener: Listener) -> Iterator[_Candidate]:
    mentee = listener.call.relationship.mentee.name
    goal_talk = -1
    for index, who, said in listener.heard():
        turn = listener.sentences[index].turn
        if ("wh" in said or "how" in said or "goal" in said) and _GOAL_ASKED.search(said):
            goal_talk = turn
        yield from _news(listener, index, who, said)
        weights = _own_weights(said)
        _add_upshot(weights, listener, index, said)
        if turn - goal_talk <= 8 and "goal" in weights:
            weights["goal"] += 1
        for kind, weight in weights.items():
            if kind in _MENTEE_ONLY and who != mentee:
                continue
            weight += _echo(kind, listener, index, said)
            asks = "?" in said[-3:]
            if weight >= ENOUGH[kind] + (0.5 if who != mentee and kind == "insight" else 0) and (
                not asks or kind == "decision"
            ):
                passage = listener.passage(index)
                if len(retold(passage)) >= 12:
                    yield _Candidate(kind, weight, passage, mentee if kind == "goal" else who)


def _own_weights(said: str) -> dict[PointKind, float]:
    """The strongest sign of each kind counts whole, every other one half."""
    found: dict[PointKind, list[float]] = {}
    for sign in _SIGNS.found(said):
        found.setdefault(cast(PointKind, sign.kind), []).append(sign.weight)
    return {kind: (max(weights) + sum(weights)) / 2 for kind, weights in found.items()}


def _echo(kind: PointKind, listener: Listener, index: int, said: str) -> float:
    """What the other one's reply, or the speaker's own wording, adds or takes away."""
    replies = [listener.plain[reply] for reply in listener.replies(index)][:2]
    first = replies[0] if replies else ""
    more = -1.0 if _LAUGH.search(first) else 0.0
    if kind != "decision" and _UNREAL.search(said):
        more -= 2 if kind == "win" else 0.5
    if kind in ("insight", "challenge", "goal", "decision") and _REPORTED.search(said):
        more -= 1
    if said.startswith('"') and kind != "win":
        more -= 3
    if kind == "win" and _WARM.search(first):
        more += 1
    if kind == "decision":
        asks = "?" in said[-3:]
        more += (
            1 if _AGREED.search(first) else -3 if asks else -1 if _DISAGREED.search(first) else 0
        )
    return more


def _news(listener: Listener, index: int, who: str, said: str) -> Iterator[_Candidate]:
    """What somebody is congratulated on: their last telling news, and the congratulation."""
    mentee = listener.call.relationship.mentee.name
    if who == mentee or not _CONGRATULATION.search(said) or "?" in said[-3:]:
        return
    here = listener.sentences[index]
    best: tuple[float, int] | None = None
    is_faint = bool(_FAINT.match(said))
    for earlier in range(index - 1, max(index - 14, -1), -1):
        sentence = listener.sentences[earlier]
        if sentence.last_turn < here.turn - 4:
            break
        told = listener.plain[earlier]
        if sentence.speaker != mentee or "?" in told[-3:] or _UNREAL.search(told):
            continue
        own = _own_weights(told).get("win", 0)
        weight = own + (1 if _PAST.search(told) and (own or not is_faint) else 0)
        weight -= (here.turn - sentence.last_turn) / 4
        if weight > 0.4 and (best is None or weight > best[0]):
            best = weight, earlier
    if best is not None:
        yield _Candidate("win", 2.5 + best[0], (*listener.passage(best[1]), here), mentee)
        return
    for later in range(index, min(index + 4, len(listener.sentences))):
        sentence = listener.sentences[later]
        if sentence.turn == here.turn and _SAYS_WHAT_FOR.search(listener.plain[later]):
            yield _Candidate("win", 3, (sentence, here)[: 1 + (later != index)], mentee)
            return


def _add_upshot(weights: dict[PointKind, float], listener: Listener, index: int, said: str) -> None:
    """A conclusion that somebody draws aloud counts as an insight: "So I trained them." """
    if " so" in f" {said[:30]}" and len(said) < 100 and _UPSHOT.search(said):
        if _opens(listener, index) and not _UNREAL.search(said) and not _WHEN.search(said):
            turn = listener.call.transcript.turns[listener.sentences[index].turn]
            weight = 1.5 + (len(turn.text) <= 80) + bool(_CONTRAST.search(said))
            weight += 0.5 if "so i " in said else 0
            weights["insight"] = max(weight, weights.get("insight", 0))
    elif "insight" not in weights and len(said) < 60:
        contrast = _own_weights(_with_next(listener, index)).get("insight", 0)
        if contrast >= 3:
            weights["insight"] = contrast
    if "insight" in weights:
        asked = listener.asked(index)
        question = listener.plain[asked] if asked is not None else ""
        reply = next(listener.replies(index), None)
        if "why" in question.split():
            weights["insight"] += 1
        elif "?" in question or (reply is not None and _AFFIRMED.search(listener.plain[reply])):
            weights["insight"] += 0.5


def _opens(listener: Listener, index: int) -> bool:
    """Does this sentence open its turn, but for an "Oh." or "Okay."?"""
    if index == 0:
        return True
    before, here = listener.sentences[index - 1], listener.sentences[index]
    return before.last_turn < here.turn or (
        before.speaker == here.speaker and len(before.text) < 14 and _opens(listener, index - 1)
    )


def _with_next(listener: Listener, index: int) -> str:
    """This sentence and the next one of the same turn, where a contrast may run over both."""
    after = listener.after(index)
    both = f"{listener.plain[index]} {after}"
    return both if after and (" not " in both or "n't" in both) else ""
