# ruff: noqa: E501  a call is one row of a table
"""No promise is closed by talk of another thing of the same name, or of another one's doing.

N is the mentor, S the mentee.
"""

from __future__ import annotations

from datetime import date

import pytest
from dialogue import MENTEE, MENTOR, SMALL_TALK, TAIL, later_call

from coach.reading.updates import find_updates
from coach.records import Commitment
from coach.records.claims import UpdateClaim

OWNERS = {"N": MENTOR, "S": MENTEE}


def told(owner: str, action: str, text: str) -> tuple[UpdateClaim, ...]:
    promise = Commitment(
        id="01#c1", owner=OWNERS[owner], action=action, due=date(2025, 9, 12), status="open"
    )
    return find_updates(later_call(SMALL_TALK + text + TAIL, promise))


OTHER_THINGS = [
    # narrowed down by what stands before it
    ("N", "Plan the open day with Ruth", "N: And your lesson plans, how are they coming?\nS: I finished the last one on Sunday. They're all printed."),
    ("N", "Book a room for the spring workshop", "N: And the book club?\nS: We met on Tuesday. There was a good crowd and I read my page aloud."),
    ("N", "List the suppliers for Sam", "N: And the waiting list at the clinic?\nS: It's done. I got the last of them in on Thursday."),
    ("N", "Visit the nursery in Lorient", "N: How was the home visit?\nS: It went well. I wrote it all down afterwards."),
    ("S", "Record a two minute talk", "N: I looked at the attendance record. It was sent on Friday, it's done."),
    ("N", "Walk the fence with Tom", "N: How was the sponsored walk?\nS: We did all twelve miles, it's done."),
    ("N", "Ring the surgery", "N: Did you find your mother's ring?\nS: I found it on Friday, under the sofa."),
    # by what stands after it
    ("N", "Sign the reference form", "N: The new sign over the door, is it up?\nS: It's up. My uncle did it on Friday."),
    ("N", "Draft an invitation to the open evening", "N: How is the draft of chapter three?\nS: It went to my editor on Thursday, it's done."),
    ("N", "Email her and copy Sam in", "N: And the emails after seven?\nS: Em. No. I managed four days. Then there was the thing with the alarm and I was back in bed with the phone."),
    ("S", "Practise the opening with Lena", "N: And how's the practice in Ayr, did they get a new vet?\nS: They did. She came on Monday."),
    ("N", "Order the microscope slides", "N: And the order of service?\nS: It's printed. I did it on Saturday."),
    ("N", "Post the contract to Sam", "N: And the new post at the college?\nS: I applied on Friday. It's in."),
    ("N", "Mail the seeds to Sam's aunt", "N: And the mail in the hall?\nS: I sorted it on Friday. It's all gone."),
    # by whose it is
    ("S", "Call the registry", "S: And how did your call with the bank go?\nN: It went fine. I rang them on Monday and it's sorted."),
    # by what is done, where the promise only speaks of the thing
    ("S", "Send Ada the outline of the talk", "S: I sent the invoices off at last. And I talked to Ruth about the roof."),
    ("S", "Print the slides for the march", "S: We marched all the way to the square on Saturday."),
    # by how many there are
    ("N", "Walk the site with the foreman", "N: And the evening walks?\nS: I did five of seven. I kept it going even in the rain."),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "action", "text"), OTHER_THINGS)
def test_a_noun_for_another_thing_tells_nothing_of_the_promise(
    owner: str, action: str, text: str
) -> None:
    assert not told(owner, action, text)


THAT_DEED = [
    ("N", "Email Siobhan and copy Sam in", "S: And the email to Siobhan?\nN: I sent it on the Tuesday.", "done"),
    ("N", "Email her", "S: And the email to Siobhan?\nN: I sent it on the Tuesday.", "done"),
    ("S", "Email the three donors", "N: And the emails?\nS: I sent them on Monday, all three.", "done"),
    ("S", "Call the registry", "N: And the call?\nS: I made it on Friday. They were lovely.", "done"),
    ("S", "Call the registry", "N: And the phone call?\nS: No. I never did.", "not_done"),
    ("S", "Visit the nursery in Lorient", "N: How was the visit?\nS: It went well. I saw the nursery on Tuesday.", "done"),
    ("S", "Visit the nursery in Lorient", "N: How did your first visit go?\nS: It went well. I wrote it all down.", "done"),
    ("S", "Walk every evening after supper", "N: And the walks?\nS: I did five of seven.", "partly"),
    ("S", "Draft a letter for the landlord", "N: What about the draft?\nS: It's done, I wrote it on Sunday.", "done"),
    ("S", "Plan the open day with Ruth", "N: And the plan for the open day?\nS: Half of it. Ruth was sick.", "partly"),
    ("S", "Tally how often he comes in early", "N: The tally.\nS: I kept the tally for two weeks. It's done.", "done"),
    ("N", "Phone Sam on the evening of the viewing", "S: So I never got my birthday phone call.\nN: No, you didn't. I forgot, I'm sorry.", "not_done"),
    ("S", "Walk the fence with Tom", "N: How was the promised walk?\nS: Wet. But we did it, all of it.", "done"),
    ("S", "Report the broken lift", "N: Did the porter report it or you?\nS: I reported the lift on Monday.", "done"),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "action", "text", "status"), THAT_DEED)
def test_a_noun_that_names_the_deed_itself_is_an_account_of_it(
    owner: str, action: str, text: str, status: str
) -> None:
    assert [each.status for each in told(owner, action, text)] == [status]


DONE_BY_OTHERS = [
    # by somebody else
    ("S", "Ask Marta for the keys to the hall", "S: My sister asked Marta for a lift on Friday. She got one."),
    ("S", "Call the plumber", "S: And my neighbour called the plumber about her sink. He came at ten."),
    ("N", "Visit the archive in Leuven", "N: My niece visited the archive on Friday, she loved it."),
    ("S", "Write to the council about the bins", "S: The neighbours wrote to the council about the trees. They got an answer."),
    # by who waits for it, with a thing of their own
    ("N", "Go through Sam's outreach plan and send comments", "N: And the outreach plan?\nS: So that's half of it. I've a page and a half, the needs bit is done and the budget isn't."),
    ("N", "Read Sam's essay", "N: How's the essay?\nS: I finished it on Sunday. It's gone to the printer."),
    ("N", "Look over Sam's pricing sheet", "N: And your pricing sheet?\nS: I never did it. I ran out of time."),
    ("S", "Proofread Ada's chapter", "S: And how's your chapter?\nN: I wrote most of it. The ending isn't done yet."),
    ("N", "Check Sam's lease", "N: And the lease?\nS: I signed it on Friday. It's sorted."),
    ("N", "Ring the museum about the loan", "N: And the museum?\nS: I rang them on Monday about my job. They said yes."),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "action", "text"), DONE_BY_OTHERS)
def test_what_others_did_tells_nothing_of_the_promise(owner: str, action: str, text: str) -> None:
    assert not told(owner, action, text)


DONE_BY_THE_OWNER = [
    ("S", "Ask Marta for the keys to the hall", "S: Marta. I asked her on Friday, my sister asked her too. She said yes.", "done"),
    ("S", "Call the plumber", "S: The plumber rang me back on Friday, so that's done.", "done"),
    ("N", "Go through Sam's outreach plan and send comments", "S: I got your comments on the outreach plan, they were spot on.", "done"),
    ("N", "Read Sam's essay", "N: Your essay. I read it on the train.\nS: And?", "done"),
    ("N", "Read Sam's essay", "S: Did you read my essay?\nN: No. I didn't get to it.", "not_done"),
    ("N", "Check Sam's lease", "S: The lease came back with your notes.", "done"),
    ("N", "Send Sam the budget template", "N: And did the template reach you?\nS: It did, it came on Friday, I filled it in.", "done"),
    ("N", "Put Sam in touch with Oskar", "N: Did Oskar write?\nS: He did. I met him on Friday, we had a coffee.", "done"),
]  # fmt: skip


@pytest.mark.parametrize(("owner", "action", "text", "status"), DONE_BY_THE_OWNER)
def test_what_its_owner_did_or_the_other_got_tells_of_it(
    owner: str, action: str, text: str, status: str
) -> None:
    assert [each.status for each in told(owner, action, text)] == [status]
