"""How people tell what went well."""

from __future__ import annotations

from coach.reading.listening import Sign
from coach.reading.signs.wording import I_HAVE, NUMBER

WINS = (
    Sign(
        "passed",
        rf"{I_HAVE} (?:did )?(?:pass(?:ed)?|won|landed|nailed|smashed|aced|beat|"
        rf"cracked|graduated|qualified for)\b(?! (?:away|out|by|on|it on|over|the "
        rf"time)\b)",
        "I passed!",
        "I passed it on to him.",
        3,
        "win",
        "passed pass won landed nailed smashed aced beat cracked graduated qualified",
    ),
    Sign(
        "finished",
        rf"{I_HAVE} (?:finished|completed|launched|shipped|delivered|closed|"
        rf"published|submitted|signed|hit|reached|recorded|hired|sold|built|raised|"
        rf"handed in)\b",
        "We finally shipped the new version.",
        "She finished late.",
        2,
        "win",
        "finished completed launched shipped delivered closed published submitted "
        "signed hit reached recorded hired sold built raised handed",
    ),
    Sign(
        "managed",
        rf"{I_HAVE} (?:managed|were able|was able|succeeded|dared|got round|stuck) "
        rf"(?:to|in|with)\b",
        "I managed to say no twice.",
        "I managed nine people.",
        3,
        "win",
        "managed able succeeded dared got stuck",
    ),
    Sign(
        "got_it",
        rf"{I_HAVE} (?:got|been given|been offered|been asked to|was offered|was "
        rf"given|was asked to|were offered|was invited|got invited|been invited) "
        rf"(?:the|a|an|my|to|through|in|it|into|our)\b(?! (?:text|email|mail|"
        rf"message|note|letter|call|brew|cold|bit|lot|feeling|question|problem|"
        rf"second|minute|sense|couple))",
        "I got the job.",
        "I got a text from him.",
        2,
        "win",
        "got given offered asked invited",
    ),
    Sign(
        "all_of",
        rf"\b({NUMBER}|all|every one|every single one)(?: \w+)? out of (?:the "
        rf")?\1\b|\b(?:didn't|haven't|not) miss(?:ed)? (?:a|one)\b|\ball (?:of "
        rf"them|done|closed|signed)\b",
        "Ten out of ten.",
        "Two out of nine.",
        3,
        "win",
        "out miss missed all",
    ),
    Sign(
        "share",
        rf"\b{NUMBER} (?:\w+ )?out of {NUMBER}\b|\b(?:zero|none)\b(?: this| since|\.)",
        "It was eight out of ten in May.",
        "Out of the office.",
        2,
        "win",
        "out zero none",
    ),
    Sign(
        "from_to",
        rf"\b(?:from|went|gone|dropped|came|grew|down|up) (?:\w+ ){{0,3}}(?:from "
        rf")?{NUMBER}[^.?]{{0,25}}\bto {NUMBER}\b|\b{NUMBER} (?:percent|%) (?:down|"
        rf"up|more|less|fewer)",
        "Complaints went from thirty to six.",
        "From two to three I'm in a meeting.",
        2,
        "win",
        "went gone dropped came grew down up",
    ),
    Sign(
        "first_time",
        r"\bfor the (?:very )?first time\b|\bfirst time (?:i(?:'ve)?|we(?:'ve)?|in|ever)\b",
        "For the first time the shop made a profit.",
        "The first time he rang, I was out.",
        2,
        "win",
        "first",
    ),
    Sign(
        "it_worked",
        r"\b(?:it|that|this|they|which)(?:'s| has| have)?(?: \w+)? (?:worked|paid "
        r"off|went (?:\w+ )?(?:well|great|brilliantly|perfectly|smoothly)|turned "
        r"out (?:\w+ )?(?:well|great|good))\b",
        "I tried it and it actually worked.",
        "He worked there.",
        3,
        "win",
        "worked paid went turned",
    ),
    Sign(
        "praised",
        r"\b(?:he|she|they|it|who|boss|manager|client|customer|team|tutor|everyone|"
        r"everybody|people)\b(?: \w+){0,2} (?:loved|praised|were (?:really )?happy|"
        r"was (?:really )?(?:happy|impressed|pleased|delighted)|said (?:yes|it was "
        r"(?:great|good|brilliant)|well done)|(?:wrote|said|goes|called it),? ?\"|"
        r"came down|agreed|signed|accepted|thanked me)",
        "The client loved it.",
        "They sent it.",
        1.5,
        "win",
        "loved praised happy impressed pleased delighted said wrote goes called "
        "came agreed signed accepted thanked",
    ),
    Sign(
        "proud",
        r"\bi(?:'m| am| was)(?: \w+)? (?:proud|chuffed|so happy|really happy|over "
        r"the moon|delighted|stoked|pleased) (?:of|with|that|about|how|because|"
        r"i)\b(?! you)",
        "I'm quite proud of that page.",
        "I'm proud of you.",
        3,
        "win",
        "proud chuffed happy over delighted stoked pleased",
    ),
    Sign(
        "did_it",
        rf"{I_HAVE} (?:did (?:it(?! (?:badly|wrong|late))|do it|the whole)|didn't "
        rf"(?:panic|freeze|give up|say sorry|apologi[sz]e)|stood up|spoke up|said "
        rf"no|kept (?:my|our|it))\b",
        "I actually said no.",
        "I did it badly.",
        2,
        "win",
        "did didn't stood spoke said kept",
    ),
    Sign(
        "got_it_signed",
        r"\b(?:we've|i've|you've|we have|i have) got (?:a|the|our|an) (?:first |"
        r"new |big )*(?:lead|client|customer|offer|contract|deal|interview|place|"
        r"grant|investor|promotion|yes|signature|licen[cs]e|permit)\b",
        "We've got our first customer.",
        "I've got a cold.",
        3,
        "win",
        "got",
    ),
)
