"""A day that is said again, refused, handed on or gone past, and what only sounds so.

Told on Tue 3 March 2026, each with the day of its one promise; "-" is none. What a pair of lines
shares is how the day is told; the trades and the words differ.
"""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader

CORRECTED = {
    "I'll send the drawings First thing Monday. Oh, Monday's the holiday. Tuesday.": "03-10",
    "I'll post the sample. You'll have it by Sunday. Oh, wait, that's the fair. Monday.": "03-09",
    "I'll drop the harness in. Friday. No, Friday's the mart. Saturday, early, before milking.": (
        "03-07"
    ),
    "I'll bring the ladder Wednesday. Sorry, no, Thursday. Oh, Thursday's the dentist. Friday.": (
        "03-06"
    ),
    "I'll ring the mill on Wednesday, the eleventh. Oh no, wait. That's Thursday. It's the "
    "twelfth. | Thursday the twelfth.": "03-12",
    "I'll lay the floor on Thursday. No, hang on, Thursday they pour. Friday.": "03-06",
    "I'll fire the kiln tomorrow. Oh, tomorrow's the inspector. Thursday.": "03-05",
    "I'll write the roster by Friday. Sorry, Friday's payroll. Saturday, noon, when it's quiet.": (
        "03-07"
    ),
    "I'll shear the ewes on Saturday. No wait. Saturday's the wedding. Sunday.": "03-08",
    "I'll scan the plates Monday. Monday's the strike. Actually, Tuesday.": "03-10",
}
STANDS = {
    "I'll tell the tenant this Thursday. And I'll say the sentence and stop. | And the roof? | "
    "I might do it. Say by the end of the month.": "03-05",
    "I'll post the form on Friday. Friday's quiet at the counter. Saturday we're away.": "03-06",
    "I'll bring the ladder on Wednesday. Thursday's the dentist. Friday's the fair.": "03-04",
    "I'll collect the slides. By Thursday. I'll call them tomorrow.": "03-05",
    "I'll ring the mill on Friday. Monday they're shut.": "03-06",
    "I'll fire the kiln tomorrow. Saturday, I'm in Fife.": "03-04",
    "I'll write the roster by Friday. Saturday, my mother comes.": "03-06",
    "I'll shear the ewes on Saturday. Saturday's dry.": "03-07",
    "I'll lay the floor on Thursday. Thursday's good. On Friday they pour.": "03-05",
    "I'll scan the plates Monday. Tuesday's the strike.": "03-09",
    "I'll drop the harness in on Friday. Saturday's the mart.": "03-06",
}
REFUSED = {
    "I'll ring the mill. I won't do it this week, we're off to Cornwall. I'm back Monday the "
    "sixteenth. I'll ring them that day.": "03-16",
    "I'll measure the hall. I won't do it tomorrow. I'll do it on Friday.": "03-06",
    "I'll weigh the calves. I won't do it today. I'll do it Thursday.": "03-05",
}
NOT_REFUSED = {
    "I won't ring the mill until Friday.": "03-06",
    "I'll measure the hall on Friday. I won't be late.": "03-06",
}
HANDED_ON = {
    "I'll write to the bank. They'll have it by Tuesday, I want it off my desk.": "03-10",
    "I'll write to the crew office. | Saying what? | The dates. They'll have it by Friday, I don't "
    "want it hanging over me.": "03-06",
    "I'll write the rota for Ines. She'll have it by Thursday.": "03-05",
    "I'll copy the score for the choir. They'll get it by Sunday, I've the train to do it on.": (
        "03-08"
    ),
    "I'll draw the bracket for the smith. And he'll have it by Monday.": "03-09",
}
NOT_HANDED_ON = {
    "I'll write to the bank. They closed on Tuesday.": "-",
    "I'll write the rota for Ines. She has Thursday off.": "-",
}
RATES = {
    "I'll write the appraisals. Three in a week. By end of March. All nine.": "03-31",
    "I'll mark the essays. Four in a week. So you're through. | You're through by | By end of "
    "March. All nine.": "03-31",
    "I'll visit the farms. Two per day. All of them by Friday.": "03-06",
}
NO_RATES = {
    "I'll send you one in a week.": "03-10",
    "I'll finish all three in a week.": "03-10",
    "I'll visit the farm in a week.": "03-10",
}
AT_THAT = {
    "I've got my catch-up with the dean on the seventeenth, I'll raise it then.": "03-17",
    "I've got the union on Thursday, I'll ask about the shift then.": "03-05",
    "She's got a clinic on Friday, I'll ask about the dose then.": "03-06",
    "I have got the vet on Monday, I'll mention the hoof then.": "03-09",
}
NOT_AT_THAT = {
    "I got the letter on Monday, I'll answer it then.": "-",
    "I got the dean on Friday, I'll thank the porter.": "-",
}
TODAY = {
    "I'll send you the sheet this afternoon. | The bank meets on Friday.": "03-03",
    "I'll print the label this evening. | And the market is on Saturday.": "03-03",
}
A_HOLIDAY = {
    "I'll finish the strips by Paddy's Day.": "03-17",
    "I'll sow the barley by the bank holiday Monday.": "-",
    "I'll sow the barley by Monday, the bank holiday.": "03-09",
}
WHEN_SOMETHING_IS = {
    "When's the regatta again? It's the twentieth through the twenty-second. | Good. | I'll pack "
    "the jars before the regatta.": "03-20",
    "I'll pack the jars before the regatta. | When's the regatta again? | It's the twentieth "
    "through the twenty-second. Friday to Sunday.": "03-20",
    "I'm off when the boat's in. | You're off when? | The twenty-second. | Right. And the pump? | "
    "Fixed. | And the mate? | Grand. | Good. | I'll oil the winch before I come off.": "03-22",
    "It's warm. | It's Lagos from the nineteenth, and I return on the thirtieth. | Okay. I'll "
    "plant the beans by the time you're back.": "03-30",
    "Hm. | From Sunday I'm in Vienna, and on Friday I'm in the office again. | I'll have the page "
    "on your desk when you're back.": "03-06",
    "Hm. | I'm off from the fourteenth, a week in the hills, back in on the Monday. The "
    "twenty-third. | I'll have the strips on your desk when you're back.": "03-23",
    "The students are back on the twenty-second. I'll scrub the freezer before they're in.": (
        "03-22"
    ),
    "When does the call close? | The sixteenth. | I'll submit the form one day before it closes.": (
        "03-15"
    ),
    "So the shed. | I'm home on the sixth. Paint it by the time I'm back. | By the time you're "
    "back. I'll paint the shed.": "03-06",
    "For Sunday twenty two I'll write the plan.": "03-22",
}
WHEN_NOTHING_IS = {
    "I'm in Vienna on Sunday. I'll have the page on your desk when you're back.": "-",
    "He's back on the sixth. I'll have the page on your desk when you're back.": "-",
    "The regatta's on the twentieth. I'll pack the jars before the wedding.": "-",
    "The shop is in the high street on the sixth. I'll scrub the freezer before they're in.": "-",
    "I'll send you the jars. | When's the regatta again? | It's the twentieth. Friday.": "-",
    "I'll send you the jars. | When does the hall open? | Tomorrow.": "-",
}
STEPS = {
    "The Tuesday, the seventeenth, late. | Fine. Tuesday the seventeenth, and you'll have it back "
    "from me by Wednesday night.": "03-18",
    "You send me the score by the twentieth and I'll mark it up by Wednesday.": "03-25",
    "Drop the form in on Monday the sixteenth, and you'll get it back Wednesday.": "03-18",
    "Bring the hoof tests on the nineteenth, and I'll have them read by Friday.": "03-20",
}
NO_STEPS = {
    "They close on the twentieth, and you'll have the page by Friday.": "03-06",
    "The exam's on the seventeenth, and I'll send you the notes by Friday.": "03-06",
    "She flies on the nineteenth, and I'll weigh the calves by Friday.": "03-06",
}
BARGAINED = {
    "I'll write ten questions for you. | And then what? | Then you answer them. | When though? I'm "
    "off the twenty-fifth. | Twenty-eighth. Fine. | No, wait, that's the hen night. Sunday. | "
    "Sunday it is, the twenty-ninth.": "03-29",
    "I'll grade the wool for you. | Oh, lovely. | It's a good clip. | When, though? | Next Friday, "
    "the thirteenth.": "03-13",
    "What if we both walk the fence, you and me, on the Wednesday? | The Wednesday, that's the "
    "eleventh. Yes, let's do it.": "03-11",
    "Right, let's finish the cold store off, dock to roof. Monday's the holiday. The Wednesday? | "
    "Wednesday. Same time, six.": "03-11",
    "I'll bring you the blue ledger. I'm up at yours Friday. No, I'm lying, that got moved, I'm "
    "not there till the nineteenth. | The nineteenth would be great.": "03-19",
}
NOT_BARGAINED = {
    "I'll write ten questions for you. | And when's our next one? | The twenty-fourth.": "-",
    "I'll write ten questions for you. | And when does the school open? | The twenty-fifth.": "-",
    "What if we both walk the fence, you and me? | Yes, let's do it. I feed in the morning.": "-",
}
ECHOED = {
    "I'll send you a picture of the crane. | So, the grant. It's one percent and it doesn't begin "
    "till April first. | April first. So until then I do it for love.": "-",
    "I'll send you the crane's papers. | The hall reopens for the public on the twentieth, after "
    "all that. | The twentieth. At last.": "-",
}
NOT_ECHOED = {
    "I'll send you a picture of the crane. | Could I have it by Friday? | Friday. Okay.": "03-06",
    "I'll send you a picture of the crane. | I'd want the picture on the twentieth at the latest. "
    "| The twentieth. Okay.": "03-20",
}
OF_ITS_OWN_ITEM = {
    "Tonight the invoices for the choir, and Saturday I write to Tobias.": "03-07",
    "I'm at the loom tonight, Hakim comes on Friday, then Denny, and I'll mark up your tape.": "-",
    "By the sixth, that's this Friday, I'll send you the deed.": "03-06",
    "Not Thursday, sorry, Friday I'll ring the mill.": "03-06",
}
HOW_FAR_IT_GOES = {
    "I'll print the rota tonight, for all of the ward until Christmas.": "03-03",
    "I'll keep the log from tomorrow until Easter Sunday.": "04-05",
}
THE_NIGHT = {
    "I'll send you the ledger. You'll have it the night. It's on my desktop.": "03-03",
    "I'll post you the ledger by Sunday. You'll love it the day you read it.": "03-08",
    "I'll send you the day.": "-",
    "I'll scan the drawings before we sit down with the bank.": "-",
    "I'll scan the drawings before I speak to you next week.": "03-13",
    "I'll scan the drawings before I go home.": "03-03",
    "I'll scan the drawings before I go home for Easter.": "04-05",
}
ACTUALLY = {
    "I'll ring the archive on Monday. I won't mail, I'll actually ring. | Good. "
    "| They'll all be using telegrams by Easter.": "03-09",
    "I'll ring the archive on Monday. Actually, Tuesday.": "03-10",
}
ASKED_FOR_ANOTHER = {
    "I'll send you the plan on Wednesday. Wednesday is bottling. Can it be Thursday? "
    "| Thursday the twelfth, that's fine.": "03-12",
    "I'll send you it on Wednesday. Wednesday is bottling. Can it be Thursday? | Sure.": "03-05",
    "I'll send you the plan on Wednesday. Are you there Thursday? | Sure.": "03-04",
}
SAID_AGAIN_WHOLE = {
    "I'll send you the slides one week before. | One week before the twenty-sixth, so the "
    "nineteenth.": "03-19",
    "I'll lay out the columns. | The Thursday after Easter. | You'll have them then.": "04-09",
    "I'll redo the good one, I haven't seen it in ten years.": "-",
    "I'll dig the ledger out and send it on to you the morra.": "03-04",
}
THERE = {
    "I'll talk to him. On Sunday we're both at the mill, I'll say it there.": "03-08",
    "I'll talk to him. On Sunday we're both at the mill, I love it there.": "-",
}
AGREED_ON = {
    "I'll sit with five of them, before the month ends. | Before the month ends being, the "
    "thirtieth is a Monday. | Monday, the thirtieth. That's good.": "03-30",
    "I'll sit with five of them, before the month ends. | The thirtieth is a Monday. | It is.": (
        "03-31"
    ),
    "I'll set the half hour up next week. | Not Wednesday, maybe Thursday. | I'll set it up for "
    "Thursday, the twelfth.": "03-12",
    "I'll write to her on Friday with one question, yes or no.": "03-06",
    "The scan is on the thirteenth of March. | And would you text me after? | I'll text you.": (
        "03-13"
    ),
    "The scan is on the thirteenth of March. | And would you text me? | I'll text you.": "-",
}
EACH = {
    f"{said}": day
    for group in (
        *(CORRECTED, STANDS, REFUSED, NOT_REFUSED, HANDED_ON, NOT_HANDED_ON, RATES, NO_RATES),
        *(AT_THAT, NOT_AT_THAT, TODAY, A_HOLIDAY, WHEN_SOMETHING_IS, WHEN_NOTHING_IS),
        *(STEPS, NO_STEPS, BARGAINED, NOT_BARGAINED, ECHOED, NOT_ECHOED),
        *(OF_ITS_OWN_ITEM, HOW_FAR_IT_GOES, THE_NIGHT, ACTUALLY),
        *(ASKED_FOR_ANOTHER, SAID_AGAIN_WHOLE, THERE, AGREED_ON),
    )
    for said, day in group.items()
}


@pytest.mark.parametrize(("said", "day"), EACH.items(), ids=EACH)
def test_the_day_that_stands_is_the_one_that_is_given(said: str, day: str) -> None:
    turns = said.split(" | ")
    lines = [f"{('Mentee', 'Mentor')[n % 2]}: {words}" for n, words in enumerate(turns)]
    call = dialogue("\n".join([*lines, *(["Mentor: Good."] if len(lines) % 2 else [])]))
    found = read_by(OfflineReader(), None, call, "01", frozenset()).commitments
    assert {str(one.due or "-").removeprefix("2026-") for one in found} == {day}, found
