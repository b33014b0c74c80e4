"""Plain ways of telling what became of a promise, made up: what every scale should know.

A few hundred known passages do not show every plain way of saying it. Each line here is a fate, a
promise of Sam's (after `if:` a conditional one, after `N:` one of Nora's), and what is said of it:
`S:` is Sam, `N:` Nora.
"""

# ruff: noqa: E501  what is said is one row of a table
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from coach.reading import Call
from coach.records import Commitment, Person, Relationship, Transcript, Turn

_NAMES = {"N": "Nora Quinn", "S": "Sam Reid"}
_PAIR = Relationship(id="pair", mentor=Person(name=_NAMES["N"]), mentee=Person(name=_NAMES["S"]))
BEFORE, AFTER = (
    "N: Is it raining with you as well? S: It is.",
    "N: And how are they at home? S: Well.",
)
_TURN = re.compile(r"([SN]): (.+?)(?= [SN]: |$)")


def plain_calls() -> Iterator[tuple[str, Call, range]]:
    """Each fate with a call of its own, and the turns that tell."""
    for line in TOLD.strip().splitlines():
        fate, action, said = line.split(" | ")
        turns = _TURN.findall(f"{BEFORE} {said} {AFTER}")
        promise = Commitment(
            id="01#c1",
            owner=_NAMES["N" if action.startswith("N: ") else "S"],
            action=action.removeprefix("if: ").removeprefix("N: "),
            firmness="conditional" if action.startswith("if: ") else "firm",
            status="open",
        )
        spoken = tuple(Turn(speaker=who, text=words) for who, words in turns)
        transcript = Transcript(turns=spoken, source="plainly", format="labelled")
        names = tuple(_NAMES[who] for who, _ in turns)
        yield fate, Call(transcript, _PAIR, names, HELD_ON, (promise,)), range(2, len(turns) - 2)


HELD_ON = date(2025, 9, 12)
TOLD = """
done | Order the seed trays | N: And the seed trays? S: They came on Friday.
done | Order the seed trays | S: The trays. I forgot the first week, but I ordered them on Monday.
done | Ring the harbour office | N: Did you ring the harbour office? S: I did, yes. They were very kind.
done | Ring the harbour office | S: I was dreading the harbour office, I never slept. Then I rang, and she laughed.
done | Show Nora the sketch of the porch | N: That sketch of yours, the porch, it's on my fridge.
done | Move the beehives | S: The beehives are down by the wall now. I got stung twice, nothing bad.
done | Fix the brake on the cart | S: I haven't had one complaint since, so the brake on the cart is fine now.
done | Read the chapter about tides | S: I read the tides chapter on the train, no, on the bus.
done | Write to the parish council about the path | S: I didn't think they would answer, but I wrote to the council about the path, and they did.
done | Take two photographs of the roof and send them | N: Your photographs of the roof, I didn't know it was so bad.
done | Sweep the chimney | S: The chimney took me all of Sunday. Never again.
done | Ask Moira about the piano | S: So I asked Moira about the piano, and she said no, she won't sell it.
partly | Order the seed trays | S: Half of the seed trays came. The other half are still to come.
partly | Label the jars in the cellar | S: The jars. I did the top shelf, I've not done the bottom one.
partly | Label the jars in the cellar | N: And the jars? S: I did some on Monday. The rest are still there.
partly | Ask Moira about the piano | S: I wrote to Moira about the piano, and I've heard nothing.
partly | Ask Moira about the piano | S: The piano. I asked Moira and she hasn't come back to me. N: Ah.
partly | Ring the harbour office | S: I rang the harbour office three times and nobody picks up.
partly | Walk the dog every morning | S: I walked the dog most mornings. I missed the Thursday.
partly | Walk the dog every morning | S: The dog. I did Tuesday and Wednesday, then it rained.
partly | Oil the three gates | S: I oiled one of the gates, then the can was empty.
partly | Write the speech for the wedding | S: The speech. I wrote the start, that's all there is.
partly | Write the speech for the wedding | N: How's the speech? S: Sort of. I've a first page.
partly | Paint the boat | S: I painted the boat, all but the keel.
partly | Register both of the dogs | S: One of the dogs is registered. The other one has no chip, so that's still open. I'll do it Monday.
partly | Draw a plan of the shed and price the timber | S: I drew the plan of the shed. The timber I haven't priced.
partly | Row round the island together | N: We rowed as far as the light, and then the wind turned. S: So the far side is still to see.
partly | Climb the tower from the gate to the bell | S: I got up as far as the clock, and my knee wouldn't go on.
failed | Order the seed trays | S: I haven't ordered the seed trays. I'll do it on Sunday.
failed | Order the seed trays | N: And the seed trays? S: No. I'm sorry. I'll do it tonight.
failed | Ring the harbour office | S: The harbour office. I just didn't. No excuse.
failed | Ring the harbour office | S: I picked up the phone for the harbour office and put it down again. I'll ring them next week.
failed | Sweep the chimney | S: I had a go at the chimney and the brush broke. So it's Saturday now.
failed | Sweep the chimney | S: He was coming for the chimney on the Friday, and then he was ill. The new date's the tenth.
failed | Read the chapter about tides | N: Did you read the chapter? S: I carried it about all week and never opened it.
failed | Paint the boat | S: The boat's still as it was. It rained. I'll paint it at Easter.
failed | Walk up the hill together | N: We never walked up the hill. S: No. The first of May instead? N: The first, then.
failed | Show Nora the sketch of the porch | N: The sketch of the porch never came. S: Oh no. You'll have it tomorrow.
failed | Fix the brake on the cart | S: I know I said Monday for the brake. It's still broken.
failed | N: Lend Sam the long saw | S: I don't think the saw ever came. N: Oh. I'm sorry.
failed | N: Write down the recipe for the soup | S: I never saw any recipe for the soup.
failed | N: Write down the recipe for the soup | N: I haven't written down that soup for you, have I?
done | N: Lend Sam the long saw | S: I got the saw, it hangs on its nail.
dropped | Order the seed trays | S: The seed trays. My sister gave me hers, so I don't need any.
dropped | Sweep the chimney | S: They're taking the chimney down, so there's no point now.
dropped | if: Ring the harbour office if the letter does not come | S: The letter came, so I never had to ring the harbour.
dropped | if: Ask Moira about the piano if Tom says no | N: Tom said yes, so you can leave Moira in peace.
dropped | if: Send the photographs if she agrees | S: She didn't want that, the photographs. So I left it.
dropped | Move the beehives | S: The beehives were sold before I got there. So that's that.
dropped | Write the speech for the wedding | N: Do you want to keep the speech on the list? S: No, take it off.
dropped | Paint the boat | S: I gave up on the boat. It's firewood.
dropped | Walk up the hill together | S: The hill is closed, they're felling. We called it off.
dropped | Write to the parish council about the path | S: I was half way through the letter to the council, and she said, don't bother, it's decided.
dropped | if: Pay the deposit if the roof is sound | S: It wasn't sound, the roof, so no deposit.
"""
"""Fate, promise, and what is said."""
