"""Promises said in short turns, and the words that a recap gives them. Told on Tue 3 March 2026.

Each call here begins and ends with small talk, so that no promise is taken for a greeting.
"""

from __future__ import annotations

import re

import pytest
from dialogue import dialogue

from coach.after.finding import read_by
from coach.reading.offline import OfflineReader

HEAD = """
Mentor: Morning. Is the rain as bad with you as it is here?
Mentee: Worse. The yard is a lake, the dog is swimming in it.
Mentor: Ha. Well, how did the month go?
Mentee: Up and down. The first half was slow and then it was all at once.
Mentor: It mostly is. What was the slow part about?
Mentee: Waiting for other people, for the most part.
Mentor: Most of us do.
Mentee: Right. So that is where things stand.
"""
TAIL = """
Mentor: And how is it at home?
Mentee: Quiet for once. The boys are at their gran's.
Mentor: That must be strange.
Mentee: It is nice, to be honest. I sleep.
Mentor: Right. Anything else for today?
Mentee: No, that was everything I think.
Mentor: Good. It was a good one.
Mentee: It was. Bye now.
"""

SAID = {
    "a day taken back for what is on it": (
        """Mentee: I'll pull the figures off the till, I'll do it Thursday. No, I'm covering at the
 other shop Thursday. Friday. Friday before we open.
        Mentor: With the cards separate.""",
        ["Sam: Pull the figures off the till [2026-03-06]"],
    ),
    "a day taken back in a sentence of its own": (
        """Mentee: I will ask him on Wednesday, at the lab meeting. Ah, no. Wednesday he is in
 Leeds. Thursday. I will bring it on Thursday, after his lecture.
        Mentor: In your hand.""",
        ["Sam: Ask him at the lab meeting and bring it, after his lecture [2026-03-05]"],
    ),
    "the day of her coming is hers": (
        """Mentor: Can you ask her that?
        Mentee: Yes. I can. She's in Madrid now, she comes back on Monday, the sixteenth. Not the
 Monday.
        Mentor: No?
        Mentee: The Tuesday. I ask her the Tuesday, with the cost written in a paper.""",
        ["Sam: Ask her with the cost written in a paper [2026-03-17]"],
    ),
    "asked when one meets her": (
        """Mentor: Well, I'm seeing Brenda Pugh on the twenty-ninth, she was my deputy. I'll ask her
 what hours they keep.
        Mentee: Thank you.""",
        ["Ada: Ask her what hours they keep [2026-03-29]"],
    ),
    "right after the meeting": (
        """Mentee: Group meeting's Tuesday, cause Monday's a holiday. I'll grab him right after, and
 I'm not leaving till I've got three dates.
        Mentor: Good.""",
        ["Sam: Grab him [2026-03-10]"],
    ),
    "a train and no day": (
        """Mentor: I'd need a hand with it. Would you come? Thursday?
        Mentee: I'll be there. I'll come up on the ten to twelve.""",
        ["Sam: Come up on the ten to twelve [2026-03-05]"],
    ),
    "as soon as, and then the day": (
        """Mentee: I don't know which door it is yet. I'll text you where to go, soon as they tell
 me, it'll be Thursday morning.""",
        ["Sam: Text Ada where to go [2026-03-05]"],
    ),
    "what is left to do first, so tonight": (
        """Mentor: I'll pass you mine. I only have to take out the names of the people, so tonight,
 when the girl is sleeping.""",
        ["Ada: Pass Sam Ada's own [2026-03-03]"],
    ),
    "each three questions, there before we talk": (
        """Mentor: What if we each put three questions in a doc, and they're sitting there before we
 talk next.
        Mentee: Both of us, three. Yes, let's do so.
        Mentor: Next call is Tuesday the thirty-first of March.""",
        [
            "Ada: Put three questions in a doc [2026-03-31]",
            "Sam: Put three questions in a doc [2026-03-31]",
        ],
    ),
    "asked for its day": (
        """Mentee: I'll let Jo lead the retro and just sit on my hands.
        Mentor: Next Tuesday?
        Mentee: Next Tuesday, yeah.""",
        ["Sam: Let Jo lead the retro and sit on their hands [2026-03-10]"],
    ),
    "when do I get it": (
        """Mentee: I'll draft the thing and you can tear it apart.
        Mentor: Deal. When would I have it, do you reckon?
        Mentee: Wednesday lunchtime.""",
        ["Sam: Draft the thing and send it to Ada [2026-03-04]"],
    ),
    "to find something out": (
        """Mentor: I'll find out whether the fund pays for travel.
        Mentee: Please.""",
        ["Ada: Find out whether the fund pays for travel [-]"],
    ),
    "to ask for the other one": (
        """Mentee: Do you know anyone at the hospital?
        Mentor: I do. I'll ask if she'd talk to you.""",
        ["Ada: Ask if she would talk to Sam [-]"],
    ),
    "a template in the folder": (
        """Mentor: Let me dig out the template we used at Bosch and I'll drop it in the folder.
        Mentee: Super.""",
        ["Ada: Drop the template in the folder [-]"],
    ),
    "offered, and taken up": (
        """Mentor: Do you want me to speak to her?
        Mentee: Yes, please, if you don't mind.
        Mentor: No problem, I'll do it this week.""",
        ["Ada: Speak to her [2026-03-06]"],
    ),
    "may I send it": (
        """Mentee: Can I send you the draft once it's done?
        Mentor: Of course. When will that be?
        Mentee: The end of next week.""",
        ["Sam: Send Ada the draft [2026-03-13]"],
    ),
    "would it help": (
        """Mentor: Would it help if I sat in on one of your one-to-ones?
        Mentee: It would, actually. The one with Ben on Thursday?
        Mentor: Thursday's fine.""",
        ["Ada: Sit in on one of Sam's one-to-ones [2026-03-05]"],
    ),
    "asked behind a promise of one's own": (
        """Mentor: I'd be glad to write you a reference, just send me the form.
        Mentee: I will, it's due on the twentieth.""",
        ["Sam: Send Ada the form [2026-03-20]"],
    ),
    "asked politely": (
        """Mentor: Could I ask you to note when it happens?
        Mentee: Sure.""",
        ["Sam: Note when it happens [-]"],
    ),
    "said back with a yes": (
        """Mentor: Next time, bring me one example.
        Mentee: One example, okay.""",
        ["Sam: Bring Ada one example [-]"],
    ),
    "that, which was spoken of": (
        """Mentor: Can you send me that by Friday?
        Mentee: Friday, yes.""",
        ["Sam: Send Ada that [2026-03-06]"],
    ),
    "help is no condition": (
        """Mentor: If it helps I'll read your cover letter before you send it.
        Mentee: Thank you.""",
        ["Ada: Read Sam's cover letter before Sam sends it [-]"],
    ),
    "a coffee is not sent": (
        """Mentor: I'll have a coffee with Ruth next week and sound her out about the role.
        Mentee: Thanks.""",
        ["Ada: Have a coffee with Ruth and sound her out about the role [2026-03-13]"],
    ),
    "what is had out with somebody": (
        """Mentee: I'll have it out with him in the van on Thursday.
        Mentor: Good.""",
        ["Sam: Have it out with him in the van [2026-03-05]"],
    ),
    "a meeting of a weekday": (
        """Mentee: I'll ask Tom if he'd be willing to take over the Tuesday stand-up.
        Mentor: Yes.""",
        ["Sam: Ask Tom if he would be willing to take over the Tuesday stand-up [-]"],
    ),
    "what somebody is told": (
        """Mentee: I'll give Dad a ring on Sunday and tell him I'm not coming home for it.
        Mentor: Hard one.""",
        ["Sam: Ring Dad and tell him they are not coming home for it [2026-03-08]"],
    ),
    "what was asked after, and a condition": (
        """Mentor: Could you write me two lines after you've done it?
        Mentee: Sure. Friday night.
        Mentor: And the deck for the spring review?
        Mentee: I'll cut it down to eight slides and run it past Lena first.
        Mentor: I can read it at the weekend if you get it to me by noon.""",
        [
            "Sam: Write Ada two lines after they have done it [2026-03-06]",
            "Sam: Cut the deck for the spring review down to eight slides and run it past Lena [-]",
            "Ada: Read the deck for the spring review if Sam gets it to them by noon [2026-03-08]",
        ],
    ),
    "you two": (
        """Mentor: I'll put you two in touch by email this afternoon.
        Mentee: Brilliant, thank you.""",
        ["Ada: Put them both in touch by email [2026-03-03]"],
    ),
    "what went well": (
        """Mentee: I'll write down three things that went well every Friday and bring them along.
        Mentor: I like it.""",
        ["Sam: Write down three things that went well every Friday and bring them along [-]"],
    ),
}

NOT_PROMISED = {
    "a time that suits": """Mentee: The nineteenth, Thursday. I can at noon.
        Mentor: Noon it is.""",
    "when we meet": """Mentor: I'll freeze you some.
        Mentee: So when are we, is it four weeks?""",
    "what is on a day": """Mentor: And Thursday?
        Mentee: No, I'm covering in Ely Thursday.""",
    "seen by then": """Mentor: But I'll just have seen you that Saturday.
        Mentee: Could we do the week after?""",
}


def _joined(text: str) -> str:
    """A turn a line: what is indented by one space goes on with the line before."""
    return re.sub(r"\n (?! )", " ", text)


def heard(text: str) -> list[str]:
    """Each promise of the talk as "Sam: action [day]"."""
    call = dialogue(HEAD + _joined(text) + TAIL)
    found = read_by(OfflineReader(), None, call, "01", frozenset()).commitments
    return [
        f"{one.owner.split()[0]}: {one.action.partition(' (“')[0]} [{one.due or '-'}]"
        for one in found
    ]


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_a_promise_said_in_passing_is_heard_in_words_that_stand_alone(
    text: str, expected: list[str]
) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize("text", NOT_PROMISED.values(), ids=NOT_PROMISED)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    assert heard(text) == []
