"""A secret told in one breath with the cue ("off the record, my wife is ill"), and how it ends.

Such an aside often gets a nod and no more, and the two go on with their work. Nobody says "anyway"
then. What shows it is a promise, a request or a question that points back at nothing, shares no
word with the secret, and has a matter of its own: something that was talked about before, or the
things that people do and make at work.
"""

from __future__ import annotations

import re

from coach.discretion import cues
from coach.discretion.cues import denials, marks
from coach.discretion.talk import Sentence
from coach.sieve import Sieve

ANNOUNCING = ("asks", "mutes", "private")
"""Kinds of cue after which the secret may still be to come."""
_ANNOUNCING = Sieve((cue, cue.pattern) for cue in cues.OPENING if cue.kind in ANNOUNCING)


def is_told_in(sentence: Sentence) -> bool:
    """Do the words that ask for silence lead straight into more, whatever rules are spoken of near?

    A rule has its cue elsewhere: it says what stays between the two, or asks whether it does.
    """
    said = sentence.heard
    rule = denials.RULES.search(said)
    if denials.ASKED.search(said):
        return False
    for cue in _ANNOUNCING.through(said):
        for words in cue.regex.finditer(said):
            cue_and_before = said[: words.end()]
            goes_on = marks.INTO_TELLING.match(said, words.end())
            points_back = "that" in words[0].split() and goes_on and "but" not in goes_on[0]
            taken_back = (
                points_back
                or denials.IN_GENERAL.search(said[: words.start()])
                or denials.OPEN_AFTER_ALL.search(cue_and_before)
                or denials.JOKES.search(cue_and_before)
                or (rule and (cue.scope != "off_record" or rule.start() < words.end()))
            )
            if goes_on and not taken_back:
                return True
    return False


def leads_into(sentence: Sentence, next_one: Sentence) -> bool:
    """ "Off the record. She's ill.": the bare words, and what they were said for in the next."""
    said = sentence.heard
    turns = next_one.words[:1] == ("but",)
    return (
        (
            _BARE.search(said) is not None
            or (turns and any(cue.regex.search(said) for cue in _ANNOUNCING.through(said)))
        )
        and not next_one.is_question()
        and not next_one.shows(denials.RULES)
    )


_FILLER = (
    r"(?:(?:okay|ok|so|right|righto|well|now|and|but|um|uh|yeah|yes|yep|aye|good|great|fine"
    r"|all right|alright|then|thanks|sure|lovely|cool|of course|oh|also|perfect|understood"
    r"|noted),? )*"
)
_BARE = re.compile(
    rf"^{_FILLER}(?:just |strictly |this is |it's )*"
    r"(?:off (?:the )?record|between (?:us|you and me)|in confidence)[.:!…]*$"
)
_UNDERTAKES = re.compile(
    rf"^{_FILLER}(?:i'll|i will|i'm going to|i'm gonna|i'm to|let me|we'll|shall (?:i|we)"
    r"|(?:can|could|will|would) (?:you|i|we)|please|i promise(?: to)?|you'll"
    r"|by (?:\w+ ){1,2}i'll)\b"
)
_TIME = (
    r"(?:week|weekend|month|morning|afternoon|evening|year|spring|summer|autumn|winter|quarter"
    r"|term|time|day|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)"
)
_BACKWARD = re.compile(
    rf"\b(?:it|it's|that's|he's|she's|they're|he|him|his|she|her|hers|they|them|their"
    r"|there(?!'| (?:is|are|was|were|will|would)\b)"
    rf"|(?:that|this|these|those)(?! {_TIME}))\b"
)
_HEARTFELT = re.compile(
    r"\b(?:sorry|feel|feeling|cope|coping|worry|worried|support|care|pray|think about|be here|sad"
    r"|hope|quiet|mouth|word|secret|secrets|tell|anyone|anybody|nobody|wife|husband|partner|mum|mom"
    r"|mam|mother|dad|father|parents|family|kids|children|son|daughter|brother|sister|home|flat"
    r"|house|lawyer|solicitor|police|hospital|doctor|funeral|leave)\b"
)
_WORK = re.compile(
    r"\b(?:send|sent|email|mail|draft|drafted|write|wrote|written|read|review|finish|finished"
    r"|prepare|upload|submit|edit|proofread|present|rehearse|practi[sc]e|revise|print|post|publish"
    r"|update|invite|schedule|share|forward|fill in|sign up|outline|record|slides?|deck|report"
    r"|budget|essay|paper|thesis|chapter|cv|resume|portfolio|application|rota|roadmap|plan|agenda"
    r"|minutes|presentation|talk|pitch|proposal|feedback|goals?|invoice|newsletter|website|page"
    r"|project|course|exam|training|workshop|spreadsheet|document|doc|form|template|summary|list"
    r"|numbers|figures|schedule|timetable|abstract|article|book|video|demo|code|tests?|release"
    r"|module|homework|lesson|lessons|certificate|handbook|poster|handover|backlog|ticket)\b"
)
SOMEBODY = re.compile(r"\b(?:he|him|his|she|her|hers|he's|she's|he'll|she'll|he'd|she'd)\b")
"""Still speaks of the one whom the secret is about, where nobody else was named since."""


def heartfelt(said: Sentence) -> int:
    """How many of its words are of feelings, and of the people one has at home?"""
    return len(_HEARTFELT.findall(said.heard))


def works(said: Sentence) -> int:
    """How many of its words are of things that people do and make at work?"""
    return len(_WORK.findall(said.heard))


def points_back(said: Sentence) -> bool:
    """Does it speak of somebody or something by a mere "he" or "that"?"""
    return _BACKWARD.search(said.heard) is not None


def points_from(said: Sentence) -> int | None:
    """Index in its heard words of the first such word."""
    found = _BACKWARD.search(said.heard)
    return found.start() if found else None


def turns_away(said: Sentence, *, older: bool, same_turn: bool, same_voice: bool) -> bool:
    """Does this sentence, which shares no word with the secret, have a matter of its own?

    `older`: it names what was talked of before the secret. Whoever told the secret is believed less
    easily (`same_voice`), and least within the turn of the secret (`same_turn`).
    """
    heard = said.heard
    undertakes = _UNDERTAKES.search(heard) is not None
    if not (undertakes or said.is_question()):
        return False
    if points_back(said) or heartfelt(said):
        return False
    at_work = works(said)
    if older or at_work > 1 or (at_work and not same_turn):
        return True
    return undertakes and not same_voice and not said.is_question() and len(said.words) > 4
