"""Word classes of talk about telling: whoever announces a secret picks some of each.

A class holds the forms of a few lemmas, and no phrase. What they make together is in `barring`,
`hiding`, `shielding` and `hints`.
"""

from __future__ import annotations

TELL = (
    r"(?:tell(?:s|ing)?|told|say(?:s|ing)?|said|mention(?:s|ed|ing)?|repeat(?:s|ed|ing)?"
    r"|shar(?:e|es|ed|ing)|speak(?:s|ing)?|spoke|spoken|talk(?:s|ed|ing)?|discuss(?:ed|ing)?"
    r"|quot(?:e|es|ed|ing)|cit(?:e|ed|ing)|nam(?:e|ed|ing)|breath(?:e|ed|ing)|blab(?:bed|bing)?"
    r"|squeal(?:ed|ing)?|blurt(?:ed)?|spill(?:ed|ing)?|leak(?:ed|ing)?|gossip(?:ed|ing)?"
    r"|whisper(?:ed|ing)?|circulat(?:e|ed|ing)|spread(?:ing)?|broadcast|shout(?:ed|ing)?"
    r"|carr(?:y|ied|ying)|reveal(?:ed|ing)?|disclos(?:e|ed|ing)|brag(?:ging)?|utter"
    r"|(?:let|letting) (?:on|slip)|(?:pass|passing) (?:it |this |that )?on)"
)
LEARN = (
    r"(?:(?<!\byou )know(?:s|n|ing)?|hear(?:s|d|ing)?|learn(?:s|ed|t)?|finds? (?:it |this )?out"
    r"|found out"
    r"|suspect(?:s|ed)?|guess(?:es|ed)?|notic(?:e|es|ed)|twig(?:s|ged)?|gets? wind|got wind"
    r"|(?:has|have|had) (?:a|any) (?:clue|inkling|idea)|be(?:en|ing)? (?:told|aware))"
)
WRITE = (
    r"(?:writ(?:e|es|ing|ten)|typ(?:e|ed|ing)|minut(?:e|ed|ing)|not(?:e|ed|ing)|record(?:ed|ing)?"
    r"|jot(?:ted)?|log(?:ged)?|document(?:ed)?)"
)
NOT = r"(?:\w+n't|not|never|no|nobody|none|neither|nor|nothing|hardly)"
THIS = (
    r"(?:(?:any|all|none) of (?:it|this|that)|(?:this|that|the next|the last|the other|next)"
    r" (?:one|bit|part|piece|thing|talk|story|matter|stuff|conversation|call|chat)"
    r"|what (?:i(?:'m| am|'ve| have|'ll)?|he|she|they) (?:\w+ ){0,2}?"
    r"(?:say|said|tell|told|saying|telling)|this|that|it)"
)
"""What was said, or is about to be."""
FILE = (
    r"(?:notes?|slack|whatsapp|spreadsheet|minutes|recordings?|transcript|recap|summary"
    r"|write-?ups?|report|file|forms?|diary"
    r"|log|portal|e-?mail|mail|protocol|record|paper|writing|paperwork|print)"
)
TOOL = (
    r"(?:pens?|biro|pencil|notebook|laptop|bot|recorder|recording|tape|mic|machine|gadget|yoke|app"
    r"|otter|note ?-?taker|transcription|transcript|camera|keyboard|typing)"
)
SHUT = (
    r"(?:grave|tomb|vault|coffin|crypt|bunker|strongbox|confession(?:al| box)|sealed|gag"
    r"|gagged|muzzled?|schtum|stumm|wheesht|hush|zip|zipped|envelope|evaporate|wraps"
    r"|padlock(?:ed)?|lid|sworn|vegas|sub rosa)"
)
"""Where words are buried, or what shuts them in."""
MOUTH = r"(?:lips?|beak|gob|tongue|ears?|mouths?|trap|face)"
CLOSE = (
    r"(?:friend|sister|brother|mate|woman|man|person|human|pal|aunt|auntie|uncle|mum|mother"
    r"|stranger|family)"
)
POST = (
    r"(?:director|principal|head|lecturer|tutor|lawyer|doctor|councillor|partner|manager|lead|boss"
    r"|nurse|client|coach|mentor|trustee|co-?author|supervisor|teacher|company"
    r"|colleague|officer|committee|supervision|employee)"
)
PUNISH = (
    r"(?:kill|murder|skin|hang|crucify|lynch|sack|fire|ruin|disown|sue|strangle|bury|shoot|flay)"
)
PUNISHED = (
    r"(?:killed|murdered|skinned|hung|hanged|crucified|lynched|sacked|fired|finished|dead|ruined"
    r"|disowned|struck off|sued|run out|toast|scooped|mortified|out of a job|in trouble)"
)
LOST = r"(?:job|shirt|licence|license|pension|place|seat|house|marriage|badge|name|guts|head|hide)"
END = (
    r"(?=[.,;:!?…–—]|$| (?:please|okay|ok|so|but|and|because|till|until|before|either|o|now|ever|eh"
    r"|again|like|though|yet|at all)\b)"
)
"""The verb has no object of its own to come: what is barred is what was pointed at."""
BEFORE = r"(?:until|till|before|while|as of now|up to)"
SILENT = (
    r"(?:exist|hush|quiet|gag\w*|shutters|silent|silence|deny|dark|mum"
    r"|officially|embargo\w*|secret|sealed|whisper\w*|amazed|surprised)"
)
