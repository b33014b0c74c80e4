"""Promises and goals as nouns, so that a question can be asked about them."""

from __future__ import annotations

import re

_IRREGULAR = {"be": "being", "agree": "agreeing", "die": "dying", "lie": "lying", "tie": "tying"}
_STRESSED_LAST = frozenset(
    """begin commit submit admit permit refer prefer defer transfer confer forget upset reset unplug
    plug input equip cancel travel label model format program""".split()
)
"""Longer verbs that double their last letter before -ing."""
_DOUBLED = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
"""One syllable with a short vowel and one consonant after it: put, scan, knit, quit."""
_DEEDS = frozenset(
    """accept add agree apply arrange ask assess attend be become begin block book bring build buy
    call cancel change chase check choose clean clear climb close collect come complete confirm
    contact cook copy count cover create cut decide delete deliver describe develop do draft draw
    drop earn email escalate fill film find finish fix follow forward get give go grow have
    help hire hit hold improve introduce invite join keep launch lead learn leave let list
    listen look make manage meet message move note offer open order park pass pay phone pick
    plan post practice practise prepare present print publish put raise reach read record
    recruit remove reply report review ring run save say schedule see sell send set share
    show sign sit speak spend start stop submit switch take talk teach tell test text thank
    think track train try turn update use visit watch win work write""".split()
)
"""Verbs that deeds are told in: one of them after "and" starts another deed."""
_SUBJECTS = frozenset("i we you he she it they not".split())
_DETERMINERS = frozenset(
    """a an the my our more less fewer one two three four five six seven eight nine ten no every
    each another better""".split()
)
_HANGING = frozenset(
    """a an and at but by for from how if in into of off on or so than that the their then to up
    what when where which who with without""".split()
)
"""Words that cannot stand last."""
_NO_VERBS = (_HANGING | _DETERMINERS | frozenset("it this these those them there".split())) - {"up"}
"""Words that no instruction starts with."""
_MANNER = frozenset("also always then just please really definitely actually".split())
"""Words before the verb that a question does without."""
_SPOKEN = re.compile(
    r"(?:(?:well|so|yes|yeah|and|but),? )?"
    r"(?:i|we|it|my|our|that|there|you|they|he|she)(?:['’]\w+)?\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\w\s+(?:is|was|are|were|has|will|would|should)\s", re.IGNORECASE)
"""A goal in somebody's own sentence, which is no instruction."""
_HINT = re.compile(r"\s*(\(“[^”]*”\))$")
"""What an action says of its own "it": the words it was promised in."""
_LEAD_IN = re.compile(
    rf"^(?:(?:go|come|try) and (?=\w)|(?:go|come) (?=(?:{'|'.join(sorted(_DEEDS))})\b)"
    r"|(?:need|have) to (?=\w))",
    re.IGNORECASE,
)
"""A verb that only leads in the deed: go and see, go see, have to see."""
_NEXT_DEED = re.compile(r"(?:,? and|,)(?: then)? (?=(\w+))")
_WAITING = re.compile(r",\s(?:though\s*,?\s*)?(?:if|when|unless|once|because|so|but|or|as)\s.*$")
"""What a promise waits for, which a question about it need not repeat."""
_LEADING = re.compile(
    r"^(?:(?:and|um|uh|er|erm|oh|'cause)[,.]?\s+"
    r"|(?:well|yes|yeah|okay|ok|no|right|like|so|but|i mean|you know)[,.]\s+"
    r"|(?:so|but|yeah)\s+(?=(?:i|you|he|she|it|we|they|this|that|there|my|the)(?:['’]\w+)?\s))+"
    r"(?=\S+\s+\S)",
    re.IGNORECASE,
)
"""How speech starts a sentence."""
_LONGEST = 12
"""Words that a question still reads well around."""


def gerund(action: str) -> str:
    """An instruction as something that can be talked about.

    >>> gerund("Send Dana the video"), gerund("Put it in the diary"), gerund("Not open the laptop")
    ('sending Dana the video', 'putting it in the diary', 'not opening the laptop')
    >>> gerund("Don't chase Anand"), gerund("Definitely bring the cake")
    ('not chasing Anand', 'definitely bringing the cake')
    """
    verb, _, rest = action.strip(" .").partition(" ")
    verb = verb.lower().replace("’", "'").rstrip(",;:")
    if verb in ("don't", "do") and (verb == "don't" or rest.startswith("not ")):
        return f"not {gerund(rest.removeprefix('not '))}"
    if rest and (verb in ("not", "never") or (verb.endswith("ly") and len(verb) > 5)):
        return f"{verb} {gerund(rest)}"
    if rest and verb in _MANNER:
        return gerund(rest)
    return f"{_ing(verb)} {rest}".strip()


def as_thing(action: str) -> str:
    """A short noun phrase for a promise, for use inside a question.

    >>> as_thing("Write one page on which reviews need Karthik and post it for the team")
    'writing one page on which reviews need Karthik'
    >>> as_thing("Go and climb the crates"), as_thing("Sit with Rohit and we'll write it")
    ('climbing the crates', 'sitting with Rohit')
    >>> as_thing("Send the count, before and after"), as_thing("Bring it (“and I make it blue”)")
    ('sending the count, before and after', 'bringing it (“and I make it blue”)')
    """
    text = action.strip(" .")
    hint = _HINT.search(text)
    if not _is_instruction(text):
        return f'"{short_quote(hint[1].strip("(“”)") if hint else text)}"'
    return _short(gerund(_first_deed(_HINT.sub("", text)))) + (f" {hint[1]}" if hint else "")


def goal_as_thing(goal: str) -> str:
    """The same for a goal, which may be an instruction, a thing, or somebody's own sentence.

    >>> goal_as_thing("Close a seed round"), goal_as_thing("A first job as a designer")
    ('closing a seed round', 'a first job as a designer')
    >>> goal_as_thing("Year 9 settled"), goal_as_thing("I'd like to be one day a week in the code")
    ('the goal "Year 9 settled"', 'the goal "I\\'d like to be one day a week in the code"')
    """
    text = goal.strip(" .")
    first = (text.split() or [""])[0].lower()
    if first in _DEEDS:
        return as_thing(text)
    if first in _DETERMINERS and not _SPOKEN.match(text) and not _SENTENCE.search(text):
        return _short(text[:1].lower() + text[1:])
    return f'the goal "{short_quote(text)}"'


def short_quote(words: str, most: int = 16) -> str:
    """At most `most` words of a quote, from where its sentence starts; where it is cut, it shows.

    >>> short_quote("And, so it's not the answer, it's the speed.", most=5)
    "it's not the answer, it's …"
    """
    spoken = _LEADING.sub("", words.strip(" ,;.")).split()
    return " ".join(spoken[:most]) + (" …" if len(spoken) > most else "")


def given_name(name: str) -> str:
    """What people call somebody: Dana, of Dana Whitfield."""
    return name.split()[0]


def _is_instruction(text: str) -> bool:
    """Does it start with a verb, as far as that can be seen? "Hygiene, level three" does not."""
    first, _, rest = text.partition(" ")
    verb = first.rstrip(",").lower()
    if not text[:1].isalpha() or _SPOKEN.match(text) or first[1:].lower() not in text:
        return False
    is_verb = verb in _DEEDS or not (rest and first.endswith(","))
    return is_verb and verb not in _NO_VERBS


def _first_deed(text: str) -> str:
    """The first of several deeds; the next one where the first is a bare verb."""
    told = _LEAD_IN.sub("", _WAITING.sub("", text))
    for match in _NEXT_DEED.finditer(told):
        first, rest = told[: match.start()], told[match.end() :]
        if match[1].lower() in _DEEDS | _SUBJECTS:
            return first if len(first.split()) > 1 else _first_deed(rest)
    return told


def _short(phrase: str) -> str:
    words = phrase.split()
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 2]
    while (
        len(words) > 1 and words[-1].lower().strip(",") in _HANGING and len(words) >= _LONGEST - 3
    ):
        words.pop()
    return " ".join(words).rstrip(",;")


def _ing(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _STRESSED_LAST or _DOUBLED.fullmatch(verb):
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ic"):
        return f"{verb}king"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    is_gerund = verb.endswith("ing") and re.search(r"[aeiouy]", verb[:-3])
    return verb if is_gerund else f"{verb}ing"
