"""The end of a call names promises again, with their days."""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, MENTOR, dialogue

from coach.reading import Call
from coach.reading.offline import OfflineReader
from coach.reading.threads.listing import items

TODAY = date(2026, 3, 3)
SMALL_TALK = "\n".join(
    f"{who}: {words}"
    for who, words in [
        ("Mentor", "And how is the garden this year?"),
        ("Mentee", "Wet. The beans have drowned."),
        ("Mentor", "Mine too. The slugs ate what was left."),
        ("Mentee", "They always do, in a wet spring."),
        ("Mentor", "And your brother, is he well?"),
        ("Mentee", "He is. He sends his best."),
        ("Mentor", "That is kind of him."),
        ("Mentee", "He is a kind man."),
    ]
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Letter Friday, application Sunday.", ["Letter 2026-03-06", "application 2026-03-08"]),
        ("Letter, Friday. The form, tomorrow.", ["Letter 2026-03-06", "The form 2026-03-04"]),
        ("Friday, the letter. Sunday, the form.", ["the letter 2026-03-06", "the form 2026-03-08"]),
        ("So I've got the roof on Monday and the gate.", ["the roof 2026-03-09", "the gate None"]),
        ("The twelfth, five o'clock.", []),
        ("Clicker.", ["Clicker None"]),
        (
            "The draft, that's Friday. The form, you said Monday.",
            ["The draft 2026-03-06", "The form 2026-03-09"],
        ),
        ("Mr. Latif Friday.", ["Mr. Latif 2026-03-06"]),
        ("Friday, […] and the roof on Monday.", ["the roof 2026-03-09"]),
        ("I think that she said it would be on Friday when he comes home.", []),
    ],
)
def test_a_list_gives_labels_with_their_days(said: str, expected: list[str]) -> None:
    found = [f"{item.label} {item.due.due if item.due else None}" for item in items(said, TODAY)]
    assert found == expected


def test_what_was_it_when_promised_is_named_by_the_read_back() -> None:
    call = dialogue(
        f"""Mentor: And the module?
        Mentee: I'll do it by Friday. And I'll ring the bank on Monday.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Module Friday, bank Monday."""
    )
    found = {claim.due_phrase: claim.action for claim in OfflineReader().read(call).commitments}
    assert "odule" in found["by Friday"]
    assert "bank" in found["on Monday"]


def test_what_only_the_read_back_names_cites_where_it_was_first_spoken_of() -> None:
    call = dialogue(
        f"""Mentee: The harmonium wants new bellows, somebody has to order them.
        Mentee: I'll ring the bank on Monday.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Bank, Monday, and the bellows on the sixteenth."""
    )
    claims = OfflineReader().read(call).commitments
    (bellows,) = (claim for claim in claims if "bellows" in claim.action.lower())
    assert [quote.turn for quote in bellows.quotes] == [0, 11]


def test_a_word_beside_the_promise_is_what_the_read_back_calls_it() -> None:
    call = dialogue(
        f"""Mentor: I'll bring you one of the practice pads. It looks like a sandwich.
        Mentee: Lovely. I'll ring the bank on Monday.
        Mentor: And I'll send the rota tomorrow.
        {SMALL_TALK}
        Mentee: So the bank, Monday.
        Mentor: And me, the rota tomorrow, and a sandwich on the twenty-eighth."""
    )
    claims = [c for c in OfflineReader().read(call).commitments if c.owner == MENTOR]
    assert [claim.due_phrase for claim in claims] == ["on the twenty-eighth", "tomorrow"]


def test_a_label_is_no_promise_that_has_its_word_in_passing() -> None:
    call = dialogue(
        f"""{SMALL_TALK}
        Mentee: I'll count how many people read to the end of a label.
        Mentor: Good. And ring the bank?
        Mentee: I'll ring the bank on Monday.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Bank, Monday. Three labels on the sixteenth."""
    )
    claims = OfflineReader().read(call).commitments
    (counting,) = (claim for claim in claims if "ount how many" in claim.action)
    assert counting.due_phrase is None


def test_what_only_the_read_back_tells_of_is_a_promise_too() -> None:
    call = dialogue(
        f"""Mentee: I'll ring the bank on Monday.
        Mentor: Good. And the slides could go to the committee a day early.
        Mentee: They could.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Bank, Monday. The slides, Thursday."""
    )
    found = OfflineReader().read(call).commitments
    assert [claim.owner for claim in found] == [MENTEE, MENTEE]
    assert any("slides" in claim.action.lower() for claim in found)


def test_a_list_of_days_that_names_no_promise_makes_none() -> None:
    call = dialogue(
        f"""Mentor: Good evening.
        Mentee: Good evening.
        {SMALL_TALK}
        Mentee: The market is Friday, the concert Sunday."""
    )
    assert OfflineReader().read(call).commitments == ()


def test_a_list_said_back_to_the_one_who_promised_it_is_theirs_whole() -> None:
    call = dialogue(
        f"""Mentee: My uncle has the key. I'll ring him tomorrow.
        Mentee: And I'll ask Deb tomorrow.
        Mentor: I'll ring the head office tomorrow.
        {SMALL_TALK}
        Mentor: What have we got? Uncle tomorrow, Deb tomorrow."""
    )
    cited = {
        claim.owner + claim.action: [quote.turn for quote in claim.quotes]
        for claim in OfflineReader().read(call).commitments
    }
    assert 11 not in cited[f"{MENTOR}Ring the head office"]
    assert 11 in cited[f"{MENTEE}Ask Deb"]


def test_of_a_turn_the_words_that_bind_are_quoted() -> None:
    call = dialogue(
        """Mentor: I'll get my grandson to scan the sheet, he is clever. I'll post it tomorrow.
        Mentee: Thank you."""
    )
    (claim,) = OfflineReader().read(call).commitments
    assert [quote.words for quote in claim.quotes] == ["I'll post it tomorrow."]


def test_a_day_is_mended_in_the_list_that_answers_the_others() -> None:
    call = dialogue(
        f"""Mentor: I've a sheet we use for swaps. Would you want it?
        Mentee: Yes please. And I'll ring the bank on Friday. And I'll ask Deb on Thursday.
        Mentor: I'll have it over to you on Monday.
        {SMALL_TALK}
        Mentor: So, your list?
        Mentee: Okay, mine. The bank, Friday. Deb, Thursday.
        Mentor: And mine. The swap sheet, did I say Monday? I'm off Monday. Make that Tuesday."""
    )
    sent = [claim for claim in OfflineReader().read(call).commitments if claim.owner == MENTOR]
    assert [(claim.action, claim.due_phrase) for claim in sent] == [
        ("Send Sam the swap sheet", "Tuesday")
    ]


def test_a_name_in_the_list_is_that_of_the_thing_that_was_only_pointed_at() -> None:
    call = dialogue(
        f"""Mentee: I'm thinking of a register. One page, and they sign.
        Mentor: When?
        Mentee: I'll make it over the weekend and I'll come with it to the site meeting.
        {SMALL_TALK}
        Mentor: So, your list?
        Mentee: Okay, mine. The calculations tonight, the register on Monday."""
    )
    found = OfflineReader().read(call).commitments
    assert [claim.action for claim in found if "register" in claim.action.lower()] == [
        "Come with the register to the site meeting"
    ]


def _promised(call: Call) -> dict[str, str]:
    """The action of each promise, by its owner's first name and its day's words."""
    found = OfflineReader().read(call).commitments
    return {f"{claim.owner.split()[0]} {claim.due_phrase}": claim.action for claim in found}


def test_what_stands_in_the_list_without_a_day_is_the_promise_it_names() -> None:
    told = f"""{SMALL_TALK}
        Mentee: I could make a sheet of the late lorries.
        {SMALL_TALK}
        Mentee: I'll do the module by Friday. And I'll ring the bank on Monday.
        {SMALL_TALK}
        Mentor: So what have you got?
        Mentee: Module Friday, bank Monday."""
    assert not any("lorries" in action for action in _promised(dialogue(told)).values())
    named = _promised(dialogue(f"{told} And the lorries."))
    assert any("lorries" in action for action in named.values())


def test_an_announced_list_is_promised_though_nothing_of_it_was_spoken_of() -> None:
    listed = f"""{SMALL_TALK}
        {SMALL_TALK}
        Mentor: {{asked}}
        Mentee: Kit list, Thursday. Parents' email, Friday. Half seven, Monday."""
    asked = _promised(dialogue(listed.format(asked="Right, what have you signed up for?")))
    assert {"Sam Thursday", "Sam Friday"} <= asked.keys()
    assert "Sam Monday" not in asked  # an hour is no thing to do
    assert not _promised(dialogue(listed.format(asked="And how is work?")))


def test_who_lists_what_comes_to_them_sums_up_for_the_other() -> None:
    call = dialogue(
        f"""{SMALL_TALK}
        {SMALL_TALK}
        Mentor: So what are we saying? Leeds by Sunday, letter to me on Friday."""
    )
    assert not _promised(call)


def test_what_somebody_will_have_back_to_me_is_the_other_ones_to_do() -> None:
    handed = f"""{SMALL_TALK}
        Mentor: You'll have the lesson plan {{whither}} Friday.
        Mentee: Yep."""
    assert _promised(dialogue(handed.format(whither="over to me"))).keys() == {"Sam Friday"}
    assert _promised(dialogue(handed.format(whither="back on"))).keys() == {"Ada on Friday"}
