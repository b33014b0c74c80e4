"""Offers and proposals that the other one says yes to: "Shall I ask her?" "Please."

An offer becomes a promise of the one who made it, a proposal for both ("What if we both read it?",
"You and me, on Friday, we walk the fence") a promise of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.cues import plain
from coach.dates import Spoken, due_of, is_remark, points_back
from coach.reading import Call
from coach.reading.candidates.bearing import is_to_somebody
from coach.reading.candidates.requests import (
    AGREED,
    HAS_SUBJECT,
    SHORT,
    WONDERS,
    answer_to,
    rest_of_turn,
)
from coach.reading.days.attaching import own_words
from coach.reading.promise import THOUGHTS, Promise
from coach.reading.promise.adjacency import OFFERS, PROPOSALS
from coach.reading.promise.deed import as_meant
from coach.reading.promise.forms import JOINT
from coach.reading.promise.scopes import IN_CALL
from coach.reading.speech import Sentence
from coach.reading.words import content
from coach.sieve import Sieve

_MAY_PROPOSE = (*THOUGHTS, "we_will")
"""Forms of a clause beside which a proposal for both is heard as one all the same."""
NEEDS_A_DAY = "let_us"
"""“Let's count them” is done at once; with a day it is for later."""
SUPPOSED = "would_it_help"
"""“Would it help if I sent it”: the past of what is supposed."""

_OFFERS, _PROPOSALS = (Sieve((cue, cue.pattern) for cue in cues) for cues in (OFFERS, PROPOSALS))


def agree_to_proposals(promises: Sequence[Promise], call: Call) -> list[Promise]:
    """Add the offers and the proposals that the other one says yes to."""
    found = [*promises, *_agreed_to(promises, call)]
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _agreed_to(promises: Sequence[Promise], call: Call) -> Iterator[Promise]:
    """Offers and proposals that the other one says yes to, unless they are promised anyway."""
    promised = {
        promise.sentence.index
        for promise in promises
        if promise.weight >= 1.0 and promise.form not in _MAY_PROPOSE
    }
    for sentence in call.sentences:
        text = sentence.plain
        if sentence.index in promised or not call.is_participant(sentence.speaker):
            continue
        for cues, form in ((_OFFERS, "offer"), (_PROPOSALS, JOINT)):
            cue, found = next(
                ((cue, match) for cue in cues.through(text) if (match := cue.search(text))),
                (None, None),
            )
            if cue is None or found is None:
                continue
            deed = sentence.text[found.end() :].strip(" ,;?.!")
            if cue.name == SUPPOSED:
                deed = as_meant(deed)
            if not content(deed):
                deed = " ".join([deed, *(s.text for s in rest_of_turn(sentence, call)[:1])])
            at_once = next((each.name for each in IN_CALL if each.search(plain(deed))), "")
            if at_once not in ("", "talk_move") or not plain(deed):
                continue
            if WONDERS.search(text[: found.start()]) or text[: found.start()].count('"') % 2:
                continue
            answer = answer_to(sentence, call)
            if answer and not (form == "offer" and _TAKES_IT_OVER.match(answer[0].plain)):
                promise = _agreed(form, deed, sentence, answer, call)
                says_what = content(deed) or is_to_somebody(deed)
                if promise.due or (says_what and not at_once and cue.name != NEEDS_A_DAY):
                    yield promise


_TAKES_IT_OVER = re.compile(
    r"\W*(?:(?:oh|ah|well|okay|ok|right|no|so|but|thanks|thank you)\W+)*(?:i'll do (?:it|that)"
    r"|let me do (?:it|that)|i will(?=\W*(?:$|[,.]))|i'll (?:have|take) (?:it|that)(?: one)? on"
    r"|i(?:'d| would) rather do (?:it|that)|i want to do (?:it|that)"
    r"|leave (?:it|that) (?:to|with) me)\b"
)
"""“Shall I have a word with her, or will you?” “I'll do it.” So it is theirs."""


def _agreed(
    form: str, deed: str, sentence: Sentence, answer: list[Sentence], call: Call
) -> Promise:
    """The words of the one who offered are the promise; the yes makes it one."""
    assert sentence.speaker is not None
    yes, *more = answer
    told = [yes, *(said for said in more[:1] if not HAS_SUBJECT.search(said.plain))]
    due, told_in = _day_agreed(sentence, told, call) or (None, None)
    return Promise(
        owner=sentence.speaker,
        sentence=sentence,
        start=0,
        end=len(sentence.text),
        form=form,
        deed=deed,
        weight=AGREED,
        due=due,
        told_in=told_in,
        reasons=(f"{form} agreed to {AGREED:+g}",),
    )


_OF_THEIR_OWN = re.compile(r"\bi(?:'ll| will|'m going to|'m gonna) (?!(?:be|see|have)\b)[a-z]+ \w")
"""“Shall I read it?” “Yes please, I'll send it tomorrow”: the day is that of the sending."""


def _day_agreed(
    proposal: Sentence, answer: Sequence[Sentence], call: Call
) -> tuple[Spoken, Sentence] | None:
    """ "Let's finish it off. The Wednesday?" "Wednesday." The day stands in either's turn."""
    today = call.today(proposal.speaker)
    told: list[tuple[Spoken, Sentence]] = []
    fills = False
    for said in (proposal, *rest_of_turn(proposal, call), *answer):
        bare = said.length <= SHORT and said is not proposal
        due = due_of(own_words(said.text), today=today, bare=bare)
        if (
            due
            and said.speaker != proposal.speaker
            and _OF_THEIR_OWN.search(said.plain.partition(plain(due.phrase))[0])
        ):
            continue
        if due and said is not proposal and (due.kind == "time" or is_remark(said.text, due)):
            fills = fills or due.due is not None
        elif due and fills and points_back(due):
            return due, said  # "Monday's the holiday. The Wednesday?" The one after that Monday
        elif due:
            told.append((due, said))
    known = (each for each in told if each[0].due or each[0].kind == "meeting")
    return next(known, told[0] if told else None)
