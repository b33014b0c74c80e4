"""On the pages a person adds what was missed, takes out what never was, and puts updates right."""

from __future__ import annotations

from urllib.parse import quote

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from test_web_review import CALL, KEPT, draft_of, verdict
from web_home import LOOKS, PAIR, Served, visiting

from coach.records import NEVER

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

NEW = "Bring the tin of marbles"
WORDS = "I posted it on the Friday like I said. I've got the receipt, I was that cross"
HEARD = 12
"""The turn with those words."""
NAMED = {"new-turn": str(HEARD), "new-action": NEW}


def added(app: Served) -> list[str]:
    return [one.action for one in draft_of(app).commitments if one.by_hand]


def test_a_missed_promise_is_added_by_a_click_on_its_turn_and_entered_with_the_rest(
    browser: Browser, app: Served
) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        page.locator(".ask").first.locator("[value=no]").check()
        page.get_by_text("Add a promise that was missed").click()
        page.locator(f"#turn-{HEARD} .n").click()
        expect(page.get_by_label("In turn")).to_have_value(str(HEARD))
        page.get_by_label("What is promised").last.fill(NEW)
        page.get_by_role("button", name="Add it").click()
        expect(page.locator(".notice.good")).to_contain_text(f"Added: {NEW}.")
        line = page.locator(".ask", has_text=NEW)
        expect(line).to_contain_text("added by hand")
        expect(line).to_contain_text(WORDS)
        assert line.locator("[value=yes]").is_checked()
        assert page.locator(".ask").first.locator("[value=no]").is_checked()
        page.locator("[data-rest]").click()
        page.get_by_role("button", name="Enter what is yes").click()
        expect(page.locator(".lead")).to_contain_text("Confirmed")
    assert NEW in {one.action for one in app.coach.commitments(PAIR)}


def test_a_confirmed_call_gets_it_at_once(ask: httpx2.Client, app: Served) -> None:
    app.coach.confirm(PAIR, "02")
    page = ask.post(f"{CALL}/add", data={**NAMED, "new-owner": "Lachie Burke"})
    assert page.status_code == 200 and f"Added: {NEW}." in page.text
    (now,) = (one for one in app.coach.commitments(PAIR) if one.action == NEW)
    assert (now.status, now.owner, now.assigned_by) == ("open", "Lachie Burke", "Robyn Teague")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"new-turn": ""}, "Name the turn that holds its words by its number."),
        ({"new-turn": "nine"}, "by its number"),
        ({"new-turn": "9" * 10}, "by its number"),
        ({"new-turn": "999999"}, "has turns 0 to"),
        ({"new-action": " "}, "needs words"),
        ({"new-due": "soon"}, "write a day such as"),
        ({"new-owner": "Mallory"}, "not &#39;Mallory&#39;"),
    ],
)
def test_what_cannot_be_added_is_one_line_and_what_was_typed_and_answered_stays(
    ask: httpx2.Client, app: Served, wrong: dict[str, str], told: str
) -> None:
    form = {**verdict(app, "no"), **NAMED, **wrong}
    page = ask.post(f"{CALL}/add", data=form)
    assert page.status_code == 400 and told in page.text
    assert added(app) == []
    assert page.text.count('value="no" checked') == len(draft_of(app).commitments) + len(
        draft_of(app).updates
    ) + len(draft_of(app).goals)
    assert form["new-action"].strip() in page.text


def test_what_became_of_a_promise_is_put_right_before_the_yes(
    browser: Browser, app: Served
) -> None:
    update = next(one for one in draft_of(app).updates if one.status == "done")
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        line = page.locator(".ask").filter(has=page.locator(f'[name="status:{update.commitment}"]'))
        line.locator("summary").click()
        line.get_by_label("It was").select_option("Partly")
        line.get_by_label("New day").fill("2026-04-02")
        page.locator("[data-rest]").click()
        page.get_by_role("button", name="Enter what is yes").click()
        expect(page.locator(".lead")).to_contain_text("Confirmed")
    now = app.coach.store.ledger.get(PAIR, update.commitment)
    assert (now.status, str(now.due)) == ("partly", "2026-04-02")


def test_a_promise_that_never_was_leaves_every_page_and_comes_back(
    browser: Browser, app: Served
) -> None:
    one = app.coach.commitments(PAIR, open_only=True)[0]
    with visiting(browser, app) as visit:
        page = visit.go(f"/with/{PAIR}/promises/{quote(one.id, safe='')}")
        page.get_by_role("button", name="Never promised").click()
        expect(page.locator("#promise .lead")).to_contain_text("Never promised")
        expect(page.locator("#promise")).to_contain_text("in no list, recap or agenda any more")
        for path in ("promises?show=all", "agenda", "brief", "calls/01", "together"):
            visit.go(f"/with/{PAIR}/{path}")
            expect(page.locator("main")).not_to_contain_text(one.action)
        visit.go(f"/with/{PAIR}/promises/{quote(one.id, safe='')}")
        page.get_by_role("button", name="Take back the last change by hand").click()
        expect(page.locator("#promise .lead")).not_to_contain_text("Never promised")
    assert app.coach.store.ledger.get(PAIR, one.id).status == one.status


def test_a_no_in_a_second_reading_takes_a_line_out_and_the_page_says_so(
    ask: httpx2.Client, app: Served
) -> None:
    app.coach.confirm(PAIR, "02")
    call = app.coach.store.sessions.get(PAIR, "02")
    app.coach.recap(call, who=PAIR)
    assert "a no takes a line of it out: a promise, as never made" in ask.get(CALL).text
    gone = draft_of(app).commitments[0].id
    entering = ask.post(CALL, data={**verdict(app), f"say:{gone}": "no"})
    assert entering.status_code == 303
    assert app.coach.store.ledger.get(PAIR, gone).status == NEVER
    assert gone not in {one.id for one in app.coach.commitments(PAIR)}


@LOOKS
def test_the_form_fits_the_screen(
    browser: Browser, app: Served, size: dict[str, int], scheme: str
) -> None:
    with visiting(browser, app, viewport=size, color_scheme=scheme) as visit:
        page = visit.go(CALL)
        page.get_by_text("Add a promise that was missed").click()
        page.locator("#add").scroll_into_view_if_needed()
        assert visit.sound() == []


def test_nothing_typed_into_its_draft_stays_in_any_window_after_a_call_is_taken_back(
    browser: Browser, app: Served
) -> None:
    with visiting(browser, app) as visit:
        page, other = visit.go(CALL), visit.page.context.new_page()
        other.goto(visit.url + CALL)
        for one in (page, other):
            line = one.locator(".ask").nth(1)
            line.get_by_text("Edit", exact=True).click()
            line.get_by_label("What is promised").fill("Bring Quillfeather the list")
            assert "Quillfeather" in str(one.evaluate(KEPT))
        page.get_by_text("Strike a passage").click()
        page.get_by_label("or the whole call").check()
        page.get_by_role("button", name="Look what would go").click()
        page.get_by_role("button", name="Strike it").click()
        expect(page.locator(".notice")).to_contain_text("Call 2 is gone")
        for one in (page, other):
            one.wait_for_function("!sessionStorage.length")
        assert "gone" not in page.url, "loaded anew it says nothing of a later call of that number"


def test_a_wrong_file_is_taken_back_whole_after_a_look_at_what_goes(
    browser: Browser, app: Served
) -> None:
    app.coach.confirm(PAIR, "02")
    before = {one.id: one.status for one in app.coach.commitments(PAIR)}
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        page.get_by_text("Strike a passage").click()
        page.get_by_label("or the whole call").check()
        page.get_by_role("button", name="Look what would go").click()
        expect(page.locator("#strike .notice")).to_contain_text("for good: the call, with words in")
        assert {one.id: one.status for one in app.coach.commitments(PAIR)} == before
        page.get_by_role("button", name="Strike it").click()
        expect(page.locator(".notice")).to_contain_text("Call 2 is gone")
        expect(page.locator("main")).not_to_contain_text("Call 2,")
    assert [call.id for call in app.coach.store.sessions.list(PAIR)] == ["01"]
    left = app.coach.commitments(PAIR)
    assert left and all(one.id.startswith("01#") and one.status == "open" for one in left)
