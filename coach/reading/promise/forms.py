"""How people promise, and what a promise waits for, as data.

A *form* is a wording that can carry a promise; its weight says how often it does. What takes it
back stands in `scopes`; `coach.reading.candidates.weighing` adds the weights up. They were set by
hand from what each construction means (Searle's commissives: the speaker, the future, an act) and
corrected while reading the published calls; figures on those calls are no measure of unseen ones.
"""

from __future__ import annotations

from coach.cues import Cue

_ADVERBS = (
    r"(?:(?:just|also|then|now|even|definitely|certainly|probably|actually|gladly|happily"
    r"|personally|"
    r"surely|maybe|still|always|quickly|simply|only|again|first)\s+)*"
)

_DETERMINED = (
    r"(?:my|your|his|her|its|our|their|the|an?|this|that|those|these|both|all|some|one|two|three"
    r"|four|five|six|seven|eight"
    r"|nine|ten|twelve|\d+)"
)
"""How a thing begins that is spoken of: an article, a possessive, a number."""

TO_ME = r"(?:over |back )?to me(?:\W*$| (?:by|on|before|this|next|today|tomorrow|tonight|\w+day)\b)"
"""“You'll have it back to me Friday”: what comes to the speaker is the other one's to do."""
JOINT = "we_both"
"""The form of a promise that each of the two makes: one commitment an owner."""

FORMS: tuple[Cue, ...] = (
    Cue(
        "will",
        rf"\b(?:i'll|i will|i shall|i'm gonna|i'm going to|i am going to"
        rf"|i'm?ma|imma)\s+(?!(?:not|no|nae|yeah|yes|of course|now in|in|indeed|surely|po|sir|ma"
        rf"|aye|to be|night|goodnight|bye|cheers|thanks|thank you|ta|love"
        rf"|mate)\b)(?!(?<=to ){_DETERMINED}\b){_ADVERBS}(?=[a-z])",
        "I'll send it on Friday.",
        "I'm going to a fair on Friday.",
        2.0,
    ),
    Cue(
        "cleft",
        r"\bwhat i(?:'ll| will|'m going to|'m gonna) do is,? (?:that )?(?:i'll |i will "
        r"|i'm going to )?"
        r"(?=[a-z])",
        "What I'll do is start the form.",
        "What I do is start early.",
        2.1,
    ),
    Cue(
        "will_elided",
        r"(?<=\band )(?:then )?(?:will|gonna)\s+(?=(?:send|get|let|call|ring|text|write|give"
        r"|share|bring)\b)",
        "I'm in on Monday and will send it then.",
        "That's mine and Will sends it.",
        1.5,
    ),
    Cue(
        "let_me",
        r"(?<!\bhe )(?<!\bit )(?<!\bto )(?<!\bus )(?<!she )(?<!you )(?<!they )(?<!ever )(?<!n't )"
        r"(?<!'s )(?<!'ll )(?<!will )(?<!gonna )\b(?:let me|lemme)\s+(?:just\s+)?"
        r"(?!(?:not|say|see|know|hear|think|guess|put it|start|finish)\b"
        r"|have (?!an? (?:\w+ )?(?:look|think|word|go|read|chat|bash|check|dig|stab|try)\b))"
        r"(?=[a-z])",
        "Let me ask Jess what she has.",
        "Let him ask Jess.",
        1.0,
    ),
    Cue(
        "can",
        r"\b(?:i can|i (?:should|ought to) be able to)\s+(?:also\s+|just\s+|probably\s+)?"
        r"(?!(?:see|hear|imagine|tell|understand|feel"
        r"|remember|relate|believe|think|say|only|always|never|get that|be|have|do it all"
        r"|(?:at|in|on|by|until|till|from|before|after|then|tomorrow|tonight|today)"
        r"|understand|manage|promise|afford|live|cope)\b)(?=[a-z])",
        "I can shoot that over tonight.",
        "I can see you fine.",
        0.6,
    ),
    Cue(
        "could",
        r"\b(?:i could|i (?:was thinking|was thinking that|thought) i(?:'d| would| could| might))"
        r"\s+(?:maybe\s+|perhaps\s+|just\s+|always\s+|probably\s+)?(?!(?:see"
        r"|have(?! an? (?:\w+ )?(?:word|chat|talk|look)\b)|hear|tell|be|imagine|feel|never|not"
        r"|only)\b)(?=[a-z])",
        "I could ask Joyce to watch.",
        "I could see it coming.",
        0.3,
    ),
    Cue(
        "happy_to",
        r"\b(?:i'd be (?:happy|glad|delighted|pleased) to|i'm (?:happy|glad"
        r"|willing) to)\s+(?=[a-z])",
        "I'd be happy to read it.",
        "I'd be happy if she read it.",
        0.3,
    ),
    Cue(
        "want_to",
        r"\b(?:i want to|i'd like to|i would like to|i wanna|i'd love to|i plan to|i intend to"
        r"|i aim to|i mean to|my plan is to|i'm planning to|i'm hoping to|i hope to)\s+"
        r"(?!(?:have|get|see|hear|read)\b[^.?!]*\bfrom you\b)(?=[a-z])",
        "I want to write him a thank you.",
        "I want you to write.",
        0.6,
    ),
    Cue(
        "want_it_done",
        r"\bi(?:'d| would) (?:want|like) (?:it|them|that|this) (?:all )?(?=(?:in|up|out|done|off"
        r"|sent"
        r"|finished|over|by|before|ready|away|gone)\b)",
        "I'd want it in by the Wednesday.",
        "I'd want it that way.",
        0.8,
    ),
    Cue(
        "have_it_done",
        r"(?:(?<=so )i'd|\bi (?:can|could|(?:want|would like|hope|mean|plan) to)"
        r"|\bi'd (?:like|hope|expect) to)"
        r"(?: probably)? (?=(?:have|get) (?:it|them|that|those|these|this|all|both|the \w+|my \w+"
        r"|your \w+|two|three|four|five|six)"
        r"(?: all| both)? (?:\w+ed|done|written|sent|drawn|built|cut|sewn|out|off|in|up|ready|over"
        r"|across|back|with you|to you|on (?:the|your|his|her|their|my)|by)\b"
        rf"|(?:have|get) {_DETERMINED} (?:(?!i\b|you\b|and\b)[\w'-]+ ){{1,6}}?"
        r"(?:(?:over |across |back |ready )?(?:to|for) you"
        r"|in your (?:inbox|hands|hand)|on your desk)\b)",
        "I can have that cleared by Monday.",
        "I can have a rest.",
        1.0,
    ),
    Cue(
        "have_to",
        r"\b(?:i've to|i've got to|i have to|i have got to|i need to|i must|i gotta|i've gotta"
        r"|i should|i'd better|i ought to)\s+(?!be able to\b)(?=[a-z])",
        "I've to do the card and the form.",
        "He has to do the form.",
        0.3,
    ),
    Cue(
        "am_doing",
        r"\b(?:i'm|i am)\s+(?:definitely\s+|also\s+)?(?!(?:going to|gonna|thinking|saying|asking"
        r"|telling (?:him|her|them)(?! (?:on|this|next|tomorrow|tonight|today)\b)"
        r"|telling (?:you|ya|it|everyone|everybody|people|myself|on|in"
        r"|at|from|for|this|that|how|what)|telling(?! [a-z])"
        r"|trying|talking|sitting|feeling|looking forward|wondering|hoping|guessing|being"
        r"|having|getting|kidding|joking|not|using|doing well|doing fine|doing okay"
        r"|planning|worrying|travell?ing|working|flying|seeing|crying|laughing|praying|dying"
        r"|freezing|sweating|dreaming|hurting"
        r"|struggling|learning|fighting|burning|hearing|enjoying|running late|loving|hating"
        r"|missing|playing|owing|living|staying|lying"
        r"|leaving|going|looking|starting|trying)\b)(?=[a-z]+ing\b)",
        "I'm doing it on the fourth.",
        "I'm gonna be late.",
        0.3,
    ),
    Cue(
        "present",
        r"(?:^|[,;.]\s*|(?<=day )|(?<=days )|(?<=there )|(?<=tomorrow )|(?<=tonight )"
        r"|(?<=morning )|(?<=week )|\b(?:and|so|then|okay|yes|but)\s*"
        r"|\b(?:if|when|once|as soon as|next time) (?:(?!i'|(?:if|when|before|after)\b)[\w'-]+ )"
        r"{2,8}?)(?:so\s+"
        r"|then\s+)*i (?:then\s+|also\s+)?"
        r"(?!(?:[a-z]+ly\s+)?(?:am|was|were|had|did|do (?:want|like|think|need|feel|know)"
        r"|do not|don't|didn't|have|haven't|can|can't|could|couldn't"
        r"|will|won't|would|wouldn't|should|"
        r"may|might|must|know|knew|think|thought|guess|feel|felt|want|wanted|need|like|love|hate"
        r"|hope|mean|meant|believe|"
        r"remember|understand|see|saw|hear|heard|live|work|used|also|then|never|always|usually"
        r"|normally"
        r"|sometimes|just|really|still|"
        r"only|actually|kind|wonder|suppose|agree|wish|prefer|reckon|look forward|got|get|gotta"
        r"|said|say|told|went|came|took|almost|nearly|barely|hardly|already|even|"
        r"made|gave|put|read|set|kept|found|left|lost|met|paid|ran|sat|sent|spoke|stood|wrote"
        r"|tried|swear|promise|spent|hung|drew|bought|brought|taught|caught|fought|held|fell|flew"
        r"|land|arrive|fly|travel|depart|return|forgot|grew|hid|led|let|lay|rode|rang|rose|shook"
        r"|shot|shut|slept|stuck|threw|woke|wore"
        r"|won|built|cut|hurt|beat|began|broke|chose|drank|drove|ate|hit"
        r"|finish|(?:begin|start)(?! (?:it|this|that|them)\b)"
        r"|blew|stole|swore|tore|froze|fed|dealt|dug|lent|struck|woke|bit|sold|swam|sang|sank"
        r"|answer|\w+ed)\b)"
        r"(?=[a-z]+\s)",
        "I do it until Friday.",
        "Did I do it?",
        0.5,
    ),
    Cue(
        "result",
        r"\b(?:it'll|it will|they'll|they will|that'll|it's gonna|those'll|these'll)\s+"
        r"(?:(?:be|go|come|land|lie|sit)\s+(?=(?:there|with|in|on|at|over|up|back|out|off|from me"
        r"|to)\b)"
        r"|be\s+(?=(?:done|ready|finished|posted|sent|sitting|waiting)\b))"
        r"|\b(?:you'll|you will|you shall|you'd(?= \w+ (?:it|them|my|mine)\b))\s+"
        r"(?:have|get|hear|see|receive)\s+"
        rf"(?=(?:it|them|{_DETERMINED}|back|everything|from me)\b)"
        r"(?!.{0,80}\b(?:behind|ahead of) you\b)"
        rf"(?![^,.;!?]{{0,60}}\b{TO_ME})",
        "It'll be with you by Friday.",
        "It'll be fine, honestly.",
        1.0,
    ),
    Cue(
        "result_yours",
        r"(?:^|[,;]\s|\b(?:and|so|then|but|okay|ok|yes|yeah|right|good)[,.]?\s)"
        rf"(?:(?:it|they|that|{_DETERMINED}(?: (?!i\b|you\b|we\b)[\w'-]+){{0,3}}?)(?:'ll| will|'s"
        rf"| is|'re| are)?\s)?"
        r"(?:be|goes|go|lies|lie|lands?|sits?|comes?|will be|'ll be)\s+"
        r"(?=(?:with you|(?:on|in|at|to|through) (?:your|yer)|to you)\b)"
        r"|\b(?:you|he|she|they)(?:'ll| will)? (?:gets?|has|have)\s+"
        r"(?=(?!nothing\b)(?:[\w'-]+\s){1,5}?from me\b)",
        "My notes will be with you on Friday.",
        "My notes will be long.",
        1.8,
    ),
    Cue(
        "result_now",
        r"\b(?:it's|it is|they're)\s+(?=(?:there|done|ready|finished|with you|in your"
        r"|in the \w+ (?:by|until|till|before|on)|on (?:your"
        r"|his|her|the (?!\w+(?:th|st|nd|rd)\b)))\b)"
        r"|\b(?:you've|you have)\s+(?=(?:it|them|my|the|two|three|four|five|ten)\b"
        r"(?!.{0,80}\b(?:to|for) me\b))"
        r"|\bit (?:comes?|goes?|go) (?=to\b|on\b|by\b|in\b|over\b|with\b|tomorrow"
        r"|tonight|\w+day\b|the\b)"
        r"|\bi'm (?=there\b(?! (?:for|at) (?:a|an|the)\b)|with you\b)",
        "You've the five on Sunday evening.",
        "You've got a point.",
        0.1,
    ),
    Cue(
        "you_get_it",
        r"\b(?:(?<!\bif )(?<!\bonce )(?<!when )(?<!unless )(?<!till )(?<!until )"
        r"you (?:receive|get|have)|i have|i've) (?=(?:it|them|that|this)\b"
        r"(?! (?:here|complete|complicated|easy|hard|clear|better|worse)\b))"
        r"|(?:(?<=day )|(?<=day, )|(?<=th )|(?<=tomorrow )|(?<=tonight )|(?<=week )|(?<=weekend )"
        r"|(?<=morning )|(?<=evening )|(?<=teen )|(?<=twenty )|(?<=twelve )"
        r"|(?<=eleven ))you (?:receive|get|have) "
        r"(?=my\b|(?:an?|the) (?:(?:first|second|rough|new|full|clean|final|whole) )?"
        r"(?:version|draft|copy|answer|reply|list|sheet)\b)",
        "In two weeks you have it.",
        "In two weeks you have a holiday.",
        0.5,
    ),
    Cue(
        JOINT,
        r"\b(?:we'll|we will|we're going to|let's)\s+(?:both|each)\s+(?=[a-z])"
        r"|\b(?:both|each|the two) of us (?:will|'ll|are going to|is going to)\s+(?=[a-z])",
        "We'll both read the chapter by Monday.",
        "We both read the chapter.",
        1.8,
    ),
    Cue(
        "we_will",
        r"\b(?:we'll|we will|we're gonna|we're going to)\s+(?:both\s+|also\s+)?(?=[a-z])",
        "We'll both read it by Monday.",
        "They'll read it.",
        0.2,
    ),
    Cue(
        "will_not",
        r"\b(?:i won't|i will not|i'll (?:not|no|nae)|i willnae|i'm not going to|i'm not gonna"
        r"|i'm not (?!(?:codd?|kidd|jok|ly|mess|slagg|exaggerat|complain|blam|say|ask|judg|try)"
        r"ing\b)"
        r"(?=[a-z]+ing\b)"
        r"|no more|no new)\s*(?=[a-z])",
        "I won't finish his tickets till we talk next.",
        "He won't finish his tickets.",
        0.0,
    ),
    Cue(
        "idiom",
        r"\b(?:leave (?:that|it|this) (?:with|to) me|that's on me|that one's on me"
        r"|consider it done|count on me|i'm on it|you have my word|i've got that one"
        r"|i'll take that one|mine to do|i'll see to it|i promise(?: you)?(?: that| this| it)?)\b",
        "Leave that with me.",
        "Leave that with him.",
        0.8,
    ),
)
"""What can carry a promise, strongest claim first where two overlap."""

CONDITIONAL: tuple[Cue, ...] = (
    Cue(
        "if",
        r"\b(?:if|in case|unless|provided|assuming|as long as|so long as|should (?:you|he|she"
        r"|they|it))\b(?! (?:you like|you want|you don't mind"
        r"|(?:that|it)(?:'s|'d be| is| would be)? (?:(?:would |might )?helps?"
        r"|(?:of )?any (?:help|use|good)"
        r"|useful|helpful|of use)|that's (?:ok|okay|all right"
        r"|alright)|it's possible|possible|i may|i can))",
        "If Deb's right with it, I'll film it.",
        "I'll film it if you like.",
        1.0,
    ),
    Cue(
        "do_and",
        r"(?:^|[,;.] |\b(?:just|so|but|then|and|or) )(?:you )?(?:send|ping|bring|let|tell|show"
        r"|drop|get"
        r"|text|forward|email|call|ring|write|say|shout|find"
        r"|pick)\b(?! and\b)(?:\s+[\w'-]+){1,8}?,? and"
        r" (?:then )?(?:i'll|i will|i'm gonna)\b",
        "Ping it over and I'll read it.",
        "I ping it over and he'll read it.",
        1.0,
    ),
    Cue(
        "once",
        r"\b(?:once|as soon as|when|whenever|after|until) (?!(?:i|we|this|that is|you are back"
        r"|you're back)\b)(?:\w+'s |(?:you|he|she|they|it|it's|he's|she's|they've|you've|your|his"
        r"|her|their|the|[a-z]+)\b)(?:\W+\w+){0,4}?\W*\b(?:gives?|sends?|says?|comes?|lands?"
        r"|gets? back|answers?|confirms?|replies|with me|agrees?|there|ready|arrives?|lets? me"
        r"|tells? me|asks?|opens?|(?:calls?|rings?) me)\b",
        "Once Funke gives me a time I'll add you.",
        "Once I've eaten I'll add you.",
        1.0,
    ),
    Cue(
        "once_done",
        r"\b(?:once|as soon as) (?:you've|you have|he's|she's|they've|it's|that's"
        r"|they're) (?:\w+ed|in"
        r"|back|here|there|done|through|out|up|signed|sent|read|seen|with me)\b",
        "Once you've cleared it, I'll forward the themes.",
        "Once you're back we speak.",
        1.0,
    ),
    Cue(
        "once_i_have",
        r"\b(?:once|as soon as) (?:i've|i have|i|i get|i've got) (?:got|had|have|get|received"
        r"|seen|heard)\b",
        "Once I've got it I'll turn it round.",
        "Once I finish I'll go.",
        1.0,
    ),
    Cue(
        "next_time",
        r"\b(?:the )?(?:next time|first time) (?:you|he|she|they|i|somebody|someone)\b|\b(?:every"
        r"|any) ?time (?:you|he|she|they|it)\b",
        "The next time you ring straight off, I'll text.",
        "Next time we meet is May.",
        1.0,
    ),
)
"""What a promise waits for: it may never come."""
