"""Which parts of the frameworks a call filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coach.library import Framework
from coach.records import Coverage, Evidence, Recap, Relationship


def coverage(
    draft: Recap, relationship: Relationship, frameworks: Mapping[str, Framework]
) -> Iterator[Coverage]:
    """Which slots of the post-call recap, and topics of the agreement, this call filled."""
    filled = _slots(draft, relationship)
    if pack := frameworks.get("post-call"):
        for slot in pack.kinds("slot"):
            evidence = filled.get(slot.id, ())
            state = "covered" if evidence else "open"
            yield Coverage(framework=pack.id, part=slot.id, state=state, evidence=evidence[:2])
    for term in draft.agreement:
        covered = "covered" if term.state == "agreed" else "partly"
        yield Coverage(
            framework="working-agreement", part=term.topic, state=covered, evidence=term.evidence
        )


def _slots(draft: Recap, relationship: Relationship) -> dict[str, tuple[Evidence, ...]]:
    def words(items: Iterable[object]) -> tuple[Evidence, ...]:
        return tuple(item.evidence[0] for item in items if getattr(item, "evidence", ()))  # type: ignore[attr-defined]

    mentee, mentor = relationship.mentee.name, relationship.mentor.name
    meeting = draft.next_meeting
    return {
        "useful": words(a for a in draft.useful if a.kind == "useful") or words(draft.feedback),
        "change": words(a for a in draft.useful if a.kind == "change"),
        "insights": words(draft.insights),
        "next_steps": words(c for c in draft.commitments if c.owner == mentee),
        "accountabilities": words(c for c in draft.commitments if c.owner == mentee and c.due),
        "mentor_promises": words(c for c in draft.commitments if c.owner == mentor),
        "feedback": words(f for f in draft.feedback if f.giver == mentee),
        "next_meeting": meeting.evidence if meeting else (),
    }
