"""Requests that the other one takes on: "Could you text me after?" "Yeah, will do."

A request alone is nobody's promise. With its answer it is one, and both turns are the evidence. An
answer with a promise of its own ("Sure, I'll send it Sunday") takes the request along, so that the
object of "it" is known. An offer ("Shall I ask her?") and a proposal for both ("What if we both
read it?") become promises by the other one's yes in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coach.cues import plain
from coach.dates import Spoken, due_of
from coach.reading import Call
from coach.reading.adjacency import (
    ACCEPT,
    OFFERS,
    PROPOSALS,
    REFUSE,
    REQUEST_IN_CALL,
    REQUESTS,
)
from coach.reading.attaching import own_words
from coach.reading.deed import infinitive
from coach.reading.forms import JOINT
from coach.reading.promise import THOUGHTS, Promise
from coach.reading.scopes import IN_CALL
from coach.reading.speech import Sentence
from coach.reading.words import content, count
from coach.sieve import Sieve

_ACCEPT = re.compile(ACCEPT)
_REFUSE = re.compile(REFUSE)
_FIRM_ACCEPT = re.compile(
    r"\b(?:will do|i will|i'll do (?:that|it)|deal|definitely|absolutely|of course|i can do that"
    r"|no problem|consider it done|"
    r"i promise|i'm in|go on,? then|done|for sure|happy to|leave (?:it|that) with me|on it"
    r"|course)\b"
)
_WHEN = re.compile(
    r"\bwhen (?:do|will|can|could|would|might) i (?:get|have|see|hear)\b(?P<what>[^?]*)"
)
"""“When do I get it?” takes the deed for granted; a day in answer is the promise."""
_ANOTHER_DAY = re.compile(r"^\W*(?:make (?:it|that)|say|better|more like)\b")
_PLAIN_YES = re.compile(
    r"^(?:but |so |well |oh |aw |then )*(?:yes|yeah|okay|ok|aye|sure|go on|deal|let's do"
    r"|i'd (?:like"
    r"|love) that|i'm on for that)\b[^?]*$"
)
"""A yes after some other words."""
_THEN = re.compile(r"\b(?:then|so|it is)\W*$")
_AS_SOON_AS = re.compile(
    r"^\W*(?:(?:as )?soon as|the (?:minute|second|moment)|the very|when|once) i(?:'m|'ve|'ll)? "
)
"""“Text me after.” “Soon as I’m out.” """
_ADVICE = re.compile(r"\b(?:you could|you should|you might|you ought|i'd|maybe|if i were you)\b")
_WONDERS = re.compile(r"\b(?:what|how|which|where|who|why|when)\b(?:\s[\w']+){0,3}\s*$")
"""“What else would you do?” asks to be told, not for a deed."""
_OFFER = re.compile(
    r"\bif (?:you(?! (?:could|would)\b)|it's|it is|anything|something|there's|one of)\b"
)
"""“If it's a shocker, ring me” is an open door; only a firm yes makes it a promise."""

_OPENS = re.compile(r"(?:\W*\b(?:so|then|okay|ok|well|just|please|right|now|yes|yeah|no)\b\W*)*")
_HAS_SUBJECT = re.compile(
    r"\b(?:i|you|he|she|it|we|they|there|that|this|who)(?:'\w+)?\s|'s\b|\b(?:is|are|was|were|will"
    r"|can|could|would)\b|\w{4,}ing\b|^(?:and|but|or|if|when|once|in|on|at|by|for|with)\b"
)
"""What no order has: "the rain stops and ..." tells, "on Friday and ..." is no deed."""
_ASKS = re.compile(
    r"\b(?:could|can|would|will) (?:you|i)\b|\bif you (?:could|would)\b|\bfrom you\b"
)
"""A question, whether or not anybody wrote the mark."""
BRIEF = 4
"""Words that one may say before one answers: "A page. Okay." "Me? Oh, sure." """
SHORT = 8
"""Words of an answer in which a bare "Saturday" is the day."""
ROUNDS = 2
"""Times that one may ask what is meant before one answers."""
_MAY_PROPOSE = (*THOUGHTS, "we_will")
"""Forms of a clause beside which a proposal for both is heard as one all the same."""
NEEDS_A_DAY = "let_us"
"""“Let's count them” is done at once; with a day it is for later."""
AGREED = 2.0
"""What an offer or a proposal weighs that the other one says yes to."""

_REQUESTS, _OFFERS, _PROPOSALS = (
    Sieve((cue, cue.pattern) for cue in cues) for cues in (REQUESTS, OFFERS, PROPOSALS)
)


def answer_requests(promises: Iterable[Promise], call: Call) -> list[Promise]:
    """Add accepted requests to `promises`, or join them to the promise that answers them."""
    found = list(promises)
    for sentence in call.sentences:
        asked = asked_for(sentence)
        if asked is None or not call.is_participant(sentence.speaker):
            continue
        answer = _answer(sentence, call) or _done_as_asked(asked, sentence, found, call)
        if not answer:
            continue
        own = next((i for i, p in enumerate(found) if _answers(p, answer)), None)
        if own is None:
            if promise := accepted(sentence, answer, call):
                found.append(promise)
        elif found[own].request is None and found[own].form not in ("want_to", "have_to"):
            found[own] = replace(
                found[own],
                request=sentence,
                due=found[own].due
                or due_of(own_words(sentence.text), today=call.today(found[own].owner)),
                weight=max(found[own].weight + 0.6, AGREED),
                reasons=(*found[own].reasons, "answers a request +0.6"),
            )
    found.extend(_agreed_to(found, call))
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def _agreed_to(promises: Iterable[Promise], call: Call) -> Iterator[Promise]:
    """Offers and proposals that the other one says yes to, unless they are promised anyway."""
    promised = {
        promise.sentence.index
        for promise in promises
        if promise.weight >= 1.0 and promise.form not in _MAY_PROPOSE
    }
    for sentence in call.sentences:
        text = call.plain[sentence.index]
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
            if not content(deed):
                deed = " ".join([deed, *(s.text for s in _rest_of_turn(sentence, call)[:1])])
            at_once = next((each.name for each in IN_CALL if each.search(plain(deed))), "")
            if at_once not in ("", "talk_move") or not plain(deed):
                continue
            if _WONDERS.search(text[: found.start()]) or text[: found.start()].count('"') % 2:
                continue
            if answer := _answer(sentence, call):
                promise = _agreed(form, deed, sentence, answer, call)
                if promise.due or not (at_once or cue.name == NEEDS_A_DAY or not content(deed)):
                    yield promise


def _agreed(
    form: str, deed: str, sentence: Sentence, answer: list[Sentence], call: Call
) -> Promise:
    """The words of the one who offered are the promise; the yes makes it one."""
    assert sentence.speaker is not None
    return Promise(
        owner=sentence.speaker,
        sentence=sentence,
        start=0,
        end=len(sentence.text),
        form=form,
        deed=deed,
        weight=AGREED,
        due=_day_agreed(sentence, answer[0], call),
        reasons=(f"{form} agreed to {AGREED:+g}",),
    )


def _day_agreed(proposal: Sentence, answer: Sentence, call: Call) -> Spoken | None:
    """ "Let's finish it off. The Wednesday?" "Wednesday." The day stands in either's turn."""
    today = call.today(proposal.speaker)
    for said in (proposal, *_rest_of_turn(proposal, call), answer):
        bare = count(said.text) <= SHORT and said is not proposal
        if due := due_of(own_words(said.text), today=today, bare=bare):
            return due
    return None


def asked_for(sentence: Sentence) -> str | None:
    """The verb phrase that is asked for, or None."""
    text = plain(sentence.text)
    if when := _WHEN.search(text):
        return f"send {sentence.text[when.start('what') : when.end('what')].strip() or 'it'} to me"
    for cue in _REQUESTS.through(text):
        match = cue.search(text)
        if match and not re.search(REQUEST_IN_CALL, text[match.end() :]):
            before = text[: match.start()]
            if before.count('"') % 2 or _ADVICE.search(before) or _WONDERS.search(before):
                return None
            begins = _joined_from(text, match)
            return sentence.text[match.end() if begins is None else begins :].strip(" ,;?.!")
    return None


def _joined_from(text: str, match: re.Match[str]) -> int | None:
    """ "Read it into your phone and send me that": where the first of two orders begins."""
    if not match[0].lstrip(" ,").startswith("and"):
        return None
    opens = _OPENS.match(text)
    begins = opens.end() if opens else 0
    first = text[begins : match.start()]
    return begins if count(first) > 1 and not _HAS_SUBJECT.search(first) else None


def _answer(request: Sentence, call: Call) -> list[Sentence]:
    """What the other one says next, or once their questions are answered, if it is a yes."""
    asked = request
    for _ in range(ROUNDS):
        said = _reply(asked, call)
        if said and _is_yes(said, request, call):
            return said
        told = _reply(said[-1], call) if said and _asks_back(said, call) else []
        if not told or any(map(asked_for, told)):
            return []
        asked = told[-1]
    return []


def _asks_back(said: Sequence[Sentence], call: Call) -> bool:
    """ "In which language?" "Monday week is, hm, not this one." What is asked is not clear yet."""
    if _REFUSE.search(_opening(said)):
        return False
    asks = said[-1].text.rstrip().endswith(("?", ",", " or", "…"))
    today = call.today(said[0].speaker)
    return asks or (len(said) == 1 and due_of(said[0].text, today=today, bare=True) is not None)


def _opening(said: Sequence[Sentence]) -> str:
    opening = plain(" ".join(s.text for s in said))[:80]
    return opening.replace("no problem", "").replace("no worries", "")


def _is_yes(said: Sequence[Sentence], request: Sentence, call: Call) -> bool:
    dated = _WHEN.search(plain(request.text)) and due_of(
        said[0].text, today=call.today(said[0].speaker), bare=count(said[0].text) <= SHORT
    )
    first = said[: 2 if count(said[0].text) <= BRIEF else 1]
    yes = any(_ACCEPT.search(plain(s.text)) for s in first)
    yes = yes or any(_PLAIN_YES.search(plain(s.text)) for s in said[1:4])
    yes = yes or _is_concluded(said[:2], call)
    accepted = yes or dated or _names_a_day(request, said[0], call)
    return bool(accepted) and not _REFUSE.search(_opening(said))


def _is_concluded(said: Sequence[Sentence], call: Call) -> bool:
    """ "Monday the sixteenth then." A day with such a word settles what was left to settle."""
    return any(
        _THEN.search(plain(s.text))
        and count(s.text) <= SHORT
        and due_of(s.text, today=call.today(s.speaker), bare=True)
        for s in said
    )


def _rest_of_turn(sentence: Sentence, call: Call) -> list[Sentence]:
    following = call.sentences[sentence.index + 1 : sentence.index + 6]
    return [s for s in following if s.turn == sentence.last_turn and s.speaker == sentence.speaker]


def _reply(said: Sentence, call: Call) -> list[Sentence]:
    """The sentences of the other one's next turn, if it comes soon."""
    following = call.sentences[said.index + 1 : said.index + 9]
    replies = [s for s in following if s.speaker != said.speaker and s.turn <= said.last_turn + 2]
    if not replies or not call.is_participant(replies[0].speaker):
        return []
    return [s for s in replies if s.turn == replies[0].turn and s.speaker == replies[0].speaker]


def _names_a_day(request: Sentence, reply: Sentence, call: Call) -> bool:
    """ "Could you send it on Monday?" "Monday, aye." "Make it Tuesday." Both take it on."""
    today = call.today(reply.speaker)
    if reply.text.rstrip().endswith("?"):
        return False
    if _AS_SOON_AS.search(plain(reply.text)):
        return True
    told = due_of(reply.text, today=today, bare=True)
    if told and told.due and not content(reply.text.replace(told.phrase, "")):
        return count(reply.text.replace(told.phrase, "")) <= 2
    asks = [s for s in (request, *_rest_of_turn(request, call)) if s.text.rstrip().endswith("?")]
    days = (due_of(own_words(s.text), today=today, bare=s is not request) for s in asks)
    asked = next(filter(None, days), None)
    named = asked and due_of(reply.text, today=today, bare=True)
    if not asked or not named or count(reply.text) > SHORT:
        return False
    if not content(request.text.replace(asked.phrase, "")):
        return False
    return asked.due == named.due or bool(_ANOTHER_DAY.search(plain(reply.text)))


def _is_thought(promise: Promise) -> bool:
    """ "I could do a page": said to somebody who asked for one, it is a yes."""
    return promise.form in ("could", "can")


def _done_as_asked(
    asked: str, request: Sentence, promises: Iterable[Promise], call: Call
) -> list[Sentence]:
    """ "Would you take it down?" "Ah no. No, you're right. I'm taking it down tonight." """
    verb = infinitive(plain(asked)).partition(" ")[0]
    said = _reply(request, call)
    return [
        promise.sentence
        for promise in promises
        if promise.sentence in said
        and promise.weight >= 1.0
        and infinitive(plain(promise.deed)).partition(" ")[0] == verb
    ][:1]


def _answers(promise: Promise, answer: list[Sentence]) -> bool:
    enough = 0.5 if _is_thought(promise) else 1.0
    return promise.weight >= enough and any(promise.sentence.index == s.index for s in answer)


def accepted(request: Sentence, answer: Sequence[Sentence], call: Call) -> Promise | None:
    """The request itself becomes the promise of whoever said yes."""
    asked, owner = asked_for(request) or "", answer[0].speaker
    assert owner is not None
    said = " ".join(s.text for s in answer)
    today = call.today(owner)
    short = count(answer[0].text) <= SHORT
    own = due_of(own_words(said), today=today) or due_of(answer[0].text, today=today, bare=short)
    due = own or due_of(own_words(request.text), today=today)
    firm = bool(_FIRM_ACCEPT.search(plain(said)))
    if not firm and (_OFFER.search(plain(request.text)) or not (content(asked) or due)):
        return None
    reasons = [("request accepted", 1.2)]
    if firm:
        reasons.append(("firmly", 0.8))
    if due:
        reasons.append(("due", 0.8 if own else 0.6))
    if request.text.rstrip().endswith("?") or _ASKS.search(plain(request.text)):
        reasons.append(("asked as a question", 0.8))
    if count(said) > 14:
        reasons.append(("long answer", -0.5))
    return Promise(
        owner=owner,
        sentence=answer[0],
        start=0,
        end=len(answer[0].text),
        form="request",
        deed=asked,
        weight=sum(weight for _, weight in reasons),
        due=due,
        request=request,
        reasons=tuple(f"{name} {weight:+g}" for name, weight in reasons),
    )
