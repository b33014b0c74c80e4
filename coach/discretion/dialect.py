"""Many Englishes in one: dialect words and full forms by one common spelling, for matching only."""

from __future__ import annotations

import re

_WORDS = """
    abeg=please aboot=about ain't=isn't annybody=anybody arenae=aren't atween=between aye=yes
    cannae=can't cannot=can't cannut=can't couldnae=couldn't cyaan=can't cyan=can't dae=do
    dat=that dem=them di=the didnae=didn't didny=didn't dinna=don't dinnae=don't dinny=don't
    dis=this divvent=don't doesnae=doesn't doh=don't dont=don't ennybody=anybody furder=further
    gonnae=gonna hadnae=hadn't hae=have haffi=have hasnae=hasn't haud=hold havenae=haven't
    hissel=himself isna=isn't isnae=isn't isny=isn't ken=know kens=knows ma=my mak=make
    meself=myself mi=my naebody=nobody noone=nobody nowt=nothing nuh=not nuttin=nothing oan=on
    oot=out owt=anything pls=please shouldnae=shouldn't summat=something tae=to tek=take tha=you
    thee=you thi=your thy=your til=till wasna=wasn't wasnae=wasn't werena=weren't
    werenae=weren't wha=what whit=what wi=with willnae=won't winnae=won't wisnae=wasn't wor=our
    wouldnae=wouldn't y'all=you ya=you ye=you yer=your yersel=yourself yerself=yourself
    yourselves=yourself yous=you youse=you yuh=you
"""
COMMON_FORM: dict[str, str] = dict(pair.split("=") for pair in _WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NOT = re.compile(r"\b(is|are|was|were|do|does|did|have|has|had|would|could|should|must) not\b")
_SHORT = {"will not": "won't", "shall not": "won't", "no one": "nobody", "no-one": "nobody"}
_BE = re.compile(r"\b(i) am\b|\b(it|that|he|she|there) is\b|\b(you|we|they) are\b(?!n't)")
_KNOWING = re.compile(
    r"(?:\b(isn't|is)|\b(?:aren't|are)|(?<=\bi)'m(?: not)?) (know|hear|want|understand)ing\b"
)
_SHORT_FORM = re.compile("|".join(rf"\b{long}\b" for long in _SHORT))


def common_form(plain: str) -> str:
    """Lower-case words with their dialect spellings and full forms brought together.

    >>> common_form("dinnae tell naebody, i have not")
    "don't tell nobody, i haven't"
    """
    shared = plain
    if not COMMON_FORM.keys().isdisjoint(_WORD.findall(plain)):
        shared = _WORD.sub(lambda word: COMMON_FORM.get(word[0], word[0]), plain)
    if "no" in shared:
        shared = _NOT.sub(r"\1n't", shared)
        shared = _SHORT_FORM.sub(lambda words: _SHORT[words[0]], shared)
    short = _BE.sub(_shortened, shared)
    return _KNOWING.sub(_simple, short) if "ing" in short else short


def _simple(words: re.Match[str]) -> str:
    """States told as if they went on, as in India: "she isn't knowing"."""
    heard, verb = words[0], words[2]
    apart = " " if heard.startswith("'") else ""
    if "n't" in heard or " not " in heard:
        return f"{apart}{'does' if words[1] else 'do'}n't {verb}"
    return f"{apart}{verb}{'s' if words[1] else ''}"


def _shortened(words: re.Match[str]) -> str:
    i, it, you = words.groups()
    return f"{i}'m" if i else f"{it}'s" if it else f"{you}'re"
