"""In a browser: what stays out of a draft, and the day of the next call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from test_web_api import WITH, program
from test_web_calls import asking, patient
from test_web_review import KEPT, draft_of, put, shown, verdict
from web_home import LOOKS, PAIR, Served, visiting

from coach.after import ids_of, mark_of
from coach.records import Talk

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

CALL = f"/with/{PAIR}/calls/02"
__all__ = ["patient"]


@pytest.fixture
def client(app: Served) -> Iterator[httpx2.Client]:
    with asking(app) as client:
        yield client


@pytest.fixture
def api(app: Served) -> Iterator[httpx2.Client]:
    with program(app) as client:
        yield client


# --- what stays out -------------------------------------------------------------------------------


def test_each_line_that_is_kept_with_a_draft_can_be_left_out(
    client: httpx2.Client, app: Served
) -> None:
    draft, page = draft_of(app), client.get(CALL).text
    hidden = {id for id in draft.besides() if "#f" in id}  # said in an answer that is shown
    assert all(f'name="out:{id}"' in page for id in draft.besides().keys() - hidden)
    form = verdict(app, **{"out:02#i1": "yes", "out:02#t1": "yes", "out:02#z9": "yes"})
    assert "Entered." in client.post(CALL, data=form).text
    now = app.coach.store.sessions.recap(PAIR, "02")
    assert now is not None
    assert now.insights == draft.insights[1:] and now.trust == draft.trust[1:]
    assert now.wins == draft.wins
    assert 'name="out:' not in client.get(CALL).text


def test_what_is_left_out_stays_marked_where_a_line_lacks_its_answer(
    client: httpx2.Client, app: Served
) -> None:
    form = verdict(app, **{"out:02#i1": "yes", "say:02#c1": ""}) | shown(client.get(CALL).text)
    page = client.post(CALL, data=form)
    assert page.status_code == 400 and page.text.count('yes" aria-label="Leave out') > 1
    assert page.text.count("checked> Leave out") == 1

    other = draft_of(app).insights[0].model_copy(update={"text": "Something else"})
    rest = draft_of(app).insights[1:]
    put(app, draft_of(app).model_copy(update={"insights": (other, *rest)}))
    again = client.post(CALL, data=form)
    assert again.status_code == 409 and "checked> Leave out" not in again.text


def test_a_line_left_out_comes_back_as_such_in_its_window(browser: Browser, app: Served) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        page.get_by_label("Leave out: Insight").first.check()
        assert "out:02#i1" in str(page.evaluate(KEPT))
        page = visit.go(CALL)
        expect(page.get_by_label("Leave out: Insight").first).to_be_checked()
        page.get_by_role("button", name="Yes to the rest").click()
        page.get_by_role("button", name="Enter what is yes").click()
        expect(page.get_by_text("Entered.")).to_be_visible()
    recap = app.coach.store.sessions.recap(PAIR, "02")
    assert recap is not None and len(recap.insights) == 1


def test_the_api_names_what_is_kept_and_leaves_it_out(api: httpx2.Client, app: Served) -> None:
    told = api.get(f"{WITH}/sessions/02/recap").json()
    assert told["besides"]["02#i1"] == draft_of(app).insights[0].text
    said = {"draft": told["draft"], "ids": ids_of(draft_of(app))}
    wrong = api.post(f"{WITH}/sessions/02/confirm", json={**said, "leave_out": ["02#i77"]})
    assert wrong.status_code == 404 and "leave_out: nothing is kept" in wrong.json()["error"]
    done = api.post(f"{WITH}/sessions/02/confirm", json={**said, "leave_out": ["02#i1"]})
    assert done.status_code == 200
    recap = app.coach.store.sessions.recap(PAIR, "02")
    assert recap is not None and len(recap.insights) == 1 and recap.wins


# --- the day of the next call ---------------------------------------------------------------------


def test_its_day_is_set_in_the_draft_and_what_was_answered_stays(
    client: httpx2.Client, app: Served
) -> None:
    form = verdict(app, **{"say:02#c1": "no", "due:02#c4": "2026-04-02", "out:02#i1": "yes"})
    page = client.post(f"{CALL}/next", data={**form, "next-on": "2026-05-07", "next-at": ""})
    assert "The next call: Thursday 7 May 2026." in page.text
    assert 'name="say:02#c1" value="no" checked' in page.text
    assert 'name="due:02#c4" value="2026-04-02"' in page.text and "checked> Leave out" in page.text
    assert f'name="draft" value="{mark_of(draft_of(app))}"' in page.text
    assert app.coach.next_call(PAIR) == date(2026, 5, 7)
    assert "set by hand" in client.get(CALL).text


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"next-on": "2026-03-12"}, "No next call is on 2026-03-12"),
        ({"next-on": "0001-01-01"}, "No call is in the year 1"),
        ({"next-on": "9999-12-31"}, "No call is in the year 9999"),
        ({"next-on": "2026-05-07", "next-at": "25:61"}, "is no time of day"),
        ({"next-on": "<b>soon"}, "is no day"),
    ],
)
def test_a_day_that_cannot_be_is_told_and_nothing_is_lost(
    client: httpx2.Client, app: Served, given: dict[str, Any], why: str
) -> None:
    before = draft_of(app)
    page = client.post(f"{CALL}/next", data=verdict(app, "no", **given))
    assert page.status_code == 400 and why in page.text and "<b>soon" not in page.text
    assert 'name="say:02#c1" value="no" checked' in page.text
    assert draft_of(app) == before


def test_its_day_is_kept_from_the_brief_for_all_pages(browser: Browser, app: Served) -> None:
    app.coach.confirm(PAIR, "02")
    with visiting(browser, app) as visit:
        page = visit.go(f"/with/{PAIR}/brief")
        page.locator(".day summary").click()
        page.get_by_label("Day", exact=True).fill("2027-01-12")
        page.get_by_role("button", name="Keep this day").click()
        expect(page.locator(".day summary")).to_contain_text("Tuesday 12 January 2027, 60 minutes.")
        expect(page.locator(".day summary")).not_to_contain_text("for this view only")
        assert page.url.endswith("/brief")
        page = visit.go("/")
        expect(page.get_by_text("Tue 12 Jan")).to_be_visible()
        page = visit.go(f"/with/{PAIR}/agenda")
        page.locator(".day summary").click()
        page.get_by_label("Day", exact=True).fill("")
        page.get_by_role("button", name="Keep this day").click()
        expect(page.locator(".day summary")).to_contain_text("The day is not known.")
    assert app.coach.next_call(PAIR) is None


def test_the_api_sees_and_sets_it(api: httpx2.Client, app: Served) -> None:
    assert api.get(f"{WITH}/next-call").json() == {"on": "2026-03-12"}
    assert api.post(f"{WITH}/next-call", json={"on": "2026-05-07"}).json() == {"on": "2026-05-07"}
    assert api.get(f"{WITH}/agenda").json()["on"] == "2026-05-07"
    for wrong in ({"on": "soon"}, {"on": "2020-01-01"}, {}, {"on": "9" * 99}, {"on": 7}):
        assert api.post(f"{WITH}/next-call", json=wrong).status_code == 400
    assert api.post(f"{WITH}/next-call", json={"on": None, "session": "77"}).status_code == 404
    assert api.get(f"{WITH}/next-call").json() == {"on": "2026-05-07"}


@LOOKS
def test_the_day_and_what_stays_out_fit_the_screen(
    browser: Browser, app: Served, size: dict[str, int], scheme: str
) -> None:
    with visiting(browser, app, viewport=size, color_scheme=scheme) as visit:
        page = visit.go(CALL)
        page.get_by_text("Set its day").click()
        page.get_by_label("Leave out: Insight").first.check()
        assert visit.sound() == []


# --- small things ---------------------------------------------------------------------------------


def test_a_call_in_which_one_of_the_two_is_silent_says_so_on_top(
    client: httpx2.Client, app: Served
) -> None:
    assert "Nothing in this call is said by" not in client.get(CALL).text
    alone = Talk(share={"Lachie Burke": 1.0})
    put(app, draft_of(app).model_copy(update={"talk": alone}))
    assert "Nothing in this call is said by Robyn Teague." in client.get(CALL).text


def test_brief_and_home_show_a_promise_whole_and_say_that_its_day_has_passed(
    client: httpx2.Client,
) -> None:
    for path in ("/", f"/with/{PAIR}/brief"):
        page = " ".join(client.get(path).text.split())
        assert "Thu 12 Feb 2026, passed</span>" in page
        assert "set them up for the whole year and send Robyn the link." in page


def test_no_page_of_a_promise_names_it_by_an_id(client: httpx2.Client, app: Served) -> None:
    page = client.get(f"/with/{PAIR}/promises/01%23c1").text
    assert ">01#c1<" not in page and "<small>Call 1</small>" in page
    app.coach.edit_commitment(PAIR, "01#c1", status="done")
    wrong = client.post(f"/with/{PAIR}/promises/01%23c1", data={"what": "status", "value": "x"})
    assert wrong.status_code == 400 and ">01#c1" not in wrong.text
