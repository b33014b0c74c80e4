# ruff: noqa: E501  a call is one row of a table
"""The next call: invented endings, half of them tricky. N is the mentor, S the mentee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from dialogue import dialogue

from coach.after.checking import Check
from coach.cues import Cue, plain
from coach.dates import follow, resolve
from coach.reading import Call
from coach.reading.days import arranging
from coach.reading.meeting import find_next_meeting
from coach.records.claims import Quote

HELD_ON = date(2025, 9, 25)  # a Thursday


def call(text: str) -> Call:
    spelled = text.replace("\nN: ", "\nMentor: ").replace("\nS: ", "\nMentee: ")
    return replace(dialogue(spelled), held_on=HELD_ON)


BODY = """
N: So tell me about the kiln.
S: It's warm. It's too warm, to be honest. I had it at a thousand by noon.
N: And what did you learn?
S: That I rush the cooling. I'll write that up by Tuesday.
N: Good. What would help?
S: A timer. I'll buy one tomorrow.
"""

PARTED = """
N: Right. Mind yourself.
S: You too. Bye.
"""

AGREED = [
    ("proposal and echo", "N: So next is the ninth of October, same time?\nS: Ninth of October. Perfect.", date(2025, 10, 9)),
    ("counted weeks", "N: Two weeks today?\nS: Yes, that works, two weeks today.", date(2025, 10, 9)),
    ("turned down, then another", "N: When are we next? The ninth?\nS: The ninth I'm away, we've the regatta. Can we do the sixteenth?\nN: The sixteenth is fine. Sixteenth of October.", date(2025, 10, 16)),
    ("a problem with the usual day", "S: I've got a problem with the 9th, it's half-term.\nN: Okay. What about the 14th, the Tuesday?\nS: 14th of October, Tuesday. Yes.", date(2025, 10, 14)),
    ("corrected", "N: Shall we say the second of October?\nS: That's a week. You mean the ninth.\nN: The ninth, sorry, yes. Ninth of October then.\nS: Grand.", date(2025, 10, 9)),
    ("weekday", "N: Same time next Thursday?\nS: Yep, see you next Thursday.", date(2025, 10, 2)),
    ("said in parting", "S: Thanks Nora.\nN: Talk to you on the seventh of October then.\nS: On the seventh. Bye.", date(2025, 10, 7)),
    ("which day it is, asked for", "N: When do we talk? In two weeks I'm in Lisbon, so in four.\nS: Which day is that?\nN: Four weeks, the twenty-three. Thursday also.\nS: The twenty-three, same hour.", date(2025, 10, 23)),
    ("the weekday beside a day that fell, with its number", "N: So, us. Two weeks is the eighth of October, and on the eighth we'll be flat.\nS: The Thursday?\nN: Thursday the ninth. At two?\nS: Could it be ten?\nN: Ten.", date(2025, 10, 9)),
    ("the day after one that is taken up", "N: So three weeks'd be the sixteenth, and I'm in Oslo for the fair. Could you do the day after? The Friday?\nS: Seventeenth. Ten?\nN: Ten.", date(2025, 10, 17)),
    ("in, that is at hand", "N: Next is the ninth of October?\nS: The ninth I'm in. Ten?\nN: Ten. Good.", date(2025, 10, 9)),
    ("lower case, no full stops", "N: right so when do we meet again is it the ninth of october\nS: ninth of october yeah same time\nN: lovely bye now", date(2025, 10, 9)),
    ("in the calendar", "S: I've put us in the calendar for Monday the 13th of October.\nN: Thirteenth, Monday. Good, I've got the invite.", date(2025, 10, 13)),
    ("tasks around it", "N: So you'll send me the log by Monday and ring the council on Tuesday.\nS: Yes. Log Monday, council Tuesday.\nN: And our next call is the 23rd of October.\nS: 23rd. Okay.", date(2025, 10, 23)),
    ("an hour together before it", "S: Could we fire the kiln together?\nN: Friday the third, four o'clock, my shed?\nS: Friday the third, four o'clock. I'm in.\nN: Bring gloves.\nS: I will, thick ones.\nN: And the dog is well?\nS: Fat and well. He sleeps in the barrow.\nN: Good for him. He has earned it.\nS: He has, the old devil.\nN: And the next call is the sixteenth of October, seven o'clock.\nS: Seven, yes.", date(2025, 10, 16)),
    ("a day and an hour, no more", "N: Well. The 23rd of October, half six?\nS: The 23rd, grand.", date(2025, 10, 23)),
    ("weeks that name the same day", "N: And the next is, three weeks, the sixteenth?\nS: October sixteenth.", date(2025, 10, 16)),
]  # fmt: skip

AGREED_LATE = [
    ("still on", "S: Are we still on for the sixteenth?\nN: We are, aye. Same as always.", date(2025, 10, 16)),
    ("away one day, offering another", "N: Now, diaries. I'm away the ninth, so would the sixteenth do you?\nS: It would.", date(2025, 10, 16)),
    ("weeks, and the number alone", "S: So, three weeks?\nN: Three weeks. Sixteenth.\nS: Cool.", date(2025, 10, 16)),
    ("the week after a day that fell", "N: Will we say the ninth?\nS: Ah, no, the ninth is the vet. The week after?\nN: The sixteenth so. Seven.\nS: Seven's grand.", date(2025, 10, 16)),
    ("a counter-offer that is taken", "N: When are we? Four weeks is the twenty-third.\nS: That's Diwali week.\nN: The week after, the thirtieth? Same time.\nS: Thirtieth's good.", date(2025, 10, 30)),
    ("a number goes on from a month just told", "N: Second Thursday in December, that's the eleventh.\nS: The eleventh's our fair, I'll be no good. Let's do the eighteenth. Same time.\nN: Eighteenth, at ten. All right.", date(2025, 12, 18)),
    ("the usual, moved", "S: Can we push ours back a week? I've exams on the ninth.\nN: Sure. The sixteenth then.\nS: Thanks.", date(2025, 10, 16)),
    ("nothing but the day, whole weeks on", "S: So the ninth?\nN: The ninth.\nS: Sound.", date(2025, 10, 9)),
    ("not before", "N: I'll not see you now till the sixteenth.\nS: No, with the holidays and that. The sixteenth.", date(2025, 10, 16)),
    ("an invitation", "N: I'll send you an invite for the sixteenth.\nS: Please. Five o'clock?\nN: Five.", date(2025, 10, 16)),
    ("no verb between", "S: When we talking again? Second Thursday's the ninth.\nN: The ninth is good. Ten again?", date(2025, 10, 9)),
    ("then tasks are read back", "N: So, four weeks. Twenty-third of October.\nS: Same time?\nN: Same time.\nS: Right, so I've got the shelf tonight. The glaze Saturday, and your tub. Bowls on Tuesday.", date(2025, 10, 23)),
]  # fmt: skip

BARGAINED = [
    ("the last that stands, after two that fell", "N: When are we? Four weeks is the twenty-third.\nS: The twenty-third I've my niece's communion.\nN: Friday? The twenty-fourth?\nS: Friday you glaze for the fair.\nN: True. What of the day between?\nS: Wednesday the twenty-second. Half past five, like now.\nN: Half past five.", date(2025, 10, 22)),
    ("a long way round", "N: So when? Two weeks, that's the ninth.\nS: The ninth, hm. The ferry folk come that week.\nN: Do they stay long?\nS: Till they've eaten everything.\nN: After them, then. Saturday?\nS: Saturday I've the market. Tuesday the fourteenth?\nN: The fourteenth is my choir, I have to sing. I can do the day before.\nS: Monday? Monday is small. I can do that.\nN: My sister rings at six. Make it seven.\nS: Seven. So, Monday the thirteenth.\nN: The thirteenth.", date(2025, 10, 13)),
    ("so many weeks and no more", "N: Three weeks again, same time?\nS: Three weeks again, aye.", date(2025, 10, 16)),
    ("a weekday of the week on the table", "N: Two weeks is the ninth.\nS: The ninth I'm at the fair. Tuesday?\nN: Tuesday is good. Ten.\nS: Ten.", date(2025, 10, 7)),
    ("a weekday of a week that was named", "N: When are we? The week after next?\nS: Yes, I'm around. Wednesday?\nN: Wednesday, at nine.\nS: Nine.", date(2025, 10, 8)),
    ("no article", "N: Our usual slot is falling on, what is it, three weeks, sixteenth.\nS: Sixteenth is fine.", date(2025, 10, 16)),
]  # fmt: skip

NOT_AGREED = [
    ("a wedding told in parting", "N: My daughter's wedding is on the eighteenth, did I say?\nS: You did! How lovely."),
    ("somebody must look first", "N: When do we speak again?\nS: Can I come back to you? I don't get my rota till the sixth.\nN: Of course, just send me a message."),
    ("no diary at hand", "N: I'd say the ninth but I haven't got my diary on me.\nS: Let's leave it for now.\nN: I'll drop you a line."),
    ("tasks read back, day by day", "S: So the shelf Saturday.\nN: Saturday. And the bowls?\nS: Tuesday.\nN: Tuesday, good."),
    ("nothing said", "N: Well, that was good.\nS: It was. Bye, Nora."),
    ("only tasks have days", "N: So you'll ring the council on Tuesday?\nS: On Tuesday, yes. And the log by the ninth of October."),
    ("they end", "N: So that was our last session. No next one in the diary.\nS: It feels odd.\nN: It does."),
    ("left open", "N: When do we talk again? The ninth?\nS: I can't say yet, I'm travelling.\nN: Then we'll leave it open, I'll text you some dates."),
    ("both days refused", "N: Can you do the ninth?\nS: No, the ninth I'm in court.\nN: The tenth?\nS: The tenth doesn't work either. I'll email you."),
    ("somebody else's meeting", "S: The committee meets on the ninth of October, I'm told.\nN: Poor them."),
    ("a next chapter", "S: The next chapter is due on the ninth of October, the publisher wants it.\nN: You'll manage."),
    ("it fell, and no other was named", "N: So two weeks again, the ninth?\nS: That's the bank holiday, we're at my mother's.\nN: Oh, of course.\nS: Let's see how the month goes."),
    ("either of two", "N: When's our next? I could do the seventh or the eighth of October.\nS: One of them I'm at the hospital, they keep changing it.\nN: You tell me."),
    ("the day of something else", "N: We'll speak again soon. And the forms?\nS: Friday the third.\nN: Good."),
    ("when they do it", "N: We'll speak again soon. And you ring the council when?\nS: Monday the sixth, at nine.\nN: Good."),
    ("a weekday of no week", "N: Shall we talk again in a couple of weeks?\nS: Thursday's my free day.\nN: Thursday, then."),
    ("a birthday", "S: It's my birthday on the second of October.\nN: Well, happy birthday for then."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"), [row[1:] for row in AGREED], ids=[row[0] for row in AGREED]
)
def test_the_day_both_agreed_on_is_found_in_words_that_resolve_to_it(text: str, day: date) -> None:
    claim = find_next_meeting(call(BODY + text))
    assert claim is not None
    assert resolve(claim.phrase, today=HELD_ON) == day
    assert any(claim.phrase in quote.words for quote in claim.quotes)


@pytest.mark.parametrize(
    ("text", "day"),
    [row[1:] for row in (*AGREED_LATE, *BARGAINED)],
    ids=[row[0] for row in (*AGREED_LATE, *BARGAINED)],
)
def test_the_day_settled_in_parting_is_the_day_of_the_recap(text: str, day: date) -> None:
    heard = call(BODY * 6 + text + PARTED)
    claim = find_next_meeting(heard)
    assert Check(heard, "01", frozenset()).meeting(claim).date == day


def test_a_day_that_is_counted_from_words_nobody_said_is_none() -> None:
    heard = call(BODY * 6 + AGREED_LATE[4][1])
    claim = find_next_meeting(heard)
    assert claim and claim.counted_from
    unsaid = claim.model_copy(update={"counted_from": Quote(turn=0, words="the twenty-third")})
    assert Check(heard, "01", frozenset()).meeting(unsaid).date is None


@pytest.mark.parametrize("text", [row[1] for row in NOT_AGREED], ids=[row[0] for row in NOT_AGREED])
def test_without_an_agreement_there_is_no_next_call(text: str) -> None:
    assert find_next_meeting(call(BODY + text)) is None


def test_what_the_next_call_is_for_is_given_in_their_words() -> None:
    claim = find_next_meeting(
        call(
            BODY
            + """
N: So next is the ninth of October, same time?
S: Ninth of October. Fine.
N: And let's start with how the glaze came out.
S: Good.
"""
        )
    )
    assert claim is not None
    assert claim.goal == "let's start with how the glaze came out."


@pytest.mark.parametrize(
    ("asked", "answer", "goal"),
    [
        (
            "And what do you want to look at?",
            "Hm. The kiln log, all of it.",
            "The kiln log, all of it.",
        ),
        ("What will it be about?", "Only the glaze, please.", "Only the glaze, please."),
    ],
)
def test_what_is_asked_of_the_next_call_is_answered_with_what_it_is_for(
    asked: str, answer: str, goal: str
) -> None:
    dated = "N: So next is the ninth of October?\nS: Ninth of October."
    claim = find_next_meeting(call(f"{BODY}{dated}\nN: {asked}\nS: {answer}"))
    assert claim is not None
    assert claim.goal == goal


@pytest.mark.parametrize(
    "said",
    [
        "S: Bye now.",
        "N: What do you think?\nS: I'll count the pots first.",
        "N: What do you take with you?\nS: The glaze and the kiln.",
        "N: Was it useful, and what should I do other?\nS: It was useful.",
        "N: We'll see.\nS: We will.",
    ],
)
def test_a_next_call_without_a_purpose_has_no_goal(said: str) -> None:
    dated = "N: So next is the ninth of October?\nS: Ninth of October."
    claim = find_next_meeting(call(f"{BODY}{dated}\n{said}"))
    assert claim is not None
    assert claim.goal is None


def test_every_quote_stands_in_the_turn_it_names() -> None:
    for _, text, _ in AGREED:
        heard = call(BODY + text)
        claim = find_next_meeting(heard)
        assert claim is not None
        for quote in claim.quotes:
            assert quote.words in heard.transcript.turns[quote.turn].text


def test_the_words_of_the_day_are_whole() -> None:
    told = "S: so when are we on again\nN: two weeks from today'd be october ninth same time"
    claim = find_next_meeting(call(f"{BODY}{told}\nS: ninth works"))
    assert claim is not None
    assert claim.phrase == "october ninth"


def test_a_number_goes_with_the_day_told_before_it_and_with_its_weekday() -> None:
    told, today = date(2026, 3, 11), date(2026, 2, 11)
    assert follow("Thursday the twelfth", told, today=today) == date(2026, 3, 12)
    assert follow("Friday the thirteenth of February", told, today=today) is None


CUES: tuple[Cue, ...] = (
    *arranging.ABOUT_MEETING,
    *arranging.AGREES,
    *arranging.TURNED_DOWN,
    *arranging.NO_NEXT,
    *arranging.GOALS,
)


@pytest.mark.parametrize("cue", CUES, ids=[cue.name for cue in CUES])
def test_a_cue_fits_its_example_and_not_its_near_miss(cue: Cue) -> None:
    assert cue.search(plain(cue.fits)), cue.fits
    assert not cue.search(plain(cue.but_not)), cue.but_not
