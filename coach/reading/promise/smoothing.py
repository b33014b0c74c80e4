"""What speech puts behind a deed, set in its place: what was meant, with whom, and what others do.

"I'll book it tonight, the exam" names its thing last (a right dislocation); "we'll do it, my wife
and I" names who does it last. What is asked of whoever gets a thing is no part of giving it.

>>> smoothed("book it, the exam"), smoothed("do the pricing, my wife and I")
('book the exam', 'do the pricing with my wife')
>>> smoothed("send you two papers, read the short one"), smoothed("note it and Put it up")
('send you two papers', 'note it and put it up')
"""

from __future__ import annotations

import re

TOLD = re.compile(
    r"\b(?:that|whether|if|when|why) (?:i|we|he|she|they|it|you|there|the|my)\b", re.IGNORECASE
)
"""“Tell him tonight that I'm leaving in May”: the second day is part of what is told."""
VERBS_OWN = re.compile(
    r"\b(?:take|taking|pass|put|putting|keep|hold|try|sign) (?:it|them|him|her|that) on[.?!]*$"
    r"|\b(?:what|who|whom|which) (?:i|he|she|they|we|you|it|the [a-z]+)(?:['’][a-z]+)?"
    r" (?:[a-z]+ ){1,3}(?:to|for|at|from|on|with|by)[.?!]*$",
    re.IGNORECASE,
)
"""“Tell her I can't take it on”, “ask what I'm entitled to”: the last word is the verb's own."""
_WITH_WHOM = re.compile(
    r",? (?:(?P<whom>my [a-z-]+) and (?:I|me|myself)"
    r"|(?:me|myself) and (?P<who>my [a-z-]+))(?=\W*$)",
    re.IGNORECASE,
)
_NAMED_LAST = re.compile(
    r"(?P<verb>^[a-z]+(?: (?:up|out|in|off|back))?) (?:it|them|him|her)\b"
    r"(?P<rest>(?:(?! and )[^,])*?)[\s,]*, (?P<what>(?:the|my|your|our|his|her|their) "
    r"(?!(?:same|day|next|one|way|first|two|pair|lot|whole|actual)\b)"
    r"(?:(?!and\b|but\b|or\b)[\w'’-]+ ?){1,4})(?=[.!?]?$)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"(?<=\band )[A-Z](?=[a-z]+ (?:it|them|the|an?|my|your|his|her|their|him|you)\b)"
)
"""“And Put it on the wall”: a capital that the transcriber's full stop left."""
_ASKED_OF_WHO_GETS_IT = re.compile(
    r"(?P<given>^(?:send|give|e-?mail|bring|lend|forward|share|pass|drop|post|show)\b[^,]*"
    r"\byou\b[^,]*?)[\s,]*, (?:so |just |do )*(?:read|skim|look|use|ignore|pick|choose|start"
    r"|try|tell me|let me|have a look|watch|listen|fill|sign|mark|correct|steal|keep)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""“I'll send you two papers, read the short one.” """


def smoothed(deed: str) -> str:
    """The deed with what was named last in its place, and without what another is to do."""
    deed = _NAMED_LAST.sub(
        lambda said: f"{said['verb']} {said['what'].strip()}{said['rest']}", deed
    )
    deed = _WITH_WHOM.sub(lambda both: f" with {both['whom'] or both['who']}", deed)
    deed = _CAPITAL.sub(lambda verb: verb.group().lower(), deed)
    return _ASKED_OF_WHO_GETS_IT.sub(r"\g<given>", deed)
