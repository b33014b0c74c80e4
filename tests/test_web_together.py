"""What grows between two people: phases, goals, the agreement, what comes back, one's own talk."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, expect
from web_home import LOOKS, PAIR, Served, Visit, served, visiting

from coach import Goal
from coach.records import Role

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]
TOGETHER = f"/with/{PAIR}/together"


# --- in a browser ---------------------------------------------------------------------------------


def test_a_phase_a_missing_letter_and_a_topic_are_set_by_hand(app: Served, visit: Visit) -> None:
    app.coach.add_goal(PAIR, Goal(id="", text="Run the review alone"))
    page = visit.go(TOGETHER)
    page.locator("summary", has_text="Set the phase").click()
    page.get_by_label("Initiation").check()
    page.get_by_label("Cultivation").check()
    page.get_by_role("button", name="Set the phase").click()
    expect(page.get_by_text("Set by you: initiation and cultivation.")).to_be_visible()
    assert app.coach.relationship(PAIR).phases == ("initiation", "cultivation")

    goal = page.get_by_role("article", name="Run the review alone")
    goal.get_by_text("By which day, or until when?").first.click()
    goal.get_by_label("By which day, or until when?").fill("end of May")
    goal.get_by_role("button", name="Fill in").last.click()
    expect(goal.get_by_text("End of May.")).to_be_visible()
    assert app.coach.relationship(PAIR).goals[-1].time_bound == "end of May"

    topic = page.locator("#agreement li").filter(has_text="Ways out")
    topic.locator("summary").click()
    topic.get_by_role("textbox").fill("Either of us says so at the end of a call")
    topic.get_by_role("button", name="Agreed").click()
    expect(topic.locator(".tag")).to_have_text("Agreed")
    assert app.coach.relationship(PAIR).agreement.state("ways_out") == "agreed"


def test_a_goal_and_a_subject_off_limits_are_added_without_scripts(
    browser: Browser, app: Served
) -> None:
    with visiting(browser, app, java_script_enabled=False) as visit:
        page = visit.go(TOGETHER)
        page.get_by_text("Add a goal").click()
        page.get_by_label("The goal", exact=True).last.fill("Swim a mile")
        page.get_by_role("button", name="Add the goal").click()
        expect(page.get_by_role("heading", name="Swim a mile.")).to_be_visible()
        page.get_by_label("A subject").fill("swimming")
        page.get_by_role("button", name="Put off limits").click()
        expect(page.get_by_role("heading", name="Swim a mile.")).not_to_be_attached()
        page.get_by_role("button", name="Let in again: swimming").click()
        expect(page.get_by_role("heading", name="Swim a mile.")).to_be_visible()


def test_a_relationship_is_closed_with_a_keepsake_and_opened_again(visit: Visit) -> None:
    page = visit.go(TOGETHER)
    page.get_by_role("link", name="Ending well").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name=", you").click()
    assert taken.value.suggested_filename.startswith(f"{PAIR}-keepsake-")
    page.get_by_label("The last meeting was held").check()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("nothing of it is due any more")).to_be_visible()
    page.get_by_role("button", name="Go on after all").click()
    expect(page.get_by_text("nothing of it is due any more")).not_to_be_attached()


@LOOKS
def test_together_is_sound_and_its_charts_legible(
    browser: Browser, app: Served, scheme: str, size: dict[str, int]
) -> None:
    app.coach.add_goal(PAIR, Goal(id="", text="Run the review alone", specific="the Friday one"))
    with visiting(browser, app, viewport=size, color_scheme=scheme) as visit:
        for path in (f"{TOGETHER}/ahead", f"{TOGETHER}/close", TOGETHER):
            page = visit.go(path)
            for closed in page.locator("main details").all():
                closed.evaluate("it => it.open = true")
            assert visit.sound() == []
        assert page.evaluate(LEGIBLE) == []


LEGIBLE = """() => {
  const wrong = [];
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    if (getComputedStyle(svg).display === "none") continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    const boxes = texts.map(each => [each.textContent, each.getBoundingClientRect()]);
    boxes.forEach(([words, a], i) => {
      if (a.left < frame.left - 1 || a.right > frame.right + 1) wrong.push("outside: " + words);
      if (a.height < 12) wrong.push("small: " + words);
      for (const [other, b] of boxes.slice(i + 1))
        if (a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
          wrong.push(words + " over " + other);
    });
  }
  return wrong;
}"""
"""Words of a chart as the browser draws them: inside it, not too small, none over another."""


# --- whose eyes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("me", ["mentor", "mentee", None])
def test_talk_figures_are_shown_to_the_person_they_are_about_and_in_no_page_to_the_other(
    grown: Path, tmp_path: Path, me: Role | None
) -> None:
    home = shutil.copytree(grown, tmp_path / "home")
    with served(home) as app:
        pair = app.coach.store.relationships.change(
            PAIR, lambda one: one.model_copy(update={"me": me})
        )
        recap = app.coach.past(PAIR, None).recaps[0]
        name = pair.person(me).name if me else ""
        pages = [
            httpx2.get(app.url + path, headers=app.headers).text
            for path in (
                TOGETHER,
                f"{TOGETHER}/ahead",
                f"{TOGETHER}/close",
                f"/with/{PAIR}/promises",
            )
        ]
        for who, share in recap.talk.share.items():
            figures = (
                f"{share:.0%}",
                f"{recap.talk.open_questions[who]} open, {recap.talk.closed_questions[who]} closed",
            )
            for figure in figures:
                told = [f">{figure}<" in page for page in pages]
                assert told == [who == name, False, False, False]
        assert ("Nobody has said whose home this is" in pages[0]) == (me is None)


def test_a_reason_that_one_gave_twice_is_not_shown_without_whose_home_it_is(
    app: Served, ask: httpx2.Client
) -> None:
    app.coach.store.relationships.change(PAIR, lambda one: one.model_copy(update={"me": None}))
    assert "Your reason" not in ask.get(TOGETHER).text


def test_what_is_off_limits_stands_in_its_own_list_and_nowhere_else(
    app: Served, ask: httpx2.Client
) -> None:
    app.coach.add_goal(PAIR, Goal(id="", text="Feed the zebra", specific="zebra hay"))
    app.coach.set_term(PAIR, "where", "At the zebra house")
    before = ask.get(TOGETHER).text
    assert before.count("zebra") > 2
    app.coach.off_limits(PAIR, add=["zebra"])
    after = re.sub(r'(?s)<section id="off-limits".*?</section>', "", ask.get(TOGETHER).text)
    assert "zebra" not in after
    for path in (f"{TOGETHER}/ahead", f"{TOGETHER}/close"):
        assert "zebra" not in ask.get(path).text


# --- what stands there ----------------------------------------------------------------------------


def test_each_goal_shows_five_letters_and_each_open_one_its_question(
    untouched: Served, look: httpx2.Client
) -> None:
    html = unescape(look.get(TOGETHER).text)
    goals = re.findall(r'(?s)<article class="card goal".*?</article>', html)
    assert len(goals) == len(untouched.coach.patterns(PAIR).goals) > 0
    smart = {one.id: one.text for one in untouched.coach.frameworks["smart"].questions}
    for goal, state in zip(goals, untouched.coach.patterns(PAIR).goals, strict=True):
        assert goal.count('class="letter"') == 5
        for letter in state.letters:
            assert smart[letter.letter] in goal
            assert letter.state == "open" or letter.text in goal or letter.text.capitalize() in goal


def test_the_agreement_shows_all_seventeen_topics(untouched: Served, look: httpx2.Client) -> None:
    html = look.get(TOGETHER).text
    for term in untouched.coach.agreement(PAIR):
        assert f'action="{TOGETHER}/agreement/{term.topic}"' in html
    assert len(untouched.coach.agreement(PAIR)) == 17


def test_patterns_stand_with_their_quotes_and_each_leads_to_its_call(
    app: Served, ask: httpx2.Client
) -> None:
    app.coach.confirm(PAIR, "02")
    html = unescape(ask.get(TOGETHER).text)
    found = app.coach.patterns(PAIR, app.coach.relationship(PAIR).me)
    said = [s for p in found.patterns for s in p.sources if s.quote] + [
        u.source for u in found.useful
    ]
    assert said
    for source in said:
        assert (source.quote or "")[:50] in html
        assert f"/with/{PAIR}/calls/{source.session}" in html


def test_no_page_tells_a_command(app: Served, ask: httpx2.Client) -> None:
    app.coach.confirm(PAIR, "02")
    for one in app.coach.commitments(PAIR):
        app.coach.edit_commitment(PAIR, one.id, status="open", due="2026-03-20")
    for path in (TOGETHER, f"{TOGETHER}/ahead", f"{TOGETHER}/close", f"/with/{PAIR}/promises"):
        text = re.sub(r"<[^>]*>", " ", ask.get(path).text)
        assert not re.search(r"\bcoach [a-z]+ " + PAIR, text)


def test_a_letter_is_opened_again_by_an_empty_line(app: Served, ask: httpx2.Client) -> None:
    app.coach.add_goal(PAIR, Goal(id="g9", text="Swim", specific="a mile", relevant="health"))
    answer = ask.post(f"{TOGETHER}/goals/g9", data={"what": "specific", "value": ""})
    assert answer.status_code == 303
    now = next(goal for goal in app.coach.relationship(PAIR).goals if goal.id == "g9")
    assert (now.text, now.specific, now.relevant) == ("Swim", None, "health")


def test_third_people_go_by_initials(app: Served, ask: httpx2.Client) -> None:
    ask.post(f"{TOGETHER}/initials", data={"on": "true"})
    assert app.coach.relationship(PAIR).agreement.initials.on
    assert "They go by their initials here" in ask.get(TOGETHER).text
    assert ask.get(TOGETHER, params={"names": True}).status_code == 200
    ask.post(f"{TOGETHER}/initials", data={"on": "false"})
    assert not app.coach.relationship(PAIR).agreement.initials.on


def test_a_pair_without_a_call_is_told_what_to_do(app: Served, ask: httpx2.Client) -> None:
    app.coach.add("new", mentor="Ada", mentee="Ben", me="mentor")
    for path in ("", "/ahead", "/close"):
        assert ask.get(f"/with/new/together{path}").status_code == 200
    html = ask.get("/with/new/together").text
    assert 'href="/with/new/calls"' in html
    assert "No goal is set yet" in html


HOSTILE = [
    ("GET", "?names=perhaps", {}, 400),
    ("GET", "/keepsake/manager", {}, 400),
    ("POST", "/phase", {"phase": "romance"}, 400),
    ("POST", "/goals", {"text": "  \x00\u202e "}, 400),
    ("POST", "/goals", {"text": "x" * 501}, 400),
    ("POST", "/goals", {}, 400),
    ("POST", "/goals/g99", {"what": "text", "value": "x"}, 404),
    ("POST", "/goals/g1", {"what": "evidence", "value": "x"}, 400),
    ("POST", "/goals/g1", {"what": "text", "value": " "}, 400),
    ("POST", "/agreement/romance", {"state": "agreed", "text": "x"}, 400),
    ("POST", "/agreement/where", {"state": "sealed", "text": "x"}, 400),
    ("POST", "/agreement/where", {"state": "agreed", "text": ""}, 400),
    ("POST", "/agreement/where", {"state": "agreed", "text": "x" * 601}, 400),
    ("POST", "/off-limits", {"add": "the"}, 400),
    ("POST", "/off-limits", {"remove": "never put there"}, 400),
    ("POST", "/initials", {"name": "Margaret Chen", "letters": "12345"}, 400),
    ("POST", "/initials", {"on": "maybe"}, 400),
    ("POST", "/close", {}, 400),
    ("POST", "/reopen", {}, 400),
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
    before = untouched.coach.relationship(PAIR)
    answer = look.request(method, TOGETHER + path, data=data or None)
    assert answer.status_code == status
    assert answer.text.count('class="notice"') == 1
    assert untouched.coach.relationship(PAIR) == before


def test_words_of_people_are_never_tags(app: Served, ask: httpx2.Client) -> None:
    bad = "<svg onload=alert(1)>\"'{{ 7*7 }}"
    app.coach.add_goal(PAIR, Goal(id="", text=bad, specific=bad))
    app.coach.set_term(PAIR, "where", bad)
    app.coach.off_limits(PAIR, add=["<b>zebra</b>"])
    html = ask.get(TOGETHER).text
    assert "<svg onload" not in html and "<b>zebra" not in html
    assert "{{ 7*7 }}" in html
