"""Pieces that several signs are made of."""

from __future__ import annotations

I_HAVE = r"\b(?:i|we)(?:'ve|'d| have| had)?(?: (?:\w+ly|just|also|even|then|both|all|never|only))*"
PAST = (
    r"(?:\w{2,}ed|got|did|done|went|made|told|gave|took|came|saw|wrote|sent|rang|found|had|kept|"
    r"put|stood|spoke|said|won|hit|built|held|left|began|sold|met|read|brought|paid|been|ran|sat|"
    r"felt|thought|asked|heard|lost|was|were)"
)
NUMBER = (
    r"(?:\d[\d,.]*|zero|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
BY = (
    r"\b(?:by|before|until|till|end of|in) (?:the )?(?:end|middle|mid|start|beginning|spring|"
    rf"summer|autumn|fall|winter|easter|christmas|diwali|eid|ramadan|term|quarter|year|next year|"
    rf"{MONTH}|\w+ (?:of )?{MONTH}|\w+teenth|\w+first|then)\b"
)
"""A day or season by which something is to be."""
