"""A home of one of two people, with a word of its own in every place that the other may not see.

Each word stands nowhere else; where it turns up, what it was planted in has leaked.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from store_samples import read_again
from two_homes import DANA, KARTHIK

from coach.app import Coach
from coach.records import Agreement, Evidence, Feedback, Goal, Person, Point, Recap
from coach.store import Answer, make_note

WHO = "dana"
PRIVATE = {
    "note": "quokkaburrow",
    "plan": "wombatlantern",
    "answer": "numbatfiddle",
}
"""The mentee's own notes and answers."""
WITHHELD = {"off the record": "zanzibarquay", "a confidence": "yukonferry"}
STRUCK = {"by turn": "xebecharbour", "by subject": "axolotlpond"}
OFF_LIMITS = {"goal": "merganser", "shared answer": "merganser", "point": "merganser"}
"""One subject that the two put off limits, wherever it is spoken of."""
OFF_PROMISE = {"promise": "kestrelvault"}
"""A promise about a subject off limits: in the ledger, which hides no debt, and in no file."""
DRAFT = {"draft": "jackdawpress"}
REJECTED = {"promise": "heronledger"}

PLACES = {
    "private": set(PRIVATE.values()),
    "withheld": set(WITHHELD.values()),
    "struck": set(STRUCK.values()),
    "off limits": set(OFF_LIMITS.values()),
    "off-limits promise": set(OFF_PROMISE.values()),
    "draft": set(DRAFT.values()),
    "rejected": set(REJECTED.values()),
}

FIRST = f"""\
Dana: How was the week?
Karthik: I'll send you the hiring budget by Friday.
Karthik: I'll draft the {REJECTED["promise"]} summary by Thursday.
Dana: I'll ask Luis about the support rota tomorrow.
Karthik: I'll pay for the {OFF_PROMISE["promise"]} repairs by Monday.
Karthik: The big win was that the {OFF_LIMITS["point"]} merger review went well.
Karthik: What I learned is that the {OFF_LIMITS["point"]} merger needs patience.
Karthik: I'll ring the {STRUCK["by turn"]} office on Tuesday.
Dana: I'll write to the {STRUCK["by subject"]} people next week.
Karthik: My goal is to run the design review alone by May.
Karthik: Off the record, my wife is moving to {WITHHELD["off the record"]} for good.
Dana: Thanks for telling me. Let's get back to the budget.
Dana: Between you and me, please keep it to yourself, Luis has the {WITHHELD["a confidence"]} job.
Karthik: Of course. Shall we talk about the next call?
Dana: Wednesday the first of October works for me.
"""
SECOND = f"""\
Dana: Did the hiring budget go out?
Karthik: Yes, I sent you the hiring budget on Thursday.
Karthik: I'll write the {DRAFT["draft"]} release by Tuesday.
Dana: I'll book the big meeting room tomorrow.
"""
FIRST_DAY, SECOND_DAY = "2025-09-03", "2025-09-17"
NOW = datetime(2025, 9, 20, 9, 0, tzinfo=UTC)


def planted(home: Path, files: Path) -> None:
    """Make the home: the mentee's, after one confirmed call and one draft."""
    files.mkdir(exist_ok=True)
    (files / "first.txt").write_text(FIRST, encoding="utf-8")
    (files / "second.txt").write_text(SECOND, encoding="utf-8")
    with Coach(home) as coach:
        coach.store.set_me(Person(name=KARTHIK))
        coach.add(
            WHO,
            mentor=DANA,
            mentee=KARTHIK,
            me="mentee",
            agreement=Agreement(
                off_limits=(f"the {OFF_LIMITS['goal']}", f"the {OFF_PROMISE['promise']}")
            ),
            goals=(Goal(id="g7", text=f"Finish the {OFF_LIMITS['goal']} merger", specific="soon"),),
        )
        coach.consent(WHO, ["mentor", "mentee"])
        draft = coach.recap(files / "first.txt", who=WHO, held_on=FIRST_DAY).recap
        read_again(coach.store, _with_points(draft))
        out = [c.id for c in draft.commitments if REJECTED["promise"] in c.action]
        assert len(out) == 1
        coach.confirm(WHO, "01", reject=out)
        coach.strike(WHO, "01", turns=range(7, 8))
        coach.strike(WHO, "01", subject=STRUCK["by subject"])
        coach.store.memory.add(
            [
                make_note(
                    relationship=WHO,
                    session="01",
                    kind="reflection",
                    text=f"What troubles me about the hiring budget is the {PRIVATE['note']}",
                    occurred_at=draft.held_on,
                    visibility="mentee",
                ),
                make_note(
                    relationship=WHO,
                    session="01",
                    kind="insight",
                    text=f"The {OFF_LIMITS['point']} merger and the hiring budget hang together",
                    occurred_at=draft.held_on,
                ),
            ]
        )
        open_ = coach.open_questions(WHO, "mentee")
        own = f"On Monday, with the {PRIVATE['answer']} by noon"
        _answer(coach, "PC3", f"What I want of this call is the {PRIVATE['plan']}", "mentee")
        _answer(coach, "PC7", f"I will ask for the {PRIVATE['plan']} first", "mentee")
        _answer(coach, "PC4", f"The {OFF_LIMITS['shared answer']} merger", "shared")
        for id, question in open_[:1]:
            _answer(coach, id, own, "mentee", question.about)
        coach.recap(files / "second.txt", who=WHO, held_on=SECOND_DAY)


def _with_points(draft: Recap) -> Recap:
    """The draft, with something off limits in every place that a reader may put it."""
    words = Evidence(session="01", turn=5, speaker=KARTHIK, quote=FIRST.splitlines()[5][9:])
    points = tuple(
        Point(text=f"The {OFF_LIMITS['point']} merger review went well", who=who, evidence=(words,))
        for who in (DANA, KARTHIK)
    )
    feedback = tuple(
        Feedback(giver=one, receiver=other, text="The merger review", evidence=(words,))
        for one, other in ((DANA, KARTHIK), (KARTHIK, DANA))
    )
    return draft.model_copy(
        update={
            **dict.fromkeys(("wins", "insights", "challenges", "decisions"), points),
            "feedback": feedback,
        }
    )


def _answer(
    coach: Coach, question: str, text: str, visibility: str, about: str | None = None
) -> None:
    coach.answer(
        Answer(
            relationship=WHO,
            question=question,
            role="mentee",
            text=text,
            at=NOW,
            visibility=visibility,  # type: ignore[arg-type]
            about=about,
        )
    )


def seen(text: str) -> set[str]:
    """The places of which a word stands in the text."""
    folded = text.casefold()
    return {place for place, words in PLACES.items() if any(word in folded for word in words)}
