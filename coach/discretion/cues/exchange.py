"""Words that ask for silence only as a move and its answer.

"This one isn't even mine" or "I shan't" says nothing of a secret alone. It does where one of the
two makes room to tell something, and says why it is delicate, or hears the other's word for it.
"""

from __future__ import annotations

import re

from coach.discretion.cues.frames import ANYONE, STOP, TELL, Cue

_APART = (
    r"(?:private|confidential|secret|personal|unofficial|delicate|hush-? ?hush"
    r"|off[- ](?:the[- ])?record|not[- ]for[- ](?:the[- ])?\w+|between[- ]us)"
)
_PLACE = r"(?:right )?(?:here|in here|with (?:me|us|you)|between us|in (?:this|the|my) \w+)"
_YES = (
    r"(?:(?:and|but|no|oh|okay|ok|yeah|yes|yep|aye|sure|right|well|of course|always|absolutely"
    r"|same as (?:before|always|ever|last time)|you know(?: that)?|go on|please),? )*"
)

DELICATE: tuple[Cue, ...] = (
    Cue(
        "delicate",
        "between_us",
        rf"\b{_APART} (?:part|bit|thing|one|corner|item|slot|minute|moment|matter|chat|word"
        r"|question|stuff)\b",
        "Can we have the private part?",
        "The private school has a part in it.",
        opens=False,
    ),
    Cue(
        "delicate",
        "third_party_secret",
        r"(?:\bnot|n't)(?: \w+)? (?:mine|my own|about me|ours|my (?:thing|news|story|secret))"
        rf"(?: to \w+)?(?=[.!?;]|$|,? (?:so|but)\b)"
        r"|\b(?:somebody|someone|a friend|a colleague|\w+) (?:told|said to|trusted) me"
        rf" (?:with )?something{STOP}"
        r"|\b(?:got|had|heard|have) (?:it|this|that) from (?:a|an|one|some\w*) [^.?!]{0,20}"
        r"\b(?:inside|who'd know|in the know|on the (?:board|council|panel|committee)|close to)",
        "There's another one, and it isn't even mine.",
        "The coat is not mine, it's hers.",
        opens=False,
    ),
    Cue(
        "delicate",
        "off_record",
        r"\bi (?:really |probably )?(?:shouldn't|oughtn't|mustn't|can't)(?: really| even| to)*"
        rf"(?: have| know| repeat)?(?: (?:this|it|that|any of it))?(?: at all)?{STOP}"
        r"|\bi(?:'m not sure|don't know)(?: (?:if|whether|that))? i(?: really)? (?:should|can"
        r"|may|ought"
        r"|could|am allowed|'m allowed)(?: to)?(?: (?:say|tell|talk|mention|share)(?: (?:it|this"
        rf"|that|you))?)?{STOP}"
        r"|\bi don't know (?:if|whether) i(?: really)? (?:should|can|may|ought|could)"
        rf"(?: to)?(?: (?:say|tell|talk|mention|share)(?: (?:it|this|that))?)?{STOP}"
        r"|\bi (?:could|can|would|might|'d|may) (?:get|be|land|end up) in"
        r" (?:\w+ )?(?:trouble|bother|hot water|the soup)\b"
        r"|\bi(?:'d| would| could) (?:get|be) (?:\w+ )?(?:fired|sacked|killed|shot|skinned"
        r"|disciplined|struck off|hanged|hung)\b",
        "And this one, I could get in real trouble.",
        "I can't come on Friday.",
        opens=False,
    ),
    Cue(
        "delicate",
        "between_us",
        r"\b(?:only|just|strictly|purely) (?:for|between|to) (?:you|us|your ears|this (?:call"
        r"|room))\b"
        r"|(?:n't|\bnot|\bnever|\bwithout) (?:tell|say|mention|repeat|telling|saying) (?:who"
        r"|whose)\b"
        rf"|\b(?:so|and|but|please|this time)[, ]+(?:really |please |just )*"
        rf"(?:don't|you(?: really)? (?:can't|mustn't|shouldn't)){STOP}"
        r"|\b(?:this|that|it)(?: one)?(?:'s| is)?(?:n't| not) for (?:\w+ ){1,3}?(?:or|nor) (?:\w+ "
        r"(?:or|nor) )?(?:anybody|anyone|any|the (?:rest|others|team|boss|office)|[a-z]+)\b"
        r"|\bcan i trust you\b|\bbe discreet\b|\bdiscretion\b",
        "It belongs to somebody else, so you really can't.",
        "You really can't miss it.",
        opens=False,
    ),
)
"""Said beside an offer to tell: why what comes is not for others."""

ASSURING: tuple[Cue, ...] = (
    Cue(
        "assures",
        "between_us",
        rf"\b(?:dies|ends|stops|stays|stay|keeps|remains|sits|lives) (?:and \w+ )?{_PLACE}{STOP}"
        r"|\b(?:goes|going|go|leads) nowhere\b",
        "Same as before, it dies here.",
        "The bus stops here on Sundays.",
        opens=False,
    ),
    Cue(
        "assures",
        "between_us",
        r"\b(?:it|that|this|nothing|\w+ of it) (?:won't|doesn't|don't|never|isn't|shan't|'ll never)"
        r"(?: \w+)? (?:go|get|going|leave|leaving|pass|travel|slip|come|move)"
        r"(?: out)? (?:from|past|beyond|outside|anywhere|further|this|these|my)\b",
        "It won't go from me.",
        "I won't go past the shop today.",
        opens=False,
    ),
    Cue(
        "assures",
        "between_us",
        rf"^{_YES}(?:(?:just|only|strictly) (?:us|you and me|me|the two of us)"
        r"|i (?:shan't|won't|wouldn't|will not|never would|never will)"
        r"|i'm (?:a|an|like a|as silent as) (?:the |a )?(?:tomb|grave|vault|safe|wall|clam|oyster"
        r"|fish|stone|box))[.!,]*(?: (?:ever|promise|tell\w*))?[.!]*$",
        "Of course, just us.",
        "I won't be there on Monday.",
        opens=False,
    ),
    Cue(
        "assures",
        "between_us",
        r"\bi (?:won't|wouldn't|don't|shan't|never|ain't gonna)"
        rf" (?:ever )?(?:{TELL}|open my mouth)"
        rf"(?: (?:a word|nothing|anything|it|that|on|to|{ANYONE}|a thing|a soul))*{STOP}"
        r"|\bi(?:'ve| have)(?:n't| not| never) (?:said|told|breathed|mentioned|repeated) (?:it"
        rf"|a word|anything|nothing|a thing|a soul|{ANYONE})\b|^{_YES}(?:not a word|same rules)\b"
        r"|\byou have my word\b|\byou (?:can|may) trust me\b|\bmy word on it\b"
        rf"|\b(?:leave|keep|no need of) (?:the |out the |any )?names?\b|^{_YES}no names?\b",
        "I won't say nothing.",
        "I don't talk on Mondays.",
        opens=False,
    ),
)
"""Given in answer: the listener's word."""

EXCHANGE: tuple[Cue, ...] = (*DELICATE, *ASSURING)

PICTURES = re.compile(
    r"\b(?:ears?|mouths?|lips?|tongues?|teeth|throat|chest|sleeves?|hats?|caps?|badges?|jackets?"
    r"|coats?|wool|cotton|drawers?|box(?:es)?|tins?|jars?|bottles?|bags?|pockets?|purses?"
    r"|cupboards?|wardrobes?|closets?|freezers?|shel(?:f|ves)|lids?|doors?|windows?|curtains?"
    r"|walls?|gates?|rooms?|kitchens?|cars?|vans?|trucks?|cabs?|boats?|sheds?|barns?|cellars?"
    r"|attics?|stairs?|stairwells?|corridors?|tables?|benche?s?|pond|river|ocean|sea|sand|snow"
    r"|soil|holes?|graves?|tombs?|coffins?|vaults?|churche?s?|altars?|sleep\w*|asleep|dream\w*|deaf"
    r"|blind|dumb|buried|bury|pillows?|ashes|smoke|wind|stones?|trees?)\b"
)
"""What is not to go about is put into something, or passes by mouth and ear, or was only dreamt."""

_THAT = r"this|these|something|summat|(?:a|one|another) (?:\w+ )?thing|what (?:i|comes)\b"
PUT_THERE = re.compile(rf"\b(?:{_THAT})")
POINTS_AT = re.compile(rf"\b(?:it\b(?!')|{_THAT})")
"""What is put there: the thing that is about to be said."""

SAID_TO = re.compile(
    r"\b(?:you|your|yours|you've|you'll|you're|let|please|say|saying|said|tell|telling|told|ask)\b"
    r"|\btake it\b"
)
"""It is said to somebody."""

_ONE = r"(?:something|summat|(?:a|an|one|another) (?:\w+ ){0,2}?(?:thing|bit|part|matter|story))"
PRETELLS = re.compile(
    r"\b(?:i|we)(?:'ll|'m (?:gonna|going to|about to)|'d like to|'ve got to)?"
    r" (?:(?:also|now|just|still|must|will|have to|need to|want to|should|can) )*"
    rf"(?:say|tell|speak|give|share|mention)(?: to)?(?: you)?(?: of| about)? (?:{_ONE}|the thing)\b"
    rf"|\bthere(?:'s| is) (?:also |still |just )?{_ONE}\b"
    r"|^(?:(?:and|so|now|but|okay|well|then),? )*(?:this|that) (?:next )?(?:one|bit|thing|part)\b"
    r"|\bwhat i(?:'m going to|'m gonna|'m about to|'ll)?(?: now)? (?:say|tell)(?: you)?(?: now)?\b"
)
"""Something is about to be told: one thing, and not yet which (Terasaki's pre-announcements)."""

_NEVER = r"(?:don't|didn't|haven't|won't|wouldn't|can't|couldn't|shouldn't|never|not)"
WEIGHS = re.compile(
    rf"\bi (?:{_NEVER} (?:\w+ )?(?:want|wanted|like|mean|meant|dare|plan|planned)|don't know how)"
    r" (?:\w+ ){0,3}?(?:say|tell|speak|mention)\b"
    rf"|\b(?:and|then|but) i {_NEVER} (?:say|said|tell|told|spoke|mention|mentioned)"
    r" (?:it|this|that|you|anything|nothing)\b"
    rf"|\byou {_NEVER} (?:\w+ )?(?:have|had|hear|heard|get|got|see|seen|saw|know|learn|learned)\b"
    r"|\byou (?:have|heard|hear|know|saw|see|learned|got) (?:no|nothing)\b"
    r"|\b(?:it|this|that|which)(?:'s not| (?:won't|shan't|can't|don't)"
    r"| (?:is|shall|should|must|will|can|does)(?:n't| not)) (?:to |be )?"
    r"(?:for the|come|go|leave|stand|reach|enter|get|appear|travel)\b"
    r"|\b(?:leave|keep|hold|park|bury|lock|store|drop|lose|forget|swallow|shelve|stow|tuck|hide)"
    r" (?:it|this|that)\b(?! (?:short|brief|simple|light|up|in mind|thought|on the (?:list"
    r"|agenda))\b)"
    r"|\bnobody(?:'s| has| have)? (?:\w+ ){0,2}(?:had|heard|got|knows?|seen|told)\b"
    r"|\b(?<!not )only (?:saying|telling|to you|you)\b|\byou're the (?:first|only)\b|\byou only\b"
)
"""What is put upon it: unsaid or unheard, not for some place, to be let rest, known to few."""
