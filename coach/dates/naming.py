"""Rules for words that name a day: today, weekdays, numbers of the month, holidays."""

from __future__ import annotations

from coach.dates import days as d
from coach.dates import meanings as mean
from coach.dates.rule import Rule
from coach.dates.words import (
    CARDINAL,
    COMPOUND,
    COUNT,
    DIGITS,
    FULL_MONTH,
    HOLIDAY,
    LEAVING,
    MONTH,
    MONTH_OR_THIS,
    NO_NOUN,
    NTH,
    PART_OF_DAY,
    SPELLED,
    SURE_MONTH,
    WEEKDAY,
    YEAR,
)

NAMING: tuple[Rule, ...] = (
    # today and its neighbours
    Rule(
        "now",
        rf"today|tonight|to-night|today evening|this (?:{PART_OF_DAY}|very day)|s'?arvo"
        "|(?:the )?end of today",
        mean.today,
        example="this arvo: 2025-09-25",
        near_miss="this is the one",
    ),
    Rule(
        "now",
        r"(?:(?<=\bit\s)|(?<=\bthat\s)|(?<=\bthem\s)|(?<=\byou\s)|(?<=\bye\s)|(?<=\bhim\s)"
        r"|(?<=\bher\s)|(?<=\bback\s)|^)the night(?=\s{0,2}(?:$|[.,;!?]|(?:or|so|if)\b))",
        mean.today,
        example="you'll have it the night: 2025-09-25",
        near_miss="we sat up with her half the night",
    ),
    Rule(
        "now",
        "(?:(?:right|straight|just) )?after (?:the|our|this) (?:call|chat|meeting|session)"
        f"|{LEAVING}|now now"
        r"|(?:right |straight )?after this(?=\s{0,2}(?:$|[.,;!?]|(?:and|so|then|i|we|you)\b))"
        "|(?:right|straight) ?away|right now|immediately"
        "|(?:with)?in (?:an|one|the|two|three) hours?",
        mean.today,
        example="when we hang up: 2025-09-25",
        near_miss="after this week's review",
    ),
    Rule(
        "day",
        "tomorrow|the morn(?:'s (?:morn|morning|afternoon|night|nicht))?|the morra|tmrw|tmr",
        mean.in_days(1),
        example="tomorrow: 2025-09-26",
        near_miss="the morning after",
    ),
    Rule(
        "time",
        "(?:first thing )?in the morning(?: first thing)?",
        mean.in_days(1),
        example="in the morning, first thing: 2025-09-26",
        near_miss="at two in the mornings",
    ),
    Rule(
        "day",
        "(?:the )?day after tomorrow|next tomorrow"
        r"|(?<!the\s)(?<!every\s)day after(?=\s{0,2}(?:$|[.,;!?]))",
        mean.in_days(2),
        example="next tomorrow: 2025-09-27",
        near_miss="the day after",
    ),
    Rule(
        "time",
        "before (?:(?:i|you|we) (?:go to )?)?(?:bed|sleep)(?:time)?"
        r"|before (?:i|we) (?:go|head|set off|leave for) home(?=\s{0,2}(?:$|[.,;!?]|(?:and|so)\b))",
        mean.today,
        example="before I go to bed: 2025-09-25",
        near_miss="before we go to the bank",
    ),
    Rule(
        "time",
        "(?:the )?end of (?:play|business|day)|close of (?:play|business)|eod|cob"
        "|(?:by|before|until|till) (?:the )?end of (?:the|this) day",
        mean.today,
        example="close of play: 2025-09-25",
        near_miss="at the end of the day",
    ),
    # weekdays
    Rule(
        "day",
        rf"(?:this )?(?:coming |upcoming |this )?(?P<weekday>{WEEKDAY})(?: coming)?",
        mean.weekday,
        example="this coming Tuesday: 2025-09-30",
        near_miss="Tuesdays",
    ),
    Rule(
        "day",
        rf"(?:the )?next (?:week's )?(?P<weekday>{WEEKDAY})|following (?P<weekday_>{WEEKDAY})",
        lambda m, on: d.week(on.today, 1) & mean.weekday(m, on),
        example="next Friday: 2025-10-03",
        near_miss="this Friday",
    ),
    Rule(
        "day",
        rf"(?:the )?(?P<weekday>{WEEKDAY}) after next",
        lambda m, on: d.week(on.today, 2) & mean.weekday(m, on),
        example="the Friday after next: 2025-10-10",
        near_miss="the Friday after",
    ),
    Rule(
        "day",
        rf"the (?P<weekday>{WEEKDAY}) before (?P<holiday>{HOLIDAY})",
        mean.weekday_before,
        example="the Friday before Christmas: 2025-12-19",
        near_miss="the Friday before",
    ),
    Rule(
        "day",
        rf"the (?P<weekday>{WEEKDAY}) after (?P<holiday>{HOLIDAY})",
        mean.weekday_after,
        example="the Thursday after Christmas: 2026-01-01",
        near_miss="the Thursday after",
    ),
    Rule(
        "vague",
        rf"(?:the(?: following)?|(?<!make\s)that|same) (?P<weekday>{WEEKDAY})",
        mean.weekday,
        example="on the Monday: no day",
        near_miss="this Monday",
    ),
    Rule(
        "vague",
        rf"(?:(?:the|that|same) )?{WEEKDAY} (?:before|after)(?: that| then| it)?"
        r"(?=\s{0,2}(?:$|[^\w\s']|(?:and|so|then|if|with|at)\b))",
        mean.unpinned,
        example="the Monday before: no day",
        near_miss="the Monday before Christmas",
    ),
    Rule(
        "day",
        rf"(?:next )?(?P<weekday>{WEEKDAY}) (?:(?P<count>{COUNT}) )?(?P<unit>weeks?|fortnight)"
        "(?! (?:from|after|later|ago|of))",
        mean.weekday_later,
        example="Tuesday week: 2025-10-07",
        near_miss="a Tuesday weekly",
    ),
    Rule(
        "day",
        rf"(?:the )?next (?P<count>{COUNT}) (?P<weekday>{WEEKDAY})s"
        rf"|(?P<count_>{COUNT}) (?P<weekday_>{WEEKDAY})s? (?:from now|later)",
        mean.nth_weekday,
        example="the next two Wednesdays: 2025-10-08",
        near_miss="two Wednesdays",
    ),
    Rule(
        "day",
        rf"(?:the )?(?P<nth>{SPELLED}|last) (?P<weekday>{WEEKDAY}) (?:of|in) {MONTH_OR_THIS}",
        mean.weekdays_of_month,
        example="the last Friday of October: 2025-10-31",
        near_miss="last Friday",
    ),
    Rule(
        "vague",
        rf"(?:the )?(?:first|second|third|fourth|fifth) {WEEKDAY}(?! (?:of|in) )",
        mean.unpinned,
        example="the second Thursday: no day",
        near_miss="the Thursday, the second",
    ),
    # days by their number
    Rule(
        "ordinal",
        rf"(?:the )?(?P<day>{DIGITS}){NO_NOUN}",
        mean.numbered,
        example="the 3rd: 2025-10-03",
        near_miss="the 3rd quarter",
        numeric=True,
    ),
    Rule(
        "ordinal",
        rf"the (?!first|second|third)(?P<day>{SPELLED}){NO_NOUN}",
        mean.numbered,
        example="the twenty third: 2025-10-23",
        near_miss="the fourth time",
    ),
    Rule(
        "ordinal",
        rf"(?:the |(?!first\b))(?P<day>{SPELLED}){NO_NOUN}|the (?P<day_>\d{{1,2}}){NO_NOUN}",
        mean.numbered,
        example="by the first: 2025-10-01",
        near_miss="on the first page",
        shy=True,
    ),
    Rule(
        "ordinal",
        rf"(?P<weekday>{WEEKDAY}) (?!first)(?:the )?(?P<day>{NTH}|1[3-9]|2\d|3[01]){NO_NOUN}(?!:)"
        rf"|(?P<weekday_>mon|tue|wed|thu|fri|sat|sun)\.? (?:the )?(?P<day_>{DIGITS}){NO_NOUN}",
        mean.numbered_weekday,
        example="Mon 29th: 2025-09-29",
        near_miss="Saturday first",
    ),
    # Who counts days by plain numbers at home does so here: "Friday the twelve", "on the twelve".
    Rule(
        "ordinal",
        rf"(?P<weekday>{WEEKDAY})[\s,]{{1,2}}"
        r"(?!the one (?:from|that|which|who|with|about|at|in|for|before|after|i|you|we|he|she"
        r"|they)\b)"
        rf"(?:the (?P<day>{CARDINAL})|(?P<day_>{COMPOUND})){NO_NOUN}",
        mean.numbered_weekday_or_weekday,
        example="Friday the three: 2025-10-03",
        near_miss="Friday the three of us",
    ),
    Rule(
        "ordinal",
        rf"(?<=\bon\s)the (?P<day>{CARDINAL}){NO_NOUN}|the (?P<day_>{COMPOUND}){NO_NOUN}",
        mean.numbered,
        example="by the twenty-eight: 2025-09-28",
        near_miss="on the three pages",
        shy=True,
    ),
    Rule(
        "ordinal",
        rf"(?:the )?(?P<day>{NTH}) (?:day )?of (?:this|the) month"
        r"|(?P<day_>\d{1,2}) of this month",
        mean.numbered,
        example="the thirtieth day of the month: 2025-09-30",
        near_miss="the third day of the course",
    ),
    Rule(
        "ordinal",
        rf"(?:the )?(?P<day>{NTH}|\d{{1,2}}) (?:of (?:this |the )?(?P<month>{MONTH})"
        rf"|(?P<month_>{SURE_MONTH}))(?: (?:in )?(?P<year>{YEAR}))?",
        mean.dated,
        example="third of October: 2025-10-03",
        near_miss="the third may be harder",
    ),
    Rule(
        "ordinal",
        rf"(?P<month>{MONTH})[\s.,/-]{{1,2}}(?:the )?(?P<day>{NTH}|\d{{1,2}}{NO_NOUN}(?!:))"
        rf"(?: (?:in )?(?P<year>{YEAR}))?",
        mean.dated,
        example="Oct. 3: 2025-10-03",
        near_miss="we may 3 times",
    ),
    Rule(
        "ordinal",
        rf"(?!may|march)(?P<month>{FULL_MONTH}) (?P<day>{CARDINAL}){NO_NOUN}",
        mean.dated,
        example="October twenty six: 2025-10-26",
        near_miss="October ten years ago",
    ),
    Rule(
        "window",
        rf"(?P<month>{MONTH}) \d{{1,2}}\s?(?:-|to|through)\s?(?P<day>\d{{1,2}})",
        mean.dated,
        example="November 19 to 20: 2025-11-20",
        near_miss="November 19",
        numeric=True,
    ),
    Rule(
        "ordinal",
        rf"(?<!\d-)(?P<year>{YEAR})[-/](?P<month>0?[1-9]|1[0-2]|{MONTH})[-/]"
        r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
        r"(?:t[\d:.]{5,12}z?)?"
        rf"|(?P<day_>\d{{1,2}})\.(?P<month_>\d{{1,2}})\.(?P<year_>{YEAR})",
        mean.dated,
        example="3.10.2025: 2025-10-03",
        near_miss="2.30",
        numeric=True,
    ),
    Rule(
        "ordinal",
        r"(?!24/7)(?P<one>1[3-9]|2\d|3[01])/(?P<two>0?[1-9]|1[0-2])"
        r"|(?P<one_>0?[1-9]|1[0-2])/(?P<two_>1[3-9]|2\d|3[01])",
        mean.slashed,
        example="10/22: 2025-10-22",
        near_miss="50/50",
        numeric=True,
    ),
    Rule(
        "ordinal",
        r"on (?:(?P<one>1[3-9]|2\d|3[01])\.(?P<two>0?[1-9]|1[0-2])"
        r"|(?P<one_>0?[1-9]|1[0-2])\.(?P<two_>1[3-9]|2\d|3[01]))(?![.\d])",
        mean.slashed,
        example="on 22.10: 2025-10-22",
        near_miss="by 4.30",
        numeric=True,
    ),
    Rule(
        "ordinal",
        rf"(?P<weekday>{WEEKDAY}) (?P<one>\d{{1,2}})[/-](?P<two>\d{{1,2}})(?![-/\d])",
        mean.slashed_weekday,
        example="Tuesday 7-10: 2025-10-07",
        near_miss="Tuesday 7-10-15",
        numeric=True,
    ),
    Rule(
        "ordinal",
        r"(?!24/7)(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>20\d\d))?",
        mean.slashed,
        example="on 10/10: 2025-10-10",
        near_miss="24/7",
        shy=True,
        double=True,
        numeric=True,
    ),
    Rule(
        "day",
        rf"(?P<holiday>{HOLIDAY})",
        mean.holiday,
        example="Christmas Eve: 2025-12-24",
        near_miss="a new yearly plan",
        shy=True,
    ),
)
