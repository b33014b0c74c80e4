"""How people give feedback on the work together, asked and unasked."""

from __future__ import annotations

from coach.reading.listening import Sign

ASKED = (
    Sign(
        "useful",
        r"\bwhat(?:'s| was| has been| is|'d you find| did you find| were)?(?: "
        r"(?!be\b)\w+){0,4} (?:useful|helpful|valuable|worth|help(?:ed)?|stuck "
        r"with you|land(?:ed)?)\b",
        "What was most useful today?",
        "What would be useful between now and then?",
        5,
        words="useful helpful valuable worth help helped stuck land landed",
    ),
    Sign(
        "was_it_useful",
        r"\b(?:was|has|is|did) (?:this|that|it|today|the call|the session)(?: "
        r"been)?(?: any| at all)? (?:useful|helpful|any (?:good|use|help)|help|"
        r"okay for you|worth)|\bis this what you (?:were after|wanted|hoped|"
        r"needed)|\bdid you get what you\b",
        "Was this useful?",
        "Was it raining?",
        5,
        words="useful helpful use good help okay worth after wanted hoped needed get",
    ),
    Sign(
        "how_was_it",
        r"\bhow (?:was|is|did you find|'s) (?:today|this|that|it|the call|the "
        r"session|our (?:call|hour|session))\b(?: (?:for you|today))?\W*$|\bhow "
        r"(?:are|were) we doing\b",
        "How was today?",
        "How was today's round with the boss?",
        5,
        words="how",
    ),
    Sign(
        "change",
        r"\bwhat (?:would|should|could|can|'d|do) (?:you|i|we)(?: \w+)? (?:change|"
        r"do (?:differently|better|more of|less of)|like me to (?:do|change))\b|"
        r"\bany(?:thing)? (?:feedback|i (?:should|could) (?:do|change))|"
        r"\b(?:feedback|advice|notes?) (?:for|to) me\b",
        "What would you change about our calls?",
        "What would she change?",
        5,
        words="change differently better more less feedback advice note notes should could me",
    ),
    Sign(
        "take_away",
        r"\bwhat (?:are you|will you|do you|did you)(?: \w+)? (?:tak(?:e|ing)|"
        r"learn)(?: \w+)? (?:away|from (?:this|today)|with you|out of (?:this|"
        r"today)|home)|\byour takeaway",
        "What are you taking away?",
        "What are you taking for the cold?",
        4,
        words="take taking learn takeaway takeaways",
    ),
)
"""How the closing question is put."""

GIVEN = (
    Sign(
        "proud",
        r"\bproud of (?:you|how you)\b",
        "I'm proud of you.",
        "I'm proud of it.",
        3,
        words="proud",
    ),
    Sign(
        "well_done",
        r"\b(?:well done|good (?:job|work)|great (?:job|work)|nice work|fair play "
        r"to you|hats off)\b(?! (?:if|is))",
        "Well done, I mean it.",
        "It was well made.",
        2,
        words="done job work play hats",
    ),
    Sign(
        "best",
        r"\b(?:the )?(?:best|finest|clearest|strongest|bravest|most \w+) (?:\w+ "
        r"){1,3}(?:you've|you have|you ever|i've (?:seen|had|read|ever)|anyone)\b",
        "That's the finest pitch you've given.",
        "The best thing is to wait.",
        3,
        words="best finest clearest strongest bravest most",
    ),
    Sign(
        "few_could",
        r"\bi(?:'ve| have) (?:known|seen|met|worked with|had) (?:\w+ ){0,5}(?:who|"
        r"that) (?:didn't|don't|never|cannot|can't|couldn't|could|would|"
        r"wouldn't)\b|\bdo you know how (?:many|few)\b|\b(?:nobody|no one|not many|"
        r"very few)(?: \w+)? (?:does|would|could|can|has|have|'s) (?:do(?:ne)?|"
        r"told?|said|tell|say|ask)",
        "I've known people who couldn't do that.",
        "I've known him for years.",
        2.5,
        words="known seen met worked had how nobody one many few",
    ),
    Sign(
        "like_that_you",
        r"\bi (?:really |just |do )?(?:like|liked|love|loved|appreciate|"
        r"appreciated|value|valued|admire|noticed|notice|enjoyed|respect) (?:it |"
        r"the way |how |that |the fact (?:that )?|what )(?:when )?(?:you|your)\b",
        "I really like how you ask.",
        "I like that place.",
        3,
        words=(
            "like liked love loved appreciate appreciated value valued admire noticed "
            "notice enjoyed respect"
        ),
    ),
    Sign(
        "good_that_you",
        r"\b(?:it's|it was|it is|that's|was)(?: \w+)? (?:good|great|nice|brave|"
        r"helpful|useful|kind|honest|generous)(?: of you)? (?:that|when|how|to "
        r"(?:have|hear)) you\b|\bit (?:really |just )?help(?:s|ed)(?: me)?(?: a "
        r"lot| so much)? (?:that|when|how) you\b",
        "It's good that you asked me.",
        "It's good that he asked.",
        4,
        words="good great nice brave helpful useful kind honest generous helps helped",
    ),
    Sign(
        "thanks_for",
        r"\b(?:thank you|thanks|cheers|grateful)(?: \w+)? for (?:pushing|asking|"
        r"listening|being (?:so |that )?(?:honest|open|straight|patient|direct)|"
        r"challenging|not (?:\w+ing)|making me|believing|calling|holding|saying "
        r"(?:that|it|so))\b",
        "Thank you for pushing me on that.",
        "Thanks for the slides.",
        3,
        words="thank thanks cheers grateful",
    ),
    Sign(
        "you_did",
        r"\b(?:you (?:did|have done|handled|managed|ran|led|wrote|prepared)|you've "
        r"(?:done|handled|come|grown|managed|changed)) (?:\w+ ){0,3}?(?:the work|"
        r"really well|so well|very well|a great|brilliantly|beautifully|a long way|"
        r"a lot|it yourself|the lot|great|amazing)\b",
        "You did the work.",
        "You did the washing.",
        3,
        words="you you've",
    ),
    Sign(
        "you_are_good",
        r"\byou(?:'re| are)(?: \w+)? (?:good|great|brilliant|really good|very good|"
        r"strong|fast|quick|clear|sharper|braver|better) (?:at|with|in|when|"
        r"than)\b|\byou (?:were|are) (?:great|brilliant|very clear|really clear|"
        r"quicker)\b|\byou went (?:quicker|further|faster|deeper)\b|\bthat's "
        r"(?:not \w+, that's )?you\b(?!r)",
        "You're really good at asking.",
        "You're good to go.",
        2.5,
        words="you're you you've",
    ),
    Sign(
        "sounded_like_you",
        r"\bit (?:sounded|sounds|read|reads|felt|was) (?:like you|honest|clear|"
        r"warm|brave)\b|\byou didn't (?:dress it up|make excuses|hide|give up|run "
        r"away|let)\b",
        "It sounded like you.",
        "It was cold.",
        3,
        words="sounded sounds read reads felt was didn't",
    ),
    Sign(
        "real_step",
        r"\bthat's (?:a )?(?:huge|big|massive|great|brilliant|marvellous|fantastic|"
        r"real)\b.*\byou\b|\byou gave (?:away|up)\b.*\b(?:wanted|loved)\b|\bi "
        r"think (?:that's|you're) (?:marvell?ous|brilliant|amazing|fantastic)\b|"
        r"\byou(?:'d| had| have|'ve)? made me (?!\w+ (?:late|laugh|tea))\w+",
        "That's huge, you never did that before.",
        "That's a big house.",
        3,
        words="that's gave marvellous marvelous brilliant amazing fantastic made",
    ),
    Sign(
        "one_thing",
        r"\b(?:can|could|may) i (?:say|give you|tell you|offer|share)(?: \w+)? "
        r"(?:one thing|something|some feedback|a bit of feedback|feedback|an "
        r"observation)\b.*(?:\byou\b|$)|\bone thing (?:from me|i(?:'d| would) "
        r"(?:say|change)|i(?:'ve)? noticed)\b|\bwhat i (?:see|notice|noticed|hear) "
        r"is\b",
        "What I see is you answer too fast.",
        "One thing at a time.",
        2,
        words="thing something feedback observation see notice noticed hear",
    ),
    Sign(
        "you_tend",
        r"\b(?:sometimes|often|the last (?:two|few|three) times|every time|"
        r"when)\b(?: [\w',]+){0,9}? you (?:tend to|tell|talk|interrupt|jump|go|"
        r"rush|cut|answer|turn|skip|apologi[sz]e|don't|forget|say|are|"
        r"were)\b.*\b(?:i|me|lose|lost|feel|felt|late|too|which|and then)\b|\byou "
        r"(?:tend to|have a habit|always|keep) \w+|\byou interrupt\b",
        "Sometimes you tell a story and then I lose the thread.",
        "When do you go?",
        2.5,
        words="sometimes often times time when tend habit always keep interrupt",
    ),
    Sign(
        "trusted_more",
        r"\bi (?:trusted|trust) you(?: even)? more\b|\bi(?:'d| would)(?:n't| not|"
        r"n't have| never)(?: have)? (?:said|done|managed|thought|asked|got|"
        r"noticed|tried)(?: \w+){0,3} (?:without you|if you|otherwise)\b|\bbecause "
        r"of you\b|\bthanks to you\b",
        "I'd never have done it without you.",
        "I trust you got it.",
        3,
        words="trust trusted without if otherwise because thanks",
    ),
)
"""How somebody speaks of the other's work or manner unasked."""
