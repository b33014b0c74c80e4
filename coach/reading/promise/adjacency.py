"""Asking and answering: the two halves of a promise that two people make together, as data.

A request by one and its acceptance by the other are an adjacency pair (Schegloff and Sacks);
neither half is a promise alone.
"""

from __future__ import annotations

from coach.cues import Cue
from coach.reading.promise.forms import TO_ME

ACCEPT = (
    r"^(?:(?:oh|ah|aw|um|er|uh|em|well|okay|ok|and|no|so|right|ha|mm|hmm|but|puh|god|jesus|christ"
    r"|lord)[,.! ]+)*"
    r"(?:yeah|yes|yep|yup|yah?|yea|haan|sure|of course|course|ok|okay|will do|i will"
    r"|i can do that|that i (?:can|could|will)(?: do)?(?=\W*(?:$|[,.!]))|that(?:'s| is) doable"
    r"|no problem|no worries|definitely|"
    r"absolutely|deal|done|all ?right|righto|right you are|aye|fine|go on then|happy to|gladly"
    r"|for sure|"
    r"consider it done|i'll|i can(?!')|i could|agreed|you got it|certainly|by all means"
    r"|i'd be (?:happy|glad"
    r"|honou?red)|with pleasure|"
    r"fair enough|can do|it will be|i'm on it|leave it with me|you can|perfect|good idea|noted"
    r"|great|super|i promise|"
    r"not at all|it would(?=\W*(?:$|[.,;!]|actually|really))|sounds good|that works|yes please"
    r"|go on|why not|ehm,? yes|ja|no wahala|on it|bet|say less"
    r"|i'm (?:up|on|down|game) for|i'm in(?! \w)|it's a (?:date|deal|plan)|count me in"
    r"|(?:you're|we're) on(?! \w)|not a (?:problem|bother)"
    r"|no bother|copy(?: that)?|roger|sawa|hakuna shida|listo|dale|vale|claro|d'accord|oui"
    r"|genau|alles klar|accha|theek hai|haan ji|opo|hai)\b"
)
"""How a listener takes something on, at the start of what they answer."""

REFUSE = (
    r"\b(?:(?:no|nah)(?=\W*$|[,.!?;]|\s(?:i|it|we|thanks?|you|that|way|chance|he|she|they)\b)"
    r"|not (?:really|yet|now|sure)|i can't|i cannot|i won't|i'd rather not"
    r"|i don't (?:think|want|know)|"
    r"maybe|perhaps|i'll think|let me think|we'll see|possibly|i might"
    r"|i'm not(?! (?:on|at|in|working|away|busy)\b)|but i|i'd wait"
    r"|later)\b"
)

_SO = r"^(?:\W*(?:and|so|but|oh|ah|aw|well|okay|ok|right|good|great|grand|yes|yeah|em|um|er)\b)*\W*"
TAKES_ON = (
    r"^(?:\W*(?:yes|yeah|yep|aye|okay|ok|right|all ?right|alright|fine|well|so|and|no|good|sure|but"
    r"|oh|look|i know)\b)*\W*(?:(?:i'll|i will|i shall|i can|i) (?:just )?do (?:it|that|this"
    r"|so)(?! now\b)"
    r"|i will(?: do)?|will do|go on,? then|deal|it's a deal|you're on(?! \w)|consider it done"
    r"|i'll have a go|i'll give it a (?:go|try|shot|whirl|bash))\b"
)
"""How somebody takes on what was asked for some turns ago: in so many words."""
BY_WHEN = (
    _SO + r"(?:by|for|until|till|from|starting)?\s*(?:when|what day|which day|how soon|what date)"
    r"(?: (?:by|for|then|exactly|roughly|about|is that|would that be|will that be|do you think"
    r"|d'you think|do you reckon))*\W*\?|^\W*by\W*\?"
    r"|\bwhen (?:will|would|can|could|do|are|might) (?:you|i) (?:see (?:it|that)|do|get|have"
    r"|be able"
    r"|manage|think|want|reckon|going)\b[^?]*\?|\bby when\b[^?]*\?"
)
"""Asks for the day of something that it takes for promised."""
CHECKS = (
    _SO + r"(?:you )?(?:could|can|might|should|would|maybe|try),? or (?:you )?will\b|\b(?:is that"
    r"|that's|was that) a"
    r" (?:promise|yes|plan|deal|commitment)\b|\bare you (?:going to|gonna)(?: do (?:it|that))?\W*\?"
    r"|\bwill you(?: do (?:it|that)| though| actually| really)?\W*\?"
    r"|\b(?:can|shall|may|will|do) i (?:hold|write) (?:you to )?(?:that|it|this)\b"
    r"|\bso (?:you'll|you will) do (?:it|that)\b"
)
"""Asks whether what was said is meant."""
YES = (
    r"^\W*(?:(?:oh|well|okay|ok|right|fine|ha)\W+)*(?:yes|yeah|yep|aye|will|i will|promise"
    r"|i promise"
    r"|it is|deal|you can|do|okay|ok|sure|definitely|course|of course)\b"
)
PLEASE = (
    _SO + r"(?:would you|could you|will you|can you|please|yes please|yes,? do|i'd (?:love|like"
    r"|appreciate) (?:that|it)|that(?:'d| would|'ll) (?:be (?:(?:so|very|really) )?(?:great|good"
    r"|lovely|brilliant|amazing"
    r"|perfect"
    r"|helpful|useful|fantastic|wonderful|super|handy|kind)|help|really help|mean)|you'd do that"
    r"|if you would|if you could|i'd be (?:so |very )?grateful)\b(?: (?:do|be able to do) that)?"
    r"\s*(?:$|[.,;!?])"
)
"""How somebody takes a thought for an offer."""

REQUESTS: tuple[Cue, ...] = (
    Cue(
        "could_you",
        r"\b(?:could|can|will|would|won't) you (?:please |also |ever |maybe |just |possibly "
        r"|then )*(?:be able to )?(?!mind\b|really\b\W*\?)(?=[a-z])",
        "Could you read it and tell me?",
        "Could he read it?",
    ),
    Cue(
        "going_to",
        r"\byou(?: not| really| still)? (?:going to|gonna)\s+(?!(?:be|have|get|like|love|feel|miss"
        r"|need|say|tell (?:me|us)|do|cope|manage|survive|go|see|know|want|regret|die)\b)"
        r"(?=[a-z]+ [^?]*\?)",
        "You going to ring her?",
        "You're going to love it.",
    ),
    Cue(
        "told_as_a_question",
        r"^(?:(?:so|then|and|but|okay|well|right|oh),? )*you(?:(?:'ll|'d| will| could| can)"
        r"(?: then| also| just| still)? (?!(?:have|be|get|see|hear|feel|need|like|love|know|tell"
        r" (?:that|he|she|it)|say|think|want|not|never|manage|cope|imagine|remember|go)\b)"
        r"| (?=do (?:it|that)\b))(?=[a-z]+\b[^?]*\?)",
        "You could draw them again?",
        "You could be right.",
    ),
    Cue(
        "ask_you_to",
        r"\b(?:can|could|may|might) i (?:just |also |maybe )?(?:ask|get"
        r"|trouble) you to\s+(?=[a-z])",
        "Could I ask you to note it down?",
        "I asked you to note it down.",
    ),
    Cue(
        "would_you_mind",
        r"\bwould you mind\s+(?=[a-z]+ing\b)",
        "Would you mind sending it?",
        "Mind the step.",
    ),
    Cue(
        "imperative",
        r"(?:^|[,;.]\s*|\b(?:and|so|then|but|please|just|okay|right|good|yeah"
        r"|no)[,.]? )(?:please |just |also |always )*(?=(?:(?:send|text|email|e-mail|mail|call"
        r"|ring|message|forward|copy|bring|tell|give|share|show|drop|get|remind|ping|whatsapp"
        r"|let(?= me (?:know|have)\b)) (?:it |that |them |the \w+ |your \w+ "
        r"|a \w+ )?(?:over )?(?:(?:to|with) )?(?:me|us)\b"
        r"(?! (?:(?:a|an|another|two|three|four|the) )?(?:(?:day|week|month|weekend)s?|till|until)"
        r"\b)"
        r"|send (?:it|them|that)\b(?!(?: \w+)? to (?:you|him|her|them)\b)|(?:write|put"
        r"|note) (?:it|that|this|them|yours)\b))",
        "Send me the one you use.",
        "They send me theirs.",
    ),
    Cue(
        "do_me",
        r"(?:^|[,;.]\s*|\b(?:and|so|then|but|please|just|okay|right|good|yeah|no)[,.]? )"
        r"(?:please |just |also |maybe )*(?=(?:do|write|make|draft|find|book|save|keep|fetch|pick"
        r"|lend|print|cut|record|build|sketch|list|type|count|film|design|order|collect)"
        r" (?:me|us)\b)",
        "So write me one, a page.",
        "They write me one.",
    ),
    Cue(
        "if_you_could",
        r"\bif you (?:could|would|can|wouldn't mind)(?: just| please| maybe| also| possibly| then)*"
        r"\s+(?!(?:do|have|be|see|imagine|like|want|say|call it)\b)(?=[a-z]+\s+\w)",
        "If you could just connect us on a mail.",
        "If you could have anything, what would it be?",
    ),
    Cue(
        "want_you_to",
        r"\b(?:i'd like you to|i want you to|i need you to|i'd like (?:it )?if you|you'd have to"
        r"|i(?:'d| would)? (?:suggest|recommend)(?: that)? you"
        r"|you'll have to|you need to|you'll want to|don't forget to|remember to|make sure (?:you"
        r"|to))\s+(?=[a-z])|\byou'll (?=(?:tell|text|call|ring|send|let|message|email|show) me\b)"
        rf"|\byou(?:'ll| will) (?=have (?:the|that|those|your|it|them)\b[^,.;!?]{{0,50}}? {TO_ME})",
        "I'd like you to write it down.",
        "I'd like to write.",
    ),
    Cue(
        "how_about_you",
        r"\b(?:how|what) about you\s+(?!(?:and|are|were|do|did|think|guys|two|though"
        r"|then)\b)(?=[a-z]+ )"
        r"|\bwhy don't you\s+(?:just )?(?=[a-z])|^(?:\W*\w+\W+)?(?:how"
        r"|what) about (?=[a-z]{2,}ing )",
        "How about you take it next Tuesday?",
        "How about you, how are you?",
    ),
    Cue(
        "you_send_me",
        r"^(?:(?:and|so|then|okay|yes|yeah|right)[,. ]+)*you (?=(?:send|give|show|text|email|e-mail"
        r"|bring|ring|call|forward|lend) me\b[^?]*$)",
        "And you send me the number.",
        "You sent me the number.",
    ),
    Cue(
        "come",
        r"(?:^|[.?!,] )(?:so |then |just )*(?=come(?: (?:along|over|with me|with us|by"
        r"|round))?\W*$)"
        r"|\b(?:do you|are you|d'you want to|do you want to|fancy|won't you) (?=(?:come|coming"
        r"|join|joining)"
        r"(?: (?:along|over|with|too|me|us)\b|\W*$))",
        "I'm there anyway. Come.",
        "Do you come from Kent?",
    ),
    Cue(
        "let_me_see",
        r"\blet me (?=(?:see|have|know|hear) (?:it|that|them|one|the|your|how|what|when|if|once"
        r"|by|as)\b"
        r"(?! (?:was|is|again)\b)|have (?:\w+ ){1,4}?(?:by|before|on|for) )",
        "And let me see it, three days before.",
        "Let me see.",
    ),
    Cue(
        "want_from_you",
        r"\b(?:i'd|i would|i'll|i) (?:also |still |just )*(?:like|love|want|need)(?: to (?:have"
        r"|get|see))?\s+"
        r"(?=(?:\w+\s){1,6}?from you\b)",
        "I'd like to have a page from you.",
        "I'd like to hear from them.",
    ),
    Cue(
        "can_i_have",
        r"\b(?:can|could|may) i (?:have|get|see|borrow|look at)\s+(?=[a-z])",
        "Could I have the slides?",
        "Can I say something?",
    ),
)
"""How somebody asks the other for something after the call."""

REQUEST_IN_CALL = (
    r"^(?:hear|see|say|tell (?:it|that) to me|tell me (?:about|what|how|why|more|a|one|where|when"
    r"|who|again)|explain"
    r"|describe|walk me|give me (?:an? |one )?(?:example|sense|minute|second|sec|idea|moment)|"
    r"imagine|remember|remind me|hold|repeat|think|believe|guess|feel|know|understand|picture"
    r"|elaborate|expand|be more|go on|"
    r"start|speak up|mute|unmute|read (?:it|that) (?:again|out|back)|summari[sz]e|recap"
    r"|sum (?:it )?up|look at (?:me|that|this)"
    r"|help me understand|say (?:that|it|more|back)|"
    r"hang|wait|share your|scroll|zoom|move (?:the|your)|turn|show me now|want|like|have (?:a|to)"
    r"|get (?:a word|there|it|that)|do (?:that|it) (?:differently|again)|see yourself|take me"
    r"|(?:get|bring|keep|put) (?:me|us) back (?:on|to|onto)"
    r"|be(?! (?:him|her|them|the|my|our|a)\b))\b"
    r"|^(?:do|make|manage|come) (?:it )?(?:on |at |the |this |next )*(?:\w+days?|week|weekend|month"
    r"|mornings?|afternoons?|evenings?|\d|half|[\w-]*(?:th|first|second|third)(?=\W*(?:then\W*)?$)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b)"
)
"""Asked of the other for right now, or whether a day suits."""

OFFERS: tuple[Cue, ...] = (
    Cue(
        "can_i_send",
        r"\b(?:can|could|may|might) i (?:just |also |maybe )*"
        r"(?=(?:send|email|e-mail|mail|forward|write|bring|drop|post|introduce"
        r"|pass)\b[^?]*\byou\b)",
        "Can I send you the draft once it's done?",
        "Can I tell you a secret?",
    ),
    Cue(
        "shall_i",
        r"\b(?:(?:shall|should|may) i|will i(?! (?:need|be|have|get|see|ever|know|like|regret|still"
        r"|not|survive|cope|miss)\b))\s+(?:just |maybe |also )*(?=[a-z])",
        "Shall I send you the form?",
        "Shall we send them the form?",
    ),
    Cue(
        "want_me_to",
        r"\b(?:do you want|d'you want|would you like|you want|want|would you prefer|you'd like)"
        r" me to\s+(?=[a-z])",
        "Do you want me to ask her?",
        "She wants me to ask.",
    ),
    Cue(
        "would_it_help",
        r"\b(?:would it (?:help|be (?:useful|easier|any use|good|better)) if i|how (?:a)?bout i"
        r"|what if i|why don't i)\s+(?=[a-z])",
        "Would it help if I wrote to them?",
        "It would help if they wrote.",
    ),
)
"""How somebody offers to do something; the other one's yes makes it a promise of the one who asked.
"""

TOGETHER = (
    r"\b(?:you and (?:me|i)|me and you|(?:the )?(?:two|both|pair|each) of us|us (?:two|both)"
    r"|together|with each other)\b"
)
"""What says that a deed is for the two who speak."""
PROPOSALS: tuple[Cue, ...] = (
    Cue(
        "us_two",
        rf"{TOGETHER},?(?: (?:on|at|in|by|before|after|for|the|this|next) [^,.?!]{{1,24}},)? "
        r"(?:(?:we|can|could|should|ought to|oughta|will|need to|have to|got to|gotta|might|must"
        r"|'ll|we'll|going to|gonna|could just|just|maybe|go and) ?)+(?<= )(?=[a-z])"
        r"|\blet's (?:you and me|me and you|the two of us|us two|both of us|the pair of us)"
        r" (?=[a-z])",
        "You and me, on the Friday, we walk the fence.",
        "You and me talked about it.",
    ),
    Cue(
        "we_two",
        r"\b(?:we(?:'ll| will| can| could| should| must| might| ought to| need to| have to)?|us to)"
        r" (?:also |then |just |maybe )*(?!(?:did|had|were|was|went|used|never|always|both|are|have"
        r"|don't|didn't|\w+ed|said|sat|got|took|made|spoke|met|came|saw|knew|ran|read)\b)"
        rf"(?=[a-z][^.?!]*{TOGETHER})",
        "We'll walk the fence on Friday, you and me.",
        "We walked the fence, you and me.",
    ),
    Cue(
        "together",
        r"\b(?:let's|do we want to|you want to|you wanna|how about we|what if we|why don't we"
        r"|what do you say we"
        r"|shall we)\s+"
        rf"(?:just |maybe |also )*(?=[a-z][^.?!]*{TOGETHER})",
        "You want to do the store room, you and me?",
        "You and me, we did the store room.",
    ),
    Cue(
        "let_us",
        r"\b(?:what if we|what about we|why don't we|what do you say we|how about we|shall we"
        r"|will we|let's|we could"
        r"|i want that we|i'd say we)\s+(?:just |maybe |also )*(?!(?:both|each|say|do|make|see"
        r"|meet|speak"
        r"|talk|call"
        r"|start|go|have|be|get|not|stick|leave|look|move|put|come|try|take|stop|wrap|keep|use|park"
        r"|think|hear|read (?:it|that)|begin|pick|face|hope|just|fix|set|assume|pretend"
        r"|imagine)\b)(?=[a-z])",
        "Let's finish the walk off.",
        "Let's see.",
    ),
    Cue(
        "both",
        r"\b(?:what if we|why don't we|what do you say we|how about we|shall we|will we|should we"
        r"|could we|can we"
        r"|let's|maybe we"
        r"(?: could| should)?|we could|we should|do we want to)\s+"
        r"(?:just |maybe |also )*(?:both|each)\s+(?=[a-z])",
        "What if we both read it before next time?",
        "We both read it last year.",
    ),
)
"""How one of them proposes something for both; a yes makes it a promise of each."""
