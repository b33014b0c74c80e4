"""Rules for so many days from now, and for weeks, months and longer."""

from __future__ import annotations

from coach.dates import days as d
from coach.dates import meanings as mean
from coach.dates.days import UNKNOWN, only
from coach.dates.rule import Rule
from coach.dates.words import ANCHOR, COUNT, FULL_MONTH, MONTH, NEXT, THIS, UNIT, WEEKDAY, YEAR

SPANNING: tuple[Rule, ...] = (
    # so many days, weeks, months
    Rule(
        "relative",
        rf"(?:with)?in (?:a |the )?(?:next )?(?!(?:a|one|1) day)(?P<count>{COUNT}) {UNIT}(?:'s?)?"
        "(?: time| from now| from today)?(?! of)",
        mean.counted,
        example="in two weeks' time: 2025-10-09",
        near_miss="in two minutes",
    ),
    Rule(
        "relative",
        rf"(?:(?P<weekday>{WEEKDAY}) )?(?P<count>{COUNT}) {UNIT} "
        rf"(?:(?:from|after|on|starting|come) (?:the )?)?{ANCHOR}",
        mean.counted,
        example="a week on Tuesday: 2025-10-07",
        near_miss="two weeks ago",
    ),
    Rule(
        "relative",
        "(?P<anchor>today|this day|tomorrow) (?P<unit>week|fortnight)",
        lambda m, on: mean.counted({**m, "count": "one"}, on),
        example="today week: 2025-10-02",
        near_miss="today weekly",
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
        "before the (?P<unit>week|month|year) (?:runs out|is out|is over|ends)",
        mean.end_of,
        example="before the week runs out: 2025-09-26",
        near_miss="before the weeks run out",
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
        f"(?:{THIS}|this coming|coming) weekend",
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
        "next weekend",
        lambda m, on: mean.weekend(on.today, 1),
        example="next weekend: 2025-10-05",
        near_miss="next week",
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
        rf"(?:the )?end of (?P<month>{MONTH})(?: (?P<year>{YEAR}))?|(?:the )?last week of "
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
        f"(?:the )?(?:(?P<next>{NEXT})|(?:later )?{THIS}) year",
        lambda m, on: mean.year(on.today, 1 if m.get("next") else 0),
        example="later this year: 2025-12-31",
        near_miss="a year",
    ),
)
