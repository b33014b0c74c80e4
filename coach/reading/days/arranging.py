# ruff: noqa: E501  a cue is one row of a table
"""How two people settle when they meet again, as data: asking, naming, taking, turning down."""

from __future__ import annotations

import re

from coach.cues import Cue, plain
from coach.dates import Spoken
from coach.sieve import Sieve

BRIEF = 4
"""Words up to which a sentence with a time of day is an appointment ("Half four.")."""

_MEET = r"(?:call|session|meeting|chat|one|catch[- ]?up|check[- ]?in|1:1|one[- ]on[- ]one|slot|date|appointment|round)"
_RELATIVE = r"(?:a|one|two|three|four|five|six|eight|\d)"

ABOUT_MEETING: tuple[Cue, ...] = (
    Cue("next_is", rf"\b(?:our|the|my|your)? ?next (?:{_MEET}\b(?:'s| is| will| would| on|,|\?| then| for|:)?|is\b|would be|will be|we have|then is)", "So next is the third of June.", "I'll do the next chapter.", 2.0),
    Cue("our_next", r"\bour next\b|\bthe next\?|\bnext (?:time )?(?:we|you and i) (?:meet|speak|talk|see|have|do|catch)|\bnext time(?:'s| is|,? (?:is|that's|then))\b|\bnext,? same time|\bnext\?|\bnext time (?:i|we) (?:can|could)\b", "When's our next?", "Next to our house.", 2.0),
    Cue("when_we", r"\bwhen we (?:next|again|talking|meeting|speaking|catching|on\b)|\bwe (?:meet|talk|speak|do (?:this|it|the next))(?: again)?,? when\b|\bwhen (?:have|are|do|shall|should|can|could|will|would|'s|is|are you) ?(?:we|i see you|you and me|our|the next|you free|you around)\b(?! (?:launch|ship|start|finish|go live))", "When are we?", "When are they here?", 2.0),
    Cue("same_time", r"\bsame (?:time|place|hour|bat|slot|link|room|again)\b|\b(?:usual|normal|regular) (?:time|slot|place|hour)\b|\b(?:the|our) usual\b|\bas (?:always|ever|usual)\b|\bon for\b", "The sixteenth, same time.", "At the same table.", 1.5),
    Cue("see_you", r"\b(?:see|speak to|talk to|catch|hear from|ring|call) (?:you|ya|u|yous|yiz|each other)(?: again| all| then| next)? (?:on (?!your|my|the (?:phone|street|bus|stairs))|in (?:a|two|three|four|six|\d)|next|the (?!same)|mon|tues|wednes|thurs|fri|satur|sun|\w+(?:day|teenth|first|second|third|fourth))|\b(?:see|speak|talk) (?:again |next )?(?:on|in|next)\b|\b(?:see|speak to|talk to) (?:you|ya|yous) (?:now |again )*(?:till|until|before)\b|\bbe (?:back )?(?:on|talking|speaking) to you\b|\bwe(?:'re| are|'ll be| will be)? (?:next )?(?:back (?:here|on)|(?:see|seeing|speak|speaking|talk|talking|meet|meeting) (?:to )?(?:each other|again))\b|\bwe said\b", "Talk to you on the sixteenth.", "I see you on your phone a lot there.", 1.5),
    Cue("meet_again", r"\b(?:meet|speak|talk|catch up|connect|regroup|reconvene|touch base|sync)(?: up)? (?:again|next|on|in)\b|\blet's (?:say|do|make it|go for|go with|meet|speak|talk)\b", "Shall we meet again on Monday?", "We met at college.", 1.5),
    Cue("shall_we", r"\b(?:shall|can|could|should|will|would) (?:we|you) (?:(?:say|do|make|manage|go for|go with|take) (?:the (?=\d|\w*(?:th|first|second|third)\b|\w+day)|a|it|mon|tues|wednes|thurs|fri|satur|sun|next|that|\d|\w+(?:teenth|first|second|third|fourth|eighth|ninth|tenth))|meet|move|talk|speak)\w*|\b(?:how|what) about (?:the|a|next|this|mon|tues|wednes|thurs|fri|satur|sun|\d|\w+(?:teenth|first|second|third|fourth|eighth|ninth|tenth))|\bdoes (?:the |that |next |\w+day )?.{0,20}\b(?:work|suit)\b|\b(?:is|are) .{0,25}\b(?:okay|ok|good|all right|alright|free|fine) (?:for|with|by) (?:you|u|everyone)\b|\b(?:you|i'm|i am|i have|we're) (?:free|available|around)\b|\b(?:would|will|could|might) [^.?!]{0,30}\b(?:do|suit) (?:you|us|me)\b|\b(?:suits?|handy for|any good (?:to|for)) you\b|\bwhat (?:are|is|'re) (?:you|it) like\b|\bhow are you (?:fixed|placed|set|for|on)\b|\bi (?:can|could) do (?:the|a|mon|tues|wednes|thurs|fri|satur|sun|next)|\blooking at", "Can you do the nineteenth?", "Can you do push-ups?", 1.5),
    Cue("how_long", rf"\b(?:{_RELATIVE}) (?:weeks?|fortnights?|months?)(?:' time)?,? (?:today|tonight|from (?:today|now|tonight)|is|it's|that's|makes|that makes|which is|would be|time|takes us|brings us|on)\b|\b(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:in|so) (?:{_RELATIVE}) (?:weeks|months)\b|\bfortnight\b|\b(?:week|month) (?:today|from today)\b|^(?:\w+\W+){{0,3}}(?:a|one|two|three|four|five|six) (?:weeks?|months?)(?: (?:then|so|again))?\W*$|\b(?:a|one) month (?:from|on)\b", "Four weeks today is the eleventh.", "I was away for two weeks.", 1.5),
    Cue("calendar", r"\b(?:(?:in|on|into) (?:the|my|your|our) (?:calendar|diary|diaries)|^calendar\b|(?:the|an?) (?:invite|invitation)|put (?:it|us|you|that) in|pencil(?:led)?|book(?:ed)? (?:it|us|in|you)|lock (?:it|that) in|send (?:you )?(?:the|a|an) (?:invite|link)|change the link|repeating one|recurring|diaries|appointment|(?:got|have|had|put|pop|stick|pencil|keep) (?:you|us|it|me|that) (?:down|in)\b|written down|(?:push|move|shift|bring|keep|leave|put|change|swap) (?:ours|us|it|our (?:next|call|session|one)) (?:to|by|back|forward|out|a|one|two|till|until)\b(?! (?:him|her|them|you|me)\b)|(?:we|let's) (?:push|move|shift))\b", "I'll put it in the diary.", "He wrote a diary of the war once.", 1.0),
)  # fmt: skip

AGREES: tuple[Cue, ...] = (
    Cue("works", r"\b(?:works|suits|that's (?:fine|good|perfect|grand|great|okay|ok)|(?:it|day|th|first|second|third)'s (?:fine|good|grand|great|perfect|okay|ok)|sounds good|perfect|lovely|grand|deal|done|brilliant|see you then|no problem|confirmed|that one's good|god willing|inshallah|i'm free|i can (?:do|make) (?:that|it))\b", "That works for me.", "He is at work." ),
    Cue("yes", r"^\W*(?:(?:um+|uh|oh|ah|right)\W+)*(?:yes|yeah|yep|yup|ok|okay|sure|aye|great|cool|fine|good|alright|all right|can|ja)\b", "Yep, all good.", "Well, I'd rather not."),
)  # fmt: skip

TURNED_DOWN: tuple[Cue, ...] = (
    Cue("cannot", r"\b(?:can't|cannot|can not|won't (?:work|be|do|suit|make|manage)|couldn't|not going to be able|doesn't work|don't work|not work|no good|no use|not good|not free|problem with|clash(?:es)?|double[- ]booked|impossible|not possible|hopeless)\b", "The ninth I can't.", "I can do the ninth."),
    Cue("elsewhere", r"\b(?:i'm|i am|we're|we've|we have|i've|i have|i'll be|that's|it's|is) (?:\w+ ){0,4}?(?:away|travel(?:l)?ing|out of (?:town|office)|on (?:leave|holiday|vacation|annual leave|shift|call|nights)|holidays?|in court|abroad|off(?:site)?|conference|offsite|half[- ]term|bank holiday|exams|a wedding|surgery)\b", "I'm away that week.", "I'm right here."),
)  # fmt: skip

NO_NEXT: tuple[Cue, ...] = (
    Cue("no_next", rf"\b(?:no|not? (?:a|another)) (?:more |further )?next (?:one|{_MEET}|time|date)\b|\bno (?:more|further) (?:calls|sessions|meetings)\b|\b(?:won't|not going to) (?:book|set|fix|put in|schedule) (?:a |an)?(?:other|next)\b|\bnothing (?:booked|in the (?:diary|calendar))\b|\bno next\b", "So no next one on the calendar.", "No, next one is on Monday."),
    Cue("the_last", rf"\b(?:this|that|it)(?:'s| is| was) (?:our|the) (?:very )?(?:last|final) {_MEET}\b|\bour last one\b(?!\s*was)", "So that was our last session.", "Our last session was hard, wasn't it."),
    Cue("leave_open", r"\b(?:leave it open|leave it for now|play it by ear|no fixed date|(?:find|fix|arrange|sort|agree) (?:a|another) (?:time|date|day)(?: later)?\W*(?:$|by )|come back to you|(?:drop you a line|get back to you) (?:with|when|about)|we'll find a (?:date|day|time)|i'll (?:text|message|email|send) you (?:some )?(?:dates|times|days)|sort (?:out )?(?:a date|the date|dates) (?:later|by)|let's (?:not|leave)[^.?!]{0,20}\bdate)\b", "We'll leave it open for now.", "Leave the door open."),
)  # fmt: skip

GOALS: tuple[Cue, ...] = (
    Cue("we_look", r"\b(?:we|we'll|we can|we should|let's|let us|lets|i want to|i'd like (?:us )?to|we're gonna|we're going to|and then we|then we)(?:'ll| will| can| could)? (?:(?:then|also|just|maybe|both|all|first|really|definitely|proper(?:ly)?|probably)\s+)*(?:look at|see|start (?:with|off|by)|begin (?:with|by)|kick off|open with|talk about|talk through|go (?:through|over|into)|review|make (?:it|that|that one|this one|the next one) about|pick (?:up|apart)?|decide|discuss|focus on|dig into|work on|tackle|have a (?:proper )?look|do (?:the|a|your|our)|check|hear|cover)\b", "And we look at what the price did.", "We looked at it."),
    Cue("you_bring", r"\byou(?:'ll| will|'re going to| can)? (?:(?:then|also|just)\s+)*(?:tell me|show me|bring|walk me through|talk me through|report)\b", "You'll tell me how the exam went.", "You told me it went well."),
    Cue("agenda_is", r"\b(?:agenda|(?:main|first|only|top) (?:thing|item|point|topic)|topic|focus|at the top|i want to see)\b", "That's the only agenda.", "He has a hidden plan."),
)  # fmt: skip

WHAT_FOR = re.compile(
    r"\bwhat(?:'s|'ll| is| will| shall| should| do| would| can)? (?:we|it|that(?: one)?|(?:the )?next (?:one|call|time))\b[^?]{0,30}?\b(?:about|do|cover|talk|look|want|focus|for|start|see)\b[^?]{0,20}\?"
    r"|\bwhat(?:'d| do| would| d') ?you (?:want|like|need)\b[^?]{0,20}\b(?:about|do|cover|talk|look|bring|focus|next)\b[^?]{0,20}\?"
    r"|\bwhat(?:'s| is) (?:the |our |your )?(?:agenda|subject|topic|focus|main thing|theme)\b[^?]{0,30}\?"
)
"""A question what the next call is for: of both, of it, or of what the other wants from it."""
DATED = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bjan|\bfeb|\bmar(?:ch)?\b|\bapr|\bmay\b|\bjune?\b|\bjuly?\b"
    r"|\baug|\bsep|\boct|\bnov|\bdec|\bweeks?\b|\bmonths?\b|\bfortnight|\btomorrow|(?:st|nd|rd|th)\b|\bfirst|\bsecond|\bthird"
    r"|\btwenty|\bthirty|\b(?:day|week) (?:after|before)\b"
)
TASK = re.compile(
    r"\b(?:i'll|i will|i'm going to|i'm gonna|you'll|will you|can you) (?!be\b|see\b|speak\b|talk\b|(?:ring|call|phone) you (?:on|the|at)\b|send (?:you |it |us )?(?:an?|the) (?:invit|link)|do the\b|do a\b|meet\b|put\b|move\b|change\b|have it in\b)(?:\w+ )?[a-z]+|\bby (?:mon|tues|wednes|thurs|fri|the\b)|\bdeadline|\bdue\b"
)
CLOCK = re.compile(
    r"\bo'clock\b|\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|uhr)|\b\d{1,2}:\d\d\b|\b(?:at|for) (?:half|quarter|noon|six|seven|eight|nine|ten|five|four|three|two|one|\d)\b"
    r"|\b(?:half(?: past)?|quarter (?:past|to)) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:fifteen|sixteen|seventeen|eighteen|nineteen) (?:thirty|hundred)\b|\bsame time\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:fifteen|thirty|forty[- ]five)\b"
)
NUMBER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)\b"
)
_DAY_WORDS = (
    r"(?:the|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?"
    r"|(?:twenty|thirty)[- ]?(?:\w+(?:st|nd|rd|th))?|\w+(?:th|first|second|third)|january|february"
    r"|march|april|may|june|july|august|september|october|november|december)"
)
NAMES_ONLY = re.compile(
    r"^\W*(?:(?:and|so|then|ok|okay|right|well|um|uh|that's|it's|is it|on|for|say|maybe|shall we say"
    rf"|let's say|will we say)\W+)*{_DAY_WORDS}(?:\W+{_DAY_WORDS})*(?:\W+(?:then|so|again|is it|yeah"
    r"|maybe))?\W*\?"
)
"""“So the ninth?” and no word more."""
SUITS = re.compile(
    r"^\W*(?:'s|is|are|i'm|we're|it's|that's|was)\s(?:\w+\s)?(?:free|around|in\b(?! (?!on\b|all\b|that\b|then\b|and\b|the (?:office|building)\b)\w)|good|available|fine"
    r"|grand|great|ok|okay|better|best|lovely|perfect|easier|clear|open|our|the next|your"
    rf"|(?:(?:a|the)\s)?(?!(?:the|of)\b){_DAY_WORDS}\b)"
)
_HOURS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|\d{1,2}|o'clock|[ap]m|half|past"
    r"|quarter|to|at|in|the|early|late|first thing|morning|afternoon|evening|night|lunchtime|noon)"
)
BARE_WEEKDAY = re.compile(
    rf"(?:on |the |that )*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\W+{_HOURS}\b)*"
)
"""A weekday and an hour at most, of no week."""
WISHES = re.compile(
    r"\b(?:(?:could|can|shall|would|let us|let's|we|you) (?:\w+ )?(?:do|make|take|have|say)|i've got|i have|i can"
    r"|i could|how about|what about|what of|maybe|rather|better|instead|then)\b"
)
"""What offers a day: “let us do the Thursday”, “I've got the Tuesday”."""
AND_THE = re.compile(r"^\W*(?:and|so) (?:the|your|my|that|this|our) (?!next\b)[^?]{2,40}\?")
"""“And the allergen sheets?” asks for the day of those."""
EITHER = re.compile(r"\bor\b")
A_WEEKS_WORDS = re.compile(r"\bweek\b")
SPAN = re.compile(
    r"(?<!in )(?<!for )(?<!last )(?<!past )\b(?:two|three|four|five|six|eight|\d) (?:weeks|months)\b(?=\W*(?:$|then|again|is|would|it's|that's|makes|out\b|so\b|same\b"
    r"|usual\b|the\b|and we\b|\w+day\b))"
)
"""“Three weeks again?”: how long until the next."""
TAKEN_UP = re.compile(
    r"^,? (?:(?:i|we|you|they|he|she) (?!(?:can|could|would|do|did|meet|talk|speak|see|call|ring|say|said"
    r"|start|go|look|take|have you|thought|think|believe|suppose|guess|mean|know)\b)[a-z]"
    r"|(?:nobody|everybody|no one|everyone|my) [a-z])"
)
"""“Friday you bake”, “Monday I sleep”: what fills the day."""
SOON = re.compile(r"\b(?:today|tonight|tomorrow)\b")
CLAUSE = re.compile(r"[,;:]|\b(?:so|but|or|and)\b")
OTHERWISE = re.compile(
    r"\b(?:week after|instead|rather|make (?:it|that)|(?:what|how) about|or (?:the|on)|better)\b|\?\W*$"
)
NOT = re.compile(r"\b(?:not|never|\w+n't)\b")
END = re.compile(r"\bend\b")
"""Nobody meets at the end of a week or of a month; things are due then."""
NEXT_TIME = re.compile(r"\bnext (?:time|call|session)\b")
LEAD = re.compile(
    r"^(?:[\W_]|\b(?:and|so|then|ok|okay|yeah|yes|right|well|cool|but)\b)+", re.IGNORECASE
)

_ABOUT_MEETING = Sieve((cue, cue.pattern) for cue in ABOUT_MEETING)


def about(text: str) -> float:
    """How much plain `text` is talk of meeting again; a bare time of day is a little."""
    return max(
        (cue.weight for cue in _ABOUT_MEETING.through(text) if cue.search(text)),
        default=1.0 if _is_appointment(text) else 0.0,
    )


def _is_appointment(text: str) -> bool:
    """ "Half four.", "The 28th of April, six o'clock?": a time of day, and a day at most."""
    words = len(text.split())
    return (
        words <= 2 * BRIEF
        and bool(CLOCK.search(text))
        and (words <= BRIEF or bool(NUMBER.search(text)))
    )


def repeats(spoken: Spoken, text: str) -> bool:
    """Does a reply say the number of the day again?"""
    numbers = set(NUMBER.findall(plain(spoken.phrase)))
    return bool(numbers & set(NUMBER.findall(text)))


_NO = re.compile(
    r"^\W*(?:(?:oh|ah|eh|em|um|hm+|well|ooh|och)\W+)*(?:no|nah|naw|nope)\b"
    r"(?!\W+(?:problem|bother|worries|no\b))"
)
_IS_ANOTHER = re.compile(
    r"^\W*(?:(?:oh|ah|eh|well|yeah|yes|but|hm+)\W+)*(?:that's|that is|that one is|it's|that'll be|that would be) "
    rf"(?!(?:\w+ ){{0,2}}(?:fine|good|grand|great|perfect|okay|ok|lovely|right|true|it|in\b|what|why|how|\d|{_DAY_WORDS})\b)"
)


def objects(text: str) -> bool:
    """Does a reply to a day turn it down: "No, ...", "That's the bank holiday"?"""
    return bool(_NO.search(text) or _IS_ANOTHER.search(text))
