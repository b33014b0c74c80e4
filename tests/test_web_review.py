"""A draft is gone through beside its words: by requests, and once whole in a real browser."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from test_web_calls import asking, patient
from web_home import DEMO, LOOKS, PAIR, PHONE, Served, grow, served, visiting

from coach.after import ids_of, mark_of
from coach.evidence import WITHHELD
from coach.given import answer_to
from coach.records import Evidence, HeardOnce, Point, Recap, Unsupported
from coach.web.words import Span, pieces_of

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

CALL = f"/with/{PAIR}/calls/02"
__all__ = ["patient"]
CANARY = "Quillfeather"


@pytest.fixture
def client(app: Served) -> Iterator[httpx2.Client]:
    """What asks as a browser without scripts does."""
    with asking(app) as client:
        yield client


@pytest.fixture(scope="module")
def look(untouched: Served) -> Iterator[httpx2.Client]:
    """The same, and changes nothing."""
    with asking(untouched) as client:
        yield client


def draft_of(app: Served) -> Recap:
    found = app.coach.store.sessions.draft(PAIR, "02")
    assert found is not None
    return found


def put(app: Served, draft: Recap) -> None:
    """Another draft of the same call, as a later reading of it would leave."""
    kept = app.coach.store.sessions
    call, words = kept.get(PAIR, "02"), kept.transcript(PAIR, "02")
    assert words is not None
    kept.import_call(PAIR, words, call.held_on, call.digest, draft=draft)


def verdict(app: Served, says: str = "yes", **more: str) -> dict[str, str]:
    """The form of the draft as it is, with one answer to every line."""
    draft = draft_of(app)
    return {"draft": mark_of(draft), **{f"say:{id}": says for id in ids_of(draft)}} | more


def entered(app: Served) -> set[str]:
    return {one.id for one in app.coach.commitments(PAIR) if one.id.startswith("02#")}


def lit(page: str, key: str) -> list[str]:
    """The words of the call that light up for a line."""
    marks = re.findall(r'<mark data-of="([^"]*)">([^<]*)</mark>', page)
    return [html.unescape(words) for keys, words in marks if key in keys.split()]


# --- the whole way -------------------------------------------------------------------------------


def test_a_call_goes_from_a_dropped_file_to_the_ledger_by_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    grow(tmp_path / "home", confirmed=1, read=1)
    call = tmp_path / "call.vtt"
    words = (DEMO / "02.vtt").read_text("utf-8")
    call.write_text(words.replace("Lachie's iPad", "SPEAKER_01"), "utf-8")
    with served(tmp_path / "home") as app, visiting(browser, app) as visit:
        page = visit.go(f"/with/{PAIR}/calls")
        page.get_by_label("Transcript").set_input_files(call)
        page.get_by_role("button", name="Read this call").click()
        page.get_by_label("Day of the call").fill("2026-03-12")
        page.keyboard.press("Enter")
        page.get_by_label("Lachlan Burke").or_(page.get_by_label("the mentee")).check()
        page.get_by_role("button", name="Read it").click()
        page.wait_for_url(f"**{CALL}")

        page.get_by_text("Strike a passage").click()
        change = page.locator("#words li").filter(has_text="I'll change the link")
        expect(change).to_be_visible()
        change.locator(".n").click()
        page.get_by_role("button", name="Look what would go").click()
        expect(page.get_by_text("This would go for good: words in")).to_be_visible()
        page.get_by_role("button", name="Strike it").click()
        expect(page.get_by_text("What remains is out of reach from here")).to_be_visible()
        assert "change the link" not in page.content().casefold()

        lines = page.locator(".ask")
        asked = ids_of(draft_of(app))
        page.keyboard.press("j")
        expect(lines.nth(0)).to_be_focused()
        expect(page.locator("mark.lit").first).to_be_in_viewport()
        page.keyboard.press("y")
        page.keyboard.press("e")
        expect(lines.nth(1).get_by_label("What is promised")).to_be_focused()
        lines.nth(1).get_by_label("Due").fill("2026-04-01")
        lines.nth(1).get_by_label("Due").press("Tab")
        page.locator(".ask").nth(1).focus()
        page.keyboard.press("y")
        page.keyboard.press("n")
        expect(page.locator("[data-count]")).to_have_text(f"3 of {len(asked)} answered")
        page.keyboard.press("a")
        expect(page.get_by_role("button", name="Enter what is yes")).to_be_focused()
        assert entered(app) == set()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Entered.")).to_be_visible()

        promised = {id for id in asked if id.startswith("02#")}
        assert entered(app) == promised - {asked[2]}
        assert app.coach.store.ledger.get(PAIR, asked[1]).due == date(2026, 4, 1)
        updated = {c.commitment for c in app.coach.store.sessions.recap(PAIR, "02").updates}  # type: ignore[union-attr]
        assert updated == {id for id in asked if id.startswith("01#")}

        note = page.locator(".prompt").first
        note.get_by_role("textbox").fill("It was the shape of the list.")
        note.get_by_role("textbox").press("Tab")
        expect(note.get_by_text("Kept, for your eyes only.")).to_be_visible()
        [kept] = app.coach.store.answers.visible_to(PAIR, "mentee")
        assert (kept.text, kept.visibility) == ("It was the shape of the list.", "mentee")


def test_on_a_phone_a_quote_leads_to_its_words_and_back(
    browser: Browser, untouched: Served
) -> None:
    with visiting(browser, untouched, viewport=PHONE) as visit:
        page = visit.go(CALL)
        quote = page.locator(".quote a").nth(2)
        quote.click()
        expect(page.locator("mark.lit").first).to_be_in_viewport()
        page.get_by_role("button", name="Back to the line").click()
        expect(quote).to_be_in_viewport()


def test_on_a_phone_the_bar_of_a_draft_is_one_low_row(browser: Browser, untouched: Served) -> None:
    with visiting(browser, untouched, viewport=PHONE) as visit:
        page = visit.go(CALL)
        bar = page.locator("form.enter")
        tops = {button.bounding_box()["y"] for button in bar.get_by_role("button").all()}  # type: ignore[index]
        assert len(tops) == 1
        assert bar.bounding_box()["height"] < PHONE["height"] / 12  # type: ignore[index]
        expect(bar.get_by_role("status")).to_have_text(re.compile(r"0 of \d+ answered"))


@LOOKS
def test_a_draft_and_a_recap_are_sound(
    browser: Browser, untouched: Served, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, untouched, viewport=size, color_scheme=scheme) as visit:
        for path in (CALL, f"/with/{PAIR}/calls/01"):
            visit.go(path)
            assert visit.sound() == []


# --- yes and no ----------------------------------------------------------------------------------


def test_nothing_is_entered_as_long_as_a_line_is_without_an_answer(
    look: httpx2.Client, untouched: Served
) -> None:
    form = verdict(untouched)
    form.pop("say:02#c3")
    form["say:02#c2"] = "no"
    page = look.post(CALL, data=form)
    assert page.status_code == 400 and "1 line waits for a yes or a no." in page.text
    assert f"It is “{draft_of(untouched).commitments[2].action[:40]}" in html.unescape(page.text)
    assert entered(untouched) == set() and draft_of(untouched)
    assert 'name="say:02#c2" value="no" checked' in page.text
    assert not re.search(r'name="say:02#c3"[^>]*checked', page.text)


def test_yes_to_the_rest_marks_them_and_enters_nothing(
    look: httpx2.Client, untouched: Served
) -> None:
    form = {"draft": mark_of(draft_of(untouched)), "say:02#c2": "no", "due:02#c4": "2026-04-02"}
    page = look.post(f"{CALL}/rest", data=form)
    assert entered(untouched) == set()
    assert 'name="say:02#c2" value="no" checked' in page.text
    assert page.text.count('value="yes" required checked') == len(ids_of(draft_of(untouched))) - 1
    assert 'name="due:02#c4" value="2026-04-02"' in page.text


def test_what_is_entered_is_what_was_said_yes_to_as_it_was_edited(
    client: httpx2.Client, app: Served
) -> None:
    page = client.post(
        CALL,
        data=verdict(
            app,
            **{
                "say:02#c1": "no",
                "say:01#c4": "no",
                "due:02#c4": "",
                "owner:02#c5": "Robyn Teague",
                "firmness:02#c6": "conditional",
                "action:02#c8": "Send the new link  to\r\nboth",
                "action:02#c1": "Something else",
            },
        ),
    )
    assert "Entered." in page.text
    assert entered(app) == {f"02#c{n}" for n in range(2, 9)}
    ledger = {one.id: one for one in app.coach.commitments(PAIR)}
    assert ledger["02#c4"].due is None
    assert ledger["02#c5"].owner == "Robyn Teague"
    assert ledger["02#c6"].firmness == "conditional"
    assert ledger["02#c8"].action == "Send the new link to both"
    assert ledger["01#c4"].status == "open"


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("due:02#c1", "soon", "Due: write a day such as"),
        ("owner:02#c1", "Somebody Else", "By: it is Robyn Teague or"),
        ("action:02#c1", " ", "What is promised: it needs words"),
        ("action:02#c1", "x" * 1_001, "What is promised: 1,001 letters are too many"),
        ("firmness:02#c1", "maybe", "How sure: it is firm or conditional"),
    ],
)
def test_a_field_that_cannot_be_so_is_told_by_its_label_beside_it_and_nothing_is_lost(
    look: httpx2.Client, untouched: Served, field: str, value: str, why: str
) -> None:
    page = look.post(CALL, data=verdict(untouched, **{field: value, "say:02#c2": "no"}))
    assert page.status_code == 400
    [told] = re.findall(r'role="alert">(.*)</p>', html.unescape(page.text))
    words = draft_of(untouched).commitments[0].action[:40]
    assert told.startswith(f"“{words}") and f"”, {why}" in told and "02#c1" not in told
    beside = page.text[page.text.index(f'name="{field}"') :]
    assert why.split(": ")[1][1:] in html.unescape(beside[: beside.index("</label>")])
    assert 'name="say:02#c2" value="no" checked' in page.text
    assert entered(untouched) == set()


def test_a_draft_that_changed_since_it_was_shown_is_shown_again(
    client: httpx2.Client, app: Served
) -> None:
    form = verdict(app)
    app.coach.strike(PAIR, "02", turns=range(134, 135))
    page = client.post(CALL, data=form)
    assert page.status_code == 409 and "nothing was entered" in page.text
    assert entered(app) == set()
    assert client.post(CALL, data=verdict(app)).status_code == 200
    assert entered(app) == {f"02#c{n}" for n in range(1, 8)}


def shown(page: str) -> dict[str, str]:
    """What the form of a page holds of its lines unseen: which each one is."""
    return dict(re.findall(r'name="(line:[^"]+)" value="(\w+)"', page))


def test_a_promise_added_in_a_second_window_leaves_the_answers_of_the_first_as_they_were(
    client: httpx2.Client, app: Served
) -> None:
    edit = {"say:02#c1": "no", "due:02#c4": "2026-04-02"}
    first = verdict(app, **edit) | shown(client.get(CALL).text)
    new = app.coach.add_commitment(PAIR, "02", "Bring the kettle", turn=3)
    page = client.post(CALL, data=first)
    assert page.status_code == 409 and entered(app) == set()
    assert (
        "This draft was changed meanwhile: 1 line is new or changed and waits for your answer; "
        "your answers to the others are kept. So nothing was entered yet."
    ) in page.text
    assert 'name="say:02#c1" value="no" checked' in page.text
    assert 'name="due:02#c4" value="2026-04-02"' in page.text
    assert not re.search(rf'name="say:{new.id}"[^>]*checked', page.text)

    rest = client.post(f"{CALL}/rest", data=first)
    assert "1 line is new or changed" in rest.text, "a yes to the rest is none to what came since"
    assert not re.search(rf'name="say:{new.id}"[^>]*checked', rest.text)

    added = client.post(f"{CALL}/add", data={**first, "new-turn": "5", "new-action": "Ring Ida"})
    assert "Added: Ring Ida." in added.text and "1 line is new or changed" in added.text
    assert 'name="say:02#c1" value="no" checked' in added.text

    again = verdict(app, **edit) | shown(added.text)
    assert "Entered." in client.post(CALL, data=again).text
    assert new.id in entered(app) and "02#c1" not in entered(app)
    assert app.coach.store.ledger.get(PAIR, "02#c4").due == date(2026, 4, 2)


def test_answers_count_for_no_line_that_became_another(client: httpx2.Client, app: Served) -> None:
    first = verdict(app) | shown(client.get(CALL).text)
    other, *rest = draft_of(app).commitments
    other = other.model_copy(update={"owner": "Robyn Teague"})
    put(app, draft_of(app).model_copy(update={"commitments": (other, *rest)}))
    forged = {**first, f"line:{other.id}": "x" * 400, "line:99#c9": "y", "say:99#c9": "yes"}
    for form in (first, forged):
        page = client.post(CALL, data=form)
        assert page.status_code == 409 and "1 line is new or changed" in page.text
        assert not re.search(rf'name="say:{other.id}"[^>]*checked', page.text)
        assert 'name="say:02#c2" value="yes" required checked' in page.text


def test_fields_of_a_draft_that_was_shown_before_are_no_edits_of_this_one(
    client: httpx2.Client, app: Served
) -> None:
    first = draft_of(app).commitments[0]
    assert first.due == date(2026, 3, 25)
    form = verdict(app, **{f"due:{first.id}": "2026-03-25"})
    later = first.model_copy(update={"due": date(2026, 3, 27)})
    rest = draft_of(app).commitments[1:]
    put(app, draft_of(app).model_copy(update={"commitments": (later, *rest)}))
    page = client.post(CALL, data=form)
    assert page.status_code == 409
    assert f'name="due:{first.id}" value="2026-03-27"' in page.text


def test_what_was_confirmed_meanwhile_is_shown_as_it_is(client: httpx2.Client, app: Served) -> None:
    form = verdict(app, "no")
    app.coach.confirm(PAIR, "02")
    page = client.post(CALL, data=form)
    assert page.status_code == 409 and "Confirmed" in page.text
    assert "confirmed meanwhile in another window; nothing of this page was entered." in page.text
    assert client.post(f"{CALL}/rest", data=form).status_code == 409
    assert len(entered(app)) == 8


def test_a_goal_is_asked_about_like_every_line(client: httpx2.Client, app: Served) -> None:
    said = draft_of(app).commitments[0].evidence
    goals = tuple(Point(text=text, who="Lachie Burke", evidence=said) for text in ("Read", "Rest"))
    put(app, draft_of(app).model_copy(update={"goals": goals}))
    assert 'name="say:02#g2"' in client.get(CALL).text
    client.post(CALL, data=verdict(app, **{"say:02#g1": "no"}))
    recap = app.coach.store.sessions.recap(PAIR, "02")
    assert recap and [goal.text for goal in recap.goals] == ["Rest"]


def test_the_doubtful_come_first_and_say_why(client: httpx2.Client, app: Served) -> None:
    draft = draft_of(app)
    known = [
        one.model_copy(update={"owner": None}) if one.id == "02#c4" else one
        for one in draft.commitments
    ]
    once = (HeardOnce(item="02#c5", reader="offline"), HeardOnce(item="02#c6", reader="small"))
    set_aside = (Unsupported(kind="win", claim="They won", why="nobody said so"),)
    changed = {"commitments": tuple(known), "heard_once": once, "unsupported": set_aside}
    put(app, draft.model_copy(update=changed))
    page = client.get(CALL).text
    first = page[page.index("Look at these first") : page.index("<h2>Promised")]
    for told in ("Owner not known", "heard by the rules alone", "conditional"):
        assert told in first
    assert first.count("tag doubt") == 2 and "heard by small alone" not in first
    assert "heard by small alone" in page
    assert "Set aside, each with the reason" in page and "They won (nobody said so)" in page


# --- what is not entered yet ---------------------------------------------------------------------

KEPT = "Object.entries(sessionStorage).filter(([key]) => key.startsWith('draft:')).map(String)"
"""What of drafts stays in a window."""


def test_answers_and_edits_come_back_in_the_same_window_until_they_are_entered(
    browser: Browser, app: Served
) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        line = page.locator(".ask").nth(1)
        page.locator(".ask").nth(0).get_by_label("No", exact=True).check()
        line.get_by_text("Edit", exact=True).click()
        line.get_by_label("What is promised").fill("Bring Quillfeather the list")
        line.get_by_label("Due").fill("2026-04-01")
        visit.go(f"/with/{PAIR}/promises")
        page = visit.go(CALL)
        expect(page.locator("[data-count]")).to_have_text(re.compile(r"^\s*2 of .*answered"))
        expect(page.locator(".ask").nth(0).get_by_label("No", exact=True)).to_be_checked()
        expect(line.get_by_label("What is promised")).to_have_value("Bring Quillfeather the list")
        page.reload()
        expect(line.get_by_label("Due")).to_have_value("2026-04-01")
        assert page.evaluate("localStorage.length") == 0
        [kept] = page.evaluate(KEPT)
        others = [one.action for one in draft_of(app).commitments]
        assert "Quillfeather" in kept and not any(words in kept for words in others)

        page.get_by_role("button", name="Yes to the rest").click()
        page.get_by_role("button", name="Enter what is yes").click()
        expect(page.get_by_text("Entered.")).to_be_visible()
        assert page.evaluate(KEPT) == []
    edited = [one for one in app.coach.commitments(PAIR) if "Quillfeather" in one.action]
    assert [one.due for one in edited] == [date(2026, 4, 1)]


def test_lines_that_changed_are_asked_anew_in_a_second_window_and_the_others_are_not(
    browser: Browser, app: Served
) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        first, second = page.locator(".ask").nth(0), page.locator(".ask").nth(1)
        for line, words in ((first, "Bring Brambleworth it"), (second, "Bring Quillfeather it")):
            line.get_by_text("Edit", exact=True).click()
            line.get_by_label("What is promised").fill(words)
            line.get_by_label("Due").fill("2026-04-01")
        changed = ids_of(draft_of(app))[0]
        less = tuple(
            one.model_copy(update={"due": None}) if one.id == changed else one
            for one in draft_of(app).commitments
        )
        put(app, draft_of(app).model_copy(update={"commitments": less}))
        page = visit.go(CALL)
        expect(page.locator("[data-count]")).to_contain_text("1 of")
        told = page.get_by_role("alert")
        expect(told).to_contain_text("changed since you went through it here: 1 line is new or")
        expect(second.get_by_label("What is promised")).to_have_value("Bring Quillfeather it")
        expect(second.get_by_label("Yes", exact=True)).to_be_checked()
        expect(first.get_by_label("Yes", exact=True)).not_to_be_checked()
        assert "Brambleworth" not in str(page.evaluate(KEPT))
        page.reload()
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(second.get_by_label("Due")).to_have_value("2026-04-01")


def test_what_is_entered_in_one_window_stays_in_no_other(browser: Browser, app: Served) -> None:
    with visiting(browser, app) as visit:
        page, other = visit.go(CALL), visit.page.context.new_page()
        page.locator(".ask").nth(0).get_by_label("No", exact=True).check()
        other.goto(visit.url + CALL)
        other.get_by_role("button", name="Yes to the rest").click()
        other.get_by_role("button", name="Enter what is yes").click()
        expect(other.get_by_text("Entered.")).to_be_visible()
        page.wait_for_function(f"{KEPT}.length === 0")
        page.get_by_role("button", name="Yes to the rest").click()
        with page.expect_response(lambda told: told.request.method == "POST") as answered:
            page.get_by_role("button", name="Enter what is yes").click()
        assert answered.value.status == 409
        expect(page.get_by_text("nothing of this page was entered.")).to_be_visible()
        assert page.evaluate(KEPT) == []
        visit.wrong.clear()  # the browser notes the 409


def test_an_erasure_leaves_nothing_of_a_draft_in_the_browser(browser: Browser, app: Served) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        page.get_by_role("button", name="Yes to the rest").click()
        assert page.evaluate(KEPT) != []
        visit.go(f"/with/{PAIR}/eyes/erase")
        page.get_by_role("textbox").fill(PAIR)
        page.get_by_role("button", name="Erase").click()
        expect(page.get_by_role("heading", name="Erased")).to_be_visible()
        assert page.evaluate(KEPT) == []


def test_a_second_click_enters_nothing_twice(browser: Browser, app: Served) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(CALL)
        page.get_by_role("button", name="Yes to the rest").click()
        page.get_by_role("button", name="Enter what is yes").dblclick()
        expect(page.get_by_text("Entered.")).to_be_visible()


# --- words ---------------------------------------------------------------------------------------


def test_every_word_that_a_line_rests_on_lights_up(look: httpx2.Client, untouched: Served) -> None:
    page, draft = look.get(CALL).text, draft_of(untouched)
    lines = {one.id: one.evidence for one in draft.commitments}
    lines |= {one.commitment: one.evidence for one in draft.updates}
    for number, id in enumerate(ids_of(draft)):
        said = " ".join(item.quote for item in sorted(lines[id], key=lambda item: item.turn))
        shown = " ".join(lit(page, f"l{number}"))
        assert re.sub(r"\W", "", shown) in re.sub(r"\W", "", said) or len(lines[id]) > 1
        assert shown


@given(
    st.text("ab …[]", max_size=40).map(lambda text: text.replace("[…]", "")),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40), st.sampled_from("xyz")), max_size=6),
    st.booleans(),
)
def test_pieces_of_a_turn_are_the_turn_and_know_what_rests_on_them(
    text: str, given_spans: list[Span], hidden: bool
) -> None:
    spans = [(start, end, key) for start, end, key in given_spans if start < end <= len(text)]
    text += f" {WITHHELD} and" if hidden else ""
    pieces = list(pieces_of(text, spans))
    assert "".join(piece.text for piece in pieces) == text
    assert any(piece.left_out for piece in pieces) == (WITHHELD in text)
    at = 0
    for piece in pieces:
        here = {key for start, end, key in spans if start <= at and at + len(piece.text) <= end}
        assert set(piece.of) == here
        at += len(piece.text)


def test_words_of_another_call_light_nothing_here(client: httpx2.Client, app: Served) -> None:
    elsewhere = Evidence(session="01", turn=0, speaker=None, quote="Are you there?")
    points = (Point(text="x", who="Lachie Burke", evidence=(elsewhere,)),)
    put(app, draft_of(app).model_copy(update={"wins": points}))
    assert ">Are you there<" not in client.get(CALL).text


def test_a_call_without_its_text_is_its_quotes(grown: Path, tmp_path: Path) -> None:
    home = shutil.copytree(grown, tmp_path / "home")
    with served(home, keep_transcript_days=0) as app, asking(app) as client:
        page = client.get(f"/with/{PAIR}/calls/01").text
        assert "The text of this call is not here any more" in page
        assert "I&#39;ll set &#39;em up" in page and "<mark" not in page
        gone = client.get(f"/with/{PAIR}/calls/01/transcript")
        assert gone.status_code == 400 and "not kept any more" in gone.text


# --- what nobody is to see -----------------------------------------------------------------------


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Served]:
    """A home with a draft of a call in which something was told off the record."""
    with served(tmp_path / "home") as app:
        app.coach.add("dana", mentor="Dana Whitfield", mentee="Karthik Rao", me="mentor")
        app.coach.consent("dana", ("mentor", "mentee"))
        yield app


TOLD = f"""Dana: Hello, Karthik.
Karthik: Off the record, {CANARY} is leaving and I have to say nothing.
Dana: Thank you for telling me. Back to the plan.
Karthik: I'll send you the plan by Friday.
Karthik: I'll ring Brambleworth about the budget on Monday.
Dana: I'll read it on Sunday."""


def test_withheld_and_struck_words_are_on_no_page(secret: Served) -> None:
    calls, call = "/with/dana/calls", "/with/dana/calls/01"
    with asking(secret) as client:
        page = client.post(
            calls, files={"file": ("c.txt", TOLD.encode())}, data={"held_on": "2026-04-02"}
        )
        assert page.url.path == call and "eft out here" in page.text
        assert "c.txt still holds them" in page.text
        seen = [page, client.get(calls), client.get(f"{call}/transcript")]
        assert "Brambleworth" in page.text
        look = client.post(f"{call}/look", data={"first": "4"})
        assert "This would go for good: words in 1 turn, 1 promise" in look.text
        assert "Brambleworth" in client.get(call).text
        struck = client.post(
            f"{call}/strike",
            data={
                "first": "4",
                "draft": re.search(r'name="draft" value="(\w+)"', page.text)[1],  # type: ignore[index]
                "say:01#c2": "yes",
                "action:01#c2": "Ring Brambleworth about the budget",
            },
        )
        after = [struck, client.get(call), client.get(calls), client.get(f"{call}/transcript")]
        rest = client.post(f"{call}/rest", data={})
        form = dict.fromkeys(re.findall(r'name="(say:[^"]+)" value="yes"', rest.text), "yes")
        form["draft"] = re.search(r'name="draft" value="(\w+)"', rest.text)[1]  # type: ignore[index]
        after += [rest, client.post(call, data=form), client.get(call)]
        assert "Entered." in after[-2].text
    assert not [answer.url for answer in (*seen, *after) if CANARY in answer.text]
    assert not [answer.url for answer in after if "Brambleworth" in answer.text]


def test_a_subject_is_struck_and_what_was_answered_stays(
    client: httpx2.Client, app: Served
) -> None:
    form = {"draft": mark_of(draft_of(app)), "say:02#c3": "no", "subject": "phone calls"}
    look = client.post(f"{CALL}/look", data=form)
    assert "This would go for good" in look.text and 'value="phone calls"' in look.text
    page = client.post(f"{CALL}/strike", data=form | {"say:02#c1": "yes"})
    assert "Struck: words in" in page.text and "out of reach from here" in page.text
    assert "phone calls" not in page.text
    assert 'name="say:02#c1" value="yes" required checked' in page.text


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({}, "Name the turns"),
        ({"first": "x"}, "A turn is named by its number"),
        ({"first": "9", "last": "3"}, "the first one comes first"),
        ({"first": "3", "subject": "link"}, "one after the other"),
        ({"first": "99999"}, "turn"),
        ({"first": "9" * 400}, "the first one comes first"),
        ({"subject": "the"}, "subject"),
    ],
)
def test_a_strike_that_names_nothing_is_told_why(
    look: httpx2.Client, untouched: Served, form: dict[str, str], why: str
) -> None:
    before = draft_of(untouched)
    for way in ("look", "strike"):
        page = look.post(f"{CALL}/{way}", data=form)
        assert page.status_code == 400
        assert why in re.findall(r'role="alert">(.*)</p>', page.text)[0]
    assert draft_of(untouched) == before


def test_the_partners_prompts_and_figures_are_on_no_page(
    client: httpx2.Client, app: Served
) -> None:
    draft = draft_of(app)
    theirs = [one.text for one in draft.reflections if one.addressee == "Robyn Teague"]
    mine = [one.text for one in draft.reflections if one.addressee == "Lachie Burke"]
    assert theirs and mine
    for page in _both_states(client, app):
        told = html.unescape(page)
        assert all(text in told for text in mine) and not any(text in told for text in theirs)
        assert "60% of the words were yours" in told and "40%" not in told


def _both_states(client: httpx2.Client, app: Served) -> Iterator[str]:
    yield client.get(CALL).text
    app.coach.confirm(PAIR, "02")
    yield client.get(CALL).text


def test_what_is_copied_for_both_holds_nothing_for_one_alone(
    client: httpx2.Client, app: Served
) -> None:
    app.coach.confirm(PAIR, "02")
    page = html.unescape(client.get(CALL).text)
    both, mine = re.findall(r"<pre [^>]*>(.*?)</pre>", page, re.DOTALL)
    assert "# Call 2, Thursday 12 March 2026" in both
    assert "alone" not in both and "Talk:" not in both
    assert "To reflect on, for Lachie alone" in mine and "for Robyn alone" not in mine


def test_where_nobody_said_whose_home_it_is_nothing_is_for_one_alone(
    grown: Path, tmp_path: Path
) -> None:
    with served(shutil.copytree(grown, tmp_path / "home")) as app, asking(app) as client:
        nobody = lambda one: one.model_copy(update={"me": None})  # noqa: E731
        app.coach.store.relationships.change(PAIR, nobody)
        for page in _both_states(client, app):
            told = html.unescape(page)
            assert "Nobody has said which of the two" in told and "of the words were" not in told
            assert not any(one.text in told for one in app.coach.draft(PAIR, "02").reflections)


# --- reflecting ----------------------------------------------------------------------------------


def test_an_answer_to_a_prompt_is_kept_for_its_owner_and_changed_in_place(
    client: httpx2.Client, app: Served
) -> None:
    prompt = re.findall(r'name="prompt" value="([^"]+)"', client.get(CALL).text)[0]

    def answer(text: str, **headers: str) -> Any:
        return client.post(
            f"{CALL}/reflect", data={"prompt": prompt, "text": text}, headers=headers
        )

    assert answer("One").url.path == CALL
    part = answer("Two", **{"hx-request": "true"})
    assert part.text.strip() == "Kept, for your eyes only."
    [kept] = app.coach.store.answers.visible_to(PAIR, "mentee")
    assert (kept.text, kept.visibility, kept.session) == ("Two", "mentee", "02")
    assert app.coach.store.answers.visible_to(PAIR, None) == ()
    assert ">Two</textarea>" in client.get(CALL).text
    assert "Nothing is kept" in answer("", **{"hx-request": "true"}).text
    assert app.coach.store.answers.visible_to(PAIR, "mentee") == ()


def test_only_ones_own_prompts_can_be_answered(look: httpx2.Client, untouched: Served) -> None:
    for prompt in ("02#r.trust.12", "PC1", ""):
        page = look.post(f"{CALL}/reflect", data={"prompt": prompt, "text": "x"})
        assert page.status_code == 404
    assert untouched.coach.store.answers.visible_to(PAIR, "mentee") == ()


def test_an_answer_goes_with_the_prompt_that_it_was_given_to(
    client: httpx2.Client, app: Served
) -> None:
    prompt = re.findall(r'name="prompt" value="(02#r\.[^"]+)"', client.get(CALL).text)[0]
    pair = app.coach.relationship(PAIR)
    said = answer_to(prompt, "Something of my own", pair=pair, role="mentee", at=date(2026, 3, 13))
    app.coach.answer(said)  # without the prompt's own words, which would tell as well
    turn = int(prompt.rsplit(".", 1)[1])
    struck = app.coach.strike(PAIR, "02", turns=range(turn, turn + 1))
    assert struck.answers == 1
    assert app.coach.store.answers.visible_to(PAIR, "mentee") == ()


# --- other addresses -----------------------------------------------------------------------------


@pytest.mark.parametrize("session", ["99", "abc", "02%00", "..%2f", "²"])
def test_a_call_that_is_not_there_is_said(look: httpx2.Client, session: str) -> None:
    for path in ("", "/transcript"):
        assert look.get(f"/with/{PAIR}/calls/{session}{path}?again=1").status_code == 404
    for way in ("", "/rest", "/look", "/strike", "/reflect"):
        assert look.post(f"/with/{PAIR}/calls/{session}{way}").status_code in (404, 405)
