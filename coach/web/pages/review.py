"""One call: its draft beside its words, to say yes or no to line by line; then its recap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast, get_args

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from coach import discretion, speakers
from coach.after import mark_of, said_yes
from coach.app import Coach
from coach.app.clock import now
from coach.errors import UnknownError, UserError
from coach.given import answer_to, named_turns
from coach.library import Framework
from coach.offlimits import discreet
from coach.records import Became, Commitment, Recap, Relationship, Role, Session, Transcript
from coach.render.left_out import left_out
from coach.render.markdown import markdown
from coach.render.page import counted, given_name
from coach.render.recap import BECAME, passages, recap_page, seen_by
from coach.render.striking import REMAINS
from coach.render.transcript import transcript_text
from coach.web.ahead import USUAL, Ahead
from coach.web.given import TheCoach, TheForm, ThePair, said
from coach.web.lines import Given, Sheet, shareable, sheet_of
from coach.web.problems import in_words
from coach.web.showing import at, done, download, show
from coach.web.wanted import Add, Strike
from coach.web.words import Spoken, spoken

pages = APIRouter()

MEANWHILE = "This call was confirmed meanwhile in another window; nothing of this page was entered."
BECAME_IN_A_CALL = {state: BECAME[state] for state in get_args(Became)}
SCOPES = {
    "off_record": "off the record",
    "between_us": "between the two of us",
    "third_party_secret": "somebody else's to tell",
}


class Call(NamedTuple):
    """A call as it is kept, and what of it the page shows."""

    session: Session
    recap: Recap
    waits: bool
    """is it a draft?"""
    transcript: Transcript | None


@pages.get("/with/{who}/calls/{session}")
def call(
    request: Request,
    coach: TheCoach,
    pair: ThePair,
    session: str,
    again: bool = False,
    entered: bool = False,
) -> HTMLResponse:
    """The draft of a call with its words beside it; once it is confirmed, its recap."""
    notice = "This call was read before; it is the same call still." if again else ""
    return call_page(request, coach, pair, session, notice=notice, entered=entered)


@pages.post("/with/{who}/calls/{session}")
def enter(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> Response:
    """Enter what a person said yes to; nothing, as long as a line is without an answer."""
    draft = coach.store.sessions.draft(pair.id, session)
    if draft is None:
        return call_page(request, coach, pair, session, notice=MEANWHILE, status=409)
    given = Given.of(form, draft).checked(pair)
    if given.mark != mark_of(draft):
        problem = f"{overtaken(given)} So nothing was entered yet."
        return call_page(request, coach, pair, session, given, problem=problem, status=409)
    if given.answered("") or given.faults:
        asked = sheet_of(draft, pair, coach.commitments(pair.id), given=given, asks=True)
        problem = asked.unanswered() if given.answered("") else asked.faults()
        return call_page(request, coach, pair, session, given, problem=problem, status=400)
    yes, no = said_yes(draft, given.answered("yes"))
    no |= {*given.answered("no"), *given.left_out}
    try:
        coach.confirm(pair.id, session, accept=yes, reject=no, edits=given.edits, seen=draft)
    except UserError as problem:
        known = [discreet(one, pair) for one in (*draft.commitments, *coach.commitments(pair.id))]
        told = in_words(str(problem), known)
        return call_page(request, coach, pair, session, given, problem=told, status=400)
    return done(request, at(pair.id, "calls", session) + "?entered=1")


@pages.post("/with/{who}/calls/{session}/rest")
def rest(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> HTMLResponse:
    """Yes to every line without an answer: marked on the page, and entered by the next button."""
    draft = coach.store.sessions.draft(pair.id, session)
    if draft is None:
        return call_page(request, coach, pair, session, notice=MEANWHILE, status=409)
    given = Given.of(form, draft, rest="yes")
    told = overtaken(given) if given.overtaken else ""
    return call_page(request, coach, pair, session, given, notice=told)


@pages.post("/with/{who}/calls/{session}/reflect")
def reflect(
    request: Request, coach: TheCoach, pair: ThePair, session: str, form: TheForm
) -> Response:
    """Keep what its owner answers to a prompt, for their eyes only."""
    sheet = sheet_of(coach.draft(pair.id, session), pair, ())
    prompt = next((one for one in sheet.prompts if one.id == said(form, "prompt")), None)
    if prompt is None:
        raise UnknownError(f"Call {int(session)} asks nothing like that of you.")
    role = cast("Role", pair.me)
    text = said(form, "text")[:20_000]
    answer = answer_to(
        prompt.id, text, pair=pair, role=role, asked=prompt.text, about=prompt.about, at=now()
    )
    coach.answer_anew(answer)
    part = show(request, "_kept.html", kept=bool(text))
    return done(request, at(pair.id, "calls", session) + "#yours", part)


@pages.get("/with/{who}/calls/{session}/transcript")
def cleaned(coach: TheCoach, pair: ThePair, session: str) -> Response:
    """The words of a call without what was left out, as a file."""
    words = coach.store.sessions.transcript(pair.id, session)
    if words is None:
        raise UserError(f"The text of call {int(session)} is not kept any more.")
    text = transcript_text(words, speakers.assign(words, pair).names)
    return download(text, f"call-{session}-without-what-was-left-out.txt", "text/plain")


# --- what the page shows -------------------------------------------------------------------------


def overtaken(given: Given) -> str:
    """That another draft stands here than a person answered, and what of their answers stands."""
    if not given.news:
        return "This draft was changed meanwhile, but none of its lines: your answers are kept."
    new = counted(given.news, "line is new or changed", "lines are new or changed")
    rest = "your answers to the others are kept" if any(given.says.values()) else "look at it anew"
    return f"This draft was changed meanwhile: {new} and {_waits(given.news)}; {rest}."


def _waits(number: int) -> str:
    return "waits for your answer" if number == 1 else "wait for your answer"


def call_page(
    request: Request,
    coach: Coach,
    pair: Relationship,
    session: str,
    given: Given | None = None,
    *,
    strike: Strike | None = None,
    notice: str = "",
    problem: str = "",
    status: int = 200,
    entered: bool = False,
    add: Add | None = None,
    added: str = "",
    day_set: str = "",
) -> HTMLResponse:
    call, ledger = _call(coach, pair, session), coach.commitments(pair.id)
    sheet = sheet_of(
        call.recap,
        pair,
        ledger,
        frameworks=coach.frameworks,
        given=given,
        asks=call.waits,
    )
    return show(
        request,
        "review.html",
        status=status,
        pair=pair,
        here="calls",
        call=call,
        sheet=sheet,
        mark=mark_of(call.recap) if call.waits else "",
        words=_words(call, pair, sheet),
        left_out=counted(passages(call.recap), "passage") if call.recap.withheld else "",
        passages=left_out(call.recap) if call.waits else (),
        opened=named_turns(call.session.not_secret) if call.waits else "",
        planted=discretion.planted_turns(call.transcript) if call.transcript else (),
        strike=strike or Strike(),
        add=add or Add(),
        added=added,
        day_set=day_set,
        silent=_silent(pair, call.recap) if call.waits else None,
        next_on=_next_on(coach, pair, call),
        became=BECAME_IN_A_CALL,
        scopes=SCOPES,
        remains=REMAINS,
        notice=notice,
        problem=problem,
        entered=entered,
        answers=_answers(coach, pair, session),
        today=coach.today(),
        copies={} if call.waits else _to_copy(call.recap, pair, ledger, coach.frameworks),
    )


def _call(coach: Coach, pair: Relationship, session: str) -> Call:
    kept = coach.store.sessions
    draft = kept.draft(pair.id, session)
    recap = draft or coach.draft(pair.id, session)
    words = kept.transcript(pair.id, session)
    return Call(kept.get(pair.id, session), recap, draft is not None, words)


def _next_on(coach: Coach, pair: Relationship, call: Call) -> tuple[str, str] | None:
    """Day and hour of the next call as a form has them; None where a later call says it."""
    latest = coach.store.sessions.list(pair.id)[-1].id
    if latest != call.session.id or pair.closed:
        return None
    meeting = call.recap.next_meeting
    ahead = Ahead(pair, "mine", USUAL, None, coach.today())
    return ahead.fields(meeting.date if meeting else None)


def _silent(pair: Relationship, recap: Recap) -> str | None:
    """Who of the two says nothing in a call where the other one talks."""
    talk = recap.talk.share
    silent = [person.name for person in pair.people if not talk.get(person.name)]
    return silent[0] if len(silent) == 1 else None


def _words(call: Call, pair: Relationship, sheet: Sheet) -> list[Spoken]:
    if call.transcript is None:
        return []
    called = {person.name: given_name(person.name) for person in pair.people}
    names = [called.get(name or "", name) for name in speakers.assign(call.transcript, pair).names]
    return spoken(call.transcript, names, sheet.rests_on, call.session.id)


def _answers(coach: Coach, pair: Relationship, session: str) -> dict[str, str]:
    """What the owner of this home answered to the prompts of this call, the last answer to each."""
    if pair.me is None:
        return {}
    found = coach.store.answers.visible_to(pair.id, pair.me)
    return {a.question: a.text for a in found if a.session == session and a.role == pair.me}


def _to_copy(
    recap: Recap,
    pair: Relationship,
    earlier: Sequence[Commitment],
    packs: Mapping[str, Framework],
) -> dict[str, str]:
    """The recap as Markdown: for both, and with what is for its reader alone."""

    def text(seen: Recap) -> str:
        page = recap_page(seen, pair, earlier, pair.me, frameworks=packs, confirmed=True)
        return markdown(page)

    for_both = text(shareable(seen_by(recap, pair, None)))
    mine = text(seen_by(recap, pair, pair.me)) if pair.me else ""
    return {"Copy for both": for_both} | ({"Copy with what is yours alone": mine} if mine else {})
