"""Hints: what announces nothing alone, and often stands beside what does."""

from __future__ import annotations

from coach.cues import Cue
from coach.discretion.cues.lexicon import BEFORE, LEARN, NOT, TELL, THIS

_HE = r"(?:he|she|him|her|his|hers|they|their|them|he's|she's|he'd|she'd|they're)"

HINTS: tuple[Cue, ...] = (
    Cue("negates", rf"\b{NOT}\b", "I won't.", "I will."),
    Cue("tells", rf"\b{TELL}\b", "She told me.", "She rang me."),
    Cue("learns", rf"\b{LEARN}\b", "They never suspected.", "They never came."),
    Cue("points", rf"\b{THIS}\b", "This one.", "Which one?"),
    Cue("restricts", r"\b(?:only|just|strictly|purely|alone|tightly|very)\b", "Just you.", "You."),
    Cue("says_you", r"\byou(?:'ll|'d|'re|r)?\b", "You too.", "Me too."),
    Cue("says_i", r"\bi(?:'ll|'d|'m|'ve)?\b", "I did.", "She did."),
    Cue("says_they", rf"\b{_HE}\b", "His wife.", "My wife."),
    Cue("waits", rf"\b{BEFORE}\b", "Till May.", "In May."),
    Cue("turns", r"\bbut\b", "Yes, but.", "Yes, so."),
    Cue("asks", r"\?$", "Are you alone?", "You are alone."),
    Cue(
        "begs",
        r"\b(?:please|kindly|abeg|beg|obliged|i'd (?:ask|want|like|prefer|rather|hate|sooner)|let"
        r" (?:it|this|that))\b",
        "I'd ask you to wait.",
        "I asked you to wait.",
    ),
    Cue(
        "commands",
        r"^(?:(?:and|so|but|please|kindly|now|just|okay|well|actually),? )*(?:keep|leave|don't|let"
        r"|hold|forget|take|treat|bury|stop|swear|promise|never|no)\b",
        "Please leave it.",
        "They leave it.",
    ),
    Cue(
        "says_that_it_says",
        r"\b(?:i(?:'ll|'m| will| can| could| may)?|if i|may i|let me|can i) (?:just |only |now )?"
        r"(?:tell|telling|say|saying|whisper|speak|give you|talk|answer)\b",
        "I can tell, if you like.",
        "They can tell, if you like.",
    ),
    Cue(
        "has_not_told",
        r"\bi(?:'ve| have)? ?(?:not|never|haven't|didn't|don't)(?: \w+)? (?:told|tell|said|let"
        r"|mentioned|breathed)\b(?! you\b)",
        "I've not told my partner.",
        "I've told my partner.",
    ),
    Cue(
        "matters",
        r"\b(?:pregnan\w+|cancer|tumou?r|operation|treatment|depress\w+|bipolar|clinic|cocaine"
        r"|drinking|drunk|rehab|arrested|charged|court|police|prison|fraud|steal\w*|stole\w*"
        r"|cheat\w*|plagiari\w+|gambl\w+|debts?|loan|overdraft|owe|owing|bankrupt\w*|sacked|fired"
        r"|let go|redundan\w+|resign\w*|quit\w*|leaving|applying|applied|interviews?|offer(?:ed)?"
        r"|merg\w+|closing|shutting|selling|sold|suspended|divorc\w*|separat\w+|moved out|split"
        r"|affair|gay|crying|cries|hitting|slapped|hit|bull(?:y|ied|ying)|stalked|harass\w+"
        r"|overdose|lump|visa|refused|rejected|asylum|sue|suing|lawyer|step down|miscarr\w+"
        r"|expecting)\b",
        "He got arrested.",
        "He got a bicycle.",
    ),
)
"""The last holds what people keep to themselves: talked of openly, too, so it counts for little."""

TAKES: tuple[Cue, ...] = (
    Cue(
        "pledges",
        r"\b(?:i won't|gone|deleted|buried|swallowed|zip\w*|promise|i swear|heard nothing"
        r"|not a word|it's (?:off|shut)|never asked|un-?known|deaf|nowhere|he won't|excised"
        r"|rubbed|snipped|in my head|no ears|silently|alone|i would not|i'll be careful|locked"
        r"|safe with me|of course|i take it)\b",
        "Understood, not a word.",
        "Sounds like fun.",
    ),
    Cue(
        "takes_in",
        r"^(?:understood|noted|i see|right|go on|work away|i hear you|fair enough|okay)[.,!]",
        "I see.",
        "See you then.",
    ),
    Cue(
        "pities",
        r"\b(?:sorry|oh dear|poor|god help|lord|my dear|thank you for|thanks for|goodness|heavens"
        r"|ouch|wow|jaysus|congrat\w*|fair play|good for you|good luck|awful|heavy|steep|tough)\b",
        "I'm so sorry.",
        "I'm so late.",
    ),
)
"""How the other one takes it: a short answer says what sort of thing was said."""
