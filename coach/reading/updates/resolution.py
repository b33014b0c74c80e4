# ruff: noqa: E501  a cue is one row of a table
"""What became of a promise, by what is said of it: done, partly, not done, put off, dropped.

A *sign* is one wording that tells. Who says it decides what it can tell: "I sent it" speaks of the
speaker's own promise, "you sent it" and "I got it" of the other's, "it came" of anybody's. How the
signs of one passage add up to a status is for `coach.reading.updates.told`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from coach.cues import Cue, plain
from coach.sieve import Sieve

Voice = Literal["owner", "partner", "third"]
"""Who speaks of a promise: its owner, the other one, or both of them about somebody else's."""
Sense = Literal["done", "undone", "part", "void", "again"]

_ADVERB = r"(?:(?:just|also|already|actually|finally|even|then|only|still|all|really|both|definitely|at least|eventually|sort of|kind of|now|went and|managed to|got to|have|has|had|been|kinda)\s+)*"
_OF_DEEDS = (
    r"(?!(?:pushed|shifted|bumped|delayed|thought|wanted|liked|loved|hated|needed|noticed|wondered|forgot|figured|guessed|hoped|"
    r"worried|realised|realized|used|tried|wished|panicked|decided|started|missed|agreed|promised|"
    r"planned|expected|remembered|imagined|failed|stopped|laughed|cried|happened|supposed|moved|postponed|skipped|avoided|bottled|dodged|ducked|need|indeed|cancelled|canceled|reckoned|seemed|looked|feed|speed|seed|asked if|intended|bed|red|shed|tired|scared|ashamed|embarrassed|excited|pleased|worked|talked myself)\b)"
)
# Pasts that report a deed; pasts of mind and being ("thought", "was", "liked") report none.
_DID = (
    r"(?:did|done|sent|wrote|written|spoke|spoken|rang|rung|made|met|got|gotten|put|told|went|gone|came|come(?! to\b)|read|"
    r"saw|seen|found|gave|given|took|taken|brought|bought|kept|held|sat|stood|built|set|cut|ran(?! out)|run|drew|"
    r"drawn|taught|paid|chose|chosen|drove|caught|spent|had (?=(?:it|them|our|that|an? (?:\w+ )?(?:chat|talk|call|meeting|coffee|word|go|look|read))\b)|left|sold|rode|swam|sang|won(?!')|lent|shot|redone|hung|dug|fed|fought|flown|flew|hid|laid|led|lit|sewn|shaken|shook|shown|shut|spread|stuck|swept|torn|tore|woven|wove|wound|wrung|bound|bent|ground|mown|sown|hewn|submit|submitted|"
    rf"{_OF_DEEDS}[a-z]{{2,}}ed)"
)
_DEED = rf"{_ADVERB}{_DID}"
_NOT_BASE = r"(?:do|done|did|send|sent|write|written|wrote|speak|spoken|ring|rung|rang|call|called|make|made|meet|met|get|got|gotten|put|tell|told|go|gone|read|see|seen|find|found|give|given|gave|take|taken|bring|brought|keep|kept|finish|finished|start|started|manage|managed|touch|touched|open|opened|ask|asked|happen|happened|hear back|reach|reached|hit|post|posted|mail|email|emailed|book|booked|apply|applied|submit|submitted|come|came|arrive|arrived|receive|received|show|follow|followed|buy|bought|fix|fixed|check|checked|complete|completed|look at|looked at|forward|forwarded|share|shared|record|recorded|practise|practised|practice|practiced|text|texted|chase|chased|try|tried|had a chance|have a chance|have time|sit|sat|visit|visited|pick|picked|draft|drafted|count|counted|contact|contacted|sign|signed|print|printed|pay|paid|message|messaged|run|ran|work on|set|set up|talk|talked|bring|copy|copied|cut|had time|had it|log|logged|fill|filled|organise|organize|arrange|arranged|update|updated|upload|uploaded|"
_NOT_BASE += rf"{_OF_DEEDS}[a-z]{{2,}}ed)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"

BY_OWNER: tuple[Cue, ...] = (
    Cue("i_did", rf"\b(?:i|we)(?:'ve|'d)?\s+{_DEED}\b", "So I emailed her on the Monday.", "I've not emailed her."),
    Cue("i_have", r"\bi(?:'ve| have)\s+(?:got )?(?:it|them|that|the \w+) (?:here|with me|on my|in my|in front)", "I've got it here.", "I've got to go."),
    Cue("after_perfect", r"\bi(?:'m| am) (?:just )?after (?:\w+ing)\b", "I'm after ringing the council.", "I'm after a new van."),
    Cue("already", r"\b(?:already|alr) (?:send|sent|did|do|done|ask|asked|told|tell|settle|settled|submit|paid|call|called|book|booked)\b|\b(?:send|sent|done|told|asked|called|paid|booked|settled?|submit(?:ted)?)(?: \w+){0,3} already\b", "The form I send already.", "Already the rain comes."),
    Cue("i_passed", r"\bi (?:passed|got through)\b|\bsigned me off\b", "I passed, she signed me off.", "I passed her in the corridor once a day." ) ,
    Cue("you_have_it", r"\byou(?:'ve| have| should have)(?: already)? (?:got (?:it|them|that|the|my)|had (?:it|them|the|my))|\byou got (?:it|the|my)\b|(?<!then )\byou(?:'ll| will| must) have (?:had|got|seen|received|read|heard from)\b(?!.*\bby (?:the|then|next)\b)|\byou(?:'ve| have) got\s*[.!]?$|\byou had (?:it |them |those |that )?(?:on|by|from|the (?:next|same))\b", "And the drawing you've got.", "You've got a lot on."),
    Cue("you_answered", r"\byou(?:'ve| have)? (?:wrote|written|sent) (?:me )?(?:back|it back)\b|\byou replied\b|\byou sent (?:it|them) back\b|\byou(?:'ve| have) sent it back\b", "You wrote back the same night.", "You write back to customers."),
)  # fmt: skip

BY_PARTNER: tuple[Cue, ...] = (
    Cue("you_did", rf"\byou(?:'ve|'d)?\s+{_DEED}\b", "You sent me the number on Thursday.", "You never sent me the number."),
    Cue("i_got_yours", r"\bi(?:'ve| have)? (?:just |already |also )*(?:got|had|received|read|saw|seen|found|clicked on|used|loved|liked|enjoyed|watched|listened to|opened|printed|looked at|looked through|went through|been through|had a (?:\w+ )?(?:look|read|listen|flick|leaf) (?:at|in|of|over|through|to)) (?:\w+ )?(?:your|it\b|them\b|that\b|the\b)", "I got your text on the Monday.", "I got a text from the bank."),
    Cue("thanks_for", r"\b(?:thank you|thanks|ta|cheers)(?: so much| very much| a lot| again)? for (?:the|your(?! (?:time|patience|honesty|help|trust))|that|those|sending|doing|asking|ringing|putting|getting|sorting|introducing|letting|reading|coming)", "Thank you for the template.", "Thank you for your patience with me." ),
    Cue("thank_you", r"\b(?:thank you|thanks|cheers)\W*$", "It came the same night, thank you.", "Thank you, but it never came to me."),
    Cue("your_thing_did", r"\byour \w+(?: \w+)? (?:came|worked|arrived|helped|landed|popped up|got here|was (?:\w+ ){0,2}(?:great|good|helpful|useful|brilliant|spot on))|\bthe \w+(?: \w+)? (?:was|were) (?:(?:so|very|really|such|just|a|an|great|big|real|huge) ){0,2}(?:helpful|useful|help|godsend|spot on)\b", "Your parcel came on Friday.", "Your parcel is late."),
    Cue("your_notes", r"\byour (?:notes|comments|feedback|remarks|corrections|questions|edits)\b(?!\?)", "Your comments on the plan, I used them.", "I'd like your opinion."),
    Cue("you_wrote", r"\byou(?:'d| had|'ve| have) written\b", "You had written it in red.", "Had you written to them?"),
    Cue("talked_to_me", r"\b(?:he|she|they) (?:wrote|rang|called|emailed|texted|contacted|messaged|phoned|got back) (?:to )?me\b|\bwe(?:'ve| have)? (?:\w+ )?(?:spoke|spoken|talked|met|chatted|had an? (?:\w+ )?(?:call|chat|coffee|meeting|talk))\b", "She rang me the next day.", "She never rang me."),
)  # fmt: skip

_IS = r"(?:'s| is|'re| are| was| were|'s been|'ve been| has been| have been)(?: all| now| already| both)* "
# Of a thing it tells that it is out, or gone; of somebody, only where they are. But to have been
# there may have been the promise.
_WHERE_SOMEBODY_IS = rf"(?:he|she|i|we|you|who){_IS}(?:gone|up|out|in|ready|set|online)\b|(?:he|she|you|who)(?:'s|'re| is| are) there\b"

ANYHOW: tuple[Cue, ...] = (
    Cue("done", r"\b(?:all |now )?(?:done|sorted|finished|completed)\b(?! with\b| for\b)", "Farhan, done, on the fifteenth.", "Well said, I like that."),
    Cue("it_is_done", rf"\b(?!{_WHERE_SOMEBODY_IS})(?:it|that|they|everything|all|\w+){_IS}(?:gone|there|up|live|online|out|sent|posted|booked|signed|submitted|written|printed|paid|fixed|filed|filled|cleared|delivered|agreed|ready|on the wall|set|deleted|approved|published|shared|ticked|in(?= the (?:post|mail|diary|calendar|book|system)\b|\s*(?:$|[.,!])))\b", "It's posted, since Friday.", "They've sent a reminder."),
    Cue("has_it", r"\b(?:\w+) (?:has|have|'ve|'s) (?:now |already )?(?:got )?(?:it|them|the|my|your)\b|\b\w+'(?:ve|s) (?:now |already )?got (?:it|them|the|my|your)\b", "Ana has the keys.", "Has Ana slept?"),
    Cue("it_came", r"\b(?:came|arrived|landed|turned up|came through|went (?:to|in|out|off|over|back|up|through|well|fine|ahead)|happened|worked|got there|got here|went live)\b|\bthe (?:\w+ )?\w+(?:'s| has) been(?: and gone)?(?=\s*[.,!]|$)|\b\w+(?:'ve|'s| has| have) (?:\w+ )?been (?:through|over) (?:it|them|all of|all the|both|the|my|your|every)\b", "The parcel came on Friday.", "It should come on Friday."),
    Cue("whole", r"^\W*every (?:last|single) one\b|\bticked (?:it |that |them )?off\b|\bdone and dusted\b", "Every last one.", "Every one of us."),
    Cue("late", r"\b(?:but|a day|two days|three days|a bit|a week|a little|days?) late\b|\b(?:so )?(?:it's|that's|i've put) a (?:yes|tick|done)\b", "It's a yes, but late.", "I was late for work."),
    Cue("there_was", r"\bthere (?:was|were) (?:a|an|the|my|your)\b(?= \w+ (?:with|on|in|for|waiting|at))", "There was a desk waiting for me.", "There was a man shouting."),
    Cue("kept", r"\b(?:kept|stuck|held) (?:to )?(?:it|that|my word|off|out|away|going)\b|\bi(?:'ve| have) (?:kept|stuck|held)\b|\bnot (?:once|a single|one)\b|\b(?:zero|no) new\b", "I've kept that.", "I kept bees."),
    Cue("sentence_initial", r"^\W*(?:(?:and|so|yes|yeah|ok|okay|well|right)\W+)*(?:sent|did|done|spoke|rang|called|emailed|posted|booked|finished|asked|wrote|made|met|got|passed|submitted|paid|signed|told|talked) (?:it|that|them|him|her|to|the|my|with|on|both|all)\b", "Sent it on Tuesday.", "Sending it Tuesday."),
)  # fmt: skip

OF_THIRD: tuple[Cue, ...] = (
    Cue("they_did", rf"\b(?!(?:i|we|you|who|that|it)\b)[a-z]+(?:'ve|'s|'d)?\s+{_DEED}\b", "He brought the figures.", "He never brought the figures."),
)  # fmt: skip

_A_DAY = r"(?:(?:the|this|next|a|some|another|after|later|end|of) )*(?:\w+day|week|month|tomorrow|then|autumn|spring|summer|winter|\d+|\w+(?:th|first|second|third)|january|february|march|april|may|june|july|august|september|october|november|december)\b"

UNDONE: tuple[Cue, ...] = (
    Cue("moved", rf"\b(?:moved|pushed|shifted|bumped|delayed|put) (?:it|that|them|this)(?: (?:back|off|out|on))? (?:to|till|until) {_A_DAY}|\b(?:moved|pushed|shifted|bumped) (?:me|us|him|her)(?: (?:back|on))? (?:to|till|until) {_A_DAY}|\b(?:it|that|this|they)(?:'s| is| was|'s been| has been| got|'ve been|'re)(?: been| now)? (?:moved|pushed|shifted|bumped|postponed|put (?:back|off)) (?:to|till|until) {_A_DAY}", "I've pushed it to Saturday.", "I've put it to him straight."),
    Cue("not_got_done", r"\b(?:didn't|never|hasn't|haven't|did not|has not|have not) (?:get|got|been) (?:\w+ed|done|sent|written|made|told|sold|read|built)\b", "That never got done.", "It got done."),
    Cue("nothing", r"^\W*(?:nothing|zilch|nada)(?: (?:yet|so far|there|done|progress|at all|to report))*\W*$|\b(?:done|did) nothing (?:on|about|with|for|yet|there|at all)\b|\b(?:no|zero) progress\b", "I've done nothing on that.", "It was nothing."),
    Cue("meant_to", r"\b(?:kept|keep|been) meaning to\b|\bi (?:meant|intended|was going|was about) to(?=\s*[.,!]|\s*$|[^.?!]*\b(?:but|and then)\b)", "I meant to, and then my mum came.", "I meant to go, so I went."),
    Cue("failed", r"\bi never(?=\s*(?:[.!,]|$))|\b(?:not had|haven't had|not found) a (?:minute|moment|second|chance)\b|\bdon't think (?:i|it|you|he|she|they|we) ever \w+|\bi (?:\w+ )?failed(?: (?:at|on|in|with|there|you)\b|\s*[.,!]|\s*$)|\b(?:that|it|this)(?: one)? (?:just |kind of |rather )?slipped\b|\bcouldn't (?:face|bring myself)\b|\bstill on (?:the|our) (?:list|pile)\b", "I failed on that one.", "The brakes failed."),
    Cue("have_not", rf"(?:\b(?:did|have|has|had|could|was|were)n't|(?:\b(?:did|have|has|had|is|was|still|also|just|so|could|been|but|and)|'ve|'s|^|[,;]) not|\bnever|\w+nae)\s+(?:(?:yet|actually|even|really|quite|ever|still|managed to|get to|got to|get around to|get round to|have|had|been able to|exactly|done any|a chance to)\s+)*(?:you |it |that |the \w+ |that \w+ )?{_NOT_BASE}\b", "I've not sent it.", "It's not a problem."),
    Cue("dialect_not", rf"\b(?:ain't|didnt|havent|hasnt)\s+(?:\w+\s+)?{_NOT_BASE}\b|\b(?:i no|no) (?:done|do|send|call) (?:am|it)\b", "I ain't rung him.", "Ain't he grand."),
    Cue("got_round", r"(?:n't|not|never|nae) (?:got|get|gotten) (?:(?:round|around) to|to (?:it|that))\b|\bnever got (?:round|around)\b", "I haven't got round to it.", "We got round to dessert."),
    Cue("still_to_do", r"\bstill (?:on my list|to do|need to|have to|haven't|pending|in my drafts|sitting|not|owe)|\bit is pending\b|\bpending from my side\b|\bon my list\b(?=.*\bstill\b)", "It's still on my list.", "I'm still happy."),
    Cue("forgot", r"\b(?:i|we) (?:\w+ )?(?:forgot|completely blanked|blanked on)\b|\b(?:slipped|went (?:clean |right )?out of) (?:my|me) (?:mind|head)\b|\bcompletely slipped\b", "I forgot, sorry.", "Don't forget the milk."),
    Cue("shied_away", r"\b(?:bottled it|chickened out|ducked it|dodged it|lost my nerve|wimped out|bottled out|put it off|kept putting|been putting|was avoiding it|avoided it)\b", "I bottled it on the Friday.", "She bottled the jam."),
    Cue("no_time", r"\b(?:ran out of (?:either |any )?(?:time|steam|money|road|puff|energy|nerve|space|battery|hours|evenings?|weekends?|weeks?|days?|months?|term|season|year|summer|winter|holidays?|easter|christmas|ramadan|eid|diwali|lent)|didn't have (?:the )?time|no time for it|didn't find (?:the )?time|time got away|didn't get (?:a |the )?chance|hadn't time)\b", "I ran out of time.", "We have time."),
    Cue("called_off", r"\b(?:got |was |been |they've |they |he |she )?(?:cancelled|canceled|postponed|pushed back|called off|rescheduled)\b", "It got cancelled on the day.", "Cancel the old one."),
    Cue("i_did_not", r"\b(?:i|we) (?:didn't|never|did not|havenae|didnae) (?:even |actually |really )?(?!know|think|want|like|mind|need|have|realis|realiz|understand|see\b|feel|believe|car[ei]|expect|mean|said|say|notic|remember|wait|stop|panic|sle[ep]|lie|dare|let|charge|argue|mention|used|thought|felt|knew|had|need|wanted|heard|hear|saw|look|be\b|was|tell you|told you|miss|forg|get (?:it|that)\b|under)[a-z]{3,}", "I never switched it on.", "I never thought of that."),
    Cue("no_excuse", r"\bno excuses?\b|^\W*(?:oh,? |ha,? |ugh,? )?don't ask\W*$|\bpoor form on my part\b|\bshame on me\b|\b(?:have(?:n't)?|got|done) nothing to show\b|\b(?:i|we|you|he|she|they) (?:still )?(?:don't|do not|doesn't|dinnae) have (?:it|them|that|those|one|any)(?= yet|\s*(?:$|[.,!]))|\bi (?:still )?don't have\s*(?:$|[.,])|\bnot (?:a|one) (?:single )?(?:word|line|number|thing)\b|\bnever said a word\b", "I've no excuse.", "He excused himself."),
    Cue("none_there", r"\bthere (?:was|were|is|'s) (?:no|nothing)\b(?! (?:need|rush|hurry|problem|point|doubt|question|more|longer|call|way|one|time)\b)|\bthere (?:wasn't|weren't|hasn't been|haven't been) (?:one|any)(?= (?:yet|in the end|this|last)\b|\s*[.,!;]|$)", "There was no book on the desk.", "There's no rush."),
    Cue("hands_up", r"\bhold my hands? up\b|\b(?:my bad|that's on me|i dropped the ball|guilty)\b|\bfess up\b|\b(?:gotta|got to|have to|need to|should|want to|let me|i'll) (?:own (?:one|it|this|that|up)\b|confess)|\b(?:have|'ve got|got|here's|is) (?:a|my|my own|my first|one) confession\b", "I'll hold my hands up.", "Hands up who is tired."),
    Cue("did_not_come", r"\b(?:that|it|he|she|they|\w+) (?:didn't|never|did not|hasn't) (?:come|came|arrive|arrived|happen|happened|turn up|turned up|show|showed|get here)\b", "The quote never came.", "It came."),
    Cue("so_no", r"\bso,? no(?=\s*[.!]|$)", "It came again this morning, so no.", "So no bus came."),
    Cue("no_i_did_not", r"\b(?:no,? )?(?:i|we)(?: (?:didn't|haven't|hadn't|didnae|did not|have not|had not|never did|no did|havenae)|'(?:ve|d) no[ta]?)\b(?=\s*(?:[.,!;]|$|i'll be|in fairness|to be honest|in truth|yet))|^\W*not yet\b|^\W*(?:so |and |then )?you (?:haven't|didn't)\W*$|\b(?:and|but) (?:i|we) (?:wasn't|weren't|couldn't)(?=\s*[.,!;]|$)|^\W*no (?:luck|joy|such luck|sign of (?:it|them|him|her))\b", "No, I haven't.", "I haven't a clue."),
)  # fmt: skip

PART: tuple[Cue, ...] = (
    Cue("in_part", r"\b(?:most|some) of (?:it|them|that)\b(?= ?[,.!]| (?:is|are|was|were|got)\b|$)|\b(?:nearly|almost) (?:there|done|finished|all done)\b|^\W*not (?:all|every|the whole)\b|\bnot the (?:whole|full|entire)\b|\bmost (?:days|nights|mornings|evenings|afternoons|weeks|weekends)(?=\s*[.,!;]|$)|^\W*(?:most|some|half|a few)(?: of \w+(?: \w+)?)? (?:is|are|were|went|got)\b", "Some of them, not all.", "Some of it rankles."),
    Cue("but_not", r"\b(?:but|though|just|only) not (?:the (?!worse|same|point|end|best|only|first)|all|both|every|my|yours?|\w+ed)\b|\b(?:all|everything)(?: of (?:it|them))? but \w|\b(?:all|everything|every \w+)(?: of (?:it|them))? (?:except|bar|apart from) \w|\bthe \w+(?: \w+)?,? (?:isn't|aren't|wasn't|weren't|hasn't|haven't|didn't|not)(?: yet)?\W*$", "The front's done, the back isn't.", "I was tired but not the worse for it."),
    Cue("a_bit", r"\b(?:i|we)(?:'ve)? only (?:did|done|managed|finished|wrote|made|reached|read) the\b|\b(?:did|done|managed|finished|wrote|read|made) (?:just |only )?(?:a bit|some|a few|a couple|a start|bits|the (?:first|easy|front|top|main|early))\b(?! (?:thing|time|good|one\b|\w+ing\b))|\bthen (?:i|we) ran out\b", "I did a bit.", "I did the first thing that came."),
    Cue("still_left", r"\b(?:there's|there are|there're|i've|still) (?:still |another |about )?(?:\w+ ){1,3}(?:left|to go|outstanding)\b(?! (?:home|back|for|in|at|there|out|with|and|through|to (?!do\b)))|\banother \w+ to (?:do|go)\b|\bstill to come\b|\b(?:i'm|we're) (?:still )?(?:short of|short by|missing) |\b\w+ down,? (?:and )?\w+ to go\b", "There's one side left to do.", "There's a bus to go home."),
    Cue("half", r"^\W*(?:(?:about|only|just|yes|yeah|well|so|maybe)\W+)*half\W*$|\b(?:(?<!and )(?:a|done|did|it's|about|only) half\b(?! (?:hour|past|an|a\b|page|on that))|half (?:of (?:it|them)|way|done)|halfway(?! (?:up|down|along|across|home|to|there|round)\b))", "I've done half of it.", "At half past nine."),
    Cue("some_of", r"\b(?:most of (?:it|them|the|that)|some of (?:it|them)|part of it|a (?:bit|corner|piece|quarter|third) of (?:it|them)|mostly done|nearly (?:done|finished|there)|almost (?:done|finished|there)|not (?:all|every)\b|all but\b|nearly all|almost all)", "I did most of them.", "Some of you know her."),
    Cue("except", r"\bevery \w+ but (?:one|two|the)\b|\b(?:except|apart from|bar|other than)(?: for)?(?: (?:one|two|three|the|that|once|on|a|my|your))\b|\bbar(?: the)? (?:last|odd|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b", "I kept to it, except one time.", "Except he is my boss."),
    Cue("only_so_many", rf"(?<!the )(?<!there was )(?<!there's )(?<!there is )\b(?:only|just) (?!one (?:that|who|thing)\b)(?:\w+ )?(?:\w+ )?{_NUMBER}\b(?! (?:minutes?|hours?|pages?|lines?|words?|days? late)\b)", "I only sent you two.", "It's the only one that matters." ),
    Cue("sort_of", r"^\W*(?:well|and|so|but)?\W*(?:sort of|kind of|kinda|partly|in part|more or less|nearly|almost|not quite|on and off|off and on|now and then|more often than not|up to a point|yes and no|a bit|some of it)\W*$|\bnot complete\b|\bafter that(?: there(?:'s| is| was))? nothing\b", "Sort of.", "It's sort of blue."),
    Cue("instead_of", rf"\b{_NUMBER}\b(?: \w+)? (?:instead of|not|rather than) {_NUMBER}\b|\b(?:so|it's|it is|it was|that's|that was) not (?!one\b){_NUMBER}\b(?! (?:of|for|to|but)\b)|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bbe )(?<!'m )(?<!'s )(?<!'re )\b(?P<got>{_NUMBER})\b(?: \w+)?,? (?:out of|out|of) (?:the |my )?(?!(?P=got)\b){_NUMBER}\b(?! (?:percent|hundred|is|was|isn't)\b)|\b(?:meant|supposed) to be (?:\w+ )?(?P<due>{_NUMBER})\b[^.?!]{{0,20}}\b(?:and|but)\b[^.?!]{{0,20}}\b(?!(?P=due)\b){_NUMBER}\b", "I did two instead of three.", "Instead of tea, coffee."),
    Cue("missed_some", r"\b(?:i|we) (?:missed|skipped|forgot) (?:a couple|a few|one|two|three|some|once|twice|a day|days)\b|\bthere was one i\b", "I missed a couple of days.", "I missed you."),
    Cue("lapsed", r"\bup (?:to|till|until) [^.,?!]{1,30},? (?:i|we|it) (?:was|were|did|kept|went) (?:good|fine|well|grand|it|them|to it|so well)\b|\b(?:then|and|but) (?:last week |this week |after that )?(?:zero|nothing|i (?:just )?(?:stopped|gave up|slipped|lapsed|fell off))\b|\bthen\b[^.?!]{0,60}\bi (?:just |kind of |sort of )?(?:stopped(?! (?:at|to|by|for|in|outside)\b)|gave up|slipped|lapsed|fell off|let it slide)\b|\b(?:it|they|that|which) (?:only |just )?lasted (?:for )?(?:a|an|one|two|three|four|five|about|until|till) |\b(?:fell|dropped) off (?:after|again)\b|\bpicked it up again\b|\bgot (?:eaten|swallowed|squeezed|filled|bumped)(?: up| out)? (?:every|each|most)\b|\b(?:no|but|and),? not since\b(?! (?:then|we|i|you|the|that|last)\b)", "First week every day, then nothing.", "And then I called her."),
    Cue("no_answer", r"\b(?:no (?:answer|reply|word|response)|(?:nobody|no one|no-one|she never|he never|they never) (?:picked up|answered|replied)|heard nothing|(?:have|has)(?:n't| not) (?:heard|replied|answered|responded|got(?:ten)? back|come back)|not (?:come|got(?:ten)?|heard|written|rung|called) back|not (?:replied|answered|responded)|nothing (?:came |has come )?back|(?:didn't|never) (?:\w+ )?(?:reply|answer|respond|get back|got back|come back|called back|replied|answered)|still waiting|waiting (?:to hear|for (?:him|her|them|an answer|a reply|the reply))|left (?:a |him a |her a |them a )?(?:message|voicemail)|still (?:looking at|deciding|thinking about|considering|processing|checking)|under review|being (?:processed|looked at)|went to voicemail|rang out|it (?:just|only) (?:rings|rang)|(?:he|she|they)(?:'s| is|'re| are| was| were) (?:never|not) (?:in|there|answering)|(?:and|but) (?:he|she|they) (?:hasn't|haven't|never did)(?=\s*(?:[.!,]|$))|i'm (?:still )?waiting(?=\s*(?:[.!,]|$))|didn't pick up|never picked up)\b", "I asked twice, and he hasn't replied.", "She replied at once."),
    Cue("not_yet", r"(?:\bnot|n't)\b[^.?!,;]{0,25}\byet\b|\b(?:isn't|aren't) (?:\w+ ){0,2}(?:ready|done|finished|in)\b(?! with)|\bis not (?:ready|done|finished)\b", "It's with the boss, not with the bank yet.", "Yet another form."),
    Cue("rest_open", rf"\b(?:the )?(?:other|rest|remaining|last) (?:{_NUMBER} )?(?:of them )?(?:i|we|is|are|were) (?:still )?(?:didn't|haven't|did not|don't|not|never|couldn't|open|outstanding|left|missing)\b|\b{_NUMBER} (?:left|to go|missing|short)\b|\bthere's (?:still )?{_NUMBER} left\b|\bthe (?:{_NUMBER} )?(?:others?|rest|remaining)\b[^.?!]{{0,40}}\b(?:i|we) (?:didn't|haven't|did not|have not|couldn't|never)\b|\bi (?:still )?owe (?:you|him|her|them) (?!one\b){_NUMBER}\b(?! (?:an?|things?|coffees?|pints?|beers?|drinks?|dinners?|lunche?s?|apolog\w+)\b)|\bi (?:still )?owe you (?:the (?:rest|others?|second|third|last|remaining)|(?:{_NUMBER}|some|a few) more|another)\b", "The other six I didn't reach.", "The rest of us were tired."),
    Cue("so_far", r"\b(?:so far|got (?:up|as far as)|got to (?:about |around |maybe |roughly )?(?:step|page|standard|chapter|number|question)|up to (?:standard|page|chapter|step)|made a start|i(?:'ve| have)? (?:started|begun|began)|i did (?:start|begin)|all (?:that )?(?:i've got|i have|i got|there is|there's|i wrote|i did|i managed)(?: \w+){0,2}(?: is|'s| was)\b|work in progress|in progress|partway|part way|the first (?:half|part|bit) (?:is|of))\b", "I've got as far as chapter two.", "As far as I know."),
)  # fmt: skip

VOID: tuple[Cue, ...] = (
    Cue("given_up", r"\b(?:gave|given|giving) (?:up (?:on )?(?:it|that|this|them)|(?:it|that) up)\b|\bchanged (?:my|our) mind\b|\btalked (?:me|us|myself|ourselves) out of (?:it|that|going)\b|\bthought better of (?:it|that)\b|\bwent off the idea\b|\b(?:went|gone|going) (?:another|a different|the other) (?:way|route|direction)(?= (?:with|on|for|there|instead|in the end)\b|\s*[.,!;]|$)|\b(?:i|we)(?:'ve| have)? (?:\w+ )?(?:went|gone) off (?:it|that|the \w+)(?= (?:now|since|in the end)\b|\s*[.,!;]|$)|\b(?:that|it)(?:'s| is| was) the end of (?:that|it|the road)(?=\s*[.,!;]|$)|\b(?:i|we)(?:'ve| have)? (?:shelved|ditched|binned|scrapped|abandoned|dropped) (?:it|that|the (?:whole )?(?:idea|plan|thing))(?= (?:now|since|in the end|altogether|completely)\b|\s*[.,!;]|$)|\bgone by the boards?\b|\b(?:that|this)(?: one)?(?:'s| is) (?:dead|history)\b|\bso that's that\b(?! (?:done|sorted|finished|one)\b)|\b(?:cancelled|canceled|called off) (?:altogether|for good|completely)\b|\b(?:nobody|no one) (?:needs?|wants?) (?:it|that|them|one)\b|\bno (?:point|sense|need)(?: in it| then)?\s*(?:[.!]|$)|\b(?:so|and) (?:i|we) left it(?: there| at that)?\s*(?:[.!]|$)", "I've given up on that.", "I gave up smoking."),
    Cue("scrap", r"\b(?:scrap|scratch|strike|bin|shelve|park|drop|kill|ditch|forget|leave|cancel) (?:that|it|this|those|them)(?: one)?\b(?! (?:off|with|to|until|till|on|at|in|for|there|here|off at|me)\b)(?<!don't forget it)(?<!don't forget that)", "Scrap that, then.", "Leave it with me."),
    Cue("struck", r"\b(?:struck(?= off\b| out\b|\s*(?:$|[.!]))|crossed off|cross (?:it|that|this|them) off|cross that one off|(?:cross(?:ed)?|scratch(?:ed|ing)?)(?: \w+){0,3} off\b|str(?:ike|uck)(?: \w+){0,3} (?:off|out)\b|scratch(?:ed)?(?: \w+){0,3} out\b|consider (?:it|that) (?:crossed|dropped|gone|struck)|put(?:ting)? a line through|(?:take|took) (?:it|that|this|them|mine|yours) off(?= (?:the|your|my|our) (?:list|table|books?)\b|\s*(?:$|[.,!]| then\b| now\b| again\b))|off the (?:list|table)|(?:it|that|this|that one|this one)(?:'s| is| was) off(?=\s*(?:$|[.,!]| then| now))|called (?:it|that) off for good)", "Cross it off.", "It's off the A road."),
    Cue("no_need", r"\b(?:won't|will not|'ll not|shan't|needn't|not going to|not gonna) (?:be needing|be wanting|need|want)(?: (?:it|that|them|this|one|me|you|her|him|any))\b|\byou're (?:not|no|nae) (?:getting|having) (?:it|that|them|one|any)\b|\bi(?:'m| am) not (?:(?:going to|gonna) do|doing) (?:it|that|this|one|them)\b(?= (?:now|any ?more|after all)|\s*[.,!]?$)|\bno (?:longer|more) (?:need|necessary|relevant)|\b(?:don't|doesn't|didn't|won't|needn't) (?:really )?(?:need|have to)(?: \w+){0,5} (?:any ?more|any longer|in the end|after all|now)\b|\b(?:not|isn't|wasn't) needed\b|\bneedn't (?:bother|worry about|\w+ (?:it|that|them)\b)|\boff the hook\b|\b(?:fine|okay|ok|good|grand|managing) without\b|\bno call (?:on|for)\b|\bnothing (?:left )?(?:for \w+ )?to (?:send|do|ask|write|sign|fill)\b|\bno more (?:form|forms)\b|\b(?:it's|that's|it is) not necessary\b|\bnot (?:necessary|relevant) (?:any ?more|any longer|now)\b|\b(?:no|n't any|without) need (?:to|for it|any ?more|now)\b|\bsolved itself\b|\bsorted itself\b", "We don't need it any more.", "I need it now."),
    Cue("never_had_to", r"\b(?:never|didn't|haven't|did not) (?:had|have|need|needed)(?:n't)? to\b(?! (?:be|wait|worry|tell you|say|ask you)\b)|\b(?:never|didn't|did not) need(?:ed)?(?: (?:it|you|me|that|them))?(?= that night|\s*(?:[.,!]|$))|\bnever came to (?:it|that)\b|\bit didn't come to that\b|\bnever came up\b|\bhas(?:n't| not) come up\b", "So I never had to ring them.", "I had to ring them."),
    Cue("past_caring", r"\b(?:doesn't|didn't|does not) matter (?:as much |so much |that much )?(?:now|any ?more|any longer)\b|\b(?:decided|chose) (?:not to|against)\b|\b(?:just )?(?:going to|gonna) (?:leave|drop|let) (?:that|it)\b|\blet (?:that|it) (?:one )?go\b|\bfell through\b|\b(?:they|he|she) (?:pulled|withdrew|axed|scrapped) (?:it|that|the \w+)\b(?! (?:off|up|down|out|in|over|back|apart|together)\b)|\bhiring freeze\b|\bmissed the (?:boat|deadline|cut-?off|window)\b|\bthe (?:deadline|window|chance|moment)(?: has|'s| had)? (?:passed|gone|closed)\b|\bgone for (?:this|the) (?:year|season|term)\b|\b(?:i|we)(?:'m|'re| am| are) (?:doing|taking|trying|going (?:with|for|to)) (?:the|an?|my|our) [^.?!]{1,40} instead\b|\b(?:i'm|we're|i'll|we'll) (?:sticking with|making do with|stick with|make do with) (?!(?:it|that|this|them)\b)|\b(?:do|doing|managing) without (?:it|that|one|them)\b|\b(?:doesn't|didn't|don't) add up\b|\bnot worth it\b|\bno point (?:now|any ?more)\b|\btoo late now\b", "I decided not to in the end.", "It doesn't matter which."),
    Cue("refused", r"\b(?:he|she|they|it) (?:\w+ )?(?:said no|turned (?:it|me|us) down|refused|declined)\b", "She said no to the visit.", "She said nobody came."),
)  # fmt: skip

AGAIN: tuple[Cue, ...] = (
    Cue("i_will", r"\b(?:i'll|i will|i'm going to|i'm gonna|i am going to|i'mma|i shall|let me|lemme|i can|i could|i'd like to|i promise|we'll|i'm (?:definitely |now )?(?:doing|sending|ringing|calling|asking|seeing|meeting|finishing|posting|writing|sitting|booking|going)|i (?:do|send|ask|call|finish|write|make|ring|bring|put|tell|give|take|post|mail) (?:it|them|her|him|you|that)|i'm (?:\w+ly )?(?!not\b)\w+ing (?:it|them|that) )\b", "I'll send it by Sunday.", "I sent it by Sunday."),
    Cue("it_will", r"\b(?:it'll|it will|you(?:'ll| will) (?:have(?! (?:had|got|seen|received|read|heard)\b)|get)|that'll|gets? done|so it's done by|will (?:be|do|send|finish|ask|call|ring|get))\b", "You'll have it by Monday.", "He willed it to me."),
    Cue("new_one", r"\b(?:the |a )?new (?:one|date|appointment|slot|time|test|meeting|deadline)(?:'s| is| will)?\b|\b(?:moved|pushed|shifted|rebooked|rescheduled|postponed)(?: \w+){0,3} (?:to|until|till|for)\b|\binstead (?:on|it's)\b", "The new one is the fourth.", "The newest one broke."),
)  # fmt: skip

_SENSES: dict[Sense, dict[Voice, tuple[Cue, ...]]] = {
    "done": {
        "owner": BY_OWNER + ANYHOW,
        "partner": BY_PARTNER + ANYHOW,
        "third": ANYHOW + OF_THIRD,
    },
    "undone": {"owner": UNDONE, "partner": UNDONE, "third": UNDONE},
    "part": {
        "owner": PART,
        "partner": tuple(cue for cue in PART if cue.name != "no_answer"),
        "third": PART,
    },
    "void": {"owner": VOID, "partner": VOID, "third": VOID},
    "again": {"owner": AGAIN, "partner": (), "third": AGAIN[1:]},
}

# A failure is looked for before a success, so that "not done" is never read as "done".
_CUES: dict[Voice, Sieve[tuple[Sense, Cue]]] = {
    voice: Sieve(
        ((sense, cue), cue.pattern)
        for sense in ("part", "void", "undone", "again", "done")
        for cue in _SENSES[sense][voice]
    )
    for voice in ("owner", "partner", "third")
}

# What stands inside these says nothing of what was: conditions, regrets, wishes, other people's words.
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|\w+'d have (?:had|been|got|\w+ed)|should(?:'ve| have| of)|could(?:'ve| have)|would(?:'ve| have)|might(?:'ve| have)|"
    r"wish|going to have|has to be|(?<!meant )(?<!supposed )to be)\b[^,;.]{0,40}|"
    # "I was meant to be there and I wasn't": a subject of its own is what was.
    rf"\b(?:supposed|meant) to\b(?! be (?:\w+ )?{_NUMBER}\b)(?:(?! (?:and|but) (?:i|we|he|she|they|it)\b)[^,;.]){{0,40}}|"
    # Why it was late, or was not, is not what became of it.
    r"(?<=[a-z,] )(?:because|'cause)\b[^.;]{0,120}|"
    # What somebody said then, word for word, tells of that talk and not of the promise.
    r"\b(?:he|she|they|i|we)(?:'s| was| is)? (?:just )?(?:said|says|goes|like|thought),? (?:[^,;.]{0,25}, )?(?=(?:i|you|can|could|what|why|how|when|okay|just|come|tell|get|let|go)\b)(?!i'd |i would )[^.]{0,80}|\"[^\"]{0,200}\"|“[^”]{0,200}”"
)  # fmt: skip
# A negation that praises: nothing was missed.
_DOUBLE = re.compile(
    r"\b(?:didn't|never|haven't|did not|not) (?:miss(?:ed)?|forg[oe]t(?:ten)?)(?: (?:one|once|a \w+|any))?\b"
    # "It came at once, I hadn't even finished lunch": how soon.
    r"|(?<=, )(?:and )?(?:i|we|he|she|they) (?:hadn't|had not) even\b[^,.;]{0,30}"
    r"|\b(?:i|we|he|she|they)(?:'d not| hadn't| had not) even\b[^,.;]{0,30}?(?= (?:when|before)\b)"
    r"|\b(?:he|she|they)(?:'d not| hadn't| had not) even\b[^,.;]{0,30}?(?=,)"
)
# "I haven't sent you the list, have I?" tells, and asks for no answer.
_TAG = re.compile(
    r"(\b(?:\w+n't|never|not)\b[^?]*), (?:have|has|had|did|do|does|is|are|was|were) (?:i|you|he|she|it|we|they)\?\W*$"
)
_ASKS = re.compile(
    r"\?\W*$|^\W*(?:(?:and|so|but|now|well|ok|okay|right|then|oh)\W+)*(?:did|do|does|have|has|had|is|are|was|were|can|could|would|will|how|what|when|where|who|which|any) "
    r"(?:you|the|your|he|she|it|they|that|there|i|we|about|did|is|was|news|luck|many|much|\w+ (?:come|get|happen|go))\b"
)
_SO_THEN = re.compile(r"\b(?:so|but then|and then|but)\W+(?:i|we|he|she|they|it|there)\b")
"""What turns from a failure to what was done about it."""
_PASSING = ("lapsed", "no_answer")
"""Shortfalls that may have been for a time ("four days nothing, and then there came a card")."""
_YES = re.compile(
    r"^\W*(?:(?:oh|well|um+|uh|ah|em|erm|so)\W+)*(?:yes|yeah|yep|yup|aye|ja|oui|sí|haan?|opo|oo|sure|indeed|of course|(?:i|we|it|he|she|they|that) (?:did|have|has|was)\b(?! not)|done|all done|both|(?:\w+ times|twice|every (?:single )?(?:day|time|week|night|morning))(?=\W*$))\b"
)
_NO = re.compile(
    r"^\W*(?:(?:um+|uh|em+|erm?|ah|well|so|oh|i'm afraid)\W+)*(?:no+|nope|nah|nae|not yet|not really|never|(?:i|it|he|she|they|we|that) (?:did|has|have|had|was|were|do|does)(?:n't| not))(?!\w)(?! (?:i did|problem|bother|worries))"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One wording that tells what became of something, at characters `start` to `end`."""

    sense: Sense
    name: str
    start: int
    end: int


def asks(text: str) -> bool:
    """Does plain `text` ask, so that its words report nothing?

    >>> asks("did you ring her?"), asks("i rang her")
    (True, False)
    """
    return bool(_ASKS.search(text))


def denies(text: str) -> bool:
    """Does plain `text` open with a no?"""
    return bool(_NO.search(text))


def agrees(text: str) -> bool:
    """Does plain `text` open with a yes?"""
    return bool(_YES.search(text))


def really(text: str) -> str:
    """Plain `text` without what is supposed, wished, or another's words.

    >>> really("If I had sent it, he'd know.").split()
    ['~', ',', "he'd", 'know.']
    """
    return _UNREAL.sub(_blank, plain(text))


def reported(text: str) -> str:
    """Plain `text` as far as it may report what was; nothing of a question.

    >>> reported("Did you send it?"), reported("I sent it.")
    ('', 'i sent it.')
    """
    said = _TAG.sub(r"\1", _DOUBLE.sub(_blank, really(text)))
    return "" if asks(said) else said


def signs(text: str, voice: Voice) -> tuple[Sign, ...]:
    """Every sign in one sentence, in order; a question holds none.

    >>> [sign.sense for sign in signs("I sent it, but I forgot to copy you.", "owner")]
    ['done', 'undone']
    >>> signs("Did you send it?", "partner")
    ()
    """
    return signs_in(reported(text), voice)


def signs_in(whole: str, voice: Voice) -> tuple[Sign, ...]:
    """Every sign in what one sentence has `reported`."""
    said, found = whole, list[Sign]()
    for sense, cue in _CUES[voice].through(said):
        if cue.search(said):
            found += [Sign(sense, cue.name, *at.span()) for at in cue.regex.finditer(said)]
            said = _used_up(cue.pattern, sense).sub(_blank, said)
    return _made_good(sorted(found, key=lambda sign: sign.start), whole)


@cache
def _used_up(pattern: str, sense: Sense) -> re.Pattern[str]:
    """Words that told one thing do not tell another, and what is promised is not done."""
    return re.compile(pattern + (r"[^,;.]{0,40}" if sense == "again" else ""))


def _made_good(found: Sequence[Sign], said: str) -> tuple[Sign, ...]:
    """Without the failure that the same breath makes good ("I forgot, but I sent it on Tuesday")."""
    return tuple(
        sign
        for sign in found
        if not (sign.sense == "undone" or sign.name in _PASSING)
        or not any(
            later.sense == "done" and _SO_THEN.search(said[sign.end : later.start + 5])
            for later in found
            if later.start > sign.end
        )
    )


def _blank(match: re.Match[str]) -> str:
    return " ~" + " " * (len(match.group()) - 2) if len(match.group()) > 1 else match.group()
