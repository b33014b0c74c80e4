"""An agenda: every promise of both, every item with what it comes from, and minutes that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import offlimits
from coach.before import prepare
from coach.errors import UserError
from coach.library import frameworks
from coach.past import Past
from coach.records import (
    ROLES,
    Agenda,
    AgendaItem,
    Agreement,
    Commitment,
    Evidence,
    Feedback,
    FollowUp,
    Goal,
    NextMeeting,
    Person,
    Point,
    Recap,
    Relationship,
    Role,
    Source,
    SourceKind,
    Status,
    Term,
    Update,
    Withheld,
)
from coach.render.agenda import agenda_page
from coach.render.markdown import markdown
from coach.store import Answer

pytestmark = pytest.mark.usefixtures("each_call_read_once")

PACKS = frameworks()
ADA, SAM = "Ada Okafor", "Sam Reid"
PAIR = Relationship(id="pair", mentor=Person(name=ADA), mentee=Person(name=SAM))
HELD, NEXT = date(2026, 3, 3), date(2026, 3, 24)
VIEWS: tuple[Role | None, ...] = (None, *ROLES)
each_view = pytest.mark.parametrize("role", VIEWS)


def said(quote: str, turn: int = 3, who: str = SAM) -> tuple[Evidence, ...]:
    return (Evidence(session="01", turn=turn, speaker=who, quote=quote, at=61.0),)


def promise(
    n: int,
    action: str,
    owner: str | None = SAM,
    due: date | None = date(2026, 3, 10),
    status: Status = "open",
) -> Commitment:
    words = said(f"I'll {action.lower()}", turn=n)
    return Commitment(
        id=f"01#c{n}", owner=owner, action=action, due=due, status=status, evidence=words
    )


LEDGER = (
    promise(1, "Write to Meera"),
    promise(2, "Ring the bank", due=None),
    promise(3, "Send the rubric", ADA),
    promise(4, "Book the room", ADA, date(2026, 4, 1)),
    promise(5, "Ask HR", status="done"),
    promise(6, "Drop the course", status="dropped"),
)
LAST = Recap(
    relationship="pair",
    session="02",
    held_on=HELD,
    engine="offline",
    updates=(Update(commitment="01#c5", status="done", evidence=said("I asked HR on Monday")),),
    next_meeting=NextMeeting(
        date=NEXT, phrase="the 24th", goal="look at the rubric", evidence=said("on the 24th then")
    ),
    wins=(Point(text="The talk went well", who=SAM, evidence=said("the talk went well")),),
    challenges=(Point(text="The rota", who=SAM, evidence=said("the rota is a mess")),),
    insights=(Point(text="Speed", who=SAM, evidence=said("it is the speed of it")),),
    questions=(
        FollowUp(
            addressee=SAM,
            text="What stands between you and writing to Meera?",
            framework="pre-call",
            part="PC2.obstacle",
            about="01#c1",
            gap="obstacle",
        ),
        FollowUp(
            addressee=SAM,
            text="What has become clear to you since about the rota?",
            framework="four-ps",
            part="lingering",
            about="turn:7",
            gap="lingering",
        ),
    ),
)
GOALS = (Goal(id="g1", text="Lead the ward round", specific="rounds on Ward 9"),)
SETTLED = PAIR.model_copy(update={"goals": GOALS})
PAST = Past(recaps=(LAST,), ledger=LEDGER)


def answer(text: str, visibility: str, question: str = "PC3", role: Role = "mentee") -> Answer:
    return Answer(
        relationship="pair",
        question=question,
        asked="Which challenges are you working on?",
        role=role,
        text=text,
        at=datetime(2026, 3, 20, tzinfo=UTC),
        visibility=visibility,
    )


def agenda(
    role: Role | None = None, past: Past = PAST, pair: Relationship = SETTLED, minutes: int = 60
) -> Agenda:
    return prepare(pair, past=past, frameworks=PACKS, minutes=minutes, role=role)


def sources(of: Agenda) -> Iterator[Source]:
    for item in of.items:
        yield from item.sources


def told(of: Agenda) -> str:
    """All of an agenda's own words: not what people said, nor how their promises are worded."""
    parts = [part for item in of.items for part in (item.title, item.why, *item.questions)]
    return "\n".join([*parts, of.left_out, *of.notices])


# --- minutes -------------------------------------------------------------------------------------


@given(
    st.integers(10, 240), st.sampled_from(VIEWS), st.integers(0, 12), st.booleans(), st.booleans()
)
@settings(max_examples=80, deadline=None)
def test_the_minutes_add_up_and_six_items_and_three_questions_are_enough(
    minutes: int, role: Role | None, promises: int, first: bool, nobodys: bool
) -> None:
    ledger = [promise(n, f"Write page {n}", (SAM, ADA)[n % 2]) for n in range(promises)]
    if nobodys:
        ledger.append(promise(99, "Bring the cake", owner=None))
    past = Past() if first else Past(recaps=(LAST,), ledger=(*LEDGER, *ledger))
    found = agenda(role, past, minutes=minutes)
    hour = [item for item in found.items if item.kind not in ("before", "private")]
    assert sum(item.minutes for item in found.items) == minutes == found.minutes
    assert 1 <= len(hour) <= 6
    assert sum(len(item.questions) for item in found.items) <= 3
    assert all(item.minutes >= 1 for item in hour)
    assert not [item for item in found.items if item not in hour and item.minutes]


@pytest.mark.parametrize("minutes", [-5, 0, 4, 481, 10**6])
def test_minutes_that_are_no_calls_are_the_users_to_mend(minutes: int) -> None:
    with pytest.raises(UserError, match=f"not {minutes}"):
        agenda(minutes=minutes)


# --- promises ------------------------------------------------------------------------------------


@each_view
def test_every_open_promise_of_both_is_there_and_no_closed_one(role: Role | None) -> None:
    nobodys = promise(7, "Bring the cake", owner=None)
    found = agenda(role, Past(recaps=(LAST,), ledger=(*LEDGER, nobodys)))
    there = {source.id for source in sources(found) if source.kind == "commitment"}
    assert there == {"01#c1", "01#c2", "01#c3", "01#c4", "01#c7"}


@each_view
def test_a_promise_brings_its_words_its_call_and_its_day(role: Role | None) -> None:
    found = next(source for source in sources(agenda(role)) if source.id == "01#c1")
    assert (found.text, found.date, found.session) == (
        "Write to Meera",
        date(2026, 3, 10),
        "01",
    )
    assert found.quote == "I'll write to meera"


@each_view
def test_every_item_says_what_it_comes_from(role: Role | None) -> None:
    for past in (PAST, Past(), Past(recaps=(LAST.model_copy(update={"wins": ()}),))):
        for item in agenda(role, past).items:
            assert item.sources, item.title
            assert {source.kind for source in item.sources} <= set(get_args(SourceKind))


def test_a_brief_starts_with_the_readers_own_debts_and_keeps_them_before_the_partners() -> None:
    for role in ROLES:
        found, own = agenda(role), PAIR.person(role).name
        assert (found.items[0].kind, found.items[0].owner) == ("before", own)
        follow = [item.owner for item in found.items if item.kind == "follow_through"]
        assert follow[0] == own
    assert "before" not in {item.kind for item in agenda().items}


def test_a_kept_promise_is_there_to_be_praised() -> None:
    kept = next(item for item in agenda().items if item.kind == "follow_through")
    (update,) = [source for source in kept.sources if source.kind == "update"]
    assert (update.id, update.quote, update.date) == ("01#c5", "I asked HR on Monday", HELD)
    assert "1 kept, for Ada to praise." in kept.why


def test_what_is_late_is_said_as_not_known_and_never_as_a_fault() -> None:
    item = next(item for item in agenda().items if item.kind == "follow_through")
    assert "The day of 1 comes before this call; what became of it is not known." in item.why
    assert "Last heard on Tue 3 Mar." in item.why


def test_the_sharpest_question_about_a_promise_stands_with_it() -> None:
    item = next(item for item in agenda().items if item.kind == "follow_through")
    assert item.questions in ((), ("What stands between you and writing to Meera?",))


def test_what_the_next_call_was_agreed_for_stands_first() -> None:
    found = agenda()
    assert found.on == NEXT
    assert "look at the rubric" in found.items[0].why
    assert found.items[0].sources[0].kind == "meeting"


def test_of_two_calls_on_one_day_the_later_one_is_the_last() -> None:
    later = LAST.model_copy(update={"session": "03", "next_meeting": None, "wins": ()})
    assert Past(recaps=(LAST, later)).last == later
    assert agenda(past=Past(recaps=(LAST, later))).on is None
    assert agenda(past=Past(recaps=(LAST, later))).notices


# --- which words of past calls ------------------------------------------------------------------


def item(of: Agenda, kind: str) -> AgendaItem:
    return next(item for item in of.items if item.kind == kind)


def point(words: str, turn: int = 9, who: str = SAM) -> Point:
    return Point(text=words, who=who, evidence=said(words, turn, who))


def quoted(of: AgendaItem) -> list[str]:
    return [source.quote for source in of.sources if source.quote]


NEAR, FAR = (
    "the consultant interrupts every nurse on the ward round",
    "the car park was full on Monday again",
)


@each_view
@pytest.mark.parametrize("kind", ["challenges", "insights", "goals"])
def test_what_is_nearest_to_the_goals_is_talked_about_first(role: Role | None, kind: str) -> None:
    last = LAST.model_copy(
        update={"challenges": (), "insights": (), "questions": (), kind: (point(FAR), point(NEAR))}
    )
    found = item(agenda(role, Past((last,), LEDGER)), "topic")
    assert quoted(found) == [NEAR, FAR]


def test_a_decision_is_taken_up_where_it_has_to_do_with_a_goal() -> None:
    decided = LAST.model_copy(update={"decisions": (point(FAR), point(NEAR)), "questions": ()})
    found = quoted(item(agenda(past=Past((decided,), LEDGER)), "topic"))
    assert NEAR in found and FAR not in found


@pytest.mark.parametrize(
    "words", ["That was hard", "I'll write to Meera about the whole ward round"]
)
def test_what_says_nothing_or_is_a_promise_already_is_no_topic(words: str) -> None:
    kept = promise(9, "Write to Meera").model_copy(
        update={"evidence": said("I'll write to Meera about the whole ward round")}
    )
    last = LAST.model_copy(update={"challenges": (point(words), point(NEAR))})
    assert words not in quoted(item(agenda(past=Past((last,), (kept,))), "topic"))


def test_a_goal_is_asked_about_once_and_a_question_about_it_is_no_open_end() -> None:
    again = FollowUp(
        addressee=SAM,
        text="What has to be in place before you can start on leading the ward round?",
        framework="smart",
        part="achievable",
        about="02#g1",
        gap="achievable",
    )
    last = LAST.model_copy(update={"questions": (again, *LAST.questions)})
    shown = agenda(past=Past((last,), LEDGER))
    assert again.text not in {source.text for source in item(shown, "topic").sources}
    assert LAST.questions[1].text in {source.text for source in item(shown, "topic").sources}


def test_goals_are_looked_at_in_the_words_in_which_they_were_set() -> None:
    measured = GOALS[0].model_copy(update={"measurable": "four rounds by June"})
    pair = PAIR.model_copy(update={"goals": (measured,)})
    assert (
        item(agenda(pair=pair), "goal").why == "To look at: rounds on Ward 9; four rounds by June."
    )
    bare = PAIR.model_copy(update={"goals": (Goal(id="g1", text="Lead the ward round"),)})
    assert item(agenda(pair=bare), "goal").why == "What would show it is not said yet."


def test_of_two_goals_each_has_its_turn_to_be_asked_about() -> None:
    goals = (GOALS[0], Goal(id="g2", text="Write the rota"))
    pair = PAIR.model_copy(update={"goals": goals})
    later = LAST.model_copy(update={"session": "03", "held_on": date(2026, 3, 10)})
    first = item(agenda(pair=pair), "goal").questions
    second = item(agenda(pair=pair, past=Past((LAST, later), LEDGER)), "goal").questions
    assert len(first) == len(second) == 1 and first != second


@each_view
def test_what_was_useful_last_time_stands_in_the_close_of_whoever_it_was_said_to(
    role: Role | None,
) -> None:
    words = "You let me tell the whole story of Ward 9 first"
    told = Feedback(giver=SAM, receiver=ADA, text=words, evidence=said(words))
    last = LAST.model_copy(update={"feedback": (told,)})
    close = item(agenda(role, Past((last,), LEDGER)), "close")
    assert (words in quoted(close)) == (role != "mentee")


def test_a_quote_says_more_than_the_action_where_there_is_one() -> None:
    bare, more = said("I'll write to Meera", 3), said("before the audit meeting on the 9th", 5)
    one = promise(1, "Write to Meera").model_copy(update={"evidence": (*bare, *more)})
    (source,) = [s for s in sources(agenda(past=Past((LAST,), (one,)))) if s.kind == "commitment"]
    assert source.quote == more[0].quote
    only = one.model_copy(update={"evidence": bare})
    (source,) = [s for s in sources(agenda(past=Past((LAST,), (only,)))) if s.kind == "commitment"]
    assert source.quote == bare[0].quote


def test_the_page_of_a_first_meeting_names_every_topic_that_is_open() -> None:
    told = markdown(agenda_page(agenda(past=Past()), SETTLED, PACKS)).casefold()
    topics = PACKS["working-agreement"].kinds("topic")
    names = [topic.name or topic.id.replace("_", " ") for topic in topics]
    assert len(names) == 17
    assert all(name.casefold() in told for name in names)


# --- the first meeting ---------------------------------------------------------------------------


@each_view
def test_a_first_meeting_covers_the_agreement_confidentiality_first(role: Role | None) -> None:
    found = agenda(role, Past(), PAIR)
    assert [item.kind for item in found.items] == ["rapport", "agreement", "goal", "close"]
    agreement = found.items[1]
    topics = [topic.id for topic in PACKS["working-agreement"].kinds("topic")]
    assert agreement.sources[0].id == "confidentiality"
    assert {source.id for source in agreement.sources} == set(topics)
    assert agreement.questions[0].endswith("?")
    assert found.phase == ("initiation",)


def test_a_topic_that_was_agreed_is_not_open_any_more() -> None:
    settled = Agreement(terms=(Term(topic="confidentiality", state="agreed"),))
    found = agenda(past=Past(), pair=PAIR.model_copy(update={"agreement": settled}))
    assert "confidentiality" not in {source.id for source in sources(found)}


# --- what is private, what is off limits ----------------------------------------------------------


def test_private_answers_stand_in_their_givers_brief_alone() -> None:
    secret, open_ = answer("My marriage is failing", "mentee"), answer("The rota", "shared")
    past = Past(recaps=(LAST,), ledger=LEDGER, answers=(secret, open_))
    assert "marriage" in agenda("mentee", past).model_dump_json()
    for role in (None, "mentor"):
        found = agenda(role, past).model_dump_json()
        assert "marriage" not in found
        assert "The rota" in found


def test_a_mentors_private_answers_are_not_the_mentees() -> None:
    past = Past(recaps=(LAST,), answers=(answer("I find him slow", "mentor", role="mentor"),))
    assert "slow" in agenda("mentor", past).model_dump_json()
    assert "slow" not in agenda("mentee", past).model_dump_json()
    assert "slow" not in agenda(None, past).model_dump_json()


@each_view
@pytest.mark.parametrize("subject", ["the rota", "rota and appraisal", "Sam's rota (Gill knows)"])
def test_a_subject_off_limits_is_no_item_no_question_and_no_source(
    role: Role | None, subject: str
) -> None:
    pair = SETTLED.model_copy(update={"agreement": Agreement(off_limits=(subject,))})
    kept = LAST.model_copy(
        update={
            "updates": (
                Update(commitment="01#c5", status="done", evidence=said("I redid the rota")),
            ),
            "next_meeting": NextMeeting(
                date=NEXT, phrase="the 24th", goal="look at the rota", evidence=said("the rota")
            ),
        }
    )
    past = Past(
        recaps=(kept,),
        ledger=LEDGER,
        answers=(answer("The rota keeps me up", "shared"), answer("rota rota", "mentee")),
    )
    assert "rota" in agenda(role, past).model_dump_json()
    assert "rota" not in agenda(role, past, pair).model_dump_json().casefold()


@each_view
def test_an_open_promise_stays_even_where_its_subject_is_off_limits(role: Role | None) -> None:
    pair = SETTLED.model_copy(update={"agreement": Agreement(off_limits=("the bank",))})
    assert "01#c2" in {source.id for source in sources(agenda(role, pair=pair))}


@pytest.mark.parametrize(
    ("subject", "text", "is_off"),
    [
        ("my divorce", "the divorce is through", True),
        ("salary and equity", "what equity would be fair", True),
        ("Sam's severance negotiations (she has a lawyer)", "a severance talk", True),
        ("colleagues on the ward (Gill)", "Ask Gill about it", True),
        ("colleagues on the ward (Gill)", "the ward was busy", False),
        ("money at either company", "the company moved", False),
        ("money at either company", "there is no money", True),
        ("anything about the merger", "after the merger", True),
        ("Sam", "Sam sends the page", False),
        ("", "anything", False),
    ],
)
def test_a_subject_off_limits_is_known_by_one_telling_word(
    subject: str, text: str, is_off: bool
) -> None:
    pair = PAIR.model_copy(update={"agreement": Agreement(off_limits=(subject,))})
    assert offlimits.speaks_of(text, pair) is is_off


def test_what_was_withheld_is_said_to_be_left_out_without_a_hint() -> None:
    recap = LAST.model_copy(update={"withheld": (Withheld(turn=44, scope="third_party_secret"),)})
    with_, without = agenda(past=Past(recaps=(recap,))), agenda(past=Past(recaps=(LAST,)))
    assert without.left_out == ""
    assert with_.left_out and not re.search(r"44|secret|third", with_.left_out)


# --- voice ---------------------------------------------------------------------------------------

NEVER = re.compile(
    r"\bI\b|(?i:overdue)|!|\bnever misses\b|\bmisses\b|\bfailed\b|\bscore\b"
    r"|[\U0001F300-\U0001FAFF☀-➿]"
)


@each_view
@pytest.mark.parametrize("past", [PAST, Past()], ids=["later", "first"])
def test_an_agenda_speaks_of_promises_not_of_persons(role: Role | None, past: Past) -> None:
    assert not NEVER.search(told(agenda(role, past)))


@each_view
def test_every_question_is_open_and_ends_as_one(role: Role | None) -> None:
    for past in (PAST, Past()):
        for item in agenda(role, past).items:
            for question in item.questions:
                assert question.endswith("?")
                assert not re.match(
                    r"(?:do|does|did|is|are|can|could|will|would|have)\b", question, re.I
                )


@pytest.mark.parametrize("role", ROLES)
def test_a_brief_with_few_promises_is_five_hundred_words_at_most(role: Role) -> None:
    page = markdown(agenda_page(agenda(role), SETTLED, frameworks=PACKS))
    assert len(page.split()) <= 500, len(page.split())


def test_the_same_past_gives_the_same_agenda() -> None:
    assert agenda("mentor") == agenda("mentor")
