"""Matters that people confide, and what shows that one is confided and not just told.

"I can't read" or "she's in rehab" opens no passage alone: people speak of such things openly. It
does where the telling is set apart (how somebody told it, whom it is kept from) or where the
listener answers as one answers a confidence, with sympathy.
"""

from __future__ import annotations

from coach.discretion.cues.frames import ANYONE, STOP, Cue

MATTERS: tuple[Cue, ...] = (
    Cue(
        "confides",
        "between_us",
        r"\b(?:hiv|aids|leuk\w+|cancer|tumou?rs?|biops\w+|lump|dementia|alzheimer's|parkinson's"
        r"|epilep\w+|seizures?|bipolar|schizophren\w+|psychosis|psychiatri\w+|breakdown"
        r"|panic attacks?|depress(?:ed|ion)|antidepressants|suicid\w+|overdosed?|anorexi\w+"
        r"|bulimi\w+|miscarr\w+|abortion|terminat\w+ the pregnancy|infertil\w+|ivf|surrogate"
        r"|stammer|stutter|dyslexi\w+|wet(?:ting)? the bed|incontinen\w+|hepatitis|transplant"
        r"|marrow|terminal|dialysis|counsellor|therapist|psychologist|shrink|rheumatoid)\b"
        r"|\blost (?:the|our|a|their|her|his) (?:baby|babies|pregnancy|child)\b"
        r"|\b(?:cut(?:ting)?|harm(?:ing)?|starv(?:e|ing)|hurt(?:ing)?) (?:my|her|him|them)sel(?:f"
        r"|ves)\b(?!,? (?:\w+,? )?(?:some|a|off|on|with|shaving|cooking|short|out|in the|loose"
        r"|free)\b)|\bself-?harm\w*\b|\b(?:can't|cannot|never could|never learnt to|can hardly)"
        r" (?:read|write|spell)\b(?! (?:it|that|this|the|your|my)? ?(?:from|on|because|without)\b)"
        r"|\bi'm (?:\w+ )?pregnant\b|\b(?:she's|is) (?:\w+ )?pregnant\b",
        "I've had a stammer since I was a child.",
        "I can't read it on the screen.",
        opens=False,
    ),
    Cue(
        "confides",
        "between_us",
        r"\b(?:prison|jail|custody suite|probation|parole|on remand|a (?:criminal )?record"
        r"|bribes?|bribed|backhanders?|embezzl\w+|blackmail\w*|deserter|deserted|undocumented"
        r"|deport\w+|overstayed|asylum|no papers|false (?:name|papers))\b|\b(?:dad|father|mum"
        r"|mother"
        r"|brother|son|husband|he|she)'s inside\b|\b(?:stole|been stealing|nicked|been skimming)\b"
        r"|\b(?:arrested|convicted|sentenced)\b|\bserved (?:\w+ )?(?:years|months)\b",
        "He's in prison, since August.",
        "The budget is charged with the printing.",
        opens=False,
    ),
    Cue(
        "confides",
        "between_us",
        r"\b(?:bankrupt\w*|bailiffs?|evict\w+|repossess\w+|insolven\w+|payday loans?|loan sharks?"
        r"|food ?bank|homeless|gambl\w+|pawned|in arrears|maxed out)\b"
        r"|\b(?:sleeping|living) in (?:the|my|her|his|their|a) (?:car|van|truck)\b"
        r"|\b(?:owe|owes|owed|owing) (?:the |a )?(?:revenue|taxman|bank|lender|irs)\b"
        r"|\b(?:savings|pension|deposit|house)(?:'s| is| are)? (?:all )?gone\b",
        "They've been evicted.",
        "The bank of photos is in the shared drive.",
        opens=False,
    ),
    Cue(
        "confides",
        "between_us",
        r"\b(?:rehab|alcoholic|relaps\w+|sober|drinking again|using again|oxy(?:s|contin\w*)?"
        r"|cocaine|heroin"
        r"|meth|the pills|an addict|addicted to (?:pills|drink|painkillers))\b"
        r"|\b(?:i'm|he's|she's|they're) (?:gay|lesbian|bi|bisexual|trans|transgender|queer)\b"
        r"|\bcame out to\b|\b(?:i was|i'm|he was|he's|she was|she's) adopted\b|\bbirth (?:mother"
        r"|father)\b"
        r"|\b(?:an affair|divorc\w+|custody|my (?:wife|husband|partner)(?:'s| has)? left)\b"
        r"|\b(?:me|i|we|they|me and \w+|i and \w+)(?:'ve| have|'re|'m| are)? (?:just "
        r"|both )?(?:split up|splitting up"
        r"|broke up|broken up|separated|separating)\b"
        r"|\b(?:raped?|groped|assaulted|molested|stalk(?:ed|ing)|abus(?:ed|ive))\b"
        r"|\b(?:he|she|dad|husband|father|boyfriend) (?:hits|beats|beat|hit|hurts) "
        r"(?:me|her|him|them)\b",
        "She's coming out of rehab.",
        "The programme was adopted by the board.",
        opens=False,
    ),
)
"""Said of a person, these are what people keep to themselves."""

CONFIDED: tuple[Cue, ...] = (
    # How it was told, or kept
    Cue(
        "confides",
        "third_party_secret",
        r"\b(?:told|telling|tell) me (?:\w+ ){0,2}?(?:in tears|crying|with (?:hers|his|the|her)"
        r" (?:door )?(?:closed|shut)|on the (?:stairs|quiet)|behind)"
        r"|\b(?:shaking|crying|sobbing|in tears|whispering|ashamed|mortified)\b[^.?!]{0,16}"
        r"\b(?:tell|telling|told)\b|\btook me (?:aside|to one side|into)\b"
        r"|\b(?:when|after) (?:everyone|everybody|the others) (?:had|has|have)?(?: ?all)? ?(?:gone"
        r"|left)\b|\bwith my (?:own |two )+eyes\b|\b(?:begged|pleaded)\b"
        r"|\bwho(?:'d| would|'ll) (?:not|n't) (?:make a fuss|judge|talk|tell)\b"
        r"|\b(?:is|are) (?:your|the) door (?:closed|shut)\b",
        "She was shaking telling me.",
        "She told me with some pride.",
        opens=False,
    ),
    Cue(
        "confides",
        "between_us",
        rf"\b(?:{ANYONE}|\w+) (?:(?:doesn't|don't|didn't) know(?: it)?{STOP}|(?:still )?thinks?"
        r" (?:it's|i'm|i go|i've)\b)|\b(?<!\bi )never (?:could|said|told|asked|admitted)\b"
        r"|\b(?:it's|that's) for (?:him|her|them|\w+"
        r"|the \w+) to (?:tell|say)\b|\bdaren't\b|\bashamed\b|\bembarrass\w+\b",
        "He doesn't know it.",
        "He never knew when to stop.",
        opens=False,
    ),
)
"""Said within the turn, or the next by the same voice."""

SYMPATHY: tuple[Cue, ...] = (
    Cue(
        "confides",
        "between_us",
        r"^(?:oh|ah|och|ach|aw|eish|ay|aiyo|haai|jesus|christ|lord|god|hmm|pole|poor|sorry"
        r"|i'm (?:so |very |really )?sorry|thank you,|thanks for|bless|goodness|gosh|matko)\b"
        r"(?!,? (?:good|great|nice|lovely|brilliant|well done|congrat\w+|yes|yeah|right|okay|i see"
        r"|that's (?:great|good|lovely|brilliant)|cool|wow|fun\w*|ha|how (?:lovely|nice))\b)"
        r"|\bpoor (?:\w+ )?(?:lamb|soul|thing|love|man|woman|lad|kid|girl|boy|you|mite|pet)\b"
        r"|\bthat(?:'s| is| must be) (?:\w+ )?(?:hard|heavy|rough|awful|terrible|a lot)\b"
        r"|\bhow (?:long|many)\b[^?]*\?$|\b(?:have|has) (?:you|he|she|they) (?:told|seen"
        r"|spoken to)\b|\bwho else (?:knows|has)\b|\b(?:does|do) \w+(?: \w+)? know\b",
        "Oh, the poor lamb.",
        "Oh, brilliant, how did you do it?",
        opens=False,
    ),
)
"""The listener's answer to a confidence."""
