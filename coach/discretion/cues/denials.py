"""What takes a cue back: ground rules, jokes, the past, and saying that it is no secret."""

from __future__ import annotations

import re

from coach.discretion.cues.frames import REFUSE, TAPE

_PET = (
    r"(?:the |your |my |our )?(?:cat|dog|kids?|children|tooth fairy|santa|goldfish|hamster|parrot"
    r"|horse|chickens?|hens?|baby|plants?)"
)
_LIGHTLY = r"(?:tell|let on|say|mention|breathe|whisper|spread)"
"""Verbs of telling in which one plays at confessing: "share" and "disclose" are in earnest."""
JOKES = re.compile(
    rf"\b(?:tell|telling|told) {_PET}\b|\b(?:keep|secret|hide) (?:\w+ )?from {_PET}\b"
    r"|\bsay the \w word\b|\bworst[- ]kept secret\b"
    r"|\bstate secrets?\b|\bsecret (?:recipe|sauce|ingredient|weapon|santa)\b"
)
"""Discretion played at."""

DELIGHT = re.compile(
    r"\bi (?:\w+ ){0,2}?(?:likes?|liked|loves?|loved|enjoys?|enjoyed|adored?|fancy|fancied)\b"
    r"(?! (?:to|it if|him|her|them|you|a|an|some|someone|somebody)\b)"
    r"|\b(?:best|nicest|funniest|favourite|favorite) (?:bit|part|thing)\b"
    r"|\bi(?:'m| am|'ve been) (?:\w+ ){0,2}?(?:looking forward|fond of|a (?:\w+ )?fan|proud"
    r"|chuffed|thrilled|delighted)\b"
    r"|\b(?:it's|that's|(?:it|that) (?:was|tastes|tasted|felt|looks|looked)) (?:\w+ )?(?:super"
    r"|great|good|lovely|brilliant|delicious|fun|fantastic|gorgeous|wonderful|heaven|bliss|magic"
    r"|the best)\b"
)
"""A pleasure owned up to, as one plays at confessing."""

OWN_DOING = re.compile(
    rf"{REFUSE} {_LIGHTLY}\b[^.?!]{{0,40}}\bbut i(?:'m|'ve|'d|'ll)?\b"
    r"(?!.*\b(?:his|him|her|hers)\b)"
)
"""Told of oneself in the same breath as the request, and nothing to whoever is not to hear: so one
plays at confessing.
"""

PUBLIC = re.compile(
    r"\b(?:everybody|everyone|the (?:whole|entire) \w+|half (?:of )?the \w+|(?:we|they|you) all"
    r"|all of (?:us|them))(?: \w+)? (?:knows?|knew|heard|saw|has it|seen it|read it)\b(?! (?:how"
    r"|what|where|that|why)\b)"
    r"|\b(?:sends?|sent|tells?|told|shows?|showed|says?|said) (?:that |it |this )?(?:to )?"
    r"(?:[^.?!,]{0,30} and (?:to )?)?(?:us all|everybody|everyone|the whole \w+)\b"
    r"|\bi(?:'ve| have)? told (?:\w+ ){1,3}?\w+, (?:and )?i(?:'ve| have)? told\b"
    r"|\b(?:somebody|someone|he|she|they|i|we|you)(?:'s|'ve| has| have)? (?:already )?(?:posted"
    r"|announced|tweeted|blabbed) (?:it|that|this)\b"
    r"|\b(?:written|printed|painted|posted) (?:\w+ )?(?:on|across|all over)"
    r" (?:your|the|every|our)\b"
    r"|\b(?:on|in|all over) (?:a|the|our|your|his|her|their|every) (?:\w+ (?:of the )?)?(?:posters?"
    r"|web ?site|site|front page|notice ?boards?|wall|news|newspapers?|papers?|press|radio|telly"
    r"|billboard|mug|t-?shirt|menu|newsletter|bulletin|intranet|facebook|group chat|calendar"
    r"|window)\b"
    r"|\bi(?:'ll| will|'m gonna|'m going to) (?:\w+ )?(?:put|post|print|hang|frame)"
    r" (?:it|that) (?:up"
    r"|on|all over)\b(?! (?:the|my|your) (?:list|notes?|agenda))"
    r"|\b(?:no|not (?:a|much of a)|isn't (?:a|much of a)|hardly a) (?:big )?(?:secret|surprise)\b"
)
"""Said back of what was told: everybody knows."""

WITHDRAWN = re.compile(
    r"(?:[,.] |^)(?:but )?(?:no|nah|naw)[,.]*$"
    r"|^(?:no|nah|naw),? (?:no,? )?(?:that's|that'd be|that is|i'm|it's"
    r"|don't|i won't|i shouldn't|leave)\b"
)
"""Taken back by whoever has just offered it: "I'll, no." """

OWN_PLAN = re.compile(
    r"\b(?:i|we) won't[,.]|\b(?:there's|i've|we've|i've got) no (?!way\b|chance\b|doubt\b)\w+"
    r"|\b(?:never mind|bad idea|on second thoughts?)\b"
)
"""An offer withdrawn: "forget I said that" is said of it."""

NOT = re.compile(r"n't\b|\b(?:not|never|no|nobody|before|until|till|if|unless|wants?)\b")
"""In one sentence with that, it denies it, or puts it off."""

TELLING = re.compile(rf"{REFUSE} {_LIGHTLY}\b|^(?:\w+,? )?between\b[^,]*,")

KNOWN_ALREADY = re.compile(
    r"^(?:(?:no|nah|well|actually|oh|ah),? )+(?:he|she|they|everybody|everyone)(?:'s|'ve)?"
    r" (?:already )?(?:knows?|heard|been told)\b"
)
"""Said right after a request for silence, it takes that back."""

NEWS = re.compile(r"\bi(?:'ve| have)? (?:heard|seen|saw) nothing\b")
"""To a question, it says that there is no news; to what was told, that it was not heard."""

ASKS_WHAT = re.compile(r"^(?:\w+,? ){0,2}(?:who|what|where|why|how|when|which|whose)(?:'s|'re)?\b")
"""Met with "nobody knows", it was asked in vain, and nothing is hidden."""

OFFERS = re.compile(
    r"\b(?:i|we)(?:'ll| will| could| can|'d)\b|\b(?:do|would) you (?:want|like) (?:me|us)\b"
    r"|\b(?:shall|should|will) (?:i|we)\b"
)
"""Something offered: "if you want" leaves the other free to take it."""

_FILE = r"(?:recording|transcript|notes|minutes)"
_PAST = r"(?:last time|that day|last (?:call|session|month|week)|yesterday)"
OPEN_AFTER_ALL = re.compile(
    r"\b(?:not|isn't|no longer|hardly|never) (?:\w+ )?"
    r"(?:a (?:big |real )?secret|confidential|off the record|just between us)\b"
    r"|(?:n't|\bnot) (?:\w+ )?under (?:the )?(?:chatham|rule|embargo|nda)\b"
    r"|\b(?:no|open) secret\b|\byou can tell (?:anyone|anybody|everyone|people)\b"
    r"|\bin the papers\b|\bnow (?:it's"
    r"|that it's) (?:out|public|official|announced)\b"
    rf"|\b{_PAST}\b[^.]{{0,80}}\b{_FILE}\b|\b{_FILE}\b[^.]{{0,80}}\b{_PAST}\b"
)
"""A cue denied, or told as something past."""

RELEASED = re.compile(
    r"\b(?:it's|that's|this is|(?:\w+'s|his|her|their|my|your) (?:thing|news|secret)(?:'s| is))"
    r" (?:well |now |all |already )*(?:out (?:now|there now|in the open)|public now|official now"
    r"|no longer (?:a secret|between))|\byou (?:can|may) (?:\w+ )?(?:talk|speak|tell people)"
    r" (?:of|about) (?:it|that|this) (?:openly|freely|like (?:any|every)\w+|to (?:any|every)\w+)\b"
)
"""Answered to it: what was a secret is one no more."""

ONCE = re.compile(
    r"\b(?:was|were|been|used to be) (?:all |very |so |such )?(?:hush[- ]?hush|top[- ]secret"
    r"|secret|confidential|off the record)\b(?=,? but)"
    r"|\b(?:was|were) (?:\w+ )?(?:meant|supposed) to (?:be|stay)(?: \w+){0,2} (?:hush[- ]?hush"
    r"|(?:a )?secret|quiet|private|confidential|off the record)\b"
    r"|\b(?:needn't|(?:don't|doesn't|won't) (?:have|need) to|(?:no|not any) (?:longer )?need to"
    r"|no longer (?:have|need) to|can stop)(?: \w+){0,3} (?:keep\w*|hid\w+|pretend\w*|act\w*|sit"
    r"|sitting|whisper\w*|say\w*)\b[^.?!]*(?:any ?more|any longer|now)\b"
)
"""A secret that was one, or need not be kept any more."""

MATTER_OF_TACT = re.compile(
    r"^(?:(?:and|but|so|well|yes|no),? )*(?:it's|that's) (?:\w+ ){0,2}delicate[.!]?$"
)
"""Said of what was told, it calls for tact; of what comes, for silence."""

SAID_INSTEAD = re.compile(
    r"(?:^|[,;:] ?)(?:(?:and|just|no|yes|so|please|better|first),? )*(?:say|tell|speak|talk|sing"
    r"|draw|record|film|ring|phone|show|act|play|learn|remember|practise|practice)"
    r" (?:it|that|this|them)\b(?!')"
)
"""Not to be written, but done otherwise: advice on how to go about it."""

READ_OUT = re.compile(
    r"\b(?:policy|policies|rules?|signs?|manual|handbook|contract|law|guide|guidelines?|form"
    r"|instructions?|leaflet|terms|poster|label|advert)(?: \w+)? (?:says?|said|states?|reads?"
    r"|tells? (?:us|you|people)|asks? (?:us|you|people))\b"
)
"""Somebody's text is read out: what it asks for is asked of everybody, and not of the listener."""

OF_OWN = re.compile(
    r"\b(?:i|my|me|mine|we|us|our|he|his|him|she|her)\b|[:;]|\b(?:so|but) (?:just|please|don't)\b"
)
"""Somebody speaks for themselves, or comes to a matter, after what was read out."""

WORDLESS = re.compile(
    r"\b(?:don't|didn't|not) (?:even )?know what (?:to|i should|i can|else to) say\b|\bspeechless\b"
    r"|\blost for words\b|\b(?:have|got|i've) no words\b"
)
"""Met with "don't say anything", it is answered, and nothing is kept."""

HANDED_OVER = re.compile(
    r"\b(?:pass|share|forward|circulate|spread|leak)\b[^.]{0,12}\b(?:it|them|these)\b"
)
"""Asked of a document, it keeps the document, and nothing is told."""

ARTEFACTS = re.compile(
    r"\b(?:deck|slides?|spreadsheet|sheet|template|file|copy|pdf|photos?|pictures?|repo"
    r"|repository|page|site|website|portfolio|link|doc|document|calendar|profile|folder"
    r"|blog|video|channel|dashboard|form|draft)\b"
)
"""What may be "not public yet" without being a secret."""

READY = re.compile(
    rf"(?:{ARTEFACTS.pattern}|\b(?:drawings?|designs?|prototypes?|samples?|specs?)\b)[^.?!]*"
    r"\b(?:ready|done|finished|out|good to go|go round|go out)\b"
)
"""Asked of such a thing: "not for sharing yet" answers that it is not."""

STOPS_TAPE = re.compile(
    rf"\b(?:stop|pause|halt|end|(?:turn|switch|shut|put) off) (?:the |your |that |this )+{TAPE}\b"
)
"""What is not to be recorded is still to come; at a goodbye, nothing is."""

RULES = re.compile(
    r"\b(?:what(?:ever)?|anything|everything|nothing|all) (?:that )?"
    r"(?:you|we|i|either of us|gets|is)\b(?!'m|'ve| am| just| have|(?<=\bi)'ll)"
    r"[^.?!]{0,20}\b(?:say|tell"
    r"|share|discuss|talk|bring|mention"
    r"|said here|spoken)\b(?! (?:you )?(?:now|next)\b)"
    r"|\b(?:anything|something|topics?|subjects?|places?) (?:that )?(?:you|you'd|we|we'd|i|i'd)\b"
    r"[^.?!]{0,20}\b(?:(?:left|leave) alone|off limits|not (?:go|touch|talk|ask)|didn't (?:ask"
    r"|touch)"
    r"|avoid|stay off|stay away|steer clear)\b|\boff[- ]limits\b"
    r"|\b(?:confidentiality|ground rules?|working agreement|stays in the room bit)\b"
    r"|\b(?:names|stories|examples|details) stay\b"
    r"|\b(?:our|these) (?:calls?|conversations?|chats?|sessions?|talks?|meetings?)\b[^.?!]{0,30}"
    r"\b(?:stay|between|private|confidential|secret)"
    r"|\bhow (?:do|should|shall|will) we (?:handle|treat|deal|do) (?:with )?"
    r"(?:notes|recording|privacy|secrets|confiden\w+)"
    r"|\bis (?:this|it|all this|that|what \w+ say|everything)(?: \w+)?"
    r" (?:confidential|private|recorded|being recorded|off the record)(?:,? or\b[^?]{0,60})?\s*\?"
    r"|\b(?:if|when|whenever|any ?time|unless|in case) (?:you|we|either|i|one of us|anyone)\b"
    r"[^.?!]{0,60}\b(?:off the record|between us|confidential|private|secret|for the notes"
    r"|not write|don't write)\b"
    r"|\bjust say (?:it's |that it's )?(?:off the record|pass|private)\b"
    r"|\bwe (?:both )?(?:agreed|agree|said) (?:that )?(?:everything|all|what)\b"
)
"""Talk about how the two treat secrets, in which none is told."""

ASKED = re.compile(
    r"^(?:(?:so|and|but|or|well|um|okay|now),? )*(?:is|are|was|were|can|could|should|shall|do|does"
    r"|will|would|what|whatever|how|which|if|when|whenever|unless|who)\b"
)
"""A sentence that begins so asks for a rule, or states one for later."""

IN_GENERAL = re.compile(
    r"\b(?:if|when|whenever|unless|whatever|anything|everything|say|go|going|goes|about)\b"
)
"""Words before a cue that speak of it in general."""
