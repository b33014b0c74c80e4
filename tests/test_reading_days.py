"""Which day is a promise's, and which belongs to something else. Told on Tue 3 March 2026.

"-" is a promise without a day: where two days compete, or one is another verb's, nobody is shown a
deadline that was never set.
"""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.after.finding import read_by
from coach.cues import Cue, plain
from coach.reading.days.attaching import ANOTHERS, own_words
from coach.reading.offline import OfflineReader
from coach.records import Commitment

OF_THE_DEED = {
    "taken back with its reason": (
        """Mentor: I'll clear the bench for you Thursday. No, Thursday's the stocktake, Friday.
        Mentee: Grand.""",
        ["Mentor bench 2026-03-06"],
    ),
    "taken back for what is on that day": (
        """Mentee: I'll fax you the roster tonight. Well, I've got choir tonight. Tomorrow morning.
        Mentor: Fine.""",
        ["Mentee roster 2026-03-04"],
    ),
    "a reason for the very day": (
        """Mentee: I'll drop the kiln keys round Thursday. Thursday's when the van is free.
        Mentor: Fine.""",
        ["Mentee keys 2026-03-05"],
    ),
    "refused by its name a turn later": (
        """Mentee: I'll phone the harbour master on Friday.
        Mentor: On a feast day?
        Mentee: Then, not Friday, after the weekend, Monday.""",
        ["Mentee harbour 2026-03-09"],
    ),
    "the same weekday with its number": (
        """Mentee: I'll walk the boundary Thursday. Thursday the nineteenth, the whole length.
        Mentor: Good.""",
        ["Mentee boundary 2026-03-19"],
    ),
    "asked for a turn later than the promise": (
        """Mentee: I'll tell the foreman that the scaffold stays.
        Mentor: He'll moan.
        Mentee: He moans at everything.
        Mentor: When, with the foreman?
        Mentee: After his break. Tomorrow.""",
        ["Mentee foreman 2026-03-04"],
    ),
    "so long, where somebody asked when": (
        """Mentee: I'll draw the two elevations again.
        Mentor: When do I see them?
        Mentee: A fortnight.""",
        ["Mentee elevations 2026-03-17"],
    ),
    "so long, as something takes": (
        """Mentee: I'll take the first-aid course. Two weeks.
        Mentor: Good.""",
        ["Mentee course -"],
    ),
    "counted from a day just told": (
        """Mentee: You get the score on the tenth of April.
        Mentor: I'll send you my marks the Monday after.""",
        ["Mentor marks 2026-04-13"],
    ),
    "a weekday in a row of days": (
        """Mentor: The ship's in on Wednesday the eighteenth. So Friday I'll catch the dean.
        Mentee: Thanks.""",
        ["Mentor dean 2026-03-20"],
    ),
    "nothing to count from": (
        """Mentor: I'll send you my marks the Monday after.
        Mentee: Okay.""",
        ["Mentor marks -"],
    ),
    "an event that is dated before": (
        """Mentee: The audition is on the nineteenth.
        Mentor: Lovely hall, that.
        Mentee: I'll memorise the second movement before the audition.
        Mentor: Do.""",
        ["Mentee movement 2026-03-19"],
    ),
    "when the other one is back": (
        """Mentor: I'm off to Cork for a bit. I'm back on the sixteenth.
        Mentee: Nice for some.
        Mentee: I'll have the ledger balanced by the time you're back.
        Mentor: Good.""",
        ["Mentee ledger 2026-03-16"],
    ),
    "somebody else is back": (
        """Mentor: My sister's back on the sixteenth.
        Mentee: Nice for her.
        Mentee: I'll have the ledger balanced by the time you're back.
        Mentor: Good.""",
        ["Mentee ledger -"],
    ),
    "asked when it is": (
        """Mentor: When do the guides break up?
        Mentee: The second of April.
        Mentor: Early, that.
        Mentee: I'll sew the twelve badges before they break up.
        Mentor: Lovely.""",
        ["Mentee badges 2026-04-02"],
    ),
    "an event nobody dated": (
        """Mentee: I'll send you the second movement before the audition.
        Mentor: Friday I'm on the ferry.""",
        ["Mentee movement -"],
    ),
    "then, of a day just told": (
        """Mentee: She's down here for the regatta on the second of May. I'll ask my aunt then.
        Mentor: Do.""",
        ["Mentee aunt 2026-05-02"],
    ),
    "held against another day": (
        """Mentor: So Monday I'm in Leeds all day, but I'll put in the comments.
        Mentee: Thanks.""",
        ["Mentor comments -"],
    ),
    "by when the other one hears nothing": (
        """Mentor: If you've heard nothing by the weekend, I'll ring the warden.
        Mentee: Thanks.""",
        ["Mentor warden -"],
    ),
    "a topic that is named after a day": (
        """Mentee: I'll have another go at the Thursday report before I turn in tonight.
        Mentor: Grand.""",
        ["Mentee report 2026-03-03"],
    ),
    "why that day": (
        """Mentor: I'll read your chapter tomorrow because I'm in theatre all day Thursday.
        Mentee: Thank you.""",
        ["Mentor chapter 2026-03-04"],
    ),
    "why first, then the day": (
        """Mentor: Seeing as the board sits on the nineteenth, I'll read the paper this weekend.
        Mentee: That would be brilliant.""",
        ["Mentor paper 2026-03-08"],
    ),
    "a review is moved to a day, the minutes are due on another": (
        """Mentee: I will prepone the review to Thursday and share the minutes by Friday EOD.
        Mentor: Okay.""",
        ["Mentee minutes 2026-03-06"],
    ),
    "a day put before the second promise": (
        """Mentee: I'll message Priti, and by the twentieth I'll have the slides ready.
        Mentor: Good plan.""",
        ["Mentee Priti -", "Mentee slides 2026-03-20"],
    ),
    "a day of the first promise only": (
        """Mentee: I'll book the hall on Thursday, and I'll ask my sister about the flowers.
        Mentor: Fine.""",
        ["Mentee hall 2026-03-05", "Mentee sister flowers -"],
    ),
    "who takes the day up makes it theirs": (
        """Mentee: We've a one to one on Thursday, so I'll bring it up there.
        Mentor: Right.""",
        ["Mentee bring 2026-03-05"],
    ),
    "a day that was asked for, and suits": (
        """Mentor: Would Sunday be too soon for a first draft?
        Mentee: No, Sunday's fine. I'll write the first draft by then.""",
        ["Mentee draft 2026-03-08"],
    ),
    "a day that the other one objects to": (
        """Mentee: I'll email the registrar by Friday.
        Mentor: They're shut on Friday, it's the founder's day.
        Mentee: Oh. Thursday then.""",
        ["Mentee registrar 2026-03-05"],
    ),
    "a day that was asked for, and another one given": (
        """Mentor: Can you get me the budget by Friday?
        Mentee: Friday's no good, we've the auditors in. I can do it by Tuesday.""",
        ["Mentee budget 2026-03-10"],
    ),
    "a request for a day, and the day said back": (
        """Mentor: Could you send the reference on Monday?
        Mentee: Monday, aye, no bother.""",
        ["Mentee reference 2026-03-09"],
    ),
    "a request for a day, and another day": (
        """Mentor: Could you send the reference on Monday?
        Mentee: Make it Tuesday.""",
        ["Mentee reference 2026-03-10"],
    ),
    "time that is asked for": (
        """Mentee: Give me two weeks and I'll have the prototype running.
        Mentor: Deal.""",
        ["Mentee prototype 2026-03-17"],
    ),
    "a day that the speaker takes back": (
        """Mentee: I'll put the tent up on Friday. No wait, Friday I can't. Make that Saturday.
        Mentor: OK.""",
        ["Mentee tent 2026-03-07"],
    ),
    "a day that means the next call": (
        """Mentor: Right, that was a long hour. Where are we?
        Mentee: Tired, mostly. But the kiln is paid.
        Mentor: So our next call is Thursday the twelfth.
        Mentee: Good. I'll send you the three options before we talk.""",
        ["Mentee options 2026-03-12"],
    ),
}

OF_SOMETHING_ELSE = {
    "what is told": (
        """Mentor: I'll tell the panel that you can present on the thirtieth.
        Mentee: Please.""",
        ["Mentor panel -"],
    ),
    "what is asked": (
        """Mentor: Could you drop me a line on how Tuesday went?
        Mentee: Will do, of course.""",
        ["Mentee line -"],
    ),
    "what something is booked for": (
        """Mentee: I'll book the minibus for Saturday the fourteenth.
        Mentor: Good.""",
        ["Mentee minibus -"],
    ),
    "an errand of somebody else in the same breath": (
        """Mentee: Malik is sending the contract on Friday and I'll ring him about the clauses.
        Mentor: Do.""",
        ["Mentee ring clauses -"],
    ),
    "slides named after a day": (
        """Mentor: I'll send you comments on your Wednesday slides.
        Mentee: Ta.""",
        ["Mentor comments -"],
    ),
    "a day in answer to another question": (
        """Mentee: I'll make the poster shorter by the end of March.
        Mentor: And I'll look at it for you. I see eighty of them in a year.
        Mentee: Eighty?
        Mentor: In January.""",
        ["Mentee poster 2026-03-31", "Mentor look -"],
    ),
    "what somebody else does on that day": (
        """Mentee: I'll write to the council about the drain.
        Mentor: When do they sit?
        Mentee: They sit on Monday.""",
        ["Mentee council drain -"],
    ),
    "another thing in a later turn": (
        """Mentee: I'll write to the council about the drain.
        Mentor: Lovely. Choir on Thursday.""",
        ["Mentee council drain -"],
    ),
    "what else a day holds": (
        """Mentee: I'll send you a line when it's done.
        Mentor: And this Saturday?
        Mentee: This Saturday I'm free.""",
        ["Mentee line -"],
    ),
    "a weekday after what it waits for": (
        """Mentor: When do I get the page?
        Mentee: On the eleventh.
        Mentor: Then I'll mark the page by Thursday.""",
        ["Mentee page 2026-03-11", "Mentor mark page 2026-03-12"],
    ),
    "the day of what was asked about": (
        """Mentor: When does the fund close?
        Mentee: On the thirty-first. I'll fill in the first two pages.""",
        ["Mentee pages -"],
    ),
    "a day that is refused, and named again": (
        """Mentee: I'll paint the fence, but not this Sunday, I'm a dead man this Sunday.
        Mentor: Fair.""",
        ["Mentee fence -"],
    ),
    "not before a day": (
        """Mentee: I'll speak to Dad, but not before Sunday.
        Mentor: Fair.""",
        ["Mentee Dad -"],
    ),
    "counted from a day that is told": (
        """Mentee: I start on the sixteenth, and I'll write you an impression after one week.
        Mentor: Please.""",
        ["Mentee impression -"],
    ),
    "counted from a day that may not come": (
        """Mentor: If the grant comes through, I'll draft the advert in two days.
        Mentee: Lovely.""",
        ["Mentor advert -"],
    ),
    "a weekday of another week": (
        """Mentee: I'll send you the video next week.
        Mentor: Which day?
        Mentee: Wednesday.""",
        ["Mentee video -"],
    ),
    "what somebody else does, in the same sentence": (
        """Mentee: I'll write the piece, and Jorge does the pictures on Friday.
        Mentor: Good team.""",
        ["Mentee piece -"],
    ),
    "the day of the next call": (
        """Mentee: I'll draw up a list of suppliers.
        Mentor: Super. The eleventh, then.
        Mentor: Same time.""",
        ["Mentee suppliers -"],
    ),
}

COUNTED_ON = {
    "the night before a day that is told": (
        """Mentee: They're coming on the twelfth, so I'll have every invoice filed the night before.
        Mentor: Wise.""",
        ["Mentee invoice 2026-03-11"],
    ),
    "the day before what has a day of its own": (
        """Mentor: When does the fund close?
        Mentee: It closes on the sixteenth.
        Mentor: I see.
        Mentee: I'll hand in the form the day before it closes, not on the day itself.""",
        ["Mentee form 2026-03-15"],
    ),
    "days before what is told later": (
        """Mentee: I'll send you the seating plan two days before the wedding.
        Mentor: Good. The hall is ours on the ninth of April.""",
        ["Mentee seating -"],
    ),
    "the next day": (
        """Mentor: The twelfth is your hearing.
        Mentee: It is. And I'll ring you the next day.""",
        ["Mentee ring 2026-03-13"],
    ),
    "the next day, once something has happened": (
        """Mentee: He reads it by Thursday. The fifth.
        Mentor: And once he has signed it, I'll post the contract the next morning.""",
        ["Mentor contract -"],
    ),
    "a step on from the day that fell": (
        """Mentee: I'll bring the keys back by Friday.
        Mentor: They're closed on Friday.
        Mentee: Oh. The Tuesday after, then.""",
        ["Mentee keys 2026-03-10"],
    ),
    "a step on from a day that somebody fills": (
        """Mentee: I'll ask the dean. Monday, after the round, she has time then.
        Mentor: On Monday you sit in a train.
        Mentee: Ah. Then the Monday after that.""",
        ["Mentee dean 2026-03-16"],
    ),
    "the weekday after one that is taken": (
        """Mentee: I'm in Leeds on Thursday. So the Thursday after, I'll ask her then.
        Mentor: Fine.""",
        ["Mentee ask 2026-03-12"],
    ),
    "which week it is": (
        """Mentee: I'll ring the bank on Thursday.
        Mentor: Thursday this week?
        Mentee: Next week, Thursday.""",
        ["Mentee bank 2026-03-12"],
    ),
    "withdrawn, and no other named": (
        """Mentee: I'll send you the plan. By Friday.
        Mentor: Friday you travel, no?
        Mentee: Yes, whole day. Then not Friday.""",
        ["Mentee plan -"],
    ),
    "the last Christmas": (
        """Mentee: If it's a no I'll write to Dr. Obi, she offered me a letter before February.
        Mentor: Do.""",
        ["Mentee Obi -"],
    ),
    "a proposal for both": (
        """Mentor: Why don't we both read it, that chapter, by Friday.
        Mentee: Deal.""",
        ["Mentor read 2026-03-06", "Mentee read 2026-03-06"],
    ),
}


def promises(text: str) -> tuple[Commitment, ...]:
    """What stands in the recap of a dialogue, with the days that code makes of the words."""
    return read_by(OfflineReader(), None, dialogue(text), "01", frozenset()).commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [*OF_THE_DEED.values(), *OF_SOMETHING_ELSE.values(), *COUNTED_ON.values()],
    ids=[*OF_THE_DEED, *OF_SOMETHING_ELSE, *COUNTED_ON],
)
def test_a_promise_has_its_own_day_or_none(text: str, expected: list[str]) -> None:
    found = promises(text)
    assert len(found) == len(expected), [one.action for one in found]
    for one, wanted in zip(found, expected, strict=True):
        role, *deed, day = wanted.split()
        assert one.owner == {"Mentor": MENTOR, "Mentee": MENTEE}[role]
        said = f"{one.action} {' '.join(each.quote for each in one.evidence)}".lower()
        assert all(word.lower() in said for word in deed), said
        assert str(one.due or "-") == day, one.due_phrase


@pytest.mark.parametrize("cue", ANOTHERS, ids=lambda cue: cue.name)
def test_a_day_of_another_verb_is_blanked_and_a_day_of_the_deed_stays(cue: Cue) -> None:
    assert cue.search(plain(cue.fits))
    assert not cue.search(plain(cue.but_not))
    assert "day" not in own_words(cue.fits) or cue.name == "content"
    assert own_words(cue.but_not) == cue.but_not
    assert len(own_words(cue.fits)) == len(cue.fits)
