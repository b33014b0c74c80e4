"""Telling barred: a norm about passing on what was said, about writing it down, about who may
learn of it.
"""

from __future__ import annotations

from coach.cues import Cue
from coach.discretion.cues.lexicon import (
    END,
    FILE,
    LEARN,
    TELL,
    THIS,
    TOOL,
    WRITE,
)

_OTHERS = r"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bhe )(?<!\bshe )(?<!\bpeople )"
_BARS = (
    r"(?:don't|never|no|not to|mustn't|won't|can't|shouldn't|wouldn't|better not|not|without"
    r"|you no)"
)
_THIRD = (
    r"(?<!\bi )(?<!\bwe )(?<!\byou )"
    r"(?!i\b|we\b|you\b|who\b|it\b|that\b|this\b|what\b|there\b|which\b)[a-z']+"
)

BARRING: tuple[Cue, ...] = (
    Cue(
        "bars_telling",
        rf"{_OTHERS}\b{_BARS} (?:(?:go|be|to|you|even|ever|please|dare|me)\s){{0,2}}{TELL}"
        rf"(?: {THIS}| a word| anything| me| him| her| them)?{END}",
        "You will not quote him, please.",
        "Don't tell the customer your cost.",
    ),
    Cue(
        "bars_telling",
        rf"{_OTHERS}\b{_BARS} (?:(?:go|be|to|even|ever|please)\s){{0,2}}{TELL}"
        rf" (?:{THIS} )?(?:to|outside|around|near|beyond|past) (?!me\b|you\b|us\b|each\b)\w+",
        "You please don't carry this to Suresh.",
        "Don't talk to me like that.",
    ),
    Cue(
        "bars_telling",
        r"^(?:(?:and|so|but|please|kindly|now),? )*(?:no|not a) (?:word|telling|squealing|whisper"
        r"|peep|quoting|mention|sharing|names)\b(?! (?:of|for|from|count|processor)\b)",
        "No telling Mr. Ortiz.",
        "No word from them yet.",
    ),
    Cue(
        "bars_going",
        rf"\b(?:{THIS}|something)(?:'s)? (?:\w+ )?(?:doesn't|don't|didn't|won't|can't|mustn't"
        rf"|shouldn't|not|never|isn't|not to) (?:\w+ ){{0,2}}?(?:travel|leave|leaves|reach|go near"
        r"|go (?:beyond|past|outside|any|back|further|anywhere)|get (?:about|around|out|back"
        r"|legs(?! until))"
        r"|make it|move|walk|circulate)\b",
        "And this doesn't go near the ward.",
        "It won't get legs until we fund it.",
    ),
    Cue(
        "bars_going",
        r"\bif (?:it|this|that|word|any of it)(?: ever| all)? (?:travels|travelled|gets? (?:out"
        r"|about|around|round|back|legs)|got (?:out|about|around|round|back)|were known|is known"
        r"|was heard|leaks|spreads)\b|\bas far as (?:it|this|that)(?:'ll| will)? (?:goes|go"
        r"|travels?|gets?)\b(?=[.,!]|$)|\b(?:it|that|this) (?:goes|went) nowhere\b",
        "He'd never look at me again if it travels.",
        "If it gets cold, put the heating on.",
    ),
    Cue(
        "stays",
        rf"\b(?:{THIS}|(?:one|bit|part|thing)(?: thing)?|the why|the reason|it'?s)"
        r"(?:'ll| will| can| should| must|'s to| is to| has to)?"
        r" (?:\w+ )?(?:stay|stays|stop|stops|end|ends|die|dies|sleep|sleeps|rest|remain|remains)"
        r"(?: \w+)? (?:here|with (?:you|me|us)|between|inside|in (?:here|this (?:room|call|chat"
        r"|car)|the (?:room|pen|vault|chat|car))|at my \w+|under|for your|nowhere|with the one)\b",
        "It's gossip and it should die at my desk.",
        "The tools stay in the van.",
    ),
    Cue(
        "stays",
        rf"(?<!^you )\b(?:keep|hold|kept|carry|bury|treat|handle|take|leave) (?:{THIS}|my \w+"
        r"|the \w+) (?:\w+ )?(?:inside|tight|tightly|to yourself|to myself"
        r"|under (?:wraps|the|my|your)|in your (?:heart|head"
        r"|chest|ears?)|like (?:glass|a|an|the|your)|as (?:a )?(?:secret|wind|confidential)|dark"
        r"|quiet|close|very)\b",
        "Keep my figure inside you only.",
        "Keep the door closed and the heating low.",
    ),
    Cue(
        "keeps_in_the_dark",
        rf"\b{_THIRD} (?:really |still |even |just |also )?(?:doesn't|don't|hasn't|haven't"
        rf"|isn't|aren't|mustn't|shouldn't|must never|isn't to|aren't to|not to|has not|is not"
        rf"|to not|better not|can't|can't ever|is never to)(?: to)?(?: \w+)? {LEARN}"
        rf"(?:{END}| (?:i|i'm|i've|i'll|about|that|it's|of|wind|it|this)\b)",
        "Maura doesn't know I'm telling a living being.",
        "She doesn't know how to run the register.",
    ),
    Cue(
        "keeps_in_the_dark",
        rf"\b(?:last|never|not|nobody|no-?one)(?: one| person| ones)? to {LEARN}\b(?! (?:how|what"
        rf"|the|each)\b)"
        r"|\b(?:hasn't|haven't|not|ain't|isn't|aren't) (?:\w+ )?been told\b(?! (?:how|what|to)\b)"
        r"|\bnot (?:even )?in the picture\b|\bnobody should know\b|\bbehind (?:his|her|their) back",
        "The mother is the last to find out.",
        "We've never been told how to fill it in.",
    ),
    Cue(
        "keeps_in_the_dark",
        r"\b(?:won't|don't|not|never|mustn't|can't) (?:let|have) (?:it|this|that|him|her|them"
        rf"|my \w+|anyone|anybody|the \w+)(?: ever)? (?:reach|{LEARN}|catch|see|get|come to)\b"
        r"(?! (?:how|what|the|a|to|started|going)\b)|\bnever let \w+ know\b"
        r"|\blet \w+(?: \w+){0,2} not (?:catch|hear|know|learn)\b",
        "You won't let it reach my manager.",
        "I won't let him get the better of me.",
    ),
    Cue(
        "off_file",
        rf"\b(?:not|isn't|n't|never|none of it|nowhere) (?:be )?(?:for|going (?:in|into|on)|in|into"
        rf"|on|part of) (?:the |a |an |any |your |our |my |that |this )+(?:\w+ )?{FILE}\b",
        "It's not for the wee summary.",
        "The total isn't correct in the report.",
    ),
    Cue(
        "off_file",
        rf"\b(?:don't|not|never|hate to|wouldn't)(?: \w+)?(?: \w+)? (?:put|make|see"
        rf"|want|have|write|leave) (?:{THIS}|the cause|the why|a line|an \w+)"
        rf"(?: a \w+)? (?:in|into|on|about) (?:a |an |the |any |your |one )?(?:\w+ )?{FILE}\b",
        "Kindly don't make it a line in the mail.",
        "I can't find it in the report, what page is it?",
    ),
    Cue(
        "off_file",
        rf"\b(?:don't|never|no|not to|without)(?: \w+)? {WRITE}(?: down)?"
        rf"(?: {THIS}| me| am| him| her)?(?: down| up)?(?:{END}| (?:an? )?(?:\w+ )?about)"
        rf"|\bnote the \w+, (?:not|don't)\b|\bpre-?minutes\b"
        rf"|\b(?:in|for) (?:the|my) (?:bin|pen),? (?:as far|though|please)",
        "No write am, I buy direct.",
        "Don't write everything on one slide.",
    ),
    Cue(
        "off_file",
        rf"\b(?:not|\w+n't|never) (?:\w+ )?(?:stand|stands|appear|appears|enter|enters|figure|go"
        rf"|goes|land) (?:in|into|on) (?:any|the|your|my|our|that) (?:\w+ )?{FILE}\b"
        rf"|\bif (?:anyone|anybody|someone|somebody) {WRITE} (?:this|that|it)\b",
        "It does not stand in any protocol.",
        "The summary does not stand alone.",
    ),
    Cue(
        "bars_telling",
        r"\b(?:not|\w+n't|rather not|hate)(?: to)? (?:like|want|have|see)? ?(?:it|this|that"
        r"|any of it)"
        r" (?:to be |to get )?(?:known|written|said|repeated|about|around|anywhere|out there"
        r"|remarked|spread|noised)\b"
        r"|\b(?:it|this|that) (?:went|goes|go) unremarked\b|\bno word said\b",
        "I don't want it written anywhere.",
        "It wasn't written by me.",
    ),
    Cue(
        "stops_tool",
        rf"\b(?:stop|pause|hold|knock(?:ed)? off|leave|put|turn|switch|shut|drop|kill|cut|close)"
        rf" (?:\w+ )?(?:the |your |my |that |this )+(?:\w+ )?{TOOL}\b"
        rf"(?! (?:until|when|on the (?:table|desk)))",
        "Actually hold the biro a tick.",
        "Stop the car on the recording day.",
    ),
    Cue(
        "stops_tool",
        rf"\bis (?:the |your |my |that |this )+(?:\w+ )?(?:{TOOL}|thing)(?: still)?"
        rf" (?:running|on|going|taking|listening|recording)\b"
        rf"|\bwithout (?:the |your )?{TOOL}\b|\bknock(?:ed)? (?:it|that) off\b"
        r"|\b(?:hit|press|is there) (?:a |the )?(?:pause|mute)\b"
        r"|\bis (?:this|it|that)(?: still)? (?:going (?:up|in|into|on)|being (?:taken"
        r"|written|minuted))\b",
        "Is the bot still running?",
        "The app is running slow today.",
    ),
    Cue(
        "off_file",
        r"\b(?:nothing|not|never|n't) (?:\w+ )?in (?:black and white|writing)\b|\bno paper trail\b"
        r"|\bleaves? (?:no|a) (?:trace|tracks?|trail)\b|\bverbal(?:ly)? only\b"
        r"|\b(?:skip|leave|drop) (?:this|that|it)(?: one| bit| part| line)? (?:blank|out)"
        r"(?=[.,!?]|$| please| when)",
        "No paper trail on this one.",
        "Leave the second line blank on the form.",
    ),
    Cue(
        "stays",
        r"\b(?:for|in|within|inside|outside|beyond) (?:this (?:room|car|kitchen|call|chat)"
        r"|these (?:four )?walls)(?: only| alone)\b|\bwhat (?:happens|is said|'s said) (?:here|in"
        r" \w+) (?:stays|stops)\b|\b(?:hold|bite|mind) your tongue\b|\bkeep your (?:mouth|trap|gob)"
        r" shut\b|\bbutton your lip\b",
        "For this room only.",
        "It's too hot in this room.",
    ),
)
