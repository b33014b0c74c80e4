"""Pieces that several signs are made of."""

from __future__ import annotations

I_HAVE = (
    r"\b(?:i|we)(?:'ve| have|'d| had)?(?: (?:finally|actually|just|really|already|even|"
    r"also|both|all))*"
)
NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|hundred)"
)
BY = (
    r"\b(?:by|before|until|till|end of|in) (?:the )?(?:end|middle|mid|start|beginning|summer|"
    r"autumn|winter|spring|easter|christmas|next|this|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|term|quarter|year|month)"
)
