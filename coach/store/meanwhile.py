"""What a person may have said of a call while it was read, or was looked at: their word holds.

Reading takes its time, and what was taken back meanwhile must not come back with it.
"""

from __future__ import annotations

from coach.errors import StoreError
from coach.records import Recap, Session

Turns = tuple[int, ...]


def require_struck(session: Session, withheld: set[int]) -> None:
    """Raises StoreError where words were struck meanwhile that this reading does not withhold."""
    if not {cut.turn for cut in session.struck} <= withheld:
        raise StoreError(
            f"Words of session {session.id} were struck while it was read; read the call again."
        )


def require_left_out(draft: Recap | None, confirmed: Recap) -> None:
    """Raises StoreError where the draft that waits by now leaves out more than what is entered."""
    if draft and {one.turn for one in draft.withheld} - {one.turn for one in confirmed.withheld}:
        raise StoreError(
            f"Words of session {draft.session} were left out since you looked at its draft; "
            "look at it again."
        )


def require_as_opened(
    session: Session, confirmed: Recap | None, not_secret: Turns, instead_of: Turns
) -> None:
    """Raises StoreError where other turns were opened or left out again meanwhile.

    So it does where a yes entered what this reading leaves out again: that takes a strike.
    """
    left_out_again = {*instead_of} - {*not_secret}
    entered = left_out_again - {one.turn for one in confirmed.withheld} if confirmed else set()
    if entered or session.not_secret != instead_of:
        raise StoreError(
            f"What is left out of session {session.id} was changed, or said yes to, while it was "
            "read; read the call again."
        )
