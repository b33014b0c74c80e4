"""Who is who: the labels of a transcript, and which of the two people answers for each.

A label is somebody's where that person lists it, or where it is their name in a form that meeting
tools make of names. Everything else is asked about and never guessed: a promise that lands on the
wrong person is worse than one that waits for an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from coach.errors import UnknownError
from coach.records import ROLES, Person, Record, Relationship, Role, Transcript


class Speakers(Record):
    """Who said each turn of one transcript; the tuples of turns are as long as its `turns`."""

    by_turn: tuple[str | None, ...]
    """The canonical name of one of the two; None for anybody else and where nobody knows."""
    names: tuple[str | None, ...]
    """To show: the canonical name, else the label as it stands, else None."""
    unknown: tuple[str, ...] = ()
    """Labels that neither of the two answers for, in order of appearance."""
    swapped: bool = False
    """Do the words say that the two labels stand the wrong way round?"""
    notices: tuple[str, ...] = ()


def assign(transcript: Transcript, relationship: Relationship) -> Speakers:
    """Tell which of the two people of `relationship` said each turn.

    >>> from coach.transcript import read_transcript_text
    >>> call = read_transcript_text("Whitfield, Dana (HQ): Hello.\\nKarthik: Hi.\\nSpeaker 3: Hi.")
    >>> pair = Relationship(
    ...     id="r", mentor=Person(name="Dana Whitfield"), mentee=Person(name="Karthik Rao")
    ... )
    >>> assign(call, pair).by_turn
    ('Dana Whitfield', 'Karthik Rao', None)
    >>> assign(call, pair).unknown
    ('Speaker 3',)
    """
    owners = _owners(transcript.speakers, relationship)
    labels = [turn.speaker for turn in transcript.turns]
    by_turn = tuple(owners.get(label) if label else None for label in labels)
    unknown = tuple(label for label in transcript.speakers if label not in owners)
    swapped = _swapped(transcript, by_turn, relationship)
    return Speakers(
        by_turn=by_turn,
        names=tuple(name or label for name, label in zip(by_turn, labels, strict=True)),
        unknown=unknown,
        swapped=swapped,
        notices=(
            *_notices(labels, unknown, swapped, relationship),
            *_silent(by_turn, relationship),
        ),
    )


def with_labels(relationship: Relationship, answers: Mapping[str, Role]) -> Relationship:
    """The relationship with each label of `answers` listed for the person of that role.

    A label has one owner: it is taken from the other person's list. Raises `UnknownError` for a
    role that is neither mentor nor mentee.
    """
    for label, role in answers.items():
        if role not in ROLES:
            raise UnknownError(f"{role!r} is no role here; a label is the mentor's or the mentee's")
        plain = _normal(label)
        changed: dict[str, Person] = {}
        for each in ROLES:
            person = relationship.person(each)
            others = tuple(known for known in person.labels if _normal(known) != plain)
            labels = (*others, label) if each == role else others
            changed[each] = person.model_copy(update={"labels": labels})
        relationship = relationship.model_copy(update=changed)
    return relationship


def doubtful(transcript: Transcript, relationship: Relationship) -> str:
    """Why the labels do not tell by themselves which words are the home's owner's, in a line.

    Empty where every label that counts as the owner's is their name, the other one speaks too, and
    nothing in the words says that the two stand the wrong way round. What somebody said a label to
    be proves nothing: it may be a slip, and it may be meant.
    """
    if relationship.me is None:
        return "Nobody has said which of the two is you."
    me = relationship.person(relationship.me).name
    plain: dict[str, Person] = {
        role: relationship.person(role).model_copy(update={"labels": ()}) for role in ROLES
    }
    by_name = _owners(transcript.speakers, relationship.model_copy(update=plain))
    for label, name in _owners(transcript.speakers, relationship).items():
        if name == me and by_name.get(label) != me:
            return f"That {label[:60]!r} is you was said here; the label itself does not name you."
    found, partner = assign(transcript, relationship), relationship.partner_of(me).name
    if found.swapped:
        return "The labels of the two may stand the wrong way round here."
    if partner not in found.by_turn:
        return f"Nothing here is said by {partner}: their words may stand under your name."
    return ""


# --- matching ------------------------------------------------------------------------------------

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")  # (she/her), (Host), (NORTHERN DALES HOSPITALS)
_COMPANY = re.compile(r"\s[|•·@]\s?.*|\s[-–—]\s.*")
_MACHINE = (
    r"(?:i ?phone|i ?pad|mac|macbook|android|galaxy|pixel|phone|mobile|tablet|laptop|computer|"
    r"desktop|pc|surface|zoom|kindle|chromebook|samsung)"
)
_DEVICE = re.compile(rf"(.+?)(?:'s?)? {_MACHINE}\b.*")
_DEVICE_OF = re.compile(rf"{_MACHINE}\b.*? (?:von|de|di|of|d') ?(.+)")
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame|rev|herr|frau)\.?\s+")
_OF_SEVERAL = frozenset("and und et y with room team group office others all everyone".split())
"""Words of a label that more than one person may speak under."""
_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
MOST_NAMES = 3
"""Words of a name beside the given one, at most."""
_TELEPHONE = re.compile(r"\+?[\d\s().-]{6,}")


def _owners(labels: tuple[str, ...], relationship: Relationship) -> dict[str, str]:
    """The canonical name behind each label that one of the two, and only one, answers for."""
    people = relationship.people
    owners: dict[str, str] = {}
    # A first name alone may be a third person's. It is taken for one of the two only where no
    # surer label of theirs, and no other such guess, is in the same call.
    guesses: dict[str, str] = {}
    for label in labels:
        if len(listed := [person for person in people if _lists(person, label)]) == 1:
            owners[label] = listed[0].name
        if listed or _names_both(label, relationship):
            continue
        if len(full := [person for person in people if _full_name(person, label)]) == 1:
            owners[label] = full[0].name
        elif len(short := [person for person in people if _short_name(person, label)]) == 1:
            guesses[label] = short[0].name
    taken = Counter([*owners.values(), *guesses.values()])
    return owners | {label: name for label, name in guesses.items() if taken[name] == 1}


def _lists(person: Person, label: str) -> bool:
    return _normal(label) in {_normal(known) for known in (person.name, *person.labels)}


def _names_both(label: str, relationship: Relationship) -> bool:
    """`Dana | Karthik`, `Karthik (Dana's laptop)`: a room for two, or one at the other's desk."""
    words = set(re.split(r"[^\w]+", _normal(label)))
    mentor, mentee = ({_words(name)[0] for name in _names(each)} for each in relationship.people)
    return bool(words & (mentor - mentee)) and bool(words & (mentee - mentor))


def _full_name(person: Person, label: str) -> bool:
    """`Dana Whitfield (she/her)`, `WHITFIELD, Dana (ACME)`, `Dana Whitfield | Acme`."""
    words = _words(label)
    for name in map(_words, _names(person)):
        if words == name or (len(words) > 1 and sorted(words) == sorted(name)):
            return True
        if len(words) > 1 and len(name) > 1 and (words[0], words[-1]) == (name[0], name[-1]):
            return True  # with a middle name more or less
    return False


def _short_name(person: Person, label: str) -> bool:
    """`Dana`, `Dana W`, `Dana's iPad`: the given name, and at most initials of the rest.

    Whoever is known here by the given name alone may have any other beside it; `Dana and Bob` and
    `Dana team room` are nobody's.
    """
    plain = _normal(label)
    device = _DEVICE.fullmatch(plain) or _DEVICE_OF.fullmatch(plain)
    words = _words(device[1] if device else label)
    for name in map(_words, _names(person)):
        given = (name[0], f"{name[0]}s") if device else name[:1]
        if words and words[0] in given and _may_follow(words[1:], name[1:]):
            return True
    return False


def _may_follow(words: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """May these stand beside the given name of one whose name has this `rest`, or none known?"""
    is_a_name = all(map(_NAME.fullmatch, words)) and not _OF_SEVERAL & {*words}
    return _initials(words, rest) or (not rest and len(words) <= MOST_NAMES and is_a_name)


def _initials(words: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Are `words` first letters of the `rest` of a name, in its order?"""
    following = iter(rest)
    return all(len(word) == 1 and any(part[0] == word for part in following) for word in words)


def _names(person: Person) -> Iterator[str]:
    """The person's name, and every listed label that is a name and no number or machine."""
    for label in (person.name, *person.labels):
        nameless = any(char.isdigit() or char == "_" for char in label)
        if _words(label) and not nameless and not _DEVICE.fullmatch(_normal(label)):
            yield label


def _words(label: str) -> tuple[str, ...]:
    """A label as the words of a name, given name first, without company, pronouns and titles.

    >>> _words("DOYLE, Maureen (NHS TRUST)"), _words("Dr. Dana W. | Acme")
    (('maureen', 'doyle'), ('dana', 'w'))
    """
    bare = _HONORIFIC.sub("", _COMPANY.sub("", _ASIDE.sub(" ", _normal(label))).strip(), count=1)
    family, comma, given = bare.partition(",")
    if comma and given.strip():
        bare = f"{given} {family}"
    words = (word.strip(".,'\"*_!?:;") for word in bare.split())
    return tuple(word for word in words if any(map(str.isalnum, word)))


def _normal(label: str) -> str:
    """A label without the accidents of typing: `_bare`, single spaces, a number's digits alone."""
    bare = _bare(label)
    if _TELEPHONE.fullmatch(bare):
        return "".join(char for char in bare if char.isdigit())
    return " ".join(bare.split())


def _bare(text: str) -> str:
    """`text` in lower case, with straight apostrophes and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


# --- the wrong way round -------------------------------------------------------------------------

# Words that greet or thank whoever is there, and words that may merely stand before a name.
_GREETING = (
    r"(?:hi|hiya|hey|hello|hallo|(?:good )?(?:morning|evening|afternoon|night)|goodnight|bye|"
    r"goodbye|bye bye|cheerio|cheers|thanks|thank you|thanks a lot|welcome|well done|see you|"
    r"is that you|are you there|can you hear me)"
)
_OPENING = r"(?:right|so|okay|ok|oh|yes|no|yeah|ah|well|sorry|congratulations|come on)"
_REPORTED = r"(?<!said )(?<!say )(?<!says )(?<!goes )(?<!like )(?<!told )(?<!, )"


def _swapped(
    transcript: Transcript, by_turn: tuple[str | None, ...], relationship: Relationship
) -> bool:
    """Do people greet and thank themselves, and introduce themselves as the other?

    Once happens (a quotation, a slip of the diariser). Two times, and three times as often as the
    right way round, does not.
    """
    if not {person.name for person in relationship.people} <= set(by_turn):
        return False
    said = [(who, _bare(turn.text)) for turn, who in zip(transcript.turns, by_turn, strict=True)]
    right = wrong = 0
    for person in relationship.people:
        called = _called(person, relationship.partner_of(person.name))
        named = [(who, words) for who, words in said if any(name in words for name in called)]
        for cue, says_own_name in ((_addressed(called), False), (_introduced(called), True)):
            for who, words in named:
                if who is not None and cue.search(words):
                    as_it_should_be = (who == person.name) == says_own_name
                    right, wrong = right + as_it_should_be, wrong + (not as_it_should_be)
    return wrong >= 2 and wrong >= 3 * right


def _addressed(called: Sequence[str]) -> re.Pattern[str]:
    """`Thanks, Dana.` and `Dana, how are you?`, where the name is spoken to somebody."""
    names = _any_of(called)
    return re.compile(
        rf"{_REPORTED}\b{_GREETING},? {names}\b(?!'s| (?:and|said|says)\b)"
        rf"|(?:^|[.?!]\s){_OPENING},? {names}(?=[.,!?]|$)"
        rf"|^{names}[,?!]|, {names}(?:[.?!]|$)"
    )


def _introduced(called: Sequence[str]) -> re.Pattern[str]:
    """`This is Dana.`, `Dana here`, `My name is Dana`."""
    names = _any_of(called)
    return re.compile(
        rf"(?:^|[.?!]\s)(?:(?:hi|hello|hey),? )?(?:(?:i'm|i am|my name is|my name's|it's|this is) "
        rf"{names}(?: here| speaking)?(?=[.,!]|$)|{names} here(?=[.,!]|$))"
    )


def _called(person: Person, other: Person) -> list[str]:
    """What a person is called to their face; nothing where both are called that."""
    mine, theirs = ({_words(name)[0] for name in _names(each)} for each in (person, other))
    return sorted(name for name in mine - theirs if len(name) > 1)


def _any_of(names: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, names))})"


def _silent(by_turn: tuple[str | None, ...], relationship: Relationship) -> Iterator[str]:
    """One of the two who says nothing in a call whose every turn has an owner."""
    for person in relationship.people:
        if set(by_turn) == {relationship.partner_of(person.name).name}:
            yield (
                f"Nothing in this call is said by {person.name}: is it whole, is it a call of these"
                " two, and does each label stand for one person?"
            )


def _notices(
    labels: list[str | None], unknown: tuple[str, ...], swapped: bool, relationship: Relationship
) -> Iterator[str]:
    mentor, mentee = relationship.people
    uses = Counter(labels)
    for label in unknown:
        turns = "1 turn" if uses[label] == 1 else f"{uses[label]} turns"
        yield (
            f"Who is {label!r} ({turns})? Neither {mentor.name} nor {mentee.name} lists this label;"
            " until somebody says so, nothing said under it is theirs."
        )
    if uses[None]:
        yield f"{uses[None]} of {len(labels)} turns name no speaker; nothing in them has an owner."
    if swapped:
        yield (
            f"The labels of {mentor.name} and {mentee.name} may stand the wrong way round: people"
            " address themselves by name. Check who is who before anything is confirmed."
        )
