# ruff: noqa: E501  a cue is one row of a table
"""What a question is after: the answer is known by it."""

from __future__ import annotations

from coach.cues import Cue

ASKING = (
    Cue("asks_aim", r"\bwhat(?:'s|'d| is| would| do| does| did| will)?\b[^?]{0,30}\b(?:want|like|good|success|better|win|enough|hope|after|aim|goal|happen(?:ed)?|be true|be different|differently by)\b[^?]*\?|\bwhere (?:must|should|do|does|would|will)\b[^?]{0,30}\b(?:end|be|go|want)\b[^?]*\?|\bhow (?:would|will|do|'ll|'d) (?:we|you|i|they) know\b|\bas a goal\b", "What would good look like?", "What time is it?"),
    Cue("asks_when", r"\b(?:by )?when\b[^?.]{0,30}\?|\bhow soon\b|^\W*by\?", "By when?", "When I was there I saw it."),
    Cue("asks_obstacle", r"\bwhat(?:'s| is| was|'d| gets)? (?:\w+ )?(?:stop\w*|in the (?:way|road)|hard\w*|difficult|it about|that about|keep\w*|bother\w*|worr\w*|scar\w*|going on|the (?:problem|worst|trouble|matter)|wrong)\b|\bwhy\b[^?]{0,40}\?|\bhow come\b|\bput(?:ting)? it off\b|\bwhat happens\b", "What's stopping you?", "What's for lunch?"),
    Cue("asks_how_you_are", r"\bhow (?:are you (?:sleeping|feeling|doing|with)|'s your head|does (?:that|it) feel|did (?:that|it) feel|long (?:have you|you) been)\b|\bhow's your (?:head|heart|week)\b", "How are you sleeping?", "How far is it?"),
    Cue("asks_meaning", r"\bwhat (?:do|did|does|would|'d|'s|is|was|'ve|have)?\b[^?]{0,25}\b(?:make of|tell you|tells you|learn\w*|notice\w*|differen\w+|chang\w+|think|see|hear|hears|say to you|do to you|mean|missing|wrong)\b[^?]*\?|\bsay (?:that|it) again\b|\bsay more\b|\bwhat makes\b|\bwhat would make\b", "What do you make of that?", "What did you eat?"),
    Cue("asks_news", r"\bhow (?:did|was|were|'d|has|have|'s)\b[^?]*\b(?:go|it|that|the|get on|been)\b[^?]*\?|\b(?:did|has|have|had) (?:she|he|they|you|it|anyone|anybody|the)\b[^?]{0,60}\?|\bwhat(?:'d| did) (?:she|he|they)\b[^?]*\?|^\W*(?:and|so)\?|\bwhat happened\b|\bwhat(?:'s| is) (?:the news|new)\b", "And did she answer?", "Will she answer?"),
    Cue("offers", r"\b(?:shall i|should i|(?:do you|d'you|you) want me|want me to|would it help|would you like me|you sure|could i|i could (?:\w+ )?(?:call|ask|send|write|ring|say|drop|put|pick|talk|have|tell)|there's (?:a|the) \w+|you (?:might|may want)|would you be on)\b", "Shall I ask her for you?", "I asked her."),
    Cue("asks_worth", r"\b(?:useful|helpful|any use|of use|any good|any help|valuable|worth)\b[^?]*\?|\bhow (?:was|is|did you find) (?:this|that|today|it)\b[^?]*\?|\band (?:for )?you\?|\bwhat (?:would|should|could) (?:you|i|we) (?:change|do different)|\bwas (?:i|this|it|that) (?:ok|okay|all right)\b|\b(?:taking|take) away\b", "Was that any use?", "Was that the bus?"),
    Cue("asks", r"\?", "Is it?", "It is."),
)  # fmt: skip
