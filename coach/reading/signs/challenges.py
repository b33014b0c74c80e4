"""How people say what is hard for them."""

from __future__ import annotations

from coach.reading.listening import Sign

CHALLENGES = (
    Sign(
        "afraid",
        r"\bi(?:'m|'m still| am| was| get| feel|'ve been)(?: (?:so|really|a bit|"
        r"just|very|quite|too|always|still|honestly|kind of|sort of|more|also|"
        r"that))* (?:scared|afraid|frightened|terrified|worried|nervous|anxious|"
        r"dreading)\b",
        "I'm really scared of that talk.",
        "Don't be scared.",
        3,
        "challenge",
        "scared afraid frightened terrified worried nervous anxious dreading",
    ),
    Sign(
        "struggling",
        r"\b(?:i'm|i am|we're|we are|i've been|been|i was|i keep|i feel|i felt)(?: "
        r"(?:so|really|just|a bit|still|completely|totally|kind of|sort of|very))* "
        r"(?:struggling|stuck|overwhelmed|drowning|swamped|burn(?:t|ed) out|"
        r"exhausted|failing|behind|lost|alone|useless|torn|frustrated|out of my "
        r"depth)\b",
        "I'm a bit stuck with the budget.",
        "He was stuck.",
        3,
        "challenge",
        "struggling stuck overwhelmed drowning swamped burnt burned exhausted "
        "failing behind lost alone useless torn frustrated depth",
    ),
    Sign(
        "hard_for_me",
        r"\b(?:i (?:really |still )?(?:struggle|find (?:it|that|this)(?: \w+)? "
        r"(?:hard|difficult|tough|tricky))|(?:it's|it is|that's|this is)(?: \w+)? "
        r"(?:hard|difficult|tough|tricky) (?:for me|to (?:say|know|get|keep|find|"
        r"do)))",
        "I find it hard to say no.",
        "It's a hard chair.",
        3,
        "challenge",
        "struggle hard difficult tough tricky",
    ),
    Sign(
        "the_problem",
        r"\b(?:the|my|our|a|one) (?:\w+ )?(?:problem|trouble|challenge|issue|"
        r"difficulty|hard(?:est)? (?:part|thing|bit)|difficult (?:part|thing)|"
        r"worry|fear|bottleneck)(?: (?:for me|with \w+(?: \w+)?|i have))?(?:'s| is|"
        r" was|,)(?! (?:not|solved|gone))",
        "The problem is they go round me.",
        "No problem.",
        3,
        "challenge",
        "problem trouble challenge issue difficulty hard hardest difficult worry fear bottleneck",
    ),
    Sign(
        "feel_bad",
        r"\bi(?: just|'ve)? (?:feel|felt|feeling)(?: (?:like|so|really|a bit|like "
        r"a|like an|very|just|quite))* (?:sick|fraud|guilty|alone|stupid|ashamed|"
        r"terrible|awful|bad|small|invisible|idiot|failure|impostor|imposter|"
        r"rubbish|horrible|angry|jealous|pressure|torn)",
        "I feel like a fraud.",
        "I feel fine.",
        2.5,
        "challenge",
        "feel felt feeling",
    ),
    Sign(
        "cannot",
        r"\bi (?:just |still |really )?(?:can't|cannot|couldn't|can not)(?: seem "
        r"to| just| really)? (?:get|stop|say|sleep|make|find|keep|manage|cope|face|"
        r"do|decide|focus|let|switch|concentrate|trust|bring|afford|write|speak|"
        r"ask|tell|delegate|promote)\b(?! (?:you|a word))",
        "I can't seem to say no to him.",
        "I can't hear you.",
        1.5,
        "challenge",
        "can't cannot couldn't can",
    ),
    Sign(
        "dont_know_how",
        r"\bi (?:really |just |still )?(?:don't|didn't|do not) (?:\w+ )?know "
        r"(?:how (?:to|i)|what to (?:do|say|tell|write)|where to (?:start|begin)|"
        r"whether)\b|\bdidn't have (?:anything|a thing) to say\b|\bno idea (?:how|"
        r"what) (?:to|i)\b",
        "I don't know how to tell him.",
        "I don't know how he is.",
        2.5,
        "challenge",
        "know anything idea thing",
    ),
    Sign(
        "takes_me",
        r"\bit takes (?:me|us) (?:\w+ ){1,4}(?:hours?|minutes?|days?|weeks?|"
        r"months?|ages|forever)|\b(?:i|we) (?:keep|kept) (?:failing|missing|"
        r"putting|getting|losing|forgetting|avoiding|hiding|making)\b|\bi lost "
        r"(?:an?|the|my|two|three)\b",
        "It takes me two hours to write one page.",
        "It takes a minute.",
        2,
        "challenge",
        "takes keep kept lost",
    ),
    Sign(
        "did_nothing",
        r"\bi (?:just |then )?(?:didn't|did not|never) (?:do (?:anything|nothing|a "
        r"thing)|speak up|dare|react|stand up)\b|\bi froze\b|\bi panicked\b",
        "I saw it and then I didn't do anything.",
        "I didn't say that.",
        2,
        "challenge",
        "didn't did never froze panicked",
    ),
    Sign(
        "attacked",
        r"\b(?:shouted|yelled|screamed|snapped|laughed|went off) at (?:me|us)\b|"
        r"\b(?:ignored|bullied|undermined|humiliated|blamed|overruled|sidelined|"
        r"passed over|interrupted) me\b|\bhad a go at me\b|\bbehind my back\b|\bin "
        r"front of (?:everyone|everybody|the (?:whole )?\w+)\b",
        "He shouted at me in front of the class.",
        "He shouted for joy.",
        3,
        "challenge",
        "shouted yelled screamed snapped laughed went ignored bullied undermined "
        "humiliated blamed overruled sidelined passed interrupt interrupts "
        "interrupted go back front",
    ),
    Sign(
        "hate",
        r"\b(?:i|and i) (?:really |just |so )?(?:hate|dread|can't stand|dislike|"
        r"don't like|avoid)(?!d)\b(?! (?:to say|you|tea|coffee|mondays?)\b)",
        "I hate being on camera.",
        "I hate to say it.",
        1.5,
        "challenge",
        "hate dread stand dislike like avoid",
    ),
    Sign(
        "alone",
        r"\bi(?:'ve| have)? (?:been )?(?:doing|done|do|carry|carrying|carried)(?: "
        r"(?:it|this|everything|all of it|that))*(?: all)? (?:alone|on my own|by "
        r"myself)\b|\bnobody (?:helps|listens|tells me|asks|to ask|takes me)\b|"
        r"\b(?:they|he|she|people) don't (?:listen|take me|trust me|respect|"
        r"believe me|respond|answer)\b",
        "I do everything on my own.",
        "I live alone.",
        2.5,
        "challenge",
        "alone own myself nobody don't",
    ),
    Sign(
        "too_much",
        r"\b(?:there's|it's|i have|i've got|got) (?:just |way |far |simply )?too "
        r"(?:much|many|little|few)\b|\bnot enough (?:time|people|money|hours|hands|"
        r"staff)\b|\bi(?:'m| am) (?:the|a) bottleneck\b|\bnever enough\b",
        "There's just too much on.",
        "Not too much milk.",
        2,
        "challenge",
        "too enough bottleneck",
    ),
)
