"""Spoken dates: the grammar's own table, conventions, dialects, false friends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from coach.dates import RULES, Rule, due_of, find, resolve
from coach.dates.words import fold
from evals.dates import score

THURSDAY = date(2025, 9, 25)
NEXT_CALL = date(2025, 10, 16)
SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def day(phrase: str, today: date = THURSDAY) -> str | None:
    due = resolve(phrase, today=today, next_meeting=NEXT_CALL)
    return due.isoformat() if due else None


def due(sentence: str) -> str | None:
    said = due_of(sentence, today=THURSDAY, next_meeting=NEXT_CALL)
    return said.due.isoformat() if said and said.due else None


# ── the table ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_reads_its_example_and_leaves_its_near_miss(rule: Rule) -> None:
    words, _, means = rule.example.rpartition(": ")
    assert rule.pattern.search(fold(words))
    assert not rule.pattern.search(fold(rule.near_miss))
    assert day(words) == (None if means == "no day" else means)


# ── conventions and dialects ────────────────────────────────────────────────────────────────────

SPOKEN = """
by Friday                          2025-09-26
until Friday                       2025-09-26
this Friday                        2025-09-26
by next Friday                     2025-10-03
Thursday                           2025-10-02
by the end of the week             2025-09-26
by the end of next week            2025-10-03
before the weekend                 2025-09-26
this weekend                       2025-09-28
Saturday and Sunday                2025-09-28
next week, Monday to Friday        2025-10-03
Monday to Friday next week         2025-10-03
next week                          2025-10-03
the 27th to 31st                   2025-10-31
from Monday till our next one      2025-10-16
the whole of October               2025-10-31
in January                         2026-01-31
before October                     2025-09-30
by October                         -
End of the month                   2025-09-30
in two weeks                       2025-10-09
two weeks from tomorrow            2025-10-10
three weeks, the sixteenth         2025-10-16
give me two weeks                  2025-10-09
first thing tomorrow               2025-09-26
half seven on Sunday               2025-09-28
by the thirtieth                   2025-09-30
the twenty-third of October        2025-10-23
by the Tuesday. The seventh        2025-10-07
the day she's back. 15th           2025-10-15
Friday the 24th                    2025-10-24
Friday the 23rd                    -
by next Friday, the 4th            -
by October 3rd                     2025-10-03
on 13/10                           2025-10-13
on 3/10                            -
by 2025-10-04                      2025-10-04
before Christmas                   2025-12-25
by Easter                          2026-04-05
on Good Friday                     2026-04-03
tonight                            2025-09-25
straight after the call            2025-09-25
when we hang up                    2025-09-25
before our next call               2025-10-16
by the time we talk                2025-10-16
till we speak next                 2025-10-16
for next time                      2025-10-16
by close of play Friday            2025-09-26
Tuesday week                       2025-10-07
a week on Tuesday                  2025-10-07
a week Friday                      2025-10-03
in a fortnight                     2025-10-09
a fortnight on Friday              2025-10-10
today week                         2025-10-02
at half term                       -
day after                          2025-09-27
coming Monday                      2025-09-29
Monday itself                      2025-09-29
by tonight only                    2025-09-25
by month end                       2025-09-30
by EOW                             2025-09-26
next to next week                  2025-10-10
next tomorrow                      2025-09-27
by weekend                         2025-09-28
this night                         2025-09-25
small small                        -
this arvo                          2025-09-25
Sunday arvo                        2025-09-28
on Wednesday evening               2025-10-01
in fourteen days                   2025-10-09
next week Tuesday                  2025-09-30
until the thirty first             2025-10-31
in calendar week 42                2025-10-17
Thursday ish                       2025-10-02
in a couple of days                -
in a day                           -
within the week                    -
early next week                    -
soon                               -
by then                            -
on the Monday                      -
after Tuesday                      -
by half past nine                  -
at nine                            -
in a week or two                   -
in two or three weeks              -
before the month's out             2025-09-30
before October is out              2025-10-31
by the end of the day              2025-09-25
Saturday first                     2025-09-27
next Monday week                   2025-10-06
in two weeks on Monday             2025-10-06
this time next week                2025-10-02
two weeks' time                    2025-10-09
a day before our next call         2025-10-15
the Sunday before we speak         2025-10-12
as soon as we're off the phone     2025-09-25
next time                          2025-10-16
when I next see you                2025-10-16
by end October                     2025-10-31
by October sixteenth               2025-10-16
by Q4                              -
by the end of Q4                   2025-12-31
this day                           -
Thursday 25 September              2025-09-25
April 9th to 17th                  2026-04-17
"""


@pytest.mark.parametrize("line", SPOKEN.strip().splitlines(), ids=lambda line: line[:34].strip())
def test_a_spoken_deadline_has_its_day_or_none(line: str) -> None:
    phrase, means = line.rsplit(maxsplit=1)
    assert day(phrase.strip()) == (None if means == "-" else means)


def test_a_meeting_that_nobody_fixed_has_no_day_but_was_spoken() -> None:
    (said,) = find("I'll do it before our next call", today=THURSDAY)
    assert (said.phrase, said.due, said.kind) == ("before our next call", None, "meeting")


def test_transcripts_without_capitals_or_commas_are_read() -> None:
    told = find("it'll be with hr by the 30th that stands", today=THURSDAY)
    assert [(said.phrase, str(said.due)) for said in told] == [("by the 30th", "2025-09-30")]


# ── one deadline of a promise ───────────────────────────────────────────────────────────────────

PROMISES = """
I'll send it Thursday, no, Friday                                       2025-09-26
I'll have it by Tuesday, sorry, Wednesday                               2025-10-01
I'll ask him tomorrow and you get the login by Monday                   2025-09-29
I'll read it before Monday's meeting                                    2025-09-29
I'll write up Monday's meeting by Friday                                2025-09-26
I'll message her tonight and ask for a coffee tomorrow                  2025-09-25
No, tomorrow I'm on a study day. Tuesday                                2025-09-30
Wednesday is a holiday, so I'll do it Tuesday                           2025-09-30
I'll bring it on Wednesday. Wednesday next week, the first              2025-10-01
Friday. Friday the third                                                2025-10-03
Once I have it I'll reply within two days                               -
It's not on Friday but on Saturday                                      2025-09-27
Every day till we speak next                                            2025-10-16
I won't answer right away                                               -
I'll answer right away                                                  2025-09-25
I went there on Monday                                                  -
On Monday I sent it to her                                              -
We spoke last Friday                                                    -
"""


@pytest.mark.parametrize("line", PROMISES.strip().splitlines(), ids=lambda line: line[:40].strip())
def test_a_promise_has_the_deadline_that_its_speaker_means(line: str) -> None:
    sentence, means = line.rsplit(maxsplit=1)
    assert due(sentence.strip()) == (None if means == "-" else means)


FALSE_FRIENDS = (
    "I may send it.",
    "The third may be harder.",
    "March every two hours.",
    "Give me a second.",
    "The second half was good.",
    "It's the fourth time.",
    "On the first page.",
    "A fifth of the team.",
    "I'll be five minutes.",
    "I sat in the sun.",
    "On Fridays I run.",
    "Every Friday we meet.",
    "Last week was hard.",
    "The Monday team is quick.",
    "Monday's meeting was long.",
    "Two weeks ago she left.",
    "Not on Friday.",
    "It's 24/7 here.",
    "One on one, at nine.",
    "It's a Sunday.",
    "I have a smoko at ten.",
    "The April update went well.",
    "Friday gone was hard.",
    "It matters at the end of the day.",
    "The next time you ring.",
)


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_what_only_sounds_like_a_date_gives_nothing(sentence: str) -> None:
    assert find(sentence, today=THURSDAY, next_meeting=NEXT_CALL) == []


# ── what others wrote and dated ─────────────────────────────────────────────────────────────────


def test_scoring_counts_right_wrong_and_false_answers(tmp_path: Path) -> None:
    def row(text: str, *due: str, **marks: bool) -> str:
        spot = {"text": text, "start": 0, "end": len(text), "due": due}
        flags = {"due_core": False, "everyday": False, "negative": False} | marks
        ref = "2025-09-25T10:00:00"
        return json.dumps({"text": text, "ref": ref, "entities": [spot] if due else []} | flags)

    file = tmp_path / "dates.jsonl"
    rows = (
        row("see you tomorrow", "2025-09-26", everyday=True),
        row("next week", "2025-10-05", due_core=True),
        row("by Friday", "2025-01-01", due_core=True),
        row("you may not", negative=True),
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    figures = score(file)
    assert (figures["everyday"], figures["due_core"]) == (1.0, 0.0)
    assert (figures["due_core_by_convention"], figures["wrong_due_core"]) == (0.5, 1)
    assert figures["false_negative_rows"] == 0


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
def test_sentences_of_others_are_read_as_well_as_before() -> None:
    figures = score(SHARED / "data" / "dates_recognizers.jsonl")
    assert figures["due_core_by_convention"] >= 0.74
    assert figures["everyday"] >= 0.85
    assert figures["false_negative_rows"] <= 1


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
def test_due_phrases_of_the_calls_are_never_given_a_wrong_day() -> None:
    right = wrong = 0
    for file in sorted((SHARED / "calls").glob("*/*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        meeting = (gold["next_meeting"] or {}).get("date")
        for promise in gold["commitments"]:
            got = promise["due_phrase"] and resolve(
                promise["due_phrase"],
                today=date.fromisoformat(gold["date"][:10]),
                next_meeting=date.fromisoformat(meeting[:10]) if meeting else None,
            )
            if got:
                right += got.isoformat() == promise["due"]
                wrong += got.isoformat() != promise["due"]
    assert right >= 130
    assert wrong <= 1
