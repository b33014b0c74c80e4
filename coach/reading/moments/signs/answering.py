# ruff: noqa: E501  a cue is one row of a table
"""How the other one takes what was said: praise, pity, being struck by it, a yes, thanks."""

from __future__ import annotations

from coach.cues import Cue
from coach.reading.moments.signs.wording import DAY, GOOD, NUMBER

ANSWERING = (
    Cue("praises", r"\b(?:well done|brilliant|lovely|fantastic|amazing|wonderful|marvell?ous|splendid|great|excellent|congratulations|congrats|proud|good (?:on|for|man|woman|girl|lad|lass|work|job)|nice (?:work|one)|fair play|hats off|bravo|shabash|look at you|you did(?: it)?!?$|get in|get out of here|you beauty|super|chuffed|whoa|wow|that's it|no small thing)\b", "Good on you.", "It's a good road."),
    Cue("exclaims", r"!", "Twice!", "Twice."),
    Cue("pities", r"\b(?:oof|ooft|oh no|oh boy|oh dear|ouch|oh,? man|heavy|tough|rough|that's hard|i'm sorry|poor you|i'll bet|that's a lot|painful|oh [a-z]+\W*$)", "Oh dear.", "Oh, I see it now."),
    Cue("is_struck", r"\b(?:say (?:that|it) again|write (?:that|it) down|there you (?:go|are)|there it is|you said it|i didn't say|(?:wasn't|wasnae) going to say|worth (?:a|the)|that's (?:it|a big|the|not a small|an? (?:very )?(?:honest|good) \w+)|more honest|that's honest|i like that|huh|hm+|exactly|you (?:answered|worked|got|heard|see)|mm+|could be|(?:i'm (?:going to|gonna)|i'll|i will|might|let me) (?:steal|use|keep|borrow|frame|quote) (?:that|this|it)|(?:steal|write|put) (?:that|this|it)(?: one)? (?:down|up|on|over|in))\b", "Huh. Write that down.", "Write to her on Monday."),
    Cue("accepts", r"^\W*(?:(?:yeah|yes|okay|ok|oh|right|no|um|well|good)\W+)*(?:agreed|done|deal|locked|fair(?: enough)?|that's (?:fine|fair|good|simple|perfect|okay|sensible|right|acceptable)|sounds good|perfect|struck|sure|noted|got it|makes sense|quite right|good call|of course|exactly|consider it|then i won't|i won't|works|suits|same|grand|understood|both understood|dead right)\b", "Fair enough.", "The fair was good."),
    Cue("judges", rf"\b(?:that|this|it|they|those|there)(?:'s| is| was|'re| are| were)(?: an?| the| really| very| so| such| quite| pretty| properly| dead| too| as| just| actually| absolutely| some| no| already| still)* {GOOD}\b|\bwhat an? {GOOD}\b|\bsounds {GOOD}\b", "That's a really big thing.", "That's a shelf."),
    Cue("swears_at_it", r"^\W*(?:(?:oh|well)\W+)?(?:my (?:god|goodness|word)|jesus|christ|good (?:lord|heavens|god)|goodness|gosh|god|lord|praise (?:god|be)|hold on|wait|no way|really|seriously|never|stop|you're (?:joking|kidding)|get (?:away|out)|shut up|holy \w+|blimey|crikey|mercy|hallelujah|thank (?:god|heaven\w*|goodness)|(?:no|what)(?=\W*!)|no(?= you (?:did|have|are)n't))\b", "My word. Eleven.", "It's my word."),
    Cue("assents", rf"^\W*(?:(?:oh|ah|well|um|ha)\W+)*(?:yes|yeah|yep|aye|okay|ok|sure|fine|good|grand|perfect|lovely|deal|done|agreed|great|all right|alright|i'd love)\b|\b(?:\w+s|{DAY}|that|it|{NUMBER}|weeks|months) (?:works?|suits?)\b|\b(?:{DAY}|{NUMBER}|weeks|months|that)(?:'s| is| are) (?:good|fine|best|perfect|okay|grand|great|easier|better)\b", "Mondays work for me.", "He works on it."),
    Cue("thanks", r"\b(?:thanks|thank you|cheers|i appreciate|i'm obliged)\b", "Thank you.", "Thankless work."),
    Cue("laughs", r"\bha(?:[ -]?ha)*\b", "Ha!", "I had it."),
    Cue("takes_in", r"^\W*(?:(?:mm+|hm+|huh|right|yeah|yes|okay|ok|exactly|could be|ah|oh|aye|i see|there you (?:go|are)|of course|true|wow|say more|go on|ha|no|sure|well)\b\W*)+$", "Mm. Right.", "Right, I'll ring her."),
    Cue("comments", r"^\W*(?:(?:oh|well|ha|huh|yeah|mm+|hm+|okay|no)\W+)*(?:that's|that is|that was|it's|what a|you(?:'ve| have| just|'re| did| said| got| went| told| answered| see)?|i (?:like|love|would buy|think that's)|good|well done|there's)\b", "That's not a shelf in a corridor.", "I'll send it."),
)  # fmt: skip
