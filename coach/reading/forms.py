"""How people promise, and what only looks like a promise: the evidence for and against, as data.

A *form* is a wording that can carry a promise; its weight says how often it does. A *scope* is a
wording around it that takes the promise back: reported speech, habit, hypothesis, a move inside the
call. `coach.reading.promises` adds the weights up. They were set by hand from what each
construction means (Searle's commissives: the speaker, the future, an act) and corrected while
reading the published calls; figures on those calls are no measure of unseen ones.
"""

from __future__ import annotations

from coach.cues import Cue

_ADVERBS = (
    r"(?:(?:just|also|then|now|even|definitely|certainly|probably|actually|gladly|happily"
    r"|personally|"
    r"surely|maybe|still|always|quickly|simply|only|again|first)\s+)*"
)

JOINT = "we_both"
"""The form of a promise that each of the two makes: one commitment an owner."""

FORMS: tuple[Cue, ...] = (
    Cue(
        "will",
        rf"\b(?:i'll|i will|i shall|i'm gonna|i'm going to|i am going to"
        rf"|i'mma)\s+(?!(?:not|no|nae|yeah|yes|of course|now in|in|indeed|surely|po|sir|ma"
        rf"|aye|night|goodnight|bye|cheers|thanks|thank you|ta|love|mate)\b){_ADVERBS}(?=[a-z])",
        "I'll send it on Friday.",
        "He'll send it on Friday.",
        2.0,
    ),
    Cue(
        "cleft",
        r"\bwhat i(?:'ll| will|'m going to|'m gonna) do is,? (?:that )?(?:i'll |i will |i'm going to )?"
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
        r"\b(?:let me|lemme)\s+(?:just\s+)?(?=[a-z])",
        "Let me ask Jess what she has.",
        "Let him ask Jess.",
        1.0,
    ),
    Cue(
        "can",
        r"\bi can\s+(?:also\s+|just\s+|probably\s+)?(?!(?:see|hear|imagine|tell|understand|feel"
        r"|remember|relate|believe|think|say|only|always|never|get that|be|have|do it all"
        r"|understand|manage|promise|afford|live|cope)\b)(?=[a-z])",
        "I can shoot that over tonight.",
        "I can see you fine.",
        0.6,
    ),
    Cue(
        "could",
        r"\bi could\s+(?:maybe\s+|perhaps\s+|just\s+|always\s+|probably\s+)?(?!(?:see|have|hear"
        r"|tell|be|imagine|feel|never|not|only)\b)(?=[a-z])",
        "I could ask Joyce to watch.",
        "I could see it coming.",
        0.3,
    ),
    Cue(
        "want_to",
        r"\b(?:i want to|i'd like to|i would like to|i wanna|i'd love to|i plan to|i intend to"
        r"|i aim to|i mean to|my plan is to|i'm planning to|i'm hoping to|i hope to)\s+(?=[a-z])",
        "I want to write him a thank you.",
        "I want you to write.",
        0.6,
    ),
    Cue(
        "have_to",
        r"\b(?:i've to|i've got to|i have to|i have got to|i need to|i must|i gotta|i've gotta"
        r"|i should|i'd better|i ought to)\s+(?=[a-z])",
        "I've to do the card and the form.",
        "He has to do the form.",
        0.3,
    ),
    Cue(
        "am_doing",
        r"\b(?:i'm|i am)\s+(?:definitely\s+|also\s+)?(?!(?:going to|gonna|thinking|saying|asking"
        r"|telling|trying|talking|sitting|feeling|looking forward|wondering|hoping|guessing|being"
        r"|having|getting|kidding|joking|not|using|doing well|doing fine|doing okay"
        r"|planning|worrying|travell?ing|working|flying|seeing|crying|laughing|praying|dying|freezing|sweating|dreaming|hurting"
        r"|struggling|learning|fighting|burning|hearing|enjoying|running late|loving|hating|missing|playing|owing|living|staying"
        r"|leaving|going|looking|starting|trying)\b)(?=[a-z]+ing\b)",
        "I'm doing it on the fourth.",
        "I'm gonna be late.",
        0.3,
    ),
    Cue(
        "present",
        r"(?:^|[,;.]\s*|\b(?:and|so|then|okay|yes|but|if \w+ (?:\w+ ){1,3}?)\s*)(?:so\s+"
        r"|then\s+)*i (?:then\s+|also\s+)?"
        r"(?!(?:am|was|were|had|did|do (?:want|like|think|need|feel|know)|do not|don't|didn't|have|haven't|can|can't|could|couldn't"
        r"|will|won't|would|wouldn't|should|"
        r"may|might|must|know|knew|think|thought|guess|feel|felt|want|wanted|need|like|love|hate"
        r"|hope|mean|meant|believe|"
        r"remember|understand|see|saw|hear|heard|live|work|used|never|always|usually|normally"
        r"|sometimes|just|really|still|"
        r"only|actually|kind|wonder|suppose|agree|wish|prefer|reckon|look forward|got|get|gotta"
        r"|said|say|told|went|came|took|"
        r"made|gave|put|read|set|kept|found|left|lost|met|paid|ran|sat|sent|spoke|stood|wrote"
        r"|tried|swear|promise|spent|hung|drew|bought|brought|taught|caught|fought|held|fell|flew"
        r"|forgot|grew|hid|led|let|lay|rode|rang|rose|shook|shot|shut|slept|stuck|threw|woke|wore"
        r"|won|built|cut|hurt|beat|began|broke|chose|drank|drove|ate|hit|begin|finish|start"
        r"|answer|\w+ed)\b)"
        r"(?=[a-z]+\s)",
        "I do it until Friday.",
        "Did I do it?",
        0.5,
    ),
    Cue(
        "result",
        r"\b(?:it'll be|it will be|they'll be|that'll be|it's gonna be)\s+"
        r"(?=(?:there|done|ready|finished|posted|sent|sitting|waiting|over|up|back|with|in|on|at"
        r"|from me)\b)"
        r"|\b(?:you'll have|you will have|you'd have|you'll get|you will get|you'll hear"
        r"|you'll see)\s+"
        r"(?=(?:it|them|my|the|a|an|back|everything|that|this|two|three|four|five|ten|from me)\b)",
        "It'll be with you by Friday.",
        "It'll be fine, honestly.",
        1.0,
    ),
    Cue(
        "result_now",
        r"\b(?:it's|it is|they're)\s+(?=(?:there|done|ready|finished|with you|in your|on (?:your"
        r"|his|her|the (?!\w+(?:th|st|nd|rd)\b)))\b)"
        r"|\b(?:you've|you have)\s+(?=(?:it|them|my|the|two|three|four|five|ten)\b)"
        r"|\byou (?:receive|get|have) (?=(?:it|them)\b)"
        r"|\bit (?:comes?|goes?|go) (?=to\b|on\b|by\b|in\b|over\b|with\b|tomorrow"
        r"|tonight|\w+day\b|the\b)"
        r"|\bi'm (?=there\b|with you\b)",
        "You've the five on Sunday evening.",
        "You've got a point.",
        0.1,
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
        r"|i'm not (?=[a-z]+ing\b)"
        r"|no more|no new)\s*(?=[a-z])",
        "I won't finish his tickets till we talk next.",
        "He won't finish his tickets.",
        0.0,
    ),
    Cue(
        "idiom",
        r"\b(?:leave (?:that|it|this) (?:with|to) me|that's on me|that one's on me"
        r"|consider it done|count on me|i'm on it|you have my word|i've got that one"
        r"|i'll take that one|mine to do|i'll see to it|i promise)\b",
        "Leave that with me.",
        "Leave that with him.",
        0.8,
    ),
)
"""What can carry a promise, strongest claim first where two overlap."""

AGAINST: tuple[Cue, ...] = (
    Cue(
        "reported",
        r"\b(?:(?:he|she|they|it|who|people|everyone|everybody|somebody|someone|mum|mom|dad"
        r"|my \w+(?: \w+)?|the \w+|[a-z]+)(?:'s|'d| had| has| was| were| is)?\s+(?:always\s+"
        r"|just\s+|then\s+|also\s+|only\s+|still\s+|keeps?\s+)?(?:said|says|saying|goes|told|tells|tell|telling|shouts|asks|answers|like"
        r"|reckons|reckoned|thinks|promised|swore|used to say|writes|wrote|texted|shouted|replied"
        r"|asked|whispered|decided)|(?:he|she|they|you|people|who)(?:'d|'ll| would| will) (?:say"
        r"|go|be like|tell|think)|i (?:said|told|thought|goes|was like|went|promised|swore"
        r"|even said|just said|kept saying|wrote|was saying|was thinking|was going to say)"
        r"|i think,? (?:oh|well|right|okay)|i'd (?:said|told|say)|(?:what|all) i (?:hear"
        r"|heard) (?:is|was))\b(?:,? (?:okay|right|well|oh|no|yes|look)\b,?)*(?:(?!\b(?:but|anyway|so now|and so|however"
        r"|okay)\b)[^.!?\"]){0,90}$",
        "She said I'll back you",
        "I said Wednesday but I'll",
        -4.0,
    ),
    Cue(
        "not_so",
        r"\b(?:i don't (?:think|know|believe|suppose)|i doubt|not sure|whether|if|what|where|how|while|when|since|though"
        r"|why|who|which|that's (?:what|where|how|why))\s*$",
        "I don't think ",
        "I think ",
        -2.5,
    ),
    Cue("quoted", r"^[^\"]*\"[^\"]*$", "And he goes \"well I'll", 'He said "fine". I\'ll', -3.0),
    Cue(
        "counterfactual",
        r"\b(?:if i (?:was|were|had|could|ever|had had)|if i'd|if it (?:was|were|had)"
        r"|if we (?:were|had)|if they (?:were|had)|if you were|i wish|imagine|would have"
        r"|could have|should have|suppose i|one of these days|some day|someday|one day"
        r"|in a perfect world|in an ideal world|if i ever|back then|in those days|at that time"
        r"|when i was)\b",
        "If I was on your ward I'll",
        "If you send it I'll",
        -3.0,
    ),
    Cue(
        "habit",
        r"\b(?:usually|normally|always|typically|tend to|used to|every time|whenever|what i do is"
        r"|most days|most nights|these days|as a rule|mostly|sometimes|often)\b",
        "What I do is I finish at eight and I'll",
        "Every day next week I'll",
        -2.2,
    ),
    Cue(
        "maybe",
        r"\b(?:maybe|perhaps|might|possibly|eventually|at some point|some time|i suppose|i guess"
        r"|probably|hopefully|i don't know if|not sure)\b[^.,;]{0,25}$",
        "Maybe ",
        "What I might do, what I will do is ",
        -0.9,
    ),
    Cue(
        "or_else",
        r"\b(?:or|or else|before|because|'cause|cause|that's why|the (?:fear|worry"
        r"|danger|risk) is|i'm (?:scared|afraid|worried))\s+(?:\w+\s+)?$",
        "Don't be late, or ",
        "Order it, and ",
        -1.2,
    ),
    Cue(
        "otherwise",
        r"\b(?:otherwise|or else|if not|else),?\s+(?:then\s+)?$",
        "Finish yours first, otherwise ",
        "Unless it rains, ",
        -2.0,
    ),
    Cue(
        "this_moment",
        r"^(?:\W*(?:oh|ah|um|okay|ok|and|so|yeah|sorry)\W+)*(?:wait|hang on|hold on|one (?:sec|second"
        r"|moment|minute)|just a (?:sec|second|minute|moment)|two secs?|bear with me)\b[^.!?]{0,12}$",
        "Wait, ",
        "I can't wait, ",
        -2.0,
    ),
    Cue(
        "explaining",
        r"\b(?:which means|that means|the idea is|meaning|so that|the way|how|the thing is that"
        r"|it's like|like,|you know,|pretend|let's say|say)\s*,?\s*$",
        "The idea is ",
        "The idea is good, so ",
        -1.0,
    ),
)
"""Searched in what stands before the promise in its own sentence."""

IN_CALL: tuple[Cue, ...] = (
    Cue(
        "screen",
        r"^(?:share|unshare|prop|shut the (?:door|window)|scroll|mute|unmute|find|open|close|turn"
        r"|put on|put up|pull (?:it|this"
        r"|that|up)|bring (?:it )?up|zoom|switch|type|paste|drop it in|move (?:inside|to)|shift"
        r"|grab|get (?:my|a) (?:pen|drink|water|charger|notebook)|plug)\b",
        "share my screen",
        "send my screenshot",
        -2.2,
    ),
    Cue(
        "talk_move",
        r"^(?:say|tell you (?:what|if|whether|which|where|a|why|how|something|the|about|one"
        r"|honestly|now)"
        r"|tell you\W*$|tell you, |explain|show you|read (?:you|out)|read (?:it|this|that)(?: out| aloud| back)?\W*$|be (?:honest|frank|straight|blunt|brief"
        r"|quick|back|right|clear|short|careful|fair|clearer)|go (?:first|fast|quick|quickly"
        r"|through (?:it|this|them) (?:now|quickly))|start (?:with|by|there|off|from)|stop|finish"
        r"|pause|come back to|come to (?:it|that)|get (?:to|back to) (?:that|it|this|the)"
        r"|leave (?:it|that|this)(?: one)? (?:there|at|here|open|for now|till|until)|leave it"
        r"|keep it (?:short|brief|for the end)|pass|spare you|go ahead|head off|be off|shut up"
        r"|let you|guess|bet|admit"
        r"|take (?:that|it) (?:as|back)|give you (?:an?|one|the|two|my) (?:example|number|context"
        r"|background|minute|second|sense|idea|reason|clue|hint)|ask you|ask (?:a|one|this"
        r"|the) (?:question|thing)|repeat|rephrase|put it (?:this|another|like)|be (?:quiet"
        r"|there in)|hold (?:my|on|it)|wait|think about (?:it|that)|think|have a think|try|see"
        r"|look at (?:it|this|that) now|quote|just|go back|summari[sz]e|add|mention|note that"
        r"|write (?:it|that|this) down now|hear|listen|stay (?:here|there|with (?:that|it|you)|quiet)|hang|not)\b(?!.*\b(?:to|with|for"
        r"|by) (?:him|her|them|monday|tuesday|wednesday|thursday|friday))",
        "come back to that",
        "come to your ward",
        -2.2,
    ),
    Cue(
        "not_an_act",
        r"^(?:be|feel|know|need (?!to\b)|want|love|like|hate|miss|remember|forget|regret|lose|die"
        r"|end up"
        r"|get (?:to|used|tired|lost|mad|angry|old|fired|told|better|there|into|nervous|emotional"
        r"|in trouble|over|through)|never|have (?:no|more|been|a (?:heart|breakdown|panic"
        r"|party|laugh|go))|believe|agree|understand|notice|realise|realize|see|hear|live|cry"
        r"|faint|hope|wonder|wish|bet|go (?:mad|crazy|home at|to (?:sleep|bed|hell|my grave)"
        r"|under)|survive|cope|manage|be able|look forward|allow|take (?:it|that|anything)|fall"
        r"|burn|panic|fail|still be|sleep|eat|drink|sound|look (?:like|stupid|silly|weak)"
        r"|turn into|become)\b",
        "be fine",
        "bring it on Friday",
        -1.8,
    ),
    Cue(
        "a_state_by_then",
        r"^(?:just |still |probably |hopefully )*have (?:just )?(?:been|seen|had|changed|gone|forgotten|lost|become"
        r"|turned|grown|(?:everything|all my fingers|my fingers|fingers) crossed|an? (?:better|worse"
        r"|new)\b)",
        "have changed my clocks",
        "have read it by Monday",
        -1.8,
    ),
    Cue(
        "free_then",
        r"^(?:do|make|be free|manage) (?:on |the |this |next )*(?:mondays?|tuesdays?|wednesdays?"
        r"|thursdays?|fridays?|saturdays?|sundays?|mornings?|afternoons?|evenings?|\d\w*|anytime"
        r"|any time|most days)\b",
        "do Wednesday the nineteenth, one o'clock",
        "do the sheet on Wednesday",
        -1.5,
    ),
    Cue(
        "device",
        r"^(?:just )?(?:put|plug|switch|turn|move|adjust|pull) (?:the |my |this )?(?:\w+ )?(?:earphones?"
        r"|headphones?|headset|mic|microphone|camera|light|lamp|phone|laptop|charger|blind|blinds"
        r"|curtains?|window|door|volume|screen|sound)\b(?! in\b| on the\b| away)",
        "put the earphones tighter",
        "put the phone on the stand",
        -2.2,
    ),
    Cue(
        "noted",
        r"^(?:write|writing|put|putting|note|noting|take|taking) (?:it|that|this|notes)(?: one)?"
        r"(?: down)?(?: (?:in|on) (?:my|me) (?:phone|notes|notebook|diary|hand|list|wall))?\W*$",
        "writing that down",
        "write that up for her",
        -1.4,
    ),
    Cue(
        "hangs_on",
        r"\b(?:hang on|hold on|wait a (?:sec|second|minute)|just a (?:sec|second)|one (?:sec|second))\W*$",
        "put the big light on now hang on",
        "hang it on the wall",
        -2.0,
    ),
    Cue(
        "discretion",
        r"^(?:(?:not |never )?(?:tell|say|mention|breathe|repeat|share|write|name|use"
        r"|call) (?:anyone|anybody|anything|nobody|a word|it to|that to|the name|names?|your name"
        r"|a soul|any of)|keep (?:it|that|this) (?:to myself|between|quiet|private|confidential"
        r"|secret))\b",
        "not say anything",
        "tell Meera on Monday",
        -3.0,
    ),
)
"""Searched in what stands after the promise: the verb phrase itself."""

CONDITIONAL: tuple[Cue, ...] = (
    Cue(
        "if",
        r"\b(?:if|in case|unless|provided|assuming|as long as|so long as|should (?:you|he|she"
        r"|they|it))\b(?! (?:you like|you want|you don't mind|that's (?:ok|okay|all right"
        r"|alright)|it's possible|possible|i may|i can))",
        "If Deb's right with it, I'll film it.",
        "I'll film it if you like.",
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
        r"\b(?:once|as soon as) (?:you've|you have|he's|she's|they've|it's|that's|they're) (?:\w+ed|in"
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
