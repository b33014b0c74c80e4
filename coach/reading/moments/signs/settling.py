# ruff: noqa: E501  a cue is one row of a table
"""How people say what they aim at, and settle how things will be."""

from __future__ import annotations

from coach.cues import Cue
from coach.reading.moments.signs.wording import BY, DAY, NUMBER

SETTLING = (
    Cue("will", r"\b(?:i|we|you)(?:'ll| will)\b|\bgoing to\b|\bgonna\b", "I'll ring.", "I rang."),
    Cue("wants", r"\b(?:i|we)(?:'d| would)?(?: \w+ly| just)? (?:want|wanna|like to|love to|hope|need|wish)\b|\bwhat i'm after\b|\bi'd like\b|\bwould be (?:nice|great|enough)\b|\bi could live with\b", "I'd like to lead it.", "He wanted tea."),
    Cue("names_aim", r"\b(?:the|my|our) (?:\w+ )?(?:goal|aim|target|objective)(?:'s| is| was|, )|\bwhat i(?:'d| would)?(?: really)? (?:want|like)\b[^.?]{0,30} is\b|\bi(?:'d| would)? (?:want|like) to be able to\b", "The goal is still ten clients.", "It's an own goal."),
    Cue("by_then", BY, "By the end of June.", "In the kitchen."),
    Cue("measures", rf"\b{NUMBER} (?:percent|per cent|%|a (?:week|day|month|year)|out of|of (?:the|every|{NUMBER})|words|max|or (?:less|more|fewer|under|better)|at most|days|nights|hours|minutes|clients|people|times)\b|\b(?:under|at least|at most|no more than|less than|more than|max(?:imum)?|minimum|over) {NUMBER}\b", "Four nights out of five.", "At four."),
    Cue("proposes", r"\b(?:let's|let us|shall we|will we|we(?:'ll| will| should| could| do| keep| leave| stick)|can we|so we|i was thinking|i'd (?:rather|sooner|propose))\b", "Let's do Tuesdays.", "Let me see."),
    Cue("rhythm", r"\b(?:every|once (?:a|every)|twice a|each) (?:other |two |three |four |six |second )?(?:weeks?|months?|fortnight|quarter|\w+day)\b|\b(?:first|second|third|last|same) (?:\w+day|time)\b|\b(?:two|three|four|six) weeks\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", "Every three weeks.", "Three people came."),
    Cue("declines", r"^\W*(?:(?:oh|okay|ah|well|um|thanks|thank you|yeah|actually)\W+)*no\b[^?]{0,20}\b(?:don't|do not|leave|need|thanks|thank you|please|no|way|not)\b|\b(?:please don't|no need|not this year|leave (?:it|that)|i'd rather not|scrap (?:that|it)|str(?:ike|iking|ikes|uck) (?:\w+ )?(?:it|that|off|mine)|cross (?:it|that)|scratch\w*|forget (?:it|that)|drop (?:it|that)|don't bother|i won't|not any ?more|skip it)\b", "No, please don't ask her.", "Ask her."),
    Cue("rules", r"\boff (?:the table|limits)\b|\bout of bounds\b|\bstays? (?:here|between|with|in)\b|\bfrom (?:now|here) on\b|\bno (?:more|calls|names?|messages|homework|\w+days)\b|\bsaid here\b|\bif you (?:don't|want|ever|need)\b|\byou (?:stop|text|ring|call|don't|tell) (?:me|to)\b|\bnot (?:for me|mine|hers|his)\b|\bleave (?:him|her|them) out\b", "No calls on Sundays.", "He calls."),
    Cue("decides", r"\b(?:i|we)(?:'ve| have)?(?: \w+)? (?:decided|chosen|made up (?:my|our) mind|settled on|agreed)\b|\bfrom now on\b|(?<!by,)(?<!by) let's say\b(?!,)|^let's say\b(?!,)|\blet's (?:do|make it|stick|keep|leave|drop|scrap|bin|skip|fix|call it|go with|hold)\b|\b(?:i|we|so|then)(?:'ll| will)? (?:just )?(?:bin|scrap|ditch|shelve|go with)\b|\b(?:that|it)(?:'s| is) (?:a|the|our) (?:new )?rule\b|^\W*(?:(?:okay|ok|yes|yeah|right|good)\W+)*(?:scrapped|binned|dropped|cancelled|settled|decided)\b|\b(?:i|we)(?:'ve| have)? (?:told \w+ no|said no to)\b|\bwe(?:'ll| will) (?:stick|keep|leave|go with|meet|skip|drop)\b", "I've decided to stay.", "He decided it."),
    Cue("names_time", rf"\b{DAY}\b|\bsame time\b|\bo'clock\b|\b(?:half|quarter) (?:past|to|{NUMBER})\b|\bthe (?:\w+th|\w+first|\w+ond|third)\b", "The eighteenth at half past three.", "In the spring."),
    Cue("concludes", r"\b(?:then|so)(?= *[.!]|\W*$)|\b(?:that's|it's|then it's|so it's) (?:settled|decided|agreed|a rule|a deal|the rule|official)\b|\bdecided\W*$", "Eleven, then.", "Then it rained."),
    Cue("stays_or_stops", r"\b(?:i|we|you)(?:'m|'ll|'re| am| will| are|'d| should)?(?: not| just| gonna| going to| gon'| can| now| only)* (?:stop|keep|stay|leave|drop|skip|stick|quit|continue|carry on|hold off|push|cut|scrap)(?:p?ing)?\b|\blet me (?:leave|keep|stay|stick)\b", "I leave it off.", "He left."),
    Cue("bars", r"(?:^|[.,;!?:] |\b(?:and|so|but) )(?:no|not) (?!no\b|one\b|idea|problem|way\b|worries|doubt|matter|rush|need|wonder|you|he\b|she\b|it\b|we\b|they\b|that\b|the\b|there\b|but\b|and\b|really|yet\b|at all|bad|sure|much|too\b|just\b|even\b|please|thank|because|not\b|more\b|well\b|don't|it's|i'm|i've|that's|can't|sir|ma'am|okay|yeah|yes|only|always|for\b|what)\w{3,}", "Words, not hands. No loans.", "No problem, it isn't raining."),
    Cue("stands_so", r"(?:'s|'re| is| are)(?: now| all| back| already| finally)? (?:in|up|out|off|on|there|done|live|over|gone|sent|signed|fixed|finished|settled|official|scrapped|decided|ready|booked|paid|sorted|through)\b(?= *(?:[,.!?;]|$))|\bofficially\b|\b(?:went|gone|goes|is) live\b", "It's up, it's on the door.", "It's on the shelf."),
    Cue("chooses", r"\b(?:decided|chosen|choose|go(?:ing)? with|instead|staying|i(?:'m| am) not (?:going|putting|taking|doing|asking)|option|i leave|first|only one|one thing|by myself|from me|rather|just (?:count|watch|listen))\b", "I'm not putting in for it.", "I put it in."),
)  # fmt: skip
