"""What a language model is sent, told before it is; and what it took, told after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.cli import terminal

if TYPE_CHECKING:
    from coach.drafting import Sending
    from coach.records import Usage


def show_sending(sending: Sending, *, in_full: bool, as_json: bool) -> None:
    """Print what would be sent; nothing is sent here."""
    if as_json:
        terminal.emit(
            {
                "engine": sending.engine,
                "tokens": sending.tokens,
                "withheld_turns": sending.withheld,
                "requests": [
                    [{"role": role, "content": text} for role, text in messages]
                    for messages in sending.messages
                ]
                if in_full
                else len(sending.messages),
            }
        )
        return
    if not in_full:
        terminal.say(sending.told)
        return
    terminal.note(sending.told)
    for number, messages in enumerate(sending.messages, 1):
        for role, text in messages:
            terminal.say(f"--- request {number}, {role} ---")
            terminal.verbatim(text)


def took(usage: Usage) -> str:
    """What asking took, as the server counts it."""
    requests = "1 request" if usage.requests == 1 else f"{usage.requests} requests"
    tokens = ""
    if usage.tokens_in is not None:
        tokens = f", {usage.tokens_in:,} tokens in, {usage.tokens_out or 0:,} out"
    return f"{usage.model}: {requests}{tokens}, {usage.seconds:.0f} s."
