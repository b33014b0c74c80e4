"""Pieces that several signs are made of."""

from __future__ import annotations

from coach.dates.words import FULL_WEEKDAY

I_HAVE = r"\b(?:i|we)(?:'ve|'d| have| had)?(?: (?:\w+ly|just|also|even|then|both|all|never|only))*"
PAST = (
    r"(?:\w{2,}ed|got|did|done|went|made|told|gave|took|came|saw|wrote|sent|rang|found|had|kept|"
    r"put|stood|spoke|said|won|hit|built|held|left|began|sold|met|read|brought|paid|been|ran|sat|"
    r"felt|thought|heard|lost|was|were|let|set|knew|grew|drew|threw|chose|broke|drove|wore|rose|"
    "taught|caught|bought|fought|slept|swore|tore|wound|led|fell|ate|swam|sang|drank|dealt|meant|"
    "learnt|spent|lent|bent|shook|stuck|struck|rode|flew|forgot|woke|hid|shot|cut|shut)"
)
NUMBER = (
    r"(?:\d[\d,.]*|zero|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
GOOD = (
    r"(?:good|great|big|huge|massive|enormous|lovely|nice|fine|brilliant|beautiful|excellent|amazing|"
    r"wonderful|fantastic|perfect|super|clean|clear|honest|brave|strong|smart|sharp|clever|wise|kind|"
    r"rare|impressive|grand|marvell?ous|splendid|sensible|mighty|incredible|special|proper|gold|"
    r"magic|generous|useful|helpful|right|true|thoughtful|better|best|important|fair|class|a win|"
    r"something|progress)"
)
"""The core of what any list of English words of praise holds."""
DAY = rf"(?:{FULL_WEEKDAY}s?)"
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
BY = (
    r"\b(?:by|before|until|till|end of|in) (?:the )?(?:end|middle|mid|start|beginning|spring|"
    rf"summer|autumn|fall|winter|easter|christmas|diwali|eid|ramadan|term|quarter|year|next year|"
    rf"{MONTH}|\w+ (?:of )?{MONTH}|\w+teenth|\w+first)\b"
)
"""A day or season by which something is to be."""
