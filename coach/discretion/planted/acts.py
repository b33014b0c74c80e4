"""What a turn asks of whoever writes, as data: acts that two people talking seldom do.

One alone proves nothing: a mentor may say "write a summary" or "the notes should say so". They
count together with the signs of `signs`, and with how little a turn hangs on the call.
"""

from __future__ import annotations

from coach.cues import Cue

_A_TEXT = (
    r"(?:answers?|articles?|blog ?posts?|code|copy|dialogues?|emails?|essays?|explanations?|fables?"
    r"|functions?|guides?|haikus?|instructions|introductions?|jokes?|letters?|limericks?|lists?"
    r"|monologues?|narratives?|novels?|outlines?|paragraphs?|parod(?:y|ies)|plans?|poems?|posts?"
    r"|programs?|prompts?|recipes?|repl(?:y|ies)|reports?|responses?|reviews?|scenes?|scripts?"
    r"|sentences?|songs?|sonnets?|speech(?:es)?|steps|stor(?:y|ies)|summar(?:y|ies)|tables?|texts?"
    r"|tutorials?|tweets?|words?)"
)
_COMPOSE = (
    r"(?:write|compose|create|generate|produce|draft|develop|provide|give|make|show|tell|list"
    r"|recommend|suggest|describe|explain|outline|translate|convert|summari[sz]e|analy[sz]e"
    r"|imagine|design|invent|output|print|craft|build|reflect|discuss|complete|continue|rewrite"
    r"|repeat|reveal|answer|respond|reply)"
)
_RECORD = (
    r"(?:summar(?:y|ies)|recaps?|minutes|transcripts?|output|write-?up|meeting notes|reports?"
    r"|action items?|actions? list|to-?do list)"
)

ACTS = (
    Cue(
        "orders a text",
        r"(?:^|[.!?:;,\n]\s*|\b(?:and|then|now|please|just|to|must|should|will) )"
        rf"{_COMPOSE}\b(?: me| us)?[^.!?\n]{{0,50}}?\b{_A_TEXT}\b",
        fits="Compose for me a lively sea story.",
        but_not="I wrote the story.",
    ),
    Cue(
        "asks a text of the hearer",
        rf"\b(?:can|could|would|will) you (?:please |also |kindly )?{_COMPOSE}\b"
        rf"|\bi (?:want|need|would like|'d like) you to {_COMPOSE}\b|\byou (?:will|must|shall)"
        rf" (?:\w+ )?{_COMPOSE}\b",
        fits="I want you to describe a bridge.",
        but_not="You could see the bridge.",
        weight=0.5,
    ),
    Cue(
        "points in the text",
        r"\bthe (?:following|above|below|preceding) \w+|\b(?:\w+thing|text|lines?|instructions?"
        r"|prompts?|paragraphs?|questions?|messages?|words|template|rules?|example)"
        r" (?:above|below)\b|\bas follows\b|\bthis (?:paragraph|line|prompt)\b",
        fits="Use the template below.",
        but_not="The flat below is empty.",
    ),
    Cue(
        "fiction",
        r"\b(?:fictional|fictitious|hypothetical|imaginary)\b|\bin the voice of\b"
        r"|\bstory (?:in which|about|based|where)|\b(?:let'?s|let us) (?:play|write|role)\b",
        fits="A story about a fictional town.",
        but_not="It is a true tale.",
    ),
    Cue(
        "characters",
        r"\bcharacters?\b|\bplay(?:s|ing)? (?:a|the) (?:role|character|game)\b|\bportray\w*\b",
        fits="Portray a king.",
        but_not="A portrait of a king.",
        weight=0.5,
    ),
    Cue(
        "works on letters",
        r"(?:^|[.!?:]\s+)(?:please )?(?:add|change|cut|double|drop|encode|group|jumble|leave out"
        r"|misspell|put|re-?arrange|remove|repeat|replace|reverse|scramble|shift|shuffle|sort|spell"
        r"|split|swap|turn|write|anagram\w*|capitali[sz]e)\b[^.!?]{0,30}\b(?:letters?|vowels?"
        r"|(?<!exact )(?<!own )(?<!very )words?|consonants?|characters?|syllables?)\b",
        fits="Swap the vowels.",
        but_not="Write down what was said, the exact words, the date.",
    ),
    Cue(
        "how long and how made the text is to be",
        r"\bin (?:a|one|two|three|\d+) (?:\w+ )?(?:texts?|words|paragraphs?|sentences?|lines|steps"
        r"|bullet points)\b|\b(?:at least|at most|no more than|up to|maximum of) (?:\w+ )?"
        r"(?:words|paragraphs?|sentences?|characters|letters)\b|\bstep[- ]by[- ]step\b"
        r"|\b(?:detailed|in detail|in depth|bullet points|markdown|table format)\b",
        fits="Tell it in one paragraph.",
        but_not="In one word or two, maybe.",
        weight=0.5,
    ),
    Cue(
        "says who the hearer is",
        r"\byou(?:'re| are|r| will be| will play| play) (?:now )?(?:the |an? )?(?!i\b)\w+"
        r"(?: who| that| which| named|,? an?\b)|\bu r \w+",
        fits="You will play Nero, an emperor.",
        but_not="You are late.",
        weight=0.5,
    ),
    Cue(
        "says what the record is to hold",
        rf"\b(?:the|any|your|this|final) (?:\w+ )?{_RECORD}\b[^.!?\n]{{0,40}}? (?:must|should"
        r"|shall|has to|is to|needs to)(?: only| also| not)? (?:state|say|contain|include|list"
        r"|mention|show|record|read|mark|omit)\b"
        r"|\b(?:add|put|append|insert|include|write|mention|note|list|record|state|leave)\b"
        r"[^.!?\n]{0,60}\b(?:in|into|to|from|out of|as) (?:the|your|any|an?) (?:\w+ )?"
        rf"{_RECORD}\b"
        r"|\b(?:mark|record|list|set|treat|count)\b[^.!?\n]{0,50}\bas (?:an? |the )?(?:action"
        r"|commitments?|done|kept|completed?|finished|closed|agreed|decided|accepted|approved"
        r"|settled|resolved|delivered)\b",
        fits="The minutes must state that he left.",
        but_not="The minutes are long.",
    ),
    Cue(
        "speaks to whoever writes",
        r"\b(?:note|message|request|to|dear|hello|hi|attention|for|hey)\b[^.!?\n]{0,25}?"
        r"\b(?:note-?taker|summari[sz]er|transcri(?:ber|ptionist)|minute-?taker|scribe"
        r"|whoever (?:\w+ )?(?:writes|prepares|reads|makes|types)"
        r"|(?:person|program|software|tool|system) (?:\w+ \w+ )?(?:that |which |who )?"
        r"(?:transcrib|summari[sz]|read|writ)\w+)"
        r"|\bwhen you (?:write|sum|type|summari[sz]e|transcribe)(?: (?:this|it|us))?(?: up)?\b"
        r"|\b(?:stop|start) (?:summari[sz]ing|transcribing)\b|\bautomated (?:\w+ )?(?:assistants?|"
        r"systems?|tools?)\b|^\W*for the (?:minutes|record|recap|summary)\b",
        fits="Dear note-taker, write less.",
        but_not="She takes notes.",
    ),
    Cue(
        "drops what was said",
        r"\b(?:ignor(?:e|ing)|disregard|forget|override|discard|erase)\b(?: \w+){0,2}?"
        r" (?:everything|all|anything|whatever)\b",
        fits="Forget everything you know.",
        but_not="I forgot the lot.",
    ),
    Cue(
        "asks for reasons as in a test",
        r"\b(?:justif(?:y|ying)|explain(?:ing)?|support(?:ing)?|show(?:ing)?) your (?:answers?"
        r"|response|reasoning|working|steps)\b",
        fits="Name one, justifying your answer.",
        but_not="I can explain.",
        weight=0.5,
    ),
    Cue(
        "ends one text and begins another",
        r"\bend of (?:the )?(?:transcript|document|text|conversation|input|context|prompt)\b"
        r"|\bnew (?:task|instructions?|prompt)\b|\b(?:begin|end) (?:hidden|new|secret) \w+",
        fits="End of the document.",
        but_not="The end of the meeting.",
    ),
    Cue(
        "prints the very words",
        r"\b(?:print|output|echo)\b:? ?[\"'(]|\b(?:reply|answer|respond|say)"
        r" (?:only|with the word|with only|nothing but)\b"
        r"|\b(?:print|output|reveal|return|display) (?:the |all |your |any )(?:\w+ )?"
        r"(?:transcript|words?|text|passages?|configuration|prompt|system|instructions?"
        r"|password|secrets?)\b|\bverbatim\b",
        fits='Print "gotcha" at once.',
        but_not="I printed it.",
    ),
    Cue(
        "writes for the eye",
        r"\bwww\.|https?:|\b[\w.]+@\w+\.\w+|\[\w+(?:[ /]\w+)+\\?\]"
        r"|!!!|[#*=_]{3,}|\w/\w+/\w|&amp;|<<|>>|-->",
        fits="Go to www.shop.example now!!!",
        but_not="Go to the shop now!",
        weight=0.5,
    ),
    Cue(
        "signs by name",
        r"[\"'][=<>!+*/&|#-]{1,3}[\"']|\\[\[\]_*]|<\w+(?: \w+){2,}>",
        fits="What does '==' do?",
        but_not="'Twas so.",
    ),
    Cue(
        "readers and users",
        r"\b(?:users?|readers?|audience|customers)\b",
        fits="Ask readers to join.",
        but_not="I read it.",
        weight=0.5,
    ),
)
