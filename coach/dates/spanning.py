"""Rules for so many days from now, and for weeks, months and longer."""

from __future__ import annotations

from coach.dates import days as d
from coach.dates import meanings as mean
from coach.dates.days import UNKNOWN, only
from coach.dates.rule import Rule
from coach.dates.words import ANCHOR, COUNT, FULL_MONTH, MONTH, NEXT, NTH, THIS, UNIT, WEEKDAY, YEAR

SPANNING: tuple[Rule, ...] = (
    # so many days, weeks, months
    Rule(
        "relative",
        "(?:(?:with)?in|inside) (?:a |the )?(?:next )?(?!(?:a|one|1) day)"
        rf"(?P<count>{COUNT}) {UNIT}(?:'s?)?(?: time| from now| from today)?(?! (?:of|or))"
        rf"|(?P<count_>{COUNT}) (?P<unit_>day|week|fortnight|month|year)s?(?:'s?)? time",
        mean.counted,
        example="in two weeks' time: 2025-10-09",
        near_miss="in a week or two",
    ),
    Rule(
        "relative",
        rf"(?:^|(?<=[.?!]\s))(?P<count>{COUNT}) (?P<unit>day|week|fortnight|month)s?"
        r"(?=\s{0,2}(?:$|[.?!]))",
        mean.counted,
        example="a fortnight: 2025-10-09",
        near_miss="for a fortnight",
        shy=True,
    ),
    Rule(
        "relative",
        # "Three weeks, the 13th" tells one day twice; "three weeks Thursday" counts from Thursday.
        rf"(?:(?P<weekday>{WEEKDAY}) )?(?P<count>{COUNT}) {UNIT}"
        r"(?: (?:from|after|on|come|(?:starting|beginning)(?: from| on)?) (?:the )?"
        rf"|\s(?={WEEKDAY}|today|tomorrow)){ANCHOR}",
        mean.counted,
        example="a week on Tuesday: 2025-10-07",
        near_miss="two weeks ago",
    ),
    Rule(
        "day",
        rf"(?P<weekday>{WEEKDAY}) in (?P<count>{COUNT}) (?P<unit>week|fortnight)s?"
        r"(?:'s?)?(?: time)?"
        rf"|in (?P<count_>{COUNT}) (?P<unit_>week|fortnight)s?(?:'s?)?(?: time)? on (?:the )?"
        rf"(?P<weekday_>{WEEKDAY})(?! (?:the )?{NTH})",
        mean.counted,
        example="Monday in two weeks: 2025-10-06",
        near_miss="Monday in two minutes",
    ),
    Rule(
        "relative",
        rf"(?:the |this |that )?same time (?:{NEXT} )?(?P<unit>week|fortnight)"
        rf"|this time (?:{NEXT} )?(?P<unit_>week|fortnight|month|year)"
        "|same day next (?P<unit__>week)",
        lambda m, on: mean.counted({**m, "count": "one"}, on),
        example="this time next week: 2025-10-02",
        near_miss="this time next to me",
    ),
    Rule(
        "relative",
        "(?P<anchor>today|this day|tomorrow) (?P<unit>week|fortnight)"
        "|(?:the )?next (?P<unit_>fortnight)",
        lambda m, on: mean.counted({**m, "count": "one"}, on),
        example="today week: 2025-10-02",
        near_miss="today weekly",
    ),
    Rule(
        "relative",
        # As "heute in acht Tagen", "en huit jours" and "de hoy en ocho" count.
        rf"(?P<anchor>today|tomorrow|{WEEKDAY}) in (?P<count>eight|fifteen|8|15)"
        r"(?: days|(?=\s{0,2}(?:$|[.,;!?]|(?:and|so|then|i|we|you|it)\b)))",
        mean.in_eight_days,
        example="today in eight: 2025-10-02",
        near_miss="today in eight minutes",
    ),
    Rule(
        "relative",
        "(?:with)?in (?:the next )?(?P<hours>24|48|72) hours(?! of)",
        lambda m, on: only(d.after(on.today, int(m["hours"]) // 24)),
        example="within 48 hours: 2025-09-27",
        near_miss="48 hours",
    ),
    Rule(
        "relative",
        rf"(?:give me|gimme) (?:another )?(?P<count>{COUNT}) (?P<unit>day|week|fortnight|month)s?",
        mean.counted,
        example="give me two weeks: 2025-10-09",
        near_miss="give me two examples",
    ),
    Rule(
        "relative",
        rf"(?:the )?{NEXT} (?P<count>{COUNT}) {UNIT}",
        mean.counted,
        example="over the next three months: 2025-12-25",
        near_miss="the next two questions",
    ),
    Rule(
        "relative",
        rf"(?:(?:with)?in )?(?:the )?(?:next )?(?P<count>{COUNT}) (?:business|working) days",
        mean.working_days,
        example="within three working days: 2025-09-30",
        near_miss="three working mothers",
    ),
    # weeks, weekends, months, quarters, years
    Rule(
        "window",
        f"(?:(?:later|late|some ?time|(?:the )?(?:whole|rest) of) )?{THIS} (?:working )?week"
        "|(?:the )?rest of the week",
        lambda m, on: d.week(on.today),
        example="later this week: 2025-09-26",
        near_miss="this weekly call",
    ),
    Rule(
        "day",
        rf"before (?:(?:the|this) (?P<unit>week|month|year)|(?P<month>{MONTH}))"
        "(?: runs out|(?:'s| is) (?:out|over|done|through)| ends)",
        mean.end_of,
        example="before the week runs out: 2025-09-26",
        near_miss="before the month's report",
    ),
    Rule(
        "window",
        f"(?:some ?time |(?:the )?whole of )?(?:the )?{NEXT} week",
        lambda m, on: d.week(on.today, 1),
        example="next week: 2025-10-03",
        near_miss="next weekend",
    ),
    Rule(
        "window",
        "(?:the )?week after next|next (?:to )?next week|the week after next week",
        lambda m, on: d.week(on.today, 2),
        example="the week after next: 2025-10-10",
        near_miss="the week after",
    ),
    Rule(
        "window",
        rf"(?:the )?(?:w/c|week (?:of|beginning|commencing|starting)(?: on)?)(?: the)? {ANCHOR}",
        lambda m, on: d.week(day) if (day := on.day(m["anchor"])) else UNKNOWN,
        example="the week of the 15th: 2025-10-17",
        near_miss="the week of the talk",
    ),
    Rule(
        "window",
        f"(?:{THIS}|this coming|coming) weekend|(?:the )?weekend coming",
        lambda m, on: mean.weekend(on.today, 0),
        example="this weekend: 2025-09-28",
        near_miss="the weekend shift",
    ),
    Rule(
        "window",
        "(?:the )?weekend",
        lambda m, on: mean.weekend(on.today, 0),
        example="at the weekend: 2025-09-28",
        near_miss="weekends",
        shy=True,
    ),
    Rule(
        "window",
        rf"(?:the )?weekend of (?:the )?{ANCHOR}",
        lambda m, on: mean.weekend(day, 0) if (day := on.day(m["anchor"])) else UNKNOWN,
        example="the weekend of the 4th: 2025-10-05",
        near_miss="the weekend of the wedding",
    ),
    Rule(
        "window",
        "next weekend",
        lambda m, on: mean.weekend(on.today, 1),
        example="next weekend: 2025-10-05",
        near_miss="next week",
    ),
    Rule(
        "window",
        "(?:the )?weekend after next",
        lambda m, on: mean.weekend(on.today, 2),
        example="the weekend after next: 2025-10-12",
        near_miss="the weekend after",
    ),
    Rule(
        "day",
        "(?:before|ahead of) (?:the|this) weekend",
        lambda m, on: only(d.friday_of(d.week(on.today))),
        example="before the weekend: 2025-09-26",
        near_miss="over the weekend",
    ),
    Rule(
        "day",
        f"(?:the )?(?:very end|end|last day) of (?:the )?(?:(?P<next>{NEXT}) |{THIS} )?"
        r"(?:working )?(?P<unit>week|month|quarter|year)"
        r"|(?P<unit_>week|month|quarter|year)(?:'s)?[\s-]end|eo(?P<unit__>[wmqy])",
        mean.end_of,
        example="by month end: 2025-09-30",
        near_miss="the end of the road",
    ),
    Rule(
        "day",
        rf"(?:the )?end of (?P<month>{MONTH})(?: (?P<year>{YEAR}))?|end (?P<month__>{FULL_MONTH})"
        "|(?:the )?last week of "
        rf"(?:(?P<month_>{MONTH})|(?P<next>next month)|(?:the|this) month)",
        lambda m, on: only(max(mean.month(m, on), default=None)),
        example="the end of October: 2025-10-31",
        near_miss="the end of it",
    ),
    Rule(
        "window",
        f"(?P<next>(?:the )?{NEXT} month)|(?:later |(?:the )?rest of )?{THIS} month"
        "|(?:the )?rest of the month",
        mean.month,
        example="next month: 2025-10-31",
        near_miss="monthly",
    ),
    Rule(
        "window",
        rf"(?:the )?(?:whole|all|rest) of (?P<month>{MONTH})|(?:in|during|until|till|before|by|for"
        rf"|through|throughout|{THIS}|next|{NEXT}) (?P<month_>{FULL_MONTH}|{MONTH}(?=\s{{0,2}}(?:$"
        rf"|[.,;!?]|20\d\d)))(?: (?P<year>{YEAR}))?",
        mean.month,
        example="in January: 2026-01-31",
        near_miss="in marching order",
    ),
    Rule(
        "window",
        rf"(?P<month>{MONTH})[\s,./-]{{1,3}}(?P<year>{YEAR})"
        rf"|(?P<year_>{YEAR})[-/](?P<month_>0?[1-9]|1[0-2])(?![-/\d])",
        mean.month,
        example="November 2025: 2025-11-30",
        near_miss="2025",
    ),
    Rule(
        "window",
        rf"from {MONTH} (?:to|until|till|through) (?P<month>{MONTH})"
        rf"|between {MONTH} and (?P<month_>{MONTH})",
        mean.month,
        example="from November to January: 2026-01-31",
        near_miss="from june and mark",
    ),
    Rule(
        "window",
        r"(?:calendar )?week (?P<week>0?[1-9]|[1-4]\d|5[0-2])(?! of)",
        mean.numbered_week,
        example="in week 42: 2025-10-17",
        near_miss="week by week",
        shy=True,
    ),
    Rule(
        "window",
        f"(?:the )?(?:(?P<next>{NEXT})|{THIS}) quarter",
        lambda m, on: mean.quarter(on.today, 1 if m.get("next") else 0),
        example="next quarter: 2025-12-31",
        near_miss="a quarter",
    ),
    Rule(
        "window",
        r"q(?P<nth>[1-4])(?: (?:of )?(?P<year>20\d\d))?",
        mean.numbered_quarter,
        example="in Q4: 2025-12-31",
        near_miss="queue 4",
        numeric=True,
    ),
    Rule(
        "window",
        r"(?:the )?(?P<nth>first|second|third|fourth) quarter of "
        r"(?:(?:the|this) year|(?P<year>20\d\d))",
        mean.numbered_quarter,
        example="the fourth quarter of the year: 2025-12-31",
        near_miss="the first quarter of an hour",
    ),
    Rule(
        "day",
        r"(?:the )?end of (?:the )?(?:q(?P<nth>[1-4])|(?P<nth_>first|second|third|fourth) quarter)"
        r"(?: (?:of )?(?P<year>20\d\d))?",
        lambda m, on: only(max(mean.numbered_quarter(m, on), default=None)),
        example="the end of Q3: 2025-09-30",
        near_miss="the end of queue 3",
    ),
    Rule(
        "window",
        f"(?:the )?(?:(?P<next>{NEXT})|(?:later )?{THIS}) year",
        lambda m, on: mean.year(on.today, 1 if m.get("next") else 0),
        example="later this year: 2025-12-31",
        near_miss="a year",
    ),
)
