"""A day that makes way for another: corrected, objected to, or counted from one told before it."""

from __future__ import annotations

import re

from coach.cues import plain
from coach.dates import (
    Spoken,
    find,
    follow,
    goes_on,
    is_remark,
    points_back,
    sharpens,
    takes_back,
)
from coach.dates.words import PART_OF_DAY, WEEKDAY
from coach.reading import Call
from coach.reading.days.arranging import TAKEN_UP
from coach.reading.days.whose_day import is_anything_elses, only_a_date
from coach.reading.promise.adjacency import ACCEPT
from coach.reading.promise.thread import DayTold, Thread, wants_a_day
from coach.reading.speech import Sentence
from coach.reading.words import count

_OBJECTS = re.compile(
    r"\b(?:shut|closed|away|off|holiday|busy|gone|not|no|can't|cannot|(?:is|do|does|wo|are)n't|clash"
    r"|too (?:late|soon|early))\b"
)
_HAS_OTHER_THINGS = re.compile(
    r"(?:'s|\bis|\bare) (?!(?:fine|good|great|grand|perfect|ok|okay|better|best|easier|lovely"
    rf"|an? {WEEKDAY})\b)"
    r"|\b(?:i'm|i am|i've|i have|i got|i've got|we've|we have|we're|there's|he's|she's|they're)\b"
)
_PIECE = re.compile(r"[,;]\s|\s-+\s|\b(?:so|but)\b")
_NOTHING_ELSE = re.compile(
    r"^(?:\W|\b(?:then|on|by|for|the|maybe|say|yes|yeah|no|and|better|instead|rather|in|at|it|is"
    r"|make|first|thing|last)\b)*$"
)
_TAKES = re.compile(r",? (?:then|instead)\b(?! (?:i|he|she|they|we|you)\b)")
_NOT_TILL = re.compile(r"(?:\bnot|n't|\bnever)\b[^,]*\b(?:till|until)\b[^,]*$")
ASKS = 8
"""Words up to which a question asks for a day, and for nothing else."""
DAY_ALONE = 6
"""Words up to which a day stands alone."""
CORRECTIONS = 3
"""Times that a day may be corrected in a row."""
BREATH = 4
"""Sentences before a day in which the one that it goes on from was told."""
_ONE_DAY = ("day", "ordinal", "relative")
_A_WEEKDAY = re.compile(
    rf"(?:on |by |for |the )*{WEEKDAY}(?: (?:the )?{PART_OF_DAY})?", re.IGNORECASE
)
_ORDER = re.compile(rf"^(?:and |okay,? )?(?:then\b|after that\b|so (?=(?:on )?{WEEKDAY}))")
_STEP_AND = re.compile(
    r"(?P<step>.+?),? and (?:then )?(?:i'll|i will|i|you'll|you will|you|we'll)\b"
    r".*\b(?:it|them|back)\b"
)
"""What somebody gets on one day, and gives back on another."""
_YOURS = re.compile(r"^(?:so |okay,? )?(?:you\b|send\b|get\b|give\b|bring\b|drop\b|mail\b|email\b)")
_VERB = re.compile(
    r"\b(?:i|we|he|she|they|it|there)(?:'\w+)?\b|\b(?:is|are|was|were|has|have|will)\b|'s\b"
)
_NO_WAIT = re.compile(r"^\W*(?:(?:oh|ah|och|eh)\W+)?no\W+(?:wait|hang on|hold on|sorry|that's)\b")
_OWN = ("'s", "’s")
_SO = re.compile(r"^(?:and |okay,? )?so\b")
_WAITS = re.compile(r"\b(?:once|whenever|as soon as|if)\b")


def corrected(thread: Thread, call: Call) -> DayTold | None:
    """The day that takes the place of the one first said, and of the one that took that place.

    "You'd have it Monday. No, sorry, Monday I'm teaching. Wednesday." "By Friday." "So the 26th."
    """
    first, told = thread.due, None
    if first is None or thread.due_sentence is None or wants_a_day(first):
        return None
    stands = first, thread.due_sentence
    for _ in range(CORRECTIONS):
        if (following := _correction(*stands, thread, call)) is None:
            break
        told = stands = following
    return _it_will_be(*stands, thread, call) or told


def _it_will_be(day: Spoken, said: Sentence, thread: Thread, call: Call) -> DayTold | None:
    """ "Is the part there?" "No." "Then it's late." "It'll be next weekend": so its day is that.

    Only while that promise is on the table, and where what was asked is not the day of a thing.
    """
    after = call.sentences[said.index + 1 : said.index + 4 * STILL_SPOKEN_OF]
    for sentence in after:
        if sentence.turn > said.last_turn + STILL_SPOKEN_OF:
            break
        will_be = _IT_WILL_BE.match(sentence.plain)
        if will_be is None or sentence.speaker != thread.owner:
            continue
        new = next(iter(sentence.days(call.today(thread.owner))), None)
        follows = new and new.start <= will_be.end() and new.due and new.due != day.due
        if new and follows and not is_anything_elses(new, sentence, call):
            return new, sentence
    return None


_IT_WILL_BE = re.compile(
    r"(?:\W*\b(?:so|then|no|well|but|right|okay|ok|yeah|yes|and|oh)\b)*\W*(?:it|that)(?:'ll| will)"
    r"(?: probably| now| just)*(?: have to)? be (?:on |by |for )?"
)
STILL_SPOKEN_OF = 4
"""Turns after its day in which "it'll be Monday" is said of a promise."""


def _correction(first: Spoken, said: Sentence, thread: Thread, call: Call) -> DayTold | None:
    corrects = takes_back(said.text.partition(first.phrase)[2])
    until = said.last_turn + 2
    for sentence in call.sentences[said.index + 1 : said.index + 8]:
        own = sentence.speaker == thread.owner
        if sentence.turn > until or not call.is_participant(sentence.speaker):
            break
        corrects = corrects or (
            takes_back(sentence.text) or _is_held_against(first, sentence, call)
            if own
            else _objects_to(first, sentence, call) or _refuses(sentence, said, call)
        )
        if corrects and own and (stepped := _steps_on(sentence, call)):
            return stepped, sentence
        if corrects and own and (granted := _granted(sentence, call)):
            return granted
        due = only_a_date(sentence, thread, call)
        if corrects and own and (due is None or due.due == first.due):
            due = _alone(sentence, call) or _instead(first, sentence, call)
        if own and (agreed := _agreed_on(first, sentence, call)):
            return agreed, sentence
        exact = _told_exactly(first, sentence, call) if own else None
        if exact and sentence.index <= said.index + 2:
            return exact, sentence
        if due is None or due.due == first.due:
            # Who bargains for a day does so in short turns: "All of it?" "By noon."
            until += corrects and sentence.last_turn == until and sentence.length <= DAY_ALONE
            continue
        counted = first.kind == "relative" and due.kind == "ordinal"
        at_once = own and sentence.index == said.index + 1
        if (corrects and own) or sharpens(first, due) or (counted and at_once):
            return due, sentence
    return None


def _agreed_on(first: Spoken, sentence: Sentence, call: Call) -> Spoken | None:
    """ "Before the month ends." "Which is the thirtieth, a Friday." "Friday, the thirtieth." """
    told = call.sentences[sentence.index - 1]
    if told.speaker == sentence.speaker or plain(first.phrase) not in plain(told.text):
        return None
    named = {each.due for each in told.days(call.today(told.speaker)) if each.due != first.due}
    days = sentence.days(call.today(sentence.speaker), bare=sentence.length <= DAY_ALONE)
    return next((each for each in days if each.due and each.due in named), None)


def _granted(sentence: Sentence, call: Call) -> DayTold | None:
    """ "Wednesday is bottling. Can it be Thursday?" "Thursday the twenty-eighth, fine." """
    asked = sentence.due(call.today(sentence.speaker), bare=True)
    if not sentence.is_question or sentence.length > ASKS or asked is None or asked.due is None:
        return None
    said = next(iter(call.sentences[sentence.index + 1 :]), sentence)
    if said.speaker == sentence.speaker or not call.is_participant(said.speaker):
        return None
    named = said.due(call.today(said.speaker), bare=said.length <= DAY_ALONE)
    if named and named.due and (asked.due == named.due or is_exactly(named, asked)):
        return named, said
    return (asked, sentence) if named is None and re.search(ACCEPT, said.plain) else None


def _steps_on(sentence: Sentence, call: Call) -> Spoken | None:
    """ "By Friday." "They're shut." "The Monday after, then." It goes on from the day that fell."""
    today = call.today(sentence.speaker)
    for told in sentence.days(today):
        rest = sentence.plain.replace(plain(told.phrase), "")
        if goes_on(told) and _NOTHING_ELSE.match(rest):
            return told
    return None


def _told_exactly(day: Spoken, sentence: Sentence, call: Call) -> Spoken | None:
    """ "Thursday. Thursday the sixteenth, full shift." The same weekday, with its number."""
    told = sentence.days(call.today(sentence.speaker))
    return next((each for each in told if each.due and is_exactly(each, day)), None)


def is_exactly(exact: Spoken, day: Spoken) -> bool:
    """Is it the same weekday, with its number?"""
    last_word = plain(day.phrase).split()[-1]
    longer = len(exact.phrase) > len(day.phrase) and last_word in plain(exact.phrase)
    if not longer or not exact.due or not day.due or exact.kind not in _ONE_DAY:
        return False
    return exact.due > day.due and (exact.due - day.due).days % 7 == 0


def _is_held_against(day: Spoken, sentence: Sentence, call: Call) -> bool:
    """ "Tonight. Well, I've choir tonight." "Then, not Friday": its owner has thought again."""
    said = sentence.plain
    if rules_out(day, sentence):
        return True
    told = sentence.days(call.today(sentence.speaker), bare=True)
    again = any(each.due == day.due for each in told)
    return again and bool(_HAS_OTHER_THINGS.search(said))


def _alone(sentence: Sentence, call: Call) -> Spoken | None:
    """The day that stands alone: "No, Thursday's the fair, Friday", "Friday, early, in town"."""
    pieces = [each for each in _PIECE.split(sentence.text) if each.strip(" .?!")]
    if not pieces:
        return None
    if day := _alone_in(pieces[-1], sentence, call):
        return day
    goes_on_with = plain(pieces[1]) if len(pieces) > 1 else ""
    return None if _HAS_OTHER_THINGS.search(goes_on_with) else _alone_in(pieces[0], sentence, call)


def _alone_in(piece: str, sentence: Sentence, call: Call) -> Spoken | None:
    if count(piece) > DAY_ALONE:
        return None
    told = find(piece, today=call.today(sentence.speaker), bare=True)
    if len(told) != 1 or told[0].due is None:
        return None
    rest = plain(piece).replace(plain(told[0].phrase), "")
    return told[0] if _NOTHING_ELSE.match(rest) else None


def _instead(day: Spoken, sentence: Sentence, call: Call) -> Spoken | None:
    """ "He's off tomorrow he's fishing Saturday then", "I'm not in till the ninth": the other."""
    said, today = sentence.plain, call.today(sentence.speaker)
    others = [each for each in sentence.days(today) if each.due and each.due != day.due]
    takes = (o for o in others if _TAKES.match(said[o.end :]) or _NOT_TILL.search(said[: o.end]))
    return next(takes, None)


def _objects_to(day: Spoken, sentence: Sentence, call: Call) -> bool:
    """ "By Friday." "They're shut on Friday." What its owner says next is the day that stands."""
    told = sentence.days(call.today(sentence.speaker))
    said = sentence.plain
    filled = any(
        TAKEN_UP.match(said[each.end :]) or is_remark(sentence.text, each)
        for each in told
        if each.due == day.due
    )
    return (filled or bool(_OBJECTS.search(said))) and day.due in {each.due for each in told}


def _refuses(sentence: Sentence, said: Sentence, call: Call) -> bool:
    """ "The twenty-eighth. Fine." "No, wait, that's the hen night." The first word of a reply."""
    replies = call.sentences[sentence.index - 1].speaker == said.speaker
    return replies and bool(_NO_WAIT.match(sentence.plain))


def rules_out(day: Spoken, sentence: Sentence) -> bool:
    said, last_word = sentence.plain, re.escape(plain(day.phrase).split()[-1])
    refused = rf"\bnot (?:on )?(?:the |this |next )?{last_word}\b"
    return "not " in said and re.search(refused, said) is not None


def go_on(thread: Thread, call: Call) -> None:
    """Count the day from the one told just before it, where it goes on from that.

    "You get it back the Monday after." "I land on the eighteenth. So Friday I'll catch her."
    """
    due, at = thread.due, thread.due_sentence
    if due is None or at is None:
        return
    counts = goes_on(due) or (
        due.due is None and points_back(due) and _A_WEEKDAY.search(due.phrase)
    )
    waits = thread.conditional or _WAITS.search(at.plain)
    if counts and waits and not _A_WEEKDAY.search(due.phrase):
        return  # "once you've cleared it, the next morning": after what may come at any time
    in_turn = (
        due.kind == "day"
        and _A_WEEKDAY.fullmatch(due.phrase)
        and (_ORDER.match(at.plain) or _answers_a_step(due, at))
    )
    if not counts and not in_turn:
        return
    today, before = call.today(thread.owner), at.text[: max(0, at.text.find(due.phrase))]
    told = [(said, at) for said in find(before, today=today)]
    for sentence in reversed(call.sentences[max(0, at.index - BREATH) : at.index]):
        own = (sentence.speaker, sentence.last_turn) == (at.speaker, at.turn)
        if own or (call.is_participant(sentence.speaker) and not _SO.match(at.plain)):
            bare = bool(counts) and own and sentence.length <= DAY_ALONE
            days = sentence.days(today, bare=bare)
            told = [(_as_it_stands(said, sentence), sentence) for said in days] + told
    known = [(said, where) for said, where in told if said.due and said.kind in _ONE_DAY]
    meant = {each.due.due for each in thread.promises if each.due}
    if in_turn and meant & {said.due for said, _ in known}:
        return  # "By the fifteenth." "She won't take it on a Sunday." "Then Friday."
    if in_turn and due.due:
        known = [(said, where) for said, where in known if said.due and said.due > due.due]
    if known and known[-1][0].due and (day := follow(due.phrase, known[-1][0].due, today=today)):
        thread.due = due.model_copy(update={"due": day})
        thread.counted_from = known[-1]


def _answers_a_step(due: Spoken, sentence: Sentence) -> bool:
    """ "Tuesday the fourth, and you'll have it back by Thursday": first the one, then the other."""
    before = plain(sentence.text[: max(0, sentence.text.find(due.phrase))])
    step = _STEP_AND.match(before)
    return bool(step and (_YOURS.search(step["step"]) or not _VERB.search(step["step"])))


def _as_it_stands(said: Spoken, sentence: Sentence) -> Spoken:
    """The whole word, where the day is "Monday's"."""
    own = sentence.text[said.end : said.end + 2]
    return said.model_copy(update={"phrase": said.phrase + own}) if own in _OWN else said
