"""Why something did not happen: one sign for each of the six reasons."""

from __future__ import annotations

from coach.reading.moments.listening import Sign

REASONS = (
    Sign(
        "wrong_direction",
        r"\b(?:no longer (?:makes|made) sense|(?:isn't|wasn't|not) the right "
        r"(?:thing|direction|goal|time|one)|don't (?:really )?(?:want|need) (?:it|"
        r"that|to)(?: \w+){0,3} any ?more|wrong (?:direction|goal|question)|"
        r"couldn't care|lost (?:interest|the point)|what's the point|don't see the "
        r"point|changed my mind|didn't feel right)\b",
        "It no longer makes sense for us.",
        "It makes sense.",
        1,
        "direction",
        "longer right don't wrong care lost point changed just feel",
    ),
    Sign(
        "obstacle",
        r"\b(?:was|were|is|he's|she's|they're|went) (?:on (?:\w+ )?(?:leave|"
        r"holiday|sick)|off sick|away|ill|shut|closed|cancelled|down|broken|"
        r"blocked)\b|\b(?:never|didn't|hasn't|haven't|not) (?:\w+ )?(?:answer|"
        r"repl(?:y|ied)|respond(?:ed)?|c[oa]me back|got back|get back|turn(?:ed)? "
        r"up|show(?:ed)? up|hear(?:d)? (?:back|from))|\bheard nothing\b|\bsaid "
        r"no\b|\bwouldn't let\b|\bout of office\b|\bwaiting (?:for|on)\b|\bgot "
        r"cancelled\b|\bwon't let\b",
        "She was on leave, so it has not gone.",
        "He was out on Sunday.",
        1,
        "obstacle",
        "on off away ill shut closed cancelled down broken blocked answer reply "
        "replied respond responded came come got get turn turned show showed hear "
        "heard said let office waiting",
    ),
    Sign(
        "belief",
        r"\b(?:i (?:was|got|am|felt|feel)|i'm)(?: \w+)? (?:scared|afraid|"
        r"frightened|nervous|embarrassed|ashamed|anxious|not ready|stupid|a fraud|"
        r"too (?:old|young|slow|shy|junior))\b|\bnot good enough\b|\bif i (?:chase|"
        r"send|ask|do|ring|call|finish|start) (?:it|that|them|him|her)\b.*\bthen\b|"
        r"\bi(?:'m| am) (?:just )?not (?:good|the type|someone|somebody|a person|"
        r"ready)\b|\b(?:they|he|she|people)(?:'d|'ll| would| will) (?:think|laugh|"
        r"say i)\b|\bi chickened out\b|\bi couldn't face\b|\bi (?:hear|hate) my "
        r"voice\b",
        "I was too scared to ask.",
        "He was scared.",
        1,
        "belief",
        "scared afraid frightened nervous embarrassed ashamed anxious ready stupid "
        "fraud too good if think laugh say chickened face voice old",
    ),
    Sign(
        "bandwidth",
        r"\b(?:no|not enough|didn't have (?:the |any )?|ran out of|run out of|"
        r"haven't had (?:the |any )?|never had (?:the )?|found no|short of) "
        r"?(?:time|energy|hours|minute|headspace|capacity|people|staff)\b|\btoo "
        r"(?:busy|much on|tired|many (?:things|meetings))\b|\b(?:swamped|snowed "
        r"under|flat out|run off my feet|slammed|underwater|exhausted|knackered|up "
        r"to my (?:eyes|neck))\b|\b(?:crazy|mad|hectic|brutal|hell of a|long|"
        r"terrible) (?:week|month|day|fortnight|few (?:days|weeks))\b|\b(?:day|"
        r"week) from hell\b|\bthen (?:\w+ ){1,3}(?:hit|happened|blew up|came in|"
        r"landed)\b|\bgot (?:too )?busy\b",
        "I was flat out all month.",
        "How's the time?",
        1,
        "bandwidth",
        "time energy hours minute headspace capacity people staff busy much tired "
        "many swamped under flat feet slammed underwater exhausted knackered eyes "
        "neck week month day fortnight days weeks hell hit happened blew came "
        "landed",
    ),
    Sign(
        "priority",
        r"\bi (?:just |clean |completely |totally )?(?:forgot|put it off|kept "
        r"putting|keep putting|pushed it|left it|parked it|skipped|let it slide|"
        r"deprioriti[sz]ed|didn't (?:prioriti[sz]e|get round|get around|chase|get "
        r"to))\b|\bi(?:'ve| have) (?:just |been )?(?:not chased|putting it off|"
        r"left it|pushed it|forgotten|not started)\b|\b(?:other|more urgent|"
        r"bigger) (?:things|stuff|priorities|fires)\b|\bcame first\b|\bslipped my "
        r"mind\b|\bwent (?:to the bottom|out of my head)\b|\bi just "
        r"never\b",
        "I kept putting it off.",
        "I put it on the list.",
        1,
        "priority",
        "forgot put kept keep pushed left parked skipped slide deprioritised "
        "deprioritized prioritise prioritize get chase chased putting forgotten "
        "started things stuff priorities fires first slipped list bottom head "
        "never",
    ),
    Sign(
        "information",
        r"\bi (?:really |just |still )?(?:didn't|don't|did not|wasn't sure) "
        r"(?:know |sure )?(?:how|what|who|where|which|whether|if)\b|\bi (?:didn't|"
        r"don't|didn't even) understand\b|\b(?:missing|waiting for|lacked|didn't "
        r"have|don't have|needed|haven't got) (?:the |an? |some |his |her |their |"
        r"your )?(?:\w+ )?(?:information|info|details?|numbers?|figures|data|date|"
        r"address|link|contact|name|password|template|access|log-?in)\b|\bnobody "
        r"(?:told|tells) me\b|\bi wasn't sure\b",
        "I didn't know who to ask.",
        "I don't know him.",
        1,
        "information",
        "didn't don't did wasn't understand missing waiting lacked have needed got nobody",
    ),
)
"""Why, one sign a reason."""
