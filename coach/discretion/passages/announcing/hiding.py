"""Words unsaid: feigned ignorance, covers, telling taken back, mouths and graves."""

from __future__ import annotations

from coach.cues import Cue
from coach.discretion.cues.lexicon import BEFORE, MOUTH, SHUT, SILENT, THIS

HIDING: tuple[Cue, ...] = (
    Cue(
        "feigns",
        r"\b(?:play along|play (?:dumb|innocent|daft)|(?<!n't )(?<!not )(?<!'d )(?<!would )(?:act"
        r"|look|be|stay) (?:dumb|deaf|blind"
        r"|surprised|amazed)|(?:i am|i'm|be) (?:to be )?(?:deaf|blind)|deaf and dumb"
        r"|make like|let your face|keep a straight face)\b",
        "If they come on the line you also play along.",
        "He's deaf in the left ear.",
    ),
    Cue(
        "feigns",
        r"\bun-(?:know|hear|heard|known|say|said)\b|\bun(?:know|hear|say|said)\b"
        r"|\bforget (?:am|i (?:ever )?(?:said|spoke|told|mentioned)|that i (?:said|told))\b"
        r"|\bnever (?:took place|happened|was said)\b"
        r"|\b(?:call|chat|conversation|talk)(?: \w+)? (?:never|didn't)\b"
        r"|\byou (?:didn't|never|haven't) (?:hear|heard|see|saw|get this|got this|get that"
        r"|got that)"
        r" (?:this|it|nothing|any of (?:this|it)) ?(?:from me)?(?=[.,!?]|$| from| and| so)"
        r"|\byou and (?:i|me) (?:haven't|never|know nothing)|\bnot have ears\b",
        "That's a thing we'll both un-know.",
        "You never got it to run, did you?",
    ),
    Cue(
        "feigns",
        rf"\b{THIS} (?:\w+ )?(?:doesn't|didn't|does not|never) exist\b|\bi'd deny\b"
        r"|\btold you nothing\b"
        r"|\b(?:wasn't|weren't|werena|wasna|not) (?:there|here|present)\b[^.]{0,20}\b(?:neither"
        r"|nor|either|for)\b|\blike (?:it|that|this|we|i|you) never\b|\btake it as wind\b"
        rf"|\b{THIS} stays? a thing i\b|\bi didn't say (?:that|it|this)(?=[.,!]|$)"
        r"|\bas (?:if|though) (?:nothing|i hadn't|you hadn't|we hadn't|it never)\b",
        "Till the fifteenth it does not exist.",
        "The page doesn't load, it says it does.",
    ),
    Cue(
        "takes_back",
        r"\b(?:delete|scratch|strike|rub|excise|snip|erase|scrub|wipe|unsay)"
        r" (?:that|it|this|delete|them|what i|the (?:middle|last|bit|part|remarks?))\b"
        r"(?! (?:from the|in the|by|file|slide|row|paragraph|page)\b)|\brub it off\b"
        r"|\b(?:that|piece|bit|part|remarks?),? (?:excise|strike|cut) (?:that|it|them)\b"
        r"|\bstruck (?:from|off)\b(?= (?:today|the|this|all))",
        "Rub it off, please.",
        "Delete that row and save.",
    ),
    Cue(
        "takes_back",
        r"\b(?:shouldn't|oughtn't|should not|wasn't|not|never) (?:\w+ ){0,2}(?:have said|have told"
        r"|have mentioned|to have said|to have that)\b|\bsaid too much\b|\bno right to say\b"
        r"|\b(?:came|slipped|fell) out (?:of my mouth)? ?by (?:mistake|accident)\b"
        r"|\bit said now\b|\bout of your head\b(?=[.!]| please|$)|\bi'm a bad friend\b"
        r"|\bbefore you (?:save|send) (?:it|this|that)?",
        "That came out of my mouth by mistake.",
        "I said too little in that meeting.",
    ),
    Cue(
        "has_a_cover",
        r"\b(?:(?!that\b|who\b|one\b)[a-z]+(?: still| all)? (?:thinks|believes|takes me for"
        r"|was told)"
        r"|(?:they|(?:my|his|her|the|our) \w+(?: and \w+)?|everyone|people)(?: still| all| both)?"
        r" (?:thinks?|believes?|takes? me for|(?:were|are|was) told))(?: that)? (?:i|i'm|i've"
        r"|he's"
        r"|she's|we're)\b(?! (?:should|could|good|great|ready|too|not ready|strong|need)\b)"
        r"|\bunder the impression\b|\bgot a different story\b",
        "They think I'm still with Infosys.",
        "She thinks I should apply.",
    ),
    Cue(
        "has_a_cover",
        r"\bif (?!you\b|i\b|we\b)(?:\w+ ){1,2}(?:ever )?(?:asks?|rings?|calls?)"
        r"(?: you)?,? (?:i was|i'm|we (?:were|discussed)|you say|say|you don't know|you (?:were"
        r"|know))\b|\bif you(?:'re| are)? (?:ever )?(?:get )?asked\b"
        r"|\bwhen they ask\b[^.]{0,20}\bsay\b|\bthe (?:version|story) (?:on|in|for|they|she|he)\b"
        r"|\bas far as (?:they|he|she|(?:my|his|her) \w+|the (?:bank|insurance|office|school"
        r"|company"
        r"|boss|team|state|world|taxman|revenue|hospital|council)) (?:is|are|'re|'s) concerned\b"
        r"|\b(?:on|in) (?:the )?(?:paper|system|cv|papers),? (?:it's|it says|i'm|too)\b"
        r"|\bthe real (?:reason|story)\b",
        "If herself asks I was with you.",
        "If the client asks you something, write it down.",
    ),
    Cue(
        "shuts", rf"\b{SHUT}\b(?! (?:file|code|the door))", "This is vault stuff.", "Lock the door."
    ),
    Cue(
        "shuts",
        rf"\b(?<!in )(?<!of )(?<!up )(?<!between )(?<!open )(?<!opened )(?<!out )(?<!opening )"
        rf"(?:my|your|one|a|in anybody's|lock on the|sit on your|loose) {MOUTH}\b(?! (?:to|out|open"
        r"|for|is dry|hurts|of)\b)|\bhave ears\b|\bmum's the word\b|\bunder (?:the|your|my) hat\b"
        r"|\bwheesht\b|\bears only\b|\btwo legs under\b|\bone in the building\b",
        "I'd want this kept under the hat.",
        "Keep your hat on, it's cold.",
    ),
    Cue(
        "not_out_yet",
        r"\b(?:isn't|not|n't|hasn't|nobody's|no) (?:\w+ ){0,2}?(?:announced|public|official"
        r"|rolled out|posting|posted|declared|signed off)"
        rf"(?: yet)?(?:[^.;]{{0,12}}\b{BEFORE}\b|(?= yet| officially|, so\b| so\b))"
        rf"|\b{BEFORE}\b[^.;]{{0,40}}\b{SILENT}\b(?! (?:week|day|month|time|year"
        rf"|season|place|spot)s?\b)|\b{SILENT}\b[^.;]{{0,30}}\b{BEFORE}\b(?=,? \w)",
        "Nobody's posting till May first, so zip.",
        "It's shut on Mondays.",
    ),
    Cue(
        "not_out_yet",
        r"\byou(?:'ll| will) (?:read|hear) (?:it|about it|of it) (?:in|on) (?:the (?!second"
        r"|minute|bottom|top|screen|chat)\w+)\b|\bofficially i\b"
        r"|\bno board up\b|\bsigned a thing\b|\bprice-sensitive\b|\binsider\b"
        r"|\b(?:under|embargoed|embargo|silence|the quiet) (?:till|until)\b"
        r"|\b(?:hasn't|haven't) (?:been )?(?:gone out|landed|gone public)\b",
        "You'll read it in the Champion next week.",
        "You'll see it in a minute, scroll down.",
    ),
    Cue(
        "feigns",
        r"\b(?:news|a surprise) to you\b|\bfirst you(?:'ve| have)? heard\b"
        r"|\b(?:keep|with|put on) (?:a|my|your) poker face\b"
        r"|\byou know nothing\b|\bi was never here\b|\bdidn't come from me\b|\bwe (?:only |just )"
        r"(?:talked|spoke|discussed|chatted)\b|\btalking about (?:football|footy|the weather)\b"
        r"|\byou were never told\b|\bwas with you\b(?=[.,!]|$)",
        "When it comes out, it's news to you.",
        "Any news to share?",
    ),
    Cue(
        "has_a_cover",
        r"\b(?:is|are) convinced (?:that )?(?:i|i'm|it's|we|we're)\b|\bwe tell people\b"
        r"|\bthe (?:official|public) (?:version|story|line)\b|\bcalled in sick\b"
        r"|\bi(?:'ve)? told (?:them|him|her|work|my \w+) (?:i was|i'm|it was|it's) (?:at|ill|sick"
        r"|on|in|for"
        r"|a|my|the)\b|\bso (?:they|he|she)(?:'d| would) think\b",
        "The official version is that I retired.",
        "The official form is online.",
    ),
    Cue(
        "takes_back",
        r"\b(?:ignore|forget|drop|lose|cut|strike|scratch) that(?: last)?(?: bit| part| one"
        r"| remark)?"
        r"(?=[.,!]| please|$)|\bi take (?:that|it) back\b|\bmy big mouth\b|\bthat (?:was a slip"
        r"|slipped out|just slipped)\b|\bi shouldn't have\b(?=[.,!]|$)|\bi never said\b(?=[.,!]|$"
        r"| (?:that|it|this)(?=[.,!]|$))",
        "Oh, me and my big mouth.",
        "Drop that box here.",
    ),
    Cue(
        "not_out_yet",
        r"\b(?:before|until|till) (?:it's|it is|that's|it|this is)(?: \w+)? (?:out"
        r"|public|official|announced|announces?|released|signed|landed|lands|breaks|drops)\b"
        r"|\bunder wraps\b|\b(?:announce|announcing|announcement)\b[^.]{0,20}\b(?:on|in|is|next)\b"
        r"[^.]{0,30}\b(?:till|until|so)\b|\b(?:isn't|not) (?:in the )?(?:public domain|common"
        r" knowledge)\b",
        "It's under wraps.",
        "He waits until she is home.",
    ),
)
