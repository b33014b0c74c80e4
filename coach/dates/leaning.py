"""Rules for deadlines that lean on something else, and for what only sounds like one."""

from __future__ import annotations

from coach.dates import meanings as mean
from coach.dates.days import only
from coach.dates.rule import Rule
from coach.dates.words import (
    ANCHOR,
    COUNT,
    EVENT,
    MEET,
    MONTH,
    NEXT,
    PART_OF_DAY,
    THIS,
    UNIT,
    WEEKDAY,
)

HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)"
AGAIN = "(?:by the time|till|until|before|when|by when|next time)"
CALL = rf"(?P<call>our (?:next )?{EVENT}|the next {EVENT}|we (?:next )?{MEET}(?: next| again)?)"

LEANING: tuple[Rule, ...] = (
    # the next call
    Rule(
        "meeting",
        rf"(?:our|the) next {EVENT}(?! (?:with|of|for)\b)|(?:by|for|before|until|till|at|to) next "
        rf"(?:time|{EVENT})(?! (?:you|i|he|she|they)\b)"
        rf"|next time we (?:{MEET}|compare|swap|lay|go through|look (?:at|over|through))"
        r"|next time(?=\s{0,2}(?:$|[.,;!?]|(?:with|and|so|then|for)\b))"
        r"|our next(?=\s{0,2}(?:$|[.,;!?]))"
        rf"|(?:by|for|before|until|till|at) (?:our )?{MONTH}(?:'s)? (?:call|session"
        rf"|catch[- ]?up)\b",
        lambda m, on: only(on.meeting),
        example="before our next call: 2025-10-16",
        near_miss="the next call with HR",
    ),
    Rule(
        "meeting",
        f"{AGAIN} (?:the (?:day|night|evening|time) )?(?:i see you|we {MEET}"
        "|we(?:'re| are) (?:talking|speaking|meeting)"
        rf"|we(?:'ll| will)? (?:next|again) {MEET}|i next see you|next we {MEET}"
        rf"|i (?:see|(?:speak|talk) (?:to|with)) you (?:next(?! (?:{UNIT}|{WEEKDAY})\b)|again)"
        r"|we get (?:back )?on(?=\s{0,2}(?:$|[.,;!?]|(?:again|next|at|and|so)\b))"
        rf"|(?:you and (?:i|me)|me and you) (?:next |again )?{MEET})"
        "(?: next| again| next time)?"
        f"|{AGAIN} we(?:'re| are)? (?:on|back on|back here|here) (?:again|next)"
        "|next time we(?:'re| are) on",
        lambda m, on: only(on.meeting),
        example="till we speak next: 2025-10-16",
        near_miss="when we spoke",
    ),
    Rule(
        "day",
        rf"(?:(?P<count>{COUNT})|the) (?P<unit>day|night|evening|week)s? before "
        rf"(?:{CALL}|{ANCHOR})",
        mean.counted_back,
        example="two days before our next call: 2025-10-14",
        near_miss="the day before",
    ),
    Rule(
        "day",
        rf"(?:the )?(?P<weekday>{WEEKDAY}) before {CALL}",
        mean.weekday_before,
        example="the Monday before our next call: 2025-10-13",
        near_miss="the Monday before",
    ),
    # deadlines that nobody can pin
    Rule(
        "vague",
        "(?:very |pretty )?soon(?! as (?:we|i|you|he|she|they)\\b)|asap|as soon as (?:possible"
        "|i can|you can)|shortly|in due course"
        "|at some point|one of these days|when(?:ever)? (?:i|you) (?:get a (?:chance|minute)|can)"
        "|in (?:a bit|a little while|the new year)|small small|eventually"
        "|before too long|before long",
        mean.unpinned,
        example="as soon as I can: no day",
        near_miss="sooner",
    ),
    Rule(
        "vague",
        "(?:(?:with)?in |over )?(?:the )?(?:next |coming |a )?(?:few|couple(?: of)?|several)"
        " (?:days|weeks|months)|in a day"
        "|(?:with)?in (?:a|one|two) (?:day|week|month)s? or (?:so|two)"
        "|in (?:one|two|three) or (?:two|three|four) (?:days|weeks|months)"
        r"|(?:with)?in the (?:day|week|fortnight|month|year)(?! (?:of|beginning|starting|\d))"
        "|in the coming (?:days|weeks|months)|(?:the )?other week",
        mean.unpinned,
        example="within the week: no day",
        near_miss="a couple of examples",
    ),
    Rule(
        "vague",
        rf"(?:early|mid|the (?:start|beginning|middle) of|start of|beginning of|middle of)[\s-]"
        f"(?:the |in )?(?:(?:{NEXT}|{THIS}) )?(?:week|month|year|quarter|{MONTH})",
        mean.unpinned,
        example="early next week: no day",
        near_miss="the start of the talk",
    ),
    Rule(
        "vague",
        "(?:that|the same|that same) (?:week|weekend|month)"
        rf"|(?:that(?: same| very)?|(?:the )?(?:very )?same) (?:day|{PART_OF_DAY})"
        "|this day|before then|by then"
        "|before it"
        "|(?:the )?(?:week|day|month|morning|night|evening|weekend) (?:before|after)"
        "|the (?:next|following) (?:day|morning|evening|night)"
        rf"|{COUNT} {UNIT} (?:before|after|earlier|later|beforehand|afterwards)"
        rf"(?=\s{{0,2}}(?:$|[.;!?]|,\s(?!{WEEKDAY}|the\s)|(?:and|so|then|if)\b))",
        mean.unpinned,
        example="that same week: no day",
        near_miss="that is weak",
    ),
    Rule(
        "vague",
        r"(?:the )?(?:(?:end|rest|start) of )?(?:(?:the|this|next) )?(?:(?:half[\s-]?)?term"
        "|semester)",
        mean.unpinned,
        example="by half term: no day",
        near_miss="in terms of",
        shy=True,
    ),
    Rule(
        "vague",
        rf"the (?:bank |public )?holiday\s{WEEKDAY}",
        mean.unpinned,
        example="by the bank holiday Monday: no day",
        near_miss="the bank holiday, Monday",
    ),
    # no deadlines
    Rule(
        "habit",
        rf"(?<!the\s)(?<!all\s)(?<!these\s)(?<!those\s)(?<!other\s)(?!(?:an?|one)\b){COUNT} "
        "(?:in an?|per|each) (?:day|week|fortnight|month)",
        mean.unpinned,
        example="three in a week: no day",
        near_miss="all three in a week",
    ),
    Rule(
        "habit",
        rf"(?:every|each|any|most) (?:other |single |second )?(?:{WEEKDAY}|day|week|month|morning"
        rf"|evening|night|year|fortnight)|a {WEEKDAY}|(?:on )?{WEEKDAY}(?: {PART_OF_DAY})?s"
        rf"|(?:one|two) {WEEKDAY}s? in (?:a|{COUNT}|every)|weekends|daily"
        "|weekly|monthly|fortnightly"
        rf"|(?:once|twice|{COUNT} times|a few times) (?:in )?(?:a|an|the|per|each|every) "
        "(?:day|week|fortnight|month|year)",
        mean.unpinned,
        example="every Friday: no day",
        near_miss="Friday",
    ),
    Rule(
        "habit",
        rf"(?<!why\s)not (?:on )?(?:(?:this|next|the|the next|that) )?(?:coming )?{WEEKDAY}s?"
        r"|(?<!why\s)not (?:(?:this|next|the next|that) (?:week|weekend|month|one)|today|tonight"
        "|tomorrow)",
        mean.unpinned,
        example="not this Sunday: no day",
        near_miss="not later than Friday",
    ),
    Rule(
        "past",
        rf"(?:last|this past|past) (?:{WEEKDAY}|week|weekend|month|year|night|time|quarter|{MONTH})"
        rf"|yesterday|the other day|{COUNT} {UNIT} ago|since (?:on )?(?:this |next |the )?{WEEKDAY}"
        rf"|the (?:day|night|week) before last|{WEEKDAY} (?:just )?(?:gone|past)",
        mean.unpinned,
        example="two weeks ago: no day",
        near_miss="last of all",
    ),
    Rule(
        "time",
        r"\d{1,2}(?:[:.]\d\d){1,2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|\d{1,2} o'clock"
        r"|at \d{1,2}",
        mean.unpinned,
        example="7 pm: no day",
        near_miss="7 pages",
        numeric=True,
    ),
    Rule(
        "time",
        rf"half (?:past )?{COUNT}|(?:on |the )*(?:five|ten|(?:a )?quarter|twenty(?:[\s-]five)?)"
        rf" (?:to|past) {HOUR}|{COUNT} o'clock|(?:early |late |mid)?(?:{PART_OF_DAY}|midnight"
        "|lunch ?time|teatime|breakfast|close of play|end of (?:play|day|business))"
        "|(?:dinner|tea|supper|break) ?time"
        r"|first thing|last thing|at the latest|latest|at " + COUNT,
        mean.unpinned,
        example="half seven: no day",
        near_miss="half the team",
    ),
)
