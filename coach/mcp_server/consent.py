"""A person's yes, before anything is entered that only a person can say yes to.

Where the client can ask its user, the server asks through it, and the model has no part in the
answer. Where it cannot, the client's own question before a tool that changes things is all there
is: such a tool says so, takes ids one by one, and wants back the mark of the draft that was shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from mcp.server.mcpserver import AcceptedElicitation, Context, Elicit, ElicitationResult
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field

from coach.after import mark_of
from coach.errors import UserError
from coach.records import Recap
from coach.render.markdown import escape

SHOWN = 12
"""Lines of a question to a person; more is not read."""


class Yes(BaseModel):
    """What a person is asked."""

    yes: bool = Field(title="Enter it", description="Yes, exactly as shown.")


def require_shown(draft: Recap, mark: str) -> None:
    """Raises UserError where a person was shown another draft than this one, or none."""
    if mark != mark_of(draft):
        raise UserError(
            f"draft: {mark or 'none'} is not the draft of session {draft.session} as it is now. "
            "Show it again with show_draft, and ask again."
        )


def question(context: Context, title: str, lines: Iterable[str]) -> Yes | Elicit[Yes]:
    """Ask the person through the client, where it can; else the client's own question stands."""
    can = context.client_capabilities
    if can is None or can.elicitation is None:
        return Yes(yes=True)
    shown = [f"• {escape(line)}" for line in lines]
    if len(shown) > SHOWN:
        shown = [*shown[: SHOWN - 1], f"and {len(shown) - SHOWN + 1} more"]
    return Elicit("\n".join([title, *shown]), Yes)


def require(answered: ElicitationResult[Yes]) -> None:
    """Raises ToolError where the person did not say yes."""
    if not (isinstance(answered, AcceptedElicitation) and answered.data.yes):
        raise ToolError("The person did not say yes. Nothing was entered or changed.")
