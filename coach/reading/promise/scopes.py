"""What only looks like a promise: wordings around it, and deeds that are none, as data.

A scope takes the promise back: reported speech, habit, hypothesis, a fear. A move inside the call
is done before it is over, and a state is nothing that one does.
"""

from __future__ import annotations

from coach.cues import Cue

TO_BE_SAID = (
    r"\b(?!(?:i|we)\b)\w+ (?:must|should|shall|ought to|has to|needs to) (?:also |only )?"
    r"(?:say|state|mention|note|read|record|show) that\b"
)
"""Who is told what to say has not said it."""

AGAINST: tuple[Cue, ...] = (
    Cue(
        "reported",
        r"\b(?:(?:he|she|they|it|who|people|everyone|everybody|somebody|someone|mum|mom|dad"
        r"|my \w+(?: \w+)?|the \w+|[a-z]+)(?:'s|'d| had| has| was| were| is)?\s+(?:always\s+"
        r"|just\s+|then\s+|also\s+|only\s+|still\s+|keeps?\s+)?(?:said|says|saying|told|tells"
        r"|telling"
        r"|shouts|asks|goes(?!\s(?:to|in|into|on|up|down|out|off|back|well|wrong|sideways|over|away"
        r"|through|by|with|for|home|there|live)\b)"
        r"|reckons|reckoned|thinks|promised|swore|swears|claims|hopes|used to say|writes|wrote"
        r"|texted|shouted|replied"
        r"|asked|whispered|decided)|(?:he|she|they|you|people|who)(?:'d|'ll| would| will) (?:say"
        r"|go|be like|tell|think)|i (?:say to|tell) (?:him|her|them|myself|people)|i (?:said|told"
        r"|thought|goes|was like|went|promised|swore"
        r"|even said|just said|kept saying|wrote|was saying|was thinking|was going to say)"
        r"|[a-z]+(?:'s|'re| was| were| is)(?: all| just)? like"
        r"|(?:[a-z]+(?:'d| would)|used to) (?:\w+ ){1,5}and (?:then )?(?:say|go,)"
        r"|i say (?=(?:yes|no|okay|well|right)\b)"
        r"|i think,? (?:oh|well|right|okay)|i'd (?:said|told)|i'd say(?! $)|(?:what|all) i (?:hear"
        r"|heard) (?:is|was))\b(?:,? (?:okay|right|well|oh|no|yes|look)\b,?)*(?:(?!\b(?:but|anyway"
        r"|so now|and so|however"
        r"|okay)\b)[^.!?\"]){0,90}$",
        "She said I'll back you",
        "I said Wednesday but I'll",
        -4.0,
    ),
    Cue(
        "told_oneself",
        # What one thinks again and again is a habit told in its own words, and binds nobody.
        r"\b(?:i(?:'m| am|'ve been)? (?:just |still )?(?:keep(?: on)?|kept(?: on)?|always|forever)"
        r" (?:thinking|saying|swearing|telling (?:myself|\w+)|promising(?: (?:my )?\w+)?)"
        r"|i (?:always |just )?(?:think|say|tell|said|thought|told) (?:to )?myself"
        r"|(?:each|every) (?:time|night|morning|week|\w*day) (?:it's|i'm like|i think|i say|i go))"
        r"(?: that)?(?:\W+(?:okay|right|well|oh|no|yes|look|tomorrow|tonight|monday|next \w+"
        r"|this \w+))*\W*(?:(?:i'll|i will|i'm going to|i'm gonna) [^.?!]{1,60})?$",
        "And I keep thinking, ",
        "I keep thinking about it, so ",
        -4.0,
    ),
    Cue(
        "not_so",
        r"\b(?:i don't (?:think|know|believe|suppose)|i doubt|not sure|whether|if|what|where|how"
        r"|while|when|since|though"
        r"|why|who|which|that's (?:what|where|how|why))\s*$",
        "I don't think ",
        "I think ",
        -2.5,
    ),
    Cue(
        "what_is_said",
        r"^\W*that\s$",
        "That ",
        "And that is why ",
        -2.0,
    ),
    Cue(
        "to_be_said",
        r"\byou (?:just |then |can |could |should )?(?:say|tell (?:him|her|them)|write|answer)"
        r"(?:,? (?:okay|right|well|no|yes|look))?,?\s*$"
        rf"|{TO_BE_SAID}\s*$",
        "Then you say, ",
        "If you say so, ",
        -4.0,
    ),
    Cue(
        "while_we_talk",
        r"\bif (?:the|my|this|we|i|it|you)(?: \w+)?(?:'m|'re| is| are)? (?:goes? (?:away|off|down"
        r"|dead|quiet)|disappears?|vanish(?:es)?|breaks? up"
        r"|drops?|cuts? out|freezes?|frozen|disconnects?|(?:gets?|am|are|is) cut off"
        r"|(?:gets?|loses?) (?:connection|signal|you))\b",
        "If the line goes away I",
        "If the price goes up I",
        -3.0,
    ),
    Cue("quoted", r"^[^\"]*\"[^\"]*$", "And he goes \"well I'll", 'He said "fine". I\'ll', -3.0),
    Cue(
        "counterfactual",
        r"\b(?:if i (?:was|were|had|could|ever|had had)|if i'd|if it (?:was|were|had)"
        r"|if we (?:were|had)|if they (?:were|had)|if you were"
        r"|if i (?:hear|see|have to (?:hear|read|sit through)) [^,]{1,40}(?: again| one more time)"
        r"|if i (?:ever )?win the (?:lotto|lottery|pools|jackpot)|when (?:pigs fly|hell freezes)"
        r"|i wish|imagine|would have"
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
        r"^(?:\W*(?:oh|ah|um|okay|ok|and|so|yeah|sorry)\W+)*(?:wait|hang on|hold on|one (?:sec"
        r"|second"
        r"|moment|minute)|just a (?:sec|second|minute|moment)|two secs?"
        r"|bear with me)\b[^.!?]{0,12}$",
        "Wait, ",
        "I can't wait, ",
        -2.0,
    ),
    Cue(
        "explaining",
        r"\b(?:which means|that means|the idea is|meaning|so that|the way|how|the thing is that"
        r"|it's like|like,|you know,|pretend|let's say|(?<!i'd )say)\s*,?\s*$",
        "The idea is ",
        "The idea is good, so ",
        -1.0,
    ),
)
"""Searched in what stands before the promise in its own sentence."""

IN_CALL: tuple[Cue, ...] = (
    Cue(
        "screen",
        r"^(?:share(?! (?:the|my|our|an?|some) (?:[\w-]+ )?(?:list|link|template|contacts?|notes"
        r"|article|book|reading|recording|paper|checklist|slides from)\b)|unshare|prop"
        r"|shut the (?:door|window)|scroll|mute|unmute|find(?! out\b)|open"
        r"|close|turn"
        r"|put on|put up|pull (?:it|this"
        r"|that|up)|bring (?:it )?up|zoom|switch|type|paste"
        r"|drop it in(?= here\b|(?: (?:the|our|this))? chat\b|\W*$)|move (?:inside|to)|shift"
        r"|grab(?! (?:him|her|them)\b)|get (?:my|a) (?:pen|drink|water|charger|notebook)|plug)\b",
        "share my screen",
        "send my screenshot",
        -2.2,
    ),
    Cue(
        "talk_move",
        r"^(?:say|tell you (?:what|who|if|whether|which|where|a|why|how|something|the|about|one"
        r"|honestly|now)"
        r"|tell you\W*$|tell you, |explain|show you|read (?:you|out)|read (?:it|this|that)(?: out"
        r"| aloud| back)?\W*$|be (?:honest|frank|straight|blunt|brief"
        r"|quick|back|right|clear|short|careful|fair|clearer)|go (?:first|fast|quick|quickly"
        r"|through (?:it|this|them) (?:now|quickly))|start (?:with|by|there|off|from)"
        r"|stop(?! (?!talking|sharing|speaking|rambling|interrupting|recording|going|complaining"
        r"|moaning|whining|waffling|being|there)[a-z]+ing \w)|finish"
        r"|pause|come back to|come to (?:it|that)|get (?:to|back to) (?:that|it|this|the)"
        r"|(?:get|bring|take|keep|put) (?:me|us|you) back (?:on|to|onto)"
        r"|leave (?:it|that|this)(?: one)? (?:there|at|here|open|for now|till|until)|leave it"
        r"|keep it (?:short|brief|for the end)|pass|spare you|go ahead|head off|be off|shut up"
        r"|let you(?! know (?:if|when|what|whether|how|as soon|once)\b)"
        r"|guess|bet|admit|confess(?! to\b)|concede|tell you (?:that|this)(?=\W*$)"
        r"|hold (?:you|ye|yous|him|her|them) to (?:it|that|this)"
        r"|take (?:that|it) (?:as|back)|give you (?:an?|one|the|two|my) (?:example|number|context"
        r"|background|minute|second|sense|idea|reason|clue|hint)|ask you|ask (?:a|one|this"
        r"|the) (?:question|thing)|repeat|rephrase|put it (?:this|another|like|plainly"
        r"|bluntly|simply|mildly)|be (?:quiet"
        r"|there in)|hold (?:my|on|it)|wait|think about (?:it|that)|think|have a think"
        r"|try(?! (?:and|to|(?:that|this) (?:with|on) (?:the|my|our|his|her))\b)"
        r"|see(?! (?:if|whether|(?:can|could|will|would) (?:i|he|she|they|we))\b)"
        r"|(?:look at|check) (?:it|this|that) now|(?:look at|check) (?:my|the) (?:paper|phone"
        r"|notes|list|diary|calendar|screen|notebook)(?:\W*$| and\b)|quote|just|go back"
        r"|summari[sz]e|add"
        r"|mention|note that"
        r"|write (?:it|that|this) down now|hear|listen|stay (?:here|there|with (?:that|it|you)"
        r"|quiet)|hang|not)\b(?!.*\b(?:to|with|for"
        r"|by) (?:him|her|them|monday|tuesday|wednesday|thursday|friday))",
        "come back to that",
        "come to your ward",
        -2.2,
    ),
    Cue(
        "farewell",
        r"^(?:(?:talk|speak) (?:to|with) you|see you|catch you|be seeing you)"
        r" (?:soon|later|then|anon|next time|on the (?:other side|flip side))\W*"
        r"(?:$|(?:okay|ok|yeah|then|bye)\b)",
        "talk to you soon, okay?",
        "talk to you soon about the rent",
        -2.2,
    ),
    Cue(
        "not_an_act",
        r"^(?:be(?! (?:(?:send|giv|show|bring|tell|ask|speak|talk|ring|call|phon|writ|email"
        r"|text|apply|hand|submit|book|order|introduc|meet)ing (?:you|him|her|them|my|your|our"
        r"|his|their|the|an?|to|for|with)\b|there|along|round|in touch|on (?:to|at)|onto"
        r"|back (?:to|in touch with|on to)"
        r"|over (?:on|at|by)|down (?:on|at|by)|up (?:on|at|by)|at (?:your|his|her|their)|him|her"
        r"|your (?!death|end|ruin|judge|(?:first|best|biggest) (?:fan|customer))[a-z]+)\b)"
        r"|feel|know"
        r"|do (?:have|like|love|want|need|know|feel|think|mean)|dare say|need (?!to\b)"
        r"|want|love|like|hate|miss|remember|forget|regret|lose|die"
        r"|end up"
        r"|get (?:to|used|tired|lost|mad|angry|old|fired|told|better|there|into|nervous|emotional"
        r"|in trouble|over|through)|never|have (?:no|more|been"
        r"|my (?:evenings|weekends?|nights|mornings|sundays|life|peace)|a (?:heart|breakdown|panic"
        r"|party|laugh|go))|believe|agree|understand|notice|realise|realize|see"
        r"(?! (?:(?:\w+ ){1,3}about (?:the|my|a|his|her|it)\b|if"
        r"|whether|(?:can|could|will|would) (?:i|he|she|they|we))\b)|hear|live|cry"
        r"|faint|hope|wonder|wish|bet|go (?:mad|crazy|home at|to (?:sleep|bed|hell|my grave)"
        r"|under)|survive|cope|manage|be able|look forward|allow|fall"
        r"|(?:take|cop|own|accept|wear|buy|grant you) (?:it|that|anything)(?=\W*$)"
        r"|(?:sit|stand|lie) (?:here|there)(?=\W*$)|(?:nearly |much |far )?rather"
        r"|see if (?:i|we)(?:'ve| have) (?:got )?the (?:nerve|courage|guts|strength)"
        r"|burn|panic|fail|still be|sleep|eat|drink|sound|look (?:like|stupid|silly|weak)"
        r"|turn into|become|either)\b|\bin my (?:head|mind|dreams|sleep|heart)\b"
        r"|\band (?:then )?i (?:cry|die|faint|scream|weep)\b",
        "be fine",
        "bring it on Friday",
        -1.8,
    ),
    Cue(
        "a_state_by_then",
        r"^(?:just |still |probably |hopefully )*have (?:just )?(?:been|seen|had|changed|gone"
        r"|forgotten|lost|become"
        r"|turned|grown|(?:everything|all my fingers|my fingers|fingers) crossed|an? (?:better"
        r"|worse"
        r"|new)\b)",
        "have changed my clocks",
        "have read it by Monday",
        -2.6,
    ),
    Cue(
        "done_by_then",
        r"^(?:already |probably |just )*have (?:already |just )?(?:[a-z]{3,}(?<!need)(?<!feed)"
        r"(?<!speed)(?<!seed)ed|said|done|told|made|written|sent|got|spoken|read|given|taken|met)\b",
        "have said sorry in it about six times",
        "have a look at it",
        -1.6,
    ),
    Cue(
        "free_then",
        r"^(?:do|make|take|choose|keep|prefer|be free|manage)"
        r" (?:on |the |this |next )*(?:mondays?|tuesdays?|wednesdays?"
        r"|thursdays?|fridays?|saturdays?|sundays?|mornings?|afternoons?|evenings?|\d\w*|anytime"
        r"|any time|most days|[a-z-]+(?:th|first|second|third)(?=\W*$|,))\b(?! (?:\w+ )?off\b)",
        "do Wednesday the nineteenth, one o'clock",
        "do the sheet on Wednesday",
        -1.5,
    ),
    Cue(
        "now",
        r"^(?!.{0,200}\b(?:what|how|who|where|which|why|whether)\b.{0,80}\bnow\b)"
        r".*(?<!for )(?<!from )(?<!by )(?<!until )(?<!till )\bnow\b"
        r"(?:,? (?:sorry|then|though))?\W*$"
        r"|\bin the chat\b",
        "off the camera now, sorry",
        "keep it off for now",
        -1.2,
    ),
    Cue(
        "some_day",
        r"\b(?:one of these days|some ?day|one day|in another life)\W*$",
        "kill him one of these days",
        "ask him one day next week",
        -1.5,
    ),
    Cue(
        "device",
        r"^(?:just )?(?:put|plug|switch|turn|move|adjust|pull) (?:the |my "
        r"|this )?(?:\w+ )?(?:earphones?"
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
        r"\b(?:hang on|hold on|wait a (?:sec|second|minute)|just a (?:sec|second)|one (?:sec"
        r"|second))\W*$",
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
