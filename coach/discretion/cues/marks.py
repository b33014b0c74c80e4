"""How talk shows its own shape: opening a subject, leaving it, summing up, picking up the pen.

Patterns over plain lower-case words. They know nothing of secrets.
"""

from __future__ import annotations

import re

from coach.discretion.cues import resuming

_THING = (
    r"(?:something|summat|somethin'?|one (?:more |other )?thing|another thing|one more"
    r"|a (?:\w+ )?thing (?:in|about|with|from|i|we|that)\b)"
)
_MARK = (
    r"(?:(?:okay|ok|so|right|righto|well|now|and|um|yeah|good|great|fine|all right|alright|but"
    r"|then|thanks|thank you|sure|lovely|cool)[,.]? ?)*"
)
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+(?:st|nd|rd|th)?|first|second|third|\w+th"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_FILLED = r"(?:(?:what|um|uh|er|hang on|let me see)[,.]? )?"
_WEEKS = (
    r"(?:(?:a|one|two|three|four|five|six|seven|eight|ten|twelve) weeks?|a fortnight"
    r"|(?:a|one|two|three|six) months?)"
)
_NO_BACKWARD_WORD = r"(?!.*\b(?:it|that|this|he|him|his|she|her|they|them|there|those)\b)"
"""A subject still talked about is pointed back at; a new one is named."""
_BARE_NAME = (
    r"(?:my|your|the|our)(?! (?:ones?|same)\b)(?![^,.?!]*, (?:it|that|he|she|they|this)\b)"
    r"(?![^?!]*(?:\.\.|…))"
    r"(?![^,.?!]*\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could)\b)"
    r" (?:[\w-]+ ){0,3}[\w-]+"
)
"""The name of a subject by itself ("the audit"), and no sentence about it."""

OPENS = re.compile(
    r"\b(?:can|could|may|let me|lemme|i want to|i wanna|i have to|i've got to|i need to|mi haffi"
    r"|i'd like to|i'd love to|i should|i must|i gotta|i've gotta|wanted to|there's|there is"
    r"|i've got|i have|you said) (?:\w+ ){0,6}?"
    rf"(?:tell|say|ask|share|{_THING})\b"
    rf"|\b{_THING} (?:i|we|you) (?:wanted|want|need|must|should|have)\b"
    r"|\b(?:can|could|may|shall|might) (?:i|we) (?:just )?(?:have|do|use|take|go to|come to) (?:the"
    r"|a|an|our|my|another|one)\b"
    r"|\b(?:i've|i'd|i|i'll|i can) (?:got|have|had|give|tell)(?: you)? (?:one|another)"
    r"(?: (?:back|more|for you|too)|[,.])"
    r"|\b(?:there's|here's|and) (?:one|another|another one|one more)(?: (?:i'll|i|for you|back|too)"
    r"|[,.])|^(?:and |so |but |then |okay,? )?(?:one more|another one|(?:the |a )?last one)[,.]"
    r"|\b(?:before that|by the way|the (?:other|big|real) thing|can you keep)\b"
    r"|^(?:\w+,? ){0,3}(?:something|summat|one) (?:from|for) (?:me|you|my (?:side|end))\b"
    r"|\bhere's (?:a|the|another) (?:\w+ )?thing\b"
    r"|\b(?:oh,? and|and also)\b|^also\b|\bone more thing\b|\bit's a bit\b"
    r"|\b(?:can|could|may) i[,.…]* (?:um|uh|em|er|erm|eh|ehm)\b"
    r"|\bi'll be (?:honest|straight|frank|open) with you\b|\bto be (?:straight|frank) with you\b"
    r"|^(?:but |so |and |oh |yeah |well )?(?:hey|listen|look|hey look|hey listen|eh)\b,?(?= )"
    r"(?! (?:at|after|for|like|what|who|how|to)\b)"
)
"""Someone makes room for a subject of their own."""

ANOTHER = re.compile(
    r"\b(?:can|could|may) i (?:just )?(?:tell|ask|say)(?: to)?(?: you)? (?:something|a thing"
    r"|one thing)\?"
    r"|^(?:(?:so|and|oh|but|hey),? )*(?:you know what|do you know what|know what) i (?!mean\b"
    r"|said\b|say\b)(?:still |also )?\w+"
    r"|^(?:(?:so|and|oh|but|hey),? )*by the way\b"
    r"|^(?:(?:okay|ok|right|all right|alright|ha),? )*(?:and (?:hey|oh|also)|(?:oh|hey),? and)\b"
)
"""Somebody makes room for a subject, which may be another one."""

A_NEW_ONE = re.compile(r"\b(?:an?|another|some) (?!bit\b|lot\b|little\b|while\b)\w+")
"""A thing that was not spoken of yet."""

THAT_THING = re.compile(r"\b(?:that|the|your|my|our) ([^\W\d_]{4,})")
"""A thing that both know of."""

ASKS_BACK = re.compile(r"\b(?:it|that|this|he|him|she|her|they|them)\b[^?]{0,99}\?$")
"""A question about what was said just before."""

LED_IN = re.compile(
    r"(?:(?: two| now)?[,:] (?:but )?| but )(?!(?:so|because|please|okay|till|until|and)\b)\S+ \S+"
)
"""What follows words that lead in a sentence."""

INTO_TELLING = re.compile(
    r"(?: two| now| please)*"
    r"(?: (?:i|i'm|i've|my|he|he's|she|she's|they|they're) \S+ \S+"
    r"|(?:[,:;–—-]+ (?:but |because |and )?| but | that )"
    r"(?!(?:so|please|okay|ok|right|yes|agreed)\b|(?:will|would|could|can|won't|can't) you\b)"
    r"\S+ \S+)"
)
"""What follows a request for silence that is told in one breath with its secret."""

ELSE = re.compile(r"\belse\b|\bnext\b|\bon your (?:list|mind|agenda)\b")
"""A question that asks for any subject, and none in particular."""

WHO_KNOWS = re.compile(
    r"\b(?:does|do|did|has|have|is|are) (?!you\b|we\b|i\b)(?:\w+ ){1,3}(?:know|heard|aware"
    r"|been told)"
    r"(?: (?:about )?(?:it|this|that)| yet| already| even)*\?$"
    r"|\bwho (?:else )?(?:knows|have you told|did you tell|has been told)"
    r"(?: (?:about )?(?:it|this|that)| yet| already)*\?$"
    r"|\bhave you told (?:anyone|anybody|him|her|them|(?:your|the) \w+)(?: (?:about )?(?:it"
    r"|this|that)"
    r"| yet| already| else)*\?$"
)
"""Asked of what was told: who knows of it?"""

HARDLY_ANYONE = re.compile(
    r"^(?:(?:oh|god|lord|um|uh|well|yes|yeah|yep|ah|em|hm|mm),? )*(?:no|not|nobody|none|nope"
    r"|nah|naw"
    r"|never|only|just|i don't (?:reckon|think)|of course not|\w+ (?:doesn't|don't|hasn't|haven't)"
    r"(?: know)?(?=[.,!]| yet)|(?:he|she|they)(?:'s| has| have|'ve)? (?:got )?no (?:idea|clue))\b"
    r"(?!.*\b(?:i|we)(?:'ll|'m going to| will| must| should| need to) (?:\w+ )?(?:tell|ask"
    r"|write|call|ring|mail|email|text|let)\b)"
    r"(?!.*\bi (?:tell|ask|write|call|ring) (?:you|him|her|them)\b)"
    r"(?!.*\b(?:haven't|didn't) (?:\w+ )?(?:answered|answer|replied|reply|decided|decide)\b)"
)
"""The answer, where nobody or hardly anybody does, and the teller is not about to tell them."""

INVITES = re.compile(
    r"^(?:(?:um|oh|yes|yeah|yep|sure|of course|okay|ok|well|please|right|mhm|always|by all means"
    r"|hm|ha),? )*(?:go on|go ahead|go for it|go|please(?: do)?|tell me|say it|ask(?: me)?|shoot"
    r"|on you go|out with it|i'm listening|i'm all ears|all ears|work away|try me|let's hear it"
    r"|away you go|fire away|take your time|what(?:'s up| is it)|like what|what's that)"
    r"(?: then| on| away| so)?[.!?,]*$"
)
"""The other may go on: a telling begins with what comes next."""

TIES = re.compile(
    r"\b(?:speaking|talking) of (?:that|which|it)?\b|\bspeaking of[,.]|\bon that (?:note"
    r"|subject)\b"
)
"""The subject is the one that the other has just named."""

TRAILS = re.compile(
    r",? (?:so|but|and|because|um|like|only|just)[.,… ]*$"
    r"|(?<!okay)(?<!, yes)(?<!right)(?<! eh)(?<! you)(?<! ok)(?<!please)\?$"
)
"""Left hanging, or asked as a question (not with a tag): what it speaks of is still to come."""

SHIFTS = re.compile(
    rf"^{_MARK}(?:what else|anything else|what have (?:i|we|you) got|what've (?:i|we|you) got"
    r"|what do i have|what are we saying|read (?:me|it|them) back|(?:let me|lemme) (?:hear|recap)"
    r"|to (?:recap|sum up|summari[sz]e)|calendar|when (?:do|shall|should|are|can) we|what's next"
    r"|(?:what|how) about (?:the|your|my|our|this|next|a)\b|tell me about|where were we|as for"
    r"|(?:shall we|let's|let us|can we) (?:get"
    r"|go|turn|move|look|talk|find|park|leave|come|start|continue|wrap"
    r"|do|pick)|(?:going |coming )?back to|next (?:one|point|thing|up|item|topic|step|steps)"
    r"|(?:how (?:did|was|were|is|are|'s)|how's|when's|where's|what's|where are we with)"
    rf" (?:the|your|my|our)\b(?! (?:hard\w*|worst|scar\w+|difficult) (?:part|bit|thing|one)\b)"
    rf"{_NO_BACKWARD_WORD}"
    rf"|(?:what|how|when|where) (?:shall|should|do|can) we\b{_NO_BACKWARD_WORD}"
    r"|(?:the|my|our) (?:last|first|second|third|next|other|final) (?:one|thing|item|point)"
    r" (?:is|was|on)|(?:when|where|what time) (?:are|is|'s|do) (?:we|our) (?:\w+ ){0,2}?"
    r"(?:on|again|next|meet|talk|talking|speak|speaking|one|call)"
    r"|when's (?:our|the) next|(?:this|that|these|those) (?:[\w-]+ ){1,3}of (?:yours|mine|ours)"
    r"|(?:are )?you (?:okay|ok|all right|alright|right|ready|good|fine) to (?:go on|keep going"
    r"|carry on"
    r"|continue|move on)|before we (?:close|go|finish|stop|end|wrap|leave)|wrapping up"
    r"|(?:let's|let us) (?:land|close|finish|end|book|return|do the)|we should (?:close|stop"
    r"|finish)"
    rf"|what was (?:most )?useful|who (?:sends|books|writes|brings)\b{_NO_BACKWARD_WORD})\b"
    r"|^(?:so|now)[.:…]+$"
    r"|^(?:anyway|anyhow|anyways|anyroad|next"
    r"(?! (?:time|week|month|year|day|door|to)\b)|right then|okay then|on another note)\b"
    r"|^(?:\w+,? )?moving on\b(?! (?:from|out|up|without)\b)"
    r"|^meanwhile, |^(?:come on|on you go|back to work|business)[,.] "
    r"|^(?:right|righto|good|okay|ok|all right|alright|so|and)?[,.]? ?(?:now|then),? (?:tell|show"
    r"|give|walk|talk|read|take|bring) (?:me|us) (?:\w+ )?(?:the|your|that|this|those|these|our"
    r"|about|through)\b|^(?:how much|how many|how far|how) (?:is |are |with |of )?(?:the|your|di)"
    rf" \w+{_NO_BACKWARD_WORD}"
    r"|^(?:right|righto|now|okay|ok|alright|all right),? (?:so |then,? )?"
    rf"(?:my|your|the|our)\b{_NO_BACKWARD_WORD}"
    rf"|^so,? {_BARE_NAME}(?<!ed)[,.?!]|^and {_BARE_NAME}(?<!ed)[,.]"
    r"|^(?:(?:right|okay|ok|good|well|so|now|and),? )+(?!(?:if|when|because|cause|since|after|once"
    r"|before|what|why|how|where|who|that|this|it|then|yeah|yes|no)\b)(?:[a-z]+ ){0,2}[a-z]+, "
    r"(?:when|what|how|where|who)(?:'s|'re| is| are| was| did| does| do| has| have) "
    r"(?:he|she|it|they)\b[^?]*\?"
    rf"|^{_MARK}i (?:was (?:going|gonna|about)|wanted|meant) to ask{_NO_BACKWARD_WORD}"
    r"|\b(?:meant to ask|nothing to do with (?:that|this|it|any of)\b|before i forget"
    r"|while i (?:remember|think of it"
    r"|have you"
    r"|'ve got you)|completely different|unrelated|on a different note|separately)\b"
    r"|\b(?:ask|tell|say|talk)(?: to)?(?: me)? (?:about )?(?:something|anything) (?:about|else"
    r"|different|other|normal|nice|happy|cheerful|easy|boring|dull)\b"
    rf"|^{_MARK}(?:an?other|other|different|new|next) (?:thing|topic|subject|matter|point|question)"
    r"(?=[,.:]|$| please)"
    rf"|^{_MARK}(?:next[.:,]|next time,? (?:i|we)\b{_NO_BACKWARD_WORD}"
    r"|when(?: are (?:we|you)(?: on)?(?: next)?[.?]|(?:'ve| have) we(?=[,?]|$| (?:got|on|next)\b)"
    rf"|(?:'ll| will) (?:we\b{_NO_BACKWARD_WORD}|(?:i|you) (?:\w+ )?(?:see|meet"
    r"|talk to|speak to) (?:you|me|each other)\b)"
    r"| we (?:talking|meeting|speaking|going|doing|on)\b[^?]{0,30}\?)"
    r"|we (?:meet|talk|speak|see each other)(?: again| next)? when\b"
    r"|(?:leave|put|set|park|forget|drop) (?:\w+ ){1,3}?(?:(?:aside|there|out of it"
    r"|to one side),? )?(?:for )?(?:(?:a|one|the) (?:minute|moment|second|sec|bit)|now)(?=[,.]|$)"
    rf"|(?:go on|go ahead),? (?:then,? )?tell me about{_NO_BACKWARD_WORD} \w"
    rf"|(?:in )?{_WEEKS}(?: on| from (?:now|today))?(?:'s|'d be"
    r"|,? (?:again,? )?(?:it's|is|would be|it'd be|that's|that'd be|takes us to|brings us to)),? "
    rf"{_FILLED}(?:on )?(?:the |a )?(?:\w+[ -])?{_DATE}"
    r"|(?:our |the )?next (?:one |call |time |meeting |session )?(?:is|would be) (?:on )?"
    rf"(?:the |a )?(?:\w+[ -])?{_DATE})"
    rf"|^{_MARK}(?:on to |to |for )?(?:something |some )?(?:(?:much )?more |a bit |a little )?"
    r"(?:cheerful(?:ler)?|cheerier|happier|light(?:er)?|brighter|nicer|easier|safer|boring|normal)"
    r"(?: (?:things?|stuff|matters?|news|notes?|talk|subjects?|topics?|ground|questions?|ones?))?"
    r"(?=[.,:!?]|$| please)"
    rf"|^{_MARK}(?:what time is it|what's the time|look at the time|is (?:that|it) the time)\b"
    r"|\b(?:moving on to|what else have|different (?:topic|subject)|change (?:of|the) subject"
    r"|one (?:more|other) thing|one thing (?:too|still)|another thing|something else"
    r"|another question|wrap (?:this|it|up)|on the agenda)\b"
)
"""Someone visibly leaves a subject for another."""

TO_YOU = re.compile(
    rf"^{_MARK}(?:you, (?:how|what)|(?:what|how) (?:about|is with|is it with) you\b"
    r"|what's with you\b|how's yourself\b|how are things with you\b)"
)
"""Who told turns to the other one: the talk is no longer of what was told."""

NAMED = re.compile(
    r"(?:so|okay|ok|right|now),? ((?!what|why|how|when|where|who)[^\W\d_]{4,}(?: [^\W\d_]{4,})?)"
    r"[.?!]?$"
)
"""An older subject called up by its bare name: "So, Kilimanjaro"."""

ROUND = re.compile(
    r"\b(?:what have (?:i|we|you) got|what've (?:i|we|you) got|what do i have"
    r"|what are we saying|read (?:me|it|them) back|so let me hear|wrap (?:this|it|up)"
    r"|(?:let me|let's|let us|lemme|can you|will you|you) (?:say|hear|read|run|play|go)"
    r" (?:it|that|them|this)(?: all)? (?:all )?back\b|tell me what you've got"
    r"|who's (?:got|doing) what|what's (?:our|your|the) list|land this"
    r"|(?:do you want to|do you wanna|shall we|want to|let's) (?:recap|sum up|wrap up)"
    r"|what did we (?:agree|say)|let me recap|so (?:you've|i've|we've) (?:the|got)"
    r"|action items)\b"
    r"|\b(?<!n't )(?:say|hear|run|play) (?:it|that|them|this|everything)(?: all){0,2} back\b"
    r"|\b(?<!n't )(?:(?:tot|sum|round|tally|total)(?: (?:it|this|that|all|things|everything|them))?"
    r"|(?:add|count|gather) (?:it|this|that|all|things|everything|them))(?: all)? up\b"
    r"(?! (?:on|to|the|a|some|for)\b)"
    rf"|^{_MARK}to (?:recap|sum up|summari[sz]e)\b"
)
"""The closing round, in which many subjects are named in one breath."""

GREETS = re.compile(r"^(?:hello|hi|welcome|good (?:morning|afternoon|evening))(?=[,.!]|$)")
"""Somebody else has come in."""

DECLINES = re.compile(
    r"\b(?:(?:maybe|perhaps|then|please|better) (?:you )?don't(?: tell me)?\b"
    r"|i'd rather not (?:know|hear)|i don't want to (?:know|hear)|better not)"
)
"""The listener would rather not hear it."""

NAMELESS = re.compile(
    r"\b(?:the|that|your|my|our) (?:other|private|secret|quiet|delicate|unmentionable)"
    r" (?:thing|one|matter|business|bit|part|stuff|story)\b"
    r"|\bthe (?:thing|bit|part|matter) (?:that )?(?:we|you|i) (?:just |only )?(?:talked|spoke|said"
    r"|mentioned|told|discussed)\b|\bthe one (?:of|for|from) \w+$"
    r"|\b(?:your|that|the) (?:thing|matter|business),? (?:of|from) (?:last|before|the other)\b"
)
"""A secret named after it was told, by two who both know what is meant."""

TOLD_BEFORE = re.compile(
    rf"^(?:{_MARK}|eh,? |uh,? )*(?:(?:that|the|my) (?:thing|matter|business|one|bit|part)"
    r"(?: that)? i|what i) (?:\w+ )?(?:told|mentioned|said)(?: to)?(?: you)?(?: about)?(?: of)?"
    r"(?:,? (?:last|the other|that|in|on|before|back)(?: \w+){0,3}){0,2}[.,…]*$"
)
"""What was told before, named by the telling alone: people do so who will not name it."""

RECALLS = re.compile(
    r"\b(?:the|that|our|your) other(?: (?:thing|one|matter|business|bit|part|story)\b|(?=[,?.]|$))"
)
"""Something is come back to without a name."""

RENEWS = re.compile(
    r"^(?:\w+,? ){0,3}?same rules(?: (?:as (?:before|always|ever|last time)|apply|again))?[?.,]*$"
)
"""An agreement on silence, renewed for what comes."""

THE_OTHER = re.compile(
    rf"^{_MARK}(?:and )?(?:the|that|your|our) (?:other|quiet|private|secret) (?:thing|one|matter"
    r"|business|bit|part|story)(?=[,?])"
)
"""A subject without a name, and no sentence about it."""

DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:to(?:day|night|morrow)|weekend|week)\b"
    r"|\b(?:\d+(?:st|nd|rd|th)|(?:\w+teen|twentie|thirtie|four|fif|six|seven|eigh|nin|ten|eleven"
    r"|twelf)th|(?:twenty|thirty)[- ]\w+|second|third)\b|\bend of (?:the )?\w+\b"
)
"""A day by which something is due, as the items of a list name it."""

TOLD_OF = re.compile(r"\b(?:i|he|she|they|it|we|that)(?:'s|'d|'ve|'m|'re)?\b")
"""A subject of a sentence that tells something, which an item of a list does without."""

LAUGHTER = re.compile(
    r"\b(?:ha(?:,? ?ha)*|haha\w*|hah|lol|heh)\b|[\[(](?:laugh\w*|chuckl\w*|giggl\w*)[\])]"
)
THANKS = re.compile(
    r"\bthank(?:s| you) for (?:telling|trusting|sharing|being honest|saying|confiding)\b"
)
HESITATION = frozenset(("um", "uh", "em", "ehm", "er", "erm", "hm", "hmm", "well"))
LONG = (OPENS, SHIFTS, resuming.RESUMES)
"""So many ways of saying it that a sentence is looked over first for their words."""
