"""Promises as people make them, in talk that no rule was written from, told on Tue 3 March 2026.

Each case is a short dialogue, what was promised in it (owner, words of the action, day) and nothing
else. "-" is a promise without a day.
"""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach import dates
from coach.cues import Cue, plain
from coach.evidence import locate
from coach.reading.offline import OfflineReader
from coach.reading.promise import adjacency, forms, scopes
from coach.reading.speech import sentences
from coach.records.claims import CommitmentClaim

CUES = [
    *forms.FORMS,
    *forms.CONDITIONAL,
    *scopes.AGAINST,
    *scopes.IN_CALL,
    *adjacency.REQUESTS,
    *adjacency.OFFERS,
    *adjacency.PROPOSALS,
]

PROMISED = {
    "a plain promise": (
        """Mentee: I'll draft the grant abstract by Friday.
        Mentor: Lovely.""",
        ["Mentee draft grant abstract 2026-03-06"],
    ),
    "a request and its yes": (
        """Mentor: Could you send me the floor plan before Thursday?
        Mentee: Sure, no problem.""",
        ["Mentee send floor plan 2026-03-05"],
    ),
    "the date comes two breaths later": (
        """Mentee: I'm going to ring the allotment secretary about the water.
        Mentor: When?
        Mentee: Tomorrow.""",
        ["Mentee ring allotment secretary 2026-03-04"],
    ),
    "a date taken back": (
        """Mentor: I'll get the reading list to you on Wednesday, no, sorry, Thursday.
        Mentee: Thanks.""",
        ["Mentor reading list 2026-03-05"],
    ),
    "one promise in two sentences": (
        """Mentee: I'll write up the safety drill. And I'll send it to you on Sunday.
        Mentor: Perfect.""",
        ["Mentee safety drill 2026-03-08"],
    ),
    "two promises with two days": (
        """Mentee: I'll book the studio tomorrow and I'll email the drummer on Friday.
        Mentor: Good.""",
        ["Mentee book studio 2026-03-04", "Mentee email drummer 2026-03-06"],
    ),
    "a refusal to begin with, then a promise": (
        """Mentor: I can't come to the pitch, I'm away. But I'll read the slides on Monday.
        Mentee: That's great.""",
        ["Mentor read slides 2026-03-09"],
    ),
    "split over two cues": (
        """Mentor: Right, so I'll have a word with
        Mentor: the dean of the evening school next week.
        Mentee: Oh, thank you.""",
        ["Mentor have a word dean 2026-03-13"],
    ),
    "an Irish offer": (
        """Mentor: I'll drop the lathe manual in to you on Saturday, so I will.
        Mentee: Grand.""",
        ["Mentor lathe manual 2026-03-07"],
    ),
    "second-language present tense": (
        """Mentee: So I send the invoice to the customer until Friday.
        Mentor: Good.""",
        ["Mentee send invoice 2026-03-06"],
    ),
    "Indian English": (
        """Mentor: And the vendor list?
        Mentee: I will share the vendor list by tomorrow evening only.""",
        ["Mentee share vendor list 2026-03-04"],
    ),
    "no full stops at all": (
        """Mentor: so what are you going to do about the rota this week and the girls on nights
        Mentee: um i'll speak to the matron on thursday about the rota and see what she says
        Mentor: good girl""",
        ["Mentee speak matron 2026-03-05"],
    ),
    "a condition": (
        """Mentee: If the landlord agrees, I'll paint the shop front in April.
        Mentor: Nice.""",
        ["Mentee paint shop front 2026-04-30 conditional"],
    ),
    "what one is held to": (
        """Mentor: So what shall I hold you to?
        Mentee: I'll call three former clients before the end of the month.""",
        ["Mentee call three former clients 2026-03-31"],
    ),
    "leave that with me": (
        """Mentee: Would you be able to introduce me to your editor?
        Mentor: Of course. Leave that with me.""",
        ["Mentor introduce editor -"],
    ),
    "restated in the closing round": (
        """Mentee: I'll record the violin piece by Sunday.
        Mentor: Great. And how is the left hand?
        Mentee: Better. It hurts less in the mornings, and the teacher says the wrist is looser now.
        Mentor: And the orchestra audition, has anybody said when that will be?
        Mentee: Not yet. They wait for the conductor.
        Mentor: Fine. Let us look at bowing then, the Bach first.
        Mentee: The Bach is terrible.
        Mentor: The Bach is always terrible. Play slower.
        Mentee: Slower, yes.
        Mentor: Anything else before we stop?
        Mentee: No. So, violin piece, Sunday.""",
        ["Mentee record violin piece 2026-03-08"],
    ),
    "refraining for a time": (
        """Mentee: I won't answer the phone at dinner till we speak next.
        Mentor: I like that.""",
        ["Mentee not answer phone -"],
    ),
    "advice taken up": (
        """Mentor: You might ask the treasurer for the old budget.
        Mentee: Good idea. I'll ask her on Monday.""",
        ["Mentee ask 2026-03-09"],
    ),
    "text me after": (
        """Mentor: Text me after the interview, will you?
        Mentee: Yeah, will do.""",
        ["Mentee text interview -"],
    ),
    "promised by its result": (
        """Mentee: You'll have the second chapter by the fifteenth.
        Mentor: Wonderful.""",
        ["Mentee second chapter 2026-03-15"],
    ),
    "Australian": (
        """Mentor: No worries, I'll flick you the risk register this arvo.
        Mentee: Legend.""",
        ["Mentor risk register 2026-03-03"],
    ),
    "Nigerian": (
        """Mentee: I'll call the fabric supplier tomorrow morning, ma.
        Mentor: Good.""",
        ["Mentee call fabric supplier 2026-03-04"],
    ),
    "a joint promise is one for each": (
        """Mentor: Then we'll both read the inspection report by Monday.
        Mentee: Yes.""",
        ["Mentor read inspection report 2026-03-09", "Mentee read inspection report 2026-03-09"],
    ),
    "need to, with a day": (
        """Mentor: What is next for the visa?
        Mentee: I need to submit the visa form by Thursday, so I'll do that tomorrow night.
        Mentor: Good.""",
        ["Mentee visa form 2026-03-04"],
    ),
    "an offer and its yes": (
        """Mentor: Shall I ring the port authority on Friday?
        Mentee: Yes please, that would be great.""",
        ["Mentor ring port authority 2026-03-06"],
    ),
    "a proposal for both": (
        """Mentor: What if we both read the harbour report by Monday?
        Mentee: Yes, let's do that.""",
        ["Mentor read harbour report 2026-03-09", "Mentee read harbour report 2026-03-09"],
    ),
    "what somebody may yet say is a condition": (
        """Mentor: If the council says no, I'll write to the ombudsman.
        Mentee: Fair.""",
        ["Mentor write ombudsman - conditional"],
    ),
    "a condition in the present tense": (
        """Mentee: If the foreman turns me down I phone you on Friday.
        Mentor: Do.""",
        ["Mentee phone 2026-03-06 conditional"],
    ),
    "asking whether is no condition": (
        """Mentor: I'll ask the registrar on Monday if she'd see you.
        Mentee: Thank you.""",
        ["Mentor ask registrar 2026-03-09"],
    ),
    "what I'll do is": (
        """Mentee: What I'll do is draft the rota by Monday.
        Mentor: Perfect.""",
        ["Mentee draft rota 2026-03-09"],
    ),
    "a date repaired, not a promise taken back": (
        """Mentee: I'll post the permit. No, wait, I'm in court. Thursday.
        Mentor: Good.""",
        ["Mentee post permit 2026-03-05"],
    ),
    "a request without its question mark": (
        """Mentor: would you ever photograph the bills and send them on to me
        Mentee: go on then saturday""",
        ["Mentee photograph bills 2026-03-07"],
    ),
    "no with a noun is no refusal": (
        """Mentor: Could you write me one page on the mill by Friday?
        Mentee: Agreed. One page and no adjectives.""",
        ["Mentee write page mill 2026-03-06"],
    ),
    "a short yes and its own words": (
        """Mentor: Can you bring the crew roster next time?
        Mentee: Yes, I'll bring it.""",
        ["Mentee bring crew roster -"],
    ),
    "a result without an I in it": (
        """Mentee: The two sketches, they'll be on your desk by Thursday.
        Mentor: Good.""",
        ["Mentee sketches 2026-03-05"],
    ),
    "what somebody gets from me": (
        """Mentor: I have a wiring plan of the old theatre. You get it from me tomorrow.
        Mentee: Thank you.""",
        ["Mentor wiring plan 2026-03-04"],
    ),
    "on a day you have it": (
        """Mentor: And the seed order?
        Mentee: In two weeks you have it.""",
        ["Mentee 2026-03-17"],
    ),
    "a number of things you will have": (
        """Mentor: Chapter two is read, three not yet. You'll have three by Sunday.
        Mentee: Lovely.""",
        ["Mentor three 2026-03-08"],
    ),
    "the present of those who have no other future": (
        """Mentee: On Monday I phone the harbour office.
        Mentor: And the crew?
        Mentee: I write to the cook and ask what he needs.
        Mentor: Good.""",
        ["Mentee phone harbour 2026-03-09", "Mentee write cook -"],
    ),
    "a request taken on after questions about it": (
        """Mentor: Would you chair the parish meeting?
        Mentee: Alone?
        Mentor: Alone. I sit at the back.
        Mentee: And the minutes?
        Mentor: Tom does those.
        Mentee: Oh dear. Okay. I'll do it.""",
        ["Mentee chair parish meeting -"],
    ),
    "a yes after a question back": (
        """Mentor: Will you judge the baking?
        Mentee: Me? For the whole county?
        Mentor: You.
        Mentee: Yeah. Okay.""",
        ["Mentee judge baking -"],
    ),
    "a thought that is taken for an offer": (
        """Mentee: I could ring the organ builder about the pedals.
        Mentor: Would you? Please.""",
        ["Mentee ring organ builder -"],
    ),
    "a thought that is checked": (
        """Mentee: I could swim before work, Tuesdays and Fridays.
        Mentor: Could or will?
        Mentee: Will.""",
        ["Mentee swim -"],
    ),
    "a duty whose day is asked for": (
        """Mentee: I should renew the fishing licence.
        Mentor: By when?
        Mentee: Friday.""",
        ["Mentee renew fishing licence 2026-03-06"],
    ),
    "an offer, as the Scots and the Irish ask": (
        """Mentor: Will I post the band the maps?
        Mentee: Please do, yes please.""",
        [],
    ),
    "if you could": (
        """Mentee: If you could just put a word in with the choir master.
        Mentor: Done. Tomorrow.""",
        ["Mentor word choir master 2026-03-04"],
    ),
    "write me one": (
        """Mentor: So draw up the menu again. And write me a shopping list.
        Mentee: A list. Okay, I can do that.""",
        ["Mentee shopping list -"],
    ),
    "what about you doing it": (
        """Mentor: How about you open the fair on Saturday?
        Mentee: Okay. Saturday.""",
        ["Mentee open fair 2026-03-07"],
    ),
    "a thing wanted from you": (
        """Mentor: I'd like to have a budget from you before Friday.
        Mentee: Okay, sure.""",
        ["Mentee budget 2026-03-06"],
    ),
    "answered with when it will be": (
        """Mentor: Text me the result, will you?
        Mentee: Soon as I'm out of the surgery.""",
        ["Mentee text result -"],
    ),
    "you and me": (
        """Mentor: Will we clear the boathouse, you and me? Saturday?
        Mentee: Saturday, aye.""",
        ["Mentor clear boathouse 2026-03-07", "Mentee clear boathouse 2026-03-07"],
    ),
    "finding out is no search on the screen": (
        """Mentor: I'll find out what the council pays for a mural.
        Mentee: Great.""",
        ["Mentor find council mural -"],
    ),
    "a deed before something else": (
        """Mentee: I'll oil the looms before the girls come in.
        Mentor: Mm.""",
        ["Mentee oil looms -"],
    ),
    "taken in, then promised": (
        """Mentor: Start the talk with the flood. The rest can wait.
        Mentee: Right. Yeah. I'll rewrite the opening page.""",
        ["Mentee rewrite opening -"],
    ),
    "the journey is told for what follows from it": (
        """Mentor: I fly to my brother's on the 26th. It's a Thursday. So I'll look in on the shop \
that Thursday, around four.
        Mentee: Perfect.""",
        ["Mentor look shop 2026-03-26"],
    ),
    "the day that it arrives is not the day that it is sent": (
        """Mentor: I'll post you the pattern on Friday. It'll be with you by the 25th.
        Mentee: Thanks.""",
        ["Mentor post pattern 2026-03-06"],
    ),
    "a thing brought into the talk is what it points to": (
        """Mentor: I'll ask the vicar about the hall on Monday.
        Mentee: Thanks. And the stage?
        Mentor: There's an old drawing of it, all the traps. I'll send it to you.
        Mentee: Great.""",
        ["Mentor vicar hall 2026-03-09", "Mentor send drawing -"],
    ),
    "send it and I'll": (
        """Mentor: If you want, send the menu over and I'll read it.
        Mentee: Thank you.""",
        ["Mentor read - conditional"],
    ),
    "a result at a moment, no day known": (
        """Mentor: The two poems, then.
        Mentee: You'll have the two of them before the ferry goes.""",
        ["Mentee two ferry -"],
    ),
    "a no, then what was asked": (
        """Mentor: Would you take the poster down?
        Mentee: He made it. No. No, you're right. I'm taking it down tonight.""",
        ["Mentee take down poster 2026-03-03"],
    ),
    "an invitation": (
        """Mentor: There's a talk on reed beds on Monday the ninth. Come along.
        Mentee: Go on then. Monday.""",
        ["Mentee come along 2026-03-09"],
    ),
    "two people to text": (
        """Mentor: Text me after the audition, will you?
        Mentee: Will do.
        Mentor: And the drummer?
        Mentee: I'll text him tomorrow about the van.""",
        ["Mentee text audition -", "Mentee text him van 2026-03-04"],
    ),
    "its result says more of the same promise": (
        """Mentee: I'll draw the plan. It'll be on your desk on Friday.
        Mentor: Good.""",
        ["Mentee draw plan 2026-03-06"],
    ),
    "on that day, as some say there": (
        """Mentee: On Friday is the fair, there I ask the miller about the stall.
        Mentor: Good.""",
        ["Mentee ask miller 2026-03-06"],
    ),
    "would or will": (
        """Mentee: I could take the choir to the coast.
        Mentor: You could, or you will?
        Mentee: I will.""",
        ["Mentee choir coast -"],
    ),
    "taking it off the wall is a deed": (
        """Mentee: I'll take it off the wall and bring the clock to you on Sunday.
        Mentor: Good.""",
        ["Mentee clock 2026-03-08"],
    ),
}

NOT_PROMISED = {
    "what is done at last": """Mentee: I finally sent the draft to the faculty on Tuesday.
        Mentor: Brilliant.""",
    "what was quickly done": """Mentee: I quickly wrote to the bank on Monday, and they liked it.
        Mentor: Good.""",
    "off now": "Mentee: Okay, I'm going to switch the lamp off now, sorry.",
    "in the chat": "Mentee: Okay, I'll put the link in the chat.\nMentor: Thanks.",
    "in my head": "Mentee: I'll put the kettle on in my head.\nMentor: Good.",
    "a timetable": "Mentee: I land on Wednesday.\nMentor: Good.",
    "what I tell people": "Mentee: I tell them I'll ring tonight, and I mean it.",
    "words for somebody to say": "Mentor: Then you say, I give you the figure until tomorrow.",
    "if the line goes": "Mentor: If the line drops I'll ring you back.",
    "or, no": "Mentee: I'll write to the bishop tomorrow. Or, no. That's stupid.",
    "words quoted from the sentence before": (
        'Mentee: They wrote, "We are glad. We\'ll decide by the tenth."'
    ),
    "let me say": "Mentee: Let me say by Tuesday.",
    "a habit of one who speaks in the present": (
        "Mentee: In the morning I open the shutters and I water the fig."
    ),
    "a wish": "Mentee: I want it over by June.",
    "what else would you do": "Mentor: What else would you do?\nMentee: Okay, sure, nothing.",
    "does that day suit": "Mentor: Can you do Friday the sixth?\nMentee: Sure, Friday.",
    "let us, now": "Mentor: Let's count the chairs.\nMentee: Okay.",
    "the cat let in": "Mentee: I'll just let the cat in before she has the door off.",
    "a thought that stays one": "Mentee: I could ring the builder.\nMentor: Hm. And the roof?",
    "a headset put on": "Mentee: Wait, I'll put my headset on.",
    "words of hers that go on": "Mentee: She said, okay, I'll wait until the fifteenth.",
    "what would happen otherwise": "Mentor: Finish yours first, otherwise I'll copy you.",
    "a state by then": "Mentee: I'll have lost my voice by Friday.",
    "a word given to let it rest": "Mentor: And I won't bring it up next time.\nMentee: Thanks.",
    "crying is no errand": "Mentee: I'm crying in the car park, it's the fifth.",
    "free that day": "Mentee: I can do Wednesday the nineteenth.",
    "a joke to nobody": "Mentee: I'll climb the fence and live with the sheep.",
    "writing it down now": "Mentor: Walk first.\nMentee: I'm writing that down.",
    "an offer nobody takes": "Mentor: Shall I ring the port?\nMentee: No, thanks.",
    "a proposal turned down": "Mentor: What if we both read it by May?\nMentee: No, I can't.",
    "reported speech": "Mentee: My sister said she'll send the keys and I'll pay her back in June.",
    "his words": "Mentee: And the foreman goes, I'll fix the crane on Monday, don't you worry.",
    "my own words, long ago": "Mentee: I told the board I'll resign, and then I didn't.",
    "habit": "Mentee: Usually I'll check the oven twice before I go to bed.",
    "what I do is": "Mentee: What I do is I'll read the file on the train.",
    "counterfactual": "Mentor: If I was in your shoes I'll tell you what, I'd leave.",
    "wish": "Mentee: I wish I could just send the whole band home.",
    "sharing a screen": "Mentee: One second, I'll share my screen.",
    "coming back to it": "Mentor: I'll come back to that in a minute.",
    "being honest": "Mentee: I'll be honest, I was tired.",
    "a feeling": "Mentee: I'll miss the old workshop.",
    "somebody else's task": "Mentee: The plumber will send the quote on Friday.",
    "a question back": "Mentee: Will I need a permit for the stall?",
    "discretion is no deed": "Mentor: I won't tell anyone about the offer.",
    "advice only": "Mentor: I'd put the tender on one page if I were you.",
    "a refusal": "Mentee: No, I'm not going to apply this year.",
    "a far maybe": "Mentee: Maybe one day I'll write a cookbook.",
    "asked for right now": "Mentor: Could you say that again?\nMentee: Sure.",
    "politeness": "Mentor: I'll let you go, it's late.",
    "request refused": "Mentor: Could you call the bank on Friday?\nMentee: No, I can't.",
    "taken back": "Mentee: I'll write to the whole choir tonight. No, actually, scrap that.",
    "past": "Mentee: I sent the samples on Friday and they arrived on Monday.",
}


def commitments(text: str) -> tuple[CommitmentClaim, ...]:
    """What the offline reader claims of a dialogue."""
    return OfflineReader().read(dialogue(text)).commitments


def day_of(claim: CommitmentClaim) -> date | None:
    """The day that code makes of the claim's words."""
    today = date(2026, 3, 3)
    return dates.resolve(claim.due_phrase, today=today) if claim.due_phrase else None


@pytest.mark.parametrize(("text", "expected"), PROMISED.values(), ids=PROMISED)
def test_what_was_promised_is_read_with_owner_deed_and_day(text: str, expected: list[str]) -> None:
    found = commitments(text)
    assert len(found) == len(expected), [claim.action for claim in found]
    for claim, wanted in zip(found, expected, strict=True):
        role, *words = wanted.split()
        conditional = words[-1] == "conditional"
        *deed, day = words[:-1] if conditional else words
        assert claim.owner == {"Mentor": MENTOR, "Mentee": MENTEE}[role]
        said = f"{claim.action} {' '.join(quote.words for quote in claim.quotes)}".lower()
        assert all(word in said for word in deed), claim.action
        assert str(day_of(claim) or "-") == day, claim.due_phrase
        assert claim.firmness == ("conditional" if conditional else "firm")


@pytest.mark.parametrize("text", NOT_PROMISED.values(), ids=NOT_PROMISED)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    assert [claim.action for claim in commitments(text)] == []


@pytest.mark.parametrize(("text", "expected"), PROMISED.values(), ids=PROMISED)
def test_every_quote_stands_in_the_turn_it_names(text: str, expected: list[str]) -> None:
    turns = dialogue(text).transcript.turns
    for claim in commitments(text):
        assert claim.quotes
        assert all(locate(quote.words, turns[quote.turn].text) for quote in claim.quotes)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_cue_fits_its_example_and_not_its_counter_example(cue: Cue) -> None:
    assert cue.search(plain(cue.fits))
    assert not cue.search(plain(cue.but_not))


def test_a_sentence_cut_by_a_short_reply_is_one_sentence() -> None:
    found = sentences(["I'll look you out", "Mm-hm.", "the list."], ["Ann", "Bo", "Ann"])
    assert [sentence.text for sentence in found if sentence.speaker == "Ann"] == [
        "I'll look you out the list."
    ]


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    found = sentences(["I saw Dr. Ito and J. Park. Then I left."], ["Ann"])
    assert [sentence.text for sentence in found] == ["I saw Dr. Ito and J. Park.", "Then I left."]


def test_a_promise_beside_what_is_withheld_keeps_its_words_and_its_day() -> None:
    call = dialogue("Mentee: […] I'll ring the yard tomorrow.\nMentor: Good, do that.")
    (claim,) = OfflineReader().read(call).commitments
    assert [quote.words for quote in claim.quotes] == ["I'll ring the yard tomorrow."]
    assert claim.due_phrase == "tomorrow"
