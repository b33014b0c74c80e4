"""How people say that they see something anew."""

from __future__ import annotations

from coach.reading.listening import Sign
from coach.reading.signs.wording import I_HAVE

INSIGHTS = (
    Sign(
        "realised",
        rf"{I_HAVE}(?: came to| only|'ve only| now| suddenly| then)* "
        rf"(?:reali[sz]ed?|notice[d]?|discover(?:ed)?|learn(?:ed|t)|figured out|"
        rf"worked out|understood|clocked|twigged)\b (?:that |also |just |only "
        rf")?(?:how|why|what|i|i'm|i've|it's|he|he's|she|she's|we|we're|they|"
        rf"they're|you|you're|there|my|nobody|people|this|that)\b",
        "I realised I never ask.",
        "I didn't notice the time.",
        3,
        "insight",
        "realised realise realized realize noticed notice discovered discover "
        "learned learnt figured worked understood clocked twigged",
    ),
    Sign(
        "never_saw",
        r"\bi(?:'d|'ve| had| have)? (?:never|hadn't|haven't|didn't) (?:even |"
        r"really |ever )?(?:thought|think|thought of|seen|see|saw|reali[sz]ed?|"
        r"noticed|considered|looked at|connected)(?: (?:about|of|at))? (?:it|that|"
        r"this|of it|about it)\b.*(?:like|way|before|until|till|as)?",
        "I never thought of it like that.",
        "I've never seen snow.",
        2,
        "insight",
        "never hadn't haven't didn't",
    ),
    Sign(
        "it_clicked",
        r"\b(?:it|that|something) (?:just |suddenly |finally |really )?(?:hit me|"
        r"dawned on me|clicked|made me (?:think|see|reali[sz]e)|struck me|opened "
        r"my eyes)\b|\b(?:the )?penny dropped\b|\bit makes sense now\b|\baha\b",
        "Then it hit me.",
        "The ball hit me.",
        3,
        "insight",
        "hit dawned clicked made struck opened penny sense aha",
    ),
    Sign(
        "now_i_see",
        r"\b(?:now i|i now|oh i|ah i|okay i|i think i) (?:see|get|understand|"
        r"know)\b(?! you| what you mean)|\bi (?:see|get) it now\b|\bso that's "
        r"(?:why|what|how|where|it)\b|\bthat's why i(?!'ll| ask)\b|\bthat's "
        r"different\b|\bi know why i\b",
        "That's why I couldn't care about it.",
        "That's why you're here.",
        2,
        "insight",
        "now i see get why that's know different",
    ),
    Sign(
        "lesson",
        r"\b(?:what i(?:'ve| have)?(?: \w+)? (?:learn(?:ed|t)|take|took)|the "
        r"lesson|my (?:biggest )?(?:lesson|learning|takeaway|take-away)|turns out|"
        r"the (?:real|actual) (?:problem|reason|question|issue|thing) (?:is|was|"
        r"isn't))\b",
        "The real problem was the handover.",
        "I learned to swim.",
        3,
        "insight",
        "learned learnt take took lesson learning takeaway turns real actual",
    ),
    Sign(
        "not_x_but_y",
        r"\b(it|that|he|she|they|this|there)(?:'s|'re| is| was| are| were)(?: "
        r"(?:not|never)|n't)(?: (?:about|just|really|even|so much))? "
        r"[^.?!]{3,50}[,.;]? (?:it's about|(?:but |no,? )?\1(?:'s|'re| is| was| "
        r"are| were))\b|\b(it|he|she|they)(?:'s|'re| is| was| were) "
        r"[^.?!]{6,40}[.,] \2(?:'s|'re| is| was| were)(?: not|n't) \w+ \w+",
        "It's not the price. It's the call.",
        "It's not ready.",
        3,
        "insight",
        "not never isn't wasn't",
    ),
    Sign(
        "was_never",
        r"\b(?:it|that|he|she|they|this) (?:was|were|is) never (?:the |about |really |just )",
        "So it was never the money.",
        "He was never there.",
        2,
        "insight",
        "never",
    ),
    Sign(
        "same_thing",
        r"\b(?:it's|that's|they|all|is|was) (?:exactly |all |always )?(?:the "
        r")?same (?:thing|problem|pattern|as|reason|note|story|trouble)\b|\bevery "
        r"(?:single )?time i\b|\bit's always\b|\bi always do (?:this|that)\b|"
        r"\bthere's a (?:pattern|moment)\b|\bi(?:'m| am) the (?:one who|problem|"
        r"bottleneck)\b",
        "It's the same thing with my boss.",
        "Same to you.",
        2,
        "insight",
        "same every always pattern moment one problem bottleneck",
    ),
    Sign(
        "motive",
        r"\bbecause (?:if i|i (?:didn't|don't|did not) (?:want|like|trust)|i "
        r"(?:was|am|wanted to|want to)|i'm) (?!away|busy|late|sick|on |in |at )",
        "Because I didn't want them to be angry with me.",
        "Because it was late.",
        1.5,
        "insight",
        "because",
    ),
    Sign(
        "self_image",
        r"\bi(?:'ve| have) been \w+ing (?:\w+ ){0,6}(?:and|with (?:some|my|the|a|"
        r"no)|when|instead|without|who|while)",
        "I've been writing these reports when nobody reads them.",
        "I've been to Leeds with Jo.",
        2,
        "insight",
        "been",
    ),
    Sign(
        "not_once",
        r"\bnot (?:one|a single) time\b|\bnot (?:even )?once\b|\bwithout (?:even |"
        r"once )?(?:asking|noticing|thinking|knowing)\b",
        "Six times I did it and not once I asked why.",
        "Once more, please.",
        2,
        "insight",
        "not without",
    ),
    Sign(
        "keep_thinking",
        r"\bi (?:keep|kept|can't stop) thinking (?:about|of|back)\b|\bwhat "
        r"(?:really )?(?:surprised|struck) me\b|\bit's funny,? (?:i|but|how|"
        r"because)\b|\bi used to think\b|\bi always thought\b|\bi thought i (?:was|"
        r"had|needed|could)\b",
        "I keep thinking about that.",
        "I keep bees.",
        2,
        "insight",
        "thinking surprised struck funny think thought",
    ),
)
