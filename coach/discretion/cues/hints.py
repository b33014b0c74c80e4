"""Others are not to know: nobody does yet, it is not out, it is somebody else's; and the
listener, who promises silence or spares the teller an answer.
"""

from __future__ import annotations

from coach.discretion.cues.frames import (
    ANYONE,
    KIN,
    REFUSE,
    STOP,
    TELL,
    THEM,
    THIS,
    WH,
    Cue,
)

_A_SKILL = (
    r"(?:(?!it\b|this\b|that\b|about\b|yet\b|of\b|i\b|i'\w|my\b|his\b|her\b|our\b|your\b)"
    r"[\w+#-]+ )(?:for (?:it|this|that|these|the \w+)|to (?!know\b|find\b)\w+)\b"
)
"""What is known as one knows a trade, and needed for something: no news that could get about."""

HINTS: tuple[Cue, ...] = (
    # Others are not to know
    Cue(
        "asks",
        "between_us",
        r"\bnobody (?:else )?(?:can|must|should|may|has to|have to|needs to|ought to|shall"
        r"|is to|is supposed to|gets to)"
        rf" (?:\w+ )?(?:know|hear|find out)\b(?! {WH})(?!(?<=(?:eds|has) to know) {_A_SKILL})",
        "She hasn't decided, so please, nobody can know.",
        "Nobody needs to know SQL for that.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{REFUSE} let (?:{ANYONE}|{THEM}|it|this|that|the \w+|[a-z]+) (?:know|hear"
        r"|find out|slip|get out|get around"
        r"|get back|leak)\b(?! (?:how|what|if|when|whether|by|until))",
        "Don't let Rita find out.",
        "Don't let him know by mail, call him when you land.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"\b(?:he|she|they|{KIN}|the (?:team|others|staff|company|department|family)|(?!i\b"
        r"|we\b|you\b)[a-z]+)"
        r" (?:mustn't|can't|may not|shouldn't|needn't|doesn't (?:need|have) to"
        r"|don't need to) (?:know|find out|hear|get wind)"
        rf"(?: (?:that|it|this|about (?:it|this|that)))?{STOP}"
        r"|\bi'd (?:rather|hate|prefer)[^.]{0,30} (?:get|got) (?:back|out|around)\b",
        "My boss doesn't need to know that.",
        "They can't know how long it takes.",
    ),
    Cue(
        "untold",
        "between_us",
        r"^(?:(?:and|so|okay|but),? )*(?:who else|who|does anyone(?: else)?"
        r"|does anybody(?: else)?)"
        r" (?:knows?|have you told|did you tell)(?: about (?:it|this|that)| this)?\?",
        "Who else knows?",
        "Who knows how to open it?",
        opens=False,
    ),
    # Nobody knows
    Cue(
        "untold",
        "between_us",
        r"(?:n't|\bnot|\bnever) (?:really |actually |even |yet |ever )?(?:told|said (?:it|this"
        r"|that|anything) to|mentioned"
        r" (?:it|this|that) to|shared (?:it|this|that) with|spoken (?:about (?:it|this) )?(?:to"
        r"|with)|informed) "
        rf"(?:it |this |that |about (?:it|this) )?(?:to )?{ANYONE}\b(?! (?:how|what|where|to))"
        r"|\btold nobody\b"
        rf"|(?:n't|\bnot|\bnever) said (?:it|this|that) to {ANYONE}\b",
        "I haven't told anyone at work.",
        "I haven't told the team about the new template yet.",
    ),
    Cue(
        "untold",
        "between_us",
        rf"\b(?:i'm|we're|he's|she's|they're|i am|we are) not telling {ANYONE}\b"
        r"(?! (?:how|what|to|that|off))",
        "It's early days so I'm not telling folk.",
        "We're not telling people how to vote.",
    ),
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:that's|it's|that is|it is) (?:his|hers|theirs|\w+'s) to tell\b",
        "That's hers to tell, so I'd leave it there.",
        "That's the story he loves to tell.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\b(?<!god )(?<!because )nobody (?:else )?(?:(?:here|there|yet|at \w+|on \w+"
        r"|in (?:the |my )?\w+) )?"
        rf"(?:knows|know|has been told|is aware)\b(?! (?:{WH}|to|him|her|me|them|us|anything|for"
        r"|better|your|my|a|(?:about )?"
        r"(?:it|this|that|them),? (?:because|since|so))\b)",
        "Nobody on nine knows yet.",
        "Nobody knows how the old build works.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\byou(?:'re| are) (?:the )?(?:very )?(?:first|only) (?:person|one|human)?(?: that"
        r"| who)? ?(?:i've told"
        r"|i told|i tell|i'm telling|who knows|that knows|to know|to hear)"
        rf"|\bonly (?:{KIN}|you|me)(?: and [\w ]{{1,12}})? knows?\b(?! {WH})",
        "You're the first person I've told.",
        "Only you know how much time you have.",
    ),
    Cue(
        "untold",
        "between_us",
        r"(?:n't|\bnot|\bnever) (?:even )?(?:told|tell|said|say) (?:it |this "
        rf"|that )?(?:to )?(?:even )?{KIN}\b"
        r"|\bwithout (?:him|her|them|anyone) knowing\b|\b(?:he|she|they|[a-z]+) (?:doesn't know"
        r"|has no idea)(?: yet)?[.!]?$",
        "I haven't told it my husband even.",
        "I told my husband the whole story.",
        opens=False,
    ),
    # Not out yet
    Cue(
        "unpublished",
        "off_record",
        r"(?:n't|\bnot|\bnothing is|\bnothing's|\bno be) (?:yet |really |quite |still |all "
        r"|even |been |made )*(?:official|public"
        r"|announced|declared|common knowledge|out there yet|out yet"
        r"|in the open)\b(?! (?:holiday|transport|tool|speaking|language|which|what"
        r"|who|where|when))",
        "It isn't official, they sign in March.",
        "Monday's not a public holiday there.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"(?<!\bi )(?<!\bwe )(?<!\byou )(?<!\bi've )(?:\b(?:won't|wouldn't|aren't to|isn't to) be"
        r"|\b(?:hasn't|haven't) been|\b(?:aren't|isn't) being) told (?:yet|until|till|while"
        r"|before)\b"
        r"(?! (?:how|what|which|where|whether)\b)|\bunder (?:an? )?(?:nda|embargo|wraps)\b"
        r"|\bembargoed\b|\b(?:until|till"
        r"|before) (?:it's|it is|that's"
        r"|the news is) (?:official|public|announced|out in the open)\b",
        "It's under embargo till the nineteenth.",
        "Wait till it's ready.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\b(?:i'm|i am|we're|we are) not (?:really |actually |even )?(?:supposed|allowed|meant"
        r"|permitted|at liberty|free)"
        rf" to (?:even )?(?:be )?(?:(?:know|{TELL})(?:ing)?\b|hav(?:e|ing) (?:this|that|it|one"
        rf"|in|any"
        r" of (?:it|this))\b)",
        "I'm not supposed to say, but we're being bought.",
        "You're not supposed to tell them the answer, only ask.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\bi (?:may|can|am) not (?:really )?(?:to )?(?:speak|talk|tell"
        r"|say)(?: anything)? (?:about|of|it|this|that|you)\b"
        rf"|\b(?:this|here)\b[^.?!]{{0,24}}\b(?:i|we) (?:wasn't|weren't) (?:supposed|allowed"
        rf"|meant) to "
        rf"(?:open|show|give|{TELL})\b|\b(?:i|we) (?:wasn't|weren't) (?:supposed|allowed|meant) to "
        rf"(?:\w+ )?{TELL}(?: {THIS})?(?: yet)?{STOP}"
        r"|\bi (?:can't|mustn't) (?:say|breathe|tell) (?:a|one|a single) (?:word|thing|soul)"
        r"(?=[.,!]|$| (?:till|until|yet)\b)"
        r"|\bi (?:\w+ )?(?:shouldn't|oughtn't|mustn't) (?:really |even "
        r"|probably )?(?:be )?(?:say|saying|tell you|telling you"
        r"|share|sharing|speak about|talk about)\b(?! (?:no|yes|sorry|i|so|it's"
        r"|(?:it|that)(?!,? but))\b)",
        "I probably shouldn't be telling you this.",
        "I shouldn't say sorry so often.",
    ),
    # Somebody else's
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:it's|that's|this is|is) (?:\w+,? )?(?:his|her|their|someone else's"
        r"|somebody else's|\w+'s) (?:own |very )?(?:private"
        r"|personal) (?:matter|business|affairs?|thing|stuff|life|story|problem)"
        r"|(?:n't|\bnot) (?:\w+ )?(?:mine|ours|my (?:story|news|secret|business|place)) to (?:be )?"
        r"(?:tell|telling|share|sharing|say|saying|give|giving|repeat|pass on)\b(?! (?:back|away"
        r"|up)\b)",
        "It's his private matter, so.",
        "That's her personal best over ten kilometres.",
    ),
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:swore|sworn) (?:me |him |her )?to secrecy\b|\bconfided (?:in|to) me\b"
        r"|\bmade me (?:promise|swear)\b|\basked me not to"
        rf" {TELL}\b|\b(?:his|her|their) permission to (?:say|tell)\b"
        rf"|\bi promised (?:him|her|them|\w+) (?:not to|(?:that )?i (?:wouldn't|won't)) {TELL}",
        "She made me promise, but he's ill.",
        "I promised him a mail by Friday.",
    ),
    # The listener
    Cue(
        "promises",
        "between_us",
        r"\bmy (?:lips|mouth) (?:are|is) (?:sealed|shut)\b|\bmum's the word\b(?!,? (?:it's|is"
        r"|was|it was) called)|\bsafe with me\b"
        r"|\bi(?:'ve| have)?(?: got)? nobody to tell\b"
        r"|\bto (?:the|my) grave\b|\bi(?:'ve)? (?:never|didnae) hear(?:d)? (?:it|that|a thing"
        r"|anything|nothing)"
        r"(?=[,.!?]|$)|\byou never (?:told me|said (?:it|that))(?=[,.!?]|$)"
        r"|\bnot for me to tell\b",
        "I never heard it.",
        "I never heard it explained that way.",
    ),
    Cue(
        "promises",
        "between_us",
        r"^(?:(?:and|still|okay|ok|no|yeah|yes|of course|sure),? )*(?:not a (?:word|peep|soul)"
        r"|i (?:still )?(?:know (?:of )?nothing|don't know (?:anything|a thing)"
        r"|don't hear a (?:word|thing)(?: of (?:it|this|that))?)"
        r"|i(?:'ll not|'ll no|'ll never| won't| shan't| wouldn't) (?:ever )?(?:say|tell|breathe)"
        r" (?:anything|(?:a|one|a single) word|nothing|a thing|a soul|anyone|anybody|nobody)"
        r"(?: to (?:anyone"
        r"|anybody|a soul|nobody))?[.!]|i(?:'ve gone|'m|'m going|'ve turned) deaf)[.!]?$",
        "Not a word.",
        "She said not a word in the whole meeting.",
    ),
    Cue(
        "promises",
        "between_us",
        r"\bi (?:won't|shan't|wouldn't|would never|will never|'ll no) (?:ever )?(?:say|tell|breathe"
        r"|repeat)(?: (?:a word|anything|nothing"
        rf"|a thing|it|that|to|{ANYONE}|{THEM}))+(?! (?:but|except|until they|what|how|that"
        r"|about|which))"
        r"|\bi'll (?:not|no|never) (?:tell|say|breathe) (?:a word|anything|nothing|a soul|her"
        r"|him|them|anyone)(?! (?:but|what))"
        r"|\bi'll say nothing\b",
        "No, I won't say anything.",
        "I won't tell her what to do, she has to find it.",
        opens=False,
    ),
    Cue(
        "spares",
        "between_us",
        r"^(?:(?:no|okay|hey|well),? )?you (?:really )?(?:don't (?:have|need) to"
        r"|needn't)(?: (?:say|tell me|answer|answer that"
        r"|go there|go into it|talk about it|share))?(?: if you don't want(?: to)?)?[.!]?$",
        "You don't have to.",
        "You don't have to send the whole file.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bstill (?:not a word|between us"
        r"|(?:just|only) (?:us|you and me|me and you|the two of us))\b"
        r"|\b(?:but|so|and) still (?:nobody|no one|no-one)(?=[,.!]|$)",
        "But still nobody, please.",
        "But still nobody came to the stall.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:thing|one|matter|page|bit|part)\b[^.?!]{0,24}?\bwe(?:'re not| are not|'ve not"
        r"| don't| didn't| never| haven't) (?:talking|talk|talked|speaking|speak|spoke|spoken)"
        r" (?:about|of)(?=[.?!,]|$)",
        "The one from last time that we're not talking about.",
        "The budget is one thing we're not talking about today.",
    ),
    Cue(
        "spares",
        "between_us",
        r"^(?:but |and )?(?:only )?if you(?:'d| would)? (?:want|like|care|feel like it)(?: to)?"
        r"(?: (?:say|tell me|talk about it|share|go there))?[.!?]*$"
        r"|\bonly if you(?:'d| would)? (?:want|like|care)(?: to)?(?: (?:say|tell me"
        r"|share))?[.!?]*$",
        "And your thing, from last time? Only if you want.",
        "Only if you want to come on Friday.",
    ),
)
