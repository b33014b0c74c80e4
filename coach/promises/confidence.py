"""Promises about discretion: that something is kept to oneself.

They lead what their owner is reminded of, since who trusts a person with something cannot see
whether the word is kept. Two things said in a call are such a promise. A *commitment* to keep
something quiet ("Keep Priya's name out of the report") stands in the ledger like any other. An
*assurance* ("I won't mention it to your manager") is nothing to be done and never done with, so it
is no commitment; a recap holds it as a trust moment. It leads the brief for the call that follows.
What was withheld is in neither: no reader saw it.
"""

from __future__ import annotations

import re

from coach.cues import plain
from coach.records import Recap, TrustMoment

_OBJECT = r"(?:\W+[\w'-]+){0,9}?\W+"
_CLOSED = r"(?=\W*(?:$|[.,;:!?)]|from\b|until\b|till\b|unless\b|for now\b|about\b|at work\b))"
_KEEPS = re.compile(
    rf"\b(?:keep|hold|leave|treat|handle)\b{_OBJECT}(?:"
    r"to (?:my|your|him|her|them|one)sel(?:f|ves)\b|to ourselves\b|"
    r"between (?:us|ourselves|themselves|the two|you and me|both)\b|"
    rf"(?:as )?(?:strictly )?(?:confidential|private|secret|quiet){_CLOSED}|"
    r"(?:confidentially|in confidence|under wraps|off the record)\b|"
    r"(?:names?|identity) out\b)"
)
_SOMEBODY = r"(?:any(?:one|body)|a soul|the (?:others|team)|[\w'-]+(?: [\w'-]+){0,3})"
_TELLS_NOT = re.compile(
    r"(?:\bnot|\bnever|n't|\bwithout)(?: \w+ly| ever| even)? (?:"
    r"(?:mention|disclos|reveal|repeat|breath|nam)(?:e|ing)?\b|"
    r"tell(?:ing)? (?:any(?:one|body)|a soul)\b|"
    rf"tell(?:ing)? {_SOMEBODY} (?:about|of|yet|before|until|till)\b|"
    r"(?:say(?:ing)?|breath(?:e|ing)) (?:a word|anything) (?:about|of|to)\b|"
    rf"(?:shar(?:e|ing)|discuss(?:ing)?|talk(?:ing)? about|pass(?:ing)?) {_SOMEBODY} "
    r"(?:with|to|on|outside|beyond)\b)|"
    r"\b(?:tell|mention|say) (?:nobody|no one|nothing (?:about|of|to))\b|"
    r"\b(?:without|leave out) (?:a|the|any|his|her|their|all) names?\b|"
    r"\banonymously\b",
)
_GIVES_WORD = re.compile(
    r"\b(?:i(?:'ll| will| won't| shall|'m not going to| promise)|you have my word|"
    r"i (?:don't|do not|never) (?:talk|tell|say|repeat|mention|share|pass|carry|write)|"
    r"(?:it|that|this|what you \w+(?: me)?|nothing you \w+)(?: here)? "
    r"(?:will stay|stays|goes|leaves|won't)|not a word|nothing from me|no names?|"
    r"stays? (?:here|with me|between))\b"
)


def about_discretion(action: str) -> bool:
    """Is this something that its owner keeps to themselves?

    >>> about_discretion("Keep what Karthik said about the reorg to herself")
    True
    >>> about_discretion("Keep Fridays free to write")
    False
    """
    said = plain(action)
    return bool(_KEEPS.search(said) or _TELLS_NOT.search(said))


def assurances(recap: Recap, owner: str) -> tuple[TrustMoment, ...]:
    """The moments of a call in which `owner` gave their word to keep something to themselves."""
    return tuple(
        moment
        for moment in recap.trust
        if moment.behaviour == "discretion"
        and moment.polarity == "shown"
        and moment.who == owner
        and any(_GIVES_WORD.search(plain(said.quote)) for said in moment.evidence)
    )
