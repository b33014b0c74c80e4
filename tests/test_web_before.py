"""Before a call, in a browser: a brief on one screen, questions to answer, the hour as a line."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest
from canaries import WHO, planted, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from two_homes import DANA, KARTHIK, hear, home
from web_home import LOOKS, PAIR, PHONE, WIDE, Served, Visit, served, visiting

from coach import Coach
from coach.before import LONGEST, SHORTEST
from coach.models import Ladder, Scripted
from coach.records import Goal, Person
from coach.store import Answer

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

VAGUE = "We worked on some stuff and it went better"
SPECIFIC = "Year 9 was at work after four minutes on Tuesday."
PATHS = ("brief", "prepare", "agenda")
FORMS = ("agenda", "agenda.md", "agenda.txt", "agenda.ics")
NAMED = {"model": "openai:tiny", "base_url": "http://127.0.0.1:9/v1"}
"""Settings that name a model; nobody answers there."""


def post(ask: httpx2.Client, question: str, text: str, **more: str) -> httpx2.Response:
    return ask.post(f"/with/{PAIR}/prepare", data={"question": question, "text": text, **more})


def kept(app: Served) -> list[tuple[str, str, str]]:
    """What the owner of this home has answered: question, words, for whom."""
    found = app.coach.past(PAIR, "mentee").answers
    return sorted((one.question, one.text, one.visibility) for one in found)


# --- in a browser --------------------------------------------------------------------------------


def test_an_answer_is_kept_while_one_types_asked_about_once_and_stands_in_the_agenda(
    browser: Browser, app: Served
) -> None:
    with visiting(
        browser, app, permissions=["clipboard-read", "clipboard-write"], accept_downloads=True
    ) as visit:
        page = visit.go(f"/with/{PAIR}/prepare")
        form = page.locator("#PC1")
        field, told = form.get_by_role("textbox"), form.locator("[aria-live=polite]")
        field.press_sequentially(VAGUE)
        expect(told).to_contain_text("Kept, for your eyes only.")
        first = told.locator(".again").inner_text()
        field.press_sequentially("\nsomehow it did")
        expect(told.locator(".again")).not_to_have_text(first)
        expect(field).to_have_value(f"{VAGUE}\nsomehow it did")
        field.press_sequentially(f"\n{SPECIFIC}")
        expect(told.locator(".again")).to_have_count(0)
        field.press_sequentially(" And I counted")
        visit.go(f"/with/{PAIR}/agenda")  # before the pause that keeps it
        for _ in range(100):  # a page that is left sends what it has, and waits for nobody
            if any("And I counted" in text for _, text, _ in kept(app)):
                break
            page.wait_for_timeout(100)
        page.reload()
        mine = page.locator(".around", has_text="Not shared")
        expect(mine).to_contain_text("And I counted")

        stop = page.locator(".stop", has_text="What became of Robyn's promises")
        stop.locator("summary").press("Enter")
        expect(stop.locator("cite a").first).to_have_attribute(
            "href", re.compile(rf"/with/{PAIR}/calls/01#turn-\d+")
        )
        page.get_by_role("button", name="Copy as Markdown").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        with app.asking() as ask:
            assert copied == ask.get(f"/with/{PAIR}/agenda.md").text
        assert VAGUE in copied
        assert page.locator("#as-message").is_hidden()
        page.get_by_role("button", name="Copy as a message").click()
        assert 0 < len(page.evaluate("navigator.clipboard.readText()")) <= 900
        with page.expect_download() as saved:
            page.get_by_role("link", name="Calendar file").click()
        assert saved.value.suggested_filename == f"call-{PAIR}.ics"
        assert "BEGIN:VEVENT" in saved.value.path().read_text()

        page.get_by_role("link", name="Shared").click()
        expect(page.locator("main")).not_to_contain_text("And I counted")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".stop blockquote").first).to_be_visible()
        expect(page.get_by_role("button", name="Print")).to_be_hidden()


@pytest.fixture(scope="module")
def laden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with more than a screen holds: long promises, a long goal, a draft, both clocks."""
    files = tmp_path_factory.mktemp("laden")
    coach = home(files, "mentee")
    long = "the quarterly report about support rota and cable supplier costs in Northumberland"
    lines = [
        f"Karthik: I'll write up {long} number {n} and send it to you by Friday the {n}th."
        for n in range(5, 15)
    ]
    hear(coach, files, "\n".join([*lines, "Dana: I'll book the big meeting room tomorrow."]))
    coach.add_goal("dana", Goal(id="g1", text=f"Run {long} alone, and hand {long} to the team"))
    pair = coach.relationship("dana")
    coach.store.set_me(Person(name=KARTHIK, zone="Asia/Kolkata"))
    zoned = {
        "mentee": pair.mentee.model_copy(update={"zone": "Asia/Kolkata"}),
        "mentor": pair.mentor.model_copy(update={"zone": "America/Denver"}),
    }
    coach.store.relationships.change("dana", lambda one: one.model_copy(update=zoned))
    file = files / "call.txt"
    file.write_text("Dana: How was it?\nKarthik: I'll ring Luis on Monday.\n", encoding="utf-8")
    coach.recap(file, who="dana", held_on="2025-09-17")
    coach.close()
    return files / "mentee"


def test_the_brief_shows_the_essentials_on_one_phone_screen(browser: Browser, laden: Path) -> None:
    with served(laden) as app, visiting(browser, app, viewport=PHONE) as visit:
        page = visit.go("/with/dana/brief?on=2025-10-16T19:30%2B05:30")
        expect(page.get_by_role("link", name="Call 2 waits for your yes")).to_be_visible()
        for name in ("Yours", "The hour", "One question"):
            box = page.get_by_role("region", name=name).bounding_box()
            assert box is not None and box["height"] > 30, name
            assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"], (name, box)
            assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], (name, box)


def test_a_promise_of_the_brief_is_read_whole_by_a_tap_on_a_phone_and_at_once_on_a_desk(
    browser: Browser, laden: Path
) -> None:
    for size, tap in ((PHONE, True), (WIDE, False)):
        with served(laden) as app, visiting(browser, app, viewport=size) as visit:
            page = visit.go("/with/dana/brief")
            first = page.get_by_role("region", name="Yours").locator("summary").first
            expect(first).to_contain_text("costs in Northumberland")
            cut = "(one) => one.scrollHeight - one.clientHeight > 4"
            assert first.evaluate(cut) is tap
            first.click()
            assert first.evaluate(cut) is False
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            assert visit.sound() == []


def test_another_day_for_the_next_call_says_that_it_is_for_this_view_only(visit: Visit) -> None:
    for here in ("brief", "agenda"):
        page = visit.go(f"/with/{PAIR}/{here}")
        agreed = page.locator(".day summary").inner_text()
        page.locator(".day summary").click()
        expect(page.get_by_text("“Show it so” is for this view only.")).to_be_visible()
        page.get_by_label("Day", exact=True).fill("2027-01-12")
        page.get_by_role("button", name="Show it so").click()
        told = page.locator(".day summary")
        expect(told).to_contain_text("Tuesday 12 January 2027")
        expect(told).to_contain_text("for this view only")
        told.click()
        page.get_by_role("link", name="Show that one again").click()
        expect(told).to_have_text(agreed)
        assert "on=" not in page.url


@LOOKS
def test_the_pages_before_a_call_are_sound(
    browser: Browser, laden: Path, scheme: str, size: dict[str, int]
) -> None:
    here = {"viewport": size, "color_scheme": scheme}
    with served(laden, **NAMED) as app, visiting(browser, app, **here) as visit:
        with app.asking() as ask:
            ask.post("/with/dana/prepare", data={"question": "PC1", "text": VAGUE})
        for path in (*PATHS, "agenda/words"):
            page = visit.go(f"/with/dana/{path}")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert visit.sound() == [], path


def test_what_could_not_be_kept_is_not_called_kept(browser: Browser, app: Served) -> None:
    with visiting(browser, app) as visit:
        page = visit.go(f"/with/{PAIR}/prepare")
        page.route("**/prepare", lambda route: route.abort())
        page.locator("#text-PC1").fill("The plan, on Wednesday")
        expect(page.locator("#told-PC1")).to_contain_text("Not kept")
        page.unroute("**/prepare")
        page.locator("#PC1").get_by_role("button", name="Save").click()
        expect(page.locator("#told-PC1")).to_have_text("Kept, for your eyes only.")
        visit.wrong.clear()  # the request that was cut off


# --- answers -------------------------------------------------------------------------------------


def test_without_scripts_a_saved_answer_is_back_in_its_field(
    app: Served, ask: httpx2.Client
) -> None:
    told = post(ask, "PC1", f"  {VAGUE}\r\nand <b>more</b>  ")
    assert (told.status_code, told.headers["location"]) == (303, f"/with/{PAIR}/prepare#PC1")
    assert kept(app) == [("PC1", f"{VAGUE}\nand <b>more</b>", "mentee")]
    page = ask.get(f"/with/{PAIR}/prepare").text
    assert f"{VAGUE}\nand &lt;b&gt;more&lt;/b&gt;</textarea>" in page
    assert page.count('class="again"') == 1


def test_an_answer_written_again_takes_the_place_of_the_one_before(
    app: Served, ask: httpx2.Client
) -> None:
    for text in ("A", "A first", "A first try"):
        post(ask, "PC1", text)
    post(ask, "PC2", "The report", shared="true")
    assert kept(app) == [("PC1", "A first try", "mentee"), ("PC2", "The report", "shared")]
    post(ask, "PC2", "The report")
    assert kept(app)[1] == ("PC2", "The report", "mentee")
    exported = app.coach.export(PAIR)
    assert "A first try" in str(exported)
    assert "'A first'" not in str(exported)


def test_an_answer_without_words_is_taken_back(app: Served, ask: httpx2.Client) -> None:
    post(ask, "four-ps/success", "A calm start")
    told = ask.post(
        f"/with/{PAIR}/prepare",
        data={"question": "four-ps/success", "text": " \n "},
        headers={"hx-request": "true"},
    )
    assert (told.status_code, kept(app)) == (200, [])
    assert "Nothing is kept here." in told.text
    assert app.coach.erase(PAIR).answers == 0


def test_what_was_answered_before_an_earlier_call_stays(app: Served, ask: httpx2.Client) -> None:
    old = Answer(
        relationship=PAIR,
        question="PC1",
        role="mentee",
        text="Before the first call",
        at=datetime(2026, 2, 1, tzinfo=UTC),
        visibility="mentee",
    )
    app.coach.answer(old)
    post(ask, "PC1", "Before the next")
    post(ask, "PC1", "Before the next one")
    assert [text for _, text, _ in kept(app)] == ["Before the first call", "Before the next one"]
    new = [one.text for one in app.coach.past(PAIR, "mentee").new_answers]
    assert new == [one.text for one in app.coach.answers(PAIR, "mentee")] == ["Before the next one"]
    assert "Before the first call" not in ask.get(f"/with/{PAIR}/prepare").text


def test_an_answer_goes_by_the_initials_that_the_two_agreed_on(
    app: Served, ask: httpx2.Client
) -> None:
    app.coach.initials(PAIR, on=True)
    told = ask.post(
        f"/with/{PAIR}/prepare",
        data={"question": "PC1", "text": "I rang Trish on Monday"},
        headers={"hx-request": "true"},
    )
    assert "Third people stand in it by their initials." in told.text
    assert kept(app) == [("PC1", "I rang T. on Monday", "mentee")]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"question": "PC1", "text": "x" * 20_001}, 400),
        ({"question": "PC8", "text": "x"}, 404),
        ({"question": "four-ps/offer", "text": "what a mentor is asked"}, 404),
        ({"question": "01#q1", "text": "a follow-up is answered elsewhere"}, 404),
        ({"question": "P" * 501, "text": "x"}, 400),
        ({"text": "x"}, 400),
    ],
)
def test_what_is_no_answer_is_refused_in_a_line(
    untouched: Served, look: httpx2.Client, data: dict[str, str], status: int
) -> None:
    told = look.post(f"/with/{PAIR}/prepare", data=data)
    assert told.status_code == status
    assert 'class="notice"' in told.text
    assert kept(untouched) == []


def test_another_pairs_page_keeps_nothing_here(untouched: Served, look: httpx2.Client) -> None:
    other = look.post("/with/nobody/prepare", data={"question": "PC1", "text": "x"})
    assert other.status_code == 404
    assert look.post("/with/..%2Frobyn/prepare", data={"question": "PC1"}).status_code == 404
    assert kept(untouched) == []


@settings(max_examples=25)
@given(text=st.text(max_size=60))
def test_any_text_is_kept_without_what_nobody_writes(
    everything: tuple[Served, httpx2.Client], text: str
) -> None:
    app, ask = everything
    assert post(ask, "PC3", text).status_code == 303
    (words,) = [one for id, one, _ in kept(app) if id == "PC3"] or [""]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", words)
    page = ask.get(f"/with/{PAIR}/prepare").text
    field = page.partition('id="text-PC3"')[2].partition(">\n")[2].partition("</textarea>")[0]
    assert html.unescape(field) == words


@pytest.fixture(scope="module")
def everything(
    grown: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Served, httpx2.Client]]:
    """A home for many texts, one after the other."""
    copy = shutil.copytree(grown, tmp_path_factory.mktemp("everything") / "home")
    with served(copy) as app, app.asking() as ask:
        yield app, ask


def test_each_role_is_asked_its_own_four_ps(tmp_path: Path) -> None:
    asked = {}
    for role in ("mentor", "mentee"):
        coach = home(tmp_path, role)  # type: ignore[arg-type]
        coach.close()
        with served(tmp_path / role) as app, app.asking() as ask:
            (pair,) = app.coach.relationships()
            page = ask.get(f"/with/{pair.id}/prepare").text
            asked[role] = set(re.findall(r'name="question" value="([^"]+)"', page))
    assert "four-ps/offer" in asked["mentor"] - asked["mentee"]
    assert "four-ps/success" in asked["mentee"] - asked["mentor"]
    assert {f"PC{n}" for n in range(1, 8)} <= asked["mentor"] & asked["mentee"]
    assert len(asked["mentor"]), len(asked["mentee"]) == (7 + 15, 7 + 14)


# --- the hour ------------------------------------------------------------------------------------


@settings(max_examples=20)
@given(
    minutes=st.integers(SHORTEST, LONGEST),
    eyes=st.sampled_from(["mine", "shared", "theirs"]),
    at=st.times(),
)
def test_the_minutes_shown_add_up_to_the_call(
    look: httpx2.Client, minutes: int, eyes: str, at: time
) -> None:
    day = f"on=2026-04-30&at={at:%H:%M}"
    page = look.get(f"/with/{PAIR}/agenda?minutes={minutes}&for={eyes}&{day}").text
    shown = [int(found) for found in re.findall(r'class="minutes">(\d+) min', page)]
    assert sum(shown) == minutes
    clocks = re.findall(r'class="clock">([^<]+)<', page)
    assert len(clocks) == len(shown) + 1
    start = datetime.combine(date(2026, 4, 30), at.replace(second=0, microsecond=0))
    ends = [start + timedelta(minutes=sum(shown[:n])) for n in range(len(clocks))]
    assert clocks == [f"{t.hour % 12 or 12}:{t:%M} {'am' if t.hour < 12 else 'pm'}" for t in ends]


@pytest.mark.parametrize(
    "asked",
    [
        *("minutes=4", "minutes=481", "minutes=-60", "minutes=an hour", "for=robyn", "on=soon"),
        *("on=2026-02-30", "on=0001-01-01&at=00:00", "on=9999-12-31&at=23:59", "at=25:00"),
        *("on=2026-04-30T10:00", f"on={'2' * 70}", "on=2026-04-30&at=noon"),
    ],
)
@pytest.mark.parametrize("form", ["brief", *FORMS])
def test_what_no_call_can_be_is_refused_in_a_line(
    look: httpx2.Client, form: str, asked: str
) -> None:
    if asked == "at=25:00":
        asked += "&on=2026-04-30"
    told = look.get(f"/with/{PAIR}/{form}?{asked}")
    assert told.status_code == 400
    assert 'class="notice"' in told.text


def test_each_switch_shows_the_agenda_of_those_eyes(look: httpx2.Client) -> None:
    whose = {"mine": "For Lachie only.", "shared": "For both.", "theirs": "For Robyn only."}
    for eyes, told in whose.items():
        assert told in look.get(f"/with/{PAIR}/agenda.md?for={eyes}").text


def test_the_hour_is_told_on_the_readers_clock_for_whosever_eyes_it_is(tmp_path: Path) -> None:
    home(tmp_path, "mentor").close()
    with served(tmp_path / "mentor") as app, app.asking() as ask:
        pair = app.coach.relationship("karthik")
        zoned = {
            "mentor": pair.mentor.model_copy(update={"zone": "America/Denver"}),
            "mentee": pair.mentee.model_copy(update={"zone": "Asia/Kolkata"}),
        }
        app.coach.store.relationships.change("karthik", lambda one: one.model_copy(update=zoned))
        for eyes in ("mine", "shared", "theirs"):
            page = ask.get(f"/with/karthik/agenda?for={eyes}&on=2025-10-16&at=08:00").text
            assert "Thursday 16 October 2025, 8:00 am (7:30 pm for Karthik)" in page
            assert re.findall(r'class="clock">([^<]+)<', page)[0] == "8:00 am"


def test_a_calendar_file_is_offered_as_a_file_and_markdown_as_text(look: httpx2.Client) -> None:
    file = look.get(f"/with/{PAIR}/agenda.ics")
    assert file.headers["content-disposition"] == f'attachment; filename="call-{PAIR}.ics"'
    assert file.headers["content-type"].startswith("text/calendar")
    assert look.get(f"/with/{PAIR}/agenda.md").headers["content-type"].startswith("text/markdown")
    assert len(look.get(f"/with/{PAIR}/agenda.txt").text) <= 900


def test_the_brief_says_what_to_do_where_nothing_is_known_yet(tmp_path: Path) -> None:
    home(tmp_path, "mentee").close()
    with served(tmp_path / "mentee") as app, app.asking() as ask:
        page = ask.get("/with/dana/brief").text
        assert "No call is here yet: add one" in page
        assert "The day is not known." in page
        assert "Thursday 16 October 2025" in ask.get("/with/dana/brief?on=2025-10-16").text
        assert ask.get("/with/dana/agenda").status_code == 200


# --- whose eyes ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """The mentee's home, with a word in every place that somebody must not see."""
    files = tmp_path_factory.mktemp("canary")
    planted(files / "home", files / "files")
    with served(files / "home") as app, app.asking() as ask:
        yield ask


@pytest.mark.parametrize("form", FORMS)
def test_nothing_private_is_in_what_both_see_or_in_the_partners_brief(
    canary: httpx2.Client, form: str
) -> None:
    for eyes in ("shared", "theirs"):
        assert seen(canary.get(f"/with/{WHO}/{form}?for={eyes}").text) == set()


def test_a_page_of_ones_own_holds_what_is_ones_own_and_nothing_that_nobody_may_see(
    canary: httpx2.Client,
) -> None:
    assert seen(canary.get(f"/with/{WHO}/agenda").text) == {"private"}
    assert seen(canary.get(f"/with/{WHO}/agenda.txt").text) == set()
    assert seen(canary.get(f"/with/{WHO}/brief").text) == {"private"}
    written = {"private", "off limits"}  # one's own words stay in one's own field
    assert seen(canary.get(f"/with/{WHO}/prepare").text) == written


def test_the_partners_private_answers_never_reach_the_other_home(tmp_path: Path) -> None:
    for role in ("mentee", "mentor"):
        coach = home(tmp_path, role)  # type: ignore[arg-type]
        hear(coach, tmp_path)
        coach.close()
    with served(tmp_path / "mentee") as app, app.asking() as ask:
        for id, text, more in (
            ("PC7", "Quietly about the zanzibar plan", {}),
            ("PC3", "The yukon rota on Monday", {"shared": "true"}),
        ):
            ask.post("/with/dana/prepare", data={"question": id, "text": text, **more})
        pages = [ask.get(f"/with/dana/{form}?for=theirs").text for form in FORMS]
        assert "yukon" in pages[0]
        assert not any("zanzibar" in page for page in pages)
        file = tmp_path / "shared.json"
        file.write_text(app.coach.share("dana").model_dump_json(), encoding="utf-8")
    with served(tmp_path / "mentor") as app, app.asking() as ask:
        app.coach.receive(file)
        for path in (*PATHS, *FORMS):
            for eyes in ("mine", "shared", "theirs"):
                assert "zanzibar" not in ask.get(f"/with/karthik/{path}?for={eyes}").text


def test_where_nobody_said_who_they_are_only_what_both_may_see_is_shown(tmp_path: Path) -> None:
    with Coach(tmp_path / "home") as coach:
        coach.add("dana", mentor=DANA, mentee=KARTHIK)
        coach.consent("dana", ["mentor", "mentee"])
        hear(coach, tmp_path)
        coach.answer(
            Answer(
                relationship="dana",
                question="PC7",
                role="mentee",
                text="zanzibar",
                at=datetime.now(UTC),
                visibility="mentee",
            )
        )
    with served(tmp_path / "home") as app, app.asking() as ask:
        for path in (*PATHS, *FORMS):
            told = ask.get(f"/with/dana/{path}?for=mine")
            assert (told.status_code, "zanzibar" in told.text) == (200, False)
        refused = ask.post("/with/dana/prepare", data={"question": "PC1", "text": "x"})
        assert refused.status_code == 400
        assert "Nobody said yet" in refused.text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_words_are_words_wherever_they_are_shown(ask: httpx2.Client, text: str) -> None:
    post(ask, "PC7", f"{text} on Monday", shared="true")
    for path in (*PATHS, f"agenda?for=shared&x={quote(text)}"):
        page = ask.get(f"/with/{PAIR}/{path}").text
        assert "alert(1)" in page
        assert text not in page


# --- a model, only where one is named and said yes to --------------------------------------------


def test_no_page_offers_or_asks_a_model_where_none_is_named(look: httpx2.Client) -> None:
    assert "In other words" not in look.get(f"/with/{PAIR}/agenda").text
    assert look.get(f"/with/{PAIR}/agenda/words").status_code == 400
    asked = {"for": "mine", "minutes": "60", "on": ""}
    assert look.post(f"/with/{PAIR}/agenda/words", data=asked).status_code == 400


def test_a_model_is_asked_only_after_it_was_said_what_leaves(
    grown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(messages: object) -> str:
        asked.append(str(messages))
        return '{"items": [{"id": "i1", "title": "A win of the week"}]}'

    monkeypatch.setattr("coach.engine.model_of", lambda *_: Ladder(Scripted(answer)))
    copy = shutil.copytree(grown, tmp_path / "home")
    with served(copy, **NAMED) as app, app.asking() as ask:
        post(ask, "PC7", "Quietly about the zanzibar plan")
        for path in (*PATHS, *FORMS):
            ask.get(f"/with/{PAIR}/{path}")
        offer = ask.get(f"/with/{PAIR}/agenda/words?minutes=45").text
        assert asked == []
        assert "leaves this machine" in offer
        assert "zanzibar" not in offer
        sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', offer))
        assert sent == {"for": "mine", "minutes": "45", "on": ""}
        page = ask.post(f"/with/{PAIR}/agenda/words", data=sent).text
        assert len(asked) == 1
        assert "zanzibar" not in asked[0]
        assert "Quietly about the zanzibar plan" in page
