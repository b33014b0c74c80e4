"""How people settle something between them or for themselves."""

from __future__ import annotations

from coach.reading.listening import Sign

DECISIONS = (
    Sign(
        "decided",
        r"\b(?:i|we)(?:'ve| have|'m| am|'re| are)?(?: \w+)? (?:decided|chosen|made "
        r"up (?:my|our) mind|settled on|agreed)\b(?! (?:against it )?(?:if|"
        r"whether))",
        "I've decided to stay.",
        "He decided it.",
        3,
        "decision",
        "decided chosen mind settled agreed",
    ),
    Sign(
        "lets",
        r"\b(?:let's|let us|shall we|will we|we should|so we|we could|we can|can "
        r"we)(?: \w+)? (?:say|do|make it|stick|keep|leave|drop|call it|agree|meet|"
        r"scrap|push|move it|swap|switch|stretch|try|park|go with|strike)\b(?! "
        r"(?:start|hello|yes|goodbye|it again)\b)(?!.*\b(?:first|a look)\b(?! "
        r"(?:of|mon|tue|wed|thu|fri|week)))",
        "Let's say every second Monday.",
        "Let's start.",
        2,
        "decision",
        "let's let shall will should so could can",
    ),
    Sign(
        "we_will",
        r"\bwe(?:'ll| will) (?:stick|keep|leave|do|go with|meet|skip|not|stop|drop|"
        r"park|switch|make it|have)\b(?! (?:a (?:\w+ )?look|see|it now|you|be)\b)",
        "We'll stick to the old times.",
        "We'll have a look.",
        2,
        "decision",
        "we'll will",
    ),
    Sign(
        "rule",
        r"\bfrom (?:now|here|today) on\b|\bno more (?!than|questions|of that)\w+|"
        r"(?<!was )\boff (?:the table|limits)\b|\bout of bounds\b|\bstays? (?:here|"
        r"in (?:here|the room|this room|this call)|between us|with (?:me|us)|"
        r"put)\b|\b(?:leave|keep|kept) (?:him|her|them|that|it|\w+) out of (?:it|"
        r"this)\b",
        "From now on charts go in the doc.",
        "I walked out of the room.",
        2.5,
        "decision",
        "now here today more off bounds stay stays room out",
    ),
    Sign(
        "any_more",
        r"\b(?:i|we)(?:'m| am|'re| are)? (?:don't|won't|not|no longer) (?!know|"
        r"think|see|feel|want|like|understand|care|remember)(?:\w+ ){1,5}?(?:any "
        r"?more|any longer)\b|\bwe (?:strike|drop|push|leave|keep|park|postpone|"
        r"scrap|skip) (?:it|that|this|the)\b|\bi (?:leave|drop|keep|push) (?:it|"
        r"that)(?: off| out)?\b",
        "The other three I don't do any more.",
        "I don't know any more about it.",
        2.5,
        "decision",
        "don't won't not longer strike drop push leave keep park postpone scrap skip",
    ),
    Sign(
        "choice",
        r"\b(?:i'm|i am|we're|we are) (?:staying|leaving(?! (?:it|that|you|a|the))|"
        r"not (?:taking|applying|signing|selling|hiring|going (?!to)(?:ahead|back|"
        r"for|with))|going with|going for|dropping|sticking with|quitting|"
        r"resigning|turning it down|putting it off|taking the)\b|\bso i(?:'ll)? "
        r"(?:take|choose|pick|go with|go for)\b|\bi(?:'ll| will) go with\b",
        "I'm staying.",
        "I'm leaving you a note.",
        2.5,
        "decision",
        "staying leaving not going dropping sticking quitting resigning turning "
        "putting taking take choose pick go",
    ),
    Sign(
        "rhythm",
        r"\b(?:every|once (?:a|every)|twice a|(?:first|second|third|last)(?= \w+ "
        r"of)) (?:other |two |three |four |six |second )?(?:weeks?|months?|"
        r"fortnight|quarter|monday|tuesday|wednesday|thursday|friday)\b",
        "Every two weeks, Thursday at eight.",
        "Last week was busy.",
        1.5,
        "decision",
        "every once first second third last twice",
    ),
    Sign(
        "id_rather",
        r"\b(?:i'd|i would) (?:rather|sooner|prefer)(?: (?:we|you|it|that|if|not))|"
        r"\bi(?:'d| would) (?:propose|suggest)\b|\bhow about we\b|\bwhat if we\b|"
        r"\bmy (?:suggestion|proposal)\b",
        "I'd rather we kept her out of it.",
        "I'd rather have tea.",
        1.5,
        "decision",
        "rather sooner prefer propose suggest how what suggestion proposal",
    ),
    Sign(
        "conditions",
        r"\bif (?:it|they|he|she|that|we|more than|sales|the \w+)\b[^.?]{4,60}, "
        r"(?:i'd|we'd|i|we|it) (?:do|don't|stop|come|go|drop|pull|close|wait|need|"
        r"leave)\b",
        "If it is a no, I do it in January.",
        "If it rains, I get wet.",
        1.5,
        "decision",
        "if",
    ),
    Sign(
        "dont",
        r"^(?:\W*(?:so|okay|ok|and|but|yeah|right|no)\b\W*)*(?:you don't|don't|no) "
        r"(?:tell|send|share|record|write|bring|use|need) (?:me )?(?:\w+ "
        r")*(?:names?|details|numbers|about (?:your|my|the))",
        "You don't tell me anything about your pricing.",
        "Don't tell me you did.",
        2,
        "decision",
        "don't no",
    ),
)
