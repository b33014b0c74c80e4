"""Patterns: what came back in two calls or more, in the words of each, for the right eyes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from cli_home import after_two_calls, done, read, refused
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import Coach, OfflineReader, read_transcript_text
from coach.after import recap as recap_of
from coach.after import withhold
from coach.before import prepare
from coach.library import frameworks
from coach.offlimits import speaks_of
from coach.past import Past
from coach.patterns import amount, patterns
from coach.patterns.measures import numbers
from coach.records import (
    Agreement,
    Became,
    ClosingAnswer,
    ClosingKind,
    Commitment,
    Evidence,
    FollowUp,
    Goal,
    LeftOpen,
    Patterns,
    Person,
    Point,
    Recap,
    Relationship,
    Role,
    Slippage,
    SlippageReason,
    Source,
    Update,
)
from coach.render.markdown import markdown
from coach.render.patterns import patterns_page
from coach.store import Answer

pytestmark = pytest.mark.usefixtures("each_call_read_once")

PACKS = frameworks()
ADA, SAM = "Ada Okafor", "Sam Reid"
START = date(2026, 1, 6)
PAIR = Relationship(id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))


def said(quote: str, session: str, who: str = SAM, turn: int = 3) -> tuple[Evidence, ...]:
    return (Evidence(session=session, turn=turn, speaker=who, quote=quote, at=61.0),)


def call(number: int, **fields: Any) -> Recap:
    held_on = START + timedelta(days=14 * (number - 1))
    filled = {"engine": "offline"} | fields
    return Recap(relationship="pair", session=f"{number:02d}", held_on=held_on, **filled)


def point(text: str, session: str, who: str = SAM) -> tuple[Point, ...]:
    return (Point(text=text, who=who, evidence=said(text, session, who)),)


def promise(id: str, action: str, owner: str = SAM, **fields: Any) -> Commitment:
    evidence = said(f"I'll {action.lower()}", id[:2], owner)
    return Commitment(id=id, owner=owner, action=action, evidence=evidence, **fields)


def became(id: str, status: Became, words: str, session: str, who: str = SAM) -> Update:
    return Update(commitment=id, status=status, evidence=said(words, session, who))


def slip(
    reason: SlippageReason, words: str, session: str, who: str = SAM, of: str | None = None
) -> tuple[Slippage, ...]:
    return (Slippage(commitment=of, reason=reason, evidence=said(words, session, who)),)


def found(
    *recaps: Recap,
    ledger: Sequence[Commitment] = (),
    answers: Sequence[Answer] = (),
    role: Role | None = None,
    **pair: Any,
) -> Patterns:
    past = Past(recaps=recaps, ledger=tuple(ledger), answers=tuple(answers))
    one = PAIR.model_copy(update=pair)
    return patterns(one, past=past, frameworks=PACKS, role=role)


def quotes(of: Any) -> list[str]:
    """Every quote in a record, wherever in it."""
    if isinstance(of, Source):
        return [of.quote] if of.quote else []
    if isinstance(of, tuple):
        return [quote for one in of for quote in quotes(one)]
    fields = getattr(type(of), "model_fields", {})
    return [quote for name in fields for quote in quotes(getattr(of, name))]


def texts(of: Any) -> list[str]:
    """Every text in a record, wherever in it."""
    if isinstance(of, str):
        return [of]
    if isinstance(of, tuple):
        return [text for one in of for text in texts(one)]
    return [
        text for name in getattr(type(of), "model_fields", {}) for text in texts(getattr(of, name))
    ]


# --- slipped intentions ---------------------------------------------------------------------------

NO_TIME = "I didn't write it, there was no time"
AGAIN = "I haven't rung her, no time at all"


def test_a_reason_given_in_one_call_is_kept_as_heard_once_and_is_no_pattern() -> None:
    once = found(call(1, slippage=slip("bandwidth", NO_TIME, "01")), role="mentee")
    (slipped,) = once.slipped
    assert (slipped.reason, slipped.who, slipped.session) == ("bandwidth", SAM, "01")
    assert quotes(slipped) == [NO_TIME] and once.patterns == ()


def test_the_same_reason_in_two_calls_is_a_pattern_with_the_words_of_each() -> None:
    both = (
        call(1, slippage=slip("bandwidth", NO_TIME, "01")),
        call(2, slippage=slip("bandwidth", AGAIN, "02")),
    )
    (pattern,) = found(*both, role="mentee").patterns
    assert (pattern.kind, pattern.reason, pattern.sessions) == ("reason", "bandwidth", ("01", "02"))
    assert quotes(pattern) == [NO_TIME, AGAIN]


@pytest.mark.parametrize(
    ("role", "me"), [(None, None), ("mentor", None), ("mentor", "mentor"), ("mentee", "mentor")]
)
def test_a_pattern_of_reasons_is_shown_to_nobody_else(role: Role | None, me: Role | None) -> None:
    both = (
        call(1, slippage=slip("bandwidth", NO_TIME, "01")),
        call(2, slippage=slip("bandwidth", AGAIN, "02")),
    )
    assert found(*both, role=role, me=me).patterns == ()


@pytest.mark.parametrize(
    ("reason", "words", "who"),
    [
        ("information", "I didn't know if I should message you", SAM),
        ("priority", "I've not started", SAM),
        ("priority", "I skipped over it again", SAM),
        ("bandwidth", "It was a crazy week", SAM),
        ("priority", "Years ago I forgot to ring them", ADA),
    ],
)
def test_what_is_no_deed_or_no_reason_or_an_old_story_is_no_slip(
    reason: SlippageReason, words: str, who: str
) -> None:
    both = [call(n, slippage=slip(reason, words, f"0{n}", who)) for n in (1, 2)]
    assert found(*both, role="mentee" if who == SAM else "mentor").slipped == ()


def test_a_promise_not_there_yet_in_two_calls_is_a_pattern_with_its_reasons_own_question() -> None:
    video = promise("01#c1", "Record the video")
    second = call(2, updates=(became("01#c1", "partly", "only half of the video", "02"),))
    why = slip("bandwidth", "no time for the rest of the video", "03", of="01#c1")
    third = call(
        3, updates=(became("01#c1", "not_done", "the video is not there", "03"),), slippage=why
    )
    assert found(call(1), second, ledger=[video]).patterns == ()
    (pattern,) = found(call(1), second, third, ledger=[video]).patterns
    assert (pattern.kind, pattern.who, pattern.reason) == ("promise", SAM, "bandwidth")
    assert pattern.question == "What could wait, so that there is room for recording the video?"
    kept = video.model_copy(update={"status": "done"})
    assert found(call(1), second, third, ledger=[kept]).patterns == ()


def test_a_promise_that_was_moved_lives_on_as_one_intention() -> None:
    old = promise("01#c1", "Record the video", status="rescheduled")
    new = promise("02#c4", "Record the video")
    moved = call(2, updates=(became("01#c1", "rescheduled", "the video on Friday then", "02"),))
    again = call(3, updates=(became("02#c4", "partly", "half of the video", "03"),))
    (pattern,) = found(call(1), moved, again, ledger=[old, new]).patterns
    assert pattern.sessions == ("02", "03") and pattern.sources[0].id == "02#c4"


# --- goals and numbers ----------------------------------------------------------------------------

GOAL = Goal(id="g1", text="Half of the design reviews without me", measurable="four of six reviews")


def test_a_letter_of_a_goal_names_the_words_behind_it_and_what_is_said_but_not_filled_in() -> None:
    words = "half of the design reviews without me, four of six reviews by the end of May"
    (state,) = found(call(1, goals=point(words, "01")), goals=(GOAL,)).goals
    letters = {letter.letter: letter for letter in state.letters}
    assert letters["measurable"].state == "filled" and letters["measurable"].who == SAM
    assert letters["time_bound"].state == "said"
    assert letters["time_bound"].text == "by the end of May"
    assert letters["relevant"].state == "open" and letters["relevant"].source is None


def test_what_a_promise_or_a_decision_shares_with_a_goal_is_a_milestone_with_its_state() -> None:
    lead = promise("01#c1", "Let Anand lead a design review", status="done")
    lunch = promise("01#c2", "Book the lunch")
    decided = point("No design review on Fridays", "02")
    (state,) = found(call(1), call(2, decisions=decided), ledger=[lead, lunch], goals=(GOAL,)).goals
    assert [(m.kind, m.state) for m in state.milestones] == [
        ("commitment", "done"),
        ("decision", "decided"),
    ]


def test_a_number_of_the_same_thing_in_two_calls_stands_side_by_side_and_once_is_none() -> None:
    first = call(1, wins=point("I let two of six reviews go", "01"))
    second = call(2, wins=point("Four of six reviews went without me", "02"))
    other = call(2, wins=point("Four of six users wrote back", "02"))
    (state,) = found(first, second, goals=(GOAL,)).goals
    (measure,) = state.measures
    assert [reading.value for reading in measure.readings] == ["two of six", "Four of six"]
    assert found(first, other, goals=(GOAL,)).goals[0].measures == ()
    assert found(first, other).measures == ()


@pytest.mark.parametrize(
    "words", ["at four thirty", "on 12 March", "page 12", "in two weeks", "one page", "7 o'clock"]
)
def test_a_date_a_time_and_an_article_count_nothing(words: str) -> None:
    assert list(numbers(words)) == []


# --- subjects, questions, what was useful ---------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("three out of five", (3, 5)),
        ("Four of the six", (4, 6)),
        ("22%", (22, 100)),
        ("fifty-five per cent", (55, 100)),
        ("$1,200", (1200, None)),
        ("two hundred thousand", (200_000, None)),
        ("5 k", (5000, None)),
        ("2.5", (2.5, None)),
        ("a few", None),
        ("1,20", None),
        ("three or four", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_the_words_of_a_number_are_read_as_an_amount_or_not_at_all(
    said: str, read: tuple[float, float | None] | None
) -> None:
    assert amount(said) == read


@given(st.text(max_size=40))
def test_any_words_are_an_amount_or_none(words: str) -> None:
    found = amount(words)
    assert found is None or all(part is None or part >= 0 for part in found)


@given(st.integers(0, 10**9))
def test_digits_are_the_amount_they_say(number: int) -> None:
    assert amount(f"{number:,}") == amount(str(number)) == (number, None)


def test_a_thing_that_the_pair_work_on_is_a_subject_when_it_comes_back() -> None:
    work = [promise("01#c1", "Rewrite the price list")]
    first = call(1, challenges=point("I change the price list, and then again", "01"))
    second = call(2, insights=point("The list is what people see first", "02"))
    (topic,) = found(first, second, ledger=work).of("topic")
    assert topic.sessions == ("01", "02") and topic.who is None
    assert found(first, second).of("topic") == ()
    assert found(first, ledger=work).of("topic") == ()


def question(text: str, about: str = "turn:7") -> FollowUp:
    return FollowUp(
        addressee=SAM, text=text, framework="four-ps", part="lingering", about=about, gap="insight"
    )


def answer(text: str, id: str, visibility: Any = "mentee", day: int = 8) -> Answer:
    return Answer(
        relationship="pair",
        question=id,
        role="mentee",
        text=text,
        at=datetime(2026, 1, day, tzinfo=UTC),
        visibility=visibility,
    )


def test_a_question_lingers_until_it_is_answered_and_says_for_how_many_calls() -> None:
    asked = call(1, questions=(question("What does the reviewer see?"),))
    (waiting,) = found(asked, call(2), call(3)).lingering
    assert (waiting.calls_since, waiting.asked_on, waiting.addressee) == (2, START, SAM)
    answered = answer("The first ten lines, and the tests", waiting.question, "shared")
    assert found(asked, call(2), answers=[answered]).lingering == ()


def test_a_question_put_off_in_a_call_lingers_until_a_later_call_comes_back_to_it() -> None:
    words = "What would make it a good performance conversation?"
    put_off = (LeftOpen(text=words, who=SAM, evidence=said(words, "01", ADA)),)
    (waiting,) = found(call(1, left_open=put_off), call(2)).lingering
    assert (waiting.text, waiting.addressee, waiting.calls_since) == (words, SAM, 1)
    back = call(2, wins=point("The performance conversation with Gill was good", "02"))
    assert found(call(1, left_open=put_off), back).lingering == ()


def closing(kind: ClosingKind, text: str, session: str) -> tuple[ClosingAnswer, ...]:
    return (ClosingAnswer(kind=kind, text=text, who=SAM, evidence=said(text, session)),)


def test_a_wish_stands_beside_the_words_of_the_next_call_that_speak_of_the_same() -> None:
    wish = call(1, useful=closing("change", "More role-play would help", "01"))
    heard = call(2, wins=point("The role-play with Gill was awkward and good", "02"))
    (one,) = found(wish, heard).useful
    assert one.next_call == "02" and one.touched
    assert one.touched.quote == "The role-play with Gill was awkward and good"
    (unheard,) = found(wish, call(2, wins=point("I slept", "02"))).useful
    assert unheard.next_call == "02" and unheard.touched is None
    (waiting,) = found(wish).useful
    assert waiting.next_call is None


@pytest.mark.parametrize(("role", "shown"), [("mentee", True), ("mentor", False), (None, False)])
def test_what_somebody_wrote_was_useful_is_theirs_alone(
    role: Role | None, shown: bool, tmp_path: Path
) -> None:
    with Coach(tmp_path / "home") as coach:
        coach.add("pair", mentor=ADA, mentee=SAM, me="mentee")
        coach.answer(answer("The silence after my answer", "six-ingredients/useful"))
        useful = coach.patterns("pair", role).useful
        assert [one.text for one in useful] == ["The silence after my answer"] * shown


def test_one_pattern_leads_to_one_question_of_the_next_agenda_and_is_not_called_kept() -> None:
    video = promise("01#c1", "Record the video")
    calls = [
        call(n, updates=(became("01#c1", "not_done", f"no video in week {n}", f"0{n}"),))
        for n in (2, 3)
    ]
    past = Past(recaps=(call(1), *calls), ledger=(video,))
    agenda = prepare(PAIR, past=past, frameworks=PACKS)
    (item,) = [item for item in agenda.items if item.kind == "pattern"]
    assert item.questions == (
        "What did those times have in common when recording the video had to wait?",
    )
    assert [source.quote for source in item.sources[:2]] == [
        "no video in week 2",
        "no video in week 3",
    ]
    assert {source.kind for source in item.sources[:2]} == {"note"}


@pytest.mark.parametrize(
    ("role", "me", "shown"),
    [("mentee", "mentee", True), ("mentee", "mentor", False), ("mentor", None, False)],
)
def test_an_own_reason_given_twice_is_in_ones_own_brief_and_in_no_other_agenda(
    role: Role, me: Role | None, shown: bool
) -> None:
    past = Past(
        recaps=(
            call(1, slippage=slip("bandwidth", NO_TIME, "01")),
            call(2, slippage=slip("bandwidth", AGAIN, "02")),
        )
    )
    one = PAIR.model_copy(update={"me": me})
    agenda = prepare(one, past=past, frameworks=PACKS, role=role)
    assert (AGAIN in quotes(agenda.items)) is shown


def test_answers_to_the_closing_questions_stand_in_the_recap_with_their_words() -> None:
    lines = ["Ada: And the rota?", "Sam: I rang Jo about it."] * 5
    lines += ["Ada: What was useful?", "Sam: You asked me what I am afraid of."]
    transcript = read_transcript_text("\n".join(lines))
    redacted = withhold(transcript, PAIR)
    topics = OfflineReader({})
    recap = recap_of(redacted, relationship=PAIR, held_on=START, reader=topics, frameworks=PACKS)
    (one,) = recap.useful
    assert (one.kind, one.who, one.text) == ("useful", SAM, "You asked me what I am afraid of.")
    assert [item.quote for item in one.evidence] == ["You asked me what I am afraid of"]
    slots = {part.part: part.state for part in recap.coverage if part.framework == "post-call"}
    assert slots["useful"] == "covered"


# --- what holds for all of them -------------------------------------------------------------------

_WORDS = (
    NO_TIME,
    AGAIN,
    "I forgot to ring Gill about the rota",
    "the rota again, a mess, three of six shifts",
    "the salary talk with Gill, two of six shifts",
    "the rota by the end of March, five of six shifts",
    "my salary is the price of the rota",
)
_REASONS: tuple[SlippageReason, ...] = ("bandwidth", "priority", "obstacle")
_LEDGER = (promise("01#c1", "Write the rota for six shifts"), promise("01#c2", "Ask for a salary"))


@st.composite
def recaps(draw: st.DrawFn, least: int = 1) -> tuple[Recap, ...]:
    calls = []
    for number in range(1, draw(st.integers(least, 4)) + 1):
        session = f"{number:02d}"
        words = st.sampled_from(_WORDS)
        fields: dict[str, Any] = {
            name: point(draw(words), session)
            for name in ("goals", "wins", "challenges", "insights", "decisions")
            if draw(st.booleans())
        }
        if draw(st.booleans()):
            who = draw(st.sampled_from([SAM, ADA]))
            reason, of = draw(st.sampled_from(_REASONS)), draw(st.sampled_from([None, "01#c1"]))
            fields["slippage"] = slip(reason, draw(words), session, who, of)
        if draw(st.booleans()):
            status: Became = draw(st.sampled_from(["partly", "not_done", "rescheduled", "done"]))
            id = draw(st.sampled_from(["01#c1", "01#c2"]))
            fields["updates"] = (became(id, status, draw(words), session),)
        if draw(st.booleans()):
            fields["useful"] = closing("change", draw(words), session)
        if draw(st.booleans()):
            fields["questions"] = (question(f"What about “{draw(words)}”?"),)
        calls.append(call(number, **fields))
    return tuple(calls)


_ROLES = st.sampled_from([None, "mentor", "mentee"])
_GOALS = (
    Goal(id="g1", text="The rota for six shifts"),
    Goal(id="g2", text="A day off", relevant="more salary for each hour"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(recaps(), _ROLES)
def test_nothing_of_one_call_alone_is_a_pattern_and_every_quote_stands_in_the_call_it_names(
    calls: tuple[Recap, ...], role: Role | None
) -> None:
    shown = found(*calls, ledger=_LEDGER, goals=_GOALS, role=role)
    for pattern in shown.patterns:
        assert len(set(pattern.sessions)) >= 2
        assert {source.session for source in pattern.sources} >= set(pattern.sessions)
    spoken = {quote.quote for one in _LEDGER for quote in one.evidence}
    fields = (
        "goals",
        "wins",
        "challenges",
        "insights",
        "decisions",
        "slippage",
        "updates",
        "useful",
    )
    for recap in calls:
        for name in fields:
            spoken |= {quote.quote for item in getattr(recap, name) for quote in item.evidence}
    assert set(quotes(shown)) <= spoken


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(recaps(least=2), _ROLES)
def test_nothing_off_limits_is_in_it(calls: tuple[Recap, ...], role: Role | None) -> None:
    shut = Agreement(off_limits=("salary",))
    shown = found(*calls, ledger=_LEDGER, goals=_GOALS, role=role, agreement=shut)
    one = PAIR.model_copy(update={"agreement": shut})
    assert not [text for text in texts(shown) if speaks_of(text, one)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(recaps(least=2), _ROLES)
def test_the_order_in_which_calls_were_imported_does_not_matter(
    calls: tuple[Recap, ...], role: Role | None
) -> None:
    first, *others = (
        found(*order, ledger=_LEDGER, goals=_GOALS, role=role)
        for order in list(permutations(calls))[:6]
    )
    assert all(other == first for other in others)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(recaps(least=2))
def test_whatever_is_shared_the_reasons_of_the_other_are_in_no_agenda_as_a_pattern(
    calls: tuple[Recap, ...],
) -> None:
    past = Past(recaps=calls, ledger=_LEDGER)
    for role in (None, "mentor", "mentee"):
        agenda = prepare(PAIR, past=past, frameworks=PACKS, role=role)
        own = [item for item in agenda.items if item.title == "Said in more than one call"]
        name = PAIR.person(role).name if role else None
        assert len(own) <= 1 and all(item.owner == name for item in own)
        assert sum(len(item.questions) for item in agenda.items) <= 3


# --- the command ----------------------------------------------------------------------------------


def test_the_command_shows_a_page_and_prints_json_by_the_published_names() -> None:
    who = after_two_calls()
    page = done("patterns", who)
    assert "What comes back" in page and "2 calls" in page
    told = read("patterns", who, "--for", "mentee")
    assert told["relationship"] == who and told["role"] == "mentee"
    assert {one["session"] for one in told["slipped"]} == {"02"} and told["patterns"] == []
    assert done("patterns", who, "--as", "markdown").startswith("# What comes back")


def test_who_is_not_known_is_one_line() -> None:
    assert "nobody" in refused("patterns", "nobody")


def test_a_page_of_hostile_words_stays_one_page() -> None:
    words = "the rota **x** <img src=http://x> \x1b[31m mess, the rota"
    both = [call(n, challenges=point(words, f"0{n}")) for n in (1, 2)]
    shown = markdown(patterns_page(found(*both), PAIR))
    assert "<img" not in shown.replace("\\<", "") and "\x1b" not in shown
