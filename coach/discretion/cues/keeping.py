"""Who reads it, who is in earshot, what is kept; and acting as if nothing had been said."""

from __future__ import annotations

from coach.discretion.cues.frames import ANYONE, FILE, KIN, NEVER, STOP, THEM, THIS, Cue

_WRITE = r"(?:writ(?:ing|ten)|record(?:ing|ed)|typ(?:ing|ed)|minut(?:ing|ed)|not(?:ing|ed)|taped)"
_PEN = r"(?:pen|pencil|notebook|notepad|note ?book|pad|laptop|keyboard|biro)"
_ASK = (
    r"(?:^|[,.] |\b(?:please|just|first|could you|can you|will you|would you|you can) )(?:just )?"
)
_OTHERS = (
    r"(?:nobody|no-?one|(?:my|the|his|her|their) (?:own )?\w+|they|he|she|people)"
    r"(?: (?:don't|doesn't|won't|can't|wouldn't|never))?(?: ever)?"
)
_PLANS = r"(?:should|shall|could|may|might|would|let's|want|ought|you|you're)"
_TOGETHER = r"(?:can|must|will|'ll|need|try|have to|going to|gonna)"
_DOES = (
    r"(?:^|[,;:] |\b(?:and|but|because|cause|that|so|when|where) )"
    r"(?:(?:i|he|she|my \w+)(?:'ve|'d|'m|'s|'ll)?|(?:we|they)(?:'ve|'d|'re)?(?!')"
    rf"(?![^.?!]*\b{_TOGETHER}\b[^.?!]*\bso\b))"
    rf"(?:(?!\b{_PLANS}\b)[^.?!]){{0,80}}?\b"
)
"""Somebody is said to do a thing, and nobody is told or asked to."""
_PAPERS = rf"(?:{FILE}|protocols?|paper|system|app|portal|books?|anything)"

KEEPING: tuple[Cue, ...] = (
    # Asked about the record, or about who listens, before it is told
    Cue(
        "delicate",
        "off_record",
        r"\b(?:are|is|aren't|isn't) (?:you|this|that|it|we|these|these calls|this call|your \w+"
        r"|the \w+)(?: (?:still|being|even|all|on))* (?:recording|recorded|recorded or|kept|stored"
        r"|saved|transcribed|transcribing|taping|taped|typing|minuted|on tape|listened to)"
        r"(?: (?:this|it|that|now|us|on your \w+|at your \w+|anywhere|somewhere|by anyone))*"
        r"(?:, \w+)?\?"
        r"|\b(?:who|does anyone|does anybody|will anyone|is anyone|is \w+(?: \w+)?|does \w+"
        r"|will \w+)"
        r" (?:else )?(?:going to |gonna |get to |gets to )?(?:read|reads|see|sees|hear|hears|get"
        rf"|gets|keep|keeps) (?:{THIS}|these|the (?:notes|recording|write-?up|transcript|recap))"
        r"(?: \w+)?\?"
        r"|\b(?:hit|press|got|is there) (?:a |the )?(?:pause|stop|mute)\b",
        "Are you recording on your side?",
        "Are you recording a new album?",
        opens=False,
    ),
    Cue(
        "delicate",
        "between_us",
        r"\b(?:are you|is it|you) (?:alone|on your own|by yourself|just you|somewhere (?:private"
        r"|quiet))(?: (?:there|now|in there|at the moment))?\?"
        r"|\b(?:is|are) (?:your|the|that) doors? (?:closed|shut|open)\b"
        r"|\b(?:let me|i'll|i will|wait,? i|can you|could you) (?:just )?(?:close|shut) "
        r"(?:the|my|your) door\b"
        r"|\b(?:am i|are you|have you (?:got )?me|is this) on (?:the )?(?:loud)?speaker(?:phone)?\b"
        rf"|\b(?:is|can) (?:there )?{ANYONE}(?: else)? (?:hear|there|with you|in the room"
        r"|listening|around|about)\b"
        r"|\b(?:keep|lower) (?:your|my) voice(?: down)?\b",
        "Is your door closed?",
        "The door is closed on Mondays.",
        opens=False,
    ),
    # Not into any file
    Cue(
        "mutes",
        "off_record",
        rf"(?:\bdon't|\bnever|\bplease not) (?:be )?(?:put|putting) (?:this|that|it){STOP}"
        rf"|\blet (?:it|this|that)(?: one| bit| part)? (?:not|never|no) (?:enter|go in|go into"
        r"|reach|be in|appear|see)\b"
        rf"|{NEVER} (?:\w+ )?(?:enter|stand|stands|appear|appears|figure|feature|show up"
        rf"|go in|go into) (?:in |into |on )?(?:the |any |your |our )+{_PAPERS}\b"
        rf"|\b(?:don't|wouldn't|didn't) (?:want|like) (?:it|this|that|him|her|any of it) {_WRITE}\b"
        r"|\b(?:this|that|it)(?: one| bit)?(?:'s not|isn't| isn't|'s never) for (?:walking|going"
        r"|passing"
        r"|spreading|handing|carrying|shouting|telling|talking|chatting)(?: it| this)? (?:a?round"
        r"|about"
        r"|on|outside|over|abroad)\b"
        rf"|\bif (?:anyone|anybody|someone|somebody) (?:writes?|records?|notes?) {THIS}\b",
        "Let that one not enter the minutes.",
        "Don't put it on the table yet.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"\b(?:leave|keep|cut|take|strip) (?:it|this|that|me|him|her) out of"
        r" (?:that|the|your|any) (?:\w+ )?(?:app|thing|bot|gadget|system|summary|email|report)\b"
        rf"|{_ASK}(?:put|set|lay) (?:(?:down|away) (?:the|your|that) {_PEN}"
        rf"|(?:the|your|that) {_PEN} (?:down|away|aside))(?: first| for| please| now|[.,?]|$)"
        rf"|{_ASK}(?:close|shut) (?:the|your|that) {_PEN}(?: (?:first|for|please|a)|[.,?]|$)"
        r"|\bnot for attribution\b|\b(?:remove|cut|delete|scrub) (?:it|this|that) (?:later"
        r"|afterwards)\b"
        rf"|\b(?:nobody|no-?one)(?:'s| is) (?:{_WRITE}|noting|taking notes)\b",
        "Just put down the notebook first.",
        "He put down the notebook deal in the accounts.",
    ),
    Cue(
        "assures",
        "off_record",
        rf"\b(?:it|that|this) (?:won't|will not|shan't|doesn't) (?:enter|reach|go in|go into"
        rf"|appear in|be in) (?:any|the|my|our|{_PAPERS})\b|\b(?:pen|notebook|laptop)(?:'s| is)"
        r" (?:down|away|shut|closed)\b|^it's (?:down|off|closed|shut|away)\b"
        r"|\bi (?:put|'ll put|have put) (?:the|my) \w+ (?:away|down)\b"
        r"|\bi(?: can| could|'ll| will)? (?:(?:pause|mute) (?:it|that|this)\b|(?:remove|cut|edit"
        r"|delete) (?:it|that|this|these|them)(?: out)? (?:later|afterwards|before)\b)|\b(?:have"
        r"|get) (?:it|that|a bit|bits|that bit) (?:cut|deleted"
        r"|removed)\b|\bwhat you tell me not to\b|\bbefore (?:anyone|anybody) sees\b",
        "I can pause it, or I remove it later.",
        "I'll put the kettle on.",
        opens=False,
    ),
    # As if nothing had been said
    Cue(
        "asks",
        "between_us",
        r"(?<!\bi )(?<!i'll )(?<!they )\b(?:act|pretend|behave|carry on|play|make out) (?:as if"
        r"|as though|like|that)?[ ]?"
        r"(?:i|you|we|nobody|nothing)(?:'ve)? (?:didn't|never|haven't|don't|had|was|know nothing"
        r"|said)\b"
        rf"|\b(?:you|to|and|just|please) (?:act|look|sound|be) (?:all )?surprised"
        rf"(?:{STOP}| (?:when|if))"
        r"|(?<!\bif )\b(?:you|we) (?:haven't|have not|didn't|never|ain't) (?:heard?|seen?|had"
        r"|been told) (?:this|that|it|any of (?:this|it)|anything|this (?:call|chat|conversation"
        rf"|talk))(?: from me)?{STOP}"
        rf"|\byou never saw (?:this|it|any of (?:this|it)|a thing){STOP}(?!\?)"
        r"|\b(?:make|pull|put on|practise|practice|wear|do|have) (?:a |an |the |your )?(?:\w+ )?"
        r"(?:face of surprise|surprised face|innocent face|face of innocence)\b(?=[.!,]|$| (?:when"
        r"|if|please))"
        rf"|\b(?:forget|unhear) (?:that )?i (?:ever )?(?:said|told|mentioned|spoke)\b"
        r"|\b(?:this|that) (?:call|chat|conversation|talk) (?:never|didn't) happen(?:ed)?\b",
        "You'll have to act as if I didn't.",
        "Act as if you were the client.",
    ),
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:asked|begged|told|wants|wanted|pleaded with|made) (?:me )?(?:that i|to|i) (?:\w+ )?"
        rf"(?:forget|keep quiet|say nothing|keep it|not (?:tell|say|repeat)){STOP}"
        rf"|\b(?:made|asked|begged) me (?:to )?(?:forget|swear|promise|keep) ?(?:it|this"
        rf"|that)?{STOP}"
        r"|\b(?:in|under|with) (?:\w+ )?(?:confidence|trust|secrecy)[,.]? (?:that|by|from)\b",
        "In the morning he came and asked that I forget.",
        "She asked me to keep the minutes.",
    ),
    # Where it is to rest
    Cue(
        "asks",
        "between_us",
        rf"\b{THIS}(?: one| bit| part| thing)?(?:'d|'ll)? (?:(?:just|only|please|will|would|must"
        rf"|should|has to|have to|needs to|need to|can|better) )*(?:(?:sleeps?|dies?|rests?)"
        rf" (?:right |just )?(?:here|there)(?! for\b)|(?:stops?|ends?|stays?|lives?) (?:right "
        rf"|just )?"
        rf"(?:here|there) (?:with (?:you|me|us)|between us)\b)"
        rf"|\blet {THIS} (?:sleep|die|rest|lie|end|stay) (?:right |just )?(?:here|there"
        rf"|with (?:you|me"
        rf"|us)){STOP}",
        "It must sleep here tonight.",
        "Let it rest there for an hour under the cloth.",
    ),
    # Why it is asked for
    Cue(
        "asks",
        "between_us",
        rf"^(?:(?:and|so|but|please|just),? )*(?:don't|never|no need to) (?:say|tell \w+|let on)"
        rf" (?:why|who for|what for){STOP}"
        rf"|\bi (?:don't|won't|wouldn't) (?:have to|need to) (?:say|tell (?:\w+|the \w+)) (?:why"
        rf"|who"
        rf"|what for){STOP}|\bwithout (?:saying|telling (?:\w+|the \w+)) (?:why|who for"
        rf"|what for){STOP}",
        "Don't tell them why, please.",
        "I can't say why, it just felt off.",
    ),
    # Whose ears it is for
    Cue(
        "asks",
        "between_us",
        r"\b(?:one|this|that|something|it|story|bit)(?:'s| is)?(?: just| only)? for (?:you and me"
        r"|me and you|us two|us|you)\b[^.?!]{0,24}(?:\bnot|n't) for\b(?! me\b)"
        rf"|\b(?:{THEM}|boss|(?!you\b|i\b|we\b|it\b|that\b)[a-z]+)(?: really)? (?:(?:can't|mustn't"
        r"|must never|can never|shouldn't) (?:know|learn|find out)|(?:mustn't|must never|shouldn't)"
        r" (?:hear|see)|(?:can't|can never) hear(?= (?:this|that one)\b))"
        rf"(?: about| of)? (?:{THIS}|this one|that one)\b"
        rf"|^(?:and |so |but )?(?:he|she|they|{KIN}) (?:(?:mustn't|must not|shouldn't)"
        r"(?: (?:know|ever|hear))?|(?:can't|needn't) (?:know|ever|hear))[.!]?$"
        r"|\bi(?:'d| would|'ll)? (?:rather |sooner )?(?:not|hate|n't)(?: to)?(?: like| want| have)"
        r" (?:it|this|that|him|her) (?:known|to be known|talked about|to get|said|told)\b"
        r"|\bno word (?:said|to)\b",
        "Boss can't hear this one at all.",
        "You can't see this one from the road.",
    ),
    # The listener's word, in pictures
    Cue(
        "promises",
        "between_us",
        r"\bmy (?:mouth|lips?|gob|trap|ears?|tongue)(?:'s| is| are)? (?:\w+ )?(?:cement|concrete"
        r"|zipped|zip|glued|locked|closed|shut|sealed|padlocked|stone|deaf|tied)\b"
        r"|\bdeaf as a (?:post|stone|doorknob)\b"
        r"|^(?:\w+,? ){0,2}cross my heart(?: and hope to die)?[.,!]*$"
        r"|\b(?:it|this|that)(?:'s| is|'ll|'ll be)? (?:just )?(?:ends?|stops?|dies|stays?|stopping"
        r"|staying|(?:sits?|sat|sitting|resting) here) (?:right |here )*with (?:me|you)"
        r"(?=[,.!]|$| please| and)"
        r"|\b(?:from|through|by) me (?:he|she|they|nobody|no soul|not a soul)(?: will|'ll| won't)? "
        r"(?:hears?|gets?|learns?|knows?|finds?)\b"
        r"|\b(?:it|this|that|they|he|she)(?:(?:'s|'re) not|(?: isn't| aren't)|(?:'ll| will) not"
        r"| won't"
        r"|'ll never)(?: (?:going to|gonna|ever|be))* (?:get|getting|hear|hearing|have|go|going"
        r"|come|coming|travel|learn)(?: (?:it|this|that|anything|nothing|a word|nowhere|anywhere"
        r"|out"
        r"|further))* (?:from|off|out of|through) (?:me|us)(?=[.,!]|$)"
        r"|^(?:\w+[.,]? ){0,3}(?:then )?i(?:'ve| have)? (?:heard|seen|saw) nothing(?=[.,!]|$)"
        r"|^(?:\w+[.,]? ){0,2}i(?:'ve| have)(?: not|n't) (?:had|got|heard) (?:it|this|that) (?:off"
        r"|from)"
        r" (?:anybody|anyone|you)(?=[.,!]|$)"
        r"|^(?:\w+,? )?(?:zip|zipped|tick a lock|sealed)[.!]?$"
        r"|\bwhat (?:you|people) (?:say|tell)(?: to)? me (?:has )?(?:never|don't|doesn't|won't)"
        r" (?:reach|go|get|leave)\b",
        "My mouth is cement.",
        "My mouth is dry, let me get some water.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\bi'm not at liberty(?=[,.]|$| but)|\bnot mine to (?:spread|repeat|hand (?:on|round))\b"
        r"|\bsupposed to (?:carry|take) (?:it|this|that) (?:to|with)\b"
        r"|\bi'm the only (?:one|person)(?: (?:who|that))?(?:'s|'ve| has| have)? "
        r"(?:been told|told|knows|he told|she told|they told|he's told|she's told)\b(?! how)",
        "I'm not at liberty, but you're on the other end of this.",
        "I'm the only one who knows how to run it.",
    ),
    # Hidden on purpose
    Cue(
        "untold",
        "between_us",
        rf"\bso (?:that )?{_OTHERS} (?:guess|guesses|find out|finds out|suspect|suspects)\b"
        r"|\beven (?:my|his|her) (?:own )?\w+ (?:thinks?|believes?|doesn't know|don't know)\b"
        r"|\bas far as (?:\w+ ){1,2}(?:knows?|is concerned|are concerned),? (?:i|he|she|it)(?:'m"
        r"|'s)\b"
        r"|\bknows,? and now you(?: know| do)?\b|\b(?:only|just) (?:my \w+|\w+) (?:knows"
        r"|has been told)[,.]"
        r"|\bnever asked[^.?!]{0,30} so i (?:never|didn't) (?:said|say|told|tell)\b"
        r"|\bi(?:'ve| have)? never (?:let on|owned up)(?: to)? (?:a soul|anyone|anybody|them|him"
        r"|her)\b",
        "Even my wife thinks I go for the union.",
        "So nobody noticed the typo, even the editor.",
    ),
    # Out of sight: a secret where somebody owns to doing so, none where the two plan how to look
    Cue(
        "untold",
        "between_us",
        rf"(?:^|{_DOES})so (?:that )?{_OTHERS} (?:notices?|sees? (?:me|him|her))\b"
        r"(?![^.?!]*\bany ?more\b)",
        "I eat in the car so nobody sees me.",
        "We should fix it so that people don't notice it any more.",
    ),
)
