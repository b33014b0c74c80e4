"""Questions of the call itself that were put off: asked openly, and answered by "I don't know yet".

The pair of turns tells it: an open question at the end of one turn, and a short answer that opens
with putting it off. Who thinks aloud after "I don't know" answers, and is left to do so.
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.cues import Cue, plain
from coach.reading import Call
from coach.reading.moments.listening import Listener, quotes, retold
from coach.reading.questions import question_kind
from coach.reading.words import count
from coach.records.claims import LeftOpenClaim, Quote

SHORT = 14
"""Words of an answer that goes no further."""
PUTS_OFF = Cue(
    "put off",
    r"^\W*(?:(?:hm+|um+|uh|er|well|oh|honestly|ah|ha|good question|so|that)\W+)*"
    r"(?:i (?:really )?don't know yet|i(?:'m| am) not sure yet|i haven't thought (?:about|of) (?:it"
    r"|that)|i(?:'d| would| will|'ll)? ?(?:have|need|want)? ?to think about (?:it|that)"
    r"|let me (?:think|sleep|sit|chew) (?:about|on|with) (?:it|that)|i'll (?:think about|come back"
    r" to) (?:it|that)|ask me (?:again|next|after|when|in a)|i don't have an answer|no answer yet"
    r"|can i come back to (?:it|that))\b",
    fits="i don't know yet.",
    but_not="i don't know, it's like a wall.",
)


def find_left_open(call: Call) -> tuple[LeftOpenClaim, ...]:
    """Return the open questions of one of the two that the other put off, in their order."""
    return tuple(_put_off(Listener(call)))


def _put_off(listener: Listener) -> Iterator[LeftOpenClaim]:
    turns = listener.call.transcript.turns
    for index, who, _ in listener.heard():
        before, here = listener.sentences[index - 1], listener.sentences[index]
        answer = turns[here.turn].text
        if (
            before.last_turn == here.turn - 1
            and before.speaker in listener.two - {who}
            and count(answer) <= SHORT
            and PUTS_OFF.search(plain(answer))
            and question_kind(before.text) == "open"
        ):
            put_off = Quote(turn=here.turn, words=answer.strip())
            yield LeftOpenClaim(
                text=retold((before,)), who=who, quotes=(*quotes((before,)), put_off)
            )
