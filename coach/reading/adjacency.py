"""Asking and answering: the two halves of a promise that two people make together, as data.

A request by one and its acceptance by the other are an adjacency pair (Schegloff and Sacks);
neither half is a promise alone.
"""

from __future__ import annotations

from coach.cues import Cue

ACCEPT = (
    r"^(?:(?:oh|ah|aw|um|er|uh|well|okay|ok|and|no|so|right|ha|mm|hmm|but)[,.! ]+)*"
    r"(?:yeah|yes|yep|yup|sure|of course|course|ok|okay|will do|i will|i can do that|no problem"
    r"|no worries|definitely|"
    r"absolutely|deal|done|all ?right|righto|right you are|aye|fine|go on then|happy to|gladly"
    r"|for sure|"
    r"consider it done|i'll|agreed|you got it|certainly|by all means|i'd be (?:happy|glad"
    r"|honou?red)|with pleasure|"
    r"fair enough|can do|it will be|i'm on it|leave it with me|you can|perfect|good idea|noted"
    r"|great|super|i promise|"
    r"sounds good|that works|yes please|go on|why not|ehm,? yes|ja|no wahala|on it)\b"
)
"""How a listener takes something on, at the start of what they answer."""

REFUSE = (
    r"\b(?:(?:no|nah)(?=\W*$|[,.!?;]|\s(?:i|it|we|thanks?|you|that|way|chance|he|she|they)\b)"
    r"|not (?:really|yet|now|sure)|i can't|i cannot|i won't|i'd rather not"
    r"|i don't (?:think|want|know)|"
    r"maybe|perhaps|i'll think|let me think|we'll see|possibly|i might|i'm not|but i|i'd wait"
    r"|later)\b"
)

REQUESTS: tuple[Cue, ...] = (
    Cue(
        "could_you",
        r"\b(?:could|can|will|would|won't) you (?:please |also |ever |maybe |just |possibly "
        r"|then )*(?:be able to )?(?=[a-z])",
        "Could you read it and tell me?",
        "Could he read it?",
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
        r"|a \w+ )?(?:over )?(?:to )?(?:me|us)\b"
        r"(?! (?:(?:a|an|another|two|three|four|the) )?(?:(?:day|week|month|weekend)s?|till|until)"
        r"\b)"
        r"|send (?:it|them|that)\b|(?:write|put|note) (?:it|that|this|them|yours)\b))",
        "Send me the one you use.",
        "They send me theirs.",
    ),
    Cue(
        "want_you_to",
        r"\b(?:i'd like you to|i want you to|i need you to|i'd like (?:it )?if you|you'd have to"
        r"|you'll have to|you need to|you'll want to|don't forget to|remember to|make sure (?:you"
        r"|to))\s+(?=[a-z])|\byou'll (?=(?:tell|text|call|ring|send|let|message|email|show) me\b)",
        "I'd like you to write it down.",
        "I'd like to write.",
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
    r"^(?:hear|see|say|tell me (?:about|what|how|why|more|a|one|where|when|who|again)|explain"
    r"|describe|walk me|give me (?:an? |one )?(?:example|sense|minute|second|sec|idea|moment)|"
    r"imagine|remember|remind me|hold|repeat|think|believe|guess|feel|know|understand|picture"
    r"|elaborate|expand|be more|go on|"
    r"start|speak up|mute|unmute|read (?:it|that) (?:again|out)|look at (?:me|that|this)"
    r"|help me understand|say (?:that|it|more|back)|"
    r"hang|wait|share your|scroll|zoom|move (?:the|your)|turn|show me now|want|like|have (?:a|to)"
    r"|get (?:a word|there|it|that)|do (?:that|it) (?:differently|again)|see yourself|take me"
    r"|be)\b"
)
"""Asked of the other for right now."""

OFFERS: tuple[Cue, ...] = (
    Cue(
        "shall_i",
        r"\b(?:shall|should|may) i\s+(?:just |maybe |also )*(?=[a-z])",
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
        r"\b(?:would it (?:help|be (?:useful|easier|any use|good|better)) if i|how about i"
        r"|what if i|why don't i)\s+(?=[a-z])",
        "Would it help if I wrote to them?",
        "It would help if they wrote.",
    ),
)
"""How somebody offers to do something; the other one's yes makes it a promise of the one who asked.
"""

PROPOSALS: tuple[Cue, ...] = (
    Cue(
        "both",
        r"\b(?:what if we|why don't we|how about we|shall we|should we|could we|can we|let's"
        r"|maybe we"
        r"(?: could| should)?|we could|we should|do we want to)\s+"
        r"(?:just |maybe |also )*(?:both|each)\s+(?=[a-z])",
        "What if we both read it before next time?",
        "We both read it last year.",
    ),
)
"""How one of them proposes something for both; a yes makes it a promise of each."""
