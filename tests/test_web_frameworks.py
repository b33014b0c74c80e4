"""The frameworks as a handbook, and what calls covered of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from two_homes import hear
from two_homes import home as one_of_two
from web_home import LOOKS, PAIR, Served, Visit, served, visiting

from coach.library import frameworks
from coach.past import Covered, Touched, covered
from coach.records import Evidence, Person, Point, Recap, Relationship, Term
from coach.render import handbook

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("each_call_read_once"),
]

PACKS = frameworks()


def test_from_the_handbook_to_what_a_call_covered(visit: Visit) -> None:
    page = visit.go("/frameworks")
    page.get_by_role("link", name="Robyn and Lachie").click()
    page.get_by_role("link", name="Post-call recap").click()
    steps = page.locator("#next_steps")
    expect(steps.get_by_text("covered", exact=True)).to_be_visible()
    expect(steps.get_by_role("link", name="call 1")).to_be_visible()
    expect(page.locator(".tag.open").first).to_be_visible()


@LOOKS
def test_the_handbook_is_sound(
    browser: Browser, untouched: Served, scheme: str, size: dict[str, int]
) -> None:
    with visiting(browser, untouched, viewport=size, color_scheme=scheme) as visit:
        for page in ("/frameworks", f"/with/{PAIR}/frameworks/post-call"):
            visit.go(page)
            assert visit.sound() == []


def test_every_pack_is_in_the_handbook_once_and_has_its_page(look: httpx2.Client) -> None:
    index = look.get("/frameworks").text
    for id, pack in PACKS.items():
        assert index.count(f'href="/frameworks/{id}"') == 1
        answer = look.get(f"/frameworks/{id}")
        assert answer.status_code == 200 and len(answer.content) < 200_000
        assert all(f'id="{one.id}"' in answer.text for one in pack.questions if one.kind != "part")


@pytest.mark.parametrize("id", ["nothing", "smart.md", "..%2fsecret", "<script>", "SMART"])
def test_a_pack_that_is_not_there_has_no_page(look: httpx2.Client, id: str) -> None:
    for page in (f"/frameworks/{id}", f"/with/{PAIR}/frameworks/{id}"):
        answer = look.get(page)
        assert answer.status_code == 404 and "<script>" not in answer.text


def test_a_pack_of_ones_own_stands_beside_the_others(grown: Path, tmp_path: Path) -> None:
    home = shutil.copytree(grown, tmp_path / "home")
    (home / "knowledge").mkdir()
    (home / "knowledge" / "ours.md").write_text(
        "---\nid: ours\ntitle: <b>Ours</b>\nshort: ours\nversion: 1\nhelps: during\n"
        "sources:\n  - title: Us\nquestions:\n  - id: one\n    text: What now?\n---\n"
        "Two words of `smart`. <img src=x onerror=alert(1)>\n",
        encoding="utf-8",
    )
    with (
        served(home) as app,
        app.asking() as ask,
    ):
        index, page = ask.get("/frameworks").text, ask.get("/frameworks/ours").text
    assert "&lt;b&gt;Ours" in index and "Two words of smart" in index
    assert '<a href="/frameworks/smart">SMART goals</a>' in page and "<img src=x" not in page


# --- what it says --------------------------------------------------------------------------------


@pytest.mark.parametrize("id", PACKS)
def test_every_question_stands_in_one_chapter_of_its_pack(id: str) -> None:
    pack = PACKS[id]
    told = [
        found
        for chapter in handbook.chapters(pack)
        for group in chapter.groups
        for entry in group.entries
        for found in _ids(entry)
    ]
    assert sorted(told) == sorted(one.id for one in pack.questions if one.kind != "part")


def _ids(entry: handbook.Entry) -> Iterator[str]:
    yield entry.id
    for below in entry.under:
        yield from _ids(below)


def test_questions_stand_by_whom_they_are_for() -> None:
    purpose, *_ = handbook.chapters(PACKS["four-ps"])
    assert purpose.title == "Purpose: what the conversation is for"
    titles = [group.title for group in purpose.groups]
    assert titles == ["About the call itself", "For the mentee", "For the mentor"]


def test_a_field_of_a_wording_is_a_blank_that_says_what_goes_there() -> None:
    told = handbook.wording("Which day do you have in mind for {thing}?")
    assert [(piece.words, piece.how) for piece in told] == [
        ("Which day do you have in mind for ", ""),
        ("the promise or goal", "blank"),
        ("?", ""),
    ]


@given(st.text(alphabet="ab `*.", max_size=40))
def test_no_word_of_a_page_is_lost(text: str) -> None:
    told = "".join(piece.words for piece in handbook.pieces(text))
    assert told.replace("`", "").replace("*", "") == text.replace("`", "").replace("*", "")


# --- what calls covered --------------------------------------------------------------------------


def test_a_part_stands_as_far_as_a_recent_call_got_with_the_later_words() -> None:
    recaps = [
        _recap(1, insight="first", where=("agreed", "on Zoom then")),
        _recap(2, insight="second"),
        _recap(3, where=("discussed", "perhaps by phone")),
    ]
    found = covered(recaps, TWO, PACKS)
    told = {part: (one.state, one.session, one.evidence.quote) for part, one in _all(found)}
    assert told == {
        "insights": ("covered", "02", "second"),
        "where": ("covered", "01", "on Zoom then"),
    }


def test_what_was_only_talked_about_is_partly_covered() -> None:
    found = covered([_recap(1, where=("discussed", "by phone?"))], TWO, PACKS)
    assert [one.state for one in found.of("working-agreement").values()] == ["partly"]


def test_what_only_an_old_call_covered_is_open_again() -> None:
    recaps = [_recap(1, insight="once"), *(_recap(n) for n in range(2, 7))]
    found = covered(recaps, TWO, PACKS)
    assert found.calls == ("02", "03", "04", "05", "06") and found.parts == {}


def test_what_was_rejected_or_is_off_limits_covers_nothing(tmp_path: Path) -> None:
    with one_of_two(tmp_path, "mentee") as coach:
        hear(coach, tmp_path, reject=["01#c1", "01#c3"])
        found = {part: one.evidence.quote for part, one in _all(coach.covered("dana"))}
        assert found == {"mentor_promises": "And I'll ask Luis about the support rota tomorrow"}
        coach.off_limits("dana", add=["the support rota"])
        assert coach.covered("dana").parts == {}


TWO = Relationship(id="p", mentor=Person(name="Ada B"), mentee=Person(name="Cy D"))


def _all(found: Covered) -> list[tuple[str, Touched]]:
    return [(part, one) for (_, part), one in found.parts.items()]


def _recap(
    number: int,
    insight: str = "",
    where: tuple[Literal["agreed", "discussed"], str] | None = None,
) -> Recap:
    def words(quote: str) -> tuple[Evidence, ...]:
        return (Evidence(turn=1, speaker="Ada B", quote=quote),)

    return Recap(
        relationship="p",
        session=f"{number:02d}",
        held_on=f"2025-09-{number:02d}",
        engine="offline",
        insights=(Point(text=insight, who="Cy D", evidence=words(insight)),) if insight else (),
        agreement=(Term(topic="where", state=where[0], evidence=words(where[1])),) if where else (),
    )
