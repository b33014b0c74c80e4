"""The chat that Zoom saves beside a recording: `00:01:34<tab>Dana:<tab>text`, lines below go on.

Older and local recordings: `10:01:34 From Dana Whitfield to Everyone: text`.
"""

from __future__ import annotations

import re

from coach.transcript.turns import Reading, seconds, spoken, turn

_MESSAGE = re.compile(
    r"^(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:"
    r"\t(?P<label>[^\t\n]{1,150}):\t"
    r"|[ \t]{1,4}From[ \t]{1,4}(?P<sender>[^\n]{1,150}?)"
    r"(?:[ \t]{1,4}[tT]o[ \t]{1,4}[^:\n]{1,150})?[ \t]{0,2}:(?=\s))",
    re.MULTILINE,
)


def matches(text: str) -> bool:
    """The first line is a message with its time and sender."""
    return _MESSAGE.match(text.lstrip()) is not None


def read(text: str) -> Reading:
    """One turn a message."""
    messages = list(_MESSAGE.finditer(text))
    ends = [message.start() for message in messages[1:]] + [len(text)]
    return Reading(
        "zoom-chat",
        spoken(
            turn(
                message["label"] or message["sender"],
                text[message.end() : end],
                # Beside a name after "From" stands the time of day, not that of the recording.
                seconds(message["time"]) if message["label"] else None,
            )
            for message, end in zip(messages, ends, strict=True)
        ),
    )
