"""The ledger: both people's promises, the life of each, and changes by hand."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from web_home import LOOKS, PAIR, Served, Visit, served, visiting

from coach import Coach, Commitment, Person, Relationship
from coach.offlimits import UNSPOKEN
from coach.web.pages.promises import Wanted

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]
LEDGER = f"/with/{PAIR}/promises"


def of(app: Served, number: int = 0) -> Commitment:
    """An open promise of the pair."""
    return app.coach.commitments(PAIR, open_only=True)[number]


TAKE_BACK = "Take back the last change by hand"


def page_of(one: Commitment) -> str:
    return f"{LEDGER}/{one.id.replace('#', '%23')}"


# --- in a browser ---------------------------------------------------------------------------------


def test_a_promise_is_found_opened_said_to_be_kept_and_that_taken_back(
    app: Served, visit: Visit
) -> None:
    one = of(app)
    page = visit.go(LEDGER)
    word = max(one.action.split(), key=len)
    page.get_by_label("Words").press_sequentially(word)
    page.wait_for_url(f"**words={word}**")
    expect(page.get_by_role("status").last).to_contain_text(
        f"of {len(app.coach.commitments(PAIR))}"
    )
    page.get_by_role("link", name=one.action[1:30]).first.click()
    page.get_by_role("button", name="Kept", exact=True).click()
    expect(page.get_by_role("listitem").filter(has_text="By hand")).to_contain_text("Kept")
    assert app.coach.store.ledger.get(PAIR, one.id).status == "done"
    page.get_by_role("button", name=TAKE_BACK).click()
    expect(page.get_by_text("Taken back later.")).to_be_visible()
    assert app.coach.store.ledger.get(PAIR, one.id).status == one.status
    page.go_back()
    expect(page.get_by_role("heading", name="Promises", level=1)).to_be_visible()


def test_the_ledger_works_without_scripts(browser: Browser, app: Served) -> None:
    one = of(app)
    with visiting(browser, app, java_script_enabled=False) as visit:
        page = visit.go(LEDGER)
        page.get_by_text("Settled", exact=True).click()
        page.get_by_role("button", name="Show").click()
        assert "show=settled" in page.url
        page = visit.go(page_of(one))
        page.get_by_role("button", name="Dropped").click()
        expect(page.get_by_role("listitem").filter(has_text="By hand")).to_contain_text("Dropped")


def test_day_owner_and_wording_are_changed_by_one_button_and_only_what_differs(
    app: Served, visit: Visit
) -> None:
    one = of(app)
    page = visit.go(page_of(one))
    page.get_by_text("Change it").click()
    page.get_by_label("Its day").fill("2031-02-03")
    page.get_by_label("Its wording").fill("Write the page, two columns")
    app.coach.edit_commitment(PAIR, one.id, owner="")  # meanwhile, in another window
    page.get_by_role("button", name="Save the changes").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Write the page, two columns")
    now = app.coach.store.ledger.get(PAIR, one.id)
    assert (now.due, now.owner) == (date(2031, 2, 3), None)
    page.get_by_role("button", name=TAKE_BACK).click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("two columns")
    again = app.coach.store.ledger.get(PAIR, one.id)
    assert (again.due, again.action) == (one.due, one.action)


def test_enter_in_a_field_of_a_promise_saves_it_and_says_nothing_of_what_became_of_it(
    app: Served, visit: Visit
) -> None:
    one = of(app)
    page = visit.go(page_of(one))
    page.get_by_text("Change it").click()
    page.get_by_label("Its day").fill("2031-02-03")
    page.get_by_label("Its day").press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="By hand")).to_contain_text("2031")
    now = app.coach.store.ledger.get(PAIR, one.id)
    assert (now.due, now.status) == (date(2031, 2, 3), one.status)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_typed_beside_a_click_stays_typed_until_it_is_saved(
    browser: Browser, app: Served, scripts: bool
) -> None:
    one = of(app)
    with visiting(browser, app, java_script_enabled=scripts) as visit:
        page = visit.go(page_of(one))
        page.get_by_text("Change it").click()
        page.get_by_label("Its wording").fill("Write the page, two columns")
        steps = page.locator(".life > li").count()
        for n, click in enumerate(("Kept", TAKE_BACK, "Kept"), 1):
            page.get_by_role("button", name=click, exact=True).click()
            expect(page.locator(".life > li")).to_have_count(steps + n)
            expect(page.get_by_text("Not saved yet: Its wording.")).to_be_visible()
            expect(page.get_by_label("Its wording")).to_have_value("Write the page, two columns")
        now = app.coach.store.ledger.get(PAIR, one.id)
        assert (now.status, now.action) == ("done", one.action)
        page.get_by_role("button", name="Save the changes").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Write the page, two columns")
        now = app.coach.store.ledger.get(PAIR, one.id)
        assert (now.status, now.action) == ("done", "Write the page, two columns")


def test_a_promise_with_something_typed_is_not_left_without_a_question(
    app: Served, visit: Visit
) -> None:
    page = visit.go(page_of(of(app)))
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_text("Change it").click()
    page.get_by_label("Its wording").press_sequentially("x")
    page.get_by_role("link", name="All promises").click()
    expect(page.get_by_label("Its wording")).to_be_visible()
    assert asked == ["beforeunload"]


def test_a_field_of_a_promise_that_cannot_be_so_is_named_by_its_label_and_all_stays_typed(
    app: Served, ask: httpx2.Client
) -> None:
    one = of(app)
    form = {"due": "soon", "was-due": "", "owner": "Luis", "was-owner": one.owner or ""}
    form |= {"action": "Write the page", "was-action": one.action}
    for headers in ({}, {"hx-request": "true"}):
        answer = ask.post(page_of(one), data=form, headers=headers)
        html = unescape(answer.text)
        assert answer.status_code == 400
        [told] = re.findall(r'role="alert">(.*)</p>', html)
        assert told == (
            "Its day: write a day such as 2025-10-03, or leave it empty. "
            "Whose it is: it is Robyn Teague or Lachie Burke, or not known."
        )
        assert 'value="soon"' in html and ">Write the page</textarea>" in html
    assert app.coach.store.ledger.get(PAIR, one.id) == one


def test_a_day_in_a_far_year_is_taken_and_shown_with_its_year(
    app: Served, ask: httpx2.Client
) -> None:
    one = of(app)
    for year in ("2062", "1926"):
        form = {"due": f"{year}-03-12", "was-due": ""}
        assert ask.post(page_of(one), data=form).status_code == 303
        assert f"12 Mar {year}" in ask.get(page_of(one)).text
        assert f"12 Mar {year}" in ask.get(LEDGER).text


@LOOKS
def test_promises_are_sound(
    browser: Browser, untouched: Served, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, untouched, viewport=size, color_scheme=scheme) as visit:
        for path in (LEDGER, page_of(of(untouched))):
            visit.go(path)
            for closed in visit.page.locator("main details").all():
                closed.evaluate("it => it.open = true")
            assert visit.sound() == []


# --- what stands there ----------------------------------------------------------------------------


def shown(html: str) -> list[str]:
    """Ids of the promises that a page links to, in its order."""
    return [one.replace("%23", "#") for one in re.findall(rf'href="{LEDGER}/(\d+%23c\d+)"', html)]


def test_the_own_promises_stand_before_the_partners(untouched: Served, look: httpx2.Client) -> None:
    owners = {one.id: one.owner for one in untouched.coach.commitments(PAIR)}
    pair = untouched.coach.relationship(PAIR)
    assert pair.me is not None
    told = [owners[id] == pair.person(pair.me).name for id in shown(look.get(LEDGER).text)]
    assert told == sorted(told, reverse=True)
    assert {True, False} == set(told)


def test_a_day_that_has_passed_is_said_without_shaming(app: Served, ask: httpx2.Client) -> None:
    app.coach.edit_commitment(PAIR, of(app).id, due="2020-01-01")
    html = ask.get(LEDGER).text
    assert "The day has passed; what became of it is not known here" in html
    assert not re.search(r"overdue|missed|late\b|failed|danger", html, re.IGNORECASE)


def test_each_filter_shows_what_it_names_and_stands_in_the_address(
    app: Served, ask: httpx2.Client
) -> None:
    one, pair = of(app), app.coach.relationship(PAIR)
    app.coach.edit_commitment(PAIR, one.id, status="done")
    assert one.id not in shown(ask.get(LEDGER).text)
    assert one.id in shown(ask.get(LEDGER, params={"show": "settled"}).text)
    every = shown(ask.get(LEDGER, params={"show": "all"}).text)
    assert sorted(every) == sorted(c.id for c in app.coach.commitments(PAIR))
    mentors = shown(ask.get(LEDGER, params={"show": "all", "whose": "mentor"}).text)
    assert {c.owner for c in app.coach.commitments(PAIR) if c.id in mentors} == {pair.mentor.name}
    assert shown(ask.get(LEDGER, params={"words": "no such words"}).text) == []


def test_a_promise_shows_its_life_with_both_quotes_and_each_leads_to_its_turn(
    app: Served, ask: httpx2.Client
) -> None:
    app.coach.confirm(PAIR, "02")
    settled = next(
        one
        for one in app.coach.commitments(PAIR)
        if len([step for step in app.coach.history(PAIR, one.id) if step.evidence]) > 1
    )
    html = unescape(ask.get(page_of(settled)).text)
    for step in app.coach.history(PAIR, settled.id):
        for said in step.evidence[:1]:
            assert f"/with/{PAIR}/calls/{said.session}#turn-" in html
    first, *_, last = (step for step in app.coach.history(PAIR, settled.id) if step.evidence)
    assert html.count('<p class="quote">') >= 2
    assert any(said.quote[:60] in html for said in first.evidence)
    assert any(said.quote[:60] in html for said in last.evidence)


@pytest.mark.parametrize(
    ("what", "value", "field", "now"),
    [
        ("status", "partly", "status", "partly"),
        ("due", "2031-02-03", "due", date(2031, 2, 3)),
        ("due", "", "due", None),
        ("owner", "", "owner", None),
        ("action", "Write the page, two columns", "action", "Write the page, two columns"),
    ],
)
def test_a_hand_changes_one_thing_of_a_promise(
    app: Served, ask: httpx2.Client, what: str, value: str, field: str, now: object
) -> None:
    one = of(app)
    answer = ask.post(page_of(one), data={"what": what, "value": value})
    assert (answer.status_code, answer.headers["location"]) == (303, page_of(one))
    assert getattr(app.coach.store.ledger.get(PAIR, one.id), field) == now


def test_an_empty_ledger_says_where_promises_come_from(app: Served) -> None:
    app.coach.add("new", mentor="Ada", mentee="Ben", me="mentee")
    html = httpx2.get(f"{app.url}/with/new/promises", headers=app.headers).text
    assert "Nothing is promised here yet" in html
    assert 'href="/with/new/calls"' in html


def test_promises_go_into_a_calendar_and_a_spreadsheet(app: Served, ask: httpx2.Client) -> None:
    one = app.coach.edit_commitment(PAIR, of(app).id, due="2099-01-05")
    calendar = ask.get(f"{LEDGER}.ics", params={"both": True})
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20990105" in calendar.text
    table = ask.get(f"{LEDGER}.csv")
    assert table.headers["content-disposition"] == f'attachment; filename="{PAIR}-promises.csv"'
    assert f'"{one.id}"' in table.text


def test_a_word_given_about_discretion_leads(tmp_path: Path) -> None:
    call = "Ada: May I name you to them?\nBen: Please don't.\nAda: I won't tell anyone about it.\n"
    with Coach(tmp_path / "home") as coach:
        coach.add("ada", mentor="Ada", mentee="Ben", me="mentor")
        coach.consent("ada", ("mentor", "mentee"))
        file = tmp_path / "call.txt"
        file.write_text(call + "Ada: And I'll send you the outline by Friday.\nBen: Thanks.\n")
        coach.recap(file, who="ada", held_on="2026-03-02", engine="offline")
        coach.confirm("ada", "01")
    with served(tmp_path / "home") as app:
        html = unescape(httpx2.get(f"{app.url}/with/ada/promises", headers=app.headers).text)
        assert html.index("Ada: to be kept to oneself") < html.index("Send Ben the outline")
        assert "I won't tell anyone about it" in html
        app.coach.end("ada")
        closed = httpx2.get(f"{app.url}/with/ada/promises", headers=app.headers).text
        assert "to be kept to oneself" not in closed


# --- what must not stand there --------------------------------------------------------------------


def test_a_promise_about_what_is_off_limits_keeps_its_day_and_loses_its_words(
    app: Served, ask: httpx2.Client
) -> None:
    one = of(app)
    app.coach.edit_commitment(PAIR, one.id, action="Ring the zebra", due="2099-01-05")
    app.coach.edit_commitment(PAIR, one.id, action="Ring the zebra house")
    app.coach.off_limits(PAIR, add=["zebra"])
    for path in (LEDGER, page_of(one), f"{LEDGER}.csv", f"{LEDGER}.ics?both=1"):
        assert "zebra" not in ask.get(path).text
    assert shown(ask.get(LEDGER, params={"words": "zebra"}).text) == []
    assert UNSPOKEN in ask.get(page_of(one)).text
    assert "5 Jan" in ask.get(page_of(one)).text


HOSTILE = [
    ("GET", "?show=everything", {}, 400),
    ("GET", "?whose=nobody", {}, 400),
    ("GET", "?words=" + "x" * 201, {}, 400),
    ("GET", "?soon=maybe", {}, 400),
    ("GET", "?words=%00%1b%5b2J%E2%80%AE", {}, 200),
    ("GET", "/99%23c9", {}, 404),
    ("GET", "/%00", {}, 404),
    ("GET", "/..%2f..%2fsettings", {}, 404),
    ("POST", "/{id}", {"what": "status", "value": "rescheduled"}, 400),
    ("POST", "/{id}", {"what": "status", "value": ""}, 400),
    ("POST", "/{id}", {"what": "evidence", "value": "x"}, 400),
    ("POST", "/{id}", {"what": "owner", "value": "Somebody Else"}, 400),
    ("POST", "/{id}", {"what": "due", "value": "soon"}, 400),
    ("POST", "/{id}", {"what": "due", "value": "99999-01-01"}, 400),
    ("POST", "/{id}", {"what": "action", "value": "   "}, 400),
    ("POST", "/{id}", {"what": "action", "value": "x" * 501}, 400),
    ("POST", "/{id}", {}, 400),
    ("POST", "/{id}/undo", {}, 400),
    ("POST", "/99%23c9", {"what": "status", "value": "done"}, 404),
    ("POST", "/heard", {"id": "01#c1", "answer": "yes"}, 404),
    ("POST", "/heard", {"id": "01#c1", "answer": "perhaps"}, 400),
]


@pytest.mark.parametrize(("method", "path", "data", "status"), HOSTILE)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(
    untouched: Served,
    look: httpx2.Client,
    method: str,
    path: str,
    data: dict[str, str],
    status: int,
) -> None:
    before = untouched.coach.commitments(PAIR)
    address = LEDGER + path.replace("{id}", of(untouched).id.replace("#", "%23"))
    answer = look.request(method, address, data=data or None)
    assert answer.status_code == status
    assert untouched.coach.commitments(PAIR) == before
    if status != 200:
        assert answer.text.count('class="notice"') == 1


def test_words_of_a_call_are_never_tags(app: Served, ask: httpx2.Client) -> None:
    one = of(app)
    app.coach.edit_commitment(PAIR, one.id, action="<img src=x onerror=alert(1)> {{ 7*7 }}")
    for path in (LEDGER, page_of(one)):
        html = ask.get(path).text
        assert "<img src=x" not in html
        assert "{{ 7*7 }}" in html


# --- what fits ------------------------------------------------------------------------------------

PAIR_OF_TWO = Relationship(id="two", mentor=Person(name="Ada"), mentee=Person(name="Ben"), me=None)
some = st.builds(
    Commitment,
    id=st.integers(1, 9).map("01#c{}".format),
    owner=st.sampled_from(["Ada", "Ben", None]),
    action=st.text(min_size=1, max_size=20),
    due=st.none() | st.dates(),
    status=st.sampled_from(["open", "partly", "done", "dropped", "not_done", "rescheduled"]),
)


@given(st.lists(some), st.text(max_size=10), st.sampled_from(["all", "mentor", "mentee"]))
def test_open_and_settled_together_are_all_whatever_else_is_asked(
    promises: list[Commitment], words: str, whose: str
) -> None:
    today = date(2026, 1, 1)
    open_, settled, every = (
        Wanted(show=show, whose=whose, words=words).of(promises, PAIR_OF_TWO, today)  # type: ignore[arg-type]
        for show in ("open", "settled", "all")
    )
    assert len(open_) + len(settled) == len(every)
    assert all(one in every for one in (*open_, *settled))
    assert all(one.is_open for one in open_) and not any(one.is_open for one in settled)


@given(st.lists(some), st.text(max_size=10))
def test_a_promise_is_found_by_any_of_its_words(promises: list[Commitment], words: str) -> None:
    for one in promises:
        for word in one.action.split():
            assert one in Wanted(show="all", words=word).of(promises, PAIR_OF_TWO, date.max)
