"""Which promises are worth a question: those that ask most of their owner.

A mentor does not ask after every errand. What is asked about is what has to be done again and
again, what nobody gave a day, what takes courage or making; what will be done tonight, and what
only moves a file or an invitation, keeps itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.asking.nouns import given_name
from coach.cues import Cue, plain
from coach.dates import find
from coach.reading import Call
from coach.records import Commitment, day_of

AGAIN = Cue(
    "again and again",
    r"\b(?:every|each|daily|weekly|times|whenever|always|the (?:rest|whole) of"
    r"|(?:once|twice|two|three|four|five|ten) (?:\w+ ){0,3}an? (?:day|week|month|shift)"
    r"|(?:till|until) (?:we|our|the next|next time)|from (?:now|\w+ (?:to|till|until) \w+))\b",
    fits="make two good calls a week",
    but_not="make two good calls",
    weight=0.75,
)
"""A deed that one good day does not settle."""
MAKING = Cue(
    "making something",
    r"^(?:write|rewrite|draft|make|build|draw|design|list|plan|prepare|finish|apply|record"
    r"|practi[sc]e|learn|work out)\b",
    fits="draft the job description",
    but_not="send the draft",
    weight=0.3,
)
"""Work that somebody else could help with."""
SIGNS = (
    AGAIN,
    Cue(
        "counting",
        r"\b(?:count|tick|tally|log|note down|keep (?:an?|the) \w+|keep \w+ (?:off|on|out))\b",
        fits="tick the sheet after a shift",
        but_not="send the sheet after a shift",
        weight=0.5,
    ),
    Cue(
        "leaving off",
        r"\b(?:not|never|no new|no more|stop|(?:do|does|wo)n't)\b",
        fits="not open the laptop on sunday",
        but_not="open the laptop on sunday",
        weight=0.5,
    ),
    Cue(
        "facing somebody",
        r"^(?:ask|speak|talk|tell|raise|go to|ring|call|approach|face|confront"
        r"|sit (?:down with|with|(?:\w+ ){1,2}down)"
        r"|have (?:an?|the) (?:[\w-]+ ){0,2}(?:talk|word|conversation|chat))\b",
        fits="ask deb to come in",
        but_not="write what deb asked",
        weight=1.0,
    ),
    MAKING,
    Cue(
        "an errand",
        r"^(?:send|forward|sign|email|mail|share|post|return|cancel|delete|move|change|set up"
        r"|text|message|bring|copy|add)\b|\b(?:invites?|invitation|link|zoom)\b",
        fits="send the invite",
        but_not="write the letter",
        weight=-0.5,
    ),
)
"""What a promise asks of its owner, told by how the deed is told."""
RELUCTANT = Cue(
    "reluctant",
    r"\b(?:afraid|scar(?:ed|y)|fear|nervous|anxious|dread|ashamed|embarrass\w*|awkward|excuses?"
    r"|uncomfortable|put(?:ting)? (?:it|that|this|them) off|avoid\w*|easier said|what if|hate"
    r"|(?:don't|didn't) (?:like|dare|want)|hard(?:er|est)? (?:to|part|thing|bit)|difficult"
    r"|i'll try)\b",
    fits="i've been putting it off since october",
    but_not="i'll put it on the shelf in october",
    weight=0.5,
)
"""What its owner says around a promise that will not be easy to keep."""
TIED = Cue(
    "tied to a moment",
    r"\b(?:when|once|whenever|before|after|until|till|by the time|as soon as|next time|right after"
    r"|straight away|now|to(?:day|night|morrow)|morning|afternoon|evening|week(?:end)?|month|later"
    r"|first thing|in a (?:bit|minute|while|day|couple|few))\b",
    fits="email denise when i send the form",
    but_not="email denise about the form",
)
"""Words that tie a promise to a moment, if not to a day."""
POINTING = Cue(
    "pointing back",
    r"^[\w'-]+ (?:(?:up|out|over|in|off|down|on|at|to|for|with) )?"
    r"(?:(?:it|them|one)\b|(?:this|that|these|those)(?=[,.]|$| (?:\w+ly|and|or|to|on|in|at|by)\b))",
    fits="write it and send it",
    but_not="write that letter",
)
"""A deed done to something that was named before."""
_NEAR = 2
"""What is said so many turns away may still be about the promise."""
_SOON = 1
"""Days in which a promise keeps itself."""
_KEEPS_ITSELF, _POINTS_BACK = -0.75, -0.25


def worth(promise: Commitment, call: Call) -> float:
    """How much a promise asks of its owner: the more, the better a question about it is spent."""
    deed = plain(promise.action)
    total = sum(sign.weight for sign in SIGNS if sign.search(deed))
    if not AGAIN.search(deed) and AGAIN.search(plain(_quotes(promise))):
        total += AGAIN.weight
    if any(RELUCTANT.search(plain(text)) for text in _around(promise, call, promise.owner)):
        total += RELUCTANT.weight
    if promise.due and (promise.due - day_of(call.held_on)).days <= _SOON:
        total += _KEEPS_ITSELF
    if not names_its_object(promise):
        total += _POINTS_BACK
    return total


def has_no_day(promise: Commitment, call: Call) -> bool:
    """Did nobody say when, not even near the promise?

    A reader may have missed a day that was said, and to ask for it again shows a bad listener.
    """
    if promise.due or promise.due_phrase or promise.firmness != "firm":
        return False
    if not names_its_object(promise) or TIED.search(plain(f"{promise.action} {_quotes(promise)}")):
        return False
    today = call.today(promise.owner)
    return not any(find(text, today=today) for text in _around(promise, call))


def names_its_object(promise: Commitment) -> bool:
    """Does it say what is done to what? "Do it" points back, and its day may stand there."""
    return not POINTING.search(plain(promise.action))


def names_partner(promise: Commitment, call: Call) -> bool:
    """Does it name the partner? "What do you need from Dana for texting Dana" reads badly."""
    return promise.owner is not None and given_name(call.partner(promise.owner)) in promise.action


def _around(promise: Commitment, call: Call, speaker: str | None = None) -> Iterator[str]:
    """What was said where the promise was made, by one person or by anybody."""
    said, numbers = call.spoken
    made = [numbers.index(item.turn) for item in promise.evidence if item.turn in numbers]
    near = {place + beside for place in made for beside in range(-_NEAR, _NEAR + 1)}
    for place in sorted(near.intersection(range(len(numbers)))):
        if speaker in (None, said.names[place]):
            yield said.transcript.turns[place].text


def _quotes(promise: Commitment) -> str:
    return " ".join(item.quote for item in promise.evidence)
