# ruff: noqa: E501  a cue is one row of a table
"""How people tell what happened, what is hard, and what they see anew."""

from __future__ import annotations

from coach.cues import Cue
from coach.reading.signs.wording import I_HAVE, NUMBER, PAST

TELLING = (
    Cue("starts_oh", r"^\W*(?:\w+\W+)?(?:oh|hm+|huh|wow|ah|wait|um+|uh|honestly)\b", "Hm. So that is it.", "That is it."),
    Cue("starts_so", r"^\W*(?:(?:okay|ok|oh|hm+|ah|yeah|yes|right|no|wait|huh|and|but|um)\b\W*)*so\b", "Oh. So I taught them that.", "I think so."),
    Cue("because", r"\b(?:because|'?cause)\b", "Because I was afraid.", "I was afraid."),
    Cue("i_did", rf"{I_HAVE} {PAST}\b", "I finally sent it.", "I send it on Fridays."),
    Cue("i_do", r"\b(?:i|we) (?:don't|can't|keep|get|go|do|have|need|feel|always|still|just|hate|know|give|say|put|work|see)\b", "I keep fixing commas.", "I did it."),
    Cue("they_did", rf"\b(?:he|she|they|who|it)(?:'s|'ve|'d| has| have)?(?: \w+ly| just| also)? {PAST}\b", "She just laughed.", "She may laugh."),
    Cue("they_said_yes", r"\b(?:he|she|they|it)(?:'s| has|'ve| have| actually| just)? (?:said (?:yes|okay|ok|fine|go on)|agreed|accepted|signed|gave|answered|replied|given|loved|liked|laughed|came (?:back|round|down|through)|wants? (?:to|me)|invited|offered|asked me|thanked|passed|worked)\b|\bit's (?:yes|a yes|in|done|fixed|signed|out|live)\b", "And she said yes.", "She said no."),
    Cue("achieved", r"\b(?:passed|won|finished|completed|launched|shipped|signed|submitted|sold|got (?:the|it|a|an|my)|did it|managed|cracked|nailed|made it|fixed|held|stood up|said no|spoke|published|hired|booked|sorted|landed|first time|(?:on my|my) own|by myself|myself)\b", "I passed.", "I failed."),
    Cue("triumphs", rf"{I_HAVE} (?:passed(?! (?:it|out|by|away|on))|won|landed|nailed|cracked|aced|shipped|launched|finished|completed|submitted|delivered|closed|published|signed|managed (?:to|it)|got (?:the|a|an|my|our) (?:job|place|offer|yes|grant|deal|contract|client|interview|licen[cs]e|promotion))\b|\b(?:all|six|five|four|three|ten|eight|nine) out of (?:all|six|five|four|three|ten|eight|nine)\b", "We finally shipped it.", "I passed it on."),
    Cue("count_moved", rf"\b(?:from|down|up|to|under|was) {NUMBER}\b|\b{NUMBER} (?:out )?of (?:the )?{NUMBER}\b|\b(?:zero|none|not one|all of them|every one)\b", "Down from thirty to six.", "It's the sixth."),
    Cue("denies", r"n't\b|\b(?:not|never|nothing|nobody|no one|none|cannae|didnae)\b", "It isn't the price.", "It is the price."),
    Cue("is_unable", r"\bi (?:just |still |really )?(?:can't|cannot|couldn't|can not|don't know|don't dare|didn't dare|don't even|cannae|never get|don't have|haven't got|ain't got|do not know)\b|\bi'm (?:not (?:able|sure|good|ready)|short|stuck|behind)\b|\bno idea\b", "I still can't do it.", "I can do it."),
    Cue("feels", r"\b(?:scared|afraid|fear|frighten\w*|terrified|worr(?:y|ied|ies)|nervous|anxious|dread\w*|ashamed|guilty|embarrass\w*|stupid|dumb|daft|thick|fraud|sick|angry|alone|lonely|lost|overwhelm\w*|exhausted|tired|drowning|panick?\w*|freeze|froze|cr(?:y|ied|ying)|shy|heavy|hate\w*|stomach|breathe|sleep|slept|idiot|useless|failing|failure|small|to pieces|a bother)\b", "I feel so useless.", "I use it."),
    Cue("troubled", r"\b(?:problem|trouble|late|behind|short|stuck|wrong|hard|difficult|tough|penalty|costs?|lost|nobody|missing|broke\w*|fail\w*|too (?:much|many|little|few|long)|not enough|no (?:time|money|margin|grants?|staff)|complain\w*|shout\w*|quit|mess|runs? out|worse|bad|slow|avoid\w*|put(?:ting)? (?:it )?off|doesn't (?:hold|work)|won't)\b", "We're short again.", "We're there."),
    Cue("struggles", r"\b(?:i'm|i am|we're|i've been|i was|i keep|i feel|i felt|makes me)(?: (?:so|really|honestly|just|a bit|still|very|like an?))* (?:scared|afraid|frightened|terrified|worried|nervous|dreading|struggling|stuck|overwhelmed|drowning|swamped|exhausted|failing|a fraud|useless|lost|alone)\b|\bthe (?:\w+ )?(?:problem|trouble|hard(?:est)? (?:part|thing|bit)|worry)(?: \w+){0,2} (?:is|was)\b|\bi (?:dread|can't (?:seem to|face|sleep|stop))\b|\bi find (?:it|that) hard\b", "I'm really scared of that talk.", "Don't be scared."),
    Cue("over_and_over", r"\bevery (?:time|day|week|night|morning|single|\w+day|month|year)\b|\balways\b|\bkeeps?\b|\btwice a\b|\bwhenever\b|\bmonths\b|\bfor (?:weeks|years)\b|\bsince\b", "Every Friday he asks me.", "On Friday he asked me."),
    Cue("sees", r"\b(?:reali[sz]\w*|notic\w+|i make of|never thought|didn't think|thought (?:i|of it|about)|i used to|turns out|makes sense|hit me|clicked|i see|it's more that|what i'm hearing|i guess|maybe it's|i wonder|that means|it means|i think it's|it's funny|all i'd|made me)\b|\bi(?:'ve|'d| have| had)? been \w+ing\b", "I realised I never ask.", "I asked her."),
    Cue("realises", rf"{I_HAVE} (?:reali[sz]ed|noticed|understood|figured out|worked out|learn(?:ed|t)) (?:that|how|why|what|it's|i|i'm|they|there|nobody)\b|\b(?:it|that) (?:just |suddenly |finally )?(?:hit me|dawned on me|clicked|struck me)\b|\bnever thought of it\b|\bpenny dropped\b|\b(it|that)(?:'s| is| was) not [^.?!]{{3,40}}[.,;] \1(?:'s| is| was)\b|\bso i(?:'ve been| \w+ed)\b|\bi(?:'d|'ve) been telling myself\b", "Then it hit me.", "The ball hit the wall."),
    Cue("contrasts", r"\b(?:it's|it isn't|it's not|that isn't it|it wasn't)\b[^?]{0,60}\b(?:it's|it was|but)\b|\bnot .{3,40}\bbut\b|\band not\b|\binstead\b|\brather than\b|\bwhen (?:i|she|he|they|you|it)\b|\bwhile i\b", "It's not the price, it's the call.", "It was the price."),
    Cue("names_it", r"^\W*(?:\w+\W+){0,2}(?:that's|it's|this is|it is|that is) (?:the|what|why|how|where|when|a|all|me|like|because)\b|\bthe thing (?:is|i)\b|\bthat's the thing\b", "That's what I do.", "Do that."),
    Cue("if", r"\bif\b", "If it rains.", "It rains."),
    Cue("number", rf"\b{NUMBER}\b", "Forty one.", "Some."),
    Cue("quotes", r"\"|\b(?:said|says|goes|asked me|told me)\b", "He said no.", "He left."),
)  # fmt: skip
