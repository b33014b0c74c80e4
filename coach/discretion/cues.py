"""How people say that something is not for others.

Each cue is data: a pattern over plain lower-case words (straight apostrophes), one sentence that
it hears and one that it must not. The families are written from how people speak, in many dialects
and second-language forms; a form that is missed is one more cue with its two sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from coach.records import Scope

Kind = Literal["asks", "mutes", "untold", "unpublished", "private", "promises", "spares"]
"""The teller asks for silence, wants no record of it, says that nobody knows, that it is not out,
or that it is somebody else's matter; the listener promises silence, or spares the teller."""


@dataclass(frozen=True)
class Cue:
    """One way of saying it. A cue that does not open a passage still prolongs one."""

    kind: Kind
    scope: Scope
    pattern: str
    example: str
    counter: str
    opens: bool = True

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern)


_NOBODY = r"(?:nobody|no one|no-one|noone|naebody|nae one|not a soul)"
_ANYONE = r"(?:anyone|anybody|any person|nobody|no one|naebody|a (?:living )?soul|people)"
_KIN = r"my (?:own )?(?:husband|wife|partner|mum|mom|mam|mother|dad|father|parents|family|kids)"
_DONT = (
    r"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bpeople )"
    r"\b(?:don't|do not|dont|dinnae|dinna|doh|never|not to|you won't|won't you|mustn't|must not"
    r"|you can't|you cannot|cyaan|try not to)(?: (?:go|be|you|please|ever|now|even|and|anyhow|just))*"
)
_US = (
    r"(?:us|you (?:and|an'|an|&) (?:me|i)|me (?:and|an'|an|&) (?:you|thee)|thee and me|ourselves"
    r"|the (?:two|pair) of us|both of us|these (?:four )?walls)"
)
_THIS = r"(?:it|this|that|these|this one|that one|all this|(?:any|all) of (?:it|this|that))"
_BIT = r"(?:(?:this|that|the last) (?:part|bit|piece|minute|section)|it|this|that|me|him|her)"
_FILE = (
    r"(?:notes?|minutes|record|recording|transcript|recap|summary|laptop|tape|log|write-?up"
    r"|otter|bot|machine|computer|report)"
)
_TAPE = r"(?:recording|recorder|transcription|transcript|tape|otter|bot|note ?-?taker|machine)"
_WH = r"(?:how|what|why|where|when|who|whether|if|which|exactly|everything|the|for sure)"
_STOP = (
    r"(?=[,.!?…]|$| (?:okay|ok|please|yet|now|o|ah|lah|hor|eh|either|man|mate|and|but|so|i|i'm)\b)"
)

CUES: tuple[Cue, ...] = (
    # Between us
    Cue(
        "asks",
        "between_us",
        r"\b(?:keep|keeps|stay|stays|staying|leave|remain|remains|be|is|it's|that's|one's|just|only"
        rf"|strictly|purely|na)(?: (?:it|this|that|all|just|only|please|in))* between {_US}\b",
        "So that's between me and you and the caravan.",
        "We could split the calls between us and see.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"^(?:(?:so|um|uh|well|and|but|look|now|grand|okay),? )*between {_US}\b"
        rf"|(?:,|\b(?:like|so|but|well)) between {_US}(?:,| two| now|\.|$| (?:i|he|she|they|it|we|my)\b)",
        "Between you and me, he's leaving.",
        "The difference between you and me is that you plan.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:keep|stay|stays|hold|leave|let|remain|remains)(?: (?:it|this|that|be|all|only))*"
        r" (?:among|amongst|within|under|inside|with) (?:only )?(?:us|ourselves|the two of us|you only"
        rf"|you alone){_STOP}|\b(?:entre nous|unter uns)\b",
        "This must stay under us, please.",
        "She has stayed with us for eleven years.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bfor your ears(?: only)?\b|\bin the vault\b|\bchatham house\b"
        r"|\b(?:this|that|here)(?:'s| is| one is| one's| here's)? (?:just|only|purely) for you(?=[,.]|$)",
        "This one is for your ears only.",
        "I baked this cake just for you and the team.",
    ),
    Cue(
        "asks",
        "between_us",
        r"^(?:(?:hey|look|and|but|so|well|now),? )*just quietly,|\bon the (?:quiet|qt|down ?low|hush)\b",
        "Hey, just quietly, the trust is losing money.",
        "He just quietly left the room.",
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
        rf"\bnot (?:be )?(?:meant )?for (?:the |your |any |our |my )*(?:{_FILE}|publication"
        r"|circulation|anywhere|anybody|anyone|sharing|outside|others|other (?:ears|people))\b",
        "That's not for the notes.",
        "That's not for beginners, so start with chapter two.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"(?:{_DONT}|\b(?:can|could) (?:we|you) (?:please )?not|\bplease not|\blet's not|\bbetter not)"
        r" (?:to )?(?:write|type|minute|jot|transcribe|record|note)"
        rf" {_THIS}(?: part| bit)?(?: down| up)?{_STOP}",
        "Please don't write this down.",
        "Don't write it in the chat, write it in the document.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"(?:{_DONT}|\b(?:can|could) (?:we|you) (?:please )?not|\bplease not|\blet's not|\bbetter not)"
        r" (?:to )?(?:write|put|note|include|add|log|enter|have|mention|capture)"
        rf" (?:{_THIS}|{_BIT}) ?(?:down )?(?:in|into|on) (?:the |your |any |our )*{_FILE}\b",
        "Don't put that in the notes.",
        "Don't put it off till the spring.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"\b(?:leave|keep|cut|take|strike|edit|delete|scrub|remove|snip) {_BIT}(?: (?:right|all|back))?"
        rf" (?:out|off|from)(?: of| from)? (?:the |your |our |any |this )*{_FILE}\b"
        r"|\b(?:delete|cut|scrub) (?:this|that) (?:part|bit)\b",
        "Cut that out of the recording, would you.",
        "I cut the last two slides out of the deck.",
    ),
    Cue(
        "mutes",
        "off_record",
        rf"\b(?:stop|pause|mute|kill|off|(?:turn|switch|shut|put) off) (?:the |your |that |this )+{_TAPE}\b"
        rf"(?! (?:when|if|was|is))|\b(?:turn|switch|shut) (?:the |your |that )+{_TAPE} off\b"
        r"|\b(?:stop|pause) recording\b",
        "One second, stop the recording.",
        "We stopped the recording early last month and lost the end.",
    ),
    Cue(
        "mutes",
        "off_record",
        r"\bstop writing\b|\b(?:put|set) (?:your|the|that) pen (?:down|away)\b"
        rf"|\bi'm not (?:writing|minuting|noting|typing) {_THIS}(?: down)?{_STOP}"
        rf"|\b{_TAPE}\b[^.]{{0,30}}\b(?:forget|ignore|delete) {_THIS}{_STOP}",
        "And I'm not writing that down.",
        "I'm not writing it in Java.",
    ),
    # It stays here, it goes no further
    Cue(
        "asks",
        "between_us",
        r"\b(?:this|that|it|these|secret)(?:'ll)?(?: (?:one|all|has|have|to|must|should|needs|can|will"
        r"|better|would|please|just|really|only|bit|part))* (?:stay|stays|remain|remains)"
        rf" (?:here{_STOP}|in (?:this|the) (?:room|call)|in here|with (?:you|me)\b|inside\b"
        r"|within (?:this|these)|(?:in|behind) these|private|secret|quiet)",
        "It stays here.",
        "The dog stays here when I travel.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:goes?|go|going) (?:no|not any|nowhere|never any) (?:further|farther)\b(?! than| with| on)"
        r"|^(?:but |and |please )?not (?:any )?further\b"
        rf"|{_DONT} (?:say|tell|carry|take|pass|give|bring) {_THIS}? ?(?:any )?"
        r"(?:further|farther|forward|outside|elsewhere|around)\b",
        "Can I tell you something and it goes no further.",
        "The bus goes no further than Leeds on a Sunday.",
    ),
    Cue(
        "asks",
        "between_us",
        r"(?:\bnot|n't|\bnever|\bcannot|\bcyan|\bcyaan|\bdinnae)(?: \w+)? (?:leave|go out of|get out of"
        rf"|come out of) (?:here|(?:this|these|our) (?:room|call|four walls|walls|zoom|chat|line)){_STOP}",
        "That doesn't leave this call.",
        "Don't leave the call, I'll be back in a second.",
    ),
    Cue(
        "asks",
        "between_us",
        r"(?:\bnot|n't|\bnever|\bcannot) (?:to )?(?:go|goes|get|gets) (?:past|beyond|outside)"
        r" (?:thee|you|us|me|here|this|these|the two)\b",
        "It's not to go past you and me.",
        "We did not go past page nine.",
    ),
    # Keep it
    Cue(
        "asks",
        "between_us",
        rf"\bkeep (?:{_THIS}(?: part| bit)?|things|everything|the news)(?:,? please)? (?:to (?:yourself"
        r"|yourselves|ourselves|your ?self|your side)|secret|private|confidential|hush|quiet(?! in)"
        r"|(?:under|beneath|below) (?:your|yer|you) hat|under wraps|in confidence|on the)",
        "Keep it to yourself, but we lost the contract.",
        "Keep it short and keep it to the point.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bkeep (?:schtum|shtum|stumm|quiet about|a secret|mum\b(?! (?:happy|company|in)))"
        r"|\b(?:sit on (?:it|this|that))(?=[,.]|$)|\bnot a word(?= to\b|,)(?<!said not a word)",
        "You'll have to keep schtum about the merger.",
        "I'd like to keep mum happy.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:tell|telling|told|say|saying|speak|share|sharing|shared|hold|keep|treat|take)\b[^.]{0,24}"
        r" in (?:\w+ )?confidence\b|\bin (?:strict|strictest|total|complete) confidence\b"
        r"|\bconfidentially\b|\b(?:strictly|this is|it's|that's)(?: \w+)? (?:confidential|hush-? ?hush)\b",
        "I'd ask you to hold it in confidence.",
        "You can see how much she has grown in confidence.",
    ),
    Cue(
        "asks",
        "between_us",
        r"^(?:(?:so|um|and|but|please),? )*(?:this|that|it)(?:'s| is|s) (?:\w+ )?(?:very |really |quite )?"
        r"(?:private|secret|personal)(?=[,.]|$)",
        "This is very private, please.",
        "It's private tuition for her son.",
    ),
    # Do not say it
    Cue(
        "asks",
        "between_us",
        r"\b(?:please|i beg(?: you)?|abeg|kindly|promise (?:me )?you)[, ]+(?:just |still )?(?:don't|do not"
        r"|dont|not to|not|never|won't|will not)(?: (?:to|go|you|ever|be))* (?:tell|telling|say(?! (?:sorry"
        r"|yes|no\b|that again))|mention|share(?! your| the)|repeat(?! the)|discuss|disclose|spread"
        r"|let (?:anyone|anybody|him|her|them|it) (?:know|hear|find|get|slip|out))\b(?! me\b)",
        "Please don't tell my mum.",
        "Please don't say sorry for that.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\bplease (?:still )?(?:don't|do not)[.!]?$|\bwhen (?:he|she|they) (?:comes?|joins?)[^.]*, please[.!]?$",
        "Ha ha, please still don't.",
        "Please don't be late on Monday.",
        opens=False,
    ),
    Cue(
        "asks",
        "between_us",
        rf"{_DONT} (?:tell|telling) (?:it |this |that )?(?:to |tae )?(?:{_ANYONE}|(?:my|the) \w+|her|him"
        rf"|them|the others|(?!me\b|us\b|it\b|that\b|you\b)[a-z]+)(?: here| there| at work| else)?{_STOP}",
        "Don't tell anybody here, I've resigned.",
        "Don't tell me, show me.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{_DONT} (?:say|saying) (?:anything|a word|owt|nothing|nowt|a thing)\b(?! (?:nice|when|if|in|at))"
        r"|\bsay (?:nowt|nothing) (?:to|tae|till|until|about)\b|\btell (?:nobody|no one|naebody)\b(?! i'm)"
        r"|\bno (?:dey |go )?(?:tell|talk) (?:anybody|person|am)\b",
        "So don't say owt, there's nowt to tell yet.",
        "They don't say anything in the meeting and then they email.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{_DONT} (?:mention (?:(?:this|that|any of this){_STOP}|(?:it |this |that )?to )|repeat {_THIS}|disclose\b"
        rf"|breathe a word|share {_THIS}{_STOP}|pass {_THIS} on\b|let on\b|spread)"
        rf"|\bnot to (?:be )?(?:repeat|repeated|shared|told|spread|discussed|passed on){_STOP}",
        "Don't mention this to Clive.",
        "Don't mention it.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\byou (?:didn't|never|did not|ain't) (?:hear|heard) (?:it|this|that)(?: from me)?(?=[,.!]|$)"
        r"|\b(?:and )?you won't tell (?:anyone|anybody|a soul)\b|\bcan you keep a secret\b"
        r"|\bdon't quote me by name\b",
        "Listen, you didn't hear this from me.",
        "You didn't hear the bell, did you?",
    ),
    Cue(
        "asks",
        "between_us",
        rf"\b{_NOBODY} (?:else )?(?:can|must|should|may|has to|needs to|ought to|shall|is to|is supposed to"
        rf"|gets to) (?:\w+ )?(?:know|hear|find out|ken)\b(?! {_WH})",
        "She hasn't decided, so please, nobody can know.",
        "Nobody can know everything about a codebase.",
    ),
    Cue(
        "asks",
        "between_us",
        rf"{_DONT} let (?:{_ANYONE}|him|her|them|it|this|that|(?:my|the) \w+|[a-z]+) (?:know|hear|find out|slip"
        r"|get out|get around|get back|leak)\b(?! (?:how|what|if|when|whether|by|until))",
        "Don't let Rita find out.",
        "Don't let him know by mail, call him when you land.",
    ),
    Cue(
        "asks",
        "between_us",
        r"\b(?:he|she|they|my \w+|the (?:team|others|staff|company|department|family))"
        rf" (?:mustn't|must not|can't|cannot|may not|shouldn't) (?:know|find out|hear|get wind)\b(?! {_WH})"
        r"|\bi'd (?:rather|hate|prefer)[^.]{0,30} (?:get|got) (?:back|out|around)\b",
        "My boss mustn't find out.",
        "They can't know how long it takes.",
    ),
    # Nobody knows
    Cue(
        "untold",
        "between_us",
        r"(?:n't|\bnot|havenae|hasnae|\bnever|\bain't) (?:really |actually |even |yet |ever )?(?:told"
        r"|said (?:it|this|that|anything|owt) to|mentioned (?:it|this|that) to|shared (?:it|this|that) with"
        r"|spoken (?:about (?:it|this) )?(?:to|with)) (?:it |this |that |about (?:it|this) )?(?:to )?"
        rf"{_ANYONE}\b(?! (?:how|what|where|to))|\btold (?:nobody|no one|naebody)\b",
        "I haven't told anyone at work.",
        "I haven't told the team about the new template yet.",
    ),
    Cue(
        "untold",
        "between_us",
        rf"\b(?<!god )(?<!because ){_NOBODY} (?:else )?(?:(?:here|there|yet|at \w+|on \w+|in (?:the |my )?\w+)"
        rf" )?(?:knows|kens|know|(?:has|'s) been told|is aware)\b(?! (?:{_WH}|him|her|me|them|us|anything|for"
        r"|better|your|my|a|(?:about )?(?:it|this|that|them),? (?:because|since|so))\b)",
        "Nobody on nine knows yet.",
        "Nobody knows how the old build works.",
    ),
    Cue(
        "untold",
        "between_us",
        r"\byou(?:'re| are) (?:the )?(?:very )?(?:first|only) (?:person|one|human)?(?: that| who)? ?(?:i've told"
        r"|i told|i tell|i'm telling|who knows|that knows|to know|to hear)"
        rf"|\bonly (?:{_KIN}|you|me)(?: and [\w ]{{1,12}})? knows?\b(?! {_WH})",
        "You're the first person I've told.",
        "You're the only one who answers my mails.",
    ),
    Cue(
        "untold",
        "between_us",
        rf"(?:n't|\bnot|\bnever) (?:even )?(?:told|tell|said|say) (?:it |this |that )?(?:to )?(?:even )?{_KIN}\b"
        r"|\bstill a secret\b|\bwithout (?:him|her|them|anyone) knowing\b|\bi'm only telling you\b",
        "I haven't told it my husband even.",
        "I told my husband the whole story.",
        opens=False,
    ),
    # Not out yet
    Cue(
        "unpublished",
        "off_record",
        r"(?:n't|\bnot|\bnothing is|\bnothing's|isnae|\bno be) (?:yet |really |quite |still |all |even |been"
        r" |made )*(?:official|public|announced|declared|common knowledge|out there yet)\b"
        r"(?! (?:holiday|transport|tool|speaking|language))",
        "It isn't official, they sign in March.",
        "Monday's not a public holiday there.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\bunder (?:an? )?(?:nda|embargo|wraps)\b|\bembargoed\b|\b(?:until|till|before) (?:it's|it is|that's"
        r"|the news is) (?:official|public|announced|out in the open)\b",
        "It's under embargo till the nineteenth.",
        "Wait till it's ready.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\b(?:i'm|i am|we're|we are) not (?:really |actually |even )?(?:supposed|allowed|meant|permitted"
        r"|at liberty|free) to (?:be )?(?:say|tell|talk|speak|share|know|mention|discuss|disclose|repeat"
        r"|let on|saying|telling|talking)",
        "I'm not supposed to say, but we're being bought.",
        "You're not supposed to tell them the answer, only ask.",
    ),
    Cue(
        "unpublished",
        "off_record",
        r"\bi (?:may|must|should|can|am) not (?:really )?(?:to )?(?:speak|talk|tell|say)(?: anything)?"
        r" (?:about|of|it|this|that|you)\b|\bi (?:\w+ )?(?:shouldn't|should not|oughtn't|mustn't|shouldnae)"
        r" (?:really |even |probably )?(?:be )?(?:say|saying|tell you|telling you|share|sharing)\b"
        r"(?! (?:no|yes|sorry|i)\b)",
        "I probably shouldn't be telling you this.",
        "I shouldn't say sorry so often.",
    ),
    # Somebody else's
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:it's|that's|this is|is) (?:\w+,? )?(?:his|her|their|someone else's|somebody else's|\w+'s)"
        r" (?:own |very )?(?:private|personal) (?:matter|business|affairs?|thing|stuff|life|story|problem)"
        r"|\bnot (?:mine|my (?:story|news|secret|business)) to (?:tell|share|say)\b",
        "It's his private matter, so.",
        "That's her personal best over ten kilometres.",
    ),
    Cue(
        "private",
        "third_party_secret",
        r"\b(?:swore|sworn) (?:me |him |her )?to secrecy\b|\bconfided (?:in|to) me\b|\bmade me (?:promise|swear)"
        r"\b|\basked me not to (?:say|tell|share|mention|pass)\b|\b(?:his|her|their) permission to (?:say|tell)\b"
        r"|\bi promised (?:him|her|them|\w+) (?:not to|(?:that )?i (?:wouldn't|won't)) (?:say|tell|share|mention)",
        "She made me promise, but he's ill.",
        "I promised him a mail by Friday.",
    ),
    # The listener
    Cue(
        "promises",
        "between_us",
        r"\bmy (?:lips|mouth) (?:are|is) (?:sealed|shut)\b|\bmum's the word\b|\bsafe with me\b|\bnobody to tell\b"
        r"|\bto (?:the|my) grave\b|\bi(?:'ve)? (?:never|didnae) hear(?:d)? (?:it|that|a thing|anything|nothing)"
        r"(?=[,.!?]|$)|\byou never (?:told me|said (?:it|that))(?=[,.!?]|$)|\bnot for me to tell\b",
        "I never heard it.",
        "I never heard it explained that way.",
    ),
    Cue(
        "promises",
        "between_us",
        r"^(?:(?:and|still|okay|ok|no|yeah|yes|of course|sure),? )*(?:not a (?:word|peep|soul)"
        r"|i (?:still )?(?:know nothing|don't know (?:anything|a thing)))[.!]?$",
        "Not a word.",
        "She said not a word in the whole meeting.",
    ),
    Cue(
        "promises",
        "between_us",
        r"\bi (?:won't|will not|wouldn't|'ll not|shan't|willnae|would never|will never|'ll no) (?:ever )?(?:say"
        r"|tell|breathe|repeat)(?: (?:a word|anything|owt|nothing|a thing|it|that|a soul|her|him|them|anyone"
        r"|anybody|no one|to anyone))+(?! (?:but|except|until they|what|how|to|that|about the|which))"
        r"|\bi'll (?:not|no|never) (?:tell|say|breathe) (?:a word|anything|a soul|her|him|them|anyone)(?! (?:but|what))",
        "No, I won't say anything.",
        "I won't tell her what to do, she has to find it.",
        opens=False,
    ),
    Cue(
        "spares",
        "between_us",
        r"^(?:(?:no|okay|hey|well),? )?you (?:really )?(?:don't|dinnae|do not) (?:have|need) to(?: (?:say|tell me"
        r"|answer|answer that|go there|go into it|talk about it|share))?(?: if you don't want(?: to)?)?[.!]?$",
        "You don't have to.",
        "You don't have to send the whole file.",
    ),
)
"""All of them. Words with no cue near are never withheld."""

OPENING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.opens)
PROLONGING: tuple[Cue, ...] = tuple(cue for cue in CUES if cue.kind != "spares")
