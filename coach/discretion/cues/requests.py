"""The teller asks for silence, or that nothing is written down."""

from __future__ import annotations

from coach.discretion.cues.frames import (
    ANYONE,
    BIT,
    FILE,
    REFUSE,
    STOP,
    TAPE,
    TELL,
    THEM,
    THIS,
    US,
    Cue,
)

REQUESTS: tuple[Cue, ...] = (
    # Between us
    Cue(
        "asks",
        "between_us",
        r"\b(?:keep|kept|keeps|keeping|stay|stays|staying|leave|remain|remains|be|is|it's"
        r"|that's|one's|just|only|strictly|purely|na)(?: (?:it|this|that|all|just|only|please"
        rf"|in))* (?:between|for(?! (?:us(?! two)|ourselves)\b)) {US}\b(?! (?:to|all|and them)\b)"
        r"|(?<!not )\b(?:just|only|strictly|purely) for (?:us|ourselves)\b(?! (?:to|as)\b)",
        "So that's between me and you and the caravan.",
        "We could split the calls between us and see.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"^(?:(?:so|um|uh|well|and|but|look|now|grand|okay),? )*between {US}\b(?! we)"
        rf"|(?:[,.]|\b(?:like|so|but|well)) between {US}(?:,| two| now|\.|$| (?:i|he|she|they|it"
        r"|my)\b)",
        "Between you and me, he's leaving.",
        "Between us we know most of the people there.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:keep|kept|hold|let|(?:this|that|it|these|one|bit)(?:'ll)?(?: \w+){0,2}? (?:stays?"
        r"|remains?))(?: (?:it|this|that|be|all|only))*"
        r" (?:among|amongst|within|under|inside|with) (?:only )?(?:us|us two|ourselves"
        r"|the two of us|you only"
        rf"|you alone){STOP}|\b(?:entre nous|unter uns)\b",
        "This must stay under us, please.",
        "She has stayed with us for eleven years.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"\bfor your ears(?: only)?\b|\b(?:in|for) the vault\b|\bchatham house(?: rules?)?{STOP}"
        r"|\b(?:this|that|here)(?:'s| is| one is| one's| here's)? (?:just|only"
        r"|purely) for you(?=[,.]|$)",
        "This one is for your ears only.",
        "I baked this cake just for you and the team.",
    ),
    Cue(
        "asks",
        "between_us",
        r"^(?:(?:hey|look|and|but|so|well|now),? )*just quietly,|\bon the (?:quiet|qt|down ?low"
        r"|hush)\b",
        "Hey, just quietly, the trust is losing money.",
        "He just quietly left the room.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bi(?: trust|'m trusting| am trusting) you with (?:this|that|it)\b|\bcan i trust you\b"
        r"|\bi'm only telling you\b|\bcan you keep a secret\b",
        "I trust you with this, yes?",
        "I trust you with the budget from now on.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:this|that|it)(?:'s| is) (?:just |only |strictly )?(?:you and me|me and you|us two"
        r"|the two of us)(?:,? and (?:the|these|this|my|your) \w+)?(?: (?:here|talking|now))?"
        r"(?=[.!,;]|$)",
        "And this is you and me and the freezer.",
        "This is you and me at the fair in June.",
    ),
    # Off the record
    Cue(
        "asks",
        "off_record",
        r"\boff(?: |-)(?:the |of the |of |da )?record\b|\bunofficially\b",
        "Just, it's off record.",
        "That was a record quarter, the roof came off.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"(?:\bnot|n't) (?:be )?(?:meant )?for (?:the |your |any |our |my |\w+'s )*(?:{FILE}"
        r"|publication|circulation"
        rf"|anywhere|sharing|outside|other ears|{ANYONE})\b",
        "That's not for the notes.",
        "That's not for beginners, so start with chapter two.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"{REFUSE} (?:write|type|minute|jot|transcribe|record|note)"
        rf" (?:{THIS}|the (?:next|last) (?:bit|part|thing|one))(?: down"
        rf"| up)?{STOP}",
        "Please don't write this down.",
        "Don't write it in the chat, write it in the document.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"{REFUSE} (?:write|put|note|include|add|log|enter|have|mention|capture) (?:{THIS}"
        rf"|{BIT}) ?(?:down )?"
        rf"(?:in|into|on) (?:the |your |any |our )*{FILE}\b(?! (?:without|unless|until|till)\b)",
        "Don't put that in the notes.",
        "Don't put it off till the spring.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"\b(?:leave|keep|cut|take|strike|edit|delete|scrub|remove|snip) {BIT}(?: (?:right"
        r"|all|back))?"
        rf" (?:out|off|from)(?: of| from)? (?:the |your |our |any |this )*{FILE}\b"
        rf"|\b{BIT}(?: (?:\w+ )?(?:to|can|should|must|'ll|will))? (?:stay|remain)s?(?: well)?"
        rf" (?:out of|off|outside) (?:the |your |our |any |this |all )*{FILE}\b"
        r"|\b(?:please|you'll|i'll|can you|could you|will you|then) (?:delete|cut"
        r"|scrub) (?:this|that) (?:part|bit)\b",
        "Cut that out of the recording, would you.",
        "I recorded it twice and cut that part with the dog.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"\b(?:stop|pause|mute|kill|halt|off|break from|pause from|(?:turn|switch|shut|put) off)"
        rf" (?:the |your |that |this )+{TAPE}\b(?! (?:when|if|was|is))"
        rf"|\b(?:turn|switch|shut) (?:the |your |that )+{TAPE} off\b|\b(?:stop"
        r"|pause) recording\b(?! (?:an?|the|when|if)\b)"
        rf"|\bwithout (?:the |your )?{TAPE}\b",
        "One second, stop the recording.",
        "We stopped the recording early last month and lost the end.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"(?<!you )(?<!i )(?<!we )(?<!they )(?<!n't )\bstop writing\b|\b(?:put|set) (?:your|the"
        r"|that) pen (?:down|away)\b"
        rf"|\bi'm not (?:writing|minuting|noting|typing) {THIS}(?: down)?{STOP}"
        rf"|\b{TAPE}\b[^.]{{0,30}}\b(?:forget|ignore|delete) {THIS}{STOP}",
        "And I'm not writing that down.",
        "I'm not writing it in Java.",
    ),
    # It stays here, it goes no further
    Cue(
        "asks",
        "between_us",
        r"\b(?:this|that|it|these|secret|tell you|say)(?:'ll)?(?: (?:one|all|has|have|to|must"
        r"|should|needs|can"
        r"|will|better|would|please|just|really|only|bit|part|you|now))* (?:stay|stays|remain"
        r"|remains)"
        rf" (?:here{STOP}|in (?:this|the) (?:room|call)|in here|with (?:you|me)\b|inside\b"
        r"|within (?:this|these)"
        r"|(?:in|behind) these|private|secret|quiet)",
        "It stays here.",
        "The dog stays here when I travel.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:goes?|go|going) (?:no|not any|nowhere|never any) (?:further|farther)\b(?! than"
        r"| with| on)"
        rf"|^(?:but |and |please )?not (?:any )?further\b|{REFUSE} (?:say|tell|carry|take|pass"
        r"|give|bring)"
        rf" {THIS}? ?(?:any )?(?:further|farther|forward|outside|elsewhere|around)\b(?! (?:in"
        rf"|into|for|to|on)\b)",
        "Can I tell you something and it goes no further.",
        "The bus goes no further than Leeds on a Sunday.",
    ),
    Cue(
        "asks",
        "between_us",
        r"(?:\bnot|n't|\bnever)(?: \w+)? (?:leave|go out of|get out of|come out of)"
        r" (?:here|(?:this|these|our) (?:room|call|four walls|walls|zoom|chat|line"
        rf"|house)){STOP}"
        r"|\b(?:this|that)(?: one| thing| bit)? (?:doesn't|don't|won't|can't|mustn't|never"
        r"|isn't to)"
        r" (?:leave|go past|get past|get out of|go outside|go beyond|travel past) (?:the|this|these"
        r"|my|our|your)\b",
        "That doesn't leave this call.",
        "Don't leave the call, I'll be back in a second.",
    ),
    Cue(
        "asks",
        "between_us",
        r"(?:\bnot|n't|\bnever)(?: to)? (?:go|goes|get|gets) (?:(?:past|beyond|outside) (?:you"
        r"|us|me|here|this|these"
        r"|the two)|(?:back )?to (?:the |my |our |your )(?:\w+ )?(?:office|boss|manager"
        r"|department|school|board|others"
        r"|committee|hr|press))\b",
        "It's not to go past you and me.",
        "We did not go past page nine.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:(?:can|could|may|will|let|must|should) (?:this|that|it)|want (?:this|that|it) to"
        r"|(?:this|that|it)(?:'s| is| has| must| should)(?: to)?) (?:please |just |really |all )*"
        r"(?:(?:not|never) (?:to )?(?:go|get) (?:nowhere|anywhere|out|around|any further|back)"
        r"|go nowhere|go no place)\b"
        r"|\b(?:say|tell|ask)\b[^.?!]{0,24}\b(?:it|this|that) (?:goes|go|will go) nowhere\b",
        "Can this not go nowhere?",
        "It must not get out of the pan too soon, it goes nowhere near the heat.",
    ),
    # Keep it
    Cue(
        "asks",
        "between_us",
        rf"(?<!^you )\b(?:keep|kept|keeping|hold|sit on) (?:{THIS}|things|everything"
        r"|the news)(?:,? please)? (?:to (?:yourself"
        r"|ourselves|your ?self|your side)|secret|private|confidential|hush|quiet(?! in)"
        r"|(?:under|beneath|below) (?:your"
        r"|you) hat|under wraps|in (?:strict )?confidence|on the (?:quiet|low|down|qt|hush))",
        "I'd be grateful if you kept that to yourself.",
        "Keep it short and keep it to the point.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bkeep (?:schtum|shtum|stumm|quiet about|a secret|mum\b(?! (?:happy|company|in)))"
        r"|(?<!n't )(?<!not )(?<!never )\b(?:sit|sat|sitting) on (?:it|this|that)(?=[,.]|$)",
        "You'll have to keep schtum about the merger.",
        "I'd like to keep mum happy.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:tell|telling|told|say|saying|speak|share|sharing|shared|hold|treat"
        r"|take)\b[^.]{0,24}"
        r" in (?:\w+ )?confidence\b|\bin (?:strict|strictest|total|complete) confidence\b"
        r"|\bconfidentially\b|\b(?:strictly|this is|it's|that's)(?: \w+)? (?:confidential"
        r"|hush-? ?hush)\b",
        "I'd ask you to hold it in confidence.",
        "You can see how much she has grown in confidence.",
    ),
    Cue(
        "asks",
        "between_us",
        r"^(?:(?:so|um|and|but|please|well),? )*(?:this|that|it)(?:'s| is"
        r"|s)(?: still)? (?:(?:very|really|quite|a|my|our|his"
        r"|her|a big|something) )?(?:private|secret|personal)(?=[,.]|$)|\bstill a secret\b",
        "It's a secret.",
        "It's private tuition for her son.",
    ),
    # Do not say it
    Cue(
        "asks",
        "between_us",
        rf"{REFUSE} {TELL}(?:ing)?(?: \w+){{0,2}}? (?:to |with )?{ANYONE}\b(?! (?:how|what"
        r"|where|off|to|anything\b[^.?!:;]*\b(?:without|unless)\b(?! me\b)[^.?!:;]*(?:[.?!]|$)))",
        "You can't comment with anybody.",
        "I don't tell anyone how to work.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{REFUSE} (?:tell|telling) (?:it |this |that )?(?:to )?(?:even |also )?"
        rf"(?:(?:the|your|our) \w+|{THEM}|(?!me\b|us\b|it\b|that\b|you\b)[a-z]+)"
        rf"(?: here| there| at work| else)?(?! i said\b){STOP}",
        "Don't tell Rita, I've resigned.",
        "Don't tell me, show me.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{REFUSE} (?:say|saying) (?:anything|a word|nothing|a thing)\b(?! (?:nice|when|if|in"
        r"|at|(?:straight away|right away|first)(?![^.?!]*\b(?:i|my|me|we|our|he|she|they)\b)))"
        rf"|^{REFUSE} say anything (?:straight away|right away|first)[.!]?$|\btell nobody\b(?! i'm)"
        r"|\bsay nothing (?:to|till|until|about)\b|\bno (?:dey |go )?(?:tell|talk)"
        r" (?:anybody|person|am)\b",
        "So don't say anything, there's nothing to tell yet.",
        "They don't say anything in the meeting and then they email.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{REFUSE} (?:mention (?:(?:this|that|any of this){STOP}|(?:it |this |that )?to )"
        rf"|repeat {THIS}"
        rf"|disclose\b|breathe a word|share {THIS}{STOP}|pass {THIS} on\b|let on\b"
        rf"|spread {THIS})"
        r"|(?:\bnot|n't) to (?:be )?(?:repeat|repeated|shared|told|spread|discussed"
        rf"|passed on){STOP}",
        "Don't mention this to Clive.",
        "Don't mention it.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:please|kindly|i beg(?: you)?|promise (?:me )?you)[, ]+(?:just |still )?(?:don't"
        r"|not to|not|never|won't)"
        r"(?: (?:to|go|you|ever|be))* (?:tell|telling|say(?! (?:sorry|yes|no\b"
        r"|that again|that (?!to\b)\w))"
        r"|mention|share(?! your| the)"
        r"|repeat(?! the)|discuss|spread)\b(?! me\b)",
        "Please don't tell my mum.",
        "Please don't say sorry for that.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bplease (?:still )?don't[.!]?$|\bwhen (?:he|she|they) (?:comes?"
        r"|joins?)[^.]{0,40}, please[.!]?$",
        "Ha ha, please still don't.",
        "Please don't be late on Monday.",
        opens=False,
    ),
    Cue(
        "asks",
        "between_us",
        r"\byou (?:didn't|never|isn't) hear(?:d)? (?:it|this|that)(?: from me)?(?=[,.!]|$)",
        "Listen, you didn't hear this from me.",
        "You didn't hear the bell, did you?",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bpromise(?: me)?(?: that)? (?:you|this|it|that)(?:'ll| will)? (?:won't|never|not)\b"
        r"|\bdon't want (?:it|this|that) (?:getting|to get|going|to go|coming|to come)"
        r" (?:a?round|out|about|back|further)\b",
        "Promise me this won't come out of your mouth.",
        "I promise I won't be late.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"^(?:and |so )?you know nothing about (?:it|this|that|any of this){STOP}"
        r"|\b(?:this(?: next)?(?: thing| one| part| bit)?(?:'s| is)(?: \w+){0,3}?|(?:it|that)(?:'s"
        rf"| is) (?:\w+ )?(?:a \w+|rather|slightly|(?:kind|sort) of)) (?:sensitive|delicate){STOP}",
        "This next thing is a bit sensitive, so treat it with care.",
        "It's sensitive to light and to dust.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"\bpen(?:cil)?(?:'s|s)?(?: (?:gone|is|has gone))? down\b"
        r"|\b(?:write|note|minute|record)\b[^.]{0,30} but not (?:the next|this)\b",
        "You can write down the goal, but not the next bit.",
        "Write it in the plan, but not before Friday.",
    ),
)
