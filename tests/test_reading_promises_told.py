"""Ways of promising and of only seeming to, each with its neighbours, told on Tue 3 March 2026.

A class is a construction: what it holds for is listed beside what it must not hold for.
"""

from __future__ import annotations

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading.offline import OfflineReader

PROMISED = {
    "the present for this very day": [
        "I call the notary tonight.",
        "Okay, I ask him this evening.",
        "I go there this afternoon and I measure the cellar.",
        "So I write to the landlord tonight, after the shift.",
        "Good, I ring the vet this evening.",
        "Then I take the boxes to the depot this afternoon.",
    ],
    "a thing looked out for the other": [
        "Somewhere, yeah. I'll find it for you.",
        "I'll pass you mine, the one from the second year.",
        "I'll find the article and send it to you.",
        "I'll open a folder and give you the key.",
        "I'll grab him after the rehearsal and get three dates.",
        "I'll grab her at the gate and ask for the rota.",
    ],
    "somebody to play, or to go and find": [
        "Sure. I'll be your landlord, but it's got to be before half term.",
        "I'll be him with pleasure, on Tuesday.",
        "Thursday at four, I'll be at your back door.",
        "She's back on Monday. I'll be at her desk with a coffee on Monday.",
        "I'll be your customer on Friday and you sell me the boat.",
    ],
    "held to, though one need not": [
        "I'll read it on the train and put you marks beside it.\nMentor: No, don't spoil the trip."
        "\nMentee: I like it.",
        "I'll bring you my lamp.\nMentor: No, you don't have to.\nMentee: It's no trouble.",
        "I'll cook for the lot of you.\nMentor: No need.\nMentee: I love it, Friday then.",
    ],
    "told to somebody, and meant": [
        "I'll ring her on Monday. I told her.",
        "I'll send you the bill tonight. I said so.",
    ],
    "what is to be done every time, until a day": [
        "From tomorrow I write it down every evening until Friday.",
        "I'll check the boiler every night until the tenth.",
    ],
    "a result that can be had by a day": [
        "I can have those on the calendar by Friday.",
        "I could have four by Thursday.",
        "I can have them on your desk by Monday.",
        "Monday is the board. So I'd have it written by then, by Sunday.",
        "I hope to have the lot in the post by Friday.",
        "I can have three with you by tomorrow.",
    ],
    "now, in what is asked about": [
        "I'll ring him on Sunday and see what they're asking folk the now.",
        "I'll ask my cousin how the rents are now.",
        "I'll find out where she works now.",
        "I'll check with the port who signs these now.",
    ],
    "I'ma": ["I'ma call her tomorrow.", "I'ma have it in Wednesday.", "Imma text him tonight."],
    "don't worry, said to reassure": [
        "I'll bring the ladder on Friday. Don't worry.",
        "I'll send the form tonight. Don't worry about the stamp.",
    ],
    "what may sound like a story, or a mere word": [
        "So I go by on Tuesday, and then it's done.",
        "I'll talk to you soon about the rent, on Friday.",
        "I'll confess to her on Friday that the vase was me.",
    ],
    "asked for by when it comes": [
        "I'd need to put the new rent in.\nMentor: When'll I get that?\nMentee: Not this weekend. "
        "End of next week?",
    ],
    "a day that does not suit, and another": [
        "I'll come on Monday. No, I can't Monday, I'll come on Thursday.",
    ],
}

NOT_PROMISED = {
    "what saying it does": [
        "I loved the porch, I'll tell you that.",
        "I'll hold you to it.",
        "I'll confess that I don't know the present rules.",
        "I'll talk to you soon, okay?",
    ],
    "a story in the present tense": [
        "So I go by on Tuesday, and he's in Savannah, on some inspection.",
        "Then Wednesday the lift's working again, I go in, and there's nobody.",
    ],
    "what one does anyway": ["I do have lunch with Warren on Friday."],
    "the present for what is so today": [
        "I feel better tonight.",
        "Today you begin and I watch.",
    ],
    "a thing looked up or done in the call": [
        "I'll find it on my screen, one moment.",
        "I'll pass on that one.",
        "I'll open the window, sorry.",
        "I'll grab a pen.",
        "I'll find the page again. Here.",
        "I'll open it in the other tab.",
    ],
    "done while it is said": [
        "I'll put the invite out right now. There.",
        "I'll switch it off right now.",
        "I'll write it on the board now.",
        "I'll text him right now.",
    ],
    "let by others": [
        "They let me off the written part because of Friday.",
        "She's going to let me sit in on Friday.",
        "He never let me drive the truck on Sundays.",
        "My boss won't let me leave before Friday.",
        "If they ever let me out of here by Friday.",
    ],
    "what comes to somebody anyway": [
        "So you'd have a page for the board about this week.",
        "By Tuesday you'll have the exam behind you.",
    ],
    "withdrawn in the same breath": [
        "I'll come if there's cake. No, I can't, I'm in Lille that week.",
        "I'll have a look tonight, is it on the site? Actually don't worry, I have no login.",
        "I'll ring him for you. No, forget I said it.",
        "I'll drive you. Oh, don't bother, the car's at the garage.",
    ],
    "granted, not done": [
        "I'll cop that.",
        "I'll own that.",
        "I'll wear that.",
        "I'll accept that.",
    ],
    "no errand, only how one will be": [
        "I'll be your death, you say.",
        "I'll be fine by Friday.",
        "I'll be the last one to laugh.",
        "I'll be at you about the start for a while.",
        "I'll be at a conference on Friday.",
    ],
    "what one does every time": [
        "By June I want to sleep. I check the boiler every night till one.",
        "I water the seedlings every morning.",
        "By June I'm in. I write to my sister every week.",
        "I do the till every day.",
    ],
    "words that were said to another": [
        "You needn't ask, I'll tell you. I told him.",
        "I'll do it for you. She said so.",
        "I'll bring you the bill. He told me.",
    ],
    "days that are taken": ["I take Tuesday to Saturday, that's five.", "I keep Friday."],
    "let off by the other": [
        "I'll drive you there.\nMentor: No, you don't have to.\nMentee: Okay, then I stay here.",
        "I'll bring a cake.\nMentor: No need.\nMentee: Fine.",
    ],
    "the other's own task read back": ["So you've the form to me tonight."],
}


def _each(table: dict[str, list[str]]) -> list[str]:
    return [text for texts in table.values() for text in texts]


def promised(text: str) -> list[str]:
    """The actions that the reader finds in `text`, said by the mentee and heard."""
    lines = f"Mentor: How is the week?\nMentee: {text}"
    lines += "" if "\n" in text else "\nMentor: Right."
    return [claim.action for claim in OfflineReader().read(dialogue(lines)).commitments]


@pytest.mark.parametrize("text", _each(PROMISED))
def test_it_is_one_promise(text: str) -> None:
    assert len(promised(text)) >= 1


@pytest.mark.parametrize("text", _each(NOT_PROMISED))
def test_it_is_none(text: str) -> None:
    assert promised(text) == []


BARGAINS = {
    "You draw the plan of your kitchen and I'll draw mine.": "I'm in.",
    "How about you write three letters and I write three letters?": "Okay, three and three.",
    "You film one lesson by Friday. And I'll film one of mine. And we swap.": "Deal.",
    "I'll cook the soup, you cook the fish, and we taste.": "Okay, go on then.",
    "You read chapters one and two, I re-read the same, before the next call.": "Done.",
    "You take the north field and I'll take the south one.": "Agreed.",
    "You count the lorries on Monday. And I'll count mine.": "Both of us. Fine.",
    "So you build a drawer and I build a drawer, no glue.": "Oh, that's scary. Okay.",
    "Maybe you paint the door and I'll paint the gate.": "Yes, let's do that.",
    "You the soup, me the fish, on Friday.": "Okay, I do it.",
    "You write down ten words you hate. And I'll write ten.": "Ten each.",
}
NO_BARGAINS = {
    "You bring the cat and I'll bring the cream.": "He's not allowed cream.",
    "You tell me who you are and I'll tell you who I am.": "Okay. So, I'm Sam.",
    "If you wear a tie I'll wear a crown.": "Deal.",
    "You paid the rent and I paid the gas, that's how it was.": "Okay.",
    "You know the shop and I know the shop.": "Yes.",
    "You think I moan and I think you moan.": "Okay, fair.",
    "When you push the door I push the door.": "Yes.",
    "You see the board, I see the board.": "Yeah.",
    "You draw it and I'll frame it, ha.": "No, I can't draw.",
    "You went to Rome and I went to Crewe.": "Done.",
}


@pytest.mark.parametrize(("proposed", "reply"), BARGAINS.items())
def test_each_of_the_two_is_bound_by_their_half(proposed: str, reply: str) -> None:
    call = dialogue(
        f"Mentor: So here is a thing.\nMentee: Go on.\nMentor: {proposed}\nMentee: {reply}"
    )
    assert {claim.owner for claim in OfflineReader().read(call).commitments} == {MENTOR, MENTEE}


@pytest.mark.parametrize(("proposed", "reply"), NO_BARGAINS.items())
def test_no_half_binds_the_listener_where_no_bargain_is_struck(proposed: str, reply: str) -> None:
    call = dialogue(
        f"Mentor: So here is a thing.\nMentee: Go on.\nMentor: {proposed}\nMentee: {reply}"
    )
    assert MENTEE not in {claim.owner for claim in OfflineReader().read(call).commitments}


def test_a_bargain_is_struck_once_it_is_clear_what_and_when() -> None:
    call = dialogue(
        """Mentor: How about you write two scenes and I write two scenes and we swap?
        Mentee: You also?
        Mentor: Fair's fair. Say we swap on the thirteenth.
        Mentee: Hm. In which language?
        Mentor: Any.
        Mentee: Okay, two and two."""
    )
    claims = OfflineReader().read(call).commitments
    assert [(claim.owner, claim.due_phrase) for claim in claims] == [
        (MENTOR, "on the thirteenth"),
        (MENTEE, "on the thirteenth"),
    ]
    days = [" ".join(quote.words for quote in claim.quotes) for claim in claims]
    assert all("on the thirteenth" in words for words in days)


def test_a_bargain_has_the_day_that_was_named_last_before_it_was_struck() -> None:
    call = dialogue(
        """Mentor: You write ten questions. And I'll write ten.
        Mentee: By when? The Friday?
        Mentor: No, that's the fair. Sunday it is, the twenty-ninth.
        Mentee: Ten each."""
    )
    days = [claim.due_phrase for claim in OfflineReader().read(call).commitments]
    assert days == ["Sunday it is, the twenty-ninth"] * 2


@pytest.mark.parametrize("opening", ["How about I", "How bout I", "Shall I", "What if I"])
def test_an_offer_that_is_taken_up_is_a_promise(opening: str) -> None:
    call = dialogue(
        f"Mentor: {opening} come down on Tuesday and play the boss?\nMentee: Yes, please."
    )
    assert [claim.owner for claim in OfflineReader().read(call).commitments] == [MENTOR]


def test_youre_on_is_a_yes_and_youre_on_watch_is_none() -> None:
    yes = dialogue("Mentee: Could you write me a hard one by Friday?\nMentor: You're on.")
    no = dialogue("Mentee: Give me a hard one.\nMentor: You're on watch, and the horn goes.")
    assert len(OfflineReader().read(yes).commitments) == 1
    assert OfflineReader().read(no).commitments == ()


ASKED_AS_TOLD = {
    "You could draw them again?": "I can. By Friday, all six.",
    "So you'll ask the harbour then?": "Yes, on the fourth.",
    "And you'll ping the minutes over?": "Yes, tonight.",
    "You can send me two points?": "Sure, by Monday.",
    "But you do it?": "Okay. Yes. Fine. By Friday.",
    "You'd come to the port with me on Friday?": "Yes, Friday.",
    "And then you'll measure the door?": "I will, on Thursday.",
    "Okay, you'll write to the seller?": "Will do.",
}
ASKED_FOR_NO_DEED = {
    "You can hear me?": "Yes, fine.",
    "You can't come on Friday?": "No.",
    "You'll be fine?": "Yes.",
    "You would like Rome?": "Yes, sure.",
    "You could be right?": "Yes.",
    "You'll manage until Friday?": "Yes, sure.",
    "You'd think so?": "Yes.",
    "You read eighty pages?": "Yes.",
}


@pytest.mark.parametrize(("asked", "reply"), ASKED_AS_TOLD.items())
def test_a_deed_asked_for_as_if_it_were_told_is_promised_by_a_yes(asked: str, reply: str) -> None:
    call = dialogue(f"Mentor: Right.\nMentee: Hm.\nMentor: {asked}\nMentee: {reply}")
    assert [claim.owner for claim in OfflineReader().read(call).commitments] == [MENTEE]


@pytest.mark.parametrize(("asked", "reply"), ASKED_FOR_NO_DEED.items())
def test_a_question_about_somebody_is_no_request(asked: str, reply: str) -> None:
    call = dialogue(f"Mentor: Right.\nMentee: Hm.\nMentor: {asked}\nMentee: {reply}")
    assert OfflineReader().read(call).commitments == ()


def test_the_other_half_tells_what_a_half_leaves_out() -> None:
    call = dialogue(
        """Mentor: You draw two maps of the moor, and I'll draw two, and we swap next Friday.
        Mentee: I'm in."""
    )
    actions = [claim.action for claim in OfflineReader().read(call).commitments]
    assert actions == ["Draw two maps of the moor"] * 2
