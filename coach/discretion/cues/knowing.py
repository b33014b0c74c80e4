"""Who knows it, who must not, and what is feared if it comes out."""

from __future__ import annotations

from coach.discretion.cues.frames import ANYONE, FILE, KIN, NEVER, STOP, THIS, WH, Cue
from coach.discretion.cues.lexicon import CLOSE

_GROUP = (
    r"the (?:family|team|staff|others|rest|kids|board|school|office|company|department|bosses|lads"
    r"|crew|parents|partners|neighbours|neighbors|village|church)"
)
_THEIRS = (
    r"(?:his|her|their) (?:own )?(?:wife|husband|partner|family|boss|manager|team|staff|crew"
    r"|parents"
    r"|mum|mom|mam|mother|dad|father|kids|people|colleagues)"
)
_NOBODY = (
    r"(?:nobody|not (?:a|one) (?:single |living )?(?:soul|person|being)|no (?:a soul|living soul"
    r"|other person))(?: else)?(?: (?:here|there|yet|else|at all|(?:at|on|in|inside|of) "
    r"(?:(?:the|my|our|this|that|his|her|your) )?\w+))?"
)
_CALL = r"(?:call|room|car|chat|conversation|meeting|talk|walk|line|video|zoom)"
_FROM_ME = r"(?:from|off|through|by|out of) (?:me|us|here|this (?:side|end))"
_HAVE_NOT = (
    r"(?:don't|didn't|haven't|never|won't have|not) (?:\w+ )?(?:know|knew|known|hear|heard|get|got"
    r"|gotten|have|had|see|seen|learn|learned|learnt)"
)
_ROUND = rf"(?:a?round|out|about|back|further|abroad|anywhere|any further|known|said){STOP}"
_FILE = rf"(?:{FILE}|forms?|folder|dossier|diary|portfolio|log ?book|appraisal|assessment|letter)"
_LEARN = r"(?:know|find out|hear|learn|get wind)"
_LEARNING = r"(?:knowing|finding out|hearing|learning|getting wind)"

KNOWING: tuple[Cue, ...] = (
    # Feared
    Cue(
        "untold",
        "between_us",
        r"(?:'d|\bwould|\bwill|'ll) (?:\w+ )?(?:kill|murder|skin|sack|fire|lynch|crucify|disown"
        r"|hang"
        r"|go mad|go spare|hit the roof|never (?:speak|forgive|trust))\b[^.?!]{0,20}"
        r"\bif (?:\w+ ){1,2}(?:ever )?(?:knew|found out|heard|finds out|hears|got out)\b",
        "She'd kill me if she knew.",
        "My boss would kill for that.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\bif (?:this|that|it|word|any of (?:this|it)) (?:ever )?(?:gets?|got|comes?|came|leaks?"
        r"|leaked) (?:out|back|around|round|to(?! (?:it|that|this|something|nothing|a|an)\b))\b"
        rf"|\bif (?:my \w+|he|she|they|{ANYONE}|someone|somebody|{_GROUP}) (?:ever )?"
        rf"(?:finds?|found) out(?: about (?:it|this|that))?(?=[,.!?]|$| i\b| i'm| it's| there)",
        "If this got out I'd lose my job.",
        "If they find out how it works, good for them.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:wouldn't|don't|doesn't|didn't) (?:really )?(?:want|like) "
        rf"(?:him|her|them|{KIN}|{_GROUP}|{ANYONE}) (?:to {_LEARN}|{_LEARNING})\b(?! {WH})"
        rf"|\bi'd (?:rather|sooner|prefer) (?:that )?(?:nobody|\w+ didn't) (?:{_LEARN}"
        r"|knew|heard|found out)\b"
        r"|\bi'd (?:rather|sooner|prefer) (?:this|it|that) didn't (?:travel|get (?:out|around|back)"
        r"|go (?:any )?(?:further|out|around)|leave)\b",
        "He doesn't want people knowing.",
        "I don't want them to know how hard it is.",
    ),
    # Known to few
    Cue(
        "untold",
        "between_us",
        rf"\b(?:{KIN}|{_GROUP}) (?:still |really )?(?:doesn't|don't|hasn't a clue|has no idea)"
        rf"(?: even| actually)?(?: know)?(?: yet)?(?:{STOP}|(?= about (?:it|this|that)\b"
        r"| (?:that )?i(?:'m|'ve)?\b))",
        "My team don't know that I'm leaving.",
        "The family don't know the area.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\b(?:only|just|there(?:'s| are| is)(?: only| maybe| perhaps)?) (?:about )?\w+"
        r" (?:people|persons|of us|others|men|women) (?:who |that )?(?:even )?knows?(?=[,.!]|$"
        r"| about)"
        rf"|\bnobody(?:'s| is) to know\b(?! {WH})"
        r"|\bnobody(?: \w+){0,3}?(?:'s got|(?: has| have)(?: got)?) (?:a clue|any idea"
        r"|the faintest)"
        r"(?=[.!,]|$| (?:cause|because|about (?:it|this|me|us))\b)",
        "There are five people who know.",
        "There are five people who know the system.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\b(?:kept|keeping|carried|carrying) (?:this|it|that|all this) (?:to|with|by"
        r"|inside) (?:myself"
        r"|me)\b"
        r"|(?:n't|\bnot|\bnever) (?:\w+ )?said (?:this|it|that) (?:out loud|aloud)\b"
        r"|\bfirst (?:one |person )?(?:that )?i(?:'ve| have)? (?:ever )?(?:said|told|mentioned)"
        r" (?:it|this|that)\b"
        rf"|\b(?:he|she|they) (?:hasn't|haven't)(?: even)? told (?:{ANYONE}|{_THEIRS})\b(?! {WH})",
        "I've never said this out loud to anyone.",
        "She hasn't told her team how to do it.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"(?:\b(?:shouldn't|mustn't)|(?:n't|\bnot) (?:\w+ )?(?:meant to|supposed to)) (?:even "
        r"|really )?"
        r"know (?:this|that|it)(?: myself)?(?=[,.!]|$| but)"
        r"|\blet (?:it|that|this) slip\b|(?:n't|\bnot) (?:yet )?(?:gone|going|go) public\b"
        r"|\b(?:signed|under) (?:an? |the )?(?:nda|n d a|non-?disclosure)\b"
        r"|\b(?:break|betray|breach)(?:ing|es|s)? (?:a |any |her |his |their "
        r"|\w+'s )?confidences?\b",
        "I probably shouldn't know this myself.",
        "I don't know this myself, so let's look it up.",
    ),
    # Not to be passed on
    Cue(
        "asks",
        "between_us",
        r"\b(?:treat|take|regard|consider)"
        r" (?:this|it|that) as (?:\w+ )?(?:confidential|private|secret)\b"
        r"|^(?:(?:so|well|and|but|now|this is|it's|that's),? )*in confidence[,:]|\bhush[- ]?hush\b"
        r"|\bfor you and (?:only you|you (?:only|alone))\b"
        r"|(?<!'ve )(?<!have )(?<!has )\bnot a (?:word|peep|whisper|syllable)"
        r" (?:to \w+|about (?:it|this|that)|of (?:it"
        r"|this))\b"
        r"|\bwhat i(?:'m| am) (?:about|going) to (?:say|tell)\b[^.?!]{0,20}\bstays?\b",
        "This is for you and you alone.",
        "She said not a word in the whole meeting.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:this|that|it)(?: one| thing| bit)? (?:shouldn't|mustn't|can't|isn't to|is not to)"
        r" (?:be )?(?:go|get|come|going|leak|leaked|travel)(?: (?:out|outside|anywhere|further"
        r"|around"
        r"|beyond|past))\b(?! (?:in|with|to|on|of|for)\b)",
        "Please, this should not go out.",
        "It can't go out in the rain.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"\b(?:pause|mute) (?:that|this|your|the) (?:thing|yoke|gadget|app|machine)\b"
        r"|\b(?:pause|stop|mute|turn|switch|shut) (?:that|this|it|the thing|that thing)(?: off)?"
        r" (?:for )?(?:just )?a (?:sec|second|minute|moment|bit|tick)\b",
        "Could you turn that off for a minute?",
        "Turn the oven off for a minute.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"\b(?:this|that|it|something|which|one|bit|part) (?:that )?(?:doesn't|don't|won't"
        r"|shouldn't"
        r"|mustn't|isn't|can't) (?:to )?(?:go|going|be|appear|end up|land) (?:in|into|on)"
        r" (?:the|your|any|our|my) (?:notes?|minutes|record|recording|recap|summary|write-?up"
        r"|file)\b",
        "Can I say something that doesn't go in the write-up?",
        "The totals don't go in the summary.",
    ),
    # Who told it, and who was never there
    Cue(
        "asks",
        "between_us",
        rf"\byou(?:'ve| have)? {_HAVE_NOT} (?:about |of )?{THIS} (?:\w+ )?{_FROM_ME}{STOP}"
        rf"|\bwhich you(?:'ve| have)? {_HAVE_NOT} {_FROM_ME}{STOP}"
        rf"|\b(?:it|this|that) (?:\w+ )?(?:didn't|doesn't|never|won't have) (?:come|came|get) "
        rf"(?:to you )?{_FROM_ME}{STOP}",
        "You don't know that, and for sure you don't know it from me.",
        "You don't know this from school, so look here.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"\b(?:you|we|i) (?:weren't|wasn't|never were|aren't|were never) (?:even "
        rf"|ever )?(?:on|in|at"
        rf"|part of) this {_CALL}\b|\b(?:i|we|you)(?:'ve| have)? (?:haven't|didn't|never|not) "
        rf"(?:hear|heard|said|say|see|seen|told you) (?:it|this|that|any of (?:it|this)|a word"
        rf"|a thing|anything) in this {_CALL}\b"
        r"|\b(?:you|you're|you'll be|be|look|sound|you'd better be) (?:just )?as (?:shocked"
        r"|surprised|amazed|astonished|innocent|clueless|in the dark) as (?:everybody|everyone"
        r"|anybody|anyone|the rest|the others|the next|they|all the)\b"
        r"|^(?:so|and so|then|and) (?:neither do you|nor do you|you don't(?: know)? either)[.!,]?$",
        "And you weren't on this call.",
        "They weren't on the call last Monday.",
    ),
    # Kept from going about
    Cue(
        "asks",
        "between_us",
        r"\b(?:don't|wouldn't|not|didn't|rather not|hate|sooner not) (?:to )?(?:want|like|have|see"
        rf"|be having|let) {THIS} (?:to )?(?:be )?(?:go|goes|going|get|gets|getting|come|coming"
        rf"|passed|spread|talked|shouted|put) {_ROUND}",
        "I'd not want it going round.",
        "I don't want it going round the long way.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"{NEVER} (?:\w+ )?(?:end up|wind up|land|go|get|appear|be|show up|turn up|come up|sit"
        rf"|feature)(?: down)? (?:in|into|on|among) (?:the |my |your |our |any |that |this "
        rf"|his |her"
        rf" |their )+(?:\w+ )?{_FILE}\b(?! (?:yet|cabinet|until|till|by|correctly|properly)\b)"
        r"|\b(?:nothing|not a (?:word|line|syllable)|none of (?:it|this|that)) (?:goes|gets|will go"
        r"|'ll go|lands|ends up) (?:in|into|on) (?:the |my |your |our |any |that |this )+(?:\w+ )?"
        rf"{_FILE}\b",
        "Can this bit not end up in that file?",
        "I'm not in the file yet.",
    ),
    # Nobody has it yet
    Cue(
        "untold",
        "between_us",
        rf"\b{_NOBODY}(?: (?:who|that))? (?:(?:knows?|has heard|suspects) (?:it|this"
        rf"|that|about (?:it|this|that)|any of (?:it|this))|(?:has been|'s been|was) told"
        r"|(?:has|got|has got|'s got|has had) (?:it|this|that)(?= yet))"
        rf"(?:(?: |, )yet)?{STOP}|\bnot even (?:my|his|her|their) \w+(?:'s)?(?: knows?| has| got"
        rf"| heard"
        rf"| been told)(?: {THIS})?{STOP}|\b{_NOBODY}(?: (?:who|that))? i(?:'ve| have)? (?:ever )?"
        r"(?:told|said (?:it|this|that)|mentioned|breathed)\b",
        "There's nobody on station has it yet.",
        "Nobody on the team knows it better.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\bas far as (?:\w+ ){0,3}?\w+(?:'s|'re| is| are) concerned,? (?:i|he|she)(?:'m|'s| am"
        r"| is) (?:\w+ )?(?:at|on|in|off|away|visiting|still|ill|sick|fine|working|back)\b",
        "As far as the office's concerned I'm at my sister's.",
        "As far as the bank is concerned I'm a good risk.",
    ),
    # Unknown to somebody, and to stay so
    Cue(
        "untold",
        "between_us",
        r"(?:\b(?:no idea|not a clue|no clue|nobody|in the dark|unaware|a secret)\b|(?:n't|\bnot"
        r"|\bnever) (?:\w+ )?(?:know|knows|told|said|mentioned|heard|guessed"
        r"|noticed)\b)[^.?!]{0,60}"
        r"\b(?:want|wants|like|prefer|keep|keeping|leave|leaving|rather|good|glad|happy|grateful)"
        r"\b[^.?!]{0,12}\b(?:it|that|this|things)(?: to)?(?: (?:stay|stays|stayed|be|remain"
        r"|remains|keep|kept))? (?:like that|that way|so|as it is|as it's|for now)"
        rf"(?: for now)?(?:{STOP}|(?= (?:till|until|for|because|as)\b))"
        r"|\bnobody knows?\b[^.?!]{0,60}\b(?:it's|that's) (?:better|best|easier|safer) (?:that way"
        r"|like that|so)\b",
        "The head office has no idea, and I want it to stay like that till May.",
        "He's not heard of salt, and the guests like it that hot.",
    ),
    # The few who do, told over
    Cue(
        "untold",
        "between_us",
        r"\b(?:only|just(?! (?:you|they|we|i)\b)) (?:my |the )?\w+(?: (?:and|or) (?:my |the )?\w+)*"
        rf" (?:knows?|(?:has|have)(?: got)?(?= (?:it|this|that)\b)) ?{THIS}?{STOP}"
        rf"|\b(?:my \w+|(?!you\b|we\b|who\b|god\b|lord\b|heaven\b|everybody\b|everyone\b"
        rf"|nobody\b|they\b)[a-z]+) knows?(?: {THIS})?,? and (?:now |so does )?"
        rf"(?:you|(?:the|my|our) \w+)(?: (?:knows?|does))?(?: too| now)?(?=[.!]|$)"
        rf"|\byou(?:'re| are) the only (?:\w+ )?(?:one|person|soul)(?: \w+){{0,3}}?"
        rf" (?:who's|who has|that's|that has|with)(?: got| had| been told)? ?{THIS}?{STOP}"
        rf"|\bnobody (?:outside|inside|upstairs|downstairs|around|in \w+ \w+|beyond \w+|else \w+)"
        rf"(?: here| there)? (?:knows|has) {THIS}(?:{STOP}|$)",
        "My wife knows, and the cat.",
        "She knows and the customer knows that it's late.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"\b{THIS}(?: one| bit)?,?(?: (?!because\b)\w+,)?(?:'s| is| are)?(?: just)?"
        r"(?: for| between)? "
        r"you (?:and me )?and (?:me|the \w+)(?: only| alone)(?=[.,!]|$)",
        "This one is you and the kettle only.",
        "You and the team only have a week.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\b(?:it's|there's) (?:still |just )?only (?:\w+ ){1,4}(?<!that )(?:he|she|they|i)(?:'s"
        r"|'ve"
        r"|'d| has| have| had)? (?:ever )?told\b(?! (?:how|what|to|off))"
        r"|\b(?:it's|there's) still (?:just|only) you(?: and \w+)?(?=[.,!]|$| (?:that"
        r"|who) knows?\b)"
        rf"|(?:n't|\bnot|\bnever) (?:\w+ )?(?:said|breathed|let on) (?:it|this|that"
        rf"|a word)(?: yet)?"
        rf" at (?:home|work|school){STOP}",
        "It's only the foreman and me she's told.",
        "It's only the first two pages that he told me to read.",
    ),
    # In what capacity
    Cue(
        "asks",
        "between_us",
        r"^(?:(?:but|and|only|just|so),? )*(?:to|with|for) you,? (?:and )?not (?:to |with |for )?"
        r"(?:the|my|your) \w+(?: \w+)?[.!]?$"
        r"|\b(?:say|tell|ask|saying|telling|asking|talk|talking|speak|speaking)(?: (?:it|this|that"
        r"|you|me|something))? (?:to|with) (?:you|[a-z]+),? (?:and )?(?:not|rather than)"
        r" (?:to|with) (?:the|my|your) \w+"
        rf"|\b(?:say|tell|ask|saying|telling|asking|talk|talking|speak|speaking|hear|listen)\b"
        rf"[^.?!]{{0,25}}\bas (?:an? |my |your )?(?:\w+ )?{CLOSE}(?: only)?,? (?:and )?(?:not"
        rf"|rather"
        r" than)\b",
        "Can I say it to Corinne and not to the boss?",
        "I told the chef, not the waiter, about the soup.",
    ),
)
