"""What makes the same words a promise or mere talk: where they stand, and what is made of them."""

from __future__ import annotations

import pytest
from dialogue import dialogue

from coach.reading.offline import OfflineReader

SMALL_TALK = "\n".join(
    f"{who}: {said}"
    for who, said in [
        ("Mentor", "And what else is new in the workshop?"),
        ("Mentee", "The kiln is out again."),
    ]
    * 14
)

PROMISED = {
    "one thing of many that are said in a turn": (
        """Mentor: The brass has gone green over the winter.
        Mentee: The polish is in the shed. I'll do the bell and the two lamps. Nobody sees to them.
        Mentor: The bell is the pride of the place.
        Mentee: It was my father's, I think, before the war.
        Mentor: Was it.
        Mentee: So they say.""",
        "bell",
    ),
    "insisted on after a release": (
        """Mentor: I'll drop the ladder in on Saturday.
        Mentee: You don't have to drive out for that.
        Mentor: I'm going past for the hens.
        Mentee: Okay. Then thank you.""",
        "ladder",
    ),
    "another thing refused": (
        """Mentor: I write to the board on Thursday. Like it stands here?
        Mentee: No, please not with the drawing.""",
        "board",
    ),
    "asks only for the day": (
        """Mentee: And I send you the short version, um, by Thursday?
        Mentor: Thursday is good.""",
        "short version",
    ),
    "the present after what it waits for": (
        """Mentee: When the jars are labelled I send you the count.
        Mentor: No hurry.
        Mentee: And I send you the prices on Friday too.""",
        "count",
    ),
    "a must that its owner draws a day for": (
        """Mentee: Somebody has to order the glaze. I must order the glaze.
        Mentor: They like a week for it.
        Mentee: Then Wednesday, the eleventh.""",
        "glaze",
    ),
    "finished by a feast, and not in this call": (
        """Mentee: The reeds are cut. I'll finish them by Candlemas at the latest.
        Mentor: The thatcher comes in spring.""",
        "inish",
    ),
    "one word for it, and what it waits for": (
        """Mentee: The flour came grey again.
        Mentor: It did so.
        Mentee: If the miller says no, I'll have a word.
        Mentor: He is a stubborn one.""",
        "word",
    ),
    "what is ruled out before it is no mere plan": (
        """Mentee: The flour came grey again.
        Mentor: It did so.
        Mentee: When they cut the price I'm not going to argue, I'll ring you.
        Mentor: Day or night.""",
        "ing",
    ),
    "being somewhere, when one was asked to": (
        """Mentor: The choir sings in the mill on the Sunday.
        Mentee: Lovely. I'll be there on Sunday.""",
        "e there",
    ),
    "a thing that will be done": (
        """Mentor: The shed is full to the rafters.
        Mentee: I can have that cleared by the Monday.
        Mentor: Good.""",
        "clear",
    ),
    "what the other one asks them to mean": (
        """Mentor: You going to paint the sign?
        Mentee: Yeah. Monday.""",
        "aint the sign",
    ),
    "the day of what the other one takes for settled": (
        """Mentor: When are you sitting down with the verger?
        Mentee: Oh, by Friday.""",
        "verger",
    ),
    "a yes to a thing that is named before the asking": (
        """Mentor: And the harvest rota, could you do that?
        Mentee: Yep.""",
        "harvest rota",
    ),
    "a late yes with a day": (
        """Mentor: Sing the second verse into your telephone and send me that. For the vowels.
        Mentee: I'd sound like a gate.
        Mentor: A gate in tune.
        Mentee: Oh dear. Okay. Sunday night, when they're all out.""",
        "second verse",
    ),
    "a plan with its day": (
        """Mentee: I'm going to ask the printer for a quote. Tomorrow.
        Mentor: Mm.""",
        "quote",
    ),
}

NOT_PROMISED = {
    "a quip, and a day of something else": """
        Mentee: They gave the new copier a name, Gloria.
        Mentor: I'll bake her a cake.
        Mentee: She'd jam on it. The audit, now. On the twentieth.
        Mentor: Is it.""",
    "a plan without a day": """
        Mentor: You look worn out.
        Mentee: I'm going to marry this chair. It holds me better than the bench, and it's quiet.
        Mentor: It's a good chair.""",
    "going somewhere": """
        Mentee: I'm going to a reading in the library, on Thursday evening.
        Mentor: What about?""",
    "told for what follows from it": """
        Mentee: I do the stocktake on Thursday, so I need the keys back before that.
        Mentor: They're in the drawer.""",
    "what one is down for on that day": """
        Mentor: It's the quiet Sunday that you want.
        Mentee: They're all of them quiet.
        Mentor: Hm.
        Mentee: The fifteenth of March, it's the third Sunday. I'm minding the desk for Denis, days.
        Mentor: Denis again.""",
    "released and let go": """
        Mentor: I'll drop the ladder in on Saturday.
        Mentee: You don't have to drive out for that.
        Mentor: Fine.
        Mentee: How's the roof?""",
    "while we talk, in the present": """
        Mentor: If the line goes away I ring you again from the other telephone.
        Mentee: Yes.""",
    "a state, and no place to be": """Mentee: I'll be over the worst by then, I'm sure.
        Mentor: Good.""",
    "when one travels": """Mentor: When are you flying to Leeds?
        Mentee: Friday, with the boys.""",
    "a guess at what will please": """Mentor: You're going to love the verger.
        Mentee: Yeah. Monday.""",
}


def actions(text: str) -> list[str]:
    """What is promised in these lines, in the midst of a call."""
    return read("\n".join([SMALL_TALK, text.strip(), SMALL_TALK]))


def read(text: str) -> list[str]:
    """The actions that are read in a call of these lines."""
    return [claim.action for claim in OfflineReader().read(dialogue(text)).commitments]


@pytest.mark.parametrize(("text", "deed"), PROMISED.values(), ids=PROMISED)
def test_talk_that_binds_is_a_promise(text: str, deed: str) -> None:
    found = actions(text)
    assert any(deed in action for action in found), found


@pytest.mark.parametrize("text", NOT_PROMISED.values(), ids=NOT_PROMISED)
def test_talk_that_binds_nobody_is_none(text: str) -> None:
    assert actions(text) == []


def test_what_is_said_in_greeting_without_a_day_binds_nobody() -> None:
    said = "Mentee: Five floors and no lift. I'll ring the circus about it. Are you well?"
    assert read(f"{said}\n{SMALL_TALK}") == []
    assert read(f"{SMALL_TALK}\n{said}\n{SMALL_TALK}") == [
        "Ring the circus about it (five floors and no lift)"
    ]


def test_a_proposal_stands_over_as_many_questions_as_it_takes() -> None:
    text = """Mentor: We could walk the bounds, you and me, a week on Sunday.
        Mentee: You mean the short round or,
        Mentor: No, the long one. That Sunday is the fifteenth.
        Mentee: Yes. Yes, I'd like it very much. The fifteenth, I'm not on call."""
    assert ["alk the bounds" in action for action in actions(text)] == [True, True]


def test_a_proposal_that_is_asked_about_and_refused_is_nobodys_promise() -> None:
    text = """Mentor: We could walk the bounds, you and me, a week on Sunday.
        Mentee: You mean this Sunday or,
        Mentor: No, the one after. The fifteenth.
        Mentee: The fifteenth, I can't."""
    assert actions(text) == []
