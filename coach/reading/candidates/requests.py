"""Requests that the other one takes on: "Could you text me after?" "Yeah, will do."

A request alone is nobody's promise. With its answer it is one, and both turns are the evidence. An
answer with a promise of its own ("Sure, I'll send it Sunday") takes the request along, so that the
object of "it" is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from coach.cues import plain
from coach.dates import LIMITS, Spoken, due_of
from coach.reading import Call
from coach.reading.days.attaching import own_words
from coach.reading.days.whose_day import has_its_own_doer
from coach.reading.promise import Promise
from coach.reading.promise.adjacency import (
    ACCEPT,
    REFUSE,
    REQUEST_IN_CALL,
    REQUESTS,
)
from coach.reading.promise.deed import infinitive
from coach.reading.speech import Sentence
from coach.reading.words import content, count
from coach.sieve import Sieve

_ACCEPT = re.compile(ACCEPT)
_REFUSE = re.compile(REFUSE)
_FIRM_ACCEPT = re.compile(
    r"\b(?:will do|i will|i'll do (?:that|it)"
    r"|(?:yes|yeah|sure|aye|course)\W+i (?:can|could)(?=\W*(?:$|[.,;!]))|deal|definitely"
    r"|absolutely|of course|i can do that"
    r"|no problem|consider it done|"
    r"i promise|i'm in|go on,? then|done|for sure|happy to|leave (?:it|that) with me|on it"
    r"|course)\b"
)
_WHEN = re.compile(
    r"\bwhen(?: do| will| can| could| would| should| might|'ll|'d) i (?:get|have|see|hear)\b"
    r"(?P<what>[^?]*)"
    r"|\bwhen (?:(?:will|can|could) you (?:be )?|are you (?:going to |gonna )?)"
    r"(?:then |going |gonna )?(?!(?:go|com|leav|fly|travel|mov|retir|start|finish|see|meet|speak"
    r"|talk|get|be|hav|free|next|do it|done|in|on|off|back|up|at|there|able|thinking)(?:ing)?\b)"
    r"(?P<deed>[a-z]+(?:ing)? [^?]+)"
)
"""“When do I get it?” takes the deed for granted; a day in answer is the promise."""
_DO_YOU_THINK = re.compile(
    r"\W*\b(?:(?:do|would|d') ?(?:you|ya|ye) (?:figure|reckon|think|suppose|guess|say|know)"
    r"|roughly|about|approximately|then|though|at the latest)\W*$",
    re.IGNORECASE,
)
"""“When would I have it, do you reckon?” asks nothing else."""
_OR = re.compile(r"or\b")
"""“You could, or you will?” asks for no other deed."""
_HOW_ABOUT = re.compile(r"\b(?:how|what) about\b")
_ANOTHER_DAY = re.compile(r"^\W*(?:make (?:it|that)|say|better|more like)\b")
_PLAIN_YES = re.compile(
    r"^(?:but |so |well |oh |aw |then )*(?:yes|yeah|okay|ok|aye|sure|go on|deal|let's do"
    r"|i'd (?:like"
    r"|love) that|i'm on for that)\b[^?]*$"
)
"""A yes after some other words."""
_ENDS_WITH_YES = re.compile(
    r",? (?<!not )(?:okay|ok|yes|yeah|sure|fine|deal|alright|all right)\W*$"
)
"""“One example, okay.”"""
_THEN = re.compile(r"\b(?:then|so|it is)\W*$")
_AS_SOON_AS = re.compile(
    r"^\W*(?:(?:as )?soon as|the (?:minute|second|moment)|the very|when|once) i(?:'m|'ve|'ll)? "
)
"""“Text me after.” “Soon as I’m out.” """
_ADVICE = re.compile(
    r"\b(?:you could|you should|you might|you ought|i'd(?! (?:be|love|like|appreciate)\b)|maybe"
    r"|if i were you)\b"
)
WONDERS = re.compile(
    r"\b(?:what(?! (?:if|about|do you say)\b)|how(?! about\b)|which|where|who|why(?! don't\b)"
    r"|when)\b"
    r"(?:\s[\w']+){0,3}\s*$"
)
"""“What else would you do?” asks to be told, not for a deed; “how about we” proposes one."""
_OFFER = re.compile(
    r"\bif (?:you(?! (?:could|would)\b)|it's|it is|anything|something|there's|one of)\b"
)
"""“If it's a shocker, ring me” is an open door; only a firm yes makes it a promise."""

_OPENS = re.compile(r"(?:\W*\b(?:so|then|okay|ok|well|just|please|right|now|yes|yeah|no)\b\W*)*")
HAS_SUBJECT = re.compile(
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
AGREED = 2.0
"""What an offer or a proposal weighs that the other one says yes to."""

_REQUESTS = Sieve((cue, cue.pattern) for cue in REQUESTS)


def answer_requests(promises: Iterable[Promise], call: Call) -> list[Promise]:
    """Add accepted requests to `promises`, or join them to the promise that answers them."""
    found = list(promises)
    for sentence in call.sentences:
        asked = asked_for(sentence)
        if asked is None or not call.is_participant(sentence.speaker):
            continue
        if _asks_what_became(sentence, call):
            continue
        answer = answer_to(sentence, call) or _done_as_asked(asked, sentence, found, call)
        if not answer:
            continue
        own = next((i for i, p in enumerate(found) if _answers(p, answer)), None)
        if own is None and _WHEN.search(sentence.plain):
            own = next((i for i, p in enumerate(found) if _settles(p, answer[0])), None)
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
    return sorted(found, key=lambda promise: (promise.sentence.index, promise.start))


def asked_for(sentence: Sentence) -> str | None:
    """The verb phrase that is asked for, or None."""
    text = sentence.plain
    if (when := _WHEN.search(text)) and when["deed"]:
        return infinitive(sentence.text[when.start("deed") : when.end("deed")].strip())
    if when:
        what = _DO_YOU_THINK.sub("", sentence.text[when.start("what") : when.end("what")]).strip()
        return f"send {what or 'it'} to me"
    for cue in _REQUESTS.through(text):
        match = cue.search(text)
        if match and not re.search(REQUEST_IN_CALL, text[match.end() :]):
            before = text[: match.start()]
            if before.count('"') % 2 or _ADVICE.search(before) or WONDERS.search(before):
                return None
            begins = _joined_from(text, match)
            asked = sentence.text[match.end() if begins is None else begins :].strip(" ,;?.!")
            return None if _OR.match(plain(asked)) else infinitive(asked)
    return None


def _asks_what_became(sentence: Sentence, call: Call) -> bool:
    """ "And how about going home at four?" asks after what the other one promised long ago."""
    if not _HOW_ABOUT.search(sentence.plain) or not sentence.content:
        return False
    return any(
        each.owner != sentence.speaker and sentence.content <= content(each.action)
        for each in call.ledger
    )


def _joined_from(text: str, match: re.Match[str]) -> int | None:
    """ "Read it into your phone and send me that": where the first of two orders begins."""
    if not match[0].lstrip(" ,").startswith("and"):
        return None
    opens = _OPENS.match(text)
    begins = opens.end() if opens else 0
    first = text[begins : match.start()]
    return begins if count(first) > 1 and not HAS_SUBJECT.search(first) else None


def answer_to(request: Sentence, call: Call) -> list[Sentence]:
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
    return asks or (len(said) == 1 and said[0].due(today, bare=True) is not None)


def _opening(said: Sequence[Sentence]) -> str:
    opening = plain(" ".join(s.text for s in said))[:80]
    return opening.replace("no problem", "").replace("no worries", "")


def _is_yes(said: Sequence[Sentence], request: Sentence, call: Call) -> bool:
    today = call.today(said[0].speaker)
    # "When'll I get that?" "Not this weekend. End of next week?"
    dated = _WHEN.search(request.plain) and any(
        each.due(today, bare=each.length <= SHORT) for each in said[:2]
    )
    first = said[: 2 if said[0].length <= BRIEF else 1]
    yes = any(_ACCEPT.search(s.plain) for s in first)
    yes = yes or any(_PLAIN_YES.search(s.plain) for s in said[1:4])
    echoed = first[0].length <= SHORT and first[0].content & request.content
    yes = yes or bool(echoed and _ENDS_WITH_YES.search(first[0].plain))
    yes = yes or _is_concluded(said[:2], call)
    accepted = yes or dated or _names_a_day(request, said[0], call)
    return bool(accepted) and not _REFUSE.search(_opening(said))


def _is_concluded(said: Sequence[Sentence], call: Call) -> bool:
    """ "Monday the sixteenth then." A day with such a word settles what was left to settle."""
    return any(
        _THEN.search(s.plain) and s.length <= SHORT and s.due(call.today(s.speaker), bare=True)
        for s in said
    )


def rest_of_turn(sentence: Sentence, call: Call) -> list[Sentence]:
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
    if reply.is_question:
        return False
    if _AS_SOON_AS.search(reply.plain):
        return True
    told = reply.due(today, bare=True)
    if told and told.due and not content(reply.text.replace(told.phrase, "")):
        return count(reply.text.replace(told.phrase, "")) <= 2
    asks = [s for s in (request, *rest_of_turn(request, call)) if s.is_question]
    days = (due_of(own_words(s.text), today=today, bare=s is not request) for s in asks)
    asked = next(filter(None, days), None)
    named = asked and reply.due(today, bare=True)
    if not asked or not named or reply.length > SHORT:
        return False
    if not content(request.text.replace(asked.phrase, "")):
        return False
    return asked.due == named.due or bool(_ANOTHER_DAY.search(reply.plain))


def _is_only_a_yes(promise: Promise) -> bool:
    """ "I could do a page", "leave it with me": said to somebody who asked, it is a yes."""
    return promise.form in ("could", "can", "idiom")


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
    enough = 0.5 if _is_only_a_yes(promise) else 1.0
    return promise.weight >= enough and any(promise.sentence.index == s.index for s in answer)


def _settles(promise: Promise, answer: Sentence) -> bool:
    """ "Monday. Is that a holiday?" "It is." "Then I'll get it to you Tuesday." """
    soon = answer.turn < promise.sentence.turn <= answer.turn + ROUNDS
    given = "to the partner +0.6" in promise.reasons and promise.weight >= 1.0
    return promise.owner == answer.speaker and soon and given and bool(promise.due)


def _own_day(answer: Sequence[Sentence], today: date) -> Spoken | None:
    """The day that the answer gives; not that of what else it tells: "She's back on Monday"."""
    said = " ".join(s.text for s in answer)
    due = due_of(own_words(said), today=today)
    told = next((s for s in answer if due and due.phrase in s.text), None)
    if due is None or told is None or due.preposition in LIMITS:
        return due
    return None if has_its_own_doer(plain(told.text.partition(due.phrase)[0])) else due


def accepted(request: Sentence, answer: Sequence[Sentence], call: Call) -> Promise | None:
    """The request itself becomes the promise of whoever said yes."""
    asked, owner = asked_for(request) or "", answer[0].speaker
    assert owner is not None
    said = " ".join(s.text for s in answer)
    today = call.today(owner)
    short = answer[0].length <= SHORT
    own = _own_day(answer, today) or answer[0].due(today, bare=short)
    due = own or due_of(own_words(request.text), today=today)
    firm = bool(_FIRM_ACCEPT.search(plain(said)))
    if not firm and (_OFFER.search(request.plain) or not (request.content or due)):
        return None
    reasons = [("request accepted", 1.2)]
    if firm:
        reasons.append(("firmly", 0.8))
    if due:
        reasons.append(("due", 0.8 if own else 0.6))
    if request.is_question or _ASKS.search(request.plain):
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
