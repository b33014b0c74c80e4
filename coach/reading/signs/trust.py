"""How the five trust behaviours sound, shown and missed."""

from __future__ import annotations

from coach.reading.listening import Sign

SHOWN = (
    Sign(
        "wont_tell",
        r"\b(?:i|we)(?:'ll| will| would|'d)? (?:won't|not|never|wouldn't|don't)(?: "
        r"be)? (?:tell|(?:say|breathe) (?:anything|a word|owt|it)(?=\W*$| (?:to|"
        r"about|but|until|till|if)\b)|mention|repeat|pass (?:it|that|this) on|"
        r"discuss(?:ing)?|talk(?:ing)? (?:to \w+ )?about (?:you|it|this)|share "
        r"(?:it|that|this)|write (?:it|that|anything) down|breathe)\b(?! (?:you|"
        r"me)\b)",
        "I won't tell anyone.",
        "I won't tell you again.",
        2.5,
        "discretion",
        "won't not never wouldn't don't",
    ),
    Sign(
        "stays_here",
        r"\b(?:stays?|keep it|kept|stay) (?:here|between (?:us|the two of us)|with "
        r"me(?= and|\W*$)|in (?:this room|the room|here)|to myself)\b|\bmy lips "
        r"are sealed\b|\bnot a word\b|\bgoes no further\b|\bnot (?:for me|mine) to "
        r"tell\b|\bnot my story\b",
        "What you say stays with me.",
        "He stays with me at weekends.",
        2.5,
        "discretion",
        "stay stays keep kept lips word further tell story",
    ),
    Sign(
        "only_first_name",
        r"\b(?:i'll|i will|i won't|i'd) (?:not )?(?:say|use|give|mention)(?: "
        r"\w+){0,2} (?:but|except|other than|bar|beyond|only|just|no names?)\b|"
        r"\bwithout (?:the|your|a|any) names?\b|\bno names?\b|\bi(?:'ll| will) ask "
        r"you first\b|\bi will not be (?:talking|speaking)\b",
        "I'll not say anything but your first name.",
        "Say your name first.",
        2.5,
        "discretion",
        "name names but except than bar beyond only just first talking speaking",
    ),
    Sign(
        "should_tell_you",
        r"\bi (?:should|have to|ought to|need to|must|want to|'ve got to)(?: also| "
        r"just| probably)? (?:tell you|say|declare|disclose|be (?:straight|honest|"
        r"open|upfront|clear|transparent) with you|warn you)\b(?=.*\b(?:i'm|i am|i "
        r"do|i know|my|friend|work(?:ed)? (?:with|for)|'cause|because|if|that)\b)",
        "I should tell you I do know your boss.",
        "I should say so.",
        2,
        "communication",
        "should have ought need must want got",
    ),
    Sign(
        "not_neutral",
        r"\bi(?:'m| am) not (?:neutral|objective|impartial|unbiased)\b|"
        r"\bconflicts? of interest\b|\bi have (?:a|my own) (?:stake|interest)\b|"
        r"\b(?:is|are) a (?:good |close |old )?friends? of mine\b|\bthe awkward "
        r"(?:one|bit|part|thing)\b|\bfull disclosure\b|\bi'll tell you (?:which|"
        r"when|if|straight)\b|\bif you feel i'm\b|\bi(?:'m| am) (?:on|in) (?:their|"
        r"the|your) (?:\w+ ){0,3}(?:board|panel|committee)\b",
        "I'm not neutral here.",
        "I'm not sure.",
        2.5,
        "communication",
        "neutral objective impartial unbiased interest stake friend friends "
        "awkward disclosure tell feel board panel committee",
    ),
    Sign(
        "both_ways",
        r"\b(?:both ways|goes? two ways|i(?:'d| would) like your (?:view|opinion|"
        r"feedback|honest)|tell me if i(?:'m| am| get| do))\b|\bif i get it "
        r"wrong,? (?:tell|say)\b",
        "This is supposed to go both ways.",
        "He went that way.",
        2,
        "communication",
        "both two like tell wrong",
    ),
    Sign(
        "hear_first",
        r"\bi(?:'d| would|'ll| will) (?:tell|ring|call|warn|let) you (?:know "
        r")?(?:first|before i)\b|\byou(?:'d|'ll) (?:hear|know) (?:it )?(?:from me "
        r")?(?:first|before)\b|\bi want you to hear (?:that|it|this) from me\b|"
        r"\bi(?:'d| would) rather (?:say|tell) it (?:now|to your face|straight)\b",
        "I'd tell you first.",
        "I'd tell you a joke.",
        2.5,
        "communication",
        "first before hear rather",
    ),
    Sign(
        "not_a_lawyer",
        r"\bi(?:'m| am)(?: \w+)? not (?:a|an|the|your) (?:\w+ )?(?:lawyer|"
        r"accountant|doctor|therapist|expert|specialist|solicitor|coach|"
        r"psychologist|engineer|designer|developer|techie|counsellor|coder|"
        r"scientist|marketer|salesperson|economist)\b|\b(?:out of|beyond|outside) "
        r"my (?:depth|expertise|field|area|knowledge|lane)\b|\bnot my (?:field|"
        r"area|thing|expertise|subject|world)\b|\babove my pay ?grade\b",
        "I'm not a lawyer, ask one.",
        "I'm not a morning person.",
        3,
        "knowledge_boundaries",
        "lawyer accountant doctor therapist expert specialist solicitor coach "
        "psychologist engineer designer developer techie counsellor coder "
        "scientist marketer salesperson economist depth expertise field area "
        "knowledge lane thing subject world grade",
    ),
    Sign(
        "wrong_one",
        r"\bi(?:'d be|'m| am| would be) the wrong (?:one|person|woman|man)\b|"
        r"\b(?:don't|do not) (?:take (?:it|that|this) from me|ask me|quote me|"
        r"trust me on)\b|\bi(?:'d| would) be (?:guessing|making it up|telling you "
        r"the wrong|lying)\b|\b(?:not want|don't want|wouldn't want|hate) to "
        r"(?:steer|tell|lead) you wrong\b|\bi(?:'d| would) only be guessing\b|"
        r"\byou(?:'d| would)? (?:want|need|should ask|'re better off (?:with|"
        r"asking)) (?:somebody|someone|a specialist|an expert|a proper)\b",
        "I'd be the wrong one for that.",
        "That's the wrong one.",
        3,
        "knowledge_boundaries",
        "wrong take ask quote trust guessing making lying somebody someone "
        "specialist expert proper",
    ),
    Sign(
        "dont_know",
        r"\bi(?:'ve| have)? (?:really |honestly |genuinely |just |frankly "
        r")?(?:don't|do not|no idea|haven't a clue)(?: \w+)?(?: know)?\b.*\b(?:ask|"
        r"(?:somebody|someone) who|find out|check with|better person)\b|\bi(?:'ve| "
        r"have) (?:really |honestly )?(?:no idea|never (?:done|worked (?:in|with|"
        r"on)|run|managed|been through))(?! (?:it|that) before)\b(?! (?:where "
        r"(?:my|i)|what time))|\bi don't know either\b|\bthat i don't know\b|\bi "
        r"don't know enough about\b",
        "I've no idea what's usual there now.",
        "I don't know where my pen is.",
        2,
        "knowledge_boundaries",
        "don't do idea clue never",
    ),
    Sign(
        "hands_up",
        r"\bhold (?:my|me) hands up\b|\b(?:i've|i have) (?:got )?no excuses?\b|"
        r"\bno excuses? (?:from me|there)\b|\bthat(?:'s| is| was|'s all) (?:on me|"
        r"my (?:fault|mistake|bad))\b|\bmy (?:fault|mistake|bad)\b|\bi (?:take|"
        r"own) (?:that|it|full|the blame)\b|\bmea culpa\b|\bfess up\b|\bi messed "
        r"(?:up|it up)\b|\bi dropped the ball\b|\bi let you down\b|\bi(?:'ve got "
        r"to| have to|'ve to| must| need to) (?:confess|own up|apologi[sz]e)\b|\bi "
        r"owe you an apology\b",
        "I'll hold my hands up.",
        "Hands up who knows.",
        3,
        "accountability",
        "hands excuse excuses fault mistake bad take own culpa fess messed dropped "
        "let confess apologise apologize apology me",
    ),
    Sign(
        "should_have",
        r"\bi (?:should've|should have|shouldn't have|shouldn't've|ought to have) "
        r"(?:\w+ )?(?:\w+ed|done|told|said|sent|asked|rung|dropped|brought|called|"
        r"let|given|written|known|checked|got|been|come)\b",
        "I should've dropped you a line.",
        "You should've told me.",
        2,
        "accountability",
        "should've should shouldn't shouldn't've ought",
    ),
    Sign(
        "sorry_for",
        r"\bi(?:'m| am)(?: so| really| very)? sorry\b(?=.*\b(?:i|didn't|late|"
        r"forgot|promised|said|that one)\b)|\b(?:i said|i promised|i told "
        r"you)\b.*\bso i(?:'m| am) sorry\b|\bi apologi[sz]e for\b",
        "I said same day, so I'm sorry.",
        "I'm sorry to hear about your mum.",
        2.5,
        "accountability",
        "sorry apologise apologize",
    ),
    Sign(
        "kept_word",
        r"\b(?:you|he|she) (?:did|have done|'ve done|kept|sent|brought) (?:\w+ "
        r"){0,3}?(?:what|like|as|exactly (?:what|as|when)) (?:you|he|she) (?:said|"
        r"promised)\b|\byou (?:said you(?:'d| would)|promised)(?: \w+){0,6} and "
        r"(?:you did|you have|it did|it came)\b|\byou kept your (?:word|promise)\b|"
        r"\ba (?:woman|man|person) of (?:her|his|your|their) word\b",
        "You did exactly what you said.",
        "You did what?",
        3,
        "accountability",
        "did done kept sent brought said promised word",
    ),
    Sign(
        "that_one_mattered",
        r"\bi(?:'m| am) not (?:happy|pleased|comfortable)(?: about| with) (?:it|"
        r"that|this)\b|\bi(?:'ll| will) be (?:straight|honest|direct|blunt|frank) "
        r"with you\b(?=.*\b(?:you|if)\b)|\byou (?:said|promised|told me) you(?:'d| "
        r"would) \w+.*\b(?:you (?:didn't|haven't|never)|it (?:didn't|hasn't|never)|"
        r"but)\b|\bif (?:it's|it is|you|that's) (?:not|haven't|don't)\b.*\bi(?:'ll|"
        r" will) have to\b",
        "I'm not happy about it.",
        "I'm not happy.",
        2.5,
        "accountability",
        "happy pleased comfortable straight honest direct blunt frank said promised told if",
    ),
)
"""Each behaviour as it is shown."""

MISSED = (
    Sign(
        "said_and_didnt",
        r"\b(?:i|we) (?:said|told you|promised)\b.*\b(?:and|but) (?:then )?(?:i|we|"
        r"it) (?:didn't|did not|haven't|hasn't|never|forgot|wasn't)\b|\bi (?:never|"
        r"forgot to|clean forgot to) (?:\w+ )?(?:forward(?:ed)?|sen[dt]|rang|ring|"
        r"post(?:ed)?|got back|follow(?:ed)?|cut|share[d]?|wr(?:o|i)te|call(?:ed)?|"
        r"introduced?|brought|bring|chased?)\b|\bthat's the (?:second|third|"
        r"fourth) (?:one|time) i(?:'ve)?\b",
        "I told you I'd cut it and I didn't.",
        "I never forget a face.",
        2.5,
        "words_match_deeds",
        "said told promised never forgot third second fourth",
    ),
    Sign(
        "not_yet_done",
        r"^(?:\W*(?:no|oh|ah|sorry|right|well|so|and|okay)\b\W*)*i(?:'ve| "
        r"have)(?:n't| not)(?: yet)? (?:done|sent|written|asked|posted|rung|called|"
        r"got round|started|forwarded)\b(?=.*\b(?:sorry|yet|i know|ashamed|i "
        r"said)\b)",
        "I've not sent it yet, I know I said Friday.",
        "I've not seen it yet.",
        2,
        "words_match_deeds",
        "haven't not never",
    ),
    Sign(
        "asked_off_limits",
        r"\b(?:i|we) shouldn't have (?:asked|said|told|mentioned|brought)\b|\bthat "
        r"was (?:off the table|off limits|out of bounds)\b|\bi said i wouldn't "
        r"(?:ask|talk|mention|tell)\b",
        "I shouldn't have told him that.",
        "Don't mention it.",
        1,
        "discretion",
        "shouldn't off out said",
    ),
)
"""Each behaviour as it is missed, in the words of the one who missed it."""
