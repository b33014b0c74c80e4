"""How people say what they work towards."""

from __future__ import annotations

from coach.reading.listening import Sign
from coach.reading.signs.wording import BY, NUMBER

GOALS = (
    Sign(
        "goal_is",
        r"\b(?:the|my|our|one|a) (?:\w+ )?(?:goal|aim|target|objective)(?:'s| is| "
        r"was|, )(?! (?:it|that)\b)",
        "So the goal is still ten clients.",
        "It's an own goal.",
        3,
        "goal",
        "goal aim target objective",
    ),
    Sign(
        "want_by",
        rf"\bi(?:'d| would)? (?:want|like|need|hope)\b.*(?:{BY}|\bmaximum\b|"
        rf"\bminimum\b|\bat (?:least|most)\b)",
        "I want it done by the end of March.",
        "I want a coffee.",
        3,
        "goal",
        "want like need hope",
    ),
    Sign(
        "want_able",
        r"\bi(?:'d| would)? (?:want|like|love|hope) to (?:just )?(?:be able to|be "
        r"(?!honest|clear|fair|frank|careful|sure|home)|become|feel|get (?:better|"
        r"good|to|into|more)|stop|learn|grow|lead|move|build|not)",
        "I want to be able to say no.",
        "I want to be honest with you.",
        2,
        "goal",
        "want like love hope",
    ),
    Sign(
        "want_others",
        r"\bi(?:'d| would)? (?:want|like) (?:my|our|the|them|people) ?(?:\w+ ){0,2}to (?!know\b)",
        "I want my team to decide without me.",
        "I want them all.",
        2,
        "goal",
        "want like",
    ),
    Sign(
        "what_i_want",
        r"\b(?:what|the (?:main )?thing) i(?:'d| would)?(?: really)? (?:want|"
        r"like)(?: \w+){0,4} is\b",
        "What I really want out of this is a plan.",
        "What I wanted was tea.",
        3,
        "goal",
        "want like",
    ),
    Sign(
        "share_by",
        rf"\b{NUMBER} (?:\w+ ){{0,2}}?out of (?:every )?{NUMBER}\b.*{BY}|"
        rf"{BY}.*\b{NUMBER} (?:\w+ )?out of {NUMBER}\b",
        "Nine calls out of ten answered by the end of May.",
        "Four out of five last week.",
        3,
        "goal",
        "out",
    ),
    Sign(
        "and_by",
        rf"^(?:\W*(?:so|okay|ok|right|yeah|and|then)\b\W*)*(?!i'll|we'll|you|i |we "
        rf"|he|she|it)[^?]*\b(?:{NUMBER}|done|finished|signed|online|ready|"
        rf"live)\b[^?]*{BY}[^?]*$",
        "So three pages online by the end of January.",
        "I'll send three pages by next week.",
        2,
        "goal",
        "by before until till end in",
    ),
    Sign(
        "measure",
        rf"\b(?:{NUMBER} ?(?:%|percent|per cent)|one day a week|{NUMBER} (?:days?|"
        rf"nights?|times?) (?:a|out of))\b",
        "20 percent, one day a week.",
        "Twenty people came.",
        1,
        "goal",
        "percent % cent day days night nights times 10% 20% 30% 40% 50% 60% 70% 80% 90%",
    ),
)
