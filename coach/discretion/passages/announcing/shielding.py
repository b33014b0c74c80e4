"""Who is shielded, and how: words asked and given, sources, few who know, what would be suffered,
in what capacity it is said.
"""

from __future__ import annotations

from coach.cues import Cue
from coach.discretion.cues.lexicon import CLOSE, END, LOST, POST, PUNISH, PUNISHED, TELL

_FEW = r"(?:one|two|three|four|five|six|seven|only)"

SHIELDING: tuple[Cue, ...] = (
    Cue(
        "asks_a_promise",
        r"\b(?:promise|swear|pinky)(?: me)?(?: you(?:'ll|'re|'d| won't| never)| that (?:it's|you"
        r"|this)| on your"
        r"| not to)\b|\b(?:can|could) i trust\b(?! (?:the|this|it|that)\b)"
        r"|\bi (?:count on|'m trusting) you\b(?! to\b)|\byour discretion\b|^promise me[.,!]"
        r"|\byour word\b",
        "Promise you won't be all teacher about it.",
        "I swear you get taller every week.",
    ),
    Cue(
        "asks_a_promise",
        r"^(?=[^?]*\?).*\byou(?:'ll| will)? (?:won't|wouldn't|'d not|not|can't|go) [^.?]{0,40}"
        r"(?:, (?:no|right|will you|would you|yeah|okay)|\bam|\beh)\?"
        r"|\byou'd not be\b[^.?]*\?|\byou'll have to report\b|\bdo you have to report\b"
        r"|\bmandated\b|\bcan (?:it|this|that)(?: \w+)? (?:just |be |like ){1,2}",
        "You won't let it slip, no?",
        "Can it run on a phone?",
    ),
    Cue(
        "gave_a_promise",
        r"\b(?:made|had) me (?:\w+ )?(?:say|swear|promise)\b|\b(?:he|she|they) (?:begged|pleaded)\b"
        r"|\bi (?:gave|promised|swore|said|told) (?:(?:him|her|them|the \w+|my \w+|on) ){0,2}"
        r"(?:my word|on my \w+|i'd (?:keep|stay|take|be|never|not|say nothing))\b"
        r"|\b(?:said|told)(?: me)? (?:i should |to )(?:swallow|keep (?:schtum|quiet|mum))\b"
        r"|\b(?:strict understanding|on condition|on the understanding)\b|\bmade me swear\b",
        "I gave the mother my word on it.",
        "I promised my team a lunch.",
    ),
    Cue(
        "is_bound",
        rf"\bi'm (?:not (?:permitted|allowed|at liberty|supposed|meant|even meant) to (?:\w+ )?"
        rf"(?:{TELL}|know|have)|bound|gagged|under (?:a |an )?(?:oath|gag|embargo))\b"
        r"|\bi (?:shouldn't|oughtn't|can't|mustn't) (?:be )?(?:naming|saying|telling|quote|know)\b"
        r"|\bi've no right\b|\bbreach(?:ing)?\b|\bwhich i (?:oughtn't|shouldn't)\b"
        r"|\b(?:shouldn't|oughtn't) be naming\b|\bdid me a (?:turn|favour) by\b",
        "I'm not permitted to carry it outside.",
        "I'm not supposed to lift more than ten kilos.",
    ),
    Cue(
        "told_in_trust",
        r"\b(?:told|said|showed|poured|disclosed|confided)(?: it| this| that| her \w+| everything)?"
        r"(?: to)? me(?: \w+)? (?:because i'm|as (?:a|his|her|a friend)|over (?:drinks|a|wine)"
        r"|in (?:the (?:car|pub|sluice|lift|corridor|loo)|tears|confidence)|crying|off duty"
        r"|under (?:four|the))\b|\bsaid (?:it|that|this)? ?over (?:drinks|wine|a pint)\b"
        r"|\b(?:was|were) (?:told|said) (?:to us|to me)?[^.]{0,30}\b(?:bible|condition"
        r"|understanding"
        r"|confidence|four eyes)\b|\btook me (?:aside|for a walk|to one side|into the corridor)\b"
        rf"|\b{TELL}[^.]{{0,30}} (?:in|under) (?:\w+ )?(?:confidence|secrecy)\b",
        "He told me because I'm his senior.",
        "She told me in the meeting that it's fine.",
    ),
    Cue(
        "hides_the_source",
        r"\b(?:not|n't|never|no) (?:be )?(?:quote|quoting|cite|citing|name|naming|attribute)"
        r" (?:him|her|me|them|names)\b|\bmy name(?:'s| is)? (?:not|isn't|nowhere)\b"
        r"|\battribution\b|\b(?:his|her|my) name (?:in|comes up|out)\b"
        r"|\b(?:not|isn't|n't) (?:mine|my place|for me) to (?:tell|carry|share|say|spread"
        r"|circulate|repeat)\b|\b(?:want|like|near) (?:his|her|their) name\b|\ba little bird\b"
        r"|\bget (?:this|that|it) from me\b"
        r"|\bleave (?:him|her|my name|that) (?:out|off) when\b",
        "My name's not on this.",
        "Don't quote me the list price.",
    ),
    Cue(
        "few_know",
        rf"\b{_FEW}(?: \w+){{0,4}} (?:who |that )?(?:(?<!you )(?<!we )(?<!i )(?<!i'd )knows?"
        rf"|has been told|have been told)\b"
        rf"(?:{END}| this\b| it\b| about\b)|\byou're the (?:second|first|third|fourth)\b"
        rf"(?=[.,!]|$| (?:one|person) (?:i|to|who))|\byou(?:'d| would)? make "
        r"(?:two|three|four|five|six|seven|eight)\b|\bone of (?:two|three"
        r"|four) (?:that|who) knows?\b"
        r"|\btold (?:only )?(?:one|two|three) people\b|\b(?:in|outside) the circle\b"
        r"|\bthe only ones? (?:who'll|that will|been told)\b"
        r"|\byou know and (?:\w+ )?(?:doesn't|don't)\b"
        r"|\bknows?,? and now you\b|\b(?:told|telling) (?:\w+ )?(?:no-?one|nobody|not a soul"
        r"|a soul)\b"
        r"|\b(?:even )?(?:my|his|her) \w+ has(?:n't| not) heard\b|\bnot a colleague\b"
        r"|\bnot even my\b",
        "There's two people in Ireland who know this.",
        "I just thought, you know, about that.",
    ),
    Cue(
        "would_suffer",
        rf"\b(?!you\b|i\b)[a-z]+(?:'d|'ll| would| will)(?: \w+)? (?:{PUNISH} me|have (?:my (?:head"
        rf"|guts|hide|skin|job|throat)"
        rf"|kittens|a fit))\b|\bpitch a fit\b|\bi(?:'d| would|'ll|'m)(?: be| get)?(?: \w+)? "
        rf"{PUNISHED}\b(?=[.,;!?]|$| (?:if|for|out|of|by)\b)"
        rf"|\bi(?:'d| would|'ll) lose (?:my|the) {LOST}\b|\b(?:he|she|they|it)(?:'d| would)"
        rf" (?:be|lose) (?:\w+ )?(?:off the|{PUNISHED}|(?:\w+'s|his|her|my) job)\b"
        r"|\bnever (?:\w+ )?(?:talk to|speak to|look at|forgive|trust) me\b",
        "My cofounder would have my head.",
        "He would have my support for that.",
    ),
    Cue(
        "changes_capacity",
        rf"\bas (?:an? |my |your )?(?:\w+ )?{CLOSE}(?: only)?(?:,| and)? (?:not|rather than)\b"
        rf"|\b(?:not|rather than) (?:as (?:a |an )?|to |be |you |my |the ){{1,3}}(?:{POST}"
        rf"|band \w+)\b"
        rf"(?=[.,?!]|$| for| now| today)|\bbe (?:a |an )?(?:person|human|stranger)\b"
        rf"|\bas (?:my )?(?:{POST}) or\b|\b{POST} hat\b|\ball teacher\b|\bforget you(?:'re| are)\b"
        r"|\bnot (?:as )?part of\b[^?]{0,20}\?|\bsame rules for\b",
        "I'll tell you as elder sister only, not as lead.",
        "He's not the boss of me.",
    ),
    Cue(
        "changes_capacity",
        rf"\b(?:tell|telling|saying|said) (?:\w+ )?to you,? (?:and )?not (?:to )?(?:the )?\w+"
        rf"|\bas (?:an? )?(?:\w+ )?{CLOSE}{END}"
        r"|\bmay i speak as\b|\boff duty\b|\bthat's family\b|\bbut you're you\b"
        r"|\bwithout prejudice\b|\bchatham house\b|\bin camera\b|\bconfessional\b"
        r"|\bconfession box\b",
        "This next thing I'm telling to you, not to the company.",
        "It's up to you, not me.",
    ),
    Cue(
        "privately",
        r"^(?:\w+,? ){0,3}(?:privately|informally|unofficially|confidentially|hypothetically"
        r"|off the books)\b,?(?! (?:owned|funded|i think|i like|i'd|i prefer|speaking)\b)"
        r"|\bon (?:the|da) (?:quiet|sly)\b|\bhypothetically\?|\bby breathing\b|\bonly in (?:here"
        r"|speech)\b",
        "But privately, and I count on you: he'll step down.",
        "It's a privately owned farm.",
    ),
    Cue(
        "for_you_alone",
        r"\bfor (?:your (?:ears?|guidance|heart)|the two (?:legs|of you))\b"
        r"|\byou (?:only|alone)(?=[.,!]|$)|\b(?:me-and-you|you-and-me)\b|\b(?:us|we) two\b"
        r"|\bnot (?:something )?for the (?:group|ward|team|company|others|class|lads|office)\b"
        r"|\bi'm (?:only )?(?:telling|saying) (?:you|to you|it|this) (?:because"
        r"|'cause|so|as|and)\b"
        r"|\bsays? (?:it )?only to you\b"
        r"|\bend for your ear\b|\bonly in here\b|\bthe one that stays\b",
        "They were for your guidance.",
        "That's for your mother, for Christmas.",
    ),
    Cue(
        "asks_a_promise",
        r"\b(?:give|have|need|want) (?:me )?your (?:word|silence|oath)\b|\b(?:scout's"
        r"|word of) honou?r\b"
        r"|\b(?:hand on|cross your) heart\b|\b(?:how are you|are you (?:any )?good) (?:with"
        r"|at) secrets\b"
        r"|\bcan i rely on you\b|\byou (?:have|need|got) to (?:promise|swear)\b|\bswear to me\b",
        "I need your word on this.",
        "Have you got a word for it?",
    ),
    Cue(
        "is_bound",
        r"\b(?:i|we)(?:'ve| have|'m| am|'re)? (?:signed (?:an?|something|papers)|sworn|bound by"
        r"|under"
        r" (?:orders|instructions|wraps)|not cleared)\b|\bprivileged\b|\bi(?:'ve| have)? (?:gave"
        r"|given)"
        r" (?:an undertaking|my oath)\b|\bi(?:'m| am) breaking\b|\bi(?:'d| would) be breaking\b"
        r"|\bwhat i'm (?:about to do|doing) is wrong\b",
        "We're under orders on this.",
        "I signed for the parcel.",
    ),
    Cue(
        "told_in_trust",
        r"\b(?:confided|opened up to me|trusted me with|let me in on|came to me crying)\b"
        r"|\btold me (?:on the|at the funeral|at the bar|after a few|as one|on her|on his"
        r"|when he was"
        r" drunk)\b|\bmade me (?:the only|her|his)\b|\b(?:asked|begged) me not to\b",
        "She confided in me on Friday.",
        "She told me on Friday.",
    ),
    Cue(
        "hides_the_source",
        r"\b(?:no names|won't say who|can't say who|not saying who|leave (?:my|his|her) name out"
        r"|don't ask (?:me )?(?:who|how i know)|how i know|someone (?:inside|on the inside)"
        r"|call (?:his|her|the) name|man without a name|not saying the name)\b",
        "No names, but someone signed it blind.",
        "I can't recall her name.",
    ),
    Cue(
        "few_know",
        r"\b(?:told|tell) (?:\w+ ){1,3}(?:and|but) (?:nobody|no-?one|not a soul)(?: else)?\b"
        r"|\b(?:apart from|besides|outside of|except(?: for)?|other than) (?:\w+ ){1,3}?(?:nobody"
        r"|no-?one|not a soul|i haven't told|i've told no)\b|\bnot even (?:my \w+|pam"
        r"|the \w+)(?=[.,!]|$"
        r"| knows)|\byou're the (?:only|first)(?: \w+)? (?:i've|who knows|that knows|to know"
        r"|to hear)\b"
        r"|\b(?:not|n't) (?:even )?(?:said|told|spoken)[^.]{0,20}\b(?:aloud|out loud|a soul"
        r"|to anyone"
        r"|a living)\b",
        "I've told my sister and nobody else.",
        "Not even close, but good.",
    ),
    Cue(
        "would_suffer",
        rf"\bcosts? (?:me|us|him|her) (?:my|our|his|her|the) {LOST}\b"
        r"|\b(?:get|have|see) me (?:sacked"
        r"|fired|killed|struck|shot|thrown|deported)\b|\b(?:be|is) (?:the )?end of (?:me|us"
        r"|him|her)\b"
        r"|\b(?:hell to pay|a dead man|my neck|break (?:his|her|their) heart|it'd kill (?:him|her"
        r"|them))\b"
        r"|\bif (?:he|she|they|my \w+|anyone|anybody|word) (?:ever )?(?:got|get|gets|caught"
        r"|catches|saw"
        r"|heard|hears) (?:wind|of|about|it|this|that|round|around|out|me)\b",
        "It would get me sacked.",
        "It cost me my lunch hour, is all I'm saying.",
    ),
    Cue(
        "changes_capacity",
        r"\b(woman|man|friend|mother|father|human|person|mate|brother|sister|mam|nurse) to \1\b"
        r"|\boff the clock\b|\b(?:take|took|taking) (?:off )?(?:your|my) \w+ hat\b|\bhats? (?:round"
        r"|around)\b|\bnot in my role\b|\bforget (?:the|my|your) (?:job|role|title) for\b"
        r"|\b(?:not|isn't) official business\b",
        "Woman to woman, I'm done with it.",
        "He goes from man to woman on stage.",
    ),
)
